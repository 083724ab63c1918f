"""compose(): the whole path from two files to a page, on one screen."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from infographic.blocks import CATALOGUE
from infographic.bound_pages import (
    BoundPages,
    Files,
    for_story,
    inputs_of,
    read_and_bind,
    shown_on,
)
from infographic.composed import ComposedPage, PathLike, stop_at
from infographic.copy_lint.rules import doubtful_on_pages
from infographic.display.notes import EmptyFeet, Taken
from infographic.display.page import Page, whole
from infographic.foundation.datum import Node, Origin, Source
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.files import here
from infographic.foundation.reach import reach_now, within
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.running import collector_paused
from infographic.foundation.sayings import say
from infographic.layout.block import Block, Givens, PageTokens, SmallestType
from infographic.loading.alike import alike
from infographic.loading.assets.fontbook import FontBook
from infographic.loading.binding.left_out import left_out, unused
from infographic.loading.decoded_story import DecodedStory
from infographic.loading.reading.extending import Unchanged, stamps_of
from infographic.loading.settled import (
    SettledLayout,
    SettledPage,
    decode_body,
    settle,
    with_styles,
)
from infographic.loading.sheet.layouts import LayoutSource, read_layout
from infographic.loading.sheet.sheet import SCREEN_PPI, Sheet
from infographic.loading.sheet.tuning import Tuning
from infographic.make_up import make_up
from infographic.options import (
    ComposeOptions,
    DraftOptions,
    LayoutLike,
    Options,
    StoryLike,
    codes_allowed,
    must_be_right,
    reach_for,
    said_of_data,
    story_of,
)
from infographic.plan import Plan
from infographic.profiles import find_profile, press_profile
from infographic.story.model import Story
from infographic.text.keeping import for_one_page
from infographic.text.strays import SOFT_HYPHEN

if TYPE_CHECKING:
    from infographic.press.profile import PressProfile
    from infographic.story.model import Publication


def compose(
    story: StoryLike, layout: LayoutLike, **options: Unpack[ComposeOptions]
) -> ComposedPage:
    """Set a story in a layout.

    `story` is a file or a dict; `layout` a shipped layout's name, a file's path ending in “.json”
    or a dict. `values` replaces parts of the story: ("/panels/0/title", "…"). Files that these name
    are read from inside `root` only, the project unless given, and from what `allow` names besides
    (docs/security.md). `press` is a shipped press profile's name or a file's path, in place of the
    one that the layout names. `tuning` changes the layout for this story, in place of the change
    that it has in it (`fit` finds one). `font_path` are folders with faces beside the shipped ones.

    Raises `SpecError` with everything that is wrong in the two files, or does not fit.
    """
    must_be_right(options, ComposeOptions, "compose")
    return finished(draft(story, layout, **options))


def finished(drafted: ComposedPage) -> ComposedPage:
    """A page on which everything fits. Raises `SpecError` with what does not."""
    faults = (fault for one in drafted.pages for fault in one.page.faults)
    stop_at([replaced(fault, layout=drafted.layout) for fault in faults])
    return drafted


@for_one_page()
@collector_paused()
def draft(story: StoryLike, layout: LayoutLike, **options: Unpack[DraftOptions]) -> ComposedPage:
    """Set a story in a layout as `compose` does, though not everything fits: to be looked at.

    What does not fit is among its diagnostics; in a `trial` it is not counted to the character.
    Raises `SpecError` with what is wrong in the files.
    """
    must_be_right(options, DraftOptions, "draft")
    tuning, trial = options.get("tuning"), options.get("trial", False)
    with within(reach_for(story, [layout], options)):
        files = read_files(story, layout, options)
        story_read, bound = read_and_bind(files)
        with files.places.told():
            decoded = decode_pages(files, story_read, bound, tuning=tuning, trial=trial)
            made = make_up(decoded.plans, files.places)
            inputs = inputs_of(files, story_read)
            return composed_page(files, bound, decoded, made, inputs, trial=trial)


# The stages, in their order


def read_files(story: StoryLike, layout: LayoutLike, options: Options) -> Files:
    """Read both files and settle the layout.

    Raises `SpecError` where one of them cannot be read, or there is no such profile.
    """
    node = story_of(story, options)
    same, places = alike(node)
    settled = settled_layout(read_layout(layout), options.get("font_path", ()))
    with places.told():
        settled = for_story(settled, same)
    press_name, press_at = _press_of(settled, options.get("press"))
    find_profile(press_name, Path(press_at.source.folder), press_at)
    unlinted = settled.unlinted.union(codes_allowed(options.get("allow", ())))
    return Files(same, node, places, settled, press_name, press_at, unlinted)


class DecodedPages(NamedTuple):
    """The pages as they are to be made up."""

    story: Story
    plans: tuple[Plan, ...]
    doubts: tuple[Diagnostic, ...]
    """What is doubtful in the story, and in the blocks."""


def decode_pages(
    files: Files,
    story: DecodedStory,
    bound: BoundPages,
    *,
    tuning: Tuning | None = None,
    trial: bool = False,
) -> DecodedPages:
    """Decode each page's blocks, and plan it. Raises `SpecError` with what is wrong in them."""
    tuning = files.layout.tuning if tuning is None else tuning
    layout = with_styles(files.layout, tuning.styles)
    press = press_profile(files.press, Path(files.press_at.source.folder), files.press_at)
    plans, doubts = [], list(story.doubts)
    for node, page in zip(bound.bodies, layout.pages, strict=True):
        body, doubtful = decode_body(node, page, story, CATALOGUE)
        doubts += doubtful
        givens = Givens(
            page.sheet.baseline,
            _smallest(press),
            colors=page.sheet.colors,
            figures=tuning.figures,
            spacing=tuning.spacing,
            numbers=tuning.numbers,
            spread=tuning.spread,
            trial=trial,
            tokens=_tokens(page.sheet),
            language=story.story.language,
            dateline=_dateline(story.story.publication),
            on_screen=press.screen is not None,
        )
        plans.append(_plan(page, body, story.story, givens))
    return DecodedPages(story.story, tuple(plans), tuple(doubts))


