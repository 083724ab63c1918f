"""What was exported, to be saved by the browser: `GET /export/KEY/NAME`."""

from __future__ import annotations

from pathlib import PurePath

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response

from infographic.studio.session.studio import Studio

KINDS = {
    ".pdf": "application/pdf", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp",
    ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8", ".zip": "application/zip",
}  # fmt: skip


async def exported(request: Request) -> Response:
    """The file, always as a download: an SVG or PDF is not shown under the studio's own address."""
    studio: Studio = request.app.state.studio
    key, name = request.path_params["key"], request.path_params["name"]
    path = studio.exports.file(key, name)
    if path is None:
        return PlainTextResponse("no such file", 404)
    kind = KINDS.get(PurePath(name).suffix, "application/octet-stream")
    headers = {"Content-Security-Policy": "sandbox", "X-Content-Type-Options": "nosniff"}
    return FileResponse(path, headers=headers, media_type=kind, filename=name)
