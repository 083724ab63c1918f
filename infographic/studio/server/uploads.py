"""`PUT /upload?name=…&folder=…`: a file as it is, no form round it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, MachineError, SpecError
from infographic.foundation.limits import most
from infographic.foundation.running.answering import TooLongError
from infographic.foundation.sayings import Saying, say
from infographic.studio.server.bodies import body_of
from infographic.studio.session.paths import without_folder
from infographic.studio.session.studio import Studio
from infographic.studio.session.uploads import take_in
from infographic.studio.worker.process import JobFailedError

TOO_LARGE, NOT_TAKEN, NO_ROOM, FAILED = 413, 422, 507, 503


async def upload(request: Request) -> Response:
    """What `take_in` answers, or {"message", "diagnostics"} and why not."""
    studio: Studio = request.app.state.studio
    name, folder = request.query_params.get("name", ""), request.query_params.get("folder", "")
    async with studio.intake.uploading:
        try:
            data = await body_of(request, most("upload-bytes"))
            return JSONResponse(await take_in(studio, name, folder, data), 201)
        except TooLongError:
            mb = most("upload-bytes") / 1e6
            saying = say("upload-large", name=name[:300], most=mb, limit="upload-bytes")
            return _refused(studio, TOO_LARGE, _told(saying, name))
        except SpecError as error:
            return _refused(studio, NOT_TAKEN, [one.as_dict() for one in error.diagnostics])
        except MachineError as error:
            return _refused(studio, NO_ROOM, [one.as_dict() for one in error.diagnostics])
        except JobFailedError as error:
            if error.why == "input":
                return _refused(studio, NOT_TAKEN, error.diagnostics, error.message)
            # It ended its reader, or would have taken the machine with it.
            return _refused(studio, FAILED, _told(say("upload-unread", name=name[:300]), name))
        except ClientDisconnect:
            return Response(status_code=400)


def _told(saying: Saying, name: str) -> list[dict[str, Any]]:
    return [Diagnostic(saying, Origin(Source(name[:300]))).as_dict()]


def _refused(
    studio: Studio, status: int, diagnostics: Sequence[dict[str, Any]], message: str = ""
) -> Response:
    message = message or (str(diagnostics[0]["message"]) if diagnostics else "")
    told = {"message": message, "diagnostics": list(diagnostics)}
    return JSONResponse(without_folder(studio.root, told), status)
