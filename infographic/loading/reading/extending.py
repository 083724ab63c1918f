"""Files that take over others by “extends”, found by name or path: layouts, press profiles."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterable, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from infographic.foundation import limits
from infographic.foundation.datum import Node, Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError, near_word
from infographic.foundation.files import is_a_file
from infographic.foundation.memo import Memo
from infographic.foundation.reach import OutOfReachError, holds, is_there, real_path, real_places
from infographic.foundation.record import field, record
from infographic.foundation.sayings import Saying, say
from infographic.loading.reading.source import read_file

T = TypeVar("T")
Stamps = tuple[tuple[Path, int, int], ...]
"""Files with their time of change in ns and their size."""


@record
class FileKind:
    """A kind of file: how it is found, what lies over what, and what is said of it."""

    named: Callable[[str, Path], Path | None]
    """The file of a name, asked for in a folder."""
    near: Callable[[str, bool], Saying | None]
    """A mend for an unknown name; whether it stands in a file."""
    over: Callable[[Node, Node], Node]
    """What a file takes over, and it itself over that."""
    takes_several: bool
    """Whether “extends” may be a list."""
    unknown: Callable[[str], Saying]
    """That nothing has a name."""
    no_file: Callable[[Path], Saying]
    """That there is no file at a path."""
    no_object: Callable[[Saying], Saying]
    """That a file holds something of another kind."""
    no_name: Callable[[Saying], Saying]
    """That “extends” is of another kind than a text."""
    circle: Callable[[str], Saying]
    """That files extend each other, through one that is named so."""

    def find(self, name: str, folder: Path, asked_at: Origin | None = None) -> Path:
        """The file of a name, or of a path that ends in “.json” and starts from `folder`.

        `asked_at` is where a file names it: a name that is no other's is that of a file beside it,
        and what lies out of reach is not looked for. Raises `SpecError` where there is none.
        """
        at = asked_at or Origin(Source(name))
        outside = None if asked_at is None else _out_of_reach(name, folder, asked_at)
        if outside is not None:
            # Though its folder is out of reach, a layout may name what is shipped.
            own = None if name.endswith(".json") else self.named(name, NOWHERE)
            if own is None or _out_of_reach(own.as_posix(), NOWHERE, at) is not None:
                raise SpecError([outside])
            return own
        if name.endswith(".json"):
            path = folder / name
            if is_a_file(path) if asked_at is None else is_there(path):
                return path
            raise SpecError([Diagnostic(self.no_file(path), at)])
        found = self.named(name, folder)
        if found is not None:
            return found
        if asked_at is not None and is_there(folder / f"{name}.json"):
            return folder / f"{name}.json"
        mend = self.near(name, asked_at is not None)
        if mend is None or mend.key != "mend/did-you-mean":
            beside = [path.stem for path in folder.glob("*.json")] if asked_at else []
            mend = near_word(name, beside) or mend
        raise SpecError([Diagnostic(self.unknown(name), at, mend)])

    def read(self, path: Path) -> tuple[Node, tuple[Path, ...]]:
        """A file's tree over those it extends, and every file that was read.

        Raises `SpecError` with the first thing that is wrong.
        """
        files: list[Path] = []
        work = limits.Budget("extends")
        node = _read_one(path, files, work, Origin(Source(path.as_posix())))
        return self._over_all(_Laid(node, path.parent, path.resolve()), files, work), tuple(files)

    def over_all(self, node: Node, folder: Path) -> tuple[Node, tuple[Path, ...]]:
        """As `read`, of a tree that is no file's; what it takes over is found from `folder`."""
        files: list[Path] = []
        laid = _Laid(node, folder)
        return self._over_all(laid, files, limits.Budget("extends")), tuple(files)

    def _over_all(self, first: _Laid, files: list[Path], work: limits.Budget) -> Node:
        """A tree over what it takes over. Each file is read and laid over its own once, however
        many take it over, and a chain of any length is gone along without recursion."""
        done: dict[Path, Node] = {}
        way = [first]
        first.waiting = self._names(first.node)
        while True:
            laid = way[-1]
            if laid.waiting:
                item = laid.waiting.pop()
                path = self._parent(item, laid.folder, way)
                whole = done.get(path.resolve())
                if whole is not None:
                    _spend(work, item.origin)
                    laid.take(whole, self.over)
                    continue
                node = _read_one(path, files, work, item.origin)
                way.append(_Laid(node, path.parent, path.resolve()))
                way[-1].waiting = self._names(node)
                continue
            laid.take(laid.node, self.over)
            assert laid.base is not None
            way.pop()
            if not way:
                return laid.base
            if laid.path is not None:
                done[laid.path] = laid.base
            way[-1].take(laid.base, self.over)

    def _names(self, node: Node) -> list[Node]:
        """What a tree takes over, the first last."""
        if not isinstance(node.value, dict):
            raise _wrong(self.no_object(node.kind), node)
        named = node.value.get("extends")
        if named is None or named.value is None:
            return []
        listed = named.value if self.takes_several else None
        names = listed if isinstance(listed, tuple) else (named,)
        if len(names) > limits.most("extends"):
            raise _wrong(_too_many(), named)
        return [*reversed(names)]

    def _parent(self, item: Node, folder: Path, way: Sequence[_Laid]) -> Path:
        """The file that is taken over by the name in `item`; `way` leads to who names it."""
        if not isinstance(item.value, str):
            raise _wrong(self.no_name(item.kind), item)
        parent = self.find(item.value, folder, item.origin)
        whole = parent.resolve()
        if any(one.path == whole for one in way):
            raise _wrong(self.circle(item.value), item)
        return parent


