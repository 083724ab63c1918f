"""Light and paint: colours, noise, blur, masks, and a scene in linear light made a picture."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

Array = NDArray[Any]

Color = tuple[float, float, float]

Points = Sequence[tuple[float, float]]


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
