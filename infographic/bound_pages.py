"""A story in a layout's trees of blocks: what is wrong with either is said in its own order."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from infographic.composed import stop_at
from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import Diagnostic, SpecError, errors
from infographic.foundation.places import Places
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.loading.alike import alike_value
from infographic.loading.binding.bind import Shown, bind_all
from infographic.loading.binding.left_out import left_out_musts, unused
from infographic.loading.binding.needs import missing_needs
from infographic.loading.binding.scope import Around
from infographic.loading.decoded_story import DecodedStory, decode_shown, decode_story
from infographic.loading.settled import SettledLayout
from infographic.options import tables_of
from infographic.profiles import profile_files
from infographic.text.interned import interned_style
from infographic.text.phrases import Phrases, load_phrases


class Files(NamedTuple):
    """What a page is made from: a story and a layout that suit each other."""

    story: Node
    """Its parts are the same objects as those of the stories before it that are equal."""
    as_read: Node
    """As its file has it."""
    places: Places
    """The way from places in `story` to those in its file."""
    layout: SettledLayout
    press: str
    """The press profile's name or path, and where it is named: a path starts from there."""
    press_at: Origin
    allowed: frozenset[str] = frozenset()
    """What is not looked for in the story's texts, by code."""


class BoundPages(NamedTuple):
    """The layout's trees of blocks with the story in them."""

    bodies: tuple[Node, ...]
    used: frozenset[str]
    """Pointers of everything in the story that a page shows."""
    lists: frozenset[str]
    """Pointers of the story's lists that a page goes through."""
    gone: tuple[Node, ...]
    """The largest parts of the story of which no page shows anything."""
    always: Shown = Shown(frozenset(), frozenset())
    """What the pages show whichever of the trees that they offer stand."""
    offered: tuple[Mapping[tuple[Origin, int], Shown], ...] = ()
    """What each of these shows besides, page by page."""


def for_story(layout: SettledLayout, story: Node) -> SettledLayout:
    """A layout with the pages that a story makes of it. Raises `SpecError`."""
    if not layout.depends_on_story:
        return layout
    # Late: most layouts make the same pages of every story.
    from infographic.loading.story_pages import with_pages

    return with_pages(layout, story)


def read_and_bind(files: Files) -> tuple[DecodedStory, BoundPages]:
    """Decode the story, then see whether it has what the layout needs, and bind it.

    What is wrong in the story comes first: a field that is not known is why another is missing.
    What the pages do not show stops none of them. Raises `SpecError`.
    """
    with files.places.told():
        try:
            story = decode_story(files.story, lambda: _phrases_of(files.layout))
        except SpecError as error:
            return _bound_though_wrong(files, error)
        stop_at(unmet_needs(files))
        return story, bind_pages(files)


def _phrases_of(layout: SettledLayout) -> Collection[Phrases]:
    """By what its balanced styles find a story's terms."""
    styles = (style for page in layout.pages for style in page.sheet.styles.values())
    houses = {interned_style(style).house for style in styles if style.balance}
    return {id(one): one for one in map(load_phrases, houses)}.values()


def _bound_though_wrong(files: Files, error: SpecError) -> tuple[DecodedStory, BoundPages]:
    if not isinstance(files.story.value, dict):
        raise error
    needed = errors(unmet_needs(files))
    unmet = [need for need in needed if not _is_meant(need, error.diagnostics)]
    if unmet:
        raise SpecError([*error.diagnostics, *unmet])
    if needed:
        # What is wrong in the story is why it lacks what the layout needs.
        raise error
    try:
        bound = bind_pages(files)
    except SpecError:
        # What is wrong in the story may be why.
        raise error from None
    return decode_shown(files.story, error.diagnostics, bound.used), bound


