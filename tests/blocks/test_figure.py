"""figure: the picture's window, its caption, and the place kept for one still to come."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from small_pages import (
    Box,
    Line,
    composed,
    faults,
    groups,
    lines,
    near,
    paths,
    pictures,
    roles,
    words,
)

from infographic.composed import ComposedPage
from infographic.display.items import Path as Path_
from infographic.display.items import Role

CAPTION = {"caption": "国人", "credit": "月日"}


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a picture three times as wide as high, and one that is high."""
    folder = tmp_path_factory.mktemp("pictures")
    Image.new("RGB", (300, 100)).save(folder / "wide.png")
    Image.new("RGB", (100, 200)).save(folder / "high.png")
    return folder


def figure(**fields: Any) -> dict[str, Any]:
    return {"type": "figure", "figure": {"$data": "/figures/0"}, **fields}


def set_figure(
    root: Path, data: dict[str, Any], height: float | None = None, **fields: Any
) -> ComposedPage:
    image = data.get("image")
    told = {**data, "image": str(root / image)} if image else data
    return composed(figure(**fields), 100, height, story={"figures": [told]}, root=root)


def test_a_picture_is_as_high_as_it_is_by_nature(root: Path) -> None:
    page = set_figure(root, {"image": "high.png"})
    assert pictures(page) == [(Box(0, 0, 100, 200), (0, 0, 1, 1))]


@pytest.mark.parametrize(
    ("focus", "left"), [(None, 1 / 3), ([0.1, 0.5], 0), ([0.5, 0.5], 1 / 3), ([0.9, 0.5], 2 / 3)]
)
def test_a_crop_keeps_the_focus_in_its_window(
    root: Path, focus: list[float] | None, left: float
) -> None:
    data = {"image": "wide.png", **({"focus": focus} if focus else {})}
    ((box, window),) = pictures(set_figure(root, data, ratio="1:1"))
    assert box == Box(0, 0, 100, 100)
    assert window == pytest.approx((left, 0, 1 / 3, 1), abs=1e-5)


def test_a_high_picture_loses_head_and_foot(root: Path) -> None:
    ((box, window),) = pictures(set_figure(root, {"image": "high.png"}, ratio="2:1"))
    assert (box, window) == (Box(0, 0, 100, 50), (0, 0.375, 1, 0.25))


@pytest.mark.parametrize(
    ("fields", "share"), [({"ratio": "2:1"}, "25%"), ({"ratio": "1:1"}, ""), ({}, ""),
                          ({"ratio": "2:1", "crop": "contain"}, "")],
)  # fmt: skip
def test_a_picture_that_its_frame_cuts_by_more_than_half_is_doubted(
    root: Path, fields: dict[str, Any], share: str
) -> None:
    page = set_figure(root, {"image": "high.png"}, **fields)
    found = [one for one in page.diagnostics if one.code == "picture-cropped"]
    assert [one.message[:8] for one in found] == ([f"only {share}"] if share else [])
    assert all(one.origin.pointer == "/figures/0" for one in found)


def test_a_contained_picture_is_shown_whole_in_its_middle(root: Path) -> None:
    page = set_figure(root, {"image": "wide.png"}, ratio="1:1", crop="contain", tint="grey")
    assert pictures(page) == [(Box(0, 33.33, 100, 33.33), (0, 0, 1, 1))]
    assert paths(page) == [Box(0, 0, 100, 100)]


def test_a_figure_in_a_frame_gives_the_picture_what_its_caption_leaves(root: Path) -> None:
    data = {"image": "wide.png", **CAPTION}
    page = set_figure(root, data, 116, caption_style="s", caption_gap="4pt", smallest="50pt")
    ((box, _),) = pictures(page)
    assert box == Box(0, 0, 100, 100)
    assert lines(page)[0].y == near(104 + 9.8)


def test_a_frame_too_low_for_picture_and_caption_is_a_fault(root: Path) -> None:
    body = figure(smallest="50pt", caption_style="s")
    (fault,) = faults(body, 100, 60, story={"figures": [CAPTION]})
    assert (fault.code, fault.origin.pointer) == ("overfull", "/figures/0")


def test_a_caption_begins_with_its_number_and_ends_with_its_credit(root: Path) -> None:
    page = set_figure(root, CAPTION, caption_style="s", ratio="1:1")
    assert lines(page) == [Line(0, 113.8, "图①　国人　月日")]


def test_a_caption_may_stand_without_number(root: Path) -> None:
    page = set_figure(root, CAPTION, caption_style="s", numbered=False)
    assert words(page) == "国人　月日"


def test_figures_are_numbered_by_their_place_in_the_story(root: Path) -> None:
    body = {"type": "figure", "figure": {"$data": "/figures/2"}, "caption_style": "s"}
    page = composed(body, story={"figures": [{}, {}, {"caption": "国人"}]})
    assert words(page) == "图③　国人"


