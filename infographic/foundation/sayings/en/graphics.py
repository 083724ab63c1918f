"""Of charts and other devices that stand for values."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "graphic-kind": "{what} is drawn as “{kind}”: {why}",
    "graphic-simpler": "{what} is drawn as “{instead}” and not as “{kind}”: {why}",
    "graphic-kind-unknown": "there is no device “{kind}”",
}
