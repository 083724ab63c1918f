"""Pictures for the stories: hills in haze behind water, in the shapes that photographs have.

Drawn small and enlarged, so that one takes a few hundredths of a second and none lies in the
repository. Each has light and dark parts and one bright subject off its centre.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import sin
from random import Random
from typing import NamedTuple

from PIL import Image, ImageChops, ImageDraw, ImageFilter

SHAPES = {
    "landscape": (1800, 1200),
    "portrait": (1200, 1800),
    "tall": (1350, 1800),
    "square": (1500, 1500),
    "wide": (1920, 1080),
    "panorama": (2400, 800),
}
SMALLER = 4
"""How much larger a picture is than it was drawn."""


class Light(NamedTuple):
    """A time of day: the sky from its zenith to the horizon, the nearest hill, the sun."""

    zenith: str
    horizon: str
    near: str
    sun: str


LIGHTS = (
    Light("#3d6f9e", "#f3e3c8", "#1d3a33", "#fff6dc"),
    Light("#27406b", "#f0a868", "#2a2236", "#ffe2a8"),
    Light("#7fa6bd", "#e9eef0", "#24424a", "#ffffff"),
    Light("#4c87a8", "#dcebd8", "#2c4a22", "#fffbe8"),
    Light("#1b2a4e", "#d98a7a", "#171d2e", "#ffd9b0"),
    Light("#86a9c4", "#f7efe2", "#3a3f2a", "#fff9ec"),
)


def picture(shape: str) -> Image.Image:
    """A picture of a shape, the same each time."""
    number = list(SHAPES).index(shape)
    width, height = SHAPES[shape]
    small = _scene(width // SMALLER, height // SMALLER, LIGHTS[number], Random(number))
    return small.resize((width, height), Image.Resampling.BICUBIC)


def _scene(width: int, height: int, light: Light, chance: Random) -> Image.Image:
    sky = _shaded(width, height, light.zenith, light.horizon)
    draw = ImageDraw.Draw(sky)
    horizon = height * 0.52
    x, radius = width * chance.uniform(0.6, 0.75), min(width, height) * 0.055
    draw.ellipse((x - radius, horizon * 0.42, x + radius, horizon * 0.42 + 2 * radius), light.sun)
    sky = sky.filter(ImageFilter.GaussianBlur(1.2))
    for depth in range(5):
        share = (depth + 1) / 5
        near, far = (Image.new("RGB", (1, 1), hue) for hue in (light.near, light.horizon))
        colour = Image.blend(far, near, share**1.6).getpixel((0, 0))
        ridge = list(_ridge(width, horizon * (0.72 + 0.28 * share), height * 0.16, chance))
        ImageDraw.Draw(sky).polygon([*ridge, (width, height), (0, height)], colour)
    return _with_water(sky, int(height * 0.66), light)


def _ridge(width: int, level: float, rise: float, chance: Random) -> Iterator[tuple[float, float]]:
    waves = [(chance.uniform(1, 3) * 2**i, chance.uniform(0, 6), 0.5**i) for i in range(5)]
    for x in range(0, width + 2, 2):
        at = x / width * 3
        yield x, level - rise * 0.5 * sum(sin(at * f + p) * a for f, p, a in waves)


def _with_water(scene: Image.Image, shore: int, light: Light) -> Image.Image:
    """The part above the shore again below it, upside down, darker and broken by ripples."""
    depth = scene.height - shore
    mirrored = scene.crop((0, shore - depth, scene.width, shore)).transpose(
        Image.Transpose.FLIP_TOP_BOTTOM
    )
    water = Image.blend(mirrored, Image.new("RGB", mirrored.size, light.zenith), 0.35)
    for y in range(0, depth, 2):
        row = water.crop((0, y, scene.width, y + 1))
        water.paste(ImageChops.offset(row, int(3 * sin(y * 1.7) * (1 + y / depth)), 0), (0, y))
    scene.paste(water, (0, shore))
    ImageDraw.Draw(scene).line((0, shore, scene.width, shore), light.horizon)
    return scene


def _shaded(width: int, height: int, above: str, below: str) -> Image.Image:
    mask = Image.linear_gradient("L").resize((width, height))
    ends = [Image.new("RGB", (width, height), colour) for colour in (below, above)]
    return Image.composite(*ends, mask)
