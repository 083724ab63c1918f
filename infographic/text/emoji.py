"""Which characters are emoji, and which of them make one picture together (UTS #51)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Emoji_Presentation=Yes below the pictographic blocks (Unicode 15, emoji-data.txt).
_EARLY = (
    "\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1"
    "\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705"
    "\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50"
    "\u2b55"
)
_PICTURES = (
    "\U0001f004\U0001f0cf\U0001f18e\U0001f191-\U0001f19a\U0001f201\U0001f21a\U0001f22f"
    "\U0001f232-\U0001f236\U0001f238-\U0001f23a\U0001f250\U0001f251\U0001f300-\U0001f64f"
    "\U0001f680-\U0001f6ff\U0001f7e0-\U0001f7eb\U0001f7f0\U0001f90c-\U0001f9ff\U0001fa70-\U0001faff"
)
_TEXT = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9\u21aa\u2328\u23cf\u23ed-\u23ef"
    "\u23f1\u23f2\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb\u25fc\u2600-\u2604\u260e\u2611"
    "\u2618\u261d\u2620\u2622\u2623\u2626\u262a\u262e\u262f\u2638-\u263a\u2640\u2642\u265f\u2660"
    "\u2663\u2665\u2666\u2668\u267b\u267e\u2692\u2694-\u2697\u2699\u269b\u269c\u26a0\u26a7\u26b0"
    "\u26b1\u26c8\u26cf\u26d1\u26d3\u26e9\u26f0\u26f1\u26f4\u26f7-\u26f9\u2702\u2708\u2709\u270c"
    "\u270d\u270f\u2712\u2714\u2716\u271d\u2721\u2733\u2734\u2744\u2747\u2763\u2764\u27a1\u2934"
    "\u2935\u2b05-\u2b07\u3030\u303d\u3297\u3299\U0001f170\U0001f171\U0001f17e\U0001f17f"
    "\U0001f202\U0001f237"
)
"""Signs that are emoji only where U+FE0F says so, or with others."""
PICTURE = f"{_EARLY}{_PICTURES}"
"""For a set in a pattern: what is an emoji by itself."""
FLAG = "\U0001f1e6-\U0001f1ff"
_SKIN = "\U0001f3fb-\U0001f3ff"
_ONE = f"(?:[{PICTURE}](?:[{_SKIN}]|\ufe0f)?|[{_TEXT}](?:[{_SKIN}]|\ufe0f))"
_LINKED = f"[{PICTURE}{_TEXT}](?:[{_SKIN}]|\ufe0f)?"
SEQUENCE = (
    f"[{FLAG}]{{2}}"
    "|[0-9#*]\ufe0f?\u20e3"
    f"|{_LINKED}(?:\u200d{_LINKED})+"
    f"|{_ONE}(?:[\U000e0020-\U000e007e]+\U000e007f)?"
)
"""A pattern: one emoji, of however many characters."""


@cache
def sequences() -> re.Pattern[str]:
    return re.compile(SEQUENCE)


def with_sequences(text: str, letters: str) -> str:
    """The classes of a text's characters, each emoji of several made one symbol in a cell.

    >>> with_sequences("好👍🏽", "huu")
    'hux'
    """
    parts: list[str] = []
    at = 0
    for match in sequences().finditer(text):
        parts += letters[at : match.start()], "u", "x" * (len(match[0]) - 1)
        at = match.end()
    return "".join((*parts, letters[at:]))


def name_of(sequence: str) -> str:
    """What an emoji is made of, by name.

    >>> name_of("👍🏽"), name_of("🇨🇳")
    ('thumbs up sign + emoji modifier fitzpatrick type-4', 'flag CN')
    """
    if "\U0001f1e6" <= sequence[0] <= "\U0001f1ff":
        return "flag " + "".join(chr(ord(letter) - 0x1F1E6 + ord("A")) for letter in sequence)
    parts = (
        c for c in sequence if c not in "\u200d\ufe0f" and not "\U000e0020" <= c <= "\U000e007f"
    )
    return " + ".join(unicodedata.name(part, f"U+{ord(part):04X}").lower() for part in parts)
