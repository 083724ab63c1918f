"""`infographic show` asks that all browsers go to a place of a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from infographic.foundation.diagnostics import SayingError
from infographic.foundation.limits import most
from infographic.foundation.running.answering import TooLongError
from infographic.studio.server.bodies import body_of
from infographic.studio.session.places import place_in, shown_by, text_of
from infographic.studio.session.studio import Studio


async def show(request: Request) -> Response:
    """POST {"file": whole path, "line", "column", "units"?, "text"?}; answers {"browsers": how
    many were told, "place": …}."""
    studio: Studio = request.app.state.studio
    try:
        asked = json.loads(await body_of(request, most("file-bytes")))
        file, line, column = str(asked["file"]), int(asked["line"]), int(asked["column"])
        text = asked.get("text")
        if not (text is None or isinstance(text, str)):
            raise TypeError(text)
    except TooLongError:
        return _refused(413, "too much is sent")
    except (ValueError, KeyError, TypeError, RecursionError, ClientDisconnect):
        return _refused(400, 'wanted: {"file", "line", "column"}')
    try:
        name = _named(studio, file)
        path = studio.path_of(name)
        if text is None:
            text = studio.text_of(path)
        if text is None:
            text = text_of(path)
    except (SayingError, OSError, ValueError) as error:
        return _refused(404, str(error))
    place = place_in(name, line, column, text, is_utf16=asked.get("units") == "utf-16")
    story = shown_by(studio, path, name, text)
    told: dict[str, Any] = {"type": "show", "place": place, "story": story}
    studio.tell_all(told)
    return JSONResponse({"browsers": len(studio.browsers), "place": place})


def _named(studio: Studio, file: str) -> str:
    """A whole path as one from the studio's folder. Raises `ValueError` for one outside."""
    return Path(file).relative_to(studio.root).as_posix()


def _refused(status: int, message: str) -> Response:
    return JSONResponse({"message": message}, status)
