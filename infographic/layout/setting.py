"""Paragraphs in a region: lines stacked into a frame, with faults for what does not fit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from infographic.display.frame import Frame
from infographic.display.items import GlyphRun, Group, Placed, Role, TextLine
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Point, Size
from infographic.foundation.late_pattern import late
from infographic.foundation.places import place_of
from infographic.foundation.record import record, replaced
from infographic.foundation.sayings import say
from infographic.layout.tally import over_in
from infographic.text.copy import Copy
from infographic.text.last_resort import Torn
from infographic.text.paragraph import Paragraph, set_paragraph
from infographic.text.scripts import unsupported
from infographic.text.set_lines import SetLine
from infographic.text.style import Alignment, Part, TextStyle
from infographic.text.written import has_figures

if TYPE_CHECKING:
    from infographic.text.interlinear import Ruby

TOLERANCE = 0.01
"""Points; less than any press can show."""


@record
class Stacked:
    """Lines one under the other: what they hold, their height and first baseline."""

    items: tuple[Placed, ...]
    height: float
    baseline: float


def stack_lines(lines: Sequence[SetLine], origin: Origin, at: Point = Point(0, 0)) -> Stacked:
    y = at.y
    items: list[Placed] = []
    baseline = 0.0
    for number, line in enumerate(lines):
        y += line.above
        if number == 0:
            baseline = y
        items += placed_line(line, Point(at.x + line.x, y), origin)
        y += line.below
    return Stacked(tuple(items), y - at.y, baseline)


def placed_line(line: SetLine, at: Point, origin: Origin) -> tuple[Placed, ...]:
    """A line with its start at `at`, and what stands beside its words: dots, lines, readings."""
    if not line.drawn:
        return (Placed(at, line.text, origin),)
    # Late: few lines have anything.
    from infographic.text.interlinear import Ruby

    return tuple(
        Placed(at.moved(*place), _ruby(item, origin) if isinstance(item, Ruby) else item, origin)
        for place, item in line.drawn
    )


def _ruby(ruby: Ruby, origin: Origin) -> Group:
    """A base and its reading, which a screen reader says together (ISO 32000-1, 14.8.4.4.2)."""
    base = Group((Placed(Point(0, 0), ruby.base, origin),), role=Role.RUBY_BASE, name="base")
    text = Group((Placed(ruby.at, ruby.reading, origin),), role=Role.RUBY_TEXT, name="reading")
    here = Point(0, 0)
    return Group(
        (Placed(here, base, origin), Placed(here, text, origin)), role=Role.RUBY, name="ruby"
    )


def height_of(lines: Sequence[SetLine]) -> float:
    return sum(line.above + line.below for line in lines)


def set_copy(
    copy: Copy,
    style: TextStyle,
    width: float,
    height: float | None = None,
    role: Role | None = Role.PARAGRAPH,
    name: str = "text",
    max_lines: int = 0,
) -> Frame:
    """Set one paragraph as a frame of its own height; what `height` cannot hold is a fault."""
    if not copy.text:
        return Frame(Size(width, 0.0))
    paragraph = set_within(copy, style, width, max_lines, height)
    stacked = stack_lines(paragraph.lines, copy.origin)
    faults = (*faults_of(paragraph, copy, style, max_lines), *not_across(copy, style))
    if height is not None and stacked.height > height + TOLERANCE:
        faults += (overset(paragraph.lines, copy, style, width, height),)
    group = Group(stacked.items, role=role, name=name)
    return Frame(
        Size(width, stacked.height),
        (Placed(Point(0, 0), group, copy.origin),) if stacked.items else (),
        faults,
        stacked.baseline,
    )


def set_within(
    copy: Copy, style: TextStyle, width: float, max_lines: int = 0, height: float | None = None
) -> Paragraph:
    """A paragraph set alone in so many lines, or so high."""
    return within_lines(set_paragraph(copy, style, width), copy, style, max_lines, height)


def within_lines(
    paragraph: Paragraph, copy: Copy, style: TextStyle, max_lines: int, height: float | None
) -> Paragraph:
    """A paragraph; where it has too many lines, or more than a height holds, the same with dates
    and numbers parted to save what they can save."""
    most, count = max_lines or style.max_lines, len(paragraph.lines)
    if height is not None and height_of(paragraph.lines) > height + TOLERANCE:
        held = accumulate(line.above + line.below for line in paragraph.lines)
        most = min(most or count, max(sum(foot <= height + TOLERANCE for foot in held), 1))
    if not most or count <= most or style.max_lines == most:
        return paragraph
    fewer = set_paragraph(copy, replaced(style, max_lines=most), paragraph.measure)
    return fewer if len(fewer.lines) < count else paragraph


def not_across(copy: Copy, style: TextStyle) -> tuple[Diagnostic, ...]:
    """A vertical style in a block that only knows lines."""
    if style.column is None:
        return ()
    return (Diagnostic(say("style-vertical/block", style=style.name), copy.origin),)


def tight_between(
    lines: Sequence[SetLine], style: TextStyle, origin: Origin
) -> tuple[Diagnostic, ...]:
    """A doubt where dots, lines or readings of these lines would touch the next ones."""
    if len(lines) < 2 or not [line for line in lines if line.drawn]:
        return ()
    # Late: few pages have such marks.
    from infographic.text.interlinear_reach import leading_wanted

    wanted = leading_wanted(lines, style.size)
    if style.leading >= wanted * style.size - TOLERANCE:
        return ()
    saying = say(
        "interlinear-tight", style=style.name, between=style.leading - style.size, wanted=wanted
    )
    return (Diagnostic(saying, origin, severity=Severity.WARNING),)


def faults_of(
    paragraph: Paragraph, copy: Copy, style: TextStyle, max_lines: int = 0
) -> tuple[Diagnostic, ...]:
    """What is wrong with a paragraph whatever its height: missing glyphs, words too wide."""
    faults = [*_not_set(paragraph, copy, style), *_not_apart(copy, style)]
    faults += tight_between(paragraph.lines, style, copy.origin)
    if paragraph.torn is not Torn.WHOLE or paragraph.overrun > TOLERANCE:
        faults += _too_wide(paragraph, copy, style)
    allowed = max_lines or style.max_lines
    if allowed and len(paragraph.lines) > allowed:
        over = over_in(
            [copy],
            lambda words: all(
                len(set_within(one, style, paragraph.measure, allowed).lines) <= allowed
                for one in words
            ),
        )
        saying = say(
            "overset/lines", words=shortened(copy.text), lines=len(paragraph.lines),
            style=style.name, size=style.size, allowed=allowed, over=over,
        )  # fmt: skip
        faults.append(Diagnostic(saying, copy.origin))
    return tuple(faults)


def _too_wide(paragraph: Paragraph, copy: Copy, style: TextStyle) -> list[Diagnostic]:
    """What was done to words too wide for their lines; only a single character is refused."""
    words = shortened(paragraph.widest or copy.text)
    measure, name = paragraph.measure, style.name
    match paragraph.torn:
        case Torn.WHOLE if len(paragraph.lines) == 1:
            return []
        case Torn.WHOLE:
            saying = say("overset-width/parted", words=words, measure=measure, style=name)
        case Torn.AT_SIGN:
            saying = say("overset-width/at-sign", words=words, measure=measure, style=name)
        case Torn.ANYWHERE | Torn.STUCK:
            saying = say(
                "overset-width/torn" if paragraph.torn is Torn.ANYWHERE else "overset-width/stuck",
                words=words, over=paragraph.overset, measure=measure, style=name,
            )  # fmt: skip
    severity = {Torn.ANYWHERE: Severity.WARNING, Torn.STUCK: Severity.ERROR}
    origin = _place_of_words(paragraph.widest, copy.origin)
    return [Diagnostic(saying, origin, severity=severity.get(paragraph.torn, Severity.NOTE))]


def _not_set(paragraph: Paragraph, copy: Copy, style: TextStyle) -> list[Diagnostic]:
    """The characters that are not set: of scripts that we do not know, or in no face."""
    foreign = unsupported(copy.text + "".join([span.ruby for span in copy.spans]))
    if not foreign and not paragraph.missing:
        return []
    faults = []
    for script, characters in foreign.items():
        codes = " ".join(f"U+{ord(c):04X}" for c in characters[:6])
        faults.append(
            Diagnostic(
                say("script-unsupported", script=script, characters=characters, codes=codes),
                place_of(characters[0], copy.origin),
            )
        )
    refused = "".join(foreign.values())
    missing = "".join(one for one in paragraph.missing if len(one) == 1 and one not in refused)
    if sequences := [one for one in paragraph.missing if len(one) > 1]:
        # Late: few pages have an emoji, and fewer one that the shipped face lacks.
        from infographic.text.emoji import name_of

        named = [name_of(one) for one in sequences]
        told = say("glyph-missing/sequence", style=style.name, found=sequences, named=named)
        faults.append(Diagnostic(told, place_of(sequences[0], copy.origin)))
    if missing:
        codes = " ".join(f"U+{ord(c):04X}" for c in missing[:6])
        stack = style.plain.fonts
        faces = ", ".join(dict.fromkeys(face.path.name for face in (*stack.han, *stack.latin)))
        faults.append(
            Diagnostic(
                say(
                    "glyph-missing", style=style.name, characters=missing, codes=codes, faces=faces
                ),
                copy.origin,
            )
        )
    return faults


def _not_apart(copy: Copy, style: TextStyle) -> list[Diagnostic]:
    """The marked numbers that a style sets as it sets the words round them."""
    return [
        Diagnostic(
            say("number-plain", words=span.text, style=style.name),
            copy.origin,
            severity=Severity.NOTE,
        )
        for span in copy.spans
        if span.part in _APART and style.of(span.part) == style.plain and has_figures(span.text)
    ]


_APART = (Part.DIGITS, Part.STRONG)


def _place_of_words(words: str, origin: Origin) -> Origin:
    """The place of words in the author's file; of their number, where marks stand among them."""
    place = place_of(words, origin) if words else origin
    number = _NUMBER.search(words)
    if place is origin and number is not None:
        return place_of(number[0], origin)
    return place


