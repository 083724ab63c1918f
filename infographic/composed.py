"""A composed page and the files it is written to."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, get_args, overload

from infographic.display.page import Page
from infographic.foundation.calls import no_file, one_of, positive
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import (
    Diagnostic,
    MachineError,
    PictureError,
    SpecError,
    errors,
)
from infographic.foundation.files import spare, write_all
from infographic.foundation.reach import Reach, within
from infographic.foundation.record import record, replaced
from infographic.foundation.running import collector_paused
from infographic.foundation.sayings import say
from infographic.outputs import FormatName, format_of
from infographic.outputs.format import IntentName
from infographic.profiles import press_profile

if TYPE_CHECKING:
    from infographic.backends.plates.separate import Plates
    from infographic.outputs.notebook import PageBlocks
    from infographic.press.profile import PressProfile
    from infographic.press.report import Finding

PathLike = str | os.PathLike[str]
INTENTS = get_args(IntentName)


@record
class ComposedPage:
    """A page, ready to be written in any kind; of `draft`, perhaps one that is not to be."""

    page: Page
    layout: str
    """The layout's name."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Warnings, and notes of what the layout left out of the story."""
    press_name: str = "newsprint"
    press_at: Origin = BUILT_IN
    """Where the press profile is named; a path starts from the folder of that file."""
    further: tuple[ComposedPage, ...] = ()
    """The pages after the first, of a layout of several; each is a file of its own."""
    number: str = ""
    """As it is printed, in a layout of several."""
    inputs: tuple[Path, ...] = ()
    """Every file that it is made from, by its whole path: none of them is written over."""
    reach: Reach | None = None
    """What its files may name; the press profile is one of them."""

    @property
    def pages(self) -> tuple[ComposedPage, ...]:
        """All pages of its layout, this one first."""
        return (self, *self.further)

    @property
    def press(self) -> PressProfile:
        """The press profile, read when it is asked for. Raises `SpecError`."""
        with within(self.reach):
            return press_profile(self.press_name, Path(self.press_at.source.folder), self.press_at)

    @collector_paused()
    def pdf(self, intent: IntentName = "print", *, force: bool = False) -> bytes:
        """The page as PDF: “print” as its press profile says, “screen” in sRGB and tagged.

        `force`: though the press will not take it; the file then says so of itself. Raises
        `SpecError` with what the preflight found.
        """
        from infographic.backends.pdf.write import Intent, pdf_bytes

        if Intent(one_of(intent, "intent", INTENTS)) is Intent.SCREEN:
            return pdf_bytes(self.page, Intent.SCREEN)
        faults = self.press_errors()
        if not force:
            stop_at(faults)
        data = pdf_bytes(self.page, Intent.PRINT, self.press)
        if not faults:
            return data
        from infographic.press.preflight.stamp import stamped

        return stamped(data, faults)

    @collector_paused()
    def preflight(self) -> tuple[Finding, ...]:
        """What its press will not take, errors first; () where there is nothing to say."""
        # Late: it brings Pillow's reader of pictures.
        from infographic.backends.pdf.write import pictures_for
        from infographic.press.preflight.run import preflight

        name = f"{self.layout} page {self.number}" if self.number else self.layout
        press = self.press
        light = press.known_light
        if light is None:
            # Late: few houses have an ICC profile of their own.
            from infographic.paper_light import light_of

            light = light_of(press)
        found = preflight(self.page, press, pictures_for(self.page, press), light)
        return tuple(replaced(one, layout=name, unit=self.page.unit) for one in found)

    def picture_faults(self) -> list[Diagnostic]:
        """Why pictures of the page cannot be drawn; [] where all their pixels can be decoded."""
        from infographic.display.items import Picture
        from infographic.foundation.pictures.door import must_be_sound

        faults: list[Diagnostic] = []
        for placed in self.page.walk():
            if isinstance(placed.item, Picture):
                try:
                    must_be_sound(placed.item.image)
                except PictureError as error:
                    faults.append(replaced(error.at(placed.origin), layout=self.layout))
        return list(dict.fromkeys(faults))

    def press_errors(self) -> list[Diagnostic]:
        """Why `pdf` would refuse to write it for its press; [] where it would not."""
        found = errors(self.preflight())
        if any(one.code == "press-spots" for one in found):
            return [*found]
        # Profiles of proofs and screens look for no such thing, and have as many plates as any.
        return [*_without_plates(self), *found]

    def alt_text(self) -> str:
        """The page in words, for a post's “alt text”."""
        from infographic.press.alt_text import alt_text

        return alt_text(self.page)

    def png(self, scale: float = 1.0, ppi: float | None = None, transparent: bool = False) -> bytes:
        """The page as PNG: the layout's pixels times `scale`, or at `ppi` pixels per inch.

        Raises `CallError` where either is no number above 0, and `MachineError` for more pixels
        than the limit “png-pixels”.
        """
        from infographic.backends.encoders.png import png_bytes

        return png_bytes(self.page, scale=scale, ppi=ppi, transparent=transparent)

    def overlay(self, ppi: float | None = None) -> bytes:
        """A PNG of the page with its grid, frames and overset marks, at `ppi` pixels per inch.

        Raises as `png` does.
        """
        from infographic.backends.overlay.draw import overlaid

        ppi = self.page.ppi if ppi is None else ppi
        return overlaid(self.png(ppi=ppi), self.page, ppi)

    def tiles(self, height: float) -> tuple[ComposedPage, ...]:
        """The page cut into pages of at most `height` px, never through a line of type.

        Raises `CallError` for a height of less than one pixel.
        """
        from infographic.display.tiles import tiles

        pieces = tiles(self.page, positive(height, "height", least=1) * 72 / self.page.ppi)
        return tuple(replaced(self, page=piece) for piece in pieces)

    def plates(self, ppi: float = 150.0) -> Plates:
        """The page's plates, one grey picture an ink, as its press PDF has them.

        Raises as `png` does.
        """
        from infographic.backends.plates.separate import plates_of

        ppi = positive(ppi, "ppi")
        return plates_of(self.pdf(force=True), ppi)

    def soft_proof(self, ppi: float = 150.0) -> bytes:
        """A PNG of the page as its press will print it, on its paper. Raises as `png` does."""
        from infographic.backends.plates.heat_map import soft_proof

        return soft_proof(self.plates(ppi), self.press)

    # `format`, as Pillow and others call it in their `save`.
    @overload
    def save(
        self,
        target: PathLike,
        format: FormatName | None = None,
        **options: Any,
    ) -> Path: ...

    @overload
    def save(self, target: BinaryIO, format: FormatName, **options: Any) -> None: ...

    def save(
        self,
        target: PathLike | BinaryIO,
        format: FormatName | None = None,  # noqa: A002
        **options: Any,
    ) -> Path | None:
        """Write the page whole or not at all; the kind follows from the file's name, or `format`.

        “.pdf” for the press, “.screen.pdf”, “.png”, “.jpg”, “.webp” and the others of
        `infographic.outputs.FORMATS`, each with its own `options`. The pages of a layout of several
        go into NAME-1, NAME-2 …, all or none; the first is answered. Into a file object, which
        needs a `format`, goes one page. Raises `CallError` for an unknown ending or format, for an
        option that the format does not take, and for several pages and one file object,
        `SpecError` for a file that the page is made from: it would be written over, and
        `MachineError` where it cannot be written.
        """
        if not isinstance(target, str | os.PathLike):
            self._save_into(target, format, options)
            return None
        target = Path(target)
        write = _writer(target if format is None else f"page.{format}", options)
        files = self.files_of(target)
        spare(self.inputs, files)
        made = [write(page) for page in self.pages]
        write_all(zip(files, made, strict=True))
        return files[0]

    def files_of(self, path: Path) -> list[Path]:
        """The files that a name stands for: itself, or one for each page of its layout."""
        if not self.further:
            return [path]
        count = len(self.pages)
        return [path.with_name(numbered(path, n, count)) for n in range(1, count + 1)]

    def pieces(self, path: Path, tiles: float | None = None) -> list[tuple[Path, ComposedPage]]:
        """The files that a name stands for, each with what is written to it: one, or one for each
        page of the layout, or for each tile of at most `tiles` px."""
        made = (
            self.pages if not tiles else [one for page in self.pages for one in page.tiles(tiles)]
        )
        if not tiles and len(made) == 1:
            return [(path, self)]
        return [
            (path.with_name(numbered(path, number, len(made))), replaced(one, further=()))
            for number, one in enumerate(made, 1)
        ]

    def _save_into(self, file: BinaryIO, name: str | None, options: dict[str, Any]) -> None:
        if name is None:
            raise no_file(say("call-file/no-name"))
        if self.further:
            raise no_file(say("call-file/several-pages", count=len(self.pages)))
        if isinstance(file, io.TextIOBase):
            raise no_file(say("call-file/takes-text"))
        if not callable(getattr(file, "write", None)) or getattr(file, "closed", False):
            raise no_file(say("call-file/closed", kind=type(file).__name__))
        data = _writer(f"page.{name}", options)(self)
        try:
            rest = data
            # A file object without a buffer may take a part at a time, and says how much.
            while isinstance(taken := file.write(rest), int) and 0 < taken < len(rest):
                rest = rest[taken:]
        except OSError as error:
            raise MachineError(say("machine/file-object", reason=str(error))) from error

    def dump(self) -> str:
        """The page as text, one item a line, with the place in the files it came from."""
        from infographic.display.dump import dump

        return dump(self.page)

    @property
    def blocks(self) -> PageBlocks:
        """The blocks that stand on it: a tuple that a notebook displays as a picture and table."""
        from infographic.outputs.notebook import PageBlocks

        return PageBlocks(self.page)

    def _repr_png_(self) -> bytes:
        """For notebooks: the page about 900 pixels wide."""
        from infographic.outputs.notebook import ppi_for

        return self.png(ppi=ppi_for(self.page))

    def _repr_html_(self) -> str | None:
        """For notebooks: all pages of several, and what is wrong; None where the picture says
        all."""
        wrong = errors(self.diagnostics)
        if not wrong and not self.further:
            return None
        from infographic.outputs.notebook import pages_as_html

        pictures = [(f"{one.layout} {one.number}".strip(), one._repr_png_()) for one in self.pages]
        return pages_as_html(pictures, wrong)


