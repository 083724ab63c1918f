"""What each route does."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from infographic.batch.digests import digest_of
from infographic.foundation.record import record
from infographic.foundation.sayings import LANGUAGES, say, text_of
from infographic.serve.asking import Asked, asked
from infographic.serve.calling.hosts import Target
from infographic.serve.calling.post import call_back
from infographic.serve.counts import KIND
from infographic.serve.desk import ClientGoneError
from infographic.serve.drawing import Drawn, Wanted, checked, drawn
from infographic.serve.fields import KINDS, OF_FORMATS
from infographic.serve.jobs import Doing
from infographic.serve.problems import ProblemError, codes_of, problem, written
from infographic.serve.service import Service

JSON = "application/json"


def service_of(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


def note_of(request: Request) -> dict[str, Any]:
    """What the front writes down of a request."""
    note: dict[str, Any] = request.scope["state"]["note"]
    return note


def answered(told: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    return Response(written(told), status, dict(headers or {}), JSON)


# Pages


@record
class Order:
    """A request that has been read."""

    wanted: Wanted
    format: str
    callback: Target | None = None


class Folder:
    """A request's own folder, made when it is asked for, gone at the end whatever happens."""

    def __init__(self) -> None:
        self.path = ""

    def __call__(self) -> Path:
        if not self.path:
            self.path = tempfile.mkdtemp(prefix="infographic-")
        return Path(self.path)

    def close(self) -> None:
        if self.path:
            shutil.rmtree(self.path, ignore_errors=True)


async def order(request: Request, folder: Folder) -> Order:
    """Raises `ProblemError`."""
    service = service_of(request)
    # Before the body is read: whoever is refused has not sent it for nothing.
    service.desk.must_have_room()
    settings = service.settings
    given = await asked(request, folder, settings.body_seconds)
    note = note_of(request)
    values = given.values
    language = str(values.get("language", note["language"]))
    if language not in LANGUAGES:
        raise ProblemError(
            400,
            say(
                "serve-request/value",
                name="language",
                wanted=say("phrase/serve-formats", names=tuple(LANGUAGES)),
            ),
        )
    note["language"] = language
    kind = str(values.get("format", "png"))
    wanted = Wanted(
        given.story, str(folder()), _layout(service, given, note), given.layout, given.inline,
        f".{kind}", _profile(service, values), language, values.get("fit", False),
        values.get("strict", False), values.get("page"),
        {name: value for name, value in values.items() if name in OF_FORMATS}, settings.font_path,
    )  # fmt: skip
    url = str(values.get("callback", ""))
    target = settings.callbacks.target(url) if url else None
    if url and target is None:
        raise ProblemError(400, say("serve-callback"))
    return Order(wanted, kind, target)


def _layout(service: Service, given: Asked, note: dict[str, Any]) -> str:
    if given.inline:
        note["layout"] = "inline"
        if not service.settings.takes_inline:
            raise ProblemError(403, say("serve-layout/inline"))
        return ""
    found = service.settings.layouts.get(given.layout)
    if found is None:
        raise ProblemError(404, say("serve-layout", name=given.layout[:100]))
    note["layout"] = given.layout
    return found


def _profile(service: Service, values: Mapping[str, Any]) -> str | None:
    name = values.get("profile")
    if name is None:
        return None
    found = service.settings.profiles.get(name)
    if found is None:
        raise ProblemError(404, say("serve-layout/profile", name=name[:100]))
    return found


