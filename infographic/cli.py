"""The command line. It reads arguments, calls the pipeline and says what came of it.

Exit codes: 0 made, 1 some of several failed, 2 wrong call, 3 bad input, 4 the machine, 5 our bug,
130 interrupted. stdout carries only what was asked for; all else goes to stderr.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from infographic import __version__
from infographic.commands import options, process
from infographic.commands.fit import fit as fit_command
from infographic.commands.layouts import layouts as layouts_command
from infographic.commands.ledger import Entries, checked, no_overlay_of_pdf, overlay_option
from infographic.commands.numbers import Bounded
from infographic.commands.plates import plates as plates_command
from infographic.commands.png_names import PngName, one_for_each
from infographic.commands.press import press as press_command
from infographic.commands.say import Say
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import (
    Diagnostic,
    MachineError,
    Severity,
    SpecError,
    did_you_mean,
    errors,
)

if TYPE_CHECKING:
    from infographic.composed import ComposedPage

MADE, SOME_FAILED, WRONG_CALL, BAD_INPUT, MACHINE, BUG, INTERRUPTED = 0, 1, 2, 3, 4, 5, 130


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="infographic")
def cli() -> None:
    """A newspaper's numbers as a print-ready PDF and as pictures for social media."""


def story_options(command: Any) -> Any:
    """Options shared by the commands that read a story."""
    for option in (
        click.option("-l", "--layout", "layouts", multiple=True, metavar="NAME|PATH",
                     help="A shipped layout's name or a .json file; repeatable. "
                     "Without it: every shipped layout that the story fits."),
        options.SET,
        options.FONT_PATH,
        options.ROOT,
        click.option("--strict", is_flag=True, help="Warnings are errors."),
        click.option("--diagnostics", type=click.Choice(["text", "json"]), default="text",
                     help="json: one object on stdout."),
        click.option("-q", "--quiet", is_flag=True, help="Say errors only."),
        click.option("-v", "--verbose", is_flag=True, help="Say notes too."),
    ):  # fmt: skip
        command = option(command)
    return command


@cli.command()
@click.argument("story", type=click.Path(path_type=str))
@click.option("-o", "--output", "outputs", multiple=True, metavar="PATH",
              help="A file (.pdf for the press, .screen.pdf, .png, .txt) or a folder. One file for "
              "each layout, in turn; “{layout}” in it stands for the layout's name. "
              "Default: out/.")  # fmt: skip
@click.option("--scale", type=Bounded(0.05, 20), default=1.0, help="PNG: times its pixels.")
@click.option("--ppi", type=Bounded(10, 2400), help="PNG: pixels per inch instead.")
@click.option("--tiles", type=click.IntRange(100, 20000), metavar="PX",
              help="PNG: cut into tiles of at most this height, never through a line of type: "
              "NAME-1.png, NAME-2.png …")  # fmt: skip
@click.option("--transparent", is_flag=True, help="PNG: without the page's ground.")
@click.option("--force", is_flag=True, help="PDF: though the press profile forbids what is on it.")
@click.option("--alt-text", is_flag=True, help="PNG: its words beside it, in NAME.alt.txt.")
@options.PRESS
@story_options
def render(
    story: str, layouts: tuple[str, ...], outputs: tuple[str, ...], scale: float,
    ppi: float | None, tiles: int | None, transparent: bool, force: bool, alt_text: bool,
    press: str | None,
    values: tuple[str, ...], font_path: tuple[Path, ...],
    root: Path | None, strict: bool, diagnostics: str, quiet: bool, verbose: bool,
) -> int:  # fmt: skip
    """Make PDFs and PNGs of STORY (a JSON file, or - for standard input)."""
    from infographic.commands.preflight import after_png, passes, summarised
    from infographic.composed import kind_of
    from infographic.outputs import targets
    from infographic.pipeline import read_story

    say = Say(quiet, verbose, diagnostics == "json")
    pairs = read_values(values)
    told = read_story(story, pairs)
    names = layouts or fitting(told, say, font_path)
    if not names:
        message = "the story fits none of the shipped layouts; `infographic check` says why"
        say.diagnostics([Diagnostic("layout-needs", message, told.origin)])
        say.finish(written=[])
        return BAD_INPUT
    try:
        plan = targets(names, outputs, font_path)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    written: list[str] = []
    failed = 0
    for name, files in plan:
        page = composed(told, name, say, strict, font_path=font_path, root=root, press=press)
        if page is None or (strict and not passes(page, say, strict, None)):
            failed += 1
            continue
        for file in files:
            kind = kind_of(file)
            options: dict[str, dict[str, Any]] = {
                "png": {"scale": scale, "ppi": ppi, "transparent": transparent},
                "print": {"force": force},
            }
            pieces = pieces_of(page, file, tiles if kind == "png" else None)
            refused = [] if force or kind != "print" else [
                fault for _, piece in pieces for fault in piece.press_errors()]  # fmt: skip
            if refused:
                # All pages of a layout or none.
                say.diagnostics(refused)
                failed += 1
                continue
            for target, piece in pieces:
                try:
                    piece.save(target, **options.get(kind, {}))
                except SpecError as error:
                    say.diagnostics(error.diagnostics)
                    failed += 1
                    break
                written.append(str(target))
                say.progress(f"{target}  {size_of(target)}")
                if kind == "png":
                    after_png(piece, target, say, alt_text)
        summarised(page, say)
    say.finish(written=written)
    if not failed:
        return MADE
    return SOME_FAILED if written else BAD_INPUT


