"""SVG's shapes as outlines, in the units they are written in (SVG 1.1, 8 and 9)."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from infographic.display.items import Segment
from infographic.display.vectors.path_data import segments_of
from infographic.foundation.diagnostics import SayingError
from infographic.foundation.geometry import Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.loading.assets.svg.values import SvgValueError, length, numbers
from infographic.loading.assets.svg.xml import Element

Segments = tuple[Segment, ...]
KAPPA = 4 / 3 * (math.sqrt(2) - 1)
"""Of a radius: how far a quarter turn's control points stand from its ends."""


class WrongAttributeError(Exception):
    """An attribute whose value is none; `why` is a phrase."""

    def __init__(self, name: str, why: SayingError) -> None:
        super().__init__(name, why)
        self.name, self.why = name, why


class Lengths(NamedTuple):
    """An element's lengths, read with the viewport that shares are of."""

    attributes: Mapping[str, str]
    viewport: Size

    def of(self, name: str, default: float = 0.0, least: float | None = None) -> float:
        text = self.attributes.get(name)
        if text is None:
            return default
        width, height = self.viewport
        if name in ("x", "width", "cx", "rx", "x1", "x2"):
            whole = width
        elif name == "r":
            whole = math.hypot(width, height) / math.sqrt(2)
        else:
            whole = height
        try:
            return length(text, whole, least)
        except SvgValueError as error:
            raise WrongAttributeError(name, error) from error

    def radius(self, name: str) -> float | None:
        """A corner's radius; None where it is the other one's."""
        text = self.attributes.get(name, "auto").strip()
        return None if text == "auto" else self.of(name, least=0)


def outline_of(element: Element, viewport: Size) -> Segments:
    """A shape's outline; () where it has no extent, and is not drawn.

    Raises `WrongAttributeError`.
    """
    return _FORMS[element.name](Lengths(element.attributes, viewport))


def _path(at: Lengths) -> Segments:
    data = at.attributes.get("d", "")
    if data.strip() == "none":
        return ()
    try:
        return segments_of(data)
    except SayingError as error:
        raise WrongAttributeError("d", error) from error


def _rect(at: Lengths) -> Segments:
    x, y, width, height = at.of("x"), at.of("y"), at.of("width", least=0), at.of("height", least=0)
    if not width or not height:
        return ()
    rx, ry = at.radius("rx"), at.radius("ry")
    rx, ry = (ry if rx is None else rx) or 0.0, (rx if ry is None else ry) or 0.0
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    right, foot = x + width, y + height
    if not rx or not ry:
        corners = ((x, y), (right, y), (right, foot), (x, foot))
        return (*(("L" if i else "M", corner) for i, corner in enumerate(corners)), ("Z", ()))
    kx, ky = rx * (1 - KAPPA), ry * (1 - KAPPA)
    return (
        ("M", (x + rx, y)),
        ("L", (right - rx, y)),
        ("C", (right - kx, y, right, y + ky, right, y + ry)),
        ("L", (right, foot - ry)),
        ("C", (right, foot - ky, right - kx, foot, right - rx, foot)),
        ("L", (x + rx, foot)),
        ("C", (x + kx, foot, x, foot - ky, x, foot - ry)),
        ("L", (x, y + ry)),
        ("C", (x, y + ky, x + kx, y, x + rx, y)),
        ("Z", ()),
    )


def _round(x: float, y: float, rx: float, ry: float) -> Segments:
    if not rx or not ry:
        return ()
    kx, ky = rx * KAPPA, ry * KAPPA
    return (
        ("M", (x + rx, y)),
        ("C", (x + rx, y + ky, x + kx, y + ry, x, y + ry)),
        ("C", (x - kx, y + ry, x - rx, y + ky, x - rx, y)),
        ("C", (x - rx, y - ky, x - kx, y - ry, x, y - ry)),
        ("C", (x + kx, y - ry, x + rx, y - ky, x + rx, y)),
        ("Z", ()),
    )


def _circle(at: Lengths) -> Segments:
    radius = at.of("r", least=0)
    return _round(at.of("cx"), at.of("cy"), radius, radius)


def _ellipse(at: Lengths) -> Segments:
    rx, ry = at.radius("rx"), at.radius("ry")
    rx, ry = (ry if rx is None else rx) or 0.0, (rx if ry is None else ry) or 0.0
    return _round(at.of("cx"), at.of("cy"), rx, ry)


def _line(at: Lengths) -> Segments:
    return (("M", (at.of("x1"), at.of("y1"))), ("L", (at.of("x2"), at.of("y2"))))


def _points(at: Lengths) -> Segments:
    text = at.attributes.get("points", "")
    try:
        found = numbers(text)
        if len(found) % 2:
            raise SvgValueError(say("phrase/svg-pairs", count=len(found)))
    except SvgValueError as error:
        raise WrongAttributeError("points", error) from error
    pairs = zip(found[0::2], found[1::2], strict=True)
    return tuple([("L" if i else "M", pair) for i, pair in enumerate(pairs)])


def _polygon(at: Lengths) -> Segments:
    found = _points(at)
    return (*found, ("Z", ())) if found else ()


_FORMS: Mapping[str, Callable[[Lengths], Segments]] = {
    "path": _path,
    "rect": _rect,
    "circle": _circle,
    "ellipse": _ellipse,
    "line": _line,
    "polyline": _points,
    "polygon": _polygon,
}
