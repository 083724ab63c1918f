"""How a cell stands in a text: `{{gdp}}`, `{{growth|abs}}`; its own marks as they were typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from infographic.foundation.late_pattern import late
from infographic.text.numerals import MAGNITUDES, format_number

# A brace behind a backslash is the character itself, as everywhere in a story.
PLACE = late(r"(?<!\\)\{\{\s*(?P<column>[^{}|]+?)\s*(?:\|\s*(?P<form>[^{}]*?)\s*)?\}\}")
_MARKS = late(r"[*{}\\]")
_BLANKS = late(r"[\t\r\f\v]+")
PLAIN_FIELDS = frozenset({
    "alt", "approval", "as", "aspect", "at", "base", "bars", "better", "colors", "data",
    "decimals", "file", "focus", "forecast", "grouping", "highlight", "icon", "image", "kind",
    "language", "names", "number", "of", "order", "priority", "qualifier", "references", "scale",
    "series", "side", "sign", "ticks", "trend", "unit", "until", "url", "value", "values",
    "when",
})  # fmt: skip
"""Fields of a story whose texts have no marks: they are taken as they are."""
NOTHING = "\ufeff"
"""Set as nothing (`text.strays`)."""
SHOWN = "shown"
"""The form of a cell as its file shows it: “12.3%”, “¥1,234.50”, “—” of an empty one."""
FORMS = (SHOWN, "abs", "+", ",", "0 … 9", *filter(None, MAGNITUDES))


def places_in(text: str) -> Iterator[re.Match[str]]:
    return PLACE.finditer(text)


def as_typed(words: str) -> str:
    r"""Words of a cell so that a text prints them as they are: nothing in them is a mark.

    >>> as_typed("**重点** {a}")
    '\\*\\*重点\\*\\* \\{a\\}'
    """
    return _MARKS.sub(r"\\\g<0>", _BLANKS.sub(" ", words))


def joined(before: str, words: str) -> str:
    """Words behind others, such that no mark is made of both: “{?” and “?” are not “{??”."""
    return (
        f"{before}{NOTHING}{words}"
        if before.endswith("{?") and words[:1] == "?"
        else before + words
    )


def in_words(value: Decimal | float, form: str = "") -> str:
    """A number as a text has it; of the number itself no digit is lost unless `form` asks for it.

    Forms, with a blank between them: `abs` without its sign, `+` with one, `,` its thousands apart,
    a digit: so many decimals, 万 and the like: at that magnitude. Raises `ValueError` for another.

    >>> in_words(Decimal("-2.30")), in_words(Decimal("-2.3"), "abs"), in_words(1769800, "万 1")
    ('−2.30', '2.3', '177.0')
    """
    decimals: int | None = None
    magnitude, has_sign, grouping = "", False, False
    for one in form.split():
        if one == "abs":
            value = abs(Decimal(str(value)))
        elif one == "+":
            has_sign = True
        elif one == ",":
            grouping = True
        elif len(one) == 1 and one in "0123456789":
            decimals = int(one)
        elif one in MAGNITUDES:
            magnitude = one
        else:
            raise ValueError(one)
    digits = format_number(value, magnitude, decimals, grouping)
    if has_sign and value > 0:
        digits = f"+{digits}"
    return digits.replace("-", "−")
