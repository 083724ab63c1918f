"""How a shape is painted: what it says itself, and what it has from the groups round it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from infographic.display.items import Cap, Join, LineStyle
from infographic.display.vectors.colors import CURRENT, CURRENT_COLOR, of_lights
from infographic.foundation import limits
from infographic.foundation.color import Color
from infographic.foundation.diagnostics import SayingError
from infographic.foundation.record import record, replaced
from infographic.foundation.sayings import say
from infographic.loading.assets.svg.values import SvgValueError, color, length, number, share

BLACK, LINE = of_lights((0, 0, 0)), LineStyle(miter_limit=4.0)
"""What SVG begins with (11.2)."""


@record
class Look:
    """The inherited properties, at one element. Lengths are in its own units."""

    fill: Color | None = BLACK
    fill_opacity: float = 1.0
    """With what the colour itself lets through."""
    fill_alpha: float = 1.0
    """Of the colour alone."""
    even_odd: bool = False
    stroke: Color | None = None
    stroke_opacity: float = 1.0
    stroke_alpha: float = 1.0
    width: float = 1.0
    line: LineStyle = LINE
    color: Color = CURRENT_COLOR
    clips_even_odd: bool = False
    is_visible: bool = True


class WrongPropertyError(Exception):
    """A property whose value cannot be drawn, with the saying of why."""

    def __init__(self, name: str, value: str, why: SayingError | None) -> None:
        super().__init__(name, value, why)
        self.name, self.value, self.why = name, value, why


def looking(look: Look, properties: Mapping[str, str]) -> Look:
    """The look of an element with these properties inside one with that look.

    Raises `WrongPropertyError`.
    """
    own = {name: value for name, value in properties.items() if name in _SETTERS}
    # currentColor is the element's own.
    for name in sorted(own, key=lambda name: name != "color"):
        value = own[name].strip()
        if value.lower() in ("inherit", "unset"):
            continue
        try:
            if value.lower() == "initial":
                look = _SETTERS[name](look, _INITIAL[name])
            else:
                look = _SETTERS[name](look, value)
        except SvgValueError as error:
            raise WrongPropertyError(name, value, error) from error
    return look


def _painted(look: Look, text: str) -> tuple[Color | None, float]:
    if text.lower().startswith(("url(", "context-")):
        raise SvgValueError(say("phrase/svg-paint"))
    found, alpha = color(text)
    return (look.color if found is not None and found.name == CURRENT else found), alpha


def _fill(look: Look, text: str) -> Look:
    found, alpha = _painted(look, text)
    return replaced(look, fill=found, fill_alpha=alpha)


def _stroke(look: Look, text: str) -> Look:
    found, alpha = _painted(look, text)
    return replaced(look, stroke=found, stroke_alpha=alpha)


def _color(look: Look, text: str) -> Look:
    found, _ = color(text)
    if found is None:
        raise SvgValueError(say("phrase/svg-color"))
    return look if found.name == CURRENT else replaced(look, color=found)


def _rule(field: str) -> Callable[[Look, str], Look]:
    def set_rule(look: Look, text: str) -> Look:
        is_even_odd = _one_of(text, {"nonzero": False, "evenodd": True})
        changes: dict[str, Any] = {field: is_even_odd}
        return replaced(look, **changes)

    return set_rule


def _share(field: str) -> Callable[[Look, str], Look]:
    def set_share(look: Look, text: str) -> Look:
        changes: dict[str, Any] = {field: share(text)}
        return replaced(look, **changes)

    return set_share


def _one_of(text: str, words: Mapping[str, Any]) -> Any:
    if text.lower() not in words:
        raise SvgValueError(say("phrase/svg-word", known=tuple(words)))
    return words[text.lower()]


def _line(look: Look, **changes: Any) -> Look:
    return replaced(look, line=look.line._replace(**changes))


def _cap(look: Look, text: str) -> Look:
    return _line(look, cap=_one_of(text, {str(cap): cap for cap in Cap}))


def _join(look: Look, text: str) -> Look:
    return _line(look, join=_one_of(text, {str(join): join for join in Join}))


def _dashes(look: Look, text: str) -> Look:
    parts = [] if text.lower() == "none" else text.replace(",", " ").split()
    most = limits.most("dash-lengths")
    if len(parts) > most:
        raise SvgValueError(say("phrase/svg-dashes", most=most, limit="dash-lengths"))
    dash = tuple(length(part, 0.0, least=0) for part in parts if _is_no_share(part))
    return _line(look, dash=dash if sum(dash) > 0 else ())


def _is_no_share(text: str) -> bool:
    if text.endswith("%"):
        raise SvgValueError(say("phrase/svg-number"))
    return True


def _visibility(look: Look, text: str) -> Look:
    words = {"visible": True, "hidden": False, "collapse": False}
    return replaced(look, is_visible=_one_of(text, words))


_SETTERS: Mapping[str, Callable[[Look, str], Look]] = {
    "fill": _fill,
    "fill-opacity": _share("fill_opacity"),
    "fill-rule": _rule("even_odd"),
    "stroke": _stroke,
    "stroke-opacity": _share("stroke_opacity"),
    "stroke-width": lambda look, text: replaced(look, width=number(text, least=0)),
    "stroke-linecap": _cap,
    "stroke-linejoin": _join,
    "stroke-miterlimit": lambda look, text: _line(look, miter_limit=number(text, least=1)),
    "stroke-dasharray": _dashes,
    "stroke-dashoffset": lambda look, text: _line(look, dash_phase=number(text)),
    "color": _color,
    "clip-rule": _rule("clips_even_odd"),
    "visibility": _visibility,
}
_INITIAL = {
    "fill": "#000", "fill-opacity": "1", "fill-rule": "nonzero", "stroke": "none",
    "stroke-opacity": "1", "stroke-width": "1", "stroke-linecap": "butt",
    "stroke-linejoin": "miter", "stroke-miterlimit": "4", "stroke-dasharray": "none",
    "stroke-dashoffset": "0", "color": "currentColor", "clip-rule": "nonzero",
    "visibility": "visible",
}  # fmt: skip
