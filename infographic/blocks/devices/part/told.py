"""A share in words: its figure large, its name, and the whole that it is of."""

from __future__ import annotations

from infographic.blocks.devices.part.share import Share
from infographic.display.frame import Frame, together
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.lettering import Lettering, lettered, lines_of
from infographic.graphics.look import Look, in_accent
from infographic.graphics.words import word
from infographic.layout.scaling import with_digits_of
from infographic.layout.setting import flush
from infographic.text.copy import Copy, Span
from infographic.text.numerals import format_number
from infographic.text.style import Part, TextStyle


class Told(NamedTuple):
    """A figure over its words, in a width."""

    frame: Frame
    figure: Lettering


def figure_style(look: Look, words: Copy, width: float, most: float = 0.0) -> TextStyle:
    """The main figure's style, smaller where a width wants it, no smaller than at a mark.

    `most` bounds its digits, in points.
    """
    style = look.main
    size, least = style.of(Part.DIGITS).size, look.figure.of(Part.DIGITS).size
    size = max(min(size, most or size), least)
    wide = lettered(words, with_digits_of(style, size)).width
    # Again, since a unit beside smaller digits is a larger share of them.
    while wide > width and size > least:
        size = max(size * width / wide * 0.995, least)
        wide = lettered(words, with_digits_of(style, size)).width
    return in_accent(with_digits_of(style, size), look)


def of_whole(share: Share, language: str) -> str:
    """“占2400户的75%”; "" where the figure says it."""
    if not share.of:
        return ""
    per_cent = share.low * 100
    exact = format_number(float(per_cent), decimals=1).removesuffix(".0")
    return word("of-whole", language, whole=share.of, share=exact)


def told(share: Share, look: Look, width: float, language: str, most: float = 0.0) -> Told:
    """The figure, below it its name, below that the whole."""
    style = figure_style(look, share.words, width, most)
    figure = lettered(share.words, style)
    alone = Frame(Size(figure.width, figure.height), figure.at(0, figure.rise), figure.faults)
    parts = [(Point(0, 0), flush(alone, style, look.em))]
    y = figure.rise + max(figure.foot, 0.0) + look.em * 0.45
    widest = figure.width
    whole = of_whole(share, language)
    said = [share.name] if share.name is not None else []
    if whole:
        said.append(Copy((Span(whole),), share.origin))
    for words in said:
        frame = lines_of(words, look.label, width)
        parts.append((Point(0, y), frame))
        y += frame.size.height
        widest = max(widest, frame.size.width)
    return Told(together(Size(min(widest, width), y), parts), figure)
