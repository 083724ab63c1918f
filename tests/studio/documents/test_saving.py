"""Documents and their files: saved whole or not at all, and never over somebody else's work."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from infographic.foundation import files
from infographic.foundation.diagnostics import MachineError, SpecError
from infographic.foundation.reach import Reach, within
from infographic.studio.documents.json_document import JsonDocument

TEXT = '{\r\n  "a": 6,\r\n  "b": "中",\r\n  "c": [1, 2]\r\n}\r\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "story.json"
    path.write_bytes(("\ufeff" + TEXT).encode())
    return path


def put(document: JsonDocument, pointer: str, value: Any) -> None:
    document.apply({"op": "set", "pointer": pointer, "value": value})


def elsewhere(file: Path, old: str, new: str) -> None:
    """What an editor does."""
    text = file.read_bytes().decode()
    assert old in text
    file.write_bytes(text.replace(old, new).encode())


def test_what_is_saved_is_the_file_with_that_value_changed(file: Path) -> None:
    document = JsonDocument.open(file)
    assert document.saved
    put(document, "/a", 7)
    assert (document.saved, document.version) == (False, 1)
    file.chmod(0o640)
    document.save()
    assert document.saved
    assert file.read_bytes() == ("\ufeff" + TEXT.replace("6", "7")).encode()
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_file_in_another_encoding_is_refused_and_named(tmp_path: Path) -> None:
    (tmp_path / "story.json").write_bytes('{"headline": "中国人民"}'.encode("gb18030"))
    with pytest.raises(SpecError, match="GBK"):
        JsonDocument.open(tmp_path / "story.json")
    with pytest.raises(SpecError, match="file-missing"):
        JsonDocument.open(tmp_path / "none.json")


def test_a_link_is_written_through_and_stays_a_link(file: Path, tmp_path: Path) -> None:
    (tmp_path / "link.json").symlink_to(file)
    document = JsonDocument.open(tmp_path / "link.json")
    put(document, "/a", 7)
    document.save()
    assert (tmp_path / "link.json").is_symlink()
    assert b"7" in file.read_bytes()


def test_a_link_that_leads_out_of_reach_by_now_is_not_written_through(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "story.json").write_text(TEXT)
    (tmp_path / "other.json").write_text(TEXT, newline="")
    with within(Reach((inside.resolve(),))):
        document = JsonDocument.open(inside / "story.json")
        with pytest.raises(SpecError, match="file-outside"):
            JsonDocument.open(tmp_path / "other.json")
    put(document, "/a", 7)
    (inside / "story.json").unlink()
    (inside / "story.json").symlink_to(tmp_path / "other.json")
    with pytest.raises(SpecError, match="file-outside"):
        document.save()
    assert (tmp_path / "other.json").read_bytes() == TEXT.encode()
    assert not document.saved


def full(*given: Any) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def read_only(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *given: False)


def full_disk(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", full)


def no_folder(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.unlink()
    file.parent.rmdir()


@pytest.mark.parametrize("trouble", [read_only, full_disk, no_folder])
def test_what_cannot_be_saved_is_kept_and_unsaved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: Callable[..., None]
) -> None:
    (tmp_path / "desk").mkdir()
    file = tmp_path / "desk" / "story.json"
    file.write_text(TEXT, newline="")
    document = JsonDocument.open(file, name="desk/story.json")
    put(document, "/a", 7)
    with monkeypatch.context() as patched:
        trouble(file, patched)
        with pytest.raises(MachineError) as caught:
            document.save()
        assert str(tmp_path) not in str(caught.value)
    assert not document.saved
    assert document.text == TEXT.replace("6", "7")
    assert not file.exists() or file.read_bytes().decode() == TEXT
    assert trouble is no_folder or [*file.parent.iterdir()] == [file]
    file.parent.mkdir(exist_ok=True)
    document.save()
    assert file.read_bytes().decode() == document.text


def test_a_file_that_nothing_unsaved_waits_for_is_read_again(file: Path) -> None:
    document = JsonDocument.open(file)
    elsewhere(file, "6", "66")
    change = document.disk_changed()
    assert (change.kind, document.value()["a"], document.saved) == ("reloaded", 66, True)
    assert document.disk_changed().kind == "same"
    elsewhere(file, "66,", "66,,")
    assert document.disk_changed().kind == "reloaded"
    assert document.value() is None
    assert document.faults()[0].origin.line == 2
    elsewhere(file, ",,", ",")
    document.disk_changed()
    assert document.faults() == ()


def test_changes_of_different_values_are_put_together_in_their_form(file: Path) -> None:
    document = JsonDocument.open(file)
    put(document, "/a", 7)
    document.apply({"op": "insert", "pointer": "/c", "value": 3})
    elsewhere(file, '  "b": "中"', '\t"d":  [\n0 ],\r\n  "b" : "国"')
    assert document.save().kind == "merged"
    want = TEXT.replace('  "b": "中"', '\t"d":  [\n0 ],\r\n  "b" : "国"')
    want = want.replace("6", "7").replace("2]", "2, 3]")
    assert document.text == "\ufeff" + want
    assert file.read_bytes() == document.text.encode()


def test_a_number_keeps_its_nought_when_it_is_put_together(file: Path) -> None:
    document = JsonDocument.open(file)
    document.apply({"op": "set", "pointer": "/a", "number": "2300.50"})
    elsewhere(file, "中", "国")
    document.save()
    assert '"a": 2300.50,' in file.read_text()


def test_a_value_that_both_changed_is_chosen_by_name(file: Path) -> None:
    document = JsonDocument.open(file)
    put(document, "/a", 7)
    put(document, "/c/0", 10)
    elsewhere(file, "6", "8")
    elsewhere(file, "中", "国")
    change = document.disk_changed()
    (conflict,) = change.conflicts
    assert (change.kind, conflict.pointer, conflict.ours, conflict.theirs) == (
        "conflict", "/a", 7, 8)  # fmt: skip
    with pytest.raises(SpecError, match="disk-conflict") as caught:
        document.save()
    assert "“/a” was changed here, to 7, and in the file, to 8" in str(caught.value)
    assert b"8" in file.read_bytes()
    assert document.value() == {"a": 7, "b": "国", "c": [10, 2]}
    document.keep_ours("/a")
    document.save()
    assert file.read_bytes().decode() == document.text
    with pytest.raises(SpecError, match="no-conflict"):
        document.take_theirs("/a")


def test_the_file_s_value_can_be_taken_though_the_list_has_moved(file: Path) -> None:
    document = JsonDocument.open(file)
    put(document, "/c/1", 20)
    elsewhere(file, "2]", "30]")
    document.disk_changed()
    document.apply({"op": "insert", "pointer": "/c", "index": 0, "value": 0})
    assert [one.pointer for one in document.conflicts] == ["/c/2"]
    document.take_theirs("/c/2")
    assert document.value()["c"] == [0, 1, 30]
    document.save()


def test_what_one_deletes_and_another_changes_is_asked(file: Path) -> None:
    document = JsonDocument.open(file)
    document.apply(
        [{"op": "delete", "pointer": "/a"}, {"op": "set", "pointer": "/b", "value": "x"}]
    )
    elsewhere(file, '"a": 6', '"a": 60')
    elsewhere(file, '\r\n  "b": "中",', "")
    document.disk_changed()
    assert {one.pointer: (one.stands, one.deleted) for one in document.conflicts} == {
        "/a": ("theirs", "ours"), "/b": ("ours", "theirs")}  # fmt: skip
    assert document.value() == {"a": 60, "b": "x", "c": [1, 2]}
    document.keep_ours("/a")
    document.take_theirs("/b")
    assert document.value() == {"c": [1, 2]}
    assert document.save().kind == "same"


def test_a_file_that_is_broken_meanwhile_is_not_written_over(file: Path) -> None:
    document = JsonDocument.open(file)
    put(document, "/a", 7)
    elsewhere(file, "2]", "2")
    change = document.disk_changed()
    assert change.kind == "broken"
    assert change.faults[0].code == "json-bracket"
    with pytest.raises(SpecError, match="disk-broken"):
        document.save()
    assert document.value()["a"] == 7
    elsewhere(file, ", 2", ", 2]")
    document.save()
    assert file.read_bytes().decode() == document.text


def test_a_file_that_was_deleted_is_written_again_from_what_is_here(file: Path) -> None:
    document = JsonDocument.open(file)
    file.unlink()
    assert document.disk_changed().kind == "gone"
    assert not document.saved
    document.save()
    assert file.read_bytes().decode() == document.text


def test_who_writes_at_the_last_moment_is_not_written_over(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = JsonDocument.open(file)
    put(document, "/a", 7)
    stage = files._stage
    written = []

    def staged(path: Path, data: bytes, work: Any) -> None:
        stage(path, data, work)
        if not written:
            elsewhere(file, "中", "国")
        written.append(data)

    monkeypatch.setattr(files, "_stage", staged)
    document.save()
    assert len(written) == 2
    assert document.value() == {"a": 7, "b": "国", "c": [1, 2]}
    assert file.read_bytes().decode() == document.text


def test_two_studios_on_one_file_lose_no_edit_of_each_other(file: Path) -> None:
    file.write_text("{}")

    def write(who: str) -> None:
        document = JsonDocument.open(file)
        for number in range(8):
            document.disk_changed()
            edit = {"op": "create", "pointer": f"/{who}{number}", "value": number}
            document.apply(edit)
            document.save()

    threads = [Thread(target=write, args=(who,)) for who in "ab"]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(JsonDocument.open(file).value()) == 16


def test_a_conflict_is_told_as_json_and_settled_exactly(file: Path) -> None:
    document = JsonDocument.open(file)
    document.apply({"op": "set", "pointer": "/a", "value": {"x": [1]}})
    elsewhere(file, "6", "2300.50")
    document.disk_changed()
    assert json.loads(json.dumps(document.conflicts))[0][2:4] == [{"x": [1]}, 2300.5]
    document.take_theirs("/a")
    assert document.words("/a") == "2300.50"
    assert document.saved
