"""What is fuzzed: each a function of bytes that raises nothing but what is wrong with them."""

from __future__ import annotations

import io
import json
import struct
import sys
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stderr, suppress
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, NamedTuple

from hostile.case import TESTS, layout, stack
from hostile.cases import pictures, press_files, tables
from hostile.fuzz import grown, seeds
from infographic import check
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import MachineError, SayingError, SpecError
from infographic.foundation.geometry import Size

sys.path.insert(0, str(TESTS / "hostile_fonts"))
SQUARE = str(TESTS / "fonts" / "square.ttf")
ORIGIN = Origin(Source("story.json"))
ROOM = Size(300, 300)


class Target(NamedTuple):
    """A reader."""

    run: Callable[[bytes], None]
    """Raises what is a bug, and nothing else."""
    seeds: Callable[[], Sequence[bytes]]
    longest: int = 4_096
    """Bytes; longer inputs are for `cases`."""


# JSON and markup


def read_as_json(data: bytes) -> None:
    from infographic.loading.reading.edit import edited
    from infographic.loading.reading.source import read_json, text_of

    for relaxed in (False, True):
        with suppress(SpecError):
            text = text_of(data, "a.json")
            read_json(Source("a.json", text), relaxed=relaxed)
            edited(text, "/headline", "a")


def read_marks(data: bytes) -> None:
    from infographic.text.markup import has_marks, read_markup, unmarked

    text = data.decode("utf-8", "replace")
    read_markup(text, ORIGIN)
    unmarked(text)
    has_marks(text)


