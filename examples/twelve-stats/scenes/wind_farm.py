"""wind-farm.jpg: turbines on hills above clouds."""

from __future__ import annotations

import math

import numpy as np

from scenes.landscape import Camera, cloud_deck, fir, fog, halved, lit, ridged_map, seen_terrain
from scenes.light import Array, Mask, Paint, developed, hex_color, mix, noise, resized, smoothstep


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
