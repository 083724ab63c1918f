"""Every field of both files, misspelt: told at its place, with the right name, by us and by the
schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from small_pages import SQUARE

from infographic.blocks import CATALOGUE
from infographic.blocks.change import Arrow
from infographic.blocks.frames import FrameAt
from infographic.blocks.inset import Inset
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.loading.decoding.forms import record_of
from infographic.loading.reading.source import read_file
from infographic.loading.sheet.layout_file import (
    ColorSpec,
    FaceSpec,
    LayoutFile,
    PageSpec,
    PartSpec,
    RoleSpec,
    StyleSpec,
)
from infographic.pipeline import compose
from infographic.schemas import schema_text
from infographic.story.model import Figure, Panel, Publication, Stat, Story

LAYOUT: dict[str, Any] = {
    "page": {"width": "100mm", "height": "100mm"},
    "fonts": {"f": SQUARE},
    "styles": {"s": {"font": "f", "size": "9pt"}},
    "body": {"type": "spacer"},
}
STORY: dict[str, Any] = {"headline": "大事"}


def doubled(key: str) -> str:
    return key + key[-1]


def swapped(key: str) -> str:
    """Two neighbouring letters exchanged, as fast fingers do."""
    at = next((i for i in range(1, len(key) - 1) if key[i] != key[i + 1]), 0)
    return key[:at] + key[at + 1] + key[at] + key[at + 2 :]


def typos_of(cls: type) -> Iterator[tuple[str, str]]:
    for key in record_of(cls).fields:
        yield doubled(key), key
        if len(key) >= 5 and swapped(key) not in record_of(cls).fields:
            yield swapped(key), key


def put(tree: dict[str, Any], pointer: str, typo: str, key: str) -> dict[str, Any]:
    """A copy of the tree with the misspelt key, in place of the right one, at `pointer`."""
    copy = json.loads(json.dumps(tree))
    part = copy
    for step in pointer.split("/")[1:]:
        part = part[int(step) if isinstance(part, list) else step]
    part.pop(key, None)
    part[typo] = "?"
    return copy  # type: ignore[no-any-return]


STORY_PARTS: dict[str, tuple[type, dict[str, Any]]] = {
    "": (Story, STORY),
    "/publication": (Publication, {**STORY, "publication": {}}),
    "/panels/0": (Panel, {**STORY, "panels": [{}]}),
    "/panels/0/stats/0": (Stat, {**STORY, "panels": [{"stats": [{"label": "大"}]}]}),
    "/figures/0": (Figure, {**STORY, "figures": [{}]}),
}
LAYOUT_PARTS: dict[str, tuple[type, dict[str, Any]]] = {
    "": (LayoutFile, LAYOUT),
    "/page": (PageSpec, LAYOUT),
    "/colors/c": (ColorSpec, {**LAYOUT, "colors": {"c": {"k": 50}}}),
    "/fonts/g": (FaceSpec, {**LAYOUT, "fonts": {"f": SQUARE, "g": {"face": SQUARE, "index": 0}}}),
    "/fonts/f": (RoleSpec, {**LAYOUT, "fonts": {"f": {"han": SQUARE, "latin": SQUARE}}}),
    "/styles/s": (StyleSpec, LAYOUT),
    "/styles/s/digits": (
        PartSpec,
        {**LAYOUT, "styles": {"s": {"font": "f", "size": "9pt", "digits": {"size": 2}}}},
    ),
    "/body/insets/0": (
        Inset,
        {**LAYOUT, "body": {"type": "article", "body": [], "style": "s",
                            "insets": [{"block": {"type": "spacer"}}]}},
    ),
    "/body/children/0": (
        FrameAt,
        {**LAYOUT, "body": {"type": "frames", "children": [
            {"block": {"type": "spacer"}, "x": 0, "y": 0, "width": "9mm"}]}},
    ),
    "/body/arrow": (
        Arrow,
        {**LAYOUT, "body": {"type": "stat", "stat": "大", "style": "s", "arrow": {}}},
    ),
}  # fmt: skip
BLOCKS = {name: (cls, {**LAYOUT, "body": {"type": name}}) for name, cls in CATALOGUE.items()}


def cases(parts: dict[str, tuple[type, dict[str, Any]]]) -> list[Any]:
    return [
        pytest.param(put(tree, pointer, typo, key), pointer, typo, key, id=f"{cls.__name__}-{typo}")
        for pointer, (cls, tree) in parts.items()
        for typo, key in typos_of(cls)
    ]


BLOCK_CASES = [
    pytest.param(put(tree, "/body", typo, key), "/body", typo, key, id=f"{name}-{typo}")
    for name, (cls, tree) in BLOCKS.items()
    for typo, key in typos_of(cls)
]


@cache
def schema(kind: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(schema_text(kind)))


def unknown_fields(story: Path, layout: Path) -> list[Diagnostic]:
    with pytest.raises(SpecError) as caught:
        compose(story, layout)
    return [fault for fault in caught.value.diagnostics if fault.code == "field-unknown"]


def check(
    found: list[Diagnostic], path: Path, text: str, pointer: str, typo: str, key: str
) -> None:
    (fault,) = found
    before = text[: text.index(f'"{typo}"')]
    assert fault.origin.file == path.as_posix()
    assert fault.origin.line == before.count("\n") + 1
    assert fault.origin.column == len(before) - before.rfind("\n")
    assert fault.origin.pointer == f"{pointer}/{typo}"
    assert fault.hint == f"did you mean “{key}”?"


@pytest.mark.parametrize(("tree", "pointer", "typo", "key"), cases(STORY_PARTS))
def test_a_storys_field_misspelt(
    tmp_path: Path, tree: dict[str, Any], pointer: str, typo: str, key: str
) -> None:
    story, layout = tmp_path / "story.json", tmp_path / "layout.json"
    text = json.dumps(tree, ensure_ascii=False, indent=1)
    story.write_text(text, encoding="utf-8")
    layout.write_text(json.dumps(LAYOUT), encoding="utf-8")
    check(unknown_fields(story, layout), story, text, pointer, typo, key)
    assert not schema("story").is_valid(read_file(story, relaxed=False).plain())


@pytest.mark.parametrize(("tree", "pointer", "typo", "key"), [*cases(LAYOUT_PARTS), *BLOCK_CASES])
def test_a_layouts_field_misspelt(
    tmp_path: Path, tree: dict[str, Any], pointer: str, typo: str, key: str
) -> None:
    story, layout = tmp_path / "story.json", tmp_path / "layout.json"
    text = json.dumps(tree, ensure_ascii=False, indent=1)
    story.write_text(json.dumps(STORY), encoding="utf-8")
    layout.write_text(text, encoding="utf-8")
    check(unknown_fields(story, layout), layout, text, pointer, typo, key)
    assert not schema("layout").is_valid(read_file(layout, relaxed=True).plain())


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_blocks_type_misspelt(tmp_path: Path, name: str) -> None:
    story, layout = tmp_path / "story.json", tmp_path / "layout.json"
    story.write_text(json.dumps(STORY), encoding="utf-8")
    text = json.dumps({**LAYOUT, "body": {"type": doubled(name)}}, indent=1)
    layout.write_text(text, encoding="utf-8")
    with pytest.raises(SpecError) as caught:
        compose(story, layout)
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.hint) == ("block-type", f"did you mean “{name}”?")
    assert fault.origin.column == text.splitlines()[fault.origin.line - 1].index(f'"{name[:3]}') + 1
    assert not schema("layout").is_valid(json.loads(text))


def test_a_lead_and_a_subhead_misspelt_are_told_apart_from_paragraphs(tmp_path: Path) -> None:
    story, layout = tmp_path / "story.json", tmp_path / "layout.json"
    layout.write_text(json.dumps(LAYOUT), encoding="utf-8")
    story.write_text(json.dumps({**STORY, "body": [{"subhed": "大"}]}), encoding="utf-8")
    with pytest.raises(SpecError) as caught:
        compose(story, layout)
    assert "“lead” or “subhead”" in str(caught.value) or "“subhead”" in str(caught.value)