def _page(body: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    return {**layout(body, **more), "fonts": {"f": SQUARE}}


STATS = {
    "type": "stats", "stats": {"$data": "/panels/0/stats"}, "style": "s", "value_style": "s",
}  # fmt: skip
FIGURE = {"type": "figure", "figure": {"$data": "/figures/0"}, "caption_style": "s"}


def set_text(data: bytes) -> None:
    """As a headline, a paragraph and a stat of one page; with its lint and its 核数."""
    text = data.decode("utf-8", "replace")
    story = {"headline": text, "body": [text, text[::-1]], "panels": [{"stats": [text]}]}
    body = stack(
        {"type": "headline", "text": {"$data": "/headline"}, "style": "s"},
        {"type": "article", "body": {"$data": "/body"}, "style": "s"},
        STATS,
    )
    _checked(story, _page(body))


def _checked(story: Any, sheet: Any) -> None:
    with suppress(SpecError, MachineError):
        made = check(story, sheet, allow=[SQUARE])
        if made.page is not None:
            made.page.dump()
            made.page.pdf("screen")


# Whole files


def read_story(data: bytes) -> None:
    """A story as JSON, or grown by dice that fall as the bytes say, on a page that shows it."""
    from infographic.loading.reading.source import read_json

    if data[:1] != b"{":
        _checked(grown.story(grown.Bytes(data)), page_with_all())
        return
    with suppress(SpecError):
        read_json(Source("a.json", data.decode("utf-8", "replace")), relaxed=False)
    with suppress(ValueError, RecursionError):
        _checked(json.loads(data), page_with_all())


@cache
def page_with_all() -> dict[str, Any]:
    """A layout with a place for each kind of thing that a story may have."""

    def of(pointer: str, block: Mapping[str, Any]) -> dict[str, Any]:
        return {"$if": pointer, "then": dict(block)}

    return _page(
        stack(
            {"type": "headline", "text": {"$data": "/headline"}, "style": "s"},
            of("/body", {"type": "article", "body": {"$data": "/body"}, "style": "s"}),
            of("/panels/0/stats", STATS),
            of("/charts/0", {"type": "graphic", "chart": {"$data": "/charts/0"}}),
            of("/charts/1", {"type": "graphic", "chart": {"$data": "/charts/1"}}),
            of("/events", {"type": "graphic", "events": {"$data": "/events"}}),
            of("/figures/0", FIGURE),
        )
    )  # fmt: skip


def read_layout(data: bytes) -> None:
    """A layout as JSON or by dice, with a story that has some of everything."""
    if data[:1] != b"{":
        sheet: Any = grown.sheet(grown.Bytes(data))
    else:
        try:
            sheet = json.loads(data)
        except (ValueError, RecursionError):
            return
    if isinstance(sheet, dict):
        _checked(seeds.STORY, {**sheet, "fonts": {"f": SQUARE}})


def read_press(data: bytes) -> None:
    from infographic.profiles import press_profile

    with suppress(SpecError, MachineError):
        press_profile(_kept(data, "press.json"))


@cache
def _folder() -> Path:
    return Path(mkdtemp())


def _kept(data: bytes, name: str) -> Path:
    path = _folder() / name
    path.write_bytes(data)
    return path


# Assets


def use_font(data: bytes) -> None:
    """With right checksums where its tables are told at all, so that what is in them is read."""
    from font_mutations import put_together, taken_apart
    from font_use import tried

    with suppress(struct.error, OverflowError, MemoryError):
        if data[:1] != b"t":
            data = put_together(taken_apart(data))
    tried(_kept(data, "a.ttf"))


def look_into_picture(data: bytes) -> None:
    """Its head by our look, its pixels by Pillow, then drawn."""
    from infographic.foundation.pictures.door import opened
    from infographic.loading.assets.images import image_in

    with suppress(SayingError, MachineError):
        found = image_in(_sound_chunks(data), ORIGIN, lambda _: None)
        if found is not None and hasattr(found, "width"):
            with opened(found) as one:
                one.pixels((40, 40))
                one.profile  # noqa: B018 (read)


def _sound_chunks(data: bytes) -> bytes:
    """A PNG with the checksums that its chunks should have."""
    if not data.startswith(pictures.HEAD):
        return data
    made, at = bytearray(pictures.HEAD), len(pictures.HEAD)
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        kind, inner = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        if at + 8 + size > len(data):
            return bytes(made) + data[at:]
        made += data[at : at + 8] + inner + struct.pack(">I", zlib.crc32(kind + inner))
        at += 12 + size
    return bytes(made)


def draw_svg(data: bytes) -> None:
    from infographic.loading.assets.svg.read import read_drawing
    from infographic.loading.assets.svg_base import read_svg_base

    found, wrong = read_drawing(data, "logo.svg", Path("logo.svg"))
    assert (found is None) == bool(wrong)
    with suppress(SayingError, SpecError):
        read_svg_base(data, Path("logo.svg"))


def read_table(data: bytes) -> None:
    """By its first byte: CSV, JSON, or the XML of a sheet in a workbook of either kind."""
    from infographic.loading.tables.files import read_grid
    from infographic.loading.tables.options import AS_FOUND
    from infographic.loading.tables.table_of import table_of

    kind, inner = data[:1], data[1:]
    name = {b"j": "a.json", b"x": "a.xlsx", b"s": "a.xlsx", b"o": "a.ods", b"z": "a.xlsx"}.get(
        kind, "a.csv"
    )
    if kind == b"x":
        inner = tables.book(sheet=inner)
    elif kind == b"s":
        inner = tables.book(strings=inner, styles=inner)
    elif kind == b"o":
        inner = tables.packed({"mimetype": tables.ODS_KIND, "content.xml": inner})
    with suppress(SpecError):
        table_of(read_grid(inner, AS_FOUND, name=name), AS_FOUND).of()


def draw_map(data: bytes) -> None:
    from infographic.graphics.maps.outlines import fitted
    from infographic.graphics.maps.read import read_base

    with suppress(SayingError):
        fitted(read_base(data), ROOM)


def inspect_pdf(data: bytes) -> None:
    """A file of objects, or (behind a “c”) what a page draws."""
    from infographic.press.inspect.run import inspect
    from infographic.profiles import press_profile

    resources = (
        "/XObject << /F 5 0 R >> /ExtGState << /G << /ca 0.5 /BM /Multiply >> >> "
        "/Font << /T 6 0 R >>"
    )
    if data[:1] == b"c":
        form = press_files.stream(data[1:200], "/Type /XObject /Subtype /Form /BBox [0 0 99 99]")
        font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        data = press_files.page(data[1:], resources, "", form, font)
    with redirect_stderr(io.StringIO()):
        inspect(data, "page.pdf", press_profile("newsprint"))


TARGETS: Mapping[str, Target] = {
    "json": Target(read_as_json, seeds.of_json),
    "markup": Target(read_marks, seeds.of_marks),
    "text": Target(set_text, seeds.of_texts, 600),
    "story": Target(read_story, seeds.of_stories),
    "layout": Target(read_layout, seeds.of_layouts),
    "press": Target(read_press, seeds.of_presses),
    "font": Target(use_font, seeds.of_fonts, 60_000),
    "picture": Target(look_into_picture, seeds.of_pictures),
    "svg": Target(draw_svg, seeds.of_drawings),
    "table": Target(read_table, seeds.of_tables),
    "map": Target(draw_map, seeds.of_maps),
    "pdf": Target(inspect_pdf, seeds.of_pdfs),
}
"""By their names, which are those of `seeds.WORDS`, too."""
