"""A manifest's file: whose it is, what is refused, and what must never stand in it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from infographic.batch.job import Input, Job, Output, Result
from infographic.batch.manifest import opening
from infographic.batch.manifest.opening import opened_to_read, opened_to_write
from infographic.batch.manifest.schema import VERSION
from infographic.batch.manifest.secrets import redacted
from infographic.batch.manifest.writing import Manifest
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, MachineError, SpecError
from infographic.foundation.sayings import say

SECRET = "hunter2"


def test_a_manifest_has_a_log_a_version_and_can_be_read_while_it_is_written(
    tmp_path: Path,
) -> None:
    path = tmp_path / "deep" / "made.sqlite"
    with Manifest(path) as manifest:
        assert manifest.has_log
        manifest.begin("rows.csv", "out", "mark", ["{id}.png"], 1)
        base = opened_to_read(path)
        assert base.execute("SELECT rows, jobs FROM run").fetchall() == [("rows.csv", 1)]
        assert base.execute("PRAGMA user_version").fetchone() == (VERSION,)
        base.close()


def another_program(path: Path) -> None:
    base = sqlite3.connect(path)
    base.execute("CREATE TABLE counties (id)")
    base.commit()
    base.close()


def no_database(path: Path) -> None:
    path.write_text("id,county\n1,榆树\n" * 50, encoding="utf-8")


def newer(path: Path) -> None:
    Manifest(path).close()
    base = sqlite3.connect(path)
    base.execute(f"PRAGMA user_version = {VERSION + 1}")
    base.close()


def torn(path: Path) -> None:
    with Manifest(path) as manifest:
        manifest.begin("rows.csv", "out", "mark", ["{id}.png"], 1)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


@pytest.mark.parametrize(
    ("spoil", "form"),
    [(another_program, "other"), (no_database, "broken"), (newer, "version"), (torn, "broken")],
)
def test_a_file_that_is_no_manifest_of_ours_is_refused_and_left_as_it_is(
    tmp_path: Path, spoil: object, form: str
) -> None:
    path = tmp_path / "made.sqlite"
    assert callable(spoil)
    spoil(path)
    before = path.read_bytes()
    for use in (Manifest, opened_to_read):
        with pytest.raises(SpecError) as error:
            use(path)
        assert error.value.diagnostics[0].saying.key == f"manifest-file/{form}"
    assert path.read_bytes() == before


def test_an_empty_file_is_a_manifest_that_has_not_begun(tmp_path: Path) -> None:
    path = tmp_path / "made.sqlite"
    path.touch()
    Manifest(path).close()
    assert opened_to_read(path).execute("SELECT count(*) FROM job").fetchone() == (0,)


def test_a_disk_that_can_have_no_log_is_written_to_without_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_with_log", lambda base: False)
    base, has_log = opened_to_write(tmp_path / "made.sqlite")
    assert not has_log
    assert base.execute("PRAGMA synchronous").fetchone() == (2,)
    base.close()


def test_a_manifest_where_nothing_can_be_written_is_the_machines_fault(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(MachineError) as error:
        Manifest(tmp_path / "file" / "made.sqlite")
    assert error.value.diagnostics[0].saying.key == "machine/manifest"


@pytest.mark.parametrize(
    "text",
    [
        f"postgresql://desk:{SECRET}@db.example.org/press",
        f"https://user:{SECRET}@example.org/a",
        f"postgresql://desk:p@{SECRET}@db/press",
        f"https://x.blob.core.windows.net/a?sv=1&sig={SECRET}",
        f"s3://b/a?X-Amz-Signature={SECRET}",
        f"host=db password={SECRET} user=desk",
    ],
)
def test_no_password_reaches_a_manifest_wherever_it_stands(tmp_path: Path, text: str) -> None:
    fault = Diagnostic(say("machine/manifest", file=text, reason=text), Origin(Source(text)))
    job = Job(text, text, ("a.png",), id=text)
    result = Result(
        job, (Output("a.png", 1, "d"),), (fault,), "", text, (Input(text, "d"),), 0.1, "1"
    )
    path = tmp_path / "made.sqlite"
    with Manifest(path) as manifest:
        manifest.begin(text, "s3://b/a", "mark", ["{id}.png"], 1)
        manifest.asked(job, 1)
        manifest.done(result, "key")
    held = b"".join(one.read_bytes() for one in tmp_path.iterdir())
    assert b"a.png" in held
    assert SECRET.encode() not in held


@pytest.mark.parametrize(
    "text", ["s3://paper/out", "a@b.org: 1=2", "postgresql://desk@db/press", "两地=三地", "key"]
)
def test_what_is_no_password_stays(text: str) -> None:
    assert redacted(text) == text
