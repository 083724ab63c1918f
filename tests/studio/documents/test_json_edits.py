"""Edits of JSON files: the value is another, and nothing else of the file is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from random_json import VALUES, edited, edits, written

from infographic.studio.documents.json_document import JsonDocument
from infographic.studio.documents.same import is_same
from infographic.studio.documents.splices import applied, undone

MARKS = st.sampled_from(["", "\ufeff"])


def opened(text: str, kind: Any = "layout") -> JsonDocument:
    """A document of a text, without its file."""
    return JsonDocument(Path("text.json"), kind, data=text.encode())


@given(data=st.data(), value=VALUES, relaxed=st.booleans(), mark=MARKS)
@settings(deadline=None, max_examples=60)
def test_an_edit_changes_the_value_and_is_undone_to_the_same_bytes(
    data: st.DataObject, value: Any, relaxed: bool, mark: str
) -> None:
    text = mark + data.draw(written(value, relaxed=relaxed))
    document = opened(text, "other" if relaxed else "story")
    document.order = lambda tree, pointer: ()
    assert is_same(document.value(), value, exactly=True), document.faults()
    edit = data.draw(edits(value))
    if edit["op"] == "move" and edit["to"].startswith(edit["pointer"].rpartition("/")[0] + "/"):
        # A list behind the item in its own list is pointed to as it is before.
        want = None
    else:
        want = edited(value, edit)
    change = document.apply(edit)
    assert document.text.startswith(mark)
    if edit["op"] in ("insert", "create", "duplicate"):
        assert not any(one.old for one in change.splices)
    if edit["op"] == "delete":
        assert not any(one.new for one in change.splices)
    if want is not None:
        assert is_same(document.value(), want, exactly=True), (text, edit, document.text)
    assert applied(document.body, undone(change.splices)) == text.removeprefix(mark)
    document.replace(undone(change.splices))
    assert document.text == text
