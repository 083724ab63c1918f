"""Named tuples of our own are what the library's are."""

from __future__ import annotations

import copy
import pickle
import types
import typing
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis.strategies import integers, lists

from infographic.foundation.record.tuples import NamedTuple


class Place(NamedTuple):
    """Where."""

    x: float
    y: float = 2.0

    @property
    def sum(self) -> float:
        return self.x + self.y


class Marked(Place):
    """A class of tuples with a name of its own."""


def outcome(do: Callable[[], object]) -> object:
    """What it gives, or what it raises."""
    try:
        return do()
    except Exception as error:
        return type(error)


@given(count=integers(1, 20), defaults=integers(0, 20), values=lists(integers(0, 3), max_size=21))
def test_a_named_tuple_behaves_as_the_librarys(
    count: int, defaults: int, values: list[int]
) -> None:
    names = [f"f{number}" for number in range(count)]
    given = {name: n for n, name in enumerate(names) if n >= count - defaults}
    named = dict(zip(names, values, strict=False))
    answers = []
    for base in (typing.NamedTuple, NamedTuple):
        body = {"__annotations__": dict.fromkeys(names, int), "__module__": __name__, **given}
        cls = _made(base, body)
        one, same = outcome(lambda cls=cls: cls(*values)), outcome(lambda cls=cls: cls(**named))
        answers.append([
            repr(one), repr(same), one == same, cls._fields, cls._field_defaults,
            cls.__match_args__,
            cls.__slots__, cls.__mro__[1:], hasattr(one, "__dict__"),
            outcome(lambda one=one: one.f0), outcome(lambda one=one: setattr(one, "f0", 3)),
            repr(outcome(lambda one=one: one._replace(f0=9))),
            outcome(lambda one=one: one._asdict()),
            repr(outcome(lambda cls=cls: cls._make(values))), repr(copy.copy(one)),
            outcome(lambda one=one: one[-1]), outcome(lambda one=one: hash(one)),
        ])  # fmt: skip
    assert answers[0] == answers[1]


def _made(base: Any, body: dict[str, Any]) -> Any:
    return types.new_class("T", (base,), exec_body=lambda own: own.update(body))


def test_a_named_tuple_has_its_own_methods_and_heirs() -> None:
    assert Place(1).sum == 3 and Place(1) == (1, 2)
    assert (Place.__doc__, Place.__qualname__) == ("Where.", "Place")
    assert Place.__mro__ == (Place, tuple, object)
    assert repr(Marked(1)) == "Marked(x=1, y=2.0)"
    assert isinstance(Marked(1)._replace(y=5), Marked)
    assert pickle.loads(pickle.dumps(Marked(1, 3))) == (1, 3)
    match Place(1, 5):
        case Place(x, y):
            assert (x, y) == (1, 5)


def test_a_field_without_a_default_stands_before_those_with_one() -> None:
    with pytest.raises(TypeError, match="default"):
        _made(NamedTuple, {"__annotations__": {"a": int, "b": int}, "a": 1})
