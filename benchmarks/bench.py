"""What all parts of a run share: the tools, how often each thing is done, and turns."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import stories
from measure import HERE, REPOSITORY, SETTINGS, Reply, Worker

Task = TypeVar("Task")
Result = TypeVar("Result")

OURS, TYPST, WEASYPRINT = "infographic", "typst", "weasyprint"
TYPST_WAYS = ("typst_inputs", "typst_file", "typst_source")
PAGES = {"broadsheet": "broadsheet print PDF", "square": "square PNG"}
FACES = (
    "noto-serif-sc-regular", "noto-serif-sc-bold", "noto-serif-sc-black",
    "noto-sans-sc-regular", "noto-sans-sc-medium", "noto-sans-sc-bold",
    "infographic-kai-regular", "barlow-condensed-medium", "barlow-condensed-bold",
)  # fmt: skip
"""Those that the pages use: a tool that looks through a folder should not open more than we do."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each thing is done."""

    cold: int
    variants: int
    slow: int
    """WeasyPrint's share, which would take the most of the time."""
    longest: tuple[tuple[int, int], ...]
    """Times the body's length, and how often."""
    memory: tuple[int, ...]
    desk: int
    """Pages of each kind that only we make."""
    books: int
    pages_each: int
    """Of a worker whose pages in a second are counted."""


FULL = Counts(15, 40, 8, ((1, 9), (10, 7), (100, 3)), (50, 250, 500), 12, 2, 40)
QUICK = Counts(5, 10, 3, ((1, 3), (10, 3)), (10, 30, 60), 4, 1, 10)


class Bench:
    def __init__(self, python: str, counts: Counts, workspace: Path) -> None:
        self.python, self.counts, self.workspace = python, counts, workspace
        self.story = stories.shipped()
        self.has_weasyprint = can_import(python, "weasyprint")

    def say(self, text: str) -> None:
        print(text, file=sys.stderr, flush=True)

    def worker(self, engine: str, kind: str) -> Worker:
        return Worker(self.python, engine, kind, self.workspace)

    def script(self, engine: str, kind: str, out: Path) -> list[str]:
        """The command that makes one page in a process of its own."""
        once, story = str(HERE / "once.py"), str(stories.STORY)
        return [self.python, once, engine, kind, str(self.workspace), story, str(out)]

    def compile_byte_code(self) -> None:
        """Else the first run of each process would pay for it, or each where none is written."""
        folders = [str(REPOSITORY / "infographic"), str(HERE)]
        command = [self.python, "-m", "compileall", "-q", *folders]
        subprocess.run(command, env=SETTINGS, check=True, cwd=REPOSITORY)

    def compare_words(self) -> None:
        """Raises `CalledProcessError` where the tools' pages have not the same words."""
        peers = ["typst_source", *([WEASYPRINT] if self.has_weasyprint else [])]
        command = [self.python, str(HERE / "same_words.py"), str(self.workspace), *peers]
        subprocess.run(command, env=SETTINGS, check=True, cwd=REPOSITORY)

    def fastest_way(self, kind: str, variants: Sequence[stories.Story]) -> str:
        """How Typst takes these stories soonest: it is measured in that way."""
        with ExitStack() as stack:
            workers = {way: stack.enter_context(self.worker(way, kind)) for way in TYPST_WAYS}
            for worker in workers.values():
                worker.paint(self.story)
            replies = in_turn({way: worker.paint for way, worker in workers.items()}, variants)
        times = {way: statistics.median(r.cpu for r in replies[way]) for way in TYPST_WAYS}
        self.say("  " + "  ".join(f"{way} {t * 1000:.1f} ms" for way, t in times.items()))
        return min(times, key=lambda way: times[way])

    def alone(
        self, kind: str, warm: Sequence[stories.Story], told: Sequence[stories.Story]
    ) -> list[Reply]:
        """Our pages of a kind that no peer makes, after some that only warm the process."""
        with self.worker(OURS, kind) as worker:
            for story in warm:
                worker.paint(story)
            return [worker.paint(story) for story in told]


def in_turn(
    doers: Mapping[str, Callable[[Task], Result]],
    tasks: Sequence[Task],
    at_most: Mapping[str, int] | None = None,
) -> dict[str, list[Result]]:
    """Each task done by each in turn, A B A B, so that a machine's drift meets all alike."""
    done: dict[str, list[Result]] = {name: [] for name in doers}
    for task in tasks:
        for name, do in doers.items():
            if len(done[name]) < (at_most or {}).get(name, len(tasks)):
                done[name].append(do(task))
    return done


def can_import(python: str, module: str) -> bool:
    command = [python, "-c", f"import {module}"]
    return subprocess.run(command, capture_output=True).returncode == 0


def make_workspace(folder: Path) -> None:
    """The peers' templates with the faces they use beside them."""
    shutil.copytree(HERE / "peers", folder, dirs_exist_ok=True)
    (folder / "fonts").mkdir()
    for face in FACES:
        (folder / "fonts" / f"{face}.ttf").symlink_to(REPOSITORY / "fonts" / f"{face}.ttf")
