"""What stands outside the bleed, for the press and the bindery: marks, colour bar, slug.

As items like the page's own, placed from the trim's top-left corner; backends draw them after it.
Marks are in registration colour, so that every plate has them.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path as FilePath

from infographic.display.items import (
    GlyphRun,
    Group,
    Path,
    Placed,
    Segment,
    Stroke,
    TextLine,
)
from infographic.display.page import Page
from infographic.foundation.color import (
    PROCESS_INKS,
    REGISTRATION,
    Color,
    Spot,
    grey,
)
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.files import shipped
from infographic.foundation.font import Face, FontError, open_face
from infographic.foundation.geometry import Point, Rect, Size
from infographic.press.profile import PressProfile

MM = 72 / 25.4
GAP = 1 * MM
"""Between the bleed's edge and the marks."""
LENGTH = 5 * MM
"""Of a crop mark, and a register mark's width."""
MARGIN = 12 * MM
"""Room outside the bleed."""
LINE = Stroke(REGISTRATION, 0.25)
PATCH = 5 * MM
SMALLEST_PATCH = 1.5 * MM
SLUG_SIZE = 6.5
WATERMARK_SIZE = 16.0
SLUG_FACE = "noto-sans-sc-regular.ttf"

PATCHES = (
    *((1.0, 0, 0, 0), (0, 1.0, 0, 0), (0, 0, 1.0, 0), (0, 0, 0, 1.0)),
    *((0.5, 0, 0, 0), (0, 0.5, 0, 0), (0, 0, 0.5, 0), (0, 0, 0, 0.5)),
    # Two solids for trapping, and a grey of three inks: it shows a cast before anything else.
    *((1.0, 1.0, 0, 0), (0, 1.0, 1.0, 0), (1.0, 0, 1.0, 0), (0.4, 0.3, 0.3, 0)),
)


def margin_of(press: PressProfile) -> float:
    """The room outside the bleed that the profile's marks need, in points."""
    wants = press.marks or press.color_bar or press.slug or press.watermark
    return MARGIN if wants else 0.0


def press_marks(page: Page, press: PressProfile, made: time.struct_time) -> tuple[Placed, ...]:
    """All that stands outside the bleed of `page`, which has its bleed already."""
    area = Rect(0, 0, *page.trim).grown(page.bleed)
    items: list[Placed] = []
    if press.marks:
        items += _crop_marks(page.trim, area)
        items += _register_marks(area)
    if press.color_bar:
        items += _color_bar(page, area)
    if press.slug:
        items += _slug(page, press, made, area)
    if press.watermark:
        items += _watermark(page, press.watermark, area)
    return tuple(items)


def spots_of(page: Page) -> tuple[Spot, ...]:
    """The page's spot colours in the order of first use; registration colour is none."""
    colors = [page.paper] if page.paper else []
    _add_colors(page.items, colors)
    spots = dict.fromkeys([color.spot for color in colors if color.spot])
    return tuple(spot for spot in spots if spot != REGISTRATION.spot)


def _add_colors(items: Sequence[Placed], colors: list[Color]) -> None:
    for _, item, _ in items:
        if isinstance(item, Group):
            _add_colors(item.items, colors)
        elif isinstance(item, TextLine):
            colors += [run.color for _, run in item.runs]
        elif isinstance(item, Path):
            if item.fill is not None:
                colors.append(item.fill)
            if item.stroke is not None:
                colors.append(item.stroke.color)


# Marks


def _crop_marks(trim: Size, area: Rect) -> Iterator[Placed]:
    """Two lines at each corner, in the trim's own lines, outside the bleed."""
    near, far = GAP, GAP + LENGTH
    for x in (0.0, trim.width):
        yield _line(Point(x, area.y - near), Point(x, area.y - far))
        yield _line(Point(x, area.bottom + near), Point(x, area.bottom + far))
    for y in (0.0, trim.height):
        yield _line(Point(area.x - near, y), Point(area.x - far, y))
        yield _line(Point(area.right + near, y), Point(area.right + far, y))


def _register_marks(area: Rect) -> Iterator[Placed]:
    """A cross in a circle at the middle of each side."""
    out, half = GAP + LENGTH / 2, LENGTH / 2
    across, down = area.x + area.width / 2, area.y + area.height / 2
    for center in (
        *(Point(across, area.y - out), Point(across, area.bottom + out)),
        *(Point(area.x - out, down), Point(area.right + out, down)),
    ):
        yield _line(center.moved(-half, 0), center.moved(half, 0))
        yield _line(center.moved(0, -half), center.moved(0, half))
        yield Placed(center, Path(_circle(half * 0.6), stroke=LINE), BUILT_IN)


def _line(start: Point, end: Point) -> Placed:
    segments: tuple[Segment, ...] = (("M", (0, 0)), ("L", (end.x - start.x, end.y - start.y)))
    return Placed(start, Path(segments, stroke=LINE), BUILT_IN)


