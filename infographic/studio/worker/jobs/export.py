"""A story in one layout, as the files that are asked for: what `infographic render` would write.

The bytes go to the session as they are made, a file a part; nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from infographic.composed import ComposedPage, file_name_of
from infographic.foundation.diagnostics import Diagnostic, Severity, SpecError
from infographic.foundation.reach import within
from infographic.foundation.record import replaced
from infographic.options import DraftOptions, Options, reach_for
from infographic.outputs import format_of
from infographic.outputs.format import Option
from infographic.pipeline import draft, finished
from infographic.studio.worker.desk import Desk, Given, Tell

TILES = Option("tiles", "whole", "cut into tiles of at most this height", 100, 20000)


def run(desk: Desk, given: Given, tell: Tell) -> dict[str, Any]:
    """given: story, text, layout, press; `formats`, a list of {"ending", "options", "tiles",
    "alt_text"}; `fit`, whether the page may be changed until the story fills it.

    Tells {"name", "data", "ending", "px"} of each file: `px` is how many pixels it is wide and
    high, None where it has none. Answers {"refused": [{"ending", "why", "diagnostics"}], "doubts":
    [diagnostics]}: `why` is “page” where the page is wrong and no file is made (its ending is then
    ""), “press” where the press forbids this one.
    """
    try:
        page = _page(desk, given)
    except SpecError as error:
        return _answer([_refusal("", "page", error.diagnostics)], [])
    refused, doubts = [], list(page.diagnostics)
    for wanted in given["formats"]:
        try:
            for name, data, piece in files_of(page, given["layout"], wanted):
                tell({
                    "name": name, "data": data, "ending": wanted["ending"],
                    "px": _pixels(piece, name, wanted),
                })  # fmt: skip
                doubts += _too_large(piece, name, len(data))
        except SpecError as error:
            refused.append(_refusal(wanted["ending"], _why(wanted), error.diagnostics))
    return _answer(refused, doubts)


def _page(desk: Desk, given: Given) -> ComposedPage:
    """The page as it may be written. Raises `SpecError` with what is wrong in it."""
    options = desk.options(given)
    if given.get("fit"):
        found = _filled(desk, given, options)
        if found is not None:
            return finished(found)
    with within(reach_for(given["story"], [given["layout"]], options)):
        story = desk.story(given)
    return finished(draft(story, given["layout"], **options))


def _filled(desk: Desk, given: Given, options: DraftOptions) -> ComposedPage | None:
    """The page changed as its layout allows; None where it allows nothing."""
    from infographic.loading.sheet.layouts import read_layout
    from infographic.page_fill import fit
    from infographic.pipeline import settled_layout

    with within(reach_for(given["story"], [given["layout"]], options)):
        story = desk.story(given)
        if settled_layout(read_layout(given["layout"]), ()).fit is None:
            return None
    searched = {name: one for name, one in options.items() if name in Options.__annotations__}
    return fit(story, given["layout"], **cast(Options, searched)).page


def files_of(
    page: ComposedPage, layout: str, wanted: Mapping[str, Any]
) -> Iterator[tuple[str, bytes, ComposedPage]]:
    """The files of one kind: name, content, and the page, or piece of it, that is in it.

    Raises `SpecError` where the press forbids it, before any is made.
    """
    kind = format_of(f"page{wanted['ending']}")
    options = kind.settled(wanted.get("options", {}))
    if kind.is_for_press and not options.get("force"):
        forbidden = [fault for one in page.pages for fault in one.press_errors()]
        if forbidden:
            raise SpecError(forbidden)
    tiles = None
    if kind.is_picture and wanted.get("tiles") is not None:
        tiles = TILES.read(wanted["tiles"])
    path = Path(file_name_of(layout) + wanted["ending"])
    for target, piece in page.pieces(path, tiles):
        yield target.name, kind.write(piece, **options), piece
        if wanted.get("alt_text") and kind.is_picture:
            yield target.with_suffix(".alt.txt").name, piece.alt_text().encode(), piece


def _pixels(piece: ComposedPage, name: str, wanted: Mapping[str, Any]) -> tuple[int, int] | None:
    """How many pixels a picture is wide and high; None of what is none."""
    if name.endswith(".txt") or not format_of(name).is_picture:
        return None
    from infographic.backends.raster import pixel_size

    options = wanted.get("options", {})
    fineness = float(options.get("ppi") or piece.page.ppi) * float(options.get("scale") or 1)
    return pixel_size(piece.page, fineness)


def _why(wanted: Mapping[str, Any]) -> str:
    return "press" if format_of(f"page{wanted['ending']}").is_for_press else "page"


def _too_large(piece: ComposedPage, name: str, size: int) -> list[Diagnostic]:
    """That a platform does not take a picture of so many bytes."""
    if name.endswith(".alt.txt") or not format_of(name).is_picture:
        return []
    from infographic.press.preflight.screen import file_too_large

    found = file_too_large(piece.page, piece.press, size)
    return [replaced(one, layout=piece.layout) for one in found]


def _refusal(ending: str, why: str, found: Any) -> dict[str, Any]:
    return {"ending": ending, "why": why, "diagnostics": [one.as_dict() for one in found]}


def _answer(refused: list[dict[str, Any]], doubts: list[Diagnostic]) -> dict[str, Any]:
    told = [one.as_dict() for one in dict.fromkeys(doubts) if one.severity is not Severity.NOTE]
    return {"refused": refused, "doubts": told}
