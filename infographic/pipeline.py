"""compose(): the whole path from two files to a page, on one screen."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from infographic.blocks import CATALOGUE
from infographic.display.items import Page
from infographic.display.ledger import ledger
from infographic.foundation.datum import BUILT_IN, Node, Origin, Source
from infographic.foundation.diagnostics import Diagnostic, Severity, SpecError, errors
from infographic.foundation.files import write_whole
from infographic.layout.block import Givens, SmallestType
from infographic.layout.make_up import Plan, make_up
from infographic.loading.bind import bind, left_out_musts, unused
from infographic.loading.fontbook import FontBook
from infographic.loading.layouts import LayoutSource, read_layout
from infographic.loading.merge import set_value
from infographic.loading.needs import missing_needs
from infographic.loading.settled import (
    SettledLayout,
    decode_body,
    decode_story,
    settle,
    with_styles,
)
from infographic.loading.sheet import SCREEN_PPI
from infographic.loading.source import node_of, read_file
from infographic.loading.tuning import Tuning
from infographic.profiles import find_profile, press_profile

if TYPE_CHECKING:
    from infographic.backends.plates import Plates
    from infographic.press.profile import PressProfile
    from infographic.press.report import Finding
    from infographic.story.model import Publication

PathLike = str | os.PathLike[str]


def compose(
    story: PathLike | Mapping[str, Any] | Node,
    layout: PathLike | LayoutSource,
    *,
    font_path: Sequence[PathLike] = (),
    values: Iterable[tuple[str, str]] = (),
    root: PathLike | None = None,
    press: PathLike | None = None,
    tuning: Tuning | None = None,
) -> ComposedPage:
    """Set a story in a layout.

    `story` is a file or a dict; `layout` a shipped layout's name or a file's path ending in
    “.json”. `values` replaces parts of the story: ("/panels/0/title", "…"). Pictures are read
    from inside `root` only (the story's folder unless given). `press` is a shipped press profile's
    name or a file's path, in place of the one that the layout names. `tuning` changes the layout
    for this story, in place of the change that it has in it (`fit` finds one).

    Raises `SpecError` with everything that is wrong in the two files, or does not fit.
    """
    return finished(
        draft(
            story, layout, font_path=font_path, values=values, root=root, press=press,
            tuning=tuning,
        )
    )  # fmt: skip


def finished(drafted: ComposedPage) -> ComposedPage:
    """A page on which everything fits. Raises `SpecError` with what does not."""
    faults = (fault for one in drafted.pages for fault in one.page.faults)
    _stop_at([replace(fault, layout=drafted.layout) for fault in faults])
    return drafted


def draft(
    story: PathLike | Mapping[str, Any] | Node,
    layout: PathLike | LayoutSource,
    *,
    font_path: Sequence[PathLike] = (),
    values: Iterable[tuple[str, str]] = (),
    root: PathLike | None = None,
    press: PathLike | None = None,
    tuning: Tuning | None = None,
    trial: bool = False,
) -> ComposedPage:
    """Set a story in a layout as `compose` does, though not everything fits: to be looked at.

    What does not fit is among its diagnostics; in a `trial` it is not counted to the character.
    Raises `SpecError` with what is wrong in the files.
    """
    told = read_story(story, values)
    settled = settled_layout(
        layout if isinstance(layout, LayoutSource) else read_layout(os.fspath(layout)),
        font_path,
    )
    press_name, press_at = _press_of(settled, press)
    find_profile(press_name, Path(press_at.source.folder), press_at)
    needs = missing_needs(settled.needs, told) if settled.needs is not None else []
    _stop_at([replace(need, layout=settled.name) for need in needs])
    doubts: list[Diagnostic] = []
    decoded = decode_story(told, _root(root, told), doubts)
    bounds = [bind(page.body, told) for page in settled.pages]
    used = frozenset().union(*(bound.used for bound in bounds))
    _stop_at(
        [
            Diagnostic(
                "must-left-out",
                f"“{settled.name}” has no place for {part.origin.pointer}, which says “must”",
                part.origin,
                "choose a larger layout, or let it be “should”",
                layout=settled.name,
            )
            for part in left_out_musts(told, used)
        ]
    )
    tuning = settled.tuning if tuning is None else tuning
    settled = with_styles(settled, tuning.styles)
    smallest = _smallest(press_name, press_at)
    plans = [
        Plan(
            body=decode_body(
                bound.node, page, settled.settling, _root(root, told), CATALOGUE, doubts
            ),
            width=page.sheet.width,
            height=page.sheet.height,
            max_height=page.sheet.max_height,
            margins=page.sheet.margins,
            bleed=page.sheet.bleed,
            safe_area=page.sheet.safe_area,
            background=page.sheet.background,
            ppi=page.sheet.ppi,
            title=" ".join(decoded.headline.text.split()),
            language=decoded.language,
            columns=page.sheet.columns,
            givens=Givens(
                page.sheet.baseline,
                smallest,
                figures=tuning.figures,
                spacing=tuning.spacing,
                spread=tuning.spread,
                trial=trial,
            ),
            number=page.number,
        )
        for bound, page in zip(bounds, settled.pages, strict=True)
    ]
    made = [replace(page, slug=_slug(decoded.publication)) for page in make_up(plans)]
    # What the layout binds is decoded twice, in the story and in its block.
    said = dict.fromkeys((*doubts, *(fault for page in made for fault in page.faults)))
    underset = [fault for page in made for fault in _underset(page, settled)]
    first, *further = (ComposedPage(page, settled.name, (), press_name, press_at) for page in made)
    return replace(
        first,
        diagnostics=(*said, *underset, *(() if trial else _left_out(told, used, settled.name))),
        further=tuple(further),
    )


@dataclass(frozen=True, slots=True)
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

    @property
    def pages(self) -> tuple[ComposedPage, ...]:
        """All pages of its layout, this one first."""
        return (self, *self.further)

    @property
    def press(self) -> PressProfile:
        """The press profile, read when it is asked for. Raises `SpecError`."""
        return press_profile(self.press_name, Path(self.press_at.source.folder), self.press_at)

    def pdf(self, intent: str = "print", *, force: bool = False) -> bytes:
        """The page as PDF: “print” as its press profile says, “screen” in sRGB and tagged.

        `force`: though the press will not take it; the file then says so of itself. Raises
        `SpecError` with what the preflight found.
        """
        from infographic.backends.pdf import Intent, pdf_bytes

        if Intent(intent) is Intent.SCREEN:
            return pdf_bytes(self.page, Intent.SCREEN)
        if not force:
            _stop_at(_without_plates(self))
        faults = errors(self.preflight())
        if not force:
            _stop_at(faults)
        data = pdf_bytes(self.page, Intent.PRINT, self.press)
        if not faults:
            return data
        from infographic.press.preflight_stamp import stamped

        return stamped(data, faults)

    def preflight(self) -> tuple[Finding, ...]:
        """What its press will not take, errors first; () where there is nothing to say."""
        # Late: it brings Pillow's reader of pictures.
        from infographic.press.preflight import preflight

        return tuple(replace(one, layout=self.layout) for one in preflight(self.page, self.press))

    def alt_text(self) -> str:
        """The page in words, for a post's “alt text”."""
        from infographic.press.alt_text import alt_text

        return alt_text(self.page)

    def png(self, scale: float = 1.0, ppi: float | None = None, transparent: bool = False) -> bytes:
        """The page as PNG: the layout's pixels times `scale`, or at `ppi` pixels per inch."""
        from infographic.backends.png import png_bytes

        return png_bytes(self.page, scale=scale, ppi=ppi, transparent=transparent)

    def overlay(self, ppi: float | None = None) -> bytes:
        """A PNG of the page with its grid, frames and overset marks, at `ppi` pixels per inch."""
        from infographic.backends.overlay import overlaid

        ppi = self.page.ppi if ppi is None else ppi
        return overlaid(self.png(ppi=ppi), self.page, ppi)

    def tiles(self, height: float) -> tuple[ComposedPage, ...]:
        """The page cut into pages of at most `height` px, never through a line of type."""
        from infographic.display.tiles import tiles

        pieces = tiles(self.page, height * 72 / self.page.ppi)
        return tuple(replace(self, page=piece) for piece in pieces)

    def plates(self, ppi: float = 150.0) -> Plates:
        """The page's plates, one grey picture an ink, as its press PDF has them."""
        from infographic.backends.plates import plates_of

        return plates_of(self.pdf(force=True), ppi)

    def soft_proof(self, ppi: float = 150.0) -> bytes:
        """A PNG of the page as its press will print it, on its paper."""
        from infographic.backends.plates_map import soft_proof

        return soft_proof(self.plates(ppi), self.press)

    def save(self, path: PathLike, **options: Any) -> Path:
        """Write the page whole or not at all; the kind follows from the file's name.

        “.png”; “.screen.pdf” for the screen; any other “.pdf” for the press; “.txt” the page as
        text, for comparing. `options` are those of `png` and `pdf`. The pages of a layout of
        several go into NAME-1, NAME-2 …, all or none; the first is answered.
        """
        target = Path(path)
        files = [target]
        if self.further:
            files = [target.with_name(numbered(target, n + 1)) for n in range(len(self.pages))]
        made = [page._written_as(kind_of(target), options) for page in self.pages]
        for file, data in zip(files, made, strict=True):
            write_whole(file, data)
        return files[0]

    def _written_as(self, kind: str, options: Mapping[str, Any]) -> bytes:
        match kind:
            case "png":
                return self.png(**options)
            case "text":
                return self.dump().encode()
            case intent:
                return self.pdf(intent, **options)

    def dump(self) -> str:
        """The page as text, one item a line, with the place in the files it came from."""
        from infographic.display.dump import dump

        return dump(self.page)

    def _repr_png_(self) -> bytes:
        """For notebooks: the page about 900 pixels wide."""
        return self.png(ppi=min(900 * 72 / self.page.trim.width, 192))


def numbered(path: Path, number: int) -> str:
    """A file's name with a page's number before its endings.

    >>> numbered(Path("out/page.screen.pdf"), 2)
    'page-2.screen.pdf'
    """
    stem, dot, endings = path.name.partition(".")
    return f"{stem}-{number}{dot}{endings}"


KINDS = {".png": "png", ".pdf": "print", ".txt": "text"}


def kind_of(path: Path) -> str:
    """What a file's name asks for: “png”, “print”, “screen” or “text”. Raises `ValueError`."""
    if path.name.lower().endswith(".screen.pdf"):
        return "screen"
    kind = KINDS.get(path.suffix.lower())
    if kind is None:
        raise ValueError(f"{path}: the name must end in .pdf, .screen.pdf, .png or .txt")
    return kind


def read_story(
    story: PathLike | Mapping[str, Any] | Node, values: Iterable[tuple[str, str]] = ()
) -> Node:
    """Read a story and lay `values` over it."""
    if isinstance(story, Node):
        node = story
    elif isinstance(story, Mapping):
        node = node_of(story, "<story>")
    else:
        node = read_file(os.fspath(story), relaxed=False)
    for pointer, text in values:
        node = set_value(node, pointer, text)
    return node


_SETTLED: OrderedDict[object, SettledLayout] = OrderedDict()
"""Layouts by the files they were read from, so that fifty variants settle one once."""


def settled_layout(source: LayoutSource, font_path: Sequence[PathLike] = ()) -> SettledLayout:
    folders = tuple(Path(folder) for folder in font_path)
    key = (source.name, source.stamps, folders, Path.cwd())
    if key in _SETTLED:
        _SETTLED.move_to_end(key)
        return _SETTLED[key]
    settled = settle(source.name, source.node, FontBook(folders))
    _SETTLED[key] = settled
    while len(_SETTLED) > 32:
        _SETTLED.popitem(last=False)
    return settled


def _press_of(layout: SettledLayout, asked: PathLike | None) -> tuple[str, Origin]:
    """The press profile's name or path, and where it was named."""
    if asked is not None:
        return os.fspath(asked), Origin(Source("--press"))
    default = "screen" if layout.sheet.ppi == SCREEN_PPI else "newsprint"
    return layout.sheet.press or default, layout.press_at


def _smallest(name: str, at: Origin) -> SmallestType:
    """The smallest type that a press prints."""
    sizes = press_profile(name, Path(at.source.folder), at).type
    return SmallestType(sizes.positive, sizes.reversed, sizes.multi_ink, sizes.tinted)


def _slug(publication: Publication | None) -> str:
    """The paper, its date, section and page, in a line."""
    if publication is None:
        return ""
    parts = (publication.name, publication.date, publication.section, publication.page)
    return "  ".join(part.text for part in parts if part is not None and part.text)


def _without_plates(composed: ComposedPage) -> list[Diagnostic]:
    """The spot colours that the press has no plates for."""
    from infographic.backends.press_marks import spots_of

    spots, press = spots_of(composed.page), composed.press
    if len(spots) <= press.spots:
        return []
    names = "、".join(f"“{spot.name}”" for spot in spots)
    allowed = f"at most {press.spots}" if press.spots else "none"
    return [
        Diagnostic(
            "press-spots",
            f"the page has {len(spots)} spot colours, {names}; “{press.name}” takes {allowed}",
            composed.press_at,
            "take “spot” from the colour to print it in process inks, or choose another press",
            layout=composed.layout,
        )
    ]


def _root(root: PathLike | None, story: Node) -> Path:
    return Path(root) if root is not None else Path(story.origin.source.folder)


def _stop_at(diagnostics: Sequence[Diagnostic]) -> None:
    if errors(diagnostics):
        raise SpecError(diagnostics)


def _underset(page: Page, layout: SettledLayout) -> list[Diagnostic]:
    """The frames of words with more empty lines than their layout allows."""
    if layout.underset is None:
        return []
    return [
        Diagnostic(
            "underset",
            f"{entry.tally.spare_lines} of {entry.tally.lines} lines of the {entry.name} stand"
            f" empty; “{layout.name}” allows {layout.underset}",
            entry.origin,
            f"add about {entry.tally.spare} characters, or raise “underset”",
            Severity.WARNING,
            layout.name,
        )
        for entry in ledger(page)
        if entry.tally.spare_lines > layout.underset
    ]


NOT_SET = ("/$schema", "/language", "/publication", "/kicker", "/lead", "/source", "/credits")
"""Parts of a story that a layout may pass over without a word."""


def _left_out(story: Node, used: frozenset[str], layout: str) -> list[Diagnostic]:
    notes: list[Diagnostic] = []
    left = unused(story, used)
    pointers = [node.origin.pointer for node in left]
    if any(pointer.startswith("/figures") for pointer in pointers):
        # Few layouts leave one out.
        from infographic.subbing.references import figures_left_out

        notes += figures_left_out(story, pointers, layout)
    for node in left:
        pointer = node.origin.pointer
        if pointer.startswith(NOT_SET) or pointer.count("/") > 4:
            continue
        notes.append(
            Diagnostic(
                "story-unused",
                f"{pointer or 'the whole story'} does not appear in layout “{layout}”",
                node.origin,
                severity=Severity.NOTE,
                layout=layout,
            )
        )
    return notes
