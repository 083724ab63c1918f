"""`infographic render`: a story's pages in its layouts, written to files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from infographic.commands.shared.exit_codes import BAD_INPUT, MACHINE, MADE, SOME_FAILED
from infographic.commands.shared.format_options import (
    FormatRequest,
    endings,
    format_options,
    pictures,
)
from infographic.commands.shared.guard import guard, named_by
from infographic.commands.shared.names import FileName
from infographic.commands.shared.options import StoryOptions, faults_of_several, story_options
from infographic.commands.shared.say import Say
from infographic.foundation.calls import CallError
from infographic.foundation.diagnostics import Diagnostic, MachineError, Severity, SpecError, errors
from infographic.foundation.files import write_all
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import label, say

if TYPE_CHECKING:
    from infographic.composed import ComposedPage
    from infographic.foundation.datum import Node
    from infographic.outputs.format import Format


def file_options(command: Callable[..., int]) -> Any:
    """What is written where; `command` gets `outputs`, `fits`, and the formats' options."""
    made: Any = command
    for option in (
        click.option(
            "--fit", "fits", is_flag=True,
            help="Change each layout as far as its “fit” allows until the story fills its page, "
            "as `infographic fit` does.",
        ),
        click.option(
            "--alt-text", is_flag=True,
            help=f"{pictures()}: its words beside it, in NAME.alt.txt.",
        ),
        click.option(
            "--tiles", type=click.IntRange(100, 20000), metavar="PX",
            help=f"{pictures()}: cut into tiles of at most this height, never through a line of "
            "type: NAME-1.png, NAME-2.png …",
        ),
        format_options,
        click.option(
            "-o", "--output", "outputs", multiple=True, type=FileName(), metavar="PATH",
            help=f"A file ({endings()}) or a folder. One file for "
            "each layout, in turn; “{layout}” in it stands for the layout's name. "
            "Default: out/.",
        ),
    ):  # fmt: skip
        made = option(made)
    return made


@click.command("render")
@click.argument("story", type=click.Path(path_type=str, readable=False))
@file_options
@story_options
def render(
    story: str, outputs: tuple[str, ...], fits: bool, given: StoryOptions, **how: Any
) -> int:
    """Make PDFs and pictures of STORY (a JSON file, or - for standard input)."""
    say = given.say()
    return produce(given.read(story), outputs, given, FormatRequest.of(how), say, fits).code


class Produced(NamedTuple):
    """What came of a run."""

    code: int
    written: tuple[Path, ...] = ()
    inputs: tuple[Path, ...] = ()
    """What was read; of what could not be made, what its files name."""


def produce(
    node: Node, outputs: Sequence[str], given: StoryOptions, wanted: FormatRequest, say: Say,
    fits: bool,
) -> Produced:  # fmt: skip
    """Make and write a story's files, and say what came of it. Raises `SpecError` and
    `MachineError` where nothing is written, `click.UsageError` for files that nobody can mean."""
    from infographic.commands.shared.targets import targets
    from infographic.loading.sheet.layouts import shipped_layouts
    from infographic.outputs import format_of

    wrong = faults_of_several(node, given.layouts or shipped_layouts(), given)
    say.diagnostics(wrong)
    names, left_out = (given.layouts, ()) if given.layouts else fitting(node, given.font_path)
    if names or not errors(wrong):
        for line in left_out:
            say.progress(line)
    if not names:
        # What is wrong in the story is why, where something is.
        say.diagnostics([] if errors(wrong) else [_fits_none(node)])
        say.finish(written=[])
        return Produced(BAD_INPUT)
    try:
        plan = targets(names, outputs, given.font_path)
        wanted.must_be_taken([format_of(file) for _, files in plan for file in files])
    except CallError as error:
        raise click.UsageError(error.said) from error
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    beforehand(node, plan)
    every = [job_of(node, name, files, wanted, given, say, fits) for name, files in plan]
    jobs = [job for job in every if not job.is_left_out]
    if not jobs:
        say.diagnostics([_fits_none(node)])
    inputs = tuple(dict.fromkeys(file for job in jobs for file in job.inputs))
    # All pages are made before any is written: what one is written to another may be made from.
    guard([file for job in jobs for file in job.files], inputs)
    written: list[Path] = []
    ends = [write_job(job, wanted, say, written) for job in jobs]
    say.finish(written=[str(path) for path in written])
    return Produced(code_of(ends, written), tuple(written), inputs)


