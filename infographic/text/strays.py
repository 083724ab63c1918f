"""Characters that no author means: what stands in for a Han, and what has no ink.

A PDF's copied text has radicals (⽂) where it shows Han (文), a web page's has soft hyphens and
marks of direction. Words are set as `as_set` has them; `copy_lint` says so of each.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from infographic.foundation.late_pattern import late

# Unicode 15, EquivalentUnifiedIdeograph.txt, each radical before its Han. U+2E80 and U+2E9A have
# none. Those of the Kangxi block have theirs as a compatibility decomposition, too.
_RADICALS = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕𫜹⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母"
    "⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑"
    "⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风"
    "⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
IGNORABLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""For a set in a pattern: Default_Ignorable_Code_Point (Unicode 15, DerivedCoreProperties)."""
SELECTORS = "\ufe00-\ufe02\U000e0100-\U000e01ef"
"""The variation selectors that choose a Han's form (UTS #37, StandardizedVariants.txt)."""
HAN = "\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
LATIN = "A-Za-z\u00c0-\u024f"
BREAKS = "\r\u2028\u2029"
"""Line ends of other programs, taken for \\n; of \\r\\n both together."""
SOFT_HYPHEN = "\u00ad"
MAY_BREAK, KEPT = "\u200b", "\u2060"
"""Where a line may end, and where none may."""
_FIRST_ASTRAL = "\U0001b000"
"""Above it everything is looked at."""
_MAY_BE_ODD = late(f"[\u2e80-\u2fd5\uf900-\ufaff{IGNORABLE}]")
"""Where the others stand: few texts have one, and a list of them takes a millisecond to make."""


@cache
def _odd() -> frozenset[str]:
    """The characters below `_FIRST_ASTRAL` that are not set as they stand."""
    found = set(hans())
    for first, last in re.findall("(.)(?:-(.))?", IGNORABLE):
        found.update(map(chr, range(ord(first), min(ord(last or first), 0xFFFF) + 1)))
    return frozenset(found)


@cache
def hans() -> dict[str, str]:
    """The Han for each radical, and for each compatibility ideograph that stands for one.

    >>> hans()["⽂"], hans()["⻔"], hans()["\\uf9dc"], "\\ufa11" in hans()
    ('文', '门', '隆', False)
    """
    kangxi = {chr(code): _decomposed(chr(code)) for code in range(0x2F00, 0x2FD6)}
    others = (*range(0xF900, 0xFB00), *range(0x2F800, 0x2FA1E))
    compatible = {chr(code): _decomposed(chr(code)) for code in others}
    pairs = zip(_RADICALS[::2], _RADICALS[1::2], strict=True)
    return {one: han for one, han in {**kangxi, **compatible, **dict(pairs)}.items() if one != han}


def _decomposed(character: str) -> str:
    return unicodedata.normalize("NFKC", character)


def is_plain(words: str) -> bool:
    """Whether words are set as they stand."""
    return words.isascii() or (
        max(words) < _FIRST_ASTRAL
        and (_MAY_BE_ODD.search(words) is None or _odd().isdisjoint(words))
    )


def as_set(words: str) -> str:
    """Words with each radical as its Han, and nothing that has no ink but where it does something.

    That is: U+00AD inside a Latin word, which may be divided there; U+200B inside an address, which
    may; U+2060 between two letters, which no line's end parts; the form of a Han; and what holds
    an emoji together.

    >>> as_set("⽂\\u00ad化，\\u200b走进\\u200e⼭村 info\\u00adgraphic")
    '文化，走进山村 info\\xadgraphic'
    """
    if is_plain(words):
        return words
    return unseen().sub(_kept, words.translate(_translation()))


@cache
def _translation() -> dict[int, str]:
    return {ord(one): han for one, han in hans().items()}


def _kept(match: re.Match[str]) -> str:
    return match[0] if match.lastgroup else ""


def without_guides(text: str) -> str:
    """A text as it is copied: what says where lines may end goes, too."""
    if MAY_BREAK in text or KEPT in text:
        return text.replace(MAY_BREAK, "").replace(KEPT, "")
    return text


_ADDRESS = f"!-~{LATIN}"


@cache
def unseen() -> re.Pattern[str]:
    """What has no ink; in the group “kept” where it does something, and with what it does it to
    where that is an emoji."""
    # Late: few texts have any, and a pattern costs a millisecond.
    from infographic.text.emoji import SEQUENCE

    letter = f"{HAN}{LATIN}0-9"
    return re.compile(
        f"(?P<kept>{SEQUENCE}"
        f"|(?<=[{LATIN}])\u00ad(?=[{LATIN}])"
        f"|(?<=[{_ADDRESS}])\u200b(?=[{_ADDRESS}])"
        f"|(?<=[{letter}])\u2060(?=[{letter}])"
        f"|(?<=[{HAN}])[{SELECTORS}])"
        f"|[{IGNORABLE}]"
    )
