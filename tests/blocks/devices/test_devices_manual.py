"""docs/charts.md names every device, and what it gives way to."""

from __future__ import annotations

import re

from pages import ROOT

from infographic.blocks.devices import KINDS, device

ROW = re.compile(r"\| `([a-z0-9-]+)` \| (.+) \| (.+) \|")
MANUAL = (ROOT / "docs/charts.md").read_text(encoding="utf-8")
DEVICES = MANUAL.split("## Devices\n")[1].split("\n## ")[0]
ROWS = {match[1]: match[3] for match in map(ROW.fullmatch, DEVICES.splitlines()) if match}
SETTLED = tuple(name for name in KINDS if name.startswith("small-multiples-"))
"""Named in the row of those whose kind the rows decide."""


def test_the_manual_has_a_row_for_every_device() -> None:
    assert sorted((*ROWS, *SETTLED)) == sorted(KINDS)
    assert all(f"`{name}`" in MANUAL for name in SETTLED)


def test_the_manual_says_what_a_device_gives_way_to() -> None:
    for name, said in ROWS.items():
        simpler = [one for one in device(name).simpler if one != "figures"]
        assert said.replace("-", " ") == (", ".join(simpler).replace("-", " ") or "—"), name


def test_every_ladder_leads_down_to_plain_figures() -> None:
    for name in KINDS:
        assert device(name).name == name
        below = {name}
        while more := {step for one in below for step in device(one).simpler} - below:
            below |= more
        assert "figures" in below, name
