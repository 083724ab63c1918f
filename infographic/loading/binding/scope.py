"""Where a layout's pointers lead: into the story, or into the items of the $each round them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from infographic.foundation import limits
from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import Diagnostic, SpecError, nearest
from infographic.foundation.memo import Memo
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.loading.reading.pointer import (
    NotFound,
    count,
    follow,
    is_filled,
    is_pointer,
    part_of,
)

if TYPE_CHECKING:
    from infographic.loading.binding.news import Ranking, Told

CONDITIONS = frozenset({"not", "any", "all", "count", "characters", "named", "shape"})
BESIDE = {
    "count": ("min", "max", "but"),
    "characters": ("min", "max"),
    "named": ("in",),
    "shape": ("is",),
}
"""What may stand beside a condition."""


NEWS, FACTS, NEWS_PANEL, PAGE = "news", "facts", "news-panel", "page"
"""Names that every story has parts for, or every page, as far as no $each round them has given them
itself."""
FIRST_STAT = "/panels/0/stats/0"
"""What is missing where a story has no stat at all."""
FIRST_PANEL = "/panels/0"


class ScopeItem(NamedTuple):
    """The item that a $each is at, and the ones round it."""

    node: Node
    pointer: str | None
    """In the story; None for an item that the layout wrote itself."""
    number: int
    name: str
    outer: ScopeItem | None
    items: tuple[str, ...] | None = None
    """Of an item that is itself a list, of items that stand elsewhere: the pointer of each."""

    def lists(self) -> frozenset[str]:
        """The story's lists that this item and those round it are of."""
        pointers = (self.pointer, *(self.items or ()))
        own = {at.rpartition("/")[0] for at in pointers if at is not None}
        return frozenset(own if self.outer is None else own | self.outer.lists())


class Around(NamedTuple):
    """What a page's pointers know before any $each of its own."""

    page: Node | None = None
    """Its number, how many pages there are, and which is next."""
    item: ScopeItem | None = None
    """Of a page that is made once for each item of a list, its item."""
    lists: frozenset[str] = frozenset()
    """Lists that the page is made for the items of: those without a page are missed."""


ALONE = Around()


class Target(NamedTuple):
    """What a pointer text leads to: a part of the story, or nothing."""

    found: Node | NotFound
    pointer: str | None
    items: tuple[str, ...] | None = None
    """Of a list put together of items that stand elsewhere, the pointer of each."""

    def holds(self, pointer: str | None) -> bool:
        """Whether what stands at a pointer is an item of this list."""
        if pointer is None or not isinstance(self.found, Node):
            return False
        if self.items is not None:
            return pointer in self.items
        base, _, step = pointer.rpartition("/")
        return base == self.pointer and part_of(self.found, step) is not None


class Listed(NamedTuple):
    """The items of a list, and where they stand in the story."""

    items: tuple[Node, ...]
    base: str | None = None
    """By which the list's slots share one ranking: its pointer, or the name of what it is."""
    pointers: tuple[str, ...] = ()
    """Of each item; empty for items that the layout wrote itself."""


class Work:
    """What all pages of a layout may ask for together."""

    __slots__ = ("blocks", "joining", "listed")

    def __init__(self) -> None:
        self.blocks = limits.Budget("layout-blocks")
        self.joining = limits.Budget("joined-characters")
        self.listed = limits.Budget("listed-items")


