"""SVG's path data (the `d` of a path) as segments of a `Path`: lines and cubic curves.

Commands are read as SVG 1.1, 8.3 has them, all of them, absolute and relative; quadratic curves
and arcs become cubic ones. Where SVG says that a reader draws as far as it can, this one stops
with an error: a drawing is whole, or it is not printed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache

from infographic.display.items import Segment
from infographic.foundation import limits
from infographic.foundation.diagnostics import SayingError
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import say

FARTHEST = 1e7
"""A number larger than this is a slip; sums of such numbers stay exact enough to draw."""
KEPT_LENGTH = 10_000
"""Characters: longer data are read once, and would hold much."""

_COMMANDS = late(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_NUMBER = r"[-+]?(?:\d++\.?\d*+|\.\d++)(?:[eE][-+]?\d++)?+"
_SPACE = r"[ \t\r\n\f]*+"
_ONE = late(rf"{_SPACE}(?:,{_SPACE})?({_NUMBER})")
_FLAG = late(rf"{_SPACE}(?:,{_SPACE})?([01])")
_WHOLE = late(
    rf"{_SPACE}(?:[MmLlHhVvCcSsQqTtZz]{_SPACE}(?:{_NUMBER}(?:{_SPACE},?{_SPACE}{_NUMBER})*+{_SPACE})?+)*+"
)
"""Path data without arcs and without a fault but of count; it never looks back."""
_NUMBERS = late(_NUMBER)
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}

Xy = tuple[float, float]


class PathDataError(SayingError):
    """What cannot be read in path data, and at which character of it."""


def segments_of(data: str) -> tuple[Segment, ...]:
    """Path data as segments in its own units. Raises `PathDataError`.

    >>> segments_of("M1 2h3v4z")
    (('M', (1.0, 2.0)), ('L', (4.0, 2.0)), ('L', (4.0, 6.0)), ('Z', ()))
    """
    most = limits.most("svg-segments")
    return (_read if len(data) > KEPT_LENGTH else _kept)(data, most)


def _read(data: str, most: int) -> tuple[Segment, ...]:
    reader = _Reader()
    for letter, numbers in _commands(data):
        reader.take(letter, numbers)
        if len(reader.segments) > most:
            raise PathDataError(say("phrase/path-long", most=most, limit="svg-segments"))
    return tuple(reader.segments)


_kept = lru_cache(maxsize=256)(_read)


def numbers_in(text: str) -> list[float] | None:
    """Numbers parted by spaces or a comma, as `points` and `transform` have them; None where there
    is anything else. Raises `PathDataError` for more than a drawing may have.

    >>> numbers_in("1,2 -3.5.5"), numbers_in("1,,2")
    ([1.0, 2.0, -3.5, 0.5], None)
    """
    found, at, most = [], 0, 2 * limits.most("svg-segments")
    if text.lstrip().startswith(","):
        return None
    while (match := _ONE.match(text, at)) is not None:
        value = float(match[1])
        if not abs(value) <= FARTHEST:
            return None
        found.append(value)
        at = match.end()
        if len(found) > most:
            raise PathDataError(say("phrase/path-long", most=most // 2, limit="svg-segments"))
    return None if text[at:].strip() else found


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each command once for each set of numbers it has."""
    end = len(data) - len(data.lstrip())
    count = 0
    # Most have no arcs; what is found good as a whole is read twice as fast.
    is_plain = _WHOLE.fullmatch(data) is not None
    for match in _COMMANDS.finditer(data):
        if match.start() != end:
            raise _unknown(data[end:], end)
        if not count and match[1] not in "Mm":
            raise PathDataError(say("phrase/path-start", found=match[1]))
        end = match.end()
        for letter, numbers in _sets(match, is_plain):
            count += 1
            yield letter, numbers
    if data[end:].strip():
        raise _unknown(data[end:], end)


def _unknown(rest: str, at: int) -> PathDataError:
    found = rest.strip()
    place = at + rest.index(found) + 1
    return PathDataError(say("phrase/path-unknown", found=found[:12], at=place))


def _sets(match: re.Match[str], is_plain: bool) -> Iterator[tuple[str, list[float]]]:
    """A command's numbers, so many at a time; `is_plain`: nothing but they stand there."""
    letter, text = match[1], match[2]
    wanted = _COUNTS[letter.upper()]
    if is_plain:
        plain = [float(number) for number in _NUMBERS.findall(text)]
        is_near = not plain or max(map(abs, plain)) <= FARTHEST
        if is_near and wanted and plain and len(plain) % wanted == 0:
            yield from _by(letter, plain, wanted)
            return
    numbers: list[float] = []
    at = 0
    while True:
        # The two flags of an arc are one digit each, and may stand close: “a1 1 0 01.5 2”.
        is_flag = wanted == 7 and len(numbers) % 7 in (3, 4)
        found = (_FLAG if is_flag else _ONE).match(text, at)
        if found is None or (not numbers and "," in found[0]):
            break
        value = float(found[1])
        if not abs(value) <= FARTHEST:
            place = match.start(2) + found.start(1) + 1
            raise PathDataError(say("phrase/path-far", found=found[1][:24], at=place))
        numbers.append(value)
        at = found.end()
    if text[at:].strip():
        raise _unknown(text[at:], match.start(2) + at)
    if (len(numbers) % wanted if wanted else len(numbers)) or (wanted and not numbers):
        raise PathDataError(
            say("phrase/path-count", command=letter, wanted=wanted, found=len(numbers),
                at=match.start() + 1)
        )  # fmt: skip
    if not wanted:
        yield letter, []
        return
    yield from _by(letter, numbers, wanted)


