"""What `check` says of a page's frames of words: the ledger, and the overlay for the desk."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from infographic.commands.png_names import PngName
from infographic.foundation.diagnostics import Severity, SpecError
from infographic.foundation.files import write_whole

if TYPE_CHECKING:
    from infographic.composed import ComposedPage
    from infographic.display.ledger import LedgerEntry

Entries = dict[str, list[dict[str, object]]]
"""For each layout, its frames as `--diagnostics json` has them."""


def overlay_option(command: Any) -> Any:
    return click.option(
        "--overlay", type=PngName(), metavar="PATH",
        help="Write the page as a PNG with its grid, frames and overset marks, though not "
        "everything fits; “{layout}” in it stands for the layout's name.",
    )(command)  # fmt: skip


def no_overlay_of_pdf(overlay: Path | None) -> None:
    if overlay is not None:
        raise click.UsageError("--overlay wants a story: a PDF has no frames")


def checked(
    told: Any,
    name: str,
    say: Any,
    strict: bool,
    asked: bool,
    overlay: Path | None,
    entries: Entries,
    options: Mapping[str, Any],
) -> ComposedPage | None:
    """The composed page, or None after saying what is wrong; its frames and its overlay before.

    They are told of a page that is overset, too: that is when they are wanted. `asked`: say the
    ledger, and notes.
    """
    from infographic.commands.preflight import files_of
    from infographic.display.ledger import ledger
    from infographic.pipeline import draft, finished

    try:
        page = draft(told, name, **options)
        if asked:
            found = [entry for one in page.pages for entry in ledger(one.page)]
            entries[page.layout] = [entry.as_dict() for entry in found]
            for entry in found:
                if entry.tally.said != "满":
                    say.progress(line_of(page.layout, entry))
        for one, target in zip(page.pages, files_of(page, overlay), strict=True):
            if target is not None:
                write_whole(target, one.overlay())
                say.progress(f"{target}")
        finished(page)
    except SpecError as error:
        say.diagnostics(error.diagnostics)
        return None
    say.diagnostics(page.diagnostics, notes=asked)
    doubtful = [d for d in page.diagnostics if d.severity is not Severity.NOTE]
    return None if strict and doubtful else page


def line_of(layout: str, entry: LedgerEntry) -> str:
    """`square: text /lead 超12字  shorten by 12 characters`"""
    words = f"{entry.name} {entry.origin.pointer} {entry.tally.said}"
    return f"{layout}: {words}  {entry.tally.remedy}".rstrip()
