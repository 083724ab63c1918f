"""wheat.jpg: a field of wheat and a harvester."""

from __future__ import annotations

import math

import numpy as np
from PIL import ImageFilter

from scenes.landscape import cloud_deck, sampled
from scenes.light import Array, Paint, developed, hex_color, mix, noise, smoothstep


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
