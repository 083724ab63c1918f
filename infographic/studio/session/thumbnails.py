"""Thumbnails of a story in many layouts, drawn one after the other while nobody is kept waiting."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from infographic.foundation.diagnostics import SayingError
from infographic.foundation.record import field, record
from infographic.studio.worker.process import JobFailedError, Worker

if TYPE_CHECKING:
    from infographic.studio.session.browser import Browser

QUIET = 0.4
"""Seconds that the worker of the page on the desk has had nothing to do: then thumbnails are drawn;
whoever writes is not slowed."""
MOST = 48_000_000
"""Bytes of pictures that are kept."""

Key = tuple[str, str, int, str, str]
"""Story, layout, width, the browser's language, and what the story holds."""
Stamps = tuple[tuple[str, int, int], ...]


@record
class Kept:
    head: Mapping[str, Any]
    pictures: list[bytes]
    stamps: Stamps
    """The files that it was made from, with their time of change in ns and size."""

    @property
    def is_new(self) -> bool:
        """Whether none of them has changed."""
        return all(stamp_of(path) == (path, *rest) for path, *rest in self.stamps)


def stamp_of(path: str) -> tuple[str, int, int]:
    """(…, 0, 0) for what is not there."""
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return path, 0, 0
    return path, found.st_mtime_ns, found.st_size


@record(frozen=False)
class Pictures:
    """Those of a studio, for all its browsers: none is drawn twice of one state of its files."""

    known: dict[Key, Kept] = field(default_factory=dict)

    def of(self, key: Key) -> Kept | None:
        found = self.known.get(key)
        return found if found is not None and found.is_new else None

    def keep(self, key: Key, kept: Kept) -> None:
        self.known.pop(key, None)
        self.known[key] = kept
        while sum(sum(map(len, one.pictures)) for one in self.known.values()) > MOST:
            del self.known[next(iter(self.known))]


@record(frozen=False, eq=False)
class Thumbnails:
    """Those that one browser wants. What it has stays there until another comes."""

    root: Path
    browser: Browser
    front: Worker
    back: Worker
    pictures: Pictures
    given_now: Callable[[Mapping[str, Any]], dict[str, Any]]
    """What a worker is to be given for a story and layout."""
    story: str = ""
    layouts: list[str] = field(default_factory=list)
    width: int = 0
    sent: dict[str, Kept] = field(default_factory=dict)
    """By layout."""
    version: int = 0
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[None] | None = None

    def want(self, story: str, layouts: list[str], width: int) -> None:
        """From now on these, the first first."""
        if (story, width) != (self.story, self.width):
            self.sent.clear()
        self.story, self.layouts, self.width = story, layouts, width
        self.again()

    def again(self) -> None:
        """Files have changed, or others are wanted."""
        self.wake.set()
        if self.task is None and self.layouts:
            self.task = asyncio.create_task(self._run())

    def close(self) -> None:
        if self.task is not None:
            self.task.cancel()

    async def _run(self) -> None:
        while True:
            await self.wake.wait()
            self.wake.clear()
            self.version += 1
            for layout in tuple(self.layouts):
                # Whatever has changed since may change what comes first.
                if self.wake.is_set():
                    break
                if not await self._one(layout):
                    break

    async def _one(self, layout: str) -> bool:
        """Send one where it is new; False where the story cannot be read, and none can be made."""
        try:
            language = self.browser.language
            wanted = {"story": self.story, "layout": layout, "language": language}
            given = {**self.given_now(wanted), "width": self.width}
        except (SayingError, OSError, ValueError):
            return True
        key = (given["story"], layout, self.width, language, self._content(given))
        kept = self.pictures.of(key)
        if kept is None:
            await self._quiet()
            if self.wake.is_set():
                return True
            try:
                kept = await self._drawn(given, key)
            except JobFailedError as error:
                if error.why == "input":
                    return False
                if error.why == "cancelled":
                    return True
                kept = Kept(self._failed(layout, error), [], ())
        if self.sent.get(layout) is not kept:
            self.sent[layout] = kept
            head = {"type": "thumb", "story": self.story, "version": self.version, **kept.head}
            self.browser.say_pictures({**head, "layout": layout}, kept.pictures)
        return True

    async def _drawn(self, given: dict[str, Any], key: Key) -> Kept:
        made = await self.back.ask("thumb", given)
        inputs, pictures = made.pop("inputs"), made.pop("pictures")
        # The story is in the key: saved, its file is another and its thumbnails are not.
        story = os.path.realpath(self.root / given["story"])
        stamps = tuple(stamp_of(path) for path in inputs or () if path != story)
        kept = Kept(made, pictures, stamps)
        # Of what could not be made nobody knows what would mend it.
        if inputs is not None:
            self.pictures.keep(key, kept)
        elif (before := self.sent.get(key[1])) is not None and before.head == made:
            return before
        return kept

    @staticmethod
    def _failed(layout: str, error: JobFailedError) -> dict[str, Any]:
        return {
            "layout": layout, "fits": False, "why": error.message or error.why, "code": error.why,
            "over": 0, "pages": 0, "width": 0, "height": 0, "tiles": [], "may_be_fitted": False,
        }  # fmt: skip

    async def _quiet(self) -> None:
        clock = asyncio.get_running_loop().time
        while self.front.busy or not self.front.jobs.empty() or clock() < self.front.last + QUIET:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.wake.wait(), QUIET / 4)
                return

    def _content(self, given: Mapping[str, Any]) -> str:
        """What the story holds: of one that is not saved its text, else the file as it is."""
        text: str | None = given.get("text")
        if text is not None:
            return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return repr(stamp_of(str(self.root / given["story"])))
