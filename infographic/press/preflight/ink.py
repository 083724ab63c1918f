"""Rules on a page's ink: how much, how little, of what, and on how many plates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from infographic.foundation.color import Color
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.diagnostics import MachineError, Severity
from infographic.foundation.geometry import Rect
from infographic.press.preflight.overprinted import may_pile_up
from infographic.press.preflight.painted import InkKind, InkPiece, Press, inks_of, wrong
from infographic.press.report import Finding, fault

if TYPE_CHECKING:
    from infographic.press.stacks.measure import WetSquare

Findings = Iterator[Finding]
DRAWN = (InkKind.TEXT, InkKind.LINE, InkKind.AREA)
BROAD = 24.0
"""Type from this size on has stems as broad as an area."""


def ink_can_dry(press: Press) -> Findings:
    limits = press.profile.ink
    for mark in _grounds_too(press):
        coverage = mark.color.coverage * 100
        if coverage > limits.design + 0.01:
            is_doubt = coverage <= limits.hard + 0.01
            yield wrong(
                "ink-limit", f"colour “{mark.color.name}” has too much ink to dry", mark,
                found=f"{coverage:.0f} % ({inks_of(mark.color)})",
                wanted=f"at most {limits.design if is_doubt else limits.hard:g} %",
                hint="take out the smallest inks, or replace C, M and Y by K", is_doubt=is_doubt,
            )  # fmt: skip


def overprinting_black_can_dry(press: Press) -> Findings:
    """What overprints adds to its ground: too much as a mean of the window is an error.

    Small black type on any tint is fine: its stems are too narrow to stay wet.
    """
    limits = press.profile.ink
    if limits.hard >= 400:
        return
    wet = _wet_squares(press, limits.hard / 100)
    for one in wet:
        mark, ground = one.stack.layer.subject, one.ground.subject
        what = f"“{mark.words.strip()[:20]}”" if mark.words else f"a line in “{mark.color.name}”"
        yield fault(
            "ink-stack", f"{what} overprints {_named(ground)}, and together they cannot dry",
            mark.origin, one.square, found=one.arithmetic(_inks_named(ground), limits.window),
            wanted=f"at most {limits.hard:g} % as the mean of {limits.window:g} mm²",
            hint="set it in white, which knocks out, or lighten the ground",
        )  # fmt: skip
    for mark in press.of(InkKind.TEXT):
        if mark.size >= BROAD and not any(one.place.meets(mark.box) for one in wet):
            yield from _broad_on_heavy(mark, limits.hard)


def _wet_squares(press: Press, limit: float) -> Sequence[WetSquare]:
    paper = press.page.paper
    ground = Rect(0, 0, *press.page.trim).grown(press.page.bleed)
    under = () if paper is None else (InkPiece(InkKind.AREA, ground, BUILT_IN, paper),)
    if not may_pile_up((*under, *press.pieces), limit):
        return ()
    # Late: few pages have anything to be measured.
    from infographic.press.preflight.layers import layers_of
    from infographic.press.stacks.measure import wet_squares

    layers = layers_of(press.page, press.printed)
    trim = Rect(0, 0, *press.page.trim)
    return tuple(wet_squares(layers, trim, limit, press.profile.ink.window_side))


def _broad_on_heavy(mark: InkPiece, hard: float) -> Findings:
    """Large black type that has too much ink in its stems, if not in all of a square."""
    areas = [ground for ground in mark.grounds if ground.kind is InkKind.AREA]
    if not mark.is_overprinting or not areas:
        return
    c, m, y, _ = areas[0].color.cmyk
    below = areas[0].color.strength if areas[0].color.spot else c + m + y
    total = (below + 1) * 100
    if total > hard + 0.01:
        yield wrong(
            "ink-stack", "large black type overprints a heavy ground", mark,
            found=f"{total:.0f} % on {inks_of(areas[0].color)}", wanted=f"at most {hard:g} %",
            hint="set it in white, or lighten the ground", is_doubt=True,
        )  # fmt: skip


def _named(ground: InkPiece) -> str:
    if ground.picture is not None:
        return f"the picture “{ground.picture.image.path.name}”"
    return f"“{ground.color.name}”"


def _inks_named(ground: InkPiece) -> str:
    return _named(ground) if ground.picture is not None else inks_of(ground.color)


def tones_hold(press: Press) -> Findings:
    black = press.profile.black
    for mark in _grounds_too(press):
        shares = (mark.color.strength,) if mark.color.spot else mark.color.cmyk
        for share in shares:
            tone = share * 100
            if 0 < tone < black.lowest - 0.01:
                yield wrong(
                    "tone-lost", f"a tint in “{mark.color.name}” is too light to print", mark,
                    found=f"{tone:g} %", wanted=f"0 or at least {black.lowest:g} %",
                    is_doubt=True,
                )  # fmt: skip
            elif black.highest + 0.01 < tone < 99.9:
                yield wrong(
                    "tone-filled", f"a tint in “{mark.color.name}” prints as a solid", mark,
                    found=f"{tone:g} %", wanted=f"at most {black.highest:g} %, or 100",
                    is_doubt=True,
                )  # fmt: skip


def black_is_alone(press: Press) -> Findings:
    rules = press.profile.black
    for mark in _grounds_too(press):
        applies = rules.text if mark.kind is InkKind.TEXT else rules.solids
        if not applies or mark.color.spot is not None:
            continue
        c, m, y, k = mark.color.cmyk
        if k > 0.845 and c + m + y > 0.004:
            yield wrong(
                "black-mixed", f"black “{mark.color.name}” has other inks too", mark,
                found=inks_of(mark.color), wanted="K alone",
                hint="out of register it is blurred; K 100 is as black as newsprint can be",
            )  # fmt: skip
        elif is_mixed_grey(mark.color):
            yield wrong(
                "grey-mixed", f"grey “{mark.color.name}” is mixed of colours", mark,
                found=inks_of(mark.color), wanted="K alone",
                hint='write {"k": 60}: a mixed grey turns red or green on the press',
            )  # fmt: skip


def is_mixed_grey(color: Color) -> bool:
    """Cyan, magenta and yellow about in balance.

    >>> is_mixed_grey(Color("g", (0.5, 0.41, 0.4, 0.0), (0.5, 0.5, 0.5)))
    True
    """
    c, m, y, _ = color.cmyk
    return min(c, m, y) >= 0.03 and max(c, m, y) - min(c, m, y) <= 0.15


def text_has_few_inks(press: Press) -> Findings:
    most = press.profile.black.text_inks
    for mark in press.of(InkKind.TEXT):
        if mark.inks > most:
            yield wrong(
                "text-inks", f"text in “{mark.color.name}” has too many inks", mark,
                found=f"{mark.inks} ({inks_of(mark.color)})", wanted=f"at most {most}",
                hint="take the smallest ink out of the colour", is_doubt=True,
            )  # fmt: skip


def spots_are_allowed(press: Press) -> Findings:
    first: dict[str, InkPiece] = {}
    for mark in _grounds_too(press):
        if mark.color.spot is not None:
            first.setdefault(mark.color.spot.name, mark)
    if len(first) > press.profile.spots:
        names = "、".join(f"“{name}”" for name in first)
        for mark in first.values():
            yield wrong(
                "press-spots", "the page has more spot colours than the press has plates for", mark,
                found=f"{len(first)} ({names})",
                wanted=f"at most {press.profile.spots}",
                hint="take “spot” from the colour to print it in process inks, or choose another"
                " press",
            )  # fmt: skip


def pictures_can_dry(press: Press) -> Findings:
    """Pictures that are in inks already are not converted: too much of them is taken, or refused.

    Which, the profile says; the writer does the same.
    """
    limits = press.profile.ink
    if limits.design >= 400:
        return
    from infographic.press.picture_ink import heaviest_square

    for mark in press.of(InkKind.PICTURE):
        assert mark.picture is not None
        try:
            if (heaviest_square(mark.picture, limits.window_side) or (0.0,))[0] > limits.design:
                yield from _heavy_picture(press, mark)
        except MachineError as error:
            yield wrong("picture-unreadable", "a picture cannot be read", mark, found=error.message)


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
    name, is_error = picture.image.path.name, False
    found = f"{most:.0f} % in a square of {limits.window:g} mm² of “{name}”"
    said, wanted = "has too much ink, and is limited: C, M and Y give way to K", limits.design
    hint = "bring it as RGB, or converted with the press's own profile, to choose what is taken"
    if limits.pictures == "refuse":
        is_error = most > limits.hard + ROUNDING
        said, wanted = "has too much ink to dry", limits.hard if is_error else limits.design
    else:
        found += f"; {most - heaviest(after.image, cells)[0]:.0f} % are taken"
    middle = mark.at.moved(x * size.width, y * size.height)
    yield fault(
        "picture-ink", f"a picture {said}", mark.origin,
        Rect(middle.x - side / 2, middle.y - side / 2, side, side), found=found,
        wanted=f"at most {wanted:g} %", hint=hint,
        severity=Severity.ERROR if is_error else Severity.WARNING,
    )  # fmt: skip


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
            yield wrong(
                "cutout-on-spot", "a cut-out picture stands on a spot colour", mark,
                found=f"{spot.name} is left out under its whole rectangle, "
                f"C{c:g} M{m:g} Y{y:g} K{k:g} stands for it",
                wanted="a ground in process inks, or a picture without clear parts",
                hint="the edge of the rectangle will be seen: take “spot” from the ground's colour",
                is_doubt=True,
            )  # fmt: skip


def _grounds_too(press: Press) -> Iterator[InkPiece]:
    """All that is drawn in a colour, and the page's own ground."""
    paper = press.page.paper
    if paper is not None:
        yield InkPiece(InkKind.AREA, Rect(0, 0, *press.page.trim), BUILT_IN, paper)
    yield from press.of(*DRAWN)


RULES = (
    ink_can_dry, overprinting_black_can_dry, tones_hold, black_is_alone, text_has_few_inks,
    spots_are_allowed, pictures_can_dry, spots_run_on_under_pictures,
)  # fmt: skip