@cli.command()
@click.argument("story", type=click.Path(path_type=str))
@click.option("--proof-png", "proof", type=PngName(), metavar="PATH",
              help="Write the page as a PNG with every fault of the preflight ringed; “{layout}” "
              "in it stands for the layout's name.")  # fmt: skip
@overlay_option
@options.PRESS
@story_options
def check(
    story: str, layouts: tuple[str, ...], proof: Path | None, overlay: Path | None,
    press: str | None,
    values: tuple[str, ...], font_path: tuple[Path, ...],
    root: Path | None, strict: bool, diagnostics: str, quiet: bool, verbose: bool,
) -> int:  # fmt: skip
    """Say everything wrong or doubtful with STORY in its layouts, or with a PDF for its press."""
    from infographic.commands.preflight import check_file, is_pdf, passes
    from infographic.loading.sheet.layouts import shipped_layouts
    from infographic.pipeline import read_story
    from infographic.subbing.rules import doubtful_figures

    say = Say(quiet, verbose, diagnostics == "json")
    if is_pdf(story):
        no_overlay_of_pdf(overlay)
        return check_file(story, press, proof, say, strict)
    told = read_story(story, read_values(values))
    doubts = doubtful_figures(told)
    say.diagnostics(doubts, notes=True)
    fits: list[str] = []
    asked, entries = bool(layouts), Entries()
    options = {"font_path": font_path, "root": root, "press": press}
    names = layouts or shipped_layouts()
    one_for_each(names, overlay, proof)
    for name in names:
        page = checked(told, name, say, strict, asked or verbose, overlay, entries, options)
        if page is not None and not passes(page, say, strict, proof):
            say.progress(click.style(f"{name}: fits, and must not be printed", fg="red"))
        elif page is not None:
            fits.append(name)
            say.progress(click.style(f"{name}: fits", fg="green"))
        else:
            say.progress(click.style(f"{name}: does not fit", fg="yellow"))
    say.finish(fits=fits, ledger=entries)
    if strict and any(doubt.severity is not Severity.NOTE for doubt in doubts):
        return BAD_INPUT
    if asked:
        return MADE if len(fits) == len(layouts) else BAD_INPUT
    return MADE if fits else BAD_INPUT


@cli.command("fonts")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def list_fonts(files: tuple[Path, ...]) -> int:
    """List the shipped faces, or what stands in font FILES."""
    from infographic.loading.assets.fontbook import shipped_faces

    if files:
        from infographic.foundation.font import FontError
        from infographic.loading.assets.fontinfo import describe

        wrong = []
        for file in files:
            try:
                click.echo(describe(file))
            except FontError as error:
                origin = Origin(Source(file.as_posix()))
                wrong.append(Diagnostic(error.code, error.message, origin, error.hint))
        if wrong:
            raise SpecError(wrong)
        return MADE
    for face in shipped_faces().values():
        click.echo(
            f"{face.id:<28}{face.family} {face.style}, {face.characters} characters, {face.licence}"
        )
    return MADE


@cli.command()
@click.argument("kind", type=click.Choice(["story", "layout", "press"]), required=False)
@click.option("-o", "--output", "folder", type=click.Path(path_type=Path),
              help="Write the files NAME.schema.json into this folder.")  # fmt: skip
