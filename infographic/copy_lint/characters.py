"""What kinds of character a text has: one look at it tells which rules there is something for."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from operator import methodcaller

from infographic.copy_lint.traditional import SIMPLIFIED
from infographic.foundation.late_pattern import late
from infographic.text.strays import BREAKS

_SIMPLE = {
    "<": "<", "&": "&", '"': "q", "'": "q", " ": " ", "\u00a0": " ", "\n": "e", ".": "m.",
    **dict.fromkeys(",:;!?()", "m"), **dict.fromkeys("，。、；：“”！？", "s"),
    **dict.fromkeys(BREAKS, "eb"),
}  # fmt: skip
"""Of the others: i no ink, r a radical, f full-width Latin, t traditional Han, p a picture."""
_HAN = ("\u4e00", "\u9fff")
_PLAIN = (
    ("\u2010", "\u2027"), ("\u3000", "\u302f"), ("\uff01", "\uff20"),
    ("\uff5b", "\uff65"), ("\u00ae", "\u02ff"), ("\u2030", "\u205e"), ("\u2070", "\u2319"),
    ("\u2460", "\u24ff"), ("\u2500", "\u25fc"), ("\u3400", "\u4dbf"),
)  # fmt: skip
"""Here stands nothing that is looked at, but for traditional Han."""


_PASSED: set[str] = set()
"""The characters met so far that no rule looks at: nearly all of a text."""
_KINDS: dict[str, str] = {}
"""The kinds of the others."""


def _kinds_of(character: str) -> str:
    kinds = _SIMPLE.get(character, "")
    if character in SIMPLIFIED:
        kinds += "t"
    elif not character.isascii() and not _HAN[0] <= character <= _HAN[1]:
        kinds += "" if any(a <= character <= b for a, b in _PLAIN) else _rare(character)
    if kinds:
        _KINDS[character] = kinds
    else:
        _PASSED.add(character)
    return kinds


def _rare(character: str) -> str:
    # Late: few stories have one, and patterns cost a millisecond.
    from infographic.copy_lint.rare import kinds_of

    return kinds_of(character)


_LATER = "\u2018"
"""From here on stand the curly quotes, Chinese marks and Han."""
_TWO_MARKS = late("[，、；：。,;.]{2}")
_HALF_WIDTH = late("[,.;:!?()]")
_start = methodcaller("start")
_DOUBLES = ("。”。", "““", "””", "！！", "？？")


@lru_cache(maxsize=512)
def kinds_in(text: str) -> frozenset[str]:
    """The kinds of a text's characters that a rule may have something to say of.

    Each character is looked up once a process, and marks only count where they stand oddly.

    >>> sorted(kinds_in("他说,好")), sorted(kinds_in("2,300；14:30"))
    (['m'], [])
    """
    met = [_KINDS.get(one) or _kinds_of(one) for one in set(text).difference(_PASSED)]
    kinds = set("".join(met))
    if not kinds.isdisjoint("sm") and (_TWO_MARKS.search(text) or any(map(text.count, _DOUBLES))):
        kinds.add("d")
    if "q" in kinds and '"' not in text and not _has_single_quote(text):
        kinds.remove("q")
    if "m" in kinds and not _has_mark_beside_chinese(text):
        kinds.remove("m")
    if "." in kinds and not _has_long_decimals(text):
        kinds.remove(".")
    if "e" in kinds and "b" not in kinds and "\n" not in text[len(text.rstrip()) :]:
        kinds.remove("e")
    if " " in kinds and "  " not in text and "\u00a0" not in text:
        kinds.remove(" ")
    kinds.discard("s")
    kinds.discard("b")
    return frozenset(kinds)


def _has_mark_beside_chinese(text: str) -> bool:
    """Whether a half-width mark stands beside what is not Latin, or an inline mark."""
    padded = f"  {text}  "
    return any(
        _is_other(padded[at - 1], padded[at - 2]) or _is_other(padded[at + 1], padded[at + 2])
        for at in map(_start, _HALF_WIDTH.finditer(padded))
        # {! and !} are no marks of the text.
        if padded[at] != "!" or (padded[at - 1] != "{" and padded[at + 1] != "}")
    )


def _is_other(beside: str, beyond: str) -> bool:
    return beside >= _LATER or beside in "*{}\"'" or (beside == " " and beyond >= _LATER)


def _has_long_decimals(text: str) -> bool:
    return any(len(part) > 9 and part[:9].isdecimal() for part in text.split(".")[1:])


def _has_single_quote(text: str) -> bool:
    """Whether a ' is no apostrophe inside a word."""
    parts = text.split("'")
    return not all(
        one[-1:].isalpha() and one[-1:] < _LATER and two[:1].isalpha() and two[:1] < _LATER
        for one, two in pairwise(parts)
    )
