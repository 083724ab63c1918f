"""A page made ready to be pointed at: once, however often somebody points."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import Literal

from infographic.display.blocks import PlacedBlock
from infographic.display.items import TextLine
from infographic.display.page import Page
from infographic.display.sources import common_way, source_of_words
from infographic.foundation.datum import Origin, Source, letters_of
from infographic.foundation.geometry import Rect
from infographic.foundation.late_pattern import late
from infographic.foundation.memo import Memo
from infographic.foundation.record import replaced
from infographic.loading.reading.places_in import place_of, texts_in
from infographic.pointing.behind import FileKind, kind_of
from infographic.pointing.boxes import box_of, joined
from infographic.pointing.standing import Chain, Standing, standing_on
from infographic.pointing.words import Words, words_of

Owner = Literal["story", "layout", "data", "none"]
"""Whose a datum is: the story's, the layout's, a file of data's; nobody's where it is ours."""


_LAYOUTS_OWN = late(r"/(?:extends|page|styles|colors|fonts|parts)(?:/|\Z)").match
"""Pointers that no story has."""


class Pointed:
    """What a page has to be pointed at."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._kinds: dict[int, FileKind] = {}
        self._origins: dict[int, Origin | None] = {}

    @cached_property
    def standing(self) -> list[Standing]:
        return standing_on(self.page)

    @cached_property
    def words(self) -> list[Words]:
        return words_of(self.standing)

    @cached_property
    def paragraphs(self) -> list[tuple[Rect, list[Words]]]:
        """The lines that one datum is set in, by each column that they stand in, and its box."""
        groups: dict[tuple[object, ...], list[Words]] = {}
        for words in self.words:
            origin, chain = words.standing.placed.origin, words.standing.chain
            block = id(chain[-1]) if chain else 0
            groups.setdefault((block, origin.pointer, id(origin.source)), []).append(words)
        found = []
        for lines in groups.values():
            boxes = [box_of(words.standing) for words in lines]
            for column in joined(boxes):
                inside = [w for w, box in zip(lines, boxes, strict=True) if column.holds(box, 0.01)]
                found.append((column, inside))
        return found

    @cached_property
    def story(self) -> Source | None:
        """The file that most of its words are from, beside the layout's and those it extends."""
        layouts = {id(block.origin.source) for block in self.page.blocks}
        counts: Counter[int] = Counter()
        sources: dict[int, Source] = {}
        for one in self.standing:
            item, source = one.placed.item, one.placed.origin.source
            if not isinstance(item, TextLine) or self.kind(source) != "json":
                continue
            if id(source) not in sources:
                sources[id(source)] = source
                if any(map(_LAYOUTS_OWN, texts_in(source))):
                    layouts.add(id(source))
            counts[id(source)] += 0 if id(source) in layouts else len(item.text)
        (most, count), *_ = [*counts.most_common(1), (0, 0)]
        return sources[most] if count else None

    def kind(self, source: Source) -> FileKind:
        known = self._kinds.get(id(source))
        if known is None:
            known = self._kinds[id(source)] = kind_of(source)
        return known

    def owner(self, origin: Origin) -> Owner:
        kind = self.kind(origin.source)
        if kind == "none":
            return "none"
        if kind != "json":
            return "data"
        return "story" if self.is_story(origin.source) else "layout"

    def is_story(self, source: Source) -> bool:
        story = self.story
        return story is not None and (
            source is story or (source.name, source.path) == (story.name, story.path)
        )

    def datum(self, block: PlacedBlock) -> Origin | None:
        """The place in the story or its data that a block shows; None where it shows none."""
        if id(block) not in self._origins:
            self._origins[id(block)] = self._datum(block)
        return self._origins[id(block)]

    def _datum(self, block: PlacedBlock) -> Origin | None:
        if self.owner(block.origin) in ("story", "data"):
            return block.origin
        found = source_of_words(block)
        if found is not None and self.owner(found) not in ("story", "data"):
            found = None
        drawn = [
            one.origin
            for one in block.own()
            if not isinstance(one.item, TextLine) and self.owner(one.origin) in ("story", "data")
        ]
        origins = [*drawn, *([] if found is None else [found])]
        if not origins:
            return None
        # A picture with its caption is the figure; what has nothing in common goes by its words.
        pointer = common_way(origin.pointer for origin in origins)
        origin = found or origins[0]
        if self.owner(origin) == "data" and self.story is not None:
            # A chart is the story's, though all its words are those of a file.
            origin = replaced(origin, source=self.story)
        return self.in_place(replaced(origin, pointer=pointer) if pointer else origin)

    def is_text(self, origin: Origin) -> bool:
        """Whether a datum is a text, not a number or an object that words are set from."""
        kind = self.kind(origin.source)
        return kind == "cells" or (kind == "json" and origin.pointer in texts_in(origin.source))

    def in_place(self, origin: Origin) -> Origin:
        """A datum with the place of its own pointer, where it has that of a part or a neighbour."""
        if self.kind(origin.source) != "json":
            return origin
        place = place_of(origin.source.text, origin.pointer)
        return origin if place is None else Origin(origin.source, origin.pointer, *place)


def seen(chain: Chain) -> Chain:
    """Blocks without those that a block of ours is made of, which no layout names."""
    return tuple(block for block in chain if not block.kind.startswith("_"))


_POINTED: Memo[Pointed] = Memo("pages pointed at", 4)


def pointed(page: Page) -> Pointed:
    return _POINTED.made(id(page), lambda: Pointed(page), page)


def cell_of(origin: Origin) -> str:
    """The cell of a workbook or CSV that a datum is: “B7”; "" for no cell."""
    if origin.source.sheet:
        return origin.cell
    if kind_of(origin.source) != "cells":
        return ""
    # Late: few places are cells.
    from infographic.loading.tables.reading.cell_at import cell_at

    found = cell_at(origin.source.text, origin.line, origin.column)
    return f"{letters_of(found[1])}{found[0]}" if found else ""
