"""Inline marks in an author's text, read into spans.

    **2300**          the emphasised number (or words)
    {~李抑堃~}         never broken
    {.重点.}           emphasis dots
    {_雪岭_}           a proper name: a line runs along it, and it is never broken
    {=江河志=}         a book's title: a wavy line
    {?据悉，?}         may be dropped where room is short; {??其中??} before all others
    {!粮价稳了。!}      may be repeated as a pull-quote where its column wants relief
    m{^2}, CO{_2}      small and raised, small and lowered
    {汉字|hàn zì}      a reading; with as many syllables as Han, one over each
    \\n               a hard break; at a text's ends it is none
    \\* \\{ \\} \\\\     the character itself

A number's unit and qualifier may stand outside the marks (**2300**余个): they belong to it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import inf

from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.late_pattern import late
from infographic.foundation.limits import OverLimitError, most
from infographic.foundation.places import place_in
from infographic.foundation.record import field, record, replaced
from infographic.foundation.sayings import Saying, say
from infographic.text.copy import Copy, Span
from infographic.text.keeping import kept
from infographic.text.marked_numbers import AHEAD, lead_of, read_marked, without_edges
from infographic.text.numerals import WORDS, NumberPiece
from infographic.text.strays import BREAKS, as_set
from infographic.text.style import Part
from infographic.text.written import house_figures


def read_markup(text: str, origin: Origin) -> tuple[Copy, tuple[Diagnostic, ...]]:
    """The words of a text and what is wrong with its marks.

    >>> from infographic.foundation.datum import BUILT_IN
    >>> copy, faults = read_markup("建立联盟**2300**余个", BUILT_IN)
    >>> [(span.text, str(span.part), span.group) for span in copy.spans]
    [('建立联盟', 'plain', 0), ('2300', 'digits', 1), ('余', 'qualifier', 1), ('个', 'unit', 1)]
    """
    if len(text) > most("text-characters"):
        return Copy((), origin), (OverLimitError("text-characters").at(origin),)
    spans = _faultless(text)
    if spans is not None:
        return Copy(spans, origin), ()
    reader = _Reader(text, origin)
    reader.read()
    return Copy(_joined(reader.spans), origin), tuple(reader.faults)


# A page reads each text twice, in the story and in its block.
@kept(between_pages=512)
def _faultless(text: str) -> tuple[Span, ...] | None:
    """The spans of a text; None where its marks are wrong, for that is said of a place."""
    reader = _Reader(text, BUILT_IN)
    reader.read()
    return None if reader.faults else _joined(reader.spans)


SCRIPT = r"\{(?:\^(?P<above>[^{}|\\*^]{1,24})|_(?P<below>[^{}|\\*_\u2e80-\uffff]{1,24}))\}"
"""{^2} and {_2}; {_雪岭} is a name that was not closed."""
_ABOVE, _BELOW = (
    {plain: own for own, plain in WORDS[name].items()} for name in ("raised", "lowered")
)
_ABOVE["-"], _BELOW["-"] = "⁻", "₋"


def script_of(mark: re.Match[str]) -> tuple[str, int]:
    """The words of a {^2} or {_2}: in the characters that are so by themselves where there are
    such, so that CO₂ is copied and searched for; else where they are set (`Span.script`).

    >>> [script_of(mark) for mark in re.finditer(SCRIPT, "CO{_2}, x{^th}")]
    [('₂', 0), ('th', 1)]
    """
    words = as_set(mark["above"] or mark["below"])
    table = _ABOVE if mark["above"] else _BELOW
    if all(character in table for character in words):
        return "".join(table[character] for character in words), 0
    return words, 1 if mark["above"] else -1


_TOKENS = late(
    # Looked at first: most texts have none of them.
    rf"(?=[\\*{{}}?!~._=\t\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff{BREAKS}])"
    r"(?:(?P<escape>\\[*{}\\])"
    r"|(?P<star>\*\*)"
    rf"|(?P<script>{SCRIPT})"
    r"|(?P<open>\{(?:\?\?|[~._=?!]))"
    r"|(?P<close>(?:\?\?|[~._=?!])\})"
    r"|(?P<ruby>\{(?P<base>[^{}|\\*]*)\|(?P<reading>[^{}|\\*]*)\})"
    r"|(?P<brace>[{}])"
    rf"|(?P<space>\r\n|\t|[{BREAKS}])"
    r"|(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]))"
)


MARKS = (
    rf"{SCRIPT}|\*\*|\{{(?:\?\??|[~._=!])|(?:\?\??|[~._=!])\}}"
    r"|\{(?P<base>[^{}|\\*]*)\|[^{}|\\*]*\}|\\(?P<escaped>[*{}\\])"
)
"""The inline marks, as `read_markup` knows them; the group that one has is what is read of it: the
2 of {^2}, the base of a reading, the * of \\*."""
_MARKS = late(MARKS)


def unmarked(text: str) -> str:
    """A text as it is read, without its inline marks.

    >>> unmarked("{汉字|hàn zì}约**2300**m{^2}，\\\\*见注")
    '汉字约2300m2，*见注'
    """
    if not has_marks(text):
        return text
    return _MARKS.sub(lambda mark: mark[mark.lastgroup] if mark.lastgroup else "", text)


def has_marks(text: str) -> bool:
    return "*" in text or "{" in text or "}" in text or "\\" in text


def kept_of(mark: re.Match[str]) -> range:
    """The places of what is read of a mark (`MARKS`)."""
    return range(*mark.span(mark.lastgroup)) if mark.lastgroup else range(0)


_NAMES = {
    "**": "** … **", "{~": "{~ … ~}", "{.": "{. … .}", "{_": "{_ … _}", "{=": "{= … =}",
    "{?": "{? … ?}", "{??": "{?? … ??}", "{!": "{! … !}",
}  # fmt: skip
_KEEPS = ("{~", "{_")
"""Marks whose words are never broken."""
_NUMBERED = ("{_", "{=", "{?", "{??", "{!")
"""Marks whose words are kept apart from those of the next such mark."""


@record
class _Open:
    """A mark that waits for its end."""

    mark: str
    at: int
    first_span: int
    depth: int
    """How many marks are open round it."""
    number: int = 0
    """Of a name, a title or optional words."""


@record(frozen=False)
class _Reader:
    text: str
    origin: Origin
    spans: list[Span] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    open_by: dict[str, list[_Open]] = field(default_factory=dict)
    """The same by their mark, so that a text of nothing but marks is read in linear time."""
    inked: int = -1  # the last span that is more than blank
    groups: int = 0
    lines: int = 0
    """How many names, titles and optional words were opened."""
    narrowed: list[tuple[int, str, str]] = field(default_factory=list)
    """Full-width figures set in half width: the place, as typed, as set."""

    def read(self) -> None:
        self.text, narrowed = house_figures(self.text)
        self.narrowed = [*narrowed]
        at, self.text = _without_breaks_at_its_ends(self.text)
        while match := _TOKENS.search(self.text, at):
            self._add(self.text[at : match.start()])
            at = match.end()
            start, words = match.start(), match[0]
            match match.lastgroup:
                case "escape":
                    self._add(words[1])
                case "star" if self._is_open("**"):
                    at = self._close_emphasis(start, at)
                case "star":
                    self._open("**", start)
                case "open":
                    self.lines += words in _NUMBERED
                    self._open(words, start, self.lines)
                case "close" if self._is_open("{" + words[:-1]):
                    self._close_brace("{" + words[:-1])
                case "close" if words == "??}" and self._is_open("{?"):
                    self._add("?")
                    self._close_brace("{?")
                case "close" if words != "~}":
                    self._add(words[:-1])
                    self._fault_stray(start + len(words) - 1, "}")
                case "script":
                    self._add_script(*script_of(match), start)
                case "ruby":
                    self._add_ruby(match["base"], match["reading"], start)
                case "space":
                    self._add(" " if words == "\t" else "\n")
                case "control":
                    self._fault_control(start, words)
                case _:
                    self._fault_stray(start, words)
        self._add(self.text[at:])
        for opened in self.open:
            saying = say(
                "markup-unclosed/never",
                mark=opened.mark, marks=_NAMES[opened.mark], first=opened.mark[0],
            )  # fmt: skip
            self._fault(saying, opened.at)
        if self.narrowed:
            # Once for a text, however many there are.
            changes = [f"{typed} → {narrow}" for _, typed, narrow in sorted(self.narrowed)]
            self._note(say("figures-full-width", changes=changes), min(self.narrowed)[0])

    def _open(self, mark: str, at: int, number: int = 0) -> None:
        opened = _Open(mark, at, len(self.spans), len(self.open), number)
        self.open.append(opened)
        self.open_by.setdefault(mark, []).append(opened)

    def _is_open(self, mark: str) -> bool:
        return bool(self.open_by.get(mark))

    def _pop(self, mark: str) -> _Open:
        """Take the mark off the pile, with those that were opened inside it and left open."""
        while self.open[-1].mark != mark:
            inner = self.open.pop()
            self.open_by[inner.mark].pop()
            saying = say("markup-unclosed/crossed", mark=inner.mark, marks=_NAMES[inner.mark])
            self._fault(saying, inner.at)
        self.open_by[mark].pop()
        return self.open.pop()

    def _put(self, span: Span) -> None:
        if span.text.strip():
            self.inked = len(self.spans)
        self.spans.append(span)

    def _add(self, words: str) -> None:
        if words := as_set(words):
            self._put(self._span(words))

    def _span(self, words: str) -> Span:
        """Words as the marks round them want them."""
        return Span(
            words,
            group=self._group(),
            dots=self._is_open("{."),
            name=self._number_of("{_"),
            title=self._number_of("{="),
            optional=self._number_of("{?") or -self._number_of("{??"),
            pulled=self._number_of("{!"),
        )

    def _number_of(self, mark: str) -> int:
        opened = self.open_by.get(mark)
        return opened[0].number if opened else 0

    def _group(self) -> int:
        # A group's number is settled when it closes; until then it is its mark's.
        first = [opened[0].depth for mark in _KEEPS if (opened := self.open_by.get(mark))]
        return -1 - min(first) if first else 0

    def _close_brace(self, mark: str) -> None:
        opened = self._pop(mark)
        if self.inked < opened.first_span:
            self._fault_empty(opened)
        if mark in _KEEPS and self._group() == 0:
            group, inside = self._new_group(), self.spans[opened.first_span :]
            self.spans[opened.first_span :] = [
                replaced(span, group=group, kept=True) for span in inside
            ]

    def _close_emphasis(self, start: int, at: int) -> int:
        """Set the emphasised words apart; returns where reading goes on."""
        opened = self._pop("**")
        inside = self.spans[opened.first_span :]
        words = "".join(span.text for span in inside)
        if not words.strip():
            self._fault_empty(opened)
            return at
        before, inner, after = without_edges(words)
        behind = "" if after else self.text[at : at + AHEAD]
        number = None if any(span.ruby for span in inside) else self._number(inner, behind, opened)
        if number is None:
            self.spans[opened.first_span :] = [
                replaced(span, part=Part.STRONG if span.part is Part.PLAIN else span.part)
                for span in inside
            ]
            return at
        del self.spans[opened.first_span :]
        group = self._group() or self._new_group()
        if not before:
            self._take_lead(group)
        pieces = ((Part.PLAIN, before), *number, (Part.PLAIN, after))
        self._add_pieces(pieces, inside, group)
        return at + sum(len(piece) for _, piece in pieces) - len(words)

    def _number(self, words: str, behind: str, opened: _Open) -> tuple[NumberPiece, ...] | None:
        """Marked words as a number, with what belongs to it behind the mark; None for words."""
        read = read_marked(words, behind)
        if read is None:
            return None
        if not read.is_understood:
            self._note(say("number-unread", words=words), opened.at)
        narrow = "".join(piece for _, piece in read.pieces)[: len(words)]
        if narrow != words:
            self.narrowed.append((opened.at, words, narrow))
        return read.pieces

    def _note(self, saying: Saying, at: int) -> None:
        self._fault(saying, at, Severity.NOTE)

    def _add_pieces(
        self, pieces: Iterable[NumberPiece], inside: Sequence[Span], group: int
    ) -> None:
        """A marked number piece by piece, each as the marks inside the emphasis want it."""
        # Where each span inside ends; what stands behind the emphasis is set as its last.
        ends = [*accumulate(len(span.text) for span in inside[:-1]), inf]
        at = 0
        for part, piece in pieces:
            end, own = at + len(piece), 0 if part is Part.PLAIN else group
            for like, low, high in zip(inside, [0, *ends], ends, strict=False):
                words = piece[int(max(low - at, 0)) : int(max(min(high, end) - at, 0))]
                self._put(replaced(like, text=words, part=part, group=own or like.group))
            at = end

    def _take_lead(self, group: int) -> None:
        """A 约, a ≥, a US$ right before the marks joins its number."""
        if not self.spans or self.spans[-1].part is not Part.PLAIN or self.spans[-1].ruby:
            return
        before = self.spans[-1]
        if before.group not in (0, group):
            return
        if lead := lead_of(before.text):
            part, words = lead
            rest = before.text[: -len(words)]
            self.spans[-1:] = [replaced(before, text=rest)] if rest else []
            self._put(replaced(before, text=words, part=part, group=group))

    def _add_ruby(self, base: str, reading: str, start: int) -> None:
        if not (base.strip() and reading.strip()):
            self._fault(say("markup-empty/ruby"), start)
        self._put(replaced(self._span(as_set(base)), ruby=as_set(reading).strip()))

    def _add_script(self, words: str, script: int, start: int) -> None:
        if not words.strip():
            self._fault(say("markup-empty/marks", marks="{^ … } or {_ … }"), start)
        self._put(replaced(self._span(words), script=script))

    def _new_group(self) -> int:
        self.groups += 1
        return self.groups

    def _fault_empty(self, opened: _Open) -> None:
        self._fault(say("markup-empty/marks", marks=_NAMES[opened.mark]), opened.at)

    def _fault_stray(self, at: int, mark: str) -> None:
        self._fault(say("markup-stray", mark=mark, last=mark[-1]), at)

    def _fault_control(self, at: int, character: str) -> None:
        name = unicodedata.name(character, "control character")
        self._fault(say("markup-control", code=ord(character), name=name.lower()), at)

    def _fault(self, saying: Saying, at: int, severity: Severity = Severity.ERROR) -> None:
        if len(self.faults) < most("faults"):
            self.faults.append(Diagnostic(saying, place_in(self.origin, at), severity=severity))


def _without_breaks_at_its_ends(text: str) -> tuple[int, str]:
    """Where a text begins behind the line breaks at its start, and it without those at its end."""
    end, start = len(text.rstrip(_BLANK)), len(text) - len(text.lstrip(_BLANK))
    if not _BREAK.isdisjoint(text[end:]):
        text = text[:end]
    head = text[:start]
    return max(map(head.rfind, _BREAK)) + 1, text


_BREAK = frozenset(f"\n{BREAKS}")
_BLANK = f" \t\n\u00a0\u3000\ufeff{BREAKS}"


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    """Neighbours set alike as one span; none empty. Groups left open come to nothing."""
    joined: list[Span] = []
    for span in spans:
        if span.group < 0:
            span = replaced(span, group=0)
        last = joined[-1] if joined else None
        if last and not span.ruby and replaced(last, text="") == replaced(span, text=""):
            joined[-1] = replaced(last, text=last.text + span.text)
        elif span.text:
            joined.append(span)
    return tuple(joined)
