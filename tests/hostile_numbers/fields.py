"""Layouts and stories in which one number or length is absurd, for every field that takes one.

The fields are found in the schemas; a block stands alone on a page of the shipped layout that it
was found in, as small a one as there is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from infographic.schemas import schema_text

Tree = Any
Way = tuple[str | int, ...]
NUMBERS = ("-0.0", "0", "-1", "1e9", "1e15", "1e308", "-1e308", "1e-308", "1e400", "1" + "0" * 400)
"""As they are written: Python's own numbers are not all that JSON can say."""
LENGTHS = (
    *(f'"{number}{unit}"' for number in NUMBERS for unit in ("pt", "%")),
    '"1e308mm"', '"nanpt"', '"infpt"', '"-infmm"', '"1e308fr"', '"1e-308fr"', '"1e15px"',
)  # fmt: skip


@cache
def schema(kind: str) -> Tree:
    return json.loads(schema_text(kind))


def resolved(part: Tree, root: Tree) -> Iterator[Tree]:
    """A schema with what it refers to and the ways that it leaves open."""
    waiting, seen = [part], set()
    while waiting:
        one = waiting.pop()
        if not isinstance(one, dict) or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        if "$ref" in one:
            waiting.append(root["$defs"][one["$ref"].rpartition("/")[2]])
        for key in ("anyOf", "oneOf", "allOf"):
            waiting += one.get(key, ())
        waiting += [one[key] for key in ("then", "else") if key in one]


def kinds_at(part: Tree, root: Tree) -> set[str]:
    """“number” and “length”, where a value may be one."""
    found = set()
    for one in resolved(part, root):
        names = one.get("type", ())
        if {"number", "integer"} & {*((names,) if isinstance(names, str) else names)}:
            found.add("number")
        if str(one.get("$ref", "")).endswith(("Length", "Track")):
            found.add("length")
    return found


def places(part: Tree, value: Tree, root: Tree, way: Way = ()) -> Iterator[tuple[Way, set[str]]]:
    """Every place of a tree, or next to what stands in it, that takes a number or a length."""
    kinds = kinds_at(part, root)
    if kinds:
        yield way, kinds
    for one in resolved(part, root):
        if isinstance(value, dict):
            for key, inner in one.get("properties", {}).items():
                if key in value or kinds_at(inner, root):
                    yield from places(inner, value.get(key), root, (*way, key))
            rest = one.get("additionalProperties")
            if isinstance(rest, dict):
                for key in value:
                    yield from places(rest, value[key], root, (*way, key))
        if isinstance(value, list) and isinstance(one.get("items"), dict):
            for n, item in enumerate(value[:2]):
                yield from places(one["items"], item, root, (*way, n))


def changed(tree: Tree, way: Way, written: str) -> str:
    """The tree as JSON, with what is written at a place."""
    if not way:
        return written
    first, *rest = way
    items = tree.items() if isinstance(tree, dict) else enumerate(tree)
    parts = {key: json.dumps(value, ensure_ascii=False) for key, value in items}
    inner = tree[first] if first in parts else None
    parts[first] = changed(inner, tuple(rest), written)
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{json.dumps(key)}: {part}" for key, part in parts.items()) + "}"
    return "[" + ", ".join(parts.values()) + "]"


