"""A font face, opened once and asked through HarfBuzz.

fontTools would cost 100 ms to answer what HarfBuzz answers at once (coverage, advances,
extents), so it stays out of this path; it reads names for `infographic fonts` and builds the
shipped subsets.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

import uharfbuzz as hb

from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import FontError as FontError
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.files import shipped
from infographic.foundation.limits import FONTS, most
from infographic.foundation.memo import Memo
from infographic.foundation.record import record
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say

Axes = tuple[tuple[str, float], ...]
Outline = tuple[tuple[str, tuple[float, ...]], ...]


class Box(NamedTuple):
    """The ink of a glyph, in em, y upwards from the baseline."""

    left: float
    bottom: float
    right: float
    top: float


BLANK = Box(0.0, 0.0, 0.0, 0.0)
"""Of a space."""


class Metrics(NamedTuple):
    """Vertical measures in em, all positive."""

    ascender: float
    descender: float
    cap_height: float


class FaceGuard(Protocol):
    """What watches over a user's face (`sfnt.guard`, which no page of shipped faces imports)."""

    @property
    def size(self) -> int: ...
    def must_draw(self, glyphs: Iterable[int]) -> None: ...
    def must_set(self, text: str, infos: Sequence[Any], positions: Sequence[Any]) -> None: ...
    def too_many(self, text: str) -> FontError: ...


@record(eq=False)
class Face:
    """One face of a font file. Open it with `open_face`, which gives the same face twice, as long
    as fewer than 256 others were opened between.

    Two faces are equal only if they are the same object; `key` is stable between runs. A copy is
    the face itself; sent to another process, it is opened there from the same file.
    """

    key: str
    """The file's name, and index and axes where they matter: “noto.ttc#2;wght=600”."""
    path: Path
    index: int
    axes: Axes
    name: str
    """The PostScript name."""
    upem: int
    metrics: Metrics
    is_cff: bool
    hb_face: hb.Face
    hb_font: hb.Font
    guard: FaceGuard | None
    """Of a user's face: looks at glyphs before they are drawn."""
    doubtful: tuple[str, ...]
    """The tables of a user's face that are not what its file says, by their checksums."""
    _glyphs: dict[str, int]
    _boxes: dict[int, Box]
    _advances: dict[int, float]
    _outlines: dict[int, Outline]

    @property
    def size(self) -> int:
        """Bytes of its file that are held; 0 of a shipped face, whose file is mapped."""
        return 0 if self.guard is None else self.guard.size

    def glyph_of(self, character: str) -> int:
        """The glyph for one character; 0 where the face has none."""
        glyph = self._glyphs.get(character)
        if glyph is None:
            glyph = self.hb_font.get_nominal_glyph(ord(character)) or 0
            self._glyphs[character] = glyph
        return glyph

    def covers(self, character: str) -> bool:
        return self.glyph_of(character) != 0

    def covers_all(self, characters: Iterable[str]) -> bool:
        """Whether it has a glyph for each of several characters."""
        known = self._glyphs
        for character in characters:
            glyph = known[character] if character in known else self.glyph_of(character)
            if glyph == 0:
                return False
        return True

    @property
    def keeps_case(self) -> bool:
        """Whether its small letters are others than its capitals, as in a face of capitals only
        they are not."""
        small, capital = ([self.box_of(self.glyph_of(one)) for one in row] for row in ("xi", "XI"))
        # Where all are alike, the face draws no letters: blocks, bars.
        return small != capital or small[0] == small[1]

    def advance_of(self, glyph: int) -> float:
        """Pen movement after a glyph, in em."""
        advance = self._advances.get(glyph)
        if advance is None:
            advance = self.hb_font.get_glyph_h_advance(glyph) / self.upem
            self._advances[glyph] = advance
        return advance

    def box_of(self, glyph: int) -> Box:
        """The ink box of a glyph, in em; all zero for a space."""
        box = self._boxes.get(glyph)
        if box is None:
            self.must_draw((glyph,))
            extents = self.hb_font.get_glyph_extents(glyph)
            if extents is None or extents.width == 0:
                box = BLANK
            else:
                left, top = extents.x_bearing / self.upem, extents.y_bearing / self.upem
                box = Box(
                    left,
                    top + extents.height / self.upem,
                    left + extents.width / self.upem,
                    top,
                )
            self._boxes[glyph] = box
        return box

    def boxes_of(self, glyphs: Sequence[int]) -> list[Box]:
        """The ink boxes of several glyphs."""
        try:
            return list(map(self._boxes.__getitem__, glyphs))
        except KeyError:
            return [self.box_of(glyph) for glyph in glyphs]

    def outline_of(self, glyph: int) -> Outline:
        """A glyph's outline in em, y upwards: (“M”, (x, y)), “L”, “C” and “Z” segments."""
        outline = self._outlines.get(glyph)
        if outline is None:
            self.must_draw((glyph,))
            pen = OutlinePen(self.upem)
            self.hb_font.draw_glyph_with_pen(glyph, pen)
            outline = self._outlines[glyph] = tuple(pen.segments)
        return outline

    def must_draw(self, glyphs: Iterable[int]) -> None:
        """Raises `SpecError` for the first of some glyphs that the file cannot draw whole."""
        if self.guard is not None:
            try:
                self.guard.must_draw(glyphs)
            except FontError as error:
                raise self.broken(error) from error

    def shape(self, text: str, buffer: hb.Buffer, features: dict[str, bool]) -> None:
        """Make glyphs of a buffer with a text. Raises `SpecError` where the file's rules make what
        cannot be set of it."""
        try:
            hb.shape(self.hb_font, buffer, features)
            if self.guard is not None:
                self.guard.must_set(text, buffer.glyph_infos, buffer.glyph_positions)
        except FontError as error:
            raise self.broken(error) from error
        except MemoryError as error:
            # HarfBuzz has a bound of its own, of 64 glyphs a character and some thousands.
            if self.guard is None:
                raise
            raise self.broken(self.guard.too_many(text)) from error

    def broken(self, error: FontError) -> SpecError:
        """What is found broken in the face's file when it is used, said of the file."""
        return SpecError([error.at(Origin(Source(self.path.as_posix())))])

    def __repr__(self) -> str:
        return f"Face({self.key})"

    def __reduce__(self) -> tuple[object, ...]:
        return _face_again, (self.path, self.path.absolute(), self.index, self.axes)


