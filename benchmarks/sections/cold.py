"""Cold: a process from nothing to a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import bars
import stories
from bench import OURS, PAGES, TYPST, WEASYPRINT, Bench, in_turn
from lines import Line, line
from measure import Run, run

CONSOLE = "from infographic.cli import main; main()"


def cold(bench: Bench) -> Iterator[Line]:
    for kind, page in PAGES.items():
        bench.say(f"cold, {page}")
        runs = _runs(bench, kind)
        scripts = runs["script"], runs[TYPST], runs.get(WEASYPRINT, [])
        command = runs["command"], *scripts[1:]
        bar = bars.COLD_SQUARE if kind == "square" else bars.COLD
        yield line("cold", f"{page}: command", "ms", *_each(command, _cpu), bar=bar,
                   note="`infographic render`; the others by a small script")  # fmt: skip
        yield line("cold", f"{page}: command, by the clock", "ms", *_each(command, _wall))
        yield line("cold", f"{page}: script", "ms", *_each(scripts, _cpu), bar=bar)
        yield line("cold", f"{page}: script, imports done", "ms", *_each(scripts, _bare),
                   note="the bare call, first in its process")  # fmt: skip
        yield line("memory", f"{page}: peak of one run", "MB",
                   *_each(command, lambda run: run.peak))  # fmt: skip
    floor = [_cpu(run([bench.python, "-c", "pass"])) for _ in range(10)]
    yield line("cold", "python -c pass", "ms", floor, note="the floor under all of them")


def _runs(bench: Bench, kind: str) -> dict[str, list[Run]]:
    out = bench.workspace / f"cold.{'png' if kind == 'square' else 'pdf'}"
    render = ["render", str(stories.STORY), "-q", "-l", kind, "-o", str(out)]
    commands = {
        "command": [bench.python, "-c", CONSOLE, *render],
        TYPST: bench.script("typst_inputs", kind, out),
        "script": bench.script(OURS, kind, out),
    }
    if bench.has_weasyprint:
        commands[WEASYPRINT] = bench.script(WEASYPRINT, kind, out)
    for command in commands.values():
        run(command)  # The files come from disk.
    doers = {name: partial(_again, command) for name, command in commands.items()}
    return in_turn(doers, range(bench.counts.cold), {WEASYPRINT: bench.counts.slow})


def _again(command: Sequence[str], _: int) -> Run:
    return run(command)


def _wall(run: Run) -> float:
    return run.wall * 1000


def _cpu(run: Run) -> float:
    return run.cpu * 1000


def _bare(run: Run) -> float:
    return float(run.output) * 1000


def _each(groups: Sequence[Sequence[Run]], figure: Callable[[Run], float]) -> list[list[float]]:
    return [[figure(run) for run in group] for group in groups]