def schema(kind: str | None, folder: Path | None) -> int:
    """Print the JSON Schema of a story, layout or press profile, or write all with -o."""
    from infographic.foundation.files import write_whole
    from infographic.schemas import schema_text

    if folder is not None:
        for name in (kind,) if kind else ("story", "layout", "press"):
            path = folder / f"{name}.schema.json"
            write_whole(path, schema_text(name).encode())
            click.echo(str(path), err=True)
        return MADE
    if kind is None:
        raise click.UsageError("which schema: story, layout or press? (or give -o FOLDER for all)")
    click.echo(schema_text(kind), nl=False)
    return MADE


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path), default=".")
@click.option(
    "--layout", default="square", metavar="NAME", help="The shipped layout to start from."
)
def init(folder: Path, layout: str) -> int:
    """Make a starter FOLDER: a story, a layout of your own, the schemas. Nothing is overwritten."""
    from infographic.starter import start

    made, kept = start(folder, layout)
    for path in kept:
        click.echo(f"{path}  is there already, left as it is", err=True)
    for path in made:
        click.echo(f"{path}", err=True)
    click.echo(f"\nNow: infographic render {folder / 'data.json'} "
               f"-l {folder / 'layouts' / 'mine.json'}", err=True)  # fmt: skip
    return MADE


@cli.command()
@click.argument("code", required=False)
def explain(code: str | None) -> int:
    """Explain an error's CODE; without one, list them all."""
    from infographic.foundation.codes import CODES

    if code is None:
        for name, text in sorted(CODES.items()):
            click.echo(f"{name:<24}{text.strip().splitlines()[0]}")
        return MADE
    if code not in CODES:
        raise click.UsageError(f"there is no code “{code}”; {did_you_mean(code, CODES)}")
    click.echo(f"{code}\n\n{CODES[code].strip()}")
    return MADE


for command in (layouts_command, press_command, plates_command, fit_command):
    cli.add_command(command)


# What the commands share


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


def composed(told: Any, name: str, say: Say, strict: bool, **options: Any) -> ComposedPage | None:
    """The composed page, or None after saying what is wrong."""
    from infographic.pipeline import compose

    try:
        page = compose(told, name, **options)
    except SpecError as error:
        say.diagnostics(error.diagnostics)
        return None
    say.diagnostics(page.diagnostics)
    doubtful = [d for d in page.diagnostics if d.severity is not Severity.NOTE]
    return None if strict and doubtful else page


def fitting(told: Any, say: Say, font_path: Sequence[Path]) -> tuple[str, ...]:
    """The shipped layouts whose needs the story meets."""
    from infographic.loading.binding.needs import missing_needs
    from infographic.loading.sheet.layouts import read_layout, shipped_layouts
    from infographic.pipeline import settled_layout

    names = []
    for name in shipped_layouts():
        layout = settled_layout(read_layout(name), font_path)
        missing = missing_needs(layout.needs, told) if layout.needs is not None else []
        if errors(missing):
            say.progress(f"{name}: left out, {missing[0].message}")
        else:
            names.append(name)
    return tuple(names)


def read_values(values: Sequence[str]) -> list[tuple[str, str]]:
    pairs = []
    for value in values:
        pointer, equals, text = value.partition("=")
        if not equals or not pointer.startswith("/"):
            raise click.UsageError(f"--set wants /pointer=value, not “{value}”")
        pairs.append((pointer, text))
    return pairs


def size_of(path: Path) -> str:
    size = path.stat().st_size
    return f"{size / 1e6:.2f} MB" if size >= 1e6 else f"{size / 1e3:.0f} kB"


def main(arguments: Sequence[str] | None = None) -> None:
    """The `infographic` command; it ends the process."""
    process.begin()
    process.end(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    try:
        result = cli.main(args=arguments, prog_name="infographic", standalone_mode=False)
        return result if isinstance(result, int) else MADE
    except SpecError as error:
        say = Say(quiet=False, verbose=False, as_json=_wants_json(arguments))
        say.diagnostics(error.diagnostics)
        say.finish()
        return BAD_INPUT
    except MachineError as error:
        click.echo(f"infographic: {error}", err=True)
        _say_as_json(Diagnostic("machine", str(error), NOWHERE), arguments)
        return MACHINE
    except click.exceptions.Abort:
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except KeyboardInterrupt:
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        _say_as_json(Diagnostic("wrong-call", error.format_message(), NOWHERE), arguments)
        return WRONG_CALL
    except BrokenPipeError:
        return MADE
    except Exception:
        traceback.print_exc()
        click.echo(
            "infographic: this is a bug of ours, not of your files; please report it with the "
            "lines above",
            err=True,
        )
        return BUG


NOWHERE = Origin(Source(""))


def _say_as_json(diagnostic: Diagnostic, arguments: Sequence[str] | None) -> None:
    """What is wrong with no file's place, for --diagnostics json; stderr has it already."""
    if _wants_json(arguments):
        say = Say(quiet=False, verbose=False, as_json=True)
        say.diagnostics([diagnostic])
        say.finish()


def _wants_json(arguments: Sequence[str] | None) -> bool:
    given = list(sys.argv[1:] if arguments is None else arguments)
    return "--diagnostics=json" in given or ("--diagnostics", "json") in pairwise(given)
