"""Drop caps: a paragraph that begins with a character several lines high.

Its top stands where the first line's characters end, its foot where those of its last line stand;
its ink begins where that of the lines below begins. The lines beside it are set to what it leaves
of their measure, in Chinese to whole characters, so that columns of characters stay columns.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import accumulate

from infographic.display.items import GlyphRun, TextLine
from infographic.foundation.geometry import Point
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.text.copy import Copy, Span
from infographic.text.interned import Interned, interned_style
from infographic.text.keeping import kept
from infographic.text.paragraph import Paragraph, set_paragraph
from infographic.text.runaround import set_runaround
from infographic.text.set_lines import SetLine
from infographic.text.style import Alignment, Initial, TextStyle

HAN_TOP, HAN_FOOT = 0.86, 0.08
"""Where the ink of a Han ends above and below the baseline, in em (measured on shipped faces)."""
CLEAR, CLEAR_LATIN = 0.2, 0.4
"""Beside it, in em of the lines: at the least beside Han, whose cells have air of their own."""
LEAST = 6
"""Em: in a narrower measure beside it no line is read."""
OPENING = "“‘「『《〈（(\"'"


@lru_cache(maxsize=256)
def with_initial(style: TextStyle, initial: Initial) -> TextStyle:
    """The style of a paragraph that begins so; its lines beside it stay in one column."""
    orphans = max(style.orphans, initial.lines)
    return replaced(style, initial=initial, orphans=orphans)


@lru_cache(maxsize=256)
def _without(style: TextStyle, *, indent: bool) -> TextStyle:
    if indent:
        return replaced(style, initial=None)
    return replaced(style, initial=None, indent=0.0, hanging_indent=0.0)


def set_with_initial(copy: Copy, style: TextStyle, measures: tuple[float, ...]) -> Paragraph:
    """Set copy with its first character as its style has it, line i in `measures[i]`.

    With fewer lines where the paragraph has no more; as any other where it has but one, where too
    little would be left beside it, and where marks stand over its first character.
    """
    return _set(copy, interned_style(style), measures)


@kept(between_pages=256)
def _set(copy: Copy, interned: Interned, measures: tuple[float, ...]) -> Paragraph:
    style = interned.style
    initial, count = style.initial, lettered_of(copy)
    assert initial is not None
    if count and measures[0] != math.inf and style.column is None:
        for lines in range(initial.lines, 1, -1):
            made = _tried(copy, count, style, initial, lines, measures)
            if made is not None:
                return made
    return set_runaround(copy, _without(style, indent=True), measures)


def lettered_of(copy: Copy) -> int:
    """How many of a paragraph's characters are set so: the first, with a mark that opens before
    it; a number whole. 0 where none can be.

    >>> [lettered_of(Copy((Span(text),))) for text in ("春风", "“春风”", "2026年", "Spring", "")]
    [1, 2, 4, 1, 0]
    """
    text = copy.text
    start = len(text) - len(text.lstrip("\u3000 "))
    at = start
    while at < len(text) and text[at] in OPENING:
        at += 1
    if at >= len(text) or not text[at].isalnum():
        return 0
    end = at + 1
    while text[at].isdigit() and end < len(text) and (text[end].isdigit() or text[end] in ".,"):
        end += 1
    places = accumulate((len(span.text) for span in copy.spans), initial=0)
    for place, span in zip(places, copy.spans, strict=False):
        if place < end and (span.ruby or span.dots or span.name or span.title or span.script):
            return 0
    return end


class _Cap(NamedTuple):
    """The large character, from its line's start on the first baseline; and the room it takes."""

    runs: tuple[tuple[float, GlyphRun], ...]
    text: str
    room: float
    missing: tuple[str, ...]


