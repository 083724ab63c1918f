"""A style's “fit”, settled: shares of its size become points, and bounds are checked."""

from __future__ import annotations

from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, worded
from infographic.foundation.units import LENGTH_WANTED, to_points
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
        faults.append(_beyond("floor", "larger", floor, size, at))
    if not faults and floor <= 0:
        faults.append(
            worded("value-range", f"a floor of {floor:g} pt is no size", at / "floor",
                       "a size is above 0")
        )  # fmt: skip
    if ceiling < size:
        faults.append(_beyond("ceiling", "smaller", ceiling, size, at))
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
        faults.append(worded("length-form", f"“{said}” is no length", at, f"write {LENGTH_WANTED}"))
    return size if points is None else points


def _beyond(bound: str, how: str, found: float, size: float, at: Origin) -> Diagnostic:
    return worded(
        "value-range",
        f"a {bound} of {found:g} pt is {how} than the style's own size of {size:g} pt",
        at / bound,
        f'write a length, or a share of the size: "{bound}": '
        f"{FLOOR if bound == 'floor' else CEILING}",
    )
