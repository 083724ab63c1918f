"""`infographic render`: a story's pages in its layouts, written to files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from infographic.commands.shared.exit_codes import BAD_INPUT, MADE, SOME_FAILED
from infographic.commands.shared.format_options import Wanted, endings, format_options, pictures
from infographic.commands.shared.names import FileName
from infographic.commands.shared.options import StoryOptions, story_options
from infographic.commands.shared.say import Say
from infographic.foundation.diagnostics import Diagnostic, Severity, SpecError, errors
from infographic.foundation.files import write_whole

if TYPE_CHECKING:
    from infographic.composed import ComposedPage
    from infographic.foundation.datum import Node


@click.command("render")
@click.argument("story", type=click.Path(path_type=str))
@click.option("-o", "--output", "outputs", multiple=True, type=FileName(), metavar="PATH",
              help=f"A file ({endings()}) or a folder. One file for "
              "each layout, in turn; “{layout}” in it stands for the layout's name. "
              "Default: out/.")  # fmt: skip
@format_options
@click.option("--tiles", type=click.IntRange(100, 20000), metavar="PX",
              help=f"{pictures()}: cut into tiles of at most this height, never through a line of "
              "type: NAME-1.png, NAME-2.png …")  # fmt: skip
@click.option("--alt-text", is_flag=True,
              help=f"{pictures()}: its words beside it, in NAME.alt.txt.")  # fmt: skip
@story_options
def render(story: str, outputs: tuple[str, ...], given: StoryOptions, **how: Any) -> int:
    """Make PDFs and pictures of STORY (a JSON file, or - for standard input)."""
    from infographic.commands.shared.targets import targets
    from infographic.outputs import format_of
    from infographic.pipeline import read_story

    say, wanted = given.say(), Wanted.of(how)
    node = read_story(story, given.values)
    names = given.layouts or fitting(node, say, given.font_path)
    if not names:
        message = "the story fits none of the shipped layouts; `infographic check` says why"
        say.diagnostics([Diagnostic("layout-needs", message, node.origin)])
        say.finish(written=[])
        return BAD_INPUT
    try:
        plan = targets(names, outputs, given.font_path)
        wanted.must_be_taken([format_of(file) for _, files in plan for file in files])
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    written: list[Path] = []
    are_made = [
        write_layout(node, name, files, wanted, given, say, written) for name, files in plan
    ]
    say.finish(written=[str(path) for path in written])
    if all(are_made):
        return MADE
    return SOME_FAILED if written else BAD_INPUT


def fitting(story: Node, say: Say, font_path: Sequence[Path]) -> tuple[str, ...]:
    """The shipped layouts whose needs the story meets."""
    from infographic.loading.binding.needs import missing_needs
    from infographic.loading.sheet.layouts import read_layout, shipped_layouts
    from infographic.pipeline import settled_layout

    names = []
    for name in shipped_layouts():
        layout = settled_layout(read_layout(name), font_path)
        missing = missing_needs(layout.needs, story) if layout.needs is not None else []
        if errors(missing):
            say.progress(f"{name}: left out, {missing[0].message}")
        else:
            names.append(name)
    return tuple(names)


def write_layout(
    story: Node, layout: str, files: Sequence[Path], wanted: Wanted, given: StoryOptions, say: Say,
    written: list[Path],
) -> bool:  # fmt: skip
    """Write a story in one layout; whether all its files were made. `written` gets them."""
    from infographic.commands.shared.preflight import passes

    page = composed(story, layout, say, given)
    if page is None or (given.strict and not passes(page, say, given.strict, None)):
        return False
    are_made = [write_file(page, file, wanted, say, written) for file in files]
    summarise(page, say)
    return all(are_made)


def composed(story: Node, layout: str, say: Say, given: StoryOptions) -> ComposedPage | None:
    """The composed page, or None after saying what is wrong."""
    from infographic.pipeline import compose

    try:
        page = compose(story, layout, **given.composing())
    except SpecError as error:
        say.diagnostics(error.diagnostics)
        return None
    say.diagnostics(page.diagnostics)
    doubtful = [d for d in page.diagnostics if d.severity is not Severity.NOTE]
    return None if given.strict and doubtful else page


def write_file(
    page: ComposedPage, file: Path, wanted: Wanted, say: Say, written: list[Path]
) -> bool:
    """Write one file, or one for each of its pieces; whether all were. `written` gets them."""
    from infographic.outputs import format_of

    kind = format_of(file)
    pieces = pieces_of(page, file, wanted.of_pictures("tiles", kind))
    if kind.is_for_press and "force" not in wanted.options:
        # All pages of a layout or none.
        refused = [fault for _, piece in pieces for fault in piece.press_errors()]
        if refused:
            say.diagnostics(refused)
            return False
    for target, piece in pieces:
        try:
            piece.save(target, **wanted.of_format(kind))
        except SpecError as error:
            say.diagnostics(error.diagnostics)
            return False
        written.append(target)
        say.progress(f"{target}  {size_of(target)}")
        if kind.is_picture:
            after_picture(piece, target, say, bool(wanted.of_pictures("alt_text", kind)))
    return True


def pieces_of(page: ComposedPage, file: Path, tiles: int | None) -> list[tuple[Path, ComposedPage]]:
    """The files of a page: one, or one for each page of its layout, or for each tile."""
    from infographic.composed import numbered

    if tiles:
        pieces = [piece for one in page.pages for piece in one.tiles(tiles)]
    else:
        pieces = list(page.pages)
        if len(pieces) == 1:
            return [(file, page)]
    return [
        (file.with_name(numbered(file, number)), replace(piece, further=()))
        for number, piece in enumerate(pieces, 1)
    ]


def size_of(path: Path) -> str:
    size = path.stat().st_size
    return f"{size / 1e6:.2f} MB" if size >= 1e6 else f"{size / 1e3:.0f} kB"


def after_picture(composed: ComposedPage, file: Path, say: Say, alt_text: bool) -> None:
    """Whether the platforms take a written picture; and its words beside it, if asked for."""
    from infographic.press.preflight.screen import file_too_large

    found = file_too_large(composed.page, composed.press, file.stat().st_size)
    say.diagnostics([replace(one, layout=composed.layout) for one in found])
    if alt_text:
        beside = file.with_suffix(".alt.txt")
        write_whole(beside, composed.alt_text().encode())
        say.progress(str(beside))


def summarise(composed: ComposedPage, say: Say) -> None:
    """Say that the press doubts something, and who lists it."""
    from infographic.commands.shared.preflight import counted

    findings = [one for page in composed.pages for one in page.preflight()]
    doubts = [one for one in findings if one.severity is Severity.WARNING]
    if doubts:
        codes = ", ".join(dict.fromkeys(one.code for one in doubts))
        say.progress(
            f"{composed.layout}: {counted(doubts)} for press “{composed.press.name}” ({codes}); "
            "`infographic check` tells more"
        )
