"""A face that several pages of a document share: one subset, which grows while they are written.

Its codes are the glyphs' numbers in the face, so that a page can be written before it is known what
the next one shows. The subset is made at the end; the glyphs that nobody shows are empty in it and
come to a few hundred bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from infographic.backends.numbers import number
from infographic.backends.pdf.font import (
    EmbeddedFont,
    Pair,
    always,
    descriptor_of,
    embedded_program,
    texts_of,
    to_unicode_of,
)
from infographic.foundation.font import Face

LETTERS = [chr(code) for code in range(0x21, 0x250) if chr(code).isprintable()]
UNKNOWN = "\ufffd"
"""What a glyph reads as that has no character of its own; words with it say so themselves."""


class SharedFont:
    """One face of a document. `shown` is what pages are drawn with; it grows by `add`."""

    def __init__(self, face: Face) -> None:
        self.face = face
        self._pens: dict[int, tuple[str, float]] = {}
        self._texts: dict[int, str] = {}
        self.shown = EmbeddedFont(
            name=face.name, is_cff=face.is_cff, program=b"", pens=self._pens, texts=self._texts,
            widths=b"", default_width=0, descriptor={}, to_unicode=b"",
        )  # fmt: skip
        self.add(always(face))

    def add(self, pairs: Iterable[Pair]) -> None:
        """Have glyphs in it. What a glyph reads as is settled when it comes: pages are written by
        it, and where it stands for other words than these, they say so themselves."""
        new = frozenset(pair for pair in pairs if pair[0] not in self._pens)
        if not new:
            return
        self._texts.update(texts_of(self.face, new))
        for glyph in {glyph for glyph, _ in new} - self._texts.keys():
            # It came as a part of another's character (the C of ℃), and may come by itself.
            self._texts[glyph] = self._own.get(glyph, UNKNOWN)
        for glyph in sorted({glyph for glyph, _ in new}):
            width = round(self.face.advance_of(glyph) * 1000, 3)
            self._pens[glyph] = f"{glyph:04X}", width

    @cached_property
    def _own(self) -> dict[int, str]:
        """The characters of glyphs that letters are put together from."""
        return {self.face.glyph_of(one): one for one in reversed(LETTERS) if self.face.covers(one)}

    def embedded(self) -> EmbeddedFont:
        """The subset with all that came. Raises `SpecError` as `font.subset` does."""
        program, tag = embedded_program(self.face, {0, *self._pens})
        default, widths = _widths({glyph: width for glyph, (_, width) in self._pens.items()})
        return EmbeddedFont(
            name=f"{tag}+{self.face.name}",
            is_cff=self.face.is_cff,
            program=program,
            pens=self._pens,
            texts=self._texts,
            widths=widths,
            default_width=default,
            descriptor=descriptor_of(self.face),
            to_unicode=to_unicode_of(self._texts, tag),
        )


class SharedFonts:
    """The faces of a document by the names that pages call them, in the order of first use."""

    def __init__(self) -> None:
        self._fonts: dict[Face, SharedFont] = {}
        self.shown: dict[Face, EmbeddedFont] = {}
        self.names: dict[Face, str] = {}

    def add(self, face: Face, pairs: Iterable[Pair]) -> None:
        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = SharedFont(face)
            self.shown[face], self.names[face] = font.shown, f"F{len(self._fonts)}"
        font.add(pairs)

    def embedded(self) -> dict[Face, EmbeddedFont]:
        return {face: font.embedded() for face, font in self._fonts.items()}


def _widths(by_glyph: dict[int, float]) -> tuple[int, bytes]:
    """The most frequent whole width, and /W with the others, glyphs in a row together (9.7.4.3).

    >>> _widths({3: 500.0, 4: 500.0, 7: 1000.0, 8: 1000.0, 9: 1000.0})
    (1000, b'[3 [500 500]]')
    """
    counts = Counter(by_glyph.values())
    whole = [int(width) for width in counts if width == int(width)]
    default = min(whole, key=lambda width: (-counts[width], width), default=1000)
    parts: list[str] = []
    last = -1
    for glyph, width in sorted(by_glyph.items()):
        if width == default:
            continue
        if last == glyph - 1 and parts:
            parts.append(f" {number(width)}")
        else:
            parts.append(f"{'] ' if parts else ''}{glyph} [{number(width)}")
        last = glyph
    return default, f"[{''.join(parts)}{']' if parts else ''}]".encode("ascii")
