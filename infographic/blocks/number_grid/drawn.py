"""A plan as a frame: the band of the news, rules or grounds, and every fact in its cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from math import inf

from infographic.blocks.cell import StatCell, aligned
from infographic.blocks.number_grid.look import GridLook
from infographic.blocks.number_grid.measured import Line, Measured, beside_gap, foot_gap
from infographic.blocks.number_grid.news import News, Set
from infographic.blocks.number_grid.plans import Grid, Plan
from infographic.blocks.number_grid.spaces import Heights, Spaces, natural_height, placed
from infographic.blocks.number_grid.told import Fact
from infographic.blocks.number_grid.types import Types
from infographic.blocks.rule import Rule
from infographic.display.frame import HERE, Frame, bare, together
from infographic.display.items import Group, Placed, Role, Stroke
from infographic.foundation.color import Color
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.record import field, record, replaced
from infographic.layout.setting import (
    TOLERANCE,
    flush,
    height_of,
    set_copy,
    set_trimmed,
    set_within,
)
from infographic.layout.shapes import filled_box, outlined
from infographic.text.copy import Copy
from infographic.text.style import Alignment, TextStyle

THICK = 2.2
"""Times as thick as they like to be: devices of facts where there is room."""
CLOSER = 0.96
"""Of their size: numbers whose words take more lines than was counted on are set smaller."""
MOST_TURNS = 12
SLIGHT = 1e-6
"""Points: more than what is measured and what is set differ by, where they are meant to be one."""
GROWN = ((1.6, 1.0), (1.6, 1.25), (2.4, 1.25), (2.4, 1.6), (3.4, 1.6), (5.0, 1.6))
"""Times as large as they like to be, the news's device and what says how it changed."""
FULL = 0.75
"""Of the room that is left, what a device that fills it takes."""
LOOSEST_NEWS = 0.4
"""Of the news's number: the most air between its parts."""


