"""A stat's words, in the order and shape a form of it needs them."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.story.model import Stat
from infographic.text.copy import Copy, Span
from infographic.text.numerals import format_number, head_of
from infographic.text.style import Part

NUMBER_PARTS = (Part.DIGITS, Part.UNIT, Part.QUALIFIER)


FORMS = {
    "text": {"text", "note"},
    "value": {
        *("value", "as", "decimals", "grouping", "sign", "unit", "qualifier", "label", "note"),
    },
    "from and to": {"from", "to", "label", "note"},
}
"""What a stat may be, and the fields that belong to it."""


def fault_of(stat: Stat) -> Diagnostic | None:
    """Why a stat cannot be set as it stands: it is none of the forms, or more than one.

    Set all the same it would lose a part, or print a 0 that nobody wrote.
    """
    usual = {field.name: field.default for field in fields(Stat)}
    has = {
        name.removesuffix("_")
        for name, default in usual.items()
        if name not in ("origin", "priority") and getattr(stat, name) != default
    }
    forms = [form for form in FORMS if has.intersection(form.split(" and "))]
    named = [f"“{name.rstrip('_')}”" for name in usual if name.rstrip("_") in has]
    found = ", ".join(named) or "none of them"
    if len(forms) == 1:
        (form,) = forms
        odd = sorted(has - FORMS[form])
        if not odd and has.issuperset(form.split(" and ")):
            return _value_fault(stat)
        message = f"a stat with “{form}” has no place for “{odd[0]}”" if odd else ""
    else:
        message = ""
    return Diagnostic(
        "stat-form",
        message or f"a stat has “text”, or “value”, or “from” and “to”; this one has {found}",
        stat.origin,
        "put the words of the others into its “label” or “note”, or make it two stats",
    )


def _value_fault(stat: Stat) -> Diagnostic | None:
    """What is wrong with the parts themselves: nothing said, or a text told to be reckoned with."""
    said = (stat.text, stat.from_, stat.to)
    if any(copy is not None and not copy.text.strip() for copy in said) or stat.value == "":
        return Diagnostic(
            "stat-form", "a stat that says nothing", stat.origin, "write its number, or take it out"
        )
    reckoned = {"as": stat.as_, "decimals": stat.decimals, "grouping": stat.grouping,
                "sign": stat.sign}  # fmt: skip
    asked = [name for name, given in reckoned.items() if given not in ("", None, False)]
    if isinstance(stat.value, str) and asked:
        return Diagnostic(
            "stat-form",
            f"“value” is the text “{stat.value}”, which “{asked[0]}” cannot reckon with",
            stat.origin,
            f"write the number without quotes: {stat.value}",
        )
    return None


def as_stat(stat: Copy | Stat) -> Stat:
    """A bare text is a stat's sentence."""
    return Stat(text=stat, origin=stat.origin) if isinstance(stat, Copy) else stat


def value_of(stat: Stat) -> Copy:
    """The spelled-out number as one unbreakable group: qualifier, digits, magnitude, unit."""
    digits = str(stat.value)
    if not isinstance(stat.value, str):
        digits = format_number(
            stat.value or 0, magnitude=stat.as_, decimals=stat.decimals, grouping=stat.grouping
        )
        if stat.sign and not digits.startswith(("-", "−", "+")):
            digits = "+" + digits
        digits = digits.replace("-", "−")
    before = head_of(stat.qualifier)
    after = "" if before else stat.qualifier
    # 余 and 多 stand before the classifier (2300余个), 以上 and 左右 behind it (80%以上).
    inner, outer = (after, "") if after in ("余", "多", "来", "几") else ("", after)
    pieces = (
        (before, Part.QUALIFIER),
        (digits, Part.DIGITS),
        (stat.as_, Part.UNIT),
        (inner, Part.QUALIFIER),
        (stat.unit, Part.UNIT),
        (outer, Part.QUALIFIER),
    )
    spans = tuple(Span(text, part, group=1) for text, part in pieces if text)
    return Copy(spans, stat.origin)


def sentence_of(stat: Stat) -> Copy:
    """The stat as one sentence: its own, or label and value in a row."""
    if stat.text is not None:
        return stat.text
    if stat.from_ is not None and stat.to is not None:
        return joined((stat.from_, stat.to), "，", stat.origin)
    value = value_of(stat)
    return joined((stat.label, value), "", stat.origin) if stat.label else value


def joined(copies: tuple[Copy, ...], between: str, origin: Origin) -> Copy:
    """Copies in a row as one; their unbreakable groups stay apart."""
    spans: list[Span] = []
    shift = 0
    for copy in copies:
        if spans and between:
            spans.append(Span(between))
        spans += [replace(s, group=s.group + shift if s.group else 0) for s in copy.spans]
        shift = max((s.group for s in spans), default=0)
    return Copy(tuple(spans), origin)


@dataclass(frozen=True, slots=True)
class Pieces:
    """A sentence taken apart at its one number."""

    before: Copy | None
    value: Copy
    after: Copy | None


def taken_apart(copy: Copy) -> Pieces | None:
    """The words before and after a sentence's number; None where it has not exactly one."""
    groups = {s.group for s in copy.spans if s.part is Part.DIGITS}
    if len(groups) != 1 or 0 in groups:
        return None
    (group,) = groups
    at = [i for i, s in enumerate(copy.spans) if s.group == group]
    first, last = at[0], at[-1] + 1
    return Pieces(
        words_of(copy.spans[:first], copy.origin),
        Copy(copy.spans[first:last], copy.origin),
        words_of(copy.spans[last:], copy.origin),
    )


def words_of(spans: tuple[Span, ...], origin: Origin) -> Copy | None:
    """Spans as a copy of their own, without the breaks at its edges; None for marks alone."""
    kept = list(spans)
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if not any(s.text.strip("，、 \u3000") for s in kept):
        return None
    kept[0] = replace(kept[0], text=kept[0].text.lstrip("\n"))
    kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip("\n"))
    return Copy(tuple(kept), origin)
