"""Where a reader would pause: Chinese words, and what it costs to end a line between two of them.

Words come from `rjieba` where it is installed (the extra “headline”), else from the list of
`words`: the likeliest way to cut the text, each word by itself (a unigram Viterbi). Both are wrong
about names they never met, so single characters in a row are held together, and numerals are joined
to their classifiers. What a break between two kinds of words costs stands in data/phrases.json.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """What is known of words, and what breaks between them cost: data/phrases.json."""

    unevenness: float
    """What a line costs that is twice as long as the lines are on the average, or has no length:
    the unit is that of all other costs. A line half as uneven costs a quarter."""
    between_words: float
    """A break between two words, where the kinds of neither say otherwise."""
    inside_word: float
    inside_term: float
    """Between two words of a listed term of four characters and more: 国家自然科学|基金."""
    inside_quotes: float
    """More, between “ and ” or 《 and 》."""
    wide_space: float
    """At a typed U+3000; a pause is welcome, so it costs less than nothing. Likewise `space`,
    `stop` (。，：；—— …), `pause` (other marks) and `closer`, which is added to the words' cost."""
    space: float
    stop: float
    pause: float
    closer: float
    lone_character: float
    """A line of a single character."""
    after_single: float
    """More, where the word before the break is a single character; likewise `before_single`,
    which is doubled behind a particle: 任务重的 / 村."""
    before_single: float
    attribute_clause: float
    """More, before a single adjective with 的 behind it: 任务重的村, 分量足的稿."""
    joints: Mapping[str, float]
    """A break between two kinds of words: “nv”; “p*” after a p whatever follows."""
    kinds: Mapping[str, str]
    """Words whose kind is known better here than in the list."""
    words: Mapping[str, str]
    """Words that the list lacks, with their kinds."""
    word_cost: int
    """What one of these costs, in quarters of a nat."""
    complements: str
    """起 出 上 …: with the single verb before them one word."""
    verb_ends: str
    """到 出 成 …: likewise with a verb of two characters."""
    suffixes: str
    """县 湾 站 …: with the noun before them one word."""
    surnames: str
    titles: str
    """生 者 员 …: the last characters of words that a name follows: 医生, 记者."""
    number_heads: str
    """第 约 超 …: with the numeral behind them one word."""
    classifiers: frozenset[str]
    heads: frozenset[str]
    """行动 工程 …: a verb right before one says which it is, and is no predicate."""
    short_line: float
    """A line shorter than half the longest."""


@cache
def load_phrases() -> Phrases:
    rules = json.loads((DATA / "phrases.json").read_text(encoding="utf-8"))
    return Phrases(
        unevenness=rules["unevenness"],
        between_words=rules["between_words"],
        inside_word=rules["inside_word"],
        inside_term=rules["inside_term"],
        inside_quotes=rules["inside_quotes"],
        wide_space=rules["wide_space"],
        space=rules["space"],
        stop=rules["stop"],
        pause=rules["pause"],
        closer=rules["closer"],
        lone_character=rules["lone_character"],
        after_single=rules["after_single"],
        before_single=rules["before_single"],
        attribute_clause=rules["attribute_clause"],
        joints=rules["joints"],
        kinds={word: kind for kind, words in rules["kinds"].items() for word in words.split()},
        words={
            word: kind
            for table in (rules["kinds"], rules["words"])
            for kind, words in table.items()
            for word in words.split()
            if len(word) > 1
        },
        word_cost=rules["word_cost"],
        complements=rules["complements"],
        verb_ends=rules["verb_ends"],
        suffixes=rules["suffixes"],
        surnames=rules["surnames"],
        titles=rules["titles"],
        number_heads=rules["number_heads"],
        classifiers=frozenset(rules["classifiers"].split()),
        heads=frozenset(rules["heads"].split()),
        short_line=rules["short_line"],
    )


class Word(NamedTuple):
    """A word's place in the text, and its kind.

    n noun, s place, t time, v verb, g noun of action, a adjective, d adverb, p preposition,
    c conjunction, u particle, m number with its classifier, q classifier, f locality, r pronoun,
    b attribute, i phrase of four, h head of a compound, l Latin or digits, x mark.
    """

    start: int
    end: int
    kind: str


Tagger = Callable[[str, Phrases], list[tuple[str, str]]]
"""What cuts a text into words with their kinds."""


