"""What stands on a page: lines of type, paths, pictures, and groups of them.

Everything is frozen, in points, y down from the top-left corner of the trim. Backends draw these
and decide nothing. Places inside a glyph run are in em, so that one shaping serves every size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from operator import add
from pathlib import Path as FilePath
from typing import Any, Self, TypeVar

from infographic.foundation.color import Color
from infographic.foundation.datum import Origin
from infographic.foundation.font import BLANK, Box, Face
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.record import field, record
from infographic.foundation.record.tuples import NamedTuple

T = TypeVar("T")


class _Reckoned:
    """Keeps the one thing that is reckoned of an item wherever it stands: most items of a page
    stood on the one before."""

    # Not a field: it says nothing that the others do not.
    __slots__ = ("_reckoned",)
    _reckoned: Any

    def reckoned(self, reckon: Callable[[Self], T]) -> T:
        try:
            found: T = self._reckoned
        except AttributeError:
            found = reckon(self)
            object.__setattr__(self, "_reckoned", found)
        return found


@record
class GlyphRun:
    """Glyphs of one face, size and colour that share a baseline.

    `xs[i]` is where glyph i's origin stands, in em from the run's start; `ys` its rise, in em,
    upwards, () where all are 0. `texts[i]` is the words glyph i stands for: two characters for a
    ligature, "" for a glyph that belongs to the one before it.
    """

    face: Face
    size: float
    color: Color
    glyphs: tuple[int, ...]
    xs: tuple[float, ...]
    texts: tuple[str, ...]
    ys: tuple[float, ...] = ()
    rotated: bool = False
    """In a vertical line: lying on its side, turned by a quarter clockwise."""
    condensed: float = 1.0
    """The width its glyphs are drawn at, of their own; heights stay."""
    beside: float = 0.0
    """Of type that is raised or lowered (m², CO₂): the size of what it stands beside, in points."""

    @property
    def nominal_size(self) -> float:
        """The size that type is said to be set in: CO₂ in 9 pt is 9 pt, its ₂ too."""
        return self.beside or self.size


class RunInk(NamedTuple):
    """What the glyphs of a run cover. Lengths are in points."""

    start: float
    """From the line's start."""
    run: GlyphRun
    words: str
    box: Rect | None
    """From the run's start; None where all its glyphs are blank."""
    largest: float
    """The largest size in its face and colour on its line: a % goes with its digits."""
    has_han: bool
    is_blank: bool
    """Its words are spaces."""


@record
class TextLine(_Reckoned):
    """One line of type: runs on one baseline, at x from the line's start.

    A vertical line is placed by the head of its centre line and runs down from there: its runs'
    starts, its width and its runs' `xs` are measured downwards, and `ys` are how far right of the
    centre line a glyph's origin stands. Its glyphs stand upright but in runs that are `rotated`.

    `text` is exactly what a reader copies: it ends in a space where the line was broken at one
    and in "" between Han, and holds no space where the setting made only a gap.
    """

    runs: tuple[tuple[float, GlyphRun], ...]
    text: str
    width: float
    vertical: bool = False
    spread: float = 0.0
    """By how much each gap between its characters is wider than it would like, in em."""
    short: float = 0.0
    """How much of the measure that it was to fill stands empty, in points."""

    @property
    def ink(self) -> tuple[RunInk, ...]:
        """Each run with its ink, wherever the line stands; reckoned once."""
        return self.reckoned(_inked)


FIRST_HAN = "\u2e00"


def _inked(line: TextLine) -> tuple[RunInk, ...]:
    found = []
    for start, run in line.runs:
        words = "".join(run.texts)
        largest = run.nominal_size
        for _, other in line.runs:
            if other is not run and other.face is run.face and other.color == run.color:
                largest = max(largest, other.nominal_size)
        box = ink_box(run, is_vertical=line.vertical)
        has_han = max(words, default="") >= FIRST_HAN
        found.append(RunInk(start, run, words, box, largest, has_han, not words.strip()))
    return tuple(found)


