"""The same quantity in a chart and in the text: both places named."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import say
from infographic.foundation.table import Column
from infographic.subbing.data.reckoned import GROWTH
from infographic.subbing.data.stated import StatedTable
from infographic.subbing.doubts import doubt
from infographic.subbing.quantities import Quantity, where
from infographic.subbing.reckoning import can_be_one, is_slip, measure_of
from infographic.subbing.statements import subject_of
from infographic.subbing.subjects import Mention, mentions

MOST_ROWS = 2_000
_SENTENCE = late(r"[。；！？\n]|[.;?!](?=\s|$)")
_CLAUSE = late("[，、：,:]")
_PLACE = late("(?<=..)(?:省|市|县|区|州|自治州|自治县)$")
_TIME = late(r"(?:19|20)\d\d年?|[去今上前]年|同期|上半年|[一二三四前]?[一二三四]季度|\d{1,12}月")
_A_YEAR_AGO = late("同比|环比|[比较](?:上年|去年|上月)(?:同期)?|同期")
_BETWEEN = late("比(?![重例率])|较|超过|高于|低于|多于|少于|相当于|与|同")
_IDLE = frozenset("总全省市县区量额数约近共年月日")
"""Characters that make no other subject of what is measured."""
_FALLS = late("下降|减少|下滑|下跌|回落|降")


def agree_with_text(
    tables: Sequence[StatedTable], found: Sequence[Sequence[Quantity]]
) -> Iterator[Diagnostic]:
    """Each number of the text that names a row of a chart, and what is measured, is that of the
    chart; each is doubted once."""
    tables = [one for one in tables if one.heads is not None and one.table.count <= MOST_ROWS]
    if not tables:
        return
    named = [_names(one) for one in tables]
    for own in found:
        values = {one.value for one in own}
        for at, mention in enumerate(mentions(own)):
            floor = own[at - 1].end if at else 0
            for stated, names in zip(tables, named, strict=True):
                cell = _contradicted(stated, names, mention, floor, own, values)
                if cell is not None:
                    quantity, row, column = cell
                    saying = say(
                        "figure-differs/data", said=mention.quantity.said, other=quantity.said,
                        name=stated.name(row), column=column, place=where(quantity),
                    )  # fmt: skip
                    yield doubt(saying, mention.quantity)
                    break


def _names(stated: StatedTable) -> list[tuple[str, int]]:
    """Names that a text may call a row by, the longest first: 榆树市, 榆树."""
    assert stated.heads is not None
    found: dict[str, int] = {}
    for row, text in enumerate(stated.heads.texts):
        name = "".join(text.split()).strip("#＃")
        for one in (name, _PLACE.sub("", name)):
            if len(one) > 1 and not one.isdigit():
                found.setdefault(one, row)
    return sorted(found.items(), key=lambda one: -len(one[0]))


def _contradicted(
    stated: StatedTable, names: Sequence[tuple[str, int]], mention: Mention, floor: int,
    own: Sequence[Quantity], values: Collection[Decimal],
) -> tuple[Quantity, int, str] | None:  # fmt: skip
    """The cell that states what the mention states, with another value; None where there is
    none."""
    quantity = mention.quantity
    text = quantity.passage.text
    starts = [one.end() for one in _SENTENCE.finditer(text, 0, quantity.start)]
    begin = starts[-1] if starts else 0
    lead = text[max(begin, floor) : quantity.start]
    rows = _rows_named(names, lead)
    if len(rows) != 1 or quantity.is_in_range or _BETWEEN.search(_A_YEAR_AGO.sub("", lead)):
        return None
    row, is_own = rows[0], quantity.passage.pointer.startswith(stated.pointer)
    clause = _CLAUSE.split(lead)[-1]
    lead = clause if _rows_named(names, clause) == rows else lead
    rest = _rest(names, lead)
    whole = _between(own, text, begin, quantity.start)
    if not rest and not is_own:
        # 榆树粮食产量367.2万吨、农安301.4万吨: what is said of the first is said of all.
        rest, lead = _rest(names, whole), whole
    times = _TIME.findall(whole)
    columns = [
        one
        for one in stated.numbers
        if _is_meant(stated, one[1], mention, lead, rest, times, is_own)
    ]
    if len(columns) != 1:
        return None
    place, column = columns[0]
    cell = stated.quantity(row, place)
    if cell is None or measure_of(cell)[0] != measure_of(quantity)[0] or not cell.unit:
        return None
    if cell.value in values or can_be_one(cell, quantity) or can_be_one(quantity, cell):
        return None
    others = (stated.quantity(row, at) for at, _ in stated.numbers if at != place)
    if any(other is not None and other.value == quantity.value for other in others):
        return None
    ratio = abs(measure_of(quantity)[1] / measure_of(cell)[1]) if cell.value else 0
    if not (is_slip(cell, quantity) or 1 / 2 <= ratio <= 2):
        # Of another size altogether it is of another thing.
        return None
    return cell, row, column.name or stated.what


def _rows_named(names: Sequence[tuple[str, int]], lead: str) -> list[int]:
    """The rows that words name; of 榆树市 not 榆树 again."""
    found: list[int] = []
    for name, row in names:
        if name in lead:
            lead = lead.replace(name, " ")
            found.append(row)
    return list(dict.fromkeys(found))


def _between(own: Sequence[Quantity], text: str, start: int, end: int) -> str:
    """The words of a stretch of text, without its quantities."""
    words = []
    for one in own:
        if start <= one.start < end:
            words.append(text[start : one.start])
            start = one.end
    return "".join((*words, text[start:end]))


def _rest(names: Sequence[tuple[str, int]], lead: str) -> str:
    """What is left of words without the names of rows, times and what is known: 粮食产."""
    for name, _ in names:
        lead = lead.replace(name, "")
    return subject_of(_TIME.sub("", _A_YEAR_AGO.sub("", lead)))


def _is_meant(
    stated: StatedTable, column: Column, mention: Mention, lead: str, rest: str,
    times: Sequence[str], is_own: bool,
) -> bool:  # fmt: skip
    """Whether the words before a number say that it is of this column."""
    is_growth = bool(GROWTH.search(f"{column.name} {stated.what}"))
    if is_growth != (mention.role == "difference") or (is_growth and _FALLS.search(lead)):
        return False
    told = f"{stated.told} {stated.period}"
    if any(one not in told for one in mention.kinds - {"同比", "环比"}):
        return False
    if not set(rest) - _IDLE <= set(told):
        # 玉米产量 is no 粮食产量.
        return False
    assert stated.heads is not None
    is_alone, rows_are_times = len(stated.numbers) == 1, stated.heads.kind == "period"
    if not rows_are_times and any(one not in f"{column.name} {told}" for one in times):
        return False
    time = None if is_alone else _TIME.search(column.name)
    if time is not None:
        if not any(time[0].removesuffix("年") in one for one in times):
            return False
        return is_own or _shares(stated.what, lead, 2)
    if is_own and is_alone:
        return True
    what = f"{stated.what} {column.name}" if is_alone else column.name
    return _shares(what, lead, 3 if rows_are_times else 2)


def _shares(what: str, words: str, most: int) -> bool:
    """Whether so many characters in a row of what is measured stand in the words."""
    for part in what.split():
        size = min(len(part), most)
        if size > 1 and any(part[at : at + size] in words for at in range(len(part) - size + 1)):
            return True
    return False