def _writer(name: Path | str, options: Mapping[str, object]) -> Callable[[ComposedPage], bytes]:
    """How a file of that name is written with these options. Raises `CallError`."""
    kind = format_of(name)
    settled = kind.settled(options)
    return lambda page: kind.write(page, **settled)


def numbered(path: Path, number: int, count: int) -> str:
    """A file's name with a page's number before its endings, in as many digits as the last has.

    So a folder lists them, and a platform takes them, in their order.

    >>> numbered(Path("out/page.screen.pdf"), 2, 9), numbered(Path("set.png"), 2, 10)
    ('page-2.screen.pdf', 'set-02.png')
    """
    stem, dot, endings = path.name.partition(".")
    return f"{stem}-{number:0{len(str(count))}}{dot}{endings}"


def file_name_of(layout: str) -> str:
    """What a layout is called in a file's name.

    >>> file_name_of("modern/square"), file_name_of("../house/front.json")
    ('modern-square', 'front')
    """
    plain = Path(layout).stem if layout.endswith(".json") else layout
    return plain.replace("/", "-")


def _without_plates(composed: ComposedPage) -> list[Diagnostic]:
    """The spot colours that the press has no plates for."""
    from infographic.backends.pdf.press_marks import spots_of

    spots, press = spots_of(composed.page), composed.press
    if len(spots) <= press.spots:
        return []
    names = [spot.name for spot in spots]
    if press.spots:
        saying = say(
            "press-spots/some", count=len(spots), names=names, press=press.name, most=press.spots
        )
    else:
        saying = say("press-spots/none", count=len(spots), names=names, press=press.name)
    return [Diagnostic(saying, composed.press_at, layout=composed.layout)]


def stop_at(diagnostics: Sequence[Diagnostic]) -> None:
    """Raise `SpecError` where one of them is an error."""
    if errors(diagnostics):
        raise SpecError(diagnostics)
