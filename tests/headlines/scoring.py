"""Scores headline breaks against the corpus: `python tests/headlines/scoring.py [-v]`.

In corpus.json “|” is a good place to end a line and “/” a fair one, between two words of a phrase
that must be broken somewhere; after ， ： ； ！ ？ 、 and at a wide space a line may always end.
Each headline is set in two lines, and in three where it has 14 characters, in a measure that
leaves a quarter to spare, where that can be done at marked places at all. The weights were set by
hand on “tuned_on”; “held_out” was written after that, and looked at once. “other_…” are of other
fields (science, economy, policy, sport, culture, health), written before the word list and the
weights were changed for them; of “other_held_out” nothing but the score was looked at.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS.parent), str(TESTS / "text")]

from square_style import square  # noqa: E402

from infographic.text import segment  # noqa: E402
from infographic.text.copy import Copy, Span  # noqa: E402
from infographic.text.house import load_house  # noqa: E402
from infographic.text.paragraph import set_paragraph  # noqa: E402
from infographic.text.phrases import load_phrases  # noqa: E402
from infographic.text.style import Alignment  # noqa: E402

CORPUS: dict[str, list[str]] = json.loads(
    (Path(__file__).parent / "corpus.json").read_text(encoding="utf-8")
)
STYLE = square(balance=True, alignment=Alignment.LEFT, punctuation="kaiming")
PAUSES = "，：；！？、\u3000"


class Set(NamedTuple):
    """A headline as set, and what its breaks are worth: good, fair or bad."""

    lines: tuple[str, ...]
    verdicts: tuple[str, ...]


def read(marked: str) -> tuple[str, dict[int, str]]:
    """The headline, and where it may be broken how well."""
    text, places = "", {}
    for character in marked:
        if character in "|/":
            places[len(text)] = "good" if character == "|" else "fair"
        else:
            text += character
            if character in PAUSES:
                places[len(text)] = "good"
    return text, places


def set_headlines(marked: str) -> Iterator[Set]:
    text, places = read(marked)
    copy = Copy((Span(text),))
    (whole,) = set_paragraph(copy, STYLE, 10_000).lines
    for count in (2, 3) if len(text) >= 14 else (2,):
        measure = whole.text.width / count * 1.25 + 5
        lines = set_paragraph(copy, STYLE, measure).lines
        if not can_be_good(text, sorted(places), measure, len(lines)):
            continue
        words = tuple(line.text.text for line in lines)
        at, verdicts = 0, []
        for line in words[:-1]:
            at += len(line)
            verdicts.append(places.get(at, "bad"))
        yield Set(words, tuple(verdicts))


def can_be_good(text: str, places: list[int], measure: float, count: int) -> bool:
    """Whether so many lines can be had with breaks at marked places only."""
    start, made = 0, 1
    for before, place in pairwise([0, *places, len(text)]):
        if width_of(text[start:place]) > measure:
            if before == start or width_of(text[before:place]) > measure:
                return False
            start, made = before, made + 1
    return made <= count


def width_of(words: str) -> float:
    return set_paragraph(Copy((Span(words),)), STYLE, 10_000).lines[0].text.width


def score(headlines: list[str]) -> Counter[str]:
    return Counter(v for each in headlines for made in set_headlines(each) for v in made.verdicts)


def main() -> None:
    rules = load_phrases(load_house("newspaper"))
    for part, headlines in CORPUS.items():
        found = score(headlines)
        total = sum(found.values())
        shares = "  ".join(f"{v} {found[v] / total:.1%}" for v in ("good", "fair", "bad"))
        print(f"{part:15}{total:4} breaks  {shares}")
        for each in headlines if "-v" in sys.argv and not part.endswith("held_out") else ():
            for made in set_headlines(each):
                if "bad" in made.verdicts:
                    text = read(each)[0]
                    words = segment.words_of(text, rules)
                    cut = " ".join(text[w.start : w.end] + w.kind for w in words)
                    print("   ", " ‖ ".join(made.lines), "   <", cut)


if __name__ == "__main__":
    main()
