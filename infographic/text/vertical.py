"""Type cases for columns: what stands upright, what lies, and where in its cell the ink goes.

A column is a line with its axes swapped: places run down from its head, and what lies across runs
right from its centre line. A glyph with a vertical form in its face (`vert`) stands in it; what
UAX #50 rotates and the face does not turn, we turn. Places come from the em box and from ink,
never from vertical metrics, so that a face without them is set alike.
"""

from __future__ import annotations

from functools import lru_cache

import uharfbuzz as hb

from infographic.foundation.font import Box, Face
from infographic.foundation.late_pattern import late
from infographic.foundation.record import field, record, replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.text import shaping
from infographic.text.shaping import TOLERANCE, Case, Features, GlyphCell, Shaped, shape
from infographic.text.style import ColumnRules

CORNERS = {"“": "『", "”": "』", "‘": "「", "’": "」"}
"""The quotes of a column on the mainland (GB/T 15834, 5.2.3)."""
FIXED = "：；？！"
"""Upright, one em each, never trimmed nor closed up (CLREQ; UAX #50 would turn ： and ；)."""
PAUSES = "，。、．"
"""At the upper right of their cells (5.2.1)."""
MARKS = "ociemsn"
"""The classes that have a place of their own in a cell."""
DRAWN_AS = {"m": "·", "s": "/"}
"""Whatever dot or solidus was typed."""
FILLED = 0.96
"""How much of its cell a number set across may fill, in em."""

# UAX #50, revision 17: what lies (R, Tr) of all that a column sets in cells. ： ； are left out.
_TURNED = late(
    "[^\u00a7\u00a9\u00ae\u00b1\u00bc-\u00be\u00d7\u00f7\u1100-\u11ff\u2016-\uffff\U00010000-"
    "\U0010ffff]"
    "|[\u2017-\u201f\u2022-\u202f\u2032-\u203a\u203d-\u2041\u2043-\u2046\u204a-\u2050\u2052-\u205f"
    "\u20a0-\u20cf\u2190-\u221d\u221f-\u2233\u2236-\u22ff\u2308-\u230b\u2320-\u2323\u2329\u232a"
    "\u232c-\u237c\u239b-\u23bd\u23ce\u23d0\u23dc-\u23e1\u2423\u2500-\u259f\u261a-\u261f"
    "\u2768-\u2775\u2794-\u2b11\u2b30-\u2b4f\u2b5a-\u2bb7\u2c00-\u2e7f\u3008-\u3011\u3014-\u301f"
    "\u3030\u30a0\u30fc\ufe58-\ufe5e\ufe63-\ufe66\uff08\uff09\uff0d\uff1c-\uff1e\uff3b\uff3d\uff3f"
    "\uff5b-\uffdf\uffe3\uffe8-\uffef]"
)


def lies(character: str) -> bool:
    """Whether a symbol is turned in a column.

    >>> [c for c in "国，：％℃①★→＝（～—" if lies(c)]
    ['→', '＝', '（', '～', '—']
    """
    return _TURNED.match(character) is not None


class Across(NamedTuple):
    """How the glyphs of a cell stand to the column's centre line."""

    ys: tuple[float, ...] = ()
    """Upright: how far right of the centre line each origin is, in em; () centres advances.
    Lying: how far each baseline is moved right; () for as it is."""
    lies: bool = False
    condensed: float = 1.0


UPRIGHT, LYING = Across(), Across(lies=True)


