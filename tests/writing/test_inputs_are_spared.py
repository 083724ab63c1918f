"""No writer takes any kind of file that its run reads, whatever else is wrong with the run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from story_folder import write
from test_cli_inputs import CALL, INPUTS, LAYOUT, WRITERS, state
from test_cli_inputs import folder as folder_with_inputs

from infographic.cli import run
from infographic.commands.shared.exit_codes import BAD_INPUT, MADE

assert folder_with_inputs
KINDS = (*INPUTS, "drawing.svg", "chart.csv", "rows.json", "base.geojson", "limits.json")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
RING = [[10, 0], [11, 0], [11, 1], [10, 0]]
FEATURE = {
    "type": "Feature",
    "properties": {"name": "乙"},
    "geometry": {"type": "Polygon", "coordinates": [RING]},
}
MORE = ["--limits", "limits.json"]
LISTS = {
    "layouts --sheet": (
        ["layouts", "--sheet", "page.png", "--story", "story.json", "--layout", "layout.json",
         "--font-path", "fonts"],
        "page.png",
    ),
    "check --mend -o": (["check", *CALL, "--mend", "-o", "page.json"], "page.json"),
}  # fmt: skip
EVERY = {**WRITERS, **LISTS}
NONE_OF_IT = {
    ("layouts --sheet", "limits.json"), ("check --mend -o", "story.json"),
    ("render of two pages", "layout.json"), ("check --proof-png of two pages", "layout.json"),
}  # fmt: skip
"""What a command does not read; what it is asked to write."""


@pytest.fixture(autouse=True)
def folder(folder_with_inputs: Path) -> Path:
    story = json.loads(Path("story.json").read_text("utf-8"))
    story["figures"].append({"image": "drawing.svg"})
    story["base"] = {"file": "base.geojson", "approval": "虚S(2026)001号"}
    story["charts"] = [
        {"title": "一", "data": "chart.csv"}, {"title": "二", "data": {"file": "rows.json"}},
    ]  # fmt: skip
    write(Path("story.json"), story)
    Path("drawing.svg").write_text(SVG, "utf-8")
    Path("chart.csv").write_text("县,值\n甲,1\n乙,2\n", "utf-8")
    write(Path("rows.json"), [{"县": "甲", "值": 1}, {"县": "乙", "值": 2}])
    write(Path("base.geojson"), {"type": "FeatureCollection", "features": [FEATURE]})
    write(Path("limits.json"), {"blocks": 10_000})
    body = LAYOUT["body"]
    two = {**LAYOUT, "pages": [{"number": "1", "body": body}, {"number": "2", "body": body}]}
    write(Path("two.json"), {key: two[key] for key in two if key != "body"})
    return folder_with_inputs


def call_of(writer: str) -> list[str]:
    call, _ = EVERY[writer]
    return call if call[0] == "layouts" else [*call, *MORE]


@pytest.mark.parametrize("writer", EVERY)
def test_every_writer_writes_where_it_is_given_a_name_of_its_own(writer: str) -> None:
    before = state()
    assert run(call_of(writer)) == MADE
    now = state()
    assert EVERY[writer][1] in now
    assert {name: now[name] for name in before} == before


PAIRS = [(writer, kind) for writer in EVERY for kind in KINDS if (writer, kind) not in NONE_OF_IT]


@pytest.mark.parametrize(
    ("writer", "kind"),
    [pair if not n % 5 else pytest.param(*pair, marks=pytest.mark.full)
     for n, pair in enumerate(PAIRS)],
)  # fmt: skip
def test_no_writer_takes_any_kind_of_input(
    capsys: pytest.CaptureFixture[str], writer: str, kind: str
) -> None:
    Path(EVERY[writer][1]).hardlink_to(kind)
    before = state()
    assert run(call_of(writer)) == BAD_INPUT
    assert "error[output-is-input]" in capsys.readouterr().err
    assert state() == before


NAMED = ("layout.json", "base.json", "direct.ttf", "logo.png", "photo.png", "fonts/own.ttf",
         "drawing.svg", "chart.csv", "base.geojson")  # fmt: skip


@pytest.mark.parametrize("kind", NAMED)
@pytest.mark.parametrize("call", [
    ["render", *CALL, "-l", "good.json", "-o", "{layout}.png"],
    ["check", *CALL, "-l", "good.json", "--overlay", "{layout}.png"],
], ids=lambda call: call[0])  # fmt: skip
def test_what_a_page_names_that_cannot_be_made_is_spared_by_the_pages_that_are(
    capsys: pytest.CaptureFixture[str], call: list[str], kind: str
) -> None:
    write(Path("layout.json"), {**LAYOUT, "nothing": "of any kind"})
    good = {"type": "text", "text": {"$data": "/headline"}, "style": "s"}
    write(Path("good.json"), {
        "page": {"width": "120px", "height": "300px"},
        "fonts": {"f": "sans-regular"},
        "styles": {"s": {"font": "f", "size": "10px", "leading": "12px"}},
        "body": good,
    })  # fmt: skip
    Path("good.png").hardlink_to(kind)
    before = state()
    assert run(call) == BAD_INPUT
    assert "error[output-is-input]" in capsys.readouterr().err
    assert state() == before
