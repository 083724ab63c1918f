"""Labels on a proof: each finds a place beside its frame, off the words and off one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from infographic.foundation.files import shipped
from infographic.foundation.geometry import Rect, Size
from infographic.foundation.record import field, record

if TYPE_CHECKING:
    from PIL import ImageDraw, ImageFont

PAPER = "#ffffff"
ON_LABEL, ON_WORDS, OFF_PAGE = 20.0, 1.0, 50.0
"""What a place costs by the area it takes from a label, from words, from outside the picture."""
LATER = 0.02
"""What each place costs over the one before it, by the label's own area."""


@record(frozen=False)
class Labels:
    """The labels of one picture, in pixels; those placed so far keep the next ones away."""

    draw: ImageDraw.ImageDraw
    picture: Size
    words: Sequence[Rect]
    """Lines of type that had better be seen."""
    taken: list[Rect] = field(default_factory=list)

    def put(self, text: str, beside: Rect, ink: str, size: int, at_foot: bool = False) -> Rect:
        """Draw a label on its colour; where it stands."""
        font = face(size)
        pad = max(round(size * 0.3), 2)
        wanted = Size(font.getlength(text) + 2 * pad, size + 2 * pad - size // 4)
        near = [box for box in self.words if _meet(box, beside.grown(wanted.height * 2))]
        places = list(_places(beside, wanted, at_foot))
        area = wanted.width * wanted.height
        costs = [
            self._cost(place, near) + number * LATER * area for number, place in enumerate(places)
        ]
        place = places[costs.index(min(costs))]
        self.taken.append(place)
        self.draw.rectangle((place.x, place.y, place.right, place.bottom), fill=ink)
        self.draw.text(
            (place.x + pad, place.y + place.height / 2), text, font=font, fill=PAPER, anchor="lm"
        )
        return place

    def _cost(self, place: Rect, words: Sequence[Rect]) -> float:
        outside = place.width * place.height - _shared(place, Rect(0, 0, *self.picture))
        return (
            ON_LABEL * sum(_shared(place, other) for other in self.taken)
            + ON_WORDS * sum(_shared(place, word) for word in words)
            + OFF_PAGE * outside
        )


def _places(beside: Rect, size: Size, at_foot: bool) -> Iterator[Rect]:
    """Where a label may stand, the best first: outside a corner, then inside, then along."""
    left, right = beside.x, beside.right - size.width
    above, top = beside.y - size.height, beside.y
    # Below the outline, which stands on the last pixel.
    below, foot = beside.bottom + 1, beside.bottom - size.height
    rows = (below, foot, above, top) if at_foot else (above, top, below, foot)
    columns = (right, left) if at_foot else (left, right)
    for y in rows:
        for x in columns:
            yield Rect(x, y, *size)
    for step in range(1, 4):
        for x in (left + (right - left) * step / 4, left + size.width * step):
            yield Rect(x, rows[0], *size)
    for step in range(1, 5):
        yield Rect(columns[0], rows[0] + step * size.height * (1 if at_foot else -1), *size)


def _meet(one: Rect, other: Rect) -> bool:
    return (
        one.x < other.right
        and other.x < one.right
        and one.y < other.bottom
        and other.y < one.bottom
    )


def _shared(one: Rect, other: Rect) -> float:
    """The area that two boxes share.

    >>> _shared(Rect(0, 0, 4, 4), Rect(2, 3, 9, 9))
    2
    """
    if not _meet(one, other):
        return 0.0
    width = min(one.right, other.right) - max(one.x, other.x)
    return width * (min(one.bottom, other.bottom) - max(one.y, other.y))


def face(size: int) -> ImageFont.FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(str(shipped("fonts") / "noto-sans-sc-bold.ttf"), size)
