"""Measure infographic beside Typst and WeasyPrint.

    python benchmarks/run.py [--quick] [--json FILE] [--only PART…] [--python PYTHON]

See README.md for what is measured and how fairness is kept.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import stories
from measure import HERE, REPOSITORY, Reply, Run, Spread, Worker, run

Task = TypeVar("Task")
Result = TypeVar("Result")

OURS, TYPST, WEASYPRINT = "infographic", "typst", "weasyprint"
TYPST_WAYS = ("typst_inputs", "typst_file", "typst_source")
FACES = (
    "noto-serif-sc-regular", "noto-serif-sc-bold", "noto-serif-sc-black",
    "noto-sans-sc-regular", "noto-sans-sc-medium", "noto-sans-sc-bold",
    "infographic-kai-regular", "barlow-condensed-medium", "barlow-condensed-bold",
)  # fmt: skip
"""Those that the pages use: a tool that looks through a folder should not open more than we do."""

COLD_AIM, NUMBERS_AIM, WORDS_AIM, SQUARE_AIM = 4.0, 2.0, 4.0, 3.0
SIZE_AIM = 1.2
"""MB."""
PAGES = {"broadsheet": "broadsheet print PDF", "square": "square PNG"}


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


FULL = Counts(15, 50, 10, ((1, 9), (10, 7), (100, 3)), (50, 250, 500))
QUICK = Counts(5, 10, 3, ((1, 3), (10, 3)), (10, 30, 60))


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of each tool, in the unit named, and ours as a multiple of Typst's.

    The ratio is the median of those of neighbours: each of our runs by the run of Typst's that
    stood next to it.
    """

    part: str
    what: str
    unit: str
    ours: Spread
    typst: Spread | None = None
    weasyprint: Spread | None = None
    ratio: Spread | None = None
    aim: float | None = None
    """The ratio that was aimed at; a figure of ours where there is no ratio."""
    note: str = ""

    @property
    def is_met(self) -> bool | None:
        if self.aim is None:
            return None
        return (self.ratio or self.ours).median <= self.aim


def line(
    part: str,
    what: str,
    unit: str,
    ours: Sequence[float],
    typst: Sequence[float] = (),
    weasyprint: Sequence[float] = (),
    *,
    aim: float | None = None,
    note: str = "",
) -> Line:
    """A line of measurements made in turn: the n-th of each tool were neighbours."""
    return Line(
        part, what, unit,
        Spread.of(ours),
        Spread.of(typst) if typst else None,
        Spread.of(weasyprint) if weasyprint else None,
        Spread.of([a / b for a, b in zip(ours, typst, strict=True)]) if typst else None,
        aim, note,
    )  # fmt: skip


