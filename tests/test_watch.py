"""`infographic watch`: files are made again when what they are made from changes, and only then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import pytest
from PIL import Image
from small_pages import SQUARE
from story_folder import LOW, SMALL, STORY, make, write

from infographic.cli import run
from infographic.commands.shared.exit_codes import BAD_INPUT, MADE, WRONG_CALL
from infographic.commands.shared.rounds import Stamp, rounds, stamps_of

Step = Callable[[], object]


class Disk:
    """Files that change while somebody waits."""

    def __init__(self, *changes: Mapping[str, int]) -> None:
        self.now = {Path(name): (0, 0, 0) for name in "abc"}
        self.changes, self.waits = [*changes], 0

    def look(self, files: Iterable[Path]) -> dict[Path, Stamp]:
        return {path: self.now.get(path) for path in files}

    def wait(self, seconds: float) -> None:
        self.waits += 1
        if not self.changes:
            raise KeyboardInterrupt
        self.now.update({Path(k): (v, 0, 0) for k, v in self.changes.pop(0).items()})

    def seen(self, *reads: str) -> list[str]:
        """In which state each was made, whose n-th time reads these files; the last goes on."""
        made: list[str] = []

        def make() -> list[Path]:
            files = [*map(Path, reads[min(len(made), len(reads) - 1)])]
            made.append("".join(str((self.now.get(path) or "-")[0]) for path in files))
            return files

        with pytest.raises(KeyboardInterrupt):
            for _ in rounds(make, [Path("a")], look=self.look, wait=self.wait):
                pass
        return made


def test_it_is_made_once_and_again_when_one_of_its_files_changes() -> None:
    assert Disk({}, {"a": 1}, {}, {}, {"b": 2}, {}, {}).seen("ab") == ["00", "10", "12"]


def test_what_it_does_not_read_makes_nothing() -> None:
    assert Disk({"c": 1}, {"c": 2}, {}).seen("ab") == ["00"]


def test_a_save_in_several_steps_is_made_once() -> None:
    assert Disk({"a": 1}, {"a": 2}, {"a": 3}, {}, {}).seen("a") == ["0", "3"]


def test_a_file_that_changes_without_an_end_is_made_all_the_same() -> None:
    made = Disk(*({"a": n} for n in range(1, 60))).seen("a")
    assert 2 <= len(made) <= 4


def test_what_changes_while_it_is_made_is_made_again() -> None:
    disk = Disk({}, {}, {})
    states: list[int] = []

    def make() -> list[Path]:
        state = disk.now[Path("a")][0]
        states.append(state)
        if state < 2:
            disk.now[Path("a")] = (state + 1, 0, 0)
        return [Path("a")]

    with pytest.raises(KeyboardInterrupt):
        for _ in rounds(make, [Path("a")], look=disk.look, wait=disk.wait):
            pass
    assert states == [0, 1, 2]


def test_a_file_that_it_reads_from_now_on_is_looked_at() -> None:
    assert Disk({"a": 1}, {}, {"c": 5}, {}, {}).seen("a", "ac") == ["0", "10", "15"]


def test_a_file_saved_by_a_new_one_under_its_name_is_another(tmp_path: Path) -> None:
    path, gone = tmp_path / "a", tmp_path / "gone"
    path.write_text("a", encoding="utf-8")
    before = stamps_of([path, gone])
    other = tmp_path / "b"
    other.write_text("b", encoding="utf-8")
    other.replace(path)
    now = stamps_of([path, gone])
    assert before[path] != now[path] and before[gone] is now[gone] is None


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return make(tmp_path)


CALL = ["watch", "story.json", "-l", "small.json", "-o", "page.png"]


def after(monkeypatch: pytest.MonkeyPatch, *steps: Step) -> list[frozenset[str]]:
    """Take these steps, one after each round; which files each round has read."""
    read: list[frozenset[str]] = []

    def few(make: Callable[[], Iterable[Path]], first: object, every: float) -> Iterator[int]:
        for number, step in enumerate((*steps, lambda: None), 1):
            read.append(frozenset(path.name for path in make()))
            yield number
            step()

    monkeypatch.setattr("infographic.commands.watch.rounds", few)
    return read


def test_each_change_is_written_in_one_line_and_what_is_wrong_leaves_the_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sizes: list[object] = []

    def look() -> None:
        with Image.open("page.png") as made:
            sizes.append(made.size)

    def wider() -> None:
        look()
        write(folder / "small.json", {**SMALL, "page": {"width": "120px", "height": "50px"}})

    def broken() -> None:
        look()
        (folder / "story.json").write_text("{", encoding="utf-8")

    def low() -> None:
        look()
        write(folder / "story.json", STORY)
        write(folder / "small.json", LOW)

    after(monkeypatch, wider, broken, low, look)
    assert run(CALL) == MADE
    assert sizes == [(100, 50), (120, 50), (120, 50), (120, 50)]
    said = capsys.readouterr().err
    ends = [line.split("  ")[1] for line in said.splitlines() if line[2:3] == ":" == line[5:6]]
    assert ["page.png in" in line for line in ends] == [True, True, False, False, False]
    assert "json-cut-off" in said and "overset" in said
    assert said.count("are watched; Ctrl-C ends it") == 1


def test_a_doubt_is_said_once_as_long_as_it_lasts(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "story.json", {**STORY, "headline": "大事,发生"})

    def broken() -> None:
        (folder / "story.json").write_text("{", encoding="utf-8")

    def whole() -> None:
        write(folder / "story.json", {**STORY, "headline": "大事,发生"})

    after(monkeypatch, broken, whole, lambda: None)
    assert run(CALL) == MADE
    assert capsys.readouterr().err.count("warning[") == 1


def test_every_kind_of_file_that_a_page_is_made_from_is_watched_and_no_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Image.new("RGB", (60, 40), "red").save(folder / "red.png")
    (folder / "rice.csv").write_text("市,产量\n青禾,3\n白水,4\n", encoding="utf-8")
    (folder / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    write(folder / "press.json", {"extends": "newsprint"})
    square = folder / "square.ttf"
    square.write_bytes(Path(SQUARE).read_bytes())
    body = {"type": "stack", "children": [
        SMALL["body"],
        {"type": "figure", "figure": {"$data": "/figures/0"}, "ratio": "3:2"},
    ]}  # fmt: skip
    write(folder / "base.json", {**SMALL, "page": {"width": "100px", "height": "400px"},
                                 "press": "press.json", "fonts": {"f": "square.ttf"},
                                 "body": body})  # fmt: skip
    write(folder / "small.json", {"extends": "base.json"})
    charts = [{"title": "粮", "data": {"file": "rice.csv"}}]
    write(folder / "story.json", {
        **STORY, "figures": [{"image": "red.png", "alt": "红"}], "charts": charts,
    })  # fmt: skip
    read = after(monkeypatch, lambda: (folder / "red.png").unlink())
    assert run(CALL) == MADE
    named = {"story.json", "small.json", "base.json", "red.png", "rice.csv", "press.json"}
    assert named | {"square.ttf"} <= read[0]
    assert not {"other.csv", "page.png", "low.json"} & read[0]
    assert named <= read[1], "what is gone may come back"


def test_an_output_that_is_an_input_is_refused_at_once(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "story.json").read_bytes()
    (folder / "page.png").symlink_to("story.json")
    assert run(CALL) == BAD_INPUT
    assert (folder / "story.json").read_bytes() == before
    assert "output-is-input" in capsys.readouterr().err
    assert run([*CALL[:4], "-o", "page.doc"]) == WRONG_CALL
