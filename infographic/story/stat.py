"""A stat's words, in the order and shape a form of it needs them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.late_pattern import late
from infographic.foundation.record import fields, record, replaced
from infographic.foundation.sayings import Saying, say
from infographic.story.model import Stat
from infographic.text.copy import Copy, Span
from infographic.text.marked_numbers import read_marked
from infographic.text.numerals import WORDS, format_number, in_order, merged, noun_in
from infographic.text.strays import BREAKS, as_set
from infographic.text.style import Part
from infographic.text.written import has_figures

if TYPE_CHECKING:
    from infographic.text.amounts import Amount


FORMS = {
    "text": {"text", "note"},
    "value": {
        *("value", "as", "decimals", "grouping", "sign", "unit", "qualifier", "label", "note"),
    },
    "from and to": {"from", "to", "label", "note"},
}
"""What a stat may be, and the fields that belong to it."""
ASIDE = ("origin", "value_origin", "priority", "lead", "of", "when", "better", "icon")
"""What any form may have: what it is among others, and how it is drawn."""


def fault_of(stat: Stat) -> Diagnostic | None:
    """Why a stat cannot be set as it stands: it is none of the forms, or more than one.

    Set all the same it would lose a part, or print a 0 that nobody wrote.
    """
    named = [said for said, name, default in _usual() if getattr(stat, name) != default]
    has = set(named)
    forms = [form for form in FORMS if has.intersection(form.split(" and "))]
    if len(forms) == 1:
        (form,) = forms
        odd = sorted(has - FORMS[form])
        if not odd and has.issuperset(form.split(" and ")):
            return _value_fault(stat)
        if odd:
            return Diagnostic(say("stat-form/no-place", form=form, odd=odd[0]), stat.origin)
    found = [say("phrase/quoted", words=name) for name in named]
    saying = say("stat-form/which", found=found) if found else say("stat-form/none")
    return Diagnostic(saying, stat.origin)


@cache
def _usual() -> tuple[tuple[str, str, object], ...]:
    """What an author may write of a stat, as it is written and as it is named, and what it is
    where it was not."""
    return tuple(
        (field.name.removesuffix("_"), field.name, field.default)
        for field in fields(Stat)
        if field.name not in ASIDE
    )


def notes_of(stat: Stat) -> Iterator[Diagnostic]:
    """What is set otherwise than it was typed, or not understood, in a value that is a text."""
    if not isinstance(stat.value, str) or not has_figures(stat.value):
        return
    read = read_marked(stat.value)
    if read is None or not read.is_understood:
        yield _note(say("number-unread", words=stat.value), stat)
    if read is not None:
        narrow = "".join(words for _, words in read.pieces)
        if narrow.lstrip("−") != stat.value.lstrip("−–"):
            yield _note(say("figures-full-width", changes=[f"{stat.value} → {narrow}"]), stat)


def _note(saying: Saying, stat: Stat) -> Diagnostic:
    return Diagnostic(saying, stat.origin, severity=Severity.NOTE)


def _value_fault(stat: Stat) -> Diagnostic | None:
    """What is wrong with the parts themselves: nothing said, or a text to reckon with."""
    said = (stat.text, stat.from_, stat.to)
    if any(copy is not None and not copy.text.strip() for copy in said) or stat.value == "":
        return Diagnostic(say("stat-form/empty"), stat.origin)
    reckoned = {"as": stat.as_, "decimals": stat.decimals, "grouping": stat.grouping,
                "sign": stat.sign}  # fmt: skip
    asked = [name for name, given in reckoned.items() if given not in ("", None, False)]
    if isinstance(stat.value, str) and asked:
        return Diagnostic(
            say("stat-form/text", value=stat.value, asked=asked[0]),
            stat.origin,
            _as_parts(stat.value, asked[0]),
        )
    return None


def _as_parts(text: str, asked: str) -> Saying:
    """How a value that was written as a text is written as a number and its parts."""
    # Only an author's mistake needs it.
    from infographic.text.amounts import amount_of

    amount = amount_of(text)
    if amount is None or amount.value is None:
        return say("mend/no-quotes-or-no-part", part=asked)
    parts = {"as": amount.magnitude, "unit": amount.unit, "qualifier": amount.qualifier}
    said = [say("phrase/field", name=name, words=words) for name, words in parts.items() if words]
    number = f"{amount.value:f}"
    if not said:
        return say("mend/no-quotes", number=number)
    return say("mend/no-quotes-and-parts", number=number, parts=said)


def amounts_of(stat: Stat) -> tuple[Amount, ...]:
    """What a stat's numbers come to, with all their digits, in the order that they are set.

    >>> stat = Stat(value=1769800, as_="万", decimals=0, unit="名", label=Copy((Span("党员"),)))
    >>> [(str(amount.value), amount.unit) for amount in amounts_of(stat)]
    [('1769800', '名')]
    >>> [str(amount.value) for amount in amounts_of(Stat(text=Copy((Span("建成2300余个"),))))]
    ['2300']
    """
    from infographic.text.amounts import amount_of, amounts_in

    if stat.value is None:
        return amounts_in(sentence_of(stat).text)
    # As it is set but for rounding; its label may hold other numbers.
    amount = amount_of(value_of(replaced(stat, decimals=None)).text)
    return () if amount is None else (amount,)


def value_of(stat: Stat) -> Copy:
    """The spelled-out number as one unbreakable group: qualifier, digits, magnitude, unit."""
    pieces = in_order(_digits_of(stat), stat.as_, stat.unit, stat.qualifier)
    if isinstance(stat.value, str):
        # “92.5%” and “100多” are told into their parts as a marked number is.
        read = read_marked(stat.value)
        typed = read.pieces if read else ((Part.DIGITS, stat.value),)
        pieces = merged(
            each for piece in pieces for each in (typed if piece[0] is Part.DIGITS else (piece,))
        )
    typed_as_set = ((part, as_set(words).strip(f"\n{BREAKS}")) for part, words in pieces)
    spans = tuple(Span(words, part, group=1) for part, words in typed_as_set if words)
    return Copy(spans, stat.origin if stat.value_origin is BUILT_IN else stat.value_origin)


def _digits_of(stat: Stat) -> str:
    if isinstance(stat.value, str):
        return stat.value
    digits = format_number(
        0 if stat.value is None else stat.value,
        magnitude=stat.as_,
        decimals=stat.decimals,
        grouping=stat.grouping,
    )
    if stat.sign and not digits.startswith(("-", "−", "+")):
        digits = "+" + digits
    return digits.replace("-", "−")


def sentence_of(stat: Stat) -> Copy:
    """The stat as one sentence: its own, or label and value in a row."""
    if stat.text is not None:
        return stat.text
    if stat.from_ is not None and stat.to is not None:
        return joined((stat.from_, stat.to), "，", stat.origin)
    value = value_of(stat)
    # Of label and value the number is what the sentence is there for.
    return joined((stat.label, value), "", value.origin) if stat.label else value


def joined(copies: tuple[Copy, ...], between: str, origin: Origin) -> Copy:
    """Copies in a row as one; their unbreakable groups stay apart."""
    spans: list[Span] = []
    shift = 0
    for copy in copies:
        if spans and between:
            spans.append(Span(between))
        spans += [replaced(s, group=s.group + shift if s.group else 0) for s in copy.spans]
        shift = max((s.group for s in spans), default=0)
    return Copy(tuple(spans), origin)


@record
class Pieces:
    """A sentence taken apart at its one number."""

    before: Copy | None
    value: Copy
    after: Copy | None


NO_NOUN = frozenset(WORDS["no_nouns"])
"""Words that stay on the line of the number before them, as a single character does; all others
name what is counted, and go to the label (158.89万名 / 党员)."""
PAUSES = "，、。．；：,.;:"
"""Marks of a sentence that a stack has none of: the line's end says it."""
STOPS = "，、。．；：！？）》〉」』】〕”’…,.;:!?)"
"""Marks that stand behind a word and never begin a line."""
OPENERS = "“‘（《〈「『【〔("
CLOSERS = "”’）》〉」』】〕)"
LEAD = late(rf"(?<![{OPENERS}])[{OPENERS}]*+(?:[A-Z]{{0,3}}[$¥£€￥])?\Z")
"""What stands before a number and never ends a line."""
PARTING = "，；,;\n"
"""Where a sentence with several numbers parts into clauses."""
MOST_CLAUSES = 3


