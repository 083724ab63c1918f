"""What a browser is told, as it travels."""

from __future__ import annotations

import json

from infographic.studio.session.browser import Browser


def test_half_a_character_travels_and_ends_no_line() -> None:
    browser = Browser()
    browser.say({"type": "document", "value": "秋\ud800"})
    told = browser.outgoing.get_nowait()
    assert isinstance(told, str) and json.loads(told.encode())["value"] == "秋\ud800"
    browser.say_pictures({"type": "thumb", "why": "\ud800", "tiles": [{}]}, [b"x"])
    data = browser.outgoing.get_nowait()
    assert isinstance(data, bytes)
    head = json.loads(data[4 : 4 + int.from_bytes(data[:4], "big")])
    assert (head["why"], head["tiles"], data[-1:]) == ("\ud800", [{"bytes": 1}], b"x")
