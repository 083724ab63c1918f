"""The files of a studio that are being edited: opened, changed, saved, told to the browsers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from infographic.foundation.diagnostics import Diagnostic, MachineError, SpecError
from infographic.foundation.reach import Reach, within
from infographic.foundation.record import field, record
from infographic.foundation.sayings import spoken
from infographic.studio.documents import CsvDocument, History, JsonDocument, Step

TABLES = (".csv", ".tsv", ".txt")
SAVED_AFTER = 0.25
"""Seconds after the last stroke."""
LARGE = 200_000
"""Bytes of a file that takes long to read: megabytes take seconds."""
TRIED_AGAIN_AFTER = 3.0
"""Seconds, where the disk did not take it."""


@record(frozen=False, eq=False)
class Open:
    """An open document and what became of it."""

    document: JsonDocument | CsvDocument
    faults: tuple[Diagnostic, ...] = ()
    """Why it could not be saved, or the file's own that it is kept from."""
    saving: asyncio.TimerHandle | None = None


@record(frozen=False, eq=False)
class Texts:
    """Stories, layouts and tables of the folder, by their real paths."""

    root: Path
    tell_each: Callable[[Callable[[], Mapping[str, Any]]], None]
    """Tells each browser what is made for it, in its language."""
    redraw: Callable[[Path], None]
    """What shows the file is to be drawn again."""
    is_looked_at: Callable[[Path], bool] = lambda path: True
    """Whether a browser shows it: who turns to another is told that anew."""
    opened: dict[Path, Open] = field(default_factory=dict)
    history: History = field(default_factory=History)

    # Reading

    def open(self, path: Path, how: Mapping[str, str] | None = None) -> Open:
        """Raises `SpecError` where it is not there, or is neither JSON nor a CSV.

        `how`: of a CSV, what its story says of it, “encoding” and “delimiter”.
        """
        if path not in self.opened:
            self._keep(path, self._read(path, how))
        return self.opened[path]

    async def open_aside(self, path: Path) -> None:
        """The same; a large file is read while others are answered."""
        if path not in self.opened and path.is_file() and path.stat().st_size > LARGE:
            document = await asyncio.to_thread(self._read, path)
            if path not in self.opened:
                self._keep(path, document)

    def _read(self, path: Path, how: Mapping[str, str] | None = None) -> JsonDocument | CsvDocument:
        name = self.name_of(path)
        with within(Reach((self.root,))):
            if path.suffix.lower() in TABLES:
                return CsvDocument.open(path, name=name, **how or {})
            return JsonDocument.open(path, name=name)

    def _keep(self, path: Path, document: JsonDocument | CsvDocument) -> None:
        self.history.follow(document)
        self.opened[path] = Open(document)

    def unsaved_text(self, path: Path) -> str | None:
        """What a file holds here, where the disk has it not yet."""
        one = self.opened.get(path)
        return None if one is None or one.document.saved else one.document.text

    def message(self, one: Open) -> dict[str, Any]:
        """`messages.Document` of a document."""
        document, undo, redo = one.document, self.history.next_undo, self.history.next_redo
        node = document.node() if isinstance(document, JsonDocument) else None
        return {
            "type": "document",
            "file": self.name_of(document.path),
            "version": document.version,
            "value": None if node is None else node.plain(),
            "numbers": document.numbers() if isinstance(document, JsonDocument) else {},
            "saved": document.saved,
            "undo": "" if undo is None else undo.named(spoken()),
            "redo": "" if redo is None else redo.named(spoken()),
            "faults": [each.as_dict() for each in (*document.faults(), *one.faults)],
            "conflicts": [
                {**each._asdict(), "file": self.name_of(document.path)}
                for each in document.conflicts
            ],
        }  # fmt: skip

    def name_of(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    # Changing

    def edit(
        self,
        path: Path,
        edits: list[dict[str, Any]],
        stroke: str | None,
        how: Mapping[str, str] | None = None,
    ) -> dict[str, Any]:
        """Make changes of a file, all or none. Raises `SpecError`."""
        one = self.open(path, how)
        change = one.document.apply(edits)
        self.history.did(one.document, change, stroke or "")
        if change.splices:
            self.changed(one)
            self.tell_names(but=one)
        cells = [list(each) for each in change.cells]
        return {"version": one.document.version, "pointer": change.pointer, "cells": cells}

    def undo(self) -> dict[str, Any]:
        """{"file", "pointer"} of what was taken back; {} where nothing was. Raises `SpecError`."""
        return self._stepped(self.history.undo)

    def redo(self) -> dict[str, Any]:
        return self._stepped(self.history.redo)

    def _stepped(self, turn: Callable[[], Step | None]) -> dict[str, Any]:
        try:
            step = turn()
        except SpecError:
            # That step is given up, and the one before it is next.
            self.tell_names()
            raise
        if step is None:
            return {}
        one = self.opened[step.document.path]
        self.changed(one)
        self.tell_names(but=one)
        return {"file": self.name_of(step.document.path), "pointer": step.pointer}

    def settle(self, path: Path, pointer: str, take: str) -> dict[str, Any]:
        """Choose one of two values of a conflict. Raises `SpecError`."""
        one = self.open(path)
        choose = one.document.take_theirs if take == "theirs" else one.document.keep_ours
        change = choose(pointer)
        self.history.did(one.document, change)
        self.changed(one)
        return {"version": one.document.version, "pointer": change.pointer}

    def changed(self, one: Open) -> None:
        """A document is another: draw it, tell it, save it soon."""
        one.faults = ()
        if isinstance(one.document, CsvDocument):
            # Pages are made from the disk's tables.
            self.save(one)
            self.redraw(one.document.path)
            return
        self.redraw(one.document.path)
        self.tell(one)
        self.save_soon(one)

    def tell(self, one: Open) -> None:
        self.tell_each(lambda: self.message(one))

    def tell_names(self, but: Open | None = None) -> None:
        """What is undone next is another for all that are looked at; a file is told whole, and of
        those that were opened in an evening most are not."""
        for path, one in self.opened.items():
            if one is not but and self.is_looked_at(path):
                self.tell(one)

    def save_soon(self, one: Open, after: float = SAVED_AFTER) -> None:
        if one.saving is not None:
            one.saving.cancel()
        loop = asyncio.get_running_loop()
        one.saving = loop.call_later(after, self.save, one)

    def save(self, one: Open) -> None:
        """Write it now; where that cannot be, say why and try again later."""
        if one.saving is not None:
            one.saving.cancel()
        one.saving, version = None, one.document.version
        before = one.faults
        try:
            one.document.save()
            one.faults = ()
        except SpecError as error:
            # Somebody must choose first: it is tried when he has.
            one.faults = error.diagnostics
        except MachineError as error:
            one.faults = error.diagnostics
            self.save_soon(one, TRIED_AGAIN_AFTER)
        if one.document.version != version:
            self.redraw(one.document.path)
        if one.faults != before or one.document.version != version or one.document.saved:
            self.tell(one)

    def save_all(self) -> None:
        """At the end. A file that somebody deleted comes back where it was changed here since."""
        for one in self.opened.values():
            if not one.document.saved and not one.document.is_only_gone:
                self.save(one)

    @property
    def unsaved(self) -> list[str]:
        """The files whose changes the disk has not, by their names."""
        return [
            self.name_of(path)
            for path, one in self.opened.items()
            if not one.document.saved and not one.document.is_only_gone
        ]

    def disk_changed(self, paths: frozenset[Path]) -> frozenset[Path]:
        """Take over what others wrote; which of the paths are news to us, too."""
        known = set[Path]()
        for path in paths & self.opened.keys():
            one = self.opened[path]
            try:
                change = one.document.disk_changed()
            except SpecError as error:
                one.faults = error.diagnostics
            else:
                one.faults = change.faults
                if change.kind == "same":
                    known.add(path)
                    continue
                if not one.document.saved and change.kind in ("merged", "conflict"):
                    self.save_soon(one)
            self.tell(one)
        return paths - known
