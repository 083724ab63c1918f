"""city-night.jpg: a promenade and a landmark by night."""

from __future__ import annotations

import math

import numpy as np

from scenes.landscape import water
from scenes.light import Array, Paint, blurred, developed, hex_color, mix, noise, smoothstep


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
