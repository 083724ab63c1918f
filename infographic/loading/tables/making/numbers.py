"""A number as a cell has it: 1,234.5 · 12.5% · −3 · (35.0) · 约1.2亿 · 852.3① · ３４５."""

from __future__ import annotations

import re
from functools import lru_cache

from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.loading.tables.making.units import is_unit
from infographic.text.numerals import CALENDAR, CURRENCIES, MAGNITUDES, WORDS

MISSING = frozenset(("", "-", "--", "---", "–", "—", "——", "－", "−", "―"))
"""What stands for a value that is not there, in a column of any kind."""
BELOW = frozenset(("…", "……", "...", "⋯", "…．", "....", "......"))
"""What stands for a value below the least unit: not missing, and no number."""
MISSING_WORDS = frozenset(
    [
        "na",
        "n/a",
        "n.a.",
        "n.a",
        "#n/a",
        "nan",
        "null",
        "none",
        "nil",
        "missing",
        "无",
        "暂无",
        "不详",
        "未知",
        "缺失",
        "未公布",
        "无数据",
        "暂无数据",
        "数据缺失",
        "不适用",
        "待定",
        "/",
        "\\",
        ".",
        "..",
        ":",
        "*",
        "x",
    ]
)
"""And in a column of numbers."""
ERRORS = frozenset(("#div/0!", "#ref!", "#value!", "#name?", "#num!", "#null!", "#####"))
"""What a workbook writes for an error when it is saved as text."""

_MARK = (
    r"(?:[①-⑳㉑-㉟*＊†‡§¶⁎⁰¹²³⁴-⁹⁽⁾]|\[[0-9a-z]{1,2}\]|[(（](?:[rpef]|[0-9]|注[0-9]?|修订|初步"
    r"|预计|预测)[)）])+"
)
_BEHIND = late(rf"(?P<core>.*?[^\s*＊†])\s*(?P<mark>{_MARK})")
_LETTER = late(
    r"(?P<core>.*[0-9])(?P<mark>[rpef])|(?P<cell>.*[0-9]|:)\s+(?P<flag>[bcdefnpsuz]{1,2})"
    r"|(?P<year>(?:19|20)[0-9]{2})(?P<stage>[AEFP])"
)
"""12.5r, 3.2p: revised, provisional; “10.1 b”, “: c” as Eurostat has them; 2025E, as analysts have
years that are expected."""
_BEFORE = late(r"(?P<mark>[*＊†‡]+|[①-⑳]+)\s*(?P<core>\S.*)")
MARKS = 80
"""Characters at a cell's end among which its footnote marks are: to look for them takes the square
of that."""
_DIGITS = frozenset("0123456789")
_PLAIN_ENDS = _DIGITS | frozenset("%年月日")
"""Behind a digit they are no mark, and none stands before or behind them."""
_WIDE = str.maketrans(
    "０１２３４５６７８９．，％＋－（）\u3000\u00a0\u2009\u202f\u2007−–’＇﹣↑↓",
    "0123456789.,%+-()     --''-+-",
)


def unmarked(text: str) -> tuple[str, str]:
    """A cell's words and the footnote marks behind or before them.

    >>> unmarked("852.3①"), unmarked("12.5(r)"), unmarked("(35.0)"), unmarked("江苏*")
    (('852.3', '①'), ('12.5', '(r)'), ('(35.0)', ''), ('江苏', '*'))
    """
    if text[:1] in _DIGITS and text[-1:] in _PLAIN_ENDS:
        return text, ""
    head, end = text[:-MARKS], text[-MARKS:]
    for pattern in (_BEHIND, _LETTER):
        match = pattern.fullmatch(end)
        if match is not None:
            part = "core" if match["mark"] else "cell" if match["flag"] else "year"
            return head + match[part], match["mark"] or match["flag"] or match["stage"]
    match = _BEFORE.fullmatch(text)
    return (text, "") if match is None else (match["core"], match["mark"])


class Written(NamedTuple):
    """A number taken apart, its decimal mark not yet settled."""

    body: str
    """Digits with the marks between them."""
    is_negative: bool = False
    power: int = 0
    """Of ten: 1.2E+05 has 5."""
    magnitude: str = ""
    unit: str = ""
    is_rough: bool = False
    """It has a qualifier: 约, 余, 以上."""

    @property
    def suffix(self) -> str:
        """万吨, %: what it is counted in."""
        return self.magnitude + self.unit


