"""A file's bytes become a drawing, whole, or all that is wrong in it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path as FilePath

from infographic.display.extents import around, extent
from infographic.display.items import DrawingFile, Group, Path, Placed
from infographic.foundation import limits
from infographic.foundation.color import Color
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Rect, Size
from infographic.foundation.late_pattern import late
from infographic.foundation.matrix import Matrix
from infographic.foundation.memo import Memo
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.loading.assets.svg.css import rules_in
from infographic.loading.assets.svg.forms import WrongAttributeError
from infographic.loading.assets.svg.known import ACTIVE
from infographic.loading.assets.svg.looks import Look
from infographic.loading.assets.svg.paint import HERE, Painter
from infographic.loading.assets.svg.properties import Properties, TooMuchError
from infographic.loading.assets.svg.values import SvgValueError, length, numbers
from infographic.loading.assets.svg.xml import Element, read_tree

_ASPECT = late(r"(none|x(Min|Mid|Max)Y(Min|Mid|Max))(?:\s+(meet|slice))?")
KEPT = 64
_READ: Memo[tuple[DrawingFile | None, tuple[Diagnostic, ...]]] = Memo("drawings", KEPT)


class View(NamedTuple):
    """A drawing's size, and how its own units become those of it."""

    size: Size
    units: Size
    """What shares of a length are of."""
    matrix: Matrix


def read_drawing(
    data: bytes, name: str, path: FilePath
) -> tuple[DrawingFile | None, tuple[Diagnostic, ...]]:
    """A drawing, or None and what is wrong in it, each at its place in the file.

    The same bytes under the same name are read once.
    """
    digest = hashlib.sha256(data).hexdigest()
    kept = _READ.get((digest, name, path))
    return kept or _READ.put((digest, name, path), _read(data, name, path, digest))


def _read(
    data: bytes, name: str, path: FilePath, digest: str
) -> tuple[DrawingFile | None, tuple[Diagnostic, ...]]:
    # What a program hands over has a name, and no place.
    root = read_tree(data, name, path if path.is_absolute() else None)
    if isinstance(root, Diagnostic):
        return None, (root,)
    wrong = _Faults()
    try:
        return _drawn(root, name, path, digest, wrong)
    except TooMuchError as error:
        return None, (*wrong.found, error.diagnostic)
    except _EnoughError:
        return None, tuple(wrong.found)


def _drawn(
    root: Element, name: str, path: FilePath, digest: str, wrong: _Faults
) -> tuple[DrawingFile | None, tuple[Diagnostic, ...]]:
    for fault in _active(root):
        wrong.take(fault)
    view = _view(root, wrong.take)
    if view is None:
        return None, tuple(wrong.found)
    elements = list(_walk(root))
    rules, found = rules_in([one for one in elements if one.name == "style"])
    for fault in found:
        wrong.take(fault)
    ids: dict[str, Element] = {}
    for element in elements:
        ids.setdefault(element.attributes.get("id", ""), element)
    items = Painter(root, ids, rules, view.units, wrong.take).draw(root, view.matrix, Look())
    if not items and not wrong.found:
        wrong.take(Diagnostic(say("svg-empty", name=name), root.origin))
    if any(fault.severity is Severity.ERROR for fault in wrong.found):
        return None, tuple(wrong.found)
    within = tuple(_within(items, view.size))
    colors = tuple(dict.fromkeys(_colors(within)))
    made = DrawingFile(path, digest, *view.size, is_cut_out=True, items=within, colors=colors)
    return made, tuple(wrong.found)


class _EnoughError(Exception):
    """More is wrong than anybody reads."""


class _Faults:
    """What is wrong in a file, each once, until it is enough."""

    def __init__(self) -> None:
        self.found: dict[Diagnostic, None] = {}
        self.left = limits.most("svg-faults")

    def take(self, fault: Diagnostic) -> None:
        """Raises `_EnoughError`."""
        self.left -= 1
        if self.left < 0:
            raise _EnoughError
        self.found[fault] = None


