"""Rules on a page's type and lines: large enough, heavy enough, and not lost."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from infographic.display.collisions import collisions
from infographic.display.items import TextLine
from infographic.display.looseness import LOOSE, loose_lines
from infographic.foundation.diagnostics import Severity
from infographic.foundation.font import Face
from infographic.foundation.geometry import Insets, Rect
from infographic.press.preflight.painted import InkKind, InkPiece, Press, inks_of, luminance, wrong
from infographic.press.report import MM, Finding, fault

Findings = Iterator[Finding]
SLACK = 0.01
FAINT = 1.3
"""A contrast below which nobody sees that there are words."""


def text_is_large_enough(press: Press) -> Findings:
    sizes = press.profile.type
    for mark in press.of(InkKind.TEXT):
        size = mark.size
        what = f"text in “{mark.color.name}”"
        if mark.is_reversed and size < sizes.reversed - SLACK:
            yield wrong(
                "text-small-reversed", f"{what} on a darker ground is too small", mark,
                found=f"{size:.4g} pt", wanted=f"at least {sizes.reversed:g} pt",
                hint="the ground's ink runs into thin strokes",
            )  # fmt: skip
        elif size < sizes.positive - SLACK:
            yield wrong(
                "text-small", f"{what} is too small to print", mark,
                found=f"{size:.4g} pt", wanted=f"at least {sizes.positive:g} pt",
            )  # fmt: skip
        elif mark.inks > 1 and size < sizes.multi_ink - SLACK:
            yield wrong(
                "text-small-inks", f"{what} is small for its {mark.inks} inks", mark,
                found=f"{size:.4g} pt in {inks_of(mark.color)}",
                wanted=f"at least {sizes.multi_ink:g} pt, or one ink",
                hint="plates are never exactly in register: small type gets coloured edges",
                is_doubt=True,
            )  # fmt: skip
        elif is_screened(mark) and size < sizes.tinted - SLACK:
            yield wrong(
                "text-small-tint", f"{what} is small for a tint", mark,
                found=f"{size:.4g} pt in {inks_of(mark.color)}",
                wanted=f"at least {sizes.tinted:g} pt, or a solid ink",
                hint="a coarse screen has no dots for its thin strokes", is_doubt=True,
            )  # fmt: skip


def is_screened(mark: InkPiece) -> bool:
    """Whether no ink of a text is solid enough to draw its edges."""
    if mark.color.spot is not None:
        return 0.004 < mark.color.strength < 0.85
    return mark.inks > 0 and max(mark.color.cmyk) < 0.85


def lines_are_heavy_enough(press: Press) -> Findings:
    weights = press.profile.lines
    for mark in press.of(InkKind.LINE):
        found = f"{mark.size:.3g} pt"
        if mark.size <= 0.01:
            yield wrong(
                "line-hairline", "a line has no weight", mark, found=found,
                wanted=f"at least {max(weights.positive, 0.25):g} pt",
                hint="a width of 0 is one dot of the device: nothing at the platesetter",
            )  # fmt: skip
        elif mark.is_reversed and mark.size < weights.reversed - SLACK:
            yield wrong(
                "line-thin-reversed", "a line on a darker ground is too thin", mark, found=found,
                wanted=f"at least {weights.reversed:g} pt",
            )  # fmt: skip
        elif mark.size < weights.positive - SLACK:
            yield wrong("line-thin", "a line is too thin to print", mark, found=found,
                        wanted=f"at least {weights.positive:g} pt")  # fmt: skip
        elif mark.inks > 1 and mark.size < weights.reversed - SLACK:
            yield wrong(
                "line-thin-inks", "a line is thin for its inks", mark,
                found=f"{found} in {inks_of(mark.color)}",
                wanted=f"at least {weights.reversed:g} pt, or one ink", is_doubt=True,
            )  # fmt: skip


def text_stands_on_the_page(press: Press) -> Findings:
    trim = Rect(0, 0, *press.page.trim)
    safety = press.profile.type.safety
    for mark in press.of(InkKind.TEXT):
        if mark.cut:
            yield wrong("text-cut", "a frame's edge cuts off words", mark,
                        found=f"“{mark.words[:20]}”")  # fmt: skip
        reach = max(-mark.box.x, -mark.box.y, mark.box.right - trim.right,
                    mark.box.bottom - trim.bottom)  # fmt: skip
        if reach > 0.1:
            yield wrong(
                "text-outside", "words reach out of the page", mark,
                found=f"“{mark.words[:20]}” {reach * MM:.1f} mm outside", wanted="inside the trim",
            )  # fmt: skip
        elif reach > -safety + SLACK:
            yield wrong(
                "text-near-edge", "words stand so near the edge that a cut may take them", mark,
                found=f"{-reach * MM:.1f} mm", wanted=f"at least {safety * MM:.1f} mm",
                is_doubt=True,
            )  # fmt: skip


def text_can_be_seen(press: Press) -> Findings:
    for mark in press.of(InkKind.TEXT):
        if mark.covered:
            yield wrong("text-covered", "words lie under something painted over them", mark,
                        found=f"“{mark.words[:20]}”")  # fmt: skip
            continue
        contrast = worst_contrast(mark)
        if contrast < FAINT and not mark.is_on_picture:
            yield wrong(
                "text-faint", "words cannot be told from their ground", mark,
                found=f"{inks_of(mark.color)}, contrast {contrast:.2f}",
                wanted=f"at least {FAINT:g}",
            )  # fmt: skip


def text_stands_on_no_picture(press: Press) -> Findings:
    for mark in press.of(InkKind.TEXT):
        if mark.is_on_picture and not mark.covered:
            yield wrong(
                "text-on-picture", "words stand on a picture", mark,
                found=f"“{mark.words[:20]}”",
                hint="whether they can be read only an eye can tell: look, or lay a tint between",
                is_doubt=True,
            )  # fmt: skip


def text_stands_on_no_text(press: Press) -> Findings:
    for first, second, box, kinds in collisions(press.page):
        assert isinstance(first.item, TextLine)
        assert isinstance(second.item, TextLine)
        yield fault(
            "text-over-text", "two lines of type stand on one another", second.origin, box,
            found=" and ".join(
                f"“{words[:20]}”{f' ({kind})' if kind else ''}"
                for words, kind in zip((first.item.text, second.item.text), kinds, strict=True)
            ),
            hint="give one of them more room, or the style more leading",
            severity=Severity.WARNING,
        )  # fmt: skip


def lines_are_close_enough(press: Press) -> Findings:
    for (at, item, origin), gap in loose_lines(press.page):
        assert isinstance(item, TextLine)
        box = Rect(at.x, at.y - item.runs[0][1].size, item.width, item.runs[0][1].size)
        yield fault(
            "text-loose", f"“{item.text[:20]}” is spread until it has holes", origin, box,
            found=f"{gap:.2f} em between its characters", wanted=f"at most {LOOSE:g} em",
            hint="add or take a few words before what begins the next line, which is never broken",
            severity=Severity.WARNING,
        )  # fmt: skip


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
            yield wrong("font-unembeddable", f"{face.name} may not be embedded", mark,
                        found=f"fsType {fs_type}")  # fmt: skip


def within(box: Rect, trim: Rect, insets: Insets) -> bool:
    """Whether a box lies inside the page less its insets."""
    return trim.inset(insets).holds(box, 0.05)


RULES = (
    text_is_large_enough, lines_are_heavy_enough, text_stands_on_the_page, text_can_be_seen,
    text_stands_on_no_picture, text_stands_on_no_text, lines_are_close_enough,
    fonts_can_be_embedded,
)  # fmt: skip
