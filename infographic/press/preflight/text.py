"""Rules on a page's type and lines: large enough, heavy enough, and not lost."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from infographic.display.collisions import collisions
from infographic.display.items import TextLine
from infographic.display.looseness import LOOSE, loose_lines
from infographic.display.notes import MeasuredGround
from infographic.display.page import whole
from infographic.foundation.color import BLACK, WHITE, Color, contrast
from infographic.foundation.diagnostics import Severity
from infographic.foundation.font import Face, weight_of
from infographic.foundation.geometry import Insets, Rect
from infographic.foundation.sayings import Saying, Value, say
from infographic.press.preflight.rules import (
    InkKind,
    InkPiece,
    Press,
    by_look,
    inks_of,
    wrong,
)
from infographic.press.report import Finding, fault

Findings = Iterator[Finding]
SLACK = 0.01
NEAR = 0.5
"""Points by which ink may stand out of the room it was measured in."""
BOLD = 600
"""Of the weights from 1 to 1000: semi-bold."""
BOLD_STEM = 0.3
"""Of an H's width: as broad as that of a semi-bold condensed face."""
FAINT = 1.3
"""A contrast below which nobody sees that there are words."""


@by_look(InkKind.TEXT)
def text_is_large_enough(press: Press, mark: InkPiece) -> Findings:
    sizes = press.profile.type
    size, color = mark.size, mark.color.name
    if mark.is_reversed and size < sizes.reversed - SLACK:
        least = sizes.reversed
        yield wrong(say("text-small-reversed", color=color, size=size, least=least), mark)
    elif size < sizes.positive - SLACK:
        yield wrong(say("text-small", color=color, size=size, least=sizes.positive), mark)
    elif mark.inks > 1 and size < sizes.multi_ink - SLACK:
        saying = say(
            "text-small-inks", color=color, count=mark.inks, size=size,
            inks=inks_of(mark.color), least=sizes.multi_ink,
        )  # fmt: skip
        yield wrong(saying, mark, is_doubt=True)
    elif is_screened(mark) and size < sizes.tinted - SLACK:
        inks, least = inks_of(mark.color), sizes.tinted
        saying = say("text-small-tint", color=color, size=size, inks=inks, least=least)
        yield wrong(saying, mark, is_doubt=True)
    elif is_colored(mark) and max(size, mark.with_digits) < sizes.colored - SLACK:
        inks, least = inks_of(mark.color), sizes.colored
        saying = say("text-color", color=color, size=size, inks=inks, least=least)
        yield wrong(saying, mark, is_doubt=True)


def is_screened(mark: InkPiece) -> bool:
    """Whether no ink of a text is solid enough to draw its edges."""
    if mark.color.spot is not None:
        return 0.004 < mark.color.strength < 0.85
    return mark.inks > 0 and max(mark.color.cmyk) < 0.85


def is_colored(mark: InkPiece) -> bool:
    """Whether a text has another ink than black: what is set in black alone, or in the paper's own
    colour on a ground, needs no second plate in register."""
    if mark.color.spot is not None:
        return mark.color.strength > 0.004
    *hues, black = mark.color.cmyk
    # A black of several inks is another fault.
    return black <= 0.845 and any(ink > 0.004 for ink in hues)


@by_look(InkKind.LINE)
def lines_are_heavy_enough(press: Press, mark: InkPiece) -> Findings:
    weights = press.profile.lines
    weight = mark.size
    if weight <= 0.01:
        least = max(weights.positive, 0.25)
        yield wrong(say("line-hairline", weight=weight, least=least), mark)
    elif mark.is_reversed and weight < weights.reversed - SLACK:
        yield wrong(say("line-thin-reversed", weight=weight, least=weights.reversed), mark)
    elif weight < weights.positive - SLACK:
        yield wrong(say("line-thin", weight=weight, least=weights.positive), mark)
    elif mark.inks > 1 and weight < weights.reversed - SLACK:
        inks, least = inks_of(mark.color), weights.reversed
        saying = say("line-thin-inks", weight=weight, inks=inks, least=least)
        yield wrong(saying, mark, is_doubt=True)


def text_stands_on_the_page(press: Press) -> Findings:
    right, bottom = press.page.trim
    safety = press.profile.type.safety
    for mark in press.of(InkKind.TEXT):
        if mark.cut:
            yield wrong(say("text-cut", words=mark.words[:20]), mark)
        x, y, width, height = mark.box
        reach = max(-x, -y, x + width - right, y + height - bottom)
        if reach > 0.1:
            yield wrong(say("text-outside", words=mark.words[:20], reach=reach), mark)
        elif reach > -safety + SLACK:
            yield wrong(say("text-near-edge", near=-reach, least=safety), mark, is_doubt=True)


@by_look(InkKind.TEXT)
def text_can_be_seen(press: Press, mark: InkPiece) -> Findings:
    if mark.covered:
        yield wrong(say("text-covered", words=mark.words[:20]), mark)
        return
    seen, _ = worst_contrast(press, mark)
    if seen < FAINT and not mark.is_on_picture:
        inks = inks_of(mark.color)
        yield wrong(say("text-faint", inks=inks, contrast=seen, least=FAINT), mark)


def text_stands_on_no_picture(press: Press) -> Findings:
    marks = [mark for mark in press.of(InkKind.TEXT) if mark.grounds and mark.is_on_picture]
    measured = _measured(press) if marks and press.profile.screen is not None else []
    for mark in marks:
        if not mark.covered and not any(box.holds(mark.box, NEAR) for box in measured):
            yield wrong(say("text-on-picture", words=mark.words[:20]), mark, is_doubt=True)


