"""Make the six pictures of this story: invented scenes, drawn with numpy and Pillow.

Run it from anywhere; it writes `pictures/` beside itself, the same bytes each time for the same
Pillow and numpy. Each scene is painted in linear light and each file has one trait that a
careless reader gets wrong:

    snow-ridge.jpg    landscape, sRGB
    wind-farm.jpg     stored lying on its side; EXIF orientation 6 stands it up
    wheat.jpg         CMYK with an Adobe marker (inverted values) and a press profile
    bridge.jpg        Display P3: the reds lie outside sRGB
    city-night.jpg    portrait, sRGB
    emblem.png        transparent, with half-transparent parts
"""

from __future__ import annotations

import argparse
import io
import math
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageDraw, ImageFilter

PICTURES = Path(__file__).resolve().parent / "pictures"
Array = NDArray[Any]
Color = tuple[float, float, float]
Points = Sequence[tuple[float, float]]

# ---------------------------------------------------------------- light and paint


def hex_color(text: str) -> Array:
    """A colour as designers write it, in linear light."""
    encoded = np.array([int(text[i : i + 2], 16) for i in (1, 3, 5)], np.float32) / 255
    return linear(encoded)


def linear(encoded: Array) -> Array:
    low = encoded <= 0.04045
    return np.where(low, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4).astype(np.float32)


def encoded(light: Array) -> Array:
    light = np.clip(light, 0, 1)
    low = light <= 0.0031308
    curve = 1.055 * np.maximum(light, 1e-9) ** (1 / 2.4) - 0.055
    return np.where(low, light * 12.92, curve).astype(np.float32)