_NUMBER = late(r"[0-9][0-9.,]*")


def beyond(lines: Sequence[SetLine], room: float) -> int:
    """How many lines do not fit, stacked in `room` points."""
    room, fitting = room + TOLERANCE, 0
    for line in lines:
        room -= line.above + line.below
        if room < 0:
            break
        fitting += 1
    return len(lines) - fitting


def overset(
    lines: Sequence[SetLine], copy: Copy, style: TextStyle, width: float, height: float
) -> Diagnostic:
    """How much of a paragraph does not fit a height, in characters and lines."""

    def fits(words: Sequence[Copy]) -> bool:
        made = (set_within(one, style, width, height=height).lines for one in words)
        return sum(map(height_of, made)) <= height + TOLERANCE

    left, over = beyond(lines, height), over_in([copy], fits)
    needed = height_of(lines)
    told: dict[str, str | float] = {
        "words": shortened(copy.text), "needed": needed, "given": height, "over": over,
        "left": left, "lines": len(lines), "style": style.name, "more": needed - height,
    }  # fmt: skip
    # A break at the end of words makes a line without any.
    saying = say("overset/words", **told) if over else say("overset/line-break", **told)
    return Diagnostic(saying, copy.origin)


def shortened(text: str, length: int = 24) -> str:
    flat = text.replace("\n", " ")
    return flat if len(flat) <= length else flat[: length - 1] + "…"


