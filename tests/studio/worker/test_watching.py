"""Which changes of a folder a studio hears of."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from watchfiles import Change

from infographic.studio.session import watching
from infographic.studio.session.watching import folders_in, is_on_network, seen, watched

TRIES = 200


async def heard(folder: Path, act: Callable[[], object], *wanted: str, polling: bool) -> set[str]:
    """What is heard of after `act`, until all that is wanted was."""
    found: set[str] = set()

    async def listen() -> None:
        async for paths in watched(folder, polling=polling):
            found.update(path.relative_to(folder).as_posix() for path in paths)
            if found.issuperset(wanted):
                return

    listening = asyncio.create_task(listen())
    # It says nothing when it has begun to listen: the act is done until it is heard.
    for _ in range(TRIES):
        act()
        await asyncio.wait({listening}, timeout=0.1)
        if listening.done():
            break
    listening.cancel()
    assert found.issuperset(wanted), found
    return found


@pytest.mark.parametrize("polling", [False, pytest.param(True, marks=pytest.mark.full)])
def test_a_save_is_heard_of_in_whatever_way_and_in_new_folders(
    tmp_path: Path, polling: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "POLL", 20)
    folder, count = tmp_path.resolve(), iter(range(10_000))
    (folder / ".git").mkdir()

    def act() -> None:
        number = str(next(count))
        (folder / "story.json").write_text(number, encoding="utf-8")
        other = folder / ".other"
        other.write_text(number, encoding="utf-8")
        other.replace(folder / "renamed.json")
        (folder / ".git" / "index").write_text(number, encoding="utf-8")
        (folder / "new" / "deep").mkdir(parents=True, exist_ok=True)
        (folder / "new" / "deep" / "data.csv").write_text(number, encoding="utf-8")

    wanted = ("story.json", "renamed.json", "new/deep/data.csv")
    found = asyncio.run(heard(folder, act, *wanted, polling=polling))
    assert not any("git" in path or "other" in path for path in found)


def test_where_the_system_cannot_watch_the_files_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool | None] = []

    async def refusing(*folders: Path, force_polling: bool | None, **how: object):  # a generator
        asked.append(force_polling)
        if not force_polling:
            raise OSError("no space left on device: inotify watches")
        yield {(Change.modified, str(folders[0] / "story.json"))}

    monkeypatch.setattr(watching, "awatch", refusing)
    found = asyncio.run(heard(tmp_path, lambda: None, "story.json", polling=False))
    assert found == {"story.json"} and asked[:2] == [None, True]


def test_hidden_folders_those_of_programs_and_more_than_enough_are_not_watched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (".git/objects", "node_modules/a", "pictures/2026", "data"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "round").symlink_to(tmp_path)
    names = [path.relative_to(tmp_path).as_posix() for path in folders_in(tmp_path)]
    assert names == [".", "data", "pictures", "pictures/2026"]
    monkeypatch.setattr(watching, "MOST_FOLDERS", 3)
    assert len(folders_in(tmp_path)) == 3
    changes = {(Change.added, str(tmp_path / name)) for name in (".git/x", "node_modules/y", "a")}
    assert [path.name for _, path in seen(changes, tmp_path)] == ["a"]


@pytest.mark.parametrize(
    ("folder", "is_remote"),
    [("/home/desk", False), ("/mnt/our share/2026", True), ("/mnt/our share", True),
     ("/mnt/ours", False), ("/media/phone/DCIM", True), ("/mnt/over/it", False)],
)  # fmt: skip
def test_a_networks_disk_is_known_by_what_is_mounted_there(
    tmp_path: Path, folder: str, is_remote: bool
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\n"
        "//nas/pages /mnt/our\\040share cifs rw 0 0\n"
        "mtp /media/phone fuse.jmtpfs rw 0 0\n"
        "nas:/x /mnt/over nfs4 rw 0 0\n"
        "/dev/sdb1 /mnt/over ext4 rw 0 0\n",
        encoding="utf-8",
    )
    assert is_on_network(Path(folder), mounts) is is_remote
    assert not is_on_network(Path(folder), tmp_path / "none")