def break_costs(text: str, phrases: Phrases) -> Mapping[int, float]:
    """What it costs to end a line before each character that begins a word.

    A character that is not named stands inside a word.
    """
    return _break_costs(text, phrases, tagger())


@lru_cache(maxsize=512)
def _break_costs(text: str, phrases: Phrases, tag: Tagger) -> Mapping[int, float]:
    words = words_of(text, phrases, tag)
    costs = {
        place: phrases.inside_term
        for word in words
        if word.end - word.start >= LONG and word.kind in "ng"
        for place in _inside(text, word, phrases)
    }
    for before, after in pairwise(words):
        costs[after.start] = _cost(before, after, phrases)
    for subject, adjective, particle in zip(words, words[1:], words[2:], strict=False):
        if (
            subject.kind in "ng"
            and adjective.kind == "a"
            and adjective.end - adjective.start == 1
            and text[particle.start : particle.end] == "的"
        ):
            costs[adjective.start] += phrases.attribute_clause
    return costs


LONG = 4
"""Characters from which a listed term is made of words."""


def _inside(text: str, term: Word, phrases: Phrases) -> Iterator[int]:
    """Where a long term may be parted, if it must be."""
    own = text[term.start : term.end]
    at = term.start
    for piece, _ in listed(own, phrases, longest=len(own) - 1):
        if at > term.start and len(piece) > 1 and at - term.start > 1:
            yield at
        at += len(piece)


_AS_NOUN = str.maketrans("xh", "nn")


def _cost(before: Word, after: Word, phrases: Phrases) -> float:
    # A title in quotes is read as a noun; so is what stands in Latin letters.
    pair = before.kind.translate(_AS_NOUN) + after.kind.replace("x", "n")
    joints = phrases.joints
    cost = joints.get(pair)
    if cost is None:
        cost = max(joints.get(before.kind + "*", 0.0), joints.get("*" + after.kind, 0.0))
        cost = cost or phrases.between_words
    if before.kind not in "xl" and after.kind not in "xl":
        if before.end - before.start == 1 and before.kind not in "ufcx":
            cost += phrases.after_single
        if after.end - after.start == 1 and after.kind not in "updcrv":
            cost += phrases.before_single * (2 if before.kind == "u" else 1)
    return cost


_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]+|[A-Za-z0-9]+|.", re.S)


def words_of(text: str, phrases: Phrases, tag: Tagger) -> tuple[Word, ...]:
    """All of a text as words."""
    words: list[Word] = []
    for match in _HAN.finditer(text):
        run, at = match[0], match.start()
        if run[0] >= "\u3400" and run[0].isalpha():
            for piece, kind in tag(run, phrases):
                words.append(Word(at, at + len(piece), phrases.kinds.get(piece, kind)))
                at += len(piece)
        else:
            words.append(Word(at, match.end(), "l" if run[0].isalnum() else "x"))
    return tuple(_joined(text, _named(text, words, phrases), phrases))


def _joined(text: str, words: Iterable[Word], phrases: Phrases) -> list[Word]:
    """Words that are one: a numeral and its classifier, a verb and its complement, a name."""
    joined: list[Word] = []
    for word in words:
        last = joined[-1] if joined else None
        kind = _together(text, last, word, phrases) if last else ""
        if last and kind:
            joined[-1] = Word(last.start, word.end, kind)
            continue
        if last and last.kind in "vg" and text[word.start : word.end] in phrases.heads:
            joined[-1] = last._replace(kind="g")
            word = word._replace(kind="h")
        joined.append(word)
    return joined


LONGEST_NAME = 3
NO_NAME = frozenset("updcrqmxl")
"""Kinds that no character of a name is read as."""


def _named(text: str, words: list[Word], phrases: Phrases) -> Iterator[Word]:
    """Single characters in a row that begin with a surname are a name: 宁忠岩."""
    at = 0
    while at < len(words):
        first, end = words[at], at + 1
        if first.end - first.start == 1 and text[first.start] in phrases.surnames:
            while end < min(len(words), at + LONGEST_NAME) and (
                words[end].end - words[end].start == 1 and words[end].kind not in NO_NAME
            ):
                end += 1
        yield first if end == at + 1 else Word(first.start, words[end - 1].end, "n")
        at = end


