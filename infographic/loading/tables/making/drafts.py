"""A column before its decimal mark is settled: its kind found from all its cells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from infographic.foundation.late_pattern import late
from infographic.foundation.record import field, record
from infographic.foundation.table import ColumnKind, Period
from infographic.loading.tables.grid import GridCell
from infographic.loading.tables.making.decimal_marks import MarksShown, marks_shown
from infographic.loading.tables.making.header import Heading
from infographic.loading.tables.making.labels import is_total
from infographic.loading.tables.making.numbers import (
    BELOW,
    ERRORS,
    MISSING,
    MISSING_WORDS,
    STARTS,
    Written,
    unmarked,
    written,
)
from infographic.loading.tables.periods import names_time, period_column

RANKS = ("序号", "排名", "名次", "位次", "排序", "No.", "Rank")
"""Headers of a first column that counts the rows."""
_CODES = late(
    r"代码|序号|编号|编码|序列号|证号|学号|邮编|电话|手机|账号|区号|\b(?:code|id|zip|phone|isbn)\b"
)
"""Headers of columns whose digits name things."""
_ALL_PLAIN = late(r"(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?\n)*")
_POINT = late(r"(?m)^-?(?:0|[0-9]{4,}|[0-9]+(?=\.(?![0-9]{3}$)))\.[0-9]+$")
_DOUBTFUL_POINT = late(r"(?m)^-?[1-9][0-9]{0,2}\.[0-9]{3}$")
_DECIMALS = late(r"\.([0-9]+)")
_LEADING = late(r"0[0-9]+")
_SIMPLE = late(r"(-?)([0-9][0-9,]*(?:\.[0-9]+)?)")
"""Most numbers, without a look at what else could stand in a cell."""


NO_MARKS = MarksShown()


@record(frozen=False)
class Draft:
    """A column before its decimal mark is settled."""

    place: int
    """Of its cells in the grid."""
    heading: Heading
    cells: Sequence[GridCell]
    texts: list[str]
    kind: ColumnKind = "text"
    cores: list[str] = field(default_factory=list)
    """Its texts without footnote marks."""
    marks: dict[int, str] = field(default_factory=dict)
    numbers: list[Written | None] = field(default_factory=list)
    periods: tuple[Period | None, ...] = ()
    shown: MarksShown = NO_MARKS
    is_plain: bool = False
    """All its cells are plain digits with a point."""
    decimals: int = 0


def drafted(place: int, heading: Heading, cells: Sequence[GridCell], *, is_text: bool) -> Draft:
    """A column with its kind found; `is_text` where the story says that it is of words."""
    # A cell without a value says nothing of its column's kind.
    texts = [cell[0] if cell[3] is None else "" for cell in cells]
    draft = Draft(place, heading, cells, texts, cores=texts)
    if is_text or not any(texts):
        return draft
    if place == 0 and heading.name in RANKS:
        return draft
    joined = "\n".join(texts) + "\n"
    # A cell of several lines is no number, though each line is one.
    are_plain = joined.count("\n") == len(texts) and _ALL_PLAIN.fullmatch(joined)
    if are_plain and not _CODES.search(heading.name.lower()):
        draft.kind, draft.is_plain = "number", True
        has_points = "." in joined
        if heading.unit or (has_points and not names_time(heading.name)):
            if has_points and not any(type(cell.value) is Decimal for cell in cells):
                draft.shown = _marks_of_plain(joined)
            draft.decimals = max(map(len, _DECIMALS.findall(joined)), default=0)
            return draft
    _find_periods(draft)
    if draft.kind == "period" or draft.is_plain:
        return draft
    _read_numbers(draft)
    return draft


def _marks_of_plain(joined: str) -> MarksShown:
    """What plain numbers show, one a line."""
    found = _POINT.search(joined), _DOUBTFUL_POINT.search(joined)
    rows = [None if one is None else joined.count("\n", 0, one.start()) for one in found]
    return MarksShown(point=rows[0], doubtful_point=rows[1])


_WEEKDAY = late(r"(?<=[0-9日])\s*[（(]?(?:周|星期)[一二三四五六日天][)）]?$")


def _find_periods(draft: Draft) -> None:
    """Make it a column of periods if it is one; rows of totals among them have none."""
    days = [cell[1] if isinstance(cell[1], date) else None for cell in draft.cells]
    if any(days):
        if all(
            day is not None or text in MISSING for day, text in zip(days, draft.texts, strict=True)
        ):
            draft.kind = "period"
            draft.periods = tuple(
                None if day is None else _stored_period(day, cell.format)
                for day, cell in zip(days, draft.cells, strict=True)
            )
        return
    # Most end in a digit, and so in no 周五.
    cores = [
        unmarked(text)[0] if "0" <= text[-1:] <= "9" else _WEEKDAY.sub("", unmarked(text)[0])
        for text in draft.texts
    ]
    # 合计 below years is a row of its own, and no period.
    bare = ["" if is_total(core) else core for core in cores]
    found = period_column(draft.heading.name, bare)
    if found is not None:
        draft.kind, draft.periods, draft.is_plain = "period", found, False
        draft.marks = _marks(draft.texts)


def _stored_period(day: date, code: str) -> Period:
    """The stretch that a stored day means: of a format that shows no day its month, or year."""
    # Late: few files have days, and JSON and CSV none.
    from infographic.loading.tables.reading.number_formats import parts_shown

    parts = parts_shown(code) if code else "ymd"
    if "d" in parts or "y" not in parts:
        return Period(day, day)
    first = day.replace(day=1) if "m" in parts else day.replace(month=1, day=1)
    if "m" in parts:
        after = first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
        return Period(first, after - timedelta(days=1))
    return Period(first, first.replace(month=12, day=31))


def _read_numbers(draft: Draft) -> None:
    """Make it a column of numbers if most of its cells are."""
    known: dict[str, tuple[str, str, Written | None]] = {}
    cores: list[str] = []
    numbers: list[Written | None] = []
    for row, text in enumerate(draft.texts):
        read = known.get(text)
        if read is None:
            simple = _SIMPLE.fullmatch(text)
            if text[:1].isalpha() and text[0] not in STARTS:
                read = (text, "", None)
            elif simple is not None:
                read = (text, "", Written(simple[2], simple[1] == "-"))
            else:
                core, mark = unmarked(text)
                read = (core, mark, written(core) if core not in MISSING else None)
            known[text] = read
        cores.append(read[0])
        numbers.append(read[2])
        if read[1]:
            draft.marks[row] = read[1]
    filled = [core for core in cores if core not in MISSING and core not in BELOW]
    count = sum(number is not None for number in numbers)
    other = [
        core for core, number in zip(cores, numbers, strict=True)
        if number is None and core not in MISSING and core not in BELOW
        and core.lower() not in MISSING_WORDS and core.lower() not in ERRORS
    ]  # fmt: skip
    is_code = _CODES.search(draft.heading.name.lower()) is not None or any(
        _LEADING.fullmatch(core) for core in cores
    )
    is_number = count > len(other) or (draft.heading.unit and count)
    if (is_code and count == len(filled)) or not is_number:
        draft.marks = _marks(draft.texts)
        return
    draft.kind, draft.cores, draft.numbers = "number", cores, numbers
    stored = [isinstance(cell.value, Decimal) for cell in draft.cells]
    draft.shown = marks_shown(
        [None if is_stored else one for one, is_stored in zip(numbers, stored, strict=True)]
    )


_FOOTNOTE = late(r"(.*[^\s①-⑳*＊†⁰¹²³⁴-⁹⁽⁾])\s*([①-⑳]+|[*＊†]+|[⁰¹²³⁴-⁹⁽⁾]+)")


def _marks(texts: Sequence[str]) -> dict[int, str]:
    """Footnote marks behind words."""
    found = {}
    for row, text in enumerate(texts):
        if (text and not text[-1].isalnum()) or text[-1:] in "⁰¹²³⁴⁵⁶⁷⁸⁹①②③④⑤⑥⑦⑧⑨":
            match = _FOOTNOTE.fullmatch(text) if text else None
            if match is not None:
                found[row] = match[2]
    return found
