"""Changes of the folder's files, and their way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from infographic.studio.session.browser import Browser
    from infographic.studio.session.studio import Studio


async def edit(studio: Studio, browser: Browser, message: dict[str, Any]) -> dict[str, Any]:
    """All of message["edits"] or none; {"version", "pointer", "cells"}: where the eye should go,
    and of a table the cells that changed, [row, column].

    message["how"]: of a CSV what its story says of it, {"encoding", "delimiter"}.
    """
    path, how = studio.path_of(message["file"]), message.get("how") or {}
    known = {name: str(how[name]) for name in ("encoding", "delimiter") if how.get(name)}
    return studio.texts.edit(path, message["edits"], message.get("stroke"), known)


async def undo(studio: Studio, browser: Browser, message: dict[str, Any]) -> dict[str, Any]:
    """{"file", "pointer"} of what was undone."""
    return studio.texts.undo()


async def redo(studio: Studio, browser: Browser, message: dict[str, Any]) -> dict[str, Any]:
    return studio.texts.redo()


async def settle(studio: Studio, browser: Browser, message: dict[str, Any]) -> dict[str, Any]:
    """Choose where the file and the document differ: message["take"] is “ours” or “theirs”."""
    path = studio.path_of(message["file"])
    return studio.texts.settle(path, message["pointer"], message["take"])
