"""Stories and layouts by the grammar of their schemas: each field right or nearly so, by chance."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from random import Random
from typing import Any

from hostile.case import TESTS, layout

Schema = Mapping[str, Any]
DEEPEST = 9
"""Levels of objects; below them a field is left out, or is the simplest that it may be."""
WORDS = (
    "大", "建立**2300**余个", "增长5%", "“话”{汉|hàn}", "a-b", "", "一\n二", "{~不断~}", "2024年", "3月",
    "**1/3**", "1.2亿", "甲", "乙", "年", "人", "长" * 60, "word " * 20, "大　事", "\u0301", "👩", "\u202e", "A4", "2:1", "{page}",
)  # fmt: skip
POINTERS = (
    "/headline", "/body", "/body/0", "/panels", "/panels/0", "/panels/0/stats", "/panels/0/stats/0",
    "/figures/0", "/charts/0", "/charts", "/events", "/tables/0", ".", "./title", "/nowhere", "news",
    "facts",
)  # fmt: skip
NAMED: Mapping[str, Sequence[Any]] = {
    "Length": ("3mm", "12pt", "0pt", "40px", "小五", 0, "1pt", "2mm", "0.01pt", "9999mm"),
    "SignedLength": ("3mm", "-12pt", "0pt", 0, "-9999mm"),
    "Track": (
        "1fr", "auto", "rest", "40pt", "0", "30%", "0.001fr", "rest 20pt", "99999fr", "2000mm",
    ),
    "Color": ("red", "ink", "red 12%", "ink 0%"), "ColorName": ("red", "ink", "red 50%"),
    "TextStyle": ("s", "t", "u"), "Copy": WORDS, "PictureFile": (None,),
    "DrawingFile": ("a.svg",),
    "directive": ({"$data": "/headline"}, {"$data": "/nowhere", "default": "大"}, {"$index": 1}),
}  # fmt: skip
PLACES = ("甲", "乙", "丙", "丁县", "合计")
TABLES: Sequence[Any] = tuple(
    {
        "columns": ["地" if n % 2 else "年", *names],
        "rows": [
            [
                PLACES[row % 5] if n % 2 else str(2000 + row),
                *((7 * row + 3 * one) % 11 - n % 3 for one in range(len(names))),
            ]
            for row in range(1 + n)
        ],
    }
    for n, names in enumerate(
        (
            ["人"],
            ["%"],
            ["万人", "亿元"],
            ["a", "b", "c"],
            ["甲", "乙"],
            ["x", "y"],
            ["人"],
            ["人", "户"],
        )
        * 4
    )
)
KINDS = (
    "bars",
    "columns",
    "line",
    "area",
    "grouped-bars",
    "stacked-bars",
    "stacked-100",
    "dumbbells",
    "slope",
    "waterfall",
    "pyramid",
    "scatter",
    "donut",
    "share-bar",
    "unit-grid",
    "pictogram",
    "figures",
    "table",
    "lollipop",
    "dot-plot",
    "histogram",
    "strip",
    "calendar",
    "flow",
    "steps",
    "timeline",
    "small-multiples",
    "comparison",
    "change",
    "lead",
    "diverging-bars",
    "range-bars",
)
FIELDS: Mapping[str, Sequence[Any]] = {
    "size": ("10pt", "小五", "40pt", 0.5, "2pt"),
    "leading": (1.5, "14pt", 1, "1pt"),
    "font": ("f",),
    "based_on": ("s",),
    "width": ("200pt", "80mm", "20pt"),
    "height": ("200pt", "auto", "30pt"),
    "page_counts": (None,),
    **dict.fromkeys(
        ("color", "background", "ink", "accent", "ground", "tint", "mark"),
        ("red", "ink", "red 12%"),
    ),
    "data": TABLES,
    "kind": ("auto", *KINDS),
    "icon": ("粮食", "tea", ""),
    "number": (1, 2),
    "base": (None,),
    "image": (None,),
    **dict.fromkeys(
        ("when", "at", "from", "to", "forecast"),
        ("2024年", "2000", "2025年3月", "甲", 2001, "**3**"),
    ),
    "style": ("s", "t", "u"),
    "measure_style": ("s",),
    "house": (None,),
    "sign": (None,),
    "extends": (None,),
    "press": (None,),
    "priority": ("may", "should", "must"),
    "file": (None,),
    "areas": (["a b"], ["a", "b"], ["a a", "a b"], ["a ."]),
}
NUMBERS = (0, 1, 2, 3, 5, 12, -1, 0.5, 1.5, 100, 1e-9, 1e9, 1769800)
ODD = (None, True, "", [], {}, 0, -1, 1e308, "\0", [[]], {"$data": "/body"}, "1e400", [None])


class Growth:
    """One file, grown by the dice."""

    def __init__(self, schema: Schema, dice: Random, spoil: float = 0.003) -> None:
        self.schema, self.dice, self.spoil = schema, dice, spoil

    def whole(self) -> Any:
        return self.value(self.schema, 0)

    def value(self, schema: Schema | bool, depth: int) -> Any:
        dice = self.dice
        if dice.random() < self.spoil:
            return dice.choice(ODD)
        if isinstance(schema, bool):
            return dice.choice(WORDS)
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            if name in NAMED:
                return dice.choice(NAMED[name])
            if name == "block":
                return self.block(depth)
            return self.value(self.schema["$defs"][name], depth)
        if "else" in schema:
            return self.value(schema["else"], depth)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return dice.choice(schema["enum"])
        if "allOf" in schema:
            ways = [one["then"] for one in schema["allOf"] if one.get("then")]
            return self.value(dice.choice(ways), depth) if ways else None
        for many in ("anyOf", "oneOf"):
            if many in schema:
                return self.value(dice.choice(schema[many]), depth)
        kind = schema.get("type", "string")
        return self.of_kind(dice.choice(kind) if isinstance(kind, list) else kind, schema, depth)

    def of_kind(self, kind: str, schema: Schema, depth: int) -> Any:
        dice = self.dice
        match kind:
            case "object":
                return self.object(schema, depth)
            case "array":
                most = 0 if depth > DEEPEST else min(schema.get("maxItems", 4), 4)
                count = max(schema.get("minItems", 0), dice.randrange(most + 1))
                ways = schema.get("prefixItems", [])
                rest = schema.get("items", True)
                return [
                    self.value(ways[n] if n < len(ways) else rest, depth + 1) for n in range(count)
                ]
            case "boolean":
                return dice.random() < 0.5
            case "null":
                return None
            case "number" | "integer":
                return self.number(schema, whole=kind == "integer")
        return dice.choice((*WORDS, *POINTERS)) if "pattern" in schema else dice.choice(WORDS)

    def number(self, schema: Schema, *, whole: bool) -> float:
        """Within its bounds, for the most part."""
        low = schema.get("minimum", schema.get("exclusiveMinimum", 0))
        high = schema.get("maximum", schema.get("exclusiveMaximum", low + 12))
        within = [one for one in NUMBERS if low <= one <= high and (not whole or one == int(one))]
        return self.dice.choice(within or [low]) if self.dice.random() < 0.98 else -1e9

    def object(self, schema: Schema, depth: int) -> dict[str, Any]:
        known = schema.get("properties", {})
        wanted = set(schema.get("required", ()))
        share = 0.0 if depth > DEEPEST else 0.25
        made = {
            name: self.field(name, inner, depth + 1)
            for name, inner in known.items()
            if name in wanted or self.dice.random() < share
        }
        more = schema.get("additionalProperties")
        if isinstance(more, dict):
            for _ in range(self.dice.randrange(3)):
                made[self.dice.choice(("a", "b", "a", "b", "s", "甲"))] = self.value(
                    more, depth + 1
                )
        return made

    def field(self, name: str, schema: Schema, depth: int) -> Any:
        """Some fields want more than their schema says."""
        if name in FIELDS and self.dice.random() < 0.9:
            return self.dice.choice(FIELDS[name])
        return self.value(schema, depth)

    def block(self, depth: int) -> Any:
        kinds = [name for name in self.schema["$defs"] if name.startswith("block-")]
        if depth > DEEPEST - 3:
            kinds = ["block-text", "block-rule", "block-spacer", "block-qr"]
        name = self.dice.choice(kinds)
        made = self.value(self.schema["$defs"][name], depth)
        return {"type": name.removeprefix("block-"), **made} if isinstance(made, dict) else made


@cache
def schema_of(kind: str) -> Schema:
    found = json.loads(
        (TESTS.parent / f"docs/schema/{kind}.schema.json").read_text(encoding="utf-8")
    )
    assert isinstance(found, dict)
    return found


def story(dice: Random) -> Any:
    return Growth(schema_of("story"), dice).whole()


STYLE = {"font": "f", "size": "10pt", "leading": "14pt"}
STYLES = {
    "s": STYLE,
    "t": {"based_on": "s", "size": "20pt"},
    "u": {"based_on": "s", "align": "justify"},
}


def sheet(dice: Random) -> dict[str, Any]:
    """A layout whose faces are there; its page, body and styles are grown."""
    growth = Growth(schema_of("layout"), dice)
    whole = layout(growth.block(0), colors={"red": {"cmyk": [0, 100, 100, 0], "srgb": "#ff0000"}})
    defined = growth.schema["$defs"]
    styles = dict(STYLES)
    if dice.random() < 0.5:
        grown = growth.value(defined["StyleSpec"], 2)
        styles["t"] = {**STYLE, **grown, "font": "f"} if isinstance(grown, dict) else grown
    page = whole["page"]
    if dice.random() < 0.5:
        grown = growth.value(defined["PageSpec"], 2)
        page = {**grown, **page} if isinstance(grown, dict) else grown
    return {**whole, "styles": styles, "page": page}


def mutated(tree: Any, dice: Random) -> Any:
    """A copy with one to four values lost, doubled, odd, or in place of one another."""
    made = copy.deepcopy(tree)
    for _ in range(dice.choice((1, 1, 2, 4))):
        places = list(_places(made))
        if not places:
            break
        inside, key = dice.choice(places)
        other, at = dice.choice(places)
        match dice.randrange(5):
            case 0 if isinstance(inside, list):
                del inside[key]
            case 1 if isinstance(inside, list):
                inside.insert(key, copy.deepcopy(inside[key]))
            case 2:
                inside[key] = dice.choice((*ODD, *WORDS, *NUMBERS))
            case 3:
                inside[key] = copy.deepcopy(other[at])
            case _ if isinstance(inside, dict):
                inside[dice.choice([*inside, "x-a", "style", "kind", "data"])] = inside.pop(key)
    return made


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every value below a tree, as what holds it and its key there."""
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for key, inner in list(pairs):
        yield tree, key
        if isinstance(inner, dict | list):
            yield from _places(inner)


class Bytes(Random):
    """Dice that fall as bytes say, so that what looks at coverage may learn to throw them."""

    def __init__(self, data: bytes) -> None:
        super().__init__(0)
        self._data, self._at = data, 0

    def getrandbits(self, count: int, /) -> int:
        size = (count + 7) // 8
        part = self._data[self._at : self._at + size]
        self._at += size
        return int.from_bytes(part.ljust(size, b"\0"), "little") & ((1 << count) - 1)

    def random(self) -> float:
        return self.getrandbits(16) / 65_536
