"""What is known of words in headlines, and what breaks between them cost: data/phrases.json, and
the house table's “headline”."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from infographic.foundation.record import record
from infographic.text.house import House
from infographic.text.house_table import shipped_phrases


@record(eq=False)
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
    avoid_at_start: frozenset[str]
    """Han that a line had better not start with; likewise `avoid_at_end`."""
    avoid_at_end: frozenset[str]
    avoided: float
    """The least that such a break costs."""
    quoted_term: float
    """More, inside what the story has in quotes or 《》 somewhere."""
    short_line: float
    """A line shorter than half the longest."""


@lru_cache(maxsize=64)
def load_phrases(house: House) -> Phrases:
    """The shipped rules, with what the house's table says of headlines in their place."""
    return _phrases(merged(shipped_phrases(), house.headline))


def merged(rules: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Rules with a house's own: numbers and characters take the place of those, joints, kinds and
    words are added.

    >>> merged({"pause": -7, "joints": {"nn": 17}}, {"pause": -9, "joints": {"nv": 2}})
    {'pause': -9, 'joints': {'nn': 17, 'nv': 2}}
    >>> merged({"words": {"n": "账本"}}, {"words": {"n": "青禾", "v": "开镰"}})
    {'words': {'n': '账本 青禾', 'v': '开镰'}}
    """
    found = dict(rules)
    for name, value in own.items():
        if name == "joints":
            found[name] = {**rules[name], **value}
        elif name in ("kinds", "words"):
            old = rules[name]
            found[name] = old | {k: f"{old.get(k, '')} {v}".strip() for k, v in value.items()}
        else:
            found[name] = value
    return found


def _phrases(rules: Mapping[str, Any]) -> Phrases:
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
        avoid_at_start=frozenset(rules["avoid_at_start"]),
        avoid_at_end=frozenset(rules["avoid_at_end"]),
        avoided=rules["avoided"],
        quoted_term=rules["quoted_term"],
        short_line=rules["short_line"],
    )
