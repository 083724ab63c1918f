"""Setting a hard line into a galley, from left to right, box after box."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from math import inf

from infographic.foundation.font import Face
from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.text.breaks import Joints, inner_breaks
from infographic.text.classes import MARKS, House
from infographic.text.galley import Galley, Site
from infographic.text.glue import BEFORE_A_UNIT, Glue, cuts_at_a_price, glue
from infographic.text.numerals import PERCENT_SIGNS
from infographic.text.shaping import Case, GlyphCell, Shaped
from infographic.text.strays import without_guides
from infographic.text.style import Part, TextStyle
from infographic.text.written import told_apart

NUMERIC = (Part.DIGITS, Part.UNIT, Part.QUALIFIER)


class LinePiece(NamedTuple):
    """A stretch of a hard line that one case sets."""

    start: int
    end: int
    case: Case
    part: Part
    group: int
    kept: bool = False
    """It belongs to words that are never broken."""
    is_script: bool = False
    """Small and raised or lowered: part of what it stands behind."""


_TOKENS = late(r"[hu]x+|(?:h(?!x))+|[ldabyftx]+|[ wvqg]+|jj|zz|.", re.S)


class Compositor:
    """Fills a galley, box after box, from left to right."""

    def __init__(
        self,
        text: str,
        kinds: str,
        pieces: Sequence[LinePiece],
        style: TextStyle,
        house: House,
        joints: Joints,
        *,
        is_first: bool = False,
    ) -> None:
        self.text, self.kinds, self.pieces = text, kinds, pieces
        self.style, self.house, self.joints = style, house, joints
        self.galley = Galley(text, style.size)
        self.autospace = style.autospace * style.size
        self.is_first = is_first
        """Whether the hard line starts the paragraph."""
        self.large = {
            piece.group
            for piece in pieces
            if piece.part in NUMERIC and not piece.is_script and piece.case.size != style.size
        }
        """The emphasised numbers with a part in another size than the plain one."""
        self.spaces = ""
        """Typed since the last box."""
        self.last = ""
        """The class letter at the end of the last box."""
        self.piece: LinePiece | None = None
        self.last_piece: LinePiece | None = None

    def set(self) -> Galley:
        """Set the whole line."""
        galley = self.galley
        for piece in self.pieces:
            self.piece = piece
            galley.parts.append((len(galley.advances), piece.part))
            for match in _TOKENS.finditer(self.kinds, piece.start, piece.end):
                self._take(match.start(), match.end(), piece)
        galley.starts.append(len(self.text))
        self._hold_together()
        galley.sum_up()
        return galley

    def _take(self, start: int, end: int, piece: LinePiece) -> None:
        before, letter = self.last, self.kinds[start]
        if letter == "h" and (end - start == 1 or self.kinds[end - 1] == "h"):
            self._add_han(start, end, piece)
        elif letter in "ldabyftx":
            self._add_latin(start, end, piece)
        elif letter in " wvqg":
            self._add_spaces(start, end, piece)
        else:
            self._add_cell(piece.case.cell(self.text[start:end], letter), start, letter)
        if piece.is_script and before:
            # What follows m² stands to it as to m.
            self.last = before

    def _add_han(self, start: int, end: int, piece: LinePiece) -> None:
        text, galley, case = self.text[start:end], self.galley, piece.case
        known = case.han
        try:
            glyphs = [known[character] for character in text]
        except KeyError:
            for at, character in enumerate(text, start):
                self._add_cell(case.cell(character, "h"), at, "h")
            return
        count = end - start
        box = self._join("h", start)
        more = range(box + 1, box + count)
        galley.starts += range(start + 1, end)
        galley.letters += "h" * (count - 1)
        galley.advances += [case.size + case.track] * count
        galley.tails += [case.track] * count
        galley.gaps += [0.0] * (count - 1)
        galley.may_break += [1] * (count - 1)
        galley.even += [1] * (count - 1)
        self._start_run(case.han_chain[0], case)
        self._stand_on_the_foot(case, count)
        galley.glyphs += glyphs
        galley.boxes.append(box)
        galley.boxes += more
        galley.places += [0.0] * count
        galley.words += text
        self.last = "h"

    def _add_cell(self, cell: GlyphCell, start: int, letter: str) -> None:
        assert self.piece is not None
        galley, case = self.galley, self.piece.case
        box = self._join(cell.letter, start)
        size = case.size
        galley.advances.append(cell.width * size + case.track)
        self._trim_at_edges(box, cell.letter, size, case.track)
        may_hang = self.style.hanging and self.text[start] in self.house.hanging
        # Not in a run of marks, and never a bracket.
        if may_hang and box and galley.letters[box - 1] not in MARKS:
            galley.hangs.add(box)
        if cell.face is not None:
            self._start_run(cell.face, case)
            if letter == "h":
                self._stand_on_the_foot(case, len(cell.glyphs))
            galley.glyphs += cell.glyphs
            galley.boxes += [box] * len(cell.glyphs)
            galley.places += [x * size for x in cell.xs]
            galley.words += cell.texts
        self.last = cell.letter

    def _stand_on_the_foot(self, case: Case, count: int) -> None:
        """The next glyphs, Han of a number's unit, raised to where its digits end."""
        if case.style.foot:
            first = len(self.galley.glyphs)
            self.galley.rises.update(dict.fromkeys(range(first, first + count), case.style.foot))

    def _trim_at_edges(self, box: int, letter: str, size: float, track: float) -> None:
        """What a mark loses where a line starts or ends with it."""
        galley, house, style = self.galley, self.house, self.style
        blank = house.blank.get(letter)
        tail = 0.5 * size if blank == "right" and letter in house.line_end_cut else 0.0
        if tail and style.line_end == "needed":
            galley.end_blanks[box] = tail
        galley.tails.append(track + (tail if style.line_end == "half" else 0.0))
        starts_paragraph = self.is_first and not box
        is_flush = style.trim_first_line_start if starts_paragraph else style.trim_line_start
        if is_flush and blank == "left" and letter in house.line_start_cut:
            galley.heads[box] = 0.5 * size

    def _add_latin(self, start: int, end: int, piece: LinePiece) -> None:
        word = self.text[start:end]
        cuts = inner_breaks(word) or cuts_at_a_price(word)
        after_han = self.last == "h" and not self.spaces
        is_name = after_han and _DESIGNATION.match(self.text, start) is not None
        # A name may be cut behind its letter for another reason, too.
        edges = sorted({0, *([1] if is_name else []), *cuts, len(word)})
        for low, high in pairwise(edges):
            kinds = self.kinds[start + low : start + high]
            # The signs of C++ and $5 belong to the word; a bare + between Han is a mark.
            is_word = "l" in kinds or "d" in kinds
            first, last = kinds[0], kinds[-1]
            box = self._join("l" if is_word and first in "yt" else first, start + low)
            if low in cuts:
                self.galley.may_break[box] = 1
            self._set_word(word[low:high], box, piece)
            self.last = "l" if is_word and last in "yx" else last

    def _set_word(self, word: str, box: int, piece: LinePiece) -> None:
        galley, track = self.galley, piece.case.track
        pen = 0.0
        for case, shaped in _rows(word, piece.case, is_number=piece.part is Part.DIGITS):
            size = case.size
            self._start_run(shaped.face, case)
            first = len(galley.glyphs)
            galley.glyphs += shaped.glyphs
            galley.boxes += [box] * len(shaped.glyphs)
            galley.words += shaped.texts
            if track:
                tracks = accumulate((track if words else 0.0) for words in shaped.texts)
                galley.places += [
                    pen + x * size + more - track for x, more in zip(shaped.xs, tracks, strict=True)
                ]
                pen += track * sum(1 for words in shaped.texts if words)
            else:
                galley.places += [pen + x * size for x in shaped.xs]
            for at, rise in enumerate(shaped.ys, first):
                galley.rises[at] = rise
            pen += shaped.advance * size
        galley.advances.append(pen)
        galley.tails.append(track if pen else 0.0)

    def _add_spaces(self, start: int, end: int, piece: LinePiece) -> None:
        galley = self.galley
        typed = self.text[start:end]
        if not galley.advances:
            # Before the first box there is no joint; a typed indent is a box without ink.
            width = typed.count("\u3000") * piece.case.size
            galley.starts.append(start)
            galley.letters.append("w")
            galley.gaps.append(0.0)
            galley.may_break.append(0)
            galley.even.append(0)
            galley.advances.append(width)
            galley.tails.append(0.0)
            self.last, self.last_piece = "g", piece
        else:
            self.spaces += self.kinds[start:end]
        if galley.runs:
            face = galley.runs[-1][1]
            box = len(galley.advances) - 1
            for character in without_guides(typed):
                glyph = face.glyph_of(character)
                if glyph:
                    galley.glyphs.append(glyph)
                    galley.boxes.append(box)
                    galley.places.append(galley.advances[box] - galley.tails[box])
                    galley.words.append(character)

    def _start_run(self, face: Face, case: Case) -> None:
        runs = self.galley.runs
        if not runs or runs[-1][1] is not face or runs[-1][2] is not case:
            runs.append((len(self.galley.glyphs), face, case))

    def _join(self, letter: str, start: int) -> int:
        """Open a box: note its start and make the joint before it; returns its number."""
        galley, piece = self.galley, self.piece
        assert piece is not None
        box = len(galley.starts)
        galley.starts.append(start)
        galley.letters.append(letter)
        if not self.last_piece or piece.is_script:
            galley.gaps.append(0.0)
            galley.may_break.append(0)
            galley.even.append(0)
            self.last_piece = piece
            return box
        joint = self.joints[self.last + letter]
        if self.last_piece.is_script:
            joint = joint._replace(cut_before=0.0, shrink_before=None)
        size, last_size = piece.case.size, self.last_piece.case.size
        gap = -joint.cut_before * last_size - joint.cut_after * size
        may_break, is_even = joint.may_break, joint.is_even
        if joint.shrink_before:
            step, amount = joint.shrink_before
            galley.shrink.append(Site(box, step, amount * last_size))
        if joint.shrink_after:
            step, amount = joint.shrink_after
            galley.shrink.append(Site(box, step, amount * size))
        is_autospace = joint.is_autospace and self.autospace > 0
        if self.last_piece is not piece:
            own_gap = self._number_gap(letter, self.last_piece, piece)
            if own_gap is not None:
                is_autospace, gap = False, gap + own_gap
        if is_autospace:
            gap += self.autospace
            self._add_flexible(box, "autospace", self.autospace, self.style.size)
        if self.spaces:
            if (not is_autospace and not joint.swallows_space) or "w" in self.spaces:
                gap, is_even = self._space(box, piece), True
            may_break = joint.may_break_at_space and not set(self.spaces) & set("vg")
            self.spaces = ""
        if joint.is_close:
            galley.close.add(box)
        galley.gaps.append(gap)
        galley.may_break.append(int(may_break))
        galley.even.append(int(is_even))
        self.last_piece = piece
        return box

    def _space(self, box: int, piece: LinePiece) -> float:
        """The width of typed spaces."""
        case = self.last_piece.case if self.last_piece else piece.case
        wide = self.spaces.count("w")
        if wide:
            return wide * case.size
        if not set(self.spaces) & set(" v"):
            return 0.0
        face = case.latin_chain[0]
        width = face.advance_of(face.glyph_of(" ")) * case.size if face.covers(" ") else 0.0
        if self._is_inside_number(piece) and case.size > piece.case.size:
            width = min(width, SPACE_IN_NUMBER * case.size)
        self._add_flexible(box, "word_space", width, case.size)
        return width

    def _is_inside_number(self, piece: LinePiece) -> bool:
        before = self.last_piece
        return before is not None and before.group == piece.group != 0 and before.part in NUMERIC

    def _add_flexible(self, box: int, site: str, width: float, size: float) -> None:
        step, least = self.house.shrink[site]
        if width > least * size:
            self.galley.shrink.append(Site(box, step, width - least * size))
        step, most = self.house.stretch[site]
        if site == "autospace":
            most = self.style.autospace_max
        if width < most * size:
            self.galley.stretch.append(Site(box, step, most * size - width))

    def _number_gap(self, letter: str, before: LinePiece, after: LinePiece) -> float | None:
        """The gap where an emphasised number begins or ends, or inside it; None: as usual."""
        was, is_ = before.part in NUMERIC, after.part in NUMERIC
        if not was and not is_:
            return None
        if not (was and before.group in self.large) and not (is_ and after.group in self.large):
            return None
        if was and is_ and before.group == after.group:
            return 0.0
        if not self.style.number_gap:
            return None
        beside = self.last if is_ else letter
        return 0.0 if beside in _NO_GAP_BESIDE else self.style.number_gap * self.style.size

    def _hold_together(self) -> None:
        """Forbid the breaks inside what holds together, or set their price."""
        galley = self.galley
        starts, may_break, prices = galley.starts, galley.may_break, galley.prices
        for start, end, price in self._kept():
            low, high = bisect_left(starts, start + 1), bisect_left(starts, end)
            for box in range(low, min(high, len(may_break))):
                if price == inf:
                    may_break[box] = 0
                elif may_break[box]:
                    prices[box] = max(price, prices.get(box, 0.0))
        for box in [box for box in prices if not may_break[box]]:
            del prices[box]

    def _kept(self) -> Iterator[Glue]:
        style = self.style
        yield from glue(self.text, units=style.keep_number_unit, dates=style.keep_dates)
        if self.house.unbroken is not None:
            for match in self.house.unbroken.finditer(self.text):
                yield Glue(*match.span())
        for _, pieces in groupby(self.pieces, key=_group_of):
            own = [*pieces]
            if own[0].group:
                # An emphasised number is one thing too, but a narrow column may have to part it.
                is_number = all(one.part in NUMERIC and not one.kept for one in own)
                may_part = is_number and style.keep_number_unit != "forbid"
                price = BEFORE_A_UNIT if may_part else inf
                yield Glue(own[0].start, own[-1].end, price)


