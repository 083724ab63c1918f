"""A TIFF's first picture: whether its file holds all of it, and what its decoder will hold."""

from __future__ import annotations

from infographic.foundation import limits
from infographic.foundation.pictures.header import (
    MOST_FRAMES,
    Header,
    Parts,
    damaged,
    early,
    frames_noted,
    must_be_short,
)
from infographic.foundation.pictures.source import Source
from infographic.foundation.pictures.tiff_fields import (
    Directory,
    Field,
    directory,
    first_directory,
    whole_numbers,
)

WIDTH, LENGTH, BITS, PACKING, SAMPLES, ROWS, PLANES = 256, 257, 258, 259, 277, 278, 284
STRIPS, STRIP_BYTES, TILE_WIDTH, TILE_LENGTH, TILES, TILE_BYTES = 273, 279, 322, 323, 324, 325
KIND, PROFILE = 254, 34_675
INKS, YCBCR = 262, 6
"""What the samples are (“PhotometricInterpretation”), and one of it."""
NO_PAGE = 5
"""Of its kind: a smaller copy of another page, or a mask for one."""


def tiff_header(source: Source, name: str) -> Header:
    """Raises `PictureError` for a file that ends early, or is over a limit."""
    first = first_directory(source.at)
    if first is None:
        raise damaged(name, "it has no directory of fields")
    must_be_short(name, sum(one.size for one in first.fields.values()))
    _must_be_whole(source, first, name)
    return Header(
        "TIFF",
        profile=_profile(source, first.fields.get(PROFILE)),
        held=_tile(source, first),
        notes=frames_noted(name, _pages(source, first), "pages"),
    )


def _must_be_whole(source: Source, first: Directory, name: str) -> None:
    """Raises `PictureError` unless all strips or tiles lie in the file."""
    places, sizes = (TILES, TILE_BYTES) if TILES in first.fields else (STRIPS, STRIP_BYTES)
    found = first.fields.get(places)
    if found is None:
        raise damaged(name, "it does not say where its pixels are")
    Parts(name).spend(found.many)
    starts, counts = (
        whole_numbers(source.at, first.fields.get(tag), first.order, found.many)
        for tag in (places, sizes)
    )
    if _number(source, first, PACKING, 1) == 1:
        # Some programs count bare pixels wrong, and Pillow itself counts them anew.
        counts = _bare(source, first, len(starts))
    if found.many < _strips(source, first):
        raise early(name)
    ends = [start + count for start, count in zip(starts, counts, strict=False)]
    if not starts or max(ends, default=0) > source.size:
        raise early(name)


def _number(source: Source, one: Directory, tag: int, default: int) -> int:
    values = whole_numbers(source.at, one.fields.get(tag), one.order, 1)
    return values[0] if values else default


def _strips(source: Source, one: Directory) -> int:
    """How many strips or tiles the picture is cut into: Pillow leaves black what has none."""
    width, height = (_number(source, one, tag, 0) for tag in (WIDTH, LENGTH))
    across = _number(source, one, TILE_WIDTH, width) if TILES in one.fields else width
    down = _number(source, one, TILE_LENGTH if TILES in one.fields else ROWS, height)
    planes = _number(source, one, SAMPLES, 1) if _number(source, one, PLANES, 1) == 2 else 1
    return -(width // -max(across, 1)) * -(height // -max(down, 1)) * planes


def _bare(source: Source, one: Directory, many: int) -> tuple[int, ...]:
    """Bytes of each strip whose pixels are not packed; 0 of tiles, and of colours at half width."""
    if TILES in one.fields or _number(source, one, INKS, 0) == YCBCR:
        return (0,) * many
    width, height = (_number(source, one, tag, 0) for tag in (WIDTH, LENGTH))
    if width * height > limits.most("image-pixels"):
        # Refused for that, which says more.
        return (0,) * many
    rows = min(_number(source, one, ROWS, height), height)
    is_apart = _number(source, one, PLANES, 1) == 2
    samples = 1 if is_apart else _number(source, one, SAMPLES, 1)
    bits = width * _number(source, one, BITS, 1) * samples
    # The last strip of a picture, or of one of its inks, holds what is left.
    strips = max(-(height // -max(rows, 1)), 1)
    last = height - (strips - 1) * rows
    return tuple(-(bits // -8) * (last if (n + 1) % strips == 0 else rows) for n in range(many))


def _tile(source: Source, one: Directory) -> int:
    """Bytes of a tile, whole, of which the decoder makes room for one."""
    across, down = (_number(source, one, tag, 0) for tag in (TILE_WIDTH, TILE_LENGTH))
    return across * down * _number(source, one, SAMPLES, 1) * _number(source, one, BITS, 8) // 8


def _profile(source: Source, one: Field | None) -> bytes | None:
    if one is None:
        return None
    data = source.at(one.where, one.size)
    return data if len(data) == one.size else b""


def _pages(source: Source, first: Directory) -> int:
    """How many pictures the file has that are pages; more than `MOST_FRAMES` are not counted."""
    is_big = source.at(2, 2) in (b"\x2b\0", b"\0\x2b")
    count, one, seen = 1, first, {first.where}
    while one.next and one.next not in seen and count <= MOST_FRAMES:
        seen.add(one.next)
        following = directory(source.at, one.next, one.order, is_big=is_big)
        if following is None:
            break
        one = following
        count += not _number(source, one, KIND, 0) & NO_PAGE
        if len(seen) > MOST_FRAMES:
            break
    return count
