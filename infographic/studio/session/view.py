"""A pane of a browser that shows a story in a layout, drawn again whenever either changes."""

from __future__ import annotations

import asyncio
import contextlib
import traceback
from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path
from typing import Any

from infographic.foundation.diagnostics import SayingError
from infographic.foundation.record import field, record
from infographic.foundation.sayings import speak, spoken
from infographic.studio.session.watching import as_compared
from infographic.studio.worker.process import JobFailedError, Worker


def _bare(look: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in look.items() if name != "visible"}


_KEPT: set[asyncio.Task[None]] = set()
"""A task that nobody holds may be collected while it runs."""


def keep(task: asyncio.Task[None]) -> None:
    _KEPT.add(task)
    task.add_done_callback(_KEPT.discard)


PAUSE = 0.15
"""Seconds of stillness before what can be said later is worked out."""
Say = Callable[[Mapping[str, Any]], None]
SayPictures = Callable[[Mapping[str, Any], list[bytes]], None]


@record(frozen=False, eq=False)
class View:
    """Draws the last state only: what changes while it draws is drawn next, once."""

    key: str
    """Its name for the worker: of the browser and the pane."""
    name: str
    worker: Worker
    given_now: Callable[[Mapping[str, Any]], dict[str, Any]]
    """What the worker is to be given for a `look`: paths from the folder, the text that is not
    saved yet."""
    say: Say
    say_pictures: SayPictures
    look: Mapping[str, Any] = field(default_factory=dict)
    revision: int = 0
    shown: int = 0
    """The last revision that could be made: what is asked about the pages is asked of it."""
    given: dict[str, Any] = field(default_factory=dict)
    """What the worker was given for it last, less the text."""
    whole: bool = True
    """Whether the browser has nothing of the pages."""
    inputs: frozenset[Path] = frozenset()
    """What the pages were made from; empty where they could not be made: then any file may be
    what mends them."""
    wanted: asyncio.Event = field(default_factory=asyncio.Event)
    is_fatal: bool = False
    """Whether what is worked out of these pages after they are drawn has ended the worker: begun
    anew, it would end it for ever."""
    task: asyncio.Task[None] | None = None

    def show(self, look: Mapping[str, Any]) -> None:
        # Other pages on screen are no other look.
        self.whole = self.whole or _bare(look) != _bare(self.look)
        self.look = look
        self.again()
        if self.task is None:
            self.task = asyncio.create_task(self._run())

    def again(self) -> None:
        """Something that it depends on is another."""
        self.is_fatal = False
        self.wanted.set()

    def lost(self) -> None:
        """What draws it has begun anew. It is drawn again where that went well the last time: it
        may be what the other ended of."""
        if self.shown and self.shown == self.revision:
            self.wanted.set()

    def depends_on(self, paths: frozenset[Path]) -> bool:
        if not self.inputs or not self.inputs.isdisjoint(map(as_compared, paths)):
            return True
        # Its pages know where a link led when they were made.
        return any(path.is_symlink() for path in paths)

    def close(self) -> None:
        if self.task is not None:
            self.task.cancel()
            keep(asyncio.create_task(self._forgotten()))

    async def _forgotten(self) -> None:
        with contextlib.suppress(JobFailedError):
            await self.worker.ask("forget", {"view": self.key})

    async def _run(self) -> None:
        while True:
            await self.wanted.wait()
            self.wanted.clear()
            speak(self.look.get("language", spoken()))
            self.revision += 1
            later = await self._draw(self.look, self.revision)
            # A stroke of the keyboard is not kept waiting by what can be said later.
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.wanted.wait(), PAUSE)
            if not self.wanted.is_set():
                await self._later(self._check(self.revision))
            for page in later:
                if not self.wanted.is_set():
                    await self._later(self._draw_later(page))

    async def _later(self, work: Coroutine[Any, Any, None]) -> None:
        if self.is_fatal:
            work.close()
            return
        try:
            await work
        except JobFailedError as error:
            self.is_fatal = error.why in ("time", "memory", "crash")
        except Exception:
            traceback.print_exc()
            self.is_fatal = True

    async def _draw(self, look: Mapping[str, Any], revision: int) -> list[int]:
        """Draw what is on screen; the pages that are not."""
        head = {"view": self.name, "revision": revision}

        def on_part(part: dict[str, Any]) -> None:
            if part.pop("kind") != "page":
                self._say_tiles(part, revision)
                return
            self.shown = revision
            # Another look may be wanted by now: of that the browser has nothing.
            self.whole = self.whole and _bare(look) != _bare(self.look)
            self.inputs = frozenset(as_compared(Path(one)) for one in part.pop("inputs"))
            of = {name: look[name] for name in ("story", "layout", "scale")}
            mode = look.get("mode", "page")
            self.say({**part, "type": "page", **head, **of, "mode": mode})

        try:
            given = {**self.given_now(look), "view": self.key, "revision": revision}
            self.given = {**given, "text": None}
            answer = await self.worker.ask(
                "draw", {**given, "whole": self.whole}, on_part, is_overtaken=self.wanted.is_set
            )
            later: list[int] = answer["later"]
            return later
        except JobFailedError as error:
            if error.why == "cancelled":
                return []
            failed = {"why": error.why, "message": error.message, "diagnostics": error.diagnostics}
        except SayingError as error:
            failed = {"why": "input", "message": str(error), "diagnostics": []}
        except Exception as error:
            # A fault of ours, or a look that is none: the next is drawn all the same.
            traceback.print_exc()
            message = f"{type(error).__name__}: {error}"
            failed = {"why": "crash", "message": message, "diagnostics": []}
        self.inputs = frozenset()
        self.say({"type": "failed", **head, **failed})
        return []

    async def _draw_later(self, page: int) -> None:
        given = {**self.given, "page": page}
        revision = given["revision"]
        await self.worker.ask("leaf", given, lambda part: self._say_tiles(part, revision))

    def _say_tiles(self, part: dict[str, Any], revision: int) -> None:
        head = {"type": "tiles", "view": self.name, "revision": revision, "window": False}
        part.pop("kind", None)
        pictures = part.pop("pictures")
        self.say_pictures({**part, **head}, pictures)

    async def _check(self, revision: int) -> None:
        found = await self.worker.ask("check", {"view": self.key, "revision": revision})
        self.say({"type": "checked", "view": self.name, "revision": revision, **found})
