"""Undo and redo: over documents, strokes, and what others change meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_json import VALUES, edits, written

from infographic.foundation.diagnostics import SpecError
from infographic.foundation.limits import using_limits
from infographic.studio.documents.commuting import SamePlaceError, after, exchanged
from infographic.studio.documents.differing import difference
from infographic.studio.documents.history import History
from infographic.studio.documents.json_document import JsonDocument
from infographic.studio.documents.splices import Splice, applied

TEXT = '{\n  "a": 6,\n  "b": "中",\n  "c": [1, 2]\n}\n'


def opened(folder: Path, text: str = TEXT, name: str = "story.json") -> JsonDocument:
    (folder / name).write_text(text, encoding="utf-8", newline="")
    return JsonDocument.open(folder / name, "other")


def put(
    document: JsonDocument, history: History, pointer: str, value: Any, stroke: str = ""
) -> None:
    edit = {"op": "set", "pointer": pointer, "value": value}
    history.did(document, document.apply(edit), stroke)


def change_on_disk(document: JsonDocument, old: str, new: str) -> None:
    text = document.path.read_text(encoding="utf-8")
    assert old in text
    document.path.write_text(text.replace(old, new), encoding="utf-8", newline="")
    document.disk_changed()


def test_steps_are_undone_and_made_again_over_two_documents(tmp_path: Path) -> None:
    one, other, history = opened(tmp_path), opened(tmp_path, name="b.json"), History()
    put(one, history, "/a", 7)
    put(other, history, "/b", "二")
    history.undo()
    assert (one.value()["a"], other.text) == (7, TEXT)
    step = history.undo()
    assert (one.text, step and step.pointer) == (TEXT, "/a")
    assert history.undo() is None
    history.redo()
    history.redo()
    assert (one.value()["a"], other.value()["b"]) == (7, "二")


def test_a_step_is_named_in_both_languages(tmp_path: Path) -> None:
    document, history = opened(tmp_path), History()
    put(document, history, "/a", 7)
    step = history.next_undo
    assert step is not None
    assert (step.named("zh"), step.named("en")) == ("改 /a", "change /a")


def test_a_stroke_is_one_step_and_another_field_ends_it(tmp_path: Path) -> None:
    document, history = opened(tmp_path), History()
    for words in ("中国", "中国人", "中国"):
        put(document, history, "/b", words, "s1")
    put(document, history, "/a", 8, "s2")
    put(document, history, "/b", "丙", "s1")
    assert history.next_undo is not None
    history.undo()
    assert document.value()["b"] == "中国"
    history.undo()
    assert history.next_undo is not None
    assert history.next_undo.splices == (Splice(TEXT.index('"中"'), '"中"', '"中国"'),)
    history.undo()
    assert document.text == TEXT


def test_a_new_step_ends_what_can_be_made_again(tmp_path: Path) -> None:
    document, history = opened(tmp_path), History()
    put(document, history, "/a", 7)
    history.undo()
    put(document, history, "/b", "二")
    assert history.next_redo is None


def test_the_oldest_steps_go_where_there_are_too_many(tmp_path: Path) -> None:
    document, history = opened(tmp_path), History()
    with using_limits({"undo-steps": 3}):
        for number in range(6):
            put(document, history, "/a", 100 + number)
    while history.undo():
        pass
    assert document.value()["a"] == 102
    with using_limits({"undo-characters": 50}):
        for number in range(100):
            put(document, history, "/a", 100 + number)
    steps = 0
    while history.undo():
        steps += 1
    assert steps == 8


def test_what_others_change_elsewhere_stays_when_a_step_is_undone(tmp_path: Path) -> None:
    document, history = opened(tmp_path), History()
    history.follow(document)
    put(document, history, "/a", 70)
    put(document, history, "/c/1", 20)
    document.save()
    change_on_disk(document, '{\n  "a"', '{\n  "new": [0],\n  "a"')
    change_on_disk(document, "中", "中国")
    history.undo()
    history.undo()
    want = TEXT.replace('{\n  "a"', '{\n  "new": [0],\n  "a"').replace("中", "中国")
    assert document.text == want
    history.redo()
    history.redo()
    assert document.text == want.replace("6", "70").replace("2]", "20]")


@pytest.mark.parametrize(("old", "new"), [("70", "701"), ("70", "7"), ("70", '"x"'), ("70", "170")])
def test_a_step_whose_place_others_changed_is_refused_by_name(
    tmp_path: Path, old: str, new: str
) -> None:
    document, history = opened(tmp_path), History()
    history.follow(document)
    put(document, history, "/b", "二")
    put(document, history, "/a", 70)
    document.save()
    change_on_disk(document, old, new)
    before = document.text
    with pytest.raises(SpecError, match="undo-overtaken") as caught:
        history.undo()
    assert "/a" in caught.value.diagnostics[0].message
    assert document.text == before
    history.undo()
    assert document.text == TEXT.replace("6", new)


def test_what_lies_below_a_step_that_was_overtaken_follows_further_changes(tmp_path: Path) -> None:
    document, history = opened(tmp_path), History()
    history.follow(document)
    put(document, history, "/b", "二")
    put(document, history, "/a", 70000)
    document.save()
    change_on_disk(document, "70000", "1")
    change_on_disk(document, '{\n  "a"', '{\n  "new": [0],\n  "a"')
    with pytest.raises(SpecError):
        history.undo()
    history.undo()
    assert document.value() == {"new": [0], "a": 1, "b": "中", "c": [1, 2]}


def test_a_stroke_that_goes_on_after_an_undo_is_another_step(tmp_path: Path) -> None:
    document, history = opened(tmp_path), History()
    put(document, history, "/b", "一", "s")
    history.undo()
    history.redo()
    put(document, history, "/b", "二", "s")
    history.undo()
    assert document.value()["b"] == "一"


def test_what_was_undone_is_not_made_again_over_the_words_of_others(tmp_path: Path) -> None:
    document, history = opened(tmp_path), History()
    history.follow(document)
    put(document, history, "/a", 70)
    history.undo()
    change_on_disk(document, "6", "8")
    with pytest.raises(SpecError, match="undo-overtaken"):
        history.redo()
    assert document.value()["a"] == 8


SPLICES = st.tuples(st.integers(0, 12), st.integers(0, 4), st.text("ab,", max_size=3))


@st.composite
def changes(draw: st.DrawFn, text: str) -> tuple[Splice, ...]:
    found = []
    for at, length, new in draw(st.lists(SPLICES, max_size=3)):
        at = min(at, len(text))
        found.append(Splice(at, text[at : at + length], new))
        text = applied(text, found[-1:])
    return tuple(found)


@given(data=st.data())
@settings(deadline=None, max_examples=80)
def test_changes_of_different_places_come_to_the_same_in_either_order(data: st.DataObject) -> None:
    text = "one,two,three"
    first = data.draw(changes(text))
    then = data.draw(changes(applied(text, first)))
    try:
        earlier, later = exchanged(first, then)
    except SamePlaceError:
        return
    assert applied(applied(text, earlier), later) == applied(applied(text, first), then)
    other = data.draw(changes(text))
    try:
        moved, others = after(first, other)
    except SamePlaceError:
        return
    assert applied(applied(text, other), moved) == applied(applied(text, first), others)


@given(data=st.data(), value=VALUES)
@settings(deadline=None, max_examples=20)
def test_many_steps_are_undone_to_the_same_bytes_and_made_again(
    data: st.DataObject, value: Any
) -> None:
    text = data.draw(written(value, relaxed=True))
    document = JsonDocument(Path("text.json"), "other", data=text.encode())
    history = History()
    for _ in range(data.draw(st.integers(1, 4))):
        edit = data.draw(edits(document.value()))
        history.did(document, document.apply(edit), data.draw(st.sampled_from(["", "s"])))
    made = document.text
    while history.undo():
        pass
    assert document.text == text
    while history.redo():
        pass
    assert document.text == made


@given(one=st.text("ab\n ", max_size=30), other=st.text("ab\n ", max_size=30))
def test_a_difference_makes_one_text_of_another(one: str, other: str) -> None:
    assert applied(one, difference(one, other)) == other
