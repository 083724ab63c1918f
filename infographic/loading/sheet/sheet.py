"""A layout's page, tokens and styles, settled: nothing left to inherit, look up or convert."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from infographic.foundation.color import RESERVED_INKS, Color, Spot, grey, read_hex
from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import Diagnostic, did_you_mean
from infographic.foundation.font import Face, FontError
from infographic.foundation.geometry import Insets, Rect
from infographic.foundation.limits import MAX_PAGE_POINTS
from infographic.foundation.units import LENGTH_WANTED, PAPER_MM, to_points
from infographic.layout.column_grid import ColumnGrid
from infographic.loading.assets.fontbook import FontBook
from infographic.loading.binding.merge import extend
from infographic.loading.sheet.fit_spec import settle_fit
from infographic.loading.sheet.house_file import DEFAULT, settle_house
from infographic.loading.sheet.layout_file import (
    Chain,
    ColorSpec,
    FaceSpec,
    PageSpec,
    PartSpec,
    RoleSpec,
    StyleSpec,
)
from infographic.loading.sheet.page_columns import settle_columns
from infographic.text.house import load_house
from infographic.text.style import (
    Alignment,
    CharStyle,
    ColumnRules,
    FontStack,
    Part,
    TextStyle,
)

PRINT_PPI = 150.0
SCREEN_PPI = 96.0


@dataclass(frozen=True, slots=True)
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

    @property
    def type_area(self) -> Rect:
        """The page inside its margins; of no height where the page has none yet."""
        return Rect(0, 0, self.width, self.height or self.margins.down).inset(self.margins)


class Settling:
    """Settles one layout's tokens, gathering everything wrong with them."""

    def __init__(self, fonts: FontBook) -> None:
        self.fonts = fonts
        self.diagnostics: list[Diagnostic] = []
        self.colors: dict[str, Color] = {"ink": grey(1.0)}
        self.spots: dict[str, Spot] = {}
        self.stacks: dict[str, FontStack] = {}

    def wrong(self, code: str, message: str, origin: Origin, hint: str = "") -> None:
        self.diagnostics.append(Diagnostic(code, message, origin, hint))

    # Colours

    def settle_colors(self, specs: Mapping[str, ColorSpec]) -> None:
        for name, spec in specs.items():
            color = self._color(name, spec)
            if color is not None:
                self.colors[name] = color

    def _color(self, name: str, spec: ColorSpec) -> Color | None:
        srgb = read_hex(spec.srgb) if spec.srgb else None
        if spec.srgb and srgb is None:
            self.wrong("color-value", f"“{spec.srgb}” is not an sRGB colour",
                       spec.origin / "srgb", "write six hex digits: “#b3121d”")  # fmt: skip
            return None
        if (spec.cmyk is None) == (spec.k is None):
            self.wrong(
                "color-value",
                f"colour “{name}” wants “cmyk” or “k”",
                spec.origin,
                'write {"cmyk": [0, 95, 85, 5], "srgb": "#b3121d"} or {"k": 60}',
            )
            return None
        spot = self._spot(spec) if spec.spot else None
        if spec.spot and spot is None:
            return None
        if spec.k is not None:
            black = grey(spec.k / 100)
            return Color(name, black.cmyk, srgb or black.srgb)
        assert spec.cmyk is not None
        if srgb is None:
            self.wrong("color-value", f"colour “{name}” has inks but no “srgb”", spec.origin,
                       "the screen's colour is chosen, not computed: add “srgb”")  # fmt: skip
            return None
        c, m, y, k = (ink / 100 for ink in spec.cmyk)
        return Color(name, (c, m, y, k), srgb, spot)

    def _spot(self, spec: ColorSpec) -> Spot | None:
        """A spot colour's ink; the same name is the same ink in every colour."""
        at = spec.origin / "spot"
        if spec.cmyk is None:
            self.wrong("color-spot", f"the spot colour “{spec.spot}” wants “cmyk”", spec.origin,
                       "how its solid looks in process inks: [0, 95, 85, 5]")  # fmt: skip
            return None
        if spec.spot.title() in RESERVED_INKS or spec.spot != spec.spot.strip():
            self.wrong("color-spot", f"“{spec.spot}” cannot be the name of a spot colour", at,
                       f"reserved: {', '.join(RESERVED_INKS)}")  # fmt: skip
            return None
        c, m, y, k = (ink / 100 for ink in spec.cmyk)
        spot = Spot(spec.spot, (c, m, y, k))
        if self.spots.setdefault(spot.name, spot) != spot:
            self.wrong("color-spot", f"“{spot.name}” is two inks: its “cmyk” differs", spec.origin,
                       "one ink has one look; a lighter one is a tint: “name 40%”")  # fmt: skip
            return None
        return spot

    def color(self, text: str, origin: Origin) -> Color | None:
        """A token's colour, or a tint of it: “accent”, “accent 12%”."""
        name, _, share = text.partition(" ")
        color = self.colors.get(name)
        if color is None:
            self.wrong("color-unknown", f"there is no colour “{name}”", origin,
                       did_you_mean(name, self.colors))  # fmt: skip
            return None
        if not share:
            return color
        try:
            strength = float(share.strip().removesuffix("%"))
        except ValueError:
            strength = -1.0
        if not share.strip().endswith("%") or not 0 <= strength <= 100:
            self.wrong("color-value", f"“{text}” is not a tint", origin,
                       f"write a share of the colour: “{name} 12%”")  # fmt: skip
            return None
        return color.tinted(strength / 100)

    # Faces

    def settle_fonts(self, roles: Mapping[str, str | FaceSpec | RoleSpec], at: Origin) -> None:
        try:
            last = self.fonts.last_fallbacks()
        except FontError as error:
            self.wrong(error.code, error.message, at, error.hint)
            return
        for name, spec in roles.items():
            role = spec if isinstance(spec, RoleSpec) else RoleSpec(han=spec)
            where = getattr(spec, "origin", None) or at / name
            if not isinstance(spec, RoleSpec):
                where = at / name
            rest = self._chain(role.fallback, where) + last
            han = self._chain(role.han, where)
            latin = self._chain(role.latin, where) or han
            figures = self._chain(role.figures, where) or latin
            self.stacks[name] = FontStack(
                _distinct(han + rest), _distinct(latin + han + rest),
                _distinct(figures + latin + han + rest),
            )  # fmt: skip

    def _chain(self, chain: Chain | None, at: Origin) -> tuple[Face, ...]:
        if chain is None:
            return ()
        faces = []
        for choice in chain if isinstance(chain, tuple) else (chain,):
            spec = choice if isinstance(choice, FaceSpec) else FaceSpec(face=choice)
            origin = choice.origin if isinstance(choice, FaceSpec) else at
            axes = tuple(sorted((spec.axes or {}).items()))
            try:
                face = self.fonts.face(spec.face, spec.index, axes, beside=at.source.folder)
            except FontError as error:
                self.wrong(error.code, error.message, origin, error.hint)
            else:
                faces.append(face)
        return tuple(faces)

    # Styles

    def style(self, name: str, spec: StyleSpec) -> TextStyle | None:
        """A finished style from a spec whose `based_on` has been merged in."""
        at = spec.origin
        stack = self._stack(spec.font, at)
        size = self._length(spec.size, at / "size") if spec.size else None
        if not spec.size:
            self.wrong("style-incomplete", f"style “{name}” has no size", at,
                       "give it “size”, or base it on a style that has one")  # fmt: skip
        if size is None or not self._is_size(size, at / "size"):
            return None
        color = self.color(spec.color or "ink", at / "color")
        leading = self._factor(spec.leading, size, at / "leading")
        leading = size * 1.5 if leading is None else leading
        if leading < size / 2:
            self.wrong("value-range", f"a leading of {leading:g} pt is too little for type of "
                       f"{size:g} pt", at / "leading",
                       "from half the size; text wants 1.5 times")  # fmt: skip
            return None
        if stack is None or color is None:
            return None
        house, faults = settle_house(spec.house or DEFAULT, at / "house")
        fit, misfits = settle_fit(spec.fit, size, at / "fit")
        self.diagnostics += (*faults, *misfits)
        plain = CharStyle(
            stack, size, color, leading, spec.tracking or 0.0, tuple(spec.features or ())
        )
        return TextStyle(
            name=name,
            plain=plain,
            parts=self._parts(spec, plain),
            alignment=Alignment(spec.align or "justify"),
            indent=spec.indent or 0.0,
            space_before=spec.space_before or 0.0,
            space_after=spec.space_after or 0.0,
            house=house,
            **self._house_choices(spec, house),
            number_gap=spec.number_gap or 0.0,
            hyphenate=is_hyphenated(spec),
            language=spec.language or "zh-Hans",
            max_lines=spec.max_lines or 0,
            balance=bool(spec.balance),
            column=_column(spec) if spec.writing == "vertical" else None,
            fit=fit,
            grid=spec.grid or 0,
            grid_lines=spec.grid_lines or 0,
            keep_together=bool(spec.keep_together),
            keep_with_next=spec.keep_with_next or 0,
            breaks_column=bool(spec.breaks_column),
            orphans=spec.orphans or 0,
            widows=spec.widows or 2,
        )

    def _house_choices(self, spec: StyleSpec, house: str) -> dict[str, Any]:
        """What the style says of its setting, and the house where it does not."""
        defaults = load_house(house).defaults
        own = {name: getattr(spec, name) for name in defaults}
        return {name: defaults[name] if own[name] is None else own[name] for name in defaults}

    def _parts(self, spec: StyleSpec, plain: CharStyle) -> tuple[tuple[Part, CharStyle], ...]:
        parts: list[tuple[Part, CharStyle]] = []
        digits = plain
        for part, own in (
            (Part.STRONG, spec.strong),
            (Part.DIGITS, spec.digits),
            (Part.UNIT, spec.unit),
            (Part.QUALIFIER, spec.qualifier),
        ):
            follows_digits = part in (Part.UNIT, Part.QUALIFIER)
            if own is None:
                continue
            base = digits.size if follows_digits else plain.size
            style = self._part(own, plain, base)
            if style is None:
                continue
            if part is Part.DIGITS:
                digits = style
            parts.append((part, style))
        return tuple(parts)

    def _part(self, spec: PartSpec, plain: CharStyle, base: float) -> CharStyle | None:
        at = spec.origin
        stack = self._stack(spec.font, at) if spec.font else plain.fonts
        color = self.color(spec.color, at / "color") if spec.color else plain.color
        size = self._factor(spec.size, base, at / "size")
        if stack is None or color is None:
            return None
        size = plain.size if size is None else size
        leading = self._factor(spec.leading, size, at / "leading") or 0.0
        if leading < 0:
            self.wrong("value-range", f"a leading of {leading:g} pt is less than nothing",
                       at / "leading")  # fmt: skip
        if leading < 0 or not self._is_size(size, at / "size"):
            return None
        return CharStyle(
            stack,
            size,
            color,
            leading,
            plain.tracking if spec.tracking is None else spec.tracking,
            plain.features if spec.features is None else tuple(spec.features),
            (self._length(spec.rise, at / "rise") or 0.0) if spec.rise else 0.0,
        )

    def _stack(self, role: str, at: Origin) -> FontStack | None:
        if role in self.stacks:
            return self.stacks[role]
        if not role:
            self.wrong("style-incomplete", "the style has no font", at,
                       "give it “font”, a role's name")  # fmt: skip
        else:
            self.wrong("font-role-unknown", f"there is no font role “{role}”", at / "font",
                       did_you_mean(role, self.stacks))  # fmt: skip
        return None

    def _factor(self, value: float | str | None, base: float, at: Origin) -> float | None:
        if value is None:
            return None
        return self._length(value, at) if isinstance(value, str) else value * base

    def _is_size(self, size: float, at: Origin) -> bool:
        """Whether type can be of this size, in points; says so where it cannot."""
        if size <= 0:
            self.wrong("value-range", f"type of {size:g} pt cannot be set", at,
                       "a size is above 0")  # fmt: skip
        return size > 0

    def _length(self, text: str, at: Origin) -> float | None:
        points = to_points(text)
        if points is None:
            self.wrong("length", f"“{text}” is no length", at, f"write {LENGTH_WANTED}")
        return points

    # The page

    def page(self, spec: PageSpec, styles: Mapping[str, TextStyle], press: str) -> Sheet | None:
        at = spec.origin
        width_text, height_text = spec.width, spec.height
        if spec.size:
            if spec.size not in PAPER_MM:
                self.wrong("page-size", f"there is no paper size “{spec.size}”", at / "size",
                           did_you_mean(spec.size, PAPER_MM))  # fmt: skip
                return None
            width_mm, height_mm = PAPER_MM[spec.size]
            width_text = width_text or f"{width_mm}mm"
            height_text = height_text or f"{height_mm}mm"
        if not width_text or not height_text:
            self.wrong("page-size", "the page has no size", at,
                       "give it “size”, or “width” and “height”")  # fmt: skip
            return None
        width = self._length(width_text, at / "width")
        height = None if height_text == "auto" else self._length(height_text, at / "height")
        if width is None or (height is None and height_text != "auto"):
            return None
        for side, length in (("width", width), ("height", height)):
            if length is not None and not 1 <= length <= MAX_PAGE_POINTS:
                self.wrong("page-size", f"the page's {side} of {length:.0f} pt cannot be made",
                           at / side, f"from 1 to {MAX_PAGE_POINTS:.0f} pt (5080 mm)")  # fmt: skip
                return None
        if spec.margins.across >= width or (height and spec.margins.down >= height):
            self.wrong("page-margins", "the margins leave no room on the page", at / "margins",
                       f"the page is {width:.0f} pt wide")  # fmt: skip
            return None
        in_px = width_text.strip().endswith("px")
        return Sheet(
            width=width,
            height=height,
            max_height=spec.max_height or MAX_PAGE_POINTS,
            margins=spec.margins,
            bleed=spec.bleed,
            baseline=spec.baseline,
            safe_area=spec.safe_area,
            background=self.color(spec.background, at / "background") if spec.background else None,
            ppi=spec.ppi or (SCREEN_PPI if in_px else PRINT_PPI),
            columns=self._columns(spec, width, height, styles),
            colors=self.colors,
            styles=styles,
            press=press,
        )

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
            self.diagnostics.append(grid)
            return None
        return grid


