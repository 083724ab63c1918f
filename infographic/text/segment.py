"""Where a reader would pause: Chinese words, and what it costs to end a line between two of them.

Words come from the list of `words`: the likeliest way to cut the text, each word by itself (a
unigram Viterbi). It is wrong about names that it lacks, so single characters in a row are held
together, and numerals are joined to their classifiers. What a break between two kinds of words
costs stands in data/phrases.json.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.text.copy import NO_TERMS, StoryWords, Terms
from infographic.text.phrases import Phrases


class Word(NamedTuple):
    """A word's place in the text, and its kind.

    n noun, s place, t time, v verb, g noun of action, a adjective, d adverb, p preposition,
    c conjunction, u particle, m number with its classifier, q classifier, f locality, r pronoun,
    b attribute, i phrase of four, h head of a compound, l Latin or digits, x mark.
    """

    start: int
    end: int
    kind: str


@lru_cache(maxsize=512)
def break_costs(text: str, phrases: Phrases, terms: Terms = NO_TERMS) -> Mapping[int, float]:
    """What it costs to end a line before each character that begins a word.

    A character that is not named stands inside a word. `terms` are those of the story that the
    text is from, which are not torn (`terms_in`).
    """
    words = words_of(text, phrases)
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
    for before, after in pairwise(words):
        # By whole words: 过 is avoided, 过半 is not.
        is_avoided = (
            text[after.start : after.end] in phrases.avoid_at_start
            or text[before.start : before.end] in phrases.avoid_at_end
        )
        if is_avoided:
            costs[after.start] = max(costs[after.start], phrases.avoided)
    _keep_terms(terms, text, words, costs, phrases)
    return costs


TERM_KINDS = frozenset("ngabshi")
"""Words that a term may be made of."""
OFTEN = 2
"""How often two words stand together in the rest of the story if they are a term of it."""


@lru_cache(maxsize=512)
def terms_in(text: str, story: StoryWords, phrases: Phrases) -> Terms:
    """What the story quotes of a text, and the neighbouring words that it repeats together."""
    pairs = _pairs_in(text, phrases)
    repeated = (pair for pair in pairs if story.text.count(pair) >= OFTEN + text.count(pair))
    # In an order that does not go by hashes, so that equal terms are equal in every process.
    return Terms(tuple(sorted(term for term in story.quoted if term in text)), tuple(repeated))


@lru_cache(maxsize=512)
def _pairs_in(text: str, phrases: Phrases) -> tuple[str, ...]:
    """The neighbouring words of a text that may be a term together, each pair once."""
    return tuple(
        dict.fromkeys(
            text[before.start : after.end]
            for before, after in pairwise(words_of(text, phrases))
            if TERM_KINDS.issuperset((before.kind, after.kind))
            # No number is a term: a new one in the story sets no words anew.
            and not _DIGIT.search(text, before.start, after.end)
        )
    )


def _keep_terms(
    terms: Terms, text: str, words: Iterable[Word], costs: dict[int, float], phrases: Phrases
) -> None:
    """Raise the costs inside what the story quotes, and between words that it repeats together."""
    for before, after in pairwise(words) if terms.repeated else ():
        if text[before.start : after.end] in terms.repeated:
            costs[after.start] = max(costs[after.start], phrases.inside_word)
    for term in terms.quoted:
        at = text.find(term)
        while at >= 0:
            for place in range(at + 1, at + len(term)):
                costs[place] = costs.get(place, phrases.inside_word) + phrases.quoted_term
            at = text.find(term, at + len(term))


_DIGIT = late("[0-9]")
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


_HAN = late("[\u3400-\u9fff\U00020000-\U0003ffff]+|[A-Za-z0-9]+|.", re.S)


@lru_cache(maxsize=512)
def words_of(text: str, phrases: Phrases) -> tuple[Word, ...]:
    """All of a text as words."""
    words: list[Word] = []
    for match in _HAN.finditer(text):
        run, at = match[0], match.start()
        if run[0] >= "\u3400" and run[0].isalpha():
            for piece, kind in listed(run, phrases):
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
            if len(joined) > 1 and text[word.start : word.end] == "号" and joined[-2].kind in "ns":
                # 高分十二号
                joined[-2:] = [Word(joined[-2].start, word.end, "n")]
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
_OFTEN = frozenset("两三四五六七八九")
"""As in 三破世界纪录."""
_PERIODS = frozenset(("年", "月", "日", "天", "周", "小时", "分钟", "秒", "周年"))


def _together(text: str, before: Word, after: Word, phrases: Phrases) -> str:
    """The kind of the word that two make; "" where they stay two."""
    own, next_ = text[before.start : before.end], text[after.start : after.end]
    is_single = after.end - after.start == 1
    if before.kind == "m" or (before.kind == "l" and own.isdigit()):
        if after.kind == "m" and before.kind == "m":
            # Two numerals; 十二号 and 五颗 are two.
            is_counted = own[-1] in phrases.classifiers and own[-1] not in _DIGITS
            return "" if is_counted and next_[0] in _DIGITS else "m"
        if after.kind == "q" or (next_ in phrases.classifiers and own[-1] not in next_):
            return "t" if next_ in _PERIODS else "m"
        if after.kind == "v" and own in _OFTEN:
            return "v"
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