def _walk(root: Element) -> Iterator[Element]:
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += reversed(element.children)


def _active(root: Element) -> Iterator[Diagnostic]:
    """What acts or leads elsewhere: wrong wherever it stands, even where nothing draws it."""
    for element in _walk(root):
        if element.name == "a":
            yield Diagnostic(say("svg-unsafe/link"), element.origin)
        elif element.name in ACTIVE:
            yield Diagnostic(say("svg-unsafe/active", name=element.name), element.origin)
        for name in element.attributes:
            if name.lower().startswith("on"):
                yield Diagnostic(say("svg-unsafe/handler", name=name[:40]), element.origin)


# Its size


def _view(root: Element, wrong: Callable[[Diagnostic], None]) -> View | None:
    """The viewport and what its view box becomes in it (SVG 1.1, 7.8); None where there is none."""
    try:
        width, height = _side(root, "width"), _side(root, "height")
        box = _box(root)
    except WrongAttributeError as error:
        Properties((), wrong).wrong_value(error.name, root.attributes[error.name], error.why, root)
        return None
    if box is None and (width is None or height is None):
        wrong(Diagnostic(say("svg-size/none"), root.origin))
        return None
    if 0 in (width, height) or (box is not None and 0 in box.size):
        wrong(Diagnostic(say("svg-size/zero"), root.origin))
        return None
    if box is None:
        assert width is not None and height is not None
        size = Size(width, height)
        return View(size, size, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0))
    width = width or (height * box.width / box.height if height else box.width)
    size = Size(width, height or width * box.height / box.width)
    match = _ASPECT.fullmatch(root.attributes.get("preserveAspectRatio", "xMidYMid").strip())
    if match is None:
        name = "preserveAspectRatio"
        why = SvgValueError(say("phrase/svg-aspect"))
        Properties((), wrong).wrong_value(name, root.attributes[name], why, root)
        return None
    return View(size, box.size, _placed(box, size, match))


def _side(root: Element, name: str) -> float | None:
    """The viewport's width or height; None where it is a share of what nobody knows yet."""
    text = root.attributes.get(name, "auto").strip()
    if text in ("auto", "") or text.endswith("%"):
        return None
    try:
        return length(text, 0.0, least=0)
    except SvgValueError as error:
        raise WrongAttributeError(name, error) from error


def _box(root: Element) -> Rect | None:
    text = root.attributes.get("viewBox")
    if text is None or text.strip() == "none":
        return None
    try:
        values = numbers(text)
        if len(values) != 4 or min(values[2:]) < 0:
            raise SvgValueError(say("phrase/svg-view"))
    except SvgValueError as error:
        raise WrongAttributeError("viewBox", error) from error
    return Rect(*values)


def _placed(box: Rect, size: Size, aspect: re.Match[str]) -> Matrix:
    across, down = size.width / box.width, size.height / box.height
    if aspect[1] == "none":
        return (across, 0.0, 0.0, down, -box.x * across, -box.y * down)
    scale = max(across, down) if aspect[4] == "slice" else min(across, down)
    shares = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}
    left = (size.width - box.width * scale) * shares[aspect[2]] - box.x * scale
    top = (size.height - box.height * scale) * shares[aspect[3]] - box.y * scale
    return (scale, 0.0, 0.0, scale, left, top)


# What is drawn


def _within(items: Sequence[Placed], size: Size) -> Sequence[Placed]:
    """Items cut off at the viewport's edge, where any reaches past it."""
    bounds = around([one for one in map(extent, items) if one is not None])
    if bounds is None or Rect(0, 0, *size).holds(bounds, 1e-3 * max(size)):
        return items
    return (Placed(HERE, Group(tuple(items), clip=size), items[0].origin),)


def _colors(items: Sequence[Placed]) -> Iterator[Color]:
    for one in items:
        if isinstance(one.item, Group):
            yield from _colors(one.item.items)
        elif isinstance(one.item, Path):
            if one.item.fill is not None:
                yield one.item.fill
            if one.item.stroke is not None:
                yield one.item.stroke.color
