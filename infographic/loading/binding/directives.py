"""The directives' own JSON Schema, shared by every value of a layout that may be one."""

from __future__ import annotations

from typing import Any

from infographic.loading.binding.bind import FIELDS

Schema = dict[str, Any]

_POINTER: Schema = {
    "type": "string",
    "description": "“/a/0” from the story's top; inside a $each “.” or “./a”.",
}
_WHOLE: Schema = {"type": "integer", "minimum": 0}
_CONDITION: Schema = {"$ref": "#/$defs/condition"}
_CONDITIONS = ("not", "any", "all", "count", "characters", "named", "shape")
_SHAPE: Schema = {"enum": ["portrait", "square", "landscape", "panorama", "none"]}
_WORDS = {
    "$data": "The story's value at this pointer.",
    "$each": "In a list, one copy of “do” for each item of the list at this pointer.",
    "$index": "The item's number inside a $each, counted from this one.",
    "$if": "“then” where the condition holds, else “else”, or nothing.",
    "$join": "One text of several; missing and empty parts are skipped.",
    "$part": "The layout's part of this name.",
    "default": "Used where the pointer finds nothing.",
    "do": "Set for each item; “.” and “./a” point into it.",
    "as": "A name for the item, for pointers from inner lists: “name/a”.",
    "take": "At most so many items.",
    "skip": "Leave out so many items at the beginning.",
    "but": "Leave this item out: “news”.",
    "separator": "Put between the items.",
    "then": "Put here where the condition holds.",
    "else": "Put here where it does not.",
    "with": "Put between the parts.",
}


def directive_schema(block: Schema) -> dict[str, Schema]:
    """Definitions: “is-directive”, “directive”, “directive-for-block” and “condition”.

    `block` is the schema of what a $each or $if in place of a block puts there.
    """
    return {
        "is-directive": {
            "type": "object",
            "anyOf": [{"required": [name]} for name in FIELDS],
        },
        "directive": _directive({}),
        "directive-for-block": _directive(block),
        "condition": _condition(),
    }


def _directive(value: Schema) -> Schema:
    fields: dict[str, Schema] = {
        "$data": _POINTER,
        "$each": _POINTER,
        "$index": {"type": "integer"},
        "$if": _CONDITION,
        "$join": {"type": "array"},
        "$part": {"type": "string"},
        "default": {},
        "do": value,
        "as": {"type": "string"},
        "take": _WHOLE,
        "skip": _WHOLE,
        "but": _POINTER,
        "separator": value,
        "then": value,
        "else": value,
        "with": {"type": "string"},
    }
    described = {key: {**schema, "description": _WORDS[key]} for key, schema in fields.items()}
    required = {"$each": ["do"]}
    return {
        "type": "object",
        "allOf": [
            {
                "if": {"required": [name]},
                "then": {
                    "properties": {key: described[key] for key in sorted({name, *beside})},
                    "patternProperties": {"^//": True},
                    "additionalProperties": False,
                    "required": required.get(name, []),
                },
            }
            for name, beside in FIELDS.items()
        ],
    }


def _condition() -> Schema:
    fields: Schema = {
        "not": _CONDITION,
        "any": {"type": "array", "items": _CONDITION},
        "all": {"type": "array", "items": _CONDITION},
        "count": _POINTER,
        "characters": _POINTER,
        "min": _WHOLE,
        "max": _WHOLE,
        "but": _POINTER,
        "named": _POINTER,
        "in": _POINTER,
        "shape": _POINTER,
        "is": {"anyOf": [_SHAPE, {"type": "array", "items": _SHAPE, "minItems": 1}]},
    }
    counted: Schema = {"anyOf": [{"required": [name]} for name in ("count", "characters")]}
    return {
        "description": "A pointer that finds a value, or not, any, all, count or characters with "
        "min and max, named: a figure that the words refer to, or shape: that of a picture.",
        "anyOf": [
            _POINTER,
            # A condition that a layout asks for in several places.
            {
                "type": "object",
                "properties": {"$part": {"type": "string"}},
                "additionalProperties": False,
                "required": ["$part"],
            },
            {
                "type": "object",
                "properties": fields,
                "additionalProperties": False,
                "anyOf": [{"required": [name]} for name in _CONDITIONS],
                "dependentRequired": {
                    "but": ["count"],
                    "in": ["named"],
                    "shape": ["is"],
                    "is": ["shape"],
                },
                "dependentSchemas": {"min": counted, "max": counted},
            },
        ],
    }
