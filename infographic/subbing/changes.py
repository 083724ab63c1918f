"""Changes that a text states: what was, what is, and by how much or to how many times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from infographic.foundation.datum import Node
from infographic.foundation.late_pattern import late
from infographic.foundation.record import field, record
from infographic.subbing.periods import LONG_AGO, NOW, PERIOD, can_be_base, order_of, period_of
from infographic.subbing.quantities import Quantity, quantities, read_passage
from infographic.subbing.reckoning import unit_of
from infographic.subbing.statements import FROM, Relation, Statement, statements, subject_of

_HYPOTHETIC = late("计划|目标|力争|预计|预期(?!寿命)|将(?!近)|规划|拟|争取|设计")
_REAL = late("生产总值|增加值|GDP|可比")
"""What grows at constant prices, which its printed values do not show."""
_MULTIPLE = late(
    r"(?P<more>[\u4e00-\u9fff]{2,10}?)(?:是|为|相当于|"
    r"达到?)(?P<of>[\u4e00-\u9fff]{2,10}?)的(?:近|约)?$"
)
_FROM_FIRST = late(rf"\s*(?:{FROM.pattern}|{PERIOD.pattern})")
_OF_A_CHANGE = late("(?:幅度?|增速)(?:较|比|同比|环比|进一步)")
"""收窄幅度较上年减少0.08个百分点: how a change itself changed."""
_REACH = 4
"""A state stands at most so many quantities before the one that it is compared with."""


@record(eq=False)
class By:
    """By how much, or to how many times, a change is said to go."""

    quantity: Quantity
    relation: Relation
    rises: bool | None = None


@record(eq=False)
class Change:
    """A change with its two states and what is said of it."""

    earlier: Quantity
    later: Quantity
    word: str
    rises: bool | None
    """What the word says; None where it says neither."""
    subject: str
    by: tuple[By, ...] = ()
    is_spelled_out: bool = True
    """由 A 增至 B, not two states of two times."""


@record(frozen=False)
class _Pair:
    """Two states of one thing, and what is said of their difference; kept while it is read."""

    earlier: Statement
    later: Statement
    is_spelled_out: bool
    by: list[By] = field(default_factory=list)

    def change(self) -> Change:
        turn = self.later if self.later.at > self.earlier.at else self.earlier
        rises = turn.rises if turn.relation is Relation.TO and turn is self.later else None
        subject = self.earlier.subject or self.later.subject
        return Change(
            self.earlier.quantity, self.later.quantity, turn.word, rises, subject, tuple(self.by),
            self.is_spelled_out,
        )  # fmt: skip


def changes(read: Sequence[Statement]) -> Iterator[Change]:
    """The changes that the statements of one passage make.

    By how much is said behind the two states (增长12%), between them (由30户增加50户至80户) or,
    of states that are spelled out, before them.
    """
    pair: _Pair | None = None
    for statement in read:
        is_share = statement.relation is Relation.SHARE and _pair_with(read, statement) is not None
        if not statement.is_state and not is_share:
            if pair is not None and _is_of(statement, pair) and not _is_of_the_earlier(
                statement, pair
            ):  # fmt: skip
                pair.by.append(By(statement.quantity, statement.relation, statement.rises))
            continue
        found = _pair_with(read, statement)
        if found is None and pair is not None and _is_aside(statement, pair):
            continue
        if pair is not None:
            yield pair.change()
        pair = found
        if pair is not None:
            low, high = sorted((pair.earlier.at, pair.later.at))
            before = _run_before(read, low) if pair.is_spelled_out else ()
            between = read[low + 1 : high]
            if not pair.is_spelled_out:
                # 2023年120亿元，增长6%，2024年130亿元: the first growth is of the year before.
                is_late = pair.earlier.at == high
                between = [one for one in between if is_late and (one.base or one.is_on_year)]
            around = [*before, *between]
            pair.by += [
                By(one.quantity, one.relation, one.rises)
                for one in around
                if not one.is_state and _is_of(one, pair)
            ]
    if pair is not None:
        yield pair.change()


def _is_of_the_earlier(said: Statement, pair: _Pair) -> bool:
    """今年5040件，同比增长20%；去年4200件，同比增长6.4%: each has its own growth."""
    return pair.earlier.at > pair.later.at and said.is_rate and any(
        by.quantity.start < pair.earlier.quantity.start and by.rises is not None for by in pair.by
    )  # fmt: skip


def named_multiples(read: Sequence[Statement]) -> Iterator[Change]:
    """新机型航程1.2万公里，旧机型6000公里，新机型是旧机型的2倍: one thing so many times another."""
    for one in read:
        match = _MULTIPLE.search(one.before) if one.relation is Relation.TIMES else None
        if match is None:
            continue
        near = [each for each in read[max(one.at - _REACH, 0) : one.at] if each.is_state]
        more, fewer = (
            [each for each in near if name in each.before and not (
                other in each.before and len(other) >= len(name))]
            for name, other in ((match["more"], match["of"]), (match["of"], match["more"]))
        )  # fmt: skip
        if len(more) == len(fewer) == 1 and more[0].unit == fewer[0].unit:
            by = By(one.quantity, one.relation)
            yield Change(fewer[0].quantity, more[0].quantity, "", None, "", (by,), False)


def _run_before(read: Sequence[Statement], at: int) -> Sequence[Statement]:
    """增长25%，由80万增至100万: what is said of a change before it is spelled out."""
    if (
        at == 0
        or not _FROM_FIRST.match(read[at].before)
        or read[at].subject
        or read[at - 1].sentence != read[at].sentence
    ):
        return ()
    before = read[at - 1]
    return (before,) if before.relation in (Relation.BY, Relation.TIMES) else ()


def _is_aside(statement: Statement, pair: _Pair) -> bool:
    """Whether a state stands within a pair's sentence without ending it: a rate beside amounts."""
    return statement.relation is Relation.BASE and statement.sentence == pair.later.sentence


