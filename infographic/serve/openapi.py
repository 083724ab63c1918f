"""The table of routes as OpenAPI 3.1, and as a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from infographic import __version__
from infographic.serve.fields import FIELDS, FORMAT_NAMES, FieldKind
from infographic.serve.table import EXAMPLE, Entry

PROBLEM = {"$ref": "#/components/schemas/Problem"}
_KINDS: Mapping[FieldKind, dict[str, Any]] = {
    "object": {"type": "object"},
    "name": {"type": ["string", "object"]},
    "format": {"type": "string", "enum": list(FORMAT_NAMES)},
    "flag": {"type": "boolean"},
    "whole": {"type": "integer", "minimum": 1, "maximum": 9999},
    "number": {"type": "number"},
    "bytes": {"type": ["integer", "number", "string"]},
    "text": {"type": "string", "maxLength": 2000},
}
DIAGNOSTIC = {
    "type": "object",
    "required": ["code", "severity", "message", "file", "pointer", "line", "column", "hint"],
    "properties": {
        "code": {"type": "string"},
        "severity": {"enum": ["error", "warning", "note"]},
        "message": {"type": "string"},
        "hint": {"type": "string"},
        "file": {"type": "string"},
        "pointer": {"type": "string"},
        "line": {"type": "integer"},
        "column": {"type": "integer"},
    },
}
PROBLEM_SCHEMA = {
    "type": "object",
    "description": "RFC 9457.",
    "required": ["type", "title", "status", "detail", "request", "diagnostics"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "hint": {"type": "string"},
        "request": {"type": "string"},
        "diagnostics": {"type": "array", "items": {"$ref": "#/components/schemas/Diagnostic"}},
    },
}


def openapi(table: Iterable[Entry], *, has_keys: bool) -> dict[str, Any]:
    """The description of a service."""
    paths: dict[str, dict[str, Any]] = {}
    for entry in table:
        paths.setdefault(entry.path, {})[entry.method.lower()] = _operation(entry, has_keys)
    schemas = {"Page": page_schema(), "Problem": PROBLEM_SCHEMA, "Diagnostic": DIAGNOSTIC}
    components: dict[str, Any] = {"schemas": schemas}
    if has_keys:
        components["securitySchemes"] = {
            "bearer": {"type": "http", "scheme": "bearer"},
            "header": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
        }
    return {
        "openapi": "3.1.0",
        "info": {"title": "infographic", "version": __version__},
        "paths": paths,
        "components": components,
    }


def page_schema() -> dict[str, Any]:
    properties = {
        name: {**_KINDS[one.kind], "description": one.about} for name, one in FIELDS.items()
    }
    return {
        "type": "object", "properties": properties, "required": ["story", "layout"],
        "additionalProperties": False,
    }  # fmt: skip


def _operation(entry: Entry, has_keys: bool) -> dict[str, Any]:
    made: dict[str, Any] = {
        "operationId": f"{entry.method.lower()}{entry.path}".replace("/", "_").strip("_{}"),
        "summary": entry.summary,
        "description": entry.about,
        "responses": {str(status): _answer(entry, status, said)
                      for status, said in _answers(entry, has_keys).items()},
    }  # fmt: skip
    names = [part[1:-1] for part in entry.path.split("/") if part.startswith("{")]
    if names:
        made["parameters"] = [
            {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
            for name in names
        ]
    if has_keys and not entry.is_open:
        made["security"] = [{"bearer": []}, {"header": []}]
    if entry.takes == "page":
        made["requestBody"] = _body()
    return made


def _answers(entry: Entry, has_keys: bool) -> dict[int, str]:
    every = {400: "The head of the request is not one.", 403: "Not asked from where it may be."}
    if has_keys and not entry.is_open:
        every[401] = "No key, or a wrong one."
    return dict(sorted({**every, **entry.answers}.items()))


def _answer(entry: Entry, status: int, said: str) -> dict[str, Any]:
    made: dict[str, Any] = {"description": said}
    if status >= 400:
        made["content"] = {"application/problem+json": {"schema": PROBLEM}}
    elif status == 202:
        made["content"] = {"application/json": {"schema": {"type": "object"}}}
    elif status != 304:
        schema = {"type": "object"} if entry.gives == "application/json" else {}
        made["content"] = {entry.gives: {"schema": schema}}
    return made


def _body() -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Page"}
    form = {
        **page_schema(),
        "additionalProperties": {"type": "string", "contentMediaType": "application/octet-stream"},
        "description": "Fields as text; each file under the name by which the story names it.",
    }
    return {
        "required": True,
        "content": {
            "application/json": {"schema": schema, "examples": {"first": {"value": EXAMPLE}}},
            "multipart/form-data": {"schema": form},
        },
    }


_PAGE = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>infographic serve</title>
<style>
body {{ font: 16px/1.6 system-ui, sans-serif; max-width: 46em; margin: 2em auto; padding: 0 1em }}
code {{ background: #f3f1ee }} td {{ vertical-align: top; padding: 2px 12px 2px 0 }}
</style>
</head><body><h1>infographic serve {version}</h1>
<p>The same for programs: <a href="openapi.json">openapi.json</a>.</p>
{routes}
<h2>Fields of a page</h2><table>{fields}</table>
</body></html>
"""


def page(table: Iterable[Entry]) -> bytes:
    """The table as HTML, without scripts and files."""
    routes = "\n".join(_route(entry) for entry in table)
    fields = "\n".join(
        f"<tr><td><code>{escape(name)}</code></td><td>{escape(one.about)}</td></tr>"
        for name, one in FIELDS.items()
    )
    return _PAGE.format(version=escape(__version__), routes=routes, fields=fields).encode()


def _route(entry: Entry) -> str:
    answers = "".join(
        f"<tr><td>{status}</td><td>{escape(said)}</td></tr>"
        for status, said in sorted(entry.answers.items())
    )
    head = f"<h2><code>{entry.method} {escape(entry.path)}</code></h2>"
    return f"{head}<p>{escape(entry.summary)}. {escape(entry.about)}</p><table>{answers}</table>"
