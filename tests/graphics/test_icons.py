"""The shipped icons: one box, one weight, filled; found by their Chinese and English names."""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise

import pytest
from pages import ROOT

from infographic.display.items import Group, Path, Segment
from infographic.foundation.color import Color
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.diagnostics import SayingError
from infographic.foundation.geometry import Point
from infographic.graphics.icons import Icon, find, icon, icon_items, listed, matching, nearest
from infographic.graphics.icons.build_icons import table

BLACK = Color("black", (0, 0, 0, 1), (0, 0, 0))
FOLDER = ROOT / "infographic" / "graphics" / "icons"
Polygon = list[tuple[float, float]]


def polygons_of(segments: tuple[Segment, ...], steps: int = 8) -> list[Polygon]:
    polygons: list[Polygon] = []
    for kind, numbers in segments:
        places = list(zip(numbers[::2], numbers[1::2], strict=True))
        if kind == "M":
            polygons.append(places)
        elif kind == "L":
            polygons[-1] += places
        elif kind == "C":
            a, (b, c, d) = polygons[-1][-1], places
            for t in (step / steps for step in range(1, steps + 1)):
                shares = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
                pairs = list(zip(shares, (a, b, c, d), strict=True))
                x, y = (sum(share * place[axis] for share, place in pairs) for axis in (0, 1))
                polygons[-1].append((x, y))
    return polygons


def fills(polygons: list[Polygon], rows: int = 48) -> tuple[float, float]:
    """The share of the box that is filled by non-zero winding, and by even-odd."""
    nonzero = even_odd = 0.0
    edges = [edge for p in polygons for edge in pairwise([*p, p[0]])]
    for row in range(rows):
        y = (row + 0.5) / rows
        crossings = sorted(
            (a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1]), 1 if b[1] > a[1] else -1)
            for a, b in edges
            if (a[1] <= y) != (b[1] <= y)
        )
        winding = 0
        for number, ((x, turn), (until, _)) in enumerate(pairwise(crossings)):
            winding += turn
            nonzero += (until - x) / rows if winding else 0.0
            even_odd += 0.0 if number % 2 else (until - x) / rows
    return nonzero, even_odd


@pytest.mark.parametrize("name", listed())
def test_an_icon_is_filled_and_stands_in_the_middle_of_its_box(name: str) -> None:
    one = icon(name)
    kinds = Counter(kind for kind, _ in one.segments)
    assert set(kinds) <= {"M", "L", "C", "Z"}
    assert kinds["M"] == kinds["Z"] > 0
    polygons = polygons_of(one.segments)
    xs = [x for polygon in polygons for x, _ in polygon]
    ys = [y for polygon in polygons for _, y in polygon]
    ink = one.ink
    assert (min(xs), max(xs)) == pytest.approx((ink.x, ink.x + ink.width), abs=0.005)
    assert (min(ys), max(ys)) == pytest.approx((ink.y, ink.y + ink.height), abs=0.005)
    assert (ink.x + ink.width / 2, ink.y + ink.height / 2) == pytest.approx((0.5, 0.5), abs=1e-4)
    assert max(ink.width, ink.height) <= 1.0001


@pytest.mark.parametrize("name", listed())
def test_an_icon_is_as_heavy_as_the_set_and_both_fill_rules_draw_it_alike(name: str) -> None:
    nonzero, even_odd = fills(polygons_of(icon(name).segments))
    assert even_odd == pytest.approx(nonzero, abs=0.003)
    assert 0.18 < nonzero < 0.58


def test_icons_are_as_large_to_the_eye_as_each_other() -> None:
    # Height alone would make a bar of them small and a square large.
    large = [one for one in map(icon, listed()) if max(one.ink.width, one.ink.height) < 0.9995]
    assert len(large) > 120
    areas = [one.ink.width * one.ink.height for one in large]
    assert max(areas) / min(areas) < 2.1  # of boxes: what is round fills its own less
    assert icon("clock").ink.height == pytest.approx(0.846, abs=0.01)


