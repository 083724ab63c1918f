"""`check --mend`: the story's own file, corrected where only one correction is possible."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from infographic.commands.shared.guard import guard, named_by
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.files import write_whole
from infographic.foundation.limits import most
from infographic.foundation.sayings import label, say

if TYPE_CHECKING:
    from infographic.commands.shared.options import StoryOptions
    from infographic.commands.shared.say import Say
    from infographic.foundation.datum import Node

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def target_of(story: str, output: str | None, is_asked: bool) -> Path | None:
    """The file to write the mended story to; None where none is asked for.

    Raises `click.UsageError` for an output without --mend, and for a story that is no file.
    """
    if not is_asked:
        if output is not None:
            raise click.UsageError("-o names the file that --mend writes: say --mend, too")
        return None
    if story.lower().endswith(".pdf"):
        raise click.UsageError("--mend wants a story: a PDF is not mended")
    if output is None and story == "-":
        raise click.UsageError("--mend of standard input wants -o, a file to write to")
    # Of a link, what it leads to: it stays a link.
    return Path(os.path.realpath(story) if output is None and Path(story).is_symlink()
                else story if output is None else output)  # fmt: skip


def _is_one(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def as_it_stands(story: str) -> bytes:
    """What is in the story's file, to see before it is written whether somebody saved it since."""
    from infographic.loading.reading.source import bytes_of

    file = Path(story)
    return bytes_of(file, most("file-bytes") + 1) if file.is_file() else b""


def mend(
    story: Node, target: Path, off: frozenset[str], given: StoryOptions, say: Say, before: bytes
) -> tuple[Node, dict[str, int]]:
    """Write the mended story, and say what was mended.

    `before`: what was in its file before it was read. Answers the story as it is read again, and
    how many places were mended, by code. Raises `SpecError` where the file was saved meanwhile.
    """
    from infographic.copy_lint.mends import mended
    from infographic.loading.reading.source import bytes_of, read_json

    source = story.origin.source
    is_file = source.path is not None and source.path.is_file()

    def read(text: str) -> Node:
        again = Source(source.name, text, source.folder, source.path)
        return given.read(read_json(again, relaxed=False))

    is_own = source.path is not None and _is_one(target, source.path)
    # The story is what is mended, and is written over where nothing else is asked for.
    named = named_by(story, given.layouts, given.font_path, given.press)
    guard([target], (file for file in named if not (is_own and _is_one(file, target))))
    made = mended(story, read, off)
    has_mark = is_file and source.path is not None and bytes_of(source.path, 3) == _BYTE_ORDER_MARK
    if is_own and made.counts and as_it_stands(os.fspath(target)) != before:
        raise _changed(source)
    if made.counts or not is_own:
        write_whole(target, has_mark * _BYTE_ORDER_MARK + made.text.encode())
    places = sum(made.counts.values())
    told = label("comma").join(f"{count} {code}" for code, count in made.counts.items())
    name = target.as_posix()
    say.progress(label("mended", name, told) if places else label("nothing-to-mend", name))
    return read(made.text), made.counts


def _changed(source: Source) -> SpecError:
    return SpecError([Diagnostic(say("file-changed"), Origin(source))])
