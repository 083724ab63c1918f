"""What the parts cost in a warm process: setting type, PDF/X, preflight, plates.

    python benchmarks/parts.py

Medians of several runs in CPU milliseconds, with the aims of the typography and press work.
"""

from __future__ import annotations

import json
import random
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from infographic import compose
from infographic.copy_lint.rules import findings_in
from infographic.foundation.datum import BUILT_IN
from infographic.graphics.maps import inside, outlines, read
from infographic.loading.sheet.layouts import read_layout
from infographic.loading.tables.beside import read_beside
from infographic.options import read_story
from infographic.page_fill import fit
from infographic.pipeline import settled_layout
from infographic.text.copy import Copy, Span
from infographic.text.paragraph import set_paragraph

ROOT = Path(__file__).resolve().parents[1]
RUNS = 9


def copies(characters: int, seed: int = 1) -> Iterator[Copy]:
    """Paragraphs never set before: the story's sentences with their Han shuffled."""
    body = read_story(ROOT / "data.json").value["body"].value  # type: ignore[index,union-attr]
    words = "".join(node.value for node in body if isinstance(node.value, str))
    chance = random.Random(seed)
    while True:
        text = (words * (characters // len(words) + 1))[:characters]
        han = [c for c in text if "\u4e00" <= c <= "\u9fff"]
        chance.shuffle(han)
        rest = iter(han)
        yield Copy((Span("".join(next(rest) if "\u4e00" <= c <= "\u9fff" else c for c in text)),))


def median(work: Callable[[], object], runs: int = RUNS) -> float:
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


def setting() -> Iterator[tuple[str, float, str]]:
    style = settled_layout(read_layout("broadsheet")).sheet.styles["body"]
    new = copies(2000)
    for _ in range(3):
        set_paragraph(next(new), style, 180.0)
    yield "2,000 new characters", median(lambda: set_paragraph(next(new), style, 180.0)), "≤ 25 ms"
    known = [next(new) for _ in range(RUNS)]
    for copy in known:
        set_paragraph(copy, style, 180.0)
    rest = iter(known)
    second = median(lambda: set_paragraph(next(rest), style, 270.0))
    yield "the same in a second width", second, "≤ 10 ms"
    long = copies(200_000)
    whole = median(lambda: set_paragraph(next(long), style, 180.0), 3)
    yield "200,000 new characters, per 2,000", whole / 100, "linear"


def lint() -> Iterator[tuple[str, float, str]]:
    new = (copy.text for copy in copies(1000))
    for _ in range(3):
        findings_in(next(new))
    yield "1,000 new characters without a fault", median(lambda: findings_in(next(new))), "≤ 1 ms"
    odd = (text.replace("，", ",").replace("“", '"').replace("”", '"') for text in new)
    findings_in(next(odd))
    yield "the same, its marks half-width", median(lambda: findings_in(next(odd))), "–"


def of_length(characters: int) -> dict[str, Any]:
    """The story with its paragraphs cut, or said again, to at most so many characters."""
    story: dict[str, Any] = json.loads((ROOT / "data.json").read_text())
    body: list[Any] = []
    for paragraph in (*story["body"], *(each for each in story["body"] if isinstance(each, str))):
        words = paragraph if isinstance(paragraph, str) else "".join(paragraph.values())
        if len(words) > characters:
            break
        body.append(paragraph)
        characters -= len(words)
    return {**story, "body": body}


def press() -> Iterator[tuple[str, float, str]]:
    page = compose(ROOT / "data.json", "broadsheet")
    plain = compose(ROOT / "data.json", "broadsheet", press="proof")
    for each in (page, plain):
        each.pdf(force=True)
    flavoured = median(lambda: page.pdf("print", force=True))
    without = median(lambda: plain.pdf("screen"))
    yield "print PDF/X-4 less the screen PDF", flavoured - without, "≤ 30 ms"

    def fresh_preflight() -> object:
        return compose(ROOT / "data.json", "broadsheet").preflight()

    both, alone = median(fresh_preflight), median(lambda: compose(ROOT / "data.json", "broadsheet"))
    yield "preflight of the page", both - alone, "≤ 50 ms"
    yield "plates at 150 ppi", median(lambda: page.plates(150), 3), "≤ 3000 ms"


def pages() -> Iterator[tuple[str, float, str]]:
    story = read_story(ROOT / "data.json")
    compose(story, "broadsheet")
    yield "broadsheet composed again", median(lambda: compose(story, "broadsheet")), "–"
    fitted = str(ROOT / "benchmarks" / "fitted.json")
    told = json.loads((ROOT / "data.json").read_text())
    variants = iter(range(40))

    def other_words() -> object:
        """Every paragraph new: one character of it is another each time."""
        other = told["body"][0][next(variants)]
        body = [f"{part[:-2]}{other}。" if isinstance(part, str) else part for part in told["body"]]
        return compose({**told, "body": body}, fitted)

    for _ in range(3):
        other_words()
    yield "the fitted broadsheet, new words", median(other_words), "≤ 120 ms"
    compose(told, fitted)
    yield "the fitted broadsheet again", median(lambda: compose(told, fitted)), "≤ 120 ms"
    for layout in ("broadsheet", "tabloid"):
        for characters in (1800, 2290):
            told = of_length(characters)
            # Once: a second search would find its paragraphs set.
            took = median(partial(fit, told, layout), 1)
            yield f"fit, {layout} with {characters:,} characters", took, "≤ 2000 ms"


def data() -> Iterator[tuple[str, float, str]]:
    """2,000 rows of 12 columns, each time with other numbers."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "counties.csv")
        places = iter(range(1000))

        def write() -> None:
            shift = next(places)
            head = ["县", *(f"{year}年" for year in range(2014, 2025))]
            rows = [
                [f"县{row}", *(str((row * column + shift) / 10) for column in range(11))]
                for row in range(2000)
            ]
            file.write_text("\n".join(map(",".join, [head, *rows])), encoding="utf-8")

        def read() -> object:
            return read_beside(file.as_posix(), BUILT_IN)

        times = []
        for _ in range(RUNS + 2):
            write()
            times.append(median(read, 1))
        yield "2,000 × 12 cells of CSV, new", statistics.median(times[2:]), "≤ 40 ms"
        yield "the same file again", median(read), "≤ 0.2 ms"


def maps() -> Iterator[tuple[str, float, str]]:
    """A page of one map of a province, 137 kB of GeoJSON."""
    folder = ROOT / "examples" / "province-map"
    names = [row.split(",")[0] for row in (folder / "counties.csv").read_text().split()[1:]]
    body = {"type": "graphic", "chart": {"$data": "/charts/0"}, "kind": "value-map"}
    page = {"width": "300pt", "height": "auto", "margins": "12pt"}
    shifts = iter(range(1000))

    def told(shift: int) -> dict[str, Any]:
        rows = [[name, (number * 37 + shift * 11) % 90 / 10] for number, name in enumerate(names)]
        chart = {
            "data": {"columns": ["地区", "增速"], "rows": rows},
            "measure": {"what": "增速", "unit": "%"},
            "base": {"file": str(folder / "lanchuan.geojson"), "approval": "虚S(2026)001号"},
        }
        return {"headline": "增速", "charts": [chart]}

    with TemporaryDirectory() as temporary:
        layout = Path(temporary, "map.json")
        layout.write_text(json.dumps({"extends": "families/daily", "page": page, "body": body}))

        def made(shift: int) -> object:
            return compose(told(shift), layout, root=folder)

        def anew() -> object:
            for known in (read._READ, outlines._PLANES, outlines._FITTED, outlines._INNER):
                known._values.clear()
            inside.box_inside.cache_clear()
            inside._coarse_polygon.cache_clear()
            return made(next(shifts))

        for _ in range(3):
            made(next(shifts))
        yield "a province map, other values", median(lambda: made(next(shifts))), "≤ 60 ms"
        yield "the same again", median(lambda: made(0)), "≤ 15 ms"
        yield "the same, its base never seen", median(anew), "≤ 60 ms"


def main() -> None:
    for title, part in (
        ("Setting type", setting),
        ("Copy lint", lint),
        ("Data", data),
        ("Maps", maps),
        ("Pages", pages),
        ("Press", press),
    ):
        print(title)
        for name, milliseconds, aim in part():
            print(f"  {name:<40}{milliseconds:>10.2f} ms   aim {aim}")


if __name__ == "__main__":
    main()
