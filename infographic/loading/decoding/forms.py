"""A Python type as the JSON it is read from, worked out once for each type.

The decoder and the JSON Schema both go by these forms, so they cannot disagree. They are named
tuples.
"""

from __future__ import annotations

import sys
import types
import typing
from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import Enum
from functools import cache
from importlib import import_module
from typing import Annotated, Any, Literal, Union

from infographic.foundation.datum import Node, Origin
from infographic.foundation.fields import (
    AssetField,
    LaterField,
    LengthField,
    PageField,
    Range,
    ShortField,
    UnitField,
)
from infographic.foundation.geometry import Insets
from infographic.foundation.record import MISSING, is_record
from infographic.foundation.record import fields as fields_of
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say

NO_BOUNDS = Range()


class Raw(NamedTuple):
    """A node as it is."""


class Scalar(NamedTuple):
    """str, int, float, Decimal, bool or None."""

    kind: type
    bounds: Range = NO_BOUNDS
    has_unit: bool = False
    """Whether a number in its place lacks a unit."""


class Measure(NamedTuple):
    """A length in points, written with its unit."""

    bounds: Range = NO_BOUNDS


class Edges(NamedTuple):
    """Insets: one length, or a list of two or four, none of them negative."""


class Choice(NamedTuple):
    """One of some words or numbers."""

    values: Mapping[object, object]
    """What is written, and what it is read as."""


class Several(NamedTuple):
    """tuple[X, ...]: a list."""

    item: object
    bounds: Range = NO_BOUNDS


class Fixed(NamedTuple):
    """tuple[X, Y]: a list of exactly these."""

    items: tuple[object, ...]


class Table(NamedTuple):
    """dict[str, X]: an object with keys of the author's choosing."""

    item: object


class Field(NamedTuple):
    """One field of a record."""

    name: str
    key: str
    """Its name in the file: `from_` is “from” there."""
    hint: object
    required: bool
    default: object
    """MISSING where there is none, or it is made by a factory."""


class Record(NamedTuple):
    """A dataclass: an object with known fields."""

    cls: type
    fields: Mapping[str, Field]
    """By key."""
    has_origin: bool
    """Whether its field `origin` takes the object's place."""
    places: Mapping[str, str] = {}
    """Fields that take the place of another's value, by that one's key: `value_origin`."""


class OneOf(NamedTuple):
    """X | Y."""

    members: tuple[object, ...]
    short_for: tuple[type, str] | None = None
    """The dataclass that what is read is made into, and the field that it is there."""


class Custom(NamedTuple):
    """A type with a reader of its own."""

    hint: object


class Later(NamedTuple):
    """A class whose module was imported because a file has a value of it."""

    cls: type


class OfPage(NamedTuple):
    """A value that may be written “page”: what the page has of it."""

    hint: object
    """The annotation of a value of its own."""
    mark: PageField
    """Its reader's name."""


PAGE = "page"
Form = (
    Raw | Scalar | Measure | Edges | Choice | Several | Fixed | Table | Record | OneOf | Custom
    | OfPage | Later
)  # fmt: skip


