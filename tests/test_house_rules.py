"""Rules of the house that no linter knows: sizes of files, and who may import what."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from pages import ROOT

from infographic.blocks import CATALOGUE

PACKAGE = ROOT / "infographic"
MODULES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
LINES = 400
FUNCTION_LINES = 60
LONG_FUNCTIONS = {"infographic/text/demerits.py:_cheapest"}
"""The hot loop of line breaking: calls inside it would cost more than they clear."""
FILES = 20
BROAD_FOLDERS = {
    "infographic/blocks", "infographic/text", "infographic/foundation/sayings/en",
    "infographic/foundation/sayings/zh", "infographic/foundation/codes",
    "infographic/foundation/codes/zh",
}  # fmt: skip
"""One file a kind of block; a pipeline, its stages side by side; a file an area."""
PDF_LIBRARIES = {"reportlab", "pypdfium2", "pypdfium2_raw", "pikepdf"}
SLOW_TO_IMPORT = {"reportlab", "pypdfium2", "pypdfium2_raw", "PIL", "fontTools", "jsonschema"}
"""What costs more than 30 ms: imported inside functions, or behind the backends."""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(tree(path)))


def imports(nodes: Iterable[ast.AST]) -> set[str]:
    """The top packages that import statements name."""
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("path", [*MODULES, *TESTS], ids=name_of)
def test_a_file_is_short_enough_to_be_read_at_once(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LINES


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_function_is_short_enough_to_be_read_at_once(path: Path) -> None:
    long = {
        f"{name_of(path)}:{node.name}"
        for node in nodes_of(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= FUNCTION_LINES
    }
    assert long <= LONG_FUNCTIONS


def test_a_folder_holds_no_more_files_than_one_looks_through() -> None:
    folders = Counter(name_of(path.parent) for path in MODULES)
    assert {name for name, files in folders.items() if files > FILES} <= BROAD_FOLDERS


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_pdf_libraries_stay_behind_the_backends(path: Path) -> None:
    if path.parts[len(PACKAGE.parts)] not in ("backends", "press"):
        assert not imports(nodes_of(path)) & PDF_LIBRARIES


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_one_module_holds_pdfium_and_its_lock(path: Path) -> None:
    if path != PACKAGE / "backends" / "pdfium.py":
        # By a string too: `import_module("pypdfium2")`.
        assert "pypdfium2" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_what_is_slow_to_import_is_imported_where_it_is_used(path: Path) -> None:
    if path.parts[len(PACKAGE.parts)] not in ("backends", "press"):
        assert not imports(tree(path).body) & SLOW_TO_IMPORT


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_says_what_it_holds(path: Path) -> None:
    if path.read_text(encoding="utf-8").strip():
        assert ast.get_docstring(tree(path)), "begin the file with a docstring"


NETWORK = {"socket", "urllib", "http", "requests", "ftplib"}
SPEAKS = {"infographic/studio/server/run.py", "infographic/commands/show.py"}
"""A studio waits for browsers, and `show` speaks to it; neither fetches anything."""


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_fetches_from_a_network(path: Path) -> None:
    assert name_of(path) in SPEAKS or not imports(nodes_of(path)) & NETWORK


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_block_is_one_file_of_its_own(name: str) -> None:
    assert CATALOGUE[name].__module__ == f"infographic.blocks.{name}"


@pytest.mark.parametrize("path", TESTS, ids=name_of)
def test_a_tests_name_is_a_sentence(path: Path) -> None:
    short = [
        node.name
        for node in nodes_of(path)
        if isinstance(node, ast.FunctionDef)
        and node.name.startswith("test_")
        and node.name.count("_") < 2
    ]
    assert short == []


def test_the_shipped_package_is_typed() -> None:
    assert (PACKAGE / "py.typed").is_file()
