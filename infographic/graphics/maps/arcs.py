"""Borders that shapes share: rings cut where borders part, each piece kept once.

A border kept once is projected once, made simpler once, and drawn once; and two neighbours never
part. After Bostock's topology (TopoJSON): a position is a junction where rings come to it and leave
it by different ways.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from infographic.foundation.base_map import Line, Position
from infographic.foundation.record import field, record

ArcRing = tuple[int, ...]
"""Numbers of arcs one after the other; ~n is arc n from its end."""


@record(frozen=False)
class Arcs:
    """Arcs found so far, and whose they are. A closed arc's last position is its first."""

    lines: list[Line] = field(default_factory=list)
    owners: list[list[int]] = field(default_factory=list)
    """For each arc, the numbers of the shapes that it bounds, once for each side."""
    _known: dict[tuple[Position, Position], int] = field(default_factory=dict)

    def number_of(self, line: Line, owner: int) -> int:
        """An arc's number, or ~number where it is known the other way round."""
        # Between junctions a position's neighbours are the same in every ring: two are enough.
        known = self._known.get((line[0], line[1]))
        if known is not None and len(self.lines[known]) == len(line):
            self.owners[known].append(owner)
            return known
        known = self._known.get((line[-1], line[-2]))
        if known is not None and len(self.lines[known]) == len(line):
            self.owners[known].append(owner)
            return ~known
        self._known[line[0], line[1]] = len(self.lines)
        self.lines.append(line)
        self.owners.append([owner])
        return len(self.lines) - 1


def arcs_of(
    rings: Sequence[tuple[int, Line]], lines: Iterable[Line] = ()
) -> tuple[Arcs, list[ArcRing]]:
    """The arcs of rings, each given with its owner, and each ring as numbers of arcs.

    `lines` end at junctions and cut rings there; they are no arcs themselves.
    """
    junctions = _junctions([ring for _, ring in rings])
    for line in lines:
        junctions.update((line[0], line[-1]))
    arcs, made = Arcs(), []
    for owner, ring in rings:
        made.append(tuple(arcs.number_of(piece, owner) for piece in _pieces(ring, junctions)))
    return arcs, made


def _junctions(rings: Iterable[Line]) -> set[Position]:
    ways: dict[Position, tuple[Position, Position]] = {}
    junctions: set[Position] = set()
    for ring in rings:
        before = ring[-1]
        for here, after in zip(ring, ring[1:] + ring[:1], strict=True):
            way = (before, after) if before < after else (after, before)
            if ways.setdefault(here, way) != way:
                junctions.add(here)
            before = here
    return junctions


def _pieces(ring: Line, junctions: set[Position]) -> list[Line]:
    """A ring cut at its junctions; one without is one piece, from its least position on."""
    cuts = [number for number, position in enumerate(ring) if position in junctions]
    if not cuts:
        at = min(range(len(ring)), key=ring.__getitem__)
        return [(*ring[at:], *ring[: at + 1])]
    turned = ring[cuts[0] :] + ring[: cuts[0] + 1]
    ends = [cut - cuts[0] for cut in cuts[1:]] + [len(ring)]
    starts = [0, *ends[:-1]]
    return [turned[start : end + 1] for start, end in zip(starts, ends, strict=True)]


def ring_of(numbers: ArcRing, lines: Sequence[Sequence[Position]]) -> list[Position]:
    """A ring put together again; its last position is not its first."""
    points: list[Position] = []
    for number in numbers:
        arc = lines[number] if number >= 0 else lines[~number][::-1]
        points += arc[:-1]
    return points
