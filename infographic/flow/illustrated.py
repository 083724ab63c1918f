"""Where blocks stand among the paragraphs of a text: a figure after the one that names it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from infographic.foundation.record.tuples import NamedTuple
from infographic.story.model import BodyPart, Lead, Quote, Subhead
from infographic.text.references import references_in

BREAK = 40
"""What a paragraph's end counts, in characters, where blocks are spread evenly."""


class Wanted(NamedTuple):
    """A block that is to stand among paragraphs."""

    number: int = 0
    """The figure's, by which the words may name it; 0 for a block that is no figure."""


def places(body: Sequence[BodyPart], blocks: Sequence[Wanted]) -> tuple[int, ...]:
    """For each block after how many paragraphs it stands.

    A figure that the words name stands after the paragraph that names it first; of the others
    figures keep their order, and all are spread evenly over what is left. None stands between a
    subhead or a section's lead and its text.
    """
    ends = [n for n in range(1, len(body) + 1) if _may_end(body, n)]
    named = _named(body)
    found = [named.get(one.number) for one in blocks]
    reached = _reached(body)
    _spread_figures(blocks, found, ends, reached)
    _spread_others(found, ends, reached)
    return tuple(len(body) if end is None else end for end in found)


def _named(body: Sequence[BodyPart]) -> dict[int, int]:
    """After how many paragraphs each figure that is named may stand: behind a subhead's text, where
    the subhead names it."""
    named: dict[int, int] = {}
    for count, part in enumerate(body, 1):
        follows = count
        while follows < len(body) and isinstance(body[follows - 1], Subhead):
            follows += 1
        for number, _ in references_in(_words(part)):
            named.setdefault(number, follows)
    return named


def _words(part: BodyPart) -> str:
    match part:
        case Lead():
            return part.lead.text
        case Subhead():
            return part.subhead.text
        case Quote():
            return part.quote.text
        case _:
            return part.text


def _may_end(body: Sequence[BodyPart], count: int) -> bool:
    """Whether a block may follow so many paragraphs."""
    return count == len(body) or not isinstance(body[count - 1], Subhead | Lead)


def _reached(body: Sequence[BodyPart]) -> list[float]:
    """How much of the text stands before each paragraph's end, in characters."""
    reached = [0.0]
    for part in body:
        reached.append(reached[-1] + len(_words(part)) + BREAK)
    return reached


def _spread_figures(
    blocks: Sequence[Wanted], found: list[int | None], ends: Sequence[int], reached: list[float]
) -> None:
    """Figures that no words name stand between those before and after them in the file."""
    order = sorted((one.number, at) for at, one in enumerate(blocks) if one.number)
    run: list[int] = []
    low = 0
    for _, at in order:
        place = found[at]
        if place is None:
            run.append(at)
        elif place >= low:
            _spread(run, low, place, found, ends, reached)
            run, low = [], place
    _spread(run, low, len(reached) - 1, found, ends, reached)


def _spread_others(found: list[int | None], ends: Sequence[int], reached: list[float]) -> None:
    """The rest stands where the longest stretches of text are."""
    rest = [at for at, place in enumerate(found) if place is None]
    edges = sorted({0, len(reached) - 1, *(place for place in found if place is not None)})
    stretches = list(pairwise(edges))
    shares = [0] * len(stretches)
    for _ in rest if stretches else ():
        longest = max(
            range(len(stretches)),
            key=lambda n: (reached[stretches[n][1]] - reached[stretches[n][0]]) / (shares[n] + 1),
        )
        shares[longest] += 1
    for (low, high), share in zip(stretches, shares, strict=True):
        _spread(rest[:share], low, high, found, ends, reached)
        rest = rest[share:]


def _spread(
    run: Sequence[int],
    low: int,
    high: int,
    found: list[int | None],
    ends: Sequence[int],
    reached: list[float],
) -> None:
    """Let some blocks part the text between two paragraphs' ends into even stretches."""
    inside = [end for end in ends if low < end < high] or [
        min((end for end in ends if end >= max(low, 1)), default=high)
    ]
    taken = set(found)
    step, last = (reached[high] - reached[low]) / (len(run) + 1), low
    for number, at in enumerate(run, 1):
        wanted = reached[low] + number * step
        # Behind the one before it, and where none stands yet, if there is such a place.
        behind = [end for end in inside if end >= last] or inside[-1:]
        free = [end for end in behind if end not in taken] or behind
        last = min(free, key=lambda end: abs(reached[end] - wanted))
        found[at] = last
        taken.add(last)