class Bench:
    def __init__(self, python: str, counts: Counts, workspace: Path) -> None:
        self.python, self.counts, self.workspace = python, counts, workspace
        self.story = stories.shipped()
        self.has_weasyprint = _can_import(python, "weasyprint")

    def say(self, text: str) -> None:
        print(text, file=sys.stderr, flush=True)

    # Cold: a process from nothing to a file.

    def cold(self) -> Iterator[Line]:
        for kind, page in PAGES.items():
            self.say(f"cold, {page}")
            runs = self._cold_runs(kind)
            scripts = runs["script"], runs[TYPST], runs.get(WEASYPRINT, [])
            command = runs["command"], *scripts[1:]
            yield line("cold", f"{page}: command", "ms", *_each(command, _wall), aim=COLD_AIM,
                       note="`infographic render`; the others by a small script")  # fmt: skip
            yield line("cold", f"{page}: script", "ms", *_each(scripts, _wall), aim=COLD_AIM)
            yield line("cold", f"{page}: script, CPU", "ms", *_each(scripts, _cpu))
            yield line("cold", f"{page}: imports done", "ms", *_each(scripts, _bare),
                       note="the bare call, first in its process")  # fmt: skip
            yield line("memory", f"{page}: peak of one run", "MB",
                       *_each(command, lambda run: run.peak))  # fmt: skip
        yield line("cold", "python -c pass", "ms",
                   [run([self.python, "-c", "pass"]).wall * 1000 for _ in range(10)],
                   note="the floor under all of them")  # fmt: skip

    def _cold_runs(self, kind: str) -> dict[str, list[Run]]:
        out = self.workspace / f"cold.{'png' if kind == 'square' else 'pdf'}"
        console = "from infographic.cli import main; main()"
        story = str(stories.STORY)
        once = str(HERE / "once.py")

        def script(engine: str) -> list[str]:
            workspace = str(self.workspace)
            return [self.python, once, engine, kind, workspace, story, str(out)]

        commands = {
            "command": [self.python, "-c", console, "render", story, "-q",
                        "-l", kind, "-o", str(out)],
            TYPST: script("typst_inputs"),
            "script": script(OURS),
        }  # fmt: skip
        if self.has_weasyprint:
            commands[WEASYPRINT] = script(WEASYPRINT)
        for command in commands.values():
            run(command)  # The files come from disk, and Python writes its byte code.
        doers = {name: partial(_run_again, command) for name, command in commands.items()}
        return _in_turn(doers, range(self.counts.cold), {WEASYPRINT: self.counts.slow})

    # Warm: one process, one story after another.

    def warm(self) -> Iterator[Line]:
        changes = {"numbers": stories.with_numbers, "words": stories.with_words}
        aims = {
            ("broadsheet", "numbers"): NUMBERS_AIM,
            ("broadsheet", "words"): WORDS_AIM,
            ("square", "numbers"): SQUARE_AIM,
            ("square", "words"): SQUARE_AIM,
        }
        for kind, page in PAGES.items():
            for change, vary in changes.items():
                self.say(f"warm, {page}, {change}")
                variants = [vary(self.story, seed) for seed in range(self.counts.variants)]
                way = self._fastest_way(kind, [vary(self.story, -seed) for seed in range(1, 9)])
                replies = self._warm_replies(kind, way, variants)
                columns = [replies[OURS], replies[TYPST], replies.get(WEASYPRINT, [])]
                what = f"{page}, {'changed numbers' if change == 'numbers' else 'new text'}"
                yield line("warm", what, "ms",
                           *([r.seconds * 1000 for r in column] for column in columns),
                           aim=aims[kind, change], note=f"Typst's story: {way}")  # fmt: skip
                yield line("warm", f"{what}, CPU", "ms",
                           *([r.cpu * 1000 for r in column] for column in columns))  # fmt: skip
                if change == "words":
                    is_pdf = kind == "broadsheet"
                    sizes = [[r.bytes / 1e6 for r in column] for column in columns]
                    if is_pdf:
                        yield line("size", page, "MB", sizes[0], aim=SIZE_AIM,
                                   note="the aim is in MB")  # fmt: skip
                    yield line("size", f"{page}, compared", "MB", *sizes)
                    peaks = [[column[-1].peak] if column else [] for column in columns]
                    what = f"{page}: peak after {len(variants)} new texts"
                    yield line("memory", what, "MB", *peaks)

    def _fastest_way(self, kind: str, variants: Sequence[stories.Story]) -> str:
        """How Typst takes these stories soonest: it is measured in that way."""
        with ExitStack() as stack:
            workers = {way: stack.enter_context(self._worker(way, kind)) for way in TYPST_WAYS}
            for worker in workers.values():
                worker.paint(self.story)
            replies = _in_turn({way: worker.paint for way, worker in workers.items()}, variants, {})
        times = {way: statistics.median(r.seconds for r in replies[way]) for way in TYPST_WAYS}
        self.say("  " + "  ".join(f"{way} {t * 1000:.1f} ms" for way, t in times.items()))
        return min(times, key=lambda way: times[way])

    def _warm_replies(
        self, kind: str, way: str, variants: Sequence[stories.Story]
    ) -> dict[str, list[Reply]]:
        engines = {OURS: OURS, TYPST: way}
        if self.has_weasyprint:
            engines[WEASYPRINT] = WEASYPRINT
        with ExitStack() as stack:
            workers = {
                name: stack.enter_context(self._worker(engine, kind))
                for name, engine in engines.items()
            }
            for worker in workers.values():
                worker.paint(self.story)
                worker.paint(self.story)
            return _in_turn(
                {name: worker.paint for name, worker in workers.items()},
                variants,
                {WEASYPRINT: self.counts.slow},
            )

    def _worker(self, engine: str, kind: str) -> Worker:
        return Worker(self.python, engine, kind, self.workspace)

    # Growth: the same article 1, 10 and 100 times as long.

    def growth(self) -> Iterator[Line]:
        with self._worker(OURS, "article") as ours, self._worker("typst_file", "article") as typst:
            for worker in (ours, typst):
                worker.paint(stories.long(self.story, 1, -1))
            for times, count in self.counts.longest:
                self.say(f"growth, {times} ×")
                long = [stories.long(self.story, times, seed) for seed in range(count)]
                characters = stories.characters_in(long[0]["body"])
                replies = _in_turn({OURS: ours.paint, TYPST: typst.paint}, long, {})
                yield line(
                    "growth", f"{characters:,} characters, per 1000", "ms",
                    *([r.seconds * 1e6 / characters for r in replies[name]]
                      for name in (OURS, TYPST)),
                )  # fmt: skip

    # Memory: flat over many variants?

    def memory(self) -> Iterator[Line]:
        self.say(f"memory over {max(self.counts.memory)} new texts")
        seen: dict[str, dict[int, float]] = {OURS: {}, TYPST: {}}
        with (
            self._worker(OURS, "broadsheet") as ours,
            self._worker("typst_source", "broadsheet") as typst,
        ):
            for number in range(1, max(self.counts.memory) + 1):
                story = stories.with_words(self.story, 10_000 + number)
                for name, worker in ((OURS, ours), (TYPST, typst)):
                    reply = worker.paint(story)
                    if number in self.counts.memory:
                        seen[name][number] = reply.rss
        for number in self.counts.memory:
            yield line("memory", f"resident after {number} new texts", "MB",
                       [seen[OURS][number]], [seen[TYPST][number]])  # fmt: skip


