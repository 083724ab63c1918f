"""How values stand in sentences: the one place where numbers and units get their form."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from string import Formatter

from infographic.foundation.sayings import LANGUAGE, Saying, Value, text_of
from infographic.foundation.units import POINTS_PER

_COMMAS = {"en": ", ", "zh": "、"}
_BRACKETS = {"en": (" (", ")"), "zh": ("（", "）")}
LONGEST = 400
"""Characters of a text that is quoted; of a longer one, as many from its ends."""


def cut(text: str) -> str:
    """A text as it is quoted.

    >>> cut("长" * 1000) == "长" * 300 + "…" + "长" * 99
    True
    """
    return text if len(text) <= LONGEST else f"{text[:300]}…{text[301 - LONGEST :]}"


class Writer(Formatter):
    """Writes values into sentences.

    >>> values = {"high": 3, "rows": 2, "of": ("甲", "乙")}
    >>> Writer("px").format("{high:.1f pt}, {rows:# line|# lines}, {of:join 、}", **values)
    '4.0 px, 2 lines, 甲、乙'
    >>> Writer().format("{high:.1f in mm} × {high:.1f mm}, {of:list or}", **values)
    '1.1 × 1.1 mm, 甲 or 乙'
    >>> Writer(language="zh").format("{high:.1f pt mm}，{of:list 或}", **values)
    '3.0 pt（1.1 mm），甲或乙'
    """

    def __init__(self, unit: str = "pt", language: str = LANGUAGE) -> None:
        self.unit, self.language = unit, language

    def format_field(self, value: Value, spec: str) -> str:
        if spec == "term":
            if isinstance(value, str):
                return self._term(cut(value))
            spec = ""
        match value:
            case Saying():
                return text_of(value, self.unit, self.language)
            case PurePath():
                return cut(value.as_posix())
            case str():
                return format(cut(value), spec)
            case int() | float():
                return self._number(value, spec)
            case Sequence():
                return self._several([self.format_field(each, "") for each in value], spec)
            case _:
                return str(value)

    def _several(self, words: Sequence[str], spec: str) -> str:
        comma = _COMMAS[self.language]
        if spec.startswith("list ") and len(words) > 1:
            last = spec.removeprefix("list ")
            last = f" {last} " if comma == ", " else last
            return f"{comma.join(words[:-1])}{last}{words[-1]}"
        return (spec.removeprefix("join ") if spec.startswith("join ") else comma).join(words)

    def _term(self, word: str) -> str:
        if self.language == LANGUAGE:
            return word
        # Late, as the sentences of a language are.
        from importlib import import_module

        terms: dict[str, str] = import_module(f"{__package__}.{self.language}.terms").TERMS
        return terms.get(word, word)

    def _number(self, value: float, spec: str) -> str:
        one, or_, several = spec.partition("|")
        if or_:
            return (one if value == 1 else several).replace("#", str(value))
        match spec.split(" "):
            case [number, "in", unit]:
                return self._length(value, number, unit).partition(" ")[0]
            case [number, "pt", "mm"] if self.unit != "px":
                points = self._length(value, number, "pt")
                left, right = _BRACKETS[self.language]
                return f"{points}{left}{self._length(value, number, 'mm')}{right}"
            case [number, unit, *_]:
                return self._length(value, number, unit)
        said = format(value, spec or (".12g" if isinstance(value, float) else ""))
        return said.replace("-", "−") if spec.startswith("+") else said

    def _length(self, value: float, number: str, unit: str) -> str:
        unit = self.unit if unit == "pt" else unit
        return f"{format(value / POINTS_PER[unit], number)} {unit}"
