"""Threads: one text through frames anywhere on a page, and from page to page.

A frame of a thread cannot be filled where it is laid out: its words come from frames elsewhere.
It leaves an empty group in its place and a `Slot`, a note that says what may stand there. When
the pages are laid out, all slots of a thread are gathered in their order, the words are poured
through them, and each group is replaced by what stands in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from infographic.display.frame import Frame
from infographic.flow.threads.one_thread import Place, run_thread
from infographic.flow.threads.slots import Found, filled_in, slots_of
from infographic.foundation.diagnostics import Diagnostic, nearest
from infographic.foundation.sayings import say


def run_threads(
    pages: Sequence[Frame], labels: Sequence[str]
) -> tuple[list[Frame], list[Diagnostic]]:
    """Fill the slots of all pages; `labels` are the pages' printed numbers."""
    made, faults, known = list(pages), list[Diagnostic](), set[Place]()
    while True:
        # What stands among the words of one thread may be a frame of another.
        found = [
            one
            for page, frame in enumerate(made)
            for one in slots_of(page, frame)
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
    """What stands in these slots, thread by thread, and what is wrong with them."""
    threads: dict[str, list[Found]] = {}
    for one in found:
        threads.setdefault(one.slot.thread, []).append(one)
    filled: dict[Place, Frame] = {}
    faults: list[Diagnostic] = []
    heads = {n: [f for f in found if f.slot.text is not None] for n, found in threads.items()}
    for name, found in threads.items():
        if len(heads[name]) != 1:
            faults.append(_without_head(name, found, heads))
            continue
        made, wrong = run_thread(_in_order(found), labels)
        filled.update(made)
        faults += wrong
    return filled, faults


def _in_order(found: Sequence[Found]) -> list[Found]:
    """The head first, then page by page, by their order and as they are read."""
    return sorted(found, key=lambda f: (f.slot.text is None, f.page, f.slot.order))


def _without_head(name: str, found: Sequence[Found], heads: dict[str, list[Found]]) -> Diagnostic:
    if heads[name]:
        return Diagnostic(
            say("thread-head/two", heads=len(heads[name]), thread=name), heads[name][1].origin
        )
    known = [other for other, own in heads.items() if own]
    return Diagnostic(say("thread-head/none", thread=name), found[0].origin, nearest(name, known))
