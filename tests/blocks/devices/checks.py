"""What holds of every device's drawing: words inside the frame, and none on another."""

from __future__ import annotations

from itertools import combinations

from drawing import words_on

from infographic.composed import ComposedPage
from infographic.display.items import TextLine
from infographic.foundation.geometry import Rect

CAP, FOOT = 0.7, 0.0
"""Of a line's ink that may not touch another's, in em of its largest type: as digits stand."""


def word_boxes(made: ComposedPage) -> list[tuple[str, Rect]]:
    """Every line of type, and the box of its digits' height."""
    found = []
    for at, item, _ in words_on(made.page):
        assert isinstance(item, TextLine)
        size = max((run.size for _, run in item.runs), default=0.0)
        found.append((item.text, Rect(at.x, at.y - CAP * size, item.width, (CAP + FOOT) * size)))
    return found


def words_are_apart(made: ComposedPage, width: float, slack: float = 0.05) -> None:
    """No line of type on another, and none beyond the page's sides."""
    boxes = word_boxes(made)
    for text, box in boxes:
        assert box.x >= -slack, f"{text!r} begins at {box.x:.2f}"
        assert box.right <= width + slack, f"{text!r} ends at {box.right:.2f} of {width}"
    for (one, first), (other, second) in combinations(boxes, 2):
        assert not first.meets(second, slack), f"{one!r} and {other!r} stand on each other"
