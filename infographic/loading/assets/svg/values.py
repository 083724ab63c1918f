"""Values of SVG's attributes and properties: numbers, lengths, colours, transforms."""

from __future__ import annotations

import math

from infographic.display.vectors.colors import color_in
from infographic.display.vectors.path_data import FARTHEST, PathDataError, numbers_in
from infographic.foundation import limits
from infographic.foundation.color import Color
from infographic.foundation.diagnostics import SayingError
from infographic.foundation.late_pattern import late
from infographic.foundation.matrix import IDENTITY, Matrix, times
from infographic.foundation.sayings import say

UNITS = {
    "": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0,
    "q": 96 / 101.6,
}  # fmt: skip
"""User units in each (CSS)."""
_LENGTH = late(r"([-+]?(?:\d++(?:\.\d*+)?|\.\d++)(?:[eE][-+]?\d+)?)\s*([A-Za-z]*|%)")
_FUNCTION = late(r"\s*+,?\s*+([A-Za-z]++)\s*+\(([^()]*+)\)")


class SvgValueError(SayingError):
    """What a value should have been; its sentence is a phrase."""


def number(text: str, least: float | None = None) -> float:
    """A plain number, finite. Raises `SvgValueError`."""
    return length(text, 0.0, least) if not text.strip().endswith("%") else _wrong("number")


def share(text: str) -> float:
    """An opacity, from 0 to 1, as a number or in per cent; what lies outside is brought inside."""
    text = text.strip()
    value = length(text.removesuffix("%"), 0.0) / (100 if text.endswith("%") else 1)
    return min(max(value, 0.0), 1.0)


def length(text: str, whole: float, least: float | None = None) -> float:
    """A length in user units; a share is one of `whole`."""
    match = _LENGTH.fullmatch(text.strip())
    if match is None:
        return _wrong("number")
    unit = match[2].lower()
    if unit == "%":
        value = float(match[1]) * whole / 100
    elif unit in UNITS:
        value = float(match[1]) * UNITS[unit]
    else:
        raise SvgValueError(say("phrase/svg-unit", unit=match[2], known=tuple(filter(None, UNITS))))
    if not abs(value) <= FARTHEST:
        raise SvgValueError(say("phrase/svg-far"))
    if least is not None and value < least:
        raise SvgValueError(say("phrase/svg-least", least=least))
    return value


def _wrong(what: str) -> float:
    raise SvgValueError(say("phrase/svg-number") if what == "number" else say("phrase/svg-numbers"))


def numbers(text: str) -> list[float]:
    """Numbers parted by spaces or commas."""
    try:
        found = numbers_in(text)
    except PathDataError as error:
        raise SvgValueError(error.saying) from error
    if found is None:
        raise SvgValueError(say("phrase/svg-numbers"))
    return found


# Transforms


def transform(text: str) -> Matrix:
    """A `transform` attribute as one matrix."""
    matrix, at, count, most = IDENTITY, 0, 0, limits.most("svg-transforms")
    while (match := _FUNCTION.match(text, at)) is not None:
        at, count = match.end(), count + 1
        if count > most:
            raise SvgValueError(say("phrase/svg-transforms", most=most, limit="svg-transforms"))
        matrix = times(_function(match[1], numbers(match[2])), matrix)
    if text[at:].strip() or not all(abs(value) <= FARTHEST for value in matrix):
        raise SvgValueError(say("phrase/svg-transform"))
    return matrix


def _function(name: str, values: list[float]) -> Matrix:
    match name, values:
        case "matrix", [a, b, c, d, e, f]:
            return (a, b, c, d, e, f)
        case "translate", [x]:
            return (1.0, 0.0, 0.0, 1.0, x, 0.0)
        case "translate", [x, y]:
            return (1.0, 0.0, 0.0, 1.0, x, y)
        case "scale", [x]:
            return (x, 0.0, 0.0, x, 0.0, 0.0)
        case "scale", [x, y]:
            return (x, 0.0, 0.0, y, 0.0, 0.0)
        case "rotate", [degrees]:
            return _turned(degrees)
        case "rotate", [degrees, x, y]:
            back = times((1.0, 0.0, 0.0, 1.0, -x, -y), _turned(degrees))
            return times(back, (1.0, 0.0, 0.0, 1.0, x, y))
        case "skewX", [degrees]:
            return (1.0, 0.0, math.tan(math.radians(degrees)), 1.0, 0.0, 0.0)
        case "skewY", [degrees]:
            return (1.0, math.tan(math.radians(degrees)), 0.0, 1.0, 0.0, 0.0)
    raise SvgValueError(say("phrase/svg-transform"))


def _turned(degrees: float) -> Matrix:
    # Quarter turns are exact: what stands upright stays upright.
    quarter = degrees / 90
    if quarter == round(quarter):
        cos, sin = ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[round(quarter) % 4]
    else:
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return (cos, sin, -sin, cos, 0.0, 0.0)


# Colours


def color(text: str) -> tuple[Color | None, float]:
    """A colour and its opacity; None for no colour at all. Raises `SvgValueError`."""
    found = color_in(text)
    if found is None:
        raise SvgValueError(say("phrase/svg-color"))
    return found