_DIGITS = frozenset("零〇一二三四五六七八九十百千万亿两几数半多余")
_PERIODS = frozenset(("年", "月", "日", "天", "周", "小时", "分钟", "秒", "周年"))


def _together(text: str, before: Word, after: Word, phrases: Phrases) -> str:
    """The kind of the word that two make; "" where they stay two."""
    own, next_ = text[before.start : before.end], text[after.start : after.end]
    is_single = after.end - after.start == 1
    if before.kind == "m" or (before.kind == "l" and own.isdigit()):
        if after.kind == "m" and before.kind == "m":
            # Two numerals; 十二号 and 五颗 are two.
            return "m" if own[-1] in _DIGITS or next_[0] not in _DIGITS else ""
        if after.kind == "q" or (next_ in phrases.classifiers and own[-1] not in next_):
            return "t" if next_ in _PERIODS else "m"
    if own in phrases.number_heads and after.kind in "ml":
        return "m"
    if own == "前" and after.kind == "m" and not text[before.start - 1 : before.start].isalnum():
        return "m"
    if before.kind == "v" and is_single and next_ in phrases.complements:
        return "v"
    if before.kind in "vg" and len(own) == 2 and next_ in phrases.verb_ends:
        return "v"
    if next_ == "在" and before.kind in "vad" and text[after.end : after.end + 1] in _DIGITS:
        return "v"
    if own[0] in phrases.surnames and len(own + next_) <= 3 and after.kind in "nvagsi":
        called = text[before.start - 1 : before.start] if before.start else ""
        is_called = not called.isalnum() if len(own) == 1 else False
        if is_called or (called and called in phrases.titles):
            return "n"
    if is_single and next_ in phrases.suffixes and before.kind in "ns" and len(own) > 2:
        return before.kind
    if is_single and after.kind in "ns" and next_ in phrases.suffixes and before.kind in "nsgvabj":
        return "s" if before.kind == "s" else "n"
    return ""


# The built-in list


@cache
def tagger() -> Tagger:
    """rjieba's words where it is installed, else those of the built-in list."""
    try:
        import rjieba
    except ImportError:
        return listed

    cutter = rjieba.Jieba()
    for word in load_phrases().words:
        cutter.add_word(word, 3000, "n")

    def tagged(text: str, phrases: Phrases) -> list[tuple[str, str]]:
        tags = cutter.tag(text, False)
        return [(word, phrases.words.get(word) or _kind_of(word, tag)) for word, tag in tags]

    return tagged


_KINDS = {"ns": "s", "s": "s", "vn": "g", "mq": "m", "z": "a", "i": "i", "l": "i"}


def _kind_of(word: str, tag: str) -> str:
    """A kind from jieba's part of speech."""
    kind = _KINDS.get(tag, tag[:1])
    if kind == "i" and len(word) < 4:
        return "v"
    return "u" if kind in "yko" else kind if kind in "nstvgadpcumqfrbi" else "n"


UNKNOWN_COST = 76
"""Of a character that is in no list, in quarters of a nat."""


def listed(text: str, phrases: Phrases, longest: int = 0) -> list[tuple[str, str]]:
    """The likeliest words of a text by the built-in list, none longer than `longest` (0: any)."""
    # Late: most pages have no headline that is broken.
    from infographic.text.words import LONGEST, word_list

    known, extra = word_list(), phrases.words
    count, longest = len(text), longest or LONGEST
    # From each place on: the least cost to the end, where the word that starts here ends, its kind.
    best: list[tuple[int, int, str]] = [(0, 0, "")] * (count + 1)
    for start in range(count - 1, -1, -1):
        own = known.beginning_with(text[start])
        ways = []
        for end in range(start + 1, min(start + longest, count) + 1):
            cost, kind = own.get(text[start + 1 : end], (0, ""))
            if word := extra.get(text[start:end]):
                kind, cost = word, cost or phrases.word_cost
            elif not kind and end == start + 1:
                kind, cost = "n", UNKNOWN_COST
            if kind:
                ways.append((cost + best[end][0], -end, kind))
        best[start] = min(ways)
    return list(_walk(text, best))


def _walk(text: str, best: list[tuple[int, int, str]]) -> Iterator[tuple[str, str]]:
    at = 0
    while at < len(text):
        _, end, kind = best[at]
        yield text[at:-end], kind
        at = -end
