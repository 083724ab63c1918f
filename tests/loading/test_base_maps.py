"""A map's base is found beside its story, inside the root, and its faults are named by line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from infographic.foundation.base_map import BaseMap
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.reach import Reach, within
from infographic.loading.decoded_story import DecodedStory, decode_story
from infographic.loading.reading.source import read_file

RING = [[10, 0], [11, 0], [11, 1], [10, 0]]


def told(folder: Path, file: object, root: Path | None = None) -> DecodedStory:
    story = {"headline": "大事", "base": {"file": file, "approval": "虚S(2026)001号"}}
    (folder / "story.json").write_text(json.dumps(story), encoding="utf-8")
    with within(Reach(((root or folder).resolve(),))):
        return decode_story(read_file(folder / "story.json", relaxed=False))


def put(folder: Path, ring: object, name: str = "base.geojson") -> str:
    feature = {"type": "Feature", "properties": {"村名": "甲", "name": "乙"}}
    feature["geometry"] = {"type": "Polygon", "coordinates": [ring]}
    text = json.dumps({"type": "FeatureCollection", "features": [feature]}, indent=1)
    (folder / name).write_text(text, encoding="utf-8")
    return name


def fault_in(folder: Path, file: object, root: Path | None = None) -> tuple[str, str, int]:
    with pytest.raises(SpecError) as caught:
        told(folder, file, root)
    (fault,) = caught.value.diagnostics
    return fault.saying.key, fault.origin.pointer, fault.origin.line


def base_of(decoded: DecodedStory) -> BaseMap:
    found = decoded.story.base.file  # type: ignore[union-attr]
    assert isinstance(found, BaseMap)
    return found


def test_a_base_is_read_from_the_storys_folder_and_is_an_input(tmp_path: Path) -> None:
    decoded = told(tmp_path, put(tmp_path, RING))
    assert [shape.name for shape in base_of(decoded).shapes] == ["乙"]
    assert decoded.once.files == [tmp_path / "base.geojson"]


def test_the_property_with_the_names_can_be_said(tmp_path: Path) -> None:
    file = {"path": put(tmp_path, RING), "names": "村名"}
    assert [shape.name for shape in base_of(told(tmp_path, file)).shapes] == ["甲"]


def test_a_base_is_read_anew_when_its_file_changes(tmp_path: Path) -> None:
    first = base_of(told(tmp_path, put(tmp_path, RING)))
    same = base_of(told(tmp_path, put(tmp_path, RING)))
    other = base_of(told(tmp_path, put(tmp_path, [[20, 0], *RING[1:3], [20, 0]])))
    assert first == same != other


def test_a_fault_is_named_by_its_line_in_the_base(tmp_path: Path) -> None:
    name = put(tmp_path, [[10, 0], [110, 100], [11, 1], [10, 0]])
    line = (tmp_path / name).read_text().splitlines().index("       110,") + 1
    assert fault_in(tmp_path, name) == (
        "map-projected/range", "/features/0/geometry/coordinates/0/1", line - 1
    )  # fmt: skip


def test_a_base_outside_the_root_is_not_opened(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    put(tmp_path, RING)
    assert fault_in(inner, "../base.geojson", inner)[0] == "file-outside"
    (inner / "link.geojson").symlink_to(tmp_path / "base.geojson")
    assert fault_in(inner, "link.geojson", inner)[0] == "file-outside"


@pytest.mark.parametrize(
    ("file", "key"),
    [
        ("none.geojson", "map-missing/file"),
        (".", "map-missing/folder"),
        ("https://example.org/a.json", "map-missing/address"),
        (7, "value-kind/map"),
        ({"names": "name"}, "value-kind/map"),
        ({"path": "base.geojson", "names": 3}, "value-kind/map"),
        ({"path": "base.geojson", "lyer": "a"}, "value-kind/map-part"),
    ],
)
def test_what_is_no_base_is_said_at_its_place(tmp_path: Path, file: object, key: str) -> None:
    put(tmp_path, RING)
    said, pointer, line = fault_in(tmp_path, file)
    assert said == key
    assert pointer.startswith("/base/file")
    assert line == 1
