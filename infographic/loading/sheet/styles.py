"""A layout's styles, settled: nothing left to inherit, look up or convert."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

from infographic.foundation import limits
from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import Diagnostic, nearest
from infographic.foundation.record import replaced
from infographic.foundation.sayings import say
from infographic.foundation.units import to_points
from infographic.loading.binding.merge import extend
from infographic.loading.sheet.layout_file import FitSpec, PartSpec, StyleSpec
from infographic.loading.sheet.tokens import Tokens
from infographic.text.house import HOUSE, load_house
from infographic.text.style import (
    Alignment,
    CharStyle,
    ColumnRules,
    Fit,
    FontStack,
    Part,
    TextStyle,
    UnitShare,
)

AUTO = "auto"
"""A unit's size that goes by its digits'."""
HAN_FOOT = 0.085
"""How far a Han's ink reaches below the baseline, in em."""
SIGN_SHARE = 0.72
"""Of the digits' size: % and ℃ in their face."""
SCREEN_WIDTH, SCREEN_FROM, SCREEN_TO = 810.0, 79.5, 171.75
"""On a canvas of 1080 px the sizes that 48 and 90 pt are in print: 106 and 229 px, as its main
figures of 88–112 px are 36–52 pt, and its leading ones of 220–300 px 84–140 pt. In points."""


class Styles(Tokens):
    """Settles styles on a layout's tokens."""

    share = UnitShare()
    """What units of the size “auto” go by."""

    def goes_by(self, page_width: str) -> None:
        """Measure units by the kind of page: a screen's canvas by its width, all others as print.

        A width that is none is said where the page is settled.
        """
        width = to_points(page_width) if page_width.strip().endswith("px") else None
        if width:
            scale = width / SCREEN_WIDTH
            self.share = UnitShare(SCREEN_FROM * scale, SCREEN_TO * scale)

    def style(self, name: str, spec: StyleSpec) -> TextStyle | None:
        """A finished style from a spec whose `based_on` has been merged in."""
        at = spec.origin
        stack = self.stack(spec.font, at)
        size = self.length(spec.size, self.place(at, "size")) if spec.size else None
        if not spec.size:
            self.wrong(say("style-incomplete/size", name=name), at)
        if size is None or not self._is_size(size, self.place(at, "size")):
            return None
        color = self.color(spec.color or "ink", self.place(at, "color"))
        leading = self._factor(spec.leading, size, self.place(at, "leading"))
        leading = size * 1.5 if leading is None else leading
        if leading < size / 2:
            self.wrong(
                say("value-range/leading", leading=leading, size=size), self.place(at, "leading")
            )
            return None
        if stack is None or color is None:
            return None
        house, faults = _house(spec.house, self.place(at, "house"))
        if spec.house and spec.house.endswith(".json"):
            self.houses.add(Path(at.source.folder, spec.house))
        fit, misfits = _fit(spec.fit, size, self.place(at, "fit"))
        self.diagnostics += (*faults, *misfits)
        plain = CharStyle(
            stack, size, color, leading, spec.tracking or 0.0, _features(spec, spec.features or ())
        )
        return TextStyle(
            name=name,
            plain=plain,
            parts=self._parts(spec, plain),
            alignment=Alignment(spec.align or "justify"),
            indent=spec.indent or 0.0,
            hanging_indent=spec.hanging_indent or 0.0,
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
            # A marked number never looks as the words round it where marked words do not.
            (Part.DIGITS, spec.digits or spec.strong),
            (Part.UNIT, spec.unit),
            (Part.QUALIFIER, spec.qualifier),
            (Part.SIGN, spec.sign),
        ):
            if own is None:
                continue
            follows_digits = part not in (Part.STRONG, Part.DIGITS)
            base = digits.size if follows_digits else plain.size
            style = self._part(own, plain, base, self._auto(part, base))
            if style is None:
                continue
            if part is Part.DIGITS:
                digits = style
            elif part is not Part.STRONG and part is not Part.SIGN and spec.writing != "vertical":
                style = self._beside(style, digits, own)
            parts.append((part, style))
        if spec.sign is None and spec.writing != "vertical":
            parts += [(Part.SIGN, sign_of(unit, digits)) for part, unit in parts
                      if part is Part.UNIT and unit.size < digits.size]  # fmt: skip
        return tuple(parts)

    def _beside(self, style: CharStyle, digits: CharStyle, spec: PartSpec) -> CharStyle:
        """What belongs to a number, as it stands beside its digits."""
        share = self.share if spec.size == AUTO else None
        is_raised = style.size < digits.size and not spec.rise
        return replaced(style, foot=HAN_FOOT if is_raised else 0.0, share=share)

    def _auto(self, part: Part, digits: float) -> float | None:
        """The share of the digits that a part of the size “auto” has; None where it may not."""
        match part:
            case Part.UNIT | Part.QUALIFIER:
                return self.share.beside(digits)
            case Part.SIGN:
                return SIGN_SHARE
            case _:
                return None

    def _part(
        self, spec: PartSpec, plain: CharStyle, base: float, auto: float | None
    ) -> CharStyle | None:
        at = spec.origin
        stack = self.stack(spec.font, at) if spec.font else plain.fonts
        color = self.color(spec.color, self.place(at, "color")) if spec.color else plain.color
        wanted = auto if spec.size == AUTO and auto is not None else spec.size
        size = self._factor(wanted, base, self.place(at, "size"))
        if stack is None or color is None:
            return None
        size = plain.size if size is None else size
        leading = self._factor(spec.leading, size, self.place(at, "leading")) or 0.0
        if leading < 0:
            self.wrong(
                say("value-range/leading-negative", leading=leading), self.place(at, "leading")
            )
        if leading < 0 or not self._is_size(size, self.place(at, "size")):
            return None
        return CharStyle(
            stack,
            size,
            color,
            leading,
            plain.tracking if spec.tracking is None else spec.tracking,
            _features(spec, plain.features if spec.features is None else spec.features),
            (self.length(spec.rise, self.place(at, "rise")) or 0.0) if spec.rise else 0.0,
        )

    def _factor(self, value: float | str | None, base: float, at: Origin) -> float | None:
        if value is None:
            return None
        if isinstance(value, str):
            return self.length(value, at)
        return self.within_reach(value * base, value, at)

    def _is_size(self, size: float, at: Origin) -> bool:
        """Whether type can be of this size, in points; says so where it cannot."""
        if size <= 0:
            self.wrong(say("value-range/size", size=size), at)
        return size > 0


