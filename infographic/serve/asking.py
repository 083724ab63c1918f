"""A request's body, read into what is wanted: JSON, or a form with a story and its files."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Callable, Mapping
from json.decoder import (  # type: ignore[attr-defined]  # they stand in every Python
    WHITESPACE,
    scanstring,
)
from pathlib import Path
from typing import Any
from unicodedata import normalize

from python_multipart.multipart import parse_options_header
from starlette.datastructures import Headers, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from infographic.foundation.limits import most
from infographic.foundation.record import field, record
from infographic.foundation.running.answering import TooLongError, bounded
from infographic.foundation.sayings import Saying, say
from infographic.serve.fields import FIELDS, from_text, is_right, wanted
from infographic.serve.problems import CLOSE, ProblemError

JSON, FORM = "application/json", "multipart/form-data"
LONGEST_NAME = 100
BLANK = " \t\r\n"


@record
class Asked:
    """A body that has been read."""

    story: str
    """JSON; before it, blanks, so that each place in it is its place in the body."""
    layout: str = ""
    """A name, or "" where the layout is `inline`."""
    inline: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    """All other fields."""


async def asked(request: Request, folder: Callable[[], Path], seconds: float) -> Asked:
    """Read a body. A form's files are written into the folder, which is asked for then.

    Raises `ProblemError`, and `ClientDisconnect` where nothing more comes.
    """
    kind, parameters = parse_options_header(_one(request.headers, "content-type"))
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise ProblemError(415, say("serve-request/encoding"), headers=CLOSE)
    if parameters.get(b"charset", b"utf-8").lower() not in (b"utf-8", b"utf8"):
        raise ProblemError(415, say("serve-request/charset"), headers=CLOSE)
    bounds = {
        JSON: ("serve-story", most("serve-story")), FORM: ("serve-body", most("serve-body")),
    }  # fmt: skip
    limit, bound = bounds.get(kind.decode("latin-1").lower(), ("", 0))
    if not limit:
        headers = {**CLOSE, "Accept-Post": f"{JSON}, {FORM}"}
        raise ProblemError(415, say("serve-request/kind"), headers=headers)
    stream = _bounded(request, limit, bound)
    try:
        async with asyncio.timeout(seconds):
            if limit == "serve-story":
                return _of_json(b"".join([chunk async for chunk in stream]))
            return await _of_form(request, stream, folder)
    except TimeoutError:
        raise ProblemError(408, say("serve-request/slow", seconds=seconds), headers=CLOSE) from None


def _one(headers: Headers, name: str) -> str:
    found = headers.getlist(name)
    return found[0] if len(found) == 1 else ""


async def _bounded(request: Request, limit: str, bound: int) -> AsyncGenerator[bytes, None]:
    """What comes, up to a limit: refused before more is held."""
    try:
        length = request.headers.get("content-length", "")
        async for chunk in bounded(request.stream(), length, bound):
            yield chunk
    except TooLongError:
        raise _too_large(limit, bound) from None


def _too_large(limit: str, bound: int) -> ProblemError:
    saying = say("serve-too-large", most=bound / 1e6, limit=limit)
    return ProblemError(413, saying, headers=CLOSE)


# JSON


def _of_json(body: bytes) -> Asked:
    text = _text(body, "body")
    spans = _members(text)
    values: dict[str, Any] = {}
    for name, (value, _, _) in spans.items():
        values[name] = value
    layout = spans.get("layout")
    inline = ""
    if layout is not None and isinstance(layout[0], dict):
        inline = _in_place(text, layout)
    story = spans.get("story")
    return _asked("" if story is None else _in_place(text, story), inline, values)


Span = tuple[Any, int, int]


def _in_place(text: str, span: Span) -> str:
    """A value's own text, in its line and column."""
    _, begin, end = span
    line = text.count("\n", 0, begin)
    column = begin - (text.rfind("\n", 0, begin) + 1)
    return "\n" * line + " " * column + text[begin:end]


