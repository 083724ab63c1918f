"""One value that is a part of a whole: per cent, per mille, a fraction, or an amount of a whole."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.late_pattern import late
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.subject import Subject
from infographic.story.model import Stat
from infographic.story.stat import amounts_of, sentence_of, spelled_out, words_of
from infographic.text.amounts import Amount, Sense
from infographic.text.copy import Copy, Span
from infographic.text.numerals import format_number
from infographic.text.style import Part

HUNDREDTHS = {"%": 100, "％": 100, "‰": 1000}
MOST_PARTS = 20
"""Of a fraction that is drawn as n of m."""
GROWTH = late(
    r"(?:增长|增加|增|下降|降低|降|减少|减|涨|跌|回落|提高|提升|上升|下滑|同比|环比|增速|增幅|涨幅"
    r"|降幅|增长率|增长速度|收窄|扩大|利率|收益率|回报率|税率|通胀率|毛利率|净利率|折扣"
    r"|\b(?:growth|rose|rises?|fell|falls?|up|down|increase[sd]?|decrease[sd]?|by|interest rate))"
    r"[了约近超逾过不足达\s]*$",
    re.IGNORECASE,
)
"""Words before a percentage that is a change or a price and no part: 同比增长5%; but 增至95% is."""


class Share(NamedTuple):
    """A part of a whole, as it is known. Shares are exact, of 1."""

    low: Fraction
    high: Fraction
    """More than `low` only of a range: 63%～68%."""
    sense: Sense
    words: Copy
    """As it is written: “80.5%”, “1800户”."""
    name: Copy | None
    """What it is of: “高铁覆盖率”."""
    origin: Origin
    parts: int = 0
    """Of a fraction as it is written, 1/3: 3; else 0."""
    of: str = ""
    """The whole and the share of it, where the words do not say it: “2400户”."""

    @property
    def is_range(self) -> bool:
        return self.high > self.low

    @property
    def is_exact(self) -> bool:
        return not self.is_range and self.sense == "exact"


def share_of(subject: Subject) -> Share | Saying:
    """The one part that the data are, or why they are none."""
    stats = subject.given.stats
    found = _of_stat(stats[0]) if len(stats) == 1 else _of_table(subject)
    if isinstance(found, Saying):
        return found
    if found.low < 0:
        return say("graphic-refuses/negative-parts")
    return found


def _no_part() -> Saying:
    return say("graphic-refuses/no-part")


def _of_stat(stat: Stat) -> Share | Saying:
    amounts = amounts_of(stat)
    if stat.from_ is not None or not amounts:
        return _no_part()
    name, words, lead = told_of(stat)
    if GROWTH.search(lead.rstrip("，、：: ")):
        return say("graphic-refuses/growth")
    origin = stat.origin if stat.value_origin is BUILT_IN else stat.value_origin
    if stat.of is not None:
        return _of_whole(stat, amounts, words, name, origin)
    shares = [one for one in amounts if _fraction(one) is not None]
    is_range = len(shares) == 2 and all(one.is_in_range for one in shares)
    if len(shares) != 1 and not is_range:
        return _no_part()
    ends = sorted(found for one in shares if (found := _fraction(one)) is not None)
    low, high = ends[0], ends[-1]
    one = shares[0]
    parts = one.share.denominator if one.share is not None and not is_range else 0
    return Share(low, high, one.sense, words, name, origin, parts if parts <= MOST_PARTS else 0)


def _of_whole(
    stat: Stat, amounts: tuple[Amount, ...], words: Copy, name: Copy | None, origin: Origin
) -> Share | Saying:
    of = Decimal(str(stat.of))
    if len(amounts) != 1 or amounts[0].value is None or of <= 0:
        return _no_part()
    share = Fraction(amounts[0].value) / Fraction(of)
    whole = f"{format_number(of)}{amounts[0].unit}"
    return Share(share, share, amounts[0].sense, words, name, origin, 0, whole)


def _fraction(amount: Amount) -> Fraction | None:
    if amount.share is not None:
        return amount.share
    hundredths = HUNDREDTHS.get(amount.unit.removesuffix("～").removesuffix("~"))
    if hundredths is None or amount.value is None:
        return None
    return Fraction(amount.value) / hundredths


def told_of(stat: Stat) -> tuple[Copy | None, Copy, str]:
    """The words round the number, the number, and what leads up to it."""
    if stat.value is not None:
        pieces = spelled_out(stat, is_label_above=False)
        label = "" if stat.label is None else stat.label.text
        return pieces.after, pieces.value, label
    sentence = sentence_of(stat)
    spans = sentence.spans
    marked = [at for at, span in enumerate(spans) if span.group]
    if not marked:
        return stat.label, sentence, sentence.text
    first, last = marked[0], marked[-1] + 1
    group = spans[first].group
    number = tuple(
        replaced(span, group=group, part=span.part if span.group else Part.UNIT)
        for span in spans[first:last]
    )
    lead = "".join(span.text for span in spans[:first])
    # In a stack no verb leads up to the number, and no 的 down from it.
    before = words_of(spans[:first], sentence.origin)
    after = words_of(spans[last:], sentence.origin)
    if before is not None and after is None:
        before = _cut(before, _LEADS_UP, -1)
    if after is not None:
        after = _cut(after, _LEADS_ON, 0)
    around = tuple(span for one in (before, after) if one is not None for span in one.spans)
    name = stat.label or (Copy(around, sentence.origin) if around else None)
    return name, Copy(number, sentence.origin), lead


_LEADS_UP, _LEADS_ON = late(r"(?:已?达到|已?达|为|是|占)$"), late(r"^的")


def _cut(words: Copy, pattern: re.Pattern[str], at: int) -> Copy:
    """Words without what a pattern finds in the span at one end of them."""
    spans = list(words.spans)
    left = pattern.sub("", spans[at].text)
    if not left and len(spans) == 1:
        return words
    spans[at] = replaced(spans[at], text=left)
    return Copy(tuple(span for span in spans if span.text), words.origin)


def _of_table(subject: Subject) -> Share | Saying:
    if len(subject.series) != 1:
        return say("graphic-refuses/one-series", count=len(subject.series))
    rows = [0] if subject.count == 1 else sorted(subject.highlighted)
    if len(rows) != 1:
        return _no_part()
    (row,), one = rows, subject.series[0]
    value = one.values[row]
    if value is None:
        return say("graphic-refuses/no-values")
    if any(GROWTH.search(words) for words in _said_of(subject, row)):
        return say("graphic-refuses/growth")
    whole = subject.chart.of
    hundredths = HUNDREDTHS.get(one.unit or subject.unit)
    if whole is None and hundredths is None:
        return _no_part()
    if whole is not None and whole <= 0:
        return _no_part()
    share = Fraction(value) / (Fraction(whole) if whole is not None else hundredths or 100)
    named = subject.unsaid(subject.names[row] or one.name)
    name = Copy((Span(named),), subject.name_at(row)) if named else None
    words = subject.said(row)
    of = f"{format_number(whole)}{one.unit}" if whole is not None else ""
    return Share(share, share, _sense_of(words), words, name, subject.at(row), 0, of)


def _said_of(subject: Subject, row: int) -> list[str]:
    chart = subject.chart
    what = chart.measure.what.text if chart.measure and chart.measure.what else ""
    return [what, subject.series[0].column.name, subject.names[row]]


def _sense_of(words: Copy) -> Sense:
    from infographic.text.amounts import amount_of

    if not any(span.part is Part.QUALIFIER for span in words.spans):
        return "exact"
    amount = amount_of("".join(span.text for span in words.spans if not span.script))
    return "about" if amount is None else amount.sense
