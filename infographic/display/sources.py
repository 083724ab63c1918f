"""Where in the story a block's words come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from infographic.display.blocks import PlacedBlock
from infographic.display.items import Placed, TextLine, walk
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point
from infographic.foundation.late_pattern import late
from infographic.foundation.record import replaced

RUNNING = ("article", "thread", "list")
"""Their words are a list, though it may have one paragraph."""
_ITEM = late(r"/\d+(/\w+)?$")


def source_of_words(block: PlacedBlock) -> Origin | None:
    """The place that all of a block's words have in common; None where there is none.

    Of several paragraphs it is their list, and the line of the first. A block with others in it,
    such as an article with pictures, goes by its own words then.
    """
    found = _shared(walk(block.items, Point(0, 0))) or _shared(block.own())
    if found is not None and block.kind in RUNNING:
        return replaced(found, pointer=_ITEM.sub("", found.pointer))
    return found


def _shared(items: Iterable[Placed]) -> Origin | None:
    every = [placed.origin for placed in items if isinstance(placed.item, TextLine)]
    # Without the few that are the layout's own among the story's, such as “continued on”.
    files = Counter(origin.file for origin in every)
    origins = [origin for origin in every if files[origin.file] == max(files.values())]
    pointer = common_way(origin.pointer for origin in origins)
    return replaced(origins[0], pointer=pointer) if pointer else None


def common_way(pointers: Iterable[str]) -> str:
    """The way into the file that all have in common.

    >>> common_way(["/body/3", "/body/4"]), common_way(["/body/3", "/figures/0"])
    ('/body', '')
    """
    shared = []
    for steps in zip(*(pointer.split("/") for pointer in pointers), strict=False):
        if len(set(steps)) > 1:
            break
        shared.append(steps[0])
    return "/".join(shared)
