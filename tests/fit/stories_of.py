"""data.json with a body of so many characters, made of its own sentences."""

from __future__ import annotations

import re
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

from pages import without_repeats

from infographic.page_fill import FilledPage, fit

ROOT = Path(__file__).resolve().parents[2]


def story_of(characters: int) -> dict[str, Any]:
    """A longer story is a shorter one with more behind it."""
    story = without_repeats()
    paragraphs = story["body"]
    plain = [paragraph for paragraph in paragraphs if isinstance(paragraph, str)]
    body: list[Any] = []
    left = characters
    for paragraph in (*paragraphs, *(each for each, _ in zip(cycle(plain), range(200)))):
        words = paragraph if isinstance(paragraph, str) else "".join(paragraph.values())
        if len(words) > left:
            kept = ""
            for sentence in re.findall("[^。]*。", words) if paragraph is words else ():
                if len(kept) + len(sentence) > left:
                    break
                kept += sentence
            # The mark of its last sentence closes behind the full stop that it is cut at.
            kept += "!}" if kept.count("{!") > kept.count("!}") else ""
            body += [kept] if kept else []
            break
        body.append(paragraph)
        left -= len(words)
    story["body"] = body
    return story


@cache
def fitted(layout: str, characters: int) -> FilledPage:
    return fit(story_of(characters), layout, root=ROOT)