SHEET: Tree = {
    "page": {"width": "300pt", "height": "400pt", "margins": "12pt", "baseline": "12pt",
             "bleed": "3mm", "columns": 2, "gutter": "10pt", "measure_style": "s"},
    "colors": {"ink": {"cmyk": [0, 0, 0, 100], "srgb": "#000000"}, "tint": {"k": 20}},
    "fonts": {"f": "sans-regular"},
    "styles": {"s": {"font": "f", "size": "10pt", "leading": "12pt"},
               "t": {"based_on": "s", "size": "20pt", "leading": "24pt"}},
}  # fmt: skip
TEXT = {"type": "text", "text": {"$data": "/deck"}, "style": "s"}
BLOCKS: Mapping[str, Tree] = {
    "alternatives": {"of": [TEXT]},
    "article": {"body": {"$data": "/body"}, "style": "s", "columns": 2, "insets": [
        {"first": 1, "span": 1, "at": "top", "block": {**TEXT}}]},
    "artwork": {"file": "drawing.svg"},
    "cover": {"content": TEXT, "figure": {"$data": "/figures/0"}},
    "fact_box": {"color": "ink", "facts": ["一", "二"], "style": "s"},
    "figure": {"figure": {"$data": "/figures/0"}, "caption_style": "s"},
    "folio": {"style": "s", "left": "一", "right": "二"},
    "frames": {"children": [{"x": "10pt", "y": "10pt", "width": "90pt", "block": TEXT}]},
    "graphic": {"chart": {"$data": "/charts/0"}},
    "graphics": {"charts": {"$data": "/charts"}},
    "grid": {"areas": ["a b"], "children": {"a": TEXT, "b": TEXT}, "columns": ["1fr", "2fr"]},
    "headline": {"text": {"$data": "/headline"}, "style": "t"},
    "icon": {"name": "bank", "color": "ink"},
    "illustrated": {"text": {"type": "article", "body": {"$data": "/body"}, "style": "s"},
                    "blocks": [TEXT]},
    "list": {"items": ["一", "二"], "style": "s"},
    "numbers": {"style": "s", "value_style": "t", "facts": [{"$data": "/panels/0/stats/0"}]},
    "panel": {"content": TEXT, "background": "tint"},
    "pull_quote": {"quote": "一二三", "style": "s"},
    "qr": {"text": "https://example.cn"},
    "rule": {"color": "ink"},
    "section": {"content": TEXT, "color": "ink"},
    "spacer": {},
    "stack": {"children": [TEXT, TEXT]},
    "stat": {"style": "s", "value_style": "t", "stat": {"$data": "/panels/0/stats/0"}},
    "stats": {"style": "s", "value_style": "t", "stats": {"$data": "/panels/0/stats"}},
    "text": {key: TEXT[key] for key in ("text", "style")},
    "thread": {"thread": "a", "height": "200pt"},
}  # fmt: skip
STORY: Tree = {
    "headline": "一座城的粮仓", "deck": "今年秋收，青禾市把结算搬到了田边。",
    "body": ["清晨六点，收储库的大门刚打开，卡车便停上了地磅。" * 4, "潮粮当天入机。" * 6],
    "panels": [{"title": "变化", "stats": [
        "网点**217**个", {"from": "**74**分钟", "to": "**19**分钟"}]}],
    "figures": [{"image": None, "caption": "图说", "aspect": "3:2"}],
    "charts": [{"title": "产量", "kind": "bars", "measure": {"unit": "吨"}, "source": "示例",
                "data": {"columns": ["县", "产量"],
                         "rows": [["甲", 4.1], ["乙", 3.2], ["丙", 2]]}}],
    "events": [{"when": "2024年", "what": "开工"}, {"when": "2025年", "what": "完工"}],
    "places": [],
}  # fmt: skip


def block_of(kind: str) -> Tree:
    return {"type": kind, **BLOCKS[kind]}


def host_of(kind: str) -> Tree:
    """A page with a block of the kind alone."""
    first = {"type": "article", "body": {"$data": "/body"}, "style": "s", "thread": "a"}
    before = [first] if kind == "thread" else []
    return {**SHEET, "body": {"type": "stack", "rows": ["1fr", "4fr"][: len(before) + 1][::-1],
                              "children": [*before, block_of(kind)]}}  # fmt: skip


def written_in(kinds: set[str]) -> tuple[str, ...]:
    return (*NUMBERS, *(LENGTHS if "length" in kinds else ()))


def hostile_layouts(kind: str) -> Iterator[tuple[Way, str, str]]:
    """The places of a block's own fields, what is written there, and the layout's text."""
    host, root = host_of(kind), schema("layout")
    at = len(host["body"]["children"]) - 1
    for way, kinds in places(root["$defs"][f"block-{kind}"], block_of(kind), root):
        # The fields of the blocks in it are tried where those are alone.
        if not any(isinstance(step, str) and step in INSIDE for step in way[:-1]):
            for written in written_in(kinds):
                yield way, written, changed(host, ("body", "children", at, *way), written)


INSIDE = ("content", "children", "of", "text", "blocks", "block")


def hostile_sheets() -> Iterator[tuple[Way, str, str]]:
    """The same of what is no block: the page, its colours and styles."""
    host, root = host_of("text"), schema("layout")
    for way, kinds in places(root, host, root):
        if way and way[0] != "body":
            for written in written_in(kinds):
                yield way, written, changed(host, way, written)


def hostile_stories() -> Iterator[tuple[Way, str, str]]:
    """The numbers of a story, each in turn."""
    root = schema("story")
    for way, kinds in places(root, STORY, root):
        for written in written_in(kinds):
            yield way, written, changed(STORY, way, written)
