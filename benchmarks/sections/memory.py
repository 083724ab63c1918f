"""Memory: flat over many new texts?"""

from __future__ import annotations

from collections.abc import Iterator

import bars
import stories
from bench import OURS, TYPST, Bench
from lines import Line, line


def memory(bench: Bench) -> Iterator[Line]:
    points = bench.counts.memory
    bench.say(f"memory over {max(points)} new texts")
    seen: dict[str, dict[int, float]] = {OURS: {}, TYPST: {}}
    with (
        bench.worker(OURS, "broadsheet") as ours,
        bench.worker("typst_source", "broadsheet") as typst,
    ):
        for number in range(1, max(points) + 1):
            story = stories.with_words(bench.story, 10_000 + number)
            for name, worker in ((OURS, ours), (TYPST, typst)):
                reply = worker.paint(story)
                if number in points:
                    seen[name][number] = reply.rss
    for number in points:
        bar = bars.MEMORY if number == max(points) else None
        yield line("memory", f"resident after {number} new texts", "MB",
                   [seen[OURS][number]], [seen[TYPST][number]], bar=bar)  # fmt: skip
