"""bridge.jpg: a cable-stayed bridge over water."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter

from scenes.landscape import water
from scenes.light import Array, Paint, blurred, developed, hex_color, mix, noise, smoothstep


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
