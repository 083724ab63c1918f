"""Changes in English: rose from 100 tonnes to 150 tonnes, up 50%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import say
from infographic.subbing.averages import average_follows, is_net
from infographic.subbing.changes import By, Change
from infographic.subbing.doubts import at, doubt
from infographic.subbing.growths import shrinks_by_all
from infographic.subbing.quantities import DOUBLINGS, FRACTION, Quantity, StoryText
from infographic.subbing.reckoning import last_place, places_of, short, unit_of
from infographic.subbing.shares import share_follows
from infographic.subbing.statements import Relation
from infographic.subbing.totals import adds_up

_FROM_TO = late(
    r"(?:(?P<up>rose|grew|climbed|increased|jumped|rising|growing|grown|risen|surged|soared|"
    r"widened|raised|lifted|up)"
    r"|(?P<down>fell|dropped|declined|shrank|sank|falling|fallen|slowed|eased|slipped|narrowed|"
    r"cut|reduced|lowered|down))"
    r"[^.;@]{0,12}? from @(?P<a>\d+)@[^.;@]{0,20}? to "
    r"@(?P<b>\d+)@(?P<rest>[^.;]{0,40})"
)
_TO_FROM = late(
    r"(?:(?P<up>rose|grew|climbed|increased|jumped|grown|risen|surged|soared|widened)|"
    r"(?P<down>fell|dropped|declined|shrank|sank|fallen|slowed|eased|slipped|narrowed|cut|reduced))"
    r" to @(?P<b>\d+)@[^.;@]{0,20}? from "
    r"@(?P<a>\d+)@(?P<rest>[^.;]{0,40})"
)
_TIMES = late(
    r"\b(?P<word>doubled|tripled|quadrupled)\b[^.;@]{0,12}? from "
    r"@(?P<a>\d+)@[^.;@]{0,20}? to @(?P<b>\d+)@"
)
_FACTORS = {"doubled": 2, "tripled": 3, "quadrupled": 4}
_FOLDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10}
_COMPARED = late(
    r"@(?P<b>\d+)@[^.;@]{0,12}?, (?:compared with|against|versus|"
    r"from) @(?P<a>\d+)@(?P<rest>[^.;]{0,60})"
)
_BY = late(
    r"^[^@.]{0,60}?\b(?:(?P<up>up|gain|rise|increase|growth|jump|higher|more|rising|growing)|"
    r"(?P<down>down|fall|drop|decrease|decline|cut|lower|fewer|falling|dropping))(?: of| by)?"
    r"(?: about| nearly| almost| some| over| more than)? @(?P<c>\d+)@"
    r"|^[^@.]{0,12}, @(?P<d>\d+)@ (?:(?P<more>more|higher)|(?P<less>fewer|less|lower))\b"
)
_UP_FROM = late(
    r"@(?P<b>\d+)@[^.;@]{0,30}?,? (?:(?P<up>up)|"
    r"(?P<down>down)) (?P<rest>@(?P<c>\d+)@) from (?:the )?@(?P<a>\d+)@"
)
_MORE_THAN = late(
    r"@(?P<b>\d+)@[^.;@]{0,40}?, (?:(?P<up>up)|"
    r"(?P<down>down)) from @(?P<a>\d+)@(?P<rest>[^.;]{0,40})"
)

_SHRUNK = late(r"\b(?:fell|dropped|declined|down|decreased|shrank|cut) by @(?P<n>\d+)@")
_SHARE = late(
    r"(?:[Oo]f|[Oo]ut of|[Aa]mong) (?:the |its |all |"
    r"some )*@(?P<w>\d+)@[^.;@]{0,40}?, (?:of whom |only |some |about )*@(?P<p>\d+)@[^.;@]{0,60}?"
    r"(?:, or|, that is|, which is|, making up|, accounting for|, representing|\(|,)"
    r"\s?(?:about |some |nearly |roughly )?@(?P<s>\d+)@"
)
_SUM = late(
    r"@(?P<a>\d+)@[^.;@]{0,40}? and @(?P<b>\d+)@[^.;@]{0,40}?(?:for a total of|a total of|"
    r"in total|together|altogether|making|totalling|totaling|bringing the total to)"
    r"\s?(?:of )?@(?P<t>\d+)@"
)
_OF_WHICH = late(
    r"@(?P<w>\d+)@[^.;@]{0,40}?,? of (?:which|whom|them) (?:some |about |only )*@(?P<p>\d+)@"
    r"[^.;@]{0,40}?(?:, or|, that is|, which is|,? \()\s?(?:about |some |nearly )?@(?P<s>\d+)@"
)
_OF_THEM = late(
    r"@(?P<w>\d+)@[^.;@]{0,40}?, @(?P<p>\d+)@ of (?:them|which|whom),? (?:or |\()@(?P<s>\d+)@"
)
_OF_TOTAL = late(
    r"@(?P<p>\d+)@[^.;@]{0,50}?,? (?:or|accounting for|making up|representing) "
    r"(?:about |some |nearly )?@(?P<s>\d+)@ of (?:the |its |all )*(?:total |whole )?@(?P<w>\d+)@"
)
_ALL_OF_IT = late(
    r"@(?P<a>\d+)@[^.;@]{0,40}?,[^.;@]{0,40}?@(?P<b>\d+)@,? and [^.;@]{0,40}?"
    r"\b(?:rest|others?|remain\w*)\b[^.;@]{0,40}?@(?P<c>\d+)@"
)
_NET = late(
    r"@(?P<a>\d+)@[^.;@]{0,60}? @(?P<b>\d+)@[^.;@]{0,40}?,? (?:for |leaving |giving )?an? net "
    r"[a-z]+ of @(?P<n>\d+)@"
)
_LISTED_THREE = late(
    r"@(?P<t>\d+)@[^.;:@]{0,30}?: @(?P<a>\d+)@ [^.;@,]{1,30}, @(?P<b>\d+)@ [^.;@,]{1,30},?"
    r" and @(?P<c>\d+)@ [^.;@,]{1,30}(?=[.;]|$)"
)
_IN_ALL = late(
    r"@(?P<a>\d+)@ [^.;@,]{1,24}, @(?P<b>\d+)@ [^.;@,]{1,24},? and @(?P<c>\d+)@ [^.;@,]{1,24}, "
    r"(?:or |a total of |for a total of |making |totalling )?@(?P<t>\d+)@"
    r"(?= (?:in all|altogether|in total|together))"
)
_LISTED = late(
    r"@(?P<t>\d+)@[^.;@]{0,24}?(?P<mark>[:,]) @(?P<a>\d+)@ [^.;@,]{1,24}"
    r" and @(?P<b>\d+)@ [^.;@,]{1,24}(?=[.;]|$)"
)
_ON_THE = late(
    r"@(?P<b>\d+)@[^.;@]{0,40}?, (?P<rest>an? (?:(?P<up>increase|rise|gain)|"
    r"(?P<down>decrease|fall|drop|decline)) of @(?P<c>\d+)@) (?:on|over|from|compared with|"
    r"against) "
    r"(?:the |its )?@(?P<a>\d+)@"
)
_THAN_THE = late(
    r"@(?P<b>\d+)@[^.;@]{0,40}?, (?P<rest>@(?P<c>\d+)@) (?:(?P<up>more|higher)|"
    r"(?P<down>fewer|less|lower)) than (?:the |its )?@(?P<a>\d+)@"
)
_TIMES_THE = late(
    r"@(?P<b>\d+)@[^.;@]{0,30}?,? (?P<word>(?P<n>two|three|four|five|six|eight|ten) times) "
    r"the @(?P<a>\d+)@"
)
_FOLD = late(
    r"from @(?P<a>\d+)@[^.;@]{0,20}? to @(?P<b>\d+)@[^.;@]{0,24}?, (?:an? )?(?P<word>(?P<n>two|"
    r"three|four|"
    r"five|six|eight|ten)(?:[- ]?fold (?:increase|rise|jump|gain)|"
    r" times (?:its|the|their)\b))"
)
_BY_THEN = late(
    r"[Ii]n \d{4},? [^.;@]{0,30}?@(?P<a>\d+)@[^.;@]{0,30}?[;,] (?:but |and )?(?:by|"
    r"in) \d{4},? [^.;@]{0,20}?"
    r"@(?P<b>\d+)@(?P<rest>[^.;]{0,40})"
)
_MEDALS = late(
    r"[Oo]f (?:the |its |"
    r"all )*@(?P<t>\d+)@[^.;@]{1,24}?, @(?P<a>\d+)@ [^.;@,]{1,24}, @(?P<b>\d+)@ [^.;@,]{1,24},?"
    r" and @(?P<c>\d+)@ "
)
_OUT_OF = late(
    r"@(?P<p>\d+)@ (?:[a-z]+ )?(?:out )?of (?:the |its |all )*@(?P<w>\d+)@[^.;@]{0,60}?(?:, |"
    r" \()(?:or |about |nearly |which is |"
    r"accounting for |making up |representing |an? [a-z ]{0,20}(?:rate|share) of ){0,4}@(?P<s>\d+)@"
)
_IN_YEARS = late(
    r"@(?P<a>\d+)@ (?:[a-z]+ ){0,3}in \d{4} and @(?P<b>\d+)@ (?:[a-z]+ ){0,2}in \d{4}"
    r"(?P<rest>[^.;]{0,40})"
)
_EACH = late(
    r"@(?P<c>\d+)@ [^.;@]{0,24}? @(?P<w>\d+)@[^.;@]{0,40}?, or @(?P<a>\d+)@ (?:[a-z]+ )?each"
)
_MEN = late(
    r"[Mm]en [^.;@]{0,24}?@(?P<a>\d+)@[^.;@]{0,30}? and (?:for )?women (?:for )?@(?P<b>\d+)@"
)
_INCLUDE = late(
    r"@(?P<t>\d+)@ [^.;@]{1,24}? (?:include|comprise|are|"
    r"were)s? @(?P<a>\d+)@ [^.;@,]{1,24}, @(?P<b>\d+)@ [^.;@,]{1,24},?"
    r" and @(?P<c>\d+)@ "
)
_AVERAGE = late(
    r"@(?P<c>\d+)@[^.;@]{0,24}? @(?P<w>\d+)@[^.;@]{0,40}?(?:an average of|averaging|or about|"
    r"or) @(?P<a>\d+)@ (?:[a-z]+ )?(?:each|per|a )"
)
_CURRENCY = late(r"(?:US|HK)?[$€£¥](?=@)")
_LOSS = late("profit|income|earnings|loss", re.IGNORECASE)


def numbered(text: str, found: Sequence[Quantity]) -> str:
    """The text with each quantity replaced by @its number@."""
    pieces, start = [], 0
    text = text.replace("@", " ")
    for number, quantity in enumerate(found):
        pieces += [text[start : quantity.start], f"@{number}@"]
        start = quantity.end
    return _CURRENCY.sub("", "".join([*pieces, text[start:]]))


def changes_in_english(passage: StoryText, found: Sequence[Quantity]) -> Iterator[Change]:
    """The changes that an English passage spells out."""
    if len(found) < 2 or not re.search("[A-Za-z]{3}", passage.text):
        return
    text = numbered(passage.text, found)
    patterns = (_FROM_TO, _TO_FROM, _COMPARED, _BY_THEN, _IN_YEARS, _UP_FROM, _MORE_THAN,
                _ON_THE, _THAN_THE)  # fmt: skip
    for pattern, match in ((one, told) for one in patterns for told in one.finditer(text)):
        earlier, later = found[int(match["a"])], found[int(match["b"])]
        is_loose = pattern in (_FROM_TO, _TO_FROM) and not (earlier.unit and later.unit)
        if unit_of(earlier) != unit_of(later) and not is_loose:
            continue
        words = match.groupdict()
        turn = "" if pattern is _MORE_THAN else words.get("up") or words.get("down") or ""
        by = _BY.match(f"{turn} {match['rest']}")
        said = (
            (By(found[int(by["c"] or by["d"])], Relation.BY, bool(by["up"] or by["more"])),)
            if by else ()
        )  # fmt: skip
        up, down = words.get("up"), words.get("down")
        rises = bool(up) if up or down else None
        yield Change(earlier, later, up or down or "", rises, "", said)
    yield from _folds(passage, text, found)
    for match in _TIMES.finditer(text):
        earlier, later = found[int(match["a"])], found[int(match["b"])]
        at = passage.text.rfind(match["word"], 0, earlier.start)
        if unit_of(earlier) == unit_of(later):
            times = Quantity(
                Decimal(_FACTORS[match["word"]]), "0", "", "", DOUBLINGS, at,
                at + len(match["word"]), passage,
            )  # fmt: skip
            yield Change(earlier, later, "", None, "", (By(times, Relation.BY),))


def _folds(passage: StoryText, text: str, found: Sequence[Quantity]) -> Iterator[Change]:
    """From $2 billion to $6 billion, a threefold increase."""
    for match in (*_FOLD.finditer(text), *_TIMES_THE.finditer(text)):
        earlier, later = found[int(match["a"])], found[int(match["b"])]
        at = passage.text.find(match["word"], min(earlier.start, later.start))
        times = Quantity(
            Decimal(_FOLDS[match["n"]]), "0", "", "", "倍", at, at + len(match["word"]), passage,
        )  # fmt: skip
        if at > 0 and unit_of(earlier) == unit_of(later):
            yield Change(earlier, later, "", None, "", (By(times, Relation.TIMES),))


def in_english(passage: StoryText, found: Sequence[Quantity]) -> Iterator[Diagnostic]:
    """What falls by more than it was; parts, shares and averages in English."""
    if len(found) < 1 or not re.search("[A-Za-z]{3}", passage.text):
        return
    text = numbered(passage.text, found)
    for match in _SHRUNK.finditer(text):
        by = found[int(match["n"])]
        if unit_of(by) == "%" and by.value > 100 and not _LOSS.search(passage.text):
            yield shrinks_by_all(by)
    yield from _shares(text, found)
    for match in _SUM.finditer(text):
        parts, total = [found[int(match[name])] for name in "ab"], found[int(match["t"])]
        yield from adds_up(total, parts, is_all=True)
    for match in _LISTED.finditer(text):
        parts, total = [found[int(match[name])] for name in "ab"], found[int(match["t"])]
        nearly = total.value * Decimal("1.3")
        is_listed = match["mark"] == "," and re.search(r": [^.;]*$", text[: match.start()])
        if unit_of(total) == "%" or is_listed:
            continue
        if match["mark"] == ":" or total.value < sum(part.value for part in parts) < nearly:
            yield from adds_up(total, parts, is_all=True)
    for match in (*_LISTED_THREE.finditer(text), *_IN_ALL.finditer(text)):
        parts, total = [found[int(match[name])] for name in "abc"], found[int(match["t"])]
        if unit_of(total) != "%" and len({unit_of(part) for part in parts}) == 1:
            yield from adds_up(total, parts, is_all=True)
    for match in (*_INCLUDE.finditer(text), *_MEDALS.finditer(text)):
        parts, total = [found[int(match[name])] for name in "abc"], found[int(match["t"])]
        if total.value < sum(part.value for part in parts):
            yield from adds_up(total, parts, is_all=True)
    for match in _MEN.finditer(text):
        men, women = found[int(match["a"])], found[int(match["b"])]
        if unit_of(men) == unit_of(women) == "%" and men.value + women.value != 100:
            made = short(men.value + women.value, places_of(women))
            yield doubt(say("figure-share/sum", said=women.said, others=[at(men)], sum=made), women)
    for match in (*_AVERAGE.finditer(text), *_EACH.finditer(text)):
        one, other, said = (found[int(match[name])] for name in "cwa")
        if "%" in (one.unit, other.unit):
            continue
        ratios = [a.value / b.value for a, b in ((one, other), (other, one)) if b.value]
        if not any(abs(said.value - ratio) < last_place(said) for ratio in ratios):
            yield from average_follows(said, max(one, other, key=lambda q: q.value),
                                       min(one, other, key=lambda q: q.value))  # fmt: skip


def _shares(text: str, found: Sequence[Quantity]) -> Iterator[Diagnostic]:
    for pattern in (_SHARE, _OUT_OF, _OF_WHICH, _OF_TOTAL, _OF_THEM):
        for match in pattern.finditer(text):
            whole, part, share = (found[int(match[name])] for name in "wps")
            if unit_of(share) in ("%", FRACTION) and _are_alike(whole, part):
                yield from share_follows(share, whole, part)
    for match in _ALL_OF_IT.finditer(text):
        shares = [found[int(match[name])] for name in "abc"]
        made = sum((share.value for share in shares), Decimal(0))
        slack = sum((last_place(share) for share in shares), Decimal(0)) / 2
        if {unit_of(share) for share in shares} == {"%"} and abs(made - 100) > slack:
            others = [at(share) for share in shares[:-1]]
            said = shares[-1]
            sum_said = short(made, places_of(said))
            yield doubt(say("figure-share/sum", said=said.said, others=others, sum=sum_said), said)
    for match in _NET.finditer(text):
        one, other, net = (found[int(match[name])] for name in "abn")
        if _are_alike(one, other) and unit_of(net) in (unit_of(one), unit_of(other), ""):
            yield from is_net(net, one, other)


def _are_alike(one: Quantity, other: Quantity) -> bool:
    """1,200 workers and 300: what has no unit is of the other's."""
    return unit_of(one) == unit_of(other) or "" in (unit_of(one), unit_of(other))
