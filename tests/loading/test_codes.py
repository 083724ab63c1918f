"""Every code that can be told has its explanation, and every explanation its code."""

from __future__ import annotations

import re
from pathlib import Path

import infographic
from infographic.foundation.codes import AREAS, CODES
from infographic.foundation.sayings import _sentences

PACKAGE = Path(infographic.__path__[0])
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)*")


def test_every_code_that_is_explained_can_be_told() -> None:
    """By a sentence of the catalogue; test_sayings holds each of those to be said somewhere."""
    assert sorted(set(CODES) - {key.partition("/")[0] for key in _sentences("en")}) == []


def test_every_error_of_the_machine_says_what_a_user_can_do() -> None:
    machine = {key: said for key, said in _sentences("en").items() if key.startswith("machine/")}
    assert machine
    assert [key for key, said in machine.items() if not said.mend] == []


def test_codes_are_words_with_hyphens_and_explanations_end() -> None:
    for code, text in CODES.items():
        assert CODE.fullmatch(code), code
        assert text == text.strip(), code
        assert max(map(len, text.splitlines())) <= 100, code


def test_no_code_is_explained_in_two_areas() -> None:
    assert sum(len(area.CODES) for area in AREAS) == len(CODES)


def test_every_area_of_the_folder_is_read() -> None:
    folder = PACKAGE / "foundation" / "codes"
    names = sorted(path.stem for path in folder.glob("*.py") if path.stem != "__init__")
    assert sorted(area.__name__.rpartition(".")[2] for area in AREAS) == names
