"""Finding a layout by name or path, and reading it with all it takes over."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from infographic.foundation.calls import must_be
from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import near_word, nearest
from infographic.foundation.files import shipped
from infographic.foundation.reach import is_there
from infographic.foundation.record import record, replaced
from infographic.foundation.sayings import Saying, say
from infographic.loading.binding.merge import extend
from infographic.loading.reading.extending import (
    NOWHERE,
    FileKind,
    Stamps,
    Unchanged,
    stamps_of,
)


def shipped_layouts() -> tuple[str, ...]:
    """The names of the shipped layouts, those that `render` makes by itself."""
    return tuple(sorted(path.stem for path in shipped("layouts").glob("*.json")))


def all_layouts() -> tuple[str, ...]:
    """Every shipped layout's name, those in folders too: “square”, “modern/square”."""
    top = shipped("layouts")
    names = (path.relative_to(top).with_suffix("").as_posix() for path in top.rglob("*.json"))
    return tuple(sorted(name for name in names if not name.startswith("families/")))


def families() -> tuple[str, ...]:
    """What shipped layouts extend: “families/daily”."""
    paths = shipped("layouts").glob("families/*.json")
    return tuple(sorted(f"families/{path.stem}" for path in paths))


@record
class LayoutSource:
    """A layout's whole tree, what it extends merged in."""

    name: str
    node: Node
    stamps: Stamps
    """The files it was read from, with their time of change in ns and size, for caches."""
    content: str = ""
    """Of a layout given as a dict a digest, likewise."""


_READ: Unchanged[LayoutSource] = Unchanged(64)
"""Parsing a layout and its family takes 6 ms."""


GIVEN = "<layout>"
"""The name of a layout that a program gives as a dict."""


def read_layout(
    layout: str | os.PathLike[str] | Mapping[str, object] | LayoutSource, folder: Path = Path()
) -> LayoutSource:
    """Read a layout by shipped name, by path, or from a dict. Raises `SpecError`.

    What a dict extends is found by shipped name, or by a path from `folder`.
    """
    if isinstance(layout, LayoutSource):
        return layout
    if isinstance(layout, Mapping):
        # Late: for programs alone.
        import hashlib

        from infographic.loading.reading.values import node_of

        own = node_of(layout, GIVEN)
        node, files = LAYOUT.over_all(own, folder)
        digest = hashlib.sha256(repr(own.plain()).encode()).hexdigest()
        return LayoutSource(GIVEN, node, stamps_of(files), digest)
    must_be(isinstance(layout, str | os.PathLike), "layout", say("phrase/layout-like"), layout)
    name = os.fspath(layout)
    path = find_layout(name, folder, None)
    plain_name = Path(name).stem if name.endswith(".json") else name
    # Messages name a file as its user did; a shipped one by its whole path.
    key = plain_name, path.resolve(), str(path)
    known = _READ.get(key)
    if known is not None:
        return known
    node, files = LAYOUT.read(path)
    source = LayoutSource(plain_name, node, stamps_of(files))
    return _READ.put(key, source.stamps, source)


def read_shipped(name: str) -> LayoutSource:
    """A shipped layout itself, whatever the folder that we stand in has by its name."""
    return read_layout(name, NOWHERE)


def find_layout(name: str, folder: Path, asked_at: Origin | None) -> Path:
    """The file of a layout: a path ends in .json; else a shipped layout's or family's name."""
    return LAYOUT.find(name, folder, asked_at)


def _named(name: str, folder: Path) -> Path | None:
    candidates = (folder / "layouts" / f"{name}.json", shipped("layouts") / f"{name}.json")
    return next((path for path in candidates if is_there(path)), None)


def _near(name: str, is_in_file: bool) -> Saying | None:
    family, _, canvas = name.partition("/")
    if f"families/{family}" in families() and canvas in shipped_layouts():
        if family == "daily":
            return say("mend/did-you-mean", near=canvas)
        return say("mend/over-family", family=family, canvas=canvas)
    near = near_word(name, all_layouts())
    return near or nearest(name, (*all_layouts(), *families()) if is_in_file else all_layouts())


def _over(base: Node, child: Node) -> Node:
    """A layout over its base: tokens and styles merge, the tree of blocks is one or the other's."""
    assert isinstance(base.value, dict)
    assert isinstance(child.value, dict)
    merged = extend(base, child)
    assert isinstance(merged.value, dict)
    fields = dict(merged.value)
    # A colour is its inks and its sRGB together: half of one and half of another is neither.
    above, below = base.value.get("colors"), child.value.get("colors")
    if above and below and isinstance(above.value, dict) and isinstance(below.value, dict):
        fields["colors"] = replaced(fields["colors"], value={**above.value, **below.value})
    # So is a part: one tree or the other.
    above, below = base.value.get("parts"), child.value.get("parts")
    if above and below and isinstance(above.value, dict) and isinstance(below.value, dict):
        fields["parts"] = replaced(fields["parts"], value={**above.value, **below.value})
    # One page or several: what the child has is meant.
    for own, other in (("body", "pages"), ("pages", "body")):
        if own in child.value and other not in child.value:
            fields.pop(other, None)
    for whole in ("body", "pages", "needs", "tune"):
        if whole not in fields:
            continue
        chosen = child.value.get(whole, base.value.get(whole))
        if chosen is not None:
            fields[whole] = chosen
    return Node(fields, child.origin, merged.keys)


LAYOUT = FileKind(
    named=_named,
    near=_near,
    over=_over,
    takes_several=True,
    unknown=lambda name: say("layout-unknown", name=name),
    no_file=lambda path: say("layout-unknown/file", path=path),
    no_object=lambda kind: say("layout-form/object", kind=kind),
    no_name=lambda kind: say("layout-form/extends", kind=kind),
    circle=lambda name: say("layout-circle", name=name),
)
