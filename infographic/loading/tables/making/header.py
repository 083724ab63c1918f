"""A table's header: one row or two, merged cells filled, a name and a unit for each column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity, SpecError
from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.loading.tables.grid import Grid
from infographic.loading.tables.making.numbers import BELOW, MISSING, unmarked, written
from infographic.loading.tables.making.units import is_unit, name_and_unit
from infographic.loading.tables.periods import period_of

MOST = 3
"""Rows that a header is looked for in."""
_YEAR = late(r"(?:19|20)[0-9]{2}\s*年?")
_COUNT = late(r"[0-9]{1,9}")


class Heading(NamedTuple):
    """What stands above one column."""

    name: str
    unit: str
    at: Origin


def header_rows(grid: Grid, rows: Sequence[int], asked: int | None) -> int:
    """How many of a table's rows are its header. Raises `SpecError` where it has none."""
    count = grid.header if asked is None else asked
    if count is not None:
        if count > len(rows):
            saying = say("data-header/more", asked=count, rows=len(rows))
            raise SpecError([Diagnostic(saying, grid.origin)])
        return count
    _must_be_header(grid, rows)
    count = 1
    while count < MOST and count + 1 < len(rows) and _is_second(grid, rows, count):
        count += 1
    return count


def _must_be_header(grid: Grid, rows: Sequence[int]) -> None:
    """Raise `SpecError` where the first row is one of data."""
    row = rows[0]
    texts = [(place, grid.cell(row, place).text) for place in range(len(grid.rows[row]))]
    filled = [(place, text) for place, text in texts if text]
    numbers = [(place, text) for place, text in filled if _is_data(text)]
    if not numbers or len(numbers) * 2 < len(filled) or _counts_up([text for _, text in numbers]):
        return
    place, text = numbers[0]
    raise SpecError([Diagnostic(say("data-header", number=text), grid.place(row, place))])


def _is_data(text: str) -> bool:
    """Whether a cell is a value, and heads no column: 852.3, but not 2024, 2024年 or 1—2月."""
    core, _ = unmarked(text)
    number = written(core)
    return number is not None and not _YEAR.fullmatch(core) and period_of(text) is None


def _counts_up(texts: Sequence[str]) -> bool:
    """1, 2, 3: months, or the numbers of columns."""
    # Python makes no number of some thousand digits.
    if len(texts) < 2 or not all(_COUNT.fullmatch(text) for text in texts):
        return False
    numbers = [int(text) for text in texts]
    return all(b == a + 1 for a, b in pairwise(numbers))


def _is_second(grid: Grid, rows: Sequence[int], count: int) -> bool:
    """Whether the row below `count` rows of a header is of the header too."""
    row, above = rows[count], rows[count - 1]
    width = grid.width
    texts = [grid.cell(row, place).text for place in range(width)]
    filled = [place for place, text in enumerate(texts) if text]
    if not filled:
        return False
    for one in grid.merged:
        if one.row in rows[:count] and one.row + one.rows > row:
            return True
    inner = [texts[place] for place in filled if place > 0]
    if texts[0] in ("", "单位", "计量单位") and inner and all(map(is_unit, inner)):
        return True
    data = [text for text in inner if _is_data(text) or text in MISSING or text in BELOW]
    if data or not inner or _is_count_row(texts):
        return False
    is_spanned = any(m.row == above and m.columns > 1 for m in grid.merged)
    gaps = [place for place in filled if place > 0 and not grid.cell(above, place).text]
    if not (gaps or is_spanned) or not any(grid.cell(above, place).text for place in range(width)):
        return False
    # Below a header stands a table: somewhere in it are numbers.
    return texts[0] == "" or any(
        _is_data(grid.cell(below, place).text) for below in rows[count + 1 :] for place in filled
    )


def _is_count_row(texts: Sequence[str]) -> bool:
    """甲 1 2 3: what forms number their columns by."""
    filled = [text for text in texts if text]
    if filled and filled[0] in ("甲", "（甲）", "(甲)", "A"):
        filled = [one for one in filled[1:] if one not in ("乙", "丙", "丁", "B", "C")]
        numbers = [one.strip("（）()") for one in filled]
        return bool(numbers) and numbers == [str(n + 1) for n in range(len(numbers))]
    return False


