"""A graphic: data drawn as a device, with its claim above and its source below."""

from __future__ import annotations

from collections.abc import Iterator

from infographic.blocks.devices import KINDS
from infographic.blocks.devices.choice import LAST, Chosen, chosen
from infographic.blocks.devices.device import Drawn, Room
from infographic.display.frame import Frame, together
from infographic.display.items import Role
from infographic.foundation.color import Color
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic, Severity, nearest
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import names_of, record, replaced
from infographic.foundation.sayings import say
from infographic.graphics.alt import data_of, told
from infographic.graphics.look import Look, look_of
from infographic.graphics.subject import Given, Numeral, Subject, subject_of
from infographic.graphics.words import word
from infographic.layout.block import Block, Givens, PageTokens, Region, lay_out
from infographic.layout.setting import TOLERANCE, set_copy
from infographic.layout.stacking import too_tall
from infographic.story.chart import Base, Chart, Event, Measure, Place
from infographic.story.model import AnyStat
from infographic.text.copy import Copy, Span
from infographic.text.keeping import once_a_page

AUTO = "auto"
MOST_FEET = 4
"""A foot that says of a chart what the foot itself has left out of it settles at the second."""


@record(kw_only=True)
class Graphic:
    """Data of the story, drawn."""

    chart: Chart | None = None
    """A chart or table of the story: {"$data": "/charts/0"}."""
    stats: tuple[AnyStat, ...] = ()
    """In place of a chart, stats that are compared: {"$data": "/panels/0/stats"}."""
    events: tuple[Event, ...] = ()
    """For a timeline: {"$data": "/events"}."""
    places: tuple[Place, ...] = ()
    """For a map: {"$data": "/places"}."""
    base: Base | None = None
    """The map's base, in place of the chart's own: {"$data": "/base"}."""
    kind: str = AUTO
    """The device; “auto”: the one that the story names, else the one that the data ask for."""
    prefer: tuple[str, ...] = ()
    """With “auto”: the devices that the layout likes best, the first first."""
    otherwise: Block | None = None
    """What stands in its place where no device but plain figures shows the data in the room: the
    numbers of a panel, say. A chart that says “must” is shown by its figures even so."""
    claim: Copy | None = None
    """Its title, in place of the data's own; events have none of their own."""
    numeral: Numeral = "01"
    """How steps are numbered: “壹” for 壹贰叁."""
    title: bool = True
    """Whether its title is set."""
    source: bool = True
    """Whether its source is set; a page may name it for all. What must be known to read the chart
    is set in any case."""
    ink: Color | None = None
    """Its words and rules on a ground of another colour than the page."""
    accent: Color | None = None
    """What the title claims, in place of the layout's accent."""
    ground: Color | None = None
    """The ground it stands on, where it is none of the page's: greys are shares of the ink on it,
    and words on marks may have its colour."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        tokens = region.givens.tokens
        assert tokens is not None, "a page has its layout's styles"
        given = region.givens
        # Nothing else of the region is seen by what draws, so that all of it is in the key.
        seen = Givens(tokens=tokens, language=given.language, dateline=given.dateline)
        room = Region(region.width, region.height, givens=seen)
        key = (
            room.width,
            room.height,
            seen.language,
            seen.dateline,
            *tokens[2:],
            self.otherwise is None,
        )
        of = [getattr(self, name) for name in names_of(Graphic) if name != "otherwise"]
        # A page asks freely, in a height, and again whenever its headlines give way: often alike.
        made = once_a_page(key, (*of, *tokens[:2]), lambda: self._drawn(room, tokens))
        if isinstance(made, Frame):
            return made
        assert self.otherwise is not None
        return self._other(self.otherwise, *made, region)

    def _drawn(self, region: Region, tokens: PageTokens) -> Frame | tuple[Chosen, Origin]:
        """Its frame; or what was chosen, and of what, where that gives way to another block."""
        look = look_of(tokens)
        if self.ink is not None or self.accent is not None or self.ground is not None:
            look = look.recolored(self.ink, self.accent, self.ground)
        subject = self._subject(region.givens)
        asked = self._asked()
        unknown = [name for name in (asked, *self.prefer) if name and name not in KINDS]
        if unknown:
            saying = say("graphic-kind-unknown", kind=unknown[0])
            at = subject.origin if self.kind == AUTO and asked == unknown[0] else self.origin
            near = nearest(unknown[0], KINDS) or say("mend/one-of", choices=sorted(KINDS))
            fault = Diagnostic(saying, at, near)
            return Frame(Size(region.width, 0), faults=(fault,))
        whole = self._head(subject, look, region.width, subject.unit)
        bare = self._head(subject, look, region.width, "")
        kept = self._foot(subject, look, (), region.width)
        for _ in range(MOST_FEET):
            rooms = (_room(region, head, kept) for head in (whole, bare))
            choice = chosen(subject, asked, self.prefer, look, *rooms)
            if self.otherwise is not None and self._gives_way(choice, asked):
                return choice, subject.origin
            head = bare if choice.device.says_unit else whole
            drawn, foot = self._with_foot(subject, look, choice, head, region)
            height = head.size.height + drawn.frame.size.height + foot.size.height
            if region.height is None or height <= region.height + TOLERANCE:
                break
            if choice.device.name == LAST or foot.size.height <= kept.size.height:
                break
            # What it must say leaves it too little room: it is chosen anew, with room for that.
            kept = foot
        return self._together(subject, choice, drawn, head, foot, region)

    def _with_foot(
        self, subject: Subject, look: Look, choice: Chosen, head: Frame, region: Region
    ) -> tuple[Drawn, Frame]:
        """The marks, and the foot with what they must say."""
        foot, said = self._foot(subject, look, (), region.width), tuple[str, ...]()
        drawn = choice.device.draw(subject, look, _room(region, head, foot))
        for turn in range(2 * MOST_FEET):
            if drawn.said == said or (turn >= MOST_FEET and set(drawn.said) <= set(said)):
                break
            # What is said takes room, and in less room more may have to be said, or again less:
            # then it stays, rather than that the chart is read wrong without it.
            more = said if turn >= MOST_FEET else ()
            said = tuple(dict.fromkeys((*more, *drawn.said)))
            foot = self._foot(subject, look, said, region.width)
            if region.height is not None:
                drawn = choice.device.draw(subject, look, _room(region, head, foot))
        return drawn, foot

    def _subject(self, givens: Givens) -> Subject:
        given = Given(
            self.stats, self.events, self.places, self.base, givens.dateline, self.numeral
        )
        return subject_of(self.chart, given, givens.language)

    def _asked(self) -> str:
        """The device that the layout or the story names; "" where the data decide."""
        if self.kind != AUTO:
            return self.kind
        return self.chart.kind if self.chart is not None else ""

    def _gives_way(self, choice: Chosen, asked: str) -> bool:
        """Whether plain figures are all that is left, and may stand aside."""
        is_must = self.chart is not None and self.chart.priority == "must"
        return choice.device.name == LAST != asked and not is_must

    def _other(self, block: Block, choice: Chosen, at: Origin, region: Region) -> Frame:
        """The block in its place, and why."""
        what = self._what(at)
        saying = say("graphic-otherwise", what=what, why=choice.why)
        frame = lay_out(block, region)
        fault = Diagnostic(saying, at, severity=Severity.WARNING)
        return together(frame.size, [(Point(0, 0), frame)], [fault], baseline=frame.baseline)

    def _together(
        self, subject: Subject, choice: Chosen, drawn: Drawn, head: Frame, foot: Frame,
        region: Region,
    ) -> Frame:  # fmt: skip
        name = choice.device.name
        alt = subject.chart.alt or told(subject, name)
        marks = drawn.frame.grouped(
            subject.origin, Role.FIGURE, name, alt=alt, data=data_of(subject)
        )
        parts, y = [], 0.0
        for frame in (head, marks, foot):
            parts.append((Point(0, y), frame))
            y += frame.size.height
        faults = list(self._said(choice, subject.origin))
        if region.height is not None and y > region.height + TOLERANCE:
            faults.append(too_tall(say("phrase/graphic"), y, region.height, self.origin))
        size = Size(region.width, y if region.height is None else region.height)
        return together(size, parts, faults, baseline=head.baseline)

    def _said(self, choice: Chosen, at: Origin) -> Iterator[Diagnostic]:
        what = self._what(at)
        name, why = choice.device.name, choice.why
        if choice.instead_of:
            kind = choice.instead_of
            saying = say("graphic-simpler", what=what, kind=kind, instead=name, why=why)
            yield Diagnostic(saying, at, severity=Severity.WARNING)
        elif self.kind == AUTO:
            saying = say("graphic-kind", what=what, kind=name, why=why)
            yield Diagnostic(saying, at, severity=Severity.NOTE)

    def _what(self, at: Origin) -> str:
        """What is drawn, in words: of several events all of them, and not the first."""
        several = len(self.events) > 1
        return (at.pointer.removesuffix("/0") if several else at.pointer) or "the data"

    def _head(self, subject: Subject, look: Look, width: float, unit: str) -> Frame:
        """The claim, and what is measured, in what unit."""
        frames = []
        chart = subject.chart
        title = self.claim or chart.title
        if self.title and title is not None and title.text:
            frames.append(set_copy(title, look.title, width, name="title"))
        measure = measure_of(chart.measure, unit)
        if measure is not None:
            frames.append(set_copy(measure, look.measure, width, name="measure"))
        return _stacked(frames, width, look.em * 0.15, after=look.em * 0.8)

    def _foot(self, subject: Subject, look: Look, said: tuple[str, ...], width: float) -> Frame:
        """What must be known to read it right, and where it is from."""
        chart, language = subject.chart, subject.language
        notes = [_sentences(said, language), chart.note]
        if self.source:
            notes.append(_source_of(chart, language))
        frames = [
            set_copy(note, look.source, width, role=Role.CAPTION, name="source")
            for note in notes
            if note is not None
        ]
        return _stacked(frames, width, 0.0, before=look.em * 0.6)


def _room(region: Region, *around: Frame) -> Room:
    """What is left for the marks."""
    used = sum(frame.size.height for frame in around)
    height = None if region.height is None else max(region.height - used, 0.0)
    return Room(region.width, height)


def _stacked(
    frames: list[Frame], width: float, gap: float, before: float = 0.0, after: float = 0.0
) -> Frame:
    parts, y = [], before if frames else 0.0
    for number, frame in enumerate(frames):
        y += gap if number else 0.0
        parts.append((Point(0, y), frame))
        y += frame.size.height
    return together(
        Size(width, y + (after if frames else 0.0)), parts,
        baseline=frames[0].baseline + before if frames else 0.0,
    )  # fmt: skip


def measure_of(measure: Measure | None, unit: str) -> Copy | None:
    """What is measured, its unit and its time, in one line: “产量 · 万吨 · 2025年”."""
    parts = (measure.what, unit, measure.period) if measure else (None, unit, None)
    spans: list[Span] = []
    origin = measure.what.origin if measure and measure.what else BUILT_IN
    for part in parts:
        if not part:
            continue
        if spans:
            spans.append(Span(" · "))
        spans += part.spans if isinstance(part, Copy) else (Span(part),)
    return Copy(tuple(spans), origin) if spans else None


def _sentences(said: tuple[str, ...], language: str) -> Copy | None:
    return Copy((Span(word("between", language).join(said)),)) if said else None


def _source_of(chart: Chart, language: str) -> Copy | None:
    """Where the data are from, in the story's words or the file's own."""
    lead = word("source", language)
    if chart.source is not None:
        return replaced(chart.source, spans=(Span(lead), *chart.source.spans))
    said = chart.data.source
    return Copy((Span(lead + said),), chart.data.origin) if said else None
