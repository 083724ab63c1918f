"""核数: everything doubtful about a story's numbers, each doubt with both places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Context, localcontext

from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic, warned
from infographic.foundation.limits import TABLE, Budget, OverLimitError, most
from infographic.foundation.sayings import say
from infographic.subbing.averages import averages_follow, nets_follow
from infographic.subbing.changes import Change, changes, named_multiples, stat_changes
from infographic.subbing.dates import dates_agree
from infographic.subbing.english import changes_in_english, in_english
from infographic.subbing.growths import (
    directions_agree,
    grown_by_or_to,
    growths_beside,
    growths_follow,
    ranks_agree,
)
from infographic.subbing.lists import lists_are_complete
from infographic.subbing.quantities import IN_WORDS, Quantity, StoryText, measures, passages
from infographic.subbing.ratios import ratios_follow
from infographic.subbing.references import figures_exist
from infographic.subbing.shares import shares_are_shares
from infographic.subbing.stated_twice import stated_twice_alike
from infographic.subbing.statements import statements
from infographic.subbing.subjects import Mention, as_end_of_change, mentions
from infographic.subbing.totals import panels_add_up, parts_add_up
from infographic.subbing.wholes import shares_add_up

_EXACT = Context(prec=80)
"""Enough for the longest number at the largest magnitude."""


def doubtful_figures(story: Node) -> list[Diagnostic]:
    """Everything doubtful about a story's numbers: warnings, and a note for an unmentioned figure.

    Each stands at the number that is most likely wrong (of two statements the later) and names the
    places of the others in its message.
    """
    with localcontext(_EXACT):
        # By what it says: of a story without lines all doubts of a text have one place.
        said = {(d.saying.key, d.origin, str(d.saying.values)): d for d in _doubts(story)}
        return list(said.values())


def _doubts(story: Node) -> Iterator[Diagnostic]:
    unread: list[Diagnostic] = []
    texts, measured = _measured(story, unread)
    yield from unread
    read = [statements(passage, own) for passage, own in measured]
    stated = [[*changes(own), *named_multiples(own)] for own in read]
    for own, (passage, found) in zip(stated, measured, strict=True):
        own += changes_in_english(passage, found)
    spelled_out = list(stat_changes(story))
    counted = [[q for q in own if q.unit not in IN_WORDS] for _, own in measured]
    every = [change for own in stated for change in own]
    yield from stated_twice_alike(_mentions(counted, every, spelled_out))
    for change in [*every, *spelled_out]:
        yield from directions_agree(change)
        yield from growths_follow(change)
    for (passage, _), parsed, changed in zip(measured, read, stated, strict=True):
        yield from growths_beside(parsed)
        yield from averages_follow(parsed)
        yield from nets_follow(parsed, _spoken_of(changed))
        yield from grown_by_or_to(parsed, changed)
        yield from parts_add_up(parsed)
        yield from shares_are_shares(parsed)
        yield from shares_add_up(parsed)
        yield from ratios_follow(passage, parsed)
    for passage, found in measured:
        yield from in_english(passage, found)
    for passage in texts:
        yield from lists_are_complete(passage)
        yield from dates_agree(passage)
        if "第" in passage.text:
            yield from ranks_agree(passage)
    yield from panels_add_up(story, {passage.pointer: own for passage, own in measured})
    yield from figures_exist(story, texts)
    if isinstance(story.value, dict) and not {"charts", "tables"}.isdisjoint(story.value):
        # Late: few stories have data.
        from infographic.subbing.data.rules import doubtful_data

        yield from doubtful_data(story, counted)


def _measured(
    story: Node, unread: list[Diagnostic]
) -> tuple[list[StoryText], list[tuple[StoryText, list[Quantity]]]]:
    """A story's texts, and those of them that have quantities with these; as far as limits allow,
    and what is said of the rest."""
    words, figures = Budget("checked-characters"), Budget("figures")
    texts: list[StoryText] = []
    measured: list[tuple[StoryText, list[Quantity]]] = []
    for passage in passages(story):
        try:
            words.spend(len(passage.text))
            own = measures(passage)
            figures.spend(len(own))
        except OverLimitError as error:
            said = say("figures-unread", most=most(error.name), of=TABLE[error.name].of,
                       limit=error.name)  # fmt: skip
            unread.append(warned(said, passage.origin))
            break
        texts.append(passage)
        if own:
            measured.append((passage, own))
    return texts, measured


def _spoken_of(changed: Sequence[Change]) -> frozenset[Quantity]:
    """What is said of changes whose states are named: it is reckoned from them."""
    return frozenset(by.quantity for change in changed for by in change.by)


def _mentions(
    found: Sequence[Sequence[Quantity]], stated: Sequence[Change], spelled_out: Sequence[Change]
) -> list[Mention]:
    """Every quantity with its subject; the states of a change are said of what changes."""
    states = {q: (change, q is change.earlier) for change in stated if change.is_spelled_out
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
