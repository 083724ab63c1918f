"""What a desk makes that no peer does: charts, fitted pages, two pages, a book; and two at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from threading import Thread
from time import perf_counter

import stories
from bench import OURS, Bench
from lines import Line, line
from measure import Worker


def desk(bench: Bench) -> Iterator[Line]:
    many = range(bench.counts.desk + 2)
    numbers = [stories.with_numbers(bench.story, seed) for seed in many]
    words = [stories.with_words(bench.story, seed) for seed in many]
    charts = [stories.with_numbers(stories.communique(), seed) for seed in many]
    for kind, what, told in (
        ("charts-square", "square PNG with a chart, changed numbers", charts),
        ("charts-panel", "panel PNG of charts, changed numbers", charts),
        ("fitted", "`fit` of the broadsheet, new text", words),
        ("two-pages", "two pages, changed numbers", numbers),
        ("two-pages", "two pages, new text", words),
    ):
        bench.say(f"desk, {what}")
        replies = bench.alone(kind, told[:2], told[2:])
        yield line("desk", what, "ms", [reply.cpu * 1000 for reply in replies])
    yield from _book(bench)
    yield from _throughput(bench)


def _book(bench: Bench) -> Iterator[Line]:
    bench.say(f"desk, a book of {stories.BOOK_PAGES} pages")
    told = [
        stories.long(bench.story, stories.BOOK_TIMES, seed) for seed in range(bench.counts.books)
    ]
    replies = bench.alone("book", [], told)
    yield line("desk", f"a book of {stories.BOOK_PAGES} pages, a page", "ms",
               [reply.cpu * 1000 / stories.BOOK_PAGES for reply in replies])  # fmt: skip


def _throughput(bench: Bench) -> Iterator[Line]:
    """Pages in a second of one worker, and of two at once, by the clock."""
    bench.say("desk, two workers")
    told = [stories.with_words(bench.story, seed) for seed in range(bench.counts.pages_each)]
    with ExitStack() as stack:
        workers = [stack.enter_context(bench.worker(OURS, "broadsheet")) for _ in range(2)]
        _pages_a_second(workers, told[:2])
        one = _pages_a_second(workers[:1], told)
        two = _pages_a_second(
            workers, [stories.with_words(bench.story, 500 + n) for n in range(len(told))]
        )
    yield line("desk", "broadsheet, new text: one process", "pages/s", [one])
    yield line("desk", "broadsheet, new text: two processes", "pages/s", [two],
               note="of two idle cores")  # fmt: skip


def _pages_a_second(workers: Sequence[Worker], told: Sequence[stories.Story]) -> float:
    def paint(worker: Worker) -> None:
        for story in told:
            worker.paint(story)

    threads = [Thread(target=paint, args=(worker,)) for worker in workers]
    begun = perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(workers) * len(told) / (perf_counter() - begun)
