"""The words and patterns of `infographic/text/data` are written as their readers want them."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from build_words import DATA, hyphens, words

LINE = re.compile(r"\d+ [nstvgadpcumqfrbi] [\u4e00-\u9fff ]+")


def test_words_are_gathered_by_cost_and_kind(tmp_path: Path) -> None:
    source = tmp_path / "dict.txt"
    source.write_text("青禾 60 ns\n收购 30 vn\n粮食 30 n\nA股 9 n\n", encoding="utf-8")
    # -4 ln(60/129) and -4 ln(30/129), in quarters of a nat; a word with a Latin letter is left out.
    assert words(source) == "3 s 青禾\n6 g 收购\n6 n 粮食\n"


def test_the_shipped_words_have_that_form() -> None:
    lines = gzip.decompress((DATA / "words.txt.gz").read_bytes()).decode().splitlines()
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    assert sum(len(line.split()) - 2 for line in lines) == 60_000


def test_patterns_for_dashes_and_ligatures_are_left_out(tmp_path: Path) -> None:
    source = tmp_path / "hyph.dic"
    source.write_text("UTF-8\nLEFTHYPHENMIN 2\n.ab4i\n1'2\n4ﬁ\nz3a\n", encoding="utf-8")
    assert hyphens(source) == ".ab4i\nz3a"
