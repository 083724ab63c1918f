"""`run_batch`: what is made, what is up to date, and what the manifest says of it."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from engine_that_writes import Writing

from infographic.batch import making
from infographic.batch.job import Failure, Job, Result
from infographic.batch.manifest.reading import reading
from infographic.batch.manifest.writing import Manifest
from infographic.batch.rows import Row
from infographic.batch.rows.stories import Stories
from infographic.batch.run.keys import key_of
from infographic.batch.run.plan import chosen, place_of_manifest, rows_of_stories
from infographic.batch.run.running import MOST_FAULTS, MOST_REFUSED, Plan, Summary, run_batch
from infographic.batch.stores import store_of
from infographic.batch.template.bound import BoundStory, TemplateText
from infographic.foundation.calls import CallError
from infographic.foundation.datum import Node, Origin, Source
from infographic.foundation.diagnostics import MachineError
from infographic.foundation.record import replaced


class Desk:
    """A folder with stories, and batches made of them."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.out = folder, folder / "out"
        self.manifest = folder / "made.sqlite"
        self.names = ["a", "b", "c"]
        for name in self.names:
            self.story(name).write_text(f"story {name}", encoding="utf-8")

    def story(self, name: str) -> Path:
        return self.folder / f"{name}.json"

    def jobs(self, **more: Any) -> Iterator[Job]:
        for name in self.names:
            yield Job(str(self.story(name)), "square", (f"{name}.png",), id=name, **more)

    def run(
        self, fails: Mapping[str, Failure] | None = None, *, resumes: bool = True, mark: str = "",
        **more: Any,
    ) -> tuple[list[str], Summary]:  # fmt: skip
        """Which jobs were done, and the sum."""
        engine = Writing(dict(fails or {}))
        plan = Plan(
            self.jobs(**more), len(self.names), str(self.out), mark, "rows.csv", ("{id}.png",),
            resumes,
        )  # fmt: skip
        with Manifest(self.manifest) as manifest:
            summary = run_batch(plan, engine, store_of(str(self.out)), manifest)
        return engine.made, summary

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.out.iterdir()}

    def rows(self, query: str) -> list[Any]:
        base = sqlite3.connect(self.manifest)
        try:
            return base.execute(query).fetchall()
        finally:
            base.close()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_what_stands_as_it_was_made_is_not_made_again(desk: Desk) -> None:
    assert desk.run()[0] == ["a", "b", "c"]
    made, summary = desk.run()
    assert (made, summary.made, summary.current, summary.done) == ([], 0, 3, 3)


def changed_story(desk: Desk) -> None:
    desk.story("b").write_text("another number", encoding="utf-8")


def changed_output(desk: Desk) -> None:
    (desk.out / "b.png").write_bytes(b"somebody else's")


def gone_output(desk: Desk) -> None:
    (desk.out / "b.png").unlink()


def forgotten_row(desk: Desk) -> None:
    base = sqlite3.connect(desk.manifest)
    base.execute("DELETE FROM job WHERE edition = 'b'")
    base.commit()
    base.close()


@pytest.mark.parametrize("change", [changed_story, changed_output, gone_output, forgotten_row])
def test_only_what_is_missing_or_changed_is_made_again(
    desk: Desk, change: Callable[[Desk], None]
) -> None:
    desk.run()
    change(desk)
    assert desk.run()[0] == ["b"]
    assert desk.files()["b.png"] == desk.story("b").read_bytes()
    assert desk.run()[0] == []


@pytest.mark.parametrize(
    "more",
    [{"options": {"press": "newspaper"}}, {"formats": {"scale": 2.0}}, {"fits": True},
     {"strict": True}],
)  # fmt: skip
def test_what_is_asked_otherwise_is_made_again(desk: Desk, more: dict[str, Any]) -> None:
    desk.run()
    assert desk.run(**more)[0] == ["a", "b", "c"]


def test_another_program_or_other_faces_make_all_again(desk: Desk) -> None:
    desk.run(mark="1")
    assert desk.run(mark="2")[0] == ["a", "b", "c"]


def test_without_resume_all_is_made_again(desk: Desk) -> None:
    desk.run()
    assert desk.run(resumes=False)[0] == ["a", "b", "c"]


