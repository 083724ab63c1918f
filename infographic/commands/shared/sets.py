"""What stands beside a set of pages or tiles that has just been written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, warned
from infographic.foundation.sayings import say
from infographic.loading.reading.source import names_in


def left_of_longer(written: Sequence[Path]) -> list[Diagnostic]:
    """That files of an earlier, longer set stand beside the new one: they are the user's, and stay.

    `written`: the files of one set, NAME-1.png, NAME-2.png … and their words.
    """
    made = {path.name for path in written}
    folder = written[0].parent
    shapes = {_shape_of(name) for name in made}
    left = [
        name
        for name in names_in(folder)
        if name not in made and (shape := _shape_of(name)) is not None and shape in shapes
    ]
    if not left:
        return []
    saying = say("set-left", files=left[:SHOWN], count=len(left))
    return [warned(saying, Origin(Source(folder.as_posix())))]


SHOWN = 4


def _shape_of(name: str) -> tuple[str, str] | None:
    """A page's name without its number; None for one that has none.

    >>> _shape_of("set-07.alt.txt"), _shape_of("set.png")
    (('set', 'alt.txt'), None)
    """
    stem, _, endings = name.partition(".")
    begin, _, number = stem.rpartition("-")
    return (begin, endings) if begin and number.isdecimal() else None
