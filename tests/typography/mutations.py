"""Rules taken out of the program one at a time, to see that the proof would notice."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from infographic.text import (
    adjust,
    breaks,
    classes,
    compositor,
    interned,
    paragraph,
    set_lines,
    shaping,
)

NEVER = re.compile(r"(?!)")


def _one_cell(shaped: Any, ems: int, must_touch: bool) -> tuple[tuple[float, ...], float]:
    xs, _ = _joined(shaped, ems, must_touch)
    return xs, 1.0


def _spread_all(*args: Any, may_shrink: bool, may_stretch: bool) -> Any:
    return _adjusted(*args, may_shrink=may_shrink, may_stretch=True)


def _cut_inside(joints: breaks.Joints, a: str, b: str) -> breaks.Joint:
    joint = _make(joints, a, b)
    return joint._replace(cut_before=0.5) if a == "o" and b in "ce" else joint


_make = breaks.Joints._make
_joined, _adjusted = shaping.joined, adjust.adjusted

MUTATIONS: dict[str, tuple[object, str, object]] = {
    "glue": (compositor, "glue", lambda *_, **__: iter(())),
    "pairs": (compositor, "_TOKENS", re.compile(r"h|[ldabyftx]+|[ wvqg]+|.", re.S)),
    "addresses": (compositor, "inner_breaks", breaks.last_resort_breaks),
    "groups": (compositor.Compositor, "_hold_together", lambda self: None),
    "hard_breaks": (paragraph, "hard_lines", lambda text, start: [(start, len(text))]),
    "dash_cells": (shaping, "joined", _one_cell),
    "apostrophes": (classes, "_APOSTROPHE", NEVER),
    "spaced_marks": (breaks, "HAN", frozenset("hkiceu")),
    "typed_spaces": (breaks, "MARKS", frozenset()),
    "even": (breaks, "TIED", frozenset()),
    "open_close": (breaks.Joints, "_make", _cut_inside),
    "last_line": (set_lines, "adjusted", _spread_all),
}


@contextmanager
def without(rule: str) -> Iterator[None]:
    where, name, instead = MUTATIONS[rule]
    forget()
    with patch.object(where, name, instead):
        yield
    forget()


def forget() -> None:
    """Empty every cache, so that the next page is set anew."""
    for module in [m for name, m in sys.modules.items() if name.startswith("infographic.")]:
        for value in list(vars(module).values()):
            clear: Callable[[], None] | None = getattr(value, "cache_clear", None)
            if clear is not None and getattr(value, "__module__", "") == module.__name__:
                clear()
    interned._by_identity.clear()
