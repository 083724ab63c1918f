"""fit(): the least change of what its layout allows that makes a story fill its page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Unpack

from infographic.composed import ComposedPage
from infographic.display.fill import Fill, fill_of
from infographic.display.ledger import ledger
from infographic.foundation.diagnostics import SpecError, errors
from infographic.foundation.reach import within
from infographic.foundation.record import field, record, replaced
from infographic.loading.settled import SettledLayout, with_styles
from infographic.loading.sheet.layouts import read_layout
from infographic.loading.sheet.tuning import UNTUNED, FitStyleSpec, StyleTuning, Tuning
from infographic.options import LayoutLike, Options, StoryLike, must_be_right, reach_for, story_of
from infographic.pipeline import draft, settled_layout
from infographic.text.keeping import for_one_page
from infographic.text.style import TextStyle

FACTOR_STEPS = {"figures": 0.05, "spacing": 0.1, "numbers": 0.1}
"""Between two factors that are tried: a picture among columns moves by whole lines anyway."""
NEAR = 0.02
"""So near to the height it should have, in shares of the one it likes, a picture is left."""
GAIN = 1e-3
"""By so much a page is to be fuller, or what is changed for it is not."""
LEADING_STEP = 0.15
"""In points."""
WIDEST = 1.35
"""A size in which whole characters leave gutters so much wider than the layout's is not tried."""
MOST_DRAFTS, MOST_SPREAD = 22, 8
"""After so many no further page is tried for columns that end level; and after so many more none
whose empty lines are spread."""

SheetChange = Callable[[Tuning], Tuning]


@record
class Remedy:
    """One thing that may be changed, by steps from what takes the least room to the most."""

    steps: tuple[SheetChange, ...]
    start: int
    """The step that changes nothing."""


@record
class Tried:
    """What came of one tuning. Sorts best first."""

    tuning: Tuning
    fill: Fill
    faulty: bool
    low: float
    """By how much its free pictures are too low, in shares of the heights they like."""
    high: float
    """By how much they are too high, and the rows that all columns leave empty."""
    vacant: float = 0.0
    """By how much its panels are emptier than they may be, in shares of their heights."""

    @property
    def crowded(self) -> bool:
        return self.faulty or self.low > NEAR

    @property
    def loose(self) -> bool:
        return not self.crowded and (self.high > NEAR or self.vacant > NEAR)

    @property
    def slack(self) -> float:
        """All of it that stands empty."""
        return self.high + self.vacant

    @property
    def is_full(self) -> bool:
        """Whether its columns end level at their feet and its pictures are as high as asked."""
        return not self.crowded and not self.loose and self.fill.ragged <= 1

    @property
    def rank(self) -> tuple[float, ...]:
        """Least is best: whether it fits, how full it is, how level, and how much is changed."""
        tuning = self.tuning
        change = abs(tuning.figures - 1) + abs(tuning.spacing - 1) + abs(tuning.numbers - 1)
        off = sum(round(part, 2) for part in (self.low, self.high, self.vacant) if part > NEAR)
        return self.faulty, off, max(self.fill.ragged, 1), self.fill.empty, round(change, 6)


@record
class FilledPage:
    """What `fit` found: the page, and what of its layout was changed for it."""

    page: ComposedPage
    """As `draft` makes it: where nothing makes the story fit, with its faults."""
    tuning: Tuning
    fill: Fill
    layout: SettledLayout = field(compare=False)
    """Without any change."""
    is_full: bool
    """The columns end level at their feet and the free pictures are as high as the layout asks."""
    drafts: int
    """How many pages were tried."""

    @property
    def fits(self) -> bool:
        return not errors(self.page.diagnostics)

    @property
    def over(self) -> int:
        """By how many characters its texts are too long; 0 where they fit."""
        if self.fits:
            return 0
        return sum(entry.tally.over for each in self.page.pages for entry in ledger(each.page))

    @property
    def is_changed(self) -> bool:
        """Whether the layout has to be changed from how it is now, its own `tune` included."""
        return self.tuning != self.layout.tuning