def set_trimmed(copy: Copy, style: TextStyle, width: float, name: str = "text") -> Frame:
    """Set a paragraph without the air above its first line and below its last.

    The frame begins at the top of the tallest characters (cap height for Latin and figures,
    0.86 em for Han) and ends at the last baseline, or where its Han end, so that space round a
    large number is exactly the space that was asked for.
    """
    if not copy.text:
        return Frame(Size(width, 0.0))
    paragraph = set_paragraph(copy, style, width)
    faults = (*faults_of(paragraph, copy, style), *not_across(copy, style))
    if not paragraph.lines:
        return Frame(Size(width, 0.0), (), faults)
    first, last = paragraph.lines[0], paragraph.lines[-1]
    top = top_of([run for _, run in first.text.runs])
    stacked = stack_lines(paragraph.lines, copy.origin, Point(0, top - first.above))
    group = Group(stacked.items, role=Role.PARAGRAPH, name=name)
    foot = max((_depth_of_run(run) for _, run in last.text.runs), default=0.0)
    height = stacked.height + top - first.above - last.below + foot
    return Frame(
        Size(width, height), (Placed(Point(0, 0), group, copy.origin),), faults, baseline=top
    )


def top_of(runs: Sequence[GlyphRun]) -> float:
    """How high the tallest characters of a line stand above its baseline, as it is trimmed."""
    # A sign from another face, such as ∶, stands no higher than the figures beside it; the stroke
    # of ⅓, whose text stands at its 1, is as high as they are.
    worded = [run for run in runs if any(not text or text.isalnum() for text in run.texts)]
    return max(map(_height_of_run, worded or runs), default=0.0)


def flush(frame: Frame, style: TextStyle, words: float) -> Frame:
    """The frame with large numbers that begin a line moved left, to where smaller words begin.

    A numeral's side bearing grows with it: at 48 pt its ink begins 3 pt right of a label's.
    """
    if style.alignment not in (Alignment.LEFT, Alignment.JUSTIFY):
        return frame

    return replaced(frame, items=tuple(_flushed(placed, words) for placed in frame.items))


def _flushed(placed: Placed, words: float) -> Placed:
    at, item, origin = placed
    if isinstance(item, Group):
        items = tuple(_flushed(one, words) for one in item.items)
        return Placed(at, replaced(item, items=items), origin)
    if isinstance(item, TextLine) and item.runs and not item.vertical:
        x, run = item.runs[0]
        # An opening mark is trimmed already: it starts before the line does.
        ink = x + (run.xs[0] + run.face.box_of(run.glyphs[0]).left) * run.size
        bearing = ink - WORDS_BEARING * words
        if run.size > words + TOLERANCE and bearing > 0:
            return Placed(at.moved(-bearing, 0), item, origin)
    return placed


WORDS_BEARING = 0.05
"""The side bearing of the words about a number, in em (a Han's, about)."""
HAN_TOP = 0.86
"""Where the ink of a bold Han ends above the baseline, in em (measured on the shipped faces)."""


HAN_FOOT = 0.08
"""How far it reaches below the baseline."""


def _height_of_run(run: GlyphRun) -> float:
    return run.size * (HAN_TOP + _rise_of(run) if _is_han(run) else run.face.metrics.cap_height)


def _depth_of_run(run: GlyphRun) -> float:
    return run.size * max(HAN_FOOT - _rise_of(run), 0.0) if _is_han(run) else 0.0


def _rise_of(run: GlyphRun) -> float:
    return run.ys[0] if run.ys else 0.0


def _is_han(run: GlyphRun) -> bool:
    return any(text[:1] >= "\u2e80" for text in run.texts)
