"""Whatever stands in a cell is words: printed as typed, never a mark, a directive or a way out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from template_desk import row, rows, template, told

from infographic import story
from infographic.batch.template import binding
from infographic.batch.template.checking import faults_of
from infographic.batch.template.reading import read_template
from infographic.batch.template.words import PLAIN_FIELDS
from infographic.foundation.datum import BUILT_IN, Node
from infographic.foundation.diagnostics import SpecError, errors
from infographic.foundation.record import is_record
from infographic.text.markup import read_markup
from infographic.text.strays import IGNORABLE, as_set
from infographic.text.written import house_figures

MARKS = ("*", "**", "{", "}", "\\", "{{", "}}", "{{b}}", "{?", "?}", "??}", "{~", "~}", "{_",
         "{^2}", "{汉|hàn}", "|", "?", "!", ".", "~", "_", "=", "^", "$", "\\*", "\n", "\t", "\r",
         "\u2028", "{\"$row\": \"b\"}", "../", "//", "１", "⽂", "\u200b",
         "\ufeff", " ", "　")  # fmt: skip
"""What marks are made of, and what stands in tables."""
CELLS = st.lists(
    st.sampled_from(MARKS)
    | st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=4),
    max_size=8,
).map("".join)


def printed(text: str) -> str:
    """What a text prints; no mark of it is wrong."""
    copy, faults = read_markup(text, BUILT_IN)
    assert errors(faults) == ()
    return "".join(span.text for span in copy.spans)


def as_it_prints(words: str) -> str:
    """Words without any mark, by the house's rules for all words: a blank for each row of blanks
    that is no line's end, other programs' line ends, figures of half width, no radicals."""
    blanks = re.sub("[\t\r\f\v]+", " ", words).replace("\u2028", "\n").replace("\u2029", "\n")
    return as_set(house_figures(blanks)[0])


AROUND = ("前{}后", "**{}5**", "{{~前{}~}}", "{{?前{}?}}吗", "{{?{}?}}吗", "{{={}a=}}", "5{}")


def bare(template: str) -> str:
    """A text without the marks that a template has in it."""
    return re.sub(r"\*\*|\{\{[~?!=_]|[~?!=_]\}\}", "", template)


@settings(max_examples=40)
@example(cell="?b")
@given(cell=CELLS.filter(lambda one: one.strip() != "" and as_set(one).strip() != ""))
@pytest.mark.parametrize("around", AROUND)
def test_a_cell_in_a_text_prints_as_it_was_typed(around: str, cell: str) -> None:
    text = {"headline": around.format("{{a}}")}
    made = template(json.dumps(text)).maker(row({"a": cell, "b": "x"}))
    found, wanted = printed(told(made)["headline"]), as_it_prints(bare(around).format(cell))
    assert _same(found, wanted)


def _same(found: str, wanted: str) -> bool:
    """The same ink: blanks at a text's ends, and what is set as nothing beside a mark, may go."""
    return _INKLESS.sub("", found) == _INKLESS.sub("", wanted)


_INKLESS = re.compile(rf"[\s{IGNORABLE}]")


@given(cell=CELLS)
def test_no_cell_changes_a_story_s_structure(cell: str) -> None:
    text = {"headline": "a{{a}}", "body": [{"$row": "a", "default": "x"}], "kicker": "b"}
    made = template(json.dumps(text)).maker(row({"a": cell or None, "b": "x"}))
    try:
        story = told(made)
    except SpecError as error:
        assert {one.code for one in error.diagnostics} == {"row-empty"}
        return
    assert isinstance(story, dict)
    assert [*story] == ["headline", "body", "kicker"]
    assert [type(one) for one in story["body"]] == [str]


@pytest.mark.parametrize("cell", [
    {"$row": "b"}, {"$include": "x.json"}, [{"lead": "x"}], [["a"], {"image": "x.png"}],
])  # fmt: skip
def test_no_object_of_a_cell_gets_into_a_story(cell: Any) -> None:
    made = template('{"body": {"$row": "a"}}').maker(row({"a": cell, "b": "x"}))
    with pytest.raises(SpecError, match="no template has written"):
        made.story()


def test_a_directive_in_a_cell_is_words() -> None:
    made = template('{"a": "{{a}}", "b": {"$row": "a"}}').maker(row({"a": "{{b}}$row", "b": "x"}))
    assert told(made) == {"a": r"\{\{b\}\}$row", "b": r"\{\{b\}\}$row"}


@pytest.mark.parametrize("name", [
    "../secret.png", "/etc/passwd", "a/../../secret.png", "file:///etc/passwd",
    "https://example.org/a.png", "s3://bucket/a.png", "C:\\secret.png", "a\x00.png",
])  # fmt: skip
def test_no_cell_opens_a_file_elsewhere(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.png").write_bytes(b"\x89PNG")
    home = tmp_path / "desk"
    home.mkdir()
    (home / "t.json").write_text(
        '{"headline": "x", "figures": [{"image": {"$row": "a"}}]}', encoding="utf-8"
    )
    found = faults_of(read_template(str(home / "t.json")), rows({"a": name}))
    assert [one.code for one in found] in (
        ["file-outside"],
        ["image-missing"],
        ["image-unreadable"],
    )
    assert found[0].origin.source.name == "counties.csv", "and it is said at its cell"


def test_a_plain_field_has_its_words_without_escapes() -> None:
    text = '{"unit": {"$row": "a"}, "icon": "{{a}}", "data": {"rows": [[{"$row": "a"}]]}}'
    story = told(template(text).maker(row({"a": "*a"})))
    assert story == {"unit": "*a", "icon": "*a", "data": {"rows": [["*a"]]}}


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The nodes of a template that are looked at."""
    seen: list[str] = []
    was = binding._Binder.value

    def value(self: Any, node: Node, pointer: str, field: str, item: Node | None) -> Any:
        seen.append(pointer)
        return was(self, node, pointer, field, item)

    monkeypatch.setattr(binding._Binder, "value", value)
    yield seen
    monkeypatch.undo()


def test_a_row_costs_its_template_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    one = template(json.dumps({"body": [f"{{{{a}}}}{n}" for n in range(20)]}))
    counts = []
    for columns in (1, 400):
        cells = {"a": "x"} | {f"c{n}": n for n in range(columns)}
        with counted(monkeypatch) as seen:
            one.maker(row(cells)).story()
        counts.append(len(seen))
    assert counts == [22, 22]


def test_the_fields_without_marks_are_those_of_the_story_s_classes() -> None:
    """`PLAIN_FIELDS` is a list, so that a batch decodes no class to know it."""
    kinds: dict[str, set[str]] = {}
    for module in iter_modules(story.__path__):
        own = import_module(f"infographic.story.{module.name}")
        for made in vars(own).values():
            # `Pieces` is what a stat is taken apart into, and in no file.
            is_own = isinstance(made, type) and made.__module__ == own.__name__
            if is_own and is_record(made) and made.__name__ != "Pieces":
                for name, kind in made.__annotations__.items():
                    kinds.setdefault(name.rstrip("_"), set()).add(str(kind))
    marked = {name for name, every in kinds.items() if any("Copy" in one for one in every)}
    assert marked.isdisjoint(PLAIN_FIELDS)
    texts = {name for name, every in kinds.items() if {"str", "IconName"} & every}
    assert texts - marked - PLAIN_FIELDS <= {"own_approval"}, "a map's own, which no story says"
    assert kinds.keys() >= PLAIN_FIELDS