async def render(request: Request) -> Response:
    if "respond-async" in request.headers.get("prefer", "").lower():
        return await begin_job(request)
    wanted, made = await _made(request, drawn)
    if made.failure:
        raise refusal_of(made)
    _keep(service_of(request), wanted, made, note_of(request)["key"])
    body, kind, tag = made.data, KINDS[wanted.format], made.digest
    if prefers_json(request.headers.get("accept", "")):
        # A tag of its own: in another language it says the same page's diagnostics otherwise.
        body, kind = written(_told(wanted, made)), JSON
        tag = digest_of(body)
    headers = _headers(made, tag)
    if is_known(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    return Response(body, 200, headers, kind)


async def check(request: Request) -> Response:
    _, made = await _made(request, checked)
    told = {"passes": not made.failure, "diagnostics": list(made.diagnostics)}
    return answered(told, 200, _of_diagnostics(made))


async def _made(request: Request, function: Callable[[Wanted], Drawn]) -> tuple[Order, Drawn]:
    """A request read, and what came of it in a worker; its codes are written down.

    Raises `ProblemError`, and `ClientDisconnect` where the client is gone: its worker is ended.
    """
    folder = Folder()
    try:
        wanted = await order(request, folder)
        made: Drawn = await service_of(request).desk.call(
            function, wanted.wanted, gone=lambda: _gone(request)
        )
    except ClientGoneError:
        raise ClientDisconnect from None
    finally:
        await asyncio.to_thread(folder.close)
    note_of(request)["codes"] = codes_of(made.diagnostics)
    return wanted, made


async def _gone(request: Request) -> None:
    """Ends when the client has gone. The body has been read: all that comes is the end."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


STATUS = {"input": 422, "press": 422, "strict": 422, "memory": 422, "time": 504}


def refusal_of(made: Drawn) -> ProblemError:
    status = STATUS.get(made.failure, 500)
    if status == 500:
        return ProblemError(500, say("serve-fault"), diagnostics=made.diagnostics)
    errors = sum(one["severity"] == "error" for one in made.diagnostics)
    match made.failure:
        case "press":
            saying = say("serve-story/press", count=errors)
        case "strict":
            saying = say("serve-story/strict", count=len(made.diagnostics))
        case _:
            saying = say("serve-story", count=errors)
    return ProblemError(status, saying, diagnostics=made.diagnostics)


def _of_diagnostics(made: Drawn) -> dict[str, str]:
    count = sum(one["severity"] == "warning" for one in made.diagnostics)
    errors = sum(one["severity"] == "error" for one in made.diagnostics)
    return {
        "Infographic-Errors": str(errors), "Infographic-Warnings": str(count),
        "Infographic-Codes": codes_of(made.diagnostics), "Vary": "Accept, Accept-Language",
    }  # fmt: skip


def _headers(made: Drawn, tag: str) -> dict[str, str]:
    return {
        **_of_diagnostics(made), "ETag": f'"{tag}"', "Infographic-Digest": made.digest,
        "Content-Location": f"/render/{made.digest}", "Infographic-Pages": str(made.pages),
        "Cache-Control": "private, no-cache",
    }  # fmt: skip


def _keep(service: Service, wanted: Order, made: Drawn, owner: str) -> None:
    service.kept.put(made.digest, made.data, KINDS[wanted.format], owner)


def _told(wanted: Order, made: Drawn) -> dict[str, Any]:
    return {
        "digest": made.digest, "link": f"/render/{made.digest}", "type": KINDS[wanted.format],
        "bytes": len(made.data), "pages": made.pages, "words": made.words,
        "diagnostics": list(made.diagnostics),
    }  # fmt: skip


def prefers_json(accept: str) -> bool:
    """Whether JSON is asked for by its name, and no kind of page is before it."""
    first = accept.partition(",")[0].partition(";")[0].strip().lower()
    return first == JSON


def is_known(header: str, digest: str) -> bool:
    """Whether `If-None-Match` has a digest.

    >>> is_known('W/"a", "b"', "b"), is_known('"ab"', "b"), is_known("", "b"), is_known("*", "b")
    (True, False, False, False)
    """
    tags = (one.strip().removeprefix("W/") for one in header.split(","))
    return f'"{digest}"' in tags


async def kept(request: Request) -> Response:
    digest = request.path_params["digest"]
    found = service_of(request).kept.get(digest, note_of(request)["key"])
    if found is None:
        raise ProblemError(404, say("serve-none"))
    headers = {"ETag": f'"{digest}"', "Cache-Control": "private, max-age=3600, immutable"}
    if is_known(request.headers.get("if-none-match", ""), digest):
        return Response(status_code=304, headers=headers)
    return Response(found.data, 200, headers, found.kind)


# Jobs


async def begin_job(request: Request) -> Response:
    folder = Folder()
    service, note = service_of(request), note_of(request)
    try:
        wanted = await order(request, folder)
        # The service may be ending since: of a job that it took nobody would learn that.
        service.desk.must_have_room()
        doing = service.jobs.begin(
            note["key"], lambda one: _work(service, one, wanted, folder, note)
        )
    except BaseException:
        await asyncio.to_thread(folder.close)
        raise
    # It takes its place now, or has found none.
    await asyncio.sleep(0)
    if doing.refusal is not None:
        service.jobs.drop(doing)
        raise doing.refusal
    headers = {"Location": f"/jobs/{doing.id}", "Preference-Applied": "respond-async"}
    return answered(doing.as_dict(), 202, headers)


async def _work(
    service: Service, doing: Doing, wanted: Order, folder: Folder, note: Mapping[str, Any]
) -> None:
    """A job, from its place in the queue to its call-back. Nothing is raised but its own end."""
    request_id, language = str(note["id"]), str(note["language"])
    try:
        made: Drawn = await service.desk.call(drawn, wanted.wanted)
        if made.failure:
            raise refusal_of(made)
        _keep(service, wanted, made, doing.owner)
        service.jobs.end(doing, "done", _told(wanted, made))
    except ProblemError as error:
        if error.saying.code == "serve-busy":
            doing.refusal = error
            return
        told = {"problem": text_of(error.saying, language=language), "code": error.saying.code,
                "diagnostics": list(error.diagnostics), "request": request_id}  # fmt: skip
        service.jobs.end(doing, "failed", told)
    except asyncio.CancelledError:
        service.jobs.end(doing, "cancelled", {})
        raise
    except Exception as error:
        service.log({"id": request_id, "job": doing.id, "fault": type(error).__name__})
        service.jobs.end(doing, "failed", {"problem": "", "code": "serve-fault", "diagnostics": []})
    finally:
        folder.close()
    if wanted.callback is not None:
        body = written(doing.as_dict())
        doing.callback = await call_back(
            service.settings.callbacks, wanted.callback, body, note.get("secret", ""),
            place=service.callers[doing.owner], resolve=service.resolve,
        )  # fmt: skip
        service.counts.callbacks.labels(doing.callback).inc()
        service.log({"id": request_id, "job": doing.id, "callback": doing.callback})


async def job(request: Request) -> Response:
    doing = service_of(request).jobs.get(request.path_params["id"], note_of(request)["key"])
    if doing is None:
        raise ProblemError(404, say("serve-none/job"))
    headers = {"Retry-After": "1"} if doing.status == "queued" else {}
    return answered(doing.as_dict(), 200, headers)


async def end_job(request: Request) -> Response:
    doing = service_of(request).jobs.get(request.path_params["id"], note_of(request)["key"])
    if doing is None:
        raise ProblemError(404, say("serve-none/job"))
    if doing.task is not None and doing.status == "queued":
        doing.task.cancel()
        service_of(request).jobs.end(doing, "cancelled", {})
    return answered(doing.as_dict())


# The service itself


async def layouts(request: Request) -> Response:
    settings = service_of(request).settings
    told = {
        "layouts": sorted(settings.layouts), "profiles": sorted(settings.profiles),
        "formats": sorted(KINDS), "inline": settings.takes_inline,
    }  # fmt: skip
    return answered(told)


async def live(request: Request) -> Response:
    return answered({"status": "live"})


async def ready(request: Request) -> Response:
    """Whether one more request would be taken."""
    service_of(request).desk.must_have_room()
    return answered({"status": "ready"})


async def metrics(request: Request) -> Response:
    return Response(service_of(request).counts.text(), 200, None, KIND)


async def openapi(request: Request) -> Response:
    # Late: a circle, since the table names these.
    return answered(request.app.state.openapi)


async def front_page(request: Request) -> Response:
    return Response(request.app.state.page, 200, None, "text/html; charset=utf-8")


async def refused(request: Request, error: Exception) -> Response:
    """A problem, as it is answered."""
    assert isinstance(error, ProblemError)
    note = note_of(request)
    note["codes"] = error.codes
    return problem(error, note["id"], note["language"])
