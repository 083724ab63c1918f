"""Frozen classes with slots, as `@dataclass(frozen=True, slots=True)` makes them, at a lower price.

A dataclass writes the text of six methods and has it compiled: 0.6 ms a class at every start, a
fifth of a cold page. A record's methods are made when they are first called, of what was compiled
beforehand (`methods`), and its objects are made in half the time.

Whatever goes by `__dataclass_fields__` (`dataclasses.fields`, `is_dataclass`, `replace`) takes a
record for a dataclass. What nobody here asks for is left out: `order`, `InitVar`, a docstring where
there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform, overload

from infographic.foundation.record import methods

__all__ = ["MISSING", "Field", "field", "fields", "is_record", "names_of", "record", "replaced"]

Class = TypeVar("Class", bound=type[Any])

PLAIN: dict[str, Any] = {
    "default": methods.MISSING, "default_factory": methods.MISSING, "init": True, "repr": True,
    "hash": None, "compare": True, "kw_only": None, "metadata": None,
}  # fmt: skip

if TYPE_CHECKING:
    # To a type checker they are the library's own: it checks the names that `replaced` is given.
    from dataclasses import MISSING, Field, field, fields
    from dataclasses import replace as replaced
else:
    MISSING = methods.MISSING

    class Field:
        """What is known of one field; the names are those of `dataclasses.Field`."""

        __slots__ = (
            "compare", "default", "default_factory", "hash", "init", "kw_only", "metadata", "name",
            "repr", "type",
        )  # fmt: skip

        def __init__(self, **given: Any) -> None:
            for name, value in (PLAIN | given).items():
                setattr(self, name, value)

    def field(**given: Any) -> Any:
        """A field that is not plain, as `dataclasses.field` has it."""
        return Field(**given)

    def fields(record: Any) -> tuple[Field, ...]:
        """The fields of a record, of its class, or of a dataclass, bases' first."""
        return tuple(_fields_of(record if isinstance(record, type) else type(record)).values())

    def replaced(record: Any, /, **changes: Any) -> Any:
        """The record with other values in the named fields; what `dataclasses.replace` gives.

        Raises `TypeError` for a name that `__init__` does not take.
        """
        shape = record.__record__
        if shape.values is None:
            _know_places(shape)
        if shape.fill is None or shape.record is not record.__class__:
            taken = {name: getattr(record, name) for name in shape.places} | changes
            return record.__class__(**taken)
        values = list(shape.values(record))
        places = shape.places
        for name, value in changes.items():
            if name not in places:
                raise TypeError(f"{record.__class__.__name__} takes no {name!r}")
            values[places[name]] = value
        made = object.__new__(shape.record)
        shape.fill(made, *values)
        return made


def _know_places(shape: methods.Shape) -> None:
    names = [one.name for one in shape.taken]
    shape.places = {name: place for place, name in enumerate(names)}
    if not shape.own_init:
        methods.filling(shape)
    if len(names) > 1:
        shape.values = attrgetter(*names)
    else:
        shape.values = lambda record: tuple([getattr(record, name) for name in names])


def _as_dataclass(shape: methods.Shape) -> type[Any]:
    """A dataclass of the same fields, for those that ask what a dataclass is asked."""
    if shape.standard is None:
        import dataclasses

        specs = []
        for one in shape.fields.values():
            given = {name: getattr(one, name) for name in PLAIN}
            given = {name: value for name, value in given.items() if value is not MISSING}
            specs.append((one.name, one.type, dataclasses.field(**given)))
        shape.standard = dataclasses.make_dataclass(
            shape.record.__name__, specs, frozen=shape.frozen, eq=shape.eq
        )
    return shape.standard


