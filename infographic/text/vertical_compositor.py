"""Setting a hard line into a galley that runs down, and drawing its glyphs as a column."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter

from infographic.display.items import GlyphRun
from infographic.foundation.font import Face
from infographic.foundation.late_pattern import late
from infographic.text.classes import LATIN
from infographic.text.compositor import Compositor, LinePiece
from infographic.text.galley import Galley
from infographic.text.shaping import Case, GlyphCell, first_covering
from infographic.text.style import ColumnRules
from infographic.text.vertical import LYING, UPRIGHT, ColumnCase, centre_of

_NUMBER = late(r"(\d+)([%‰]?)")
_ACRONYM = late(r"[0-9]*+[A-Z][A-Z0-9]*+")


def upright_parts(word: str, rules: ColumnRules) -> list[str]:
    """A word's parts, each upright in a cell of its own; [] for a word that lies.

    >>> rules = ColumnRules(upright_digits=2, upright_acronyms=True)
    >>> [upright_parts(word, rules) for word in ("8", "25%", "2026", "3.5", "GDP", "iPhone")]
    [['8'], ['25', '%'], [], [], ['G', 'D', 'P'], []]
    """
    if number := _NUMBER.fullmatch(word):
        digits, sign = number.groups()
        if len(digits) <= rules.upright_digits:
            return [digits, sign] if sign else [digits]
        return [*digits, *sign] if rules.long_numbers == "upright" else []
    return list(word) if rules.upright_acronyms and _ACRONYM.fullmatch(word) else []


class ColumnCompositor(Compositor):
    """Fills a galley, box after box, from the head of a column down."""

    across = UPRIGHT
    """How the box being set stands."""
    end_of_pair = 0
    scripts: set[int] | None = None
    """Where raised and lowered pieces begin, once it is asked."""
    is_standing = was_standing = False
    """Whether the box being set, and the one before it, are figures or letters set upright."""

    def _take(self, start: int, end: int, piece: LinePiece) -> None:
        if end <= self.end_of_pair:
            return
        if self.kinds[start] == "E" and self._is_pair(start, piece):
            self.end_of_pair = start + 2
            self._add_cell(_case(piece).pair(self.text[start : start + 2]), start, "E")
        else:
            super()._take(start, end, piece)

    def _bears_script(self, at: int) -> bool:
        """Whether the piece that begins there is raised or lowered: its base lies, as it does."""
        if self.scripts is None:
            self.scripts = {piece.start for piece in self.pieces if piece.is_script}
        return at in self.scripts

    def _is_pair(self, start: int, piece: LinePiece) -> bool:
        two, shared = self.text[start : start + 2], self.house.one_cell_pairs
        return start + 2 <= piece.end and two[0] in shared and two[1] in shared

    def _add_latin(self, start: int, end: int, piece: LinePiece) -> None:
        case, galley = _case(piece), self.galley
        parts = upright_parts(self.text[start:end], case.rules)
        if piece.is_script or self._bears_script(end):
            parts = []
        cells = [_cell_of(part, case) for part in parts]
        if not cells or None in cells:
            self.across = LYING
            super()._add_latin(start, end, piece)
            self.across = UPRIGHT
            return
        self.is_standing = True
        for number, (part, cell) in enumerate(zip(parts, cells, strict=True)):
            assert cell is not None
            self._add_cell(cell, start, "h")
            if number:
                galley.may_break[-1] = galley.even[-1] = 0
            start += len(part)
        self.is_standing = False

    def _add_cell(self, cell: GlyphCell, start: int, letter: str) -> None:
        assert self.piece is not None
        first = len(self.galley.glyphs)
        self.across = _case(self.piece).across.get(cell, UPRIGHT)
        super()._add_cell(cell, start, letter)
        for glyph, y in enumerate(self.across.ys, first):
            self.galley.rises[glyph] = y
        self.across = UPRIGHT

    def _add_spaces(self, start: int, end: int, piece: LinePiece) -> None:
        # A column's words are given whole to whoever copies them: spaces need no glyphs.
        galley = self.galley
        glyphs = len(galley.glyphs)
        super()._add_spaces(start, end, piece)
        for each in (galley.glyphs, galley.boxes, galley.places, galley.words):
            del each[glyphs:]

    def _join(self, letter: str, start: int) -> int:
        stand = (self.was_standing, self.is_standing)
        beside = self.last if self.is_standing else letter
        # 6 月: figures that stand are set solid, as Han are, and the typed space is no space.
        if stand in ((True, False), (False, True)) and beside not in LATIN:
            self.spaces = self.spaces.replace(" ", "")
        self.was_standing = self.is_standing
        return super()._join(letter, start)

    def _start_run(self, face: Face, case: Case) -> None:
        assert isinstance(case, ColumnCase)
        super()._start_run(face, case.as_run(self.across))


def _case(piece: LinePiece) -> ColumnCase:
    assert isinstance(piece.case, ColumnCase)
    return piece.case


def _cell_of(part: str, case: ColumnCase) -> GlyphCell | None:
    if part == "%" and first_covering(case.han_chain, "％"):
        return case.cell("％", "u")._replace(texts=("%",))
    if part in "%‰":
        return case.cell(part, "u")
    return case.set_across(part)


def column_runs(
    galley: Galley, start: int, end: int, at: Sequence[float]
) -> list[tuple[float, GlyphRun]]:
    """The glyphs of boxes `start` to `end` as runs of a vertical line."""
    boxes, places = galley.boxes, galley.places
    low, high = bisect_right(boxes, start - 1), bisect_right(boxes, end - 1)
    first = max(bisect_right(galley.runs, low, key=itemgetter(0)) - 1, 0)
    runs = []
    for number in range(first, len(galley.runs)):
        begin, face, case = galley.runs[number]
        if begin >= high:
            break
        stop = galley.runs[number + 1][0] if number + 1 < len(galley.runs) else len(boxes)
        begin, stop = max(begin, low), min(stop, high)
        if begin >= stop:
            continue
        assert isinstance(case, ColumnCase)
        size, glyphs = case.size, range(begin, stop)
        downs = [at[boxes[i] - start] + places[i] for i in glyphs]
        # Upright, a place is the em box's top; the origin stands on the baseline below it.
        baseline = 0.0 if case.lies else face.metrics.ascender
        run = GlyphRun(
            face,
            size,
            case.style.color,
            tuple(galley.glyphs[begin:stop]),
            tuple((down - downs[0]) / size + baseline for down in downs),
            tuple(galley.words[begin:stop]),
            tuple(_across(galley, i, face, case) for i in glyphs),
            rotated=case.lies,
            condensed=case.condensed,
            beside=case.beside,
        )
        runs.append((downs[0], run))
    return runs


def _across(galley: Galley, i: int, face: Face, case: ColumnCase) -> float:
    """How far right of the centre line a glyph's origin stands, in em."""
    rise = case.style.rise / case.size
    if case.lies:
        return rise + galley.rises.get(i, 0.0) - centre_of(face)
    middle = -face.advance_of(galley.glyphs[i]) / 2
    return rise + galley.rises.get(i, middle)