NOWHERE = Path(os.devnull)
"""A folder in which nothing is."""


def _out_of_reach(name: str, folder: Path, asked_at: Origin) -> Diagnostic | None:
    """That a name, wherever it may lead, leads to what may not be read, be it there or not."""
    file = name if name.endswith(".json") else f"{name}.json"
    try:
        for place in (folder / file, folder / "layouts" / file):
            real_path(place, name)
    except OutOfReachError as error:
        return error.at(asked_at)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return Diagnostic(say("file-unreadable", reason=reason), asked_at)
    return None


@record(frozen=False)
class _Laid:
    """A file on the way to what it takes over."""

    node: Node
    folder: Path
    path: Path | None = None
    """Resolved; None of a tree that is no file's."""
    waiting: list[Node] = field(default_factory=list)
    """The names that are still to be taken over, the first last."""
    base: Node | None = None

    def take(self, tree: Node, over: Callable[[Node, Node], Node]) -> None:
        self.base = tree if self.base is None else over(self.base, tree)


def _read_one(path: Path, files: list[Path], work: limits.Budget, asked_at: Origin) -> Node:
    _spend(work, asked_at)
    try:
        node = read_file(path, relaxed=True, real=real_path(path))
    except OutOfReachError as error:
        raise SpecError([error.at(asked_at)]) from None
    files.append(path)
    return node


def _spend(work: limits.Budget, asked_at: Origin) -> None:
    try:
        work.spend()
    except limits.OverLimitError as error:
        raise SpecError([Diagnostic(_too_many(), asked_at)]) from error


def _too_many() -> Saying:
    return say("extends-many", most=limits.most("extends"), limit="extends")


def _wrong(saying: Saying, at: Node) -> SpecError:
    return SpecError([Diagnostic(saying, at.origin)])


class Unchanged(Generic[T]):
    """What was made of files, until one of them changes; at most `most`, the last asked for.

    Of files of which one is out of reach now, nothing is known: they are asked for anew.
    """

    def __init__(self, most: int, name: str = "") -> None:
        self._values = Memo[tuple[Stamps, frozenset[Path], T]](name, most)

    def get(self, key: Hashable) -> T | None:
        """The value made for a key, None where there is none or a file of it has changed."""
        known = self._values.get(key)
        if known is None or any(stamp(one[0]) != one for one in known[0]):
            return None
        return known[2] if holds(known[1]) else None

    def put(self, key: Hashable, stamps: Stamps, value: T) -> T:
        places = real_places(one[0] for one in stamps)
        return self._values.put(key, (stamps, places, value))[2]


def stamps_of(files: Iterable[Path]) -> Stamps:
    return tuple(map(stamp, files))


def stamp(path: Path) -> tuple[Path, int, int]:
    try:
        status = path.stat()
    except OSError:
        return path, 0, -1
    return path, status.st_mtime_ns, status.st_size