@cache
def form_of(hint: Any) -> Form:
    """The form of a type, as it stands in an annotation."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is Annotated:
        for mark in arguments[1:]:
            if isinstance(mark, PageField):
                others = tuple(other for other in arguments[1:] if other is not mark)
                marked: Any = Annotated
                return OfPage(marked[(arguments[0], *others)] if others else arguments[0], mark)
            if isinstance(mark, LaterField):
                return Later(class_of(mark))
            if isinstance(mark, AssetField):
                return Custom(mark)
            if isinstance(mark, ShortField):
                return _short(arguments[0], mark.field)
        return _marked(form_of(arguments[0]), arguments[1:])
    if origin in (Union, types.UnionType):
        return OneOf(arguments)
    if origin is Literal:
        return Choice({value: value for value in arguments})
    if origin is tuple:
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return Several(arguments[0])
        return Fixed(arguments)
    if origin in (dict, Mapping):
        return Table(arguments[1])
    if hint is Node or hint is object or hint is Any:
        return Raw()
    if hint is Insets:
        return Edges()
    if hint in (str, int, float, Decimal, bool, type(None)):
        return Scalar(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return Choice({member.value: member for member in hint})
    return Custom(hint)


def class_of(mark: LaterField) -> type:
    """The class that a late field names; its module is imported."""
    module, _, name = mark.path.partition(":")
    found = getattr(import_module(module), name)
    assert isinstance(found, type), f"{mark.path} is no class"
    return found


def _short(cls: type, field: str) -> OneOf:
    """A dataclass that may be written as one of its fields: that field's type, or an object."""
    hint = hints_of(cls)[field]
    is_union = typing.get_origin(hint) in (Union, types.UnionType)
    own = tuple(member for member in typing.get_args(hint) if member is not type(None))
    return OneOf((*(own if is_union else (hint,)), cls), (cls, field))


def _marked(form: Form, marks: tuple[object, ...]) -> Form:
    if any(isinstance(mark, LengthField) for mark in marks):
        form = Measure()
    if any(isinstance(mark, UnitField) for mark in marks):
        form = Scalar(str, has_unit=True)
    for mark in marks:
        bounds = Range(*(getattr(mark, name, None) for name in Range._fields))
        if bounds != NO_BOUNDS and isinstance(form, Scalar | Measure | Several):
            form = form._replace(bounds=bounds)
    return form


def hints_of(cls: type) -> dict[str, Any]:
    """A class's annotations worked out: what `typing.get_type_hints` gives, with extras.

    Each text is compiled once for all classes, where the library compiles each field's: 7 ms of a
    cold page became 2.
    """
    hints: dict[str, Any] = {}
    for base in reversed(cls.__mro__):
        names = vars(sys.modules[base.__module__])
        for name, text in getattr(base, "__annotations__", {}).items():
            hint = eval(_code_of(text), names) if isinstance(text, str) else text
            hints[name] = type(None) if hint is None else hint
    return hints


@cache
def _code_of(annotation: str) -> types.CodeType:
    return compile(annotation, "<annotation>", "eval")


@cache
def record_of(cls: type) -> Record:
    """A dataclass's fields, with their annotations worked out."""
    hints = hints_of(cls)
    fields: dict[str, Field] = {}
    places: dict[str, str] = {}
    has_origin = False
    for field in fields_of(cls):
        if field.name == "origin" and hints["origin"] is Origin:
            has_origin = True
        elif field.name.endswith("_origin") and hints[field.name] is Origin:
            places[field.name.removesuffix("_origin")] = field.name
        elif field.init:
            key = field.name.removesuffix("_")
            required = field.default is MISSING and field.default_factory is MISSING
            hint = hints[field.name]
            fields[key] = Field(field.name, key, hint, required, field.default)
    return Record(cls, fields, has_origin, places)


def name_of(cls: str) -> str:
    """What an object's class is called where authors read of it: in messages, in docs/fields.md."""
    return cls.removesuffix("Spec").removesuffix("File")


def wanted(form: Form) -> Saying:
    """What the form is, for “expected …”."""
    match form:
        case Scalar(kind=kind, bounds=bounds):
            return within(_SCALARS[kind], bounds)
        case Measure(bounds=bounds):
            return within(say("phrase/length"), bounds)
        case Edges():
            return say("phrase/edges")
        case Choice(values=values):
            return one_of([_written(value) for value in values])
        case Several():
            return say("phrase/list")
        case Fixed(items=items):
            return say("phrase/list-of", count=len(items))
        case OneOf(members=members):
            # A text or a color; null is no help to name.
            kinds = [m for m in members if m is not type(None)]
            return one_of(list(dict.fromkeys(wanted(resolved(member)) for member in kinds)))
        case Custom(hint=hint):
            own = hint.kind if isinstance(hint, AssetField) else str(hint)
            name = getattr(hint, "__name__", own)
            return _CUSTOM.get(name) or say("phrase/type", name=name)
        case OfPage(hint=hint):
            return one_of([wanted(resolved(hint)), _written(PAGE)])
        case Later(cls=cls):
            return wanted(resolved(cls))
        case Raw():
            return say("phrase/value")
        case Record(cls=cls) if hasattr(cls, "opened"):
            return say("phrase/data-of-story")
        case Table() | Record():
            return say("phrase/object")


