"""The fields that an object of a story, layout or press profile may have, in their schema's order.

Docs and schemas list fields in the order of the classes, and authors write them so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from infographic.loading.reading.pointer import steps_of

Schema = Mapping[str, Any]


def no_order(tree: object, pointer: str) -> Sequence[str]:
    """Of files that have no schema: what is new stands at the end."""
    return ()


class FieldOrder:
    """The order of one kind of file. The first call reads the schema, which takes 0.2 s."""

    def __init__(self, kind: str) -> None:
        """`kind`: “story”, “layout” or “press”."""
        self.kind = kind

    def __call__(self, tree: object, pointer: str) -> Sequence[str]:
        """The fields of the object at a pointer of a plain tree; () where any may stand there."""
        whole = _schema(self.kind)
        forms: list[Any] = [whole]
        value: Any = tree
        for step in steps_of(pointer):
            forms = [one for form in forms for one in _fitting(form, value, whole)]
            forms = [part for form in forms for part in _below(form, step)]
            value = value[int(step)] if isinstance(value, list) else value[step]
        fitting = [one for form in forms for one in _fitting(form, value, whole)]
        return tuple(max(fitting, key=lambda one: _known(one, value), default={})
                     .get("properties", ()))  # fmt: skip


@cache
def _schema(kind: str) -> Schema:
    # Late: the schemas are made of all blocks, which are imported for them.
    from infographic import schemas

    makers = {
        "story": schemas.story_schema,
        "layout": schemas.layout_schema,
        "press": schemas.press_schema,
    }
    return makers[kind]()


def _fitting(form: Any, value: object, whole: Schema) -> Iterator[Schema]:
    """All that a form says of a value of this kind, its choices made."""
    if not isinstance(form, Mapping):
        return
    if "$ref" in form:
        yield from _fitting(_named(form["$ref"], whole), value, whole)
    if "if" in form:
        chosen = "then" if _holds(form["if"], value, whole) else "else"
        yield from _fitting(form.get(chosen), value, whole)
    for part in (*form.get("allOf", ()), *form.get("anyOf", ()), *form.get("oneOf", ())):
        yield from _fitting(part, value, whole)
    if form.keys() & _HOLDERS and _is_of(form.get("type"), value):
        yield form


_HOLDERS = {"properties", "items", "additionalProperties"}
_KINDS: Mapping[str, type] = {
    "object": dict,
    "array": list,
    "string": str,
    "null": type(None),
    "boolean": bool,
}


def _named(reference: str, whole: Schema) -> Any:
    return whole["$defs"][reference.rpartition("/")[2]]


def _is_of(kinds: str | Sequence[str] | None, value: object) -> bool:
    """Whether a value is of one of a schema's kinds, numbers left aside."""
    named = [kinds] if isinstance(kinds, str) else kinds
    return named is None or any(isinstance(value, _KINDS.get(one, float)) for one in named)


def _holds(condition: Schema, value: object, whole: Schema) -> bool:
    """Whether an “if” holds, as far as the schemas of ours ask."""
    if "$ref" in condition:
        condition = _named(condition["$ref"], whole)
    fields = value if isinstance(value, dict) else {}
    return (
        _is_of(condition.get("type"), value)
        and fields.keys() >= set(condition.get("required", ()))
        and all(
            fields.get(key) == part["const"]
            for key, part in condition.get("properties", {}).items()
            if isinstance(part, Mapping) and "const" in part
        )
        and (
            "anyOf" not in condition or any(_holds(one, value, whole) for one in condition["anyOf"])
        )
    )


def _below(form: Schema, step: str) -> Iterator[Any]:
    """The form of what stands in an object or list."""
    if step in form.get("properties", {}):
        yield form["properties"][step]
    elif isinstance(form.get("items"), Mapping):
        yield form["items"]
    elif isinstance(form.get("additionalProperties"), Mapping):
        yield form["additionalProperties"]


def _known(form: Schema, value: object) -> tuple[int, int]:
    """How many fields of an object a form knows, and how many there are."""
    fields = form.get("properties", {}).keys()
    return len(fields & (value if isinstance(value, dict) else {})), len(fields)