class Scope:
    """A story, what of it was used, and what is wrong with the layout that asks for it."""

    def __init__(self, story: Node, page: Node | None = None, work: Work | None = None) -> None:
        self.story, self.page = story, page
        self.faults: list[Diagnostic] = []
        self.used: set[str] = set()
        self.objects = 0
        self.work = work or Work()
        self._ranking: Ranking | None = None
        self._facts: tuple[Node, tuple[str, ...]] | None = None

    @property
    def ranking(self) -> Ranking:
        """The story's stats by what they are to it."""
        if self._ranking is None:
            # Late: not every layout asks.
            from infographic.loading.binding.news import ranking_of

            self._ranking = ranking_of(self.story)
        return self._ranking

    def fault(self, saying: Saying, origin: Origin, mend: Saying | None = None) -> None:
        self.faults.append(Diagnostic(saying, origin, mend))
        limits.stop_at_many(len(self.faults), self.faults)

    def one_text(self, texts: Sequence[str], separator: str, at: Origin) -> str:
        """One text of several. Raises `SpecError`, before it is made, where all that are made come
        to too many characters."""
        self.spend(self.work.joining, sum(map(len, texts)) + len(separator) * len(texts), at)
        return separator.join(texts)

    def spend(self, budget: limits.Budget, work: int, at: Origin) -> None:
        """Ask for so much more. Raises `SpecError` where that is too much."""
        try:
            budget.spend(work)
        except limits.OverLimitError as error:
            raise SpecError([*self.faults, error.at(at)]) from error

    def count(self, node: Node) -> None:
        """Count an object of the layout, each time that it is come to. Raises `SpecError`."""
        self.objects += 1
        if self.objects > (most := limits.most("blocks")):
            self.fault(say("bind-too-many", most=most, limit="blocks"), node.origin)
            raise SpecError(dict.fromkeys(self.faults))
        self.spend(self.work.blocks, 1, node.origin)

    def target(self, node: Node, item: ScopeItem | None) -> Target | None:
        """What a pointer in the layout leads to; None (and said) where it is no pointer."""
        text = node.value
        if not isinstance(text, str):
            self.fault(say("bind-form/pointer", kind=node.kind), node.origin)
            return None
        if is_pointer(text):
            return self.reach(self.story, "", text)
        name, slash, rest = text.partition("/")
        named = item
        while named is not None and name not in (".", named.name):
            named = named.outer
        if named is not None and is_pointer(slash + rest):
            if named.items is not None:
                return self.of_items(named.node, named.items, named.name, slash + rest)
            return self.reach(named.node, named.pointer, slash + rest)
        if name in (NEWS, FACTS, NEWS_PANEL) and is_pointer(slash + rest):
            return self.told(name, slash + rest)
        if name == PAGE and self.page is not None and is_pointer(slash + rest):
            return self.reach(self.page, None, slash + rest)
        if name == ".":
            self.fault(say("bind-pointer/no-item", pointer=text), node.origin)
            return None
        keys = self.story.value if isinstance(self.story.value, dict) else ()
        near = nearest(f"/{name}", (f"/{key}" for key in keys))
        self.fault(say("bind-pointer", pointer=text), node.origin, near)
        return None

    def told(self, name: str, pointer: str) -> Target:
        """A part of the story's news, of the panel that holds it, or of its facts, where it stands
        in the story."""
        if name == NEWS:
            return self.told_part(self.ranking.news, pointer)
        if name == NEWS_PANEL:
            news = self.ranking.news
            panel = FIRST_PANEL if news is None else news.pointer.rpartition("/stats/")[0]
            return self.reach(self.story, "", panel + pointer)
        if self._facts is None:
            facts = self.ranking.facts
            panels = follow(self.story, "/panels")
            origin = panels.origin if isinstance(panels, Node) else self.story.origin
            listed = Node(tuple(told.node for told in facts), origin)
            self._facts = listed, tuple(told.pointer for told in facts)
        return self.of_items(*self._facts, FACTS, pointer)

    def of_items(self, listed: Node, pointers: tuple[str, ...], name: str, pointer: str) -> Target:
        """A part of a list that is put together of items that stand elsewhere in the story."""
        if not pointer:
            return Target(listed, None, pointers)
        step, _, rest = pointer[1:].partition("/")
        part = part_of(listed, step)
        if part is None:
            return Target(NotFound(listed, name, step), None)
        return self.reach(part, pointers[int(step)], f"/{rest}" if rest else "")

    def told_part(self, told: Told | None, pointer: str) -> Target:
        if told is None:
            return self.reach(self.story, "", FIRST_STAT)
        return self.reach(told.node, told.pointer, pointer)

    def without(self, listed: Listed, but: Node, item: ScopeItem | None) -> Listed:
        """A list without the item that is named."""
        target = self.target(but, item)
        at = None if target is None else target.pointer
        if at not in listed.pointers:
            return listed
        number = listed.pointers.index(at)
        items = (*listed.items[:number], *listed.items[number + 1 :])
        # Its own ranking: the places are others.
        base = None if listed.base is None else f"{listed.base} but {at}"
        return Listed(items, base, (*listed.pointers[:number], *listed.pointers[number + 1 :]))

    def reach(self, node: Node, base: str | None, pointer: str) -> Target:
        found = follow(node, pointer, base or "")
        return Target(found, None if base is None else base + pointer)

    def use(self, target: Target, node: Node) -> Node:
        if target.pointer is not None:
            self.used.add(target.pointer)
        self.used.update(target.items or ())
        return node

    def missing(self, pointer: Node, found: NotFound) -> None:
        text, why, stands = str(pointer.plain()), found.why(), found.node.origin
        if stands.line:
            saying = say("bind-missing/at", pointer=text, why=why, place=stands)
        else:
            saying = say("bind-missing", pointer=text, why=why)
        self.fault(saying, pointer.origin, found.mend)

    def whole(self, fields: Mapping[str, Node], key: str, default: int) -> int:
        if key not in fields:
            return default
        value = fields[key].value
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        self.fault(say("bind-form/number", key=key, kind=fields[key].kind), fields[key].origin)
        return default

    def holds(self, condition: Node, item: ScopeItem | None) -> bool:
        fields = condition.value
        if isinstance(fields, str):
            target = self.target(condition, item)
            return target is not None and is_filled(target.found)
        self.count(condition)
        names = CONDITIONS.intersection(fields) if isinstance(fields, dict) else frozenset()
        if not isinstance(fields, dict) or len(names) != 1:
            self.fault(say("bind-form/condition"), condition.origin)
            return False
        (name,) = names
        for key in fields:
            if key != name and key not in BESIDE.get(name, ()):
                place = condition.keys.get(key, condition.origin)
                self.fault(say("bind-form/beside", key=key, name=name), place)
        if name == "not":
            return not self.holds(fields["not"], item)
        if name in ("count", "characters"):
            number = self.how_many(name, fields, item)
            low, high = (
                self.whole(fields, "min", 0),
                self.whole(fields, "max", limits.most("file-bytes")),
            )
            return low <= number <= high
        if name == "named":
            return self.is_named(fields, item)
        if name == "shape":
            return self.is_of_shape(fields, condition, item)
        parts = fields[name].value
        if not isinstance(parts, tuple):
            self.fault(say("bind-form/conditions", name=name), fields[name].origin)
            return False
        # Every condition is read, so that every mistake is said.
        results = [self.holds(part, item) for part in parts]
        return any(results) if name == "any" else all(results)

    def how_many(self, name: str, fields: Mapping[str, Node], item: ScopeItem | None) -> int:
        """The items of a list, without the one that is named beside; or the characters of texts."""
        target = self.target(fields[name], item)
        if target is None:
            return 0
        if name == "characters":
            # Late: few layouts ask.
            from infographic.loading.binding.needs import characters

            return characters(target.found) if isinstance(target.found, Node) else 0
        but = self.target(fields["but"], item) if "but" in fields else None
        return count(target.found) - (but is not None and target.holds(but.pointer))

    def is_named(self, fields: Mapping[str, Node], item: ScopeItem | None) -> bool:
        """Whether words of the story refer to a figure: 图②, 见图2."""
        target = self.target(fields["named"], item)
        within = self.target(fields["in"], item) if "in" in fields else None
        words = follow(self.story, "/body") if within is None else within.found
        if target is None or not isinstance(target.found, Node) or not isinstance(words, Node):
            return False
        return number_of(target.found) in _NAMED.made(id(words), lambda: _named_in(words), words)

    def is_of_shape(
        self, fields: Mapping[str, Node], condition: Node, item: ScopeItem | None
    ) -> bool:
        """Whether a figure's picture has one of the shapes that are named; “none” if there is no
        picture, or no figure."""
        # Late: few layouts ask, and it opens the picture.
        from infographic.loading.assets.shapes import SHAPES, is_one_of

        wanted = fields["is"].plain() if "is" in fields else None
        names = wanted if isinstance(wanted, list) else [wanted]
        if not names or any(name not in SHAPES for name in names):
            place = fields["is"].origin if "is" in fields else condition.origin
            self.fault(say("bind-form/shape", known=SHAPES), place)
            return False
        target = self.target(fields["shape"], item)
        figure = None if target is None else target.found
        if not isinstance(figure, Node):
            return "none" in names
        return is_one_of(names, figure)


_NAMED: Memo[frozenset[int]] = Memo("figures named in nodes", 16)


def _named_in(words: Node) -> frozenset[int]:
    """The numbers of the figures that the texts of a value refer to."""
    # Late: few layouts ask.
    from infographic.text.markup import unmarked
    from infographic.text.references import references_in

    texts = (part.value for part in words.walk() if isinstance(part.value, str))
    return frozenset(said for text in texts for said, _ in references_in(unmarked(text)))


def number_of(figure: Node) -> int:
    """A figure's number: the one that it states, or its place in its list."""
    stated = figure.value.get("number") if isinstance(figure.value, dict) else None
    if stated is not None and isinstance(stated.value, int) and stated.value > 0:
        return stated.value
    place = figure.origin.pointer.rpartition("/")[2]
    return int(place) + 1 if place.isdecimal() else 0
