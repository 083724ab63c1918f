"""The schemas in docs/schema are what the code writes, and every shipped file keeps to them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pages import ROOT

from infographic.loading.reading.source import read_file
from infographic.schemas import schema_text

STORY_FILES = [ROOT / "data.json", *sorted(ROOT.glob("examples/*/story.json"))]
LAYOUT_FILES = sorted(ROOT.glob("layouts/**/*.json"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def schema(kind: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(schema_text(kind)))


def plain(path: Path) -> Any:
    return read_file(path, relaxed=path in LAYOUT_FILES).plain()


@pytest.mark.parametrize("kind", ["story", "layout", "press"])
def test_the_schema_in_the_docs_is_the_one_the_code_writes(kind: str) -> None:
    path = ROOT / "docs" / "schema" / f"{kind}.schema.json"
    assert path.read_text(encoding="utf-8") == schema_text(kind), (
        "write them anew: infographic schema -o docs/schema"
    )


@pytest.mark.parametrize("kind", ["story", "layout", "press"])
def test_a_schema_is_one_and_names_itself(kind: str) -> None:
    tree = json.loads(schema_text(kind))
    jsonschema.Draft202012Validator.check_schema(tree)
    assert tree["$id"] == f"https://infographic.example/schema/{kind}.schema.json"
    assert tree["title"]
    for example in tree["examples"]:
        assert schema(kind).is_valid(example)


@pytest.mark.parametrize("path", [*STORY_FILES, *LAYOUT_FILES], ids=name_of)
def test_every_shipped_file_keeps_to_its_schema(path: Path) -> None:
    kind = "layout" if path in LAYOUT_FILES else "story"
    errors = [
        f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
        for error in schema(kind).iter_errors(plain(path))
    ]
    assert errors == []


@pytest.mark.parametrize("path", [*STORY_FILES, *LAYOUT_FILES], ids=name_of)
def test_every_shipped_file_names_its_schema_by_a_path_from_its_own_place(path: Path) -> None:
    kind = "layout" if path in LAYOUT_FILES else "story"
    named = plain(path)["$schema"]
    # VS Code takes only a path that begins with a full stop for one.
    assert named.startswith(".")
    assert (path.parent / named).resolve() == ROOT / "docs" / "schema" / f"{kind}.schema.json"


def test_every_field_of_both_files_is_described_or_plain() -> None:
    # An editor shows the description: most fields need one, “left” and “width” do not.
    for kind, least in (("story", 0.9), ("layout", 0.6)):
        tree = json.loads(schema_text(kind))
        records = [tree, *(part for part in tree["$defs"].values() if "properties" in part)]
        fields = [field for record in records for field in record["properties"].values()]
        described = [f for f in fields if isinstance(f, dict) and "description" in f]
        assert len(described) >= least * len(fields)


def layout(body: object) -> dict[str, Any]:
    return {"body": body}


TEXT = {"type": "text", "text": "大", "style": "s"}


@pytest.mark.parametrize(
    "tree",
    [
        {},
        {"extends": "square"},
        {"extends": ["families/daily"], "fonts": {"headline": {"latin": "sans-bold"}}},
        {"colors": {"accent": {"srgb": "#fff"}}},
        {"needs": {"/figures": {"min": 1}, "/headline": True, "//": "why"}},
        layout({"$if": "/deck", "then": TEXT}),
        layout({"type": "stack", "children": [{"$each": "/panels", "do": TEXT}]}),
        layout({**TEXT, "text": {"$data": "/headline"}}),
        layout({**TEXT, "text": {"$join": ["a", {"$data": "/deck"}], "with": " "}}),
        layout({**TEXT, "style": {"$data": "/style", "default": "s"}}),
        layout({"type": "spacer", "grow": {"$index": 1}}),
        layout({"type": "rule", "color": "accent 12%", "weight": "2pt"}),
        layout({"type": "grid", "areas": ["a"], "children": {"a": TEXT}, "rows": ["1fr", "auto"]}),
    ],
    ids=lambda tree: json.dumps(tree, ensure_ascii=False)[:70],
)
def test_what_a_layout_may_hold_the_schema_lets_pass(tree: dict[str, Any]) -> None:
    assert [error.message for error in schema("layout").iter_errors(tree)] == []


@pytest.mark.parametrize(
    "tree",
    [
        {"extend": "square"},
        {"needs": {"figures": True}},
        {"needs": {"/figures": {"mni": 1}}},
        {"page": {"width": 5}},
        layout({"type": "txt"}),
        layout({**TEXT, "text": {"$dta": "/headline"}}),
        layout({**TEXT, "text": {"$data": "/headline", "defualt": ""}}),
        layout({"type": "stack", "children": [{"$each": "/panels"}]}),
        layout({"type": "rule", "color": "accent 12"}),
        layout({"type": "stack", "children": [], "rows": ["2 fr"]}),
        layout({"type": "stack", "children": [], "gap": 4}),
    ],
    ids=lambda tree: json.dumps(tree, ensure_ascii=False)[:70],
)
def test_what_a_layout_may_not_hold_the_schema_underlines(tree: dict[str, Any]) -> None:
    assert not schema("layout").is_valid(tree)