def _is_meant(need: Diagnostic, wrong: Sequence[Diagnostic]) -> bool:
    """Whether what is missing stands there under a name that is not known: it is said already."""
    why = need.saying.values.get("why")
    step = why.values.get("step") if isinstance(why, Saying) else None
    return step is not None and any(
        fault.code == "field-unknown"
        and fault.origin.pointer.rpartition("/")[0] == need.origin.pointer
        and (f"“{step}”" in fault.hint or fault.saying.form in ("wrapped", "layout"))
        for fault in wrong
    )


def unmet_needs(files: Files) -> list[Diagnostic]:
    """What the layout needs of the story and does not find."""
    layout = files.layout
    needs = missing_needs(layout.needs, files.story) if layout.needs is not None else []
    return [replaced(need, layout=layout.name) for need in needs]


def bind_pages(files: Files) -> BoundPages:
    """Bind the story to each page's blocks.

    Raises `SpecError` with what cannot be bound, or with the “must” that no page shows.
    """
    trees = [page.body for page in files.layout.pages]
    bounds = bind_all(trees, files.story, _around(files.layout))
    # Any tree that is offered may stand: which does is known when the pages are made up.
    every = [Shown(bound.used, bound.lists) for bound in bounds]
    offered = tuple(bound.offered for bound in bounds)
    shown = _together([*every, *(tree for page in offered for tree in page.values())])
    gone = unused(files.story, shown.used)
    _stop_at_musts(files, gone)
    bodies = tuple(bound.node for bound in bounds)
    return BoundPages(bodies, shown.used, shown.lists, gone, _together(every), offered)


def _around(layout: SettledLayout) -> list[Around]:
    """What each page's pointers know: its `page`, and its item."""
    count, found = len(layout.pages), []
    for place, page in enumerate(layout.pages, 1):
        told: dict[str, str | int] = {
            "number": page.number, "place": place, "count": count, "left": count - place,
        }  # fmt: skip
        if place < count:
            told["next"] = layout.pages[place].number
        origin = page.body.origin
        parts = {name: alike_value(page.body, value, origin) for name, value in told.items()}
        # Of items that only fill a set up none is missed.
        item = page.item if page.priority != "may" else None
        lists = item.lists() if item is not None else frozenset()
        found.append(Around(Node(parts, origin), page.item, lists))
    return found


def shown_on(
    files: Files, bound: BoundPages, taken: Sequence[Collection[tuple[Origin, int]]]
) -> BoundPages:
    """What pages show that are made up: of trees that were offered, what those `taken` show, page
    by page.

    Raises `SpecError` with the “must” that these leave out.
    """
    if not any(bound.offered):
        return bound
    standing = (
        page[one]
        for page, own in zip(bound.offered, taken, strict=True)
        for one in own
        if one in page
    )
    shown = _together([bound.always, *standing])
    gone = unused(files.story, shown.used)
    _stop_at_musts(files, gone)
    return bound._replace(used=shown.used, lists=shown.lists, gone=gone)


def _together(shown: Collection[Shown]) -> Shown:
    return Shown(
        frozenset().union(*(one.used for one in shown)),
        frozenset().union(*(one.lists for one in shown)),
    )


def _stop_at_musts(files: Files, gone: Sequence[Node]) -> None:
    name = files.layout.name
    stop_at(
        [
            Diagnostic(
                say("must-left-out", layout=name, part=part.origin.pointer),
                part.origin,
                layout=name,
            )
            for part in left_out_musts(gone)
        ]
    )


def inputs_of(files: Files, story: DecodedStory) -> tuple[Path, ...]:
    """Every file that the decoded pages are made from, by its whole path."""
    read = files.story.origin.source.path
    found = (
        *(() if read is None else (read,)),
        *files.layout.files,
        *profile_files(files.press, Path(files.press_at.source.folder), files.press_at),
        *story.pictures,
        *story.once.files,
        *(file for table in tables_of(files.story) for file in table.files),
    )
    # Before whoever saves the page stands in another folder.
    return tuple(dict.fromkeys(path.absolute() for path in found))
