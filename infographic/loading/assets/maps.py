"""Base maps beside a story: found as pictures are, read by content, faults with their places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from infographic.foundation import limits
from infographic.foundation.base_map import BaseMap, Step
from infographic.foundation.datum import Node, Origin, Source
from infographic.foundation.diagnostics import Diagnostic, Severity, SpecError, nearest
from infographic.foundation.reach import OutOfReachError, real_path
from infographic.foundation.record import replaced
from infographic.foundation.sayings import Saying, say
from infographic.graphics.maps.faults import MapError
from infographic.graphics.maps.read import read_base
from infographic.loading.reading.source import names_beside, read_json

ENDINGS = (".geojson", ".json", ".topojson", ".svg")


def open_base(
    path: Path, origin: Origin, names: str = "", layer: str = ""
) -> tuple[BaseMap, tuple[Diagnostic, ...]]:
    """A base map's file, and what is doubtful in it.

    Nothing out of reach is opened, not even through a link. `names` is the property with the
    places' names, `layer` the object of a topology. Raises `SpecError`.
    """
    data = _bytes_of(path, origin)
    if data[:512].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        # Late: few bases are SVG.
        from infographic.loading.assets.svg_base import read_svg_base

        drawn, left_out = read_svg_base(data, path)
        return replaced(drawn, path=path, origin=origin), left_out
    try:
        base = read_base(data, names, layer)
    except MapError as error:
        at = _place_of(error.path, path, data)
        raise SpecError([error.at(at)]) from None
    doubts = tuple(
        Diagnostic(doubt.saying, _place_of(doubt.path, path, data), severity=Severity.WARNING)
        for doubt in base.doubts
    )
    return replaced(base, path=path, origin=origin), doubts


def _bytes_of(path: Path, origin: Origin) -> bytes:
    name = path.as_posix()

    def refused(saying: Saying, mend: Saying | None = None) -> SpecError:
        return SpecError([Diagnostic(saying, origin, mend)])

    if {"http:", "https:", "ftp:"}.intersection(path.parts) or name.startswith("data:"):
        raise refused(say("map-missing/address", name=name))
    try:
        real = real_path(path)
        if not real.exists():
            raise refused(say("map-missing/file", name=name), _near(path, real))
        if not real.is_file():
            raise refused(say("map-missing/folder", name=name))
        with real.open("rb") as file:
            return file.read(limits.most("map-bytes") + 1)
    except OutOfReachError as error:
        raise refused(error.saying, error.mend) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise refused(say("map-unreadable", file=path, reason=reason)) from None


def _near(file: Path, real: Path) -> Saying:
    beside = names_beside(real, ENDINGS)
    if beside is None:
        return say("mend/no-folder", folder=file.parent)
    return nearest(file.name, beside) or say("mend/path-from-file")


def _place_of(path: Sequence[Step], file: Path, data: bytes) -> Origin:
    """The place in a base that a path leads to: only now is it read with its places."""
    text = data.decode("utf-8-sig", errors="replace")
    source = Source(file.as_posix(), text, file.parent.as_posix(), file)
    at = Origin(source)
    for step in path:
        at = at / step
    try:
        node: Node | None = read_json(source, relaxed=False)
    except SpecError:
        # Broken as JSON: the sentence has the line.
        return at
    for step in path:
        inside = None if node is None else node.value
        if isinstance(inside, dict):
            node = inside.get(str(step))
        elif isinstance(inside, tuple) and isinstance(step, int) and step < len(inside):
            node = inside[step]
        else:
            return at
    return at if node is None else node.origin


def map_of(node: Node, report: Callable[[Diagnostic], None], files: list[Path]) -> BaseMap | None:
    """The base map that a node names: a path, or {"path": …, "names": …, "layer": …}.

    Its file is added to `files`. What is wrong is reported, and the answer is None.
    """
    parts = node.value if isinstance(node.value, dict) else {"path": node}
    said = {key: part.value for key, part in parts.items()}
    unknown = [key for key in said if key not in ("path", "names", "layer")]
    path = said.get("path")
    if not isinstance(path, str) or not all(isinstance(one, str) for one in said.values()):
        report(Diagnostic(say("value-kind/map", found=node.kind), node.origin))
        return None
    if unknown:
        saying = say("value-kind/map-part", name=unknown[0])
        report(Diagnostic(saying, parts[unknown[0]].origin))
        return None
    file = Path(node.origin.source.folder, path)
    names, layer = (str(said.get(key, "")) for key in ("names", "layer"))
    try:
        base, doubts = open_base(file, parts["path"].origin, names, layer)
    except SpecError as error:
        for diagnostic in error.diagnostics:
            report(diagnostic)
        return None
    for doubt in doubts:
        report(doubt)
    files.append(file)
    return base
