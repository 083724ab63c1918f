"""The JSON Schemas of what authors write, made from the types that decode them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from infographic.blocks import CATALOGUE
from infographic.display.items import DrawingFile, PictureFile
from infographic.foundation.color import Color
from infographic.foundation.fields import AssetField
from infographic.foundation.table import Table
from infographic.foundation.units import POINTS_PER, ZIHAO
from infographic.layout.block import Block
from infographic.layout.tracks import Track
from infographic.loading.binding.needs import BOUNDS, POINTERS
from infographic.loading.decoding.schema import Schema, schema_of
from infographic.loading.sheet.layout_file import LayoutFile
from infographic.loading.tables.spec import DataSpec
from infographic.press.imposition import SheetSpec
from infographic.press.profile import PressProfile
from infographic.story.model import ColorName, Story
from infographic.text.copy import Copy
from infographic.text.style import TextStyle

BASE = "https://infographic.example/schema/"

_COPY: Schema = {
    "type": "string",
    "description": "Words, with marks: **2300** a number or strong words, {~never broken~}.",
}
_PICTURE: Schema = {"type": "string", "description": "A picture's path, from the file's folder."}

_DRAWING: Schema = {"type": "string", "description": "An SVG's path, from the file's folder."}

_MAP: Schema = {
    "description": "A base map's path, from the file's folder; or that, and where its names are.",
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {
                "path": {"type": "string"},
                "names": {"type": "string"},
                "layer": {"type": "string"},
            },
            "required": ["path"],
            "additionalProperties": False,
        },
    ],
}

_CELL = str | float | bool | None
WRITTEN_AS = {
    Table: str
    | DataSpec
    | Mapping[str, tuple[_CELL, ...]]
    | tuple[Mapping[str, _CELL], ...]
    | tuple[tuple[_CELL, ...], ...]
}
"""What is written where the story has a table: a file's name, or how it comes from one; or mere
values: an object of lists, a list of objects, a list of rows."""

STORY_EXAMPLE = {
    "headline": "两千三百个联盟　一座城的底气",
    "panels": [{"title": "数说变化", "stats": ["建立城市党建联盟**2300**余个"]}],
}
LAYOUT_EXAMPLE = {
    "extends": "square",
    "colors": {"accent": {"cmyk": [100, 70, 0, 20], "srgb": "#0b4f8a"}},
    "styles": {"headline": {"size": "84px"}},
}


PRESS_EXAMPLE = {
    "extends": "newsprint",
    "intent": {"identifier": "Our plant", "registry": "", "info": "Coldset, our plant, 2026"},
    "icc": "house.icc",
    "ink": {"design": 230, "hard": 240},
}


SHEET_EXAMPLE = {
    "size": ["210mm", "297mm"],
    "margins": "12mm",
    "gap": ["6mm", "8mm"],
    "marks": True,
}


def schema_text(kind: str) -> str:
    """The schema of a “story”, a “layout”, a “press” profile or a “sheet”, as its file's text."""
    made = {
        "story": story_schema, "layout": layout_schema, "press": press_schema,
        "sheet": sheet_schema,
    }  # fmt: skip
    schema = made[kind]()
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def story_schema() -> Schema:
    custom = {
        Copy: _COPY,
        PictureFile: _PICTURE,
        DrawingFile: _DRAWING,
        ColorName: _color(),
        AssetField("map"): _MAP,
    }
    schema = schema_of(Story, custom=custom, written_as=WRITTEN_AS, title="Story")
    return _headed("story", schema, STORY_EXAMPLE)


def layout_schema() -> Schema:
    custom = {
        Copy: _COPY,
        PictureFile: _PICTURE,
        DrawingFile: _DRAWING,
        ColorName: _color(),
        AssetField("map"): _MAP,
        Color: _color(),
        TextStyle: {"type": "string", "description": "The name of a style in “styles”."},
        Track: _track(),
    }
    schema = schema_of(
        LayoutFile,
        custom=custom,
        written_as=WRITTEN_AS,
        catalogue=CATALOGUE,
        block=Block,
        directives=True,
        title="Layout",
    )
    about = schema["properties"]["needs"].get("description", "")
    schema["properties"]["needs"] = {"$ref": "#/$defs/Needs", "description": about}
    schema["$defs"] = dict(sorted({**schema["$defs"], "Needs": _needs()}.items()))
    # A layout that extends another holds only what differs, of its tokens too.
    del schema["required"]
    for name in ("FaceSpec", "RoleSpec"):
        schema["$defs"][name]["required"] = []
    # Not of the standard: VS Code goes by them.
    schema |= {"allowComments": True, "allowTrailingCommas": True}
    return _headed("layout", schema, LAYOUT_EXAMPLE)


def press_schema() -> Schema:
    schema = schema_of(PressProfile, title="Press profile")
    extends = {"type": "string", "description": "A profile it takes over, by name or path."}
    schema["properties"] = {"extends": extends, **schema["properties"]}
    # A profile that extends another holds only what differs.
    schema["$defs"]["IntentSpec"]["required"] = []
    schema |= {"allowComments": True, "allowTrailingCommas": True}
    return _headed("press", schema, PRESS_EXAMPLE)


def sheet_schema() -> Schema:
    schema = schema_of(SheetSpec, title="Sheet of records")
    schema |= {"allowComments": True, "allowTrailingCommas": True}
    return _headed("sheet", schema, SHEET_EXAMPLE)


def _headed(kind: str, schema: Schema, example: dict[str, Any]) -> Schema:
    head = {"$schema": schema["$schema"], "$id": f"{BASE}{kind}.schema.json"}
    return {**head, **schema, "examples": [example]}


def _color() -> Schema:
    return {
        "type": "string",
        "pattern": r"^\S+( +\d+(\.\d+)? *%)?$",
        "description": "The name of a colour in “colors”, or a tint of it: “accent 12%”.",
    }


def _track() -> Schema:
    number = r"(\d+\.?\d*|\.\d+)"
    lengths = rf"\+?{number} *({'|'.join(POINTS_PER)})"
    words = "|".join(("auto", "rest", "0", *ZIHAO))
    return {
        "type": "string",
        "pattern": f"^({words}|{number}(fr|%)|(rest +)?{lengths})$",
        "description": "“auto”, a share such as “2fr”, “rest”, “rest 80mm”, a length, a per cent.",
    }


def _needs() -> Schema:
    bounds: dict[str, Schema] = {name: {"type": "integer"} for name in BOUNDS}
    bounds |= {name: {"type": "string"} for name in POINTERS}
    return {
        "type": "object",
        "patternProperties": {
            "^/([^/]|$)": {
                "anyOf": [
                    {"type": "boolean"},
                    {"type": "object", "properties": bounds, "additionalProperties": False},
                ]
            },
            "^//": True,
        },
        "additionalProperties": False,
    }
