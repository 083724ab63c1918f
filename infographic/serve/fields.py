"""The fields of a request for a page: one table, for reading and for the OpenAPI."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.outputs import FORMATS, options

FORMAT_NAMES = tuple(ending.lstrip(".") for one in FORMATS for ending in one.suffixes)
KINDS = {
    "pdf": "application/pdf", "screen.pdf": "application/pdf", "png": "image/png",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp", "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
}  # fmt: skip
"""Of media, by the format."""
FieldKind = Literal["object", "name", "format", "flag", "whole", "number", "bytes", "text"]


class Field(NamedTuple):
    kind: FieldKind
    about: str


FIELDS: Mapping[str, Field] = {
    "story": Field("object", "The story, as in a file (`infographic schema story`)."),
    "layout": Field("name", "A name of `GET /layouts`; or a layout itself, where that is allowed."),
    "format": Field("format", "What is made: a PNG unless given."),
    "profile": Field("text", "A press profile's name, in place of the layout's."),
    "language": Field("text", "Of messages: `en` or `zh`."),
    "fit": Field("flag", "Change the layout as far as it allows until the story fills it."),
    "strict": Field("flag", "Make nothing where there is a warning."),
    "page": Field("whole", "Of a layout with several pages: which, from 1."),
    "callback": Field("text", "Of a job: where its end is told, on a listed host."),
    **{
        name: Field(one.kind, one.help)
        for name, (one, _) in options().items()
    },
}  # fmt: skip
OF_FORMATS = frozenset(options())


def is_right(kind: FieldKind, value: Any) -> bool:
    """Whether a value from JSON may stand in a field of a kind."""
    match kind:
        case "object":
            return isinstance(value, Mapping)
        case "name":
            return isinstance(value, str | Mapping)
        case "format":
            return value in FORMAT_NAMES if isinstance(value, str) else False
        case "flag":
            return isinstance(value, bool)
        case "whole":
            return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10_000
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "bytes":
            return isinstance(value, int | float | str) and not isinstance(value, bool)
        case "text":
            return isinstance(value, str) and len(value) <= 2_000


def wanted(kind: FieldKind) -> Saying:
    """What may stand there, as it is said."""
    match kind:
        case "object":
            return say("phrase/serve-object")
        case "name":
            return say("phrase/serve-layout")
        case "format":
            return say("phrase/serve-formats", names=FORMAT_NAMES)
        case "flag":
            return say("phrase/true-or-false")
        case "whole":
            return say("phrase/serve-page")
        case "number":
            return say("phrase/serve-number")
        case "bytes":
            return say("phrase/size-in-bytes")
        case "text":
            return say("phrase/text")


def from_text(kind: FieldKind, text: str) -> Any:
    """A value that a form gives as text; the text where it cannot be one."""
    match kind:
        case "flag":
            return {"true": True, "false": False}.get(text, text)
        case "whole":
            return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else text
        case "number":
            try:
                return float(text)
            except ValueError:
                return text
        case _:
            return text
