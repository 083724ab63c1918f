"""`infographic watch`: a story's files, made again whenever what they are made from changes."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from infographic.commands.render import Produced, file_options, produce
from infographic.commands.shared.exit_codes import BAD_INPUT, MACHINE, MADE
from infographic.commands.shared.format_options import FormatRequest
from infographic.commands.shared.guard import named_by
from infographic.commands.shared.numbers import Bounded
from infographic.commands.shared.options import StoryOptions, story_options
from infographic.commands.shared.rounds import EVERY, rounds
from infographic.commands.shared.say import Say, aside
from infographic.foundation.diagnostics import (
    Diagnostic,
    MachineError,
    Severity,
    SpecError,
    one_line,
)
from infographic.foundation.sayings import say

NAMED = 4
"""So many written files are named; of more how many."""


@click.command("watch")
@click.argument("story", type=click.Path(path_type=str, readable=False))
@file_options
@click.option("--every", type=Bounded(0.01, 60), default=EVERY, show_default=True,
              metavar="SECONDS", help="How often the files are looked at.")  # fmt: skip
@story_options
def watch(
    story: str, outputs: tuple[str, ...], fits: bool, every: float, given: StoryOptions, **how: Any
) -> int:
    """Make the files of STORY again whenever one that they are made from is changed.

    That is the story itself, its layouts and what they extend, data, pictures, faces, house tables
    and press profiles. While one of them is wrong, the files written last stay.
    """
    if story == "-":
        raise click.UsageError("watch wants a file: standard input is read once")
    watched = Watched(story, outputs, fits, given, FormatRequest.of(how))
    for _ in rounds(watched.make, watched.files, every=every):
        watched.said_first()
    return MADE


class Watched:
    """What is made again and again."""

    def __init__(
        self, story: str, outputs: Sequence[str], fits: bool, given: StoryOptions,
        wanted: FormatRequest,
    ) -> None:  # fmt: skip
        self.story, self.outputs, self.fits = story, outputs, fits
        self.given, self.wanted = given, wanted
        self.files = {Path(story), *(Path(one) for one in given.layouts if one.endswith(".json"))}
        """All that is known to be read."""
        self.said: frozenset[Diagnostic] = frozenset()
        """The doubts of the last time; they are not said again."""
        self.is_first = True

    def make(self) -> Iterable[Path]:
        """Make the files once; all that was read, and what might mend it."""
        told = RoundSay(self.given, self.said)
        begun = time.perf_counter()
        made = self._made(told)
        # What a file that is broken kept from being looked at is no news when it is whole.
        self.said = frozenset(told.met) | (self.said if made.code else frozenset())
        if not told.as_json and not (told.quiet and made.code == MADE):
            took = round((time.perf_counter() - begun) * 1000)
            clock = time.strftime("%H:%M:%S")
            aside(f"{clock}  {one_line(_line(made.written, took))}")
        # What could not be read named nothing: whatever was read before may mend it.
        self.files = {*made.inputs} or self.files
        return self.files

    def said_first(self) -> None:
        """Once, that it goes on."""
        if self.is_first and self.given.diagnostics != "json" and not self.given.quiet:
            aside(str(say("phrase/watch-begun", count=len(self.files))))
        self.is_first = False

    def _made(self, told: RoundSay) -> Produced:
        given, code = self.given, BAD_INPUT
        node = None
        try:
            node = given.read(self.story)
            return self._with_all(
                produce(node, self.outputs, given, self.wanted, told, self.fits), node
            )
        except SpecError as error:
            # Who names an input as an output will not have meant it the next time.
            if self.is_first and any(one.code == "output-is-input" for one in error.diagnostics):
                raise
            told.diagnostics(error.diagnostics)
        except MachineError as error:
            told.machine(error, "")
            code = MACHINE
        told.finish(written=[])
        return self._with_all(Produced(code), node)

    def _with_all(self, made: Produced, node: Any) -> Produced:
        """Of what was not made, what its files name is watched besides what was read before."""
        if made.code == MADE:
            return made
        given = self.given
        named = () if node is None else named_by(node, given.layouts, given.font_path, given.press)
        return made._replace(inputs=(*self.files, *made.inputs, *named))


class RoundSay(Say):
    """What is said of one round: its files in one line at its end, and no doubt that the round
    before had as well."""

    def __init__(self, given: StoryOptions, before: frozenset[Diagnostic]) -> None:
        super().__init__(given.quiet, given.verbose, given.diagnostics == "json")
        self.before, self.met = before, set[Diagnostic]()

    def progress(self, text: str) -> None:
        pass

    def diagnostics(self, found: Iterable[Diagnostic], notes: bool = False) -> bool:
        every = list(found)
        self.met.update(one for one in every if one.severity is not Severity.ERROR)
        if self.as_json:
            return super().diagnostics(every, notes)
        return super().diagnostics([one for one in every if one not in self.before], notes)


def _line(written: Sequence[Path], took: int) -> str:
    if not written:
        return str(say("phrase/watch-left"))
    names = ", ".join(map(str, written[:NAMED]))
    more = f" + {len(written) - NAMED}" if len(written) > NAMED else ""
    return str(say("phrase/watch-written", files=names + more, milliseconds=took))
