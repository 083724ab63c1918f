"""The kinds of characters that few stories have."""

from __future__ import annotations

from infographic.foundation.late_pattern import late
from infographic.text.emoji import FLAG, PICTURE
from infographic.text.strays import IGNORABLE, hans

_IGNORABLE = late(f"[{IGNORABLE}]")
_PICTURE = late(f"[{PICTURE}{FLAG}\ufe0f\u20e3]")


def kinds_of(character: str) -> str:
    """As `characters` names them: i r f p.

    >>> kinds_of("⽂"), kinds_of("\\u200d"), kinds_of("Ａ"), kinds_of("😀"), kinds_of("€")
    ('r', 'i', 'f', 'p', '')
    """
    kinds = "i" if _IGNORABLE.match(character) else ""
    kinds += "r" if character in hans() else ""
    kinds += "f" if "Ａ" <= character <= "ｚ" else ""
    return kinds + ("p" if _PICTURE.match(character) else "")