def is_count_row(grid: Grid, row: int) -> bool:
    """Whether a row numbers the columns of a form."""
    return _is_count_row([cell.text for cell in grid.rows[row]])


def headings(grid: Grid, rows: Sequence[int]) -> tuple[Heading, ...]:
    """Name, unit and place of each column below these rows of a header."""
    filled = [_filled(grid, row, rows[number + 1 :]) for number, row in enumerate(rows)]
    found = []
    units: list[str] = []
    last = [text for text in filled[-1][1:] if text] if len(rows) > 1 else []
    if last and all(map(is_unit, last)):
        units = filled.pop()
    for column in range(grid.width):
        parts: list[str] = []
        for texts in filled:
            text = squeezed(texts[column])
            if text and text not in parts[-1:]:
                parts.append(text)
        name, unit = name_and_unit(" ".join(parts))
        if len(parts) > 1 and not unit:
            # 产量（万吨） above 2023 and 2024.
            split = [name_and_unit(part) for part in parts]
            named = [one for _, one in split if one]
            if len(named) == 1:
                name, unit = " ".join(part for part, _ in split), named[0]
        if units and units[column]:
            unit = units[column]
        lowest = next(
            (row for row in reversed(rows) if grid.cell(row, column).text), rows[0] if rows else 0
        )
        at = grid.place(lowest, column) if rows else grid.origin
        found.append(Heading(name, unit, at))
    return tuple(found)


def _filled(grid: Grid, row: int, below: Sequence[int]) -> list[str]:
    """The words of a header's row, those of wide cells over all columns that they head."""
    texts = [grid.cell(row, place).text for place in range(grid.width)]
    is_spread = [False] * len(texts)
    for one in grid.merged:
        if one.row == row:
            for place in range(one.column, min(one.column + one.columns, len(texts))):
                texts[place] = grid.cell(row, one.column).text
                is_spread[place] = True
    if any(is_spread) or not below:
        return texts
    # A file of text has lost its merged cells: what stands left of a gap heads it as well.
    for place in range(2, len(texts)):
        is_headed = any(grid.cell(one, place - 1).text for one in below)
        if not texts[place] and is_headed and any(grid.cell(one, place).text for one in below):
            texts[place] = texts[place - 1]
    return texts


def squeezed(text: str) -> str:
    """Words on one line: 产量\\n（万吨） as 产量（万吨）, 合　计 as 合计.

    >>> squeezed("产量\\n（万吨）"), squeezed("地 区"), squeezed("Total\\noutput")
    ('产量（万吨）', '地区', 'Total output')
    """
    if not any(mark.isspace() for mark in text):
        return text
    text = re.sub(r"(?<=[^\x00-\x7f])\s*\n\s*|\s*\n\s*(?=[^\x00-\x7f])", "", text)
    text = re.sub(r"\s+", " ", text).strip()
    if re.fullmatch(r"[一-鿿](?: [一-鿿])+", text):
        return text.replace(" ", "")
    return re.sub(r"(?<=[一-鿿]) (?=[（(])|(?<=[）)]) (?=[一-鿿])", "", text)


def named(
    found: Sequence[Heading], values_in: Sequence[bool]
) -> tuple[list[tuple[int, Heading]], list[Diagnostic]]:
    """The columns that have a name or are the first, each name once; and what is said of others.

    `values_in` says of each column whether anything stands below its header.
    """
    kept: list[tuple[int, Heading]] = []
    said: list[Diagnostic] = []
    first: dict[str, Origin] = {}
    for place, heading in enumerate(found):
        name = heading.name
        if not name and kept:
            if values_in[place]:
                saying = say("data-unnamed")
                said.append(Diagnostic(saying, heading.at, severity=Severity.WARNING))
            continue
        if not name and not values_in[place]:
            continue
        if name in first:
            number = 2
            while f"{name} {number}" in first:
                number += 1
            new = f"{name} {number}"
            saying = say("data-name-twice", name=name, new=new, first=str(first[name]))
            said.append(Diagnostic(saying, heading.at, severity=Severity.WARNING))
            heading = heading._replace(name=new)
        first[heading.name] = heading.at
        kept.append((place, heading))
    return kept, said
