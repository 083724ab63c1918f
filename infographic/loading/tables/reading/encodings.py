"""The text of a data file: its encoding found by its bytes, and said where it is not UTF-8."""

from __future__ import annotations

import codecs
from itertools import islice

from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, Severity, SpecError
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import say
from infographic.loading.reading.source import likely_encoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030"}
"""What holds all characters of an older encoding: gbk lacks some that files called so have."""


def decoded(
    data: bytes, file: Origin, asked: str, at: Origin
) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of a file's bytes, its line ends made “\\n”, and a note where it is not UTF-8.

    `asked` is the encoding that the story names at `at`. Raises `SpecError`.
    """
    codec, name = codec_of(data, file, asked, at)
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise SpecError([_damaged(data, codec, name, error.start, file)]) from error
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if asked or codec.startswith("utf-8"):
        return text, ()
    said = Diagnostic(say("data-encoding", encoding=name), file, severity=Severity.NOTE)
    return text, (said,)


def codec_of(data: bytes, file: Origin, asked: str, at: Origin) -> tuple[str, str]:
    """The codec of a file's bytes, and what its encoding is called. Raises `SpecError`."""
    return _asked(asked, at) if asked else _found(data, file)


def _asked(name: str, at: Origin) -> tuple[str, str]:
    try:
        found = codecs.lookup(name).name
        "".encode(found)
        # A codec of bytes to bytes, as “base64”, is none of texts; one of host names, as “idna”,
        # puts nothing in the place of what it cannot read.
        b"\xe5\x8e\xbf,1".decode(found, "replace")
    except (LookupError, TypeError, ValueError) as error:
        raise SpecError([Diagnostic(say("data-option/encoding", name=name), at)]) from error
    if found == "utf-8":
        found = "utf-8-sig"
    return _WIDER.get(found, found), name


def _found(data: bytes, file: Origin) -> tuple[str, str]:
    """The codec, and what it is called. UTF-8 is tried first, then GB18030."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return codec, name
    wide = _without_mark(data)
    if wide:
        return wide, "UTF-16"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        codec, name = likely_encoding(data)
        if not name:
            raise SpecError([_damaged(data, "utf-8", "UTF-8", error.start, file)]) from error
        if _is_gb18030(data):
            return "gb18030", "GB18030"
        if _UNWRITTEN.search(data[:20_000]):
            saying = say("data-format", kind=say("phrase/binary-file"))
            raise SpecError([Diagnostic(saying, file)]) from error
        broken = _broken_in_gb18030(data)
        if broken is not None:
            raise SpecError([_damaged(data, "gb18030", "GB18030", broken, file)]) from error
        if codec == "gb18030":
            codec, name = "big5", "Big5"
        saying = say("data-encoding/unknown", likely=name, codec=codec)
        raise SpecError([Diagnostic(saying, file)]) from error
    return "utf-8", "UTF-8"


def _without_mark(data: bytes) -> str:
    """The codec of UTF-16 without a byte order mark; "" for another text.

    Commas, digits and line ends have a zero as their one byte, always the first or always the
    second of two.
    """
    sample = data[:20_000]
    zeros = sample.count(0)
    if zeros < max(len(sample) // 50, 2) or len(data) % 2:
        return ""
    first = sample[::2].count(0)
    if 10 * min(first, zeros - first) > zeros:
        return ""
    codec = "utf-16-be" if first * 2 > zeros else "utf-16-le"
    try:
        return codec if "\0" not in data.decode(codec) else ""
    except UnicodeDecodeError:
        return ""


MOSTLY = 0.6


def _is_gb18030(data: bytes) -> bool:
    """Whether bytes are GB18030: nearly all bytes are, so its common characters must be in it."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    seen = [*islice((mark for mark in text if mark > "\x7f"), 5000)]
    leads = (mark.encode("gb2312", "ignore")[:1] for mark in seen)
    # The 3,755 commonest Han, and the marks.
    common = sum(b"\xb0" <= lead <= b"\xd7" or lead in (b"\xa1", b"\xa3") for lead in leads)
    return common >= MOSTLY * len(seen)


_UNWRITTEN = late(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""Bytes that no text has in any of these encodings."""


def _broken_in_gb18030(data: bytes) -> int | None:
    """Where a file that is GB18030 up to there is cut off or damaged; None where it is another."""
    try:
        data.decode("gb18030")
    except UnicodeDecodeError as error:
        head = data[: error.start]
        if 2 * len(head) > len(data) and not head.isascii() and _is_gb18030(head):
            return error.start
    return None


def _damaged(data: bytes, codec: str, name: str, start: int, file: Origin) -> Diagnostic:
    text = data.decode(codec, "replace")
    if codec.startswith(("utf-16", "utf-32")):
        line, column = 1, 1
    else:
        before = data[:start].decode(codec, "replace").replace("\r\n", "\n").replace("\r", "\n")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    source = Source(file.file, text, file.source.folder, file.source.path)
    origin = Origin(source, file.pointer, line, column)
    byte = data[start] if start < len(data) else 0
    return Diagnostic(say("data-encoding/damaged", encoding=name, byte=byte), origin)