def smoothstep(low: float, high: float, x: Array) -> Array:
    t = np.clip((x - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def mix(a: Array, b: Array, share: Array | float) -> Array:
    if isinstance(share, np.ndarray) and share.shape[-1] != 1:
        share = share[..., None]
    return (a + (b - a) * share).astype(np.float32)


def resized(plane: Array, width: int, height: int) -> Array:
    return np.asarray(Image.fromarray(plane).resize((width, height), Image.Resampling.BICUBIC))


def noise(
    rng: np.random.Generator,
    height: int,
    width: int,
    cell: tuple[float, float],
    octaves: int = 5,
    gain: float = 0.5,
) -> Array:
    """Cloudy noise about 0, with a deviation of 1; `cell` is its coarsest grain, (y, x)."""
    total = np.zeros((height, width), np.float32)
    for octave in range(octaves):
        cy, cx = (max(c / 2**octave, 1.0) for c in cell)
        rows, columns = math.ceil(height / cy) + 3, math.ceil(width / cx) + 3
        grid = rng.standard_normal((rows, columns)).astype(np.float32)
        fine = resized(grid, math.ceil(columns * cx), math.ceil(rows * cy))
        top, left = int(cy), int(cx)
        total += gain**octave * fine[top : top + height, left : left + width]
    return ((total - total.mean()) / total.std()).astype(np.float32)


def blurred(image: Array, radius: float) -> Array:
    """Blur in linear light. Large radii are taken on a smaller copy."""
    planes = image if image.ndim == 3 else image[..., None]
    height, width = planes.shape[:2]
    shrink = max(1, int(radius / 4))
    small = (max(2, width // shrink), max(2, height // shrink))
    done = []
    for plane in np.moveaxis(planes, -1, 0):
        picture = Image.fromarray(np.ascontiguousarray(plane))
        picture = picture.resize(small, Image.Resampling.BOX)
        data = np.asarray(picture)
        top = float(data.max()) or 1.0
        # The square root spends the 8 bits on the shadows.
        eight = Image.fromarray((np.sqrt(np.clip(data, 0, None) / top) * 255).astype(np.uint8))
        soft = np.asarray(eight.filter(ImageFilter.GaussianBlur(radius / shrink)), np.float32)
        done.append(resized((soft / 255) ** 2 * top, width, height))
    result = np.stack(done, -1)
    return result if image.ndim == 3 else result[..., 0]


class Mask:
    """A drawing of shares, 0 to 1, with soft edges: it is drawn finer, then reduced."""

    def __init__(self, width: int, height: int, fine: int = 3) -> None:
        self.size, self.fine = (width, height), fine
        self.image = Image.new("L", (width * fine, height * fine))
        self.pen = ImageDraw.Draw(self.image)

    def polygon(self, points: Points, value: float = 1.0) -> None:
        self.pen.polygon([(x * self.fine, y * self.fine) for x, y in points], round(value * 255))

    def line(self, points: Points, width: float, value: float = 1.0) -> None:
        self.pen.line(
            [(x * self.fine, y * self.fine) for x, y in points],
            round(value * 255),
            max(1, round(width * self.fine)),
            joint="curve",
        )

    def disc(self, x: float, y: float, radius: float, value: float = 1.0) -> None:
        box = [(c + s * radius) * self.fine for s in (-1, 1) for c in (x, y)]
        self.pen.ellipse(box, round(value * 255))

    def plane(self) -> Array:
        small = self.image.resize(self.size, Image.Resampling.BOX)
        return np.asarray(small, np.float32) / 255


def developed(
    rng: np.random.Generator, light: Array, exposure: float, grain: float, contrast: float = 1.0
) -> Array:
    """From light to encoded values, as film does: a shoulder, a vignette, some grain."""
    height, width = light.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    away = ((x / width - 0.5) ** 2 + (y / height - 0.5) ** 2) * 2
    light = light * exposure * (1 - 0.28 * away[..., None] ** 1.4)
    a, b, c, d, e = 2.51, 0.03, 2.43, 0.59, 0.14  # Narkowicz's fit of the ACES curve
    light = light * 0.62
    toned = np.clip((light * (a * light + b)) / (light * (c * light + d) + e), 0, 1)
    values = encoded(toned)
    values = 0.5 + (values - 0.5) * contrast
    specks = noise(rng, height, width, (1.6, 1.6), 1)[..., None]
    middle = 1 - np.abs(values.mean(-1, keepdims=True) * 2 - 1) ** 2
    return np.clip(values + specks * grain * (0.35 + 0.65 * middle), 0, 1).astype(np.float32)


def picture_of(values: Array) -> Image.Image:
    return Image.fromarray(np.round(np.clip(values, 0, 1) * 255).astype(np.uint8))


# ---------------------------------------------------------------- terrain


@dataclass(frozen=True)
class Camera:
    """A camera at (x, height) looking along +z; lengths in cells of the terrain's map."""

    width: int
    height: int
    x: float
    altitude: float
    horizon: float
    focal: float
    """In pixels."""

    def project(self, x: float, altitude: float, z: float) -> tuple[float, float]:
        scale = self.focal / z
        across = self.width / 2 + (x - self.x) * scale
        return across, self.horizon + (self.altitude - altitude) * scale


def ridged_map(rng: np.random.Generator, size: int, cell: float, octaves: int) -> Array:
    """Ridged multifractal noise, 0 to 1: ridges branch from ridges."""
    total = np.zeros((size, size), np.float32)
    weight = np.ones((size, size), np.float32)
    gain, reach = 1.0, 0.0
    for octave in range(octaves):
        layer = noise(rng, size, size, (cell / 2**octave,) * 2, 1)
        layer = (1 - np.clip(np.abs(layer) / 1.9, 0, 1)) ** 2
        total += layer * weight * gain
        weight = np.clip(layer * 1.7, 0, 1)
        reach += gain
        gain *= 0.5
    total /= reach
    return (total - total.min()) / (total.max() - total.min())


def lit(heights: Array, sun: tuple[float, float, float]) -> tuple[Array, Array]:
    """Lambert's share of the sun (with cast shadows from the left) and the upward slope."""
    dz, dx = np.gradient(heights)
    normal = np.stack([-dx, np.ones_like(dx), -dz], -1)
    normal /= np.linalg.norm(normal, axis=-1, keepdims=True)
    direction = np.array(sun, np.float32) / np.linalg.norm(sun)
    lambert = np.clip(normal @ direction, 0, None)
    fall = direction[1] / max(abs(direction[0]), 1e-3)
    shade, skyline = np.zeros_like(heights), heights[:, 0].copy()
    for column in range(1, heights.shape[1]):
        skyline = np.maximum(skyline - fall, heights[:, column])
        shade[:, column] = skyline - heights[:, column]
    return lambert * (1 - smoothstep(0.2, 3.0, shade)), normal[..., 1]


def sampled(plane: Array, z: Array, x: Array) -> Array:
    """Bilinear samples, mirrored at the edges."""
    height, width = plane.shape[:2]
    x = np.abs((x % (2 * width - 2)) - (width - 1))
    z = np.clip(z, 0, height - 1.001)
    x = np.clip(x, 0, width - 1.001)
    z0, x0 = z.astype(int), x.astype(int)
    fz, fx = z - z0, x - x0
    if plane.ndim == 3:
        fz, fx = fz[..., None], fx[..., None]
    near = plane[z0, x0] * (1 - fx) + plane[z0, x0 + 1] * fx
    far = plane[z0 + 1, x0] * (1 - fx) + plane[z0 + 1, x0 + 1] * fx
    return near * (1 - fz) + far * fz


def seen_terrain(
    camera: Camera,
    heights: Array,
    colors: Array,
    air: Callable[[Array, Array, Array], tuple[Array, Array]],
    sky: Array,
    nearest: float,
    steps: int,
) -> tuple[Array, Array]:
    """Paint the terrain from front to back, column by column; also its depth."""
    image, depth = sky.copy(), np.full(sky.shape[:2], np.inf, np.float32)
    floor = np.full(camera.width, camera.height, int)
    columns = np.arange(camera.width)
    angle = (columns + 0.5 - camera.width / 2) / camera.focal
    for z in np.geomspace(nearest, heights.shape[0] - 2, steps):
        across = camera.x + angle * z
        along = np.full_like(across, z)
        altitude = sampled(heights, along, across)
        top = camera.horizon + (camera.altitude - altitude) * camera.focal / z
        top = np.clip(np.ceil(top).astype(int), 0, camera.height)
        rising = np.flatnonzero(top < floor)
        if not rising.size:
            continue
        color = sampled(colors, along[rising], across[rising])
        haze, share = air(altitude[rising], along[rising], angle[rising])
        color = mix(color, haze, share)
        lengths = floor[rising] - top[rising]
        starts = np.repeat(np.cumsum(lengths) - lengths, lengths)
        rows = np.arange(lengths.sum()) - starts + np.repeat(top[rising], lengths)
        at = np.repeat(columns[rising], lengths)
        image[rows, at] = np.repeat(color, lengths, axis=0)
        depth[rows, at] = z
        floor[rising] = top[rising]
    return image, depth


def fog(
    altitude: Array, distance: Array, eye: float, ground: float, fall: float, clear: float
) -> Array:
    """Share of light lost to a fog that thins with height (an exponential layer)."""
    rise = np.where(np.abs(eye - altitude) < 1e-2, 1e-2, eye - altitude)
    column = fall * (np.exp(-altitude / fall) - np.exp(-eye / fall)) / rise
    return (1 - np.exp(-distance * (ground * column + clear))).astype(np.float32)


def halved(image: Array) -> Array:
    """The mean of each 2 × 2."""
    return (image[0::2, 0::2] + image[1::2, 0::2] + image[0::2, 1::2] + image[1::2, 1::2]) / 4


# ---------------------------------------------------------------- 1 snow ridge


def snow_ridge() -> Array:
    rng = np.random.default_rng(20160401)
    width, height, size = 2 * 2100, 2 * 1400, 2048
    heights = ridged_map(rng, size, 620, 10)
    z, x = np.mgrid[0:size, 0:size].astype(np.float32)
    peak = np.exp(-(((x - 1330) / 250) ** 2 + ((z - 1180) / 250) ** 2))
    far = smoothstep(250, 1500, z)
    heights = heights * (90 + 190 * far) + peak * (150 + 120 * heights)
    light, up = lit(heights, (-1.0, 0.34, -0.35))
    rough = noise(rng, size, size, (40, 40), 6)
    snow = smoothstep(135, 215, heights + rough * 16) * smoothstep(0.34, 0.62, up + rough * 0.05)
    woods = smoothstep(150, 70, heights + rough * 14)
    ground = mix(hex_color("#5d5a5c"), hex_color("#2c3a34"), woods)
    ground = ground * (1 + 0.22 * noise(rng, size, size, (5, 5), 3)[..., None]).clip(0.4, 1.7)
    ground = mix(ground, hex_color("#eef2f8"), snow)
    sunlight, skylight = hex_color("#ffb27a") * 3.4, hex_color("#8fb0dc") * 0.42
    colors = (ground * (light[..., None] * sunlight + skylight)).astype(np.float32)

    camera = Camera(width, height, x=1140, altitude=205, horizon=height * 0.5, focal=width * 1.12)
    rows = (np.arange(height, dtype=np.float32) / height)[:, None]
    across = (np.arange(width, dtype=np.float32) / width)[None, :]
    glow = np.exp(-(((across + 0.02) / 0.55) ** 2 + ((rows - 0.42) / 0.22) ** 2))
    sky = mix(
        hex_color("#557fae") * 0.8, hex_color("#f1cdb4"), smoothstep(-0.15, 0.5, rows)[..., None]
    )
    sky = np.broadcast_to(sky, (height, width, 3)) + glow[..., None] * hex_color("#ff9a52") * 0.75
    streaks = noise(rng, height, width, (260, 2300), 7, 0.55)
    veil = smoothstep(-0.2, 2.6, streaks) * smoothstep(0.46, 0.05, rows) * 0.6
    sky = mix(sky, hex_color("#ffe3cf") * 1.02, veil)

    def air(altitude: Array, distance: Array, angle: Array) -> tuple[Array, Array]:
        share = fog(altitude, np.clip(distance - 150, 0, None), camera.altitude, 0.013, 30, 0.00034)
        warm = np.exp(-(((angle + 0.46) / 0.42) ** 2))[:, None]
        return mix(hex_color("#b9c6da"), hex_color("#fbc6a0") * 1.1, warm * 0.8), share

    image, _ = seen_terrain(camera, heights, colors, air, sky, 120, 2600)
    image = halved(image)
    image = with_firs(rng, image)
    image = image + blurred(np.clip(image - 0.8, 0, None), 30) * 0.5
    return developed(rng, image, 1.12, 0.011, 1.1)


def with_firs(rng: np.random.Generator, image: Array) -> Array:
    """Three rows of firs on the near slope, each nearer, taller and darker."""
    height, width = image.shape[:2]
    for tall, foot, rise, color, share in (
        (46, 0.905, 0.055, "#55606c", 0.88),
        (88, 0.965, 0.09, "#2b3439", 0.95),
        (170, 1.05, 0.15, "#0d1215", 1.0),
    ):
        mask = Mask(width, height)
        lift = noise(rng, 1, width, (1, 420), 4)[0]
        # The slope falls to the middle of the picture, so that the valley stays open.
        middle = np.abs(np.arange(width) / width - 0.56) * 2
        ground = height * (foot - rise * middle**1.6) - lift * tall * 0.16
        across = [(0.0, float(height))]
        across += [(float(i), float(ground[min(i, width - 1)])) for i in range(0, width + 8, 8)]
        mask.polygon([*across, (float(width), float(height))])
        at = -20.0
        while at < width + 20:
            at += float(rng.gamma(2.2, tall * 0.085))
            size = tall * float(rng.uniform(0.55, 1.15))
            fir(rng, mask, at, float(ground[int(np.clip(at, 0, width - 1))]) + 6, size)
        image = mix(image, hex_color(color), mask.plane() * share)
        below = np.arange(height, dtype=np.float32)[:, None] - ground[None, :]
        mist = smoothstep(-0.2 * tall, 1.3 * tall, below) * (0.0 if share == 1 else 0.55)
        image = mix(image, hex_color("#8f9bb0"), mist)
    return image


def fir(rng: np.random.Generator, mask: Mask, x: float, foot: float, tall: float) -> None:
    mask.line([(x, foot), (x, foot - tall)], max(1.0, tall * 0.02))
    boughs = int(9 + tall / 9)
    for bough in range(boughs):
        share = (bough + 0.4) / boughs
        y = foot - tall + share * tall * 0.94
        reach = tall * (0.015 + 0.19 * share**0.9)
        for side in (-1, 1):
            out = reach * float(rng.uniform(0.62, 1.12))
            drop = out * float(rng.uniform(0.25, 0.55))
            mask.polygon(
                [(x, y - tall / boughs * 0.9), (x + side * out, y + drop), (x, y + drop * 0.4)]
            )


# ---------------------------------------------------------------- 2 wind farm


def cloud_deck(
    rng: np.random.Generator, width: int, height: int, horizon: float, cell: float, cover: float
) -> tuple[Array, Array]:
    """Share and brightness of a layer of cumulus seen from below, in perspective."""
    size = 2048
    field = noise(rng, size, size, (cell, cell * 1.25), 8, 0.56)
    toward_sun = np.roll(field, (-14, 22), (0, 1))
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    far = 1 / np.clip((horizon - y) / height + 0.035, 0.035, None)
    u, v = (x / width - 0.5) * far * 250 + 900, far * 330
    here = sampled(field, v % (size - 2), u)
    there = sampled(toward_sun, v % (size - 2), u)
    share = smoothstep(1 - cover, 1.15 - cover + 0.55, here) * smoothstep(horizon, horizon - 90, y)
    bright = np.clip(0.95 + (here - there) * 0.42 - np.clip(here - 0.7, 0, 2) * 0.3, 0.35, 1.25)
    return share, bright


@dataclass
class Paint:
    """Coloured drawing over a picture; drawn finer, colours as designers write them."""

    width: int
    height: int
    fine: int = 2

    def __post_init__(self) -> None:
        size = (self.width * self.fine, self.height * self.fine)
        self.image = Image.new("RGBA", size)
        self.pen = ImageDraw.Draw(self.image)

    def polygon(self, points: Points, color: str) -> None:
        self.pen.polygon([(x * self.fine, y * self.fine) for x, y in points], color)

    def line(self, points: Points, width: float, color: str) -> None:
        at = [(x * self.fine, y * self.fine) for x, y in points]
        self.pen.line(at, color, max(1, round(width * self.fine)), joint="curve")

    def disc(self, x: float, y: float, radius: float, color: str) -> None:
        box = [(c + s * radius) * self.fine for s in (-1, 1) for c in (x, y)]
        self.pen.ellipse(box, color)

    def over(self, image: Array, share: Array | float = 1.0, light: Color = (1, 1, 1)) -> Array:
        small = self.image.resize((self.width, self.height), Image.Resampling.BOX)
        values = np.asarray(small, np.float32) / 255
        color = linear(values[..., :3]) * np.array(light, np.float32)
        return mix(image, color, values[..., 3] * share)


def turbine(paint: Paint, foot: tuple[float, float], tall: float, turn: float) -> None:
    """A wind turbine, lit from the left. `tall` is its hub's height."""
    x, y = foot
    hub = (x, y - tall)
    wide, narrow = tall * 0.026, tall * 0.0135
    for left, right, color in (
        (-1.0, 1.0, "#f4efe6"),
        (-0.25, 1.0, "#dfdfe0"),
        (0.25, 1.0, "#b9bfc9"),
        (0.7, 1.0, "#99a3b3"),
    ):
        paint.polygon(
            [
                (x + left * wide, y),
                (hub[0] + left * narrow, hub[1]),
                (hub[0] + right * narrow, hub[1]),
                (x + right * wide, y),
            ],
            color,
        )
    house = tall * 0.03
    paint.polygon(
        [
            (hub[0] - house, hub[1] - house * 0.72),
            (hub[0] + house * 1.15, hub[1] - house * 0.62),
            (hub[0] + house * 1.15, hub[1] + house * 0.6),
            (hub[0] - house, hub[1] + house * 0.6),
        ],
        "#c3c8d0",
    )
    for blade in range(3):
        angle = math.radians(turn + blade * 120)
        along, across = (math.sin(angle), -math.cos(angle)), (math.cos(angle), math.sin(angle))
        length = tall * 0.66
        front, axis, back = [], [], []
        for share in np.linspace(0, 1, 40):
            chord = 0.0105 + 0.034 * math.exp(-(((share - 0.2) / 0.17) ** 2))
            chord += 0.014 * (1 - share) * (share > 0.12)
            chord *= tall * (1 - share**6 * 0.9) * 0.8
            at = [h + d * share * length for h, d in zip(hub, along, strict=True)]
            axis.append((at[0] - across[0] * chord * 0.02, at[1] - across[1] * chord * 0.02))
            front.append((at[0] - across[0] * chord * 0.32, at[1] - across[1] * chord * 0.32))
            back.append((at[0] + across[0] * chord * 0.68, at[1] + across[1] * chord * 0.68))
        lit_front = -across[0] - across[1] > 0
        paint.polygon(front + back[::-1], "#aab3c2" if lit_front else "#faf5ec")
        paint.polygon(front + axis[::-1], "#fbf7ee" if lit_front else "#b3bbc8")
    paint.disc(*hub, tall * 0.021, "#e9e6e0")
    paint.disc(hub[0] + tall * 0.004, hub[1] + tall * 0.004, tall * 0.016, "#c9ccd2")


def wind_farm() -> Array:
    rng = np.random.default_rng(20180719)
    width, height, size = 2 * 1400, 2 * 2100, 1536
    hills = noise(rng, size, size, (330, 430), 7, 0.42)
    folds = ridged_map(rng, size, 260, 8)
    z, x = np.mgrid[0:size, 0:size].astype(np.float32)
    heights = hills * 24 + folds * 46 + smoothstep(300, 1500, z) * 55
    near_hill = np.exp(-(((x - 700) / 150) ** 2 + ((z - 205) / 62) ** 2))
    heights = (heights * (1 - 0.7 * near_hill) + near_hill * 52).astype(np.float32)
    light, up = lit(heights, (-1.0, 0.62, -0.25))
    patches = noise(rng, size, size, (46, 46), 6, 0.6)
    fine = noise(rng, size, size, (4, 4), 3)[..., None]
    grass = mix(hex_color("#6f7c3f"), hex_color("#9c9a63"), smoothstep(-1.2, 1.8, patches))
    trees = smoothstep(0.0, 0.35, noise(rng, size, size, (70, 70), 7, 0.62) - (up - 0.86) * 2)
    trees *= 1 - 0.7 * near_hill
    ground = mix(grass, hex_color("#26402a"), trees * 0.95) * (1 + 0.16 * fine).clip(0.5, 1.5)
    sunlight, skylight = hex_color("#ffe2b8") * 2.1, hex_color("#9dbbe6") * 0.5
    colors = (ground * (light[..., None] * sunlight + skylight)).astype(np.float32)

    camera = Camera(width, height, x=760, altitude=92, horizon=height * 0.65, focal=width * 1.25)
    rows = (np.arange(height, dtype=np.float32) / height)[:, None, None]
    sky = mix(hex_color("#4a82bb") * 0.8, hex_color("#d6e3ea"), smoothstep(-0.1, 0.66, rows))
    sky = np.broadcast_to(sky, (height, width, 3)).copy()
    small = (width // 2, height // 2)
    share, bright = cloud_deck(rng, *small, small[1] * 0.64, 330, 0.72)
    share, bright = resized(share, width, height), resized(bright, width, height)
    cloud = mix(hex_color("#9fb0c8") * 0.95, hex_color("#fff3e0") * 1.5, (bright - 0.35) / 0.9)
    sky = mix(sky, cloud, np.clip(share, 0, 1) * 0.92)

    def air(altitude: Array, distance: Array, angle: Array) -> tuple[Array, Array]:
        share = fog(altitude, np.clip(distance - 60, 0, None), camera.altitude, 0.0006, 60, 0.00062)
        warm = np.exp(-(((angle + 0.5) / 0.5) ** 2))[:, None]
        return mix(hex_color("#b4cae0"), hex_color("#f0dcc0"), warm), share

    image, depth = seen_terrain(camera, heights, colors, air, sky, 70, 2400)
    image, depth = halved(image), depth[::2, ::2]
    spots = [(690.0, 1280.0), (990, 1180), (480, 1110), (1080, 960), (845, 900), (600, 790)]
    spots += [(930, 690), (575, 600), (900, 500)]
    for east, north in [*spots, (742.0, 205.0)]:
        here = slice(int(east) - 24, int(east) + 24)
        if north > 300:  # stand on the crest, not in the dip
            east = here.start + int(np.argmax(heights[int(north), here]))
        foot = camera.project(east, float(heights[int(north), int(east)]) - 0.6, north)
        tall = 92 * camera.focal / north
        paint = Paint(width // 2, height // 2, 3 if north < 300 else 4)
        at = (foot[0] / 2, foot[1] / 2)
        turn = 17.0 if north < 300 else float(rng.uniform(0, 120))
        turbine(paint, at, tall / 2, turn)
        lost = 1 - math.exp(-(north - 60) * 0.00075)
        seen = (depth > north - 3).astype(np.float32)
        before = image
        image = paint.over(image, seen, (1.15, 1.1, 1.02))
        if north < 300:  # scrub around the foot
            scrub = Mask(width // 2, height // 2)
            for _ in range(70):
                beside = float(np.clip(rng.normal(0, 60), -150, 150))
                fir(
                    rng,
                    scrub,
                    at[0] + beside,
                    at[1] + 12 + abs(float(rng.normal(0, 9))) - beside * 0.16,
                    float(rng.uniform(16, 44)),
                )
            image = mix(image, hex_color("#43583c"), scrub.plane() * 0.95)
            continue
        drawn = (image != before).any(-1)
        image = mix(image, before * 0.5 + hex_color("#c4d3e2") * 0.5, lost * drawn)
    image = with_near_wood(rng, image)
    return developed(rng, image, 1.1, 0.011, 1.1)


def with_near_wood(rng: np.random.Generator, image: Array) -> Array:
    """Young firs in the foreground, lit on their left."""
    height, width = image.shape[:2]
    for tall, foot, tones, step in (
        (92, 0.955, ("#2f4a30", "#6f7f45"), 0.12),
        (150, 1.0, ("#243b28", "#5f7140"), 0.13),
        (250, 1.085, ("#16281d", "#465a33"), 0.16),
    ):
        dark, bright = Mask(width, height), Mask(width, height)
        lift = noise(rng, 1, width, (1, 500), 3)[0] * tall * 0.2
        slope = (np.arange(width) / width - 0.3) * height * 0.03
        ground = height * foot - lift + slope
        outline = [(float(i), float(ground[min(i, width - 1)])) for i in range(0, width + 8, 8)]
        dark.polygon([(0.0, float(height)), *outline, (float(width), float(height))])
        at = -20.0
        while at < width + 20:
            at += float(rng.gamma(2.0, tall * step * 0.55))
            size = tall * float(rng.uniform(0.6, 1.15))
            level = float(ground[int(np.clip(at, 0, width - 1))]) + size * 0.12
            state = rng.bit_generator.state
            fir(rng, dark, at, level, size)
            rng.bit_generator.state = state
            fir(rng, bright, at - size * 0.012, level - size * 0.008, size * 0.985)
        wood, sunny = dark.plane(), bright.plane()
        shift = max(2, round(tall * 0.05))
        sunny = np.clip(sunny - np.roll(sunny, shift, 1) * 0.9, 0, 1) * wood
        leaves = 1 + 0.2 * noise(rng, height, width, (5, 5), 2)[..., None]
        color = mix(hex_color(tones[0]), hex_color(tones[1]) * 1.5, sunny) * leaves.clip(0.4, 1.6)
        image = mix(image, color, wood)
    return image


# ---------------------------------------------------------------- 3 wheat


def ear_of_wheat(
    rng: np.random.Generator, paint: Paint, foot: tuple[float, float], tall: float, tones: list[str]
) -> None:
    lean = float(rng.normal(0.1, 0.1))
    size = tall * float(rng.uniform(0.85, 1.15))
    neck = (foot[0] + lean * size * 0.55, foot[1] - size)
    bend = foot[0] + lean * size * 0.12, foot[1] - size * 0.55
    thick = max(1.0, tall * 0.008)
    paint.line([foot, bend, neck], thick, tones[0])
    if rng.random() < 0.5:  # a dry leaf
        side = float(rng.choice([-1, 1]))
        paint.line(
            [
                bend,
                (bend[0] + side * size * 0.09, bend[1] - size * 0.12),
                (bend[0] + side * size * 0.2, bend[1] - size * 0.02),
            ],
            thick * 0.9,
            tones[1],
        )
    droop = lean * 1.3 + float(rng.normal(0, 0.15))
    along = (math.sin(droop), -math.cos(droop))
    across = (-along[1], along[0])
    grain = tall * 0.023
    for row in range(16):
        at = (neck[0] + along[0] * row * grain, neck[1] + along[1] * row * grain)
        plump = grain * (0.45 + 0.55 * math.sin((row + 2) / 19 * math.pi))
        for side in (-1, 1):
            tone = tones[2 if side < 0 else 1] if row % 2 else tones[3 if side < 0 else 2]
            tip = (
                at[0] + along[0] * grain * 2.1 + across[0] * side * plump * 1.05,
                at[1] + along[1] * grain * 2.1 + across[1] * side * plump * 1.05,
            )
            awn = grain * float(rng.uniform(6, 9))
            paint.line(
                [
                    tip,
                    (
                        tip[0] + along[0] * awn + across[0] * side * awn * 0.26,
                        tip[1] + along[1] * awn + across[1] * side * awn * 0.26,
                    ),
                ],
                max(0.5, tall * 0.0022),
                tones[2],
            )
            paint.polygon(
                [
                    at,
                    (
                        at[0] + across[0] * side * plump + along[0] * grain * 0.9,
                        at[1] + across[1] * side * plump + along[1] * grain * 0.9,
                    ),
                    tip,
                    (at[0] + along[0] * grain * 1.1, at[1] + along[1] * grain * 1.1),
                ],
                tone,
            )


def harvester(paint: Paint, x: float, y: float, size: float) -> None:
    """A combine harvester heading left; (x, y) is on the ground below its cab."""

    def at(*points: tuple[float, float]) -> list[tuple[float, float]]:
        return [(x + px * size, y - py * size) for px, py in points]

    paint.polygon(at((-0.62, 0.0), (1.05, 0.0), (1.05, 0.06), (-0.62, 0.06)), "#4d3d17cc")
    paint.polygon(
        at((-0.02, 0.22), (1.0, 0.24), (1.08, 0.62), (0.98, 0.80), (0.2, 0.80)), "#b3261e"
    )
    paint.polygon(at((0.2, 0.64), (1.07, 0.62), (0.98, 0.80), (0.2, 0.80)), "#d9402f")
    paint.polygon(at((0.32, 0.80), (0.9, 0.80), (0.97, 0.93), (0.26, 0.93)), "#8f1f1a")
    paint.polygon(at((0.98, 0.34), (1.24, 0.24), (1.24, 0.34), (1.06, 0.6)), "#6e1713")
    paint.polygon(at((-0.14, 0.36), (0.2, 0.36), (0.22, 0.92), (-0.08, 0.92)), "#2b3a44")
    paint.polygon(at((-0.12, 0.46), (0.04, 0.46), (0.06, 0.86), (-0.06, 0.86)), "#a9c6d6")
    paint.polygon(at((0.07, 0.46), (0.17, 0.46), (0.18, 0.86), (0.09, 0.86)), "#6d8b9c")
    paint.polygon(at((-0.12, 0.92), (0.26, 0.92), (0.26, 0.97), (-0.12, 0.97)), "#e8e4da")
    paint.polygon(at((-0.5, 0.12), (-0.1, 0.36), (0.0, 0.28), (-0.4, 0.06)), "#8f1f1a")
    paint.polygon(at((-0.66, 0.03), (-0.4, 0.03), (-0.36, 0.26), (-0.5, 0.26)), "#c92f25")
    paint.line(at((0.3, 0.95), (-0.25, 1.12)), size * 0.06, "#c92f25")
    for spoke in range(6):
        angle = spoke * math.pi / 3 + 0.3
        hub = (-0.58, 0.24)
        paint.line(
            at(hub, (hub[0] + 0.17 * math.cos(angle), hub[1] + 0.17 * math.sin(angle))),
            size * 0.018,
            "#e6b93a",
        )
    for wheel, radius in (((0.14, 0.2), 0.21), ((0.86, 0.13), 0.14)):
        (center,) = at(wheel)
        paint.disc(*center, size * radius, "#1d1b19")
        paint.disc(*center, size * radius * 0.52, "#d6b23c")
        paint.disc(*center, size * radius * 0.2, "#5c4a17")


def wheat() -> Array:
    rng = np.random.default_rng(20200605)
    width, height = 2100, 1400
    horizon = height * 0.43
    rows = (np.arange(height, dtype=np.float32))[:, None, None]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    sky = mix(
        hex_color("#4a80b8") * 0.85, hex_color("#dbe6e8"), smoothstep(-120, horizon * 1.05, rows)
    )
    sky = np.broadcast_to(sky, (height, width, 3)).copy()
    share, bright = cloud_deck(rng, width, height, horizon, 300, 0.75)
    cloud = mix(hex_color("#93a6bf") * 0.95, hex_color("#fff4e2") * 1.5, (bright - 0.35) / 0.9)
    image = mix(sky, cloud, share * 0.95)

    for color, base, swing, cell in (("#8ea9bf", 30, 15, 500), ("#6b8a83", 14, 9, 260)):
        line = horizon - base - swing * noise(rng, 1, width, (1, cell), 7)[0]
        image = mix(image, hex_color(color), smoothstep(-1, 1, y - line[None, :]))
    # A wood on the horizon, in clumps.
    crowns = np.abs(noise(rng, 1, width, (1, 34), 4)[0]) * 6
    clumps = smoothstep(-0.3, 0.8, noise(rng, 1, width, (1, 420), 3)[0]) * 13
    image = mix(image, hex_color("#3e5540"), smoothstep(-1, 1, y - (horizon - crowns - clumps + 5)))

    # The field is a plane: distance and place of every pixel under the horizon.
    down = np.clip(y - horizon, 0.6, None)
    far = 900.0 / down
    east = (x - width * 0.5) * far / 900 + 0.75
    size = 2048
    grain = noise(rng, size, size, (22, 5), 4, 0.7)
    waves = noise(rng, size, size, (120, 260), 5)
    tufts = noise(rng, size, size, (7, 7), 3, 0.8)
    swell = sampled(waves, (far * 30) % (size - 2), east * 60 + 700)
    near = sampled(grain, (far * 260) % (size - 2), east * 620)
    tuft = sampled(tufts, (far * 110) % (size - 2), east * 210)
    drills = np.cos(east * 2 * math.pi * 4.2)
    fade = smoothstep(60, 6, far)
    tone = (
        0.5
        + 0.17 * swell
        + fade * (0.15 * near + 0.12 * tuft)
        + 0.14 * drills * smoothstep(26, 5, far)
    )
    field = mix(hex_color("#9a6a1c"), hex_color("#f4cf74") * 1.15, np.clip(tone, 0, 1))
    # Tramlines: where the sprayer's wheels have passed.
    for wheel in (-0.95, 0.95):
        track = np.exp(-(((east - wheel + 0.1 * np.sin(far * 0.16)) / 0.17) ** 2))
        field = mix(field, hex_color("#6b4512"), track * smoothstep(70, 9, far) * 0.72)
    # What the harvester has cut lies lower and paler.
    edge = 3.1 + 0.05 * near
    cut = smoothstep(edge - 0.06, edge + 0.06, east) * smoothstep(5.5, 9, far)
    stubble = np.cos(east * 2 * math.pi * 2.0) * smoothstep(60, 9, far)
    pale = mix(
        hex_color("#c29a55"),
        hex_color("#f1dca6"),
        np.clip(0.5 + 0.25 * stubble + 0.15 * tuft, 0, 1),
    )
    field = mix(field, pale, cut)
    shade = np.exp(-(((east - edge - 0.18) / 0.22) ** 2)) * smoothstep(5.5, 9, far) * (east > edge)
    field = mix(field, hex_color("#7a5418"), shade * 0.6)
    clouds_on_ground = smoothstep(0.6, 1.5, sampled(waves, (far * 5 + 300) % (size - 2), east * 7))
    field = field * (1 - 0.42 * clouds_on_ground * smoothstep(12, 40, far))[..., None]
    field = mix(field, hex_color("#dcd7bd"), 1 - np.exp(-far / 420))
    image = mix(image, field * 1.12, smoothstep(0, 2, y - horizon))

    dust = noise(rng, height, width, (90, 130), 6, 0.6) * 0.35 + 0.75
    plume = np.exp(-(((x - 1665) / 190) ** 2 + ((y - 662 + (x - 1500) * 0.10) / 62) ** 2))
    image = mix(image, hex_color("#ecd9ae") * 1.05, np.clip(plume * dust, 0, 0.85))
    paint = Paint(width, height, 4)
    harvester(paint, 1395, 738, 140)
    image = mix(image, paint.over(image, 1.0, (0.95, 0.9, 0.85)), 0.93)
    image = mix(
        image, hex_color("#ecd9ae"), np.clip(plume * dust, 0, 1) * smoothstep(1440, 1600, x) * 0.7
    )

    for tall, foot, count, tones, soft in (
        (130, 1480, 520, ["#86692f", "#a8833f", "#cfae66", "#e3c887"], 1.0),
        (230, 1540, 300, ["#75592a", "#9d7937", "#cca95f", "#e8ce8e"], 1.6),
        (420, 1690, 130, ["#5c4522", "#916e32", "#c9a65e", "#f0dba2"], 4.0),
    ):
        paint = Paint(width, height, 2)
        places = rng.uniform(-60, width + 60, count)
        for place in places:
            # Fewer and lower in the middle, where the eye goes into the field.
            open_way = 0.55 + 0.45 * min(1.0, abs(place / width - 0.52) * 2.2)
            ear_of_wheat(
                rng, paint, (float(place), foot + float(rng.normal(0, 18))), tall * open_way, tones
            )
        # Out of focus, the nearer the more: the eye is on the harvester.
        paint.image = (
            paint.image.convert("RGBa").filter(ImageFilter.GaussianBlur(soft)).convert("RGBA")
        )
        image = paint.over(image, 1.0, (1.02, 0.98, 0.9))
    return developed(rng, image, 1.05, 0.008, 1.1)


# ---------------------------------------------------------------- 4 bridge


def water(
    rng: np.random.Generator, mirror: Array, horizon: int, rough: float, deep: Array, clear: float
) -> Array:
    """The mirrored scene as seen in moving water, from the horizon to the bottom edge."""
    height, width = mirror.shape[:2]
    depth = height - horizon
    y, x = np.mgrid[0:depth, 0:width].astype(np.float32)
    far = 40.0 / (y + 2.5)
    size = 2048
    ripples = noise(rng, size, size, (26, 60), 6, 0.6)
    slow = noise(rng, size, size, (150, 300), 4)
    across = (x - width / 2) * far / 40
    v = (far * 1900) % (size - 2)
    wave = sampled(ripples, v, across * 900 + 400) + 0.5 * sampled(slow, v, across * 500 + 900)
    shift = wave * rough * (0.012 + (y / depth) ** 1.1) * depth
    rows = np.clip(horizon + y + shift + np.abs(shift) * 0.5, horizon, height - 1.001)
    columns = np.clip(x + wave * rough * y * 0.10, 0, width - 1.001)
    low, left = rows.astype(int), columns.astype(int)
    share = (rows - low)[..., None]
    seen = mirror[low, left] * (1 - share) + mirror[np.minimum(low + 1, height - 1), left] * share
    slope = np.gradient(wave, axis=0)
    slope = np.clip(slope / (slope.std() + 1e-6), -2.5, 2.5)
    glance = np.clip(clear - 0.26 * (y / depth) + 0.09 * slope, 0.15, 1)
    return mix(np.broadcast_to(deep, seen.shape), seen, glance)


@dataclass(frozen=True)
class Viewpoint:
    """Perspective for things built of straight lines; lengths in metres."""

    width: int
    horizon: float
    focal: float
    eye: float

    def at(self, x: float, y: float, z: float) -> tuple[float, float]:
        scale = self.focal / z
        return self.width / 2 + x * scale, self.horizon + (self.eye - y) * scale


def cable_stayed_bridge(paint: Paint, view: Viewpoint, up: float) -> None:
    """The bridge, or with `up` = -1 its mirror image."""
    start, end = np.array([-330.0, 300.0]), np.array([620.0, 1500.0])
    length = float(np.linalg.norm(end - start))
    along = (end - start) / length
    side = np.array([along[1], -along[0]])

    def at(t: float, offset: float, y: float) -> tuple[float, float]:
        x, z = start + along * t * length + side * offset
        return view.at(float(x), up * y, float(z))

    def thick(t: float, metres: float) -> float:
        z = float((start + along * t * length)[1])
        return metres * view.focal / z

    deck, half, towers = 46.0, 15.0, ((0.215, 205.0), (0.70, 205.0))
    for t in np.linspace(-0.11, 1.5, 20):  # piers
        if min(abs(t - tower) for tower, _ in towers) > 0.17 or t < 0.02 or t > 0.95:
            paint.polygon(
                [at(t, 6, deck), at(t + 0.007, 6, deck), at(t + 0.007, 6, 0), at(t, 6, 0)],
                "#3a1f2c",
            )

    def stays(offset: float, color: str) -> None:
        for tower, top in towers:
            for number in range(1, 15):
                anchor = top - 8 - (14 - number) * 5.2
                for way in (-1, 1):
                    t = tower + way * number * 0.0148
                    paint.line(
                        [at(tower, 0, anchor), at(t, offset, deck)], max(0.55, thick(t, 0.5)), color
                    )

    def leg(tower: float, top: float, offset: float, colors: tuple[str, str]) -> None:
        wide = 0.0052
        for low, high, foot, head in (
            (0.0, deck, offset * 1.0, offset * 1.35),
            (deck, top * 0.62, offset * 1.35, offset * 0.5),
            (top * 0.62, top, offset * 0.5, offset * 0.22),
        ):
            for share_a, share_b, color in ((-1.0, 1.0, colors[0]), (0.35, 1.0, colors[1])):
                paint.polygon(
                    [
                        at(tower + wide * share_a, foot, low),
                        at(tower + wide * share_a * 0.8, head, high),
                        at(tower + wide * share_b * 0.8, head, high),
                        at(tower + wide * share_b, foot, low),
                    ],
                    color,
                )

    stays(-half, "#7c2a2f")
    for tower, top in towers:
        leg(tower, top, -half, ("#b3202a", "#6a1120"))
    # The deck: its lit side and a dark underside.
    paint.polygon(
        [at(-0.13, half, deck), at(1.6, half, deck), at(1.6, -half, deck), at(-0.13, -half, deck)],
        "#40222c",
    )
    paint.polygon(
        [
            at(-0.13, half, deck + 1.5),
            at(1.6, half, deck + 1.5),
            at(1.6, half, deck - 4),
            at(-0.13, half, deck - 4),
        ],
        "#8c2b33",
    )
    paint.polygon(
        [
            at(-0.13, half, deck + 1.5),
            at(1.6, half, deck + 1.5),
            at(1.6, half, deck + 0.2),
            at(-0.13, half, deck + 0.2),
        ],
        "#ff8a5c",
    )
    for tower, top in towers:
        leg(tower, top, half, ("#f4232c", "#8d1222"))
        for level in (deck - 6, top * 0.62, top * 0.78):
            spread = half * (1.3 if level < deck else 0.5 if level < top * 0.7 else 0.36)
            paint.polygon(
                [
                    at(tower, -spread, level),
                    at(tower, spread, level),
                    at(tower, spread, level + 7),
                    at(tower, -spread, level + 7),
                ],
                "#c91d29",
            )
        foot = thick(tower, 26)
        x, y = at(tower, 0, 0)
        paint.polygon(
            [
                (x - foot, y),
                (x + foot, y),
                (x + foot, y - up * foot * 0.24),
                (x - foot, y - up * foot * 0.24),
            ],
            "#43242c",
        )
    stays(half, "#ff7a4e")
    for t in np.linspace(-0.02, 1.2, 74):  # lamps
        paint.disc(*at(t, half, deck + 9), max(0.8, thick(t, 1.0)), "#fff0c8")


def bridge() -> Array:
    """In linear Display P3."""
    rng = np.random.default_rng(20251001)
    width, height = 2200, 1320
    horizon = 800
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    rise = (horizon - y) / horizon
    sky = mix(hex_color("#ffbd70") * 1.15, hex_color("#dd7a74"), smoothstep(0.0, 0.34, rise))
    sky = mix(sky, hex_color("#6f6f9c"), smoothstep(0.2, 0.6, rise))
    sky = mix(sky, hex_color("#2c4a74"), smoothstep(0.45, 1.0, rise))
    sun_x, sun_y = 1475.0, 712.0
    away = np.hypot(x - sun_x, (y - sun_y) * 1.15)
    sky = sky + np.exp(-away / 190)[..., None] * hex_color("#ff8a2e") * 1.2
    sky = sky + np.exp(-((away / 620) ** 2))[..., None] * hex_color("#ff7a3a") * 0.35
    banks = noise(rng, height, width, (90, 760), 7, 0.55)
    high = noise(rng, height, width, (170, 620), 7, 0.58)
    veil = smoothstep(0.25, 1.6, banks) * smoothstep(0.02, 0.12, rise) * smoothstep(0.55, 0.2, rise)
    under = mix(hex_color("#7f5a72"), hex_color("#ff8a58") * 1.3, np.exp(-away / 700))
    sky = mix(sky, under, veil * 0.9)
    veil = smoothstep(0.2, 1.9, high) * smoothstep(0.28, 0.7, rise)
    sky = mix(
        sky,
        mix(hex_color("#e09a92"), hex_color("#6b7299"), smoothstep(0.4, 0.95, rise)),
        veil * 0.75,
    )
    sky = mix(sky, hex_color("#fff1c2") * 3.2, smoothstep(43, 40, away))

    view = Viewpoint(width, horizon, 1250, 30)
    land, mirror_land = sky, sky
    for color, base, swing, cell, seed in (
        ("#a0606c", 52, 34, 620, 5),
        ("#6a465e", 24, 26, 380, 6),
        ("#3a2947", 7, 9, 160, 7),
    ):
        crest = base + swing * noise(np.random.default_rng(seed), 1, width, (1, cell), 8)[0]
        crest = np.clip(crest, 3, None)
        glow = mix(hex_color(color), hex_color("#ff8350"), np.exp(-np.abs(x - sun_x) / 420) * 0.55)
        land = mix(
            land, glow, smoothstep(-1, 1, y - (horizon - crest)[None, :]) * (y <= horizon + 1)
        )
    town = np.zeros((height, width), np.float32)
    for _ in range(150):
        at, wide = rng.uniform(0, 900), rng.uniform(6, 22)
        tall = rng.gamma(2.0, 9) + 6
        town[int(horizon - tall) : horizon + 1, int(at) : int(at + wide)] = 1
    land = mix(land, hex_color("#452c4b"), blurred(town, 0.8) * 0.9)
    lights = rng.uniform(size=(height, width)) > 0.994
    sparks = (lights & (town > 0)).astype(np.float32)
    land = land + (sparks + blurred(sparks, 1.4) * 2)[..., None] * hex_color("#ffc070") * 2.0

    mirror_land = land.copy()
    below = np.minimum(2 * horizon - np.arange(horizon, height), horizon)
    mirror_land[horizon:] = land[np.clip(below, 0, horizon)]
    paint = Paint(width, height, 3)
    cable_stayed_bridge(paint, view, -1)
    mirror = paint.over(mirror_land, 1.0, (1.0, 0.95, 0.95))
    paint = Paint(width, height, 3)
    cable_stayed_bridge(paint, view, 1)
    image = paint.over(land, (y < horizon + 200).astype(np.float32), (1.15, 1.05, 1.05))
    river = water(rng, mirror, horizon, 0.085, hex_color("#1d2b48"), 0.95)
    shore = image.copy()
    shore[horizon:] = river
    # What stands in the water before the horizon line (piers) is drawn over it again.
    image = paint.over(shore, 1.0, (1.15, 1.05, 1.05))

    boat = Paint(width, height, 4)
    bx, by = 905.0, 1006.0
    boat.polygon(
        [(bx - 92, by - 15), (bx + 104, by - 20), (bx + 84, by + 6), (bx - 78, by + 6)], "#231a2c"
    )
    boat.polygon(
        [(bx - 70, by - 15), (bx + 30, by - 17), (bx + 30, by - 33), (bx - 70, by - 33)], "#8a3040"
    )
    boat.polygon(
        [(bx - 66, by - 33), (bx - 20, by - 33), (bx - 20, by - 44), (bx - 66, by - 44)], "#b8703c"
    )
    boat.polygon(
        [(bx + 44, by - 17), (bx + 84, by - 19), (bx + 84, by - 58), (bx + 50, by - 58)], "#e9d8c8"
    )
    boat.polygon(
        [(bx + 52, by - 42), (bx + 82, by - 42), (bx + 82, by - 52), (bx + 53, by - 52)], "#ffd98a"
    )
    boat.line([(bx + 62, by - 58), (bx + 62, by - 86)], 1.6, "#2a1d2c")
    flipped = Paint(width, height, 1)
    box = (int(bx - 110), int(by - 90), int(bx + 110), int(by + 6))
    small = boat.image.resize((width, height), Image.Resampling.BOX).crop(box)
    small = small.transpose(Image.Transpose.FLIP_TOP_BOTTOM).filter(ImageFilter.GaussianBlur(2.2))
    flipped.image.paste(small, (box[0], int(by + 6)))
    image = boat.over(flipped.over(image, 0.5))
    wake = np.exp(-(((y - by - 4 - np.abs(x - bx + 80) * 0.02) / 3.0) ** 2)) * (x < bx - 60)
    image = mix(image, hex_color("#ffc59a"), wake * np.exp(-(bx - x) / 260).clip(0, 1) * 0.5)

    bright = np.clip(image - 0.9, 0, 2)
    image = image + blurred(bright, 14) * 0.5 + blurred(bright, 60) * 0.35
    return developed(rng, image, 1.2, 0.010, 1.08)


# ---------------------------------------------------------------- 5 city by night


def city_night() -> Array:
    rng = np.random.default_rng(20241231)
    width, height = 1440, 2160
    horizon = 1500
    y, _x = np.mgrid[0:height, 0:width].astype(np.float32)
    rise = (horizon - y) / horizon
    sky = mix(hex_color("#e8926a") * 0.62, hex_color("#7a6c9c") * 0.55, smoothstep(0.0, 0.24, rise))
    sky = mix(sky, hex_color("#20406f") * 0.75, smoothstep(0.14, 0.55, rise))
    sky = mix(sky, hex_color("#0b1a38") * 0.8, smoothstep(0.45, 1.0, rise))
    clouds = noise(rng, height, width, (150, 700), 7, 0.55)
    sky = mix(
        sky,
        hex_color("#b0708a") * 0.5,
        smoothstep(0.3, 2.0, clouds) * smoothstep(0.75, 0.1, rise) * 0.7,
    )
    stars = (rng.uniform(size=(height, width)) > 0.99988) & (rise > 0.45)
    sky = sky + blurred(stars.astype(np.float32), 0.8)[..., None] * 3.0

    scene = sky
    rows = (
        (40, "#4d5482", 0.30, 330, (26, 64), 0.30),
        (34, "#2c3560", 0.45, 520, (44, 100), 0.42),
        (22, "#141c38", 0.62, 640, (64, 140), 0.5),
    )
    for count, color, spread, tallest, wides, lit_share in rows:
        for place in rng.permutation(count):
            wide = rng.uniform(*wides)
            at = (place + rng.uniform(0.1, 0.9)) / count * (width + 160) - 80
            # The skyline swells to the right of the middle.
            swell = 0.42 + 0.58 * math.exp(-(((at / width - 0.6) / spread) ** 2))
            tall = tallest * swell * float(rng.uniform(0.45, 1.0))
            scene = building(rng, scene, horizon, at, wide, tall, color, lit_share)
    scene = landmark(rng, scene, horizon, 905.0, 1130.0)
    quay = (y > horizon - 16) & (y <= horizon + 1)
    scene = mix(scene, hex_color("#0d1022"), quay.astype(np.float32))
    lamps = np.zeros((height, width), np.float32)
    for at in range(14, width, 36):
        lamps[horizon - 20 : horizon - 16, at : at + 4] = 1
    scene = scene + (lamps + blurred(lamps, 5) * 5)[..., None] * hex_color("#ffb45a") * 3

    mirror = scene.copy()
    below = np.clip(2 * horizon - np.arange(horizon, height), 0, horizon)
    mirror[horizon:] = scene[below]
    streaked = resized_rows(mirror[horizon:], 26)
    mirror[horizon:] = mix(mirror[horizon:], streaked, 0.75)
    scene[horizon:] = water(rng, mirror, horizon, 0.06, hex_color("#050b1c"), 0.86)
    bright = np.clip(scene - 0.55, 0, 3)
    scene = scene + blurred(bright, 7) * 0.55 + blurred(bright, 36) * 0.55
    scene = promenade(rng, scene)
    return developed(rng, scene, 1.5, 0.013, 1.06)


def resized_rows(image: Array, reach: int) -> Array:
    """Smear light along the columns, as water does with lamps."""
    total = np.cumsum(np.pad(image, ((reach, reach), (0, 0), (0, 0)), "edge"), 0, dtype=np.float64)
    return ((total[2 * reach :] - total[: -2 * reach]) / (2 * reach)).astype(np.float32)


def building(
    rng: np.random.Generator,
    scene: Array,
    ground: int,
    x: float,
    wide: float,
    tall: float,
    color: str,
    lit_share: float,
) -> Array:
    _height, width = scene.shape[:2]
    left, right = max(0, int(x - wide / 2)), min(width, int(x + wide / 2))
    top = int(ground - tall)
    if right - left < 8:
        return scene
    parts = [(left, right, top)]
    if rng.random() < 0.55:  # a set-back crown
        inset = int((right - left) * rng.uniform(0.14, 0.3))
        parts.append((left + inset, right - inset, top - int(tall * rng.uniform(0.05, 0.14))))
    if rng.random() < 0.3:  # a mast
        middle = (left + right) // 2
        parts.append((middle, middle + 2, parts[-1][2] - int(rng.uniform(18, 60))))
    base = hex_color(color) * float(rng.uniform(0.4, 0.75))
    warm = hex_color(str(rng.choice(["#ffcf8a", "#ffd9a8", "#fff0d4", "#cfe4ff", "#ffb866"])))
    step_x, step_y = int(rng.integers(5, 9)), int(rng.integers(7, 11))
    for a, b, c in parts:
        rows, columns = ground - c, b - a
        side = np.linspace(0.75, 1.25, columns, dtype=np.float32)[None, :, None]
        fall = np.linspace(1.15, 0.7, rows, dtype=np.float32)[:, None, None]
        face = base * side * fall
        if columns > 10:
            floors, bays = rows // step_y + 1, columns // step_x + 1
            on = rng.uniform(size=(floors, bays)) < lit_share * rng.uniform(0.2, 1.1, (floors, 1))
            glow = on * rng.gamma(2.0, 0.5, (floors, bays))
            panes = np.kron(glow, np.ones((step_y, step_x)))[:rows, :columns]
            yy, xx = np.mgrid[0:rows, 0:columns]
            frame = (yy % step_y < step_y - 3) & (xx % step_x < step_x - 2) & (yy > 5)
            frame &= (xx > 2) & (xx < columns - 3)
            face = face + (panes * frame)[..., None].astype(np.float32) * warm * 0.85
        scene[c:ground, a:b] = face
    if rng.random() < 0.3 and right - left > 30:  # a lit edge on the roof
        tint = hex_color(str(rng.choice(["#ff5a4d", "#58c7ff", "#ffd35a", "#b58cff"])))
        scene[top : top + 3, left:right] = tint * 1.6
    return scene


def landmark(rng: np.random.Generator, scene: Array, ground: int, x: float, tall: float) -> Array:
    """The tower the city is known by: tapering, ribbed with light, with a lantern on top."""
    height, width = scene.shape[:2]
    y, across = np.mgrid[0:height, 0:width].astype(np.float32)
    share = (ground - y) / tall
    half = 74 * (1 - 0.62 * np.clip(share, 0, 1) ** 1.5) * (1 + 0.05 * np.sin(share * 9))
    inside = smoothstep(0.7, -0.7, np.abs(across - x) - half) * ((share >= 0) & (share <= 0.86))
    turn = (across - x) / half
    face = hex_color("#1c2a55") * (0.75 - 0.35 * turn)[..., None]
    ribs = np.exp(-(((np.abs(turn) - 0.96) / 0.035) ** 2)) + 0.55 * np.exp(-((turn / 0.03) ** 2))
    twist = np.abs(((turn * 0.5 + share * 3.2) % 0.5) - 0.25)
    lattice = np.exp(-((twist / 0.012) ** 2)) + np.exp(
        -((np.abs(((turn * 0.5 - share * 3.2) % 0.5) - 0.25) / 0.012) ** 2)
    )
    face = face + (ribs * 1.6 + lattice * 0.4)[..., None] * hex_color("#ffc878")
    floors = 150
    on = rng.uniform(size=(floors, 24)) < 0.5
    cell = on[
        np.clip((share * floors).astype(int), 0, floors - 1),
        np.clip(((turn + 1) * 12).astype(int), 0, 23),
    ]
    pane = ((share * floors) % 1 > 0.35) & (((turn + 1) * 12) % 1 > 0.3)
    face = face + (cell & pane)[..., None] * hex_color("#ffe2b0") * 0.45
    scene = mix(scene, face, inside)
    for low, high, wide, color, power in (
        (0.845, 0.872, 38, "#ffd89a", 2.6),
        (0.872, 0.90, 25, "#ff8a5c", 2.2),
        (0.90, 0.922, 15, "#ffd89a", 2.6),
        (0.922, 1.0, 2.2, "#fff2d8", 2.0),
    ):
        part = smoothstep(0.8, -0.8, np.abs(across - x) - wide) * ((share > low) & (share <= high))
        scene = mix(scene, hex_color(color) * power, part)
    beacon = np.exp(-(((across - x) / 4) ** 2 + ((y - (ground - tall)) / 4) ** 2))
    return scene + beacon[..., None] * hex_color("#ff4a3c") * 5


def promenade(rng: np.random.Generator, scene: Array) -> Array:
    """A railing and people in the dark of the near bank."""
    height, width = scene.shape[:2]
    paint = Paint(width, height, 3)
    top = height - 176
    paint.polygon([(0, top + 96), (width, top + 108), (width, height), (0, height)], "#05070d")
    paint.line([(0, top), (width, top + 8)], 9, "#05070d")
    paint.line([(0, top + 32), (width, top + 40)], 4, "#05070d")
    for at in range(-10, width + 40, 30):
        paint.line(
            [(at, top + at * 8 / width), (at, top + 104)], 7 if at % 150 == 140 else 3, "#05070d"
        )
    for at, tall, turn in ((258, 330, 1), (344, 296, -1), (1180, 312, 1)):
        foot = height - 40
        head = foot - tall
        paint.disc(at, head + tall * 0.075, tall * 0.072, "#05070d")
        paint.polygon(
            [
                (at - tall * 0.028, head + tall * 0.12),
                (at + tall * 0.028, head + tall * 0.12),
                (at + tall * 0.135, head + tall * 0.2),
                (at + tall * 0.125, head + tall * 0.56),
                (at - tall * 0.125, head + tall * 0.56),
                (at - tall * 0.135, head + tall * 0.2),
            ],
            "#05070d",
        )
        paint.polygon(
            [
                (at - tall * 0.11, head + tall * 0.5),
                (at + tall * 0.11, head + tall * 0.5),
                (at + tall * 0.085, foot),
                (at - tall * 0.085, foot),
            ],
            "#05070d",
        )
        elbow = (at + turn * tall * 0.19, head + tall * 0.36)
        paint.line(
            [
                (at + turn * tall * 0.11, head + tall * 0.2),
                elbow,
                (at + turn * tall * 0.1, top + 2),
            ],
            tall * 0.052,
            "#05070d",
        )
    image = paint.over(scene)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    return image + (np.exp(-(((y - top + 4 - x * 8 / width) / 1.6) ** 2)) * 0.05)[
        ..., None
    ] * hex_color("#ffb878")


# ---------------------------------------------------------------- 6 emblem


def emblem() -> Image.Image:
    """The corridor's badge: sun, ridge, bridge, field and river in a ring of wheat."""
    size, fine = 1600, 3
    whole = size * fine
    middle = whole / 2
    image = Image.new("RGBA", (whole, whole))
    pen = ImageDraw.Draw(image)

    def disc(radius: float, color: str, target: ImageDraw.ImageDraw | None = None) -> None:
        box = [
            middle - radius * whole,
            middle - radius * whole,
            middle + radius * whole,
            middle + radius * whole,
        ]
        (target or pen).ellipse(box, color)

    navy, cream, red, gold = "#12395b", "#f6efdf", "#c8322b", "#d99a2b"
    # The outer halo is half transparent: it must tint whatever it stands on.
    disc(0.496, "#12395b55")
    disc(0.474, navy)
    disc(0.462, cream)
    disc(0.452, navy)
    for stalk in (-1, 1):  # two ears of wheat, from the foot up the sides
        for grain in range(17):
            share = grain / 16
            angle = math.radians(90 + stalk * (14 + 128 * share))
            for lane, lean in ((0.424, 0.42), (0.394, -0.42)):
                cx = middle + math.cos(angle) * lane * whole
                cy = middle + math.sin(angle) * lane * whole
                heading = angle + stalk * (math.pi / 2 + lean)
                long, plump = 0.030 * whole * (1 - 0.25 * share), 0.0095 * whole
                leaf = []
                for t in np.linspace(0, 2 * math.pi, 40):
                    u, v = math.cos(t) * long, math.sin(t) * plump * (1 - 0.35 * math.cos(t))
                    leaf.append(
                        (
                            cx + math.cos(heading) * u - math.sin(heading) * v,
                            cy + math.sin(heading) * u + math.cos(heading) * v,
                        )
                    )
                pen.polygon(leaf, gold if lane > 0.41 else "#f0c469")
    star = []
    for point in range(10):
        reach = (0.030 if point % 2 == 0 else 0.0125) * whole
        angle = math.radians(-90 + point * 36)
        star.append(
            (middle + math.cos(angle) * reach, middle - 0.408 * whole + math.sin(angle) * reach)
        )
    pen.polygon(star, gold)

    inner = Image.new("RGBA", (whole, whole))
    draw = ImageDraw.Draw(inner)
    disc(0.356, "#cfe3ea", draw)
    sun = (middle + 0.105 * whole, middle - 0.135 * whole)
    for ray in range(24):
        angle = math.radians(ray * 15)
        spread = math.radians(2.6)
        draw.polygon(
            [
                (
                    sun[0] + math.cos(angle - spread) * 0.112 * whole,
                    sun[1] + math.sin(angle - spread) * 0.112 * whole,
                ),
                (
                    sun[0] + math.cos(angle) * 0.150 * whole,
                    sun[1] + math.sin(angle) * 0.150 * whole,
                ),
                (
                    sun[0] + math.cos(angle + spread) * 0.112 * whole,
                    sun[1] + math.sin(angle + spread) * 0.112 * whole,
                ),
            ],
            "#e8b04a",
        )
    r = 0.098 * whole
    draw.ellipse([sun[0] - r, sun[1] - r, sun[0] + r, sun[1] + r], red)

    def at(*points: tuple[float, float]) -> list[tuple[float, float]]:
        return [(middle + px * whole, middle + py * whole) for px, py in points]

    draw.polygon(
        at(
            (-0.4, 0.06),
            (-0.24, -0.12),
            (-0.17, -0.06),
            (-0.02, -0.235),
            (0.10, -0.08),
            (0.16, -0.13),
            (0.4, 0.08),
        ),
        "#3c7d8c",
    )
    draw.polygon(
        at(
            (-0.4, 0.12),
            (-0.24, -0.12),
            (-0.2, 0.0),
            (-0.17, -0.06),
            (-0.02, -0.235),
            (-0.05, -0.06),
            (0.02, 0.0),
            (-0.03, 0.12),
        ),
        "#1f5c74",
    )
    draw.polygon(
        at(
            (-0.02, -0.235),
            (0.045, -0.152),
            (0.012, -0.165),
            (-0.012, -0.135),
            (-0.04, -0.165),
            (-0.085, -0.158),
        ),
        cream,
    )
    draw.polygon(
        at((-0.24, -0.12), (-0.205, -0.09), (-0.225, -0.09), (-0.25, -0.075), (-0.283, -0.072)),
        cream,
    )
    draw.polygon(at((-0.4, 0.07), (0.4, 0.03), (0.4, 0.4), (-0.4, 0.4)), "#7d9c4a")
    for row in range(9):  # furrows
        x = -0.46 + row * 0.115
        draw.polygon(
            at(
                (-0.02 + (x + 0.02) * 0.28, 0.052),
                (0.0 + (x + 0.02) * 0.28, 0.052),
                (x + 0.062, 0.25),
                (x, 0.25),
            ),
            "#e0bd58",
        )
    for wave, color in enumerate(("#2a6f97", "#f6efdf", "#1d5682", "#f6efdf", "#12395b")):
        level = 0.135 + wave * 0.042 - (0.012 if color == cream else 0)
        crest = [
            (-0.4 + t * 0.8, level + 0.012 * math.sin(t * 2 * math.pi * 4 + wave * 1.1))
            for t in np.linspace(0, 1, 240)
        ]
        draw.polygon(at(*crest, (0.4, 0.42), (-0.4, 0.42)), color)
    for x in (-0.15, 0.17):  # the bridge
        draw.polygon(
            at((x - 0.011, 0.15), (x - 0.006, -0.06), (x + 0.006, -0.06), (x + 0.011, 0.15)), red
        )
        for stay in range(1, 7):
            for way in (-1, 1):
                draw.line(
                    at((x, -0.062 + stay * 0.004), (x + way * stay * 0.0245, 0.092)),
                    red,
                    round(0.0034 * whole),
                )
    draw.polygon(at((-0.4, 0.087), (0.4, 0.087), (0.4, 0.104), (-0.4, 0.104)), red)
    cut = Image.new("L", (whole, whole))
    disc(0.348, "white", ImageDraw.Draw(cut))
    disc(0.358, cream)
    image.paste(inner, (0, 0), cut)
    return image.resize((size, size), Image.Resampling.BOX)


# ---------------------------------------------------------------- files


def display_p3() -> bytes:
    """A Display P3 profile (ICC 4): three primaries under D65 and the curve of sRGB."""

    def xyz_of(x: float, y: float) -> NDArray[np.float64]:
        return np.array([x / y, 1.0, (1 - x - y) / y])

    d65, d50 = xyz_of(0.3127, 0.3290), np.array([0.9642, 1.0, 0.8249])
    primaries = np.stack([xyz_of(0.680, 0.320), xyz_of(0.265, 0.690), xyz_of(0.150, 0.060)], 1)
    to_xyz = primaries * np.linalg.solve(primaries, d65)
    bradford = np.array(
        [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]]
    )
    adapt = np.linalg.inv(bradford) @ np.diag((bradford @ d50) / (bradford @ d65)) @ bradford

    def fixed(*numbers: float) -> bytes:
        return struct.pack(f">{len(numbers)}i", *(round(n * 65536) for n in numbers))

    def words(text: str) -> bytes:
        return struct.pack(">4sIII2s2sII", b"mluc", 0, 1, 12, b"en", b"US", len(text) * 2, 28) + (
            text.encode("utf-16-be")
        )

    curve = struct.pack(">4sIHH", b"para", 0, 3, 0)
    curve += fixed(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
    columns = (adapt @ to_xyz).T
    tags = [
        (b"desc", words("Display P3")),
        (b"cprt", words("CC0")),
        (b"wtpt", b"XYZ \0\0\0\0" + fixed(*d50)),
        *(
            (name, b"XYZ \0\0\0\0" + fixed(*column))
            for name, column in zip((b"rXYZ", b"gXYZ", b"bXYZ"), columns, strict=True)
        ),
        *((name, curve) for name in (b"rTRC", b"gTRC", b"bTRC")),
        (b"chad", b"sf32\0\0\0\0" + fixed(*adapt.ravel())),
    ]
    table, data, start = struct.pack(">I", len(tags)), b"", 128 + 4 + 12 * len(tags)
    placed: dict[bytes, int] = {}
    for name, body in tags:
        if body not in placed:
            placed[body] = start + len(data)
            data += body + bytes(-len(body) % 4)
        table += struct.pack(">4sII", name, placed[body], len(body))
    header = struct.pack(
        ">I4sI4s4s4s6H4s4sI4sIQI3i4s16s28x",
        start + len(data),
        b"\0\0\0\0",
        0x04000000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
        2026,
        1,
        1,
        0,
        0,
        0,
        b"acsp",
        b"\0\0\0\0",
        0,
        b"\0\0\0\0",
        0,
        0,
        0,
        round(0.9642 * 65536),
        65536,
        round(0.8249 * 65536),
        b"\0\0\0\0",
        bytes(16),
    )
    return header + table + data


def press_profile(given: Path | None) -> bytes:
    """The CMYK profile: from a file, or the one inside the picture made last time."""
    if given:
        return given.read_bytes()
    with Image.open(PICTURES / "wheat.jpg", formats=["JPEG"]) as made_last_time:
        return bytes(made_last_time.info["icc_profile"])


def separated(picture: Image.Image, profile: bytes) -> Image.Image:
    result = ImageCms.profileToProfile(
        picture,
        ImageCms.createProfile("sRGB"),
        ImageCms.ImageCmsProfile(io.BytesIO(profile)),
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        "CMYK",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    assert result is not None
    return result


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("names", nargs="*", help="which pictures (default: all)")
    parser.add_argument("--press-profile", type=Path, help="CMYK ICC profile for wheat.jpg")
    asked = parser.parse_args()
    PICTURES.mkdir(exist_ok=True)

    def save(name: str, make: Callable[[], Image.Image], **extra: object) -> None:
        if not asked.names or name in asked.names:
            picture = make()
            kind = "PNG" if name.endswith("png") else "JPEG"
            picture.save(PICTURES / name, kind, optimize=True, **extra)
            print(name, *picture.size, picture.mode, (PICTURES / name).stat().st_size)

    on_its_side = Image.Exif()
    on_its_side[0x0112] = 6  # turn a quarter clockwise to see it upright
    save("snow-ridge.jpg", lambda: picture_of(snow_ridge()), quality=78)
    save(
        "wind-farm.jpg",
        lambda: picture_of(wind_farm()).transpose(Image.Transpose.ROTATE_90),
        quality=76,
        exif=on_its_side,
    )
    profile = press_profile(asked.press_profile)
    save(
        "wheat.jpg",
        lambda: separated(
            picture_of(wheat()).resize((1680, 1120), Image.Resampling.LANCZOS), profile
        ),
        quality=56,
        icc_profile=profile,
    )
    save("bridge.jpg", lambda: picture_of(bridge()), quality=78, icc_profile=display_p3())
    save("city-night.jpg", lambda: picture_of(city_night()), quality=70)
    save("emblem.png", emblem)


if __name__ == "__main__":
    main()