def test_what_failed_is_tried_again_and_its_reason_is_kept(desk: Desk) -> None:
    _, summary = desk.run({"b": "input"})
    assert (summary.made, summary.failures, summary.failed["input"]) == (2, 1, 1)
    assert [one.job.id for one in summary.faults] == ["b"]
    assert desk.rows("SELECT edition, failure, message FROM job WHERE failure != ''") == [
        ("b", "input", "b failed")
    ]
    assert desk.run()[0] == ["b"]
    assert desk.rows("SELECT count(*) FROM job WHERE failure != ''") == [(0,)]


def test_files_of_rows_that_were_taken_out_are_named_and_left(desk: Desk) -> None:
    desk.run()
    desk.names.remove("b")
    _, summary = desk.run()
    assert (summary.left, summary.left_count) == (("b.png",), 1)
    assert "b.png" in desk.files()
    with reading(desk.manifest) as record:
        assert [one.id for one in record.jobs()] == ["a", "c"]
    desk.names.append("b")
    assert desk.run()[0] == []
    with reading(desk.manifest) as record:
        assert [one.id for one in record.jobs()] == ["a", "c", "b"]


def test_a_jobs_row_is_gone_before_its_files_are_written_and_comes_after(desk: Desk) -> None:
    desk.run()
    changed_story(desk)
    seen: list[tuple[str, list[Any]]] = []

    class Looking(Writing):
        def _made(self, job: Job, store: str) -> Result:
            seen.append((job.id, desk.rows("SELECT edition FROM job ORDER BY edition")))
            return super()._made(job, store)

    plan = Plan(desk.jobs(), 3, str(desk.out), resumes=True)
    with Manifest(desk.manifest) as manifest:
        run_batch(plan, Looking(), store_of(str(desk.out)), manifest)
    assert seen == [("b", [("a",), ("c",)])]


def test_a_full_disk_ends_the_run_and_not_every_job_is_tried(desk: Desk) -> None:
    desk.names = [f"n{number}" for number in range(100)]
    fails: dict[str, Failure] = dict.fromkeys(desk.names, "machine")
    made, summary = desk.run(fails)
    assert summary.is_stopped
    assert summary.failed["machine"] == MOST_REFUSED
    assert len(made) <= MOST_REFUSED + 2
    assert len(summary.faults) == MOST_FAULTS


def test_jobs_and_results_are_not_kept(tmp_path: Path) -> None:
    """As many are alive at any time as are in hand, however many there are."""
    import weakref

    alive: weakref.WeakSet[Any] = weakref.WeakSet()

    class Story(type(Path())):  # type: ignore[misc]  # a path that can be followed
        """One job's."""

    path = tmp_path / "a.json"
    path.write_text("story", encoding="utf-8")
    most = 0

    def jobs() -> Iterator[Job]:
        nonlocal most
        for number in range(200):
            story = Story(path)
            alive.add(story)
            most = max(most, len(alive))
            yield Job(story, "square", (f"{number}.png",), id=str(number))

    plan = Plan(jobs(), 200, str(tmp_path / "out"))
    with Manifest(tmp_path / "m.sqlite") as manifest:
        summary = run_batch(plan, Writing(), store_of(plan.store), manifest)
    assert summary.made == 200
    assert most < 10


def test_a_second_run_on_a_manifest_is_refused_by_the_first_ones_number(desk: Desk) -> None:
    import os

    with Manifest(desk.manifest), pytest.raises(MachineError, match=str(os.getpid())):
        Manifest(desk.manifest)
    Manifest(desk.manifest).close()


# Keys


def made_of(cells: dict[str, str], line: int = 2, text: str = "{}") -> Job:
    source = Source("rows.csv", "id\n" * line)
    row = Row(
        1, {name: Node(one, Origin(source, "", line, 1)) for name, one in cells.items()},
        Origin(source, "", line, 1),
    )  # fmt: skip
    return Job(BoundStory(TemplateText("t.json", text, ".", ""), row), "square", ("a.png",))


def test_a_row_that_moves_down_is_the_same_and_one_of_other_cells_is_not() -> None:
    one = key_of(made_of({"id": "1"}), "", "")
    assert one == key_of(made_of({"id": "1"}, line=7), "", "")
    assert one != key_of(made_of({"id": "2"}), "", "")
    assert one != key_of(made_of({"id": "1"}, text="{ }"), "", "")


def test_a_story_is_the_same_wherever_it_stands() -> None:
    source = Source("a.json")
    keys = {
        key_of(Job(Node({"headline": Node("a", at)}, at), "square", ("a.png",)), "", "")
        for at in (Origin(source, "", 1, 1), Origin(Source("b.json"), "/x", 9, 1))
    }
    assert len(keys) == 1


