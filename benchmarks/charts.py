"""What charts cost on a warm page, and what a story without any costs at start.

    python benchmarks/charts.py                      # charts, tables and maps
    python benchmarks/charts.py --base OTHER         # the start too, beside another checkout

Medians of several runs in CPU milliseconds. Each chart's cost is that of its page less that of a
page without one, taken in turn: reading its data, drawing it, and whatever a page has for it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from infographic import compose

ROOT = Path(__file__).resolve().parents[1]
RUNS = 15
PAGE = {"width": "120mm", "height": "auto", "margins": "4mm"}


class Part(NamedTuple):
    """One thing that is drawn, and what it may cost."""

    name: str
    story: Callable[[int], dict[str, Any]]
    """By a number, so that the same is the same story; its files are written beside it."""
    body: dict[str, Any]
    known: float
    """Milliseconds with the data that the page had before."""
    new: float


def bars(number: int) -> dict[str, Any]:
    chance = random.Random(number)
    rows = [[f"第{row}县", round(chance.uniform(100, 400), 1)] for row in range(12)]
    return _with_chart({"columns": ["县", "产量"], "rows": rows}, "万吨")


def days(count: int, number: int) -> list[list[str]]:
    """One value a day, as an index walks."""
    chance, value = random.Random(number), 100.0
    rows = []
    for day in range(count):
        value += chance.uniform(-0.5, 0.5)
        rows.append([str(date(2018, 1, 1) + timedelta(day)), f"{value:.2f}"])
    return rows


def line(folder: Path, number: int) -> dict[str, Any]:
    rows = [["日期", "指数"], *days(2000, number)]
    _write(folder / "days.csv", "\n".join(map(",".join, rows)))
    return _with_chart("days.csv", "")


def inline_line(number: int) -> dict[str, Any]:
    rows = [[day, float(value)] for day, value in days(2000, number)]
    return _with_chart({"columns": ["日期", "指数"], "rows": rows}, "")


def table(number: int) -> dict[str, Any]:
    chance = random.Random(number)
    rows = [
        [f"第{row}县", *(round(chance.uniform(10, 99), 1) for _ in range(5))] for row in range(20)
    ]
    columns = ["县", "人口", "产量", "产值", "投资", "消费"]
    shown = {"title": "各县主要指标", "data": {"columns": columns, "rows": rows}}
    return {"headline": "各县", "tables": [shown]}


def province(folder: Path, number: int) -> dict[str, Any]:
    names = [row.split(",")[0] for row in (folder / "counties.csv").read_text().split()[1:]]
    rows = [[name, (place * 37 + number * 11) % 90 / 10] for place, name in enumerate(names)]
    story = _with_chart({"columns": ["地区", "增速"], "rows": rows}, "%")
    story["charts"][0] |= {
        "kind": "value-map",
        "base": {"file": "lanchuan.geojson", "approval": "虚S(2026)001号"},
    }
    return story


def other_province(folder: Path, number: int) -> dict[str, Any]:
    """Its base another one, too: every coordinate has moved."""
    base = json.loads((folder / "lanchuan.geojson").read_text())

    def moved(part: Any) -> Any:
        return [moved(one) for one in part] if isinstance(part, list) else part + number * 0.001

    for one in base["features"]:
        one["geometry"]["coordinates"] = moved(one["geometry"]["coordinates"])
    _write(folder / "moved.geojson", json.dumps(base, ensure_ascii=False))
    story = province(folder, number)
    story["charts"][0]["base"]["file"] = "moved.geojson"
    return story


def _with_chart(data: object, unit: str) -> dict[str, Any]:
    measure = {"what": "产量", "unit": unit, "period": "2025年"}
    chart = {"title": "榆树产量居首", "measure": measure, "data": data, "source": "示例统计局"}
    return {"headline": "产量", "charts": [chart]}


def _write(file: Path, text: str) -> None:
    if not file.exists() or file.read_text(encoding="utf-8") != text:
        file.write_text(text, encoding="utf-8")


def parts_in(folder: Path) -> Iterator[Part]:
    chart = {"type": "graphic", "chart": {"$data": "/charts/0"}}
    tabled = {"type": "graphic", "chart": {"$data": "/tables/0"}}
    yield Part("12 bars", bars, chart, 3, 15)
    yield Part("a line of 2,000 days in a CSV", partial(line, folder), chart, 15, 40)
    yield Part("the same days in the story", inline_line, chart, 15, 40)
    yield Part("a table of 20 × 6", table, tabled, 10, 60)
    yield Part("a province map, 137 kB", partial(province, folder), chart, 15, 60)
    yield Part("a province never seen", partial(other_province, folder), chart, 15, 60)


def measured(part: Part, folder: Path, runs: int = RUNS) -> tuple[float, float]:
    """What it costs with the data of the last page, and with new ones.

    The story is a file, as a desk has it; writing it is not counted.
    """
    story, bare = folder / "story.json", folder / "bare.json"
    whole, empty = folder / "whole.json", folder / "empty.json"
    spacer = {"type": "spacer", "height": "9pt"}
    for layout, block in ((whole, part.body), (empty, spacer)):
        body = {"type": "stack", "children": [block]}
        layout.write_text(json.dumps({"extends": "families/daily", "page": PAGE, "body": body}))
    bare.write_text(json.dumps({"headline": "产量"}))

    def page(number: int) -> float:
        _write(story, json.dumps(part.story(number), ensure_ascii=False))
        return timed(lambda: compose(story, whole)) - timed(lambda: compose(bare, empty))

    for number in (1, 0, 0):
        page(number)
    known = statistics.median(page(0) for _ in range(runs))
    return known, statistics.median(page(number) for number in range(2, 2 + runs))


def timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def charts(runs: int = RUNS) -> Iterator[tuple[str, float, str]]:
    """Each part's cost with known and with new data, and what it may be."""
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for name in ("lanchuan.geojson", "counties.csv"):
            shutil.copy(ROOT / "examples" / "province-map" / name, folder)
        for part in parts_in(folder):
            known, new = measured(part, folder, runs)
            yield f"{part.name}, again", known, f"≤ {part.known:g} ms"
            yield f"{part.name}, new data", new, f"≤ {part.new:g} ms"


