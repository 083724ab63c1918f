"""A map's base as its file has it: named shapes, in degrees or, from an SVG, in the file's units.

The story holds one, as it holds a table; `graphics/maps` reads and draws it.
"""

from __future__ import annotations

from pathlib import Path

from infographic.foundation.datum import BUILT_IN, Node, Origin
from infographic.foundation.record import field, record
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying

Position = tuple[float, float]
"""Longitude and latitude in degrees, or x and y (down) of a plane."""
Line = tuple[Position, ...]
Step = str | int


@record
class Shape:
    """One place of the base: an area, and whatever lines and points the file draws for it."""

    name: str
    """As the file has it; "" for what has none: a border line."""
    code: str = ""
    """Its administrative code or id; "" where the file has none."""
    polygons: tuple[tuple[Line, ...], ...] = ()
    """Each an outer ring and its holes. A ring's last position is not its first again."""
    lines: tuple[Line, ...] = ()
    points: tuple[Position, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.polygons or self.lines or self.points)


class Doubt(NamedTuple):
    """Something of a base file, and the way to it: (“features”, 3, “geometry”)."""

    saying: Saying
    path: tuple[Step, ...] = ()


@record
class BaseMap:
    """A base map, whole. Two are the same where their files' contents are."""

    digest: str
    """Of the file and of how it was read: the key of every cache."""
    shapes: tuple[Shape, ...] = field(compare=False, repr=False)
    is_geographic: bool = field(default=True, compare=False)
    """In degrees; else in a plane of the file's own, where no place has a coordinate."""
    doubts: tuple[Doubt, ...] = field(default=(), compare=False, repr=False)
    """What is doubtful in it and stops nothing."""
    path: Path | None = field(default=None, compare=False, repr=False)
    """Its file."""
    origin: Origin = field(default=BUILT_IN, compare=False, repr=False)
    """Where the story names it."""

    def opened(self) -> Node:
        """As a story would write it: the file's name."""
        return Node("" if self.path is None else self.path.as_posix(), self.origin)
