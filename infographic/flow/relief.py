"""What gives a long even column relief: a quotation, or a paragraph that begins with an initial.

Subheads, leads, quotations, initials and blocks break a column up; where none does for longer than
a layout wants, words that the story marks for it are repeated as a pull-quote between two
paragraphs there, else a paragraph begins with an initial. The words are set anew after each, so
that what comes next is measured on the page as it stands. No word is invented.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from infographic.flow.passages import Passage, Pulled
from infographic.flow.pour import Poured, Standing
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.text.copy import Copy

if TYPE_CHECKING:
    from infographic.flow.running_text import RunningText

CLEAR = 4
"""Grid lines of plain text above and below what is put among them, at the least."""
TRIED = 3
"""So many places are tried in a stretch."""
MOST = 24
"""So many are put into one text."""


class Start(NamedTuple):
    """A paragraph that begins in a stretch of plain text."""

    row: int
    number: int
    """Among the passages."""
    lines: int
    """Of it that stand there."""


class Stretch(NamedTuple):
    """Plain text down one column. In grid lines."""

    room: int
    first: int
    lines: int
    starts: tuple[Start, ...]


Stood = Callable[["RunningText"], tuple[Poured, int]]
"""A text as it stands, and by how many lines its columns end apart."""


def relieved(text: RunningText, stood: Stood) -> RunningText:
    """The text with what breaks up its long stretches; as it is where its words find no room."""
    wanted = text.relief
    if wanted is None or not wanted.every:
        return text
    if wanted.initial is None and not any(_marked(text)):
        return text
    most, done = wanted.every / text.style.leading, set[tuple[int, ...]]()
    poured, ragged = stood(text)
    while not poured.left and len(done) < MOST:
        long = [
            one for one in stretches(poured, text.passages)
            if one.lines > most and _key(one, text) not in done
        ]  # fmt: skip
        if not long:
            break
        longest = max(long, key=lambda one: one.lines)
        done.add(_key(longest, text))
        found = _best(_ways(text, longest), stood, max(ragged, 1))
        if found is not None:
            text, poured, ragged = found
    return text


def _best(
    ways: Iterator[RunningText], stood: Stood, ragged: int
) -> tuple[RunningText, Poured, int] | None:
    """The first text whose columns end as level as they did, else one that a line of air levels."""
    second: tuple[RunningText, Poured, int] | None = None
    for tried in ways:
        poured, apart = stood(tried)
        if not poured.left and apart <= ragged:
            return tried, poured, apart
        if second is None and not poured.left and apart <= ragged + 1:
            second = tried, poured, apart
    return second


def _key(stretch: Stretch, text: RunningText) -> tuple[int, ...]:
    """A stretch that was tried is known again by the parts of the body that begin in it."""
    return tuple(text.passages[start.number].part for start in stretch.starts)


def _marked(text: RunningText) -> Iterator[tuple[int, Copy]]:
    """The words that may be repeated, and the parts of the body that they are from."""
    for part, words in enumerate(text.body):
        if isinstance(words, Copy):
            for one in words.pulled:
                yield part, one


def _ways(text: RunningText, stretch: Stretch) -> Iterator[RunningText]:
    """The text with something put into a stretch, near its middle: the words that stand nearest to
    there in the story; where none are left, an initial."""
    wanted = text.relief
    assert wanted is not None
    middle = stretch.first + stretch.lines / 2
    last = stretch.first + stretch.lines - CLEAR
    starts = [one for one in stretch.starts if stretch.first + CLEAR <= one.row <= last]
    starts.sort(key=lambda one: abs(one.row - middle))
    known = {(one.source, one.words) for one in wanted.pulled}
    free = [one for one in _marked(text) if one not in known]
    for start in starts[:TRIED]:
        part = text.passages[start.number].part
        if free and wanted.block_of is not None:
            source, words = min(free, key=lambda one: abs(one[0] - part))
            pulled = (*wanted.pulled, Pulled(part, source, words))
            yield replaced(text, relief=replaced(wanted, pulled=pulled))
    for start in starts[:TRIED]:
        part = text.passages[start.number].part
        if wanted.initial is not None and start.lines > wanted.initial.lines:
            yield replaced(text, relief=replaced(wanted, initials=wanted.initials | {part}))


def stretches(poured: Poured, passages: Sequence[Passage]) -> list[Stretch]:
    """The stretches of plain text of all columns: they end at a column's ends, at blocks among the
    words, and at what is no plain paragraph."""
    found: list[Stretch] = []
    run: list[Standing] = []
    before = -1
    for stand in poured.stands:
        entry = stand.entry
        begins, before = entry.paragraph != before, entry.paragraph
        is_apart = bool(run) and (
            stand.room != run[-1].room or stand.row - run[-1].row - run[-1].rows >= CLEAR
        )
        opens = begins and passages[entry.paragraph].style.initial is not None
        if run and (is_apart or opens or entry.kind != "body"):
            found.append(_stretch(run))
            run = []
        if entry.kind == "body":
            run.append(stand)
    return [*found, _stretch(run)] if run else found


def _stretch(run: Sequence[Standing]) -> Stretch:
    first, last = run[0], run[-1]
    starts: list[Start] = []
    for at, stand in enumerate(run):
        number = stand.entry.paragraph
        if at and number != run[at - 1].entry.paragraph:
            lines = sum(one.entry.paragraph == number for one in run)
            starts.append(Start(stand.row, number, lines))
    return Stretch(first.room, first.row, last.row + last.rows - first.row, tuple(starts))
