"""What all tests share: goldens, and paths."""

from __future__ import annotations

from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest

GOLDENS = Path(__file__).resolve().parent / "goldens"
Golden = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write the goldens anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with a file of tests/goldens, or writes it with --update-goldens."""

    def compare(name: str, text: str) -> None:
        path = GOLDENS / name
        if request.config.getoption("--update-goldens"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            return
        assert path.is_file(), f"there is no golden {name}: run pytest --update-goldens"
        before = path.read_text(encoding="utf-8")
        if text == before:
            return
        diff = unified_diff(before.splitlines(), text.splitlines(), name, "now", lineterm="", n=1)
        moved = list(diff)
        shown = "\n".join(moved[:60])
        pytest.fail(f"{len(moved)} lines of diff; read them, then --update-goldens:\n{shown}")

    return compare
