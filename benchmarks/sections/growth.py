"""Growth: an article 1, 10 and 100 times as long, each of words that were not set before."""

from __future__ import annotations

from collections.abc import Iterator

import bars
import stories
from bench import OURS, TYPST, Bench, in_turn
from lines import Line, line


def growth(bench: Bench) -> Iterator[Line]:
    each: list[list[float]] = []
    with bench.worker(OURS, "article") as ours, bench.worker("typst_file", "article") as typst:
        for worker in (ours, typst):
            worker.paint(stories.long(bench.story, 1, -1))
        longest = bench.counts.longest[-1][0]
        for times, count in bench.counts.longest:
            bench.say(f"growth, {times} ×")
            # Of the same words a third would be known to a tool that keeps them all.
            told = [stories.with_words(bench.story, 1000 * times + seed) for seed in range(count)]
            long = [stories.long(story, times, seed) for seed, story in enumerate(told)]
            characters = stories.characters_in(long[0]["body"])
            replies = in_turn({OURS: ours.paint, TYPST: typst.paint}, long)
            columns = [[r.cpu * 1e6 / characters for r in replies[name]] for name in (OURS, TYPST)]
            each.append(columns[0])
            bar = bars.LONG_ARTICLE if times == longest else None
            yield line("growth", f"{characters:,} characters", "ms", *columns, bar=bar)
    if len(each) > 2:
        *_, middle, long_ones = each
        ratios = [one / min(middle) for one in long_ones]
        yield line("growth", "the longest by the least of the middle one", "×", ratios,
                   bar=bars.LINEAR, note="1 is linear")  # fmt: skip
