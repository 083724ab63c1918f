"""The catalogue: every kind of block a layout may hold. A new block is a file and a line here.

To import a block takes 1.5 to 4 ms, so that its module is imported when a layout first names it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module

KINDS: Mapping[str, str] = {
    "text": "infographic.blocks.text:Text",
    "headline": "infographic.blocks.headline:Headline",
    "stat": "infographic.blocks.stat:Stat",
    "stats": "infographic.blocks.stats:Stats",
    "numbers": "infographic.blocks.numbers:Numbers",
    "figure": "infographic.blocks.figure:Figure",
    "cover": "infographic.blocks.cover:Cover",
    "article": "infographic.blocks.article:Article",
    "thread": "infographic.blocks.thread:Thread",
    "panel": "infographic.blocks.panel:Panel",
    "illustrated": "infographic.blocks.illustrated:Illustrated",
    "stack": "infographic.blocks.stack:Stack",
    "grid": "infographic.blocks.grid:Grid",
    "alternatives": "infographic.blocks.alternatives:Alternatives",
    "frames": "infographic.blocks.frames:Frames",
    "list": "infographic.blocks.list:List",
    "graphic": "infographic.blocks.graphic:Graphic",
    "graphics": "infographic.blocks.graphics:Graphics",
    "icon": "infographic.blocks.icon:Icon",
    "artwork": "infographic.blocks.artwork:Artwork",
    "section": "infographic.blocks.section:Section",
    "fact_box": "infographic.blocks.fact_box:FactBox",
    "pull_quote": "infographic.blocks.pull_quote:PullQuote",
    "qr": "infographic.blocks.qr:Qr",
    "rule": "infographic.blocks.rule:Rule",
    "folio": "infographic.blocks.folio:Folio",
    "spacer": "infographic.blocks.spacer:Spacer",
}
"""A block's “type” in a layout, and its module and class."""


class Catalogue(MutableMapping[str, type]):
    """Kinds of blocks by name: the names are known at once, a class when it is asked for.

    Look a name up, or ask whether it is there, and no other block is imported; `items()` and
    `values()` import them all. A class may be put in by hand. Raises `KeyError` for a name that
    is no block's.
    """

    def __init__(self, kinds: Mapping[str, str]) -> None:
        self._kinds: dict[str, str | type] = dict(kinds)

    def __getitem__(self, name: str) -> type:
        kind = self._kinds[name]
        if isinstance(kind, str):
            module, _, cls = kind.partition(":")
            kind = self._kinds[name] = _class_of(module, cls)
        return kind

    def __setitem__(self, name: str, kind: type) -> None:
        self._kinds[name] = kind

    def __delitem__(self, name: str) -> None:
        del self._kinds[name]

    def __contains__(self, name: object) -> bool:
        return name in self._kinds

    def __iter__(self) -> Iterator[str]:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)


def _class_of(module: str, name: str) -> type:
    found = getattr(import_module(module), name)
    assert isinstance(found, type), f"{module}:{name} is no class"
    return found


CATALOGUE = Catalogue(KINDS)

__all__ = ["CATALOGUE", "Catalogue"]
