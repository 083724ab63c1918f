"""The methods of records (`record`), made when one is first called.

An `__init__` may not simply assign, since the class refuses. So the object becomes a *draft*, of a
class with the same slots that refuses nothing, is filled by plain assignments, and becomes a record
again: 0.40 µs for five fields, where a dataclass calls `object.__setattr__` five times in 0.80 µs.

To compile a method takes 0.09 ms and more; to give a compiled template (`templates`) the names of
a class, 0.005 ms.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import FunctionType
from typing import Any

from infographic.foundation.record import templates

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
FEW = 2
"""So many fields are set one by one: to become a draft and a record takes as long."""
TEMPLATES: dict[str, FunctionType] = vars(templates)
become = object.__dict__["__class__"].__set__


class Missing:
    def __repr__(self) -> str:
        return "MISSING"


MISSING = Missing()
NONE = object()


class Shape:
    """What a record's class is made by; `values` and `places` are for what is replaced in it."""

    __slots__ = (
        "eq", "fields", "fill", "frozen", "own_init", "places", "record", "slots", "standard",
        "values",
    )  # fmt: skip

    record: type[Any]

    def __init__(self, fields: dict[str, Any], *, frozen: bool, slots: bool, eq: bool) -> None:
        self.fields = fields
        self.frozen, self.slots, self.eq = frozen, slots, eq
        self.own_init = False
        self.fill: FunctionType | None = None
        self.values: Callable[[Any], tuple[Any, ...]] | None = None
        self.places: dict[str, int] = {}
        self.standard: type[Any] | None = None

    @property
    def taken(self) -> list[Any]:
        """The fields that `__init__` takes, in its order."""
        taken = [one for one in self.fields.values() if one.init and not one.kw_only]
        return taken + [one for one in self.fields.values() if one.init and one.kw_only]


def filling(shape: Shape) -> FunctionType:
    """As `__init__`, but all fields that it takes are given, each by its place."""
    if shape.fill is None:
        shape.fill = _of_fields(shape) or _of_any_fields(shape)
    return shape.fill


def init(shape: Shape) -> FunctionType:
    made, taken = filling(shape), shape.taken
    named = [one for one in taken if one.kw_only]
    if named:
        placed = len(taken) - len(named)
        code = made.__code__.replace(co_argcount=1 + placed, co_kwonlyargcount=len(named))
        made = FunctionType(code, made.__globals__)
        made.__kwdefaults__ = _defaults(named)
        taken = taken[:placed]
    made.__defaults__ = tuple(_defaults(taken).values())
    return _called(made, "__init__", shape.record)


def _defaults(fields: Sequence[Any]) -> dict[str, Any]:
    found = {}
    for one in fields:
        if one.default is not MISSING:
            found[one.name] = one.default
        elif one.default_factory is not MISSING:
            found[one.name] = MISSING
    return found


def eq(shape: Shape) -> FunctionType:
    """Whether an object has the same class and all its values."""
    names = [one.name for one in shape.fields.values() if one.compare]
    made = _of_template("eq", names, {}) or _of_text(
        "self, other",
        [
            "if self is other: return True",
            "if other.__class__ is not self.__class__: return NotImplemented",
            f"return {_values('self', names)} == {_values('other', names)}",
        ],
        {},
    )
    return _called(made, "__eq__", shape.record)


def hashed(shape: Shape) -> FunctionType:
    every = shape.fields.values()
    names = [one.name for one in every if (one.compare if one.hash is None else one.hash)]
    made = _of_template("hash", names, {}) or _of_text(
        "self", [f"return hash({_values('self', names)})"], {}
    )
    return _called(made, "__hash__", shape.record)


def new(names: Sequence[str], defaults: tuple[Any, ...], owner: type[Any]) -> FunctionType:
    """A named tuple's `__new__`."""
    around = {"tuple_new": tuple.__new__}
    given = f"({''.join(f'{name}, ' for name in names)})"
    made = _of_template("new", names, around) or _of_text(
        ", ".join(["cls", *names]), [f"return tuple_new(cls, {given})"], around
    )
    made.__defaults__ = defaults
    return _called(made, "__new__", owner)


