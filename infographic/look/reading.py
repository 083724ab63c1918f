"""Reading: type that is large enough where it is seen, and captions of a measure that is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from infographic.display.items import Role
from infographic.display.page import Page
from infographic.foundation.sayings import say
from infographic.look.measure import PHONE, Measure, at_least, at_most, is_canvas
from infographic.look.seen import Words

CANVAS = 1080.0
DATA, ASIDES = 28 * PHONE / CANVAS, 24 * PHONE / CANVAS
"""Points on a phone: of what is data, and of imprint and source (28 and 24 px of 1080)."""
LEAST_PRINTED = 6.0
"""Points, where the press names none."""
CAPTION = 35.0
"""Han in a line of a caption; 25 to 35 read well, and a narrow picture has fewer."""


def smallest_type(page: Page, words: Sequence[Words], printed: float) -> Iterator[Measure]:
    """`printed`: the smallest type that the press prints, in points; 0 where it names none.

    Of a canvas each size as a phone shows it; the one that is furthest under its bound is told.
    """
    shown = [one for one in words if Role.ARTIFACT not in one.around.roles]
    if not shown:
        return
    if is_canvas(page):
        scale = PHONE / page.trim.width
        worst = min(shown, key=lambda one: one.run.nominal_size / _least(one))
        seen, least = worst.run.nominal_size * scale, _least(worst)
        saying = say(
            "look-type/phone", words=worst.text[:12], size=seen, least=least,
            own=worst.run.nominal_size, wanted=least / scale,
        )  # fmt: skip
    else:
        least = printed or LEAST_PRINTED
        worst = min(shown, key=lambda one: one.run.nominal_size)
        seen = worst.run.nominal_size
        saying = say("look-type/print", words=worst.text[:12], size=seen, least=least)
    yield at_least("type", seen, least, saying, worst.origin, worst.box)


def _least(one: Words) -> float:
    is_aside = "folio" in one.around.kinds or Role.CAPTION in one.around.roles
    return ASIDES if is_aside else DATA


def captions(words: Sequence[Words]) -> Iterator[Measure]:
    """The longest line of a caption, in its own ems."""
    lines = [
        one for one in words
        if Role.CAPTION in one.around.roles and "figure" in one.around.kinds
    ]  # fmt: skip
    if lines:
        longest = max(lines, key=lambda one: one.width / one.run.size)
        count = longest.width / longest.run.size
        saying = say("look-caption", count=count, most=CAPTION)
        yield at_most("captions", count, CAPTION, saying, longest.origin, longest.box)
