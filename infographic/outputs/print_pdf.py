"""`.pdf`: the page for its press."""

from __future__ import annotations

from infographic.outputs.format import Format, Option, Writable

FORCE = Option("force", "flag", "though the press profile forbids what is on it")


def write(page: Writable, *, force: bool = False) -> bytes:
    return page.pdf("print", force=force)


FORMAT = Format(
    "print PDF",
    (".pdf",),
    "for the press",
    write,
    (FORCE,),
    is_for_press=True,
    by_default=frozenset({"print"}),
)
