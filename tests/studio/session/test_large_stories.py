"""A story of megabytes keeps nobody waiting but who opens it."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

from infographic.studio.session import texts
from infographic.studio.session.texts import Texts


def test_others_are_answered_while_a_large_story_is_read(tmp_path: Path) -> None:
    path = tmp_path.resolve() / "story.json"
    path.write_text(json.dumps({"headline": "题", "body": ["字" * texts.LARGE]}))

    async def turns() -> tuple[int, bool]:
        opened = Texts(path.parent, lambda make: None, lambda changed: None)
        reading = asyncio.create_task(opened.open_aside(path))
        turns = 0
        while not reading.done():
            turns += 1
            await asyncio.sleep(0.001)
        await reading
        first = opened.open(path)
        await opened.open_aside(path)
        return turns, opened.open(path) is first

    count, is_one = asyncio.run(turns())
    # Read in the loop itself, it would be done by the second.
    assert count > 2
    assert is_one
