"""From a save to the picture in the browser: what a desk waits for while it writes.

    python benchmarks/studio.py [--runs 40] [--json FILE]

It starts a studio on a copy of data.json, opens it in Chromium (Playwright, and a browser), saves
the story with a changed number or new words as an editor does, by a file that takes its place, and
reads when the browser has painted it (its mark “painted”): both by the system's clock. A card and
the broadsheet, as large as they stand in a window of 1366 × 768 and in one of 2560 × 1440.
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
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parent.parent
BARS = {"square": (200, 300), "broadsheet": (350, 500)}
"""Milliseconds: the median, and what nine of ten are under."""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
HAN = "城市党建引领基层治理社区网格服务群众组织活动中心先锋队伍街道平台小区楼栋"


def with_number(story: dict[str, Any], turn: int) -> None:
    story["panels"][1]["stats"][0] = {"value": f"{100 + turn}.98", "unit": "万名", "label": "党员"}


def with_words(story: dict[str, Any], turn: int) -> None:
    words = random.Random(turn)
    story["body"][0] = "".join(words.choices(HAN, k=90)) + "。"


CHANGES: dict[str, Callable[[dict[str, Any], int], None]] = {
    "a changed number": with_number,
    "a new paragraph": with_words,
}


def saved(file: Path, story: dict[str, Any]) -> float:
    """Save as editors do; when it was done, in milliseconds of the system's clock."""
    beside = file.with_suffix(".new")
    beside.write_text(json.dumps(story, ensure_ascii=False, indent=2), encoding="utf-8")
    os.replace(beside, file)
    return time.time() * 1000


LATEST = """since => {
  const marks = performance.getEntriesByName("painted").filter(
    one => performance.timeOrigin + one.startTime > since && one.detail.view === "main");
  const last = marks.at(-1);
  return last ? performance.timeOrigin + last.startTime : null;
}"""


def until(page: Any, expression: str, given: object = None) -> None:
    """Playwright's own waiting evaluates texts in the page, which the studio forbids."""
    end = time.monotonic() + 20
    while not page.evaluate(expression, given):
        if time.monotonic() > end:
            sys.exit("the studio painted nothing for 20 seconds")
        time.sleep(0.02)


def waits(
    page: Any, file: Path, change: Callable[[dict[str, Any], int], None], runs: int
) -> Iterator[float]:
    story = json.loads(file.read_text(encoding="utf-8"))
    for turn in range(runs + 3):
        change(story, turn)
        at = saved(file, story)
        until(page, LATEST, at)
        # What else of the page is painted a moment later counts, too.
        time.sleep(0.7)
        if turn >= 3:
            yield page.evaluate(LATEST, at) - at


def measured(browser: Any, address: str, file: Path, runs: int) -> Iterator[dict[str, Any]]:
    for layout, bars in BARS.items():
        for width, height in ((1366, 768), (2560, 1440)):
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(f"{address}#layout={layout}")
            until(page, "performance.getEntriesByName('painted').length")
            time.sleep(8 if width < 2000 else 3)  # The strip's thumbnails are drawn.
            for what, change in CHANGES.items():
                if layout == "square" and change is with_words:
                    continue  # No card shows the body.
                times = sorted(waits(page, file, change, runs))
                yield {
                    "layout": layout, "window": f"{width} × {height}", "what": what,
                    "median": statistics.median(times), "p90": times[int(len(times) * 0.9)],
                    "most": times[-1], "bars": bars,
                }  # fmt: skip
            page.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=40)
    parser.add_argument("--json", type=Path, metavar="FILE")
    asked = parser.parse_args()
    from playwright.sync_api import sync_playwright

    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory(prefix="infographic-studio-") as folder:
        file = Path(folder, "story.json")
        shutil.copy(REPOSITORY / "data.json", file)
        command = [sys.executable, "-m", "infographic", "studio", str(file), "--no-browser"]
        with subprocess.Popen(
            [*command, "--port", "0"], stdout=subprocess.PIPE, text=True,
            env={**environment, "PYTHONPATH": str(REPOSITORY)},
        ) as studio, sync_playwright() as playwright:  # fmt: skip
            assert studio.stdout is not None
            address = studio.stdout.readline().strip()
            found = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
            browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
            lines = []
            for line in measured(browser, address, file, asked.runs):
                lines.append(line)
                median, p90 = line["bars"]
                print(
                    f"{line['layout']:<11} {line['window']:<12} {line['what']:<17} median "
                    f"{line['median']:.0f} ms (bar {median}), nine of ten {line['p90']:.0f} (bar "
                    f"{p90}), most {line['most']:.0f}",
                    flush=True,
                )
            browser.close()
            studio.terminate()
    if asked.json:
        asked.json.write_text(json.dumps(lines, ensure_ascii=False, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
