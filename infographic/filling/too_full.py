"""By what a page is known on which a story finds no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infographic.foundation.diagnostics import Diagnostic, errors

if TYPE_CHECKING:
    from infographic.composed import ComposedPage

TOO_FULL = ("overset", "overfull", "headline-long")


def too_full(page: ComposedPage) -> Diagnostic | None:
    """What finds no room on a page that is otherwise right; None where it is right, or wrong."""
    found = errors(page.diagnostics)
    return found[0] if found and all(one.code in TOO_FULL for one in found) else None
