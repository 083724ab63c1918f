"""What a story tells first: the one stat that is its news, and all others as its facts.

A layout names them as `news` and `facts`, wherever the story has them: which panel holds the news
is the story's affair, and a layout that asked for “/panels/0/stats/0” would miss it.
"""

from __future__ import annotations

from collections.abc import Iterator

from infographic.foundation.datum import Node
from infographic.foundation.record.tuples import NamedTuple
from infographic.loading.binding.slots import rank
from infographic.loading.reading.pointer import follow


class Told(NamedTuple):
    """A stat and where it stands in the story."""

    pointer: str
    node: Node


class Ranking(NamedTuple):
    """A story's stats by what they are to it."""

    news: Told | None
    facts: tuple[Told, ...]
    """All but the news: those of the most important panel first."""


def ranking_of(story: Node) -> Ranking:
    """The news: the stat that says `lead`, else the first change, else the first stat there is,
    the panels by their `priority` and then as they stand. None where a story has no stats."""
    told = list(_told(story))
    news = next((one for one in told if _says(one, "lead")), None)
    if news is None:
        news = next((one for one in told if _says(one, "from") and _says(one, "to")), None)
    if news is None and told:
        news = told[0]
    return Ranking(news, tuple(one for one in told if one is not news))


def _told(story: Node) -> Iterator[Told]:
    panels = follow(story, "/panels")
    if not isinstance(panels, Node) or not isinstance(panels.value, tuple):
        return
    numbered = sorted(enumerate(panels.value), key=lambda pair: rank(pair[1]))
    for number, panel in numbered:
        stats = follow(panel, "/stats")
        if isinstance(stats, Node) and isinstance(stats.value, tuple):
            for place, stat in enumerate(stats.value):
                yield Told(f"/panels/{number}/stats/{place}", stat)


def _says(told: Told, key: str) -> bool:
    fields = told.node.value
    if not isinstance(fields, dict) or key not in fields:
        return False
    return bool(fields[key].value)
