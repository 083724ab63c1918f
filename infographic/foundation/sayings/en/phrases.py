"""Phrases that stand in sentences, and mends that many share."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "mend/did-you-mean": "did you mean “{near}”?",
    "mend/one-of": "one of: {choices}",
}
