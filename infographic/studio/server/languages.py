"""In which language a request is answered: that which its browser would rather read."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from infographic.foundation.sayings import LANGUAGES, spoken, using_language

USUAL = "zh"
"""Of a browser that says nothing of languages that we speak."""
LONGEST = 500
"""Characters of the header that are looked at."""


def language_in(header: str, usual: str = USUAL) -> str:
    """Of “Accept-Language”, the one of `LANGUAGES` that is liked best; `usual` where none is.

    >>> language_in("en-US,en;q=0.9,zh-CN;q=0.8"), language_in("fr, zh-Hant;q=0.5"), language_in("")
    ('en', 'zh', 'zh')
    """
    liked: dict[str, float] = {}
    for one in header[:LONGEST].split(","):
        name, _, weight = one.strip().partition(";")
        liked.setdefault(name.strip().lower().partition("-")[0], _weight(weight))
    known = [language for language in liked if language in LANGUAGES and liked[language] > 0]
    return max(known, key=lambda language: liked[language], default=usual)


def _weight(text: str) -> float:
    """“q=0.8” as a number; 1 where nothing is said, 0 where it is no number."""
    name, _, number = text.strip().partition("=")
    if not name:
        return 1.0
    try:
        return min(max(float(number), 0.0), 1.0)
    except ValueError:
        return 0.0


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
