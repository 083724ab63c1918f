"""A layout's page, settled: the page before anything stands on it."""

from __future__ import annotations

from collections.abc import Mapping

from infographic.foundation.color import Color
from infographic.foundation.diagnostics import Diagnostic, nearest
from infographic.foundation.geometry import Insets, Rect
from infographic.foundation.limits import MAX_PAGE_POINTS
from infographic.foundation.record import record, replaced
from infographic.foundation.sayings import say
from infographic.foundation.units import PAPER_MM
from infographic.layout.column_grid import FEWEST, ColumnGrid, solve_columns
from infographic.layout.setting import TOLERANCE
from infographic.loading.sheet.layout_file import PageSpec
from infographic.loading.sheet.styles import Styles
from infographic.text.style import TextStyle

PRINT_PPI = 150.0
SCREEN_PPI = 96.0


@record
class Sheet:
    """The page before anything stands on it. In points."""

    width: float
    height: float | None
    """None: as tall as its content."""
    max_height: float
    margins: Insets
    bleed: float
    baseline: float
    """The baseline grid's step; 0 for none."""
    safe_area: Insets
    background: Color | None
    ppi: float
    columns: ColumnGrid | None
    """The type area's columns, where the page has some."""
    colors: Mapping[str, Color]
    styles: Mapping[str, TextStyle]
    press: str
    unit: str = "pt"
    """The unit in which lengths on it are said: “px” where its width is given in px."""

    @property
    def type_area(self) -> Rect:
        """The page inside its margins; of no height where the page has none yet."""
        return Rect(0, 0, self.width, self.height or self.margins.down).inset(self.margins)


class Settling(Styles):
    """Settles one layout's tokens, styles and pages, gathering everything wrong with them."""

    def page(self, spec: PageSpec, styles: Mapping[str, TextStyle], press: str) -> Sheet | None:
        at = spec.origin
        width_text, height_text = spec.width, spec.height
        if spec.size:
            if spec.size not in PAPER_MM:
                mend = nearest(spec.size, PAPER_MM)
                self.wrong(say("page-size/unknown", name=spec.size), self.place(at, "size"), mend)
                return None
            width_mm, height_mm = PAPER_MM[spec.size]
            width_text = width_text or f"{width_mm}mm"
            height_text = height_text or f"{height_mm}mm"
        if not width_text or not height_text:
            has = "width" if width_text else "height" if height_text else ""
            said = say("page-size/half", has=has) if has else say("page-size/none")
            self.wrong(said, at)
            return None
        in_px = width_text.strip().endswith("px")
        self.unit = "px" if in_px else "pt"
        width = self.length(width_text, self.place(at, "width"))
        height = (
            None if height_text == "auto" else self.length(height_text, self.place(at, "height"))
        )
        if width is None or (height is None and height_text != "auto"):
            return None
        for side, length in (("width", width), ("height", height)):
            if length is not None and not 1 <= length <= MAX_PAGE_POINTS:
                self.wrong(
                    say(
                        "page-size/width" if side == "width" else "page-size/height",
                        length=length, least=1.0, most=MAX_PAGE_POINTS,
                    ),
                    self.place(at, side),
                )  # fmt: skip
                return None
        if self._margins_too_large(spec, width, height):
            return None
        return Sheet(
            width=width,
            height=height,
            max_height=spec.max_height or MAX_PAGE_POINTS,
            margins=spec.margins,
            bleed=spec.bleed,
            baseline=spec.baseline,
            safe_area=spec.safe_area,
            background=self.color(spec.background, self.place(at, "background"))
            if spec.background
            else None,
            ppi=spec.ppi or (SCREEN_PPI if in_px else PRINT_PPI),
            columns=self._columns(spec, width, height, styles),
            colors=self.colors,
            styles=styles,
            press=press,
            unit=self.unit,
        )

    def _margins_too_large(self, spec: PageSpec, width: float, height: float | None) -> bool:
        """Whether the margins leave no room between them; said."""
        for side, length, margins in (
            ("width", width, spec.margins.across), ("height", height, spec.margins.down),
        ):  # fmt: skip
            if length and margins >= length:
                self.wrong(
                    say(
                        "page-margins/width" if side == "width" else "page-margins/height",
                        margins=margins, length=length,
                    ),
                    self.place(spec.origin, "margins"),
                )  # fmt: skip
                return True
        return False

    def _columns(
        self, spec: PageSpec, width: float, height: float | None, styles: Mapping[str, TextStyle]
    ) -> ColumnGrid | None:
        margins = spec.margins
        if self.diagnostics:
            # A style may be missing because something is wrong with it.
            return None
        grid = settle_columns(
            spec, width - margins.across, height and height - margins.down, styles
        )
        if isinstance(grid, Diagnostic):
            self.diagnostics.append(replaced(grid, unit=self.unit))
            return None
        return grid


def settle_columns(
    spec: PageSpec, width: float, height: float | None, styles: Mapping[str, TextStyle]
) -> ColumnGrid | Diagnostic | None:
    """The columns of a type area in points, or what is wrong with them; None: it has none."""
    if spec.columns is None:
        return None
    style = styles.get(spec.measure_style)
    at = spec.origin
    if style is None:
        saying = say("style-unknown/measure", name=spec.measure_style)
        return Diagnostic(saying, at / "measure_style", nearest(spec.measure_style, styles))
    leading = style.leading
    grid = solve_columns(width, spec.columns, spec.gutter, style.size, spec.measure == "whole")
    if grid.is_too_narrow:
        saying = say(
            "columns-narrow/page", count=spec.columns, gutter=spec.gutter,
            characters=max(grid.characters, 0), size=style.size, width=width, least=FEWEST,
        )  # fmt: skip
        return Diagnostic(saying, at / "columns")
    lines = None if height is None else int((height + TOLERANCE) / leading)
    return replaced(grid, leading=leading, lines=lines)
