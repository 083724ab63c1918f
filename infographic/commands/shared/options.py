"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from infographic.commands.shared.say import Say
from infographic.copy_lint import ALL_CODES
from infographic.foundation.diagnostics import near_word
from infographic.foundation.limits import using_limits
from infographic.foundation.reach import within
from infographic.foundation.record import fields, record

if TYPE_CHECKING:
    from infographic.foundation.datum import Node
    from infographic.foundation.diagnostics import Diagnostic
    from infographic.options import Options, StoryLike

Values = tuple[tuple[str, str], ...]
"""(pointer, text): what replaces parts of the story."""


def _replacements(ctx: click.Context, param: click.Parameter, given: Sequence[str]) -> Values:
    pairs = []
    for value in given:
        pointer, equals, text = value.partition("=")
        if not equals or not pointer.startswith("/"):
            raise click.UsageError(f"--set wants /pointer=value, not “{value}”", ctx)
        pairs.append((pointer, text))
    return tuple(pairs)


SET = click.option(
    "--set", "values", multiple=True, callback=_replacements, metavar="/POINTER=VALUE",
    help="Replace a part of the story: --set /deck=副题.",
)  # fmt: skip


def _files(ctx: click.Context, param: click.Parameter, given: Sequence[str]) -> Values:
    pairs = []
    for value in given:
        pointer, equals, file = value.partition("=")
        if not equals or not file or not pointer.startswith("/"):
            raise click.UsageError(f"--data wants /charts/0=FILE, not “{value}”", ctx)
        pairs.append((pointer, file))
    return tuple(pairs)


DATA = click.option(
    "--data", multiple=True, callback=_files, metavar="/CHARTS/0=FILE",
    help="Other data for a chart or table, shaped as before: --data /charts/0=new.xlsx.",
)  # fmt: skip
FONT_PATH = click.option(
    "--font-path", multiple=True, type=click.Path(path_type=Path),
    help="A folder of the paper's own fonts; repeatable.",
)  # fmt: skip
ROOT = click.option(
    "--root", type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Files that the story and the layout name (pictures, data, fonts …) are read from inside "
    "this folder only. Default: the project, which is the nearest folder above the story with an "
    "infographic.toml, or the common folder of story and layout (docs/security.md).",
)  # fmt: skip


def _limited(ctx: click.Context, param: click.Parameter, given: Sequence[str]) -> None:
    """Other limits until the command ends."""
    if given:
        # Late: few runs change one.
        from infographic.commands.shared.limits import limits_of

        ctx.with_resource(using_limits(limits_of(ctx, given)))


LIMITS = click.option(
    "--limits", multiple=True, expose_value=False, callback=_limited, is_eager=True,
    metavar="NAME=NUMBER|FILE.json",
    help="Raise or lower a limit of docs/limits.md: --limits image-pixels=400000000; repeatable.",
)  # fmt: skip
PRESS = click.option(
    "--press", metavar="NAME|PATH",
    help="The press profile, in place of the layout's; `infographic press` lists them.",
)  # fmt: skip
LAYOUTS = click.option(
    "-l", "--layout", "layouts", multiple=True, metavar="NAME|PATH",
    help="A shipped layout's name or a .json file; repeatable. "
    "Without it: every layout of the family daily that the story fits.",
)  # fmt: skip
STRICT = click.option("--strict", is_flag=True, help="Warnings are errors.")


def _allowed(ctx: click.Context, param: click.Parameter, given: Sequence[str]) -> tuple[str, ...]:
    if not given:
        return ()
    # Late: few runs allow anything.
    from infographic.options import is_path, is_there

    for one in given:
        if one not in ALL_CODES and not is_path(one):
            near = near_word(one, ALL_CODES)
            raise click.BadParameter(
                f"“{one}” is neither a code of docs/copy-lint.md nor a file or folder"
                + (f"; {near}" if near else ""),
                ctx, param,
            )  # fmt: skip
        if one not in ALL_CODES and not is_there(one):
            raise click.BadParameter(f"there is no file or folder “{one}”", ctx, param)
    return tuple(given)


ALLOW = click.option(
    "--allow", multiple=True, callback=_allowed, metavar="CODE|PATH",
    help="Say nothing of this in the story's texts: copy-doubled, copy-quote … (docs/copy-lint.md "
    "lists the codes). Or a file or folder that may be read though it lies outside the project "
    "(docs/security.md). Repeatable.",
)  # fmt: skip
QUIET = click.option("-q", "--quiet", is_flag=True, help="Say errors only.")
VERBOSE = click.option("-v", "--verbose", is_flag=True, help="Say notes too.")


def diagnostics(of_json: str = "one object on stdout") -> Callable[[Any], Any]:
    """`--diagnostics`; `of_json` says what stands on stdout with “json”."""
    return click.option(
        "--diagnostics", type=click.Choice(["text", "json"]), default="text",
        help=f"json: {of_json}.",
    )  # fmt: skip


@record
class StoryOptions:
    """What is asked of `render` and `check` beside a story in layouts."""

    press: str | None
    layouts: tuple[str, ...]
    values: Values
    data: Values
    font_path: tuple[Path, ...]
    root: Path | None
    strict: bool
    allow: tuple[str, ...]
    diagnostics: str
    quiet: bool
    verbose: bool

    def say(self) -> Say:
        return Say(self.quiet, self.verbose, self.diagnostics == "json")

    def read(self, story: StoryLike) -> Node:
        """The story with what replaces parts of it, and with its data. Raises `SpecError`."""
        from infographic.options import read_story

        return read_story(story, self.values, self.data)

    def composing(self) -> Options:
        """The options of `compose` and `draft`."""
        return {
            "font_path": self.font_path,
            "root": self.root,
            "press": self.press,
            "allow": self.allow,
        }


def faults_of_several(
    story: Node, layouts: Sequence[str], given: StoryOptions
) -> tuple[Diagnostic, ...]:
    """What is wrong in a story that goes through several layouts; of one its page says it."""
    if len(layouts) < 2:
        return ()
    from infographic.commands.shared.story_faults import story_faults

    return story_faults(story, layouts, given.composing())


def reaching(story: str, given: StoryOptions) -> AbstractContextManager[object]:
    """Within it files are read that this story and the layouts may name."""
    # Late: the command's own help must not wait for it.
    from infographic.options import reach_for

    return within(reach_for(story, given.layouts, given.composing()))


def story_options(command: Callable[..., int]) -> Any:
    """Options shared by the commands that read a story; `command` gets them as `given`.

    One that takes several stories has `stories`, and is itself within `reaching` of each in turn.
    """

    @wraps(command)
    def with_options(**options: Any) -> int:
        given = StoryOptions(**{one.name: options.pop(one.name) for one in fields(StoryOptions)})
        if "stories" in options:
            return command(**options, given=given)
        with reaching(options["story"], given):
            return command(**options, given=given)

    made: Any = with_options
    for option in (
        VERBOSE, QUIET, diagnostics(), LIMITS, ALLOW, STRICT, ROOT, FONT_PATH, DATA, SET, LAYOUTS,
        PRESS,
    ):  # fmt: skip
        made = option(made)
    return made
