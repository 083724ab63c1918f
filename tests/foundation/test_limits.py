"""The table of limits: what raises one, what names it, and that every use is of a line in it."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from infographic import SpecError, check, compose, using_limits
from infographic.cli import cli, run
from infographic.foundation import limits
from infographic.foundation.limits import TABLE, Budget, OverLimitError, most

PACKAGE = Path(__file__).parents[2] / "infographic"


ASKED = ("most", "Budget", "OverLimitError", "count_work")
"""What is called with the name of a limit first."""


def names_used() -> set[str]:
    """The names that `most`, `Budget`, `OverLimitError` and `limit=` are given in the package."""
    found: set[str] = set()
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            given = [*node.args[:1]] if called in ASKED else []
            given += [one.value for one in node.keywords if one.arg == "limit"]
            found |= {str(one.value) for one in given if isinstance(one, ast.Constant)}
    return found - {"None"}


def test_every_limit_is_used_and_every_use_is_of_a_limit() -> None:
    assert names_used() == set(TABLE)


def test_a_limit_holds_inside_and_no_longer() -> None:
    before = most("pages")
    with using_limits({"pages": 7}):
        assert most("pages") == 7
        with using_limits({"nesting": 3}):
            assert (most("pages"), most("nesting")) == (7, 3)
    assert most("pages") == before


@pytest.mark.parametrize(
    ("limits", "key"),
    [({"pges": 1}, "limit-unknown"), ({"pages": -1}, "limit-unknown/number"),
     ({"pages": True}, "limit-unknown/number"), ({"pages": 1.5}, "limit-unknown/number")],
)  # fmt: skip
def test_a_limit_that_is_none_is_refused(limits: dict[str, int], key: str) -> None:
    with pytest.raises(SpecError) as caught, using_limits(limits):
        pass
    assert [one.saying.key for one in caught.value.diagnostics] == [key]


def test_a_budget_is_spent_to_its_last() -> None:
    with using_limits({"pages": 3}):
        work = Budget("pages")
    work.spend(3)
    with pytest.raises(OverLimitError) as caught:
        work.spend()
    assert caught.value.saying.values["limit"] == "pages"


def test_what_was_read_under_other_limits_is_read_again(tmp_path: Path) -> None:
    story = tmp_path / "story.json"
    story.write_text(json.dumps({"headline": "标题" * 20}), encoding="utf-8")
    with using_limits({"file-bytes": 20}), pytest.raises(SpecError) as caught:
        compose(story, "square")
    (fault,) = caught.value.diagnostics
    assert fault.limit == "file-bytes"
    assert "limit: file-bytes" in str(fault)


def test_the_command_line_raises_and_lowers_a_limit(tmp_path: Path) -> None:
    story = tmp_path / "story.json"
    story.write_text(json.dumps({"headline": "标题" * 20}), encoding="utf-8")
    with pytest.raises(SpecError, match="json-too-large"):
        CliRunner().invoke(
            cli, ["check", str(story), "--limits", "file-bytes=20"], catch_exceptions=False
        )
    (tmp_path / "limits.json").write_text('{"file-bytes": 10, /* few */ "pages": 2}')
    with pytest.raises(SpecError, match="json-too-large"):
        CliRunner().invoke(
            cli, ["check", str(story), "--limits", str(tmp_path / "limits.json")],
            catch_exceptions=False,
        )  # fmt: skip
    assert most("file-bytes") == TABLE["file-bytes"].most


@pytest.mark.parametrize("given", ["pages", "pges=1", "pages=-1", "pages=x"])
def test_a_limit_that_is_none_is_a_wrong_call(given: str, tmp_path: Path) -> None:
    story = tmp_path / "story.json"
    story.write_text("{}")
    assert run(["check", str(story), "--limits", given]) == 2


def test_a_file_of_limits_is_read_as_strictly(tmp_path: Path) -> None:
    file = tmp_path / "limits.json"
    file.write_text('{"pages": "many", "pges": 3}')
    with pytest.raises(SpecError) as caught:
        CliRunner().invoke(cli, ["check", "x", "--limits", str(file)], catch_exceptions=False)
    found = [(one.saying.key, one.origin.column) for one in caught.value.diagnostics]
    assert found == [("limit-unknown/number", 11), ("limit-unknown", 19)]


def test_what_was_made_under_the_same_limits_is_found_again_and_else_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forgotten: list[None] = []
    monkeypatch.setattr(limits, "forget", lambda: forgotten.append(None))
    story = tmp_path / "story.json"
    story.write_text(json.dumps({"headline": "标题"}), encoding="utf-8")
    for count in ({"pages": 90}, {"pages": 90}, {"pages": 80}, {"pages": 80}):
        with using_limits(count):
            check(story, "square")
    assert len(forgotten) == 2
    # Without any it is the table's again, once.
    check(story, "square")
    check(story, "square")
    assert len(forgotten) == 3
