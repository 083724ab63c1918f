"""`GET /picture?file=…&width=…`: a picture of the folder, for forms; never the file itself.

And pictures of the stories that a new one may begin from."""

from __future__ import annotations

import asyncio
from hashlib import blake2b
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from infographic.foundation.diagnostics import SayingError
from infographic.foundation.memo import Memo
from infographic.foundation.reach import real_file
from infographic.foundation.running.answering import SANDBOX
from infographic.studio.session.starters import LAYOUT, starters
from infographic.studio.session.studio import Studio
from infographic.studio.worker.process import JobFailedError

LEAST, MOST, USUAL = 16, 1600, 480
"""Pixels across."""
STARTER = 320
_MADE: Memo[tuple[bytes, str, str]] = Memo(
    "previews of pictures", 24_000_000, lambda one: len(one[0])
)
"""By file, stamp and width: the picture, its kind, its own size."""


async def picture(request: Request) -> Response:
    studio: Studio = request.app.state.studio
    name = request.query_params.get("file", "")
    try:
        path = real_file(studio.path_of(name))
        stamp = path.stat()
    except (SayingError, OSError, ValueError):
        return JSONResponse({"message": "there is no such picture", "diagnostics": []}, 404)
    width = _width(request.query_params.get("width", ""))
    key = (path, stamp.st_mtime_ns, stamp.st_size, stamp.st_ino, width)
    tag = f'"{blake2b(repr(key).encode(), digest_size=12).hexdigest()}"'
    headers = {"etag": tag, "cache-control": "private, no-cache"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    known = _MADE.get(key)
    if known is None:
        try:
            made = await studio.intake.ask("picture", {"file": _from(studio, path), "width": width})
        except JobFailedError as error:
            status = 422 if error.why == "input" else 503
            told = {"message": error.message, "diagnostics": error.diagnostics}
            return JSONResponse(told, status)
        size = f"{made['width']:g}x{made['height']:g}"
        known = _MADE.put(key, (made["data"], made["kind"], size))
    data, kind, size = known
    headers |= {"x-picture-size": size, "content-security-policy": SANDBOX}
    return Response(data, media_type=kind, headers=headers)


def _from(studio: Studio, path: Path) -> str:
    """By its path from the studio's folder, where the worker stands."""
    return path.relative_to(studio.root).as_posix()


def _width(text: str) -> int:
    return min(max(int(text), LEAST), MOST) if text.isdecimal() and len(text) < 6 else USUAL


async def starter_picture(request: Request) -> Response:
    """`GET /starter?name=…`: a story to begin from, as it would look."""
    studio: Studio = request.app.state.studio
    known = await asyncio.to_thread(starters)
    starter = known.get(request.query_params.get("name", ""))
    if starter is None:
        return JSONResponse({"message": "there is no such starter", "diagnostics": []}, 404)
    found = _MADE.get(starter.name)
    if found is None:
        given = {
            "text": starter.text, "folder": str(starter.folder) if starter.files else "",
            "layout": LAYOUT, "width": STARTER,
        }  # fmt: skip
        try:
            made = await studio.intake.ask("starter", given)
        except JobFailedError as error:
            told = {"message": error.message, "diagnostics": error.diagnostics}
            return JSONResponse(told, 503)
        found = _MADE.put(starter.name, (made["data"], made["kind"], ""))
    headers = {"cache-control": "private, max-age=86400"}
    return Response(found[0], media_type=found[1], headers=headers)
