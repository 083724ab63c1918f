"""emblem.png: an emblem with half-transparent parts."""

from __future__ import annotations

import math

import numpy as np
from PIL import Image, ImageDraw


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
