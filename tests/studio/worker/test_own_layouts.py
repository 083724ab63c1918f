"""Layouts of one's own: those that lie in the folder, and one that `fit` changed."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from viewed import LAYOUT, write

from infographic.foundation.reach import OutOfReachError
from infographic.studio.session.browser import Browser
from infographic.studio.session.handlers.saving_layouts import save_layout
from infographic.studio.session.studio import Studio
from infographic.studio.worker.desk import Desk
from infographic.studio.worker.jobs import layouts

TUNING = {"styles": [["s", 9.5, 12]], "figures": 1.2}


def test_layouts_of_the_folder_are_told_and_nothing_else_that_is_json(desk: Desk) -> None:
    write("broken.json", {**LAYOUT, "styles": 7})
    write("press.json", {"extends": "newsprint"})
    write("list.json", [1])
    Path("bad.json").write_text("{", encoding="utf-8")
    Path("layouts").mkdir()
    Path("layouts/card.json").write_text(
        '// ours\n{"extends": "../small.json", "title": "小卡"}', encoding="utf-8"
    )
    Path(".hidden").mkdir()
    write(".hidden/small.json", LAYOUT)
    found = {one["name"]: one for one in layouts.run(desk, {}, print)}
    assert set(found) == {"broken.json", "layouts/card.json", "small.json"}
    card = found["layouts/card.json"]
    assert (card["title"], card["width"], card["pages"], card["own"]) == ("小卡", 200, 1, True)
    assert found["broken.json"]["size"] == ""


def saved(desk: Desk, **message: Any) -> str:
    studio = Studio(desk.root)
    answer = asyncio.run(save_layout(studio, Browser(), {"tuning": TUNING, **message}))
    return answer["layout"]


def test_what_fit_changed_is_saved_as_a_new_layout_that_extends_the_old(desk: Desk) -> None:
    assert saved(desk, layout="modern/square") == "layouts/modern-square.json"
    assert saved(desk, layout="modern/square") == "layouts/modern-square-2.json"
    own = saved(desk, layout="small.json", name="今晚/../卡")
    assert Path(own).parent == Path("layouts") and desk.root in (desk.root / own).parents
    made = json.loads(Path(own).read_text(encoding="utf-8"))
    assert made["extends"] == "../small.json"
    assert made["tune"] == {"styles": {"s": {"size": "9.5pt", "leading": "12pt"}}, "figures": 1.2}
    (found,) = (one for one in layouts.run(desk, {}, print) if one["name"] == own)
    assert found["pages"] == 1, "it can be used"


@pytest.mark.parametrize("layout", ["../small.json", "../../small", "/etc/passwd.json", "a\\b"])
def test_no_layout_outside_of_the_folder_is_extended(desk: Desk, layout: str) -> None:
    with pytest.raises(OutOfReachError):
        saved(desk, layout=layout)
    assert not Path("layouts").exists()
