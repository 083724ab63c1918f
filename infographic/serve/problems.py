"""What a request is refused with: problem details (RFC 9457), with diagnostics."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from starlette.responses import Response

from infographic.foundation.sayings import Saying, mend_of, text_of

PROBLEM = "application/problem+json"
TITLES: Mapping[int, str] = {
    400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found",
    405: "Method Not Allowed", 408: "Request Timeout", 413: "Content Too Large",
    415: "Unsupported Media Type", 422: "Unprocessable Content", 500: "Internal Server Error",
    503: "Service Unavailable", 504: "Gateway Timeout",
}  # fmt: skip
"""RFC 9110's."""


class ProblemError(Exception):
    """A request that is refused."""

    def __init__(
        self,
        status: int,
        saying: Saying,
        *,
        diagnostics: Sequence[Mapping[str, Any]] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(status, saying)
        self.status, self.saying = status, saying
        self.diagnostics, self.headers = tuple(diagnostics), dict(headers or {})

    @property
    def codes(self) -> str:
        """Of all that is wrong, or of the refusal itself."""
        return codes_of(self.diagnostics) or self.saying.code


def codes_of(diagnostics: Iterable[Mapping[str, Any]]) -> str:
    """The codes of diagnostics, each once, as headers and the log have them."""
    return ",".join(dict.fromkeys(str(one["code"]) for one in diagnostics))


CLOSE = {"Connection": "close"}
"""The rest of a body is not read: the line is closed."""


def problem(error: ProblemError, request_id: str, language: str) -> Response:
    """The answer, in a language."""
    saying = error.saying
    told: dict[str, Any] = {
        "type": f"urn:infographic:problem:{saying.code}",
        "title": TITLES[error.status],
        "status": error.status,
        "detail": text_of(saying, language=language),
        "hint": mend_of(saying, language=language),
        "request": request_id,
        "diagnostics": list(error.diagnostics),
    }
    headers = {**error.headers, "Infographic-Codes": error.codes}
    return Response(written(told), error.status, headers, PROBLEM)


def written(told: object) -> bytes:
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "backslashreplace")
