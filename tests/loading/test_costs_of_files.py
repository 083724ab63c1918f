"""What a file asks for is bounded: chains, doublings, thousands of faults, a line of megabytes."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from small_pages import faults, layout_of
from steps import steps

from infographic.foundation import diagnostics
from infographic.foundation.datum import Node, Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError, excerpt, near_word
from infographic.loading.binding.bind import bind
from infographic.loading.decoded_story import decode_story
from infographic.loading.reading import extending
from infographic.loading.reading.source import read_file, read_json
from infographic.loading.reading.values import node_of
from infographic.loading.sheet.layouts import read_layout
from infographic.loading.sheet.styles import merged_styles

Limited = Callable[[Mapping[str, int]], None]


def story_of(text: str) -> Node:
    return read_json(Source("story.json", text), relaxed=False)


def stopped(work: Callable[[], object]) -> tuple[Diagnostic, ...]:
    with pytest.raises(SpecError) as caught:
        work()
    return tuple(caught.value.diagnostics)


# Files that extend each other


def test_a_file_that_many_take_over_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two that extend two that extend two: read and merged once each, not 2 ** 12 times."""
    read: list[str] = []

    def counted(path: Path, **options: Any) -> Node:
        read.append(path.name)
        return read_file(path, **options)

    monkeypatch.setattr(extending, "read_file", counted)
    for level in range(12):
        for side in "ab":
            below = [f"a{level - 1}.json", f"b{level - 1}.json"] if level else []
            tree = {"extends": below, side: level, "last": side}
            (tmp_path / f"{side}{level}.json").write_text(json.dumps(tree), encoding="utf-8")
    tree = read_layout(tmp_path / "b11.json").node.plain()
    assert isinstance(tree, dict)
    assert (tree["a"], tree["b"], tree["last"]) == (0, 11, "b")
    assert len(read) == len(set(read)) == 23


def test_a_long_chain_of_files_is_gone_along_where_it_is_allowed(
    tmp_path: Path, limited: Limited
) -> None:
    """By a way and not by recursion, which ends at a thousand."""
    for number in range(1100):
        tree = {"extends": f"p{number + 1}.json"} if number < 1099 else {"title": "deep"}
        (tmp_path / f"p{number}.json").write_text(json.dumps(tree), encoding="utf-8")
    (fault,) = stopped(lambda: read_layout(tmp_path / "p0.json"))
    assert (fault.code, fault.limit, fault.origin.pointer) == (
        "extends-many", "extends", "/extends",
    )  # fmt: skip
    assert fault.origin.file.endswith("p63.json")
    limited({"extends": 2000})
    tree = read_layout(tmp_path / "p0.json").node.plain()
    assert isinstance(tree, dict) and tree["title"] == "deep"


# Styles


def styles(count: int, last: object) -> Node:
    chain: dict[str, object] = {f"s{n}": {"based_on": f"s{n + 1}"} for n in range(count)}
    return node_of({**chain, f"s{count}": last}, "layout.json")


def test_a_long_chain_of_styles_is_settled() -> None:
    wrong: list[Diagnostic] = []
    merged = merged_styles(styles(5000, {"size": "9pt"}), wrong)
    first = merged["s0"].plain()
    assert isinstance(first, dict) and first["size"] == "9pt"
    assert not wrong


def test_a_long_circle_of_styles_is_said_once_and_shortly() -> None:
    wrong: list[Diagnostic] = []
    merged_styles(styles(5000, {"based_on": "s0"}), wrong)
    (fault,) = wrong
    assert fault.code == "style-circle"
    assert fault.message.endswith("s4999 → s5000 → s0")
    assert len(fault.message) < 400


@pytest.mark.parametrize("last", [{"size": "9pt"}, {"based_on": "s0"}, {"based_on": "gone"}])
def test_a_chain_of_styles_is_settled_in_a_time_that_grows_as_it_does(last: object) -> None:
    few, many = (steps(lambda n=n: merged_styles(styles(n, last), [])) for n in (300, 600))
    assert many < 2.2 * few


def test_a_table_of_names_is_bounded(limited: Limited) -> None:
    limited({"names": 50})
    many = {f"c{n}": {"k": n} for n in range(60)}
    (fault,) = faults({"type": "text", "text": "字", "style": "s"}, colors=many)
    assert (fault.code, fault.limit, fault.origin.pointer) == ("names-many", "names", "/colors")


# Faults by the thousand


@pytest.mark.parametrize(
    "text",
    [
        '{"headline": "大", ' + ", ".join(f'"hedlin{n}": 1' for n in range(3000)) + "}",
        '{"headline": "大", "body": [' + ", ".join("1" for _ in range(3000)) + "]}",
        '{"headline": "大", "figures": [' + ", ".join('{"captoin": ""}' for _ in range(900)) + "]}",
    ],
)
def test_so_many_faults_are_told_and_no_more(
    text: str, limited: Limited, monkeypatch: pytest.MonkeyPatch
) -> None:
    sought: list[str] = []
    near = diagnostics.near_word
    monkeypatch.setattr(
        "infographic.loading.decoding.unknown_fields.near_word",
        lambda word, known: (sought.append(word), near(word, known))[1],
    )
    limited({"faults": 40})
    *told, last = stopped(lambda: decode_story(story_of(text), Path()))
    assert (len(told), last.code, last.limit) == (40, "faults-many", "faults")
    assert last.origin == told[-1].origin
    assert len(sought) <= 41