def _measured(press: Press) -> list[Rect]:
    """Where words stand on a picture that was measured under them."""
    return [
        Rect(*one.at, *one.note.size)
        for block in whole(press.page).walk()
        for one in block.notes
        if isinstance(one.note, MeasuredGround)
    ]


def text_stands_on_no_text(press: Press) -> Findings:
    for first, second, box, kinds in collisions(press.page, press.seen.inks):
        assert isinstance(first.item, TextLine)
        assert isinstance(second.item, TextLine)
        lines = [
            say("phrase/line-in-block", words=words[:20], kind=kind) if kind
            else say("phrase/line", words=words[:20])
            for words, kind in zip((first.item.text, second.item.text), kinds, strict=True)
        ]  # fmt: skip
        saying = say("text-over-text", first=lines[0], second=lines[1])
        yield fault(saying, second.origin, box, severity=Severity.WARNING)


def lines_are_close_enough(press: Press) -> Findings:
    for placed, gap, short in loose_lines(line.placed for line in press.seen.lines):
        from infographic.display.extents import extent

        item, box = placed.item, extent(placed)
        assert isinstance(item, TextLine) and box is not None
        if short:
            saying = say("text-loose/short", words=item.text[:20], short=short)
        else:
            saying = say("text-loose", words=item.text[:20], gap=gap, most=LOOSE)
        yield fault(saying, placed.origin, box, severity=Severity.WARNING)


@by_look(InkKind.TEXT)
def text_has_contrast(press: Press, mark: InkPiece) -> Findings:
    """Words stand out from the ground they stand on, as this paper or screen shows both."""
    rules = press.profile.screen or press.profile.type
    least = rules.large_contrast if is_large(press, mark) else rules.contrast
    seen, ground = worst_contrast(press, mark)
    is_lost = seen < FAINT and not mark.is_on_picture
    if seen < least - 0.005 and not mark.covered and not is_lost:
        values: dict[str, Value] = {
            "color": mark.color.name, "contrast": seen, "size": mark.size, "least": least,
        }  # fmt: skip
        yield wrong(_too_little(press, ground, values), mark, is_doubt=True)


def _too_little(press: Press, ground: Color | None, values: dict[str, Value]) -> Saying:
    if press.profile.screen is not None:
        if ground is None:
            return say("contrast-low/on-white", **values)
        return say("contrast-low/on-color", ground=ground.name, **values)
    sizes, under = press.profile.type, press.light(WHITE if ground is None else ground)
    values["large"], values["large_least"] = sizes.large_type, sizes.large_contrast
    values["black"] = contrast(press.light(BLACK), under)
    if ground is None:
        return say("contrast-low/on-paper", **values)
    return say("contrast-low/on-print", ground=ground.name, **values)


def is_large(press: Press, mark: InkPiece) -> bool:
    """Whether a text is large enough to be read with less contrast."""
    screen, size = press.profile.screen, max(mark.size, mark.with_digits)
    if screen is not None:
        return mark.size >= screen.large_type
    large = press.profile.type.large_type - SLACK
    is_bold = mark.run is not None and _is_bold(mark.run.face)
    return size >= large if is_bold else size >= 2 * large


def _is_bold(face: Face) -> bool:
    """A display face of capitals alone is cut in one weight, which it calls regular; its stems
    tell."""
    if weight_of(face) >= BOLD or face.keeps_case:
        return weight_of(face) >= BOLD
    stem, whole = (face.box_of(face.glyph_of(letter)) for letter in "IH")
    return stem.right - stem.left >= BOLD_STEM * (whole.right - whole.left)


def worst_contrast(press: Press, mark: InkPiece) -> tuple[float, Color | None]:
    """The lowest contrast of a text to what it stands on, 1 to 21 (WCAG 2), and that ground; None
    for the bare paper. Pictures are left out."""
    own = press.light(mark.color)
    if not mark.grounds:
        return contrast(own, press.light(WHITE)), None
    areas = [ground.color for ground in mark.grounds if ground.kind is InkKind.AREA]
    seen = ((contrast(own, press.light(one)), one) for one in areas)
    return min(seen, default=(21.0, None), key=lambda pair: pair[0])


def fonts_can_be_embedded(press: Press) -> Findings:
    met: set[Face] = set()
    for mark in press.firsts(InkKind.TEXT):
        face = mark.run.face if mark.run else None
        if face is None or face in met:
            continue
        met.add(face)
        os2 = bytes(face.hb_face.reference_table("OS/2").data or b"")
        fs_type = struct.unpack_from(">H", os2, 8)[0] if len(os2) >= 10 else 0
        if (fs_type & 0x000F) == 0x0002 or fs_type & 0x0200:
            yield wrong(say("font-unembeddable/face", face=face.name, fs_type=fs_type), mark)


def within(box: Rect, trim: Rect, insets: Insets) -> bool:
    """Whether a box lies inside the page less its insets."""
    return trim.inset(insets).holds(box, 0.05)


RULES = (
    text_is_large_enough, lines_are_heavy_enough, text_stands_on_the_page, text_can_be_seen,
    text_has_contrast, text_stands_on_no_picture, text_stands_on_no_text, lines_are_close_enough,
    fonts_can_be_embedded,
)  # fmt: skip
