"""New stories, copies of stories, and a file's place for the user's own editor."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError, nearest
from infographic.foundation.files import is_a_file, write_all
from infographic.foundation.reach import real_file
from infographic.foundation.sayings import say
from infographic.loading.reading.places_in import utf16_units
from infographic.studio.session.names import free_names, free_place, safe_name
from infographic.studio.session.places import text_of
from infographic.studio.session.starters import LAYOUT, SCHEMA, SHORT, Starter, starters, text_for
from infographic.studio.session.uploads import folder_of

if TYPE_CHECKING:
    from infographic.studio.session.browser import Browser
    from infographic.studio.session.studio import Studio


async def list_starters(studio: Studio, browser: Browser, message: dict[str, Any]) -> Any:
    found = await asyncio.to_thread(starters)
    return {"starters": [one.as_dict() for one in found.values()]}


async def new(studio: Studio, browser: Browser, message: dict[str, Any]) -> Any:
    """Raises `SpecError` for a starter or folder that is none, `MachineError`."""
    known = await asyncio.to_thread(starters)
    name = str(message.get("starter", SHORT))
    if name not in known:
        mend = nearest(name[:100], known)
        raise SpecError([Diagnostic(say("starter-unknown", name=name[:100]), _NOWHERE, mend)])
    starter = known[name]
    folder = folder_of(studio, str(message.get("folder", "")))
    stem = safe_name(str(message.get("name") or ""), "story" if name == SHORT else name)
    async with studio.intake.naming:
        file = await asyncio.to_thread(_begun, studio.root, folder, stem, starter)
    return {"file": file, "layout": LAYOUT}


_NOWHERE = Origin(Source("(studio)"))


def _begun(root: Path, folder: Path, stem: str, starter: Starter) -> str:
    """Write a new story with all that it names; its path from the studio's folder. One that names
    files stands with them in a folder of its own."""
    if starter.files:
        own = next(place for name in free_names(stem, "") if not (place := folder / name).exists())
        story = own / "story.json"
    else:
        story = free_place(folder, stem, ".json")
    up = "../" * len(story.parent.relative_to(root).parts)
    schema = f"{up or './'}{SCHEMA}" if is_a_file(root / SCHEMA) else ""
    assert starter.folder is not None or not starter.files
    beside = [
        (story.parent / name, (starter.folder / name).read_bytes())
        for name in starter.files
        if starter.folder is not None
    ]
    write_all([(story, text_for(starter, schema).encode()), *beside])
    return story.relative_to(root).as_posix()


async def copy(studio: Studio, browser: Browser, message: dict[str, Any]) -> Any:
    """A copy of a story beside it, with what is not saved of it yet. Raises `OutOfReachError`,
    `SpecError` where there is none, `MachineError`."""
    path = _story(studio, str(message["file"]))
    text = studio.text_of(path)
    data = path.read_bytes() if text is None else text.encode()
    stem = safe_name(str(message.get("name") or path.stem), "story")
    async with studio.intake.naming:
        made = free_place(path.parent, stem, ".json")
        await asyncio.to_thread(write_all, [(made, data)])
    return {"file": made.relative_to(studio.root).as_posix()}


async def editor_link(studio: Studio, browser: Browser, message: dict[str, Any]) -> Any:
    """{"place": “story.json:5:3”, "link": an address that VS Code opens; "" for a browser of
    another machine, which has no such path}."""
    name, line = str(message["file"]), max(int(message.get("line", 1)), 1)
    column = max(int(message.get("column", 1)), 1)
    path = _story(studio, name)
    place = f"{name}:{line}:{column}"
    if not browser.is_near:
        return {"place": place, "link": ""}
    units = utf16_units(text_of(path), line, column)
    return {"place": place, "link": f"vscode://file{path.as_uri()[7:]}:{line}:{units}"}


def _story(studio: Studio, name: str) -> Path:
    """The real path of a file that is there. Raises `OutOfReachError` and `SpecError`."""
    path = studio.path_of(name)
    try:
        return real_file(path)
    except (OSError, ValueError):
        raise SpecError([Diagnostic(say("studio-path", name=name[:200]), _NOWHERE)]) from None
