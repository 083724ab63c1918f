"""Studio: what its worker takes from a changed text to the pictures of what is new on the page.

Without the browser, the line to it and the notice of a save, which `benchmarks/studio.py` has.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import bars
import stories
from bench import Bench
from lines import Line, line

SCREENS = {
    "studio-square-0.5": "square at 0.5 px a point",
    "studio-square-1": "square at 1",
    "studio-square-2": "square at 2",
    "studio-broadsheet-0.915": "broadsheet, 1400 px high",
}
CHANGES: dict[str, tuple[Callable[[stories.Story, int], stories.Story], dict[str, float]]] = {
    "a changed number": (stories.with_number, bars.STUDIO_NUMBER_MS),
    "all words new": (stories.with_words, bars.STUDIO_WORDS_MS),
}


def studio(bench: Bench) -> Iterator[Line]:
    for kind, what in SCREENS.items():
        for change, (changed, most) in CHANGES.items():
            bar = most[kind.split("-")[1]]
            bench.say(f"studio, {what}, {change}")
            told = [changed(bench.story, seed) for seed in range(2 * bench.counts.desk + 2)]
            replies = bench.alone(kind, [bench.story, *told[:2]], told[2:])
            taken = sorted(reply.cpu * 1000 for reply in replies)
            named = f"{what}, {change}"
            yield line("studio", named, "ms", taken, bar=bar)
            yield line("studio", f"{named}: of ten, nine", "ms",
                       [taken[math.ceil(len(taken) * 0.9) - 1]], bar=1.5 * bar)  # fmt: skip
            yield line("studio", f"{named}: sent", "kB", [r.bytes / 1e3 for r in replies])
