"""A stat told as a cell has it: its figure, the words about it, what is said of it besides.

A sentence becomes a label and a number: nine inline sentences are nine scan lines. One with several
numbers is a fact for each clause that has one, or is told at its last, the others in its words.
"""

from __future__ import annotations

from collections.abc import Sequence

from infographic.foundation.late_pattern import late
from infographic.foundation.record import record, replaced
from infographic.story.model import Stat
from infographic.story.stat import (
    Pieces,
    clauses_of,
    joined,
    spelled_out,
    taken_apart,
    with_short_tail,
    words_of,
)
from infographic.text.copy import Copy
from infographic.text.style import Part


@record
class Fact:
    """One cell's words. A sentence that parts into clauses is a fact for each of them."""

    stat: Stat
    figure: Copy | None
    """Its number; None of a text without one."""
    words: Copy | None
    """What the number is of; of a fact without a figure, all its text."""
    note: Copy | None = None
    """A second, smaller line."""
    reads_below: bool = True
    """Whether its words are whole below the number: none that lead up to it."""

    @property
    def is_change(self) -> bool:
        return self.figure is not None and self.stat.from_ is not None

    @property
    def is_share(self) -> bool:
        """Whether it may be a part of a whole, by its looks."""
        if self.figure is None or self.is_change:
            return False
        return self.stat.of is not None or any(sign in self.figure.text for sign in "%％‰/分成")


def told(stats: Sequence[Stat]) -> tuple[Fact, ...]:
    """The stats as facts, in their order.

    >>> from infographic.text.copy import Span
    >>> sentence = Copy((Span("建成"), Span("14", Part.DIGITS, 1), Span("座", Part.UNIT, 1)))
    >>> (fact,) = told([Stat(text=sentence)])
    >>> fact.figure and fact.figure.text, fact.words and fact.words.text
    ('14座', '建成')
    """
    return tuple(fact for stat in stats for fact in _facts(stat))


def news_of(stat: Stat) -> Fact:
    """The one fact that a news stat is: of several clauses the first, the others its note."""
    first, *others = _facts(stat)
    if not others or stat.text is None:
        return first
    more = joined(clauses_of(stat.text)[1:], "", stat.text.origin)
    return replaced(first, note=_plain(more))


def _facts(stat: Stat) -> list[Fact]:
    if stat.from_ is not None and stat.to is not None:
        return [_change(stat)]
    if stat.text is None:
        pieces = spelled_out(stat, is_label_above=False)
        return [Fact(stat, pieces.value, pieces.after, stat.note)]
    pieces_of_text = taken_apart(stat.text)
    if pieces_of_text is not None:
        return [_fact(stat, with_short_tail(pieces_of_text), stat.note)]
    clauses = [taken_apart(clause) for clause in clauses_of(stat.text)]
    parted = [with_short_tail(pieces) for pieces in clauses if pieces is not None]
    if parted:
        facts = [_fact(stat, pieces, None) for pieces in parted]
        return [*facts[:-1], replaced(facts[-1], note=stat.note)]
    last = _at_its_last(stat.text)
    if last is not None:
        return [_fact(stat, with_short_tail(last), stat.note)]
    return [Fact(stat, None, stat.text, stat.note)]


def _fact(stat: Stat, pieces: Pieces, note: Copy | None) -> Fact:
    before, after = pieces.before, pieces.after
    if after is not None:
        after = _without_lead(after)
    reads_below = before is None or after is not None or not _LEADS_UP.search(before.text)
    parts = tuple(one for one in (before, after) if one is not None)
    words = joined(parts, "", parts[0].origin) if parts else None
    return Fact(stat, pieces.value, words, note, reads_below)


_LEADS_UP = late(
    r"[在到至达为是占有过破约近于仅超共计逾出增减升降第：:]$"
    r"|\b(?:of|to|by|from|than|at|in|for|over|under|above|below|about|around|nearly|almost|only"
    r"|just|through|until|is|are|was|were|and|or|with)\s*$"
)
"""Words that want their number behind them: 覆盖率稳固在**80%**, every 10 instead of **25**."""


def _without_lead(words: Copy) -> Copy:
    """Without a 的 that no longer has anything before it."""
    first = words.spans[0]
    if not first.text.startswith("的") or words.text == "的":
        return words
    return replaced(words, spans=(replaced(first, text=first.text[1:]), *words.spans[1:]))


def _at_its_last(copy: Copy) -> Pieces | None:
    """A sentence with several numbers taken apart at the last: the others stay in its words."""
    groups = [s.group for s in copy.spans if s.part is Part.DIGITS and s.group]
    if not groups:
        return None
    last = groups[-1]
    kept = tuple(
        span if span.group in (0, last) else replaced(span, part=Part.STRONG, group=0)
        for span in copy.spans
    )
    return taken_apart(Copy(kept, copy.origin))


def _change(stat: Stat) -> Fact:
    """A change by its later number; how it was stands below it, in the stat's own words."""
    assert stat.from_ is not None
    assert stat.to is not None
    before, after = taken_apart(stat.from_), taken_apart(stat.to)
    between = "" if _FROM.match(stat.from_.text) and len(stat.from_.text) <= SHORT else "，"
    whole = _plain(joined((stat.from_, stat.to), between, stat.from_.origin))
    if after is None:
        words = stat.label or whole
        return Fact(stat, None, words, whole if stat.label else stat.note)
    after = with_short_tail(after)
    noun = after.after
    is_shared = before is not None and before.after is not None and noun is not None
    label = stat.label or (noun if is_shared else None)
    if len(whole.text) > LONG and label is not None:
        # What it is now stands over it.
        whole = _plain(stat.from_)
    note = whole if stat.note is None else joined((whole, _plain(stat.note)), "；", stat.origin)
    return Fact(stat, after.value, label, note)


_FROM = late("[由从自]")
SHORT = 12
"""Characters of 由420立方米, behind which 降至263立方米 needs no comma."""

LONG = 20


def _plain(copy: Copy) -> Copy:
    """Words of one size."""
    kept = words_of(copy.spans, copy.origin) or copy
    plain = (replaced(span, part=Part.PLAIN, group=0) for span in kept.spans)
    return replaced(kept, spans=tuple(plain))
