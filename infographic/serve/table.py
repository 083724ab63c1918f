"""The one table of routes: what answers, and what is said of it in the OpenAPI."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Literal

from starlette.requests import Request
from starlette.responses import Response

from infographic.foundation.record import field, record
from infographic.serve import handlers

Handler = Callable[[Request], Awaitable[Response]]
Method = Literal["GET", "POST", "DELETE"]
EXAMPLE: Mapping[str, Any] = {
    "layout": "square",
    "format": "png",
    "story": {
        "language": "en",
        "headline": "Three counties grew by a tenth",
        "source": "Statistics office",
        "panels": [
            {
                "title": "Growth by county",
                "stats": [
                    {"value": "11.3%", "label": "Yushu"},
                    {"value": "10.4%", "label": "Nongan"},
                    {"value": "10.0%", "label": "Dehui"},
                ],
            }
        ],
    },
}
"""What a first request may be."""
PAGE = "`If-None-Match` with its `ETag` is answered 304."


@record
class Entry:
    method: Method
    path: str
    """As OpenAPI and Starlette write it: “/jobs/{id}”."""
    handler: Handler
    summary: str
    about: str = ""
    answers: Mapping[int, str] = field(default_factory=dict)
    """By status, besides those that every route has."""
    takes: Literal["", "page"] = ""
    """What its body is."""
    gives: str = "application/json"
    """The kind of what it answers; "*/*" for a page."""
    is_open: bool = False
    """Whether it is answered without a key."""


REFUSALS = {
    400: "The request is not one: no JSON, an unknown field, a part twice.",
    403: "The layout is brought along, and that is not allowed.",
    404: "No layout or profile has that name.",
    408: "The body did not come in time.",
    413: "The body is too large; it is not read further.",
    415: "The body is neither JSON nor a form, or is packed.",
    422: "The story is wrong for the layout or the press; `diagnostics` says where.",
    500: "A fault of the service.",
    503: "All workers are busy and the queue is full: `Retry-After` says when to come again.",
    504: "The page took longer than a page may.",
}
"""Of routes that take a page."""

TABLE: tuple[Entry, ...] = (
    Entry("POST", "/render", handlers.render, "Make a page",
          "The page as it is, or with `Accept: application/json` its diagnostics, words and link. "
          f"{PAGE} `Prefer: respond-async` makes it a job.",
          {200: "The page.", 202: "A job was begun.", 304: "It is as it was.", **REFUSALS},
          "page", "*/*"),
    Entry("GET", "/render/{digest}", handlers.kept, "A page that was made",
          f"For an hour, for the key that asked for it. {PAGE}",
          {200: "The page.", 304: "It is as it was.", 404: "It is not kept, or not for this key."},
          "", "*/*"),
    Entry("POST", "/check", handlers.check, "What is wrong or doubtful with a story",
          "Nothing is made.", {200: "`passes`, and the diagnostics.", **REFUSALS}, "page"),
    Entry("POST", "/jobs", handlers.begin_job, "Begin a job",
          "As `/render`, with nobody waiting. `callback` is told the end.",
          {202: "It was begun: `Location` is its address.", **REFUSALS}, "page"),
    Entry("GET", "/jobs/{id}", handlers.job, "How a job stands", "",
          {200: "`status`: queued, done, failed or cancelled; then what `/render` says in JSON.",
           404: "There is no such job, or not of this key."}),
    Entry("DELETE", "/jobs/{id}", handlers.end_job, "End a job", "",
          {200: "How it stands now.", 404: "There is no such job, or not of this key."}),
    Entry("GET", "/layouts", handlers.layouts, "Names that requests may use", "",
          {200: "Layouts, press profiles, formats."}),
    Entry("GET", "/health", handlers.ready, "As /health/ready", "",
          {200: "One more request would be taken.", 503: "It would not."}, is_open=True),
    Entry("GET", "/health/live", handlers.live, "Whether the service answers at all", "",
          {200: "It does."}, is_open=True),
    Entry("GET", "/health/ready", handlers.ready, "Whether one more request would be taken", "",
          {200: "It would.", 503: "It would not: the queue is full, or it is ending."},
          is_open=True),
    Entry("GET", "/metrics", handlers.metrics, "Counts, for Prometheus", "",
          {200: "Prometheus's text."}, "", "text/plain"),
    Entry("GET", "/openapi.json", handlers.openapi, "This description", "",
          {200: "OpenAPI 3.1."}, is_open=True),
    Entry("GET", "/", handlers.front_page, "The same for people", "",
          {200: "A page without scripts."}, "", "text/html", is_open=True),
)  # fmt: skip
