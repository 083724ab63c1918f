"""The catalogue of what the program says, held against every place that says something."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

from infographic.foundation.codes import CODES
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, nearest
from infographic.foundation.sayings import LANGUAGES, Value, _sentences, say
from infographic.foundation.sayings.writer import Writer

PACKAGE = Path(__file__).parents[2] / "infographic"
SHARED = ("phrase", "mend", "graphic-refuses", "graphic-suits")
"""What a key begins with that is no diagnostic's."""


def names_in(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@cache
def calls() -> tuple[tuple[str, str, frozenset[str] | None], ...]:
    """Every `say(…)`: where it stands, a key it may have, its values (None: a `**` is there)."""
    return tuple(
        found
        for file in sorted(PACKAGE.rglob("*.py"))
        if "say(" in (text := file.read_text(encoding="utf-8"))
        for found in _calls_in(ast.parse(text), file)
    )


def _calls_in(tree: ast.Module, file: Path) -> Iterator[tuple[str, str, frozenset[str] | None]]:
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        if node.func.id != "say" or not node.args:
            continue
        place = f"{file.relative_to(PACKAGE)}:{node.lineno}"
        names = [keyword.arg for keyword in node.keywords]
        known = None if None in names else frozenset(name for name in names if name)
        for key in _keys(node.args[0], place):
            yield place, key, known


def _keys(node: ast.expr, place: str) -> Iterator[str]:
    """The keys that an argument may come to: a text, or texts chosen between."""
    if isinstance(node, ast.IfExp):
        yield from _keys(node.body, place)
        yield from _keys(node.orelse, place)
        return
    assert isinstance(node, ast.Constant), f"{place}: a key is written out where it is said"
    assert isinstance(node.value, str)
    yield node.value


def test_what_is_said_stands_in_the_catalogue() -> None:
    unknown = [f"{place}: {key}" for place, key, _ in calls() if key not in _sentences("en")]
    assert calls()
    assert unknown == []


def test_a_sentence_is_given_the_values_that_it_names_and_no_others() -> None:
    wrong = []
    for place, key, given in calls():
        named = {name for part in _sentences("en").get(key, ()) for name in names_in(part)}
        # A limit is named for the reader, on a line of its own.
        if given is not None and given - {"limit"} != named:
            wrong.append(f"{place}: {key} names {sorted(named)}, given {sorted(given)}")
    assert wrong == []


def test_every_sentence_of_the_catalogue_is_said_somewhere() -> None:
    assert sorted(set(_sentences("en")) - {key for _, key, _ in calls()}) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_stands_in_one_area_only(language: str) -> None:
    areas = import_module(f"infographic.foundation.sayings.{language}").AREAS
    keys = Counter(key for area in areas for key in area)
    assert [key for key, times in keys.items() if times > 1] == []


def test_a_key_is_a_code_that_can_be_explained() -> None:
    codes = {key.partition("/")[0] for key in _sentences("en")} - set(SHARED)
    assert sorted(codes - set(CODES)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_is_whole(language: str) -> None:
    """Nothing is put before or behind it: no space and no comma at an end."""
    cut = [
        key
        for key, sentences in _sentences(language).items()
        for sentence in sentences
        if sentence != sentence.strip(" ,;") or "\n" in sentence
    ]
    assert cut == []


def value_for(spec: str) -> Value:
    if spec.startswith(("join ", "list ")):
        return ("甲", "乙")
    return 2 if spec and spec != "term" else "甲"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unit", ["pt", "px"])
def test_a_sentence_can_be_written(language: str, unit: str) -> None:
    for key, sentences in _sentences(language).items():
        for sentence in sentences:
            named = [(name, spec or "") for _, name, spec, _ in Formatter().parse(sentence) if name]
            values = {name: value_for(spec) for name, spec in named}
            said = Writer(unit, language).vformat(sentence, (), values)
            assert said.count("甲") >= any(spec in ("", "term") for _, spec in named), key


OVERSET = say("overset/columns", over=37, rows=2, count=3, height=75.0, more=15.0)


def test_lengths_are_said_in_the_unit_of_the_page() -> None:
    fault = Diagnostic(OVERSET, Origin(Source("story.json"), "/body/2", 9, 5))
    assert fault.message.endswith("for its 3 columns of 75.0 pt")
    on_screen = replace(fault, unit="px")
    assert on_screen.message.endswith("for its 3 columns of 100.0 px")
    assert on_screen.hint == "cut 37 characters, or give the article 20 px more"


def test_a_number_below_zero_has_a_minus_and_no_hyphen() -> None:
    assert str(say("phrase/tracking", tracking=-0.02)) == "tracking −0.020 em"


def test_a_diagnostic_keeps_its_values_beside_its_words() -> None:
    mend = nearest("headlin", ["headline", "deck"])
    said = Diagnostic(OVERSET, Origin(Source("story.json")), mend).as_dict()
    assert said["form"] == "columns"
    assert said["hint"] == "did you mean “headline”?"
    values = {"over": 37, "rows": 2, "count": 3, "height": 75.0, "more": 15.0, "near": "headline"}
    assert said["values"] == values


def test_a_text_that_is_quoted_is_cut_where_it_is_very_long() -> None:
    told = Diagnostic(say("layout-unknown", name="长" * 100_000), Origin(Source("a.json")))
    assert len(told.message) < 500
    assert told.message.count("…") == 1
