"""The options that all kinds of pixels share."""

from __future__ import annotations

from infographic.outputs.format import Option

SCALE = Option("scale", "number", "times the page's own pixels", 0.05, 20)
PPI = Option("ppi", "number", "pixels per inch, instead", 10, 2400)
TRANSPARENT = Option("transparent", "flag", "without the page's ground")
QUALITY = Option("quality", "whole", "100 is the best; 90 where nothing is said", 1, 100)
MAX_BYTES = Option(
    "max_bytes",
    "bytes",
    "the best quality within this size, such as 2MB; where nothing is said, within what the"
    " press profile's platforms take",
    1,
)
