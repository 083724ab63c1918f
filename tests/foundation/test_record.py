"""Records are what dataclasses of the same fields are."""

from __future__ import annotations

import copy
import dataclasses
import importlib
import pickle
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis.strategies import booleans, integers, lists, one_of, text, tuples

import infographic
from infographic.foundation import record as records
from infographic.foundation.record import methods, record, replaced

Made = type[Any]
VALUES = one_of(integers(0, 3), text(max_size=2), tuples(integers(0, 3)))


def both(body: dict[str, Any], hints: dict[str, str], **flags: bool) -> tuple[Made, Made]:
    """A dataclass and a record of the same words."""

    def written() -> Made:
        return type("Written", (), {**body, "__annotations__": dict(hints), "__doc__": "One."})

    flags = {"frozen": True, "slots": True} | flags
    return dataclasses.dataclass(**flags)(written()), record(**flags)(written())


def outcome(do: Any) -> object:
    """What it gives, or what it raises."""
    try:
        return do()
    except Exception as error:
        return type(error)


@given(
    count=integers(1, 20), defaults=integers(0, 20),
    flags=tuples(booleans(), booleans(), booleans()),
    values=lists(VALUES, max_size=21), others=lists(VALUES, max_size=21), kw_only=booleans(),
)  # fmt: skip
def test_a_record_behaves_as_a_dataclass_of_its_fields(
    count: int, defaults: int, flags: tuple[bool, bool, bool], values: list[object],
    others: list[object], kw_only: bool,
) -> None:  # fmt: skip
    names = [f"f{number}" for number in range(count)]
    body = {name: number for number, name in enumerate(names) if number >= count - defaults}
    settings = dict(zip(("frozen", "slots", "eq"), flags, strict=True), kw_only=kw_only)
    answers = []
    for cls in both(body, dict.fromkeys(names, "object"), **settings):
        one = outcome(lambda cls=cls: cls(*values))
        same = outcome(lambda cls=cls: cls(**dict(zip(names, values, strict=False))))
        other = outcome(lambda cls=cls: cls(**dict(zip(names, others, strict=False))))
        answers.append([
            repr(one).replace(str(cls), ""), repr(same), repr(other), same == other, other == other,
            hash(same) if flags[0] and flags[2] else flags[2] or hash(same) == hash(same),
            cls.__match_args__, [field.name for field in dataclasses.fields(cls)],
            [field.default for field in dataclasses.fields(cls)], dataclasses.is_dataclass(cls),
            outcome(lambda same=same: repr(dataclasses.replace(same, f0="new"))),
            outcome(lambda same=same: repr(dataclasses.asdict(same))),
            outcome(lambda same=same: setattr(same, "f0", 3)), repr(same),
            hasattr(same, "__dict__"), repr(copy.copy(same)), repr(copy.deepcopy(same)),
            outcome(lambda same=same: same.no_field),
            outcome(lambda same=same: delattr(same, "f0")), hasattr(same, "f0"),
        ])  # fmt: skip
    assert answers[0] == answers[1]


def shapes() -> Iterator[tuple[dict[str, Any], dict[str, str]]]:
    """Bodies with what few classes have; `field` stands for either's own."""
    yield {"b": ("default_factory", list)}, {"a": "int", "b": "list[int]"}
    yield {"a": ("default", 1), "b": ("default", 2)}, {"a": "int", "b": "int"}
    yield {"b": ("compare", False)}, {"a": "int", "b": "int"}
    yield {"b": ("repr", False)}, {"a": "int", "b": "int"}
    yield {"b": ("kw_only", True)}, {"b": "int", "a": "int"}
    yield {"b": ("hash", False)}, {"a": "int", "b": "int"}
    yield {"__post_init__": lambda self: object.__setattr__(self, "a", 9)}, {"a": "int", "b": "int"}
    yield {"c": 3}, {"a": "int", "b": "int", "c": "ClassVar[int]"}
    yield {"__eq__": lambda self, other: True}, {"a": "int", "b": "int"}
    yield {"__hash__": lambda self: 5}, {"a": "int", "b": "int"}
    yield {"__repr__": lambda self: "own"}, {"a": "int", "b": "int"}


@pytest.mark.parametrize(("body", "hints"), [*shapes()])
@pytest.mark.parametrize("frozen", [True, False])
def test_a_record_takes_fields_that_are_not_plain(
    body: dict[str, Any], hints: dict[str, str], frozen: bool
) -> None:
    answers = []
    for maker, field in ((dataclasses.dataclass, dataclasses.field), (record, records.field)):
        own = {
            name: field(**{value[0]: value[1]}) if isinstance(value, tuple) else value
            for name, value in body.items()
        }
        made = type("Own", (), {**own, "__annotations__": hints, "__doc__": "One."})
        cls: Any = maker(frozen=frozen, slots=True)(made)
        one, same, other = cls(a=1, b=[2]), cls(a=1, b=[2]), cls(a=1, b=3)
        answers.append([
            repr(one), one == same, one == other, outcome(lambda other=other: hash(other)),
            outcome(lambda cls=cls: repr(cls(1))), outcome(lambda cls=cls: cls(1, 2, 3)),
            repr(dataclasses.replace(one, a=4)), cls.__match_args__,
            outcome(lambda cls=cls: cls.c), cls.__slots__,
        ])  # fmt: skip
    assert answers[0] == answers[1]


