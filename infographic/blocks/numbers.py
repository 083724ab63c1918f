"""The story's numbers as a grid that fills its frame: the news large, all others alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from infographic.blocks.number_grid.drawn import Drawing
from infographic.blocks.number_grid.look import GridLook, Units
from infographic.blocks.number_grid.measured import Measured
from infographic.blocks.number_grid.news import News
from infographic.blocks.number_grid.plans import Grid, Plan
from infographic.blocks.number_grid.search import Search
from infographic.blocks.number_grid.spaces import Spaces
from infographic.blocks.number_grid.told import Fact, news_of, told
from infographic.blocks.number_grid.types import Ladder
from infographic.display.frame import Frame
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Size
from infographic.foundation.sayings import say
from infographic.layout.block import Region
from infographic.layout.framed import noted
from infographic.layout.notes import SharedSize
from infographic.layout.setting import TOLERANCE
from infographic.layout.stacking import too_tall
from infographic.story.model import AnyStat
from infographic.story.model import Stat as StatData
from infographic.story.stat import sentence_of
from infographic.text.keeping import once_a_page

RANKS = {"must": 0, "should": 1, "may": 2}


class Way(NamedTuple):
    """What gives way where room is short."""

    is_tight: bool
    """Rows stand closer."""
    notes: bool
    """Facts have their second lines."""


WAYS = (Way(False, True), Way(True, True), Way(True, False))
AIR = 0.55
"""Of the distances between rows, where room is short."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers(GridLook):
    """The news and the facts of a story as a grid of cells that fills its frame.

    Of all ways that the room allows, the news above, beside or among the facts, in rows and
    columns, with devices or without, it takes the one that is fullest.
    """

    facts: tuple[AnyStat, ...] = ()
    """The stats, the most important first: {"$each": "facts", "do": {"$data": "."}}."""
    news: AnyStat | None = None
    """The stat that is the news: {"$data": "news"}."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        """Its frame: as wide as the region, and as high as that or, without a height, as it likes.

        What does not fit at the smallest size is a warning and is left out; what must stand and
        does not fit is an error.
        """
        of = (self.facts, self.news, *(getattr(self, name) for name in GridLook.__slots__))
        tokens = region.givens.tokens
        if tokens is not None:
            of = (*of, tokens.styles, tokens.colors)
        key = (
            region.width, region.height, region.givens.language, *(tokens[2:] if tokens else ()),
            region.givens.smallest, region.givens.shared.get(self.group) if self.group else None,
            self.origin,
        )  # fmt: skip
        # A page asks freely, in a height, and again whenever its headlines give way: often alike.
        return once_a_page(key, of, lambda: self._set(region))

    def _set(self, region: Region) -> Frame:
        kept = list(self.facts)
        for way in WAYS:
            # Air gives way first, then second lines, before numbers do.
            frame, plan, over = self._laid_out(kept, region, way)
            if over <= TOLERANCE:
                break
        if over > TOLERANCE:
            kept = self._kept(region, way)
            frame, plan, over = self._laid_out(kept, region, way)
        there = {id(stat) for stat in kept}
        left_out = [stat for stat in self.facts if id(stat) not in there]
        faults = list(frame.faults)
        if over > TOLERANCE and region.height is not None:
            needed = region.height + over
            faults.append(too_tall(say("phrase/numbers"), needed, region.height, self.origin))
        if left_out:
            faults.append(_left_out(left_out))
        without = [] if way.notes else [one for one in told(kept) if one.note is not None]
        if without:
            faults.append(_notes_left_out(without))
        frame = Frame(frame.size, frame.items, tuple(faults), frame.baseline, frame.notes)
        if not self.group or plan is None:
            return frame
        return noted(frame, SharedSize(self.group, plan.size / self._ladder(region).liked))

    def _kept(self, region: Region, way: Way) -> list[StatData]:
        """The most of the facts that fit, the most important; at the least all that must stand."""
        ranked = sorted(self.facts, key=lambda stat: RANKS[stat.priority])
        must = sum(stat.priority == "must" for stat in ranked)

        def first(count: int) -> list[StatData]:
            kept = {id(stat) for stat in ranked[:count]}
            return [stat for stat in self.facts if id(stat) in kept]

        low, high = must, len(ranked)
        while high - low > 1:
            middle = (low + high) // 2
            if self._holds(first(middle), region, way):
                low = middle
            else:
                high = middle
        while low > must and self._laid_out(first(low), region, way)[2] > TOLERANCE:
            low -= 1
        return first(low)

    def _ladder(self, region: Region) -> Ladder:
        givens = region.givens
        ladder = Ladder(self, Units.of_page(givens.tokens), givens.smallest)
        shared = givens.shared.get(self.group) if self.group else None
        return ladder if shared is None else replace(ladder, shared=shared * ladder.liked)

    def _holds(self, stats: Sequence[StatData], region: Region, way: Way) -> bool:
        """Whether stats fit in any way, by what they measure."""
        grid = self._grid(stats, region, way)
        return grid is None or Search(grid, region.height).holds()

    def _laid_out(
        self, stats: Sequence[StatData], region: Region, way: Way
    ) -> tuple[Frame, Plan | None, float]:
        """The frame, its plan, and by how much it is too tall."""
        grid = self._grid(stats, region, way)
        if grid is None:
            return Frame(Size(region.width, region.height or 0.0)), None, 0.0
        plan = Search(grid, region.height).best()
        drawing = Drawing(grid, self.origin)
        plan, over = drawing.settled(plan, region.height)
        if not plan.fits:
            over = max(over, plan.cost)
        return drawing.drawn(plan), plan, over

    def _grid(self, stats: Sequence[StatData], region: Region, way: Way) -> Grid | None:
        """What is to be arranged; None of nothing."""
        ladder = self._ladder(region)
        every = told(stats) if way.notes else [replace(one, note=None) for one in told(stats)]
        facts, news = self._measured(every, ladder, region)
        if not facts and news is None:
            return None
        spaces = Spaces.of(self, ladder.units, AIR if way.is_tight else 1.0)
        above = self.label == "above" or (
            self.label == "auto" and not all(one.fact.reads_below for one in facts)
        )
        return Grid(facts, news, ladder, spaces, region.width, above)

    def _measured(
        self, facts: Sequence[Fact], ladder: Ladder, region: Region
    ) -> tuple[list[Measured], News | None]:
        """Facts and news as they are measured, with their devices."""
        types = ladder.at(ladder.liked)
        news = None if self.news is None or self.news_at == "none" else news_of(self.news)
        asks = [one for one in (*facts, *([news] if news else ())) if one.is_change or one.is_share]
        tokens = region.givens.tokens
        if not asks or not self.devices or tokens is None:
            return (
                [Measured.of(one, types) for one in facts],
                None if news is None else News.of(news, ladder),
            )
        # Late: devices and all below them are for stories that have what they draw.
        from infographic.blocks.number_grid.marks import Marks

        marks = Marks.of_page(tokens, region.givens.language)
        quiet = marks.quiet(self.ink)
        measured = []
        for one in facts:
            device = quiet.device(one) if one in asks else None
            foot, draw = (None, None) if device is None else (device.foot, device.draw)
            measured.append(Measured.of(one, types, foot, draw))
        if news is None:
            return measured, None
        on_band = self.news_ground is not None
        ink = self.news_ink if on_band else self.ink
        own = marks.recolored(ink, self.accent, self.news_ground)
        device = own.device(news)
        if device is None:
            return measured, News.of(news, ladder, own.changes(news))
        return measured, News.of(
            news, ladder, own.changes(news), device.foot, device.draw, device.fill
        )


def _left_out(gone: Sequence[StatData]) -> Diagnostic:
    """That these have no room."""
    items = [say("phrase/quoted", words=_words_of(stat)) for stat in gone]
    saying = say("numbers-left-out", count=len(gone), items=items)
    return Diagnostic(saying, gone[0].origin, severity=Severity.WARNING)


def _words_of(stat: StatData) -> str:
    said = sentence_of(stat).text
    return said if stat.label is None or stat.value is not None else stat.label.text + said


def _notes_left_out(facts: Sequence[Fact]) -> Diagnostic:
    """That their second lines have no room."""
    items = [say("phrase/quoted", words=one.note.text) for one in facts if one.note is not None]
    saying = say("numbers-left-out/notes", count=len(items), items=items)
    return Diagnostic(saying, facts[0].stat.origin, severity=Severity.WARNING)
