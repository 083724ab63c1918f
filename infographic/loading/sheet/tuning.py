"""A layout changed for one story: styles of other sizes, lower pictures, wider gaps.

What may give way is its `fit`, what has its `tune`; the classes of both are the file's format.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic, nearest
from infographic.foundation.fields import PositiveLength, Range
from infographic.foundation.record import record, replaced
from infographic.foundation.sayings import say
from infographic.layout.scaling import scaled
from infographic.layout.setting import TOLERANCE
from infographic.text.style import TextStyle

Factor = Annotated[float, Range(ge=0.25, le=4)]


@record(kw_only=True)
class FitStyleSpec:
    """How far `infographic fit` may change a style."""

    size: tuple[PositiveLength, PositiveLength]
    """The least and the largest size: ["8.6pt", "9.6pt"]."""
    step: Annotated[PositiveLength, Range(ge=0.05)] = 0.1
    """Sizes lie so far apart."""
    leading: tuple[Factor, Factor] | None = None
    """The least and the largest leading, as factors of the size; without it the leading keeps its
    own. Styles of the same leading follow: they share the line grid."""
    scales: tuple[str, ...] = ()
    """Other styles that grow and shrink with it: ["subhead"]."""
    origin: Origin = BUILT_IN


@record(kw_only=True)
class FillSpec:
    """What `infographic fit` may change so that a story fills the page."""

    styles: dict[str, FitStyleSpec] | None = None
    """Styles by name, most often the body's alone."""
    figures: tuple[Factor, Factor] | None = None
    """The heights of pictures, as factors: [0.85, 1.25]."""
    spacing: tuple[Factor, Factor] | None = None
    """Gaps between blocks in stacks and between rows of grids, as factors: [0.8, 1.3]."""
    numbers: tuple[Factor, Factor] | None = None
    """How far sets of numbers (`grow` of `stats`) may grow beyond that in a panel that stands
    empty, as factors: [1, 1.6]. They do before a picture grows."""
    spread: bool = False
    """Lines that columns leave empty may go above headings, leads and paragraphs, as an article's
    `balance` “fill” has it."""
    picture: tuple[Factor, Factor] | None = None
    """How high a picture that takes what is left (`smallest`) should be, in shares of the height
    it likes: lower, and the page is crowded; higher, and it is empty."""
    panel: Annotated[float, Range(ge=0, le=1)] = 0.25
    """The largest share of its given height that a panel, or a set of numbers, may leave empty:
    more, and the page is empty."""
    origin: Origin = BUILT_IN


@record(kw_only=True)
class TuneStyleSpec:
    """A style as it was fitted."""

    size: PositiveLength | None = None
    leading: PositiveLength | None = None
    """Baseline to baseline; without it in step with the size."""
    origin: Origin = BUILT_IN


@record(kw_only=True)
class TuneSpec:
    """How the layout is changed for one story: what `infographic fit --save` found."""

    styles: dict[str, TuneStyleSpec] | None = None
    """Styles by name. Those not named whose leading is the same follow."""
    figures: Factor = 1.0
    """The heights of pictures are multiplied by it."""
    spacing: Factor = 1.0
    """So are gaps between blocks in stacks and between rows of grids."""
    numbers: Factor = 1.0
    """So is how far sets of numbers may grow to fill their height."""
    spread: bool = False
    """Every article is balanced as “fill” has it."""
    origin: Origin = BUILT_IN


@record
class StyleTuning:
    """A style as it is to be set. In points."""

    name: str
    size: float
    leading: float


@record
class Tuning:
    """How a page is changed."""

    styles: tuple[StyleTuning, ...] = ()
    """Those not named whose leading is that of one that is follow it: they share the line grid."""
    figures: float = 1.0
    """The heights of pictures are multiplied by it."""
    spacing: float = 1.0
    """So are gaps between blocks."""
    numbers: float = 1.0
    """So is how far sets of numbers may grow to fill their height (`grow`)."""
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
    return replaced(larger, plain=replaced(larger.plain, leading=leading))


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
    return Tuning(tuple(tunings), spec.figures, spec.spacing, spec.numbers, spec.spread)


def check_fit(
    spec: FillSpec | None, styles: Mapping[str, TextStyle], wrong: list[Diagnostic]
) -> None:
    """What is wrong with what a layout lets `fit` change."""
    if spec is None:
        return
    ranges = [
        (spec.figures, spec.origin / "figures"),
        (spec.spacing, spec.origin / "spacing"),
        (spec.numbers, spec.origin / "numbers"),
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
