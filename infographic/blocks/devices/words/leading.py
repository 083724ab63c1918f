"""What the lead figure says: the news among the stats, or the claimed row, and how it changed."""

from __future__ import annotations

from decimal import Decimal

from infographic.blocks.devices.part.share import told_of
from infographic.blocks.devices.time.pair import End, Pair, difference, pair_of
from infographic.foundation.datum import Origin
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.subject import Given, Subject, subject_of
from infographic.graphics.words import word
from infographic.story.model import Stat
from infographic.story.stat import amounts_of, clauses_of, words_of
from infographic.text.amounts import amount_of
from infographic.text.copy import Copy, Span
from infographic.text.numerals import format_number
from infographic.text.style import Part

MOST_DIGITS = 6
"""Longer numbers are said in 万 or 亿, or have their unit below them."""


class Lead(NamedTuple):
    """The number that is the news."""

    words: Copy
    name: Copy | None
    beside: tuple[Copy, ...]
    """By how much it changed, or what its note says."""
    period: str
    origin: Origin
    pair: Pair | None = None
    """The change that its foot shows."""
    subject: Subject | None = None


def lead_stat(stats: tuple[Stat, ...]) -> Stat:
    """The stat that is the news: the one that says so, else a change, else the first."""
    said = (stat for stat in stats if stat.lead)
    changes = (stat for stat in stats if stat.from_ is not None)
    return next(said, None) or next(changes, None) or stats[0]


def lead_of(subject: Subject) -> Lead | Saying:
    if subject.given.stats:
        stat = lead_stat(subject.given.stats)
        return _of_stat(stat, subject_of(None, Given((stat,)), subject.language))
    return _of_table(subject)


def _of_stat(stat: Stat, subject: Subject) -> Lead | Saying:
    origin = stat.origin
    if stat.from_ is not None:
        pair = pair_of(subject)
        if pair is None:
            return say("graphic-refuses/pair")
        return _of_pair(pair, stat.label, subject)
    if stat.text is not None and not amounts_of(stat):
        return say("graphic-refuses/no-lead")
    clauses = () if stat.text is None else clauses_of(stat.text)
    name, words, _ = told_of(replaced(stat, text=clauses[0]) if clauses else stat)
    number = tuple(span for span in words.spans if span.group or span.part is not Part.PLAIN)
    if not any(span.part is Part.DIGITS for span in number):
        return say("graphic-refuses/no-lead")
    # What else its sentence says is not lost: it stands beside the number.
    more = clauses[1:] + (() if stat.note is None else (stat.note,))
    beside = tuple(_plain(one) for one in more)
    period = stat.when if isinstance(stat.when, str) else ""
    lead = Lead(replaced(words, spans=number), name, beside, period, origin)
    return _short(lead, subject.language)


def _plain(copy: Copy) -> Copy:
    """Words of one size."""
    kept = words_of(copy.spans, copy.origin) or copy
    return replaced(kept, spans=tuple(Span(span.text) for span in kept.spans))


def _of_pair(pair: Pair, name: Copy | None, subject: Subject) -> Lead:
    language, later = subject.language, pair.later
    said = difference(pair, language).split(" · ")
    beside = tuple(Copy((Span(one),), later.origin) for one in said)
    names = (pair.earlier.name, later.name)
    is_timeless = names[1] in ("", word("later", language))
    period = "" if is_timeless else word("from-to", language, first=names[0], last=names[1])
    words = later.words
    if pair.unit and all(span.part is not Part.UNIT for span in words.spans):
        # Its bars have their unit in the line of measure; the lead figure says it itself.
        words = replaced(words, spans=(*words.spans, Span(pair.unit, Part.UNIT, 1)))
    lead = Lead(words, name, beside, period, later.origin, pair, subject)
    return _short(lead, language)


def _of_table(subject: Subject) -> Lead | Saying:
    pair = pair_of(subject)
    if pair is not None:
        return _of_pair(pair, pair.what, subject)
    rows = sorted(subject.highlighted)
    if not rows and subject.count == 1:
        rows = [0]
    if len(subject.series) != 1 or len(rows) != 1:
        return say("graphic-refuses/no-lead")
    (row,), one = rows, subject.series[0]
    if one.values[row] is None:
        return say("graphic-refuses/no-values")
    words, name, origin = subject.said(row), subject.names[row], subject.at(row)
    named = Copy((Span(name),), subject.name_at(row)) if subject.unsaid(name) else None
    before = row - 1
    if subject.is_over_time and before >= 0 and one.values[before] is not None:
        ends = [
            End(subject.names[at], one.values[at] or Decimal(0), subject.said(at), subject.at(at))
            for at in (before, row)
        ]
        unit = one.unit or subject.unit
        change = Pair(ends[0], ends[1], unit, "", one.column.decimals, False)
        return _of_pair(change, None, subject)
    return _short(Lead(words, named, (), "", origin), subject.language)


def _short(lead: Lead, language: str) -> Lead:
    """A number of more than six digits in 万 or 亿, where that says it whole; else its unit stands
    below it."""
    words = lead.words
    digits = "".join(span.text for span in words.spans if span.part is Part.DIGITS)
    if sum(sign.isdigit() for sign in digits) <= MOST_DIGITS:
        return lead
    amount = amount_of("".join(span.text for span in words.spans if not span.script))
    if amount is not None and amount.value is not None and not amount.magnitude:
        for magnitude in ("亿", "万"):
            short = format_number(amount.value, magnitude).replace("-", "−")
            if sum(map(str.isdigit, short)) <= MOST_DIGITS:
                return lead._replace(words=replaced(words, spans=_with(words, short, magnitude)))
    units = tuple(span for span in words.spans if span.part is Part.UNIT and not span.script)
    if not units:
        return lead
    rest = tuple(span for span in words.spans if span not in units)
    said = word("unit-is", language, unit="".join(span.text for span in units))
    return lead._replace(
        words=replaced(words, spans=rest),
        beside=(Copy((Span(said),), words.origin), *lead.beside),
    )


def _with(words: Copy, digits: str, magnitude: str) -> tuple[Span, ...]:
    """The number's spans with other digits, and a magnitude behind them."""
    found: list[Span] = []
    for span in words.spans:
        if span.part is Part.DIGITS:
            found += [replaced(span, text=digits), Span(magnitude, Part.UNIT, span.group)]
        elif found and found[-1].part is Part.UNIT and span.part is Part.UNIT and not span.script:
            found[-1] = replaced(found[-1], text=found[-1].text + span.text)
        else:
            found.append(span)
    return tuple(found)
