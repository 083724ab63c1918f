"""Threads: one text through frames anywhere on a page, and from page to page.

A frame of a thread cannot be filled where it is laid out: its words come from frames elsewhere.
It leaves an empty group in its place and an `Opening`, a note that says what may stand there. When
the pages are laid out, all openings of a thread are gathered in their order, the words are poured
through them, and each group is replaced by what stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from infographic.display.frame import HERE, Frame, bare, together
from infographic.display.items import Role
from infographic.display.notes import EmptyFeet, ItemPath, TextFrame
from infographic.flow.body_tally import Body
from infographic.flow.column_ends import Fragment
from infographic.flow.frame_columns import Setting, first_above, surely_too_long
from infographic.flow.leveling import empty_at_feet, lines_left
from infographic.flow.line_rooms import ColumnRoom
from infographic.flow.passages import Passage
from infographic.flow.pour import Poured, pour
from infographic.flow.thread_frames import (
    Jump,
    ThreadFrame,
    all_rooms,
    ended,
    evened,
    free,
    leveled_last,
    settled,
    with_free_heights,
)
from infographic.flow.thread_slots import Found, ThreadText, filled_in, openings
from infographic.flow.wide_words import words_too_wide
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.diagnostics import Diagnostic, did_you_mean
from infographic.foundation.geometry import Point, Size
from infographic.layout.copyfit import fitted
from infographic.layout.setting import faults_of, not_across, stack_lines
from infographic.text.copy import Copy, Span
from infographic.text.paragraph import set_paragraph
from infographic.text.style import Alignment, TextStyle

Place = tuple[int, ItemPath]
"""A page's number and the way to an opening in its items."""


def run_threads(
    pages: Sequence[Frame], labels: Sequence[str]
) -> tuple[list[Frame], list[Diagnostic]]:
    """Fill the openings of all pages; `labels` are the pages' printed numbers."""
    made, faults, known = list(pages), list[Diagnostic](), set[Place]()
    while True:
        # What stands among the words of one thread may be a frame of another.
        found = [
            one
            for page, frame in enumerate(made)
            for one in openings(page, frame)
            if (one.page, one.path) not in known
        ]
        if not found:
            return made, faults
        known |= {(one.page, one.path) for one in found}
        filled, wrong = _run_all(found, labels)
        made = [
            filled_in(frame, {path: one for (on, path), one in filled.items() if on == page})
            for page, frame in enumerate(made)
        ]
        faults += wrong


def _run_all(
    found: Sequence[Found], labels: Sequence[str]
) -> tuple[dict[Place, Frame], list[Diagnostic]]:
    """What stands in these openings, thread by thread, and what is wrong with them."""
    threads: dict[str, list[Found]] = {}
    for one in found:
        threads.setdefault(one.opening.thread, []).append(one)
    filled: dict[Place, Frame] = {}
    faults: list[Diagnostic] = []
    heads = {n: [f for f in found if f.opening.text is not None] for n, found in threads.items()}
    for name, found in threads.items():
        if len(heads[name]) != 1:
            faults.append(_without_head(name, found, heads))
            continue
        made, wrong = _run(_in_order(found), labels)
        filled.update(made)
        faults += wrong
    return filled, faults


def _in_order(found: Sequence[Found]) -> list[Found]:
    """The head first, then page by page, by their order and as they are read."""
    return sorted(found, key=lambda f: (f.opening.text is None, f.page, f.opening.order))


def _without_head(name: str, found: Sequence[Found], heads: dict[str, list[Found]]) -> Diagnostic:
    if heads[name]:
        message = f"{len(heads[name])} articles begin the thread “{name}”"
        return Diagnostic("thread-head", message, heads[name][1].origin, "give one another name")
    known = [other for other, own in heads.items() if own]
    return Diagnostic(
        "thread-head",
        f"no article begins the thread “{name}”",
        found[0].origin,
        did_you_mean(name, known) or f'give the article that begins it "thread": "{name}"',
    )


def _run(
    found: Sequence[Found], labels: Sequence[str]
) -> tuple[dict[Place, Frame], list[Diagnostic]]:
    given = found[0].opening.text
    assert given is not None
    text, notes = _made_to_fit(found, given, labels)
    leading = text.style.leading
    frames, reached = _with_words(found, text, labels)
    rooms, jumps = all_rooms(frames, text, labels, reached)
    every, _ = all_rooms(frames, text, labels, max(f.found.page for f in frames))

    def fits(passages: tuple[Passage, ...]) -> bool:
        tried = replace(text, passages=passages)
        if surely_too_long(passages, ((frame.columns, frame.most) for frame in frames)):
            return False
        if not _reached(found, tried, labels)[1].left:
            return True
        shaped, page = _with_words(found, tried, labels)
        return not pour(passages, all_rooms(shaped, tried, labels, page)[0], leading).left

    def fits_cut(count: int) -> bool:
        cut = given.cut(count)
        made, _ = _made_to_fit(found, cut, labels)
        return not _reached(found, made, labels)[1].left

    lines = sum(row is not None for room in every for row in room)
    tally = Body(text.passages, fits, lines, fits_cut if given.style.fit else None)
    even = evened(frames, rooms, text)
    poured = pour(text.passages, even, leading)
    poured, heights = leveled_last(frames, even, poured, text, jumps)
    faults = [*(fault for frame in frames for fault in frame.faults),
              *_faults(frames, poured, tally, text)]  # fmt: skip
    made, first = dict[Place, Frame](), 0
    stood_in: list[ColumnRoom] = []
    taken = {(jump.room, jump.row) for jump in jumps}
    for number, frame in enumerate(frames):
        own = range(first, first + frame.columns.count)
        first = own.stop
        spare = sum(lines_left(free(frame.rooms(frame.most), taken, own.start), poured, own.start))
        poured, height = ended(frame, heights[number], poured, own.start, taken)
        inside = free(frame.rooms(height), taken, own.start)
        stood_in += inside
        empty = empty_at_feet(inside, poured, frame.most - height, own.start)
        if poured.last_room >= own.stop:
            # The words run on: what all its columns leave empty no words can fill.
            empty = tuple(lines - min(empty) for lines in empty)
        is_last = number == len(frames) - 1
        counted = TextFrame(
            Size(frame.region.width, frame.region.height or 0.0),
            tally.of_frame(bool(poured.left) and is_last, spare, is_last),
        )
        placed = _filled(
            frame, height, poured, own, number, text, [jump for jump in jumps if jump.room in own]
        )
        origin = placed.items[0].origin
        if empty:
            placed = placed.noted(EmptyFeet(empty), origin)
        made[frame.found.page, frame.found.path] = placed.noted(counted, origin)
        faults += placed.faults
    return made, [*faults, *words_too_wide(text.passages, poured, stood_in), *notes]


