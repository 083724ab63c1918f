"""Which of a layout's pages a story makes, in which order, and what each knows of the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from infographic.foundation import limits
from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.record import replaced
from infographic.foundation.sayings import say
from infographic.loading.binding.scope import Listed, Scope, ScopeItem
from infographic.loading.binding.slots import PRIORITIES
from infographic.loading.settled import SettledLayout, SettledPage
from infographic.loading.sheet.layout_file import EachSpec


def with_pages(layout: SettledLayout, story: Node) -> SettledLayout:
    """A layout with those of its pages that a story has something for, numbered anew.

    Raises `SpecError` where a page's condition or list is none, or no page is left.
    """
    scope = Scope(story)
    made = [page for part in layout.pages for page in _made(scope, part)]
    if not made and not scope.faults:
        scope.fault(say("layout-pages/none", layout=layout.name), layout.press_at)
    if len(made) > limits.most("pages"):
        saying = say(
            "layout-pages/many",
            layout=layout.name,
            count=len(made),
            most=limits.most("pages"),
            limit="pages",
        )
        scope.fault(saying, layout.press_at)
    _stop_at(scope)
    kept = _in_count(made, layout.page_counts)
    pages = tuple(
        page if page.has_number else replaced(page, number=str(number))
        for number, page in enumerate(kept, 1)
    )
    numbers = [page.number for page in pages]
    for place, page in enumerate(pages):
        if page.number in numbers[:place]:
            scope.fault(say("layout-pages/number", number=page.number), page.body.origin)
    _stop_at(scope)
    return replaced(layout, pages=pages, retuned={})


def _stop_at(scope: Scope) -> None:
    if scope.faults:
        raise SpecError(dict.fromkeys(scope.faults))


def _made(scope: Scope, page: SettledPage) -> Iterator[SettledPage]:
    """A page as often as a story makes it."""
    for item in _items(scope, page.each, None):
        if page.condition is None or scope.holds(page.condition, item):
            yield replaced(page, item=item)


def _items(
    scope: Scope, every: Sequence[EachSpec], outer: ScopeItem | None
) -> Iterator[ScopeItem | None]:
    if not every:
        yield outer
        return
    first, *inner = every
    for item in _of_list(scope, first, outer):
        yield from _items(scope, inner, item)


def _of_list(scope: Scope, each: EachSpec, outer: ScopeItem | None) -> Iterator[ScopeItem]:
    """The items of a list, or stretches of it; of a list that is not there, none."""
    target = scope.target(each.of, outer)
    if target is None or not isinstance(target.found, Node):
        return
    whole = target.found
    if not isinstance(whole.value, tuple):
        pointer = str(each.of.plain())
        scope.fault(say("bind-form/no-list", pointer=pointer, kind=whole.kind), each.of.origin)
        return
    base, pointers = target.pointer or "", target.items
    if pointers is None:
        pointers = tuple(f"{base}/{number}" for number in range(len(whole.value)))
    listed = Listed(whole.value, base, pointers)
    if each.but is not None:
        listed = scope.without(listed, each.but, outer)
    end = None if each.take is None else each.skip + each.take
    items, pointers = listed.items[each.skip : end], listed.pointers[each.skip : end]
    if each.by is None:
        for number, (item, pointer) in enumerate(zip(items, pointers, strict=True)):
            yield ScopeItem(item, pointer, number, each.as_, outer)
        return
    at = 0
    for number, size in enumerate(even(len(items), each.by)):
        stretch = slice(at, at + size)
        node = Node(items[stretch], whole.origin)
        yield ScopeItem(node, None, number, each.as_, outer, pointers[stretch])
        at += size


def even(count: int, most: int) -> tuple[int, ...]:
    """So many items in stretches of no more than `most`, as even as can be, the longer ones first.

    >>> even(7, 3), even(4, 3), even(0, 3)
    ((3, 2, 2), (2, 2), ())
    """
    stretches = -(-count // most)
    return tuple(count // stretches + (number < count % stretches) for number in range(stretches))


def _in_count(pages: Sequence[SettledPage], counts: Sequence[int]) -> Sequence[SettledPage]:
    """As many of the pages as a set may have: the fewest that hold all but those that say “may”,
    which fill it up, or where there are not so many, the most that there are enough for. Those
    that say “may” are left out first, of these the last. Fewer than the least are all kept."""
    held = sum(page.priority != PRIORITIES[-1] for page in pages)
    reached = sorted(count for count in counts if count <= len(pages))
    most = next((count for count in reached if count >= held), [len(pages), *reached][-1])
    by_rank = sorted(range(len(pages)), key=lambda number: PRIORITIES.index(pages[number].priority))
    kept = set(by_rank[:most])
    return [page for number, page in enumerate(pages) if number in kept]
