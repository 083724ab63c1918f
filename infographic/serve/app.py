"""The application: the table's routes behind the front."""

from __future__ import annotations

import asyncio
import os
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from infographic.foundation.sayings import say
from infographic.serve.front import Front
from infographic.serve.handlers import note_of, refused
from infographic.serve.openapi import openapi, page
from infographic.serve.problems import ProblemError
from infographic.serve.service import Service
from infographic.serve.table import TABLE, Entry

CLIENT_GONE = 499
"""In the log alone: nobody is there to be answered."""
END_SECONDS = 20.0
"""That what runs has, when the service is to end."""


def application(service: Service) -> Front:
    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        # Before the first request comes: a worker that is there has read what it needs.
        await asyncio.wrap_future(service.engine.submit(os.getpid))
        try:
            yield
        finally:
            service.desk.is_closing = True
            await service.jobs.close(END_SECONDS)
            await asyncio.to_thread(service.engine.close)

    app = Starlette(
        routes=[_route(entry) for entry in TABLE],
        lifespan=lifespan,
        exception_handlers={HTTPException: _no_route},
    )
    # “/jobs/” is no other name of “/jobs”: a redirect would lose the body.
    app.router.redirect_slashes = False
    app.state.service = service
    app.state.openapi = openapi(TABLE, has_keys=service.keys is not None)
    app.state.page = page(TABLE)
    return Front(app, service)


def _route(entry: Entry) -> Route:
    async def answer(request: Request) -> Response:
        note = note_of(request)
        note["route"] = entry.path
        try:
            return await entry.handler(request)
        except ProblemError as error:
            return await refused(request, error)
        except ClientDisconnect:
            return Response(status_code=CLIENT_GONE)
        except Exception as error:
            # Where in our code, and what kind: its words may be of a story.
            last = traceback.extract_tb(error.__traceback__)[-1]
            note["fault"] = f"{type(error).__name__} in {last.name}, line {last.lineno}"
            return await refused(request, ProblemError(500, say("serve-fault")))

    return Route(entry.path, answer, methods=[entry.method])


async def _no_route(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    headers = {**(error.headers or {}), "Connection": "close"}
    if error.status_code == 405:
        return await refused(request, ProblemError(405, say("serve-none/method"), headers=headers))
    return await refused(request, ProblemError(404, say("serve-none/route"), headers=headers))
