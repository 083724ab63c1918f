"""A file that was changed here and elsewhere: what comes of it can be read, and has both."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from random_json import VALUES, at, edited, edits, written

from infographic.foundation.diagnostics import SpecError
from infographic.studio.documents.history import History
from infographic.studio.documents.json_document import JsonDocument
from infographic.studio.documents.merging import Merge
from infographic.studio.documents.same import is_same


@given(data=st.data(), value=VALUES)
@settings(deadline=None, max_examples=20)
def test_what_was_changed_here_is_put_into_the_text_of_the_file(
    data: st.DataObject, value: Any
) -> None:
    base = data.draw(written(value, relaxed=True))
    document = JsonDocument(Path("text.json"), "other", data=base.encode())
    history = History()
    history.follow(document)
    for _ in range(data.draw(st.integers(1, 3))):
        history.did(document, document.apply(data.draw(edits(document.value()))))
    ours = document.value()
    other = JsonDocument(Path("text.json"), "other", data=base.encode())
    other.apply(data.draw(edits(value)))
    theirs = other.value()
    document.disk.there = other.body.encode
    document.disk_changed()
    merge = Merge(value, ours, theirs)
    want = copy.deepcopy(theirs)
    for edit in merge.edits:
        want = edited(want, edit)
    assert is_same(document.value(), want), (base, ours, theirs)
    if not merge.edits and other.body != base:
        assert document.text == other.text
    places = {one.pointer: one for one in document.conflicts}
    assert places.keys() <= {one.pointer for one in merge.clashes}
    for pointer, one in places.items():
        assert is_same(at(want, pointer), one.ours if one.stands == "ours" else one.theirs)
        history.did(document, document.take_theirs(pointer))
    merged = document.text
    undone = 0
    while history.next_undo:
        try:
            history.undo()
            undone += 1
        except SpecError as error:
            assert error.diagnostics[0].code == "undo-overtaken"
        assert not document.faults()
    for _ in range(undone):
        history.redo()
    assert document.text == merged