def taken_apart(copy: Copy) -> Pieces | None:
    """The words before and after a sentence's number; None where it has not exactly one.

    A closing mark right behind the number stays with it, and so do a currency and opening marks
    before it: no line begins with a ”, or ends with a $. Pauses at the ends of a piece are left
    out (“14座，”).
    """
    groups = _numbers_of(copy)
    if len(groups) != 1:
        return None
    (group,) = groups
    at = [i for i, s in enumerate(copy.spans) if s.group == group]
    first, last = at[0], at[-1] + 1
    words, value, rest = copy.spans[:first], copy.spans[first:last], copy.spans[last:]
    if words and words[-1].part is Part.PLAIN and (lead := LEAD.search(words[-1].text)):
        value = (Span(lead[0], Part.UNIT, group), *value) if lead[0] else value
        words = (*words[:-1], replaced(words[-1], text=words[-1].text[: lead.start()]))
    if rest and rest[0].part is Part.PLAIN:
        left = rest[0].text.lstrip(STOPS)
        marks = rest[0].text[: len(rest[0].text) - len(left)]
        if kept := "".join(mark for mark in marks if mark not in PAUSES):
            value += (Span(kept, Part.UNIT, group),)
        rest = (replaced(rest[0], text=left), *rest[1:])
    return Pieces(
        words_of(words, copy.origin),
        Copy(value, copy.origin),
        words_of(rest, copy.origin),
    )


