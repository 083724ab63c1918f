"""Values without parts: numbers, texts, lengths, words of a choice; and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from typing import Final, TypeGuard, TypeVar

from infographic.foundation import limits
from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import Diagnostic, Severity, near_word
from infographic.foundation.fields import Range
from infographic.foundation.geometry import Insets
from infographic.foundation.sayings import Saying, say
from infographic.foundation.units import FARTHEST, to_points
from infographic.loading.decoding.forms import (
    Choice,
    Custom,
    Edges,
    Form,
    Measure,
    Scalar,
    Several,
    is_inside,
    record_of,
    wanted,
    within,
)

N = TypeVar("N", bound=float | Decimal)
Report = Callable[[Diagnostic], None]
NUMBERS = (int, float, Decimal)
MOST = 1e15
"""Of a number that pages are reckoned with: what is made of it must stay a number."""

EXAMPLES = {
    "ColorSpec": say("mend/color-form"),
    "Figure": say("mend/figure-form"),
    "LintSpec": say("mend/lint-form"),
    "Panel": say("mend/panel-form"),
    "Publication": say("mend/publication-form"),
}
"""How an object of a class is written, for who wrote something else."""


class Failed(Enum):
    """In place of a value that could not be decoded; why is among the diagnostics."""

    FAILED = "failed"


FAILED: Final = Failed.FAILED


class Values:
    """Decodes values without parts and gathers what is wrong with them in `diagnostics`."""

    def __init__(self) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.errors = 0

    def report(self, diagnostic: Diagnostic) -> None:
        """Raises `SpecError` where so much is wrong that no more is looked for."""
        self.diagnostics.append(diagnostic)
        if diagnostic.severity is Severity.ERROR:
            self.errors += 1
            limits.stop_at_many(self.errors, self.diagnostics)

    def fault(self, saying: Saying, origin: Origin, mend: Saying | None = None) -> Failed:
        self.report(Diagnostic(saying, origin, mend))
        return FAILED

    def unlike(self, node: Node, form: Form, mend: Saying | None = None) -> Failed:
        saying = say("value-kind", wanted=self.wanted(form), found=shown(node))
        return self.fault(saying, node.origin, mend or not_null(node))

    def wanted(self, form: Form) -> Saying:
        """What a form is, for “expected …”."""
        return wanted(form)

    def scalar(self, node: Node, form: Scalar) -> object:
        value, kind = node.value, form.kind
        if kind is float or kind is int or kind is Decimal:
            if isinstance(value, bool) or not isinstance(value, NUMBERS):
                return self.unlike(node, form, as_number(value, form))
            if kind is int and value != int(value):
                return self.unlike(node, form)
            try:
                # As it was written: 2.34, not the binary number that is nearest to it.
                written = str(value) if kind is Decimal else value
                if kind is float and abs(float(value)) > MOST:
                    return self.too_large(node)
                return self.bounded(node, kind(written), form.bounds)
            except OverflowError:
                return self.too_large(node)
        if not isinstance(value, kind):
            is_number = isinstance(value, NUMBERS) and not isinstance(value, bool)
            if form.has_unit and is_number:
                return self.no_unit(node)
            mend = in_quotes(node) if kind is str and is_number else None
            return self.unlike(node, form, mend)
        return value

    def bounded(self, node: Node, value: N, bounds: Range) -> N | Failed:
        if is_inside(value, bounds):
            return value
        bounded = within(say("phrase/value"), bounds)
        return self.fault(say("value-range", wanted=bounded, found=shown(node)), node.origin)

    def measure(self, node: Node, form: Measure) -> float | Failed:
        value = node.value
        if isinstance(value, NUMBERS) and not isinstance(value, bool):
            if value == 0:
                return self.bounded(node, 0.0, form.bounds)
            return self.no_unit(node)
        if not isinstance(value, str):
            return self.unlike(node, form)
        points = to_points(value)
        if points is None:
            saying = say("length-form", wanted=wanted(Measure()), found=shown(node))
            return self.fault(saying, node.origin)
        if abs(points) > FARTHEST:
            return self.too_large(node)
        return self.bounded(node, points, form.bounds)

    def too_large(self, node: Node) -> Failed:
        return self.fault(say("value-range/large", found=shown(node)), node.origin)

    def no_unit(self, node: Node) -> Failed:
        return self.fault(say("length-unit", number=shown(node)), node.origin)

    def edges(self, node: Node, form: Edges) -> Insets | Failed:
        parts = node.value if isinstance(node.value, tuple) else (node,)
        if len(parts) not in (1, 2, 4):
            saying = say("value-kind/edges", wanted=wanted(form), found=len(parts))
            return self.fault(saying, node.origin)
        sides = [self.measure(part, Measure(Range(ge=0))) for part in parts]
        good = [side for side in sides if not isinstance(side, Failed)]
        if len(good) < len(sides):
            return FAILED
        return Insets(*(good * (4 // len(good))))

    def choice(self, node: Node, form: Choice, wants: Saying | None = None) -> object:
        """One of some words; `wants`: what is wanted where it is none, in place of the words."""
        value = node.value
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            if value in form.values:
                return form.values[value]
            saying = say("value-choice", wanted=wants or wanted(form), found=shown(node))
            near = near_word(str(value), map(str, form.values))
            return self.fault(saying, node.origin, near)
        return self.unlike(node, form)


def shown(node: Node) -> str | int | float | Saying:
    """What was found, for a message: words in quotes, a number as it is, else its kind."""
    match node.value:
        case str() as words if len(words) > LONGEST_SHOWN:
            return say("phrase/quoted-start", words=words[:LONGEST_SHOWN])
        case str() as words:
            return say("phrase/quoted", words=words)
        case bool() as truth:
            return "true" if truth else "false"
        case int() | float() as number:
            return number
        case Decimal() as number:
            return f"{number:f}"
        case _:
            return node.kind


LONGEST_SHOWN = 40


def not_null(node: Node) -> Saying | None:
    """A mend where null stands for what cannot be left out."""
    return say("mend/not-null") if node.value is None else None


def in_brackets(count: int) -> Saying:
    """A mend where a list has another number of items than it must."""
    return say("mend/items-in-brackets", count=count, items=["…"] * count)


def in_quotes(node: Node) -> Saying:
    """A mend where a number stands for a text: its own digits in quotes."""
    from infographic.loading.reading.as_json import as_written

    return say("mend/in-quotes", words=as_written(node))


def as_number(value: object, form: Scalar) -> Saying | None:
    """A mend where a text could be a number that the form takes."""
    # Late: few files have one.
    from infographic.loading.reading.as_json import number_meant, whole_number_meant

    if not isinstance(value, str):
        return None
    # What is measured in em is written as a mere number.
    words = value.strip().removesuffix("em")
    number = whole_number_meant(words) if form.kind is int else number_meant(words)
    if number is None or not is_inside(float(number), form.bounds):
        return None
    return say("mend/without-quotes", number=number)


def too_many(count: int, item: object) -> Saying | None:
    """That a list is longer than any may be, said before its items are read."""
    # What is done for each of these goes over the others too.
    match getattr(item, "__name__", ""):
        case "Track":
            limit, most = "tracks", limits.most("tracks")
        case "Inset":
            limit, most = "insets", limits.most("insets")
        case "tuple":
            limit, most = "corners", limits.most("corners")
        case _:
            limit, most = "list-items", limits.most("list-items")
    if count <= most:
        return None
    return say("list-long", most=most, of=limits.TABLE[limit].of, limit=limit)


def wrong_count(count: int, bounds: Range) -> Saying | None:
    """That a list has too few or too many items."""
    low, high = bounds.min_length or 0, bounds.max_length
    if count >= low and (high is None or count <= high):
        return None
    if high is None:
        return say("value-range/list-from", low=low, found=count)
    if not low:
        return say("value-range/list-up-to", high=high, found=count)
    return say("value-range/list-from-to", low=low, high=high, found=count)


def example_of(form: Form) -> Saying | None:
    """How a text or list is written, for who left it out; None of what needs words."""
    match form:
        case Scalar(kind=kind) if kind is str:
            return say("phrase/a-quoted-text")
        case Custom(hint=hint) if getattr(hint, "__name__", "") == "Copy":
            return say("phrase/a-quoted-text")
        case Several():
            return say("phrase/a-bracketed-list")
        case _:
            return None


def is_numeric(form: Form) -> TypeGuard[Scalar]:
    return isinstance(form, Scalar) and form.kind in (int, float, Decimal)


def made_whole(node: Node, value: object, short_for: tuple[type, str]) -> object:
    """An object that was written as one of its fields."""
    cls, field = short_for
    if isinstance(value, Failed | cls):
        return value
    return cls(**{field: value, **({"origin": node.origin} if record_of(cls).has_origin else {})})
