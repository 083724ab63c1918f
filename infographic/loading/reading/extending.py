"""Files that take over others by “extends”, found by name or path: layouts, press profiles."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from pathlib import Path
from typing import Generic, TypeVar

from infographic.foundation import limits
from infographic.foundation.datum import Node, Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError, near_word
from infographic.foundation.files import is_a_file
from infographic.foundation.memo import Memo
from infographic.foundation.reach import OutOfReachError, holds, real_path
from infographic.foundation.record import record
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
        if asked_at is not None:
            _must_be_in_reach(name, folder, asked_at)
        if name.endswith(".json"):
            path = folder / name
            if is_a_file(path):
                return path
            raise SpecError([Diagnostic(self.no_file(path), at)])
        found = self.named(name, folder)
        if found is not None:
            return found
        if asked_at is not None and is_a_file(folder / f"{name}.json"):
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
        return self._read(path, (), files, Origin(Source(path.as_posix()))), tuple(files)

    def over_all(self, node: Node, folder: Path) -> tuple[Node, tuple[Path, ...]]:
        """As `read`, of a tree that is no file's; what it takes over is found from `folder`."""
        files: list[Path] = []
        return self._extended(node, folder, (), files), tuple(files)

    def _read(
        self, path: Path, trail: tuple[Path, ...], files: list[Path], asked_at: Origin
    ) -> Node:
        if len(files) >= limits.most("extends"):
            raise SpecError(
                [
                    Diagnostic(
                        say("extends-many", most=limits.most("extends"), limit="extends"), asked_at
                    )
                ]
            )
        node = read_file(path, relaxed=True)
        files.append(path)
        return self._extended(node, path.parent, (*trail, path), files)

    def _extended(
        self, node: Node, folder: Path, trail: tuple[Path, ...], files: list[Path]
    ) -> Node:
        """A tree over what it takes over; `trail` are the files that led to it, its own last."""
        if not isinstance(node.value, dict):
            raise _wrong(self.no_object(node.kind), node)
        named = node.value.get("extends")
        if named is None or named.value is None:
            return node
        listed = named.value if self.takes_several else None
        names = listed if isinstance(listed, tuple) else (named,)
        if len(names) > limits.most("extends"):
            raise _wrong(say("extends-many", most=limits.most("extends"), limit="extends"), named)
        base: Node | None = None
        for item in names:
            tree = self._read(self._parent(item, folder, trail), trail, files, item.origin)
            base = tree if base is None else self.over(base, tree)
        return node if base is None else self.over(base, node)

    def _parent(self, item: Node, folder: Path, trail: tuple[Path, ...]) -> Path:
        """The file that is taken over by the name in `item`."""
        if not isinstance(item.value, str):
            raise _wrong(self.no_name(item.kind), item)
        parent = self.find(item.value, folder, item.origin)
        if parent.resolve() in {one.resolve() for one in trail}:
            raise _wrong(self.circle(item.value), item)
        return parent


def _must_be_in_reach(name: str, folder: Path, asked_at: Origin) -> None:
    """Wherever a name that stands in a file may lead, it leads to nothing that is out of reach.

    Raises `SpecError`, whether anything is there or not.
    """
    file = name if name.endswith(".json") else f"{name}.json"
    try:
        for place in (folder / file, folder / "layouts" / file):
            real_path(place, name)
    except OutOfReachError as error:
        raise SpecError([error.at(asked_at)]) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SpecError([Diagnostic(say("file-unreadable", reason=reason), asked_at)]) from error


def _wrong(saying: Saying, at: Node) -> SpecError:
    return SpecError([Diagnostic(saying, at.origin)])


class Unchanged(Generic[T]):
    """What was made of files, until one of them changes; at most `most`, the last asked for.

    Of files of which one is out of reach now, nothing is known: they are asked for anew.
    """

    def __init__(self, most: int, name: str = "") -> None:
        self._values = Memo[tuple[Stamps, T]](name, most)

    def get(self, key: Hashable) -> T | None:
        """The value made for a key, None where there is none or a file of it has changed."""
        known = self._values.get(key)
        if known is None or any(stamp(one[0]) != one for one in known[0]):
            return None
        if not holds(one[0] for one in known[0]):
            return None
        return known[1]

    def put(self, key: Hashable, stamps: Stamps, value: T) -> T:
        return self._values.put(key, (stamps, value))[1]


def stamps_of(files: Iterable[Path]) -> Stamps:
    return tuple(map(stamp, files))


def stamp(path: Path) -> tuple[Path, int, int]:
    try:
        status = path.stat()
    except OSError:
        return path, 0, -1
    return path, status.st_mtime_ns, status.st_size
