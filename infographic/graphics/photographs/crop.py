"""The part of a picture that fills a frame: round its focus, else round what catches the eye."""

from __future__ import annotations

from infographic.display.items import ImageFile, PictureFile
from infographic.foundation.geometry import Rect, Size

WHOLE = Rect(0, 0, 1, 1)
UNCUT = 1e-3
"""Of less than this share nothing is cut off that could be chosen."""


def window_of(
    image: PictureFile, size: Size, focus: tuple[float, float] | None = None, seen: Rect = WHOLE
) -> Rect:
    """The window, in shares of the picture, that fills a frame of `size`.

    With a `focus` that stands as near as can be to the middle of what is `seen` of the frame (in
    its shares: words may stand on the rest). Without one the most salient window is kept; the
    middle one of a drawing.

    >>> from pathlib import Path
    >>> window_of(ImageFile(Path("x.jpg"), "", 300, 100), Size(100, 100), (0.5, 0.5))
    Rect(x=0.333333, y=0.0, width=0.333333, height=1.0)
    """
    wanted, own = size.width / size.height, image.width / image.height
    width, height = (wanted / own, 1.0) if own > wanted else (1.0, own / wanted)
    if focus is None:
        x, y = _salient(image, width, height, seen)
    else:
        x = focus[0] - (seen.x + seen.width / 2) * width
        y = focus[1] - (seen.y + seen.height / 2) * height
    x, y = min(max(x, 0.0), 1.0 - width), min(max(y, 0.0), 1.0 - height)
    return Rect(round(x, 6), round(y, 6), round(width, 6), round(height, 6))


def _salient(image: PictureFile, width: float, height: float, seen: Rect) -> tuple[float, float]:
    middle = (1 - width) / 2, (1 - height) / 2
    if not isinstance(image, ImageFile) or min(width, height) > 1 - UNCUT:
        return middle
    # Late: it reads the picture.
    from infographic.graphics.photographs.salience import best_window, salience_of
    from infographic.graphics.photographs.thumbnail import thumbnail_of

    small = thumbnail_of(image)
    return middle if small is None else best_window(salience_of(small), width, height, seen)
