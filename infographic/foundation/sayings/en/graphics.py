"""Of charts and other devices that stand for values."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "graphic-kind": "{what} is drawn as “{kind}”: {why}",
    "graphic-simpler": "{what} is drawn as “{instead}” and not as “{kind}”: {why}",
    "graphic-kind-unknown": "there is no device “{kind}”",
    "icon-unknown": (
        "there is no icon “{name}”",
        "`infographic icons` lists them; `infographic icons 粮` finds those with 粮 in a name",
    ),
}
