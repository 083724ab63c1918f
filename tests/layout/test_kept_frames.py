"""A frame is kept by all that its block sees: whatever differs in its room lays it out anew."""

from __future__ import annotations

from typing import Any

import pytest

from infographic.foundation.color import BLACK
from infographic.foundation.geometry import Size
from infographic.foundation.record import names_of, record, replaced
from infographic.layout.block import Frame, Givens, PageTokens, Region, SmallestType, lay_out
from infographic.text.copy import Copy, Span

TOKENS = PageTokens({}, {}, "pt", 500)
OTHERS: dict[str, Any] = {
    "grid": 12.0, "smallest": SmallestType(6.0), "shared": {"numbers": 0.9}, "yielding": 0.5,
    "cut": Copy((Span("国"),)), "colors": {"ink": BLACK}, "figures": 0.9, "spacing": 0.9,
    "numbers": 1.1, "spread": True, "trial": True, "tokens": TOKENS, "language": "en",
    "dateline": "2026", "counted": False, "on_screen": True,
}  # fmt: skip


@record(eq=False)
class Counting:
    """A block that notes each room it was laid out in."""

    rooms: list[Region]

    def lay_out(self, region: Region) -> Frame:
        self.rooms.append(region)
        return Frame(Size(region.width, 0))


def laid(first: Region, second: Region) -> int:
    block = Counting([])
    for region in (first, second, first, second):
        assert lay_out(block, region).size.width == region.width
    return len(block.rooms)


@pytest.mark.parametrize("name", names_of(Givens))
def test_whatever_is_given_elsewhere_is_another_room(name: str) -> None:
    given = Givens()
    other = replaced(given, **{name: OTHERS[name]})
    assert laid(Region(100, givens=given), Region(100, givens=other)) == 2


@pytest.mark.parametrize("name", PageTokens._fields)
def test_whatever_a_layout_has_otherwise_is_another_room(name: str) -> None:
    values = {"styles": {}, "colors": {}, "unit": "px", "width": 600.0, "paper": BLACK}
    other = TOKENS._replace(**{name: values[name]})
    given = Givens(tokens=TOKENS)
    rooms = [Region(100, givens=one) for one in (given, replaced(given, tokens=other))]
    assert laid(*rooms) == 2


@pytest.mark.parametrize("name", [name for name in names_of(Region) if name != "givens"])
def test_every_measure_of_a_room_counts(name: str) -> None:
    values = {"width": 90.0, "height": 50.0, "y": 3.0, "contour": ((0.0, 0.0), (1.0, 1.0))}
    region = Region(100)
    assert laid(region, replaced(region, **{name: values[name]})) == 2


def test_givens_that_are_equal_are_the_same_room() -> None:
    given = Givens(grid=12)
    assert laid(Region(100, givens=given), Region(100, givens=replaced(given))) == 1
