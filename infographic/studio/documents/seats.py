"""Where a new member of a list or object is put in its text, and what goes with one taken out.

Commas, line ends and indentation follow the neighbours. A comment that ends a member's line
belongs to it; one on a line of its own stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from infographic.foundation.record.tuples import NamedTuple
from infographic.studio.documents.habits import Habits
from infographic.studio.documents.splices import Splice
from infographic.studio.documents.written import Member, Written


class Seat(NamedTuple):
    """A place for one new member."""

    at: int
    before: str
    after: str
    """What is written before and behind it: commas, line ends."""
    indent: str
    """What its line begins with."""
    is_spread: bool
    """Whether it may take several lines."""
    comma: int = -1
    """Where a comma is to be put besides, behind the member before it; -1 for none."""
    has_line: bool = False
    """Whether it ends its line, so that a comment may stand behind it."""

    def joined(self, words: Sequence[str], habits: Habits) -> str:
        """Several new members as one."""
        if self.after.startswith(","):
            return f"{self.after}{self.before}".join(words)
        between = self.before if self.is_spread else habits.comma[1:]
        return f",{between}".join(words)

    def splices(self, words: str, comment: str = "") -> list[Splice]:
        """What puts it there; `comment` goes behind it, on its line where it has one."""
        words += self.after + comment if self.has_line else _closed(comment) + self.after
        new = Splice(self.at, "", f"{self.before}{words}")
        if self.comma == self.at:
            return [Splice(self.at, "", f",{new.new}")]
        return [new] if self.comma < 0 else [new, Splice(self.comma, "", ",")]


def _closed(comment: str) -> str:
    """A comment that needs no line's end behind it; "" where it cannot be made one."""
    bare = comment.strip()
    if bare.startswith("//"):
        words = bare[2:].strip()
        return f" /* {words} */" if words and "*/" not in words else ""
    return comment.rstrip()


def seat_in(found: Written, pointer: str, index: int, habits: Habits) -> Seat:
    """The seat of a new member before number `index` of a list or object; behind all at its end."""
    members = found.members(pointer)
    start, end = found.spans[pointer]
    if not members:
        return _in_empty(found, start, end, habits)
    if index == 0:
        return _first(found, start, members, habits)
    if index < len(members):
        return _between(found, members[index - 1], members[index], habits)
    return _last(found, start, members, habits)


def _in_empty(found: Written, start: int, end: int, habits: Habits) -> Seat:
    inner = found.text[start + 1 : end - 1]
    newline = found.line_end(start + 1, end - 1)
    if not newline:
        # “{ }” keeps its air on both sides; behind a comment there is some.
        words = inner.rstrip(" \t")
        air = inner[len(words) :]
        half = 0 if words else len(air) // 2
        before = " " if words and not air else ""
        return Seat(end - 1 - half, before, "" if half else air, "", False)
    at = start + 1 + len(inner.rstrip(" \t\r\n"))
    outer = found.indent(start)
    indent = outer + habits.indent
    # A line comment swallows a bare “\r”.
    newline = newline if at == start + 1 or "\n" in newline else "\n"
    return Seat(at, f"{newline}{indent}", "", indent, True)


def _first(found: Written, start: int, members: list[Member], habits: Habits) -> Seat:
    first = members[0]
    at = found.past_comment(start + 1)
    newline = found.line_end(at, first.first)
    if newline and found.begins_line(first.first):
        indent = found.indent(first.first)
        has_line = _has_line(found, at)
        return Seat(at, f"{newline}{indent}", ",", indent, True, has_line=has_line)
    # The air behind the bracket stays where it is.
    between = _air(found, members[0], members[1], habits) if len(members) > 1 else habits.comma[1:]
    return Seat(first.first, "", f",{between}", "", False)


def _between(found: Written, before: Member, behind: Member, habits: Habits) -> Seat:
    at = found.past_comment(before.last)
    newline = found.line_end(at, behind.first)
    if newline and found.begins_line(behind.first):
        indent = found.indent(behind.first)
        has_line = _has_line(found, at)
        return Seat(at, f"{newline}{indent}", ",", indent, True, has_line=has_line)
    return Seat(behind.first, "", f",{_air(found, before, behind, habits)}", "", False)