def composed_page(
    files: Files,
    bound: BoundPages,
    decoded: DecodedPages,
    made: Sequence[Page],
    inputs: tuple[Path, ...],
    *,
    trial: bool = False,
) -> ComposedPage:
    """The pages with all that is to be said of them; in a `trial` not what was left out."""
    layout, bound = files.layout, shown_on(files, bound, [_taken(page) for page in made])
    if files.places:
        bound = bound._replace(gone=unused(files.as_read, bound.used))
    # A text may stand on two pages, and lack the same character on both.
    faults = dict.fromkeys(
        replaced(fault, layout=layout.name) for page in made for fault in page.faults
    )
    diagnostics = [
        *decoded.doubts,
        *faults,
        *(fault for page in made for fault in _underset(page, layout)),
    ]
    if not trial:
        diagnostics += said_of_data(files.as_read, bound.gone)
        if layout.underset is None:
            diagnostics += [fault for page in made for fault in _mostly_empty(page, layout.name)]
        diagnostics += _doubtful_copy(files, made)
        diagnostics += _doubtful_charts(files, decoded.story, made, diagnostics)
        diagnostics += _figures_left_out(files.as_read, bound.gone, layout.name)
        diagnostics += left_out(bound.gone, bound.lists, layout.name)
    said = files.places.diagnostics(diagnostics)
    first, *further = (
        ComposedPage(
            page,
            layout.name,
            (),
            files.press,
            files.press_at,
            number=plan.number if len(made) > 1 else "",
            inputs=inputs,
            reach=reach_now(),
        )
        for page, plan in zip(made, decoded.plans, strict=True)
    )
    return replaced(first, diagnostics=said, further=tuple(further))


def _taken(page: Page) -> frozenset[tuple[Origin, int]]:
    """Of the trees that the layout offers for a page, those that stand on it."""
    return frozenset(
        (note.origin, note.note.number)
        for block in page.blocks
        for each in block.walk()
        for note in each.notes
        if isinstance(note.note, Taken)
    )


def _doubtful_copy(files: Files, made: Sequence[Page]) -> list[Diagnostic]:
    """What no editor meant in the story's texts, but for what the layout or the call allows."""
    styles = (style for page in files.layout.pages for style in page.sheet.styles.values())
    press = files.press, Path(files.press_at.source.folder), files.press_at
    return doubtful_on_pages(
        files.as_read,
        files.allowed,
        made,
        stacks={style.plain.fonts: None for style in styles},
        is_print=lambda: press_profile(*press).screen is None,
    )


def _doubtful_charts(
    files: Files, story: Story, made: Sequence[Page], said: Sequence[Diagnostic]
) -> list[Diagnostic]:
    """What charts would make a reader believe that is not so."""
    has_times = any(stat.when is not None for panel in story.panels for stat in panel.stats)
    if not (story.charts or story.tables or has_times):
        return []
    # Late: few stories have one.
    from infographic.chart_lint.rules import doubtful_charts, doubtful_drawings
    from infographic.paper_light import light_of

    found = doubtful_charts(story, files.allowed, said)
    if story.charts or story.tables:
        press = press_profile(files.press, Path(files.press_at.source.folder), files.press_at)
        drawn = doubtful_drawings(story, made, light_of(press), files.allowed)
        found += [replaced(one, layout=files.layout.name) for one in drawn]
    return found