def _circle(r: float) -> tuple[Segment, ...]:
    k = r * 0.5523  # Four cubic arcs: 4/3 · tan(π/8) of the radius.
    return (
        ("M", (r, 0)),
        ("C", (r, k, k, r, 0, r)),
        ("C", (-k, r, -r, k, -r, 0)),
        ("C", (-r, -k, -k, -r, 0, -r)),
        ("C", (k, -r, r, -k, r, 0)),
        ("Z", ()),
    )


def _color_bar(page: Page, area: Rect) -> Iterator[Placed]:
    """Patches above the page, between the left crop mark and the register mark."""
    colors = [Color("patch", tuple(map(float, inks)), (0, 0, 0)) for inks in PATCHES]  # type: ignore[arg-type]
    for spot in spots_of(page):
        colors += [Color(spot.name, spot.cmyk, (0, 0, 0), spot)]
    room = page.trim.width / 2 - GAP - LENGTH
    side = min(PATCH, (room - GAP) / len(colors))
    if side < SMALLEST_PATCH:
        return
    square: tuple[Segment, ...] = (
        ("M", (0, 0)), ("L", (side, 0)), ("L", (side, side)), ("L", (0, side)), ("Z", ()),
    )  # fmt: skip
    top = area.y - GAP - side
    for number, color in enumerate(colors):
        yield Placed(Point(GAP + number * side, top), Path(square, fill=color), BUILT_IN)


# Words


def _slug(page: Page, press: PressProfile, made: time.struct_time, area: Rect) -> Iterator[Placed]:
    """Below the page: what it is, for which press, when made; each plate's name in its ink."""
    room = page.trim.width - 3 * GAP
    if press.marks:
        room = room / 2 - LENGTH
    plates = [(name, Color(name, _only(ink), (0, 0, 0))) for ink, name in enumerate(PROCESS_INKS)]
    plates += [(spot.name, Color(spot.name, spot.cmyk, (0, 0, 0), spot)) for spot in spots_of(page)]
    when = time.strftime("%Y-%m-%d %H:%M UTC", made)
    what = "  ".join(filter(None, (page.slug or page.title, press.name, when)))
    baseline = area.bottom + GAP + SLUG_SIZE
    for number, words in enumerate(([(what, REGISTRATION)], plates)):
        line = set_line(words, SLUG_SIZE, room, page)
        yield Placed(Point(2 * GAP, baseline + number * SLUG_SIZE * 1.4), line, BUILT_IN)


def _watermark(page: Page, words: str, area: Rect) -> Iterator[Placed]:
    """Above the page, in grey."""
    line = set_line([(words, grey(0.6))], WATERMARK_SIZE, page.trim.width - 2 * GAP, page)
    yield Placed(Point(GAP, area.y - 2 * GAP), line, BUILT_IN)


def _only(ink: int) -> tuple[float, float, float, float]:
    c, m, y, k = (float(ink == i) for i in range(4))
    return c, m, y, k


def set_line(words: Iterable[tuple[str, Color]], size: float, room: float, page: Page) -> TextLine:
    """Words in their colours on one line, smaller where they would not fit into `room`.

    Characters that none of the page's faces has are left out: this is no copy of the story's.
    """
    faces = _faces(page)
    runs: list[tuple[float, Face, Color, list[tuple[int, str]]]] = []
    x = 0.0
    for text, color in words:
        for character in " ".join(text.split()):
            face = next((one for one in faces if one.covers(character)), None)
            if face is None:
                continue
            if not runs or runs[-1][1] is not face or runs[-1][2] is not color:
                runs.append((x, face, color, []))
            glyph = face.glyph_of(character)
            runs[-1][3].append((glyph, character))
            x += face.advance_of(glyph)
        x += 0.6
    width = max(x - 0.6, 0.0)
    size = min(size, room / width) if width else size
    return TextLine(
        tuple((start * size, _run(face, size, color, pairs)) for start, face, color, pairs in runs),
        " ".join("".join(text for _, text in pairs) for *_, pairs in runs),
        width * size,
    )


def _run(face: Face, size: float, color: Color, pairs: list[tuple[int, str]]) -> GlyphRun:
    xs, x = [], 0.0
    for glyph, _ in pairs:
        xs.append(round(x, 6))
        x += face.advance_of(glyph)
    glyphs, texts = zip(*pairs, strict=True)
    return GlyphRun(face, size, color, glyphs, tuple(xs), texts)


def _faces(page: Page) -> list[Face]:
    """The shipped sans, then the page's own."""
    own = dict.fromkeys(
        run.face
        for placed in page.walk()
        if isinstance(placed.item, TextLine)
        for _, run in placed.item.runs
    )
    try:
        return [open_face(FilePath(shipped("fonts")) / SLUG_FACE), *own]
    except FontError:
        return list(own)