@for_one_page()
def fit(story: StoryLike, layout: LayoutLike, **options: Unpack[Options]) -> FilledPage:
    """Find the tuning of a layout that makes a story fill its page.

    It starts from the layout without its own `tune`, so that fitting what was fitted changes
    nothing. The remedies are taken in turn, each as little as is needed: the sizes of numbers in a
    panel that stands empty, the styles, the pictures' heights, the gaps. Then other heights of the
    pictures are tried, for columns that end level.
    Raises `SpecError` with what is wrong in the files.
    """
    must_be_right(options, Options, "fit")
    with within(reach_for(story, [layout], options)):
        node, source = story_of(story, options), read_layout(layout)
        settled = settled_layout(source, options.get("font_path", ()))
    # The values and data lie over the story already.
    others: Options = {**options, "values": (), "data": ()}

    def make(tuning: Tuning, trial: bool = False) -> ComposedPage:
        return draft(node, source, **others, tuning=tuning, trial=trial)

    first = make(UNTUNED, trial=True)
    remedies = _remedies(settled, first.press.type.positive)
    search = _Search(settled, make)
    best = search.with_larger_numbers(search.tried(UNTUNED))
    for remedy in remedies:
        if not best.crowded and not best.loose:
            break
        best = search.moved(best, remedy)
    best = search.leveled(best, remedies)
    page = make(tuning=best.tuning)
    fill = _fill_of(page)
    is_full = not best.crowded and not best.loose and fill.ragged <= 1
    return FilledPage(page, best.tuning, fill, settled, is_full, len(search.known))


@record(frozen=False)
class _Search:
    layout: SettledLayout
    make: Callable[..., ComposedPage]
    known: dict[Tuning, Tried] = field(default_factory=dict)

    def tried(self, tuning: Tuning) -> Tried:
        if tuning not in self.known:
            self.known[tuning] = self._tried(tuning)
        return self.known[tuning]

    def _tried(self, tuning: Tuning) -> Tried:
        try:
            page = self.make(tuning=tuning, trial=True)
        except SpecError:
            if tuning == UNTUNED:
                raise
            # Type so large that the columns have no room for it.
            return Tried(tuning, Fill(), True, 0.0, 0.0)
        fill = _fill_of(page)
        spec = self.layout.fit
        low = high = vacant = 0.0
        if spec is not None:
            vacant = sum(max(share - spec.panel, 0.0) for share in fill.panels)
        if spec is not None and spec.picture is not None:
            least, most = spec.picture
            low = sum(max(least - share, 0.0) for share in fill.pictures)
            high = sum(max(share - most, 0.0) for share in fill.pictures)
        faulty = bool(errors(page.diagnostics))
        return Tried(tuning, fill, faulty, low, high + fill.short, vacant)

    def with_larger_numbers(self, best: Tried) -> Tried:
        """Where a panel stands empty, its numbers as much larger as fills it, or most of it."""
        spec = self.layout.fit
        if best.vacant <= NEAR or spec is None or spec.numbers is None:
            return best
        for factor in _ladder(1.0, *spec.numbers, FACTOR_STEPS["numbers"]):
            found = self.tried(replaced(best.tuning, numbers=factor))
            if not found.crowded and found.vacant < best.vacant - GAIN:
                best = found
            if best.vacant <= NEAR:
                break
        return best

    def moved(self, best: Tried, remedy: Remedy) -> Tried:
        """The remedy taken as far as needed, or to its end."""

        def at(step: int) -> Tried:
            return self.tried(remedy.steps[step](best.tuning))

        # Each step is asked in turn: where a heading falls, one more may not take more room.
        last = len(remedy.steps) - 1
        if best.crowded:
            down = range(remedy.start, -1, -1)
            return at(0) if at(0).crowded else next(at(n) for n in down if not at(n).crowded)
        if at(last).loose:
            # What does not make it fuller is not done.
            return at(last) if at(last).slack < best.slack - GAIN else best
        number = next(n for n in range(remedy.start, last + 1) if not at(n).loose)
        # Where one step more is too much, the page stays a little empty.
        return at(number - 1) if at(number).crowded else at(number)

    def _leadings(self, tuning: Tuning) -> tuple[SheetChange, ...]:
        """Other leadings of the fitted styles in their sizes."""
        spec, styles = self.layout.fit, self.layout.sheet.styles
        changes: list[SheetChange] = []
        for name, own in (spec.styles or {}).items() if spec is not None else ():
            kept = [style for style in tuning.styles if style.name == name]
            style = kept[0] if kept else StyleTuning(name, styles[name].size, styles[name].leading)
            least, most = (factor * style.size for factor in own.leading or (0.0, 0.0))
            others = tuple(each for each in tuning.styles if each.name != name)
            changes += [
                partial(_with_only, (replaced(style, leading=round(leading, 2)), *others))
                for leading in (style.leading + n * LEADING_STEP for n in (-1, 1, -2, 2, -3, 3))
                if least <= leading <= most
            ]
        return tuple(changes)

    def leveled(self, best: Tried, remedies: Sequence[Remedy]) -> Tried:
        """As full, its columns' ends within a line, by other heights of the pictures and gaps."""
        if best.faulty:
            return best
        *_, figures, spacing = remedies or (Remedy((), 0),) * 2
        for steps in (figures.steps, self._leadings(best.tuning), spacing.steps):
            start = best.tuning
            for change in sorted(steps, key=lambda step: _distance(step(start))):
                if best.is_full or len(self.known) >= MOST_DRAFTS:
                    break
                found = self.tried(change(start))
                best = min(best, found, key=lambda one: one.rank)
        spec = self.layout.fit
        if spec is not None and spec.spread and not best.is_full:
            start = best.tuning
            others = [step(start) for step in figures.steps]
            for tuning in (start, *sorted(others, key=_distance)):
                if best.is_full or len(self.known) >= MOST_DRAFTS + MOST_SPREAD:
                    break
                found = self.tried(replaced(tuning, spread=True))
                best = min(best, found, key=lambda one: one.rank)
        return best


