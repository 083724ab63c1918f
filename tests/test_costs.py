"""What a run costs, in counts: what it imports, and what it opens."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
RUN = """
import sys
opened = []
sys.addaudithook(lambda event, given: opened.append(given[0]) if event == "open" else None)
from infographic.cli import run
assert run(sys.argv[1:]) == 0
print(*(f"module {name}" for name in sys.modules), sep="\\n")
print(*(f"opened {path}" for path in opened if str(path).endswith((".json", ".ttf"))), sep="\\n")
"""


# Of a change and of a share devices are drawn: neither is a page of words.
PLAIN = {
    "/panels/0/stats/3": '{"value": 9052, "unit": "名", "label": "驻村干部"}',
    "/panels/1/stats/0": '{"value": 176.98, "unit": "万名", "label": "党员"}',
}


@cache
def run_of(layout: str, ending: str) -> tuple[frozenset[str], Counter[str]]:
    """The modules that a process imports for one page, and how often it opens each file."""
    with TemporaryDirectory() as folder:
        out = str(Path(folder, f"page{ending}"))
        command = [sys.executable, "-c", RUN, "render", "data.json", "-q", "-l", layout, "-o", out]
        command += [word for at, value in PLAIN.items() for word in ("--set", f"{at}={value}")]
        done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    said = [line.partition(" ") for line in done.stdout.splitlines()]
    every = frozenset(name for kind, _, name in said if kind == "module")
    return every, Counter(name for kind, _, name in said if kind == "opened")


def cost_of(layout: str, ending: str) -> tuple[frozenset[str], Counter[str]]:
    """Our modules that a process imports for one page, and how often it opens each file."""
    every, opened = run_of(layout, ending)
    return frozenset(name for name in every if name.startswith("infographic")), opened


# A module costs a quarter of a millisecond. Raise a bound for what every page needs; what few
# pages need is imported where it is asked for. The broadsheet repeats words that the story marks,
# which takes two.
@pytest.mark.parametrize(
    ("layout", "ending", "most"), [("square", ".png", 207), ("broadsheet", ".pdf", 229)]
)
def test_a_page_imports_no_more_modules_than_it_needs(layout: str, ending: str, most: int) -> None:
    assert len(cost_of(layout, ending)[0]) <= most


@pytest.mark.parametrize("name", [
    "flow.threads", "press.stacks", "press.inspect", "backends.svg", "backends.pictures.pack",
    "backends.plates", "text.amounts", "text.vertical", "text.interlinear", "layout.vertical",
    "flow.one_frame.down", "foundation.sayings.writer", "graphics", "blocks.stat_icons",
    "blocks.graphic", "blocks.devices", "loading.tables", "chart_lint", "story.chart",
    "foundation.table", "foundation.sayings.zh",
])  # fmt: skip
@pytest.mark.parametrize(("layout", "ending"), [("square", ".png"), ("broadsheet", ".pdf")])
def test_what_a_page_of_words_does_not_have_is_not_imported(
    layout: str, ending: str, name: str
) -> None:
    whole = f"infographic.{name}"
    assert not [one for one in cost_of(layout, ending)[0] if f"{one}.".startswith(f"{whole}.")]


REPORTLABS = {"reportlab", "PIL", "_hashlib", "tempfile"}
"""What assembles a PDF file, and what comes with it; of ours nothing asks for these."""


@pytest.mark.parametrize(
    ("layout", "ending", "most", "brought"),
    [("square", ".png", 138, set[str]()), ("broadsheet", ".pdf", 204, REPORTLABS)],
)
def test_a_page_imports_few_modules_of_others(
    layout: str, ending: str, most: int, brought: set[str]
) -> None:
    every = run_of(layout, ending)[0]
    assert len(every) - len(cost_of(layout, ending)[0]) <= most
    dear = {
        "PIL", "reportlab", "fontTools", "pypdfium2", "pypdfium2_raw", "pikepdf", "dataclasses",
        "_hashlib", "calendar", "fractions", "gzip", "subprocess", "tempfile",
    }  # fmt: skip
    assert every & dear == brought


PATTERNS = """
import re, sys
compiled, own = [], re.compile
re.compile = lambda *given: compiled.append(sys._getframe(1).f_globals["__name__"]) or own(*given)
from infographic import compose
print(*compiled, sep="\\n")
"""


def test_an_import_compiles_no_pattern_but_those_that_every_file_is_read_by() -> None:
    command = [sys.executable, "-c", PATTERNS]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    ours = {name for name in done.stdout.split() if name.startswith("infographic")}
    assert {name for name in ours if not name.startswith("infographic.loading.reading.")} == set()


def test_a_page_without_running_text_imports_nothing_that_pours_it() -> None:
    assert not [one for one in cost_of("square", ".png")[0] if one.startswith("infographic.flow.")]


@pytest.mark.parametrize(("layout", "ending"), [("square", ".png"), ("broadsheet", ".pdf")])
def test_stories_layouts_and_profiles_are_read_once_and_faces_twice(
    layout: str, ending: str
) -> None:
    opened = cost_of(layout, ending)[1]
    assert opened["data.json"] == 1
    # A face's tables are read for its names, and the whole of it where it is set.
    most = {name: 2 if name.endswith(".ttf") else 1 for name in opened}
    assert {name: count for name, count in opened.items() if count > most[name]} == {}
