"""Rules on a page's type and lines: large enough, heavy enough, and not lost."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from infographic.display.collisions import collisions
from infographic.display.items import TextLine
from infographic.display.looseness import LOOSE, loose_lines
from infographic.display.notes import MeasuredGround
from infographic.display.page import whole
from infographic.foundation.diagnostics import Severity
from infographic.foundation.font import Face
from infographic.foundation.geometry import Insets, Rect
from infographic.foundation.sayings import say
from infographic.press.preflight.painted import InkKind, InkPiece, Press, inks_of, luminance, wrong
from infographic.press.report import Finding, fault

Findings = Iterator[Finding]
SLACK = 0.01
NEAR = 0.5
"""Points by which ink may stand out of the room it was measured in."""
FAINT = 1.3
"""A contrast below which nobody sees that there are words."""


def text_is_large_enough(press: Press) -> Findings:
    sizes = press.profile.type
    for mark in press.of(InkKind.TEXT):
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


def is_screened(mark: InkPiece) -> bool:
    """Whether no ink of a text is solid enough to draw its edges."""
    if mark.color.spot is not None:
        return 0.004 < mark.color.strength < 0.85
    return mark.inks > 0 and max(mark.color.cmyk) < 0.85


def lines_are_heavy_enough(press: Press) -> Findings:
    weights = press.profile.lines
    for mark in press.of(InkKind.LINE):
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
    trim = Rect(0, 0, *press.page.trim)
    safety = press.profile.type.safety
    for mark in press.of(InkKind.TEXT):
        if mark.cut:
            yield wrong(say("text-cut", words=mark.words[:20]), mark)
        reach = max(-mark.box.x, -mark.box.y, mark.box.right - trim.right,
                    mark.box.bottom - trim.bottom)  # fmt: skip
        if reach > 0.1:
            yield wrong(say("text-outside", words=mark.words[:20], reach=reach), mark)
        elif reach > -safety + SLACK:
            yield wrong(say("text-near-edge", near=-reach, least=safety), mark, is_doubt=True)


def text_can_be_seen(press: Press) -> Findings:
    for mark in press.of(InkKind.TEXT):
        if mark.covered:
            yield wrong(say("text-covered", words=mark.words[:20]), mark)
            continue
        contrast = worst_contrast(mark)
        if contrast < FAINT and not mark.is_on_picture:
            inks = inks_of(mark.color)
            yield wrong(say("text-faint", inks=inks, contrast=contrast, least=FAINT), mark)


def text_stands_on_no_picture(press: Press) -> Findings:
    measured = _measured(press) if press.profile.screen is not None else []
    for mark in press.of(InkKind.TEXT):
        if any(box.holds(mark.box, NEAR) for box in measured):
            continue
        if mark.is_on_picture and not mark.covered:
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
    for first, second, box, kinds in collisions(press.page):
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
    for placed, gap, short in loose_lines(press.page):
        from infographic.display.extents import extent

        item, box = placed.item, extent(placed)
        assert isinstance(item, TextLine) and box is not None
        if short:
            saying = say("text-loose/short", words=item.text[:20], short=short)
        else:
            saying = say("text-loose", words=item.text[:20], gap=gap, most=LOOSE)
        yield fault(saying, placed.origin, box, severity=Severity.WARNING)


def worst_contrast(mark: InkPiece) -> float:
    """The lowest contrast of a text to what it stands on, 1 to 21 (WCAG 2); pictures left out."""
    own = luminance(mark.color)
    areas = [ground for ground in mark.grounds if ground.kind is InkKind.AREA]
    others = [luminance(ground.color) for ground in areas]
    if not mark.grounds:
        others = [1.0]
    pairs = ((max(own, one), min(own, one)) for one in others)
    return min(((high + 0.05) / (low + 0.05) for high, low in pairs), default=21.0)


def fonts_can_be_embedded(press: Press) -> Findings:
    met: set[Face] = set()
    for mark in press.of(InkKind.TEXT):
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
    text_stands_on_no_picture, text_stands_on_no_text, lines_are_close_enough,
    fonts_can_be_embedded,
)  # fmt: skip
