"""One text being read: where we are in it, what is open, and what is wrong so far."""

from __future__ import annotations

import re
from bisect import bisect_right

from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, worded

SPACE = re.compile(r"[ \t\n\r]*+")
WORD = r"[-+.\w$]+"
"""Compiled when something is wrong only: patterns cost a millisecond each at start."""
FULL_WIDTH = {"，": ",", "、": ",", "；": ",", "：": ":", "｝": "}", "】": "]", "］": "]"}
FULL_WIDTH_OPENERS = {"｛": "{", "【": "[", "［": "["}
ODD_SPACES = {
    "\u3000": "a full-width space",
    "\u00a0": "a no-break space",
    "\u2028": "a line separator",
    "\u200b": "an invisible zero-width space",
    "\ufeff": "an invisible byte order mark",
    "\v": "a vertical tab",
    "\f": "a form feed",
}
MAX_FAULTS = 200

NOT_CLOSED = "the file was cut off, or a closing bracket or quote is missing"
CHINESE_INPUT = "switch the input method to English for brackets, commas, colons and quotes"
LAYOUTS_ONLY = "comments and commas at the end are allowed in layouts only"


class StoppedError(Exception):
    """Reading cannot go on; what is wrong is already noted."""


class Scanner:
    """Places in a text, and the faults found in it."""

    def __init__(self, source: Source, text: str, relaxed: bool, pointer: str = "") -> None:
        self.source, self.text, self.relaxed, self.pointer = source, text, relaxed, pointer
        self.faults: list[Diagnostic] = []
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.open: list[tuple[int, str]] = []
        """What is open here: where it was opened, and whether it is an object, list or text."""

    def origin(self, at: int, pointer: str) -> Origin:
        line = bisect_right(self.starts, at)
        return Origin(self.source, pointer, line, at - self.starts[line - 1] + 1)

    def place(self, at: int) -> str:
        line = bisect_right(self.starts, at)
        return f"{line}:{at - self.starts[line - 1] + 1}"

    def fault(self, code: str, message: str, at: int, hint: str = "") -> None:
        self.faults.append(worded(code, message, self.origin(at, self.pointer), hint))
        if len(self.faults) >= MAX_FAULTS:
            raise StoppedError

    def stop(self, code: str, message: str, at: int, hint: str = "") -> StoppedError:
        """Note what ends the reading; raise what this returns."""
        self.fault(code, message, at, hint)
        return StoppedError()

    def cut_off(self) -> StoppedError:
        at = len(self.text.rstrip())
        if not at:
            return self.stop(
                "json-empty", "the file is empty", 0, "a story or layout is an object: {…}"
            )
        shown = [f"the {what} opened at {self.place(start)}" for start, what in self.open[:-4:-1]]
        still = f" while {' in '.join(shown)} is open" if shown else " where a value is missing"
        return self.stop("json-cut-off", f"the file ends{still}", at, NOT_CLOSED)

    def full_width(self, at: int, meant: str) -> None:
        message = f"Chinese punctuation “{self.text[at]}” where JSON wants {meant}"
        self.fault("json-chinese-punctuation", message, at, CHINESE_INPUT)

    def quote_inside(self, at: int) -> StoppedError:
        hint = 'a quote inside a text is written \\" – or use “ ”, which need no backslash'
        return self.stop(
            "json-quote-inside", "the text ends at this quote, but words follow", at, hint
        )

    def found(self, at: int) -> str:
        """What stands at a place, for a message."""
        word = re.compile(WORD).match(self.text, at)
        return f"“{word[0][:30] if word else self.text[at]}”"

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
                    raise self.stop(
                        "json-comment", "this comment is never closed", at, "close it: */"
                    )
            elif mark[:1] in ODD_SPACES and mark:
                message = f"{ODD_SPACES[mark[0]]} between values"
                self.fault("json-space", message, at, "delete it or write an ordinary space")
                end = at + 1
            else:
                return at
            if mark[0] == "#":
                self.fault("json-comment", "# begins no comment here", at, "write // in a layout")
            elif mark[0] == "/" and not self.relaxed:
                self.fault("json-comment", "a comment in a story", at, LAYOUTS_ONLY)
            at = end
