"""How a doubt is said: at one quantity, naming the others with their places."""

from __future__ import annotations

from infographic.foundation.diagnostics import Diagnostic, Severity, worded
from infographic.subbing.quantities import Quantity, where


def doubt(code: str, quantity: Quantity, message: str, hint: str) -> Diagnostic:
    return worded(code, message, quantity.origin, hint, Severity.WARNING)


def at(quantity: Quantity) -> str:
    """“2300余个” (story.json:4:16)"""
    return f"“{quantity.said}” ({where(quantity)})"
