"""Ground and sky: heights, how a camera sees them lit, fog, clouds, water, firs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from scenes.light import Array, Mask, mix, noise, smoothstep


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
