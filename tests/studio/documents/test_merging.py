"""Three versions of a value come to one."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_json import VALUES, edited, edits

from infographic.studio.documents.merging import Merge, Row
from infographic.studio.documents.same import is_same


def merged(base: Any, ours: Any, theirs: Any) -> tuple[Any, list[str]]:
    merge = Merge(base, ours, theirs)
    value = copy.deepcopy(theirs)
    for edit in merge.edits:
        value = edited(value, edit)
    return value, [one.pointer for one in merge.clashes]


@given(data=st.data(), base=VALUES)
@settings(deadline=None, max_examples=30)
def test_what_one_alone_changed_is_taken_whole(data: st.DataObject, base: Any) -> None:
    ours = edited(base, data.draw(edits(base)))
    ours = edited(ours, data.draw(edits(ours)))
    assert is_same(merged(base, ours, base)[0], ours)
    for args in ((base, ours, base), (base, base, ours), (base, ours, ours)):
        value, clashes = merged(*args)
        assert clashes == []
        assert is_same(value, ours)


@given(data=st.data(), base=VALUES)
@settings(deadline=None, max_examples=30)
def test_what_both_changed_can_be_made_and_each_clash_is_at_a_value(
    data: st.DataObject, base: Any
) -> None:
    from random_json import at

    ours = edited(base, data.draw(edits(base)))
    theirs = edited(base, data.draw(edits(base)))
    merge = Merge(base, ours, theirs)
    value, _ = merged(base, ours, theirs)
    for clash in merge.clashes:
        stands = clash.ours if clash.stands == "ours" else clash.theirs
        assert is_same(at(value, clash.pointer), stands)


@pytest.mark.parametrize(
    ("ours", "theirs", "want", "clashes"),
    [
        ("Abcd", "abCd", "AbCd", []),
        ("abxcd", "abcyd", "abxcyd", []),
        ("xabcd", "yabcd", "yxabcd", []),
        ("xabcd", "xabcd", "xabcd", []),
        ("acd", "abcD", "acD", []),
        ("aBcd", "abcd!", "aBcd!", []),
        ("xaBcd", "xabcd!", "xaBcd!", []),
        ("aBcd", "acd", "aBcd", ["/1"]),
        ("acd", "aBcd", "aBcd", ["/1"]),
        ("aXcd", "aYcd", "aXcd", ["/1"]),
        ("", "abcd!", "!", []),
        ("aXbcd", "cd", "Xcd", []),
    ],
)
def test_items_of_lists_are_followed_where_they_went(
    ours: str, theirs: str, want: str, clashes: list[str]
) -> None:
    value, told = merged(list("abcd"), list(ours), list(theirs))
    assert ("".join(value), told) == (want, clashes)


def test_cells_of_a_row_keep_their_columns() -> None:
    base, ours, theirs = Row(["0", "0", "1"]), Row(["0", "5", "1"]), Row(["7", "0", "0"])
    assert merged(base, ours, theirs) == (["7", "5", "0"], [])


def test_an_item_that_is_changed_while_another_is_put_before_it_stays_one() -> None:
    base = [{"v": 1, "w": 1}, {"v": 2}]
    value, clashes = merged(
        base, [{"v": 1, "w": 5}, {"v": 2}], [{"v": 0}, {"v": 1, "w": 1}, {"v": 3}]
    )
    assert (value, clashes) == ([{"v": 0}, {"v": 1, "w": 5}, {"v": 3}], [])