def _run_again(command: Sequence[str], _: int) -> Run:
    return run(command)


def _wall(run: Run) -> float:
    return run.wall * 1000


def _cpu(run: Run) -> float:
    return run.cpu * 1000


def _bare(run: Run) -> float:
    return float(run.output) * 1000


def _each(groups: Sequence[Sequence[Run]], figure: Callable[[Run], float]) -> list[list[float]]:
    return [[figure(run) for run in group] for group in groups]


def _in_turn(
    doers: Mapping[str, Callable[[Task], Result]], tasks: Sequence[Task], at_most: dict[str, int]
) -> dict[str, list[Result]]:
    """Each task done by each in turn, A B A B, so that a machine's drift meets all alike."""
    done: dict[str, list[Result]] = {name: [] for name in doers}
    for task in tasks:
        for name, do in doers.items():
            if len(done[name]) < at_most.get(name, len(tasks)):
                done[name].append(do(task))
    return done


# What is said of it.

UNITS = {"ms": "{:.1f}", "MB": "{:.2f}"}
HEADINGS = ("", "infographic", "Typst", "× Typst", "aim", "met", "WeasyPrint", "")


def table(lines: Sequence[Line]) -> str:
    """The lines as text, a part after the other: median (least–most)."""
    rows: list[tuple[str, ...]] = [HEADINGS]
    for part in dict.fromkeys(entry.part for entry in lines):
        rows.append((part.upper(),))
        for entry in lines:
            if entry.part == part:
                rows.append(_row(entry))
    widths = [max(len(row[at]) for row in rows if len(row) > at) for at in range(len(HEADINGS))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip()
        for row in rows
    )


def _row(entry: Line) -> tuple[str, ...]:
    form = UNITS[entry.unit]
    aim = "" if entry.aim is None else f"≤ {entry.aim:g}"
    met = {None: "", True: "yes", False: "NO"}[entry.is_met]
    return (
        f"  {entry.what} [{entry.unit}]",
        _spread(entry.ours, form),
        _spread(entry.typst, form),
        _spread(entry.ratio, "{:.2f}"),
        aim,
        met,
        _spread(entry.weasyprint, form),
        entry.note,
    )


