"""Lines with marks in the square font: 10 pt on 16 pt, every glyph a solid square one em wide."""

from __future__ import annotations

import io
from pathlib import Path as Path_
from typing import NamedTuple

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTCurve, LTLine
from small_pages import SQUARE, composed

from infographic.display.items import Path, TextLine
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.font import open_face
from infographic.text.interlinear import Ruby
from infographic.text.markup import read_markup
from infographic.text.paragraph import Paragraph, set_paragraph
from infographic.text.set_lines import SetLine
from infographic.text.style import CharStyle, FontStack, TextStyle

FACE = open_face(Path_(SQUARE))
STACK = FontStack((FACE,), (FACE,), (FACE,))


def style(**fields: object) -> TextStyle:
    return TextStyle("s", CharStyle(STACK, 10, leading=16), autospace=0, **fields)  # type: ignore[arg-type]


def set_marked(text: str, measure: float = 1000, **fields: object) -> Paragraph:
    copy, faults = read_markup(text, BUILT_IN)
    assert not faults
    return set_paragraph(copy, style(**fields), measure)


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def _box(x: float, y: float, values: list[float]) -> Box:
    xs, ys = values[::2], values[1::2]
    sides = (x + min(xs), y + min(ys), x + max(xs), y + max(ys))
    return Box(*(round(side, 3) + 0.0 for side in sides))


def dots(line: SetLine) -> list[Box]:
    """Each dot's box, from the line's start on its baseline."""
    found = []
    for at, item in line.drawn:
        if isinstance(item, Path) and item.fill is not None:
            values: list[float] = []
            for operator, numbers in item.segments:
                values += numbers
                if operator == "Z":
                    found.append(_box(*at, values))
                    values = []
    return found


def strokes(line: SetLine) -> list[tuple[Box, bool]]:
    """Each line's box, and whether it is wavy."""
    return [
        (_box(*at, [v for _, numbers in item.segments for v in numbers]),
         any(operator == "C" for operator, _ in item.segments))
        for at, item in line.drawn
        if isinstance(item, Path) and item.stroke is not None
    ]  # fmt: skip


class Reading(NamedTuple):
    base: str
    text: str
    left: float
    right: float
    baseline: float


def readings(line: SetLine) -> list[Reading]:
    found = []
    for at, item in line.drawn:
        if isinstance(item, Ruby):
            x = at.x + item.at.x
            found.append(
                Reading(item.base.text, item.reading.text, round(x, 3),
                        round(x + item.reading.width, 3), round(item.at.y, 3))
            )  # fmt: skip
    return found


def bases(line: SetLine) -> dict[str, float]:
    """Where each stretch of the line's own words starts."""
    places = {}
    for at, item in line.drawn:
        words = item.base if isinstance(item, Ruby) else item
        if isinstance(words, TextLine):
            places[words.text] = round(at.x, 3)
    return places


class OnPaper(NamedTuple):
    """What a PDF shows, y down from the page's top."""

    characters: list[tuple[str, Box]]
    dots: list[Box]
    lines: list[Box]


def on_paper(text: str, width: float, **styles: object) -> OnPaper:
    """The marked text set in a page and read back from its PDF."""
    own = {"based_on": "s", "leading": "16pt", **styles}
    page = composed({"type": "text", "text": text, "style": "own"}, width, styles={"own": own})
    found = OnPaper([], [], [])
    for sheet in extract_pages(io.BytesIO(page.pdf("screen")), laparams=LAParams(all_texts=True)):
        height = sheet.height
        waiting = list(sheet)
        while waiting:
            item = waiting.pop(0)
            if isinstance(item, LTChar):
                found.characters.append((item.get_text(), _flipped(item, height)))
            elif isinstance(item, LTLine):
                found.lines.append(_flipped(item, height))
            elif isinstance(item, LTCurve):
                (found.dots if item.fill else found.lines).append(_flipped(item, height))
            elif hasattr(item, "__iter__"):
                waiting += list(item)
    return found


def _flipped(item: LTChar | LTCurve, height: float) -> Box:
    return Box(item.x0, height - item.y1, item.x1, height - item.y0)