CALLS = """
import cProfile, sys
from time import process_time
if sys.argv.pop(1) == "calls":
    profile = cProfile.Profile()
    profile.enable()
    from infographic.cli import run
    run(sys.argv[1:])
    profile.disable()
    # Not by pstats: it takes all functions that dataclasses write for one.
    print(sum(one.callcount for one in profile.getstats()))
else:
    from infographic.cli import run
    run(sys.argv[1:])
    print(process_time())
"""


def started(checkout: Path, layout: str, ending: str, what: str) -> float:
    """What a process costs from nothing to a file, by the code of a checkout, on this story."""
    with TemporaryDirectory() as folder:
        out = str(Path(folder, f"page{ending}"))
        asked = ["render", str(ROOT / "data.json"), "-q", "-l", layout, "-o", out]
        surroundings = {**os.environ, "PYTHONPATH": str(checkout)}
        surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
        done = subprocess.run(
            [sys.executable, "-c", CALLS, what, *asked], cwd=checkout, env=surroundings,
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    return float(done.stdout.split()[-1])


def start(base: Path, runs: int) -> Iterator[tuple[str, float, str]]:
    """A story without charts beside another checkout's, in turn: calls, and CPU time."""
    for layout, ending in (("square", ".png"), ("broadsheet", ".pdf")):
        for checkout in (base, ROOT):
            started(checkout, layout, ending, "time")
        calls = [started(checkout, layout, ending, "calls") for checkout in (base, ROOT)]
        yield f"{layout}, calls, of the base", calls[1] / calls[0] * 100, "≤ 103 %"
        ratios = []
        for _ in range(runs):
            one, other = (started(checkout, layout, ending, "time") for checkout in (base, ROOT))
            ratios.append(other / one)
        yield f"{layout}, CPU time, of the base", statistics.median(ratios) * 100, "≤ 103 %"


def main() -> None:
    told = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    told.add_argument("--base", type=Path, help="a checkout whose start ours is held against")
    told.add_argument("--runs", type=int, default=RUNS)
    given = told.parse_args()
    print("Charts")
    for name, milliseconds, aim in charts(given.runs):
        print(f"  {name:<44}{milliseconds:>8.2f} ms   aim {aim}", flush=True)
    if given.base is not None:
        print("Start of a story without charts")
        for name, percent, aim in start(given.base.resolve(), given.runs):
            print(f"  {name:<44}{percent:>8.1f} %    aim {aim}", flush=True)


if __name__ == "__main__":
    main()
