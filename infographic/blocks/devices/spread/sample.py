"""Values of one measure whose spread is shown, and why they may have none to show."""

from __future__ import annotations

from infographic.foundation.sayings import Saying, say
from infographic.graphics.subject import Subject


def refuses_sample(subject: Subject, least: int) -> Saying | None:
    """Why a column of numbers has no spread: there are others, fewer than `least`, or one value."""
    if len(subject.series) != 1:
        return say("graphic-refuses/one-series", count=len(subject.series))
    present = subject.series[0].present
    if len(present) < least:
        return say("graphic-refuses/points", least=least, count=len(present))
    if min(present) == max(present):
        return say("graphic-refuses/one-value")
    return None
