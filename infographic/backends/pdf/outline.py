"""What a reader finds pages by: bookmarks (ISO 32000-1, 12.3.3) and page labels (12.4.2)."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.backends.numbers import numbers
from infographic.backends.pdf import objects as pdf
from infographic.foundation.geometry import Point
from infographic.foundation.record import record


@record
class Bookmark:
    """A place on a page, as a viewer lists it."""

    title: str
    at: Point = Point(0, 0)
    """From the trim's top left; what is shown has it in its corner."""
    group: str = ""
    """What it stands under; those one after another of the same name are one group."""


@record(frozen=False, slots=False, eq=False)
class _Entry:
    item: pdf.Indirect
    reference: bytes
    below: list[_Entry]


def add_outline(document: pdf.Document, bookmarks: Sequence[tuple[Bookmark, bytes, Point]]) -> None:
    """The document's bookmarks: each with what its page is referred to by, and where the trim's
    top left stands in that page, from its bottom. Groups are closed at first, so that a long list
    is seen whole.
    """
    if not bookmarks:
        return
    tops: list[_Entry] = []
    group: str | None = None
    for one, page, corner in bookmarks:
        place = numbers(corner.x + one.at.x, corner.y - one.at.y)
        target = f"[{page.decode()} /XYZ {place} null]"
        if one.group and one.group != group:
            tops.append(_entry(document, one.group, target))
        group = one.group
        (tops[-1].below if group else tops).append(_entry(document, one.title, target))
    root = pdf.Indirect({"Type": "/Outlines"})
    reference = document.reference(root)
    _join(root, reference, tops)
    assert isinstance(root.content, dict)
    root.content["Count"] = len(tops)
    for top in tops:
        _join(top.item, top.reference, top.below)
    document.catalog |= {"Outlines": reference, "PageMode": "/UseOutlines"}


def _entry(document: pdf.Document, title: str, target: str) -> _Entry:
    # A destination, not an action: PDF/X has no actions.
    item = pdf.Indirect({"Title": pdf.text_string(title), "Dest": target})
    return _Entry(item, document.reference(item), [])


def _join(parent: pdf.Indirect, reference: bytes, below: list[_Entry]) -> None:
    if not below:
        return
    assert isinstance(parent.content, dict)
    first, last = below[0].reference, below[-1].reference
    # Less than nothing: it is closed (12.3.3, table 153).
    parent.content |= {"First": first, "Last": last, "Count": -len(below)}
    for before, one, after in zip([None, *below[:-1]], below, [*below[1:], None], strict=True):
        assert isinstance(one.item.content, dict)
        one.item.content["Parent"] = reference
        if before is not None:
            one.item.content["Prev"] = before.reference
        if after is not None:
            one.item.content["Next"] = after.reference


def add_labels(document: pdf.Document, labels: Sequence[str]) -> None:
    """What viewers call the pages; where all are "" they count them."""
    if not any(labels):
        return
    parts: list[pdf.Value] = []
    for number, label in enumerate(labels):
        parts += [number, {"P": pdf.text_string(label)} if label else {"S": "/D", "St": number + 1}]
    document.catalog["PageLabels"] = {"Nums": parts}
