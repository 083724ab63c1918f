"""The colours that a picture is printed in, in place of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from infographic.display.items import ImageFile, PictureFile
from infographic.foundation.color import BLACK, Color
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, warned
from infographic.foundation.sayings import say

Treatment = Literal["straight", "black", "duotone"]
DUOTONE = ("ink", "accent")
"""The layout's colours that a duotone is in, where it names none."""


def inks_of(
    image: PictureFile,
    treatment: Treatment,
    duotone: tuple[Color, Color] | None,
    colors: Mapping[str, Color],
    origin: Origin,
) -> tuple[tuple[Color, ...], list[Diagnostic]]:
    """None for a picture in its own colours, else one or two; and what is wrong with that.

    `colors` are the layout's by name, `origin` is that of the block.
    """
    if treatment == "straight":
        return (), []
    if not isinstance(image, ImageFile):
        saying = say("picture-treatment/drawing", picture=image.path.name, treatment=treatment)
        return (), [warned(saying, origin / "treatment")]
    if treatment == "black":
        return (BLACK,), []
    if duotone is not None:
        return duotone, []
    missing = [name for name in DUOTONE if name not in colors]
    if missing:
        return (), [Diagnostic(say("picture-treatment/colors", names=missing), origin)]
    return tuple(colors[name] for name in DUOTONE), []
