"""A page's content, parsed piece by piece: operators take a hundred times their bytes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from infographic.foundation.late_pattern import late
from infographic.foundation.limits import OverLimitError
from infographic.press.inspect.bounds import ContentLengths

WHOLE = 1_000_000
"""Bytes of a content stream that is parsed at once."""
MOST_IN_PIECE = 4_000_000
"""Bytes of a piece: strings, pictures or lists without an operator that a piece may end behind."""
_NEXT = late(rb"[(<%]|(?<=\s)BI(?=\s)|(?<=[\s\])>])(?:[mlchnSsfFBbqQwWgGkK]|re|cm|rg|RG|ET)(?=\s)")
"""What opens something in which words are no operators, or an operator that ends an instruction."""
_BRACKET = late(rb"\\\\.|[()]", 16)


def instructions(stream: Any, page: ContentLengths) -> Iterator[Any]:
    """The operators of a page's or a form's content with their operands, counted by its page.

    Raises `pikepdf.PdfError`, and `OverLimitError` where there are too many.
    """
    length = page.take(stream)
    for piece in _pieces_of(stream) if length > WHOLE else (stream,):
        found = pikepdf.parse_content_stream(piece)
        page.operators.spend(len(found))
        yield from found


def _pieces_of(stream: Any) -> Iterator[Any]:
    parts = stream if isinstance(stream, pikepdf.Stream) else stream.get("/Contents", ())
    each = [parts] if isinstance(parts, pikepdf.Stream) else list(parts)
    # Between two streams of a page stands a space (ISO 32000-1, table 30).
    content = b"\n".join(one.read_bytes() for one in each)
    with pikepdf.new() as pdf:
        for piece in pieces(content, WHOLE // 2):
            yield pikepdf.Stream(pdf, piece)


def pieces(content: bytes, size: int) -> Iterator[bytes]:
    """Content in pieces of about so many bytes, each of whole instructions.

    Raises `OverLimitError`.

    >>> list(pieces(b"0 0 m 1 1 l S (a S b) Tj 2 w 3 w ", 8))
    [b'0 0 m 1 1 l', b' S (a S b) Tj 2 w', b' 3 w ']
    """
    start = at = 0
    while found := _NEXT.search(content, at):
        at = found.end()
        match found[0]:
            case b"(":
                at = _string_end(content, at)
            case b"<":
                # A dictionary's second bracket opens once more, and ends with the first “>”.
                at = content.find(b">", at) + 1 or len(content)
            case b"%":
                line = content.find(b"\n", at)
                at = line + 1 or len(content)
            case b"BI":
                break
            case _ if at - start >= size:
                yield content[start:at]
                start = at
        if at - start > MOST_IN_PIECE:
            raise OverLimitError("pdf-content")
    if len(content) - start > MOST_IN_PIECE:
        raise OverLimitError("pdf-content")
    yield content[start:]


def _string_end(content: bytes, at: int) -> int:
    depth = 1
    for found in _BRACKET.finditer(content, at):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if not depth:
            return found.end()
    return len(content)
