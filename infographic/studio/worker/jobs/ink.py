"""How much ink lies at a place of a page, and which plates there are."""

from __future__ import annotations

from typing import Any, cast

from infographic.studio.worker.desk import Desk, Given, Tell
from infographic.studio.worker.modes import plates_of, told_plates

SCALE = 1.0
"""Pixels a point that inks are looked up at: those of a broadsheet are made in a fifth of a
second."""


def run(desk: Desk, given: Given, tell: Tell) -> dict[str, Any] | None:
    """given: view, page, x, y in points; without x and y no place is looked at.

    Answers {"inks": [{"name", "here"}], "total", "design", "hard", "plates"} in per cent: `here`
    at the place, `design` what the press aims at, `hard` what it dries at most, `plates` as
    `told_plates`. None where there is no such page; inks and total are None outside of it.
    """
    shown = desk.views.get(given["view"])
    number = int(given["page"])
    if shown is None or not 0 <= number < len(shown.page.pages):
        return None
    one = shown.page.pages[number]
    plates = plates_of(shown, number, SCALE)
    key = "shares", number
    if key not in shown.drawn:
        shown.drawn[key] = told_plates(plates)
    limits = one.press.ink
    answer = {
        "inks": None, "total": None, "press": one.press.name, "plates": shown.drawn[key],
        "design": limits.design, "hard": limits.hard,
    }  # fmt: skip
    if given.get("x") is None or given.get("y") is None:
        return answer
    at = int(given["x"] * SCALE), int(given["y"] * SCALE)
    width, height = plates.plates[0].shares.size
    if not (0 <= at[0] < width and 0 <= at[1] < height):
        return answer
    # Of a grey picture a pixel is one number.
    shares = [(plate.ink, cast("int", plate.shares.getpixel(at))) for plate in plates.plates]
    here = [{"name": name, "here": round(share / 2.55)} for name, share in shares]
    return {**answer, "inks": here, "total": round(sum(share for _, share in shares) / 2.55)}