@lru_cache(maxsize=20_000)
def vertical_glyphs(face: Face, text: str, features: Features, language: str) -> tuple[int, ...]:
    """The glyphs for text running down, `vert` among the features."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "ttb"
    buffer.script = "Hani"
    buffer.language = language
    face.shape(text, buffer, dict(features))
    return tuple(info.codepoint for info in buffer.glyph_infos)


def centre_of(face: Face) -> float:
    """From the baseline up to the middle of the em box, in em."""
    return (face.metrics.ascender - face.metrics.descender) / 2


@record(frozen=False, eq=False)
class ColumnCase(Case):
    """A type case for columns."""

    rules: ColumnRules = field(default_factory=ColumnRules)
    lies: bool = False
    """Set on the cases that only mark runs; likewise `condensed`."""
    condensed: float = 1.0
    across: dict[GlyphCell, Across] = field(default_factory=dict)
    """Cells that do not simply stand on the centre line."""
    side_by_side: dict[str, GlyphCell | None] = field(default_factory=dict)
    turned: dict[tuple[bool, float], ColumnCase] = field(default_factory=dict)

    def as_run(self, across: Across) -> ColumnCase:
        """This case, as the mark of a run that lies or is condensed."""
        if not across.lies and across.condensed == 1.0:
            return self
        key = across[1:]
        if key not in self.turned:
            self.turned[key] = ColumnCase(
                self.style, self.language, self.house, rules=self.rules,
                lies=across.lies, condensed=across.condensed, beside=self.beside,
            )  # fmt: skip
        return self.turned[key]

    def reach(self, *, is_figures: bool) -> tuple[float, float]:
        """Half the column lies right of the centre line, half left, whatever the face."""
        leading = self.style.leading or self.size
        return leading / 2, leading / 2

    def _scaled(self, size: float, rise: float) -> ColumnCase:
        # Type that lies stands on one baseline, whatever its size: `column_runs` centres em boxes.
        rise += self.style.rise - centre_of(self.latin_chain[0]) * (self.size - size)
        style = replaced(self.style, size=size, rise=rise)
        return ColumnCase(style, self.language, self.house, rules=self.rules)

    # Marks and symbols

    def _make_cell(self, text: str, letter: str) -> GlyphCell:
        if letter == "u" and len(text) > 1:
            whole = self.as_one_glyph(text)
            if whole is None:
                return GlyphCell(None, (), (), (), 1.0, letter)
            cell = GlyphCell(whole.face, whole.glyphs, (0.0,), whole.texts, 1.0, letter)
            return self._with(cell, Across((-whole.advance / 2,)))
        is_quote = text in CORNERS
        drawn = CORNERS[text] if is_quote and self.rules.quotes == "corner" else text
        if letter in DRAWN_AS:
            drawn = DRAWN_AS[letter] * len(text)
        face = shaping.first_covering(self.han_chain, drawn)
        if face is None and drawn[0] in shaping.DRAWN_INSTEAD:
            drawn = "".join(shaping.DRAWN_INSTEAD[character] for character in drawn)
            face = shaping.first_covering(self.han_chain, drawn)
        if face is None:
            self.missing.update(c for c in text if not shaping.first_covering(self.han_chain, c))
            return GlyphCell(None, (), (), (), self.house.cell.get(letter.lower(), 1.0), letter)
        flat = shape(face, drawn, self.features, self.language, "Hani")
        if drawn != text:
            flat = flat._replace(texts=(text, *[""] * (len(flat.glyphs) - 1)))
        stands = vertical_glyphs(face, drawn, self.features, self.language)
        has_form = stands != flat.glyphs and len(stands) == len(flat.glyphs)
        if is_quote and self.rules.quotes != "corner":
            has_form = False  # in Chinese faces the vertical form of “ is the one of 『
        if letter in "jz":
            return self._long(flat, stands, has_form, 2 if drawn == "⸺" else len(drawn), letter)
        if len(flat.glyphs) == 1 and letter.lower() in MARKS:
            glyph = stands[0] if has_form else flat.glyphs[0]
            return self._mark(text, flat, glyph, has_form, letter)
        if has_form:
            return GlyphCell(face, stands, (0.0,) * len(stands), flat.texts, 1.0, letter)
        if lies(text[0]):
            cell = GlyphCell(face, flat.glyphs, flat.xs, flat.texts, flat.advance, letter)
            return self._with(cell, LYING)
        cell = GlyphCell(face, flat.glyphs, (0.0,) * len(flat.glyphs), flat.texts, 1.0, letter)
        return self._with(cell, Across(tuple(x - flat.advance / 2 for x in flat.xs)))

    def _with(self, cell: GlyphCell, across: Across) -> GlyphCell:
        self.across[cell] = across
        return cell

    def _mark(self, text: str, flat: Shaped, glyph: int, has_form: bool, letter: str) -> GlyphCell:
        face, kind = flat.face, letter.lower()
        box = face.box_of(glyph)
        one = GlyphCell(face, (glyph,), (0.0,), flat.texts, 1.0, letter)
        if text in FIXED:
            one = one._replace(letter=letter.upper())
            if has_form and box.top - box.bottom >= box.right - box.left - TOLERANCE:
                return one
            box = face.box_of(flat.glyphs[0])
            one = one._replace(glyphs=flat.glyphs, xs=(self._middle(face, box),))
            return self._with(one, Across((_to_the_right(box),)))
        width = self._cell_width(text, letter)
        if text in PAUSES:
            place, ys = 0.0, tuple[float, ...]()
            if not has_form:
                # As far from the head and the right as it was from the foot and the left.
                place = box.top + box.bottom - 2 * centre_of(face)
                ys = (_to_the_right(box),)
            cell = _placed(face, one, place, width, self.house.blank.get(kind, ""))
            return self._with(cell, Across(ys))
        if kind == "m":
            cell = one._replace(xs=(self._middle(face, box, width),), width=width)
            return self._with(cell, Across((-(box.left + box.right) / 2,)))
        if has_form:
            return _placed(face, one, 0.0, width, self.house.blank.get(kind, ""))
        x, width, letter = shaping.placed(flat, letter, width, self.house)
        cell = GlyphCell(face, flat.glyphs, (x,), flat.texts, width, letter)
        is_stroke = kind in "ns"
        ys = (centre_of(face) - (box.top + box.bottom) / 2,) if is_stroke else ()
        return self._with(cell, Across(ys, lies=True))

    def _long(
        self, flat: Shaped, stands: tuple[int, ...], has_form: bool, ems: int, letter: str
    ) -> GlyphCell:
        """Dashes or dots: their stroke runs down the centre line, unbroken (5.2.2)."""
        face, count = flat.face, len(flat.glyphs)
        if not has_form:
            xs, width = shaping.joined(flat, ems, letter == "j")
            cell = GlyphCell(face, flat.glyphs, xs, flat.texts, width, letter)
            box = face.box_of(flat.glyphs[0])
            rise = centre_of(face) - (box.top + box.bottom) / 2
            return self._with(cell, Across((rise,) * count, lies=True))
        box = face.box_of(stands[0])
        height, pitch = box.top - box.bottom, ems / count
        if letter == "j" and count > 1 and height < pitch:
            pitch = height - 0.01
        first = (ems - pitch * count) / 2
        places = tuple(first + pitch * i + self._middle(face, box, pitch) for i in range(count))
        cell = GlyphCell(face, stands, places, flat.texts, float(ems), letter)
        return self._with(cell, Across((-(box.left + box.right) / 2,) * count))

    @staticmethod
    def _middle(face: Face, box: Box, cell: float = 1.0) -> float:
        """Where the em box begins so that the ink is in the middle of its cell."""
        return cell / 2 + (box.top + box.bottom) / 2 - face.metrics.ascender

    # Characters set across the column

    def set_across(self, text: str) -> GlyphCell | None:
        """A short number, or a single letter, upright in one cell; None where it cannot be."""
        if text not in self.side_by_side:
            self.side_by_side[text] = self._make_across(text)
        return self.side_by_side[text]

    def _make_across(self, text: str) -> GlyphCell | None:
        rows = self.word(text, is_figures=text.isdigit())
        if len(rows) != 1 or len(rows[0].glyphs) != len(text):
            return None
        row, count = rows[0], len(text)
        if count > 1 and row.advance > FILLED:
            # A face with figures drawn half or a third of an em wide has what is wanted.
            narrow = (*self.features, ("hwid" if count == 2 else "twid", True))
            drawn = shape(row.face, text, narrow, "en", "Latn")
            row = drawn if drawn.advance <= 1.0 and len(drawn.glyphs) == count else row
        condensed = min(1.0, FILLED / row.advance) if count > 1 and row.advance > 1.0 else 1.0
        sample = row.face.box_of(row.face.glyph_of("0" if text.isdigit() else "H"))
        place = self._middle(row.face, sample)
        cell = GlyphCell(row.face, row.glyphs, (place,) * count, row.texts, 1.0, "h")
        ys = tuple((x - row.advance / 2) * condensed for x in row.xs)
        return self._with(cell, Across(ys, condensed=condensed))

    def pair(self, text: str) -> GlyphCell:
        """？！ in one cell, side by side (GB/T 15834, 5.1.2)."""
        key = (text, "E")
        known = self.cells.get(key)
        if known is None:
            face = shaping.first_covering(self.han_chain, text)
            if face is None:
                self.missing.update(text)
                return GlyphCell(None, (), (), (), 1.0, "E")
            glyphs = shape(face, text, self.features, self.language, "Hani").glyphs
            boxes = [face.box_of(glyph) for glyph in glyphs]
            condensed = min(1.0, *(FILLED / 2 / max(b.right - b.left, 0.01) for b in boxes))
            ys = tuple(
                side - (b.left + b.right) / 2 * condensed
                for b, side in zip(boxes, (-0.25, 0.25), strict=True)
            )
            place = self._middle(face, boxes[0])
            cell = GlyphCell(face, glyphs, (place, place), tuple(text), 1.0, "E")
            known = self.cells[key] = self._with(cell, Across(ys, condensed=condensed))
        return known


def _to_the_right(box: Box) -> float:
    """Where an origin goes so that ink at the left of its cell is as far from the right."""
    return 0.5 - box.left - box.right


def _placed(face: Face, one: GlyphCell, place: float, width: float, side: str) -> GlyphCell:
    """A mark that stands, in a cell of `width`: `shaping.placed`, downwards."""
    box, letter = face.box_of(one.glyphs[0]), one.letter
    top = place + face.metrics.ascender - box.top
    bottom = place + face.metrics.ascender - box.bottom
    is_sided = shaping.stands_aside(top, bottom, side)
    if width == 1.0:
        letter = letter if is_sided or not side else letter.upper()
        return one._replace(xs=(place,), letter=letter)
    if is_sided:
        return one._replace(xs=(place - 0.5 if side == "left" else place,), width=width)
    if bottom - top <= width + TOLERANCE:
        return one._replace(xs=(place + width / 2 - (top + bottom) / 2,), width=width)
    return one._replace(xs=(place,))
