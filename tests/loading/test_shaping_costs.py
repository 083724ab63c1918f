"""Steps that shape a table are counted, and what they look up is looked up once."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import Limited
from small_tables import made, table

from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.table import Table
from infographic.loading.tables.shaping import cells, growth

ROWS = "地区 产量(万吨)\n" + "".join(f"县{row} {row}\n" for row in range(40))
LONG = "地区 年份 产量(万吨)\n" + "".join(f"县{row} {2000 + row}年 {row}\n" for row in range(40))
MONTHS = "时间 产量(万吨)\n" + "".join(
    f"{1900 + n // 12}年{n % 12 + 1}月 {n + 1}\n" for n in range(240)
)


def refused(given: Table, **asked: Any) -> Diagnostic:
    with pytest.raises(SpecError) as caught:
        made(given, **asked)
    (found,) = caught.value.diagnostics
    return found


def test_steps_are_so_many(limited: Limited) -> None:
    limited({"data-steps": 5})
    steps = [{"sort": "产量"}] * 9
    one = refused(table(ROWS), then=steps)
    assert (one.limit, one.origin.pointer) == ("data-steps", "/then/5")
    assert made(table(ROWS), then=steps[:5]).count == 40


def test_steps_go_through_so_many_cells(limited: Limited) -> None:
    limited({"data-shaped": 500})
    shares = [{"of": "产量", "as": f"占比{number}"} for number in range(9)]
    assert refused(table(ROWS), share=shares).limit == "data-shaped"


def test_a_form_of_too_many_cells_is_refused_before_it_is_made(limited: Limited) -> None:
    limited({"data-columns": 30})
    one = refused(table(LONG), wide={"names": "年份", "values": "产量"})
    assert (one.limit, one.origin.pointer) == ("data-columns", "/wide")
    limited({"data-columns": 256, "data-cells": 100})
    assert refused(table(ROWS), long={}).limit == "data-cells"


def test_values_that_a_story_names_are_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "is_value", None)
    names = [f"县{row}" for row in range(39, -1, -1)]
    assert made(table(ROWS), where={"地区": names}).count == 40
    ordered = made(table(ROWS), sort={"by": "地区", "order": names})
    assert ordered.columns[0].values == tuple(names)
    years = made(table(LONG), where={"年份": [2003, "2005年"], "产量": {"in": [3, 5.0]}})
    assert years.columns[0].values == ("县3", "县5")


def test_the_month_before_is_no_search_of_all_months(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    merged = growth.is_merged
    monkeypatch.setattr(growth, "is_merged", lambda one: asked.append(1) or merged(one))
    grown = made(table(MONTHS), growth=[{"of": "产量", "kind": "环比"}])
    assert len(grown.columns) == 3
    assert len(asked) <= 3 * 240