def test_every_name_is_of_one_icon_alone() -> None:
    names = Counter(name for one in listed().values() for name in {n.casefold() for n in one.names})
    assert [name for name, count in names.items() if count > 1] == []
    assert all(one.zh for one in listed().values())
    assert len(listed()) >= 120


@pytest.mark.parametrize(
    ("asked", "found"),
    [("小麦", "grain"), ("grain", "grain"), ("Wheat", "grain"), ("high speed train",
     "high-speed-train"), ("高铁", "high-speed-train"), ("5G", "base-station"), ("麦田", None)],
)  # fmt: skip
def test_an_icon_is_found_by_each_of_its_names_exactly(asked: str, found: str | None) -> None:
    assert find(asked) == found


def test_an_unknown_name_is_said_with_the_nearest_one() -> None:
    with pytest.raises(SayingError, match="there is no icon “粮食产量”") as raised:
        icon("粮食产量")
    assert raised.value.hint == "did you mean “粮食”?"
    assert str(nearest("ambulanse")) == "did you mean “ambulance”?"
    with pytest.raises(SayingError) as raised:
        icon("龙")
    assert raised.value.hint.startswith("`infographic icons` lists them")


def test_a_word_finds_the_icons_with_it_in_a_name_and_an_exact_name_first() -> None:
    assert [one.name for one in matching("桥")] == ["bridge"]
    assert {"car", "bus", "train", "bicycle"} <= {one.name for one in matching("车")}
    assert matching("car")[0].name == "car"
    assert matching("no such sign") == ()


def test_an_icon_is_drawn_at_any_height_and_stands_on_a_labels_capitals() -> None:
    drop = icon("水滴")
    path = drop.path(24.0, BLACK)
    assert path.fill is BLACK
    assert path.stroke is None
    first, scaled = drop.segments[0][1], path.segments[0][1]
    assert scaled == pytest.approx(tuple(24 * number for number in first))
    (placed,) = icon_items("水滴", Point(10, 100), 24.0, BLACK, BUILT_IN, cap_height=7.0)
    assert placed.at == Point(10, 100 - 3.5 - 12)
    assert isinstance(placed.item, Group)
    assert isinstance(placed.item.items[0].item, Path)


def test_the_two_figures_of_one_drawing_are_a_man_and_a_woman_of_one_height() -> None:
    man, woman = icon("男"), icon("女")
    assert isinstance(man, Icon)
    assert man.ink.height == pytest.approx(woman.ink.height, abs=0.03)
    assert man.ink.width < woman.ink.width


def test_sources_are_pinned_and_their_licences_stand_beside_them() -> None:
    pins = json.loads((FOLDER / "sources.json").read_text("utf-8"))
    assert {each["name"]: (each["version"], each["licence"]) for each in pins["packages"]} == {
        "@phosphor-icons/core": ("2.1.1", "MIT"),
        "@mapbox/maki": ("8.2.0", "CC0-1.0"),
    }
    licences = {path.name: path.read_text("utf-8") for path in (FOLDER / "licences").iterdir()}
    assert licences["phosphor.txt"].startswith("MIT License")
    assert licences["maki.txt"].startswith("CC0 1.0 Universal")
    assert [each["name"] for each in pins["icons"]] == list(listed())
    assert (FOLDER / "icons.json").stat().st_size < 300_000


def test_the_manual_lists_every_icon_and_tells_their_number() -> None:
    manual = (ROOT / "docs" / "icons.md").read_text("utf-8")
    written = manual.partition("## The list\n\n")[2]
    rows = [{"name": one.name, "zh": one.zh, "en": one.en} for one in listed().values()]
    assert written == table(rows), "run: build_icons.py --update"
    readme = (ROOT / "README.md").read_text("utf-8")
    assert all(f"{len(rows)} signs" in text for text in (manual, readme))
