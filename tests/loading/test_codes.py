"""Every code that can be told has its explanation, and every explanation its code."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import infographic
from infographic.foundation.codes import CODES

PACKAGE = Path(infographic.__path__[0])
MAKERS = {"Diagnostic", "FontError", "fault", "stop", "wrong", "_RefusedError"}
"""What is called with a code as its first argument."""
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)*")


@cache
def constants() -> tuple[frozenset[str], frozenset[str]]:
    """Text constants of the package: first arguments of makers, and all."""
    told: set[str] = set()
    every: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        if path.name == "codes.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                every.add(node.value)
            elif isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                first = node.args[0]
                if name in MAKERS and isinstance(first, ast.Constant):
                    told.add(str(first.value))
    return frozenset(told), frozenset(every)


def test_every_code_that_is_told_is_explained() -> None:
    assert sorted(constants()[0] - set(CODES)) == []


def test_every_code_that_is_explained_can_be_told() -> None:
    assert sorted(set(CODES) - constants()[1]) == []


def test_codes_are_words_with_hyphens_and_explanations_end() -> None:
    for code, text in CODES.items():
        assert CODE.fullmatch(code), code
        assert text == text.strip(), code
        assert max(map(len, text.splitlines())) <= 100, code
