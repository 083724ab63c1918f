"""Records put on their sheets: pages of pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from infographic.backends.pdf.bleed import bled
from infographic.backends.pdf.outline import Bookmark
from infographic.batch.pages.grid import Grid, grid_of
from infographic.display.items import Group, Path, Placed, Role, Stroke
from infographic.display.page import Page
from infographic.foundation.calls import CALL, CallError
from infographic.foundation.color import Color, grey
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.record import record
from infographic.foundation.sayings import say
from infographic.press.imposition import SheetSpec

# Inside the sheet's trim no ink may lie on three others, so cut marks are black alone, not in
# registration colour as those of the press outside.
MARK = Stroke(grey(1.0), 0.25)


@record
class Leaf:
    """A page of the file, and what is found on it."""

    page: Page
    bookmarks: tuple[Bookmark, ...]


@record
class PagedRecord:
    """A record's pages."""

    id: str
    pages: tuple[Page, ...]
    group: str = ""
    bleed: float | None = None
    """How far its ground reaches past its edge in print; None on a screen, where nothing is cut."""


def a_page_each(records: Iterable[PagedRecord]) -> Iterator[Leaf]:
    """A page for each page of a record; its first is what its bookmark points to."""
    for one in records:
        for number, page in enumerate(one.pages):
            marks = () if number else (Bookmark(one.id, group=one.group),)
            yield Leaf(page, marks)


def on_sheets(
    records: Iterable[PagedRecord], spec: SheetSpec, *, breaks: bool = False, title: str = ""
) -> Iterator[Leaf]:
    """Records on sheets, in their order. `breaks`: another group begins another sheet. `title`:
    what the line beside a sheet's marks calls it.

    Raises `SpecError` where they do not fit, or are not all of one size.
    """
    sheet: _Sheet | None = None
    first: PagedRecord | None = None
    count = 1
    for one in records:
        if sheet is None or first is None:
            first = one
            sheet = _Sheet(grid_of(spec, one.pages[0].trim, one.pages[0].unit), spec, one)
            sheet.at = spec.start - 1
        begins = breaks and sheet.group != one.group
        for number, page in enumerate(one.pages):
            _must_be_alike(first, one, page)
            if sheet.is_full or (begins and number == 0):
                yield sheet.leaf(title, count)
                count += 1
                sheet = _Sheet(sheet.grid, spec, one)
            sheet.put(one, page, is_first=number == 0)
    if sheet is not None:
        yield sheet.leaf(title, count)


class _Sheet:
    """One sheet as it fills."""

    def __init__(self, grid: Grid, spec: SheetSpec, first: PagedRecord) -> None:
        self.grid, self.spec, self.first, self.at = grid, spec, first, 0
        self.group = first.group
        asked = first.bleed if spec.bleed is None else spec.bleed
        self.bleed = 0.0 if first.bleed is None or asked is None else asked
        self.items: list[Placed] = []
        self.bookmarks: list[Bookmark] = []

    @property
    def is_full(self) -> bool:
        return self.at >= self.grid.count

    def put(self, one: PagedRecord, page: Page, *, is_first: bool) -> None:
        self.group = one.group
        place = self.grid.place(self.at)
        reach = self.grid.reach(self.at, self.bleed)
        self.items.append(_placed(page, place, reach, self.bleed))
        if is_first:
            self.bookmarks.append(Bookmark(one.id, Point(place.x, place.y), one.group))
        self.at += 1

    def leaf(self, title: str, number: int) -> Leaf:
        marks = self.grid.cuts(self.bleed) if self.spec.marks else ()
        lines = tuple(_line(start, end) for start, end in marks)
        page = self.first.pages[0]
        items = (
            *self.items,
            *([Placed(Point(0, 0), Group(lines, Role.ARTIFACT), BUILT_IN)] if lines else ()),
        )
        title = title or page.title
        sheet = Page(
            self.grid.sheet, items, title, page.language,
            ppi=page.ppi, unit=page.unit, slug=f"{title}  {_numbered(page.language, number)}",
        )  # fmt: skip
        return Leaf(sheet, tuple(self.bookmarks))


def _numbered(language: str, number: int) -> str:
    return f"第{number}张" if language.startswith("zh") else f"sheet {number}"


def _placed(
    page: Page, place: Rect, reach: tuple[float, float, float, float], bleed: float
) -> Placed:
    """A page as an item of a sheet, cut off where its ink may reach no further."""
    top, right, bottom, left = reach
    page = bled(page, bleed)
    items = [one._replace(at=one.at.moved(left, top)) for one in page.items]
    size = Size(place.width + left + right, place.height + top + bottom)
    if page.paper is not None:
        ground = Group((_ground(size, page.paper),), Role.ARTIFACT)
        items.insert(0, Placed(Point(0, 0), ground, BUILT_IN))
    group = Group(tuple(items), Role.ARTICLE, clip=size)
    return Placed(Point(place.x - left, place.y - top), group, BUILT_IN)


def _ground(size: Size, color: Color) -> Placed:
    width, height = size
    outline = (("M", (0.0, 0.0)), ("L", (width, 0.0)), ("L", (width, height)),
               ("L", (0.0, height)), ("Z", ()))  # fmt: skip
    return Placed(Point(0, 0), Path(outline, fill=color), BUILT_IN)


def _line(start: Point, end: Point) -> Placed:
    outline = (("M", (0.0, 0.0)), ("L", (end.x - start.x, end.y - start.y)))
    return Placed(start, Path(outline, stroke=MARK), BUILT_IN)


NEAR = 0.01
"""A hundredth of a point is no other size."""


def _must_be_alike(first: PagedRecord, one: PagedRecord, page: Page) -> None:
    wanted, found = first.pages[0].trim, page.trim
    if max(abs(wanted.width - found.width), abs(wanted.height - found.height)) > NEAR:
        saying = say(
            "pages-sheet/sizes", id=one.id, width=found.width, height=found.height,
            first=first.id, wide=wanted.width, high=wanted.height,
        )  # fmt: skip
        raise CallError([Diagnostic(saying, CALL, unit=page.unit)])
