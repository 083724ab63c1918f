"""A style's “fit”, settled: shares of its size become points, and bounds are checked."""

from __future__ import annotations

from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.sayings import say
from infographic.foundation.units import FARTHEST, to_points
from infographic.loading.sheet.layout_file import FitSpec
from infographic.text.style import Fit

FLOOR, CEILING = 0.85, 1.15
ORDER = ("words", "tracking", "leading", "size")


def settle_fit(
    spec: str | FitSpec | None, size: float, at: Origin
) -> tuple[Fit | None, tuple[Diagnostic, ...]]:
    """How a style of a size fits, None where it does not, and what is wrong with what it says."""
    if isinstance(spec, str):
        spec = FitSpec(mode=spec, origin=at)  # type: ignore[arg-type]
    if spec is None or spec.mode == "none":
        return None, ()
    faults: list[Diagnostic] = []
    floor = _bound(spec.floor, FLOOR, size, at / "floor", faults)
    ceiling = _bound(spec.ceiling, CEILING, size, at / "ceiling", faults)
    if floor > size:
        saying = say("value-range/floor-above", floor=floor, size=size, share=FLOOR)
        faults.append(Diagnostic(saying, at / "floor"))
    if not faults and floor <= 0:
        faults.append(Diagnostic(say("value-range/floor", floor=floor), at / "floor"))
    if ceiling < size:
        saying = say("value-range/ceiling-below", ceiling=ceiling, size=size, share=CEILING)
        faults.append(Diagnostic(saying, at / "ceiling"))
    if faults:
        return None, tuple(faults)
    return Fit(
        shrinks=spec.mode in ("shrink", "both"),
        grows=spec.mode in ("grow", "both"),
        floor=floor,
        ceiling=ceiling,
        step=spec.step,
        remedies=tuple(dict.fromkeys(ORDER if spec.remedies is None else spec.remedies)),
        tracking=spec.tracking,
        leading=spec.leading,
        group=spec.group,
    ), ()


def _bound(
    said: float | str | None, share: float, size: float, at: Origin, faults: list[Diagnostic]
) -> float:
    """A bound in points: a length, or a share of the size."""
    if not isinstance(said, str):
        return size * (share if said is None else said)
    points = to_points(said)
    if points is None:
        faults.append(Diagnostic(say("length-form/no-length", text=said), at))
    elif abs(points) > FARTHEST:
        faults.append(Diagnostic(say("value-range/large", found=said), at))
    return size if points is None else points
