"""Figures set by themselves: told into their parts, in digits of even width.

For charts and tables: a figure at a mark, a column of figures.
"""

from __future__ import annotations

from functools import lru_cache

from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.font import Face
from infographic.foundation.record import replaced
from infographic.text.copy import Copy, Span
from infographic.text.marked_numbers import read_marked
from infographic.text.numerals import noun_in
from infographic.text.shaping import Features, read_features, shape
from infographic.text.style import CharStyle, Part, TextStyle

TABULAR, PROPORTIONAL = "tnum", "pnum"


def figure_of(words: str, origin: Origin = BUILT_IN) -> Copy:
    """A number's words as one unbreakable group, in the parts that a style sets each by itself;
    words that are no number as they are.

    >>> [(str(span.part), span.text) for span in figure_of("约-3.5万名").spans]
    [('qualifier', '约'), ('digits', '−3.5'), ('unit', '万名')]
    >>> [(str(span.part), span.text) for span in figure_of("—").spans]
    [('plain', '—')]
    """
    read = read_marked(words)
    if read is None or not read.is_understood:
        return Copy((Span(words),), origin)
    spans = tuple(
        Span(text.replace("-", "−") if part is Part.DIGITS and text[0] == "-" else text, part, 1)
        for part, text in read.pieces
    )
    return Copy(spans, origin)


def parted_from_its_noun(unit: str) -> tuple[str, str]:
    """A unit's measure word, which stays with the number, and the noun that goes to its label.

    >>> parted_from_its_noun("万名党员"), parted_from_its_noun("亿元")
    (('万名', '党员'), ('亿元', ''))
    """
    noun = noun_in(unit)
    return unit.removesuffix(noun), noun


def tabular(style: TextStyle) -> TextStyle:
    """The style with digits of even width where its faces have such: for columns of figures.

    Whether they come out even says `uneven`.
    """

    def even(one: CharStyle) -> CharStyle:
        others = tuple(name for name in one.features if name not in (TABULAR, PROPORTIONAL))
        return replaced(one, features=(*others, TABULAR))

    parts = tuple((part, even(own)) for part, own in style.parts)
    return replaced(style, plain=even(style.plain), parts=parts)


def uneven(style: TextStyle) -> Face | None:
    """The face whose digits, as a style sets them, differ in width, so that figures under one
    another do not stand in columns; None where they do.
    """
    digits = style.of(Part.DIGITS)
    features = read_features(digits.features, digits.tracking)
    face = next((one for one in digits.fonts.figures if one.covers("0")), None)
    return None if face is None or has_even_digits(face, features) else face


@lru_cache(maxsize=256)
def has_even_digits(face: Face, features: Features = ()) -> bool:
    """Whether all digits of a face are as wide as one another, as they are set.

    By nature: Bebas Neue, Noto Sans SC; with the features (("tnum", True),): Barlow Condensed.
    Noto Serif SC has others for Chinese, which differ in width, than for Latin text (`locl`): as
    they are set here its digits are even.
    """
    widths = {shape(face, digit, features, "en", "Latn").advance for digit in "0123456789"}
    return max(widths) - min(widths) < EVEN


EVEN = 0.002
"""Widths that differ by less, in em, are even: 0.02 pt in type of 10 pt."""