def _face_again(path: Path, whole: Path, index: int, axes: Axes) -> Face:
    """The face that was sent: by `path` as it was opened, unless that leads elsewhere from here."""
    return open_face(path if path.absolute() == whole else whole, index, axes)


class OutlinePen:
    """Gathers what HarfBuzz or fontTools draws, in em, quadratic curves raised to cubic ones (PDF
    has no others)."""

    def __init__(self, upem: int) -> None:
        self.upem = upem
        self.segments: list[tuple[str, tuple[float, ...]]] = []
        self.at = (0.0, 0.0)

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 (fontTools' pen protocol)
        self._add("M", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._add("L", point)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("C", *points)

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        control, end = points
        (x0, y0), (x, y), (x1, y1) = self.at, control, end
        self._add(
            "C",
            (x0 + (x - x0) * 2 / 3, y0 + (y - y0) * 2 / 3),
            (x1 + (x - x1) * 2 / 3, y1 + (y - y1) * 2 / 3),
            end,
        )

    def closePath(self) -> None:  # noqa: N802
        self.segments.append(("Z", ()))

    def _add(self, kind: str, *points: tuple[float, float]) -> None:
        self.at = points[-1]
        self.segments.append((kind, tuple(v / self.upem for point in points for v in point)))


def open_face(path: Path, index: int = 0, axes: Axes = ()) -> Face:
    """Open a TrueType, OpenType/CFF or collection face; variable axes are set to `axes`.

    A face that does not travel with the program is looked at first (`foundation/sfnt`), and is
    made of what was read then, whatever becomes of its file. Raises `FontError` for a file that is
    missing, broken, a bitmap font, an index outside the collection, an unknown axis, or an OS/2
    fsType that forbids embedding (OpenType spec, OS/2).
    """
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise FontError(say("font-missing/file", path=path)) from error
    # Under other limits it may be refused.
    key = path, index, axes, status.st_mtime_ns, status.st_size, (*map(most, FONTS),)
    return _open_faces.made(key, lambda: _opened(path, index, axes))


_open_faces: Memo[Face] = Memo("", 256_000_000, lambda face: 1_000_000 + face.size)


def _opened(path: Path, index: int, axes: Axes) -> Face:
    own = _shipped(path, index) if path.parent == shipped("fonts") else _looked_at(path, index)
    face = own.face
    font = hb.Font(face)
    if axes:
        _set_axes(path, face, font, axes)
    os2 = bytes(face.reference_table("OS/2").data or b"")
    _must_be_embeddable(path, os2)
    # A collection's faces share one file, so the index belongs to the key; so do the axes.
    key = path.name + (f"#{index}" if index else "")
    key += "".join(f";{tag}={value:g}" for tag, value in axes)
    return Face(
        key=key,
        path=path,
        index=index,
        axes=axes,
        name=_postscript_name(face, path, axes),
        upem=face.upem,
        metrics=_metrics(face, font, os2),
        is_cff="glyf" not in face.table_tags,
        hb_face=face,
        hb_font=font,
        guard=own.guarded(font) if own.guarded else None,
        doubtful=own.doubtful,
        _glyphs={},
        _boxes={},
        _advances={},
        _outlines={},
    )


class _Read(NamedTuple):
    """A face as it came from its file."""

    face: hb.Face
    guarded: Callable[[hb.Font], FaceGuard] | None = None
    doubtful: tuple[str, ...] = ()


def _shipped(path: Path, index: int) -> _Read:
    """A face that travels with the program, which is known to be in order."""
    try:
        return _Read(hb.Face(hb.Blob.from_file_path(str(path)), index))
    except (OSError, hb.HarfBuzzError) as error:
        raise FontError(say("font-missing/file", path=path)) from error


def _looked_at(path: Path, index: int) -> _Read:
    """A user's face, which is made of what was looked at, whatever becomes of its file."""
    # Late: most pages have shipped faces alone.
    from infographic.foundation.sfnt.check import looked_at
    from infographic.foundation.sfnt.checksums import doubtful_tables
    from infographic.foundation.sfnt.guard import guard_of
    from infographic.foundation.sfnt.tables import read_tables

    tables = read_tables(path, index)
    outlines = looked_at(tables)
    face = hb.Face(hb.Blob(tables.data))
    doubtful = doubtful_tables(tables, face)
    return _Read(face, lambda font: guard_of(tables, outlines, font), doubtful)


def _set_axes(path: Path, face: hb.Face, font: hb.Font, axes: Axes) -> None:
    known = {info.tag: info for info in face.axis_infos} if face.has_var_data else {}
    for tag, value in axes:
        if tag not in known:
            if not known:
                raise FontError(say("font-axis/static", file=path.name, axis=tag))
            raise FontError(say("font-axis/unknown", file=path.name, axis=tag, known=(*known,)))
        low, high = known[tag].min_value, known[tag].max_value
        if not low <= value <= high:
            raise FontError(
                say("font-axis/range", file=path.name, axis=tag, value=value, low=low, high=high)
            )
    font.set_variations(dict(axes))


def _must_be_embeddable(path: Path, os2: bytes) -> None:
    fs_type = struct.unpack_from(">H", os2, 8)[0] if len(os2) >= 10 else 0
    # Bits 0-3 are exclusive; 2 alone forbids embedding. Bit 9 allows bitmaps only.
    if (fs_type & 0x000F) == 0x0002 or fs_type & 0x0200:
        raise FontError(say("font-unembeddable/file", file=path.name, fs_type=fs_type))


MOST_NAME = 120
"""Characters: a PDF's names have 127 (ISO 32000-1, C.2), the tag of a subset among them."""


def _postscript_name(face: hb.Face, path: Path, axes: Axes) -> str:
    name = face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or path.stem
    name += "".join(f"-{tag}{value:g}" for tag, value in axes)
    name = "".join(c for c in name if 33 <= ord(c) < 127 and c not in "[](){}<>/%")
    return name[:MOST_NAME] or "Font"


def _metrics(face: hb.Face, font: hb.Font, os2: bytes) -> Metrics:
    upem = face.upem
    cap = 0.7
    if len(os2) >= 90 and struct.unpack_from(">H", os2, 0)[0] >= 2:
        cap = struct.unpack_from(">h", os2, 88)[0] / upem
    han = font.get_nominal_glyph(ord("国")) or 0
    if han and len(os2) >= 72:
        # The em box of an ideographic face: its typographic ascender and descender.
        up, down = (value / upem for value in struct.unpack_from(">hh", os2, 68))
        if abs(up - down - 1.0) < 0.02 and 0 <= up <= 1.02:
            return Metrics(up, -down, cap or 0.7)
        return Metrics(0.88, 0.12, cap or 0.7)
    # A Latin face: one em with the capitals in its middle, so that figures beside Han sit level.
    cap = cap or 0.7
    return Metrics((1 + cap) / 2, (1 - cap) / 2, cap)


@lru_cache(maxsize=256)
def weight_of(face: Face) -> float:
    """How heavy a face says it is, from 1 to 1000: 400 regular, 700 bold."""
    axes = dict(face.axes)
    if "wght" in axes:
        return axes["wght"]
    os2 = bytes(face.hb_face.reference_table("OS/2").data or b"")
    return float(struct.unpack_from(">H", os2, 4)[0]) if len(os2) >= 6 else 400.0
