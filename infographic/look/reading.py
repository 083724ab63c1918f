"""Reading: type that is large enough where it is seen, and captions of a measure that is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from infographic.display.items import Role
from infographic.display.page import Page
from infographic.foundation.sayings import say
from infographic.look.measure import PHONE, Measure, MeasureName, at_least, at_most, is_canvas
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

    Of a canvas data and imprint each, as a phone shows them.
    """
    shown = [one for one in words if Role.ARTIFACT not in one.around.roles]
    if not is_canvas(page):
        if shown:
            worst = min(shown, key=_size)
            size, least = _size(worst), printed or LEAST_PRINTED
            saying = say("look-type/print", words=worst.text[:12], size=size, least=least)
            yield at_least("type", size, least, saying, worst.origin, worst.box)
        return
    scale = PHONE / page.trim.width
    asides = [one for one in shown if _is_aside(one)]
    data = [one for one in shown if not _is_aside(one)]
    several: tuple[tuple[MeasureName, list[Words], float], ...] = (
        ("type", data, DATA), ("imprint", asides, ASIDES)
    )  # fmt: skip
    for name, those, least in several:
        if those:
            worst = min(those, key=_size)
            own = _size(worst)
            saying = say(
                "look-type/phone", words=worst.text[:12], size=own * scale, least=least,
                own=own, wanted=least / scale,
            )  # fmt: skip
            yield at_least(name, own * scale, least, saying, worst.origin, worst.box)


def _size(one: Words) -> float:
    return one.run.nominal_size


def _is_aside(one: Words) -> bool:
    return "folio" in one.around.kinds or Role.CAPTION in one.around.roles


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
