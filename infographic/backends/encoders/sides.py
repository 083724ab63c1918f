"""How long a side a format can say."""

from __future__ import annotations

from infographic.backends.raster import Raster
from infographic.foundation.diagnostics import MachineError


def must_fit(raster: Raster, name: str, longest: int) -> None:
    """Raise `MachineError` where a side has more pixels than the format can say."""
    if max(raster.width, raster.height) > longest:
        raise MachineError(
            f"a {name} has at most {longest:,} pixels a side, not"
            f" {raster.width:,} × {raster.height:,}; ask for a smaller scale, for tiles, or a PNG"
        )
