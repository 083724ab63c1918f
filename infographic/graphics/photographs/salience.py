"""What catches the eye in a picture: where it differs from what is round it and from the whole.

No faces are looked for and no model is asked. A place is salient where its lightness and colour
differ both from those of what is round it (local contrast) and from all four edges of the picture,
where the ground is (the boundary prior of Wei et al. 2012): the root of the product. Less than the
picture's mean counts for nothing, so that even texture does not; what lies far from the middle
counts for less, transparent places for nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from infographic.foundation.geometry import Rect
from infographic.foundation.record import field, record
from infographic.graphics.photographs.thumbnail import Thumbnail

CELLS = 48
"""Of the longer side: a cell is the mean of the thumbnail's pixels in it."""
NEAR, FAR = 1, 5
"""Cells round a place that are “it” and “what is round it”."""
CENTER = 0.5
"""What a corner counts for less than the middle."""
FLAT = 5.0
"""A picture whose most salient place is under this, of 255, has none."""
STEPS = 64
"""Places at which a window is tried."""
CLEARLY = 1.03
"""By so much a window must be better than the middle one."""
COVERED = -0.5
"""What salience under words counts for, of that in the middle of what is seen."""
WHOLE = Rect(0, 0, 1, 1)

Grid = tuple[tuple[float, ...], ...]
"""Rows of cells."""


@record
class Salience:
    """How much each cell of a picture catches the eye, 0…1; all 0 where nothing does."""

    cells: Grid = field(repr=False)

    @property
    def is_flat(self) -> bool:
        return not any(map(any, self.cells))

    def share_in(self, window: Rect, part: Rect) -> float:
        """Of the salience in a window of the picture, how much lies in a part of that window.

        `part` is in shares of the window; 0 where nothing is salient.
        """
        inside = Rect(
            window.x + part.x * window.width, window.y + part.y * window.height,
            part.width * window.width, part.height * window.height,
        )  # fmt: skip
        whole = self._sum(window)
        return self._sum(inside) / whole if whole > 0 else 0.0

    def _sum(self, rect: Rect) -> float:
        across = _shares(rect.x, rect.right, len(self.cells[0]))
        down = _shares(rect.y, rect.bottom, len(self.cells))
        return sum(
            weight * sum(cell * share for cell, share in zip(row, across, strict=True))
            for row, weight in zip(self.cells, down, strict=True)
            if weight
        )


def _shares(start: float, end: float, count: int) -> list[float]:
    """How much of each of `count` equal cells lies between two places."""
    return [
        min(max(min(end * count, i + 1) - max(start * count, i), 0.0), 1.0) for i in range(count)
    ]


@lru_cache(maxsize=64)
def salience_of(picture: Thumbnail) -> Salience:
    """See the module for the rule."""
    width, height = _cells_of(picture)
    planes = [_plane(picture, channel, width, height) for channel in range(3)]
    clear = _alpha(picture, width, height)
    near = [_blurred(plane, NEAR) for plane in planes]
    far = [_blurred(plane, FAR) for plane in planes]
    edges = _edges(near)

    def salient(x: int, y: int) -> float:
        color = [plane[y][x] for plane in near]
        local = _distance(color, [plane[y][x] for plane in far])
        from_edges = min(_distance(color, edge) for edge in edges)
        return float((local * from_edges) ** 0.5) * clear[y][x]

    found = [[salient(x, y) for x in range(width)] for y in range(height)]
    most = max(map(max, found))
    if most < FLAT:
        return Salience(tuple((0.0,) * width for _ in range(height)))
    mean = sum(map(sum, found)) / (width * height)
    return Salience(
        tuple(
            tuple(
                round(max(cell - mean, 0.0) / most * _weight(x, y, width, height), 4)
                for x, cell in enumerate(row)
            )
            for y, row in enumerate(found)
        )
    )


def _cells_of(picture: Thumbnail) -> tuple[int, int]:
    scale = min(CELLS / max(picture.width, picture.height), 1.0)
    return max(round(picture.width * scale), 1), max(round(picture.height * scale), 1)


def _plane(picture: Thumbnail, channel: int, width: int, height: int) -> list[list[float]]:
    """Lightness (0), or how blue (1) or red (2) it is, cell by cell (ITU-R BT.601)."""
    weights = ((0.299, 0.587, 0.114), (-0.169, -0.331, 0.5), (0.5, -0.419, -0.081))[channel]
    red, green, blue = weights
    data = picture.rgb
    values = [
        red * data[i] + green * data[i + 1] + blue * data[i + 2] for i in range(0, len(data), 3)
    ]
    return _reduced(values, picture.width, picture.height, width, height)


