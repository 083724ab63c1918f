"""What a grid is made of: facts and news, told and measured once, whichever of them stand."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.blocks.number_grid.look import GridLook
from infographic.blocks.number_grid.measured import Cell, Line, Measured, Outline
from infographic.blocks.number_grid.news import News, Set
from infographic.blocks.number_grid.plans import Grid, LineKey, NewsKey
from infographic.blocks.number_grid.spaces import Spaces
from infographic.blocks.number_grid.told import Fact, news_of, told
from infographic.blocks.number_grid.types import Ladder
from infographic.foundation.record import field, record, replaced
from infographic.layout.block import Region
from infographic.story.model import AnyStat, Stat

AIR = 0.55
"""Of the distances between rows, where room is short."""


@record(frozen=False, eq=False)
class Material:
    """Facts and news in a width, with their devices."""

    ladder: Ladder
    width: float
    news: News | None
    facts: dict[int, tuple[Measured, ...]]
    """Of each stat, by its identity."""
    grids: dict[tuple[bool, tuple[int, ...]], Grid] = field(default_factory=dict)
    """By the stats that are in them, with notes or without."""
    cells: dict[tuple[Measured, float, bool], Cell] = field(default_factory=dict)
    lines: dict[LineKey, Line] = field(default_factory=dict)
    sets: dict[NewsKey, Set] = field(default_factory=dict)
    outlines: dict[NewsKey, Outline] = field(default_factory=dict)

    @classmethod
    def of(
        cls, look: GridLook, stats: Sequence[AnyStat], news: AnyStat | None, ladder: Ladder,
        region: Region,
    ) -> Material:  # fmt: skip
        every = [told((stat,)) for stat in stats]
        first = None if news is None or look.news_at == "none" else news_of(news)
        facts, measured = _measured(
            [fact for facts in every for fact in facts], first, ladder, region
        )
        left = iter(facts)
        by_stat = {
            id(stat): tuple(next(left) for _ in own) for stat, own in zip(stats, every, strict=True)
        }
        return cls(ladder, region.width, measured, by_stat)

    def grid(self, stats: Sequence[Stat], *, is_tight: bool, notes: bool) -> Grid | None:
        """Some of it, to be arranged; None of nothing."""
        look, key = self.ladder.look, (notes, tuple(map(id, stats)))
        if key not in self.grids:
            facts = [one for stat in stats for one in self.facts[id(stat)]]
            if not facts and self.news is None:
                return None
            if not notes:
                facts = [one.without_note() for one in facts]
            above = look.label == "above" or (
                look.label == "auto" and not all(one.fact.reads_below for one in facts)
            )
            free, closest = (Spaces.of(look, self.ladder.units, air) for air in (1.0, AIR))
            self.grids[key] = Grid(
                tuple(facts), self.news, self.ladder, free, closest, self.width, above, self.cells,
                self.lines, self.sets, self.outlines,
            )  # fmt: skip
        grid = self.grids[key]
        return replaced(grid, spaces=grid.closest) if is_tight else grid

    def noted(self, stats: Sequence[Stat]) -> list[Fact]:
        """Those of the facts that have second lines."""
        every = [one.fact for stat in stats for one in self.facts[id(stat)]]
        return [fact for fact in every if fact.note is not None]


def _measured(
    facts: Sequence[Fact], news: Fact | None, ladder: Ladder, region: Region
) -> tuple[list[Measured], News | None]:
    """Facts and news as they are measured, with their devices."""
    types, look, tokens = ladder.at(ladder.liked), ladder.look, region.givens.tokens
    asks = [one.is_change or one.is_share for one in facts]
    news_asks = news is not None and (news.is_change or news.is_share)
    if not (news_asks or any(asks)) or not look.devices or tokens is None:
        return (
            [Measured.of(one, types) for one in facts],
            None if news is None else News.of(news, ladder),
        )
    # Late: devices and all below them are for stories that have what they draw.
    from infographic.blocks.number_grid.marks import Marks

    marks = Marks.of_page(tokens, region.givens.language)
    quiet = marks.quiet(look.ink)
    measured = []
    for one, has_asked in zip(facts, asks, strict=True):
        device = quiet.device(one) if has_asked else None
        foot, draw = (None, None) if device is None else (device.foot, device.draw)
        measured.append(Measured.of(one, types, foot, draw))
    if news is None:
        return measured, None
    ink = look.ink if look.news_ground is None else look.news_ink
    own = marks.recolored(ink, look.accent, look.news_ground)
    changes, device = own.of_news(news)
    if device is None:
        return measured, News.of(news, ladder, changes)
    return measured, News.of(news, ladder, changes, device.foot, device.draw, device.fill)