def _of_fields(shape: Shape) -> FunctionType | None:
    """Of a template, if the class is frozen and each field is just taken."""
    record = shape.record
    plain = all(one.init and one.default_factory is MISSING for one in shape.fields.values())
    if not (plain and shape.frozen) or hasattr(record, "__post_init__"):
        return None
    names = [one.name for one in shape.taken]
    if len(names) > FEW:
        around = {"become": become, "draft": draft(shape), "record": record, "fill": _fill(names)}
        return _of_template("init", names, around)
    if not shape.slots:
        return None
    letters = zip(LETTERS, names, strict=False)
    setters = {f"set_{letter}": getattr(record, name).__set__ for letter, name in letters}
    return _of_template("init", names, setters)


def _fill(names: Sequence[str]) -> Callable[..., None]:
    """Fills an object of a class below a record's that is none itself, and has other places."""

    def fill(self: Any, /, *values: Any) -> None:
        for name, value in zip(names, values, strict=True):
            object.__setattr__(self, name, value)

    return fill


def draft(shape: Shape) -> type[Any]:
    """A class whose objects have the places of the record's, and may be filled."""
    record = shape.record
    body = {"__setattr__": object.__setattr__}
    for name in ("__slots__", "__orig_bases__"):
        if name in record.__dict__:
            body[name] = record.__dict__[name]
    meta: Any = type(record)
    made: type[Any] = meta(record.__name__, record.__bases__, body)
    return made


def _of_any_fields(shape: Shape) -> FunctionType:
    """Its own names begin with “_its”, so that no field has them."""
    around: dict[str, Any] = {"_its_missing": MISSING, "_its_become": become}
    names, values = list[str](), list[str]()
    for place, one in enumerate(shape.fields.values()):
        value = one.name
        if one.default_factory is not MISSING:
            around[f"_its_factory_{place}"] = one.default_factory
            made = f"_its_factory_{place}()"
            value = f"{made} if {value} is _its_missing else {value}" if one.init else made
        elif not one.init:
            if one.default is MISSING:
                continue
            around[f"_its_default_{place}"] = one.default
            value = f"_its_default_{place}"
        names.append(one.name)
        values.append(value)
    sets = [f"_its_self.{name} = {value}" for name, value in zip(names, values, strict=True)]
    lines = sets
    if shape.frozen:
        around |= {"_its_draft": draft(shape), "_its_record": shape.record}
        around["_its_fill"] = _fill(names)
        lines = [
            "if _its_self.__class__ is _its_record:",
            " _its_become(_its_self, _its_draft)",
            *(f" {line}" for line in sets),
            " _its_self.__class__ = _its_record",
            f"else: _its_fill({', '.join(['_its_self', *values])})",
        ]
    if hasattr(shape.record, "__post_init__"):
        lines = [*lines, "_its_self.__post_init__()"]
    takes = ", ".join(["_its_self", *(one.name for one in shape.taken)])
    return _of_text(takes, lines or ["pass"], around)


def _of_template(kind: str, names: Sequence[str], around: dict[str, Any]) -> FunctionType | None:
    template = TEMPLATES.get(f"{kind}_{len(names)}")
    if template is None:
        return None
    called = dict(zip(LETTERS, names, strict=False))
    code = template.__code__
    return FunctionType(
        code.replace(
            co_varnames=tuple([called.get(name, name) for name in code.co_varnames]),
            co_names=tuple([called.get(name, name) for name in code.co_names]),
        ),
        around,
    )


def _of_text(takes: str, lines: Sequence[str], around: dict[str, Any]) -> FunctionType:
    exec(f"def method({takes}):\n " + "\n ".join(lines), around)
    made: FunctionType = around["method"]
    return made


def _values(of: str, names: Sequence[str]) -> str:
    return f"({''.join(f'{of}.{name}, ' for name in names)})"


def _called(made: FunctionType, name: str, record: type[Any]) -> FunctionType:
    made.__name__ = name
    made.__qualname__ = f"{record.__qualname__}.{name}"
    made.__module__ = record.__module__
    return made
