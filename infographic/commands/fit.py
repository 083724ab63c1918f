"""`infographic fit`: the least change of a layout that makes a story fill its page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from infographic.commands.shared import options
from infographic.commands.shared.exit_codes import BAD_INPUT, MADE
from infographic.commands.shared.guard import guard
from infographic.commands.shared.names import FileName, expanded
from infographic.commands.shared.say import Say, tell
from infographic.filling.told import layout_text, sentence, tune
from infographic.foundation.calls import CallError
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.files import is_folder

if TYPE_CHECKING:
    from infographic.page_fill import FilledPage


@click.command("fit")
@click.argument("story", type=click.Path(path_type=str, readable=False))
@click.option(
    "-l",
    "--layout",
    "layouts",
    required=True,
    multiple=True,
    metavar="NAME|PATH",
    help="A shipped layout's name or a .json file; its “fit” says what may be changed.",
)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=FileName(),
    metavar="PATH",
    help="Write the fitted page; the kind follows from the name. Repeatable.",
)
@click.option(
    "--save",
    type=FileName(),
    metavar="FILE.json",
    help="Write a layout that extends this one and has the change in it.",
)
@options.PRESS
@options.SET
@options.DATA
@options.FONT_PATH
@options.ROOT
@options.ALLOW
@options.LIMITS
@options.diagnostics()
def fit(
    story: str, layouts: tuple[str, ...], outputs: tuple[str, ...], save: str | None,
    press: str | None,
    values: options.Values, data: options.Values, font_path: tuple[Path, ...], root: Path | None,
    allow: tuple[str, ...], diagnostics: str,
) -> int:  # fmt: skip
    """Change a layout as little as makes STORY fill its page, and say what was changed."""
    from infographic import page_fill
    from infographic.loading.sheet.layouts import read_layout

    if len(layouts) != 1:
        raise click.UsageError("fit changes one layout at a time: name one with -l")
    (layout,) = layouts
    files = _files(outputs, layout)
    target = None if save is None else Path(expanded(save, layout))
    if target is not None and target.suffix != ".json":
        raise click.UsageError("--save wants a file's name that ends in .json")
    if target is not None and is_folder(target):
        raise click.UsageError(f"{target} is a folder; give the file another name")
    saved = [] if target is None else [target]
    if saved:
        _must_be_words(layout)
    # What is known of them already: the search takes seconds.
    guard([*files, *saved], [Path(story), *(file for file, _, _ in read_layout(layout).stamps)])
    say = Say(False, False, diagnostics == "json")
    fitted = page_fill.fit(
        story,
        layout,
        font_path=font_path,
        values=values,
        data=data,
        root=root,
        press=press,
        allow=allow,
    )
    pages = [one for file in files for one in fitted.page.files_of(file)]
    guard([*pages, *saved], fitted.page.inputs)
    if not say.as_json:
        tell(sentence(fitted))
    written = _written(fitted, layout, files, target, say)
    for file in written:
        say.progress(file)
    say.finish(**report(fitted), written=written)
    wanted = len(files) + len(saved)
    return MADE if fitted.fits and len(written) == wanted else BAD_INPUT


def _files(outputs: Sequence[str], layout: str) -> list[Path]:
    """The files to write the page to. Raises `click.UsageError` for one of no known kind."""
    from infographic.outputs import format_of

    files = [Path(expanded(output, layout)) for output in outputs]
    try:
        for file in files:
            format_of(file)
            if is_folder(file):
                raise click.UsageError(f"{file} is a folder; give the file another name")
    except CallError as error:
        raise click.UsageError(error.said) from error
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    return files


def _written(
    fitted: FilledPage, layout: str, files: Sequence[Path], target: Path | None, say: Say
) -> list[str]:
    """Write the page and then its layout; what was written before a fault, which is said."""
    from infographic.foundation.files import write_whole
    from infographic.pipeline import finished

    written: list[str] = []
    try:
        page = finished(fitted.page)
        for file in files:
            page.save(file)
            written.append(str(file))
        if target is not None:
            write_whole(target, layout_text(fitted.tuning, layout, target).encode())
            written.append(str(target))
    except SpecError as error:
        say.diagnostics(error.diagnostics)
    return written


def _must_be_words(name: str) -> None:
    """Raise `click.UsageError` for a layout's name that no layout can hold."""
    try:
        name.encode()
    except UnicodeEncodeError as error:
        raise click.UsageError(
            f"--save cannot write the layout's name, “{name}”, into a file; give it another"
        ) from error


def report(fitted: FilledPage) -> dict[str, Any]:
    """For `--diagnostics json`: stable keys."""
    return {
        "layout": fitted.page.layout,
        "fits": fitted.fits,
        "full": fitted.is_full,
        "changed": fitted.is_changed,
        "tune": tune(fitted.tuning),
        "over": fitted.over,
        "empty_lines": fitted.fill.empty,
        "columns": [list(lines) for lines in fitted.fill.columns],
        "ragged": fitted.fill.ragged,
        "pictures": [round(share, 3) for share in fitted.fill.pictures],
        "panels": [round(share, 3) for share in fitted.fill.panels],
        "drafts": fitted.drafts,
    }
