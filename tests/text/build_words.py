"""Makes the words and patterns in `infographic/text/data`.

`build_words.py JIEBA_DICT JIONLP_WORDS HYPHEN_DIC`

JIEBA_DICT is dict.txt of PyPI's `jieba` 0.42.1 (MIT); JIONLP_WORDS is word_distribution.json of
PyPI's `jionlp` 1.5.31 (Apache-2.0), in its dictionary/word_distribution.zip; HYPHEN_DIC is
hyph_en_US.dic of PyPI's `pyphen` or Debian's `hyphen-en-us`. The house's own terms are in terms.txt
beside this file. The same sources give the same bytes.

jieba says what kind of word a word is, JioNLP how often newspapers write it: its counts are of
news up to 2020, jieba's of novels and of the People's Daily of 1998.
"""

from __future__ import annotations

import gzip
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from infographic.text.words import LONGEST, packed

DATA = Path(__file__).resolve().parents[2] / "infographic" / "text" / "data"
TERMS = Path(__file__).parent / "terms.txt"
LONGEST_LISTED = 8
LEAST_NEWS, LEAST_JIEBA = 300, 20
"""Rarer words are left out, but for jieba's names of things of three characters and more."""
THINGS = frozenset(("n", "nz", "vn", "ns", "nt"))
KINDS = {"ns": "s", "s": "s", "vn": "g", "zg": "n", "mq": "m", "i": "i", "l": "i", "z": "a"}
"""jieba's parts of speech that are not told by their first letter."""
KNOWN = "nstvgadpcumqfrbi"
DIGITS = frozenset("零〇一二三四五六七八九十百千万亿两几数")
ADVERBS = frozenset("再首已将未不连重新正可即难更最仍均全共又只频")
NO_HEADS = frozenset("颗名位项件家艘架台部次届条座张支个的了在和与及是有将被把")
NO_TAILS = frozenset("的了在为和与及是将被把对向于")
"""What the counts take for the first or the last character of a word where it is one of its own."""
TERM_COST, MOST_COST = 36, 90
UNSURE = 4
"""A word that no newspaper of the count has is taken for so many times rarer."""

Kinds = dict[str, tuple[int, str]]


class Sources(NamedTuple):
    jieba: Mapping[str, tuple[int, str]]
    news: Mapping[str, int]
    terms: Mapping[str, str]


def is_han(word: str) -> bool:
    return bool(word) and all("\u4e00" <= character <= "\u9fff" for character in word)


def read_jieba(source: Path) -> dict[str, tuple[int, str]]:
    rows = (line.split(" ") for line in source.read_text("utf-8").splitlines())
    return {word: (int(count), tag) for word, count, tag in rows if is_han(word)}


def read_news(source: Path) -> dict[str, int]:
    """A pair of word and count to a line."""
    found = {}
    for line in source.read_text("utf-8").splitlines():
        if line.startswith("["):
            word, count = json.loads(line.rstrip(","))
            if is_han(word):
                found[word] = int(count)
    return found


def read_terms(source: Path) -> dict[str, str]:
    """Lines of a kind and its words; # begins a comment."""
    found: dict[str, str] = {}
    for line in source.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, *terms = line.split()
            found.update((term, kind) for term in terms if term not in found)
    return found


def kind_of(word: str, tag: str) -> str:
    kind = KINDS.get(tag, tag[:1])
    if kind == "i" and len(word) < 4:
        return "v"
    if kind in "yko":
        return "u"
    return kind if kind in KNOWN else "n"


def kinds_by_form(sources: Sources) -> Callable[[str], str]:
    """The likeliest kind of a word by its first and last character and its length."""
    firsts: dict[tuple[int, str], Counter[str]] = defaultdict(Counter)
    lasts: dict[tuple[int, str], Counter[str]] = defaultdict(Counter)
    totals: dict[int, Counter[str]] = defaultdict(Counter)
    for word, (_, tag) in sources.jieba.items():
        count = sources.news.get(word, 0)
        if len(word) >= 2 and tag != "l" and count >= LEAST_NEWS:
            length, kind, weight = min(len(word), 4), kind_of(word, tag), math.log(1 + count)
            firsts[length, word[0]][kind] += weight
            lasts[length, word[-1]][kind] += weight
            totals[length][kind] += weight

    def likelihood(word: str, kind: str) -> float:
        length = min(len(word), 4)
        share = totals[length][kind] / (totals[length].total() or 1)
        if not share:
            return -math.inf
        # Three words' weight of doubt, so that a character that few words have says little.
        parts = (firsts[length, word[0]], lasts[length, word[-1]])
        seen = [(part[kind] + 3 * share) / (part.total() + 3) for part in parts]
        return math.log(seen[0]) + math.log(seen[1]) - math.log(share)

    return lambda word: max("nvgasidmt", key=lambda kind: likelihood(word, kind))


