"""Drawings made wrong on purpose: what a proof that is worth its name finds."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from infographic.blocks.devices import KINDS, choice
from infographic.blocks.devices import device as find_device
from infographic.blocks.devices.device import Drawn
from infographic.display.frame import Frame
from infographic.display.items import Group, Path, Placed, TextLine, walk
from infographic.foundation.geometry import Point
from infographic.graphics import fitting, look, scale
from infographic.graphics.scale import Scale

Items = list[Placed]
Wrong = Callable[[Items], Items]
"""The leaves of a drawing, made wrong."""


def drawn_wrong(patch: pytest.MonkeyPatch, kind: str, wrong: Wrong) -> list[int]:
    """From now on a device's drawings are wrong; how many were changed is in the list."""
    known, changed = choice.device, [0]

    def device(name: str) -> Any:
        one = known(name)
        if name != kind:
            return one

        def draw(*args: Any) -> Drawn:
            drawn = one.draw(*args)
            leaves = [
                Placed(at, item, origin)
                for at, item, origin in walk(drawn.frame.items, Point(0, 0))
                if not isinstance(item, Group)
            ]  # fmt: skip
            made = wrong(leaves)
            changed[0] += made != leaves
            frame = Frame(drawn.frame.size, tuple(made), drawn.frame.faults, drawn.frame.baseline)
            return Drawn(frame, drawn.said)

        return one._replace(draw=draw)

    patch.setattr(choice, "device", device)
    return changed


def _is_datum(one: Placed) -> bool:
    """Whether it is a mark of a datum: filled in an ink, or a line of data."""
    if not isinstance(one.item, Path) or one.origin is None:
        return False
    told = one.origin.pointer
    if not any(part in told for part in ("/rows/", "/events/", "/places/")):
        return False
    if one.item.fill is not None:
        return any(one.item.fill.cmyk)
    return one.item.stroke is not None and one.item.stroke.width > 1.1 and any(
        one.item.stroke.color.cmyk
    )  # fmt: skip


def _extent(one: Placed) -> tuple[float, float]:
    assert isinstance(one.item, Path)
    flat = [n for _, numbers in one.item.segments for n in numbers]
    xs, ys = flat[::2], flat[1::2]
    return max(xs) - min(xs), max(ys) - min(ys)


def _data(leaves: Items) -> list[int]:
    """The data's marks, the largest first."""
    found = [at for at, one in enumerate(leaves) if _is_datum(one)]
    return sorted(found, key=lambda at: -sum(_extent(leaves[at])))


def stretched(leaves: Items) -> Items:
    """The second largest mark (the only one at need) is longer by a twentieth."""
    found = _data(leaves)
    if not found:
        return leaves
    at = found[min(1, len(found) - 1)]
    path = leaves[at].item
    assert isinstance(path, Path)
    flat = [n for _, numbers in path.segments for n in numbers]
    left, top = min(flat[::2]), min(flat[1::2])
    wide, tall = _extent(leaves[at])
    if path.fill is None:
        # A line of data: its first point is wrong.
        (kind, (x, y)), *others = path.segments
        made = replace(path, segments=((kind, (x, y - 1.5)), *others))
        return [*leaves[:at], leaves[at]._replace(item=made), *leaves[at + 1 :]]
    fx, fy = (1.05, 1.0) if wide > tall else (1.0, 1.05)
    if abs(wide - tall) < 0.1:
        fx = fy = 1.05
    segments = tuple(
        (kind, tuple(left + (n - left) * fx if at % 2 == 0 else top + (n - top) * fy
                     for at, n in enumerate(numbers)))
        for kind, numbers in path.segments
    )  # fmt: skip
    made = replace(path, segments=segments)
    return [*leaves[:at], leaves[at]._replace(item=made), *leaves[at + 1 :]]


def moved(leaves: Items) -> Items:
    """The second largest mark stands a point and a half from its place, in both directions."""
    found = _data(leaves)
    if not found:
        return leaves
    at = found[min(1, len(found) - 1)]
    one = leaves[at]
    return [*leaves[:at], one._replace(at=one.at.moved(1.5, 1.5)), *leaves[at + 1 :]]


def gone(leaves: Items) -> Items:
    """The largest mark is not drawn."""
    found = _data(leaves)
    return [one for at, one in enumerate(leaves) if not found or at != found[0]]


def _words(leaves: Items) -> list[int]:
    return [at for at, one in enumerate(leaves) if isinstance(one.item, TextLine) and one.item.runs]


def colliding(leaves: Items) -> Items:
    """Its last word stands on its first."""
    found = _words(leaves)
    if len(found) < 2:
        return leaves
    first, last = leaves[found[0]], leaves[found[-1]]
    return [*(one for at, one in enumerate(leaves) if at != found[-1]), last._replace(at=first.at)]