def _numbers_of(copy: Copy) -> tuple[int, ...]:
    """The groups of its numbers, in order; () where one of them is in none."""
    groups = tuple(dict.fromkeys(s.group for s in copy.spans if s.part is Part.DIGITS))
    return () if 0 in groups else groups


def clauses_of(copy: Copy) -> tuple[Copy, ...]:
    """A sentence with several numbers as clauses with one each; () where it does not part so.

    衬砌干支渠2780公里，惠及节水户38.7万户 parts behind the comma, which stays with its clause.
    """
    groups = _numbers_of(copy)
    if not 1 < len(groups) <= MOST_CLAUSES:
        return ()
    clauses: list[Copy] = []
    rest = copy.spans
    for group in groups[:-1]:
        cut = _cut_behind(rest, group)
        if cut is None:
            return ()
        clause, rest = cut
        clauses.append(Copy(clause, copy.origin))
    clauses.append(Copy(rest, copy.origin))
    is_whole = all(len(_numbers_of(clause)) == 1 and _is_closed(clause.text) for clause in clauses)
    return tuple(clauses) if is_whole else ()


def _cut_behind(
    spans: tuple[Span, ...], group: int
) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """Spans cut behind the first parting mark that follows a number; None where none does."""
    last = max(i for i, s in enumerate(spans) if s.group == group)
    for number, span in enumerate(spans[last + 1 :], last + 1):
        if span.part is Part.DIGITS:
            return None
        at = min((i for mark in PARTING if (i := span.text.find(mark)) >= 0), default=-1)
        if at < 0:
            continue
        ends = replaced(span, text=span.text[: at + 1].rstrip("\n"))
        begins = replaced(span, text=span.text[at + 1 :].lstrip())
        kept = [s for s in (*spans[:number], ends) if s.text]
        left = [s for s in (begins, *spans[number + 1 :]) if s.text]
        return tuple(kept), tuple(left)
    return None


def _is_closed(text: str) -> bool:
    """No quotation or bracket begins in it and ends elsewhere."""
    return sum(map(text.count, OPENERS)) == sum(map(text.count, CLOSERS))


def with_tail(value: Copy, tail: Copy) -> Copy:
    """A value with a few words behind it, set as its unit is."""
    group = value.spans[-1].group
    spans = tuple(replaced(s, part=Part.UNIT, group=group) for s in tail.spans)
    return Copy(value.spans + spans, value.origin)


def with_short_tail(pieces: Pieces) -> Pieces:
    """What is no noun behind the number on its line: 45米高, 10年以来."""
    after = pieces.after
    if after is None or (len(after.text) > 1 and after.text not in NO_NOUN):
        return pieces
    return Pieces(pieces.before, with_tail(pieces.value, after), None)


def spelled_out(stat: Stat, *, is_label_above: bool) -> Pieces:
    """A stat with a value as a stack; a noun in its unit goes to the label, a measure word stays.

    >>> stat = Stat(value=4138, unit="名干部", label=Copy((Span("得到关爱帮扶"),)))
    >>> pieces = spelled_out(stat, is_label_above=False)
    >>> pieces.value.text, pieces.after and pieces.after.text
    ('4138名', '干部得到关爱帮扶')
    """
    noun, label = noun_in(stat.unit), stat.label
    value = value_of(replaced(stat, unit=stat.unit.removesuffix(noun)) if noun else stat)
    named = Copy((Span(noun),), value.origin) if noun else None
    if label is None or named is None:
        both = label or named
    elif noun in label.text:
        both = label
    elif is_label_above:
        return Pieces(label, value, named)
    else:
        both = joined((named, label), "", label.origin)
    return Pieces(both, value, None) if is_label_above and label else Pieces(None, value, both)


def words_of(spans: tuple[Span, ...], origin: Origin) -> Copy | None:
    """Spans as a copy of their own, no break, space or pause at its edges; None for marks alone."""
    kept = list(spans)
    while kept and not kept[0].text.strip():
        kept.pop(0)
    # A point may be an abbreviation's: “approx.”
    pauses = PAUSES.replace(".", "")
    while kept and not kept[-1].text.strip(f"{pauses} \n\u3000"):
        kept.pop()
    if not kept:
        return None
    kept[0] = replaced(kept[0], text=kept[0].text.lstrip(" \n"))
    kept[-1] = replaced(kept[-1], text=kept[-1].text.rstrip(f" \n{pauses}"))
    return Copy(tuple(kept), origin)