def _spread(spread: Spread | None, form: str) -> str:
    if spread is None:
        return "–"
    median, least, most = (form.format(v) for v in (spread.median, spread.least, spread.most))
    return median if least == most else f"{median} ({least}–{most})"


def environment(python: str) -> dict[str, Any]:
    """Where and with what it was measured."""
    cpus = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    model = next((c.split(":", 1)[1].strip() for c in cpus if c.startswith("model name")), "")
    asked = ["typst", "weasyprint", "uharfbuzz", "reportlab", "pypdfium2", "pillow", "fonttools"]
    code = (
        "import json, sys; from importlib import metadata as m\n"
        "have = {d.name.lower(): d.version for d in m.distributions()}\n"
        f"print(json.dumps({{n: have.get(n) for n in {asked!r} + ['isal']}}))"
    )
    answer = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty"],
        cwd=REPOSITORY, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": commit.stdout.strip(),
        "cpu": model,
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "packages": json.loads(answer.stdout),
    }


def _can_import(python: str, module: str) -> bool:
    return subprocess.run([python, "-c", f"import {module}"], capture_output=True).returncode == 0


def make_workspace(folder: Path) -> None:
    """The peers' templates with the faces they use beside them."""
    shutil.copytree(HERE / "peers", folder, dirs_exist_ok=True)
    (folder / "fonts").mkdir()
    for face in FACES:
        (folder / "fonts" / f"{face}.ttf").symlink_to(REPOSITORY / "fonts" / f"{face}.ttf")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure infographic beside Typst and WeasyPrint.")
    parser.add_argument("--quick", action="store_true", help="a minute instead of several")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    parser.add_argument(
        "--only", nargs="+", choices=("cold", "warm", "growth", "memory"), metavar="PART",
        help="cold, warm, growth, memory",
    )  # fmt: skip
    parser.add_argument(
        "--python", default=sys.executable,
        help="an interpreter with our dependencies, typst and weasyprint (default: this one)",
    )  # fmt: skip
    asked = parser.parse_args()
    if not _can_import(asked.python, "typst"):
        parser.error("typst is missing: pip install -r benchmarks/requirements.txt")
    with tempfile.TemporaryDirectory(prefix="infographic-bench-") as folder:
        workspace = Path(folder) / "pages"
        make_workspace(workspace)
        bench = Bench(asked.python, QUICK if asked.quick else FULL, workspace)
        if not bench.has_weasyprint:
            bench.say("weasyprint cannot be imported (see README.md): left out")
        parts = {
            "cold": bench.cold, "warm": bench.warm,
            "growth": bench.growth, "memory": bench.memory,
        }  # fmt: skip
        load = [os.getloadavg()[0]]
        lines: list[Line] = []
        failed = []
        for name, part in parts.items():
            if asked.only and name not in asked.only:
                continue
            try:
                for entry in part():
                    lines.append(entry)
            except (RuntimeError, subprocess.CalledProcessError) as error:
                failed.append(f"{name} broke off: {error}")
            load.append(os.getloadavg()[0])
    where = environment(asked.python)
    packages = ", ".join(f"{name} {version}" for name, version in where["packages"].items())
    print(f"{where['cpu']}, {where['cores']} cores, Python {where['python']}; {packages}")
    print(f"{where['commit']}, {where['date']}, load {' '.join(f'{v:.1f}' for v in load)}")
    print("Medians (least–most); the ratio is the median over neighbouring runs.\n")
    print(table(lines))
    judged = [entry for entry in lines if entry.aim is not None]
    print(f"\n{sum(bool(e.is_met) for e in judged)} of {len(judged)} aims met")
    if asked.json:
        result = {
            "environment": {**where, "load": load},
            "quick": asked.quick,
            "lines": [{**asdict(entry), "is_met": entry.is_met} for entry in lines],
        }
        text = json.dumps(result, ensure_ascii=False, indent=1)
        asked.json.write_text(text + "\n", encoding="utf-8")
    if failed:
        sys.exit("\n".join(failed))


if __name__ == "__main__":
    main()
