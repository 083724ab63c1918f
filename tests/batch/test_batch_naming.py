"""Names of a batch's files: what a pattern gives, and what is refused before the work begins."""

from __future__ import annotations

import json
import pickle
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from template_desk import row, rows

from infographic.batch.naming.names import Naming
from infographic.batch.naming.safe import folded, why_not_a_path, why_not_in_name
from infographic.batch.rows import Rows
from infographic.foundation.calls import CallError
from infographic.foundation.limits import SHOWN_DIAGNOSTICS

LAYOUTS = ("square", "panel")


def naming(
    *patterns: str, layouts: tuple[str, ...] = LAYOUTS, of: Rows | None = None, **more: Any
) -> Naming:
    return Naming.of(patterns, layouts, rows({"id": "a"}) if of is None else of, **more)


def faults(
    pattern: str, *cells: dict[str, Any], layouts: tuple[str, ...] = ("square",)
) -> list[str]:
    """What is said of a table's names: the sayings' keys."""
    table = rows(*cells)
    found = naming(pattern, layouts=layouts, of=table).faults(table, layouts)
    return [one.saying.key for one in found]


@pytest.mark.parametrize(("pattern", "name"), [
    ("out/{id}/{layout}.{ext}", "out/090101/square.png"),
    ("out/", "out/090101/square.png"),
    ("out", "out/090101/square.png"),
    ("{ 县 }-{layout}.jpg", "榆树-square.jpg"),
    ("{row}-{layout}.png", "7-square.png"),
    ("a{{b}}/{id}-{layout}.png", "a{b}/090101-square.png"),
    (r"out\{id}\{layout}.png", "out/090101/square.png"),
    ("../out/{id}-{layout}.png", "../out/090101-square.png"),
    ("./{id}-{layout}.png", "./090101-square.png"),
    ("/srv/out/{id}-{layout}.png", "/srv/out/090101-square.png"),
    ("s3://bucket/a/{id}-{layout}.png", "s3://bucket/a/090101-square.png"),
    ("{id}-{值}-{layout}.png", "090101-2.30-square.png"),
])  # fmt: skip
def test_a_pattern_gives_a_name(pattern: str, name: str) -> None:
    cells = {"id": "090101", "县": " 榆树 ", "值": Decimal("2.30")}
    one = row(cells, 7)
    made = naming(pattern, of=rows(cells))
    assert made.names(one, "square") == (name,)
    assert made.faults(rows(cells), LAYOUTS) == []


def test_a_layout_s_own_endings_are_used_unless_others_are_asked_for() -> None:
    one = row({"id": "a"})
    made = naming("{id}-{layout}.{ext}")
    assert made.names(one, "panel") == (
        "a-panel.pdf", "a-panel.screen.pdf", "a-panel.png",
    )  # fmt: skip
    made = naming("{id}-{layout}.{ext}", formats=[".png", ".webp"])
    assert made.names(one, "panel") == ("a-panel.png", "a-panel.webp")


def test_several_patterns_name_several_files_each_once() -> None:
    made = naming("{id}-{layout}.png", "{id}-{layout}.pdf", "{id}-{layout}.{ext}")
    assert made.names(row({"id": "a"}), "square") == ("a-square.png", "a-square.pdf")


def test_a_row_s_number_has_as_many_digits_as_the_last() -> None:
    table = rows(*({"c": n} for n in range(100)))
    made = naming("{row}-{layout}.png", of=table)
    assert made.names(table.rows[4], "square") == ("005-square.png",)
    assert made.id_of(table.rows[4]) == "005", "and is its id where no column is"


@pytest.mark.parametrize(("pattern", "key"), [
    ("", "batch-pattern/empty"), ("{id}/{layout}}.png", "batch-pattern/brace"),
    ("{id}{}/{layout}.png", "batch-pattern/brace"), ("{id/{layout}.png", "batch-pattern/brace"),
    ("{idd}/{layout}.png", "batch-pattern/name"), ("{id}.png", "batch-pattern/layouts"),
    ("{layout}.png", "batch-pattern/rows"),
])  # fmt: skip
def test_a_pattern_that_cannot_be_is_refused_whatever_the_rows_are(pattern: str, key: str) -> None:
    with pytest.raises(CallError) as error:
        naming(pattern)
    assert key in [one.saying.key for one in error.value.diagnostics]


def test_an_ending_that_no_format_has_is_refused() -> None:
    with pytest.raises(CallError):
        naming("{id}-{layout}.docx")


HOSTILE = ("../a", "a/b", "a\\b", "C:", "a*", "a?", 'a"', "<a>", "a|b", "a\x00", "a\nb", "a\u202eb",
           "a\u200bb", "\ufeffa", "\ud800", "\ue000", "", "   ", "\t")  # fmt: skip


@pytest.mark.parametrize("cell", HOSTILE)
def test_a_cell_that_no_disk_takes_is_refused_at_its_place(cell: str) -> None:
    table = rows({"x": 1, "id": cell})
    made = naming("out/{id}/{layout}.png", of=table, id_column="id")
    (fault,) = made.faults(table, LAYOUTS)
    assert (fault.saying.key, fault.origin.line, fault.origin.column) == ("batch-name/cell", 2, 2)


