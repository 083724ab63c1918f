"""What all open documents have: a text, versions, a file that others write too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, ClassVar, Literal

from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.record import record
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.studio.documents.asked import refusal
from infographic.studio.documents.commuting import SamePlaceError, after
from infographic.studio.documents.differing import difference
from infographic.studio.documents.disk import DiskFile, MovedOnError
from infographic.studio.documents.merging import Clash
from infographic.studio.documents.same import as_json, shown
from infographic.studio.documents.splices import Splices, applied, moved

MARK = "\ufeff"


class Change(NamedTuple):
    """What one step did to a document. `splices` is () where nothing changed."""

    splices: Splices
    kind: str
    """The edit's: “set”, “delete”, “paste” …"""
    pointer: str
    """Where it stands now, for the eye to go there; of a table “/row/column”, from 0."""
    cells: tuple[tuple[int, int], ...] = ()
    """Of a table, row and column of each cell that has another text now, or is new."""


class Conflict(NamedTuple):
    """A value that was changed here and in the file: both are kept until one is chosen."""

    file: str
    pointer: str
    ours: Any
    theirs: Any
    """Both as JSON has them."""
    stands: Literal["ours", "theirs"]
    """Which of them the document has meanwhile."""
    deleted: Literal["", "ours", "theirs"]
    """Who deleted it: his value is None."""


class DiskChange(NamedTuple):
    """What became of a document when its file was looked at."""

    kind: Literal["same", "reloaded", "merged", "conflict", "broken", "gone"]
    """“same”: nothing new; “reloaded”: nothing was unsaved, it is what the file has; “merged”: what
    was unsaved stands in it, too; “conflict”: but for some values; “broken”: the file cannot be
    read, ours is kept as it was; “gone”: there is no file, ours is kept."""
    splices: Splices = ()
    faults: tuple[Diagnostic, ...] = ()
    """Of “broken”, why."""
    conflicts: tuple[Conflict, ...] = ()


@record(frozen=False, eq=False)
class _Open:
    """A conflict that nobody has settled, by where its value stands in the body."""

    at: int
    clash: Clash


