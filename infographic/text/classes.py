"""What each character is to a compositor.

Every character becomes one letter, so that a whole paragraph is classified by `str.translate`
and searched by regular expressions. A capital O C I E is a mark set in half a cell, with no
blank left to trim. What a letter may do is the house's table (house.py).
"""

from __future__ import annotations

from infographic.foundation.late_pattern import late
from infographic.text.house import House, load_house
from infographic.text.written import gaps_in

__all__ = ["HAN", "LATIN", "MARKS", "SPACED", "House", "classify", "load_house"]

LATIN = frozenset("ldabyft")
"""Letters of the classes that stand in Latin words."""
SPACED = frozenset("ld")
"""Of these, the ones that a Han keeps its distance from."""
HAN = frozenset("hk")
MARKS = frozenset("ociemsnOCIE")
"""Chinese punctuation with a cell of its own."""

_AMBIGUOUS = late("[“”‘’—…⋯–·・‧•/？！∶≥≤≈-]")
_LETTER = "A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff"
_APOSTROPHE = late(f"(?<=[{_LETTER}])’(?=[{_LETTER}])")
_QUOTES = {"“": "b", "‘": "b", "”": "a", "’": "a"}


def classify(text: str, house: House, punctuation: str, language: str = "zh-Hans") -> str:
    """One class letter for each character, ambiguous ones settled by their neighbours.

    >>> classify("共“2300”个，it’s A/B。", load_house("newspaper"), "quanjiao")
    'hoddddchillll lyle'
    """
    letters = text.translate(house.classes)
    if _AMBIGUOUS.search(text):
        settled = list(letters)
        # A paragraph with Han in it, or without any letters, is Chinese.
        is_chinese = language.startswith(("zh", "ja")) and ("h" in letters or "l" not in letters)
        _settle_quotes(text, settled, is_chinese)
        _settle_dashes(text, letters, settled, is_chinese)
        _settle_pairs(text, settled, house.one_cell_pairs)
        letters = "".join(settled)
    for at in gaps_in(text):
        letters = letters[:at] + "y" + letters[at + 1 :]
    if may_hold_emoji(text):
        # Late: few pages have one.
        from infographic.text.emoji import with_sequences

        letters = with_sequences(text, letters)
    half = house.half[punctuation]
    return letters.translate(half) if half else letters


def may_hold_emoji(text: str) -> bool:
    """Whether a text has what emoji of several characters have: a picture, U+FE0F, a keycap."""
    return not text.isascii() and (
        max(text) >= "\U0001f000" or "\ufe0f" in text or "\u20e3" in text
    )


def _settle_quotes(text: str, settled: list[str], is_chinese: bool) -> None:
    # Among Han, curly quotes are Chinese and fill a cell, even round a Latin word (clreq#534).
    if not is_chinese:
        for at, character in enumerate(text):
            if character in _QUOTES:
                settled[at] = _QUOTES[character]
    if "’" in text:
        for match in _APOSTROPHE.finditer(text):
            settled[match.start()] = "l"


_SINGLE = late("[—…⋯–·・‧•/∶≥≤≈-]+")


def _settle_dashes(text: str, letters: str, settled: list[str], is_chinese: bool) -> None:
    """Single — … – · / ∶ ≥ belong to Latin between Latin neighbours, to Chinese elsewhere."""
    last = len(text) - 1
    for match in _SINGLE.finditer(text):
        at, end = match.span()
        before = letters[at - 1] if at else ""
        after = letters[end] if end <= last else ""
        character = text[at]
        if end - at > 1:
            continue
        between_letters = before == after == "l"
        between_latin = before in LATIN and after in LATIN and bool(before and after)
        if character in "∶≥≤≈":
            # 105.6∶100 and ≥8 are set as their figures are, 男∶女 in a cell.
            is_sign = after == "d" and (before != "d") == (character != "∶")
            settled[at] = "y" if between_latin or is_sign else letters[at]
        elif character == "/":
            is_spaced = before in ("", " ") or after in ("", " ")
            settled[at] = "y" if between_latin or is_spaced else "s"
        elif character == "-":
            # A keyboard's 短横线: it joins two Chinese words (GB/T 15834, 4.13).
            settled[at] = "n" if before in HAN and after in HAN else "y"
        elif character in "—–":
            # 2010—2020 is a Chinese connector (GB/T 15834, 4.13); word—word is English.
            settled[at] = "y" if between_letters or not is_chinese else "n"
        elif character in "…⋯":
            settled[at] = "y" if between_latin or not is_chinese else "z"
        elif before in HAN and after in HAN:
            settled[at] = "m"
        else:
            settled[at] = "y" if between_letters else "m" if character == "·" else "u"


def _settle_pairs(text: str, settled: list[str], shared: str) -> None:
    """Marks that share a cell two by two become half marks; a third keeps its own cell."""
    at = 0
    while at < len(text) - 1:
        if text[at] in shared and text[at + 1] in shared:
            settled[at] = settled[at + 1] = "E"
            at += 1
        at += 1