def ink_box(run: GlyphRun, *, is_vertical: bool) -> Rect | None:
    """What a run's glyphs cover, from its start; None where they are all blank."""
    size, boxes, xs = run.size, run.face.boxes_of(run.glyphs), run.xs
    if is_vertical or run.ys or run.condensed != 1:
        sides = _sides(run, boxes, is_vertical)
        if not sides[0]:
            return None
        left, right, top, bottom = min(sides[0]), max(sides[1]), min(sides[2]), max(sides[3])
    else:
        # Nearly all runs, in less than half the time.
        if BLANK in boxes:
            xs = tuple([x for x, box in zip(xs, boxes, strict=True) if box != BLANK])
            boxes = [box for box in boxes if box != BLANK]
        if not boxes:
            return None
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        left, right = min(map(add, xs, lefts)), max(map(add, xs, rights))
        top, bottom = -max(tops), -min(bottoms)
    return Rect(left * size, top * size, (right - left) * size, (bottom - top) * size)


_Sides = tuple[list[float], list[float], list[float], list[float]]


def _sides(run: GlyphRun, boxes: Sequence[Box], is_vertical: bool) -> _Sides:
    """Left, right, top and bottom of each glyph that is not blank, in em."""
    sides: _Sides = ([], [], [], [])
    rises = run.ys or (0.0,) * len(run.glyphs)
    for box, x, rise in zip(boxes, run.xs, rises, strict=True):
        if box.left == box.right:
            continue
        across = box.left * run.condensed, box.right * run.condensed
        if not is_vertical:
            one = (x + across[0], x + across[1], -rise - box.top, -rise - box.bottom)
        elif run.rotated:
            one = (rise + box.bottom, rise + box.top, x + across[0], x + across[1])
        else:
            one = (rise + across[0], rise + across[1], x - box.top, x - box.bottom)
        for side, value in zip(sides, one, strict=True):
            side.append(value)
    return sides


class Cap(StrEnum):
    """How a line ends (ISO 32000-1, 8.4.3.3); these are SVG's words too."""

    BUTT = "butt"
    ROUND = "round"
    SQUARE = "square"


class Join(StrEnum):
    """How a line turns a corner (8.4.3.4)."""

    MITER = "miter"
    ROUND = "round"
    BEVEL = "bevel"


class LineStyle(NamedTuple):
    """What a line looks like besides its colour and width."""

    cap: Cap = Cap.BUTT
    """So do the dashes end."""
    join: Join = Join.MITER
    miter_limit: float = 10.0
    """A corner whose point would be longer than so many widths of the line is bevelled."""
    dash: tuple[float, ...] = ()
    """On and off, in points; () for a whole line."""
    dash_phase: float = 0.0
    """How far into the pattern the line begins, in points."""

    def scaled(self, by: float) -> LineStyle:
        """With its dashes so many times as long."""
        if not self.dash or by == 1:
            return self
        dash = tuple(length * by for length in self.dash)
        return self._replace(dash=dash, dash_phase=self.dash_phase * by)


PLAIN_LINE = LineStyle()


@record
class Stroke:
    """A line's colour, width and style."""

    color: Color
    width: float
    dash: tuple[float, ...] = ()
    """On and off, in points; () for a whole line."""
    cap: Cap = Cap.BUTT
    join: Join = Join.MITER
    miter_limit: float = 10.0
    """A corner whose point would be longer than so many widths is bevelled (8.4.3.5)."""
    dash_phase: float = 0.0
    """How far into the pattern the line begins, in points."""

    @property
    def style(self) -> LineStyle:
        return LineStyle(self.cap, self.join, self.miter_limit, self.dash, self.dash_phase)


Segment = tuple[str, tuple[float, ...]]
"""("M", (x, y)), ("L", (x, y)), ("C", (x1, y1, x2, y2, x, y)) or ("Z", ())."""


@record
class Path(_Reckoned):
    """An outline, filled or stroked, relative to its place; the stroke lies on the fill."""

    segments: tuple[Segment, ...]
    fill: Color | None = None
    stroke: Stroke | None = None
    even_odd: bool = False
    """Whether what lies inside two of its outlines is outside, whichever way they run; else by
    non-zero winding (8.5.3.3)."""
    opacity: float = 1.0
    """Of all its ink, where it is filled or stroked and not both; under 1.0 what is below shows
    through, which PDF/X-1a does not know."""


