"""The shipped icons: one weight, filled, found by a Chinese or English name.

An icon's outlines are drawn alike by non-zero winding and by the even-odd rule, so that a `Path`
fills them as it fills all else. Icons stand on a box one unit high and wide, each in its middle
and as large to the eye as the others (docs/icons.md). `icons.json` is read when a name is first
looked up, an icon's outlines when it is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path as FilePath
from types import MappingProxyType

from infographic.display.items import Group, Path, Placed, Role, Segment
from infographic.foundation.color import Color
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import SayingError, near_word
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.record import record
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say

BOX = 256
"""Units of the box in `icons.json`."""


class Listed(NamedTuple):
    """An icon as the list has it."""

    name: str
    """Its own name, in English: “high-speed-train”."""
    zh: tuple[str, ...]
    """Its Chinese names, the best known first."""
    en: tuple[str, ...]
    """Further English names."""
    source: str
    """The package and the file in it that it is made from."""
    ink: tuple[float, float, float, float]
    """Left, top, width and height of what is drawn, in units of the box."""
    path: str
    """Its outlines, in units of the box."""

    @property
    def names(self) -> tuple[str, ...]:
        """All it is found by."""
        return (self.name, *self.zh, *self.en)


@record
class Icon:
    """An icon's outlines in a box one unit high and wide."""

    name: str
    zh: tuple[str, ...]
    en: tuple[str, ...]
    segments: tuple[Segment, ...]
    ink: Rect
    """What is drawn of the box."""

    def path(self, height: float, color: Color) -> Path:
        """The icon on a box `height` points high and wide, from the box's top left."""
        return _path(self.name, height, color)


def listed() -> Mapping[str, Listed]:
    """Every icon by its own name, in the order of the list: people, places, farming, …"""
    return _index()[0]


def find(name: str) -> str | None:
    """The own name of the icon that is called so, in Chinese or in English; None where none is.

    >>> find("小麦"), find("High-speed train"), find("龙"), find("")
    ('grain', 'high-speed-train', None, None)
    """
    return _index()[1].get(_plain(name))


@lru_cache(maxsize=256)
def icon(name: str) -> Icon:
    """The icon that is called so. Raises `SayingError`, “icon-unknown”, where none is.

    >>> icon("水滴").name
    'drop'
    """
    found = find(name)
    if found is None:
        raise unknown(name)
    one = listed()[found]
    left, top, width, height = (number / BOX for number in one.ink)
    return Icon(one.name, one.zh, one.en, _segments(one.path), Rect(left, top, width, height))


def unknown(name: str) -> SayingError:
    """That no icon is called so, with the nearest name."""
    return SayingError(say("icon-unknown", name=name), nearest(name))


def nearest(name: str) -> Saying | None:
    """A mend with the name most like one that no icon has; None where none is like it.

    >>> str(nearest("小麦田")), str(nearest("tractr")), nearest("龙")
    ('did you mean “小麦”?', 'did you mean “tractor”?', None)
    """
    wanted, known = _plain(name), _index()[1]
    near = near_word(wanted, known)
    if near is not None or not wanted:
        return near
    # Of Chinese names of two characters one is half: too little for a likeness by letters.
    inside = [
        each
        for each in known
        if not each.isascii() and min(len(each), len(wanted)) > 1
        if each in wanted or wanted in each
    ]
    best = max(inside, key=len, default=None)
    return None if best is None else say("mend/did-you-mean", near=best)


def matching(word: str) -> tuple[Listed, ...]:
    """The icons with a name that holds a word, those that are called just so first.

    >>> [one.name for one in matching("充电")]
    ['plug', 'charging-station']
    """
    wanted = _plain(word)
    holding = [one for one in listed().values() if any(wanted in _plain(n) for n in one.names)]
    return tuple(sorted(holding, key=lambda one: wanted not in map(_plain, one.names)))


def icon_items(
    name: str, at: Point, height: float, color: Color, origin: Origin, cap_height: float = 0.0
) -> tuple[Placed, ...]:
    """An icon before a label: decoration, since the label says what it is.

    `at` is where the icon's box begins on the label's baseline; the box, `height` high and wide, is
    centred on the label's capitals, which are `cap_height` high. Points. Raises `SayingError`.
    """
    top = Point(at.x, at.y - cap_height / 2 - height / 2)
    drawn = Placed(Point(0, 0), icon(name).path(height, color), origin)
    return (Placed(top, Group((drawn,), role=Role.ARTIFACT, name="icon"), origin),)


@lru_cache(maxsize=256)
def _path(name: str, height: float, color: Color) -> Path:
    segments = tuple(
        (kind, tuple([number * height for number in numbers]))
        for kind, numbers in icon(name).segments
    )
    return Path(segments, fill=color)


def _segments(path: str) -> tuple[Segment, ...]:
    """
    >>> _segments("M 0 0 L 128 64 Z")
    (('M', (0.0, 0.0)), ('L', (0.5, 0.25)), ('Z', ()))
    """
    segments: list[Segment] = []
    for part in path.replace("M", "|M").replace("L", "|L").replace("C", "|C").replace(
        "Z", "|Z"
    ).split("|")[1:]:  # fmt: skip
        kind, *numbers = part.split()
        segments.append((kind, tuple([float(number) / BOX for number in numbers])))
    return tuple(segments)


@cache
def _index() -> tuple[Mapping[str, Listed], Mapping[str, str]]:
    """The list, and each name's icon."""
    import json

    text = FilePath(__file__).with_name("icons.json").read_text("utf-8")
    every = [
        Listed(
            one["name"], tuple(one["zh"]), tuple(one["en"]), one["source"], tuple(one["ink"]),
            one["path"],
        )
        for one in json.loads(text)
    ]  # fmt: skip
    names = {_plain(name): one.name for one in every for name in one.names}
    return MappingProxyType({one.name: one for one in every}), MappingProxyType(names)


def _plain(name: str) -> str:
    """A name as it is looked up: without regard to capitals, spaces and underscores."""
    return "-".join(name.casefold().replace("_", " ").split())