def _written(value: object) -> Saying:
    """A word of a choice as a file has it: a text in quotes, a number without."""
    if isinstance(value, str):
        return say("phrase/quoted", words=value)
    return say("phrase/written", value=str(value))


def resolved(hint: object) -> Form:
    """The form of a type, with a dataclass that has no reader taken as a record."""
    form = form_of(hint)
    if isinstance(form, Custom) and isinstance(hint, type) and is_record(hint):
        return record_of(hint)
    return form


_SCALARS = {
    str: say("phrase/text"),
    int: say("phrase/whole-number"),
    float: say("phrase/number"),
    Decimal: say("phrase/number"),
    bool: say("phrase/true-or-false"),
    type(None): say("phrase/null"),
}
_CUSTOM = {
    "Block": say("phrase/block"),
    "Color": say("phrase/color"),
    "Copy": say("phrase/copy"),
    "Figure": say("phrase/a-figure"),
    "ColorName": say("phrase/color"),
    "DrawingFile": say("phrase/drawing-file"),
    "PictureFile": say("phrase/image-file"),
    "TextStyle": say("phrase/text-style"),
    "map": say("phrase/map-file"),
    "Track": say("phrase/track"),
}
"""Types with readers of their own, by name."""


def within(kind: Saying, bounds: Range) -> Saying:
    """A kind of value, and its bounds where it has any.

    >>> str(within(say("phrase/number"), Range(ge=0, le=1)))
    'a number from 0 to 1'
    """
    low, above, high, below = bounds.ge, bounds.gt, bounds.le, bounds.lt
    if low is not None and high is not None:
        return say("phrase/from-to", kind=kind, low=low, high=high)
    if low is not None:
        kind = say("phrase/from", kind=kind, low=low)
    if above is not None:
        kind = say("phrase/above", kind=kind, low=above)
    if high is not None:
        kind = say("phrase/up-to", kind=kind, high=high)
    return kind if below is None else say("phrase/below", kind=kind, high=below)


def one_of(kinds: Sequence[Saying]) -> Saying:
    """
    >>> str(one_of([say("phrase/null"), say("phrase/text"), say("phrase/list")]))
    'null, a text or a list'
    """
    return say("phrase/or", kinds=kinds) if len(kinds) > 1 else kinds[0]


def may_be(node: Node, form: Form) -> bool:
    """Whether a node's JSON kind is one that the form is written as."""
    value = node.value
    match form:
        case Scalar(kind=kind):
            if isinstance(value, bool):
                return kind is bool
            numbers = (int, float, Decimal)
            return isinstance(value, numbers if kind in numbers else kind)
        case Measure():
            return isinstance(value, str)
        case Edges():
            return isinstance(value, str | tuple)
        case Choice(values=values):
            return isinstance(value, tuple({type(word) for word in values}))
        case Several() | Fixed():
            return isinstance(value, tuple)
        case Table() | Record():
            return isinstance(value, dict)
        case OfPage(hint=hint):
            return value == PAGE or may_be(node, form_of(hint))
        case Later(cls=cls):
            return may_be(node, resolved(cls))
        case Custom() | Raw() | OneOf():
            return value is not None


def is_inside(value: float | Decimal, bounds: Range) -> bool:
    return (
        (bounds.ge is None or value >= bounds.ge)
        and (bounds.gt is None or value > bounds.gt)
        and (bounds.le is None or value <= bounds.le)
        and (bounds.lt is None or value < bounds.lt)
    )