def _with_words(
    found: Sequence[Found], text: ThreadText, labels: Sequence[str]
) -> tuple[list[ThreadFrame], int]:
    """The frames with their blocks as high as the words leave them, and the last page needed."""
    frames, poured, reached = _reached(found, text, labels)
    return with_free_heights(frames, poured, text, labels, reached), reached


def _made_to_fit(
    found: Sequence[Found], text: ThreadText, labels: Sequence[str]
) -> tuple[ThreadText, tuple[Diagnostic, ...]]:
    """The text in the style that all its frames together leave it, and what was done."""
    in_style, style = text.in_style, text.style
    if style.fit is None or in_style is None or not text.copies:
        return text, ()

    def fits(words: Sequence[Copy], tried: TextStyle) -> bool:
        return not _reached(found, in_style(words, tried), labels)[1].left

    done = fitted(text.copies, style, fits, found[0].opening.region.givens.smallest)
    return in_style(done.copies, done.style), done.notes(style)


def _reached(
    found: Sequence[Found], text: ThreadText, labels: Sequence[str]
) -> tuple[list[ThreadFrame], Poured, int]:
    """The frames, the words in them, and the last page that they need.

    As few pages as hold the words: each page that they leave gives up a line for the jump.
    """
    frames = [settled(one, text.style) for one in found]
    last = max(frame.found.page for frame in frames)
    for reached in range(frames[0].found.page, last + 1):
        rooms, _ = all_rooms(frames, text, labels, reached)
        poured = pour(text.passages, rooms, text.style.leading)
        if not poured.left:
            break
    return frames, poured, reached


def _filled(
    frame: ThreadFrame, height: int, poured: Poured, own: range, order: int, text: ThreadText,
    jumps: Sequence[Jump],
) -> Frame:  # fmt: skip
    block, region = frame.found.opening.block, frame.region
    shift, columns = frame.shift, frame.columns
    setting = Setting(text.style, text.passages, text.style.leading, text.name, order)
    parts = [
        block.stand_insets(region, columns.insets(height, frame.extra), shift),
        setting.paragraphs(poured, own, shift),
        *(_jump(jump, text, shift) for jump in jumps),
    ]
    first = next((stand.entry for stand in poured.stands if stand.room in own), None)
    if first is not None:
        # A frame that the words do not reach has no columns to part.
        rules = block.rules(columns, poured, own, height, frame.extra, shift)
        parts.append(bare(rules))
    origin = frame.found.origin if first is None else text.passages[first.paragraph].origin
    size = Size(region.width, region.height or 0.0)
    made = together(size, [(HERE, part) for part in parts])
    return made.grouped(origin, Role.ARTICLE, "thread")


def _jump(jump: Jump, text: ThreadText, shift: float) -> Frame:
    assert text.jump_style is not None
    side = Alignment.RIGHT if jump.leads_on else Alignment.LEFT
    style = replace(text.jump_style, alignment=side, indent=0.0)
    copy = Copy((Span(jump.text),), BUILT_IN)
    paragraph = set_paragraph(copy, style, jump.place.width)
    top = shift + jump.row * text.style.leading
    baseline = top + first_above(text.style)
    first = paragraph.lines[0]
    at = Point(jump.place.x, baseline - first.above)
    lines = bare(stack_lines(paragraph.lines, copy.origin, at).items)
    said = replace(copy, origin=text.origin / ("jump_to" if jump.leads_on else "jump_from"))
    faults = faults_of(paragraph, said, style, max_lines=1) + not_across(said, style)
    unknown = re.search(r"\{[^{}]*\}", jump.text)
    if unknown is not None:
        message = f"“{unknown[0]}” stands for nothing in a jump line"
        faults += (Diagnostic("value-choice", message, said.origin, "write {page}"),)
    return replace(lines.grouped(copy.origin, Role.PARAGRAPH, "jump"), faults=faults)


def _faults(
    frames: Sequence[ThreadFrame], poured: Poured, body: Body, text: ThreadText
) -> list[Diagnostic]:
    if not poured.left:
        return []
    trial = frames[0].region.givens.trial
    # To the character only where somebody reads it.
    over = _letters_in(poured.left) if trial else body.over()
    rows = sum(entry.rows for entry in poured.left)
    return [
        Diagnostic(
            "overset",
            f"the body is {over} characters ({rows} lines) too long for the {len(frames)} frames "
            "of its thread",
            text.passages[poured.left[0].paragraph].origin,
            f"cut {over} characters, give a frame more room, or add one to the thread",
        )
    ]


def _letters_in(left: Sequence[Fragment]) -> int:
    return sum(len(line.text.text) for entry in left for line in entry.lines)
