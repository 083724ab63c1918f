"""`GET /picture?file=…&width=…`: a picture of the folder, for forms; never the file itself."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from infographic.foundation.diagnostics import SayingError
from infographic.foundation.memo import Memo
from infographic.foundation.reach import real_file
from infographic.studio.server.headers import SANDBOX
from infographic.studio.session.studio import Studio
from infographic.studio.worker.process import JobFailedError

LEAST, MOST, USUAL = 16, 1600, 480
"""Pixels across."""
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
