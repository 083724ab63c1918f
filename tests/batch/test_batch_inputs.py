"""Stories, layouts and pictures by URL: fetched by who needs them, within reach, as they are."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from infographic import using_limits
from infographic.batch.engine.flow import results
from infographic.batch.engine.here import InProcess
from infographic.batch.job import Job, Result
from infographic.batch.making import made
from infographic.batch.rows.read import read_rows
from infographic.batch.stores import inputs, store_of
from infographic.batch.template.reading import read_template
from infographic.foundation import reach
from infographic.foundation.calls import CallError
from infographic.foundation.diagnostics import MachineError

BUCKET = "memory://inputs"
LAYOUT = {
    "page": {"width": "600px", "height": "400px", "margins": 0},
    "body": {"type": "figure", "figure": {"$data": "/figures/0"}},
}


def own_names() -> tuple[str, ...]:
    return "a/layout.json", "a/pictures/1.jpg", "a/story.json"


def story(image: str) -> bytes:
    shown = {"headline": "大事", "figures": [{"image": image, "caption": "图", "credit": "记者"}]}
    return json.dumps(shown).encode()


def picture(red: int) -> bytes:
    file = BytesIO()
    Image.new("RGB", (1200, 900), (red, 0, 0)).save(file, "JPEG")
    return file.getvalue()


FILES = {
    "secret.jpg": picture(0),
    "a/story.json": story("pictures/1.jpg"),
    "a/layout.json": json.dumps(LAYOUT).encode(),
    "a/pictures/1.jpg": picture(200),
    "a/outside.json": story("../secret.jpg"),
    "a/nothing.json": story("pictures/2.jpg"),
}


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The URLs that were asked for, of a bucket with the files, for a user without copies."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(inputs, "_ASKED", {})
    monkeypatch.setattr(inputs, "_BASES", {})
    monkeypatch.setattr(reach, "BEFORE", [])
    found: list[str] = []
    got = inputs.got

    def counted(place: Any, known: str, most: int) -> Any:
        found.append(f"{place.path}?" if known else place.path)
        return got(place, known, most)

    monkeypatch.setattr(inputs, "got", counted)
    store_of(BUCKET).put_all(list(FILES.items()))
    yield found


def page(name: str, **options: Any) -> Result:
    return made(Job(f"{BUCKET}/a/{name}", f"{BUCKET}/a/layout.json", ("x.png",), options=options))


def test_a_story_its_layout_and_picture_by_url_make_the_bytes_of_a_folder(
    asked: list[str], tmp_path: Path
) -> None:
    for name, data in FILES.items():
        path = tmp_path / "there" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    folder = tmp_path / "there" / "a"
    there = made(Job(str(folder / "story.json"), str(folder / "layout.json"), ("x.png",)))
    here = page("story.json")
    assert here.is_made
    assert here.outputs == there.outputs
    own = [one.path for one in here.inputs if one.path.startswith(BUCKET)]
    assert sorted(own) == [f"{BUCKET}/{name}" for name in own_names()]
    assert {one.digest for one in here.inputs} == {one.digest for one in there.inputs}
    # And where a project may have a press profile of its own; each once, and nothing else.
    assert set(asked) - {"a/screen.json", "a/layouts/screen.json"} == set(own_names())
    assert len(asked) == len(set(asked))


def test_what_lies_outside_the_folder_of_a_story_is_not_even_asked_for(asked: list[str]) -> None:
    (fault,) = page("outside.json").diagnostics
    assert fault.code == "file-outside"
    assert "secret.jpg" not in asked
    # It is called as its author knows it, not as the copy that it is.
    assert str(fault).startswith(f"{BUCKET}/a/outside.json:1:")
    assert f"--allow {BUCKET}/secret.jpg" in str(fault)
    assert "cache" not in str(fault)
    assert page("outside.json", allow=[f"{BUCKET}/secret.jpg"]).is_made
    assert page("outside.json", root=BUCKET).is_made


def test_an_object_that_is_not_there_is_said_as_a_file_is(asked: list[str]) -> None:
    (fault,) = page("nothing.json").diagnostics
    assert fault.code == "image-missing"
    gone = page("gone.json")
    assert gone.failure == "machine"
    assert "no such object" in gone.diagnostics[0].message


def test_a_copy_is_asked_about_once_in_a_while_and_comes_anew_where_it_changed(
    asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = page("story.json")
    asked.clear()
    assert page("story.json").outputs == before.outputs
    assert asked == []
    monkeypatch.setattr(inputs, "AGE", 0)
    copy = inputs.copy_of(f"{BUCKET}/a/pictures/1.jpg")
    stamp = copy.stat()
    assert page("story.json").outputs == before.outputs
    assert "a/pictures/1.jpg?" in asked
    assert (copy.stat().st_ino, copy.stat().st_mtime_ns) == (stamp.st_ino, stamp.st_mtime_ns)
    store_of(BUCKET).put_all([("a/pictures/1.jpg", picture(90))])
    after = page("story.json")
    assert after.outputs != before.outputs
    # A copy that was cut off is known by its size.
    copy.write_bytes(copy.read_bytes()[:100])
    assert page("story.json").outputs == after.outputs


def test_a_template_by_url_finds_its_pictures_in_whatever_process_a_row_of_it_is_made(
    asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = json.loads(story("pictures/{{id}}.jpg"))
    store_of(BUCKET).put_all([("a/template.json", json.dumps(template).encode())])
    (tmp_path / "rows.csv").write_text("id,gdp\n1,2\n", "utf-8")
    (row,) = read_rows(str(tmp_path / "rows.csv")).rows
    maker = pickle.dumps(read_template(f"{BUCKET}/a/template.json").maker(row))
    assert str(tmp_path / "cache").encode() not in maker
    # As on another machine: other copies, nothing known.
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "elsewhere"))
    for name, nothing in {"_ASKED": {}, "_BASES": {}}.items():
        monkeypatch.setattr(inputs, name, nothing)
    reach.BEFORE.clear()
    asked.clear()
    there = made(Job(pickle.loads(maker), f"{BUCKET}/a/layout.json", ("x.png",)))
    assert there.is_made
    assert there.outputs == page("story.json").outputs
    assert asked.count("a/pictures/1.jpg") == 1
    assert f"{BUCKET}/a/pictures/1.jpg" in {one.path for one in there.inputs}


def test_an_object_larger_than_the_limit_is_not_fetched(asked: list[str]) -> None:
    with using_limits({"fetched-bytes": 10}), pytest.raises(MachineError, match="more than 10"):
        inputs.fetched(f"{BUCKET}/a/story.json")


@pytest.mark.parametrize("name", ["", "a/", "a/../secret.jpg", "a//story.json"])
def test_a_folder_is_no_input(asked: list[str], name: str) -> None:
    with pytest.raises(CallError):
        inputs.fetched(f"{BUCKET}/{name}")
    assert asked == []


def test_an_input_is_not_written_over(asked: list[str]) -> None:
    job = Job(f"{BUCKET}/a/story.json", f"{BUCKET}/a/layout.json", ("a/pictures/1.jpg",))
    (one,) = results([job], InProcess(), BUCKET)
    assert [fault.code for fault in one.diagnostics if fault.code != "story-unused"] == [
        "output-is-input"
    ]
    assert store_of(BUCKET).get("a/pictures/1.jpg") == FILES["a/pictures/1.jpg"]


def test_copies_are_their_users_alone(asked: list[str]) -> None:
    page("story.json")
    assert inputs._copies().stat().st_mode & 0o077 == 0
