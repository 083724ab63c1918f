"""Pages of one device each, written as the press gets them, and their least sizes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from written_glyphs import Box
from written_marks import Sheet, read

from infographic.blocks.devices import choice
from infographic.blocks.devices.device import Device
from infographic.composed import ComposedPage
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.geometry import Size
from infographic.foundation.memo import forget
from infographic.pipeline import compose

ACCENT = (0.0, 1.0, 0.9, 0.0)
BLACK = (0.0, 0.0, 0.0, 1.0)
REST = (0.0, 0.0, 0.0, 0.28)
CONTEXT = (0.0, 0.0, 0.0, 0.40)
LAND = (0.0, 0.0, 0.0, 0.20)
SHADE = (0.0, 0.0, 0.0, 0.10)
AGAINST = (0.0, 0.0, 0.0, 0.75)
PAPER = (0.0, 0.0, 0.0, 0.0)
MARGIN = 6
COLORS = {
    "accent": {"cmyk": [0, 100, 90, 0], "srgb": "#c81e28"},
    "graphic-rest": {"k": 28},
    "graphic-context": {"k": 40},
    "graphic-land": {"k": 20},
}
"""Each role a colour of its own, so that what a mark is for is read from its ink."""


@dataclass(frozen=True)
class Case:
    """Data and how they are asked for."""

    columns: Sequence[str] = ()
    rows: Sequence[Sequence[Any]] = ()
    chart: Mapping[str, Any] = field(default_factory=dict)
    story: Mapping[str, Any] = field(default_factory=dict)
    block: Mapping[str, Any] = field(default_factory=dict)
    root: Path | None = None
    """Where its files lie."""

    def column(self, number: int) -> list[float | None]:
        return [row[number] for row in self.rows]

    def told(self) -> dict[str, Any]:
        """The story."""
        story: dict[str, Any] = {"headline": "大事", **self.story}
        if self.columns:
            data = {"columns": list(self.columns), "rows": [list(row) for row in self.rows]}
            story["charts"] = [{"data": data, **self.chart}]
        return story

    def body(self, kind: str) -> dict[str, Any]:
        given = {"chart": {"$data": "/charts/0"}} if self.columns else {}
        return {"type": "graphic", **given, "kind": kind, **self.block}


def page_of(
    kind: str, case: Case, width: float, height: float | None = None, *, press: str = "newsprint",
    unit: str = "pt", **more: Any,
) -> ComposedPage:  # fmt: skip
    """A page of one device within margins, `width` × `height` the device's own room. Raises
    `SpecError` where it does not fit."""
    layout = {
        "extends": "families/daily" if unit == "pt" else ["families/daily", "families/social"],
        "press": press,
        "page": {
            "width": f"{width + 2 * MARGIN:.3f}{unit}",
            "height": "auto" if height is None else f"{height + 2 * MARGIN:.3f}{unit}",
            "margins": f"{MARGIN}{unit}",
            # The height of an “auto” page is a whole number of pixels.
            **({"ppi": 720} if unit == "pt" else {}),
        },
        "colors": COLORS,
        "body": case.body(kind),
        **more,
    }
    return compose(case.told(), layout, root=case.root)


def sheet_of(page: ComposedPage) -> Sheet:
    """What is on it, read from its press PDF, or from its screen PDF where it has no press."""
    is_screen = page.press_name == "screen"
    return read(page.pdf("screen" if is_screen else "print"))


def frame_of(sheet: Sheet, unit: str = "pt") -> Box:
    """The device's room on the page."""
    margin = MARGIN * POINTS[unit]
    return Box(margin, margin, sheet.width - margin, sheet.height - margin)


def stands(page: ComposedPage) -> bool:
    """Whether the device that was asked for was drawn."""
    return "graphic-simpler" not in [one.code for one in page.diagnostics]


@dataclass
class Sizes:
    """What a device asked for, and what it took."""

    least: Size | None = None
    drawn: Size | None = None


@contextmanager
def watched(kind: str) -> Iterator[Sizes]:
    """What the device of this kind says of its sizes while pages are made."""
    found = Sizes()

    def watching(name: str) -> Device:
        one = known(name)
        if name != kind:
            return one

        def least(*args: Any) -> Size:
            found.least = one.least(*args)
            return found.least

        def draw(*args: Any) -> Any:
            # What is last of all is never asked for its least.
            found.least = found.least or one.least(*args[:2])
            drawn = one.draw(*args)
            found.drawn = drawn.frame.size
            return drawn

        return one._replace(least=least, draw=draw)

    known = choice.device
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(choice, "device", watching)
        yield found


AMPLE = {"pt": 700.0, "px": 2400.0}


def least_sizes(kind: str, case: Case, unit: str = "pt") -> tuple[float, float] | None:
    """The least width of a page, and the least height of it there, with title and foot; None where
    the device refuses the data."""
    # What was drawn before is not asked again.
    forget()
    with watched(kind) as sizes:
        made = page_of(kind, case, AMPLE[unit], unit=unit, press=press_for(unit))
        if not stands(made) or sizes.least is None:
            return None
        width = sizes.least.width / POINTS[unit] + 0.02
        made = tried(kind, case, width, None, unit)
        if made is None or not stands(made):
            return width, 0.0
        assert sizes.drawn is not None
        head = made.page.trim.height - 2 * MARGIN * POINTS[unit] - sizes.drawn.height
        return width, (sizes.least.height + head) / POINTS[unit] + 0.2


POINTS = {"pt": 1.0, "px": 0.75}


def press_for(unit: str) -> str:
    return "newsprint" if unit == "pt" else "screen"


def tried(
    kind: str, case: Case, width: float, height: float | None = None, unit: str = "pt"
) -> ComposedPage | None:
    """The page; None where even what is simpler finds no room, which is said."""
    try:
        return page_of(kind, case, width, height, unit=unit, press=press_for(unit))
    except SpecError as error:
        codes = [fault.code for fault in error.diagnostics]
        assert "graphic-simpler" in codes, (codes, str(error))
        return None
