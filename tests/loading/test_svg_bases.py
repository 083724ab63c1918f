"""An SVG base: shapes by title, id or group, in a plane; what is no named shape is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from infographic.foundation.base_map import BaseMap
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.geometry import Size
from infographic.graphics.maps.outlines import fitted
from infographic.loading.assets.maps import open_base


def read(folder: Path, body: str, head: str = "") -> tuple[BaseMap, tuple[Diagnostic, ...]]:
    text = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 400">{head}{body}</svg>'
    (folder / "base.svg").write_text(text, encoding="utf-8")
    return open_base(folder / "base.svg", BUILT_IN)


SQUARE = '<path id="甲县" d="M0 0H300V300H0z"/>'


def test_a_shape_is_named_by_its_title_its_id_or_its_group(tmp_path: Path) -> None:
    base, doubts = read(
        tmp_path,
        SQUARE
        + '<polygon points="300,0 600,0 600,300"><title>乙县</title></polygon>'
        + '<g id="丙县"><rect x="600" width="10" height="50"/><circle cx="800" cy="20" r="9"/></g>',
    )
    assert [shape.name for shape in base.shapes] == ["甲县", "乙县", "丙县"]
    assert [len(shape.polygons) for shape in base.shapes] == [1, 1, 2]
    assert base.shapes[0].polygons == ((((0, 0), (300, 0), (300, 300), (0, 300)),),)
    assert (base.is_geographic, doubts) == (False, ())


def test_groups_move_what_stands_in_them(tmp_path: Path) -> None:
    base, _ = read(tmp_path, f'<g transform="translate(10 20) scale(2)">{SQUARE}</g>')
    assert base.shapes[0].polygons[0][0][2] == (610, 620)


def test_a_hole_is_a_ring_inside_another_and_an_island_in_it_an_area(tmp_path: Path) -> None:
    rings = "M0 0H90V90H0z M20 20H70V70H20z M40 40H50V50H40z"
    base, _ = read(tmp_path, f'<path id="甲县" d="{rings}"/>')
    assert [len(polygon) for polygon in base.shapes[0].polygons] == [2, 1]


def test_what_is_not_filled_is_a_line(tmp_path: Path) -> None:
    base, _ = read(
        tmp_path,
        SQUARE + '<path id="十段线" class="b" d="M5 5L90 90"/>',
        "<style>.b {fill: none}</style>",
    )
    line = base.shapes[1]
    assert (line.polygons, line.lines) == ((), (((5, 5), (90, 90)),))


def test_it_is_drawn_the_right_way_up_and_never_turned_round_the_globe(tmp_path: Path) -> None:
    base, _ = read(tmp_path, SQUARE + '<path id="乙县" d="M600 100H900V400H600z"/>')
    first, second = fitted(base, Size(90, 90)).shapes
    assert [max(x) for x in zip(*first.polygons[0][0], strict=True)] == pytest.approx([30, 30])
    assert [max(x) for x in zip(*second.polygons[0][0], strict=True)] == pytest.approx([90, 40])
    assert fitted(base, Size(90, 90)).at(10, 10) is None


def test_what_is_no_named_shape_is_left_out_and_said(tmp_path: Path) -> None:
    base, doubts = read(tmp_path, SQUARE + "<rect width='9' height='9'/><text>甲县</text><text/>")
    assert len(base.shapes) == 1
    assert [(d.code, d.saying.values["kind"], d.saying.values["count"]) for d in doubts] == [
        ("map-svg", "shape without a name", 1), ("map-svg", "text", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<path d="M0 0H9V9z"/>', "map-svg"),
        ('<path id="甲县" d="M0 0 nonsense"/>', "map-svg"),
        ('<path id="甲县" transform="spin(3)" d="M0 0H9V9z"/>', "map-svg"),
        ("<path", "svg-broken"),
    ],
)
def test_what_cannot_be_read_is_an_error(tmp_path: Path, body: str, code: str) -> None:
    with pytest.raises(SpecError) as caught:
        read(tmp_path, body)
    assert [fault.code for fault in caught.value.diagnostics] == [code]
    assert all(str(fault) for fault in caught.value.diagnostics)
