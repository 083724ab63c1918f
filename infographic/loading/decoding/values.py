"""Values without parts: numbers, texts, lengths, words of a choice; and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from typing import Final, TypeVar

from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import Diagnostic, Severity, did_you_mean, worded
from infographic.foundation.fields import Range
from infographic.foundation.geometry import Insets
from infographic.foundation.units import to_points
from infographic.loading.decoding.forms import (
    Choice,
    Edges,
    Form,
    Measure,
    Scalar,
    is_inside,
    said,
    wanted,
)

N = TypeVar("N", bound=float | Decimal)
Report = Callable[[Diagnostic], None]
NUMBERS = (int, float, Decimal)


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
        self.diagnostics.append(diagnostic)
        self.errors += diagnostic.severity is Severity.ERROR

    def fault(self, code: str, message: str, origin: Origin, hint: str = "") -> Failed:
        self.report(worded(code, message, origin, hint))
        return FAILED

    def unlike(self, node: Node, form: Form, hint: str = "") -> Failed:
        message = f"expected {self.wanted(form)}, found {shown(node)}"
        return self.fault("value-kind", message, node.origin, hint)

    def wanted(self, form: Form) -> str:
        """What a form is, for “expected …”."""
        return wanted(form)

    def scalar(self, node: Node, form: Scalar) -> object:
        value, kind = node.value, form.kind
        if kind is float or kind is int or kind is Decimal:
            if isinstance(value, bool) or not isinstance(value, NUMBERS):
                return self.unlike(node, form, _as_number(value))
            if kind is int and value != int(value):
                return self.unlike(node, form)
            try:
                return self.bounded(node, kind(value), form.bounds)
            except OverflowError:
                return self.fault("value-range", f"{shown(node)} is too large", node.origin)
        if not isinstance(value, kind):
            is_number = isinstance(value, NUMBERS) and not isinstance(value, bool)
            if form.has_unit and is_number:
                return self.no_unit(node)
            text_wanted = kind is str and isinstance(value, NUMBERS)
            hint = f'put it in quotes: "{node.plain()}"' if text_wanted else ""
            return self.unlike(node, form, "" if isinstance(value, bool) else hint)
        return value

    def bounded(self, node: Node, value: N, bounds: Range) -> N | Failed:
        if is_inside(value, bounds):
            return value
        message = f"expected a value{said(bounds)}, found {shown(node)}"
        return self.fault("value-range", message, node.origin)

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
            message = f"expected {wanted(Measure())}, found {shown(node)}"
            return self.fault(
                "length-form", message, node.origin, "units: mm, cm, in, pt, px; or a 字号"
            )
        return self.bounded(node, points, form.bounds)

    def no_unit(self, node: Node) -> Failed:
        number = shown(node)
        hint = f"add its unit: “{number}mm”, “{number}pt” or “{number}px”"
        return self.fault("length-unit", f"the length {number} has no unit", node.origin, hint)

    def edges(self, node: Node, form: Edges) -> Insets | Failed:
        parts = node.value if isinstance(node.value, tuple) else (node,)
        if len(parts) not in (1, 2, 4):
            hint = "[top and bottom, left and right] or [top, right, bottom, left]"
            return self.fault(
                "value-kind", f"expected {wanted(form)}, found {len(parts)}", node.origin, hint
            )
        sides = [self.measure(part, Measure(Range(ge=0))) for part in parts]
        good = [side for side in sides if not isinstance(side, Failed)]
        if len(good) < len(sides):
            return FAILED
        return Insets(*(good * (4 // len(good))))

    def choice(self, node: Node, form: Choice) -> object:
        value = node.value
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            if value in form.values:
                return form.values[value]
            hint = did_you_mean(str(value), map(str, form.values))
            message = f"expected {wanted(form)}, found {shown(node)}"
            hint = hint if hint.startswith("did") else ""
            return self.fault("value-choice", message, node.origin, hint)
        return self.unlike(node, form)


def shown(node: Node) -> str:
    """What was found, for a message: words in quotes, a number as it is, else its kind."""
    value = node.value
    if isinstance(value, str):
        return f"“{value[:40]}{'…' if len(value) > 40 else ''}”"
    if isinstance(value, bool):
        return "true" if value else "false"
    return (
        f"{value:.12g}"
        if isinstance(value, float)
        else f"{value:f}"
        if isinstance(value, Decimal)
        else str(value)
        if isinstance(value, int)
        else node.kind
    )


def _as_number(value: object) -> str:
    """A hint where a text could be a number."""
    if not isinstance(value, str):
        return ""
    try:
        float(value)
    except ValueError:
        return ""
    return f"write it without quotes: {value.strip()}"