@record
class Drawing:
    """A grid, and how it is drawn."""

    grid: Grid
    origin: Origin
    rows: dict[tuple[int, float, float], list[Frame]] = field(default_factory=dict)
    """Rows that were set already: by number, the size of their digits, how thick devices are."""
    least: dict[float, list[float]] = field(default_factory=dict)

    @property
    def look(self) -> GridLook:
        return self.grid.ladder.look

    @property
    def spaces(self) -> Spaces:
        return self.grid.spaces

    def settled(self, plan: Plan, height: float | None) -> tuple[Plan, float]:
        """The plan with places for its words as their lines break, a little smaller where that
        takes more than was counted on; and by how much it is too tall even so, in points."""
        *others, last = self._closer(plan)
        # Most that are too tall are so without their numbers being set.
        for plan in chain((one for one in others if self._may_fit(one, height)), (last,)):
            heights = self._heights(plan)
            if height is None or natural_height(heights, self.spaces) <= height + TOLERANCE:
                break
        over = 0.0
        if height is not None:
            over = max(natural_height(heights, self.spaces) - height, 0.0)
        places = placed(plan.arrangement, heights, self.spaces, self.grid.width, height)
        return plan._replace(places=places), over if over > TOLERANCE else 0.0

    def may_settle(self, plan: Plan, height: float | None) -> bool:
        """Whether `settled` may give a plan that fits; no number is set for it."""
        return any(self._may_fit(one, height) for one in self._closer(plan))

    def _may_fit(self, plan: Plan, height: float | None) -> bool:
        if height is None:
            return True
        most, spaces, news = height + TOLERANCE + SLIGHT, self.spaces, self.grid.news
        beside, below = self._least_rows(plan)
        if natural_height(Heights(0.0, beside, below), spaces) > most:
            return False
        if news is None or plan.places.news is None:
            return True
        room, with_foot = plan.option.filled.news_room, plan.arrangement.news_foot
        top = news.least(plan.news_size, room, with_foot=with_foot)
        top += spaces.news_of(plan.arrangement).down
        return natural_height(Heights(top, beside, below), spaces) <= most

    def _closer(self, plan: Plan) -> Iterator[Plan]:
        """The plan, and smaller and smaller, to its smallest."""
        grid = self.grid
        for _ in range(MOST_TURNS):
            yield plan
            size = max(plan.size * CLOSER, grid.ladder.smallest)
            least = self.look.ratio * size if grid.facts else plan.news_size * CLOSER
            closer = plan._replace(size=size, news_size=max(plan.news_size * CLOSER, least))
            if (closer.size, closer.news_size) == (plan.size, plan.news_size):
                return
            plan = closer

    def _least_rows(self, plan: Plan) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """What rows beside the news and below take at the least, their words as lines break."""
        if plan.size not in self.least:
            types, pad = self.grid.ladder.at(plan.size), self.spaces.inside.down
            feet, above = plan.arrangement.feet, self.grid.above
            self.least[plan.size] = [
                least_row(line, types, above=above, feet=feet) + pad
                for line in plan.option.filled.lines
            ]
        rows, beside = self.least[plan.size], len(plan.arrangement.beside)
        return tuple(rows[:beside]), tuple(rows[beside:])

    def _heights(self, plan: Plan) -> Heights:
        """What news and rows take as they are set."""
        pad = self.spaces.inside.down
        rows = [
            max(frame.size.height for frame in self._frames(plan, number, 1.0)) + pad
            for number in range(len(plan.option.filled.lines))
        ]
        top, beside = 0.0, len(plan.arrangement.beside)
        if self.grid.news is not None and plan.places.news is not None:
            set_ = self.grid.set_news(plan.option, plan.news_size)
            top = set_.height + self.spaces.news_of(plan.arrangement).down
        return Heights(top, tuple(rows[:beside]), tuple(rows[beside:]))

    def drawn(self, plan: Plan) -> Frame:
        """The plan as a frame."""
        parts: list[tuple[Point, Frame]] = []
        at, news = plan.places.news, self.grid.news
        if news is not None and at is not None:
            frame = self._news(news, plan, at)
            parts.append((at.corner, frame.as_block("stat", news.fact.stat.origin)))
        for number, (_, rects) in enumerate(
            zip(plan.option.filled.lines, plan.places.cells, strict=False)
        ):
            parts += self._row(plan, number, rects)
        size = Size(self.grid.width, plan.places.height)
        baseline = parts[0][1].baseline if parts else 0.0
        made = together(size, parts, baseline=baseline)
        return made.grouped(self.origin, Role.LIST, "numbers")

    # The news

    def _news(self, news: News, plan: Plan, at: Rect) -> Frame:
        pad = self.spaces.news_of(plan.arrangement)
        width, room = at.width - pad.across, at.height - pad.down
        set_ = self._filled(news, plan, width, room)
        stack = set_.stack()
        spare = max(room - set_.height, 0.0)
        # What is left parts the news from its foot, and stands above and below.
        between = min(spare / (len(stack) + 1), LOOSEST_NEWS * set_.types.cap)
        around = spare - between * (len(stack) - 1)
        y = pad.top + (0.0 if self._has_rule(plan) else around / 2)
        parts: list[tuple[Point, Frame]] = []
        for number, (gap, frame) in enumerate(stack):
            y += gap + (between if number else 0.0)
            parts.append((Point(pad.left, y), frame))
            y += frame.size.height
        made = together(at.size, parts, baseline=parts[0][0].y + parts[0][1].baseline)
        item = made.grouped(news.fact.stat.origin, Role.LIST_ITEM, "news")
        is_framed = self.look.cells == "frames"
        if self.look.news_ground is not None or is_framed:
            box = self._band(at)
            return item.adorned(under=self._box(box, self.look.news_ground, is_framed))
        if self._has_rule(plan):
            rule = self._rule()
            rule = replaced(rule, color=self.look.accent or rule.color, weight=2 * rule.weight)
            start = Point(0, rule.thickness / 2)
            return item.adorned(under=rule.across(start, at.width, self.origin))
        return item

    def _filled(self, news: News, plan: Plan, width: float, room: float) -> Set:
        """The news, what says how it changed and its device larger where there is room."""
        best = self.grid.set_news(plan.option, plan.news_size)
        for (had_foot, had_aside), (foot, aside) in pairwise(((1.0, 1.0), *GROWN)):
            larger = news.grown(
                best, None if foot == had_foot else foot, None if aside == had_aside else aside
            )
            # Some of the spare room stays air.
            if larger.height > best.height + 0.7 * max(room - best.height, 0.0):
                break
            best = larger
        room_for_foot = FULL * (room - best.height)
        if best.foot is not None and news.fill_foot is not None:
            full = news.fill_foot(width, room_for_foot + best.foot.size.height)
            return best if full is None else best._replace(foot=full)
        return best

    def _has_rule(self, plan: Plan) -> bool:
        """Whether the news begins with a rule on the line of those beside it."""
        is_beside = bool(plan.arrangement.beside) and self.look.news_ground is None
        return is_beside and self.look.cells == "rules"

    def _band(self, at: Rect) -> Rect:
        """The ground of the news, from its own corner: past the frame where it touches an edge."""
        out = self.look.news_outset
        left = out.left if at.x <= TOLERANCE else 0.0
        right = out.right if at.right >= self.grid.width - TOLERANCE else 0.0
        top = out.top if at.y <= TOLERANCE else 0.0
        return Rect(-left, -top, at.width + left + right, at.height + top)

    # Facts

    def _row(self, plan: Plan, number: int, rects: Sequence[Rect]) -> list[tuple[Point, Frame]]:
        """A row's cells, their numbers on one line; devices as thick as the room allows."""
        inside = self.spaces.inside
        room = rects[0].height - inside.down
        line = plan.option.filled.lines[number]
        frames = self._frames(plan, number, 1.0)
        if plan.arrangement.feet and not line.words_beside:
            thick = self._frames(plan, number, THICK)
            frames = thick if thick[0].size.height <= room + TOLERANCE else frames
        spare = max(room - max(frame.size.height for frame in frames), 0.0)
        # What begins with a rule hangs from it; on a ground it stands in the middle.
        down = spare / 2 if self.look.cells in ("grounds", "frames") else 0.0
        parts = []
        for one, cell, frame in zip(line.cells, rects, frames, strict=True):
            at = Point(inside.left, inside.top + down)
            if line.words_beside:
                middle = (cell.height + self._begins_with() - frame.size.height) / 2
                at = Point(inside.left, max(middle, inside.top))
            item = frame.grouped(one.fact.fact.stat.origin, Role.LIST_ITEM, "stat")
            begun = together(
                cell.size, [(HERE, bare(self._beginning(cell))), (at, item)],
                baseline=at.y + frame.baseline,
            )  # fmt: skip
            parts.append((cell.corner, begun.as_block("stat", one.fact.fact.stat.origin)))
        return parts

    def _begins_with(self) -> float:
        """How far words in the middle of a cell stand lower: by its rule and what the next row's
        gap adds below."""
        return self._rule().thickness if self.look.cells == "rules" else 0.0

    def _frames(self, plan: Plan, number: int, times: float) -> list[Frame]:
        """What stands in the cells of a row, devices so many times as thick as they like to be."""
        key = number, plan.size, times
        if key not in self.rows:
            line = plan.option.filled.lines[number]
            self.rows[key] = self._set_row(plan, line, times)
        return self.rows[key]

    def _set_row(self, plan: Plan, line: Line, times: float) -> list[Frame]:
        types = self.grid.ladder.at(plan.size)
        if line.column is not None:
            column = line.column.at(plan.size)
            return [beside(one.fact.fact, types, column, one.width) for one in line.cells]
        return aligned([
            stacked(one.fact, types, one.width, above=self.grid.above,
                    foot=times if plan.arrangement.feet else 0.0)
            for one in line.cells
        ])  # fmt: skip

    def _rule(self) -> Rule:
        look = self.look
        weight = self.grid.ladder.units.of(1, 3)
        return look.rule or Rule(look.ink or look.style.plain.color, weight)

    def _beginning(self, cell: Rect) -> list[Placed]:
        """The rule, ground or frame of a cell."""
        look, rule = self.look, self._rule()
        if look.cells == "rules":
            return rule.across(Point(0, rule.thickness / 2), cell.width, self.origin)
        box = Rect(0, 0, cell.width, cell.height)
        ground = look.ground if look.cells in ("grounds", "frames") else None
        return self._box(box, ground, look.cells == "frames")

    def _box(self, box: Rect, ground: Color | None, is_framed: bool) -> list[Placed]:
        """A ground, and the frame on it."""
        found = []
        if ground is not None:
            found.append(filled_box(box, ground, self.origin))
        if is_framed:
            rule = self._rule()
            found.append(outlined(box, Stroke(rule.color, rule.weight), self.origin))
        return [_artifact(*found)] if found else []


