"""The same page is the same file: whatever the clock, the machine or a stray settings file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hand_set import SERIF, at, line, opened, page, run

from infographic.backends.pdf.write import Intent, pdf_bytes
from infographic.foundation.diagnostics import MachineError

ROOT = Path(__file__).resolve().parents[2]
MAKE = """
import sys, hashlib
sys.path[:0] = [{root!r}, {here!r}]
from hand_set import *
from test_pdf_text import LINES
from infographic.backends.pdf.write import Intent, pdf_bytes
from infographic.backends.encoders.jpeg import jpeg
from infographic.backends.encoders.png import png
from infographic.backends.encoders.webp import webp
from infographic.backends.raster import raster
from infographic.backends.svg.write import svg_bytes
one = lines_page(*LINES)
pixels = raster(one)
made = [pdf_bytes(one, intent) for intent in Intent]
made += [png(pixels), jpeg(pixels, 90), webp(pixels, 90), svg_bytes(one), svg_bytes(one, text=True)]
for data in made:
    print(hashlib.sha256(data).hexdigest())
"""
HOSTILE = "raise SystemExit('reportlab ran a stranger’s file')\n"


def digests(cwd: Path, **variables: str) -> str:
    code = MAKE.format(root=str(ROOT), here=str(Path(__file__).parent))
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=cwd,
        env={"PATH": os.environ["PATH"], **variables},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_neither_environment_nor_strangers_files_change_a_byte(tmp_path: Path) -> None:
    for name in ("reportlab_settings.py", "reportlab_mods.py"):
        (tmp_path / name).write_text(HOSTILE)
    (tmp_path / ".reportlab_settings").write_text(HOSTILE)
    (tmp_path / ".reportlab_mods").write_text(HOSTILE)
    plain = digests(ROOT, PYTHONHASHSEED="1")
    other = digests(
        tmp_path,
        PYTHONHASHSEED="2",
        PYTHONPATH=str(tmp_path),
        HOME=str(tmp_path),
        TZ="Pacific/Kiritimati",
        LC_ALL="C",
        LANG="tr_TR.UTF-8",
        RL_invariant="0",
        RL_pageCompression="0",
        RL_pdfComments="1",
        RL_pdfMultiLine="1",
        RL_documentLang="xx",
        RL_useA85="1",
        RL_canvas_basefontname="Times-Roman",
    )
    assert plain == other
    assert len(set(plain.split())) == 7


def test_the_date_is_the_builds_where_it_has_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    with opened(pdf_bytes(page(), Intent.PRINT)) as pdf:
        assert str(pdf.docinfo["/ModDate"]) == "D:19700102000000Z"


@pytest.mark.parametrize("said", ["yesterday", "-99999999999999", "9" * 30])
def test_a_date_that_is_none_is_said_so(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", said)
    with pytest.raises(MachineError, match="SOURCE_DATE_EPOCH"):
        pdf_bytes(page(), Intent.PRINT)


def test_another_page_has_another_id() -> None:
    made = [
        pdf_bytes(page(at(20, 40, line(run(SERIF, text)))), intent)
        for text in ("一", "二")
        for intent in Intent
    ]
    ids = set()
    for data in made:
        with opened(data) as pdf:
            first, second = pdf.trailer.ID
            assert bytes(first) == bytes(second)
            assert len(bytes(first)) == 16
            ids.add(bytes(first))
    assert len(ids) == 4


def test_a_program_that_settled_reportlab_otherwise_gets_the_same_bytes() -> None:
    from reportlab import rl_config

    one = page(at(20, 40, line(run(SERIF, "字"))))
    before = pdf_bytes(one, Intent.SCREEN)
    rl_config.pdfComments = rl_config.pdfMultiLine = 1
    rl_config.invariant = 0
    try:
        assert pdf_bytes(one, Intent.SCREEN) == before
        assert (rl_config.pdfComments, rl_config.pdfMultiLine, rl_config.invariant) == (1, 1, 0)
    finally:
        rl_config.pdfComments = rl_config.pdfMultiLine = rl_config.invariant = 0
