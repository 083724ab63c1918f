"""What the forms of a story are made of: its classes' fields, as a browser is told them.

`story_fields()` is {class: {"doc", "short", "fields": [{"key", "kind", "required", "doc", …}]}},
in the order of the classes' own. “short” is the field that may stand for the whole object (a stat
that is a sentence), "" for none. Kinds, and what goes with them:

- “copy” words with marks; “text” plain ones; “flag” true or false; “picture”, “drawing”, “map” a
  file's name; “icon”, “device”, “color” a name; “focus” a point of a picture in shares; “data”
  what a chart is drawn from; “names” an object of texts
- “number” with “whole”, “least”, “most”; “value” a number or a text, as it is typed
  (“text” may be a list of texts, too: two times)
- “choice” with “values”
- “object” with “class”; “pair” of numbers
- “list” with “of”: what one item is, of these kinds; “classes” where its items are objects, of
  which those with a “short” may stand as a text
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from infographic.display.items import DrawingFile, PictureFile
from infographic.foundation.fields import NamedField
from infographic.foundation.record import is_record
from infographic.foundation.table import Table as Data
from infographic.loading.decoding.forms import (
    Choice,
    Custom,
    Field,
    Fixed,
    Later,
    OneOf,
    Record,
    Scalar,
    Several,
    Table,
    form_of,
    record_of,
    resolved,
)
from infographic.loading.decoding.schema import field_descriptions, summary
from infographic.story import chart
from infographic.story import model as story
from infographic.text.copy import Copy

CLASSES: tuple[type, ...] = (
    story.Story, story.Publication, story.Panel, story.Stat, story.Figure, story.Lead,
    story.Subhead, story.Quote, chart.Chart, chart.Measure, chart.PointNote, chart.ReferenceLine,
    chart.ShadedSpan, chart.Event, chart.Place, chart.Base,
)  # fmt: skip
SHORT = {"Stat": "text", "Measure": "what"}
KINDS: dict[object, str] = {
    Copy: "copy", PictureFile: "picture", DrawingFile: "drawing", story.ColorName: "color",
    Data: "data",
}  # fmt: skip
OWN = {("Figure", "focus"): "focus", ("Chart", "kind"): "device"}
"""Fields that a form of their own is made for."""


@cache
def story_fields() -> dict[str, Any]:
    """The classes of a story by their names."""
    return {
        cls.__name__: {
            "doc": summary(cls),
            "short": SHORT.get(cls.__name__, ""),
            "fields": [_field(cls, field) for field in record_of(cls).fields.values()],
        }
        for cls in CLASSES
    }


def _field(cls: type, field: Field) -> dict[str, Any]:
    told = {
        "key": field.key,
        "doc": field_descriptions(cls).get(field.name, ""),
        "required": field.required,
        **_kind(field.hint),
    }
    own = OWN.get((cls.__name__, field.key))
    if own:
        told["kind"] = own
    if isinstance(field.default, str | int):
        told["default"] = field.default
    return told


def _kind(hint: Any) -> dict[str, Any]:
    """The kind of a value and what goes with it."""
    if hint in KINDS:
        return {"kind": KINDS[hint]}
    if any(isinstance(mark, NamedField) for mark in _marks(hint)):
        return {"kind": "icon"}
    form = resolved(hint)
    match form:
        case Scalar(kind=kind, bounds=bounds):
            if kind is bool:
                return {"kind": "flag"}
            if kind is str:
                return {"kind": "text"}
            limits = {"least": bounds.ge, "most": bounds.le}
            told = {name: limit for name, limit in limits.items() if limit is not None}
            return {"kind": "number", "whole": kind is int, **told}
        case Choice(values=values):
            return {"kind": "choice", "values": list(values)}
        case Several(item=item):
            return {"kind": "list", "of": _kind(item)}
        case Fixed():
            return {"kind": "pair"}
        case Table():
            return {"kind": "names"}
        case OneOf(members=members):
            return _one_of(members)
        case Custom():
            return {"kind": "map"}
        case Record(cls=cls) | Later(cls=cls):
            return {"kind": "object", "class": cls.__name__}
    raise TypeError(f"no form for {hint}")


def _one_of(members: tuple[Any, ...]) -> dict[str, Any]:
    """X or null is X; a number or a text is “value”; words or objects are “object” with
    “classes”."""
    kinds = [member for member in members if member is not type(None)]
    if len(kinds) == 1:
        return _kind(kinds[0])
    classes = [kind for kind in map(_class_of, kinds) if kind]
    if classes:
        short = "copy" if Copy in kinds else ""
        told = {"kind": "object", "class": classes[0], "classes": classes, "or": short}
        return told if len(classes) > 1 or short else {"kind": "object", "class": classes[0]}
    if str in kinds:
        return {"kind": "value" if len(kinds) > 1 and _has_number(kinds) else "text"}
    return {"kind": "number", "whole": float not in kinds and Decimal not in kinds}


def _has_number(kinds: list[Any]) -> bool:
    return any(kind in (int, float, Decimal) for kind in kinds)


def _class_of(hint: Any) -> str:
    form = form_of(hint)
    if isinstance(form, Later):
        return form.cls.__name__
    return hint.__name__ if isinstance(hint, type) and is_record(hint) and hint is not Copy else ""


def _marks(hint: Any) -> tuple[Any, ...]:
    return get_args(hint)[1:] if get_origin(hint) is Annotated else ()
