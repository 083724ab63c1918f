"""What a page costs, in counts: what is done again that was done before is seen without a clock."""

from __future__ import annotations

import gc
import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from pages import ROOT

from infographic import compose
from infographic.blocks.number_grid.measured import Line
from infographic.blocks.number_grid.plans import Grid, LineKey
from infographic.foundation import memo
from infographic.foundation.running.counts import Counts, counting

ARTICLE = str(ROOT / "benchmarks" / "article.json")
STORY: dict[str, Any] = json.loads((ROOT / "data.json").read_text(encoding="utf-8"))


def counted(story: dict[str, Any], layout: str) -> Counts:
    with counting() as counts:
        compose(story, layout, root=ROOT)
    return counts


def with_other_numbers(by: int) -> dict[str, Any]:
    """Every digit of the panels another one."""
    panels = re.sub(
        r"\d",
        lambda digit: str((int(digit[0]) + by) % 9 + 1),
        json.dumps(STORY["panels"], ensure_ascii=False),
    )
    return {**STORY, "panels": json.loads(panels)}


def with_other_words(sign: str) -> dict[str, Any]:
    """Every paragraph, and the headline, one that was not set before."""
    body = [
        f"{sign}{part}"
        if isinstance(part, str)
        else {key: f"{sign}{word}" for key, word in part.items()}
        for part in STORY["body"]
    ]
    return {**STORY, "headline": f"{sign}{STORY['headline'][1:]}", "body": body}


def warm(layout: str) -> None:
    for _ in range(2):
        compose(STORY, layout, root=ROOT)


@pytest.mark.parametrize(
    ("layout", "blocks", "weighed"),
    [
        ("broadsheet", {"numbers": 2, "section": 2, "grid": 1, "stack": 2}, 38),
        ("square", {"numbers": 1, "stack": 1}, 183),
    ],
)
def test_other_numbers_lay_out_what_holds_them_and_nothing_else(
    layout: str, blocks: dict[str, int], weighed: int
) -> None:
    warm(layout)
    for by in range(3):
        counts = counted(with_other_numbers(by), layout)
        assert counts.lay_outs == Counter(blocks)
        assert counts.searches <= (2 if layout == "broadsheet" else 4)
        assert 0 < counts.weighed <= weighed
        # The words beside a number, where their unit moves to another line.
        assert counts.broken == len(counts.paragraphs) <= 20


@pytest.mark.parametrize(
    ("layout", "blocks"),
    [
        ("broadsheet", {"headline": 1, "article": 1, "_repeated": 3, "pull_quote": 3, "stack": 3}),
        ("square", {"headline": 1, "panel": 1, "stack": 2}),
    ],
)
def test_other_words_lay_out_no_block_twice(layout: str, blocks: dict[str, int]) -> None:
    warm(layout)
    for sign in "今又":
        counts = counted(with_other_words(sign), layout)
        assert counts.lay_outs == Counter(blocks)
        assert counts.broken <= 1.1 * len(counts.paragraphs)


@pytest.mark.parametrize("layout", ["broadsheet", "square"])
def test_the_same_story_again_lays_out_nothing(layout: str) -> None:
    warm(layout)
    counts = counted(STORY, layout)
    assert (counts.broken, counts.searches, counts.lay_outs) == (0, 0, Counter())
    assert sum(misses for _, misses in counts.kept.values()) <= 1
    assert sum(hits for hits, _ in counts.kept.values()) > 100


@pytest.mark.parametrize("layout", ["broadsheet", "square"])
def test_a_page_is_laid_out_in_few_trials(layout: str) -> None:
    memo.forget()
    counts = counted(STORY, layout)
    most = {
        "broadsheet": Counter(
            article=1,
            figure=5,
            folio=3,
            grid=1,
            headline=1,
            numbers=2,
            panel=1,
            pull_quote=3,
            section=2,
            stack=4,
            _repeated=3,
        ),
        "square": Counter(folio=2, headline=2, numbers=1, panel=3, stack=2),
    }[layout]
    assert counts.lay_outs == most
    assert counts.searches <= 4
    assert counts.weighed <= {"broadsheet": 38, "square": 155}[layout]


@pytest.mark.parametrize(("layout", "searches", "weighed"), [("card-3x4", 1, 150), ("panel", 3, 0)])
def test_other_numbers_of_a_card_are_weighed_in_few_sizes(
    layout: str, searches: int, weighed: int
) -> None:
    warm(layout)
    for by in range(3):
        counts = counted(with_other_numbers(by), layout)
        assert counts.searches <= searches
        assert counts.weighed <= weighed


@pytest.mark.parametrize(
    ("layout", "rows"), [("broadsheet", 14), ("square", 115), ("card-3x4", 66), ("panel", 51)]
)
def test_few_rows_of_numbers_are_made_for_all_their_arrangements(
    monkeypatch: pytest.MonkeyPatch, layout: str, rows: int
) -> None:
    made = []
    line = Grid._line

    def counted_line(self: Grid, key: LineKey) -> Line:
        made.append(key)
        return line(self, key)

    monkeypatch.setattr(Grid, "_line", counted_line)
    memo.forget()
    for by in range(3):
        made.clear()
        compose(with_other_numbers(by), layout, root=ROOT)
        assert 0 < len(made) <= rows
        assert len(made) == len(set(made))


def long_article(times: int, distinct: int) -> dict[str, Any]:
    """So many times the story's paragraphs; so many of them differ, in a circle."""
    texts = [part if isinstance(part, str) else part["lead"] for part in STORY["body"]]
    number = range(times * len(texts))
    body = [f"{texts[n % distinct % len(texts)]}之{n % distinct}" for n in number]
    return {**STORY, "body": body}


def test_a_long_article_breaks_each_paragraph_once() -> None:
    """They ran in a circle through caches of 1,024, which then hit nothing: 3.1 calls for each."""
    counts = counted(long_article(100, 1586), ARTICLE)
    assert len(counts.paragraphs) >= 1586
    assert counts.broken <= 1.1 * len(counts.paragraphs)


def written(story: dict[str, Any], layout: str) -> None:
    page = compose(story, layout, root=ROOT)
    page.pdf("print", force=True)
    page.pdf("screen")
    page.png()


# Apart: what earlier tests left in the stores may be dropped meanwhile, cycles and all.
@pytest.mark.apart
@pytest.mark.parametrize("layout", ["broadsheet", "square"])
def test_a_warm_page_leaves_no_cycles(layout: str) -> None:
    """The collector looks through what pages made only now and then."""
    written(STORY, layout)
    gc.collect()
    gc.disable()
    try:
        written(with_other_numbers(5), layout)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_nothing_is_counted_outside_nor_after_an_error() -> None:
    with counting() as counts:
        pass
    compose(STORY, "square", root=ROOT)
    assert (counts.broken, counts.lay_outs, counts.kept) == (0, Counter(), {})
    with pytest.raises(ZeroDivisionError), counting():
        raise ZeroDivisionError
    assert memo.counting is None


def test_the_command_says_its_counts_where_it_is_asked_to(tmp_path: Path) -> None:
    out = str(tmp_path / "page.png")
    command = [
        sys.executable,
        "-m",
        "infographic",
        "render",
        "data.json",
        "-l",
        "square",
        "-o",
        out,
    ]
    said = []
    for wanted in ("1", "0"):
        done = subprocess.run(
            command, cwd=ROOT, env={**os.environ, "INFOGRAPHIC_COUNT": wanted},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        said.append((done.stdout, "line breaker: " in done.stderr, "frames" in done.stderr))
    assert said == [("", True, True), ("", False, False)]
