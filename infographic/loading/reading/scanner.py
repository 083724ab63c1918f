"""One text being read: where we are in it, what is open, and what is wrong so far."""

from __future__ import annotations

import re
from bisect import bisect_right

from infographic.foundation import limits
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import Saying, say

SPACE = late(r"[ \t\n\r]*+")
WORD = r"[-+.\w$]+"
"""Compiled when something is wrong only: patterns cost a millisecond each at start."""
FULL_WIDTH = {"，": ",", "、": ",", "；": ",", "：": ":", "｝": "}", "】": "]", "］": "]"}
FULL_WIDTH_OPENERS = {"｛": "{", "【": "[", "［": "["}
ODD_SPACES = {
    "\u3000": say("phrase/full-width-space"),
    "\u00a0": say("phrase/no-break-space"),
    "\u2028": say("phrase/line-separator"),
    "\u200b": say("phrase/zero-width-space"),
    "\ufeff": say("phrase/byte-order-mark"),
    "\v": say("phrase/vertical-tab"),
    "\f": say("phrase/form-feed"),
}
LONG_POINTER = 200
"""Characters; a value with a longer pointer is counted once more for so many, since each holds its
own."""


class StoppedError(Exception):
    """Reading cannot go on; what is wrong is already noted."""


class Scanner:
    """Places in a text, and the faults found in it."""

    def __init__(self, source: Source, text: str, relaxed: bool, pointer: str = "") -> None:
        self.source, self.text, self.relaxed, self.pointer = source, text, relaxed, pointer
        self.faults: list[Diagnostic] = []
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.spaces: set[int] = set()
        """Where an odd space was noted."""
        self.left = limits.most("values")
        # Every value but the first of its bracket stands behind a comma: most texts cannot have too
        # many, and nothing is counted while they are read.
        self.counts = sum(map(text.count, ",[{")) > self.left
        self.open: list[tuple[int, str]] = []
        """What is open here: where it was opened, and whether it is an object, list or text."""

    def origin(self, at: int, pointer: str) -> Origin:
        line = bisect_right(self.starts, at)
        return Origin(self.source, pointer, line, at - self.starts[line - 1] + 1)

    def place(self, at: int) -> str:
        line = bisect_right(self.starts, at)
        return f"{line}:{at - self.starts[line - 1] + 1}"

    def fault(self, saying: Saying, at: int, mend: Saying | None = None) -> None:
        self.faults.append(Diagnostic(saying, self.origin(at, self.pointer), mend))
        if len(self.faults) >= limits.most("faults"):
            self.faults.append(
                Diagnostic(
                    say("faults-many", most=limits.most("faults"), limit="faults"),
                    self.origin(at, self.pointer),
                )
            )
            raise StoppedError

    def weight(self, pointer: str) -> int:
        """How much each value inside a bracket counts; 0 where nothing needs counting."""
        self.counts = self.counts or len(pointer) > LONG_POINTER
        return 1 + len(pointer) // LONG_POINTER if self.counts else 0

    def spend(self, weight: int, at: int) -> None:
        """Count a value; raises what ends the reading where there are too many."""
        self.left -= weight
        if self.left < 0:
            most = limits.most("values")
            raise self.stop(say("json-too-large/values", most=most, limit="values"), at)

    def stop(self, saying: Saying, at: int) -> StoppedError:
        """Note what ends the reading; raise what this returns."""
        self.fault(saying, at)
        return StoppedError()

    def cut_off(self) -> StoppedError:
        at = len(self.text.rstrip())
        if not at:
            return self.stop(say("json-empty"), 0)
        if not self.open:
            return self.stop(say("json-cut-off/value"), at)
        still = [
            say("phrase/opened-at", what=_the(what), place=self.place(start))
            for start, what in self.open[:-4:-1]
        ]
        return self.stop(say("json-cut-off/open", open=still), at)

    def unlike(self, mark: str, closer: str, at: int) -> StoppedError:
        """A bracket that closes what was opened by another."""
        start, what = self.open[-1]
        place = self.place(start)
        saying = say("json-bracket", what=_the(what), place=place, mark=mark, closer=closer)
        return self.stop(saying, at)

    def full_width(self, at: int, meant: str) -> None:
        saying = say("json-chinese-punctuation", mark=self.text[at], meant=meant)
        self.fault(saying, at)

    def quote_inside(self, at: int) -> StoppedError:
        return self.stop(say("json-quote-inside"), at)

    def number_at(self, end: int) -> int:
        """Where the number begins that ends before a place."""
        while end and self.text[end - 1] in "-0123456789.":
            end -= 1
        return end

    def found(self, at: int) -> str:
        """What stands at a place, for a message."""
        word = re.compile(WORD).match(self.text, at)
        return word[0][:30] if word else self.text[at]

    def space(self, at: int) -> int:
        """The next place that is neither white space nor comment."""
        text = self.text
        while True:
            match = SPACE.match(text, at)
            at = match.end() if match else at
            mark = text[at : at + 2]
            if mark == "//" or mark[:1] == "#":
                end = text.find("\n", at)
                end = len(text) if end < 0 else end
            elif mark == "/*":
                end = text.find("*/", at + 2) + 2
                if end < 2:
                    raise self.stop(say("json-comment/open"), at)
            elif mark[:1] in ODD_SPACES and mark:
                # What stands between two values is looked at from either.
                if at not in self.spaces:
                    self.fault(say("json-space", space=ODD_SPACES[mark[0]]), at)
                self.spaces.add(at)
                end = at + 1
            else:
                return at
            if mark[0] == "#":
                self.fault(say("json-comment/hash"), at)
            elif mark[0] == "/" and not self.relaxed:
                self.fault(say("json-comment/story"), at)
            at = end


def _the(what: str) -> Saying:
    """What was opened, for a message."""
    match what:
        case "object":
            return say("phrase/the-object")
        case "list":
            return say("phrase/the-list")
        case _:
            return say("phrase/the-text")
