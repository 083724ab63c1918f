"""A figure's picture in its frame: cropped, whole on a ground, or standing out of the frame."""

from __future__ import annotations

from collections.abc import Mapping

from infographic.display.items import DrawingFile, PictureFile, Placed
from infographic.foundation.color import Color
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, warned
from infographic.foundation.geometry import Insets, Rect, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.graphics.photographs.crop import WHOLE, window_of
from infographic.graphics.photographs.placed import placed_picture
from infographic.graphics.photographs.treated import Treatment, inks_of
from infographic.layout.shapes import filled_box
from infographic.story.model import Figure

LEAST_SHOWN = 0.5
"""Of a picture that fills its frame; of less there is a doubt."""


class Showing(NamedTuple):
    """How a layout shows a picture."""

    crop: str
    """“cover” or “contain”."""
    tint: Color | None
    """The ground round a contained picture."""
    color: Color | None
    """What a drawing calls currentColor."""
    treatment: Treatment
    duotone: tuple[Color, Color] | None
    outset: Insets
    """How far a cut-out stands out of its frame."""
    colors: Mapping[str, Color]
    """The layout's, by name."""
    origin: Origin
    """Of the block."""


class Shown(NamedTuple):
    items: tuple[Placed, ...]
    """From the frame's top left corner."""
    box: Rect
    """What they cover, from there too; nothing of them is seen outside."""
    wrong: tuple[Diagnostic, ...] = ()


def show(figure: Figure, size: Size, how: Showing) -> Shown:
    """A figure's picture in a frame of `size`. The figure must have one."""
    image = figure.image
    assert image is not None, "a figure without a picture has nothing to show"
    frame = Rect(0, 0, *size)
    colors, wrong = _colors(figure, how)
    inks, odd = inks_of(image, how.treatment, how.duotone, how.colors, how.origin)
    wrong += odd
    stands_out = how.outset != Insets()
    if stands_out and not image.is_cut_out:
        wrong.append(warned(say("picture-outset", picture=image.path.name), figure.origin))
        stands_out = False

    def placed(box: Rect, window: Rect = WHOLE) -> Placed:
        return placed_picture(image, box.corner, window, box.size, colors, figure.origin, inks)

    if stands_out:
        box = standing_out(image, frame, how.outset)
        return Shown((placed(box),), box, tuple(wrong))
    if how.crop == "contain":
        box = _inside(image, frame)
        ground = [] if how.tint is None else [filled_box(frame, how.tint, figure.origin)]
        return Shown((*ground, placed(box)), frame, tuple(wrong))
    wrong += _cropped(figure, image, size)
    return Shown((placed(frame, window_of(image, size, figure.focus)),), frame, tuple(wrong))


def _inside(image: PictureFile, room: Rect) -> Rect:
    """All of a picture as large as it can be in the middle of a rectangle."""
    scale = min(room.width / image.width, room.height / image.height)
    width, height = image.width * scale, image.height * scale
    left, top = room.x + (room.width - width) / 2, room.y + (room.height - height) / 2
    return Rect(left, top, width, height)


def standing_out(image: PictureFile, frame: Rect, outset: Insets) -> Rect:
    """All of a cut-out, standing on the foot of its frame and out of it elsewhere.

    Where it stands out below and not above it hangs from the frame's head; likewise at the sides.

    >>> from pathlib import Path
    >>> cut = PictureFile(Path("x.png"), "", 100, 300)
    >>> standing_out(cut, Rect(0, 0, 60, 80), Insets(top=40))
    Rect(x=10.0, y=-40.0, width=40.0, height=120.0)
    """
    room = frame.inset(Insets(-outset.top, -outset.right, -outset.bottom, -outset.left))
    box = _inside(image, room)
    x, y = box.x, box.y
    if outset.top != outset.bottom:
        y = room.bottom - box.height if outset.top > outset.bottom else room.y
    if outset.left != outset.right:
        x = room.x if outset.left > outset.right else room.right - box.width
    return Rect(x, y, box.width, box.height)


def _cropped(figure: Figure, image: PictureFile, size: Size) -> list[Diagnostic]:
    """A doubt where the frame's shape cuts most of the picture off."""
    if min(size) <= 0:
        return []
    wanted, own = size.width / size.height, image.width / image.height
    shown = min(wanted / own, own / wanted)
    if shown >= LEAST_SHOWN:
        return []
    name = image.path.name
    saying = say("picture-cropped", shown=shown, picture=name, own=own, wanted=wanted)
    return [warned(saying, figure.origin)]


def _colors(figure: Figure, how: Showing) -> tuple[Mapping[str, Color], list[Diagnostic]]:
    """What the colours of a drawing become, and what is wrong with what the story says."""
    image, named, origin = figure.image, figure.colors, figure.origin / "colors"
    if isinstance(image, DrawingFile):
        # Late, as is all of drawings: few pages have one.
        from infographic.layout.drawings import named_colors

        return named_colors(image, named, how.colors, how.color, origin)
    if named and image is not None:
        return {}, [warned(say("svg-color/pixels", name=image.path.name), origin)]
    return {}, []