def test_directives_that_find_nothing_are_told_so_far(limited: Limited) -> None:
    limited({"faults": 30})
    layout = node_of([{"$data": f"/nothing{n}"} for n in range(500)], "layout.json")
    *told, last = stopped(lambda: bind(layout, story_of('{"headline": "大"}')))
    assert (len(told), last.code) == (30, "faults-many")


def test_the_nearest_of_very_many_words_is_not_looked_for() -> None:
    few, many = ([f"style{n}" for n in range(count)] for count in (1000, 5000))
    assert str(near_word("stile7", few)) == "did you mean “style7”?"
    assert near_word("stile7", many) is None
    assert near_word("s" * 500, ["s" * 501]) is None


# One line of megabytes


def test_an_excerpt_copies_no_more_of_a_line_than_it_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    source = Source("story.json", "a" * 4_000_000 + "错" + "b" * 4_000_000)
    whole: list[int] = []
    monkeypatch.setattr(Source, "line", lambda self, number: whole.append(number))
    shown, caret = excerpt(Origin(source, "", 1, 4_000_001))
    assert "错" in shown and len(shown) < 120 and caret.endswith("^")
    assert not whole


def test_a_line_of_a_long_file_is_found_from_the_one_before() -> None:
    text = "\n".join(f"line {n}" for n in range(1, 3001))
    source = Source("story.json", text)
    assert steps(lambda: [source.line(n) for n in range(1, 3001)]) < 3000 * 20
    assert [source.line(n) for n in (3000, 2, 2999, 1, 3001, 0)] == [
        "line 3000", "line 2", "line 2999", "line 1", "", "",
    ]  # fmt: skip


def test_a_text_of_escapes_is_read_over_once_for_all_that_is_wrong_in_it() -> None:

    def read(count: int) -> object:
        text = "\\u5b57" * 3000 + "{~" * count
        return decode_story(story_of(f'{{"headline": "大", "lead": "{text}"}}'), Path())

    few, many = (steps(lambda n=n: stopped(lambda: read(n))) for n in (30, 60))
    assert many < 1.3 * few


# Values


def test_a_file_of_too_many_values_is_refused_while_it_is_read(limited: Limited) -> None:
    limited({"values": 1000})
    (fault,) = stopped(lambda: story_of('{"x-a": [' + ",".join(["{}"] * 5000) + "]}"))
    assert (fault.saying.key, fault.limit, fault.origin.line) == (
        "json-too-large/values", "values", 1,
    )  # fmt: skip
    assert story_of('{"x-a": [' + ",".join(["0"] * 900) + "]}")
    # Commas inside texts are none between values.
    assert story_of('{"x-a": ["' + "," * 5000 + '"]}')


def test_values_far_inside_long_keys_count_more(limited: Limited) -> None:
    """Each holds its own pointer: a key of 9 MB before a list of a million items."""
    limited({"values": 1000})
    text = '{"x-' + "k" * 20_000 + '": [' + ",".join(["1"] * 30) + "]}"
    (fault,) = stopped(lambda: story_of(text))
    assert fault.limit == "values"


def test_a_file_of_too_many_lines_is_refused_before_it_is_read(limited: Limited) -> None:
    limited({"lines": 100})
    (fault,) = stopped(lambda: story_of('{"headline":' + "\n" * 200 + '"大"}'))
    assert (fault.saying.key, fault.limit) == ("json-too-large/lines", "lines")


# Texts of texts


def test_joined_texts_are_bounded_before_they_are_made(limited: Limited) -> None:
    limited({"joined-characters": 1000, "text-characters": 10_000})
    story = story_of(json.dumps({"headline": "大", "lead": "字" * 100}))
    each = {"$join": [{"$data": "/lead"}] * 3, "with": "，"}
    assert bind(node_of([each] * 3, "layout.json"), story)
    (fault,) = stopped(lambda: bind(node_of([each] * 4, "layout.json"), story))
    assert (fault.code, fault.limit, fault.origin.pointer) == (
        "over-limit", "joined-characters", "/3",
    )  # fmt: skip


def test_a_text_that_is_too_long_is_refused_at_its_place(limited: Limited) -> None:
    limited({"text-characters": 100})
    text = '{"headline": "大", "lead": "' + "字" * 101 + '"}'
    (fault,) = stopped(lambda: decode_story(story_of(text), Path()))
    assert (fault.limit, fault.origin.pointer, fault.origin.column) == (
        "text-characters", "/lead", 27,
    )  # fmt: skip
    joined: dict[str, Any] = {"type": "text", "text": {"$join": ["字" * 60] * 2}, "style": "s"}
    assert [one.limit for one in faults(joined)] == ["text-characters"]
    assert layout_of(joined, 100, None)