class TextDocument:
    """A text that is edited by splices. `version` rises by one with each change."""

    most_bytes: ClassVar[str]
    """The limit of its size, by its name."""

    def __init__(self, path: Path, *, name: str = "", data: bytes | None = None) -> None:
        """Open a file in reach, now and whenever it is read or written later.

        `name`: what messages call it, else its path; `data`: what it holds, where that is known.
        Raises `SpecError` where the file is not there, or no text of this kind.
        """
        self.path = path
        self.name = name or path.as_posix()
        self.disk = DiskFile(path, self.most_bytes, self.name)
        self.version = 0
        self.on_outside: list[Callable[[TextDocument, Splices], None]] = []
        """Who is told of changes that no edit of ours made."""
        self._conflicts: list[_Open] = []
        self._on_disk: bytes | None = self.disk.read() if data is None else data
        """What was last read from the file or written to it; None where it is gone."""
        self.mark, self.body = self._decoded(self._on_disk)
        self._base = self.body
        """The text that was last in the file."""
        self._take_reading(self._read(self.body))

    # What a kind of document knows

    def _decoded(self, data: bytes) -> tuple[str, str]:
        """The byte order mark, and the text behind it. Raises `SpecError`."""
        raise NotImplementedError

    def _encoded(self, body: str) -> bytes:
        raise NotImplementedError

    def _read(self, body: str) -> Any:
        """A reading of a text; one that is broken has faults."""
        raise NotImplementedError

    def _read_again(self, body: str) -> Any:
        """The same of a text that was made of this one."""
        return self._read(body)

    def _take_reading(self, reading: Any) -> None:
        raise NotImplementedError

    def _faults_of(self, reading: Any) -> tuple[Diagnostic, ...]:
        raise NotImplementedError

    def _merged(self, base: Any, ours: Any, theirs: Any) -> tuple[str, Sequence[Clash]]:
        """Three readings that are not broken come to one text."""
        raise NotImplementedError

    def _start_of(self, pointer: str) -> int:
        """Where a value stands in the body. Raises `SpecError`."""
        raise NotImplementedError

    def _pointer_at(self, at: int, depth: int) -> str | None:
        """The pointer of the value that begins at a place, of so many steps where several do; None
        where none does."""
        raise NotImplementedError

    def _settled(self, pointer: str, value: Any, *, delete: bool) -> Change:
        """Set a value, or delete it, because somebody has chosen."""
        raise NotImplementedError

    def called(self, pointer: str) -> str:
        """A place in it, in few words."""
        return pointer or self.path.name

    def faults(self) -> tuple[Diagnostic, ...]:
        """Why it cannot be read; () where it can."""
        raise NotImplementedError

    # The text

    @property
    def text(self) -> str:
        """What the file has, or will have: with its byte order mark and line ends."""
        return self.mark + self.body

    @property
    def saved(self) -> bool:
        """Whether the file has it all, and nothing is to be chosen."""
        return self._on_disk is not None and self.body == self._base and not self.conflicts

    @property
    def is_only_gone(self) -> bool:
        """Whether the file is gone, and nothing was changed that it did not have."""
        return self._on_disk is None and self.body == self._base and not self.conflicts

    def replace(self, splices: Splices) -> None:
        """Change the text, places counted in `body`, as undo does.

        Raises `SpecError` where a text that could be read could not be any more; nothing is changed
        then.
        """
        body = applied(self.body, splices)
        reading = self._read_again(body)
        if self._faults_of(reading) and not self.faults():
            raise SpecError(self._faults_of(reading))
        self._take(body, splices, reading)

    def _take(self, body: str, splices: Splices, reading: Any) -> None:
        self.body = body
        self.version += 1
        for one in self._conflicts:
            one.at = moved(one.at, splices)
        self._take_reading(reading)

    def _origin(self, body: str) -> Source:
        return Source(self.name, body, self.path.parent.as_posix(), self.path)

    # The file

    def save(self) -> DiskChange:
        """Write it to the disk, whole or not at all; what others wrote meanwhile is merged first.

        Raises `MachineError` where it cannot be written, `SpecError` where a value is in conflict
        or the file is broken by now: then the file stays as it is, and the document keeps its text
        and is unsaved.
        """
        change = DiskChange("same")
        # Whoever writes again and again in between wins no race against us, and loses nothing.
        for _ in range(5):
            if self.saved:
                return change
            data = self._encoded(self.body)
            self._must_be_settled()
            try:
                self.disk.write(data, self._on_disk)
            except MovedOnError:
                change = self.disk_changed()
                if change.kind == "broken":
                    where = change.faults[0].origin
                    raise refusal(say("disk-broken", count=len(change.faults)), where) from None
                continue
            self._on_disk, self._base = data, self.body
            return change
        raise refusal(say("disk-busy"), Origin(self._origin(self.body)))

    def _must_be_settled(self) -> None:
        conflicts = self.conflicts
        if conflicts:
            raise SpecError([_in_words(one, self._origin(self.body)) for one in conflicts])

    def disk_changed(self) -> DiskChange:
        """Look at the file: take over what others wrote, without losing what is unsaved here.

        Raises `SpecError` where the file is there and may not be read.
        """
        data = self.disk.there()
        if data == self._on_disk:
            return DiskChange("same")
        if data is None:
            self._on_disk = None
            return DiskChange("gone")
        is_unsaved = self.body != self._base or bool(self.conflicts)
        try:
            mark, body = self._decoded(data)
        except SpecError as error:
            return DiskChange("broken", faults=error.diagnostics)
        if not is_unsaved or body == self.body:
            self._conflicts.clear()
            return self._taken_over("reloaded", data, mark, body, body, ())
        theirs = self._read(body)
        faults = self._faults_of(theirs)
        if faults:
            return DiskChange("broken", faults=faults)
        base, ours = self._read(self._base), self._read(self.body)
        if self._faults_of(base) or self._faults_of(ours):
            # Undo in a file that was broken leads there: its pieces are put into what was mended.
            merged = _by_pieces(self._base, self.body, body)
            if self._faults_of(self._read(merged)):
                merged = body
            return self._taken_over("merged", data, mark, merged, body, ())
        merged, clashes = self._merged(base, ours, theirs)
        kind: Literal["conflict", "merged"] = "conflict" if clashes else "merged"
        return self._taken_over(kind, data, mark, merged, body, clashes)

    def _taken_over(
        self,
        kind: Literal["reloaded", "merged", "conflict"],
        data: bytes,
        mark: str,
        body: str,
        base: str,
        clashes: Sequence[Clash],
    ) -> DiskChange:
        splices = difference(self.body, body)
        self._on_disk, self.mark, self._base = data, mark, base
        if splices:
            self._take(body, splices, self._read(body))
        still = [one for one in self._conflicts if self._place_of(one) is not None]
        new = [_Open(self._start_of(one.pointer), one) for one in clashes]
        taken = {one.at for one in new}
        self._conflicts = [one for one in still if one.at not in taken] + new
        if splices:
            for told in self.on_outside:
                told(self, splices)
        conflicts = self.conflicts
        return DiskChange("conflict" if conflicts else kind, splices, (), conflicts)

    # What is to be chosen

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The values that were changed here and in the file, and not yet settled."""
        found = []
        for one in self._conflicts:
            pointer = self._place_of(one)
            if pointer is not None:
                clash = one.clash
                ours, theirs = as_json(clash.ours), as_json(clash.theirs)
                found.append(
                    Conflict(self.name, pointer, ours, theirs, clash.stands, clash.deleted)
                )
        return tuple(found)

    def _place_of(self, conflict: _Open) -> str | None:
        return self._pointer_at(conflict.at, conflict.clash.pointer.count("/"))

    def take_theirs(self, pointer: str) -> Change:
        """Settle a conflict: the file's value stands. Raises `SpecError` where there is none."""
        clash = self._end_conflict(pointer)
        if clash.stands == "theirs":
            return Change((), "set", pointer)
        return self._settled(pointer, clash.theirs, delete=clash.deleted == "theirs")

    def keep_ours(self, pointer: str) -> Change:
        """The same: what the document has stands."""
        clash = self._end_conflict(pointer)
        if clash.stands == "ours":
            return Change((), "set", pointer)
        return self._settled(pointer, clash.ours, delete=clash.deleted == "ours")

    def _end_conflict(self, pointer: str) -> Clash:
        for one in self._conflicts:
            if self._place_of(one) == pointer:
                self._conflicts.remove(one)
                return one.clash
        raise refusal(say("no-conflict", pointer=pointer), Origin(self._origin(self.body)))


def _by_pieces(base: str, ours: str, theirs: str) -> str:
    """Texts that cannot all be read, merged piece by piece; theirs where both changed a place."""
    try:
        return applied(theirs, after(difference(base, ours), difference(base, theirs))[0])
    except SamePlaceError:
        return theirs


def _in_words(conflict: Conflict, source: Source) -> Diagnostic:
    at = Origin(source, conflict.pointer)
    ours, theirs = shown(conflict.ours), shown(conflict.theirs)
    pointer = conflict.pointer
    match conflict.deleted:
        case "ours":
            return Diagnostic(say("disk-conflict/deleted", pointer=pointer, theirs=theirs), at)
        case "theirs":
            return Diagnostic(say("disk-conflict/gone", pointer=pointer, ours=ours), at)
        case _:
            saying = say("disk-conflict/both", pointer=pointer, ours=ours, theirs=theirs)
            return Diagnostic(saying, at)