def _alpha(picture: Thumbnail, width: int, height: int) -> list[list[float]]:
    if not picture.alpha:
        return [[1.0] * width] * height
    values = [value / 255 for value in picture.alpha]
    return _reduced(values, picture.width, picture.height, width, height)


def _reduced(
    values: Sequence[float], across: int, down: int, width: int, height: int
) -> list[list[float]]:
    """Means of whole pixels: each belongs to one cell."""
    sums = [[0.0] * width for _ in range(height)]
    counts = [[0] * width for _ in range(height)]
    columns = [x * width // across for x in range(across)]
    for y in range(down):
        row, count = sums[y * height // down], counts[y * height // down]
        for x, value in zip(columns, values[y * across : (y + 1) * across], strict=True):
            row[x] += value
            count[x] += 1
    return [
        [total / number for total, number in zip(row, count, strict=True)]
        for row, count in zip(sums, counts, strict=True)
    ]


def _blurred(plane: Sequence[Sequence[float]], reach: int) -> list[list[float]]:
    """The mean of the square of cells round each, as far as the picture goes."""
    rows = [_means(row, reach) for row in plane]
    columns = [_means(column, reach) for column in zip(*rows, strict=True)]
    return [list(row) for row in zip(*columns, strict=True)]


def _means(values: Sequence[float], reach: int) -> list[float]:
    count = len(values)
    sums = [0.0]
    for value in values:
        sums.append(sums[-1] + value)
    return [
        (sums[min(i + reach + 1, count)] - sums[max(i - reach, 0)])
        / (min(i + reach + 1, count) - max(i - reach, 0))
        for i in range(count)
    ]


def _edges(planes: Sequence[Sequence[Sequence[float]]]) -> list[list[float]]:
    """The mean colours of the picture's four edges."""
    edges = []
    for plane in planes:
        columns = tuple(zip(*plane, strict=True))
        edges.append(
            [sum(line) / len(line) for line in (plane[0], plane[-1], columns[0], columns[-1])]
        )
    return [list(edge) for edge in zip(*edges, strict=True)]


def _distance(one: Sequence[float], other: Sequence[float]) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5)


def _weight(x: int, y: int, width: int, height: int) -> float:
    across, down = (2 * x + 1) / width - 1, (2 * y + 1) / height - 1
    return 1 - CENTER * (across**2 + down**2) / 2


# Windows


def best_window(
    salience: Salience, width: float, height: float, seen: Rect = WHOLE
) -> tuple[float, float]:
    """Where the most salient window of a size begins; all in shares of the picture.

    `seen` is the part of the window, in its shares, that no words cover. What lies in the middle of
    that counts most, what lies under the words counts against the window. The middle window is
    taken where no other is clearly better.
    """
    if salience.is_flat:
        return (1 - width) / 2, (1 - height) / 2
    down = _profile(seen.y, seen.bottom, height, len(salience.cells))
    across = _profile(seen.x, seen.right, width, len(salience.cells[0]))
    rows, columns = salience.cells, tuple(zip(*salience.cells, strict=True))
    return (
        _best(columns, width, (seen.x, seen.right), down if height >= 1 else ()),
        _best(rows, height, (seen.y, seen.bottom), across if width >= 1 else ()),
    )


def _profile(start: float, end: float, length: float, count: int) -> tuple[float, ...]:
    """What each line of cells counts for, of a window that is as long as the picture."""
    return tuple(_worth((i + 0.5) / count, 0.0, length, start, end) for i in range(count))


def _worth(at: float, begin: float, length: float, start: float, end: float) -> float:
    """What a place counts for in a window from `begin` that is seen from `start` to `end`."""
    inside = (at - begin) / length
    if not 0 <= inside <= 1:
        return 0.0
    if not start <= inside <= end:
        return COVERED
    return 1 - 0.5 * ((inside - (start + end) / 2) / max((end - start) / 2, 1e-6)) ** 2


def _best(
    lines: Sequence[Sequence[float]],
    length: float,
    seen: tuple[float, float],
    weights: Sequence[float],
) -> float:
    spare = 1 - length
    if spare <= 1e-6:
        return 0.0
    sums = [
        sum(cell * weight for cell, weight in zip(line, weights or (1.0,) * len(line), strict=True))
        for line in lines
    ]
    places = [((i + 0.5) / len(lines), total) for i, total in enumerate(sums) if total]

    def score(begin: float) -> float:
        return sum(total * _worth(at, begin, length, *seen) for at, total in places)

    middle = score(spare / 2)
    tried = [(spare * step / STEPS, step) for step in range(STEPS + 1)]
    best, _ = max(tried, key=lambda one: (round(score(one[0]), 6), -abs(one[1] - STEPS / 2)))
    better = score(best) - middle
    return best if better > abs(middle) * (CLEARLY - 1) else spare / 2
