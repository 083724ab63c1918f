"""A plan as a frame: the band of the news, rules or grounds, and every fact in its cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

from infographic.blocks.cell import StatCell, aligned
from infographic.blocks.number_grid.look import GridLook
from infographic.blocks.number_grid.measured import Measured, beside_gap, foot_gap, widest
from infographic.blocks.number_grid.news import News
from infographic.blocks.number_grid.search import Plan
from infographic.blocks.number_grid.spaces import Heights, Spaces, natural_height, placed
from infographic.blocks.number_grid.told import Fact
from infographic.blocks.number_grid.types import Ladder, Types
from infographic.blocks.rule import Rule
from infographic.display.frame import HERE, Frame, bare, together
from infographic.display.items import Group, Placed, Role, Stroke
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point, Rect, Size
from infographic.layout.setting import TOLERANCE, flush, set_copy, set_trimmed
from infographic.layout.shapes import filled_box, outlined

THICK = 2.2
"""Times as thick as they like to be: devices of facts where there is room."""
CLOSER = 0.96
"""Of their size: numbers whose words take more lines than was counted on are set smaller."""
MOST_TURNS = 12
LOOSEST = 1.2
"""Of a number's height: no more air than this stands above what hangs from its cell's top."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn, and how."""

    look: GridLook
    ladder: Ladder
    spaces: Spaces
    facts: Sequence[Measured]
    news: News | None
    width: float
    origin: Origin

    def settled(self, plan: Plan, height: float | None) -> tuple[Plan, float]:
        """The plan with places for its words as their lines break, a little smaller where that
        takes more than was counted on; and by how much it is too tall even so, in points."""
        for turn in range(MOST_TURNS):
            heights = self._heights(plan)
            needed = natural_height(heights, self.spaces)
            if height is None or needed <= height + TOLERANCE or turn == MOST_TURNS - 1:
                break
            size = max(plan.size * CLOSER, self.ladder.smallest)
            least = self.look.ratio * size if self.facts else plan.news_size * CLOSER
            plan = plan._replace(size=size, news_size=max(plan.news_size * CLOSER, least))
        places = placed(plan.arrangement, heights, self.spaces, self.width, height)
        column = widest(self.facts, plan.size) if plan.arrangement.words_beside else 0.0
        over = 0.0 if height is None else max(needed - height, 0.0)
        return plan._replace(places=places, column=column), over if over > TOLERANCE else 0.0

    def _heights(self, plan: Plan) -> Heights:
        """What news and rows take as they are set."""
        types, pad = self.ladder.at(plan.size), self.spaces.inside.down
        rows = [
            max(frame.size.height for frame in self._frames(plan, types, row, 1.0)) + pad
            for row in self._cells(plan)
        ]
        news, beside = 0.0, len(plan.arrangement.beside)
        if self.news is not None and plan.places.news is not None:
            width = plan.places.news.width - self.spaces.news.across
            with_foot = plan.arrangement.news_foot
            set_ = self.news.set(plan.news_size, width, with_foot=with_foot)
            news = set_.height + self.spaces.news.down
        return Heights(news, tuple(rows[:beside]), tuple(rows[beside:]))

    def _cells(self, plan: Plan) -> list[list[tuple[Measured, Rect]]]:
        facts = iter(self.facts)
        rows = [
            [(one, cell) for cell, one in zip(row, facts, strict=False)]
            for row in plan.places.cells
        ]
        return [row for row in rows if row]

    def drawn(self, plan: Plan) -> Frame:
        """The plan as a frame."""
        parts: list[tuple[Point, Frame]] = []
        at = plan.places.news
        if self.news is not None and at is not None:
            frame = self._news(self.news, plan, at)
            parts.append((at.corner, frame.as_block("stat", self.news.fact.stat.origin)))
        types = self.ladder.at(plan.size)
        for row in self._cells(plan):
            parts += self._row(plan, types, row)
        size = Size(self.width, plan.places.height)
        baseline = parts[0][1].baseline if parts else 0.0
        made = together(size, parts, baseline=baseline)
        return made.grouped(self.origin, Role.LIST, "numbers")

    # The news

    def _news(self, news: News, plan: Plan, at: Rect) -> Frame:
        pad = self.spaces.news
        width = at.width - pad.across
        with_foot = plan.arrangement.news_foot
        set_ = news.set(plan.news_size, width, with_foot=with_foot)
        room = at.height - pad.down
        if set_.foot is not None and news.foot is not None:
            spare = max(room - set_.height, 0.0)
            times = min(1 + 0.7 * spare / set_.foot.size.height, news.foot.most)
            if times > 1:
                set_ = news.set(plan.news_size, width, with_foot=True, foot_share=times)
        stack = set_.stack()
        spare = room - set_.height
        # What is left parts the news from its foot, and stands above and below.
        between = max(spare, 0.0) / (len(stack) + 1)
        between = min(between, 0.35 * set_.types.cap)
        y = pad.top + max(spare - between * (len(stack) - 1), 0.0) / 2
        if self.look.news_ground is None:
            y = pad.top + min(max(spare - between * (len(stack) - 1), 0.0) / 2, set_.types.cap / 2)
        parts: list[tuple[Point, Frame]] = []
        for number, (gap, frame) in enumerate(stack):
            y += gap + (between if number else 0.0)
            parts.append((Point(pad.left, y), frame))
            y += frame.size.height
        made = together(at.size, parts, baseline=parts[0][0].y + parts[0][1].baseline)
        item = made.grouped(news.fact.stat.origin, Role.LIST_ITEM, "news")
        ground = self.look.news_ground
        if ground is not None:
            box = filled_box(Rect(0, 0, *at.size), ground, self.origin)
            item = item.adorned(under=(_artifact(box),))
        return item

    # Facts

    def _row(
        self, plan: Plan, types: Types, cells: Sequence[tuple[Measured, Rect]]
    ) -> list[tuple[Point, Frame]]:
        """A row's cells, their numbers on one line; devices as thick as the room allows."""
        inside = self.spaces.inside
        room = cells[0][1].height - inside.down
        frames = self._frames(plan, types, cells, 1.0)
        if plan.arrangement.feet:
            thick = self._frames(plan, types, cells, THICK)
            frames = thick if thick[0].size.height <= room + TOLERANCE else frames
        spare = max(room - max(frame.size.height for frame in frames), 0.0)
        if self.look.cells in ("grounds", "frames") or plan.arrangement.words_beside:
            down = spare / 2
        else:
            down = max(spare - LOOSEST * types.cap, 0.0) / 2
        parts = []
        for (one, cell), frame in zip(cells, frames, strict=True):
            at = Point(inside.left, inside.top + down)
            if plan.arrangement.words_beside:
                at = Point(inside.left, (cell.height + inside.top - inside.bottom) / 2
                           - frame.size.height / 2)  # fmt: skip
            item = frame.grouped(one.fact.stat.origin, Role.LIST_ITEM, "stat")
            begun = together(
                cell.size, [(HERE, bare(self._beginning(cell))), (at, item)],
                baseline=at.y + frame.baseline,
            )  # fmt: skip
            parts.append((cell.corner, begun.as_block("stat", one.fact.stat.origin)))
        return parts

    def _frames(
        self, plan: Plan, types: Types, cells: Sequence[tuple[Measured, Rect]], times: float
    ) -> list[Frame]:
        """What stands in the cells of a row, devices so many times as thick as they like to be."""
        inside = self.spaces.inside.across
        if plan.arrangement.words_beside:
            column = widest(self.facts, plan.size)
            return [
                self._beside(one.fact, types, column, cell.width - inside) for one, cell in cells
            ]
        return aligned([
            self._stack(one, types, cell.width - inside, plan, times) for one, cell in cells
        ])  # fmt: skip

    def _stack(
        self, one: Measured, types: Types, width: float, plan: Plan, times: float
    ) -> StatCell:
        fact = one.fact
        if fact.figure is None:
            words = fact.words or fact.stat.text
            assert words is not None
            style = types.sentence
            frame = flush(set_copy(words, style, width, name="stat"), style, style.size)
            cell = StatCell(frame, frame.baseline)
            return self._with_note(cell, fact, types, width)
        number = set_trimmed(fact.figure, types.value, inf, "value")
        number = replace(number, size=Size(width, number.size.height))
        cell = StatCell.of_number(flush(number, types.value, types.words.size))
        if fact.words is not None and fact.words.text:
            label = set_copy(fact.words, types.words, width, name="label")
            if plan.above:
                cell = cell.with_above(label, types.gap)
            else:
                cell = cell.with_below(label, types.gap)
        foot = None
        if plan.arrangement.feet and one.has_foot(width) and one.draw_foot is not None:
            foot = one.draw_foot(width, times)
        if foot is None or not fact.is_change:
            cell = self._with_note(cell, fact, types, width)
        return cell if foot is None else cell.with_below(foot, foot_gap(types))

    def _with_note(self, cell: StatCell, fact: Fact, types: Types, width: float) -> StatCell:
        if fact.note is None or not fact.note.text:
            return cell
        note = set_copy(fact.note, types.note, width, name="note")
        return cell.with_below(note, types.gap / 2)

    def _beside(self, fact: Fact, types: Types, column: float, width: float) -> Frame:
        """Its words right of its number, each in the middle of the other."""
        if fact.figure is None:
            words = fact.words or fact.stat.text
            assert words is not None
            frame = set_copy(words, types.sentence, width, name="stat")
            return flush(frame, types.sentence, types.sentence.size)
        number = set_trimmed(fact.figure, types.value, inf, "value")
        number = flush(number, types.value, types.words.size)
        left = column + beside_gap(types)
        parts, y = list[tuple[Point, Frame]](), 0.0
        for copy, style, name in (
            (fact.words, types.words, "label"), (fact.note, types.note, "note")
        ):  # fmt: skip
            if copy is not None and copy.text:
                frame = set_copy(copy, style, width - left, name=name)
                parts.append((Point(0, y), frame))
                y += frame.size.height
        told = together(Size(width - left, y), parts)
        height = max(y, number.size.height)
        top = (height - number.size.height) / 2
        return together(
            Size(width, height),
            [(Point(0, top), number), (Point(left, (height - y) / 2), told)],
            baseline=top + number.baseline,
        )

    def _beginning(self, cell: Rect) -> list[Placed]:
        """The rule, ground or frame of a cell."""
        look, units = self.look, self.ladder.units
        rule = look.rule or Rule(look.ink or look.style.plain.color, units.of(1, 3))
        if look.cells == "rules":
            start = Point(0, rule.thickness / 2)
            return rule.across(start, cell.width, self.origin)
        box = Rect(0, 0, cell.width, cell.height)
        found = []
        if look.cells == "grounds" and look.ground is not None:
            found.append(_artifact(filled_box(box, look.ground, self.origin)))
        if look.cells == "frames":
            stroke = Stroke(rule.color, rule.weight)
            found.append(_artifact(outlined(box, stroke, self.origin)))
        return found


def _artifact(placed: Placed) -> Placed:
    return Placed(HERE, Group((placed,), role=Role.ARTIFACT, name="ground"), placed.origin)
