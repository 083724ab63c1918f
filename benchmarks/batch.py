"""Measure a batch: documents a second beside Typst, what a call costs, memory over many jobs.

    python benchmarks/batch.py [--only throughput|calls|memory …] [--documents N] [--jobs N]

Documents of other numbers and of other texts each time, squares (PNG) and broadsheets (print PDF),
from one process and from two, to files in a folder. Both tools are in the same pool of processes;
Typst keeps one compiler and its fonts warm in each, and is asked in the way that was fastest. They
take blocks of documents in turn, A B A B; a ratio is the median over neighbouring blocks. By the
clock, so on a machine that does nothing else; beside it the time that a page took in its process.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import stories
from batch_calls import nothing, painted
from bench import PAGES, TYPST_WAYS, make_workspace

from infographic.batch.engine.flow import results
from infographic.batch.engine.pool import Pool
from infographic.batch.job import Job

SUFFIX = {"broadsheet": "pdf", "square": "png"}
CHANGES: dict[str, Callable[[stories.Story, int], stories.Story]] = {
    "changed numbers": stories.with_numbers, "new text": stories.with_words,
}  # fmt: skip
BAR = 0.5
"""Of Typst's documents a second."""
CALL_BAR, MEMORY_BAR = 3.0, 0.05
"""Milliseconds; the share by which a worker's memory may differ from what it was at first."""
BLOCKS = 6
FIRST = 500
"""Jobs after which a worker's memory is to be flat."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure a batch.")
    parser.add_argument("--only", nargs="+", choices=tuple(PARTS), default=list(PARTS))
    parser.add_argument("--documents", type=int, default=20, help="of a block")
    parser.add_argument("--jobs", type=int, default=5000, help="that memory is watched over")
    asked = parser.parse_args()
    print(f"load {os.getloadavg()[0]:.1f}")
    for part in asked.only:
        for line in PARTS[part](asked):
            print(line, flush=True)
    print(f"load {os.getloadavg()[0]:.1f}")


# Documents a second


def throughput(asked: argparse.Namespace) -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="infographic-bench-") as folder:
        workspace = Path(folder) / "pages"
        make_workspace(workspace)
        for kind, title in PAGES.items():
            for change in CHANGES:
                way = _fastest(kind, change, workspace)
                for workers in (1, 2):
                    yield _compared(kind, title, change, way, workers, workspace, asked.documents)


Painted = tuple[float, float]
"""Documents a second, and the seconds that one took in its process."""


def _compared(
    kind: str, title: str, change: str, way: str, workers: int, workspace: Path, count: int
) -> str:
    out = workspace.parent / "out"
    with Pool(workers, preload=[kind]) as ours, Pool(workers) as theirs:
        for warm in range(4):
            _ours(ours, kind, _told(change, 10_000 + warm, 4), out)
            _theirs(theirs, way, kind, workspace, _told(change, 10_000 + warm, 4), out)
        made: list[tuple[Painted, Painted]] = []
        for block in range(BLOCKS):
            told = _told(change, block * count * workers, count * workers)
            made.append((
                _ours(ours, kind, told, out), _theirs(theirs, way, kind, workspace, told, out),
            ))  # fmt: skip
    speed = statistics.median(a[0] / b[0] for a, b in made)
    own = statistics.median(b[1] / a[1] for a, b in made)
    one, other = (statistics.median(pair[at][0] for pair in made) for at in (0, 1))
    met = "met" if speed >= BAR else "MISSED"
    return (
        f"{title}, {change}, {workers} process{'es' * (workers > 1)}: {one:.1f} documents/s, "
        f"Typst {other:.1f} ({way}); {speed:.2f} × (bar {BAR} ×, {met}), in the process {own:.2f} ×"
    )


def _told(change: str, first: int, count: int) -> list[stories.Story]:
    story = stories.shipped()
    return [CHANGES[change](story, first + number) for number in range(count)]


def _ours(pool: Pool, kind: str, told: list[stories.Story], out: Path) -> Painted:
    """As `render_many` does them."""
    # A page's pictures are found beside the shipped story.
    jobs = [
        Job(
            story,
            kind,
            (f"ours-{kind}-{number}.{SUFFIX[kind]}",),
            options={"root": stories.REPOSITORY},
        )
        for number, story in enumerate(told)
    ]
    begun = time.perf_counter()
    done = list(results(jobs, pool, str(out)))
    seconds = time.perf_counter() - begun
    wrong = [one for one in done if one.failure]
    assert not wrong, (wrong[0].message, wrong[0].diagnostics)
    return len(done) / seconds, statistics.median(one.seconds for one in done)


def _theirs(
    pool: Pool, way: str, kind: str, workspace: Path, told: list[stories.Story], out: Path
) -> Painted:
    begun = time.perf_counter()
    names = [str(out / f"typst-{kind}-{number}.{SUFFIX[kind]}") for number in range(len(told))]
    calls = [
        pool.submit(painted, way, kind, str(workspace), story, name)
        for story, name in zip(told, names, strict=True)
    ]
    took = [call.result() for call in calls]
    return len(told) / (time.perf_counter() - begun), statistics.median(took)


def _fastest(kind: str, change: str, workspace: Path) -> str:
    """How Typst takes these stories soonest."""
    took: dict[str, float] = {}
    for way in TYPST_WAYS:
        with Pool(1) as pool:
            _theirs(pool, way, kind, workspace, _told(change, 20_000, 3), workspace.parent / "out")
            told = _told(change, 20_003, 8)
            took[way] = _theirs(pool, way, kind, workspace, told, workspace.parent / "out")[1]
    return min(took, key=lambda way: took[way])


# What a call costs


def calls(asked: argparse.Namespace) -> Iterator[str]:
    for workers in (1, 2):
        with Pool(workers) as pool:
            _called(pool, 100)
            each = statistics.median(_called(pool, 1000) for _ in range(5))
        met = "met" if each <= CALL_BAR else "MISSED"
        yield f"an empty call, {workers} workers: {each:.3f} ms (bar {CALL_BAR} ms, {met})"


def _called(pool: Pool, count: int) -> float:
    begun = time.perf_counter()
    for call in [pool.submit(nothing) for _ in range(count)]:
        call.result()
    return (time.perf_counter() - begun) / count * 1000


# Memory


def memory(asked: argparse.Namespace) -> Iterator[str]:
    """Squares with other numbers and texts in turn; no worker is ever replaced."""
    sampled: dict[str, list[tuple[int, float]]] = {}
    counts: dict[str, int] = {}
    with (
        tempfile.TemporaryDirectory(prefix="infographic-bench-") as folder,
        Pool(2, megabytes=4000, preload=["square"]) as pool,
    ):
        for result in results(_squares(asked.jobs), pool, folder):
            assert not result.failure, (result.message, result.diagnostics)
            number = counts[result.worker] = counts.get(result.worker, 0) + 1
            if not number % 50:
                sampled.setdefault(result.worker, []).append((number, _resident(result.worker)))
    for worker, samples in sampled.items():
        yield _flatness(worker, samples, asked.jobs)


def _squares(count: int) -> Iterator[Job]:
    story = stories.shipped()
    for number in range(count):
        told = (stories.with_words if number % 2 else stories.with_numbers)(story, number)
        yield Job(told, "square", (f"{number % 100}.png",), options={"root": stories.REPOSITORY})


def _resident(worker: str) -> float:
    pages = int(Path(f"/proc/{worker}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _flatness(worker: str, samples: list[tuple[int, float]], jobs: int) -> str:
    # A worker does half of the jobs: by then it has done half of those that memory may take.
    first = min(FIRST, jobs // 4) / 2
    later = [value for number, value in samples if number >= first]
    at_first = statistics.median(later[:3])
    most, least = max(later) / at_first - 1, min(later) / at_first - 1
    last = statistics.median(later[-3:]) / at_first - 1
    met = "met" if max(most, -least) <= MEMORY_BAR else "MISSED"
    return (
        f"memory of worker {worker}, {samples[-1][0]} jobs: {at_first:.0f} MB after {first:.0f}, "
        f"{last:+.1%} at the end, {least:+.1%} to {most:+.1%} (bar ±{MEMORY_BAR:.0%}, {met})"
    )


PARTS: dict[str, Any] = {"throughput": throughput, "calls": calls, "memory": memory}

if __name__ == "__main__":
    main()
