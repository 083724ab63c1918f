"""Long texts, and texts read before, are read faster and come to the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from infographic.foundation.datum import Source
from infographic.foundation.diagnostics import SpecError
from infographic.loading.reading import reader
from infographic.loading.reading.source import read_file, read_json

ODD = (
    "007", "1,234", "12%", "“a”", "'a'", "True", "NaN", "-.5", "[1 2", "[1;2]", "1e999", '"a\tb"',
    '"a" "b"', "[,]", "{]", '"\\q"', "1 // b\n", "/* c */ 1", "１２", "\u3000 1", "[1}", '"open',
)  # fmt: skip


def whole(text: str) -> tuple[object, list[str]]:
    """All nodes of a text with their places, or all that is said of it."""
    try:
        nodes = read_json(Source("story.json", text), relaxed=True).walk()
        return [(type(node.value), node.plain(), node.origin) for node in nodes], []
    except SpecError as error:
        return None, [f"{d.code} {d.origin} {d.message}" for d in error.diagnostics]


def test_long_texts_are_read_as_short_ones_are(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = '[\n ["2024-06-30", -1.5e3, 0, true, null] ,["县\\n", 12,],[], [[1] ,{"a":[2]}]\n]'
    texts = [rows, *(f'{{"rows": [[1, "a"], [{text}, 2]]}}' for text in ODD)]
    texts += ODD
    short = [whole(text) for text in texts]
    monkeypatch.setattr(reader, "LONG", -1)
    assert [whole(text) for text in texts] == short
    assert short[0][0] is not None


def test_a_story_that_has_not_changed_is_the_same_tree(tmp_path: Path) -> None:
    file = tmp_path / "story.json"
    file.write_text('{"headline": "大事"}')
    first = read_file(file, relaxed=False)
    assert read_file(file, relaxed=False) is first
    file.write_text('{"headline": "小事"}')
    assert read_file(file, relaxed=False).plain() == {"headline": "小事"}
