"""`infographic show`: an editor's cursor, shown on the page in the studio."""

from __future__ import annotations

import json
import os
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from infographic.commands.shared.exit_codes import MADE
from infographic.commands.shared.say import tell
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, MachineError, SpecError
from infographic.foundation.files import is_a_file
from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say

if TYPE_CHECKING:
    from infographic.studio.running import Running

SECONDS = 5.0
LARGEST = 100_000
"""Bytes of an answer that are read."""
_PLACE = late(r"(?s)(.+?)(?::([0-9]{1,9}))?(?::([0-9]{1,9}))?:?")


class Cursor(NamedTuple):
    file: str
    line: int
    column: int


@click.command("show")
@click.argument("place", metavar="FILE[:LINE[:COLUMN]]")
@click.option("--line", type=click.IntRange(1), help="Where the name itself ends in numbers.")
@click.option("--column", type=click.IntRange(1), help="Likewise.")
@click.option("--utf-16", "is_utf16", is_flag=True,
              help="Columns count as VS Code counts them, so that an emoji is two.")  # fmt: skip
def show(place: str, line: int | None, column: int | None, is_utf16: bool) -> int:
    """Show a place of FILE, where an editor's cursor is, in the studio of its folder.

    For an editor's keyboard: `infographic init` writes a task for VS Code that calls it with the
    cursor's place.
    """
    from infographic.studio.running import of_file, sweep

    cursor = cursor_in(place, line, column)
    file = Path(os.path.realpath(cursor.file))
    if not is_a_file(file):
        raise SpecError([Diagnostic(say("file-missing"), Origin(Source(cursor.file)))])
    asked = {"file": str(file), "line": cursor.line, "column": cursor.column}
    if is_utf16:
        asked["units"] = "utf-16"
    for studio in of_file(file):
        try:
            status, answer = answered(studio, asked)
        except ConnectionRefusedError:
            sweep(studio)
            continue
        except (OSError, HTTPException):
            continue
        if status == 403:
            # Another server has its port by now.
            sweep(studio)
            continue
        return _told(studio, status, answer)
    raise MachineError(say("machine/no-studio-runs", file=cursor.file, folder=file.parent))


def cursor_in(place: str, line: int | None = None, column: int | None = None) -> Cursor:
    """A file's name with line and column behind it; a drive's colon is no part of them.

    >>> cursor_in("C:\\\\稿\\\\story.json:12:5")
    Cursor(file='C:\\\\稿\\\\story.json', line=12, column=5)
    >>> cursor_in("story.json"), cursor_in("story.json:7", column=3)
    (Cursor(file='story.json', line=1, column=1), Cursor(file='story.json', line=7, column=3))
    """
    if line is not None or is_a_file(Path(place)):
        return Cursor(place, line or 1, column or 1)
    found = _PLACE.fullmatch(place)
    file, said_line, said_column = found.groups() if found else (place, None, None)
    return Cursor(file, max(int(said_line or 1), 1), column or max(int(said_column or 1), 1))


def answered(studio: Running, asked: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    """What a studio says. Raises `OSError` and `HTTPException` where there is none any more."""
    connection = HTTPConnection(studio.host, studio.port, timeout=SECONDS)
    try:
        headers = {"X-Infographic-Token": studio.token, "Content-Type": "application/json"}
        connection.request("POST", "/show", json.dumps(asked).encode(), headers)
        answer = connection.getresponse()
        data = answer.read(LARGEST)
    finally:
        connection.close()
    try:
        told = json.loads(data)
    except ValueError:
        told = {}
    return answer.status, told if isinstance(told, dict) else {}


def _told(studio: Running, status: int, answer: dict[str, Any]) -> int:
    """Raises `MachineError` where nothing was shown."""
    if status != 200:
        reason = str(answer.get("message") or status)
        raise MachineError(say("machine/studio-refuses", folder=studio.folder, reason=reason))
    if not answer.get("browsers"):
        from infographic.foundation.running.listening import in_address

        # The token is the user's own: it stands in the terminal of the studio too.
        address = f"http://{in_address(studio.host)}:{studio.port}/?token={studio.token}"
        raise MachineError(say("machine/no-browser", folder=studio.folder, address=address))
    place = answer.get("place") or {}
    tell(f"{place.get('file', '')} {place.get('pointer') or '/'}")
    return MADE
