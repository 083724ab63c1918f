"""The command line: the group of commands, and what each error ends the process with.

stdout carries only what was asked for; all else goes to stderr. The exit codes are explained in
`commands/shared/exit_codes`.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from itertools import pairwise

import click

from infographic import __version__
from infographic.commands import COMMANDS
from infographic.commands.shared import process
from infographic.commands.shared.exit_codes import (
    BAD_INPUT,
    BUG,
    INTERRUPTED,
    MACHINE,
    MADE,
    WRONG_CALL,
)
from infographic.commands.shared.say import NOWHERE, Say, aside
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, MachineError, SpecError
from infographic.foundation.sayings import LANGUAGES, label, say, speak, spoken, using_language


class LateGroup(click.Group):
    """The commands of `COMMANDS`, each imported when it is wanted; its own help imports none."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"infographic.commands.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        if not any(one.name == "language" for one in command.params):
            command.params.append(language_option())
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        # click's own imports every command, and cuts each line off at the terminal's edge.
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


def language_option(envvar: str | None = None) -> click.Option:
    """`--language`, before a command's name or behind it; nothing of the command sees it."""

    def spoken_from_now(ctx: click.Context, param: click.Parameter, given: str | None) -> None:
        if given:
            speak(given)

    return click.Option(
        ["--language"], type=click.Choice(LANGUAGES), envvar=envvar, callback=spoken_from_now,
        expose_value=False, is_eager=True,
        help="The language of messages: en, or zh for Chinese. Default: INFOGRAPHIC_LANGUAGE, "
        "or English.",
    )  # fmt: skip


@click.group(
    cls=LateGroup, context_settings={"help_option_names": ["-h", "--help"]},
    params=[language_option(envvar="INFOGRAPHIC_LANGUAGE")],
)  # fmt: skip
@click.version_option(__version__, prog_name="infographic")
def cli() -> None:
    """A newspaper's numbers as a print-ready PDF and as pictures for social media."""


def main(arguments: Sequence[str] | None = None) -> None:
    """The `infographic` command; it ends the process."""
    process.begin()
    process.end(process.counted(lambda: run(arguments)))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    with using_language(spoken()):
        return _run(arguments)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        result = cli.main(args=arguments, prog_name="infographic", standalone_mode=False)
        return result if isinstance(result, int) else MADE
    except BrokenPipeError:
        return MADE
    except (Exception, KeyboardInterrupt) as error:
        # Whatever becomes of what is said, the number it ends with is the error's.
        with suppress(OSError, ValueError):
            _say(error, arguments)
        return _code_of(error)


def _code_of(error: BaseException) -> int:
    match error:
        case SpecError():
            return BAD_INPUT
        case MachineError():
            return MACHINE
        case click.exceptions.Abort() | KeyboardInterrupt():
            return INTERRUPTED
        case click.ClickException():
            return WRONG_CALL
        case OSError() | MemoryError():
            return MACHINE
        case ImportError() if _is_of_memory(error):
            return MACHINE
        case RecursionError():
            return BAD_INPUT
    return BUG


def _say(error: BaseException, arguments: Sequence[str] | None) -> None:
    match error:
        case SpecError():
            aloud = Say(quiet=False, verbose=False, as_json=_wants_json(arguments))
            aloud.diagnostics(error.diagnostics)
            aloud.finish()
        case MachineError():
            aside(f"infographic: {error}")
            _say_as_json(error.at(NOWHERE), arguments)
        case click.exceptions.Abort() | KeyboardInterrupt():
            aside(label("interrupted"))
        case click.ClickException():
            saying = say("wrong-call", words=error.format_message())
            # It goes through us: what was called for is shown, and moves no terminal's pen.
            shown = io.StringIO()
            error.show(shown)
            aside(shown.getvalue().rstrip("\n"))
            _say_as_json(Diagnostic(saying, NOWHERE), arguments)
        case OSError() | MemoryError() | RecursionError():
            _say(_of_system(error), arguments)
        case ImportError() if _is_of_memory(error):
            _say(MemoryError(), arguments)
        case _:
            # Late: it costs two milliseconds.
            import traceback

            traceback.print_exception(error)
            aside(
                "infographic: this is a bug of ours, not of your files; please report it with the "
                "lines above"
            )


def _is_of_memory(error: ImportError) -> bool:
    """Whether a library was not loaded for want of memory, as the C library says it."""
    return "failed to map segment" in str(error) or "annot allocate memory" in str(error)


def _of_system(error: OSError | MemoryError | RecursionError) -> SpecError | MachineError:
    """What the system says, where nobody has said it better.

    Of a file that is read or written whoever does it says so; this is of what no one looked for.
    """
    if isinstance(error, MemoryError):
        return MachineError(say("machine/memory"))
    if isinstance(error, RecursionError):
        # Only what a file puts into one another is as deep.
        return SpecError([Diagnostic(say("too-deep"), Origin(Source("(input)")))])
    reason = error.strerror or str(error)
    if isinstance(error, FileNotFoundError) and error.filename is None:
        # Nobody but `os.getcwd` looks for something without a name.
        return MachineError(say("machine/here"))
    if error.filename is None:
        return MachineError(say("machine/stdout", reason=reason))
    return MachineError(say("machine/system", file=os.fsdecode(error.filename), reason=reason))


def _say_as_json(diagnostic: Diagnostic, arguments: Sequence[str] | None) -> None:
    """What is wrong with no file's place, for --diagnostics json; stderr has it already."""
    if _wants_json(arguments):
        aloud = Say(quiet=False, verbose=False, as_json=True)
        aloud.diagnostics([diagnostic])
        aloud.finish()


def _wants_json(arguments: Sequence[str] | None) -> bool:
    given = list(sys.argv[1:] if arguments is None else arguments)
    return "--diagnostics=json" in given or ("--diagnostics", "json") in pairwise(given)
