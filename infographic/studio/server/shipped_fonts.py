"""Our own sans for the interface, where a machine has no face with Chinese characters."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response

from infographic.foundation.files import shipped

FACES = {
    "house-sans.ttf": "noto-sans-sc-regular.ttf",
    "house-sans-bold.ttf": "noto-sans-sc-bold.ttf",
}
A_DAY = {"cache-control": "private, max-age=86400"}


async def font(request: Request) -> Response:
    file = FACES.get(request.path_params["name"])
    if file is None:
        return PlainTextResponse("there is no such face", 404)
    return FileResponse(shipped("fonts") / file, media_type="font/ttf", headers=A_DAY)
