"""A judge of pages: what is wrong with one, found without knowing how it was laid out."""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pages import DRAWN, copies, inks_of, squeezed
from stories_of import ROOT
from variants import Story, Variant

from infographic.composed import ComposedPage
from infographic.display.collisions import collisions
from infographic.display.fill import fill_of
from infographic.display.items import Group, Placed, TextLine, walk
from infographic.display.ledger import ledger
from infographic.display.page import Page
from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic, SpecError, errors
from infographic.foundation.geometry import Rect
from infographic.loading.binding.bind import bind
from infographic.loading.reading.pointer import follow
from infographic.loading.sheet.layouts import read_layout
from infographic.options import read_story
from infographic.pipeline import draft, settled_layout
from infographic.story.stat import PAUSES
from infographic.text.style import TextStyle

MAY_SAY = {
    "overset", "overset-width", "overfull", "layout-needs", "must-left-out", "frame-outside",
}  # fmt: skip


def drafted(told: Story | Path, layout: str) -> ComposedPage | tuple[Diagnostic, ...]:
    try:
        return draft(told, layout, root=None if isinstance(told, Path) else ROOT)
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


def standing_wrong(page: Page) -> list[str]:
    """Type on type, on a picture or outside the trim; pictures that leave it or lie on others."""
    found = [
        f"collides: “{one.first.item.text}” and “{one.second.item.text}”"
        for one in collisions(page)
    ]
    frames = frames_of(page.walk())
    blocks = (one for top in page.blocks for one in top.walk())
    covers = {one for block in blocks if block.kind == "cover" for one in frames_of(block.own())}
    for ink in inks_of(page):
        across = ink.left < -0.05 or ink.right > page.trim.width + 0.05
        if across or ink.top < -0.05 or ink.bottom > page.trim.height + 0.05:
            found.append(f"outside: “{ink.words}”")
        found += [
            f"on a picture: “{ink.words}”"
            for frame in frames
            # A credit stands in the corner of its cover, where that was measured.
            if not (ink.pointer.endswith("/credit") and frame in covers)
            and ink.overlaps((frame.x, frame.y, frame.right, frame.bottom))
        ]
    for number, one in enumerate(frames):
        if min(one.width, one.height) <= 1:
            found.append(f"picture of {one.width:.1f} × {one.height:.1f}")
        if one.bottom > page.trim.height + page.bleed + 0.1 or one.right > (
            page.trim.width + page.bleed + 0.1
        ):
            found.append("picture outside")
        found += ["picture on picture" for other in frames[number + 1 :] if overlap(one, other)]
    return found


def frames_of(items: Iterable[Placed]) -> list[Rect]:
    """The frames of the pictures among them, to a thousandth of a point."""
    return [
        Rect(*(round(side, 3) for side in (*placed.at, *placed.item.clip)))
        for placed in items
        if isinstance(placed.item, Group) and placed.item.name == "picture" and placed.item.clip
    ]


def overlap(one: Rect, other: Rect, by: float = 0.05) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > by and down > by


def without_pauses(text: str) -> str:
    return text.translate({ord(pause): None for pause in PAUSES})


def words_lost(pages: list[Page], layout: str, told: Node) -> list[str]:
    """Parts whose words are not on the pages once, in their order."""
    used: set[str] = set()
    for one in settled_layout(read_layout(layout)).pages:
        used |= bind(one.body, told).used
    wanted: dict[str, str] = {}
    for pointer in used:
        part = follow(told, pointer)
        assert isinstance(part, Node)
        wanted |= {} if pointer.startswith(DRAWN) else copies(part, pointer)
    read: dict[str, str] = {}
    for page in pages:
        for placed in page.walk():
            if isinstance(placed.item, TextLine) and placed.item.text:
                pointer = placed.origin.pointer
                read[pointer] = read.get(pointer, "") + squeezed(placed.item.text)
    found = []
    for pointer, words in wanted.items():
        there = read.get(pointer, "")
        if "/stats/" in pointer:
            # A stack has none of its sentence's pauses where a line's end says them.
            words, there = without_pauses(words), without_pauses(there)
            if is_told_anew(pointer, words, read):
                continue
        if there != words and words not in there and words not in "".join(read.values()):
            found.append(f"words of {pointer}: “{words[:40]}” reads “{there[:40]}”")
        elif pointer.startswith("/body") and there != words:
            found.append(f"words of {pointer} again: “{there[:40]}”")
    return found


