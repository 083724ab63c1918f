"""A layout changed for one story: styles of other sizes, lower pictures, wider gaps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from infographic.foundation.diagnostics import Diagnostic, nearest
from infographic.foundation.sayings import say
from infographic.layout.scaling import scaled
from infographic.layout.setting import TOLERANCE
from infographic.loading.sheet.layout_file import FillSpec, TuneSpec
from infographic.text.style import TextStyle


@dataclass(frozen=True, slots=True)
class StyleTuning:
    """A style as it is to be set. In points."""

    name: str
    size: float
    leading: float


@dataclass(frozen=True, slots=True)
class Tuning:
    """How a page is changed."""

    styles: tuple[StyleTuning, ...] = ()
    """Those not named whose leading is that of one that is follow it: they share the line grid."""
    figures: float = 1.0
    """The heights of pictures are multiplied by it."""
    spacing: float = 1.0
    """So are gaps between blocks."""
    spread: bool = False
    """Lines left empty go above headings, leads and paragraphs."""


UNTUNED = Tuning()


def retuned(
    styles: Mapping[str, TextStyle], tunings: tuple[StyleTuning, ...]
) -> dict[str, TextStyle]:
    """The styles with those that are tuned, and those on their line grid, replaced."""
    changed = dict(styles)
    named = {tuning.name for tuning in tunings}
    for tuning in tunings:
        before = styles[tuning.name]
        factor = tuning.size / before.size
        changed[tuning.name] = _set(before, factor, tuning.leading)
        for name, style in styles.items():
            if name not in named and abs(style.leading - before.leading) < TOLERANCE:
                changed[name] = _set(style, factor, tuning.leading)
    return changed


def _set(style: TextStyle, factor: float, leading: float) -> TextStyle:
    larger = scaled(style, factor)
    return replace(larger, plain=replace(larger.plain, leading=leading))


def settle_tuning(
    spec: TuneSpec | None, styles: Mapping[str, TextStyle], wrong: list[Diagnostic]
) -> Tuning:
    """The change that a layout has in it already."""
    if spec is None:
        return UNTUNED
    tunings = []
    for name, own in (spec.styles or {}).items():
        style = styles.get(name)
        if style is None:
            saying = say("style-unknown/tuned", name=name)
            wrong.append(Diagnostic(saying, own.origin, nearest(name, styles)))
            continue
        size = style.size if own.size is None else own.size
        leading = style.leading * size / style.size if own.leading is None else own.leading
        if leading < size / 2:
            saying = say("value-range/leading", leading=leading, size=size)
            wrong.append(Diagnostic(saying, own.origin / "leading"))
        tunings.append(StyleTuning(name, size, leading))
    return Tuning(tuple(tunings), spec.figures, spec.spacing, spec.spread)


def check_fit(
    spec: FillSpec | None, styles: Mapping[str, TextStyle], wrong: list[Diagnostic]
) -> None:
    """What is wrong with what a layout lets `fit` change."""
    if spec is None:
        return
    ranges = [
        (spec.figures, spec.origin / "figures"),
        (spec.spacing, spec.origin / "spacing"),
        (spec.picture, spec.origin / "picture"),
    ]
    for name, own in (spec.styles or {}).items():
        for each in (name, *own.scales):
            if each not in styles:
                saying = say("style-unknown/fitted", name=each)
                at = own.origin if each == name else own.origin / "scales"
                wrong.append(Diagnostic(saying, at, nearest(each, styles)))
        ranges += [(own.size, own.origin / "size"), (own.leading, own.origin / "leading")]
    for bounds, at in ranges:
        if bounds is not None and bounds[0] > bounds[1]:
            saying = say("value-range/least-and-most", least=bounds[0], most=bounds[1])
            wrong.append(Diagnostic(saying, at))
