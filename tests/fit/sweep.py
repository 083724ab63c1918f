"""A judge of pages: stories lengthened and shortened step by step, and what is wrong with each.

Run as a script it sweeps every shipped layout, for minutes:  python tests/fit/sweep.py [layout …]
"""

from __future__ import annotations

import copy
import json
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from stories_of import ROOT, story_of  # noqa: E402

from infographic.display.collisions import collisions
from infographic.display.fill import fill_of
from infographic.display.items import Group, Page, TextLine, walk
from infographic.display.ledger import ledger
from infographic.foundation.datum import BUILT_IN, Node
from infographic.foundation.diagnostics import Diagnostic, SpecError, errors
from infographic.foundation.geometry import Rect
from infographic.loading.bind import bind
from infographic.loading.layouts import all_layouts, read_layout
from infographic.loading.pointer import follow
from infographic.pipeline import ComposedPage, draft, read_story, settled_layout
from infographic.text.markup import read_markup

Story = dict[str, Any]
MAY_SAY = {"overset", "overset-width", "overfull", "layout-needs", "must-left-out"}
HEADLINES = {
    f"headline of {n}{kind}": text
    for n in range(4, 41, 4)
    for kind, text in (
        ("", "激扬红色力量书写时代荣光全面加强党的建设十年回眸松花江水奔流不息长白林海层叠如涛"[:n]),
        (" in two", "激扬红色力量书写时代荣光全面加强党的建设十年回眸松花江水奔流不息长白林海层叠如涛"[:n // 2]
         + "　" + "一年接着一年干党建优势一步步化作发展优势组组数字记下这条路"[: n - n // 2 - 1]),
        (" with Latin", ("GDP增长6.5% AI与5G应用2024年突破1.2万亿元 China新能源" * 2)[:n].strip()),
    )
}  # fmt: skip
CAPTION = (
    "近年来，长春市长山花园社区全面提升基层治理服务效能，成为全国党建引领基层治理样板。图为社区工作人员耐心解答居民问题。"
    * 3
)
SENTENCES = (
    "建立城市党建联盟**2300**余个", "**1800**余个小区实行“红心物业”治理",
    "面向**2038**个乡村振兴任务重的村选派驻村干部**5395**人", "培训各级干部**48.2**万人次",
    "打造“红色孵化器”**141**个，全链条孵化**4000**余户企业", "党组织覆盖率稳固在**80%**以上",
)  # fmt: skip


class Variant(NamedTuple):
    name: str
    story: Story
    root: Path = ROOT


def base() -> Story:
    told: Story = json.loads((ROOT / "data.json").read_text())
    return told


def changed(told: Story, **parts: Any) -> Story:
    return {**copy.deepcopy(told), **parts}


def with_caption(told: Story, length: int) -> Story:
    told = copy.deepcopy(told)
    for figure in told["figures"]:
        figure["caption"] = CAPTION[:length]
    return told


def with_stats(told: Story, panel: int, count: int, kind: str) -> Story:
    told = copy.deepcopy(told)
    panels = told["panels"]
    panel = min(panel, len(panels) - 1)
    if kind == "values":
        stats: list[Any] = [
            {"value": 23 * 7**n % 9973, "unit": "万元", "label": f"第{n + 1}项投入比上年增加的部分"}
            for n in range(count)
        ]
    elif kind == "changes":
        stats = [
            {"from": f"从十年前的**{100 + n}.89**万名", "to": f"到如今的**{170 + n}.98**万名"}
            for n in range(count)
        ]
    else:
        stats = [SENTENCES[n % len(SENTENCES)] for n in range(count)]
    panels[panel]["stats"] = stats
    return told


def variants(step: int = 100) -> Iterator[Variant]:
    """Everything lengthened and shortened, one thing at a time."""
    told = base()
    for count in range(200, 3001, step):
        yield Variant(f"body of {count}", story_of(count))
    for name, text in HEADLINES.items():
        yield Variant(name, changed(told, headline=text))
    for length in (1, 10, 20, 40, 60, 80, 100, 130, 160):
        yield Variant(f"captions of {length}", with_caption(told, length))
    for panel in (0, 1):
        for kind in ("sentences", "values", "changes"):
            for count in range(1, 13):
                yield Variant(
                    f"{count} {kind} in panel {panel}", with_stats(told, panel, count, kind)
                )
    for part in ("kicker", "deck", "byline"):
        for length in (0, 1, 6, 12, 20, 30, 45):
            text = "我省全面加强党的建设十年回眸本报记者李抑堃赵梦卓特约通讯员王明远高质量党建托起新时代吉林振兴发展"
            yield Variant(f"{part} of {length}", changed(told, **{part: text[:length]}))
    for path in sorted(ROOT.glob("examples/*/story.json")):
        other: Story = json.loads(path.read_text())
        yield Variant(path.parent.name, other, path.parent)


# What is wrong with a page


def drafted(told: Story, layout: str, root: Path = ROOT) -> ComposedPage | tuple[Diagnostic, ...]:
    try:
        return draft(told, layout, root=root)
    except SpecError as error:
        return error.diagnostics


def said_badly(faults: tuple[Diagnostic, ...]) -> list[str]:
    """Refusals of another kind than a lack of room, or that do not count."""
    return [
        f"says: {fault.code}: {fault.message}"
        for fault in errors(faults)
        if fault.code not in MAY_SAY
        or not (any(c.isdigit() for c in fault.message) or "has no “" in fault.message)
    ]


def inks(page: Page) -> Iterator[tuple[str, Rect]]:
    """Each run's words and the box of its glyphs' ink."""
    for placed in page.walk():
        if not isinstance(placed.item, TextLine):
            continue
        for x, run in placed.item.runs:
            rises = run.ys or (0.0,) * len(run.glyphs)
            boxes = [
                (at + box.left, -rise - box.top, at + box.right, -rise - box.bottom)
                for glyph, at, rise in zip(run.glyphs, run.xs, rises, strict=True)
                if (box := run.face.box_of(glyph)).right > box.left
            ]
            if boxes:
                left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
                right, bottom = max(b[2] for b in boxes), max(b[3] for b in boxes)
                size = run.size
                yield "".join(run.texts), Rect(
                    placed.at.x + x + left * size, placed.at.y + top * size,
                    (right - left) * size, (bottom - top) * size,
                )  # fmt: skip


def standing_wrong(page: Page) -> list[str]:
    """Type on type, on a picture or outside the trim; pictures that leave it or lie on others."""
    found = [
        f"collides: “{one.first.item.text}” and “{one.second.item.text}”"
        for one in collisions(page)
    ]
    frames = [
        Rect(*placed.at, *placed.item.clip)
        for placed in page.walk()
        if isinstance(placed.item, Group) and placed.item.name == "picture" and placed.item.clip
    ]
    for words, ink in inks(page):
        if ink.x < -0.05 or ink.y < -0.05 or ink.right > page.trim.width + 0.05:
            found.append(f"outside: “{words}”")
        elif ink.bottom > page.trim.height + 0.05:
            found.append(f"outside: “{words}”")
        found += [f"on a picture: “{words}”" for frame in frames if overlap(ink, frame)]
    for number, one in enumerate(frames):
        if min(one.width, one.height) <= 1:
            found.append(f"picture of {one.width:.1f} × {one.height:.1f}")
        if one.bottom > page.trim.height + page.bleed + 0.1 or one.right > (
            page.trim.width + page.bleed + 0.1
        ):
            found.append("picture outside")
        found += ["picture on picture" for other in frames[number + 1 :] if overlap(one, other)]
    return found


def overlap(one: Rect, other: Rect, by: float = 0.05) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > by and down > by


def squeezed(text: str) -> str:
    return "".join(text.split())


NOT_WORDS = {"image", "alt", "aspect", "as", "unit", "qualifier", "value", "language", "number"}


def copies(node: Node, pointer: str, key: str = "") -> dict[str, str]:
    if isinstance(node.value, dict):
        parts: Any = node.value.items()
    elif isinstance(node.value, tuple):
        parts = enumerate(node.value)
    elif isinstance(node.value, str) and key not in NOT_WORDS and node.value:
        return {pointer: squeezed(read_markup(node.value, BUILT_IN)[0].text)}
    else:
        return {}
    found: dict[str, str] = {}
    for at, part in parts:
        found |= copies(part, f"{pointer}/{at}", str(at))
    return found


def words_lost(pages: list[Page], layout: str, told: Node) -> list[str]:
    """Parts whose words are not on the pages once, in their order."""
    used: set[str] = set()
    for one in settled_layout(read_layout(layout)).pages:
        used |= bind(one.body, told).used
    wanted: dict[str, str] = {}
    for pointer in used:
        part = follow(told, pointer)
        assert isinstance(part, Node)
        wanted |= copies(part, pointer)
    read: dict[str, str] = {}
    for page in pages:
        for placed in page.walk():
            if isinstance(placed.item, TextLine) and placed.item.text:
                pointer = placed.origin.pointer
                read[pointer] = read.get(pointer, "") + squeezed(placed.item.text)
    found = []
    for pointer, words in wanted.items():
        there = read.get(pointer, "")
        if there != words and words not in there and words not in "".join(read.values()):
            found.append(f"words of {pointer}: “{words[:40]}” reads “{there[:40]}”")
        elif pointer.startswith("/body") and there != words:
            found.append(f"words of {pointer} again: “{there[:40]}”")
    return found


def off_grid(page: Page, leading: float) -> list[str]:
    """Baselines of the body that are not on the page's grid, or else on one in their article."""
    found = []
    for placed in page.walk():
        group = placed.item
        if not (isinstance(group, Group) and group.name in ("article", "thread")):
            continue
        ys = [
            inner.at.y
            for inner in walk(group.items, placed.at)
            if isinstance(inner.item, TextLine) and inner.origin.pointer.startswith("/body/")
            and not inner.origin.pointer.endswith(("lead", "subhead"))
        ]  # fmt: skip
        on_page = bool(page.grid and page.type_area and abs(page.grid - leading) < 0.01)
        start = page.type_area.y if on_page and page.type_area else min(ys, default=0.0)
        off = [y for y in ys if abs((y - start + leading / 2) % leading - leading / 2) > 0.01]
        if off:
            found.append(f"{len(off)} of {len(ys)} baselines off the grid of {leading:g}")
    return found


def unequal(page: Page) -> list[str]:
    """Stats of one set that are made alike and differ in size."""
    found = []
    for placed in page.walk():
        if not (isinstance(placed.item, Group) and placed.item.name == "stats"):
            continue
        made: dict[tuple[str, ...], set[tuple[tuple[str, float], ...]]] = {}
        for stat in placed.item.items:
            if isinstance(stat.item, Group) and stat.item.name == "stat":
                names = tuple(dict.fromkeys(group_names(stat.item)))
                sizes = {
                    (f"{'digits' if text[0].isdigit() else 'words'} in {run.face.name}",
                     round(run.size, 2))
                    for line in lines_in(stat.item) for _, run in line.runs
                    if (text := "".join(run.texts).strip())
                }  # fmt: skip
                made.setdefault(names, set()).add(tuple(sorted(sizes)))
        for names, each in made.items():
            # One may have no unit or no label; what both have must be equal.
            by_kind: dict[str, set[tuple[float, ...]]] = {}
            for sizes in each:
                kinds: dict[str, tuple[float, ...]] = {}
                for kind, size in sizes:
                    kinds[kind] = (*kinds.get(kind, ()), size)
                for kind, several in kinds.items():
                    by_kind.setdefault(kind, set()).add(several)
            found += [
                f"stats ({', '.join(names)}): {kind} are {sorted(several)}"
                for kind, several in by_kind.items() if len(several) > 1
            ]  # fmt: skip
    return found


def group_names(group: Group) -> Iterator[str]:
    for placed in group.items:
        if isinstance(placed.item, Group):
            yield placed.item.name
            yield from group_names(placed.item)


def lines_in(item: Any) -> Iterator[TextLine]:
    if isinstance(item, TextLine):
        yield item
    elif isinstance(item, Group):
        for placed in item.items:
            yield from lines_in(placed.item)


def too_small(page: ComposedPage, least: float) -> list[str]:
    return [
        f"{run.size:.2f} pt: “{''.join(run.texts)}”"
        for placed in page.page.walk()
        if isinstance(placed.item, TextLine)
        for _, run in placed.item.runs
        if run.size < least - 0.01
    ]


def overset_by(faults: tuple[Diagnostic, ...]) -> int:
    for fault in faults:
        if fault.code == "overset" and fault.message.startswith("the body is "):
            return int(fault.message.split()[3])
    return 0


def with_more(told: Story, text: str) -> Story:
    told = copy.deepcopy(told)
    last = told["body"][-1]
    assert isinstance(last, str)
    told["body"][-1] = last + text
    return told


def without_end(told: Story, count: int) -> Story:
    """Its body without the last `count` characters."""
    told = copy.deepcopy(told)
    body = told["body"]
    while count > 0 and body:
        last = body[-1]
        text = last if isinstance(last, str) else next(iter(last.values()))
        if len(text) <= count:
            body.pop()
            count -= len(text)
            continue
        kept = text[: len(text) - count]
        body[-1] = kept if isinstance(last, str) else {next(iter(last)): kept}
        count = 0
    return told


def dishonest(told: Story, layout: str, faults: tuple[Diagnostic, ...]) -> list[str]:
    """What an overset figure gets wrong: k more characters are k more, and its cut fits."""
    over = overset_by(faults)
    if not over:
        return []
    found = []
    for more in (1, 2, 7):
        now = overset_by(faults_of(drafted(with_more(told, "增" * more), layout)))
        if now != over + more:
            found.append(f"overset {over}, with {more} more {now}")
    for cut, wanted in ((over, 0), (over - 1, 1)):
        left = overset_by(faults_of(drafted(without_end(told, cut), layout)))
        if bool(left) != bool(wanted):
            found.append(f"overset {over}: without {cut} it is {left}")
    return found


def faults_of(made: ComposedPage | tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    return made.diagnostics if isinstance(made, ComposedPage) else made


def wrong_with(variant: Variant, layout: str, *, ledger_too: bool = False) -> list[str]:
    """Everything that is wrong with a story's page."""
    made = drafted(variant.story, layout, variant.root)
    faults = faults_of(made)
    found = said_badly(faults)
    if not isinstance(made, ComposedPage):
        return found
    settled = settled_layout(read_layout(layout))
    if ledger_too:
        found += dishonest(variant.story, layout, faults)
    if errors(faults):
        return found
    pages = [one.page for one in made.pages]
    for one in made.pages:
        page = one.page
        found += standing_wrong(page)
        found += unequal(page)
        least = made.press.type.positive
        found += too_small(one, least)
        body = next((settled.sheet.styles[s] for s in ("body",) if s in settled.sheet.styles), None)
        if body is not None and not body.column:
            found += off_grid(page, body.leading)
        for entry in ledger(page):
            if entry.tally.over:
                found.append(f"ledger of {entry.name} over by {entry.tally.over} without a fault")
    ragged = max(fill_of(page).ragged for page in pages)
    if ragged > 1:
        found.append(f"ragged by {ragged}")
    found += words_lost(pages, layout, read_story(variant.story))
    return found


def main(layouts: list[str]) -> None:
    counts: dict[str, int] = {}
    for layout in layouts or all_layouts():
        made = 0
        for variant in variants():
            try:
                ledger_too = variant.name.startswith("body") and "00" in variant.name
                found = wrong_with(variant, layout, ledger_too=ledger_too)
            except Exception:  # noqa: BLE001 - the sweep goes on
                found = [traceback.format_exc().replace("\n", " | ")[-600:]]
            made += 1
            for each in found[:4]:
                print(f"{layout}: {variant.name}: {each}", flush=True)
                kind = each.split(":")[0].split(" ")[0]
                counts[kind] = counts.get(kind, 0) + 1
        print(f"-- {layout}: {made} variants", flush=True)
    print(counts)


if __name__ == "__main__":
    main(sys.argv[1:])