def is_told_anew(pointer: str, words: str, read: Mapping[str, str]) -> bool:
    """Whether a stat is told as label, number and rest: all its characters stand there, in
    another order. Of a change only the numbers must: its bars name the times."""
    stat, _, field = pointer.removeprefix("/panels/").partition("/stats/")
    place = f"/panels/{stat}/stats/{field.partition('/')[0]}"
    there = "".join(text for at, text in read.items() if f"{at}/".startswith(f"{place}/"))
    if pointer.endswith(("/from", "/to")):
        # The bars name a year in words of their own.
        words = "".join(re.findall(r"[\d.,]+", re.sub(r"\d{4}年", "", words)))
    return not Counter(words) - Counter(without_pauses(there))


BODIES = ("body", "open-body", "large-body", "body-down")
"""Styles of running text: of fewer words a page may have a larger one."""


def body_style(page: Page, styles: Mapping[str, TextStyle]) -> TextStyle | None:
    """The style that most lines of the body are set in."""
    sizes = Counter(
        round(placed.item.runs[0][1].size, 2)
        for placed in page.walk()
        if isinstance(placed.item, TextLine) and placed.item.runs
        and placed.origin.pointer.startswith("/body/")
    )  # fmt: skip
    known = [styles[name] for name in BODIES if name in styles]
    return max(known, key=lambda style: sizes[round(style.size, 2)], default=None)


def off_grid(page: Page, leading: float, vertical: bool = False) -> list[str]:
    """Baselines of the body, or the centre lines of its vertical columns, that are not on the
    page's grid, or else on one in their article."""
    found = []
    for placed in page.walk():
        group = placed.item
        if not (isinstance(group, Group) and group.name in ("article", "thread")):
            continue
        ys = [
            inner.at.x if vertical else inner.at.y
            for inner in walk(group.items, placed.at)
            if isinstance(inner.item, TextLine) and inner.item.vertical is vertical
            and inner.origin.pointer.startswith("/body/")
            and not inner.origin.pointer.endswith(("lead", "subhead"))
        ]  # fmt: skip
        on_page = bool(
            not vertical and page.grid and page.type_area and abs(page.grid - leading) < 0.01
        )
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
        # By the part of a stat, its kind and face, and how many sizes a stat has there: one may
        # have no unit, and a change has an earlier number and a later one.
        alike: dict[tuple[str, int], set[tuple[float, ...]]] = {}
        for stat in placed.item.items:
            sizes: dict[str, set[float]] = {}
            for part, line in parts_of(stat.item, ""):
                for _, run in line.runs:
                    if text := "".join(run.texts).strip():
                        kind = "digits" if text[0].isdigit() else "words"
                        key = f"{part}: {kind} in {run.face.name}"
                        sizes.setdefault(key, set()).add(round(run.size, 2))
            for key, each in sizes.items():
                alike.setdefault((key, len(each)), set()).add(tuple(sorted(each)))
        found += [
            f"stats: {key} are {sorted(each)}" for (key, _), each in alike.items() if len(each) > 1
        ]
    return found


def parts_of(item: Any, name: str) -> Iterator[tuple[str, TextLine]]:
    """The lines of a stat, each with the name of the part that it stands in."""
    if isinstance(item, TextLine):
        yield name, item
    elif isinstance(item, Group):
        for placed in item.items:
            yield from parts_of(placed.item, item.name or name)


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
    made = drafted(variant.story, layout)
    faults = faults_of(made)
    found = said_badly(faults)
    if not isinstance(made, ComposedPage):
        return found
    settled = settled_layout(read_layout(layout))
    if ledger_too and isinstance(variant.story, dict):
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
        if body := body_style(page, settled.sheet.styles):
            found += off_grid(page, body.leading, bool(body.column))
        for entry in ledger(page):
            if entry.tally.over:
                found.append(f"ledger of {entry.name} over by {entry.tally.over} without a fault")
    ragged = max(fill_of(page).ragged for page in pages)
    if ragged > 1:
        found.append(f"ragged by {ragged}")
    lost = words_lost(pages, layout, read_story(variant.story))
    if any(one.code == "numbers-left-out" for one in faults):
        # It names them.
        lost = [one for one in lost if "/stats/" not in one]
    found += lost
    return found