def test_no_two_things_that_are_asked_have_one_key() -> None:
    job = Job({"headline": "a", "deck": "b"}, "square", ("a.png",))
    others = [
        Job({"headline": "a", "deck": "c"}, "square", ("a.png",)),
        Job({"headline": "ab", "deck": ""}, "square", ("a.png",)),
        Job(job.story, "card", job.files),
        Job(job.story, "square", ("a", ".png")),
        replaced(job, id="1"),
        replaced(job, options={"allow": ("copy-quote",)}),
    ]
    assert len({key_of(one, "", "") for one in (job, *others)}) == 1 + len(others)
    assert key_of(job, "out", "") != key_of(job, "", "out")
    turned = replaced(job, story={"deck": "b", "headline": "a"})
    assert key_of(turned, "", "") == key_of(job, "", "")


# Plans


def test_the_stories_of_a_folder_are_rows_called_by_their_files(tmp_path: Path) -> None:
    files = (tmp_path / "a.json", tmp_path / "south" / "b.json")
    rows = rows_of_stories(tmp_path, Stories(files))
    assert [row.cells["id"].value for row in rows.rows] == ["a", "south-b"]


def test_rows_are_chosen_by_their_ids_and_an_unknown_one_is_said(tmp_path: Path) -> None:
    rows = rows_of_stories(tmp_path, Stories((tmp_path / "a.json", tmp_path / "b.json"))).rows

    def id_of(row: Row) -> str:
        return str(row.cells["id"].value)

    assert [id_of(row) for row in chosen(rows, ["b"], id_of)] == ["b"]
    with pytest.raises(CallError, match="“c”"):
        chosen(rows, ["c"], id_of)


@pytest.mark.parametrize(
    ("patterns", "place"),
    [(["out/{id}/{layout}.png"], "out"), (["{id}.png"], "."), (["/a/b-{id}.png"], "/a"),
     (["s3://paper/{id}.png"], "."), (["/{id}.png"], "/")],
)  # fmt: skip
def test_a_manifest_stands_where_its_files_begin(patterns: list[str], place: str) -> None:
    assert place_of_manifest(patterns).parent.as_posix() == place


def test_a_layout_of_the_same_name_in_another_folder_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = TemplateText("t.json", "{}", "", "")
    row = Row(1, {}, Origin(Source("r.csv")))
    jobs = (
        Job(BoundStory(text, row), "square", ("a.png",)),
        Job("a.json", "square", ("a.png",)),
        Job("https://x/a.json", "my.json", ("a.png",)),
        Job("https://x/a.json", "square", ("a.png",), options={"root": Path("x")}),
    )
    keys = []
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        keys.append([key_of(job, "", "") for job in jobs])
    assert not set(keys[0]) & set(keys[1])
    one = Job("https://x/a.json", "square", ("a.png",))
    there = key_of(one, "", "")
    monkeypatch.chdir(tmp_path)
    assert key_of(one, "", "") == there


def test_a_file_that_changes_while_its_page_is_made_has_no_digest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new, ahead = (tmp_path / name for name in ("old", "new", "ahead"))
    for path in (old, new, ahead):
        path.write_text("1", encoding="utf-8")
    long_ago, to_come = 1_000_000_000, 4_000_000_000

    def page(job: Job, said: object) -> object:
        # Its number on the disk has not changed: only the time tells.
        new.write_text("2", encoding="utf-8")
        os.utime(new, ns=(time.time_ns(), time.time_ns()))
        return SimpleNamespace(inputs=(old, new, ahead))

    class Quiet:
        """`stat` as of files that were changed at other times than now."""

        def __init__(self, path: Path) -> None:
            was = path.stat()
            seconds = {"old": long_ago, "ahead": to_come}.get(path.name)
            stamp = was.st_mtime_ns if seconds is None else seconds * 10**9
            self.st_ino, self.st_size = was.st_ino, was.st_size
            self.st_mtime_ns = self.st_ctime_ns = stamp

    monkeypatch.setattr(making, "page_of", page)
    monkeypatch.setattr(
        making, "Path", lambda path: SimpleNamespace(stat=lambda: Quiet(Path(path)))
    )
    found = making.made(Job("a.json", "square", ()))
    assert [bool(one.digest) for one in found.inputs] == [True, False, True]
