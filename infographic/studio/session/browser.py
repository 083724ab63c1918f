"""One open page of a browser, whatever the line to it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from infographic.foundation.limits import most
from infographic.foundation.record import field, record
from infographic.studio.session.view import View


@record(frozen=False, eq=False)
class Browser:
    """Its messages wait in `outgoing`, in their order, for who writes them to the line."""

    language: str = "zh"
    """What it reads, one of `LANGUAGES`: any message of its may say another."""
    number: int = field(default_factory=count().__next__)
    """No other ever has it."""
    views: dict[str, View] = field(default_factory=dict)
    asked: dict[int, asyncio.Task[None]] = field(default_factory=dict)
    """What is being answered, by the message's id: `cancel` ends it."""
    outgoing: asyncio.Queue[str | bytes] = field(default_factory=asyncio.Queue)
    waiting: int = 0
    """How long what waits there is, in characters and bytes."""
    left_behind: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when more waits than may: who reads so little (it sleeps, it hangs) is told nothing more,
    and has all anew on its next line."""
    is_near: bool = False
    """Whether it runs on the studio's own machine, where its files have paths."""

    def say(self, message: Mapping[str, Any]) -> None:
        self._put(_as_json(message).decode())

    def say_pictures(self, head: Mapping[str, Any], pictures: Sequence[bytes]) -> None:
        """A binary message; each of head["tiles"] is told how long its picture is."""
        tiles = [
            {**tile, "bytes": len(one)} for tile, one in zip(head["tiles"], pictures, strict=True)
        ]
        data = _as_json({**head, "tiles": tiles})
        self._put(b"".join([len(data).to_bytes(4, "big"), data, *pictures]))

    def _put(self, message: str | bytes) -> None:
        if self.left_behind.is_set():
            return
        self.waiting += len(message)
        if self.waiting <= most("studio-waiting"):
            self.outgoing.put_nowait(message)
            return
        while not self.outgoing.empty():
            self.outgoing.get_nowait()
        self.left_behind.set()

    async def next_message(self) -> str | bytes:
        """The first of what waits, as soon as something does."""
        message = await self.outgoing.get()
        self.waiting -= len(message)
        return message

    def close(self) -> None:
        for view in self.views.values():
            view.close()
        for task in self.asked.values():
            task.cancel()


def _as_json(message: Mapping[str, Any]) -> bytes:
    try:
        return json.dumps(message, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        # Half of a character, as a story or a browser may have it, travels by its number alone.
        return json.dumps(message).encode()
