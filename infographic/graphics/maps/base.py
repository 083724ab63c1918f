"""A base map as its file has it: named shapes, in degrees or, from an SVG, in the file's units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from infographic.foundation.diagnostics import SayingError
from infographic.foundation.sayings import Saying

Position = tuple[float, float]
"""Longitude and latitude in degrees, or x and y (down) of a plane."""
Line = tuple[Position, ...]
Step = str | int


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class MapBase:
    """A base map, whole. Two are the same where their files' contents are."""

    digest: str
    """SHA-256 of the file and of how it was read: the key of every cache."""
    shapes: tuple[Shape, ...] = field(compare=False, repr=False)
    is_geographic: bool = field(default=True, compare=False)
    """In degrees; else in a plane of the file's own, where no place has a coordinate."""
    doubts: tuple[Doubt, ...] = field(default=(), compare=False, repr=False)
    """What is doubtful in it and stops nothing."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something of a base file, and the way to it: (“features”, 3, “geometry”)."""

    saying: Saying
    path: tuple[Step, ...] = ()


class MapError(SayingError):
    """Why a base file cannot be used, and where in the file: places are looked up only for this."""

    def __init__(
        self, saying: Saying, path: Sequence[Step] = (), mend: Saying | None = None
    ) -> None:
        super().__init__(saying, mend)
        self.path = tuple(path)
