"""Pages of random data: those on which the device that was asked for stands."""

from __future__ import annotations

from typing import Any

from drawing import drawn

from infographic.composed import ComposedPage
from infographic.foundation.diagnostics import SpecError


def drawn_unless_simpler(*args: Any, **more: Any) -> ComposedPage | None:
    """The page; None where the device gave way to a simpler one, which is said."""
    try:
        page = drawn(*args, **more)
    except SpecError as error:
        # Plain figures, too, may want more height than there is.
        assert "graphic-simpler" in [fault.code for fault in error.diagnostics], str(error)
        return None
    return None if "graphic-simpler" in [one.code for one in page.diagnostics] else page
