"""Warm: one process, one story after another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack

import bars
import stories
from bench import OURS, PAGES, TYPST, WEASYPRINT, Bench, in_turn
from lines import Line, line
from measure import Reply

CHANGES = {
    "numbers": (stories.with_numbers, "changed numbers"),
    "words": (stories.with_words, "new text"),
}
BARS = {
    ("broadsheet", "numbers"): bars.NUMBERS,
    ("broadsheet", "words"): bars.WORDS,
    ("square", "numbers"): bars.SQUARE_NUMBERS,
    ("square", "words"): bars.SQUARE_WORDS,
}


def warm(bench: Bench) -> Iterator[Line]:
    for kind, page in PAGES.items():
        for change, (vary, said) in CHANGES.items():
            bench.say(f"warm, {page}, {said}")
            variants = [vary(bench.story, seed) for seed in range(bench.counts.variants)]
            way = bench.fastest_way(kind, [vary(bench.story, -seed) for seed in range(1, 9)])
            replies = _replies(bench, kind, way, variants)
            columns = [replies[OURS], replies[TYPST], replies.get(WEASYPRINT, [])]
            what = f"{page}, {said}"
            yield line("warm", what, "ms", *([r.cpu * 1000 for r in column] for column in columns),
                       bar=BARS[kind, change], note=f"Typst's story: {way}")  # fmt: skip
            yield line("warm", f"{what}, by the clock", "ms",
                       *([r.seconds * 1000 for r in column] for column in columns))  # fmt: skip
            if change == "words":
                yield from _sizes(kind, page, columns)


def _sizes(kind: str, page: str, columns: Sequence[Sequence[Reply]]) -> Iterator[Line]:
    sizes = [[reply.bytes / 1e6 for reply in column] for column in columns]
    if kind == "broadsheet":
        yield line("size", page, "MB", sizes[0], bar=bars.SIZE_MB)
    yield line("size", f"{page}, compared", "MB", *sizes)
    peaks = [[column[-1].peak] if column else [] for column in columns]
    yield line("memory", f"{page}: peak after {len(columns[0])} new texts", "MB", *peaks)


def _replies(
    bench: Bench, kind: str, way: str, variants: Sequence[stories.Story]
) -> dict[str, list[Reply]]:
    engines = {OURS: OURS, TYPST: way}
    if bench.has_weasyprint:
        engines[WEASYPRINT] = WEASYPRINT
    with ExitStack() as stack:
        workers = {
            name: stack.enter_context(bench.worker(engine, kind))
            for name, engine in engines.items()
        }
        for worker in workers.values():
            worker.paint(bench.story)
            worker.paint(bench.story)
        doers = {name: worker.paint for name, worker in workers.items()}
        return in_turn(doers, variants, {WEASYPRINT: bench.counts.slow})