def _tried(
    copy: Copy, count: int, style: TextStyle, initial: Initial, lines: int,
    measures: tuple[float, ...],
) -> Paragraph | None:  # fmt: skip
    beside = any(sign >= "\u2e80" for sign in copy.text[count : count + 20])
    text = copy.text[:count].lstrip("\u3000 ")
    cap = _cap(text, style, initial, lines, is_beside_han=beside)
    if cap is None:
        return None
    whole = measures + measures[-1:] * max(lines + 1 - len(measures), 0)
    own = tuple(one - cap.room if n < lines else one for n, one in enumerate(whole))
    if min(own[:lines]) < LEAST * style.size:
        return None
    rest = set_runaround(_after(copy, count), _without(style, indent=False), own)
    if len(rest.lines) < lines:
        return None
    first, *others = rest.lines
    made = [_beside(first, cap)]
    made += [
        replaced(line, x=line.x + cap.room) if n < lines else line
        for n, line in enumerate(others, 1)
    ]
    missing = tuple(dict.fromkeys((*cap.missing, *rest.missing)))
    return replaced(rest, lines=tuple(made), measure=measures[0], missing=missing)


def _cap(
    text: str, style: TextStyle, initial: Initial, lines: int, *, is_beside_han: bool
) -> _Cap | None:
    """The character as high as so many lines."""
    if not text:
        return None
    is_han = text.lstrip(OPENING)[:1] >= "\u2e80"
    down = (lines - 1) * (initial.leading or style.leading)
    top = HAN_TOP if is_beside_han else _cap_height(style)
    if is_han:
        size = (down + (HAN_TOP + HAN_FOOT) * style.size) / (HAN_TOP + HAN_FOOT)
        drop = down + HAN_FOOT * (style.size - size)
    else:
        size, drop = 1.0, down
        height = _runs(text, style, initial, 1.0)[0][0][1].face.metrics.cap_height
        size = (down + top * style.size) / (height or top)
    runs, missing = _runs(text, style, initial, size)
    if not runs:
        return None
    (x, head), (last_x, last) = runs[0], runs[-1]
    bearing = 0.05 * style.size if is_han else 0.0
    left = x + (head.xs[0] + head.face.box_of(head.glyphs[0]).left) * head.size - bearing
    right = last_x + (last.xs[-1] + last.face.box_of(last.glyphs[-1]).right) * last.size - left
    if is_beside_han:
        room = math.ceil(right / style.size + CLEAR - 1e-6) * style.size
    else:
        room = right + CLEAR_LATIN * style.size
    moved = tuple(
        (at - left, replaced(run, ys=tuple(-drop / run.size for _ in run.glyphs)))
        for at, run in runs
    )
    return _Cap(moved, text, room, missing)


def _cap_height(style: TextStyle) -> float:
    return style.plain.fonts.latin[0].metrics.cap_height


def _runs(
    text: str, style: TextStyle, initial: Initial, size: float
) -> tuple[tuple[tuple[float, GlyphRun], ...], tuple[str, ...]]:
    plain = replaced(initial.style, size=size, leading=size, tracking=0.0, rise=0.0)
    own = TextStyle(
        f"{style.name} initial", plain, (), Alignment.LEFT, house=style.house,
        language=style.language,
    )  # fmt: skip
    made = set_paragraph(Copy((Span(text),)), own, math.inf)
    return (made.lines[0].text.runs if made.lines else ()), made.missing


def _after(copy: Copy, count: int) -> Copy:
    """The copy without its first so many characters."""
    spans = []
    for span in copy.spans:
        taken = min(count, len(span.text))
        count -= taken
        if taken < len(span.text):
            spans.append(replaced(span, text=span.text[taken:]) if taken else span)
    return replaced(copy, spans=tuple(spans))


def _beside(line: SetLine, cap: _Cap) -> SetLine:
    """The first line, with the large character at its head."""
    text, step = line.text, cap.room + line.x
    moved = tuple((x + step, run) for x, run in text.runs)
    whole = TextLine(
        (*cap.runs, *moved), cap.text + text.text, text.width + step, text.vertical, text.spread,
        text.short,
    )  # fmt: skip
    drawn = line.drawn
    if drawn:
        alone = TextLine(cap.runs, cap.text, cap.room)
        drawn = (
            (Point(0, 0), alone),
            *((Point(at.x + step, at.y), item) for at, item in drawn),
        )
    return replaced(line, text=whole, x=0.0, drawn=drawn)
