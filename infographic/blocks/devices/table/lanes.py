"""How wide the columns of a table are, and where each stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from infographic.blocks.devices.table.cells import Figure
from infographic.blocks.devices.table.fields import Field
from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.lettering import Lettering, lettered
from infographic.graphics.look import Look

BAR_SHARE = 0.26
WIDEST_NAMES = 0.45
"""Of the width, while other columns want some of it."""
LEAST_WORDS = 5.0
"""Em: words in a narrower column are torn."""
NARROW_HEAD = 4.2
"""Em of its own size: a longer name of a column of figures is set in lines."""
_UNBROKEN = late(r"[^\s\u2e80-\uffef]{3,}")


class Lane(NamedTuple):
    """Where a column stands. Lengths in points."""

    field: Field
    left: float
    width: float
    """Of its words, figures or small lines, and of its header."""
    behind: float = 0.0
    """Of its figures, right of their decimal points."""
    bar: tuple[float, float] | None = None
    """Where its bars may run from and to."""

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def end(self) -> float:
        return self.bar[1] if self.bar is not None else self.right

    @property
    def point(self) -> float:
        """Where its decimal points stand."""
        return self.right - self.behind


class Need(NamedTuple):
    """What a column wants of the width: at the least, and for its header or words on one line."""

    field: Field
    least: float
    wish: float
    behind: float = 0.0


def gap_of(look: Look) -> float:
    """Between two columns, at the least."""
    return look.of(9, 24)


def bar_gap(look: Look) -> float:
    """Between a figure and its bar."""
    return look.of(5, 14)


def need_of(
    field: Field, look: Look, figures: Sequence[Figure], words: Sequence[Lettering]
) -> Need:
    """What a column wants for these cells."""
    head = lettered(field.name, look.tick).width
    unit = lettered(field.unit, look.tick).width if field.unit else 0.0
    named = max(min(head, NARROW_HEAD * look.tick.size), _unbroken(field.name, look), unit)
    if field.course:
        return Need(field, max(look.of(44, 140), named), max(look.of(60, 190), head) + 0.01)
    if field.is_words:
        widest = max((one.width for one in words), default=0.0)
        least = max(min(widest, LEAST_WORDS * look.em), min(head, named))
        return Need(field, least + 0.01, max(widest, head) + 0.01)
    behind = max((one.behind for one in figures), default=0.0)
    width = behind + max((one.point for one in figures), default=0.0)
    return Need(field, max(width, named), max(width, head) + 0.01, behind)


def _unbroken(text: str, look: Look) -> float:
    """The width of its longest word that no line may part."""
    return max((lettered(one, look.tick).width for one in _UNBROKEN.findall(text)), default=0.0)


def least_width(needs: Sequence[Need], look: Look) -> float:
    bars = sum(_bar_least(look) + bar_gap(look) for need in needs if need.field.has_bar)
    return sum(need.least for need in needs) + bars + gap_of(look) * max(len(needs) - 1, 0)


def _bar_least(look: Look) -> float:
    return look.of(24, 72)


def lanes_of(needs: Sequence[Need], look: Look, left: float, width: float) -> tuple[Lane, ...]:
    """The columns over a width, which holds their least: first words grow, then bars, then
    headers; what is left goes between the columns."""
    spare = max(width - least_width(needs, look), 0.0)
    widths = [need.least for need in needs]
    bars = [_bar_least(look) if need.field.has_bar else 0.0 for need in needs]

    kinds = [need.field.is_words for need in needs]
    words, others = (
        {at: needs[at].wish for at, is_words in enumerate(kinds) if is_words == wanted}
        for wanted in (True, False)
    )
    cap = WIDEST_NAMES * width
    spare = _grown(widths, {at: min(wish, cap) for at, wish in words.items()}, spare)
    wide = {at: BAR_SHARE * width for at, need in enumerate(needs) if need.field.has_bar}
    spare = _grown(bars, wide, spare)
    spare = _grown(widths, others, spare)
    spare = _grown(widths, words, spare)
    gap = gap_of(look) + (spare / (len(needs) - 1) if len(needs) > 1 else 0.0)
    found: list[Lane] = []
    x = left
    for need, own, bar in zip(needs, widths, bars, strict=True):
        start = x + own + bar_gap(look)
        span = (start, start + bar) if need.field.has_bar else None
        found.append(Lane(need.field, x, own, need.behind, span))
        x = found[-1].end + gap
    return tuple(found)


def _grown(widths: list[float], wishes: Mapping[int, float], spare: float) -> float:
    """Lets the columns of these wishes grow, evenly, and gives what of the spare width is left."""
    # The least wishes first: what they leave goes to the others.
    order = sorted(wishes, key=lambda at: wishes[at] - widths[at])
    for turn, at in enumerate(order):
        more = max(min(wishes[at] - widths[at], spare / (len(order) - turn)), 0.0)
        widths[at] += more
        spare -= more
    return spare
