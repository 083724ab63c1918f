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
        forms = [whole]
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


def _fitting(form: Schema, value: object, whole: Schema) -> Iterator[Schema]:
    """The forms without choices that a form comes to, those of the value's kind alone."""
    if "$ref" in form:
        name = str(form["$ref"]).rpartition("/")[2]
        yield from _fitting(whole["$defs"][name], value, whole)
        return
    choices = [*form.get("anyOf", ()), *form.get("oneOf", ())]
    if choices and "properties" not in form:
        for one in choices:
            yield from _fitting(one, value, whole)
        return
    kinds = {"object": dict, "array": list}
    kind = kinds.get(form.get("type", "object" if "properties" in form else ""))
    if kind is None or not isinstance(value, kind):
        return
    if isinstance(value, dict):
        for key, part in form.get("properties", {}).items():
            if "const" in part and key in value and value[key] != part["const"]:
                return
    yield form


def _below(form: Schema, step: str) -> Iterator[Schema]:
    """The form of what stands in an object or list."""
    if "items" in form:
        yield form["items"]
    elif step in form.get("properties", {}):
        yield form["properties"][step]
    elif isinstance(form.get("additionalProperties"), Mapping):
        yield form["additionalProperties"]


def _known(form: Schema, value: object) -> int:
    """How many fields of an object a form knows."""
    return len(form.get("properties", {}).keys() & (value if isinstance(value, dict) else {}))
