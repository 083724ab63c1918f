"""Layouts that go by the shape of a story's picture."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from small_pages import composed, pictures

from infographic.foundation.diagnostics import SpecError
from infographic.foundation.reach import Reach, within
from infographic.loading.binding.bind import bind
from infographic.loading.reading.values import node_of


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shapes")
    for name, size in {
        "high": (60, 90),
        "wide": (90, 60),
        "even": (90, 84),
        "long": (90, 44),
    }.items():
        Image.new("RGB", size).save(folder / f"{name}.png")
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (90, 60)).save(folder / "turned.jpg", exif=exif)
    return folder


def holds(root: Path, figures: list[dict[str, Any]], shape: object, **more: Any) -> bool:
    layout = {
        "$if": {"shape": "/figures/0", "is": shape, **more},
        "then": {"a": 1},
        "else": {"b": 1},
    }
    told = [
        {**one, "image": str(root / one["image"])} if "image" in one else one for one in figures
    ]
    bound = bind(node_of(layout, "layout"), node_of({"figures": told}, "story"))
    return bound.node.plain() == {"a": 1}


@pytest.mark.parametrize(
    ("image", "shape"),
    [("high.png", "portrait"), ("wide.png", "landscape"), ("even.png", "square"),
     ("turned.jpg", "portrait"), ("gone.jpg", "none")],
)  # fmt: skip
def test_a_condition_goes_by_the_shape_that_is_seen(root: Path, image: str, shape: str) -> None:
    for name in ("portrait", "square", "landscape", "panorama", "none"):
        assert holds(root, [{"image": image}], name) == (name == shape)


def test_a_panorama_is_landscape_too(root: Path) -> None:
    for name in ("panorama", "landscape"):
        assert holds(root, [{"image": "long.png"}], name)
    assert not holds(root, [{"image": "wide.png"}], "panorama")
    assert not holds(root, [{"image": "long.png"}], ["square", "portrait"])


def test_without_picture_or_figure_the_shape_is_none(root: Path) -> None:
    assert holds(root, [{"caption": "国"}], "none")
    assert holds(root, [], "none")
    assert not holds(root, [], "portrait")


def test_several_shapes_may_be_named(root: Path) -> None:
    assert holds(root, [{"image": "high.png"}], ["square", "portrait"])
    assert not holds(root, [{"image": "high.png"}], ["square", "landscape"])


def test_a_picture_outside_the_root_is_not_looked_into(root: Path, tmp_path: Path) -> None:
    layout = {"$if": {"shape": "/figures/0", "is": "none"}, "then": {"a": 1}, "else": {"b": 1}}
    story = {"figures": [{"image": str(root / "high.png")}]}
    with within(Reach((tmp_path.resolve(),))):
        bound = bind(node_of(layout, "layout"), node_of(story, "story"))
    assert bound.node.plain() == {"a": 1}


@pytest.mark.parametrize("shape", ["tall", [], 3, None])
def test_what_is_no_shape_is_said(root: Path, shape: object) -> None:
    with pytest.raises(SpecError) as caught:
        holds(root, [], shape)
    assert [one.saying.key for one in caught.value.diagnostics] == ["bind-form/shape"]


@pytest.mark.parametrize(
    ("image", "ratio"), [("high.png", 3 / 4), ("wide.png", 3 / 2), ("even.png", 90 / 84)]
)
def test_a_frame_takes_its_pictures_shape_within_bounds(
    root: Path, image: str, ratio: float
) -> None:
    body = {"type": "figure", "figure": {"$data": "/figures/0"}, "ratio": "auto"}
    page = composed(body, 120, story={"figures": [{"image": str(root / image)}]}, root=root)
    ((box, _),) = pictures(page)
    assert box.width / box.height == pytest.approx(ratio, abs=0.01)
    body["ratios"] = ["1:1", "1:1"]
    page = composed(body, 120, story={"figures": [{"image": str(root / image)}]}, root=root)
    assert pictures(page)[0][0].height == pytest.approx(120, abs=0.01)
