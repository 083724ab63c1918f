"""The graphics state as a content stream goes: what is set is written only where it changes.

A part of a page is drawn without knowing what is set before it (`begin`, `end`), so that it can be
kept and played behind anything: what it sets first of a kind is settled when it is played.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from infographic.backends.numbers import line_style, number, opacity_name
from infographic.display.items import PLAIN_LINE, LineStyle
from infographic.foundation.record.tuples import NamedTuple

OVERPRINTING, KNOCKING_OUT = "GO", "GK"
Kind = Literal["fill", "stroke", "font", "line", "overprint", "opacity"]
Setting = str | tuple[str, float] | LineStyle | bool | float | None
"""A colour's operator, a font's name and size …; None: not known yet."""

START: dict[Kind, Setting] = {
    "fill": "", "stroke": "", "font": ("", 0.0), "line": PLAIN_LINE, "overprint": False,
    "opacity": 1.0,
}  # fmt: skip
UNKNOWN: dict[Kind, Setting] = dict.fromkeys(START)


class First(NamedTuple):
    """The first setting of a kind in a part: written where it is another than before the part."""

    kind: Kind
    setting: Setting


class Part(NamedTuple):
    """What a part of a page draws, and what is set behind it; None: what was before it."""

    operators: tuple[str | First, ...]
    after: dict[Kind, Setting]
    opacities: frozenset[float]


class GraphicsState:
    """The operators of a content stream as it grows, and what is set at its end."""

    def __init__(self) -> None:
        self.operators: list[str | First] = []
        self.opacities: set[float] = set()
        """Those that its graphics states are called by."""
        self._now = START.copy()
        self._saved: list[dict[Kind, Setting]] = []
        self._outer: list[tuple[list[str | First], dict[Kind, Setting], set[float]]] = []

    def write(self, *words: str) -> None:
        self.operators.append(" ".join(words))

    def set(self, kind: Kind, setting: Setting) -> None:
        was = self._now[kind]
        if was == setting:
            return
        self._now[kind] = setting
        if was is None:
            self.operators.append(First(kind, setting))
        else:
            self._change(kind, was, setting)

    def _change(self, kind: Kind, was: Setting, setting: Setting) -> None:
        self.operators += _operators(kind, was, setting)
        if kind == "opacity" and isinstance(setting, float):
            self.opacities.add(setting)

    def save(self) -> None:
        self.operators.append("q")
        self._saved.append(self._now.copy())

    def restore(self) -> None:
        self.operators.append("Q")
        self._now = self._saved.pop()

    def begin(self) -> None:
        """From here on a part is drawn, until its `end`."""
        self._outer.append((self.operators, self._now, self.opacities))
        self.operators, self._now, self.opacities = [], UNKNOWN.copy(), set()

    def end(self) -> Part:
        """What was drawn since `begin`, which is not written yet."""
        part = Part(tuple(_joined(self.operators)), self._now, frozenset(self.opacities))
        self.operators, self._now, self.opacities = self._outer.pop()
        return part

    def play(self, part: Part) -> None:
        """Write a part."""
        before = self._now
        for one in part.operators:
            if isinstance(one, str):
                self.operators.append(one)
            elif before[one.kind] != one.setting:
                self._change(one.kind, before[one.kind], one.setting)
        self.opacities |= part.opacities
        self._now = {
            kind: before[kind] if setting is None else setting
            for kind, setting in part.after.items()
        }

    def content(self) -> bytes:
        """The whole stream."""
        return "\n".join([one for one in self.operators if isinstance(one, str)]).encode("ascii")


def _operators(kind: Kind, was: Setting, setting: Setting) -> Iterable[str]:
    match kind, was, setting:
        case _, _, (str() as name, float() | int() as size):
            return [f"/{name} {number(size)} Tf"]
        case "line", LineStyle(), LineStyle():
            return line_style(was, setting)
        case "overprint", _, _:
            return [f"/{OVERPRINTING if setting else KNOCKING_OUT} gs"]
        case "opacity", _, float() | int():
            return [f"/{opacity_name(setting)} gs"]
        case _:
            return [str(setting)]


def _joined(operators: list[str | First]) -> Iterator[str | First]:
    """Operators one behind the other as one text."""
    texts: list[str] = []
    for one in operators:
        if isinstance(one, str):
            texts.append(one)
            continue
        if texts:
            yield "\n".join(texts)
            texts = []
        yield one
    if texts:
        yield "\n".join(texts)
