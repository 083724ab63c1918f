"""The methods of records (`record`), made when one is first called.

An `__init__` may not simply assign, since the class refuses. So the object becomes a *draft*, of a
class with the same slots that refuses nothing, is filled by plain assignments, and becomes a record
again: 0.40 µs for five fields, where a dataclass calls `object.__setattr__` five times in 0.80 µs.

To compile a method takes 0.09 ms; to give a compiled template (`templates`) the names of a
class, 0.001 ms.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from string import ascii_lowercase
from types import CodeType, FunctionType
from typing import Any, NamedTuple

from infographic.foundation.record import templates

become = object.__dict__["__class__"].__set__
TEMPLATES: dict[str, FunctionType] = vars(templates)


class Missing:
    def __repr__(self) -> str:
        return "MISSING"


MISSING = Missing()


class Making(NamedTuple):
    """What the methods of one class are made of."""

    record: type[Any]
    fields: Sequence[Any]
    frozen: bool
    slots: bool

    @property
    def taken(self) -> list[Any]:
        """The fields that `__init__` takes, in its order."""
        taken = [one for one in self.fields if one.init]
        return sorted(taken, key=lambda one: bool(one.kw_only))


def init(making: Making, *, by_name: bool = True) -> Callable[..., None]:
    """`__init__`; one that takes all by place, if not `by_name`."""
    made = _init_of_template(making) or _init_of_text(making)
    taken = making.taken
    named = [one for one in taken if one.kw_only] if by_name else []
    code = made.__code__
    made.__code__ = code.replace(
        co_argcount=1 + len(taken) - len(named), co_kwonlyargcount=len(named)
    )
    defaults = {one.name: _default(one) for one in taken if _default(one) is not NONE}
    names = {one.name for one in named}
    made.__defaults__ = tuple(value for name, value in defaults.items() if name not in names)
    made.__kwdefaults__ = {name: value for name, value in defaults.items() if name in names}
    return _called(made, "__init__", making.record)


def eq(record: type[Any], names: Sequence[str]) -> Callable[..., Any]:
    """Whether an object has the same class and all its values."""
    made = _of_template("eq", names, {}) or _of_text(
        "self, other",
        [
            "if self is other: return True",
            "if other.__class__ is not self.__class__: return NotImplemented",
            f"return {_values('self', names)} == {_values('other', names)}",
        ],
        {},
    )
    return _called(made, "__eq__", record)


def hashed(record: type[Any], names: Sequence[str]) -> Callable[..., Any]:
    made = _of_template("hash", names, {}) or _of_text(
        "self", [f"return hash({_values('self', names)})"], {}
    )
    return _called(made, "__hash__", record)


NONE = object()


def _default(one: Any) -> Any:
    if one.default_factory is not MISSING:
        return MISSING
    return NONE if one.default is MISSING else one.default


def _init_of_template(making: Making) -> FunctionType | None:
    plain = all(one.init and one.default_factory is MISSING for one in making.fields)
    if not (plain and making.frozen and making.slots) or hasattr(making.record, "__post_init__"):
        return None
    names = [one.name for one in making.taken]
    found = _of_template("init", names, _surroundings(making))
    if found is not None and len(names) <= 2:
        for letter, name in zip(ascii_lowercase, names, strict=False):
            found.__globals__[f"set_{letter}"] = getattr(making.record, name).__set__
    return found


def _surroundings(making: Making) -> dict[str, Any]:
    return {"become": become, "draft": _draft(making), "record": making.record}


def _draft(making: Making) -> type[Any]:
    """A class whose objects have the places of the record's, and may be filled."""
    record = making.record
    body = {"__slots__": record.__dict__["__slots__"], "__setattr__": object.__setattr__}
    if "__orig_bases__" in record.__dict__:
        body["__orig_bases__"] = record.__dict__["__orig_bases__"]
    meta: Any = type(record)
    draft: type[Any] = meta(record.__name__, record.__bases__, body)
    return draft


def _init_of_text(making: Making) -> FunctionType:
    around: dict[str, Any] = {"MISSING": MISSING, "put": object.__setattr__}
    drafted = making.frozen and making.slots
    if drafted:
        around |= _surroundings(making)
    lines = ["become(self, draft)"] if drafted else []
    for place, one in enumerate(making.fields):
        value = one.name
        if one.default_factory is not MISSING:
            around[f"factory_{place}"] = one.default_factory
            made = f"factory_{place}()"
            value = f"{made} if {one.name} is MISSING else {one.name}" if one.init else made
        elif not one.init:
            if one.default is MISSING:
                continue
            around[f"default_{place}"] = one.default
            value = f"default_{place}"
        whole = making.frozen and not making.slots
        lines.append(f"put(self, {one.name!r}, {value})" if whole else f"self.{one.name} = {value}")
    if drafted:
        lines.append("self.__class__ = record")
    if hasattr(making.record, "__post_init__"):
        lines.append("self.__post_init__()")
    takes = ", ".join(["self", *(one.name for one in making.taken)])
    return _of_text(takes, lines or ["pass"], around)


def _of_template(kind: str, names: Sequence[str], around: dict[str, Any]) -> FunctionType | None:
    template = TEMPLATES.get(f"{kind}_{len(names)}")
    if template is None:
        return None
    called = dict(zip(ascii_lowercase, names, strict=False))
    code: CodeType = template.__code__
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
