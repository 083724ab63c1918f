"""The files that a page is written to: one table from a name's ending to its writer and options.

A new kind of file is a module here, with its `FORMAT`, and one line in `FORMATS`: saving, the
command line with its options and help, default names and messages all read the table.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import Literal

from infographic.foundation.calls import no_file
from infographic.foundation.diagnostics import near_word
from infographic.foundation.sayings import say
from infographic.outputs import jpeg, png, print_pdf, screen_pdf, svg, text, webp
from infographic.outputs.format import Format, IntentName, Option

FORMATS: tuple[Format, ...] = (
    print_pdf.FORMAT,
    screen_pdf.FORMAT,
    png.FORMAT,
    jpeg.FORMAT,
    webp.FORMAT,
    svg.FORMAT,
    text.FORMAT,
)

FormatName = Literal["pdf", "screen.pdf", "png", "jpg", "jpeg", "webp", "svg", "txt"]
"""The endings of all of them, for those who check types; a test compares them."""


def format_of(path: PurePath | str) -> Format:
    """The kind of file that a name asks for, by the longest ending that fits.

    Raises `CallError` for an unknown ending.

    >>> format_of("out/page.screen.pdf").name, format_of("A.JPG").name
    ('screen PDF', 'JPEG')
    """
    name = PurePath(path).name.lower()
    endings = [(ending, each) for each in FORMATS for ending in each.suffixes]
    fitting = [pair for pair in endings if name.endswith(pair[0]) and name != pair[0]]
    if fitting:
        return max(fitting, key=lambda pair: len(pair[0]))[1]
    known = [ending for ending, _ in endings]
    suffix = PurePath(name).suffix
    if not suffix:
        raise no_file(say("call-file/no-ending", file=path, known=known))
    nearest = near_word(suffix, known)
    mend = None if nearest is None else say("mend/ending", nearest=nearest, known=known)
    raise no_file(say("call-file/unknown-ending", file=path, ending=suffix, known=known), mend)


def default_endings(medium: IntentName) -> list[str]:
    """The endings that a page is written with where only a folder is named."""
    return [each.suffixes[0] for each in FORMATS if medium in each.by_default]


def options() -> dict[str, tuple[Option, list[Format]]]:
    """Every option by its name, with the formats that take it, in the table's order."""
    found: dict[str, tuple[Option, list[Format]]] = {}
    for each in FORMATS:
        for option in each.options:
            found.setdefault(option.name, (option, []))[1].append(each)
    return found
