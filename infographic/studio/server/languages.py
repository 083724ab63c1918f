"""In which language a request is answered: that which its browser would rather read."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from infographic.foundation.running.answering import language_in
from infographic.foundation.sayings import spoken, using_language


class Speaking:
    """An ASGI application that says what it says in the language of each request; what comes by
    the line is said in that of its browser (`session.handlers`)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        heads = dict(scope["headers"])
        asked = heads.get(b"accept-language", b"").decode("latin-1")
        # A program that says nothing of languages is answered as the command line is.
        with using_language(language_in(asked, usual=spoken())):
            await self.app(scope, receive, send)
