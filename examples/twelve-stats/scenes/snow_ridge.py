"""snow-ridge.jpg: a ridge in snow with firs before it."""

from __future__ import annotations

import numpy as np

from scenes.landscape import Camera, fir, fog, halved, lit, ridged_map, seen_terrain
from scenes.light import Array, Mask, blurred, developed, hex_color, mix, noise, smoothstep


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
