"""What a cell of a workbook shows, whole: “¥1,234.50”, “12.3%”, “000123”.

The reader of tables keeps a number's digits and leaves out what parts its thousands or stands
before it, which is nothing to a chart.
"""

from __future__ import annotations

from decimal import Decimal

from infographic.foundation.late_pattern import late
from infographic.foundation.record import replaced
from infographic.loading.tables.grid import Grid, GridCell
from infographic.loading.tables.reading.number_formats import number_format, shown_number

_TOKEN = late(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.'
    r"|(?P<place>[0#?])|(?P<plain>.)"
)
_FILLED = late(r"0[0-9]+|[0-9]+(?:[- ][0-9]+)+")
_QUOTED = late(r'="([^"]*)"')
_CODE = late(r"[^0#?.,%]*0(?:[- ]?0)+")


def shown_in_full(cell: GridCell) -> str:
    """What a cell shows.

    >>> money = GridCell("1234.50", Decimal("1234.5"), '"¥"#,##0.00')
    >>> shown_in_full(money), shown_in_full(GridCell("12.3%", Decimal("0.123"), "0.0%"))
    ('¥1,234.50', '12.3%')
    >>> shown_in_full(GridCell("123", Decimal(123), "000000"))
    '000123'
    """
    if not cell.format or not isinstance(cell.value, Decimal):
        return cell.text
    form = number_format(cell.format)
    if form.kind != "number":
        return cell.text
    bare = shown_number(abs(cell.value), form._replace(suffix="", is_percent=False))
    if form.is_percent:
        bare = shown_number(abs(cell.value) * 100, form._replace(suffix="", is_percent=False))
    before, places, behind = _parts(form.code)
    whole, _, decimals = bare.partition(".")
    number = _in_places(whole, places) + ("." + decimals if decimals else "")
    sign = "-" if cell.value < 0 and any(mark in "123456789" for mark in bare) else ""
    return f"{sign}{before}{number}{behind}".strip()


def _parts(code: str) -> tuple[str, str, str]:
    """A format's words before the number, the places of its whole digits, the words behind."""
    before, places, behind = [], [], []
    has_begun = is_done = False
    for match in _TOKEN.finditer(code):
        kind = match.lastgroup
        words = match[kind] if kind is not None else ""
        if kind == "place" or (kind == "plain" and words in ".,"):
            is_done = is_done or words == "."
            has_begun = True
            if not is_done:
                places.append(words)
        elif has_begun and not is_done and kind == "plain" and words in "- ":
            places.append(words)
        elif has_begun:
            behind.append(words)
        else:
            before.append(words)
    while places and places[-1] in "- ":
        behind.insert(0, places.pop())
    return "".join(before), "".join(places), "".join(behind)


def _in_places(digits: str, places: str) -> str:
    """Whole digits in their places, from the right: parted, and filled up with noughts.

    >>> _in_places("1234567", "#,##0"), _in_places("123", "00000"), _in_places("4321", "0-000")
    ('1,234,567', '00123', '4-321')
    """
    digits = digits.zfill(places.count("0"))
    if "," in places:
        head = len(digits) % 3
        groups = [digits[:head]] * bool(head)
        groups += [digits[at : at + 3] for at in range(head, len(digits), 3)]
        return ",".join(groups)
    made: list[str] = []
    left = list(digits)
    for place in reversed(places):
        if place not in "0#?":
            made.append(place)
        elif left:
            made.append(left.pop())
    return "".join(left) + "".join(reversed(made))


def with_codes(grid: Grid) -> Grid:
    """The grid with cells whose format fills up with noughts as the words that they show; and of a
    text file those that say that they are words, as programs have it for Excel: ="00123"."""
    cells = {cell for row in grid.rows for cell in row}
    codes = {one for one in cells if one.format and _CODE.fullmatch(one.format)}
    codes |= {one for one in cells if one.text[:2] == '="' and one.value is None}
    if not codes:
        return grid
    rows = tuple(
        tuple([_as_code(cell) if cell in codes else cell for cell in row]) for row in grid.rows
    )
    return replaced(grid, rows=rows)


def _as_code(cell: GridCell) -> GridCell:
    quoted = _QUOTED.fullmatch(cell.text)
    if quoted is not None:
        return GridCell(quoted[1], quoted[1])
    words = shown_in_full(cell)
    return GridCell(words, words) if _FILLED.fullmatch(words) else cell
