"""From an author's file or standard input to a tree of nodes with places."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path

from infographic.foundation import limits
from infographic.foundation.datum import Node, Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError, near_word
from infographic.foundation.memo import Memo
from infographic.foundation.reach import holds, real_places
from infographic.foundation.sayings import Saying, say
from infographic.loading.reading.reader import Reader


def read_json(source: Source, *, relaxed: bool) -> Node:
    """Read a text whole, or raise `SpecError` with everything found wrong.

    `relaxed` (for layouts) allows // and /* */ comments and a comma before a closing bracket.
    """
    text = source.text
    # Few files are so long that their lines are worth counting.
    if len(text) > (lines := limits.most("lines")) and text.count("\n") >= lines:
        saying = say("json-too-large/lines", most=lines, limit="lines")
        raise SpecError([Diagnostic(saying, Origin(source))])
    reader = Reader(source, text, relaxed)
    node = reader.read()
    if node is None or reader.faults:
        other = _foreign(text, source.name) if node is None else None
        raise SpecError(reader.faults if other is None else [other])
    return node


def _too_large() -> Saying:
    return say("json-too-large", most=limits.most("file-bytes"), limit="file-bytes")


STDIN = Path("/dev/stdin")
"""Where the system has it: the file that standard input comes from, if it comes from one."""


def read_file(path: str | Path, *, relaxed: bool, real: Path | None = None) -> Node:
    """Read a file, or standard input for “-”. Raises `SpecError`, also where there is none.

    `real` is where it lies, for one that another file names (`foundation/reach`): a link that is
    changed in between leads nowhere else.
    """
    if str(path) == "-":
        name, folder, data = "stdin", ".", read_standard_input(limits.most("file-bytes") + 1)
        file = STDIN
    else:
        file = Path(path)
        name, folder = file.as_posix(), file.parent.as_posix()
        data = bytes_of(file, limits.most("file-bytes") + 1, real)
    if len(data) > limits.most("file-bytes"):
        raise _refused(_too_large(), name)
    text = text_of(data, name)
    known = _READ.get((name, relaxed))
    if known is not None and known.origin.source.text == text:
        return known
    return _READ.put((name, relaxed), read_json(Source(name, text, folder, file), relaxed=relaxed))


_READ: Memo[Node] = Memo("files read", 4)
"""The files read last: a page made again of the same words reads none of them, and what is known of
their nodes by identity, tables above all, is known still."""


def read_standard_input(most: int) -> bytes:
    """At most `most` bytes of standard input. Raises `SpecError` where there is none."""
    # None where the program was started without one.
    if sys.stdin is None:
        raise _refused(say("file-missing/stdin"), "stdin")
    return sys.stdin.buffer.read(most)


def bytes_of(path: Path, most: int = -1, real: Path | None = None) -> bytes:
    """At most `most` bytes of a file that an author named; it is opened as `real`.

    Raises `SpecError`.
    """
    name = path.as_posix()
    try:
        if (real or path).is_dir():
            raise _refused(say("file-unreadable/folder"), name)
        with (real or path).open("rb") as file:
            return file.read(most)
    except FileNotFoundError as error:
        near = near_word(path.name, names_in((real or path).parent))
        raise _refused(say("file-missing"), name, near) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _refused(say("file-unreadable", reason=reason), name) from error


def _refused(saying: Saying, name: str, mend: Saying | None = None) -> SpecError:
    return SpecError([Diagnostic(saying, Origin(Source(name)), mend)])


def names_in(folder: Path) -> list[str]:
    """The names of a folder's files, [] where it cannot be read."""
    try:
        return sorted(entry.name for entry in folder.iterdir())
    except OSError:
        return []


def names_beside(real: Path, endings: tuple[str, ...]) -> list[str] | None:
    """The names of files of some kinds beside one that is not there; None where no folder is.

    None are told of a folder that may not be read, of which one file may.
    """
    if not real.parent.is_dir():
        return None
    if not holds(real_places([real.parent])):
        return []
    return [name for name in names_in(real.parent) if name.lower().endswith(endings)]


# Bytes to text

_MARKS = (
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def text_of(data: bytes, name: str) -> str:
    """Decode UTF-8, with or without a byte order mark; raise `SpecError` for anything else."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = error.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
    raise SpecError([_encoding_fault(data, at, name)])


def _encoding_fault(data: bytes, at: int, name: str) -> Diagnostic:
    # Late: few files are no text.
    from infographic.loading.reading.foreign import kind_of_bytes

    kind = kind_of_bytes(data)
    if kind is not None:
        return _is_other(kind, name)
    encoding, likely = likely_encoding(data)
    text = data.decode(encoding, "replace")
    other = _foreign(text, name)
    if other is not None:
        return other
    line_start = data.rfind(b"\n", 0, at) + 1
    line, column = (
        data.count(b"\n", 0, at) + 1,
        len(data[line_start:at].decode(encoding, "replace")) + 1,
    )
    if encoding.startswith(("utf-16", "utf-32")):
        at, line, column = 0, 1, 1
    origin = Origin(Source(name, text), "", line, column)
    if not likely:
        return Diagnostic(say("json-encoding/damaged", place=at + 1, byte=data[at]), origin)
    return Diagnostic(say("json-encoding", place=at + 1, byte=data[at], likely=likely), origin)


def _foreign(text: str, name: str) -> Diagnostic | None:
    """That a text is a table or a web page; None where it is neither."""
    from infographic.loading.reading.foreign import kind_of_bytes, kind_of_text

    # A PDF or an RTF document may well be ASCII.
    kind = kind_of_bytes(text.encode("utf-8", "replace")) or kind_of_text(text, name)
    return None if kind is None else _is_other(kind, name)


def _is_other(kind: Saying, name: str) -> Diagnostic:
    from infographic.loading.reading.foreign import TABLES

    saying = (
        say("json-not-text/table", kind=kind)
        if kind.key in TABLES
        else say("json-not-text", kind=kind)
    )
    return Diagnostic(saying, Origin(Source(name)))


def likely_encoding(data: bytes) -> tuple[str, str]:
    """What the bytes most likely are: the codec's name, and the encoding's; "" for UTF-8 that is
    damaged."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name.lower(), name
    sample = data[:20_000]
    if sample.count(0) > len(sample) // 8:
        return ("utf-16-le" if sample[1:2] == b"\0" else "utf-16-be"), "UTF-16"
    broken = data.decode("utf-8", "replace").count("\ufffd")
    whole = sum(1 for c in data.decode("utf-8", "ignore") if c > "\x7f")
    if whole > 4 * broken:
        return "utf-8", ""
    # In GBK both bytes of a common character are high; Latin letters with accents stand alone.
    high = [byte >= 0xA1 for byte in sample]
    pairs = sum(a and b for a, b in pairwise(high))
    for codec, name in (("gb18030", "GBK"), ("big5", "Big5")):
        try:
            data.decode(codec)
        except UnicodeDecodeError:
            continue
        if pairs * 2 > sum(high):
            return codec, name
    return "cp1252", "Latin-1 (Windows-1252)"
