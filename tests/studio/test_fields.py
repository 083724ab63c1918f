"""What forms are made of: every field of a story has a form, a name and a line of help."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from infographic.foundation.codes import CODES
from infographic.reference import STORY
from infographic.studio.fields import CLASSES, story_fields
from infographic.studio.session.handlers import HANDLERS, forms
from infographic.studio.worker.desk import Desk
from infographic.studio.worker.jobs import lint

WEB = Path(__file__).resolve().parent.parent.parent / "infographic" / "studio" / "web"
OF_DATA = {
    "DataSpec", "ColumnSpec", "PeriodsSpec", "LongSpec", "WideSpec", "GrowthSpec", "ShareSpec",
    "IndexSpec", "WhereSpec", "SortSpec", "TopSpec",
}  # fmt: skip
"""What is done with data has no form: they are shown as a table."""


def words(language: str, name: str) -> dict[str, str]:
    text = (WEB / "words" / language / f"{name}.js").read_text(encoding="utf-8")
    return dict(re.findall(r'^  "([^"]+)":\s*"((?:[^"\\]|\\.)*)",?$', text, re.MULTILINE))


def test_every_class_of_a_story_has_a_form() -> None:
    assert {cls.__name__ for cls in CLASSES} == {cls.__name__ for cls in STORY} - OF_DATA


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_field_has_a_name_and_no_name_is_left_over(language: str) -> None:
    told = words(language, "fields")
    fields = {f"{c}.{f['key']}" for c, cls in story_fields().items() for f in cls["fields"]}
    assert {key.removeprefix("field.") for key in told if key.startswith("field.")} == fields
    helped = {key.removeprefix("help.") for key in told if key.startswith("help.")}
    # English has the line of the class itself.
    assert helped == (fields if language == "zh" else set())
    assert all(told.values())


def test_every_field_has_a_line_of_its_own() -> None:
    bare = [
        f"{name}.{field['key']}"
        for name, cls in story_fields().items()
        for field in cls["fields"]
        if not field["doc"]
    ]
    assert bare == []


def test_every_class_and_every_choice_has_a_word() -> None:
    for language in ("zh", "en"):
        told = words(language, "fields")
        for name, cls in story_fields().items():
            assert f"class.{name}" in told
            for field in cls["fields"]:
                assert {f"choice.{value}" for value in field.get("values", ())} <= set(told)


def test_both_languages_have_the_same_words_of_the_side() -> None:
    assert words("zh", "side").keys() == words("en", "side").keys()


def test_every_word_that_the_side_says_is_there() -> None:
    told = {**words("zh", "side"), **words("zh", "fields")}
    for folder in ("forms", "side", "messages"):
        for file in (WEB / "js" / folder).glob("*.js"):
            for key in re.findall(r'\bt\("([^"]+)"', file.read_text(encoding="utf-8")):
                assert key in told, f"{file.name}: {key}"


def field(cls: str, key: str) -> dict[str, Any]:
    return next(one for one in story_fields()[cls]["fields"] if one["key"] == key)


@pytest.mark.parametrize(
    ("cls", "key", "kind"),
    [
        ("Story", "headline", {"kind": "copy", "required": True}),
        ("Stat", "value", {"kind": "value"}),
        ("Stat", "when", {"kind": "text"}),
        ("Stat", "decimals", {"kind": "number", "whole": True, "least": 0, "most": 9}),
        ("Stat", "icon", {"kind": "icon"}),
        ("Figure", "focus", {"kind": "focus"}),
        ("Chart", "data", {"kind": "data"}),
        ("Chart", "measure", {"kind": "object", "class": "Measure", "or": "copy"}),
        ("Panel", "priority", {"kind": "choice", "values": ["must", "should", "may"]}),
    ],
)
def test_a_field_has_the_kind_of_what_it_holds(cls: str, key: str, kind: dict[str, Any]) -> None:
    assert kind.items() <= field(cls, key).items()


def answer(name: str, studio: Any = None, **message: Any) -> Any:
    """What a handler answers that waits for nothing: Playwright's loop may be running."""
    with pytest.raises(StopIteration) as done:
        getattr(forms, name)(studio, None, message).send(None)
    return done.value.value


def test_every_code_is_shown_under_one_area() -> None:
    assert set(answer("fields")["areas"]) == set(CODES)


def test_a_code_is_explained_and_none_is_not() -> None:
    assert answer("explain", code="overset")["text"] == CODES["overset"].strip()
    assert answer("explain", code="no-such")["text"] == ""


def test_icons_and_kinds_of_chart_are_listed() -> None:
    assert {"name", "zh", "en", "path"} == set(answer("icons")[0])
    devices = {f"device.{name}" for name in answer("devices")}
    assert devices == set(words("zh", "devices")) == set(words("en", "devices"))


def test_handlers_of_forms_are_known() -> None:
    for name in ("fields", "explain", "icons", "devices", "values_at", "place_of"):
        assert HANDLERS[name] == f"forms.{name}"


def test_the_lint_says_each_place_and_its_mend() -> None:
    text = '{"headline": "𠮷林,好", "body": ["共&nbsp;100个"]}'
    given = {"story": "s.json", "text": text}
    found = lint.run(Desk(Path()), given, lambda part: None)["findings"]
    comma = next(one for one in found if one["pointer"] == "/headline" and one["found"] == ",")
    assert (comma["start"], comma["end"], comma["mend"]) == (2, 3, "，")
    html = next(one for one in found if one["code"] == "copy-html")
    assert "共&nbsp;100个"[html["start"] : html["end"]] == html["found"]


class Folder:
    """A studio as far as its files go."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path_of(self, file: str) -> Path:
        return self.root / file

    def text_of(self, path: Path) -> None:
        return None


def test_a_value_is_found_by_its_place_and_its_place_by_the_value(tmp_path: Path) -> None:
    text = '\ufeff{"headline": "a\\nb",\r\n "deck": "c"}'
    (tmp_path / "s.json").write_bytes(text.encode())
    studio = Folder(tmp_path)
    told = answer("place_of", studio, file="s.json", pointer="/deck")
    assert told == {"line": 2, "column": 10}
    found = answer("values_at", studio, file="s.json", places=[[2, 11], [1, 18]])
    assert found == [{"pointer": "/deck", "offset": 0}, {"pointer": "/headline", "offset": 2}]
    assert answer("place_of", studio, file="s.json", pointer="/no") == {"line": 1, "column": 1}
