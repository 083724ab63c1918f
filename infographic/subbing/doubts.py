"""How a doubt is said: at one quantity, naming the others with their places."""

from __future__ import annotations

from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.sayings import Saying, say
from infographic.subbing.quantities import Quantity, where


def doubt(saying: Saying, quantity: Quantity) -> Diagnostic:
    return Diagnostic(saying, quantity.origin, severity=Severity.WARNING)


def at(quantity: Quantity) -> Saying:
    """“2300余个” (story.json:4:16)"""
    return say("phrase/figure-at", said=quantity.said, place=where(quantity))