@record
class Base:
    first: int
    kept: ClassVar[int] = 3
    second: str = "two"


@record(kw_only=True)
class Derived(Base):
    third: tuple[int, ...] = ()
    first: int = 7


@dataclasses.dataclass(frozen=True, slots=True)
class Foreign(Base):
    third: int = 5


def test_a_record_takes_over_the_fields_of_its_bases() -> None:
    assert [field.name for field in records.fields(Derived)] == ["first", "second", "third"]
    assert repr(Derived("2", third=(1,))) == "Derived(first=7, second='2', third=(1,))"
    assert Derived.__slots__ == ("third",)
    assert Derived(first=1) != Base(1)
    assert repr(Foreign(1, third=2)) == "Foreign(first=1, second='two', third=2)"
    assert replaced(Foreign(1), third=2) == Foreign(1, third=2)


class Below(Base):
    """Of a program that uses us: no record, so that it has other places."""


@record
class Several(Base):
    third: tuple[int, ...] = ()


class BelowSeveral(Several):
    def __init__(self, first: int) -> None:
        super().__init__(first)
        object.__setattr__(self, "own", [])


@record
class WithFactory:
    record: int
    self: int
    become: list[int] = records.field(default_factory=list)


class BelowFactory(WithFactory):
    pass


def test_a_class_below_a_record_may_be_no_record() -> None:
    assert repr(Below(1)) == "Below(first=1, second='two')"
    one = BelowSeveral(1)
    assert (one.first, one.second, one.third, one.own) == (1, "two", (), [])  # type: ignore[attr-defined]
    assert type(one) is BelowSeveral and one != Several(1)
    assert BelowFactory(1, 2).become == []
    assert type(BelowFactory(1, 2)) is BelowFactory
    assert dataclasses.replace(BelowFactory(1, 2), record=5).record == 5


def test_fields_may_have_the_names_that_methods_are_made_with() -> None:
    one = WithFactory(1, 2)
    assert (one.record, one.self, one.become, type(one)) == (1, 2, [], WithFactory)
    assert replaced(one, self=3) == WithFactory(1, 3, [])


def test_what_is_replaced_is_a_new_record_with_all_else_as_it_was() -> None:
    one = Derived("2", third=(1,))
    assert replaced(one, first=8) == Derived("2", third=(1,), first=8) != one
    assert replaced(one, first=8) == dataclasses.replace(one, first=8)
    with pytest.raises(TypeError, match="fourth"):
        replaced(one, fourth=8)  # type: ignore[call-arg]


def test_a_record_travels_to_another_process() -> None:
    for one in (Base(1), Derived("2", third=(1,)), Foreign(1, third=2)):
        assert pickle.loads(pickle.dumps(one)) == one


def test_a_record_cannot_be_changed_once_it_is_made() -> None:
    one = Base(1)
    for change in (lambda: setattr(one, "first", 2), lambda: setattr(one, "new", 2)):
        with pytest.raises(dataclasses.FrozenInstanceError):
            change()
    assert type(one) is Base and Base.__mro__ == (Base, object)


def test_a_records_objects_can_be_filled_as_drafts_whatever_it_is_made_of() -> None:
    for module in pkgutil.walk_packages(infographic.__path__, "infographic."):
        if not module.name.endswith("__main__") and ".build_" not in module.name:
            importlib.import_module(module.name)
    every = [cls for cls in _all_below(object) if "__record__" in vars(cls)]
    assert len(every) > 300
    for cls in every:
        shape = vars(cls)["__record__"]
        if shape.frozen:
            one = object.__new__(cls)
            methods.become(one, methods.draft(shape))
            one.__class__ = cls


def _all_below(cls: type) -> Iterator[type]:
    for one in type.__subclasses__(cls):
        yield one
        if one is not type:
            yield from _all_below(one)


def test_no_class_of_ours_is_made_by_the_library() -> None:
    modules = Path(infographic.__path__[0]).rglob("*.py")
    with_dataclasses = [
        path
        for path in modules
        if "@dataclass(" in path.read_text(encoding="utf-8") and path.parent.name != "record"
    ]
    assert with_dataclasses == []


def test_the_templates_are_what_their_script_writes() -> None:
    script = Path(methods.__file__).with_name("build_templates.py")
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
