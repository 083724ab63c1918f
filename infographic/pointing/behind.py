"""The texts behind what stands on a page: of a datum's place in its file, what is written there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from infographic.foundation.datum import Origin, Source
from infographic.foundation.late_pattern import late
from infographic.foundation.places import columns_in
from infographic.foundation.record.tuples import NamedTuple
from infographic.loading.reading.places_in import texts_in

FileKind = Literal["json", "cells", "sheet", "none"]
"""A story or layout; a CSV or TSV; a workbook, which has no text; what is in no file."""


class Behind(NamedTuple):
    """A text that words on a page may be set from."""

    pointer: str
    text: str
    is_own: bool
    """It is the datum's own, not that of a field beside it."""


def kind_of(source: Source) -> FileKind:
    if source.sheet:
        return "sheet"
    if not source.text:
        return "none"
    return "json" if texts_in(source) else "cells"


def texts_behind(origin: Origin) -> Iterator[Behind]:
    """What a datum's words may come from: first its own text, then those beside it in its object or
    list.

    A stat's sentence is set of its label, number and unit, a caption with its credit behind it,
    credits in a row: they stand at the place of one of them.
    """
    match kind_of(origin.source):
        case "json":
            yield from _in_json(origin)
        case "cells":
            yield Behind(origin.pointer, _cell(origin), True)
        case "sheet" | "none":
            return


def texts_of_head(origin: Origin) -> Iterator[Behind]:
    """The texts at the head of a datum's file (name, date, source, credits), which a layout may put
    behind each other in a line."""
    if kind_of(origin.source) == "json":
        for pointer, (text, _, _) in texts_in(origin.source).items():
            if pointer.count("/") <= HEAD:
                yield Behind(pointer, text, False)


HEAD = 2
"""Steps of a pointer: “/publication/date”, “/credits/0”."""


def _in_json(origin: Origin) -> Iterator[Behind]:
    texts = texts_in(origin.source)
    own = origin.pointer
    # A paragraph that was a part of a text has a step more.
    while own and own not in texts and not _is_parent(own, texts):
        own = own.rpartition("/")[0] if _within_text(own, texts) else ""
    if own in texts:
        yield Behind(own, texts[own][0], True)
    base = origin.pointer
    if own in texts or not _is_parent(base, texts):
        base = (own or base).rpartition("/")[0]
    for pointer, (text, _, _) in texts.items():
        if (
            pointer != own
            and pointer.startswith(f"{base}/")
            and "/" not in pointer[len(base) + 1 :]
        ):
            yield Behind(pointer, text, False)


def _is_parent(pointer: str, texts: dict[str, tuple[str, int, int]]) -> bool:
    return any(one.startswith(f"{pointer}/") for one in texts)


def _within_text(pointer: str, texts: dict[str, tuple[str, int, int]]) -> bool:
    while pointer:
        pointer = pointer.rpartition("/")[0]
        if pointer in texts:
            return True
    return False


_CELL = late(r"[^,;|\t\n]*")


def _cell(origin: Origin) -> str:
    """A cell of a CSV, without its quotes."""
    columns = columns_in(origin)
    raw = origin.source.line(origin.line)
    if columns:
        return raw[columns[0] - 1 : columns[-1] - 1]
    found = _CELL.match(raw, max(origin.column - 1, 0))
    return found[0].strip() if found else ""
