"""Pages as files: which kinds there are, and the files themselves, made in the background."""

from __future__ import annotations

import asyncio
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from infographic.outputs import FORMATS
from infographic.profiles import shipped_profiles
from infographic.studio.worker.process import JobFailedError

if TYPE_CHECKING:
    from infographic.studio.session.browser import Browser
    from infographic.studio.session.exported import Export
    from infographic.studio.session.studio import Studio

SECONDS = 120.0
"""For all files of one layout."""
MOST_LAYOUTS = 300
ENDINGS = frozenset(one.suffixes[0] for one in FORMATS)


async def formats(studio: Studio, browser: Browser, message: dict[str, Any]) -> dict[str, Any]:
    """The kinds of files with their options, and the press profiles."""
    return {
        "formats": [
            {
                "name": one.name,
                "ending": one.suffixes[0],
                "is_picture": one.is_picture,
                "is_for_press": one.is_for_press,
                "options": [
                    {"name": each.name, "kind": each.kind, "low": each.low,
                     # JSON knows no number without end.
                     "high": each.high if each.high < 1e9 else None}
                    for each in one.options
                ],
            }
            for one in FORMATS
        ],
        "profiles": list(shipped_profiles()),
    }  # fmt: skip


async def export(studio: Studio, browser: Browser, message: dict[str, Any]) -> dict[str, Any]:
    """Make the files; layouts one after the other, with `progress` for each kind of each.

    Answers {"key", "files": [{"name", "bytes", "layout", "ending", "px"}], "zip",
    "refused": [{"layout", "ending", "why", "message", "diagnostics"}], "doubts"}. `cancel` takes
    back what was made.
    """
    layouts = list(dict.fromkeys(message["layouts"]))[:MOST_LAYOUTS]
    wanted = {one["ending"]: one for one in message["formats"] if one["ending"] in ENDINGS}
    message = {**message, "formats": list(wanted.values())}
    made = studio.exports.begin()
    told: dict[str, list[dict[str, Any]]] = {"refused": [], "doubts": []}
    try:
        for number, layout in enumerate(layouts):
            step = _Step(browser, message["id"], number * len(wanted), len(layouts) * len(wanted))
            await _one(studio, message, layout, made, step, told)
            studio.exports.make_room(made)
        if len(made.files) > 1:
            await asyncio.to_thread(made.zipped, f"{PurePath(message['story']).stem}.zip")
    except BaseException:
        studio.exports.drop(made)
        raise
    if not made.files:
        studio.exports.drop(made)
    return {"key": made.key, "files": made.files, "zip": made.packed, **told}


class _Step:
    """Counts the files of one export for who waits for it."""

    def __init__(self, browser: Browser, number: int, done: int, of: int) -> None:
        self.browser, self.number, self.done, self.of = browser, number, done, of
        self.seen: set[str] = set()

    def begun(self, layout: str) -> None:
        self._say(layout)

    def made(self, name: str, ending: str) -> None:
        if ending not in self.seen:
            self.seen.add(ending)
            self.done += 1
        self._say(name)

    def _say(self, what: str) -> None:
        self.browser.say(
            {"type": "progress", "id": self.number, "done": self.done, "of": self.of, "what": what}
        )


async def _one(
    studio: Studio,
    message: dict[str, Any],
    layout: str,
    made: Export,
    step: _Step,
    told: dict[str, list[dict[str, Any]]],
) -> None:
    """The files of one layout; why there are none is told, and keeps no other layout back."""
    look = {"story": message["story"], "layout": layout}
    given = {**studio.given(look), "formats": message["formats"], "fit": message.get("fit", False),
             "press": message.get("press", "")}  # fmt: skip
    arrived: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
    step.begun(layout)
    writing = asyncio.create_task(_write(arrived, made, layout, step))
    try:
        answer = await studio.back.ask("export", given, arrived.put_nowait, SECONDS)
        arrived.put_nowait({})
        await writing
    except JobFailedError as error:
        fault = {"layout": layout, "ending": "", "why": error.why, "message": error.message,
                 "diagnostics": error.diagnostics}  # fmt: skip
        told["refused"].append(fault)
    else:
        told["refused"] += [{"layout": layout, "message": "", **one} for one in answer["refused"]]
        told["doubts"] += answer["doubts"]
    finally:
        writing.cancel()


async def _write(
    arrived: asyncio.Queue[dict[str, Any]], made: Export, layout: str, step: _Step
) -> None:
    """Each file to its folder as it comes, until an empty part says that there is no more."""
    while part := await arrived.get():
        await asyncio.to_thread(made.add, **part, layout=layout)
        step.made(part["name"], part["ending"])
