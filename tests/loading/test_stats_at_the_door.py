"""A stat is a `Stat` once it is read, however the file writes it."""

from __future__ import annotations

from typing import Any

import pytest
from small_pages import faults

from infographic.blocks import CATALOGUE
from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import SpecError
from infographic.loading.decoded_story import decode_story
from infographic.loading.decoding.decode import Decoder
from infographic.loading.decoding.forms import record_of
from infographic.loading.decoding.kept import Once
from infographic.loading.decoding.readers import STORY_KINDS, story_readers
from infographic.loading.reading.values import node_of
from infographic.story.model import Panel, Stat
from infographic.text.copy import Copy

SENTENCE = "联盟**23**个"
SPELLED_OUT = {"value": 5, "unit": "个"}


def panel_of(*stats: Any) -> Panel:
    story: Node = node_of({"headline": "大事", "panels": [{"stats": list(stats)}]}, "story")
    decoded = decode_story(story).story
    (panel,) = decoded.panels
    return panel


def test_a_bare_text_is_read_as_a_stat_with_that_sentence_at_its_own_place() -> None:
    sentence, spelled_out = panel_of(SENTENCE, SPELLED_OUT).stats
    assert isinstance(sentence, Stat)
    assert isinstance(spelled_out, Stat)
    assert sentence.text is not None
    assert sentence.text.text == "联盟23个"
    assert sentence.origin.pointer == sentence.text.origin.pointer == "/panels/0/stats/0"


def test_a_bare_text_and_its_long_form_are_one_stat() -> None:
    short, long = (panel_of(stat).stats[0] for stat in (SENTENCE, {"text": SENTENCE}))
    assert short.text == long.text
    assert {short.priority, long.priority} == {"should"}


@pytest.mark.parametrize(("block", "field"), [("stat", "stat"), ("stats", "stats")])
def test_a_block_is_given_stats_whichever_way_the_layout_writes_them(
    block: str, field: str
) -> None:
    readers = story_readers(Once(STORY_KINDS))
    written = [SENTENCE, SPELLED_OUT] if block == "stats" else SENTENCE
    hint = record_of(CATALOGUE[block]).fields[field].hint
    read = Decoder(readers).read(node_of(written, "layout"), hint)
    for one in read if isinstance(read, tuple) else (read,):
        assert isinstance(one, Stat)
        assert not isinstance(one, Copy)


def test_what_is_wrong_in_a_bare_text_is_said_at_its_place() -> None:
    with pytest.raises(SpecError) as caught:
        panel_of(SENTENCE, "联盟**23个")
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.origin.pointer) == ("markup-unclosed", "/panels/0/stats/1")


def test_a_bare_number_is_no_stat_and_is_said_to_want_quotes() -> None:
    with pytest.raises(SpecError) as caught:
        panel_of(23)
    (fault,) = caught.value.diagnostics
    assert (fault.message, fault.hint) == (
        "expected a text, found a number", 'put it in quotes: "23"',
    )  # fmt: skip


def test_an_empty_text_says_nothing_however_it_is_written() -> None:
    body = {"type": "stat", "stat": {"$data": "/panels/0/stats/0"}, "style": "s"}
    for stat in (" ", {"text": " "}):
        (fault,) = faults(body, story={"panels": [{"stats": [stat]}]})
        assert (fault.code, fault.message) == ("stat-form", "a stat that says nothing")
