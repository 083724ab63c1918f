"""Finding a layout by name or path, and reading it with all it takes over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from infographic.foundation.datum import Node, Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError, did_you_mean
from infographic.foundation.files import shipped
from infographic.loading.binding.merge import extend
from infographic.loading.reading.source import read_file


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


@dataclass(frozen=True, slots=True)
class LayoutSource:
    """A layout's whole tree, what it extends merged in."""

    name: str
    node: Node
    stamps: tuple[tuple[Path, int, int], ...]
    """The files it was read from, with their time of change in ns and size, for caches."""


_READ: dict[Path, LayoutSource] = {}
"""What was read last from each path; parsing a layout and its family takes 6 ms."""


def read_layout(name: str | Path, folder: Path = Path()) -> LayoutSource:
    """Read a layout by shipped name or by path. Raises `SpecError`."""
    path = find_layout(str(name), folder, None).resolve()
    plain_name = Path(name).stem if str(name).endswith(".json") else str(name)
    known = _READ.get(path)
    if known and known.name == plain_name and all(_stamp(s[0]) == s for s in known.stamps):
        return known
    files: list[Path] = []
    # Messages name a file as its user did; a shipped one by its whole path.
    node = _read(find_layout(str(name), folder, None), (), files)
    source = LayoutSource(plain_name, node, tuple(_stamp(file) for file in files))
    if len(_READ) > 64:
        _READ.clear()
    _READ[path] = source
    return source


def _stamp(path: Path) -> tuple[Path, int, int]:
    try:
        status = path.stat()
    except OSError:
        return path, 0, -1
    return path, status.st_mtime_ns, status.st_size


def find_layout(name: str, folder: Path, asked_at: Origin | None) -> Path:
    """The file of a layout: a path ends in .json; else a shipped layout's or family's name."""
    if name.endswith(".json"):
        path = folder / name
        if path.is_file():
            return path
        hint = "a path starts from the folder you stand in; shipped layouts have no “.json”"
        raise SpecError([_unknown(f"there is no layout file {path}", hint, asked_at, name)])
    for candidate in (folder / "layouts" / f"{name}.json", shipped("layouts") / f"{name}.json"):
        if candidate.is_file():
            return candidate
    hint = did_you_mean(name, all_layouts())
    if asked_at is not None and not hint.startswith("did"):
        hint = did_you_mean(name, (*all_layouts(), *families()))
    raise SpecError([_unknown(f"there is no layout “{name}”", hint, asked_at, name)])


def _unknown(message: str, hint: str, at: Origin | None, name: str) -> Diagnostic:
    return Diagnostic("layout-unknown", message, at or Origin(Source(name)), hint)


def _read(path: Path, trail: tuple[Path, ...], files: list[Path]) -> Node:
    node = read_file(path, relaxed=True)
    files.append(path)
    if not isinstance(node.value, dict):
        fault = Diagnostic("layout-form", f"a layout is an object, not {node.kind}", node.origin)
        raise SpecError([fault])
    named = node.value.get("extends")
    if named is None:
        return node
    names = named.value if isinstance(named.value, tuple) else (named,)
    base: Node | None = None
    for item in names:
        if not isinstance(item.value, str):
            message = f"“extends” wants a layout's name, found {item.kind}"
            raise SpecError([Diagnostic("layout-form", message, item.origin)])
        parent = find_layout(item.value, path.parent, item.origin)
        if parent.resolve() in {p.resolve() for p in (*trail, path)}:
            message = f"layouts extend each other in a circle: {item.value}"
            raise SpecError([Diagnostic("layout-circle", message, item.origin)])
        tree = _read(parent, (*trail, path), files)
        base = tree if base is None else _over(base, tree)
    return node if base is None else _over(base, node)


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
        fields["colors"] = replace(fields["colors"], value={**above.value, **below.value})
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