def words(sources: Sources) -> Kinds:
    """Each word with its cost (in quarters of a nat) and kind."""
    chosen = dict(_listed(sources))
    by_form = kinds_by_form(sources)
    found: Kinds = {}
    for word, cost in chosen.items():
        count, tag = sources.jieba.get(word, (0, ""))
        kind = kind_of(word, tag) if count else ""
        if tag == "l" or (not count and len(word) >= 4):
            kind = _kind_of_phrase(word, chosen, sources)
        elif not count:
            is_verb = len(word) == 2 and word[0] in ADVERBS
            is_verb = is_verb and sources.jieba.get(word[1], (0, ""))[1].startswith("v")
            kind = "v" if is_verb else by_form(word) if len(word) > 1 else "n"
        if not _is_counted(word, kind):
            found[word] = (min(cost, MOST_COST), kind)
    found.update((term, (TERM_COST, kind)) for term, kind in sources.terms.items())
    return found


def _listed(sources: Sources) -> Iterator[tuple[str, int]]:
    """The words that are frequent enough, with their costs."""
    of_jieba = sum(count for count, _ in sources.jieba.values()) or 1
    of_news = sum(sources.news.values()) or 1
    for word in sorted({*sources.jieba, *sources.news}):
        if len(word) > LONGEST_LISTED:
            continue
        news, (count, tag) = sources.news.get(word, 0), sources.jieba.get(word, (0, ""))
        if count < LEAST_JIEBA and _is_two_words(word, sources):
            continue
        is_thing = len(word) >= 3 and tag in THINGS
        if len(word) > 1 and news < LEAST_NEWS and count < LEAST_JIEBA and not is_thing:
            continue
        share = news / of_news or count / of_jieba / (1 if count >= LEAST_JIEBA else UNSURE)
        yield word, round(-4 * math.log(share))


def _is_two_words(word: str, sources: Sources) -> bool:
    """颗卫星, 置换为."""
    if len(word) < 3:
        return False
    has_head = word[0] in NO_HEADS and word[1:] in sources.jieba
    return has_head or (word[-1] in NO_TAILS and word[:-1] in sources.jieba)


def _kind_of_phrase(word: str, chosen: Mapping[str, int], sources: Sources) -> str:
    """A phrase is of the kind of its last word: 食品安全, 服务质量."""
    for cut in (len(word) - 2, len(word) - 3):
        last = word[cut:]
        if cut >= 2 and last in sources.jieba and last in chosen and word[:cut] in chosen:
            kind = kind_of(last, sources.jieba[last][1])
            return kind if kind in "nga" else "i" if kind == "v" and len(word) == 4 else "n"
    return "i" if len(word) == 4 else "n"


def _is_counted(word: str, kind: str) -> bool:
    """Whether it is a numeral with what stands before or behind it: 前十, 十二号.

    Those are joined when they are met.
    """
    rest = set(word[1:]) - DIGITS - set("半多余")
    if word[0] in "前后第近约超逾":
        return len(word) > 1 and not rest
    return kind in "mt" and len(word) > 2 and word[0] in DIGITS and bool(rest)


def hyphens(source: Path) -> str:
    """The patterns of letters only, without those for dashes, apostrophes and ligatures."""
    lines = source.read_text("utf-8").splitlines()
    return "\n".join(
        line
        for line in lines
        if line.isascii() and line.islower() and line.replace(".", "").isalnum()
    )


def main() -> None:
    jieba, news, pyphen = map(Path, sys.argv[1:4])
    found = words(Sources(read_jieba(jieba), read_news(news), read_terms(TERMS)))
    assert max(map(len, found)) <= LONGEST
    patterns = hyphens(pyphen)
    for name, data, count in (
        ("words.bin", packed(found), len(found)),
        ("hyphens-en.txt.gz", gzip.compress(patterns.encode(), 9, mtime=0), len(patterns.split())),
    ):
        (DATA / name).write_bytes(data)
        print(f"{name}: {len(data)} bytes, {count} entries")


if __name__ == "__main__":
    main()