def _last(found: Written, start: int, members: list[Member], habits: Habits) -> Seat:
    last = members[-1]
    at = found.past_comment(last.last)
    low = start + 1 if len(members) == 1 else members[-2].last
    newline = found.line_end(low, last.first)
    comma = -1 if last.comma >= 0 else last.end
    after = "," if last.comma >= 0 else ""
    if newline and found.begins_line(last.first):
        indent = found.indent(last.first)
        has_line = _has_line(found, at)
        if at > last.last and "\n" not in newline:
            newline = "\n"
        return Seat(at, f"{newline}{indent}", after, indent, True, comma, has_line)
    between = _air(found, members[-2], last, habits) if len(members) > 1 else habits.comma[1:]
    return Seat(last.last, between, after, "", False, comma)


def _air(found: Written, before: Member, behind: Member, habits: Habits) -> str:
    """The blanks between two members of a line."""
    between = found.text[before.last : behind.first]
    return habits.comma[1:] if between.strip(" \t") else between


def _has_line(found: Written, at: int) -> bool:
    """Whether a comment may be put at a place: its line ends there, and with “\\n”."""
    return "\n" in found.line_end(at, found.past_gap(at))


# Out again


class Taken(NamedTuple):
    """A member without its place."""

    splices: tuple[Splice, ...]
    """What takes it out."""
    words: str
    """As it is written."""
    comment: str
    """What stands behind it on its line, with the blanks before it; "" where there is nothing."""


def take(found: Written, pointer: str, index: int) -> Taken:
    """Take member number `index` out of a list or object."""
    members = found.members(pointer)
    this = members[index]
    text = found.text
    words = text[this.first : this.end]
    has_line = found.begins_line(this.first)
    end = found.past_comment(this.last)
    is_alone = has_line and _ends_line(found, end)
    comment = text[this.last : end] if is_alone else ""
    if is_alone:
        # Its whole line, the line end before it with it: the one behind may be a comment's.
        low, end = _whole_line(found, this.first, end)
    else:
        low, end = _on_its_line(found, members, index)
    cuts = [(low, end)]
    if this.comma < 0 and index > 0:
        # Of the last, the comma before it goes.
        comma = members[index - 1].comma
        cuts = [(comma, end)] if low <= comma + 1 else [(low, end), (comma, comma + 1)]
    start, close = found.spans[pointer]
    if len(members) == 1 and not (text[start + 1 : low] + text[end : close - 1]).strip():
        cuts = [(start + 1, close - 1)]
    return Taken(tuple([Splice(a, text[a:b], "") for a, b in cuts]), words, comment)


def _ends_line(found: Written, at: int) -> bool:
    """Whether nothing stands behind a place on its line."""
    blank = re.compile(r"[ \t]*").match(found.text, at)
    return blank is not None and found.text[blank.end() : blank.end() + 1] in ("\r", "\n")


def _whole_line(found: Written, first: int, end: int) -> tuple[int, int]:
    """A member's line with the line end before it."""
    start = found.line_start(first)
    newline = found.line_end(end, len(found.text))
    if newline == "\r":
        # A line comment that stands above would go on over a bare “\r”.
        return start, found.text.index(newline, end) + 1
    return start - (2 if found.text[start - 2 : start] == "\r\n" else 1), end


def _on_its_line(found: Written, members: list[Member], index: int) -> tuple[int, int]:
    """From where to where a member is cut out that shares its line with others."""
    this, text = members[index], found.text
    if index + 1 < len(members):
        blank = re.compile(r"[ \t]*").match(text, this.last)
        end = blank.end() if blank else this.last
        if text[end : end + 1] not in ("\r", "\n"):
            return this.first, end
    if index > 0:
        before = members[index - 1].last
        if not text[before : this.first].strip():
            return before, this.last
    return this.first, this.last
