"""The words of a page as they are looked at: each run, its datum and what it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from infographic.display.blocks import PlacedBlock
from infographic.display.emptiness import em_boxes
from infographic.display.items import GlyphRun, Group, Placed, Role, TextLine
from infographic.display.notes import ItemPath
from infographic.display.page import Page, whole
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.late_pattern import late
from infographic.foundation.record import record
from infographic.foundation.record.tuples import NamedTuple

NUMBER = late(r"[+\-−]?[0-9][0-9.,:/+\-−~–]*[%‰℃°]?")
DATUM = late(r"/(?:.*?/stats|charts|tables|events|places)/\d+|/.*")
"""The thing a pointer speaks of: a stat, a chart; of all else itself."""
NO_DATA = (
    "/headline", "/kicker", "/deck", "/lead", "/body", "/byline", "/publication", "/credits",
    "/source", "/figures", "/title",
)  # fmt: skip
"""What numbers of are words: of the head, the body, the captions and the imprint."""
HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)
HAN = late(r"[\u3400-\u9fff]")


class Around(NamedTuple):
    """What an item stands in, the outermost first."""

    groups: tuple[Group, ...] = ()
    blocks: tuple[PlacedBlock, ...] = ()

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(group.role for group in self.groups if group.role is not None)

    @property
    def kinds(self) -> frozenset[str]:
        """Of the blocks, as the catalogue names them."""
        return frozenset(block.kind for block in self.blocks)


@record
class Words:
    """A run of type on the page. Lengths are in points."""

    run: GlyphRun
    box: Rect
    """Its em box."""
    line: int
    """Which of the page's lines it is of."""
    width: float
    """Of that line."""
    origin: Origin
    around: Around

    @property
    def text(self) -> str:
        return "".join(self.run.texts).strip()

    @property
    def datum(self) -> str:
        return datum_of(self.origin.pointer)

    @property
    def is_number(self) -> bool:
        return NUMBER.fullmatch(self.text) is not None

    @property
    def is_figure(self) -> bool:
        """A number that is data: of no headline, text, caption or imprint."""
        if not self.is_number or self.origin.pointer.startswith(NO_DATA):
            return False
        return not self.around.roles & {*HEADINGS, Role.ARTIFACT}

    @property
    def height(self) -> float:
        """Of its tallest glyph above the baseline: of digits their cap height."""
        tops = (self.run.face.box_of(glyph).top for glyph in self.run.glyphs)
        return max(tops, default=0.0) * self.run.size


def datum_of(pointer: str) -> str:
    """
    >>> datum_of("/panels/1/stats/0/from"), datum_of("/charts/2/data/file"), datum_of("/lead")
    ('/panels/1/stats/0', '/charts/2', '/lead')
    """
    found = DATUM.match(pointer)
    return found.group() if found is not None else pointer


def words_of(page: Page) -> tuple[Words, ...]:
    """Every run that is not blank, in reading order."""
    found = list[Words]()
    lines = (one for one in seen(page) if isinstance(one[0].item, TextLine))
    for number, (placed, around) in enumerate(lines):
        assert isinstance(placed.item, TextLine)
        shown = [run for _, run in placed.item.runs if "".join(run.texts).strip()]
        for run, box in zip(shown, em_boxes(placed), strict=True):
            found.append(Words(run, box, number, placed.item.width, placed.origin, around))
    return tuple(found)


def seen(page: Page) -> Iterator[tuple[Placed, Around]]:
    """Every item with its place on the page and what it stands in; groups before what they hold."""
    top = whole(page)
    return _seen(page.items, Point(0, 0), (), Around(), top.inner())


def _seen(
    items: Sequence[Placed],
    at: Point,
    way: ItemPath,
    around: Around,
    inner: Mapping[ItemPath, PlacedBlock],
) -> Iterator[tuple[Placed, Around]]:
    for number, placed in enumerate(items):
        path, within, blocks = (*way, number), around, inner
        # A block may be the first item of another: each leads one further in.
        while (block := blocks.get(path)) is not None:
            within = Around(within.groups, (*within.blocks, block))
            path, blocks = (path[-1] - block.path[-1],), block.inner()
        here = Placed(placed.at.moved(*at), placed.item, placed.origin)
        yield here, within
        if isinstance(placed.item, Group):
            within = Around((*within.groups, placed.item), within.blocks)
            yield from _seen(placed.item.items, here.at, path, within, blocks)
