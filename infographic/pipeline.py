"""compose(): the whole path from two files to a page, on one screen."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from infographic.blocks import CATALOGUE
from infographic.composed import ComposedPage, PathLike, stop_at
from infographic.display.items import Page
from infographic.display.ledger import ledger
from infographic.foundation.datum import Node, Origin, Source
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.layout.block import Givens, SmallestType
from infographic.loading.assets.fontbook import FontBook
from infographic.loading.binding.bind import bind, left_out_musts, unused
from infographic.loading.binding.merge import set_value
from infographic.loading.binding.needs import missing_needs
from infographic.loading.reading.source import node_of, read_file
from infographic.loading.sheet.layouts import LayoutSource, read_layout
from infographic.loading.sheet.settled import (
    SettledLayout,
    decode_body,
    decode_story,
    settle,
    with_styles,
)
from infographic.loading.sheet.sheet import SCREEN_PPI
from infographic.loading.sheet.tuning import Tuning
from infographic.make_up import Plan, make_up
from infographic.profiles import find_profile, press_profile

if TYPE_CHECKING:
    from infographic.story.model import Publication


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
    stop_at([replace(fault, layout=drafted.layout) for fault in faults])
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
    stop_at([replace(need, layout=settled.name) for need in needs])
    doubts: list[Diagnostic] = []
    decoded = decode_story(told, _root(root, told), doubts)
    bounds = [bind(page.body, told) for page in settled.pages]
    used = frozenset().union(*(bound.used for bound in bounds))
    stop_at(
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
    first, *further = (
        ComposedPage(
            page,
            settled.name,
            (),
            press_name,
            press_at,
            number=plan.number if len(plans) > 1 else "",
        )
        for page, plan in zip(made, plans, strict=True)
    )
    return replace(
        first,
        diagnostics=(*said, *underset, *(() if trial else _left_out(told, used, settled.name))),
        further=tuple(further),
    )


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


def _root(root: PathLike | None, story: Node) -> Path:
    return Path(root) if root is not None else Path(story.origin.source.folder)


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