def test_a_caption_inset_leaves_room_on_both_sides(root: Path) -> None:
    data = {"caption": "一二三四五六七八九十"}
    page = set_figure(root, data, caption_style="s", numbered=False, caption_inset="10pt")
    assert [(line.x, line.text) for line in lines(page)] == [(10, "一二三四五六七八"), (10, "九十")]


def test_room_is_kept_for_so_many_caption_lines(root: Path) -> None:
    page = set_figure(root, CAPTION, caption_style="s", ratio="1:1", lines=3)
    assert page.page.trim.height == 100 + 4 + 3 * 12


def test_a_picture_still_to_come_is_a_quiet_place_of_its_size(root: Path) -> None:
    page = set_figure(
        root, {"aspect": "2:1", "alt": "国人"}, placeholder_style="mark", tint="grey", mark="red"
    )
    ground, ring, *_ = paths(page)
    assert ground == Box(0, 0, 100, 50)
    assert (near(ring.x + ring.width / 2), ring.width) == (50, ring.height)
    assert pictures(page) == []


def test_what_a_placeholder_shows_is_not_read_as_words(root: Path) -> None:
    page = set_figure(root, {"aspect": "1:1"}, placeholder_style="mark", mark="red")
    assert len(paths(page)) > 1
    assert words(page) == ""


def test_nothing_of_a_placeholder_stands_outside_it(root: Path) -> None:
    page = set_figure(root, {"aspect": "9:1"}, placeholder_style="mark", mark="red", tint="grey")
    box = Box(0, 0, 100, near(100 / 9))
    assert all(path.y >= 0 and path.y + path.height <= box.height for path in paths(page))


def test_alt_is_the_figures_own_or_its_caption(root: Path) -> None:
    for data, alt in (({"alt": "一", "caption": "二"}, "一"), ({"caption": "二"}, "二")):
        ((_, _, group),) = groups(set_figure(root, data), "picture")
        assert (group.alt, group.role) == (alt, Role.FIGURE)


def test_a_figure_and_its_caption_belong_together(root: Path) -> None:
    page = set_figure(root, CAPTION, caption_style="s")
    assert roles(page) == [Role.SECTION, Role.FIGURE, Role.CAPTION]


@pytest.mark.parametrize("ratio", ["3x2", "3/2", "3:0", "1.5", "0:2"])
def test_what_is_no_ratio_is_said_and_not_passed_over(ratio: str) -> None:
    (fault,) = faults(figure(ratio=ratio), story={"figures": [{}]})
    assert (fault.code, fault.origin.pointer) == ("value-kind", "/body/ratio")
    (fault,) = faults(figure(), story={"figures": [{"aspect": ratio}]})
    assert (fault.code, fault.origin.pointer) == ("value-kind", "/figures/0/aspect")


@pytest.mark.parametrize(
    ("image", "code"), [("none.png", "image-missing"), ("/etc/hostname", "file-outside")]
)
def test_a_picture_that_cannot_be_read_is_an_error_at_its_name(
    root: Path, image: str, code: str
) -> None:
    path = image if image.startswith("/") else str(root / image)
    (fault,) = faults(figure(), story={"figures": [{"image": path}]}, root=root)
    assert (fault.code, fault.origin.pointer) == (code, "/figures/0/image")


TRIANGLE = [[1, 0], [1, 1], [0, 1]]


def wrapped(root: Path, image: str | None) -> ComposedPage:
    """A picture of 60 × 60 at the right of words, which run along a triangle."""
    block = figure(ratio="1:1", tint="grey")
    inset = {"block": block, "width": "60pt", "side": "right", "gap": "0pt", "contour": TRIANGLE}
    article = {"type": "article", "body": ["一二三四五六七八九十" * 3], "style": "body",
               "narrowest": 2, "insets": [inset]}  # fmt: skip
    told = {"image": image and str(root / image)}
    return composed(article, 100, story={"figures": [told]}, root=root)


def test_a_placeholder_keeps_to_the_contour_that_words_run_along(root: Path) -> None:
    page = wrapped(root, None)
    (tint,) = [p.item for p in page.page.walk() if isinstance(p.item, Path_)]
    assert [at for verb, at in tint.segments if verb != "Z"] == [(60, 0), (60, 60), (0, 60)]


def test_words_along_a_picture_that_is_not_cut_out_are_warned_of(root: Path) -> None:
    Image.new("RGBA", (90, 90), (200, 0, 0, 90)).save(root / "cut.png")
    opaque, cut = wrapped(root, "wide.png"), wrapped(root, "cut.png")
    assert [fault.code for fault in opaque.diagnostics if fault.code.startswith("contour")] == [
        "contour-opaque"
    ]
    assert "contour-opaque" not in [fault.code for fault in cut.diagnostics]