def _artifact(*placed: Placed) -> Placed:
    ground = Group(placed, role=Role.ARTIFACT, name="ground")
    return Placed(HERE, ground, placed[0].origin)


# A fact in its cell


def least_row(line: Line, types: Types, *, above: bool, feet: bool) -> float:
    """What a row takes at the least, without its padding: no number is set for it."""
    if line.column is not None:
        column = line.column.at(types.size) + beside_gap(types.size)
        words = replaced(types.beside, alignment=Alignment.LEFT)
        return max(
            max(height_of_copy(one.fact.fact.words, words, one.width - column),
                one.fact.top * types.size) if one.fact.figure is not None else 0.0
            for one in line.cells
        )  # fmt: skip
    tops, lower = [], []
    for cell in line.cells:
        one, fact, width = cell.fact, cell.fact.fact, cell.width
        if fact.figure is None:
            continue
        label = height_of_copy(fact.words, types.words, width)
        label += types.gap if label else 0.0
        foot = one.foot if feet and cell.has_foot else None
        below = 0.0 if foot is None else foot_gap(types.gap, types.size) + foot.height
        if foot is None or not fact.is_change:
            note = height_of_copy(fact.note, types.note, width)
            below += note + types.gap if note else 0.0
        tops.append(one.top * types.size + (label if above else 0.0))
        lower.append(below + (0.0 if above else label))
    return max(tops, default=0.0) + max(lower, default=0.0)