def _text(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ProblemError(400, say("serve-request/utf8", name=name)) from None


def _members(text: str) -> dict[str, Span]:
    """The members of an object, each with where its value begins and ends. Raises `ProblemError`.

    By the parser of the library, a value at a time: where one stands it does not tell.
    """
    decoder, spans = json.JSONDecoder(parse_constant=_no_number), {}
    at = _after(text, 0)
    try:
        if text[at : at + 1] != "{":
            raise ProblemError(400, say("serve-request/object"))
        at = _after(text, at + 1)
        while text[at : at + 1] != "}":
            if text[at : at + 1] != '"':
                raise ValueError
            name, at = scanstring(text, at + 1, True)
            if name not in FIELDS:
                # At once: of hundreds of thousands each would take its time, for all requests.
                raise ProblemError(400, say("serve-request/field", name=name[:100]))
            at = _after(text, at)
            if text[at : at + 1] != ":":
                raise ValueError
            begin = _after(text, at + 1)
            value, end = decoder.raw_decode(text, begin)
            if name in spans:
                raise ProblemError(400, say("serve-request/twice", name=name[:100]))
            spans[name] = value, begin, end
            at = _after(text, end)
            if text[at : at + 1] == ",":
                at = _after(text, at + 1)
                if text[at : at + 1] == "}":
                    raise ValueError
            elif text[at : at + 1] != "}":
                raise ValueError
        if _after(text, at + 1) != len(text):
            raise ValueError
    except (ValueError, RecursionError) as error:
        at = getattr(error, "pos", at)
        line = text.count("\n", 0, at) + 1
        column = at - text.rfind("\n", 0, at)
        raise ProblemError(400, say("serve-request/json", line=line, column=column)) from None
    return spans


def _after(text: str, at: int) -> int:
    """The place of what follows the blanks at a place."""
    return int(WHITESPACE.match(text, at).end())


def _no_number(name: str) -> None:
    raise ValueError(name)


# A form


class WholeParser(MultiPartParser):
    """Starlette's own, which passes over a last part that is cut off as if none had been sent."""

    has_ended = False

    def on_end(self) -> None:
        self.has_ended = True


async def _of_form(
    request: Request, stream: AsyncGenerator[bytes, None], folder: Callable[[], Path]
) -> Asked:
    parser = WholeParser(
        request.headers, stream, max_files=most("serve-parts"), max_fields=len(FIELDS),
        max_part_size=most("serve-story"),
    )  # fmt: skip
    try:
        form = await parser.parse()
        if not parser.has_ended:
            await form.close()
            raise MultiPartException("It ends before its last boundary.")
    except MultiPartException as error:
        if "exceeded maximum size" in error.message:
            raise _too_large("serve-story", most("serve-story")) from None
        raise ProblemError(
            400, say("serve-request/form", reason=error.message), headers=CLOSE
        ) from None
    texts: dict[str, str] = {}
    try:
        await _take(form.multi_items(), texts, folder)
    finally:
        await form.close()
    values: dict[str, Any] = {
        name: from_text(FIELDS[name].kind, text) for name, text in texts.items()
    }
    inline = ""
    if texts.get("layout", "").lstrip(BLANK).startswith("{"):
        inline = texts["layout"]
        values["layout"] = {}
    story = texts.get("story")
    if story is not None:
        values["story"] = {}
    return _asked(story or "", inline, values)


async def _take(
    items: list[tuple[str, UploadFile | str]], texts: dict[str, str], folder: Callable[[], Path]
) -> None:
    """Fields into `texts`, files into the folder. Raises `ProblemError`."""
    seen: set[str] = set()
    for name, value in items:
        key = normalize("NFC", name).casefold()
        if key in seen:
            raise ProblemError(400, say("serve-request/twice", name=name[:100]))
        seen.add(key)
        if name in FIELDS:
            if isinstance(value, UploadFile):
                if (value.size or 0) > most("serve-story"):
                    raise _too_large("serve-story", most("serve-story"))
                value = _text(await value.read(), name)
            texts[name] = value
        elif isinstance(value, str):
            raise ProblemError(400, say("serve-request/field", name=name[:100]))
        elif not is_part_name(name):
            raise ProblemError(400, say("serve-part", name=name[:100]))
        else:
            await asyncio.to_thread(_write, value, folder() / name)


def is_part_name(name: str) -> bool:
    """Whether a part's name may be a file's: letters, digits, “-”, “_” and points, none first.

    >>> [is_part_name(one) for one in ("map.svg", "图1.jpg", "../a.png", ".env", "a b", "a/b", "")]
    [True, True, False, False, False, False, False]
    """
    plain = name.replace("-", "").replace("_", "").replace(".", "")
    return (
        0 < len(name) <= LONGEST_NAME
        and len(name.encode()) <= 200
        and plain.isalnum()
        and name[0].isalnum()
        and not name.endswith(".")
        and name == normalize("NFC", name)
        and name.partition(".")[0].casefold() not in _DEVICES
    )


_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))]
)
"""What Windows opens by such a name is no file."""


def _write(upload: UploadFile, path: Path) -> None:
    # Not through write_all: it is the request's own folder, which nobody else sees.
    with path.open("xb") as file:
        while chunk := upload.file.read(1 << 20):
            file.write(chunk)


# Both


def _asked(story: str, inline: str, values: dict[str, Any]) -> Asked:
    for name, value in values.items():
        if name not in FIELDS:
            raise ProblemError(400, say("serve-request/field", name=name[:100]))
        if not is_right(FIELDS[name].kind, value):
            _refuse(say("serve-request/value", name=name, wanted=wanted(FIELDS[name].kind)))
    for name in ("story", "layout"):
        if name not in values:
            _refuse(say("serve-request/missing", name=name))
    given = values["layout"]
    others = {key: value for key, value in values.items() if key not in ("story", "layout")}
    return Asked(story, "" if inline else given, inline, others)


def _refuse(saying: Saying) -> None:
    raise ProblemError(400, saying)
