"""The catalogue names every kind of block, and imports one when it is asked for."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from pathlib import Path

import pytest
from pages import ROOT

from infographic.blocks import CATALOGUE, KINDS, Catalogue
from infographic.blocks.text import Text
from infographic.layout.block import Block

IMPORTED = """
import json, sys
import infographic
from infographic.foundation.diagnostics import SpecError
said = ""
try:
    infographic.compose({"headline": "大事"}, sys.argv[1])
except SpecError as error:
    said = error.diagnostics[0].hint
blocks = sorted(m for m in sys.modules if m.startswith("infographic.blocks."))
print(json.dumps([said, blocks]))
"""


def imported_by(body: dict[str, object], folder: Path) -> tuple[str, set[str]]:
    """What a fresh Python says of a page of this body, and the block modules it imports."""
    layout = folder / "layout.json"
    page = {"width": "100mm", "height": "auto"}
    tree = {"extends": "families/daily", "page": page, "body": body}
    layout.write_text(json.dumps(tree), encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-c", IMPORTED, str(layout)],
        capture_output=True, text=True, encoding="utf-8", check=True, cwd=ROOT,
    )  # fmt: skip
    said, blocks = json.loads(ended.stdout)
    return said, {name.removeprefix("infographic.blocks.") for name in blocks}


def test_a_page_of_text_imports_no_other_block(tmp_path: Path) -> None:
    said, blocks = imported_by({"type": "text", "text": "字", "style": "deck"}, tmp_path)
    assert (said, blocks) == ("", {"text"})


def test_a_misspelled_kind_is_answered_from_names_alone(tmp_path: Path) -> None:
    said, blocks = imported_by({"type": "artcle"}, tmp_path)
    assert (said, blocks) == ("did you mean “article”?", set())


@pytest.mark.parametrize("name", KINDS)
def test_every_name_leads_to_a_frozen_block(name: str) -> None:
    kind = CATALOGUE[name]
    assert f"{kind.__module__}:{kind.__name__}" == KINDS[name]
    assert dataclasses.is_dataclass(kind) and kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert callable(getattr(kind, "lay_out", None)) and issubclass(kind, Block)


def test_names_and_questions_import_nothing() -> None:
    catalogue = Catalogue({"ghost": "infographic.blocks.ghost:Ghost"})
    assert "ghost" in catalogue and "text" not in catalogue
    assert list(catalogue) == ["ghost"] and len(catalogue) == 1
    with pytest.raises(ModuleNotFoundError):
        catalogue["ghost"]


def test_a_class_can_be_put_in_and_taken_out() -> None:
    catalogue = Catalogue({})
    catalogue["words"] = Text
    assert catalogue["words"] is Text
    del catalogue["words"]
    with pytest.raises(KeyError):
        catalogue["words"]
