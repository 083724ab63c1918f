"""The routes of a studio."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles

from infographic.studio.server.downloads import exported
from infographic.studio.server.socket import live
from infographic.studio.session.studio import Studio

WEB = Path(__file__).resolve().parent.parent / "web"


def application(studio: Studio) -> Starlette:
    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        await studio.begin()
        yield
        await studio.end()

    app = Starlette(
        routes=[
            Route("/", front_page),
            WebSocketRoute("/live", live),
            Route("/export/{key}/{name}", exported),
            Mount("/web", StaticFiles(directory=WEB)),
        ],
        lifespan=lifespan,
    )
    app.state.studio = studio
    return app


async def front_page(request: Request) -> FileResponse:
    return FileResponse(WEB / "index.html")