# What the stages ask for


_SETTLED: Unchanged[SettledLayout] = Unchanged(32, "settled layouts")
"""Layouts by what they were read from, so that fifty variants settle one once; anew where a face or
a house's table has changed."""


def settled_layout(source: LayoutSource, font_path: Sequence[PathLike] = ()) -> SettledLayout:
    folders = tuple(Path(folder) for folder in font_path)
    key = (source.name, source.stamps, source.content, folders, here())
    # Two threads may settle the same layout, and get equal ones.
    if (known := _SETTLED.get(key)) is not None:
        return known
    settled = settle(source.name, source.node, FontBook(folders))
    read = tuple(path for path, _, _ in source.stamps)
    stamps = stamps_of(settled.files)
    return _SETTLED.put(key, stamps, replaced(settled, files=(*read, *settled.files)))


def _press_of(layout: SettledLayout, asked: PathLike | None) -> tuple[str, Origin]:
    """The press profile's name or path, and where it was named."""
    if asked is not None:
        return os.fspath(asked), Origin(Source("--press"))
    default = "screen" if layout.sheet.ppi == SCREEN_PPI else "newsprint"
    return layout.sheet.press or default, layout.press_at


def _tokens(sheet: Sheet) -> PageTokens:
    return PageTokens(sheet.styles, sheet.colors, sheet.unit, sheet.width, sheet.background)


def _smallest(press: PressProfile) -> SmallestType:
    """The smallest type that a press prints."""
    sizes = press.type
    return SmallestType(sizes.positive, sizes.reversed, sizes.multi_ink, sizes.tinted)


def _dateline(publication: Publication | None) -> str:
    date = publication.date if publication is not None else None
    return date.text if date is not None else ""


def _slug(publication: Publication | None) -> str:
    """The paper, its date, section and page, in a line."""
    if publication is None:
        return ""
    parts = (publication.name, publication.date, publication.section, publication.page)
    return "  ".join(part.text for part in parts if part is not None and part.text)


def _plan(page: SettledPage, body: Block, story: Story, givens: Givens) -> Plan:
    sheet = page.sheet
    return Plan(
        body=body,
        width=sheet.width,
        height=sheet.height,
        max_height=sheet.max_height,
        margins=sheet.margins,
        bleed=sheet.bleed,
        safe_area=sheet.safe_area,
        background=sheet.background,
        ppi=sheet.ppi,
        title=" ".join(story.headline.text.replace(SOFT_HYPHEN, "").split()),
        language=story.language,
        slug=_slug(story.publication),
        columns=sheet.columns,
        givens=givens,
        number=page.number,
        unit=sheet.unit,
    )


def _underset(page: Page, layout: SettledLayout) -> list[Diagnostic]:
    """The frames of words with more empty lines than their layout allows."""
    if layout.underset is None:
        return []
    # Late: few layouts say how many lines may stand empty.
    from infographic.display.ledger import ledger

    return [
        Diagnostic(
            say(
                "underset",
                empty=entry.tally.spare_lines,
                lines=entry.tally.lines,
                block=entry.name,
                layout=layout.name,
                allowed=layout.underset,
                spare=entry.tally.to_fill,
            ),
            entry.origin,
            severity=Severity.WARNING,
            layout=layout.name,
        )
        for entry in ledger(page)
        if entry.tally.spare_lines > layout.underset
    ]


EMPTY, FEWEST = 1 / 3, 4
"""Of so many empty lines of its running words, and no fewer, a page is warned of."""


def _mostly_empty(page: Page, layout: str) -> list[Diagnostic]:
    """That a page has a third of its lines empty, of a layout that does not say how many may be."""
    feet = [
        (one.note, block)
        for block in whole(page).walk()
        for one in block.notes
        if isinstance(one.note, EmptyFeet)
    ]
    empty, held = sum(sum(note.lines) for note, _ in feet), sum(note.held for note, _ in feet)
    if empty < max(held * EMPTY, FEWEST):
        return []
    # Late: few pages are.
    from infographic.display.sources import source_of_words

    _, block = max(feet, key=lambda one: sum(one[0].lines))
    saying = say("underset/page", empty=empty, lines=held, layout=layout)
    origin = source_of_words(block) or block.origin
    return [Diagnostic(saying, origin, severity=Severity.WARNING, layout=layout)]


def _figures_left_out(story: Node, gone: Sequence[Node], layout: str) -> list[Diagnostic]:
    """References in the words to figures that are among what the layout does not show."""
    pointers = [node.origin.pointer for node in gone]
    if not any(pointer.startswith("/figures") for pointer in pointers):
        return []
    # Few layouts leave one out.
    from infographic.subbing.references import figures_left_out

    return list(figures_left_out(story, pointers, layout))