@record
class PictureFile:
    """A picture's file: of pixels, or of outlines."""

    path: FilePath
    digest: str
    """SHA-256 of the file, the key of every cache of it."""
    width: float
    """In its own units, as it is seen; so is `height`."""
    height: float
    is_cut_out: bool = False
    """Something of it may be transparent."""
    data: bytes | None = field(default=None, compare=False, repr=False)
    """The whole file, where it was given as bytes: nothing is then read from `path`, which only
    names it."""


@record
class ImageFile(PictureFile):
    """A picture of pixels, looked into but not decoded: `foundation/pictures/door` opens it.

    Its size is in whole pixels, after its EXIF orientation is applied.
    """


@record
class Picture:
    """The part `window` of an image (in shares of its width and height) filling `size`."""

    image: ImageFile
    window: Rect
    size: Size
    inks: tuple[Color, ...] = ()
    """One or two colours in place of its own: the first draws the shadows."""


class Role(StrEnum):
    """What a group means to a reader who cannot see it (ISO 32000-1, 14.8.4)."""

    DOCUMENT = "Document"
    SECTION = "Sect"
    ARTICLE = "Art"
    HEADING_1 = "H1"
    HEADING_2 = "H2"
    HEADING_3 = "H3"
    PARAGRAPH = "P"
    CAPTION = "Caption"
    FIGURE = "Figure"
    LIST = "L"
    LIST_ITEM = "LI"
    RUBY = "Ruby"
    RUBY_BASE = "RB"
    RUBY_TEXT = "RT"
    """A reading over its base."""
    ARTIFACT = "Artifact"
    """Decoration: rules, tints; nothing to read."""


class DataTable(NamedTuple):
    """The data that a FIGURE was drawn from, as printed."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """The first cell of each names it."""
    more: str = ""
    """What is said of rows that were left out."""


@record
class Group:
    """Items that belong together, in reading order.

    A group without a role only clips or gathers. A TextLine or Picture outside every role is
    read as a paragraph; a Path outside a FIGURE is decoration.
    """

    items: tuple[Placed, ...]
    role: Role | None = None
    alt: str = ""
    """What a FIGURE shows, in words."""
    clip: Size | None = None
    """Nothing is drawn outside this rectangle from the group's place."""
    outline: Path | None = None
    """Nor outside this path's area, from there too; its colours do not matter."""
    name: str = ""
    """The block that made it, or what of it this is, for dumps."""
    data: DataTable | None = None
    """What a FIGURE was drawn from: a table for who cannot see it."""


@record
class DrawingFile(PictureFile):
    """A picture of outlines, read whole: a masthead, a logo, a drawing."""

    items: tuple[Placed, ...] = field(default=(), compare=False, repr=False)
    """In its own units, from its top left; each item's origin is its place in the file."""
    colors: tuple[Color, ...] = field(default=(), compare=False, repr=False)
    """All in it, in the order of their first use; each named as an author may write it."""


Item = TextLine | Path | Picture | Group


class Placed(NamedTuple):
    """An item and where it stands: a line by its baseline's start, all else by its top left."""

    at: Point
    item: Item
    origin: Origin
    """The datum that caused it."""


Signature = tuple[object, ...]


def signature(group: Group) -> Signature:
    """What is drawn for a group, by the identity of its lines, paths and pictures: equal for two
    groups whose origins alone differ. It holds as long as the group lives."""
    inner = [
        (x, y, signature(item) if type(item) is Group else id(item))
        for (x, y), item, _ in group.items
    ]
    return id(group.outline) if group.outline else None, group.clip, *inner


def walk(items: tuple[Placed, ...], at: Point) -> Iterator[Placed]:
    found: list[Placed] = []
    _walk(items, at, found)
    return iter(found)


# Into a list: generators inside each other would hand every item up through all groups round it.
def _walk(items: tuple[Placed, ...], at: Point, found: list[Placed]) -> None:
    left, top = at
    for place, item, origin in items:
        here = Point(place[0] + left, place[1] + top)
        found.append(Placed(here, item, origin))
        if isinstance(item, Group):
            _walk(item.items, here, found)
