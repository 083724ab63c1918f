"""The words above and below a table in its file: title, unit, notes, source."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.loading.tables.grid import Grid, GridCell
from infographic.loading.tables.making.numbers import written
from infographic.loading.tables.making.units import is_unit, unit_line

_NOTE = late(
    r"[（(]?(注\s*[:：0-9一二三①.、]|注$|备\s*注|附\s*注|说\s*明|注释|数据来源|资料来源|来\s*源|数据出处|本表|以上"
    r"|\*|[①②③][^0-9]|审核人|制表|填表|单位负责人|报出日期"
    r"|(note|source|data source|remark)s?\b\s*[:：.]?)",
)
_SOURCE = late(r"(?i:数据来源|资料来源|数据出处|来\s*源|(?:data )?sources?)\s*[:：]\s*(.+)$")
_NUMBERED = late(r"附?\s*表\s*[0-9一二三四五六七八九十]|table\s*[0-9]")
LONG = 12
"""A text of so many characters above a table is its title, wherever it stands."""


class Parts(NamedTuple):
    """Which of a grid's rows are what."""

    rows: tuple[int, ...]
    """Of the table: its header and body, blank rows left out."""
    title: str = ""
    unit: str = ""
    """Of the whole table: “单位：亿元”."""
    notes: tuple[str, ...] = ()
    source: str = ""
    blank: int = 0
    """Blank rows among those of the table."""
    further: tuple[int, int] | None = None
    """Row and column where a second table begins, which is left out."""


def parts_of(grid: Grid) -> Parts:
    """What stands above and below the table in a grid."""
    used = [number for number, row in enumerate(grid.rows) if _holds(row[:1]) or _holds(row)]
    if not grid.is_plain or not used:
        return Parts(tuple(used), blank=len(grid.rows) - len(used))
    filled = _Filled(grid)
    first, title, unit = _above(grid, used, filled)
    last, notes, source = _below(grid, used[first:], filled)
    apart = used[: _set_apart(used, filled, max(len(filled[row]) for row in used[:SEEN]))]
    told = [": ".join(grid.cell(row, place).text for place in filled[row]) for row in apart]
    source = source or next((m[1] for m in map(_SOURCE.search, told) if m is not None), "")
    notes = (*(one for one in told if not _SOURCE.search(one)), *notes)
    rows = used[first : first + last]
    end = _second_table(grid, rows, filled)
    further = None if end == len(rows) else (rows[end], filled[rows[end]][0])
    rows = rows[:end]
    blank = rows[-1] - rows[0] + 1 - len(rows) if rows else 0
    return Parts(tuple(rows), title, unit, notes, source, blank, further)


def _second_table(grid: Grid, rows: list[int], filled: _Filled) -> int:
    """How many of these rows are the first table's: below a blank row a title and a header, or a
    header with other words, begin another."""
    for at in range(2, len(rows) - 1):
        if rows[at] == rows[at - 1] + 1:
            continue
        words = [grid.cell(rows[at], place).text for place in filled[rows[at]]]
        if words[0].startswith("续"):
            continue
        is_title = len(words) == 1
        head, below = (at + 1, at + 2) if is_title else (at, at + 1)
        if below >= len(rows) or not _is_header(grid, rows[head], rows[below], filled):
            continue
        if is_title or not _is_same(grid, rows[head], rows[:3]):
            return at
    return len(rows)


def _is_header(grid: Grid, row: int, below: int, filled: _Filled) -> bool:
    """Whether a row is words alone, above numbers."""
    places = filled[row]
    words = [grid.cell(row, place).text for place in places[1:]]
    return bool(words) and not any(map(written, words)) and any(
        written(grid.cell(below, place).text) for place in places[1:]
    )  # fmt: skip


def _is_same(grid: Grid, row: int, others: Sequence[int]) -> bool:
    return any(grid.rows[row] == grid.rows[other] for other in others)


def _holds(cells: Sequence[GridCell]) -> bool:
    return any(cell.text or cell.fault for cell in cells)