def _column(spec: StyleSpec) -> ColumnRules:
    return ColumnRules(
        upright_digits=spec.upright_digits or 3,
        long_numbers=spec.long_numbers or "rotated",
        quotes=spec.vertical_quotes or "corner",
        upright_acronyms=bool(spec.upright_acronyms),
    )


def is_hyphenated(spec: StyleSpec) -> bool:
    """English text that is justified is hyphenated unless the style says otherwise."""
    if spec.hyphenate is not None:
        return spec.hyphenate
    return spec.language.startswith("en") and (spec.align or "justify") == "justify"


def merged_styles(styles: Node, wrong: list[Diagnostic]) -> dict[str, Node]:
    """Every style with what it is based on merged in, on raw nodes so that places are kept."""
    assert isinstance(styles.value, dict)
    nodes = styles.value
    done: dict[str, Node] = {}

    def settle(name: str, trail: tuple[str, ...]) -> Node:
        if name in done:
            return done[name]
        node = nodes[name]
        base = node.value.get("based_on") if isinstance(node.value, dict) else None
        if base is not None and isinstance(base.value, str):
            if base.value in trail:
                circle = " → ".join((*trail, base.value))
                wrong.append(Diagnostic("style-circle", f"styles in a circle: {circle}",
                                        base.origin, "base one of them on none"))  # fmt: skip
            elif base.value not in nodes:
                wrong.append(Diagnostic("style-unknown", f"there is no style “{base.value}”",
                                        base.origin, did_you_mean(base.value, nodes)))  # fmt: skip
            else:
                node = extend(settle(base.value, (*trail, base.value)), node)
        done[name] = node
        return node

    for name in nodes:
        settle(name, (name,))
    return done


def _distinct(faces: tuple[Face, ...]) -> tuple[Face, ...]:
    return tuple(dict.fromkeys(faces))