def _fill_of(made: ComposedPage) -> Fill:
    return fill_of(*(each.page for each in made.pages))


def _distance(tuning: Tuning) -> tuple[float, float]:
    off = abs(tuning.figures - 1) + abs(tuning.spacing - 1)
    return round(off, 6), tuning.figures + tuning.spacing


def _remedies(layout: SettledLayout, smallest: float) -> list[Remedy]:
    """What a layout lets be changed, in the order in which it is."""
    spec = layout.fit
    if spec is None:
        return []
    found = [_of_style(layout, name, own, smallest) for name, own in (spec.styles or {}).items()]
    for name, bounds in (("figures", spec.figures), ("spacing", spec.spacing)):
        factors = _ladder(1.0, *(bounds or (1.0, 1.0)), FACTOR_STEPS[name])
        steps = tuple(partial(_with_factor, name, factor) for factor in factors)
        found.append(Remedy(steps, factors.index(1.0)))
    return found


def _with_factor(name: str, factor: float, tuning: Tuning) -> Tuning:
    return (
        replaced(tuning, figures=factor) if name == "figures" else replaced(tuning, spacing=factor)
    )


def _with_only(own: tuple[StyleTuning, ...], tuning: Tuning) -> Tuning:
    return replaced(tuning, styles=own)


def _with_styles(own: tuple[StyleTuning, ...], tuning: Tuning) -> Tuning:
    return replaced(tuning, styles=(*tuning.styles, *own))


def _of_style(layout: SettledLayout, name: str, spec: FitStyleSpec, smallest: float) -> Remedy:
    """A style's sizes in its own leading; past the least, and the largest, other leadings."""
    styles = layout.sheet.styles
    style = styles[name]
    size, leading = style.size, style.leading
    factor = leading / size
    least, most = spec.leading or (factor, factor)

    def change(pair: tuple[float, float]) -> tuple[StyleTuning, ...]:
        if pair == (size, leading):
            return ()
        return _scaled(styles, (name, *spec.scales), pair[0] / size, pair)

    sizes = _ladder(size, max(spec.size[0], smallest), spec.size[1], spec.step)
    ladder = [(each, round(min(max(factor, least), most) * each, 2)) for each in sizes]
    ladder[sizes.index(size)] = (size, leading)
    pairs = [pair for pair in ladder if _keeps_gutters(layout, change(pair))]
    tight, wide = pairs[0], pairs[-1]
    down = _ladder(tight[1], round(least * tight[0], 2), tight[1], LEADING_STEP)[:-1]
    up = _ladder(wide[1], wide[1], round(most * wide[0], 2), LEADING_STEP)[1:]
    pairs = [*((tight[0], each) for each in down), *pairs, *((wide[0], each) for each in up)]
    steps = tuple(partial(_with_styles, change(pair)) for pair in pairs)
    return Remedy(steps, pairs.index((size, leading)))


def _keeps_gutters(layout: SettledLayout, styles: tuple[StyleTuning, ...]) -> bool:
    """Whether the page's columns keep about their gutters in other sizes.

    Of a measure of whole characters one fewer goes into every gutter.
    """
    own = layout.sheet.columns
    if own is None or not styles:
        return True
    try:
        columns = with_styles(layout, styles).sheet.columns
    except SpecError:
        return False
    return columns is not None and columns.gutter <= max(WIDEST * own.gutter, own.size)


def _scaled(
    styles: Mapping[str, TextStyle], names: tuple[str, ...], factor: float,
    pair: tuple[float, float],
) -> tuple[StyleTuning, ...]:  # fmt: skip
    others = (
        StyleTuning(
            name, round(styles[name].size * factor, 2), round(styles[name].leading * factor, 2)
        )
        for name in names[1:]
    )
    return (StyleTuning(names[0], *pair), *others)


def _ladder(start: float, least: float, most: float, step: float) -> list[float]:
    """Even steps down and up from `start`, as far as the bounds.

    >>> _ladder(9.0, 8.8, 9.25, 0.1)
    [8.8, 8.9, 9.0, 9.1, 9.2]
    """
    down = int(max(start - least, 0.0) / step + 1e-6)
    up = int(max(most - start, 0.0) / step + 1e-6)
    return [start if n == 0 else round(start + n * step, 4) for n in range(-down, up + 1)]