def _pair_with(read: Sequence[Statement], later: Statement) -> _Pair | None:
    """The pair that a state ends."""
    if later.relation is Relation.FROM and not later.quantity.is_in_range:
        return _from_behind(read, later)
    if later.quantity.is_in_range:
        return None
    before = [
        one for one in read[max(later.at - _REACH, 0) : later.at]
        if (one.is_state or one.relation is Relation.SHARE)
        and later.sentence - one.sentence <= 1 and _is_one_unit(one, later)
        and not one.quantity.is_in_range
    ]  # fmt: skip
    if not before:
        return None
    last = before[-1]
    if later.relation is Relation.BASE:
        if last.relation is Relation.BASE:
            return None
        # 120万, 比去年的100万增加20万: the state compared stands before.
        # Of 男性…人，女性…人 the next sentence compares neither, but both.
        is_one_of_two = len(before) > 1 and before[-2].sentence == last.sentence
        same = last.sentence == later.sentence or not (later.subject or is_one_of_two)
        return _Pair(later, last, True) if same else None
    if _is_measure(read, later) and last.sentence == later.sentence:
        return _Pair(later, last, True)
    if last.relation is Relation.BASE and last.sentence == later.sentence:
        if len(before) > 1 and before[-2].sentence == last.sentence and later.subject:
            return None  # 结婚4.8万对，比上年6万对下降20%，离婚2.1万对
        # 与100万相比，今年的120万; 比100万增长20%，达到120万.
        return _Pair(last, later, True)
    if last.relation is Relation.FROM and last.sentence == later.sentence:
        return _Pair(last, later, True) if later.relation is Relation.TO else None
    is_beside = later.mark in ("（", "(") and last.at == later.at - 1 and not later.subject
    if is_beside and later.period != last.period and order_of(later.period, NOW) < 0:
        return _Pair(later, last, False)  # 36万人次（2023年为24万人次）
    fits = [one for one in before if _are_of_two_times(one, later)]
    if len(fits) > 1:
        fits = [one for one in fits if one.subject and one.subject == later.subject]
    if len(fits) == 1:
        order = order_of(fits[0].period, later.period)
        return _Pair(*((fits[0], later) if order < 0 else (later, fits[0])), False)
    if later.relation is Relation.TO and later.rises is not None and not later.subject and (
        last.at == later.at - 1 and last.sentence == later.sentence
        and last.relation is Relation.STATE and later.mark in ("，", "；")
        and order_of(last.period, later.period) <= 0 and _is_plain(last, later)
    ):  # fmt: skip
        return _Pair(last, later, False)
    return None


def _from_behind(read: Sequence[Statement], start: Statement) -> _Pair | None:
    """比例为91.2%，同比由88.5%上升2.7个百分点: what it rose from stands behind what it is."""
    if not 0 < start.at < len(read) - 1 or start.subject:
        return None
    last, by = read[start.at - 1], read[start.at + 1]
    is_so = (
        (last.relation in (Relation.STATE, Relation.SHARE) or (
            last.relation is Relation.TO and not last.word
        )) and by.relation is Relation.BY
        and not by.mark and last.unit == start.unit and last.sentence == start.sentence
    )  # fmt: skip
    return _Pair(start, last, True) if is_so else None