class _Standard:
    """An attribute that is worked out when a dataclass's is asked for."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, instance: Any, owner: type[Any]) -> Any:
        return getattr(_as_dataclass(owner.__record__), self.name)


@overload
def record(made: Class, /) -> Class: ...
@overload
def record(
    *,
    frozen: bool = True,
    slots: bool = True,
    kw_only: bool = False,
    eq: bool = True,
    init: bool = True,
) -> Callable[[Class], Class]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(
    made: Any = None,
    /,
    *,
    frozen: bool = True,
    slots: bool = True,
    kw_only: bool = False,
    eq: bool = True,
    init: bool = True,
) -> Any:
    """The class with its annotations as fields; frozen and with slots if nothing else is said."""
    flags = {"frozen": frozen, "slots": slots, "kw_only": kw_only, "eq": eq, "init": init}
    return _recorded(made, flags) if made is not None else lambda made: _recorded(made, flags)


def _recorded(cls: type[Any], flags: dict[str, bool]) -> type[Any]:
    own = dict(_own_fields(cls, kw_only=flags["kw_only"]))
    frozen, slots, eq = flags["frozen"], flags["slots"], flags["eq"]
    shape = methods.Shape(_inherited(cls) | own, frozen=frozen, slots=slots, eq=eq)
    body = {name: value for name, value in vars(cls).items() if name not in DROPPED}
    shape.own_init = "__init__" in body or not flags["init"]
    for name, one in own.items():
        body.pop(name, None)
        if not slots and one.default is not MISSING:
            body[name] = one.default
    if slots:
        held = {name for base in cls.__mro__[1:] for name in getattr(base, "__slots__", ())}
        body["__slots__"] = tuple([name for name in own if name not in held])
    if "__eq__" in body and body["__hash__"] is None:
        # Python put it there, the author did not.
        del body["__hash__"]
    body["__record__"] = shape
    body["__dataclass_fields__"] = FIELDS
    body["__dataclass_params__"] = PARAMS
    for name, value in _methods(shape).items():
        body.setdefault(name, value)
    meta: Any = type(cls)
    made: type[Any] = meta(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    shape.record = made
    return made


DROPPED = {"__dict__", "__weakref__"}
FIELDS, PARAMS = _Standard("__dataclass_fields__"), _Standard("__dataclass_params__")


def _own_fields(cls: type[Any], *, kw_only: bool) -> Iterator[tuple[str, Any]]:
    for name, hint in cls.__annotations__.items():
        if "ClassVar" in str(hint).partition("[")[0]:
            continue
        given = cls.__dict__.get(name, MISSING)
        one = given if isinstance(given, Field) else Field(default=given)  # type: ignore[call-arg]
        one.name, one.type = name, hint
        if one.kw_only is None:
            one.kw_only = kw_only
        yield name, one


def _inherited(cls: type[Any]) -> dict[str, Any]:
    every: dict[str, Any] = {}
    for base in reversed(cls.__mro__[1:]):
        if "__dataclass_fields__" in vars(base):
            every |= _fields_of(base)
    return every


def _fields_of(cls: type[Any]) -> dict[str, Any]:
    for base in cls.__mro__:
        if "__record__" in vars(base):
            return vars(base)["__record__"].fields  # type: ignore[no-any-return]
        if "__dataclass_fields__" in vars(base):
            return _fields_of_dataclass(base)
    raise TypeError(f"{cls.__name__} is no record")


def _fields_of_dataclass(cls: type[Any]) -> dict[str, Any]:
    import dataclasses

    every = {}
    for one in dataclasses.fields(cls):
        given = {name: getattr(one, name) for name in PLAIN}
        made = Field(**{n: v for n, v in given.items() if v is not dataclasses.MISSING})
        made.name, made.type = one.name, one.type
        every[one.name] = made
    return every


def names_of(cls: type[Any]) -> tuple[str, ...]:
    """The names of a record's fields, bases' first."""
    return tuple(_fields_of(cls))


def is_record(cls: type[Any]) -> bool:
    """Whether it is the class of records, or a dataclass."""
    return hasattr(cls, "__record__") or hasattr(cls, "__dataclass_fields__")


def _methods(shape: methods.Shape) -> dict[str, Any]:
    every = shape.fields.values()
    found: dict[str, Any] = {
        "__match_args__": tuple([one.name for one in every if one.init and not one.kw_only]),
        "__repr__": _repr,
        "__replace__": _replace,
    }
    if not shape.own_init:
        found["__init__"] = _late(shape, "__init__", methods.init)
    if shape.eq:
        found["__eq__"] = _late(shape, "__eq__", methods.eq)
        found["__hash__"] = _late(shape, "__hash__", methods.hashed) if shape.frozen else None
    if shape.frozen:
        found["__setattr__"], found["__delattr__"] = _refuse_to_set, _refuse_to_delete
        if shape.slots:
            found["__getstate__"], found["__setstate__"] = _getstate, _setstate
    return found


def _late(shape: methods.Shape, name: str, make: Callable[[methods.Shape], Any]) -> Any:
    def method(self: Any, /, *given: Any, **named: Any) -> Any:
        made = make(shape)
        setattr(shape.record, name, made)
        return made(self, *given, **named)

    return method


def _replace(self: Any, /, **changes: Any) -> Any:
    return replaced(self, **changes)


@recursive_repr()
def _repr(self: Any) -> str:
    said = [f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr]
    return f"{self.__class__.__qualname__}({', '.join(said)})"


def _refuse_to_set(self: Any, name: str, value: Any) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: Any, name: str) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _getstate(self: Any) -> list[Any]:
    return [getattr(self, name) for name in _fields_of(type(self))]


def _setstate(self: Any, state: list[Any]) -> None:
    for name, value in zip(_fields_of(type(self)), state, strict=True):
        object.__setattr__(self, name, value)
