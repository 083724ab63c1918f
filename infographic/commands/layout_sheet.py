"""`infographic layouts --sheet`: one story in every layout that it fits, as thumbnails."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from infographic.backends.contact_sheet import Group, Thumb, contact_sheet
from infographic.composed import ComposedPage
from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic, SpecError, errors
from infographic.foundation.record.tuples import NamedTuple
from infographic.loading.sheet.layouts import (
    all_layouts,
    families,
    read_layout,
    shipped_layouts,
)
from infographic.options import LayoutLike
from infographic.pipeline import compose

FIRST_FAMILY = "daily"
"""The family of the layouts without a folder."""
NO_EDITION = ("families/daily", "families/social")
"""What every canvas, or every screen's, extends already."""
OWN = "files"


class Asked(NamedTuple):
    """A layout to be drawn."""

    name: str
    """As it is written below its page: “gala/square”, “square + gala”."""
    family: str
    layout: LayoutLike


class Drawn(NamedTuple):
    """What came of it: a page, or why there is none."""

    asked: Asked
    page: ComposedPage | None
    why: Diagnostic | None = None


def asked_layouts(patterns: Sequence[str]) -> list[Asked]:
    """The shipped layouts that match one of the patterns (all without one), and files by path.

    A family that has no tree of its own for a canvas is laid over the first family's.
    """
    every = [*_shipped()]
    files = [one for one in patterns if one.endswith(".json")]
    names = [one for one in patterns if not one.endswith(".json")]
    wanted = names or ([] if files else ["*"])
    found = [one for one in every if any(fnmatchcase(one.name, each) for each in wanted)]
    return [*found, *(Asked(_name_of(one), OWN, one) for one in files)]


def _name_of(file: str) -> str:
    """
    >>> _name_of("examples/two-pages/layout.json")
    'two-pages/layout'
    """
    return "/".join(Path(file).with_suffix("").parts[-2:])


def _shipped() -> Iterator[Asked]:
    known, canvases = all_layouts(), shipped_layouts()
    for name in canvases:
        yield Asked(name, FIRST_FAMILY, name)
    editions = [one for one in families() if one not in NO_EDITION]
    for edition in editions:
        family = edition.partition("/")[2]
        for canvas in canvases:
            own = f"{family}/{canvas}"
            if own not in known:
                yield Asked(f"{canvas} + {family}", family, {"extends": [canvas, edition]})
        for name in known:
            if name.startswith(f"{family}/"):
                yield Asked(name, family, name)


def drawn(story: Node, layouts: Iterable[Asked], font_path: tuple[Path, ...]) -> Iterator[Drawn]:
    for one in layouts:
        try:
            yield Drawn(one, compose(story, read_layout(one.layout), font_path=font_path))
        except SpecError as error:
            yield Drawn(one, None, (errors(error.diagnostics) or error.diagnostics)[0])


def sheet_of(title: str, found: Sequence[Drawn], side: int) -> bytes:
    """The contact sheet as a PNG: pages by family, those left out named with the reason."""
    groups: dict[str, list[list[Thumb]]] = {}
    for one in found:
        if one.page is not None:
            groups.setdefault(one.asked.family, []).append(_thumbs(one.asked.name, one.page))
    left_out = [said(one) for one in found if one.why is not None]
    # The low pages first: what is tall stands in one row.
    made = [
        Group(family, tuple(thumb for thumbs in sorted(several, key=_tall) for thumb in thumbs))
        for family, several in groups.items()
    ]
    return contact_sheet(title, made, left_out, side)


def _thumbs(name: str, page: ComposedPage) -> list[Thumb]:
    pages = page.pages
    if len(pages) == 1:
        return [Thumb(name, page.page)]
    return [Thumb(f"{name} {n}/{len(pages)}", one.page) for n, one in enumerate(pages, 1)]


def _tall(thumbs: Sequence[Thumb]) -> float:
    trim = thumbs[0].page.trim
    return trim.height / trim.width


def said(one: Drawn) -> str:
    """“broadsheet: not drawn: …”, or that it is drawn."""
    if one.why is None:
        return f"{one.asked.name}: drawn"
    return f"{one.asked.name}: not drawn: {one.why.message}"
