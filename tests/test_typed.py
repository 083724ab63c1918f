"""Who uses the library and checks types is told the same as who runs it: `py.typed` holds."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from pages import ROOT

pytest.importorskip("mypy")

EXAMPLES = re.findall(
    r"```python\n(.*?)```", (ROOT / "docs" / "api.md").read_text(encoding="utf-8"), re.S
)
SLIPS = {
    'compose("data.json", "square", font_paths=())': 'Unexpected keyword argument "font_paths"',
    'compose("data.json", "square", root=3)': 'Argument "root" to "compose" has incompatible type',
    'compose("data.json", 3)': 'Argument 2 to "compose" has incompatible type "int"',
    'fit("data.json", "square", tuning=None)': 'Unexpected keyword argument "tuning" for "fit"',
    'page.pdf("web")': 'Argument 1 to "pdf" of "ComposedPage" has incompatible type',
    'page.save("card", format="gif")': 'No overload variant of "save"',
    "page.save(BytesIO())": 'No overload variant of "save"',
    "page.layout = 'square'": 'Property "layout" defined in "ComposedPage" is read-only',
    'check("data.json", "square").faults': '"Checked" has no attribute "faults"',
    'int(span("{}", "/a")[0]) + edited("{}", "/a", 1)': "Unsupported operand types",
    "layouts()[0].kind == 'web'": "Non-overlapping equality check",
    "infographic.composed_page": 'Module has no attribute "composed_page"',
}
"""What is wrong, and what the checker says of it."""
HEAD = """\
from io import BytesIO
import infographic
from infographic import check, compose, edited, fit, layouts, span
page = compose("data.json", "square")
"""


@cache
def told(text: str) -> list[str]:
    """What `mypy --strict` says of a program that uses the library."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "consumer.py"
        path.write_text(text, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", "--config-file=",
             f"--cache-dir={ROOT / '.mypy_cache' / 'consumer'}", "--no-pretty", str(path)],
            capture_output=True, text=True, cwd=ROOT, check=False,
        )  # fmt: skip
    assert not done.stderr, done.stderr
    return [line for line in done.stdout.splitlines() if "consumer.py:" in line]


def test_the_documents_examples_are_typed() -> None:
    assert told("\n".join(EXAMPLES)) == []


@pytest.mark.parametrize("number", range(len(SLIPS)), ids=list(SLIPS))
def test_a_slip_in_a_call_is_found_before_it_runs(number: int) -> None:
    line = HEAD.count("\n") + number + 1
    said = told(HEAD + "\n".join(SLIPS) + "\n")
    wanted = list(SLIPS.values())[number]
    assert any(f":{line}: error: " in each and wanted in each for each in said), "\n".join(said)
