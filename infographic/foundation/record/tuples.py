"""Named tuples as `typing.NamedTuple` makes them, in a tenth of the time.

The library writes each one's `__new__` as text and has it compiled, and looks at every annotation:
0.12 ms a class, 20 ms of a cold page. These take their `__new__` from a template when it is first
called (`methods`). Classes, objects, places and methods are the same otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from infographic.foundation.record import methods

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections import namedtuple

    ONE = namedtuple("ONE", "one")
    GETTER = type(ONE.one)
    """Reads a place of a tuple, by its number; a property where Python has none such."""

    class Maker(type):
        """Makes a class of tuples of a class that is written with fields."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            names = tuple(body.get("__annotations__", ()))
            defaults = {one: body.pop(one) for one in names if one in body}
            if names[len(names) - len(defaults) :] != tuple(defaults):
                raise TypeError(f"a field of {name} without a default stands behind one with it")
            own = {
                one: GETTER(place, f"Alias for field number {place}")
                for place, one in enumerate(names)
            }
            shared = {
                "__slots__": (),
                "_fields": names,
                "_field_defaults": defaults,
                "__match_args__": names,
                "__new__": _late_new(names, defaults),
                **SHARED,
            }
            others = tuple([base for base in bases if base is not NamedTuple])
            return type(name, (tuple, *others), {**shared, **body, **own})

    def _late_new(names: tuple[str, ...], defaults: dict[str, Any]) -> Callable[..., Any]:
        made = None

        def __new__(cls: type, /, *given: Any, **named: Any) -> Any:  # noqa: N807
            nonlocal made
            if made is None:
                owner = next(one for one in cls.__mro__ if vars(one).get("_fields") is names)
                made = methods.new(names, tuple(defaults.values()), owner)
                owner.__new__ = made
            return made(cls, *given, **named)

        return __new__

    def _make(cls: type, values: Any) -> Any:
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    # Both are of one length by how they are made: to have zip see to it costs 110 ns of 420.
    def _replace(self: Any, /, **named: Any) -> Any:
        made = self._make([named.pop(one, value) for one, value in zip(self._fields, self)])  # noqa: B905
        if named:
            raise TypeError(f"Got unexpected field names: {list(named)!r}")
        return made

    def _repr(self: Any) -> str:
        said = ", ".join([f"{one}={value!r}" for one, value in zip(self._fields, self)])  # noqa: B905
        return f"{self.__class__.__name__}({said})"

    def _asdict(self: Any) -> dict[str, Any]:
        return dict(zip(self._fields, self))  # noqa: B905

    def _getnewargs(self: Any) -> tuple[Any, ...]:
        return tuple(self)

    SHARED = {
        "_make": classmethod(_make),
        "_replace": _replace,
        "__replace__": _replace,
        "__repr__": _repr,
        "_asdict": _asdict,
        "__getnewargs__": _getnewargs,
    }

    class NamedTuple(metaclass=Maker):
        """To be written as a base: class Point(NamedTuple)."""