def _is_measure(read: Sequence[Statement], one: Statement) -> bool:
    """60万元，是去年20万元的3倍: whether the next quantity says how many times this one."""
    after = read[one.at + 1] if one.at + 1 < len(read) else None
    return after is not None and after.before.startswith("的") and (
        after.relation is Relation.TIMES and not one.says("占")
    )  # fmt: skip


def _is_one_unit(one: Statement, other: Statement) -> bool:
    return one.unit == other.unit or not one.unit or not other.unit


def _is_plain(one: Statement, other: Statement) -> bool:
    """Whether both are facts, or both plans."""
    plans = [_HYPOTHETIC.search(each.gap) is not None for each in (one, other)]
    return plans[0] == plans[1] and not other.says("其中") and not one.says("其中")


def _are_of_two_times(one: Statement, other: Statement) -> bool:
    if one.relation is Relation.BASE or not order_of(one.period, other.period):
        return False
    if not one.period.is_as_long_as(other.period):
        return False
    if one.says("新增", "新建", "增量") != other.says("新增", "新建", "增量"):
        return False
    # 手术仅需40分钟，而传统术式要100分钟: set against each other, they are of one thing.
    is_set_against = re.search("而|原先|传统|以往|常规", other.gap) is not None
    # 去年有64支，今年报名80支: of two years side by side a verb is no new subject.
    is_beside = (
        other.at == one.at + 1 and other.sentence == one.sentence and len(other.subject) == 2
        and other.mark in ("，", "；") and {one.period.step, other.period.step} == {0, -1}
        and not other.after.strip() and not one.after.strip()
    )  # fmt: skip
    return _is_plain(one, other) and (
        is_set_against or is_beside or _are_of_one(one.subject, other.subject)
    )


def _are_of_one(one: str, other: str) -> bool:
    """Whether two subjects can be one: the shorter is the other without some of its words."""
    shorter, longer = sorted((one, other), key=len)
    return not shorter or shorter in longer or longer.endswith(shorter)


def _is_of(said: Statement, pair: _Pair) -> bool:
    """Whether a growth can be meant of two states."""
    last = max(pair.earlier.sentence, pair.later.sentence)
    if said.sentence - last > 1 or said.is_yearly or said.says("其中"):
        return False
    if _OF_A_CHANGE.search(said.before):
        return False
    if said.sentence != last and not said.base and not said.is_on_year:
        return False
    if said.is_rate and any(_REAL.search(each.gap) for each in (pair.earlier, pair.later)):
        return False
    if said.relation is Relation.SHARE or not _is_said_of(said, pair):
        return False
    earlier, later = pair.earlier.period, pair.later.period
    base = period_of(said.base)
    if said.relation is Relation.TIMES:
        base = period_of(said.before)
    if said.base and not base and subject_of(said.base):
        return False  # 比全国平均水平高
    if said.is_on_month:
        return earlier.is_part == later.is_part and (earlier.is_part or not earlier)
    if said.is_on_year and (
        earlier.step == LONG_AGO or period_of(pair.earlier.base).step == LONG_AGO
    ):  # fmt: skip
        return False  # 较年初的4400亿元增长5%，同比增长11.2%
    if said.is_on_year:
        if earlier.year is not None and later.year is not None:
            return later.year - earlier.year == 1
        return not (earlier.is_part and earlier.span != later.span and earlier.step is None)
    return (pair.is_spelled_out and not earlier) or can_be_base(base, earlier, later)


def _is_said_of(said: Statement, pair: _Pair) -> bool:
    own = said.subject
    states = (pair.earlier, pair.later)
    if not own or (pair.is_spelled_out and not any(each.subject for each in states)):
        return True
    return any(own in each.subject or own in each.after for each in states)


def stat_changes(story: Node) -> Iterator[Change]:
    """The changes that stats spell out with from and to."""
    for node in story.walk():
        if not isinstance(node.value, dict) or not {"from", "to"} <= set(node.value):
            continue
        ends = [node.value["from"], node.value["to"]]
        if not all(isinstance(end.value, str) for end in ends):
            continue
        before, after = (read_passage(end) for end in ends)
        was, now = quantities(before), quantities(after)
        if not was or not now or not _units_fit(was[-1], now[0]):
            continue
        read = statements(after, now)
        label = node.value.get("label")
        subject = str(label.value) if label is not None else ""
        first = read[0]
        yield Change(
            was[-1], now[0], first.word, first.rises if first.relation is Relation.TO else None,
            subject, tuple(By(one.quantity, one.relation, one.rises)
                           for one in read[1:] if one.relation in (Relation.BY, Relation.TIMES)),
        )  # fmt: skip


def _units_fit(one: Quantity, other: Quantity) -> bool:
    return unit_of(one) == unit_of(other) or not one.unit or not other.unit
