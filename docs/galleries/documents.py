"""The pictures of README and docs: the page that each shows.

A picture that a document shows has its line in `SHOWN`, or one of the galleries makes it.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from itertools import cycle, takewhile
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image

from galleries.made import DOCS, ROOT, Made, photographic, side_by_side
from infographic import compose, fit
from infographic.composed import ComposedPage
from infographic.foundation.diagnostics import SpecError
from infographic.loading.sheet.layouts import all_layouts

PICTURES = DOCS / "images"
EDGE = "#c9c9c9"
"""Round a page, a pixel wide: white paper ends somewhere."""


class Shown(NamedTuple):
    """A page as a document shows it."""

    story: str
    """From the repository's root."""
    layout: str
    width: int
    """In pixels, of the picture."""
    height: int | None = None
    """What is shown of it from its head; None for all."""
    fitted_to: int | None = None
    """Characters that its body is cut or lengthened to, then filled to the page's foot."""


TRAIL = "examples/mountain-trail/story.json"
CANVASES = (("broadsheet", 456), ("card-3x4", 480), ("square", 640))
"""What shows a family, and how wide each is where all are as high."""
FOLDERS = tuple(dict.fromkeys("".join(name.rpartition("/")[:2]) for name in all_layouts()))
RIVER = "examples/twelve-stats/story.json"
SHOWN: Mapping[str, tuple[Shown, ...]] = {
    "broadsheet.jpg": (Shown(TRAIL, "broadsheet", 1000),),
    "tabloid.jpg": (Shown(RIVER, "tabloid", 1000),),
    "long-image.jpg": (Shown(RIVER, "long-image", 720, 1340),),
    "square.jpg": (Shown(TRAIL, "square", 900),),
    "fit.jpg": tuple(
        Shown(TRAIL, "broadsheet", 620, fitted_to=count) for count in (1300, 1700, 2300)
    ),
    **{
        f"family-{folder.strip('/') or 'daily'}.jpg": tuple(
            Shown(TRAIL, folder + canvas, width, 640)
            for canvas, width in CANVASES
            if folder + canvas in all_layouts()
        )
        for folder in FOLDERS
    },
}
"""By file; several stand side by side."""
COUNTIES = "counties.jpg"
IN_A_ROW = ("鲸湾县", "铜鼓岭县", "墨川县", "麓安市")
"""Counties of the batch's example: the fastest, a slow one, one that falls, one that is a town."""


def made(names: tuple[str, ...] = (*SHOWN, COUNTIES)) -> Made:
    return Made({
        PICTURES / name: _counties() if name == COUNTIES else _picture(SHOWN[name])
        for name in names
    })  # fmt: skip


def _counties() -> bytes:
    """Cards of a batch side by side."""
    from infographic.batch.rows.options import AS_FOUND
    from infographic.batch.rows.read import read_rows
    from infographic.batch.template.reading import read_template

    folder = ROOT / "examples" / "counties"
    template = read_template(str(folder / "county.json"))
    rows = read_rows(str(folder / "counties.xlsx"), AS_FOUND).rows
    stories = {str(row.cells["县市"].value): template.maker(row) for row in rows}
    cards = [compose(stories[name].story(), folder / "card.json") for name in IN_A_ROW]
    return photographic(side_by_side([drawn(card, 400) for card in cards]))


def _picture(shown: tuple[Shown, ...]) -> bytes:
    row = [drawn(_page(one), one.width, one.height) for one in shown]
    return photographic(row[0] if len(row) == 1 else side_by_side(row))


def _page(shown: Shown) -> ComposedPage:
    try:
        if shown.fitted_to is None:
            return compose(ROOT / shown.story, shown.layout)
        path = ROOT / shown.story
        story = of_length(json.loads(path.read_text(encoding="utf-8")), shown.fitted_to)
        return fit(_with_whole_paths(story, path.parent), shown.layout, root=ROOT).page
    except SpecError as error:
        raise SystemExit(f"{shown.story} in {shown.layout}: {error}") from error


def drawn(page: ComposedPage, width: int, height: int | None = None) -> Image.Image:
    """A page so many pixels wide, drawn twice as large first; what of it is as high, at most."""
    scale = 2 * width / (page.page.trim.width * page.page.ppi / 72)
    large = Image.open(io.BytesIO(page.png(scale=scale))).convert("RGB")
    whole = large.resize((width, round(large.height * width / large.width)), Image.Resampling.BOX)
    shown = whole.crop((0, 0, width, min(height or whole.height, whole.height)))
    for box in (
        (0, 0, width, 1),
        (0, 0, 1, shown.height),
        (width - 1, 0, width, shown.height),
        (0, shown.height - 1, width, shown.height),
    ):
        shown.paste(EDGE, box)
    return shown


def of_length(story: dict[str, Any], characters: int) -> dict[str, Any]:
    """A story whose body has about so many characters: its own paragraphs, cut or again."""
    body = story["body"]
    plain = cycle(part for part in body if isinstance(part, str))
    left = iter([*body, *takewhile(_while(characters), plain)])
    kept: list[Any] = []
    while sum(map(_length, kept)) < characters:
        kept.append(next(left))
    return story | {"body": kept}


def _while(characters: int) -> Callable[[str], bool]:
    seen = 0

    def goes_on(part: str) -> bool:
        nonlocal seen
        seen += len(part)
        return seen < 2 * characters

    return goes_on


def _length(part: Any) -> int:
    return len(part if isinstance(part, str) else "".join(part.values()))


def _with_whole_paths(story: dict[str, Any], folder: Path) -> dict[str, Any]:
    """A story that no file holds any more: its pictures by their paths from the root."""
    figures = [
        one | {"image": (folder / one["image"]).relative_to(ROOT).as_posix()}
        for one in story["figures"]
    ]
    return story | {"figures": figures}
