"""The routes of a studio, behind its gate."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles

from infographic.studio.running import Running, announced
from infographic.studio.server.downloads import exported
from infographic.studio.server.gate import Gate
from infographic.studio.server.guards import SHOW, Door
from infographic.studio.server.languages import Speaking
from infographic.studio.server.pictures import picture, starter_picture
from infographic.studio.server.shipped_fonts import font
from infographic.studio.server.showing import show
from infographic.studio.server.socket import live
from infographic.studio.server.uploads import upload
from infographic.studio.session.studio import Studio

WEB = Path(__file__).resolve().parent.parent / "web"


def application(studio: Studio, door: Door, host: str = "127.0.0.1") -> Gate:
    """`host`: by which this machine reaches it."""
    note = Running(studio.root, host, door.port, door.keys.token, os.getpid())

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        await studio.begin()
        try:
            # Not found by `show` where there is no place to say it: all else works.
            with announced(note):
                yield
        finally:
            await studio.end()

    app = Starlette(
        routes=[
            Route("/", front_page),
            WebSocketRoute("/live", live),
            Route("/export/{key}/{name}", exported),
            Route(SHOW, show, methods=["POST"]),
            Route("/font/{name}", font),
            Route("/picture", picture),
            Route("/starter", starter_picture),
            Route("/upload", upload, methods=["PUT"]),
            Mount("/web", StaticFiles(directory=WEB)),
        ],
        lifespan=lifespan,
    )
    app.state.studio = studio
    return Gate(Speaking(app), door)


async def front_page(request: Request) -> FileResponse:
    return FileResponse(WEB / "index.html")