def outside(leaves: Items) -> Items:
    """Its first word begins left of its frame."""
    found = _words(leaves)
    if not found:
        return leaves
    one = leaves[found[0]]
    return [*leaves[: found[0]], one._replace(at=Point(-5, one.at.y)), *leaves[found[0] + 1 :]]


DRAWN: Mapping[str, Wrong] = {
    "stretched": stretched, "moved": moved, "gone": gone, "colliding": colliding,
    "outside": outside,
}  # fmt: skip


# Rules taken out of the code that draws


def _everywhere(patch: pytest.MonkeyPatch, name: str, old: object, new: object) -> None:
    """In every module that has imported it, or will."""
    for kind in KINDS:
        find_device(kind)
    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").startswith("infographic.") and (
            vars(module).get(name) is old
        ):
            patch.setattr(module, name, new)


def not_from_zero(patch: pytest.MonkeyPatch) -> None:
    """Bars begin at a fifth of the way from the least value, or 0, to the greatest."""

    def extent(values: Any) -> fitting.Extent:
        found = [value for value in values if value is not None]
        low, high = min(found, default=Decimal(0)), max(found, default=Decimal(1))
        low, high = min(Decimal(low), Decimal(0)), Decimal(high)
        low += (high - low) / 5
        return fitting.Extent(low, high if high > low else low + 1)

    def from_zero(values: Any, start: float, end: float) -> Scale:
        one = extent(values)
        return Scale(one.low, one.high, start, end)

    _everywhere(patch, "extent_from_zero", fitting.extent_from_zero, extent)
    _everywhere(patch, "from_zero", scale.from_zero, from_zero)


def broken_bars(patch: pytest.MonkeyPatch) -> None:
    """No bar is longer than 15 points."""
    from infographic.blocks.devices.ranking.anatomy import tones

    known = tones.marked

    def marked(look: Any, along: Any, *args: Any, **more: Any) -> Any:
        start, end = along
        return known(look, (start, start + (end - start) * min(1.0, 15 / (abs(end - start) or 1))),
                     *args, **more)  # fmt: skip

    _everywhere(patch, "marked", known, marked)


def bent(patch: pytest.MonkeyPatch) -> None:
    """Values stand at the root of their share of the scale."""
    known = Scale.at

    def at(self: Scale, value: Any) -> float:
        place = known(self, value)
        share = (place - self.start) / ((self.end - self.start) or 1.0)
        return self.start + (self.end - self.start) * max(share, 0.0) ** 0.5

    patch.setattr(Scale, "at", at)


def silent(patch: pytest.MonkeyPatch) -> None:
    """What must be said in the foot is not."""
    known = choice.device
    patch.setattr(choice, "device", lambda name: known(name)._replace(
        draw=lambda *args: known(name).draw(*args)._replace(said=())
    ))  # fmt: skip


def colored_words(patch: pytest.MonkeyPatch) -> None:
    """Labels are set in the accent."""
    known = look.look_of

    def look_of(tokens: Any) -> look.Look:
        one = known(tokens)
        return replace(one, label=look.tinted(one.label, one.accent),
                       figure=look.tinted(one.figure, one.accent))  # fmt: skip

    _everywhere(patch, "look_of", known, look_of)


def thin_lines(patch: pytest.MonkeyPatch) -> None:
    """The base line is a hairline."""
    known = look.Look.base
    patch.setattr(look.Look, "base", property(
        lambda self: replace(known.fget(self), width=0.1)  # type: ignore[attr-defined]
    ))  # fmt: skip


def wide_radii(patch: pytest.MonkeyPatch) -> None:
    """Radii of circles on maps are as the totals, not their areas."""
    from infographic.blocks.devices.maps import circle_map

    class Linear:
        def __getattr__(self, name: str) -> Any:
            import math

            return (lambda x: x) if name == "sqrt" else getattr(math, name)

    patch.setattr(circle_map, "math", Linear())


Rule = Callable[[pytest.MonkeyPatch], None]
RULES: Sequence[tuple[Rule, str]] = (
    (not_from_zero, "bars"), (not_from_zero, "columns"), (not_from_zero, "comparison"),
    (not_from_zero, "histogram"), (not_from_zero, "area"),
    (broken_bars, "grouped-bars"), (broken_bars, "waterfall"), (broken_bars, "range-bars"),
    (bent, "line"), (bent, "dot-plot"), (bent, "lollipop"), (bent, "slope"), (bent, "area"),
    (bent, "dumbbells"), (bent, "strip"), (bent, "stacked-100"), (bent, "small-multiples-bars"),
    (silent, "pictogram"), (silent, "histogram"), (wide_radii, "circle-map"),
)  # fmt: skip
"""Bars of several series and signed ones begin at the place of 0 whatever their scale begins at."""


def all_lies(kinds: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each way to draw wrong, for each device."""
    for name in DRAWN:
        for kind in kinds:
            yield name, kind