@pytest.mark.parametrize(
    "cell", ["..", ".", "CON", "nul.x", "com¹", "aux", "a.", "长" * 90, "x" * 250]
)
def test_a_folder_that_no_disk_takes_is_refused(cell: str) -> None:
    assert faults("{id}/{layout}.png", {"id": cell}) == ["batch-name"]


def test_a_path_that_no_store_takes_is_refused() -> None:
    cells = {"id": "x" * 200}
    assert faults("{id}/{id}/{id}/{id}/{id}/{id}.png", cells) == ["batch-name"]


def test_what_the_caller_writes_before_the_cells_is_the_caller_s_but_no_cell_leads_up() -> None:
    table = rows({"id": ".."})
    found = naming("../out/{id}/{layout}.png", of=table).faults(table, LAYOUTS)
    assert [one.saying.key for one in found] == ["batch-name"]


@pytest.mark.parametrize(("one", "other"), [
    ("a", "A"), ("é", "e\u0301"), ("straße", "STRASSE"), ("ﬁ", "FI"), ("Ω", "ω"),
    ("İ", "i\u0307"), ("ǰ", "J\u030c"),
])  # fmt: skip
def test_names_that_are_one_file_on_some_disk_are_refused(one: str, other: str) -> None:
    assert faults("{id}.png", {"id": one}, {"id": other}) == ["batch-name/taken"]


@pytest.mark.parametrize("other", ["a", " a "])
def test_an_id_that_stands_twice_is_said_as_that(other: str) -> None:
    assert faults("{id}.png", {"id": "a"}, {"id": other}) == ["batch-name/twice"]


@pytest.mark.parametrize(("one", "other"), [("a", "b"), ("县", "縣"), ("ss", "s"), ("1", "１")])
def test_names_that_are_two_files_everywhere_are_taken(one: str, other: str) -> None:
    assert faults("{id}.png", {"id": one}, {"id": other}) == []


def test_a_file_is_no_folder() -> None:
    table = rows({"f": "x"}, {"f": "x.png"})
    made = naming("{f}.png", "{f}/{layout}.png", layouts=("square",), of=table)
    assert [one.saying.key for one in made.faults(table, ["square"])] == ["batch-name/folder"]


def test_a_page_of_a_set_has_its_name_for_itself() -> None:
    table = rows({"id": "a"}, {"id": "a-1"})
    made = naming("{id}.png", layouts=("square",), of=table, has_tiles=True)
    assert [one.saying.key for one in made.faults(table, ["square"])] == ["batch-name/taken"]
    alone = naming("{id}.png", layouts=("square",), of=table)
    assert alone.faults(table, ["square"]) == []


def test_a_wrong_name_says_whose_it_is_as_well() -> None:
    table = rows({"id": "a"}, {"id": "b"}, {"id": "A"})
    (fault,) = naming("{id}.png", layouts=("square",), of=table).faults(table, ["square"])
    assert (
        "A.png" in fault.message
        and "a.png" in fault.message
        and "counties.csv:2:1" in fault.message
    )
    assert fault.origin.line == 4


def test_many_wrong_names_are_counted() -> None:
    cells = [{"id": "a"} for _ in range(SHOWN_DIAGNOSTICS + 41)]
    keys = faults("{id}.png", *cells)
    assert keys == ["batch-name/twice"] * SHOWN_DIAGNOSTICS + ["batch-name/more"]


def test_a_naming_travels() -> None:
    made = naming("out/")
    assert pickle.loads(pickle.dumps(made)) == made


def test_a_layout_of_one_s_own_is_called_by_its_file(tmp_path: Path) -> None:
    path = tmp_path / "card.json"
    path.write_text(json.dumps({"extends": "square"}), encoding="utf-8")
    made = naming("{id}-{layout}.{ext}", layouts=(str(path),))
    assert made.names(row({"id": "a"}), str(path)) == ("a-card.png",)


@given(words=st.text(st.sampled_from('a.. /\\:*?"<>|\0\u202e~é长'), max_size=6))
def test_words_that_pass_are_one_part_of_a_path_on_every_disk(words: str) -> None:
    if why_not_in_name(words) is None and why_not_a_path(words.strip()) is None:
        assert not set(words) & set('/\\:*?"<>|\0')
        assert len(Path(words.strip()).parts) == 1
        assert words.strip() not in (".", "..")


@given(words=st.text(max_size=8))
def test_case_and_accents_fold_alike(words: str) -> None:
    assert folded(folded(words)) == folded(words)
    for form in ("NFC", "NFD"):
        assert folded(unicodedata.normalize(form, words)) == folded(words)
    assert folded(words.casefold()) == folded(words)


def test_a_thousand_rows_cost_a_thousand_names(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def watched(name: str) -> str:
        seen.append(name)
        return folded(name)

    monkeypatch.setattr("infographic.batch.naming.names.folded", watched)
    counts = []
    for count in (100, 1000):
        seen.clear()
        assert faults("{id}.png", *({"id": f"n{n}"} for n in range(count))) == []
        counts.append(len(seen))
    assert counts == [100, 1000]
