"""Undo and redo over all documents of a session."""

from __future__ import annotations

from infographic.foundation import limits
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.record import field, record
from infographic.foundation.sayings import say
from infographic.studio.documents.asked import refusal
from infographic.studio.documents.commuting import SamePlaceError, after, exchanged
from infographic.studio.documents.splices import OtherTextError, Splice, Splices, undone
from infographic.studio.documents.text_document import Change, TextDocument

_WORDS = {
    "zh": {
        "set": "改", "create": "加", "insert": "加", "delete": "删", "move": "移动",
        "duplicate": "复制", "cells": "改", "paste": "粘贴", "insert_rows": "加行",
        "delete_rows": "删行", "insert_columns": "加列", "delete_columns": "删列",
    },
    "en": {
        "set": "change", "create": "add", "insert": "add to", "delete": "delete from",
        "move": "move to", "duplicate": "duplicate", "cells": "change", "paste": "paste at",
        "insert_rows": "add rows at", "delete_rows": "delete rows at",
        "insert_columns": "add columns at", "delete_columns": "delete columns at",
    },
}  # fmt: skip


@record(frozen=False, eq=False)
class Step:
    """What is undone at once."""

    document: TextDocument = field(repr=False)
    kind: str
    """The first edit's: “set”, “paste” …"""
    pointer: str
    """The place in the document, for the eye to go there."""
    splices: Splices = field(repr=False)
    stroke: str = ""
    is_overtaken: bool = False
    """Its place was changed from outside since: it cannot be taken back."""

    def named(self, language: str = "en") -> str:
        """What it did, in “zh” or “en”: “改 /headline”, “change /headline”."""
        words = _WORDS.get(language, _WORDS["en"])
        return f"{words.get(self.kind, words['set'])} {self.document.called(self.pointer)}"

    @property
    def weight(self) -> int:
        """How many characters it keeps."""
        return sum(len(one.old) + len(one.new) for one in self.splices)


class History:
    """Steps in the order they were made, of whatever document; bounded, the oldest goes first."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []
        """Those to be made again, the next one last."""
        self._weight = 0

    def follow(self, document: TextDocument) -> None:
        """Hear of changes that come from the document's file. Once for each document."""
        document.on_outside.append(self.outside)

    @property
    def next_undo(self) -> Step | None:
        """What `undo` would take back."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Step | None:
        """What `redo` would make again."""
        return self._undone[-1] if self._undone else None

    def did(self, document: TextDocument, change: Change, stroke: str = "") -> None:
        """Note a change that was just made. Changes of one `stroke` are one step, where no other
        comes between; what was undone cannot be made again from here on."""
        if not change.splices:
            return
        self._undone.clear()
        last = self.next_undo
        if (
            last is not None and stroke and not last.is_overtaken
            and (last.stroke, last.document) == (stroke, document)
        ):  # fmt: skip
            self._weight -= last.weight
            last.splices = _joined(last.splices, change.splices)
            last.pointer = change.pointer
            self._weight += last.weight
        else:
            step = Step(document, change.kind, change.pointer, change.splices, stroke)
            self._done.append(step)
            self._weight += step.weight
        most = limits.most("undo-steps"), limits.most("undo-characters")
        while self._done and (len(self._done) > most[0] or self._weight > most[1]):
            self._weight -= self._done.pop(0).weight

    def undo(self) -> Step | None:
        """Take the last step back; None where there is none.

        Raises `SpecError` where its place was changed from outside since: that step is given up,
        and the one before it is next.
        """
        return self._turned(self._done, self._undone, is_undo=True)

    def redo(self) -> Step | None:
        """Make the last step that was undone again; otherwise as `undo`."""
        return self._turned(self._undone, self._done, is_undo=False)

    def _turned(self, these: list[Step], others: list[Step], *, is_undo: bool) -> Step | None:
        if not these:
            return None
        step = these.pop()
        # A stroke that goes on after an undo is another step.
        step.stroke = ""
        try:
            if step.is_overtaken:
                raise SamePlaceError
            step.document.replace(undone(step.splices) if is_undo else step.splices)
        except (SamePlaceError, SpecError, OtherTextError):
            if is_undo:
                self._weight -= step.weight
            where = Origin(Source(step.document.name), step.pointer)
            place = step.document.called(step.pointer)
            raise refusal(say("undo-overtaken", place=place), where) from None
        self._weight += -step.weight if is_undo else step.weight
        others.append(step)
        return step

    def outside(self, document: TextDocument, splices: Splices) -> None:
        """Take note of a change that no step made: those before it are put right, so that each can
        still be taken back where the outside left its place alone."""
        now = splices
        for step in reversed(self._done):
            if step.document is not document or step.is_overtaken:
                continue
            try:
                now, step.splices = exchanged(step.splices, now)
            except SamePlaceError:
                # It stands in the text for good, as what came from outside does: together they are
                # moved below all steps before it, and nothing of it is left here.
                self._weight -= step.weight
                step.is_overtaken, now, step.splices = True, step.splices + now, ()
        now = splices
        for step in reversed(self._undone):
            if step.document is not document or step.is_overtaken:
                continue
            try:
                step.splices, now = after(step.splices, now)
            except SamePlaceError:
                # What would be made after it counts on it.
                for one in self._undone[: self._undone.index(step) + 1]:
                    one.is_overtaken = one.is_overtaken or one.document is document
                break

    def forget(self, document: TextDocument) -> None:
        """Drop all steps of a document that is closed."""
        self._done = [step for step in self._done if step.document is not document]
        self._undone = [step for step in self._undone if step.document is not document]
        self._weight = sum(step.weight for step in self._done)
        if self.outside in document.on_outside:
            document.on_outside.remove(self.outside)


def _joined(before: Splices, then: Splices) -> Splices:
    """Two changes as one; one place written again and again keeps its first and last words."""
    if len(then) == 1 and before:
        last, new = before[-1], then[0]
        if new.at == last.at and new.old == last.new:
            return (*before[:-1], Splice(last.at, last.old, new.new))
    return before + then
