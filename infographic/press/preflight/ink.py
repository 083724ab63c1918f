"""Rules on a page's ink: how much, how little, of what, and on how many plates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from infographic.foundation.color import Color
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.diagnostics import PictureError, Severity
from infographic.foundation.geometry import Rect
from infographic.foundation.limits import OverLimitError
from infographic.foundation.sayings import Saying, Value, say
from infographic.press.preflight.overprinted import may_stay_wet
from infographic.press.preflight.rules import (
    InkKind,
    InkPiece,
    Press,
    by_look,
    inks_of,
    wrong,
)
from infographic.press.report import Finding, fault

if TYPE_CHECKING:
    from infographic.press.stacks.measure import WetSquare

Findings = Iterator[Finding]
DRAWN = (InkKind.TEXT, InkKind.LINE, InkKind.AREA)
BROAD = 24.0
"""Type from this size on has stems as broad as an area."""


@by_look(*DRAWN, with_ground=True)
def ink_can_dry(press: Press, mark: InkPiece) -> Findings:
    limits = press.profile.ink
    coverage = mark.color.coverage * 100
    if coverage > limits.design + 0.01:
        is_doubt = coverage <= limits.hard + 0.01
        saying = say(
            "ink-limit", color=mark.color.name, coverage=coverage, inks=inks_of(mark.color),
            most=limits.design if is_doubt else limits.hard,
        )  # fmt: skip
        yield wrong(saying, mark, is_doubt=is_doubt)


def overprinting_black_can_dry(press: Press) -> Findings:
    """What overprints adds to its ground: too much as a mean of the window is an error.

    Small black type on any tint is fine: its stems are too narrow to stay wet.
    """
    limits = press.profile.ink
    if limits.hard >= 400:
        return
    try:
        wet = _wet_squares(press, limits.hard / 100)
    except OverLimitError as error:
        yield fault(error.saying, press.pieces[-1].origin)
        return
    for one in wet:
        mark, ground = one.stack.layer.subject, one.ground.subject
        values: dict[str, Value] = {
            "ground": _named(ground), "ground_inks": _inks_named(ground), "most": limits.hard,
            "window": limits.window, **one.arithmetic(),
        }  # fmt: skip
        if mark.words:
            saying = say("ink-stack/words", words=mark.words.strip()[:20], **values)
        else:
            saying = say("ink-stack/line", color=mark.color.name, **values)
        yield fault(saying, mark.origin, one.square)
    for mark in press.of(InkKind.TEXT):
        if mark.size >= BROAD and not any(one.place.meets(mark.box) for one in wet):
            yield from _broad_on_heavy(mark, limits.hard)


def _wet_squares(press: Press, limit: float) -> Sequence[WetSquare]:
    paper, side = press.page.paper, press.profile.ink.window_side
    ground = Rect(0, 0, *press.page.trim).grown(press.page.bleed)
    under = () if paper is None else (InkPiece(InkKind.AREA, ground, BUILT_IN, paper),)
    if not may_stay_wet((*under, *press.pieces), press.page.trim, limit, side):
        return ()
    # Late: few pages have anything to be measured.
    from infographic.press.preflight.layers import layers_of
    from infographic.press.stacks.measure import wet_squares

    layers = layers_of(press.page, press.printed)
    trim = Rect(0, 0, *press.page.trim)
    return tuple(wet_squares(layers, trim, limit, side))


def _broad_on_heavy(mark: InkPiece, hard: float) -> Findings:
    """Large black type that has too much ink in its stems, if not in all of a square."""
    areas = [ground for ground in mark.grounds if ground.kind is InkKind.AREA]
    if not mark.is_overprinting or not areas:
        return
    c, m, y, _ = areas[0].color.cmyk
    below = areas[0].color.strength if areas[0].color.spot else c + m + y
    total = (below + 1) * 100
    if total > hard + 0.01:
        saying = say("ink-stack/broad", total=total, inks=inks_of(areas[0].color), most=hard)
        yield wrong(saying, mark, is_doubt=True)


def _named(ground: InkPiece) -> Saying:
    if ground.picture is not None:
        return say("phrase/the-picture", name=ground.picture.image.path.name)
    return say("phrase/color-by-name", name=ground.color.name)


def _inks_named(ground: InkPiece) -> Saying | str:
    return _named(ground) if ground.picture is not None else inks_of(ground.color)


@by_look(*DRAWN, with_ground=True)
def tones_hold(press: Press, mark: InkPiece) -> Findings:
    black = press.profile.black
    shares = (mark.color.strength,) if mark.color.spot else mark.color.cmyk
    for share in shares:
        tone = share * 100
        if 0 < tone < black.lowest - 0.01:
            saying = say("tone-lost", color=mark.color.name, tone=tone, least=black.lowest)
            yield wrong(saying, mark, is_doubt=True)
        elif black.highest + 0.01 < tone < 99.9:
            saying = say("tone-filled", color=mark.color.name, tone=tone, most=black.highest)
            yield wrong(saying, mark, is_doubt=True)


@by_look(*DRAWN, with_ground=True)
def black_is_alone(press: Press, mark: InkPiece) -> Findings:
    rules = press.profile.black
    applies = rules.text if mark.kind is InkKind.TEXT else rules.solids
    if not applies or mark.color.spot is not None:
        return
    c, m, y, k = mark.color.cmyk
    if k > 0.845 and c + m + y > 0.004:
        yield wrong(say("black-mixed", color=mark.color.name, inks=inks_of(mark.color)), mark)
    elif is_mixed_grey(mark.color):
        yield wrong(say("grey-mixed", color=mark.color.name, inks=inks_of(mark.color)), mark)


def is_mixed_grey(color: Color) -> bool:
    """Cyan, magenta and yellow about in balance.

    >>> is_mixed_grey(Color("g", (0.5, 0.41, 0.4, 0.0), (0.5, 0.5, 0.5)))
    True
    """
    c, m, y, _ = color.cmyk
    return min(c, m, y) >= 0.03 and max(c, m, y) - min(c, m, y) <= 0.15


@by_look(InkKind.TEXT)
def text_has_few_inks(press: Press, mark: InkPiece) -> Findings:
    most = press.profile.black.text_inks
    if mark.inks > most:
        inks = inks_of(mark.color)
        saying = say("text-inks", color=mark.color.name, count=mark.inks, inks=inks, most=most)
        yield wrong(saying, mark, is_doubt=True)


def spots_are_allowed(press: Press) -> Findings:
    first: dict[str, InkPiece] = {}
    for mark in (*press.ground, *press.firsts(*DRAWN)):
        if mark.color.spot is not None:
            first.setdefault(mark.color.spot.name, mark)
    for mark, color in _picture_inks(press):
        if color.spot is not None:
            first.setdefault(color.spot.name, mark)
    if len(first) > press.profile.spots:
        count, most = len(first), press.profile.spots
        saying = say("press-spots/plates", count=count, names=tuple(first), most=most)
        yield from (wrong(saying, mark) for mark in first.values())


def colors_have_inks(press: Press) -> Findings:
    """Each colour that was given in sRGB alone once, where it is first drawn."""
    found: dict[str, InkPiece] = {}
    for mark in press.firsts(*DRAWN):
        if mark.color.for_screens:
            found.setdefault(mark.color.name, mark)
    for mark, color in _picture_inks(press):
        if color.for_screens:
            found.setdefault(color.name, mark)
    for name, mark in found.items():
        yield wrong(say("press-rgb", color=name), mark)


@by_look(*DRAWN)
def nothing_shows_through(press: Press, mark: InkPiece) -> Findings:
    """PDF/X-1a knows no transparency (ISO 15930-4, 6.13)."""
    if press.profile.standard == "x1a" and mark.opacity < 1:
        saying = say("press-opacity", color=mark.color.name, opacity=mark.opacity)
        yield wrong(saying, mark)


def pictures_can_dry(press: Press) -> Findings:
    """Pictures that are in inks already are not converted: too much of them is taken, or refused.

    Which, the profile says; the writer does the same.
    """
    limits = press.profile.ink
    if limits.design >= 400:
        return
    for mark in press.of(InkKind.PICTURE):
        # Late: many pages have no pictures.
        from infographic.press.picture_ink import heaviest_square

        assert mark.picture is not None
        if mark.picture.inks:
            continue  # Its own inks do not print it.
        try:
            if (heaviest_square(mark.picture, limits.window_side) or (0.0,))[0] > limits.design:
                yield from _heavy_picture(press, mark)
        except PictureError as error:
            yield wrong(say("picture-unreadable", why=error.saying), mark)


def _heavy_picture(press: Press, mark: InkPiece) -> Findings:
    """A picture in inks whose file has too much: perhaps not in the press's own."""
    from infographic.press.picture_ink import ROUNDING, heaviest

    limits, picture = press.profile.ink, mark.picture
    assert picture is not None
    side, size = limits.window_side, picture.size
    cells = size.width / side, size.height / side
    before = press.printed(picture, mark.at, limited=False)
    after = press.printed(picture, mark.at)
    if before is None or after is None:
        return
    most, x, y = heaviest(before.image, cells)
    if most <= limits.design + ROUNDING:
        return
    is_refused = limits.pictures == "refuse"
    is_error = is_refused and most > limits.hard + ROUNDING
    values: dict[str, Value] = {
        "name": picture.image.path.name, "coverage": most, "window": limits.window,
        "most": limits.hard if is_error else limits.design,
    }  # fmt: skip
    if is_refused:
        saying = say("picture-ink/refused", **values)
    else:
        saying = say("picture-ink/limited", taken=most - heaviest(after.image, cells)[0], **values)
    middle = mark.at.moved(x * size.width, y * size.height)
    square = Rect(middle.x - side / 2, middle.y - side / 2, side, side)
    severity = Severity.ERROR if is_error else Severity.WARNING
    yield fault(saying, mark.origin, square, severity=severity)


def spots_run_on_under_pictures(press: Press) -> Findings:
    """Print has no transparency: the ground's look in process inks is mixed into the picture."""
    for mark in press.of(InkKind.PICTURE):
        if mark.picture is None or not mark.picture.image.is_cut_out:
            continue
        spots = [one.color for one in mark.grounds if one.color.spot is not None]
        if spots:
            spot = spots[0].spot
            assert spot is not None
            c, m, y, k = (round(100 * ink, 1) for ink in spots[0].cmyk)
            yield wrong(say("cutout-on-spot", spot=spot.name, c=c, m=m, y=y, k=k), mark,
                        is_doubt=True)  # fmt: skip


def _picture_inks(press: Press) -> Iterator[tuple[InkPiece, Color]]:
    """The colours that pictures are printed in, in place of their own."""
    for mark in press.of(InkKind.PICTURE):
        if mark.picture is not None:
            yield from ((mark, color) for color in mark.picture.inks)


RULES = (
    ink_can_dry, overprinting_black_can_dry, tones_hold, black_is_alone, text_has_few_inks,
    spots_are_allowed, colors_have_inks, nothing_shows_through, pictures_can_dry,
    spots_run_on_under_pictures,
)  # fmt: skip