def _either(words: object) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


STARTS = frozenset(word[0] for word in (*WORDS["before"], *CURRENCIES) if word[0].isalpha())
"""Letters that a number may begin with."""


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    qualifiers = _either({*WORDS["before"], *WORDS["compares"]})
    behind = _either({*WORDS["after"]})
    few = _either({*WORDS["few"]} - {"几"})
    currencies = _either(CURRENCIES)
    magnitudes = _either(filter(None, MAGNITUDES))
    return re.compile(
        rf"(?P<open>\()?\s*(?P<rough>{qualifiers})?\s*(?P<sign>[+-])?\s*(?P<currency>{currencies})?\s*"
        r"(?P<inner>[+-])?(?P<body>[0-9][0-9.,' ]*[0-9]|[0-9]|[.,][0-9]+)"
        r"(?:[eE](?P<power>[+-]?[0-9]{1,3}))?"
        rf"\s*(?P<few>{few})?\s*(?P<magnitude>{magnitudes})?(?P<few2>{few})?\s*(?P<unit>[^0-9()\s]"
        rf"[^0-9()]{{0,11}}?)?(?P<behind>{behind})?\s*(?P<close>\))?(?P<outer>%|‰)?"
    )


def written(text: str) -> Written | None:
    """A cell's number; None where it is none, or is several.

    >>> written("约1.2亿元").suffix, written("(35.0)").is_negative, written("３４５").body
    ('亿元', True, '345')
    >>> written("3—5"), written("第3"), written("长春")
    (None, None, None)
    """
    match = _pattern().fullmatch(text.translate(_WIDE).strip())
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    unit = (match["unit"] or "").strip()
    if unit and (unit in CALENDAR or not is_unit(unit)):
        return None
    unit = unit or match["outer"] or ""
    if match["currency"]:
        unit = unit or CURRENCIES[match["currency"]]
    signs = (match["sign"] or "") + (match["inner"] or "")
    if len(signs) > 1:
        return None
    return Written(
        match["body"],
        signs == "-" or bool(match["open"]),
        int(match["power"] or 0),
        match["magnitude"] or "",
        unit,
        bool(match["rough"] or match["few"] or match["few2"] or match["behind"]),
    )


_GROUPS = {
    ",": late(r"[0-9]{1,3}(?:,[0-9]{3})+"),
    ".": late(r"[0-9]{1,3}(?:\.[0-9]{3})+"),
}


_LAKHS = late(r"[0-9]{1,2}(?:,[0-9]{2})*,[0-9]{3}")
"""19,98,12,341: as India parts thousands."""


def mark_shown(body: str) -> str:
    """What a number shows of the decimal mark: “.” or “,” where it leaves no doubt, “?,” or “?.”
    where the mark in it may part thousands as well, "" where it has none, “!” where it is none.

    >>> [mark_shown(one) for one in ("1,234.5", "12,34", "59,435", "1.234.567", "8.125", "1,2,3")]
    ['.', ',', '?,', ',', '?.', '!']
    """
    body = body.replace("'", "")
    if " " in body:
        if not re.fullmatch(r"[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?", body):
            return "!"
        # Spaces part its thousands: another mark is that of decimals.
        return "," if "," in body else "." if "." in body else ""
    commas, dots = body.count(","), body.count(".")
    if not commas and not dots:
        return ""
    if commas and dots:
        mark, other = (".", ",") if body.rfind(".") > body.rfind(",") else (",", ".")
        whole, _, _ = body.rpartition(mark)
        is_parted = _GROUPS[other].fullmatch(whole) or (other == "," and _LAKHS.fullmatch(whole))
        return mark if mark not in whole and is_parted else "!"
    mark, other = (",", ".") if commas else (".", ",")
    if commas + dots > 1:
        is_parted = _GROUPS[mark].fullmatch(body) or _LAKHS.fullmatch(body)
        return other if is_parted else "!"
    if _GROUPS[mark].fullmatch(body) and not body.startswith("0"):
        return f"?{mark}"
    return mark


def digits_of(body: str, mark: str) -> str:
    """Its digits with a point, as `Decimal` takes them, if decimals stand behind `mark`."""
    other = "." if mark == "," else ","
    return body.replace(" ", "").replace("'", "").replace(other, "").replace(mark, ".")
