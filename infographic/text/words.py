"""The built-in word list, searched where it lies: one headline reads the words of its characters.

    number of characters (2 bytes) │ the characters (2 bytes each) │ where the words of each begin
    (4 bytes each, and the end) │ for each character the words that begin with it, without it:
    “Cn书馆 Ev…”, a cost (a character, from “!” up) and a kind before each

Numbers are little-endian, words UTF-8. Made by tests/text/build_words.py.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "words.bin"
LONGEST = 14
"""Characters of the longest word."""
FIRST_COST = ord("!")


class WordList:
    """Words with their costs, in quarters of a nat, and kinds, by their first character."""

    def __init__(self, data: bytes) -> None:
        count = int.from_bytes(data[:2], "little")
        self._characters = _numbers("H", data[2 : 2 + 2 * count])
        self._starts = _numbers("I", data[2 + 2 * count : 6 + 6 * count])
        self._words = data[6 + 6 * count :]
        self._known = lru_cache(maxsize=512)(self._beginning_with)

    def beginning_with(self, character: str) -> Mapping[str, tuple[int, str]]:
        """What follows that character in each word that begins with it; "" for the word alone."""
        return self._known(character)

    def _beginning_with(self, character: str) -> Mapping[str, tuple[int, str]]:
        code = ord(character)
        at = bisect_left(self._characters, code)
        if at == len(self._characters) or self._characters[at] != code:
            return {}
        own = self._words[self._starts[at] : self._starts[at + 1]].decode()
        return {entry[2:]: _MEANT[entry[:2]] for entry in own.split(" ") if entry}


class _Meant(dict[str, tuple[int, str]]):
    """What the two characters before a word say: of 80,000 words some hundreds differ."""

    def __missing__(self, said: str) -> tuple[int, str]:
        meant = self[said] = ord(said[0]) - FIRST_COST, said[1]
        return meant


_MEANT = _Meant()


def _numbers(kind: str, data: bytes) -> array[int]:
    numbers = array(kind, data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


@cache
def word_list() -> WordList:
    """The shipped list; read once, when the first headline needs a break."""
    return WordList(FILE.read_bytes())


def packed(words: Mapping[str, tuple[int, str]]) -> bytes:
    """A word list as bytes.

    >>> WordList(packed({"人民": (30, "n"), "人": (20, "n")})).beginning_with("人")
    {'': (20, 'n'), '民': (30, 'n')}
    """
    own: dict[str, list[str]] = {}
    for word, (cost, kind) in sorted(words.items()):
        own.setdefault(word[0], []).append(f"{chr(FIRST_COST + cost)}{kind}{word[1:]}")
    texts = [" ".join(entries).encode() for _, entries in sorted(own.items())]
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text))
    return b"".join((
        len(own).to_bytes(2, "little"),
        *(ord(character).to_bytes(2, "little") for character in sorted(own)),
        *(start.to_bytes(4, "little") for start in starts),
        *texts,
    ))  # fmt: skip