class _Filled:
    """The columns that hold something, of the rows that are asked for."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.known: dict[int, list[int]] = {}

    def __getitem__(self, row: int) -> list[int]:
        known = self.known.get(row)
        if known is None:
            cells = self.grid.rows[row]
            known = self.known[row] = [
                place for place, cell in enumerate(cells) if cell.text or cell.fault
            ]
        return known


FEW, MANY = 2, 4


def _set_apart(used: list[int], filled: _Filled, width: int) -> int:
    """How many rows of a word and its value stand above the table and a blank row."""
    for count, row in enumerate(used[:12]):
        if len(filled[row]) > FEW or width < MANY:
            return 0
        below = used[count + 1] if count + 1 < len(used) else row
        if below > row + 1 and len(filled[below]) >= MANY:
            return count + 1
    return 0


SEEN = 60
"""Rows from which it is told how wide the table is."""


def _above(grid: Grid, used: list[int], filled: _Filled) -> tuple[int, str, str]:
    """How many rows stand above the table; its title and unit."""
    titles: list[str] = []
    unit = ""
    width = max(len(filled[row]) for row in used[:SEEN])
    apart = _set_apart(used, filled, width)
    for count, row in enumerate(used[:-1]):
        if count < apart:
            continue
        words = [grid.cell(row, place).text for place in filled[row]]
        units = [found for found in map(_unit_in, words) if found]
        if len(words) == 1:
            is_above = width > 1 and _is_title(grid, row, filled[row][0], words[0])
        else:
            is_above = _is_unit_line(grid, words, used[count + 1], width)
        if not is_above:
            return count, " ".join(titles), unit
        unit = units[0] if units else unit
        rest = [_without_unit(one) for one in words]
        titles += [one for one in rest if one and not _is_aside(one)]
    return len(used) - 1, " ".join(titles), unit


def _is_title(grid: Grid, row: int, column: int, words: str) -> bool:
    """Whether the only words of a row are said of the whole table, and head no columns of it."""
    if unit_line(words) or is_unit(words.strip("（）()")) or _NUMBERED.match(words):
        return True
    merged = next((m for m in grid.merged if m.row == row and m.column == column), None)
    if merged is not None and merged.rows > 1 and merged.columns == 1:
        return False
    return (column == 0 or len(words) >= LONG) and written(words) is None


def _is_unit_line(grid: Grid, words: Sequence[str], below: int, width: int) -> bool:
    """Whether a row of several cells is a line above the table: 2024年, 单位：亿元."""
    if len(words) > max(3, width // 2) or not any(map(_is_mere_unit, words)):
        return False
    # 指标, 单位：亿元 above a row of values is the header itself.
    return len(words) < width or not any(written(cell.text) for cell in grid.rows[below][1:])


def _is_mere_unit(words: str) -> bool:
    bare = words.strip()
    in_brackets = bare[:1] in "（(" and bare[-1:] in "）)" and is_unit(bare[1:-1])
    return bool(unit_line(words)) or in_brackets


def _unit_in(words: str) -> str:
    """The unit that a line above the table names, alone or behind its title."""
    found = unit_line(words)
    if found:
        return found
    bare = words.strip()
    if bare[:1] in "（(" and bare[-1:] in "）)" and is_unit(bare[1:-1]):
        return bare[1:-1].strip()
    at = max(bare.rfind("单位"), bare.rfind("计量单位"))
    begin = max(bare.rfind("（", 0, at), bare.rfind("(", 0, at), bare.rfind(" ", 0, at))
    return unit_line(bare[begin:]) if at > 0 and begin > 0 else ""


def _without_unit(words: str) -> str:
    unit = _unit_in(words)
    if not unit or unit_line(words):
        return "" if unit else words
    at = words.rfind("单位")
    begin = max(words.rfind("（", 0, at), words.rfind("(", 0, at), words.rfind(" ", 0, at))
    return words[:begin].strip() if begin > 0 else ""


def _is_aside(words: str) -> bool:
    """表号：…, 制定机关：…: what forms say of themselves."""
    return words.replace(" ", "").startswith(("表号", "制定机关", "批准文号", "有效期", "填报单位"))


def _below(grid: Grid, rows: list[int], filled: _Filled) -> tuple[int, tuple[str, ...], str]:
    """How many of these rows are the table's; its notes and source."""
    count, texts = len(rows), []
    begin = count
    while begin > 1:
        places = filled[rows[begin - 1]]
        first = grid.cell(rows[begin - 1], places[0]).text
        if len(places) > 1 and not _NOTE.match(first.lower()):
            break
        begin -= 1
    # What has one cell may also be a row whose values are missing: notes begin at a word for it.
    start = next(
        (at for at in range(begin, count) if _NOTE.match(_words(grid, rows[at], filled).lower())),
        count,
    )
    for row in rows[start:]:
        texts.append(_words(grid, row, filled))
    source = next((m[1] for m in map(_SOURCE.search, texts) if m is not None), "")
    notes = tuple(one for one in (_SOURCE.sub("", text).strip() for text in texts) if one)
    source = source.rstrip("。.")
    if source.endswith(("）", ")")) and not any(mark in source for mark in "（("):
        # （数据来源：省统计局）
        source = source[:-1]
    return start, notes, source


def _words(grid: Grid, row: int, filled: _Filled) -> str:
    return " ".join(grid.cell(row, place).text for place in filled[row])
