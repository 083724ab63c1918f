"""The texts that copy lint is measured on: clean ones, and ones with one planted fault each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from infographic.copy_lint.mends import mended
from infographic.copy_lint.rules import doubtful_copy
from infographic.foundation.datum import Node, Source
from infographic.loading.reading.source import read_json

FOLDER = Path(__file__).parent
STORIES_OF_NUMBERS = ("corpus", "corpus_open", "corpus_held_out")


def clean_texts() -> list[str]:
    """Newspaper texts in many manners without a fault, one a line; “\\n” stands for a break."""
    lines = (FOLDER / "clean.txt").read_text(encoding="utf-8").splitlines()
    return [line.replace("\\n", "\n") for line in lines]


def stories_of_numbers() -> Iterator[dict[str, Any]]:
    """Stories written for 核数, some with wrong numbers: no rule was made with them in sight."""
    for name in STORIES_OF_NUMBERS:
        text = (FOLDER.parent / "subbing" / f"{name}.json").read_text(encoding="utf-8")
        read = json.loads(text)
        for entry in read["entries"] if isinstance(read, dict) else read:
            story = entry["story"]
            yield story if isinstance(story, dict) else {"body": story}


class Seeded(NamedTuple):
    """A text with one fault."""

    code: str
    text: str
    mended: str
    """As --mend writes it; the text itself where only its author knows."""


def seeded_texts() -> list[Seeded]:
    text = (FOLDER / "seeded.json").read_text(encoding="utf-8")
    return [Seeded(*one) for one in json.loads(text)]


def story_with(text: str) -> Node:
    """A simplified story that has a text in its body."""
    return read({"headline": "为发展经济开会", "body": [text]})


def read(story: dict[str, Any]) -> Node:
    return read_text(json.dumps(story, ensure_ascii=False))


def read_text(text: str) -> Node:
    return read_json(Source("story.json", text), relaxed=False)


def codes_in(story: Node) -> list[str]:
    return [one.code for one in doubtful_copy(story)]


def mended_body(text: str) -> str:
    """A text as --mend leaves it."""
    story = json.loads(mended(story_with(text), read_text).text)
    body: str = story["body"][0]
    return body


def score() -> str:
    """Recall and precision, and how many mends are right."""
    seeded = seeded_texts()
    found = [codes_in(story_with(one.text)) for one in seeded]
    right = sum(one.code in codes for one, codes in zip(seeded, found, strict=True))
    wrong = sum(
        code != one.code for one, codes in zip(seeded, found, strict=True) for code in codes
    )
    clean = clean_texts()
    wrong += sum(len(codes_in(story_with(text))) for text in clean)
    mends = sum(mended_body(one.text) == one.mended for one in seeded)
    return (
        f"found {right} of {len(seeded)}; false {wrong} on {len(clean)} clean texts;"
        f" mended as meant {mends} of {len(seeded)}"
    )


if __name__ == "__main__":
    print(score())
