"""Makes the words and patterns in `infographic/text/data`: `build_words.py JIEBA_DICT HYPHEN_DIC`.

JIEBA_DICT is dict.txt of PyPI's `jieba` 0.42.1 (MIT); HYPHEN_DIC is hyph_en_US.dic of PyPI's
`pyphen` or Debian's `hyphen-en-us`. The same sources give the same bytes.
"""

from __future__ import annotations

import gzip
import math
import sys
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "infographic" / "text" / "data"
MOST_WORDS = 60_000
LONGEST = 8
KINDS = {"ns": "s", "s": "s", "vn": "g", "zg": "n", "mq": "m", "i": "i", "l": "i", "z": "a"}
"""jieba's parts of speech that are not told by their first letter."""
KNOWN = "nstvgadpcumqfrbi"


def kind_of(word: str, tag: str) -> str:
    kind = KINDS.get(tag, tag[:1])
    if kind == "i" and len(word) < 4:
        return "v"
    if kind in "yko":
        return "u"
    return kind if kind in KNOWN else "n"


def words(source: Path) -> str:
    """The most frequent Han words, a line for each kind and cost (in quarters of a nat)."""
    rows = [line.split(" ") for line in source.read_text("utf-8").splitlines()]
    total = sum(int(count) for _, count, _ in rows)
    entries = [
        (word, int(count), tag)
        for word, count, tag in rows
        if len(word) <= LONGEST and all("\u4e00" <= c <= "\u9fff" for c in word)
    ]
    entries.sort(key=lambda entry: (-entry[1], entry[0]))
    buckets: dict[tuple[int, str], list[str]] = {}
    for word, count, tag in entries[:MOST_WORDS]:
        cost = round(-4 * math.log(count / total))
        buckets.setdefault((cost, kind_of(word, tag)), []).append(word)
    rows_ = sorted(buckets.items())
    return "".join(f"{cost} {kind} {' '.join(sorted(own))}\n" for (cost, kind), own in rows_)


def hyphens(source: Path) -> str:
    """The patterns of letters only, without those for dashes, apostrophes and ligatures."""
    lines = source.read_text("utf-8").splitlines()
    return "\n".join(
        line
        for line in lines
        if line.isascii() and line.islower() and line.replace(".", "").isalnum()
    )


def main() -> None:
    jieba, pyphen = map(Path, sys.argv[1:3])
    for name, text in (("words.txt.gz", words(jieba)), ("hyphens-en.txt.gz", hyphens(pyphen))):
        data = gzip.compress(text.encode(), 9, mtime=0)
        (DATA / name).write_bytes(data)
        print(f"{name}: {len(data)} bytes, {len(text.split())} entries")


if __name__ == "__main__":
    main()
