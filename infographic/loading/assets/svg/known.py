"""What may stand in an SVG: what is drawn, what draws nothing, and all else is refused by name."""

from __future__ import annotations

from collections.abc import Mapping

GROUPS = frozenset({"svg", "g"})
SHAPES: Mapping[str, frozenset[str]] = {
    "path": frozenset({"d"}),
    "rect": frozenset({"x", "y", "width", "height", "rx", "ry"}),
    "circle": frozenset({"cx", "cy", "r"}),
    "ellipse": frozenset({"cx", "cy", "rx", "ry"}),
    "line": frozenset({"x1", "y1", "x2", "y2"}),
    "polyline": frozenset({"points"}),
    "polygon": frozenset({"points"}),
}
"""Each shape's own attributes."""
OWN: Mapping[str, frozenset[str]] = {
    **SHAPES,
    "svg": frozenset({"viewBox", "preserveAspectRatio", "width", "height", "x", "y"}),
    "g": frozenset(),
    "use": frozenset({"href", "x", "y", "width", "height"}),
    "clipPath": frozenset({"clipPathUnits"}),
}
WORDS = frozenset({"title", "desc", "metadata"})
"""Said of the drawing, not drawn."""
DEFINITIONS = frozenset(
    {"defs", "clipPath", "style", "linearGradient", "radialGradient", "meshgradient", "pattern",
     "mask", "filter", "marker", "symbol", "color-profile", "font", "font-face", "cursor", "view"}
)  # fmt: skip
"""Drawn only where something refers to them; what refers to one that cannot be drawn is wrong."""
ACTIVE = frozenset(
    {"script", "foreignObject", "a", "animate", "animateColor", "animateMotion",
     "animateTransform", "set", "handler", "listener", "iframe", "audio", "video", "canvas"}
)  # fmt: skip
"""Wrong wherever they stand."""

BARE = frozenset(
    {"none", "transparent", "white", "#fff", "#ffffff", "rgb(255, 255, 255)", "rgb(255,255,255)"}
)  # fmt: skip
"""Grounds of no colour, which browsers lay under a drawing and paper has."""
PRESENTATION = frozenset(
    {"fill", "fill-rule", "fill-opacity", "stroke", "stroke-width", "stroke-linecap",
     "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset",
     "stroke-opacity", "color", "clip-rule", "visibility", "opacity", "clip-path", "display"}
)  # fmt: skip
"""Properties that are drawn, as attributes and in CSS."""
NEUTRAL: Mapping[str, frozenset[str]] = {
    "filter": frozenset({"none"}),
    "mask": frozenset({"none"}),
    "marker": frozenset({"none"}),
    "marker-start": frozenset({"none"}),
    "marker-mid": frozenset({"none"}),
    "marker-end": frozenset({"none"}),
    "clip": frozenset({"auto"}),
    "mix-blend-mode": frozenset({"normal"}),
    "isolation": frozenset({"auto", "isolate"}),
    "paint-order": frozenset({"normal", "fill", "fill stroke", "fill stroke markers"}),
    "vector-effect": frozenset({"none"}),
    "color-interpolation": frozenset({"auto", "srgb"}),
    "mask-type": frozenset({"luminance", "alpha"}),
    "backdrop-filter": frozenset({"none"}),
    "background": BARE,
    "background-color": BARE,
}
"""Properties that would change the drawing, and the values with which they do not."""
SILENT = frozenset(
    {"id", "class", "style", "transform", "version", "baseProfile", "lang", "role", "tabindex",
     "focusable", "contentScriptType", "contentStyleType", "zoomAndPan", "enable-background",
     "overflow", "direction", "unicode-bidi", "dominant-baseline", "alignment-baseline",
     "baseline-shift", "kerning", "cursor", "pointer-events", "color-rendering",
     "shape-rendering", "text-rendering", "image-rendering", "color-interpolation-filters",
     "color-profile", "stop-color", "stop-opacity", "flood-color", "flood-opacity",
     "lighting-color", "solid-color", "solid-opacity", "white-space", "inline-size",
     "shape-padding", "shape-inside", "shape-margin", "writing-mode", "line-height",
     "glyph-orientation-vertical", "glyph-orientation-horizontal", "block-progression",
     "fill-color", "type", "media"}
)  # fmt: skip
"""Attributes and properties that no shape looks different by, or that are read elsewhere."""
SILENT_BEGINNINGS = ("data-", "aria-", "-", "font", "text-", "letter-", "word-")


def is_silent(name: str) -> bool:
    """Whether an attribute or a property changes nothing of what is drawn.

    >>> is_silent("data-name"), is_silent("font-family"), is_silent("filter")
    (True, True, False)
    """
    return name in SILENT or name.startswith(SILENT_BEGINNINGS)
