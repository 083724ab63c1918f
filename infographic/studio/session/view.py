"""A pane of a browser that shows a story in a layout, drawn again whenever either changes."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from infographic.foundation.record import field, record
from infographic.studio.worker.process import JobFailedError, Worker

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
    """What the worker is to be given for a `look`: whole paths, the text that is not saved yet."""
    say: Say
    say_pictures: SayPictures
    look: Mapping[str, Any] = field(default_factory=dict)
    revision: int = 0
    inputs: frozenset[Path] = frozenset()
    """What the pages were made from; empty where they could not be made: then any file may be
    what mends them."""
    wanted: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[None] | None = None

    def show(self, look: Mapping[str, Any]) -> None:
        self.look = look
        self.again()
        if self.task is None:
            self.task = asyncio.create_task(self._run())

    def again(self) -> None:
        """Something that it depends on is another."""
        self.wanted.set()

    def depends_on(self, paths: frozenset[Path]) -> bool:
        return not self.inputs or not self.inputs.isdisjoint(paths)

    def close(self) -> None:
        if self.task is not None:
            self.task.cancel()

    async def _run(self) -> None:
        while True:
            await self.wanted.wait()
            self.wanted.clear()
            self.revision += 1
            await self._draw(self.look, self.revision)
            # A stroke of the keyboard is not kept waiting by what can be said later.
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.wanted.wait(), 0.15)
            if not self.wanted.is_set():
                await self._check(self.revision)

    async def _draw(self, look: Mapping[str, Any], revision: int) -> None:
        head = {"view": self.name, "revision": revision}

        def on_part(part: dict[str, Any]) -> None:
            kind, pictures = part.pop("kind"), part.pop("pictures", [])
            if kind == "page":
                self.inputs = frozenset(map(Path, part.pop("inputs", ())))
                of = {name: look[name] for name in ("story", "layout", "scale")}
                mode = look.get("mode", "page")
                self.say({"type": "page", **head, **of, "mode": mode, **part})
            else:
                self.say_pictures({"type": "tiles", **head, "window": False, **part}, pictures)

        try:
            given = {**self.given_now(look), "view": self.key, "revision": revision}
            await self.worker.ask("draw", given, on_part)
        except JobFailedError as error:
            self.inputs = frozenset()
            self.say({
                "type": "failed", **head, "why": error.why, "message": error.message,
                "diagnostics": error.diagnostics,
            })  # fmt: skip

    async def _check(self, revision: int) -> None:
        with contextlib.suppress(JobFailedError):
            found = await self.worker.ask("check", {"view": self.key, "revision": revision})
            self.say({"type": "checked", "view": self.name, "revision": revision, **found})
