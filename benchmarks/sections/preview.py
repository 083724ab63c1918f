"""Preview: what an editor waits for after a changed number, to its picture at screen size."""

from __future__ import annotations

from collections.abc import Iterator

import bars
import stories
from bench import Bench
from lines import Line, line

SCREENS = {
    "square-on-screen": ("square, 540 px wide", bars.SQUARE_ON_SCREEN_MS),
    "broadsheet-on-screen": ("broadsheet at 96 ppi", bars.BROADSHEET_ON_SCREEN_MS),
}


def preview(bench: Bench) -> Iterator[Line]:
    for kind, (what, bar) in SCREENS.items():
        bench.say(f"preview, {what}")
        told = [stories.with_numbers(bench.story, seed) for seed in range(bench.counts.desk + 2)]
        replies = bench.alone(kind, [bench.story, *told[:2]], told[2:])
        yield line("preview", what, "ms", [r.cpu * 1000 for r in replies], bar=bar)
        yield line("preview", f"{what}, by the clock", "ms", [r.seconds * 1000 for r in replies])