def _group_of(piece: LinePiece) -> int:
    return piece.group


SPACE_IN_NUMBER = 0.16
"""Between large digits and a smaller unit (3.4 billion), in em of the digits."""
_NO_GAP_BESIDE = MARKS | frozenset("jzabfprt")
"""Marks have their own blank, Latin stops and brackets stand close, % and ￥ are the number's."""
_DESIGNATION = late(rf"-\d+(?![\d.]*\s?[{PERCENT_SIGNS}万亿])(?!\d*\.\d)")
"""歼-20 is one name with a hyphen; -20℃ is a number with its sign."""


def _rows(word: str, case: Case, *, is_number: bool) -> Iterator[tuple[Case, Shaped]]:
    """A Latin word's rows of glyphs, each with the case that sets it."""
    has_face = case.figures_chain[0] is not case.latin_chain[0]
    if _DRAWN_SMALL.search(word) is None:
        for part, is_figures in told_apart(word, has_face=has_face, is_number=is_number):
            for shaped in case.word(part, is_figures=is_figures):
                yield case, shaped
        return
    # Late: few words have ⁶ or ⅓.
    from infographic.text.superiors import rows_of

    for part, is_figures in told_apart(word, has_face=has_face, is_number=is_number):
        yield from rows_of(part, case, is_figures=is_figures)


_DRAWN_SMALL = late("[⁰-₎²³¹¼-¾⅐-⅞∶]")
