"""Every code that can be told has its explanation, and every explanation its code."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import infographic
from infographic.foundation.codes import AREAS, CODES
from infographic.foundation.sayings import _sentences

PACKAGE = Path(infographic.__path__[0])
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)*")


@cache
def trees() -> tuple[ast.Module, ...]:
    paths = (path for path in sorted(PACKAGE.rglob("*.py")) if path.parent.name != "codes")
    return tuple(ast.parse(path.read_text("utf-8")) for path in paths)


def makers() -> set[str]:
    """Whatever takes a code as its first argument: functions, methods, exceptions."""
    names = {"Diagnostic"}
    for tree in trees():
        for node in ast.walk(tree):
            for function in [node, *(node.body if isinstance(node, ast.ClassDef) else [])]:
                if not isinstance(function, ast.FunctionDef):
                    continue
                first = [a for a in function.args.args if a.arg != "self"][:1]
                if [(a.arg, ast.unparse(a.annotation or a)) for a in first] == [("code", "str")]:
                    is_exception = function.name == "__init__" and isinstance(node, ast.ClassDef)
                    names.add(node.name if is_exception else function.name)
    return names - {"__init__"}


def told() -> set[str]:
    """Every code that stands as a maker's first argument."""
    known = makers()
    calls = (node for tree in trees() for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {
        str(call.args[0].value)
        for call in calls
        if getattr(call.func, "attr", getattr(call.func, "id", "")) in known
        and call.args
        and isinstance(call.args[0], ast.Constant)
    }


def constants() -> set[str]:
    """Every text, and of the key of a sentence (“json-word/meant”) its code."""
    nodes = (node for tree in trees() for node in ast.walk(tree))
    return {str(node.value).partition("/")[0] for node in nodes if isinstance(node, ast.Constant)}


def test_every_code_that_is_told_is_explained() -> None:
    assert sorted(told() - set(CODES)) == []


def test_every_code_that_is_explained_can_be_told() -> None:
    assert sorted(set(CODES) - constants()) == []


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
