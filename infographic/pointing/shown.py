"""From a datum to where it stands on a page: for a cursor in its file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from infographic.display.blocks import PlacedBlock
from infographic.display.page import Page
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Rect
from infographic.pointing.boxes import around, box_of, joined
from infographic.pointing.characters import stretch_of
from infographic.pointing.pointed import Pointed, pointed
from infographic.pointing.standing import Standing
from infographic.pointing.words import Words


def shown(page: Page, pointer: str, offset: int | None = None, file: str = "") -> tuple[Rect, ...]:
    """Where a datum stands on a page, one rectangle for each place and column; with an `offset`
    where that character of its text does, a mark's at what stands behind it.

    A pointer to what holds others gives the blocks that show them; one to what is not shown itself
    (a stat's priority) gives the object that it is of. `file` is the name of another file than the
    story, as messages have it; of a CSV or workbook the pointer is “/row/column” of a cell, from 1,
    or “/row”, or "": what shows that cell, else its row, else the charts that are made of the file.
    () where the page shows nothing of it.
    """
    all_ = pointed(page)
    if file and (data := _data_of(all_, file)):
        return _cell(data, pointer)
    while True:
        found = _character(all_, pointer, offset, file) if offset is not None else ()
        found = found or _text(all_, pointer, file) or _datum(all_, pointer, file)
        above, _, step = pointer.rpartition("/")
        # An item that is not shown is nowhere; a field that is not belongs to what has it.
        if found or not above or step.isdigit():
            return found
        pointer, offset = above, None


def _is_of(all_: Pointed, origin: Origin, file: str) -> bool:
    if file:
        return origin.file == file
    return all_.is_story(origin.source) or all_.kind(origin.source) in ("cells", "sheet")


def _data_of(all_: Pointed, file: str) -> list[Standing]:
    """What stands on the page of a file of data."""
    return [
        one
        for one in all_.standing
        if one.placed.origin.file == file and all_.owner(one.placed.origin) == "data"
    ]


def _cell(data: Sequence[Standing], pointer: str) -> tuple[Rect, ...]:
    steps = pointer.split("/")[1:]
    if not all(map(str.isdigit, steps)):
        # Messages name a cell's place by the story's pointer to its file.
        data = [one for one in data if below(one.placed.origin.pointer, pointer)]
        return tuple(dict.fromkeys(one.chain[-1].box for one in data if one.chain))
    row, column = [*map(int, steps), 0, 0][:2]
    source = data[0].placed.origin.source
    place: tuple[int, int] | None = row, column
    if not source.sheet:
        # Late: few places are cells.
        from infographic.loading.tables.reading.cell_at import place_of_cell

        place = place_of_cell(source.text, row, max(column, 1))
    line, at = place or (0, 0)
    origins = [(one, one.placed.origin) for one in data]
    found = [one for one, origin in origins if (origin.line, origin.column) == (line, at)]
    found = found or [one for one, origin in origins if origin.line == line]
    if found:
        groups: dict[int, list[Rect]] = {}
        for one in found:
            groups.setdefault(id(one.chain[-1]) if one.chain else 0, []).append(box_of(one))
        return tuple(box for group in groups.values() for box in joined(group))
    return tuple(dict.fromkeys(one.chain[-1].box for one in data if one.chain))


def _character(all_: Pointed, pointer: str, offset: int, file: str) -> tuple[Rect, ...]:
    """One character, at every place that shows it."""
    found: dict[object, tuple[int, list[Rect]]] = {}
    for words, number, at in _spots(all_, pointer, file):
        one = words.characters[number]
        # What stands there, else what stands behind it, else the end of what is before it.
        far = at - offset if at >= offset else BEFORE + offset - at
        start = one.start if at >= offset else one.end
        box = stretch_of(words.line, words.standing.placed.at, start, one.end)
        block = id(words.standing.chain[-1]) if words.standing.chain else 0
        least, boxes = found.get(block, (far + 1, []))
        if far < least:
            found[block] = far, [box]
        elif far == least:
            # A block may show a text twice: a change's number, as words and in its chart.
            boxes.append(box)
    return tuple(box for _, boxes in found.values() for box in boxes)


BEFORE = 1_000_000
"""What stands before a place is further off than all that stands behind it."""


def _text(all_: Pointed, pointer: str, file: str) -> tuple[Rect, ...]:
    """A text value, at every place that shows some of it."""
    groups: dict[object, dict[int, Rect]] = {}
    for words, number, _ in _spots(all_, pointer, file):
        one = words.characters[number]
        box = stretch_of(words.line, words.standing.placed.at, one.start, one.end)
        block = id(words.standing.chain[-1]) if words.standing.chain else 0
        lines = groups.setdefault(block, {})
        lines[id(words)] = around(lines[id(words)], box) if id(words) in lines else box
    return tuple(box for lines in groups.values() for box in joined(lines.values()))


def _spots(all_: Pointed, pointer: str, file: str) -> Iterator[tuple[Words, int, int]]:
    """The characters on the page that are of a text: line, number in it, place in the text."""
    for words in all_.words:
        origin = words.standing.placed.origin
        # A cell's pointer is that of the text that names its file.
        if _is_of(all_, origin, file) and all_.kind(origin.source) == "json":
            for number, spot in enumerate(words.spots):
                if spot is not None and spot.pointer == pointer:
                    yield words, number, spot.offset


def _datum(all_: Pointed, pointer: str, file: str) -> tuple[Rect, ...]:
    """What is at a pointer or below it: whole blocks, and what stands outside of them."""
    boxes: list[Rect] = []
    whole: set[int] = set()

    def look(blocks: Sequence[PlacedBlock]) -> None:
        for block in blocks:
            origin = all_.datum(block)
            if origin is not None and _is_of(all_, origin, file) and below(origin.pointer, pointer):
                boxes.append(block.box)
                whole.update(id(one) for one in block.walk())
            else:
                look(block.children)

    look(all_.page.blocks)
    groups: dict[object, list[Rect]] = {}
    for one in all_.standing:
        origin = one.placed.origin
        if not _is_of(all_, origin, file) or not below(origin.pointer, pointer):
            continue
        block = id(one.chain[-1]) if one.chain else 0
        if block not in whole:
            groups.setdefault(block, []).append(box_of(one))
    return (*boxes, *(box for group in groups.values() for box in joined(group)))


def below(pointer: str, top: str) -> bool:
    """Whether a pointer is another, or of what that holds.

    >>> below("/a/1", "/a"), below("/ab", "/a")
    (True, False)
    """
    return pointer == top or pointer.startswith(f"{top}/")
