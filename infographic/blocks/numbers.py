"""The story's numbers as a grid that fills its frame: the news large, all others alike."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.blocks.number_grid.drawn import Drawing
from infographic.blocks.number_grid.look import GridLook, Units
from infographic.blocks.number_grid.material import Material
from infographic.blocks.number_grid.plans import Plan
from infographic.blocks.number_grid.search import Search
from infographic.blocks.number_grid.told import Fact
from infographic.blocks.number_grid.types import Ladder
from infographic.display.frame import Frame
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Size
from infographic.foundation.record import field, names_of, record, replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.layout.block import Region
from infographic.layout.framed import noted
from infographic.layout.notes import SharedSize
from infographic.layout.setting import TOLERANCE
from infographic.layout.stacking import too_tall
from infographic.story.model import AnyStat, Stat
from infographic.story.stat import sentence_of
from infographic.text.keeping import count_work, once_a_page

RANKS = {"must": 0, "should": 1, "may": 2}


class Way(NamedTuple):
    """What gives way where room is short."""

    is_tight: bool
    """Rows stand closer."""
    notes: bool
    """Facts have their second lines."""


WAYS = (Way(False, True), Way(True, True), Way(True, False))


@record(kw_only=True)
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
        of = (self.facts, self.news, *(getattr(self, name) for name in names_of(GridLook)))
        tokens = region.givens.tokens
        if tokens is not None:
            of = (*of, tokens.styles, tokens.colors)
        key = (
            region.width, region.givens.language, *(tokens[2:] if tokens else ()),
            region.givens.smallest, region.givens.shared.get(self.group) if self.group else None,
            self.origin,
        )  # fmt: skip

        def measured() -> Material:
            count = len(self.facts)
            count_work("grid-facts", count * max(1, count // 100), self.origin)
            return Material.of(self, self.facts, self.news, self._ladder(region), region)

        def made() -> Frame:
            return self._set(once_a_page(("measured", *key), of, measured), region)

        # A page asks freely, in a height, and again whenever its headlines give way: often alike.
        return once_a_page((region.height, *key), of, made)

    def _set(self, material: Material, region: Region) -> Frame:
        for way in WAYS if material.noted(self.facts) else WAYS[:2]:
            # Air gives way first, then second lines, before numbers do.
            trial = Trial.of(material, self.facts, way, region.height, self.origin)
            if trial.fits():
                break
        else:
            trial = self._of_fewer(material, trial)
        kept = trial.kept
        frame, plan, over = trial.drawn(region.width)
        there = {id(stat) for stat in kept}
        left_out = [stat for stat in self.facts if id(stat) not in there]
        faults = list(frame.faults)
        if over > TOLERANCE and region.height is not None:
            needed = region.height + over
            faults.append(too_tall(say("phrase/numbers"), needed, region.height, self.origin))
        if left_out:
            faults.append(_left_out(left_out))
        without = [] if trial.way.notes else material.noted(kept)
        if without:
            faults.append(_notes_left_out(without))
        frame = Frame(frame.size, frame.items, tuple(faults), frame.baseline, frame.notes)
        if not self.group or plan is None:
            return frame
        return noted(frame, SharedSize(self.group, plan.size / material.ladder.liked))

    def _of_fewer(self, material: Material, every: Trial) -> Trial:
        """The most of the facts that fit, the most important; at the least all that must stand.

        `every`: all of them, which do not fit.
        """
        ranked = sorted(self.facts, key=lambda stat: RANKS[stat.priority])
        must = sum(stat.priority == "must" for stat in ranked)
        if must == len(ranked):
            return every

        def first(count: int) -> Trial:
            kept = {id(stat) for stat in ranked[:count]}
            stats = [stat for stat in self.facts if id(stat) in kept]
            return Trial.of(material, stats, every.way, every.height, self.origin)

        low, high = must, len(ranked)
        while high - low > 1:
            middle = (low + high) // 2
            if first(middle).may_fit():
                low = middle
            else:
                high = middle
        trial = first(low)
        while not trial.fits() and low > must:
            low -= 1
            trial = first(low)
        return trial

    def _ladder(self, region: Region) -> Ladder:
        givens = region.givens
        ladder = Ladder(self, Units.of_page(givens.tokens), givens.smallest)
        shared = givens.shared.get(self.group) if self.group else None
        return ladder if shared is None else replaced(ladder, shared=shared * ladder.liked)


@record(frozen=False, eq=False)
class Trial:
    """Some of the facts in a height: searched when it is asked about, drawn where it stands."""

    kept: Sequence[Stat]
    way: Way
    height: float | None
    origin: Origin
    search: Search | None
    """None of nothing."""
    found: Plan | None = field(init=False, default=None)
    settled: tuple[Drawing, Plan, float] | None = field(init=False, default=None)
    """With places for its words as their lines break; and by how much it is too tall so."""

    @classmethod
    def of(
        cls, material: Material, kept: Sequence[Stat], way: Way, height: float | None,
        origin: Origin,
    ) -> Trial:  # fmt: skip
        grid = material.grid(kept, is_tight=way.is_tight, notes=way.notes)
        return cls(kept, way, height, origin, None if grid is None else Search(grid, height))

    def may_fit(self) -> bool:
        """Whether they fit in any way, by what they measure."""
        return self.search is None or self.search.holds()

    def fits(self) -> bool:
        """Whether they fit in the best way, as they are set."""
        if self.search is None:
            return True
        self.found = self.search.best()
        if self.found is None or not self.found.fits:
            return False
        drawing = Drawing(self.search.grid, self.origin)
        if not drawing.may_settle(self.found, self.height):
            return False
        self.settled = drawing, *drawing.settled(self.found, self.height)
        return self.settled[-1] <= TOLERANCE

    def drawn(self, width: float) -> tuple[Frame, Plan | None, float]:
        """Their frame, its plan, and by how much it is too tall."""
        if self.search is None:
            return Frame(Size(width, self.height or 0.0)), None, 0.0
        if self.settled is None:
            found = self.found or self.search.tightest()
            drawing = Drawing(self.search.grid, self.origin)
            plan, over = drawing.settled(found, self.height)
            self.settled = drawing, plan, over if plan.fits else max(over, plan.cost)
        drawing, plan, over = self.settled
        return drawing.drawn(plan), plan, over


def _left_out(gone: Sequence[Stat]) -> Diagnostic:
    """That these have no room."""
    items = [say("phrase/quoted", words=_words_of(stat)) for stat in gone]
    saying = say("numbers-left-out", count=len(gone), items=items)
    return Diagnostic(saying, gone[0].origin, severity=Severity.WARNING)


def _words_of(stat: Stat) -> str:
    said = sentence_of(stat).text
    return said if stat.label is None or stat.value is not None else stat.label.text + said


def _notes_left_out(facts: Sequence[Fact]) -> Diagnostic:
    """That their second lines have no room."""
    items = [say("phrase/quoted", words=one.note.text) for one in facts if one.note is not None]
    saying = say("numbers-left-out/notes", count=len(items), items=items)
    return Diagnostic(saying, facts[0].stat.origin, severity=Severity.WARNING)
