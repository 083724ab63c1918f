"""JSON with a place for every value and key, strict, with messages for people.

Mistakes that leave no doubt about what was meant (a key given twice, a missing comma, a
full-width colon) are noted and read past, so that one run tells them all; the first that leaves
doubt ends the reading. Grammar: RFC 8259.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping

from infographic.foundation import limits
from infographic.foundation.datum import Node, Origin
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import say
from infographic.loading.reading.scanner import (
    FULL_WIDTH,
    FULL_WIDTH_OPENERS,
    WORD,
    StoppedError,
)
from infographic.loading.reading.words import WORDS, Words

# Groups of a value: 1 text without escapes, 2 opening bracket, 3 float, 4 integer, 5 word.
_VALUE = late(
    r"[ \t\n\r]*+(?:"
    r'("[^"\\\x00-\x1f]*+")'
    r"|([{\[])"
    r"|(-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++(?:[eE][+-]?[0-9]++)?|[eE][+-]?[0-9]++))(?![\w.+-])"
    r"|(-?(?:0|[1-9][0-9]*+))(?![\w.+-])"
    r"|(true|false|null)(?!\w))"
)
# An item of a list that is no container, and the mark behind it: rows of data are made of these.
_ITEM = late(
    r"[ \t\n\r]*+(?:"
    r'("[^"\\\x00-\x1f]*+")'
    r"|(-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++(?:[eE][+-]?[0-9]++)?|[eE][+-]?[0-9]++)?)(?![\w.+-])"
    r"|(true|false|null)(?!\w))"
    r"[ \t\n\r]*+[,\]]"
)
_OPENER = late(r"[ \t\n\r]*+[{\[]")
LONG = 30_000
"""Characters: in shorter texts two more patterns would take longer to compile than they save."""
_MEMBER = late(r'[ \t\n\r]*+("[^"\\\x00-\x1f]*+")[ \t\n\r]*+:')
_AFTER = late(r"[ \t\n\r]*+([,}\]])")
THOUSANDS = r"-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])"
"""39,218: what stands behind the comma is no key."""
_NAMES = {"{": "object", "[": "list"}
NO_KEYS: Mapping[str, Origin] = {}
"""Of all that is no object."""


class Reader(Words):
    """One reading of one text. `read` gives the tree; `faults` what is wrong with it."""

    def read(self, start: int = 0) -> Node | None:
        """The whole text as one value, or None where reading had to stop."""
        try:
            node, at = self.value(start, self.pointer)
            at = self.space(at)
            if at < len(self.text):
                raise self.stop(say("json-after-end"), at)
        except StoppedError:
            return None
        return node

    def value(self, at: int, pointer: str) -> tuple[Node, int]:
        match = _VALUE.match(self.text, at)
        if match is None:
            self.pointer = pointer
            return self.odd_value(self.space(at), pointer)
        group = match.lastindex or 0
        start, end = match.span(group)
        origin = self.origin(start, pointer)
        word = match[group]
        if group == 1:
            return Node(word[1:-1], origin), end
        if group == 2:
            return self.container(word, start, origin)
        if group == 5:
            return Node(WORDS[word], origin), end
        self.pointer = pointer
        return Node(self.number(word, start), origin), end

    def container(self, opener: str, start: int, origin: Origin) -> tuple[Node, int]:
        if len(self.open) >= limits.most("nesting"):
            raise self.stop(
                say("json-nesting", most=limits.most("nesting"), limit="nesting"), start
            )
        self.open.append((start, _NAMES[opener]))
        node, end = (self.object if opener == "{" else self.list)(start + 1, origin)
        self.open.pop()
        return node, end

    def object(self, at: int, origin: Origin) -> tuple[Node, int]:
        fields: dict[str, Node] = {}
        keys: dict[str, Origin] = {}
        comma, weight = 0, self.weight(origin.pointer)
        while True:
            if weight:
                self.spend(weight, at)
            match = _MEMBER.match(self.text, at)
            if match is not None:
                start, key, at = match.start(1), match[1][1:-1], match.end()
            else:
                self.pointer = origin.pointer
                start, key, at = self.odd_member(at, comma)
                if start < 0:
                    return Node(fields, origin, keys), at
            step = key.replace("~", "~0").replace("/", "~1")
            place = self.origin(start, f"{origin.pointer}/{step}")
            if key in keys:
                self.pointer = place.pointer
                first = f"{keys[key].line}:{keys[key].column}"
                self.fault(say("json-duplicate-key", key=key, first=first), start)
            keys[key] = place
            fields[key], at = self.value(at, place.pointer)
            after = _AFTER.match(self.text, at)
            mark = after[1] if after else ""
            if after and mark != "]":
                comma, at = after.start(1), after.end()
            else:
                self.pointer = place.pointer
                mark, comma, at = self.odd_after(at, "}")
            if mark == "}":
                return Node(fields, origin, keys), at

    def list(self, at: int, origin: Origin) -> tuple[Node, int]:
        items: list[Node] = []
        comma, text, within = 0, self.text, origin.pointer
        is_long, weight = len(text) > LONG, self.weight(within)
        while True:
            if weight:
                self.spend(weight, at)
            pointer = f"{within}/{len(items)}"
            plain = _ITEM.match(text, at) if is_long else None
            if plain is not None:
                items.append(self.plain(plain, pointer))
                at = plain.end()
                comma = at - 1
                if text[comma] == "]":
                    return Node(tuple(items), origin, NO_KEYS), at
                continue
            opener = _OPENER.match(text, at) if is_long else None
            if opener is not None:
                start = opener.end() - 1
                node, at = self.container(text[start], start, self.origin(start, pointer))
            else:
                # Only an empty list or one that ends in a comma closes here.
                closed = self.closes(at, "]", comma)
                if closed:
                    return Node(tuple(items), origin), closed
                node, at = self.value(at, pointer)
            items.append(node)
            after = _AFTER.match(self.text, at)
            mark = after[1] if after else ""
            if after and mark != "}":
                comma, at = after.start(1), after.end()
            else:
                self.pointer = pointer
                mark, comma, at = self.odd_after(at, "]")
            if mark == "]":
                return Node(tuple(items), origin), at

    def plain(self, match: re.Match[str], pointer: str) -> Node:
        """An item that is no container."""
        group = match.lastindex or 0
        start, word = match.start(group), match[group]
        line = bisect_right(self.starts, start)
        origin = Origin(self.source, pointer, line, start - self.starts[line - 1] + 1)
        if group == 1:
            return Node(word[1:-1], origin, NO_KEYS)
        if group == 3:
            return Node(WORDS[word], origin, NO_KEYS)
        self.pointer = pointer
        return Node(self.number(word, start), origin, NO_KEYS)

    def closes(self, at: int, closer: str, comma: int) -> int:
        """Where the container ends if it closes here instead of going on, else 0."""
        at = self.space(at)
        if not self.text.startswith(closer, at):
            return 0
        if comma and not self.relaxed:
            self.fault(say("json-trailing-comma", closer=closer), comma)
        return at + 1

    # What stands where JSON has no place for it

    def odd_value(self, at: int, pointer: str) -> tuple[Node, int]:
        text = self.text
        if at >= len(text):
            raise self.cut_off()
        if _VALUE.match(text, at):
            return self.value(at, pointer)
        origin = self.origin(at, pointer)
        mark = text[at]
        if mark == '"':
            word, end = self.string(at)
            return Node(word, origin), end
        if quoted := self.odd_quotes(at):
            return Node(quoted[0], origin), quoted[1]
        if mark in FULL_WIDTH_OPENERS:
            self.full_width(at, FULL_WIDTH_OPENERS[mark])
            return self.container(FULL_WIDTH_OPENERS[mark], at, origin)
        if mark in ",}]" or mark in FULL_WIDTH:
            raise self.stop(say("json-value/missing", mark=mark), at)
        if bare := re.compile(WORD).match(text, at):
            self.bare_word(bare[0], at)
            return Node(0, origin), bare.end()
        raise self.stop(say("json-value/none", found=self.found(at)), at)

    def odd_member(self, at: int, comma: int) -> tuple[int, str, int]:
        """A key's place, the key and where its value begins; place -1 at the object's end."""
        closed = self.closes(at, "}", comma)
        if closed:
            return -1, "", closed
        text = self.text
        at = self.space(at)
        if at >= len(text):
            raise self.cut_off()
        if text[at] == '"':
            key, end = self.string(at)
        elif quoted := self.odd_quotes(at):
            key, end = quoted
        elif (word := re.compile(WORD).match(text, at)) and text[at] not in "+-.0123456789":
            key, end = word[0], word.end()
            self.fault(say("json-key/unquoted", key=key), at)
        elif text[at] in FULL_WIDTH:
            raise self.stop(say("json-chinese-punctuation/key", mark=text[at]), at)
        elif text[at] == ",":
            raise self.stop(say("json-comma/alone"), at)
        elif comma and (thousands := re.compile(THOUSANDS).match(text, self.number_at(comma))):
            raise self.number_with_more(thousands.start(), thousands.end())
        else:
            raise self.stop(say("json-key/expected", found=self.found(at)), at)
        return at, key, self.colon(end, key)

    def colon(self, end: int, key: str) -> int:
        at = self.space(end)
        if at >= len(self.text):
            raise self.cut_off()
        mark = self.text[at]
        if mark == ":":
            return at + 1
        if mark in FULL_WIDTH:
            self.full_width(at, ":")
            return at + 1
        if self.text[end - 1] == '"' and re.compile(WORD).match(self.text, end):
            raise self.quote_inside(end - 1)
        if mark == "=":
            self.fault(say("json-colon/equals", key=key[:40]), at)
            return at + 1
        if mark in ",}]":
            raise self.stop(say("json-colon/no-value", key=key[:40]), end)
        self.fault(say("json-colon", key=key[:40]), end)
        return at

    def odd_after(self, end: int, closer: str) -> tuple[str, int, int]:
        """What follows a value: “,” or the closer, its place, and where reading goes on."""
        text = self.text
        at = self.space(end)
        if at >= len(text):
            raise self.cut_off()
        mark = text[at]
        if mark in FULL_WIDTH or mark == ";":
            meant = FULL_WIDTH.get(mark, ",").replace(":", ",")
            if mark == ";":
                self.fault(say("json-comma/semicolon"), at)
            else:
                self.full_width(at, meant)
            mark = meant
        if mark in (",", closer):
            return mark, at, at + 1
        if mark in "}]":
            raise self.unlike(mark, closer, at)
        if mark in "%％‰℃°" and text[end - 1].isdigit():
            raise self.number_with_more(self.number_at(end), at + 1)
        if mark == ":":
            raise self.stop(say("json-comma/colon"), at)
        if text[end - 1] == '"' and (
            at == end or (mark not in "\"“'{[" and not re.compile(WORD).match(text, at))
        ):
            raise self.quote_inside(end - 1)
        self.fault(say("json-comma"), end)
        return ",", at, at
