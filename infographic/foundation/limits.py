"""Bounds that keep a hostile or mistaken file from taking the machine with it: one table.

Each bounds what is read or the work that it asks for, counted and never timed, so that a file is
refused on every machine or on none. `docs/limits.md` is written from the table. `--limits` and
`infographic.using_limits` raise or lower them.

A diagnostic whose saying has a value “limit” names it for the reader: give the name of what was
gone over, `say("…", most=most("svg-depth"), limit="svg-depth")`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from infographic.foundation.calls import CALL
from infographic.foundation.diagnostics import Diagnostic, SayingError, SpecError, nearest
from infographic.foundation.memo import forget
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say


class Limit(NamedTuple):
    """One line of the table."""

    most: int
    of: str
    """What is counted, in the plural: “bytes of a story or layout file”."""


FILES: Mapping[str, Limit] = {
    "file-bytes": Limit(20_000_000, "bytes of a story, layout, house or press file"),
    "nesting": Limit(100, "brackets inside one another"),
    "values": Limit(
        400_000,
        "values of a story or layout file, each once more for 200 characters of its pointer",
    ),
    "lines": Limit(1_000_000, "lines of a story or layout file"),
    "faults": Limit(200, "faults of a file that are looked for"),
    "extends": Limit(64, "files taken over by a layout or press profile, theirs counted"),
    "blocks": Limit(10_000, "blocks of a page after $each has been spread"),
    "layout-blocks": Limit(40_000, "blocks of all pages of a layout, likewise"),
    "pages": Limit(100, "pages of a layout, those made for items of a list counted"),
}
TEXT: Mapping[str, Limit] = {
    "text-characters": Limit(50_000, "characters of one text, its marks counted"),
    "set-characters": Limit(
        500_000, "characters that a page sets, each time that it tries them; 20 more a paragraph"
    ),
    "poured-lines": Limit(
        1_000_000, "lines that running text is poured into, each time that a page tries it"
    ),
    "checked-characters": Limit(300_000, "characters of a story that are looked over for doubts"),
    "figures": Limit(5_000, "numbers of a story that are held against each other"),
}
LAYOUTS: Mapping[str, Limit] = {
    "names": Limit(10_000, "colours, fonts, styles or parts of a layout"),
    "list-items": Limit(20_000, "items"),
    "tracks": Limit(1_000, "rows or columns"),
    "grid-cells": Limit(10_000, "cells of a grid's areas"),
    "insets": Limit(200, "insets"),
    "corners": Limit(1_000, "corners"),
    "listed-items": Limit(500_000, "items of lists that the $each of a layout go through"),
    "code-modules": Limit(300_000, "modules of a layout's QR codes"),
    "grid-facts": Limit(
        4_000, "facts of a layout's grids of numbers, in a grid of hundreds once for each hundred"
    ),
    "drawn-segments": Limit(
        1_000_000,
        "lines and curves of the drawings that a layout sets, its trials counted",
    ),
    "table-cells": Limit(40_000, "cells of tables that a layout sets"),
    "joined-characters": Limit(1_000_000, "characters that the $join of a layout make"),
}
PICTURES: Mapping[str, Limit] = {
    "image-bytes": Limit(500_000_000, "bytes of a picture's file"),
    "image-pixels": Limit(300_000_000, "pixels of a picture"),
    "image-decoded-bytes": Limit(
        300_000_000, "bytes that a picture takes when it is unpacked; a JPEG is first made smaller"
    ),
    "image-passes": Limit(
        1_500_000_000, "pixels of a progressive JPEG, each counted in every pass over the picture"
    ),
    "image-parts": Limit(200_000, "parts (chunks, segments, strips, blocks) of a picture's file"),
    "image-metadata": Limit(
        32_000_000, "bytes that a picture's file says of itself beside its pixels"
    ),
    "svg-bytes": Limit(10_000_000, "bytes of an SVG"),
    "svg-elements": Limit(20_000, "elements of an SVG; and as many drawn, each use counted"),
    "svg-segments": Limit(200_000, "lines and curves drawn of an SVG"),
    "svg-depth": Limit(64, "elements of an SVG inside one another, and use of use"),
    "svg-drawn-depth": Limit(100, "elements inside one another as they are drawn, by use too"),
    "svg-rules": Limit(5_000, "CSS rules of an SVG, each selector counted"),
    "svg-declarations": Limit(400_000, "declarations of CSS in an SVG, read and given to elements"),
    "svg-matches": Limit(4_000_000, "CSS rules held against elements of an SVG"),
    "svg-transforms": Limit(100, "functions of one transform attribute"),
    "svg-faults": Limit(200, "faults of one SVG that are looked for"),
    "svg-clip-parts": Limit(500, "shapes of one clip path that lie apart"),
    "svg-faded": Limit(2_000, "parts of one group of an SVG that is faded as a whole"),
    "dashes": Limit(10_000, "dashes of one line"),
    "dash-lengths": Limit(32, "lengths in one pattern of dashes"),
}
FONTS: Mapping[str, Limit] = {
    "font-bytes": Limit(64_000_000, "bytes of a face in a font file"),
    "fonts-bytes": Limit(200_000_000, "bytes of all faces of a layout that do not ship with it"),
    "font-faces": Limit(512, "faces of a font collection"),
    "collection-bytes": Limit(
        1_000_000_000, "bytes of all faces of a collection, to describe them"
    ),
    "font-names": Limit(4_000_000, "bytes of a font's names, each counted"),
    "font-characters": Limit(200_000, "characters of a font, and as many with variation selectors"),
    "font-rules": Limit(4_000_000, "numbers in a font's rules for shaping (GSUB, GPOS)"),
    "pdf-font-codes": Limit(1_000_000, "widths of a font in a PDF, those of ranges counted"),
    "pdf-glyph-bytes": Limit(1_000_000, "bytes of glyphs' programs followed in a font of a PDF"),
    "glyphs-per-character": Limit(32, "glyphs that a font may make of a character"),
    "glyph-points": Limit(20_000, "points of a glyph, those of its parts counted"),
    "glyph-depth": Limit(16, "parts of a glyph inside one another"),
}
DATA: Mapping[str, Limit] = {
    "data-bytes": Limit(20_000_000, "bytes of a file of data"),
    "data-unpacked": Limit(60_000_000, "bytes of a workbook's part when it is unpacked"),
    "data-rows": Limit(20_000, "rows of a table"),
    "data-columns": Limit(256, "columns of a table"),
    "data-cells": Limit(400_000, "cells of a table"),
    "data-steps": Limit(100, "steps that a table is shaped by, those of `then` counted"),
    "data-shaped": Limit(4_000_000, "cells gone through by the steps that shape a table"),
    "cell-characters": Limit(32_767, "characters of a cell, as many as Excel allows"),
    "chart-rows": Limit(1_500, "rows of a chart that are drawn one below the other"),
    "map-bytes": Limit(20_000_000, "bytes of a map's base"),
    "labels": Limit(300, "labels of one map or chart that a place is looked for"),
    "map-drawn": Limit(100_000, "corners of a map's borders that are left to be drawn"),
    "map-hatched": Limit(1_000_000, "places where a map's borders meet the lines of a hatching"),
    "map-nesting": Limit(20_000_000, "corners gone through for which rings of an SVG lie in which"),
    "map-positions": Limit(500_000, "positions of a map's base"),
}
PDFS: Mapping[str, Limit] = {
    "pdf-bytes": Limit(100_000_000, "bytes of a PDF that is inspected"),
    "pdf-unpacked": Limit(200_000_000, "bytes that a PDF's streams are unpacked to"),
    "pdf-operators": Limit(
        700_000, "operators of a page's content in a PDF, a form's as often as it is drawn"
    ),
    "pdf-content": Limit(12_000_000, "bytes of all pages' content, a form as often as it is drawn"),
    "pdf-paints": Limit(100_000, "pieces of ink that the pages of a PDF paint"),
    "pdf-objects": Limit(80_000, "dictionaries, lists and streams of a PDF"),
    "pdf-pages": Limit(100, "pages of a PDF that are looked into"),
    "pdf-depth": Limit(24, "forms of a PDF inside one another"),
}
OUTPUT: Mapping[str, Limit] = {
    "ink-edges": Limit(2_500_000, "edges of shapes, row by row, that ink is measured by"),
    "page-overlaps": Limit(4_000_000, "pieces of ink held against those that they may lie on"),
    "png-pixels": Limit(100_000_000, "pixels of a PNG, twice as many where its ground is clear"),
    "packed-pixels": Limit(36_000_000, "pixels of a JPEG or WebP: making one takes more room"),
    "plate-pixels": Limit(50_000_000, "pixels of a plate"),
    "export-bytes": Limit(500_000_000, "bytes of exported files that a studio keeps"),
}
STUDIO: Mapping[str, Limit] = {
    "upload-bytes": Limit(60_000_000, "bytes of a file that is uploaded into a studio"),
    "studio-message": Limit(16_000_000, "bytes of a message of a browser to a studio"),
    "studio-waiting": Limit(50_000_000, "bytes that wait for a page of a browser to read them"),
    "studio-browsers": Limit(32, "pages of browsers that look at a studio at once"),
    "undo-steps": Limit(1_000, "steps that can be undone"),
    "undo-characters": Limit(50_000_000, "characters that are kept to undo them"),
}
BATCH: Mapping[str, Limit] = {
    "batch-rows": Limit(100_000, "rows of a table of editions, or stories of a folder"),
    "batch-cells": Limit(2_000_000, "cells of a table of editions"),
    "batch-bytes": Limit(200_000_000, "bytes of a table of editions"),
    "batch-pages": Limit(5_000, "pages of a PDF that editions are bound into"),
    "fetched-bytes": Limit(500_000_000, "bytes of an object that is fetched by its URL"),
    "query-steps": Limit(2_000_000_000, "steps that a query takes in SQLite"),
}
SERVE: Mapping[str, Limit] = {
    "serve-story": Limit(2_000_000, "bytes of a story or layout that is sent to a service"),
    "serve-body": Limit(30_000_000, "bytes of a form that is sent to a service"),
    "serve-parts": Limit(50, "files of a form that is sent to a service"),
    "serve-kept": Limit(200_000_000, "bytes of pages that a service keeps"),
    "serve-jobs": Limit(1_000, "jobs that a service knows"),
}
GROUPS: Mapping[str, Mapping[str, Limit]] = {
    "Files": FILES, "Text": TEXT, "Layouts": LAYOUTS, "Pictures": PICTURES, "Fonts": FONTS,
    "Data": DATA, "PDF files": PDFS, "Output": OUTPUT, "Studio": STUDIO, "Batch": BATCH,
    "Service": SERVE,
}  # fmt: skip
TABLE: Mapping[str, Limit] = {name: one for group in GROUPS.values() for name, one in group.items()}

MAX_PAGE_POINTS = 14_400.0
"""200 inches: the largest page PDF 1.x allows (ISO 32000-1, C.2). Not ours to change."""
MAX_DATA_PLACES = 30
"""Of a number of data, on either side of its decimal point: as exactly as it is reckoned with."""
SHOWN_DIAGNOSTICS = 20

_NOW: ContextVar[Mapping[str, int]] = ContextVar("limits", default={})  # noqa: B039 (never changed)


def most(name: str) -> int:
    """The limit of a name in the table, as it is now."""
    return _NOW.get().get(name, TABLE[name].most)


def changed() -> Mapping[str, int]:
    """The limits that are others than the table's, as `using_limits` takes them: for a process that
    works for this one."""
    return _NOW.get()


@contextmanager
def using_limits(limits: Mapping[str, int]) -> Iterator[None]:
    """Other limits in place of the table's, by name, for what is done inside.

    What is known of pages made under other limits is forgotten before the next is made (`settle`):
    a server does best with one set of them. Raises `SpecError` for a name that is none or a number
    that is none from 0 up.
    """
    _must_be_limits(limits)
    token = _NOW.set({**_NOW.get(), **limits})
    settle()
    try:
        yield
    finally:
        _NOW.reset(token)


_made_under: Mapping[str, int] = {}
"""The limits under which was made what the stores hold."""


@contextmanager
def reading_with(limits: Mapping[str, int]) -> Iterator[None]:
    """At least these limits, by name, for what is read inside: no page is made there, so that
    nothing that is known of pages needs to be forgotten."""
    now = _NOW.get()
    raised = {name: value for name, value in limits.items() if value > most(name)}
    token = _NOW.set({**now, **raised})
    try:
        yield
    finally:
        _NOW.reset(token)


def settle() -> None:
    """Forget what is known of pages, unless it was made under the limits of now.

    Whoever begins a page asks for it: what would be refused is not found among what was made.
    """
    global _made_under
    now = _NOW.get()
    if now != _made_under:
        forget()
        _made_under = now


def _must_be_limits(limits: Mapping[str, int]) -> None:
    wrong = []
    for name, value in limits.items():
        if name not in TABLE:
            wrong.append(Diagnostic(say("limit-unknown", name=name), CALL, nearest(name, TABLE)))
        elif isinstance(value, bool) or not isinstance(value, int) or value < 0:
            saying = say("limit-unknown/number", name=name, value=repr(value)[:60])
            wrong.append(Diagnostic(saying, CALL))
    if wrong:
        raise SpecError(wrong)


class OverLimitError(SayingError):
    """That a file asks for more than a limit allows; who knows its place makes it a diagnostic."""

    def __init__(self, name: str, bound: int | None = None) -> None:
        """`bound`: what the limit was, where that is not what it is now."""
        bound = most(name) if bound is None else bound
        super().__init__(say("over-limit", most=bound, of=TABLE[name].of, limit=name))
        self.name = name
        # What it is made from, for the copy in another process.
        self.args = (name, bound)


def stop_at_many(count: int, diagnostics: Sequence[Diagnostic]) -> None:
    """Raise `SpecError` with all that was found wrong where it is as much as is looked for.

    `count`: of these diagnostics, those that are errors, the last of them at the end.
    """
    if count >= (limit := most("faults")):
        saying = say("faults-many", most=limit, limit="faults")
        raise SpecError([*diagnostics, Diagnostic(saying, diagnostics[-1].origin)])


class Budget:
    """Work that may be asked for, counted down.

    >>> work = Budget("pages")
    >>> work.spend(99)
    >>> work.spend(2)
    Traceback (most recent call last):
    ...
    infographic.foundation.limits.OverLimitError: this asks for more than 100 pages of a layout, \
those made for items of a list counted
    """

    __slots__ = ("left", "name")

    def __init__(self, name: str) -> None:
        self.name, self.left = name, most(name)

    def spend(self, work: int = 1) -> None:
        """Raises `OverLimitError` where more is asked for than is left."""
        self.left -= work
        if self.left < 0:
            raise OverLimitError(self.name)
