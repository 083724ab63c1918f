"""A folder of stories, each an edition of its own."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from infographic.foundation import limits
from infographic.foundation.datum import Node, Origin, Source
from infographic.foundation.diagnostics import Diagnostic, Severity, SpecError
from infographic.foundation.record import record
from infographic.foundation.sayings import say
from infographic.loading.reading.source import read_file


@record
class Stories:
    """The stories of a folder, in the order of their names."""

    files: tuple[Path, ...]
    said: tuple[Diagnostic, ...] = ()
    """What in the folder is no story."""


def stories_in(folder: Path) -> Stories:
    """All `.json` files of a folder and of those in it that are stories; what cannot be read as
    JSON is wrong, what is another JSON file is said, and hidden files are passed over.

    The order is that of the names, whatever the disk gives, folders among them. Raises `SpecError`.
    """
    found: list[Path] = []
    said: list[Diagnostic] = []
    wrong: list[Diagnostic] = []
    for path in _files(folder):
        try:
            node = read_file(path, relaxed=False)
        except SpecError as error:
            wrong += error.diagnostics
            continue
        if is_story(node):
            found.append(path)
        else:
            saying = say("rows-story/none", file=path)
            said.append(Diagnostic(saying, Origin(node.origin.source), severity=Severity.WARNING))
        if len(found) > (most := limits.most("batch-rows")):
            saying = say("rows-large", most=most, limit="batch-rows")
            raise SpecError([Diagnostic(saying, Origin(Source(folder.as_posix())))])
    if wrong:
        raise SpecError(wrong)
    if not found:
        saying = say("rows-story", folder=folder)
        raise SpecError([*said, Diagnostic(saying, Origin(Source(folder.as_posix())))])
    return Stories(tuple(found), tuple(said))


def is_story(node: Node) -> bool:
    """Whether a JSON file is a story: it has a headline, as each of them must."""
    return isinstance(node.value, dict) and "headline" in node.value


def _files(folder: Path) -> Iterator[Path]:
    """The `.json` files in a folder and those below it; a link to a folder is not followed."""
    try:
        entries = sorted(os.scandir(folder), key=lambda one: unicodedata.normalize("NFC", one.name))
    except OSError as error:
        saying = say("rows-story/unread", folder=folder, reason=error.strerror or str(error))
        raise SpecError([Diagnostic(saying, Origin(Source(folder.as_posix())))]) from error
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path))
        elif entry.name.lower().endswith(".json") and entry.is_file():
            yield Path(entry.path)