# Late: few styles fit, and few houses have a table of their own.
def _house(name: str | None, at: Origin) -> tuple[str, list[Diagnostic]]:
    if not name:
        return HOUSE, []
    from infographic.loading.sheet.house_file import settle_house

    return settle_house(name, at)


def _fit(
    spec: str | FitSpec | None, size: float, at: Origin
) -> tuple[Fit | None, tuple[Diagnostic, ...]]:
    if spec is None or spec == "none":
        return None, ()
    from infographic.loading.sheet.page_fill_spec import settle_fit

    return settle_fit(spec, size, at)


def _features(spec: StyleSpec | PartSpec, given: Sequence[str]) -> tuple[str, ...]:
    """The features asked for; even digits are one of a face, and no fault where it has none."""
    others = tuple(name for name in given if name not in ("tnum", "pnum"))
    match spec.figures:
        case "tabular":
            return (*others, "tnum")
        case "proportional":
            return (*others, "pnum")
        case None:
            return tuple(given)


def sign_of(unit: CharStyle, digits: CharStyle) -> CharStyle:
    """How % ‰ ℃ ° of a unit are set: in the digits' colour and faces, the first that has
    them."""
    stack = digits.fonts
    # A chain ends in the faces of Han, whose signs are as wide as Han.
    own = tuple(takewhile(lambda face: face not in stack.han, stack.figures))
    faces = own or stack.figures[:1]
    fonts = FontStack(faces, faces, faces)
    size = SIGN_SHARE * digits.size
    return replaced(unit, fonts=fonts, color=digits.color, size=size, foot=0.0, share=None)


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
    # A style that is null is taken away.
    nodes = {name: node for name, node in styles.value.items() if node.value is not None}
    done: dict[str, Node] = {}
    if len(nodes) > (most := limits.most("names")):
        wrong.append(Diagnostic(say("names-many", most=most, limit="names"), styles.origin))
        return done
    for first in nodes:
        # Along the chain and back, without recursion: a chain may be of any length.
        way: dict[str, None] = {}
        name: str | None = first
        while name is not None and name not in done:
            way[name] = None
            name = _base_of(name, nodes, way, wrong)
        for style in reversed(way):
            node = nodes[style]
            done[style] = node if name is None else extend(done[name], node)
            name = style
    return done


def _base_of(
    name: str, nodes: dict[str, Node], way: dict[str, None], wrong: list[Diagnostic]
) -> str | None:
    """The style that one is based on; None where it is on none, or on one that cannot be, said."""
    node = nodes[name]
    base = node.value.get("based_on") if isinstance(node.value, dict) else None
    if base is None or not isinstance(base.value, str):
        return None
    if base.value in way:
        saying = say("style-circle", names=[*way, base.value][-MOST_NAMED:])
        wrong.append(Diagnostic(saying, base.origin))
    elif base.value not in nodes:
        saying = say("style-unknown", name=base.value)
        wrong.append(Diagnostic(saying, base.origin, nearest(base.value, nodes)))
    else:
        return base.value
    return None


MOST_NAMED = 24
"""Of the styles of a circle, the last."""
