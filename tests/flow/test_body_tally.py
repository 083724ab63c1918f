"""The ledger of running words: exact to the character."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from small_pages import composed, faults

from infographic import compose
from infographic.display.ledger import ledger
from infographic.display.notes import Tally
from infographic.foundation.diagnostics import SpecError

HAN = "一二三四五六七八九十"
DATA = Path(__file__).parents[2] / "data.json"


def tally(body: list[str], columns: int = 2, height: float = 60) -> Tally:
    article = {"type": "article", "body": body, "style": "body", "gutter": "10pt",
               "columns": columns}  # fmt: skip
    (entry,) = ledger(composed(article, 60 * columns - 10, height).page)
    return entry.tally


def test_empty_lines_and_the_characters_they_hold_are_counted() -> None:
    found = tally([HAN * 4])
    assert (found.lines, found.spare_lines, found.spare) == (10, 2, 10)
    assert found.said == "欠2行"
    assert tally([HAN * 5]).said == "满"


@pytest.mark.parametrize("more", range(1, 11))
def test_adding_characters_leaves_so_many_less_to_add(more: int) -> None:
    assert tally([HAN * 4 + HAN[:more]]).spare == 10 - more


def overset(body: list[str], height: float = 60) -> int:
    """How many characters the error says are too many."""
    article = {"type": "article", "body": body, "style": "body", "gutter": "10pt", "columns": 2}
    (fault,) = faults(article, 110, height)
    return int(fault.hint.split()[1])


@pytest.mark.parametrize("more", range(1, 25))
def test_each_character_too_many_is_one_more_too_many(more: int) -> None:
    assert overset([HAN * 5 + (HAN * 3)[:more]]) == more


@pytest.mark.parametrize("name", ["broadsheet", "tabloid"])
def test_what_is_said_to_be_too_long_fits_once_it_is_cut(name: str, tmp_path: Path) -> None:
    story = json.loads(DATA.read_text(encoding="utf-8"))
    story["body"] = story["body"] * 2
    layout = tmp_path / "page.json"
    layout.write_text(json.dumps({"extends": name, "needs": {}}), encoding="utf-8")

    def over() -> int:
        with pytest.raises(SpecError) as caught:
            compose(story, str(layout))
        (fault,) = [d for d in caught.value.diagnostics if d.code == "overset"]
        return int(fault.hint.split()[1])

    first = over()
    for more in (1, 7, 30):
        story["body"][-1] += "国" * more
        assert over() == first + more
        story["body"][-1] = story["body"][-1][:-more]
