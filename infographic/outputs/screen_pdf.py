"""`.screen.pdf`: the page for reading on a screen, in sRGB and tagged."""

from __future__ import annotations

from infographic.outputs.format import Format, Writable


def write(page: Writable) -> bytes:
    return page.pdf("screen")


FORMAT = Format(
    "screen PDF",
    (".screen.pdf",),
    "sRGB, tagged",
    write,
    by_default=frozenset({"print"}),
)
