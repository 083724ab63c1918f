"""What holds of every device's page, read from the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from written_glyphs import Box, Glyph
from written_marks import Ink, Mark, Sheet

TOUCH = 0.12
"""Ink of two labels that shares less than this, in points, stands apart to the eye."""
OVER = 0.35
"""How far ink may reach over its frame: what round letters stand out by."""

ROUND = 0.025
"""The same of large type, in em."""


def assert_clean(sheet: Sheet, frame: Box, over: float = 0.0) -> None:
    """All words and marks in the frame, no word on another, none cut by the edge of a mark."""
    found = [*outside(sheet, frame, over), *collisions(sheet), *unreadable(sheet)]
    assert not found, "\n".join(found)


def outside(sheet: Sheet, frame: Box, over: float = 0.0) -> Iterator[str]:
    page = Box(frame.left - OVER, frame.top - OVER, frame.right + OVER, frame.bottom + OVER)
    for word in sheet.words:
        # Digits of some faces stand out over the capitals that a line is measured by.
        tall = max(0.0, word.size * ROUND - OVER)
        wide = Box(page.left - tall, page.top - tall, page.right + tall, page.bottom + tall)
        if word.box.within(wide) != word.box:
            yield f"“{word.text}” leaves its frame: {_said(word.box)} of {_said(page)}"
    for mark in sheet.marks:
        if mark.fill is not None and is_paper(mark.fill) and mark.stroke is None:
            continue  # a halo
        half = over + (mark.width / 2 if mark.stroke is not None else 0.0)
        box = mark.box
        wide = Box(page.left - half, page.top - half, page.right + half, page.bottom + half)
        if box.within(wide) != box:
            yield f"a mark leaves its frame: {_said(box)} of {_said(page)}"


def is_paper(ink: Ink) -> bool:
    """Whether an ink is none: of four shares, or of light."""
    return not any(ink) if len(ink) == 4 else min(ink) > 0.99


def collisions(sheet: Sheet) -> Iterator[str]:
    """Glyphs on glyphs, but for neighbours in one line of type, which may be kerned."""
    order = sorted(range(len(sheet.glyphs)), key=lambda at: sheet.glyphs[at].box.left)
    open_: list[int] = []
    for at in order:
        glyph = sheet.glyphs[at]
        open_ = [one for one in open_ if sheet.glyphs[one].box.right > glyph.box.left + TOUCH]
        for one in open_:
            other = sheet.glyphs[one]
            if abs(one - at) > 1 and other.box.meets(glyph.box, TOUCH):
                yield f"“{_around(sheet.glyphs, one)}” and “{_around(sheet.glyphs, at)}” collide"
        open_.append(at)


def unreadable(sheet: Sheet) -> Iterator[str]:
    """Words that the edge of a filled bar or a line runs through."""
    for mark in sheet.marks:
        for glyph in sheet.glyphs:
            if mark.is_box and mark.fill is not None:
                if _is_cut(glyph.box, mark.box):
                    yield f"the edge of {_said(mark.box)} runs through “{glyph.text}”"
            elif mark.is_straight_line and _is_crossed(mark, glyph.box):
                yield f"a line {_said(mark.box)} runs through “{glyph.text}” {_said(glyph.box)}"


def _is_cut(glyph: Box, box: Box) -> bool:
    inner = glyph.within(box)
    if inner.width <= TOUCH or inner.height <= TOUCH:
        return False
    outer = max(glyph.width - inner.width, glyph.height - inner.height)
    return outer > TOUCH * 3


def _is_crossed(mark: Mark, glyph: Box) -> bool:
    """Whether an upright or level line runs through the glyph's middle."""
    box, inset = mark.box, TOUCH + mark.width / 2
    if box.width > 0.01 and box.height > 0.01:
        return False
    return (
        min(box.right, glyph.right) - max(box.left, glyph.left) > (0 if box.width < 0.01 else inset)
        or (box.width < 0.01 and glyph.left + inset < box.left < glyph.right - inset)
    ) and (
        min(box.bottom, glyph.bottom) - max(box.top, glyph.top)
        > (0 if box.height < 0.01 else inset)
        or (box.height < 0.01 and glyph.top + inset < box.top < glyph.bottom - inset)
    )


def _around(glyphs: Sequence[Glyph], at: int) -> str:
    return "".join(glyph.text for glyph in glyphs[max(0, at - 4) : at + 5])


def _said(box: Box) -> str:
    return f"({box.left:.2f} {box.top:.2f} {box.right:.2f} {box.bottom:.2f})"
