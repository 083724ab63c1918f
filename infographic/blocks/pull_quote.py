"""A pull-quote: a sentence of the text set to be seen, with who said it."""

from __future__ import annotations

from infographic.blocks.rule import Rule
from infographic.display.frame import Frame, bare, together
from infographic.display.items import Placed, Role
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.fields import Length
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import record, replaced
from infographic.foundation.sayings import say
from infographic.layout.block import Region
from infographic.layout.setting import TOLERANCE, set_copy
from infographic.layout.stacking import Vertical, in_height, too_tall
from infographic.text.copy import Copy, Span
from infographic.text.paragraph import set_paragraph
from infographic.text.style import TextStyle


@record
class PullQuote:
    """A quotation between rules, a large mark before it, its speaker below."""

    quote: Copy
    """The words, with or without their quotation marks."""
    style: TextStyle
    """Their style."""
    by: Copy | None = None
    """Who said it: “王秀兰　榆树市种粮大户”."""
    by_style: TextStyle | None = None
    """The speaker's style."""
    mark_style: TextStyle | None = None
    """Sets a large opening mark above the words, which then lose their own; without it, none."""
    rule_above: Rule | None = None
    rule_below: Rule | None = None
    gap: Length = 6.0
    """Between mark, words, speaker and rules."""
    vertical: Vertical = "top"
    """Where it stands in a taller frame."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        parts, faults = list[tuple[Point, Frame]](), list[Diagnostic]()
        y = 0.0
        if self.rule_above is not None:
            half = self.rule_above.thickness / 2
            rule = self.rule_above.across(Point(0, half), region.width, self.origin)
            parts.append((Point(0, y), bare(rule)))
            y += 2 * half + self.gap
        words = self.quote
        if self.mark_style is not None:
            mark = _mark(self.mark_style, self.origin)
            parts.append((Point(0, y), mark))
            y += mark.size.height + self.gap
            words = without_marks(words)
        quote = set_copy(words, self.style, region.width, name="quote")
        parts.append((Point(0, y), quote))
        y += quote.size.height
        if self.by is not None and self.by.text:
            if self.by_style is None:
                saying = say("style-incomplete/pull-quote", part="by")
                faults.append(Diagnostic(saying, self.origin))
            else:
                y += self.gap
                speaker = set_copy(self.by, self.by_style, region.width, name="by")
                parts.append((Point(0, y), speaker))
                y += speaker.size.height
        if self.rule_below is not None:
            half = self.rule_below.thickness / 2
            y += self.gap
            rule = self.rule_below.across(Point(0, half), region.width, self.origin)
            parts.append((Point(0, y), bare(rule)))
            y += 2 * half
        if region.height is not None and y > region.height + TOLERANCE:
            faults.append(too_tall(say("phrase/pull-quote"), y, region.height, self.origin))
        frame = together(Size(region.width, y), parts, faults)
        return in_height(frame, region.height, self.vertical)


def _mark(style: TextStyle, origin: Origin) -> Frame:
    """An opening mark, its frame no larger than its ink."""
    words = Copy((Span("“"),), origin)
    line = set_paragraph(words, style, float("inf")).lines[0].text
    x, run = line.runs[0]
    ink = run.face.box_of(run.glyphs[0])
    left = x + (run.xs[0] + ink.left) * run.size
    size = Size((ink.right - ink.left) * run.size, (ink.top - ink.bottom) * run.size)
    placed = Placed(Point(-left, ink.top * run.size), line, origin)
    return Frame(size, (placed,)).grouped(origin, Role.ARTIFACT, "mark")


def without_marks(copy: Copy) -> Copy:
    """The words without the quotation marks round all of them.

    >>> without_marks(Copy((Span("“种好粮”，他说"),))).text
    '“种好粮”，他说'
    >>> without_marks(Copy((Span("“种好粮。”"),))).text
    '种好粮。'
    """
    text = copy.text
    pairs = ("“”", "「」", "『』")
    pair = next((one for one in pairs if text[:1] == one[0] and text[-1:] == one[1]), None)
    if pair is None or pair[1] in text[1:-1]:
        return copy
    first, last = copy.spans[0], copy.spans[-1]
    if first is last:
        spans: tuple[Span, ...] = (_with(first, first.text[1:-1]),)
    else:
        spans = (
            _with(first, first.text[1:]), *copy.spans[1:-1], _with(last, last.text[:-1]),
        )  # fmt: skip
    return Copy(tuple(span for span in spans if span.text), copy.origin, copy.story, copy.terms)


def _with(span: Span, text: str) -> Span:
    return replaced(span, text=text)
