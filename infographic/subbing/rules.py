"""核数: everything doubtful about a story's numbers, each doubt with both places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Context, localcontext
from itertools import combinations

from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic
from infographic.subbing.changes import (
    Change,
    changes,
    directions_agree,
    grown_by_or_to,
    growths_beside,
    growths_follow,
    stat_changes,
)
from infographic.subbing.doubts import at, doubt
from infographic.subbing.quantities import Quantity, passages, quantities
from infographic.subbing.reckoning import can_be_one, is_slip, measure_of, unit_of
from infographic.subbing.references import figures_exist
from infographic.subbing.subjects import (
    Mention,
    as_end_of_change,
    is_one_time,
    latin_words,
    mentions,
    shared_subject,
)
from infographic.subbing.totals import panels_add_up, parts_add_up, shares_are_shares

_EXACT = Context(prec=80)
"""Enough for the longest number at the largest magnitude."""


def doubtful_figures(story: Node) -> list[Diagnostic]:
    """Everything doubtful about a story's numbers: warnings, and a note for an unmentioned figure.

    Each stands at the number that is most likely wrong (of two statements the later) and names the
    places of the others in its message.
    """
    with localcontext(_EXACT):
        return list(dict.fromkeys(_doubts(story)))


def _doubts(story: Node) -> Iterator[Diagnostic]:
    texts = list(passages(story))
    found = [(passage, quantities(passage)) for passage in texts]
    found = [(passage, own) for passage, own in found if own]
    stated = [change for passage, own in found for change in changes(passage, own)]
    spelled_out = list(stat_changes(story))
    yield from stated_twice_alike(_mentions([own for _, own in found], stated, spelled_out))
    for change in [*stated, *spelled_out]:
        yield from directions_agree(change)
        yield from growths_follow(change)
    for passage, own in found:
        for rule in (growths_beside, grown_by_or_to, parts_add_up, shares_are_shares):
            yield from rule(passage, own)
    yield from panels_add_up(story, {passage.pointer: own for passage, own in found})
    yield from figures_exist(story, texts)


def _mentions(
    found: Sequence[Sequence[Quantity]], stated: Sequence[Change], spelled_out: Sequence[Change]
) -> list[Mention]:
    """Every quantity with its subject; the states of a change are said of what changes."""
    states = {q: (change, q is change.earlier) for change in stated
              for q in (change.earlier, change.later)}  # fmt: skip
    # A stat's from and to are passages too; its label is their subject.
    labelled = {
        (q.passage.pointer, q.start): (change, q is change.earlier)
        for change in spelled_out for q in (change.earlier, change.later)
    }  # fmt: skip
    every = []
    for own in found:
        for mention in mentions(own):
            q = mention.quantity
            state = states.get(q) or labelled.get((q.passage.pointer, q.start))
            if q.is_in_range:
                continue
            if state is not None:
                mention = as_end_of_change(mention, state[0].subject, state[1])
            every.append(mention)
    return every


def stated_twice_alike(every: Sequence[Mention]) -> Iterator[Diagnostic]:
    """The same quantity has the same value wherever it is stated."""
    by_measure: dict[str, list[Mention]] = defaultdict(list)
    for mention in every:
        if mention.role != "difference":
            by_measure[measure_of(mention.quantity)[0]].append(mention)
    for alike in by_measure.values():
        for one, other in combinations(alike, 2):
            if not _differ(one, other):
                continue
            first, second = one.quantity, other.quantity
            is_jump = first.digits.lstrip("+") == second.digits.lstrip("+")
            yield doubt(
                "figure-unit-jump" if is_jump else "figure-differs", second,
                f"“{second.said}” here and {at(first)} seem to state the same quantity",
                "make them agree, or word them so that a reader sees that they are two quantities",
            )  # fmt: skip


SLIP, EQUAL = 3, 4
"""So many shared Han make one subject: of numbers like a slip, and of all the words being alike."""


def _differ(one: Mention, other: Mention) -> bool:
    first, second = one.quantity, other.quantity
    if one.role != other.role or (first.value == second.value and first.unit == second.unit):
        return False
    if unit_of(first) != unit_of(second) and first.digits != second.digits:
        return False
    # What costs most is asked last: every pair of a story's quantities comes here.
    return _state_one_thing(one, other) and not can_be_one(first, second)


def _state_one_thing(one: Mention, other: Mention) -> bool:
    first, second = one.quantity, other.quantity
    if one.kinds != other.kinds:
        return False
    slip = is_slip(first, second)
    if not is_one_time(one, other, slip):
        return False
    if (not first.unit and not second.unit) or (one.words and other.words):
        return slip and _is_one_noun(one, other)
    shared = shared_subject(one, other)
    if shared is None:
        return False
    words, are_all = shared
    if slip:
        return len(words) >= (2 if are_all else SLIP)
    if unit_of(first) == "%" and _one_digit_wrong(first, second) and len(words) > EQUAL:
        return first.passage is not second.passage
    return are_all and len(words) >= EQUAL and first.passage is not second.passage


def _one_digit_wrong(one: Quantity, other: Quantity) -> bool:
    """80% and 88%: too short for a slip of any amount, but a rate has few digits."""
    pairs = list(zip(one.digits, other.digits, strict=False))
    return len(one.digits) == len(other.digits) == 2 and sum(a != b for a, b in pairs) == 1


def _is_one_noun(one: Mention, other: Mention) -> bool:
    """Latin words: what is counted follows the number; a sum of money shares its sentence."""
    before = (_before(one), _before(other))
    if before[0] - before[1] and before[1] - before[0]:
        # The north yard, the south yard.
        return False
    noun = _next_word(one.quantity)
    if noun and noun == _next_word(other.quantity):
        return True
    return bool(one.quantity.unit) and len(one.words & other.words) >= 2


def _next_word(quantity: Quantity) -> str:
    """The noun behind a number: “alliances” of 2,300 alliances."""
    text = re.split(r"[.,;:!?]", quantity.passage.text[quantity.end :], maxsplit=1)[0]
    return next(iter(latin_words(text)), "")


def _before(mention: Mention) -> frozenset[str]:
    """The Latin words that stand before the number in its sentence."""
    text = mention.quantity.passage.text[: mention.quantity.start]
    return frozenset(latin_words(re.split(r"[.;?!]\s", text)[-1]))