def height_of_copy(copy: Copy | None, style: TextStyle, width: float) -> float:
    if copy is None or not copy.text:
        return 0.0
    return height_of(set_within(copy, style, width).lines)


def stacked(
    one: Measured, types: Types, width: float, *, above: bool, foot: float = 0.0
) -> StatCell:
    """A fact with its words above or below its number, as tall as it is.

    `foot`: its device is so many times as thick as it likes to be; 0: it has none.
    """
    fact = one.fact
    if fact.figure is None:
        frame = _words_alone(fact, types, width)
        return _with_note(StatCell(frame, frame.baseline), fact, types, width)
    number = set_trimmed(fact.figure, types.value, width if types.is_centered else inf, "value")
    number = replaced(number, size=Size(width, number.size.height))
    cell = StatCell.of_number(flush(number, types.value, types.words.size))
    if fact.words is not None and fact.words.text:
        label = set_copy(fact.words, types.words, width, name="label")
        cell = cell.with_above(label, types.gap) if above else cell.with_below(label, types.gap)
    device = None
    if foot and one.has_foot(width) and one.draw_foot is not None:
        device = one.draw_foot(width, foot)
    if device is None or not fact.is_change:
        # The bars of a change say all that its note says.
        cell = _with_note(cell, fact, types, width)
    return cell if device is None else cell.with_below(device, foot_gap(types.gap, types.size))


def _with_note(cell: StatCell, fact: Fact, types: Types, width: float) -> StatCell:
    if fact.note is None or not fact.note.text:
        return cell
    note = set_copy(fact.note, types.note, width, name="note")
    return cell.with_below(note, types.gap)


def beside(fact: Fact, types: Types, column: float, width: float) -> Frame:
    """A fact with its words right of a column of numbers, each in the middle of the other."""
    if fact.figure is None:
        return _words_alone(fact, types, width)
    number = set_trimmed(fact.figure, types.value, inf, "value")
    number = flush(number, types.value, types.words.size)
    left = column + beside_gap(types.size)
    parts, y = list[tuple[Point, Frame]](), 0.0
    for copy, style, name in (
        (fact.words, types.beside, "label"), (fact.note, types.note, "note"),
    ):  # fmt: skip
        if copy is not None and copy.text:
            style = replaced(style, alignment=Alignment.LEFT)
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


def _words_alone(fact: Fact, types: Types, width: float) -> Frame:
    """A text without a number of its own."""
    words = fact.words or fact.stat.text
    assert words is not None, "a fact says something"
    style = types.sentence
    return flush(set_copy(words, style, width, name="stat"), style, style.size)
