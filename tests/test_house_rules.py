"""Rules of the house that no linter knows: sizes of files, and who may import what."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

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


class Facts(NamedTuple):
    """What the rules ask of a file. Its tree is not kept: thousands of them would be looked through
    by every look for rubbish of the tests that follow."""

    lines: int
    docstring: bool
    imported_at_once: frozenset[str]
    """The top packages that statements outside functions and classes import."""
    imported: frozenset[str]
    long_functions: frozenset[str]
    short_names: frozenset[str]
    """Of tests."""
    names_pdfium: bool


@cache
def facts() -> dict[str, Facts]:
    """Of every file of ours, by its name."""
    return {name_of(path): _facts(path) for path in (*MODULES, *TESTS)}


def _facts(path: Path) -> Facts:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    nodes = [*ast.walk(tree)]
    functions = [one for one in nodes if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)]
    return Facts(
        len(text.splitlines()),
        not text.strip() or bool(ast.get_docstring(tree)),
        frozenset(imports(tree.body)),
        frozenset(imports(nodes)),
        frozenset(
            f"{name_of(path)}:{one.name}"
            for one in functions
            if (one.end_lineno or 0) - one.lineno >= FUNCTION_LINES
        ),
        frozenset(
            one.name
            for one in functions
            if one.name.startswith("test_") and one.name.count("_") < 2
        ),
        "pypdfium2" in text,
    )


def modules() -> dict[str, Facts]:
    return {name: one for name, one in facts().items() if name.startswith("infographic/")}


def imports(nodes: Iterable[ast.AST]) -> set[str]:
    """The top packages that import statements name."""
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def outside(*folders: str) -> dict[str, Facts]:
    """The modules but for those of some folders."""
    starts = tuple(f"infographic/{folder}/" for folder in folders)
    return {name: one for name, one in modules().items() if not name.startswith(starts)}


def test_every_file_is_looked_at() -> None:
    assert len(facts()) > 1400 and {"infographic/pipeline.py", "tests/pages.py"} <= set(facts())


def test_a_file_is_short_enough_to_be_read_at_once() -> None:
    assert {name: one.lines for name, one in facts().items() if one.lines > LINES} == {}


def test_a_function_is_short_enough_to_be_read_at_once() -> None:
    long = {name for one in modules().values() for name in one.long_functions}
    assert long == LONG_FUNCTIONS


def test_a_folder_holds_no_more_files_than_one_looks_through() -> None:
    folders = Counter(name_of(path.parent) for path in MODULES)
    assert {name for name, files in folders.items() if files > FILES} <= BROAD_FOLDERS


def test_pdf_libraries_stay_behind_the_backends() -> None:
    rest = outside("backends", "press")
    assert [name for name, one in rest.items() if one.imported & PDF_LIBRARIES] == []


def test_one_module_holds_pdfium_and_its_lock() -> None:
    # By a string too: `import_module("pypdfium2")`.
    having = [name for name, one in modules().items() if one.names_pdfium]
    assert having == ["infographic/backends/pdfium.py"]


def test_what_is_slow_to_import_is_imported_where_it_is_used() -> None:
    rest = outside("backends", "press")
    assert [name for name, one in rest.items() if one.imported_at_once & SLOW_TO_IMPORT] == []


def test_every_module_says_what_it_holds() -> None:
    silent = [name for name, one in modules().items() if not one.docstring]
    assert silent == [], "begin the file with a docstring"


NETWORK = {"socket", "urllib", "http", "requests", "ftplib", "obstore", "distributed"}
SPEAKS = {
    "infographic/foundation/running/listening.py",
    "infographic/studio/server/run.py",
    "infographic/commands/show.py",
    "infographic/batch/engine/cluster.py",
    "infographic/batch/engine/cluster_worker.py",
    "infographic/batch/engine/connecting.py",
    "infographic/batch/engine/pool/beginning.py",
    "infographic/batch/engine/pool/children.py",
    "infographic/batch/engine/pool/server.py",
    "infographic/batch/stores/objects.py",
    "infographic/batch/stores/urls.py",
    "infographic/serve/calling/hosts.py",
    "infographic/serve/calling/post.py",
    "infographic/serve/run.py",
}
"""A studio waits for browsers, and `show` speaks to it; neither fetches anything. A batch speaks to
the stores and the cluster that its command line names, no file can name one; the processes of its
pool speak to each other, by pairs of sockets. A service waits for requests, and calls back hosts
that its command line lists."""


def test_nothing_fetches_from_a_network() -> None:
    assert {name for name, one in modules().items() if one.imported & NETWORK} == SPEAKS


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_block_is_one_file_of_its_own(name: str) -> None:
    assert CATALOGUE[name].__module__ == f"infographic.blocks.{name}"


def test_a_tests_name_is_a_sentence() -> None:
    tests = {name: one for name, one in facts().items() if name.startswith("tests/")}
    assert {name: one.short_names for name, one in tests.items() if one.short_names} == {}


def test_the_shipped_package_is_typed() -> None:
    assert (PACKAGE / "py.typed").is_file()
