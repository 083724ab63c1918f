"""What the browser says of files: those of `messages` that begin, copy and name them.

Beside them, over HTTP: `PUT /upload?name=…&folder=…` with a file as its body, `folder` being the
story's; answered by 201 and {"file", "named": as that story names it, "kind", "width", "height" (of
data: columns and rows), "notes": diagnostics}, or by 413, 422, 507 or 503 and {"message",
"diagnostics"}. `GET /picture?file=…&width=…` is a picture of the folder, no more than so many
pixels wide or high, with its own size in the header X-Picture-Size (“1680x1120”).
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict


class Starters(TypedDict):
    """Stories to begin from; answered by {"starters": [{"name", "title", "layout", "files": how
    many it brings}]}. `GET /starter?name=…` is a picture of one."""

    type: Literal["starters"]
    id: int


class New(TypedDict):
    """A new story in the folder, under a name that is free; answered by {"file", "layout"}."""

    type: Literal["new"]
    id: int
    starter: str
    """By its name in `Starters`; “starter” is the short one."""
    name: NotRequired[str]
    """What its file is to be called, without an ending."""
    folder: NotRequired[str]


class Copy(TypedDict):
    """A copy of a story beside it; answered by {"file"}."""

    type: Literal["copy"]
    id: int
    file: str
    name: NotRequired[str]


class EditorLink(TypedDict):
    """A place for the user's own editor; answered by {"place": “story.json:5:3”, "link":
    “vscode://…”, "" where the browser is of another machine}."""

    type: Literal["editor_link"]
    id: int
    file: str
    line: int
    column: int
