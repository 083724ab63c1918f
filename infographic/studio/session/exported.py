"""Files that were exported and wait to be fetched: in a folder of the system's for passing files,
bounded together, gone when the studio ends. Nothing of it lies in the user's folder."""

from __future__ import annotations

import secrets
import shutil
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from infographic.foundation import limits
from infographic.foundation.diagnostics import MachineError
from infographic.foundation.files import write_whole
from infographic.foundation.record import field, record
from infographic.foundation.sayings import say


@record(frozen=False, eq=False)
class Export:
    """The files of one export."""

    key: str
    folder: Path
    files: list[dict[str, Any]] = field(default_factory=list)
    """{"name", "bytes", …}, in the order they were made; names are all different."""
    packed: str = ""
    """The ZIP of them all, if there is one."""

    @property
    def size(self) -> int:
        """In bytes; a ZIP is as large again."""
        size: int = sum(one["bytes"] for one in self.files)
        return size * (2 if self.packed else 1)

    def add(self, name: str, data: bytes, **about: Any) -> None:
        """Keep one more file. Raises `MachineError` where it cannot be written."""
        free = free_name(name, {one["name"] for one in self.files})
        write_whole(self.folder / free, data)
        self.files.append({"name": free, "bytes": len(data), **about})

    def zipped(self, name: str) -> str:
        """Put a ZIP of all files beside them; what it is called. Raises `MachineError`."""
        path = self.folder / free_name(name, {one["name"] for one in self.files})
        try:
            # What is in it is packed already, as PNG, JPEG or PDF.
            with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as made:
                for one in self.files:
                    made.write(self.folder / one["name"], one["name"])
        except OSError as error:
            raise MachineError(say("machine/export-folder", reason=str(error))) from error
        self.packed = path.name
        return path.name


@record(frozen=False, eq=False)
class Exports:
    """What was exported of late; the oldest goes where all are more than the limit."""

    whole: TemporaryDirectory[str] | None = None
    kept: dict[str, Export] = field(default_factory=dict)

    def begin(self) -> Export:
        """A new export. Raises `MachineError` where there is no room for files."""
        try:
            if self.whole is None:
                self.whole = TemporaryDirectory(prefix="infographic-studio-")
            key = secrets.token_urlsafe(12)
            folder = Path(self.whole.name, key)
            folder.mkdir()
        except OSError as error:
            raise MachineError(say("machine/export-folder", reason=str(error))) from error
        self.kept[key] = Export(key, folder)
        return self.kept[key]

    def make_room(self, newest: Export) -> None:
        """Let the oldest go until all are within the limit.

        Raises `MachineError` where the newest alone is not.
        """
        most = limits.most("export-bytes")
        for one in list(self.kept.values()):
            if one is not newest and sum(each.size for each in self.kept.values()) > most:
                self.drop(one)
        if newest.size > most:
            raise MachineError(say("machine/export-large", most=most / 1e6, limit="export-bytes"))

    def drop(self, one: Export) -> None:
        """Take an export's files away."""
        self.kept.pop(one.key, None)
        shutil.rmtree(one.folder, ignore_errors=True)

    def file(self, key: str, name: str) -> Path | None:
        """A file of an export; None where there is none of that name."""
        one = self.kept.get(key)
        if one is None or name not in {one.packed, *(file["name"] for file in one.files)}:
            return None
        # One of names that are ours: it leads nowhere else.
        path = one.folder / name
        return path if path.is_file() else None

    def close(self) -> None:
        """Take all of them away."""
        self.kept.clear()
        if self.whole is not None:
            self.whole.cleanup()
            self.whole = None


def free_name(name: str, taken: set[str]) -> str:
    """The name, with a number where another file has it; whatever the case of their letters.

    >>> free_name("square.screen.pdf", {"Square.screen.pdf"})
    'square (2).screen.pdf'
    """
    known = {one.casefold() for one in taken}
    stem, dot, endings = name.partition(".")
    number, free = 1, name
    while free.casefold() in known:
        number += 1
        free = f"{stem} ({number}){dot}{endings}"
    return free
