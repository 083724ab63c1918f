"""The stories that are set: the shipped one, its variants, and longer ones.

A variant follows from its number, so every run and every tool sets the same words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Any

Story = dict[str, Any]

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent
STORY = REPOSITORY / "data.json"
COMMON = REPOSITORY / "fonts" / "characters" / "8105.txt"

BOOK_PAGES, BOOK_TIMES = 100, 55
"""A book: so many pages, and so many times the shipped body on them."""

KEPT = frozenset("余近约多个人名期户次万亿以上党员图")
"""Characters that make a number's unit: exchanged, they would change the form of the page."""
EXCHANGED = 1 / 3
"""The share of a story's distinct characters that a variant exchanges for others."""
UNTOUCHED = ("$schema", "language", "publication", "image", "aspect")

_HAN = re.compile("[一-鿿]")
_STOPS = re.compile("([，。；：？！、…—]+)")
_QUOTED = re.compile("[“”‘’《》（）()*]")


def shipped() -> Story:
    """The shipped story without the marks of what a page may repeat: every word stands once.

    The peers know no such marks, and clauses that change places would tear them.
    """
    story: Story = json.loads(re.sub(r"\{!|!\}", "", STORY.read_text(encoding="utf-8")))
    return story


def communique() -> Story:
    """The shipped story of charts; its data are found from any folder."""
    folder = REPOSITORY / "examples" / "communique"
    text = (folder / "story.json").read_text(encoding="utf-8")
    for name in ("economy.xlsx", "prices.csv"):
        text = text.replace(f'"{name}"', json.dumps(str(folder / name)))
    story: Story = json.loads(text)
    return story


def with_numbers(story: Story, seed: int) -> Story:
    """The story with every digit in its panels another digit."""
    random = Random(f"numbers {seed}")

    def other(match: re.Match[str]) -> str:
        return random.choice([digit for digit in "123456789" if digit != match[0]])

    panels = _each_text(story["panels"], lambda text: re.sub(r"\d", other, text))
    return {**story, "panels": panels}


def with_number(story: Story, seed: int) -> Story:
    """The story with another number in one of its panels' sentences."""
    panels: list[Any] = json.loads(json.dumps(story["panels"]))
    panels[0]["stats"][0] = f"建立城市党建联盟**{2301 + seed}**余个"
    return {**story, "panels": panels}


def with_words(story: Story, seed: int) -> Story:
    """The story with all its texts new: the same lengths, stops and marks, other words.

    Clauses change places inside their paragraph, and a third of the distinct characters is
    exchanged, one for one, for common ones that the story did not have, so that no paragraph
    and no face's set of glyphs is one that was set before.
    """
    random = Random(f"words {seed}")
    used = sorted(set(_HAN.findall(json.dumps(story, ensure_ascii=False))) - KEPT)
    others = sorted(set(_common()) - set(used) - KEPT)
    count = round(len(used) * EXCHANGED)
    exchange = str.maketrans(
        dict(zip(random.sample(used, count), random.sample(others, count), strict=True))
    )

    def rewritten(text: str) -> str:
        return _other_clauses(text, random).translate(exchange)

    return {
        key: value if key in UNTOUCHED else _each_text(value, rewritten)
        for key, value in with_numbers(story, seed).items()
    }


def long(story: Story, times: int, seed: int) -> Story:
    """A story with `times` as much body, each paragraph its own order of clauses."""
    random = Random(f"long {seed}")
    body = [
        part
        for _ in range(times)
        for part in _each_text(story["body"], lambda text: _other_clauses(text, random))
    ]
    return {**story, "body": body}


def characters_in(body: Sequence[Any]) -> int:
    return sum(len(part if isinstance(part, str) else "".join(part.values())) for part in body)


def _other_clauses(text: str, random: Random) -> str:
    """The clauses in another order; those with quotes, brackets or marks stay in their places."""
    pieces = _STOPS.split(text)
    free = [at for at in range(0, len(pieces), 2) if pieces[at] and not _QUOTED.search(pieces[at])]
    moved = [pieces[at] for at in random.sample(free, len(free))]
    for at, piece in zip(free, moved, strict=True):
        pieces[at] = piece
    return "".join(pieces)


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    """A JSON value with each of its texts changed."""
    match value:
        case str():
            return change(value)
        case list():
            return [_each_text(item, change) for item in value]
        case dict():
            return {
                key: item if key in UNTOUCHED else _each_text(item, change)
                for key, item in value.items()
            }
        case _:
            return value


def _common() -> str:
    """The 3500 characters of the first level of the 通用规范汉字表."""
    lines = COMMON.read_text(encoding="utf-8").splitlines()
    return "".join(line for line in lines if not line.startswith("#"))[:3500]
