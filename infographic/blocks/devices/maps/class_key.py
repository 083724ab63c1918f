"""The colours of a map's steps, and the key that says what they mean."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from infographic.blocks.devices.maps.ground import border_line
from infographic.blocks.devices.maps.keys import Draw, Entry
from infographic.display.items import Placed
from infographic.foundation.color import Color
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.hatch import Lean, hatched_box
from infographic.graphics.lettering import lettered
from infographic.graphics.look import Look
from infographic.graphics.maps.classes import Classes
from infographic.graphics.subject import Subject
from infographic.graphics.words import word
from infographic.layout.shapes import filled_box, outlined
from infographic.text.numerals import format_number


class Painted(NamedTuple):
    """What a map of classes is made of."""

    subject: Subject
    look: Look
    classes: Classes
    shapes: dict[int, list[int]]
    """By row."""

    @property
    def values(self) -> tuple[Decimal | None, ...]:
        return self.subject.series[0].values

    def step_of(self, row: int) -> int:
        """The step of a row that has a value."""
        value = self.values[row]
        assert value is not None
        return self.classes.of(value)

    def is_hatched(self, step: int) -> bool:
        """Whether a step below 0 has lines on it: where neither hue is told from the other."""
        return (
            step < self.classes.below and is_grey(self.look.against) and is_grey(self.look.accent)
        )

    def color(self, step: int) -> Color:
        """One hue, the other for what is below 0."""
        hue = self.look.against if step < self.classes.below else self.look.accent
        return self.look.tint(hue, self.classes.share(step) * strongest(hue))


LEAST_LIGHT = 0.08
"""Luminance of a step on a screen: on a darker one black words are lost, halo or not."""


@lru_cache(maxsize=64)
def strongest(hue: Color) -> float:
    """The share of a hue on which black words can still be read."""
    steps = (1 - n / 20 for n in range(20))
    return next((step for step in steps if _light(hue.tinted(step)) >= LEAST_LIGHT), 0.05)


def _light(color: Color) -> float:
    """Relative luminance (WCAG 2, by the plain power of 2.2)."""
    red, green, blue = color.srgb
    return float(0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2)


def is_grey(color: Color) -> bool:
    """Whether a colour has no hue that is told from another's."""
    return max(color.srgb) - min(color.srgb) < LEAST_HUE


LEAST_HUE = 0.12


def hatch_color(look: Look) -> Color:
    return look.ink if look.is_print else look.context


def class_entries(painted: Painted, missing: int) -> list[Entry]:
    """The steps from the lowest with the number of their places, and those without a value."""
    subject, look, classes = painted.subject, painted.look, painted.classes
    sign = Size(look.of(14, 48), look.of(8, 26))
    entries = []
    for step, count in enumerate(classes.counts):
        if not classes.breaks:
            words = subject.said(next(iter(painted.shapes), 0), unit=False).text
        else:
            words = _range_words(classes, step, subject.language)
        label = lettered(f"{words}（{count}）" if _is_chinese(subject) else f"{words} ({count})",
                         look.tick)  # fmt: skip
        entries.append(Entry(sign, step_swatch(painted, step, sign), label))
    if missing:
        words = word("map-no-data", subject.language)
        text = f"{words}（{missing}）" if _is_chinese(subject) else f"{words} ({missing})"
        entries.append(Entry(sign, hatch_swatch(sign, look, subject.origin),
                             lettered(text, look.tick)))  # fmt: skip
    return entries


def _is_chinese(subject: Subject) -> bool:
    return subject.language.startswith("zh")


def _range_words(classes: Classes, step: int, language: str) -> str:
    sign, low, high = classes.words(step)
    places = max((_decimals(one) for one in classes.breaks), default=0)

    def said(value: Decimal) -> str:
        return format_number(value, decimals=places).replace("-", "−")

    if high is None:
        return f"{sign}{said(low)}"
    return word("map-range", language, low=said(low), high=said(high))


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def step_swatch(painted: Painted, step: int, size: Size) -> Draw:
    """A box of a step's colour, with lines where it has some."""
    look, origin = painted.look, painted.subject.origin
    plain = swatch(painted.color(step), size, look, origin)
    if not painted.is_hatched(step):
        return plain
    lines = hatch_swatch(size, look, origin, lean="falling")
    return lambda at: [*plain(at), *lines(at)]


def swatch(color: Color, size: Size, look: Look, origin: Origin) -> Draw:
    """A box of a step's colour."""
    stroke = replaced(border_line(look), color=look.ink if look.is_print else color)

    def draw(at: Point) -> list[Placed]:
        box = Rect(at.x, at.y, *size)
        return [filled_box(box, color, origin), outlined(box, stroke, origin)]

    return draw


def hatch_swatch(size: Size, look: Look, origin: Origin, lean: Lean = "rising") -> Draw:
    """A box hatched as what has no value."""
    color = hatch_color(look)
    stroke = replaced(border_line(look), color=color)

    def draw(at: Point) -> list[Placed]:
        box = Rect(at.x, at.y, *size)
        lines = hatched_box(box, color, origin, width=look.of(0.5, 2), lean=lean)
        return [*lines, outlined(box, stroke, origin)]

    return draw