def _by(letter: str, numbers: list[float], wanted: int) -> Iterator[tuple[str, list[float]]]:
    yield letter, numbers[:wanted]
    # What follows a move without a letter of its own is a line.
    letter = {"M": "L", "m": "l"}.get(letter, letter)
    for i in range(wanted, len(numbers), wanted):
        yield letter, numbers[i : i + wanted]


class _Reader:
    """Where the pen stands, and what was drawn."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.at: Xy = (0.0, 0.0)
        self.start: Xy = (0.0, 0.0)
        self.control: Xy | None = None
        """The last control point, where the last command was a curve."""
        self.curve = ""
        """“C” or “Q”, likewise."""

    def take(self, letter: str, numbers: list[float]) -> None:
        kind = letter.upper()
        if letter != kind:
            numbers = self._absolute(kind, numbers)
        x, y = self.at
        match kind:
            case "M":
                self.start = self._move("M", numbers)
            case "L":
                self._move("L", numbers)
            case "H":
                self._move("L", [numbers[0], y])
            case "V":
                self._move("L", [x, numbers[0]])
            case "C" | "S":
                first = numbers[:2] if kind == "C" else self._reflected("C")
                self._move("C", [*first, *numbers[-4:]])
                self.control, self.curve = (numbers[-4], numbers[-3]), "C"
            case "Q" | "T":
                cx, cy = numbers[:2] if kind == "Q" else self._reflected("Q")
                end = numbers[-2], numbers[-1]
                self._move("C", _cubic(self.at, (cx, cy), end))
                self.control, self.curve = (cx, cy), "Q"
            case "A":
                rx, ry, turn, is_large, is_clockwise, *to = numbers
                flags = is_large != 0, is_clockwise != 0
                for curve in arc(self.at, rx, ry, turn, flags, (to[0], to[1])):
                    self._move("C" if len(curve) == 6 else "L", list(curve))
                self.curve = ""
            case "Z":
                self.segments.append(("Z", ()))
                self.at, self.curve = self.start, ""

    def _absolute(self, kind: str, numbers: list[float]) -> list[float]:
        x, y = self.at
        match kind:
            case "H":
                return [numbers[0] + x]
            case "V":
                return [numbers[0] + y]
            case "A":
                return [*numbers[:5], numbers[5] + x, numbers[6] + y]
        return [value + (y if i % 2 else x) for i, value in enumerate(numbers)]

    def _reflected(self, curve: str) -> Xy:
        """The control point of a smooth curve: the last one's, on the other side."""
        if self.curve != curve or self.control is None:
            return self.at
        return 2 * self.at[0] - self.control[0], 2 * self.at[1] - self.control[1]

    def _move(self, operator: str, values: list[float]) -> Xy:
        self.segments.append((operator, tuple(values)))
        self.at, self.curve = (values[-2], values[-1]), ""
        return self.at


def _cubic(start: Xy, control: Xy, end: Xy) -> list[float]:
    """A quadratic curve raised to a cubic one: the same curve."""
    (x0, y0), (cx, cy), (x1, y1) = start, control, end
    return [
        *(x0 + 2 / 3 * (cx - x0), y0 + 2 / 3 * (cy - y0)),
        *(x1 + 2 / 3 * (cx - x1), y1 + 2 / 3 * (cy - y1), x1, y1),
    ]


def arc(
    start: Xy, rx: float, ry: float, degrees: float, flags: tuple[bool, bool], end: Xy
) -> Iterator[tuple[float, ...]]:
    """An elliptical arc as cubic curves, one for each quarter turn at most (SVG 1.1, F.6).

    `flags`: the larger of the two arcs, and clockwise. A radius of 0 gives a line, two ends that
    are one give nothing; radii too small for the ends are made as large as need be. The curves
    are off by 0.03 % of the radius at most.
    """
    if start == end:
        return
    rx, ry = abs(rx), abs(ry)
    if rx < 1e-12 or ry < 1e-12:
        yield end
        return
    turn = math.radians(degrees % 360)
    cos, sin = math.cos(turn), math.sin(turn)
    half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * half_x + sin * half_y, cos * half_y - sin * half_x
    grown = math.hypot(x / rx, y / ry)
    if grown > 1:
        rx, ry = rx * grown, ry * grown
    # In the circle that the ellipse is: both ends, and the middle between them.
    u, v = x / rx, y / ry
    off = math.sqrt(max(1 - u * u - v * v, 0.0) / (u * u + v * v))
    if flags[0] == flags[1]:
        off = -off
    cu, cv = off * v, -off * u
    first, last = math.atan2(v - cv, u - cu), math.atan2(-v - cv, -u - cu)
    sweep = last - first
    if flags[1] and sweep < 0:
        sweep += math.tau
    elif not flags[1] and sweep > 0:
        sweep -= math.tau
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2

    def placed(u: float, v: float) -> Xy:
        dx, dy = (u + cu) * rx, (v + cv) * ry
        return middle[0] + cos * dx - sin * dy, middle[1] + sin * dx + cos * dy

    pieces = max(1, math.ceil(abs(sweep) / (math.pi / 2) - 1e-9))
    step = sweep / pieces
    reach = 4 / 3 * math.tan(step / 4)
    for i in range(pieces):
        a, b = first + step * i, first + step * (i + 1)
        one = placed(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a))
        two = placed(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b))
        yield *one, *two, *(end if i == pieces - 1 else placed(math.cos(b), math.sin(b)))
