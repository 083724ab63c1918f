"""`infographic press --colors`: a layout's colours on the screen and off the press."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from infographic.commands.shared.exit_codes import MADE
from infographic.commands.shared.say import tell, tell_as_json
from infographic.foundation.reach import within

if TYPE_CHECKING:
    from infographic.backends.pictures.color_drift import Drift
    from infographic.press.profile import PressProfile

FAR = 10.0
"""ΔE₀₀ from which two colours are taken for two."""


def say_colors(layout: str, name: str | None, as_json: bool) -> int:
    """Print each colour of a layout with its inks, its sRGB and how far it drifts in print."""
    from infographic.backends.pictures import color_management
    from infographic.backends.pictures.color_drift import drifts
    from infographic.loading.sheet.layouts import find_layout, read_layout
    from infographic.options import reach_for
    from infographic.pipeline import settled_layout
    from infographic.profiles import press_profile

    found_at = find_layout(layout, Path(), None)
    with within(reach_for(found_at, () if name is None else (name,), {})):
        settled = settled_layout(read_layout(layout))
        named = settled.sheet.press
        if name is None and named:
            at = settled.press_at
            press = press_profile(named, Path(at.source.folder), at)
        else:
            press = press_profile(name or "newsprint")
    icc = press.icc_path or color_management.NEWSPRINT
    found = drifts(settled.sheet.colors.values(), icc.read_bytes())
    if as_json:
        tell_as_json([_row(each) for each in found])
        return MADE
    for line in _table(layout, press, found):
        tell(line)
    return MADE


def _table(layout: str, press: PressProfile, found: list[Drift]) -> list[str]:
    lines = [
        f"{layout} on {press.name}: ΔE (CIEDE2000) between the screen's colour and the printed one",
        f"  {'':<18}{'inks':<18}{'screen':<10}{'printed':<10}{'ΔE':>5}   {'coated':<10}{'ΔE':>5}",
    ]
    for each in found:
        row = _row(each)
        far = "  far from the screen's" if each.of_print >= FAR else ""
        lines.append(
            f"  {row['name']:<18}{row['inks']:<18}{row['screen']:<10}{row['printed']:<10}"
            f"{row['difference']:>5}   {row['coated']:<10}{row['coated_difference']:>5}{far}"
        )
    return lines


def _row(drift: Drift) -> dict[str, object]:
    color = drift.color
    inks = "/".join(f"{ink * 100:g}" for ink in color.cmyk)
    return {
        "name": color.name,
        "inks": f"{inks} {color.spot.name}" if color.spot else inks,
        "screen": _hex(color.srgb),
        "printed": _hex(drift.printed),
        "difference": round(drift.of_print, 1),
        "coated": _hex(drift.on_coated),
        "coated_difference": round(drift.of_coated, 1),
    }


def _hex(color: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(light * 255):02x}" for light in color)
