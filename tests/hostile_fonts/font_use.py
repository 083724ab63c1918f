"""All that a page does with a face: shaping, boxes, outlines, and subsets for PDF and SVG."""

from __future__ import annotations

from pathlib import Path

import uharfbuzz as hb

from infographic.backends.pdf.font import embedded_font
from infographic.backends.svg.fonts import embedded
from infographic.foundation.calls import CALL
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.font import Axes, Face, FontError, open_face
from infographic.foundation.memo import forget
from infographic.text.shaping import shape
from infographic.text.vertical import vertical_glyphs

WORDS = ("aAg", "国，", "12", "a" * 40)
FEATURES = (("kern", True), ("liga", True))

Drawn = tuple[object, ...]


def used(path: Path, axes: Axes = (), index: int = 0) -> Drawn | str:
    """What a face draws of a few words, in full; or how it is refused, as “code/form”.

    A refusal that does not name the file, or has no mend, fails. Whether its tables are doubtful
    is the first of what it draws.
    """
    made = tried(path, axes, index)
    return made.saying.key if isinstance(made, Diagnostic) else made


def said_of(path: Path, axes: Axes = ()) -> Diagnostic:
    """How a face is refused."""
    made = tried(path, axes)
    assert isinstance(made, Diagnostic)
    return made


def tried(path: Path, axes: Axes = (), index: int = 0) -> Drawn | Diagnostic:
    forget()
    shape.cache_clear()
    try:
        face = open_face(path, index, axes)
        return face.doubtful, *drawn(face)
    except FontError as error:
        said = error.at(CALL)
    except SpecError as error:
        (said,) = error.diagnostics
        assert said.origin.file == path.as_posix()
    assert path.name in said.message, said.message
    assert said.hint
    return said


def drawn(face: Face) -> Drawn:
    rows = [shape(face, word, FEATURES, "zh", "") for word in WORDS if face.covers_all(word)]
    pairs = {
        (glyph, text) for row in rows for glyph, text in zip(row.glyphs, row.texts, strict=True)
    }
    down = [vertical_glyphs(face, word, (("vert", True),), "zh") for word in WORDS]
    subset = embedded_font(face, pairs)
    web = embedded(face, {text: glyph for glyph, text in pairs if len(text) == 1})
    return (
        face.metrics, face.name, down, subset.widths, sorted(subset.texts.items()), web,
        [(row[1:], face.boxes_of(row.glyphs), [face.outline_of(one) for one in row.glyphs])
         for row in rows],
        subset.program if subset.is_cff else _extents(subset.program),
    )  # fmt: skip


def _extents(program: bytes) -> list[object]:
    """Of each glyph of a subset as it stands in a PDF."""
    font = hb.Font(hb.Face(program))
    return [font.get_glyph_extents(glyph) for glyph in range(font.face.glyph_count)]
