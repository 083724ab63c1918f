"""Maps in all sizes and of all values: nothing collides, leaves its frame, or lies."""

from __future__ import annotations

from pathlib import Path

import pytest
from checks import word_boxes, words_are_apart
from drawing import marks_on
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mapping import APPROVAL, PROVINCE, RATE, TOTAL, base_in, errors_of, located, mapped, squares

from infographic.display.items import Group, Role, walk
from infographic.foundation.geometry import Point
from infographic.pipeline import compose
from infographic.press.inspect.run import inspect

BASE = {"file": str(PROVINCE / "lanchuan.geojson"), "approval": APPROVAL}
NAMES = (
    "云浦市", "松棱县", "白砻县", "鹿汀县", "霁山县", "棠埠市", "禾浦县", "枫塘县", "银渚市",
    "雁埠苗族自治县", "岚阳市", "青屿县",
)  # fmt: skip
LABELS = {
    f"graphic-{role}": {"based_on": "s", "size": "9pt", "leading": "12pt"}
    for role in ("label", "strong", "tick", "source", "measure", "figure")
}


values = st.lists(
    st.one_of(
        st.none(),
        st.integers(-3, 3),
        st.floats(-1e12, 1e12).map(lambda v: round(float(f"{v:.4g}"), 9)),
        st.floats(1e-6, 1).map(lambda v: float(f"{v:.2g}")),
    ),
    min_size=1,
    max_size=12,
).filter(lambda row: any(v is not None for v in row))


@given(values, st.integers(110, 500), st.sampled_from([RATE, TOTAL]))
@example([100000000000.0], 146, TOTAL)
@settings(max_examples=8, deadline=None)
def test_words_of_a_map_never_collide_and_stay_in_their_frame(
    row: list[float | None], width: int, measure: dict[str, str]
) -> None:
    rows = [[name, value] for name, value in zip(NAMES, row, strict=False)]
    page = mapped(BASE, rows, measure=measure, root=PROVINCE, width=width, styles=LABELS)
    instead = [d.saying.values["instead"] for d in page.diagnostics if d.code == "graphic-simpler"]
    if instead not in ([], ["circle-map"]):
        return  # bars and figures have tests of their own
    words_are_apart(page, width)


@given(st.lists(st.tuples(st.floats(150.6, 153.9), st.floats(29.9, 33.1)), min_size=1, max_size=14),
       st.integers(120, 500))  # fmt: skip
@settings(max_examples=8, deadline=None)
def test_names_of_places_never_collide_and_stay_in_their_frame(
    points: list[tuple[float, float]], width: int
) -> None:
    places = [{"name": f"地点{n}", "at": list(at)} for n, at in enumerate(points)]
    page = located(BASE, places, root=PROVINCE, width=width)
    words_are_apart(page, width)


def test_the_example_shows_a_map_of_every_kind() -> None:
    page = compose(PROVINCE / "maps.json", str(PROVINCE / "layout.json"))
    assert [str(one) for one in page.diagnostics if one.severity != "note"] == []
    kinds = [group.item.name for group in walk(page.page.items, Point(0, 0))
             if isinstance(group.item, Group) and group.item.role is Role.FIGURE]  # fmt: skip
    assert kinds == ["value-map", "value-map", "circle-map", "locator"]


PRESSES = ["newsprint", "newsprint-x1a"]


@pytest.mark.full
@pytest.mark.parametrize("press", PRESSES)
def test_the_page_of_maps_is_printed_without_a_fault(press: str) -> None:
    page = compose(PROVINCE / "maps.json", str(PROVINCE / "layout.json"), press=press)
    assert list(page.preflight()) == []
    assert inspect(page.pdf(), "maps.pdf", page.press) == ()


@pytest.mark.parametrize("press", PRESSES)
def test_a_map_is_printed_without_a_fault(press: str, tmp_path: Path) -> None:
    base = base_in(tmp_path, squares("甲", "乙", "丙"))
    rows = [["甲", 1], ["乙", 2]]
    styles = {"graphic-source": {"based_on": "s", "size": "8pt", "leading": "10pt"}}
    page = mapped(base, rows, root=tmp_path, styles={**LABELS, **styles}, press=press)
    assert [str(one) for one in page.preflight()] == []
    assert inspect(page.pdf(), "map.pdf", page.press) == ()


def test_an_islet_too_small_to_be_seen_is_drawn_as_a_dot() -> None:
    def dots(width: float) -> int:
        page = mapped(BASE, [["云浦市", 1]], root=PROVINCE, width=width, styles=LABELS)
        own = [m for m in marks_on(page.page) if m.pointer == "/charts/0/base" and m.path.fill]
        return sum(m.box.width == pytest.approx(0.8, abs=0.01) for m in own)

    assert (dots(150), dots(500)) == (1, 0)


def test_names_stand_where_they_cross_the_fewest_borders(tmp_path: Path) -> None:
    # A dot close to the border at its right: the name stands at its left.
    base = base_in(tmp_path, squares("甲", "乙", "丙"))
    page = located(base, [{"name": "港口", "at": [10.97, 0.5]}], root=tmp_path, width=300)
    ((_, name),) = [one for one in word_boxes(page) if one[0] == "港口"]
    assert name.right < 97


def test_few_names_stand_on_other_places_than_their_own() -> None:
    def named(width: float) -> list[str]:
        rows = [[name, n] for n, name in enumerate(NAMES)]
        page = mapped(BASE, rows, root=PROVINCE, width=width, styles=LABELS)
        texts = [text for text, _ in word_boxes(page)]
        # On the map, and where it is crowded in a list as well.
        return [name for name in NAMES if texts.count(name) == (2 if "12" in texts else 1)]

    assert named(420) == list(NAMES), "the enclave's alone stands on its neighbour"
    assert "岚阳市" not in named(160)


def test_an_svg_base_takes_values_by_name_and_no_coordinates(tmp_path: Path) -> None:
    shapes = "".join(
        f'<path id="{name}" d="M{n * 100} 0h100v100h-100z"/>' for n, name in enumerate("甲乙丙")
    )
    (tmp_path / "base.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100">{shapes}</svg>',
        encoding="utf-8",
    )
    base = {"file": str(tmp_path / "base.svg"), "approval": APPROVAL}
    page = mapped(base, [["甲", 1], ["乙", 2], ["丙", 3]], root=tmp_path, styles=LABELS)
    texts = [text for text, _ in word_boxes(page)]
    assert {"甲", "乙", "丙"} <= set(texts)
    assert not any("公里" in text for text in texts), "there is no scale without coordinates"
    (said,) = errors_of(lambda: located(base, [{"name": "港", "at": [100, 30]}], root=tmp_path))
    assert said.saying.key == "map-place/plane"