def code_of(ends: Sequence[bool | MachineError], written: Sequence[Path]) -> int:
    """The exit code of a run whose layouts came to so much."""
    if any(isinstance(end, MachineError) for end in ends):
        return MACHINE
    if ends and all(ends):
        return MADE
    return SOME_FAILED if written else BAD_INPUT


def beforehand(story: Node, plan: Sequence[tuple[str, Sequence[Path]]]) -> None:
    """Refuse what is known to be wrong with the files before the long work."""
    from infographic.loading.sheet.layouts import read_layout

    read = story.origin.source.path
    inputs = [] if read is None else [read.absolute()]
    for name, _ in plan:
        # Composing it says what is wrong.
        with suppress(SpecError):
            inputs += [file.absolute() for file, _, _ in read_layout(name).stamps]
    guard([file for _, mine in plan for file in mine], inputs)


def _fits_none(story: Node) -> Diagnostic:
    return Diagnostic(say("layout-needs/none-shipped"), story.origin)


def fitting(story: Node, font_path: Sequence[Path]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The shipped layouts whose needs the story meets; and of the others a line each, why not."""
    from infographic.loading.binding.needs import missing_needs
    from infographic.loading.sheet.layouts import read_layout, shipped_layouts
    from infographic.pipeline import settled_layout

    names: list[str] = []
    left_out: list[str] = []
    for name in shipped_layouts():
        layout = settled_layout(read_layout(name), font_path)
        missing = missing_needs(layout.needs, story) if layout.needs is not None else []
        if errors(missing):
            left_out.append(f"{name}: left out, {missing[0].message}")
        else:
            names.append(name)
    return tuple(names), tuple(left_out)


class FileJob(NamedTuple):
    """One file that was asked for, and what is written for it."""

    format: Format
    pieces: tuple[tuple[Path, ComposedPage], ...]
    """The file and its page, or several: of the pages of a layout, of tiles."""
    words: tuple[Path, ...]
    """For each piece the file of its words; () where none is wanted."""


class Job(NamedTuple):
    """One layout, before anything of it is written."""

    page: ComposedPage | None
    """None where it must not be written; why was said."""
    files_of_page: tuple[FileJob, ...] = ()
    inputs: tuple[Path, ...] = ()
    is_left_out: bool = False
    """Nobody asked for it by name, and the story does not fit it."""

    @property
    def files(self) -> Iterator[Path]:
        """Every file that may be written."""
        for one in self.files_of_page:
            yield from (target for target, _ in one.pieces)
            yield from one.words


def job_of(
    story: Node,
    layout: str,
    files: Sequence[Path],
    wanted: FormatRequest,
    given: StoryOptions,
    say: Say,
    fits: bool = False,
) -> Job:
    """Make the page of a layout, say what is wrong or doubtful, and plan its files."""
    try:
        page = page_of(story, layout, given, say, fits)
    except SpecError as error:
        if not say.diagnostics(error.diagnostics):
            say.progress(label("not-made", layout))
        return Job(None, (), tuple(named_by(story, [layout], given.font_path, given.press)))
    if not given.layouts:
        from infographic.filling.too_full import too_full

        full = too_full(page)
        if full is not None:
            say.progress(label("left-out", layout, full.message))
            return Job(None, (), page.inputs, is_left_out=True)
    if not is_right(page, given, say, layout, fits):
        return Job(None, (), page.inputs)
    return Job(page, tuple(file_job(page, file, wanted) for file in files), page.inputs)


def page_of(story: Node, layout: str, given: StoryOptions, say: Say, fits: bool) -> ComposedPage:
    """The page as its layout has it, or changed as that allows until the story fills it."""
    from infographic.pipeline import draft

    if fits:
        from infographic.commands.shared.filling import filled, may_be_filled
        from infographic.filling.told import sentence

        if may_be_filled(layout, given):
            found = filled(story, layout, given)
            say.progress(sentence(found))
            return found.page
    return draft(story, layout, **given.composing())


def is_right(page: ComposedPage, given: StoryOptions, say: Say, layout: str, fits: bool) -> bool:
    """Whether a page may be written, after saying all that is wrong or doubtful."""
    from infographic.commands.shared.preflight import passes
    from infographic.pipeline import finished

    try:
        finished(page)
    except SpecError as error:
        from infographic.commands.shared.filling import with_hint

        found = error.diagnostics
        say.diagnostics(found if fits else with_hint(found, layout, given))
        return False
    say.diagnostics(page.diagnostics)
    doubtful = [d for d in page.diagnostics if d.severity is not Severity.NOTE]
    return not given.strict or (not doubtful and passes(page, say, given.strict, None))


def file_job(page: ComposedPage, file: Path, wanted: FormatRequest) -> FileJob:
    from infographic.outputs import format_of

    kind = format_of(file)
    pieces = page.pieces(file, wanted.of_pictures("tiles", kind))
    words = [target.with_suffix(".alt.txt") for target, _ in pieces]
    return FileJob(
        kind, tuple(pieces), tuple(words) if wanted.of_pictures("alt_text", kind) else ()
    )


def write_job(
    job: Job, wanted: FormatRequest, say: Say, written: list[Path]
) -> bool | MachineError:
    """Write the files of one layout; whether all were made, or why they could not be written.

    `written` gets them. What the machine will not do is said, and keeps no other layout back.
    """
    if job.page is None:
        return False
    try:
        are_made = [write_file(one, wanted, say, written) for one in job.files_of_page]
    except MachineError as error:
        say.machine(error, job.page.layout)
        return error
    summarise(job.page, say)
    return all(are_made)


def write_file(job: FileJob, wanted: FormatRequest, say: Say, written: list[Path]) -> bool:
    """Write one file, or all of its pieces, or none; whether they were. `written` gets them."""
    if job.format.is_for_press and "force" not in wanted.options:
        refused = [fault for _, piece in job.pieces for fault in piece.press_errors()]
        if refused:
            say.diagnostics(refused)
            return False
    options = wanted.of_format(job.format)
    try:
        made = [(target, job.format.written(piece, options)) for target, piece in job.pieces]
    except SpecError as error:
        _, page = job.pieces[0]
        say.diagnostics(replaced(one, layout=page.layout) for one in error.diagnostics)
        return False
    words = [
        piece.alt_text().encode() for (_, piece), _ in zip(job.pieces, job.words, strict=False)
    ]
    # A set is one: its pages or tiles with their words.
    write_all([*made, *zip(job.words, words, strict=True)])
    for (target, data), (_, piece), beside in zip_longest(made, job.pieces, job.words):
        written.append(target)
        say.progress(f"{target}  {size_of(len(data))}")
        if job.format.is_picture:
            say_of_picture(piece, len(data), say)
        if beside is not None:
            say.progress(str(beside))
    if len(made) > 1:
        # Late: most layouts are one file.
        from infographic.commands.shared.sets import left_of_longer

        say.diagnostics(left_of_longer([*job.words, *(target for target, _ in made)]))
    return True


def size_of(size: int) -> str:
    return f"{size / 1e6:.2f} MB" if size >= 1e6 else f"{size / 1e3:.0f} kB"


def say_of_picture(composed: ComposedPage, size: int, say: Say) -> None:
    """Say whether the platforms take a written picture of so many bytes."""
    from infographic.press.preflight.screen import file_too_large

    found = file_too_large(composed.page, composed.press, size)
    say.diagnostics([replaced(one, layout=composed.layout) for one in found])


def summarise(composed: ComposedPage, say: Say) -> None:
    """Say that the press doubts something, and who lists it."""
    if say.quiet or say.as_json:
        # Nobody would read it.
        return
    from infographic.commands.shared.preflight import counted

    findings = [one for page in composed.pages for one in page.preflight()]
    doubts = [one for one in findings if one.severity is Severity.WARNING]
    if doubts:
        codes = label("comma").join(dict.fromkeys(one.code for one in doubts))
        press = composed.press.name
        say.progress(label("doubts", composed.layout, counted(doubts), press, codes))
