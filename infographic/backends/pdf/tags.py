"""The structure of a tagged PDF (ISO 32000-1, 14.7-14.8): what a screen reader reads."""

from __future__ import annotations

from collections.abc import Iterator

from infographic.backends.numbers import numbers
from infographic.backends.pdf import objects as pdf
from infographic.display.items import DataTable, Group, Path, Picture, Role, TextLine
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.record import field, record

# Elements that hold paragraphs, not words; words straight inside them get a P of their own.
HOLDERS = {"Document", "Sect", "Art", "L", "LBody"}


@record(frozen=False, slots=False, eq=False)
class StructureElement:
    """One structure element; its children are elements, and marked contents by their number."""

    kind: str
    alt: str = ""
    box: Rect | None = None
    actual: str = ""
    """What it is read as, in place of what is shown."""
    scope: str = ""
    """“Column” or “Row”: what a TH is the head of."""
    title: str = ""
    """What it is called, for who steps from one to the next."""
    children: list[StructureElement | int] = field(default_factory=list)

    def opened(self, kind: str) -> StructureElement:
        element = StructureElement(kind)
        self.children.append(element)
        return element


class Structure:
    """The tree as it grows while a page is painted, in reading order."""

    def __init__(self, root: StructureElement | None = None) -> None:
        self.root = root or StructureElement("Document")
        self.parents: list[StructureElement] = []
        """The element of each marked content, by its number."""

    def element_for(
        self, group: Group, at: Point, within: StructureElement | None
    ) -> StructureElement | None:
        """The element for a group's items; None where they are decoration."""
        if within is None or group.role is Role.ARTIFACT:
            return None
        if group.role is None:
            return within
        if group.role is Role.DOCUMENT and within is self.root:
            return within
        element = within.opened(group.role.value)
        if group.role is Role.FIGURE:
            element.alt = group.alt
            element.box = bounds(group, at)
        # A list item's words stand in its body (14.8.4.3.3).
        return element.opened("LBody") if group.role is Role.LIST_ITEM else element

    def add_table(self, within: StructureElement, data: DataTable) -> Iterator[tuple[str, int]]:
        """Data behind a figure as a table after it: a marked content a cell, to be written in turn.

        Each cell is read by its element's ActualText (14.9.4), so that what is copied from the page
        holds nothing twice; heads say what they are the head of (14.8.5.7).
        """
        table = within.opened("Table")
        for number, row in enumerate((data.header, *data.rows)):
            line = table.opened("TR")
            for place, words in enumerate(row):
                cell = line.opened("TH" if number == 0 or place == 0 else "TD")
                cell.scope = "" if cell.kind == "TD" else "Row" if number else "Column"
                yield self._marked(cell, words)
        if data.more:
            yield self._marked(within.opened("P"), data.more)

    def _marked(self, element: StructureElement, words: str) -> tuple[str, int]:
        element.actual = words
        mark = len(self.parents)
        self.parents.append(element)
        element.children.append(mark)
        return element.kind, mark

    def content_of(self, within: StructureElement, *, follows: bool) -> tuple[str, int]:
        """The tag and number of a new marked content.

        `follows`: it goes on with the paragraph of the one before it.
        """
        holder = within
        if within.kind in HOLDERS:
            last = within.children[-1] if within.children else None
            is_open = follows and isinstance(last, StructureElement) and last.kind == "P"
            holder = last if is_open and isinstance(last, StructureElement) else within.opened("P")
        mark = len(self.parents)
        self.parents.append(holder)
        holder.children.append(mark)
        return holder.kind, mark


def bounds(item: TextLine | Path | Picture | Group, at: Point) -> Rect:
    """The rectangle an item's ink lies in, near enough for a reader to highlight it."""
    match item:
        case TextLine():
            size = max((run.size for _, run in item.runs), default=0.0)
            if item.vertical:
                return Rect(at.x - size * 0.5, at.y, size, item.width)
            return Rect(at.x, at.y - size, item.width, size * 1.25)
        case Picture():
            return Rect(at.x, at.y, *item.size)
        case Path():
            flat = [value for _, values in item.segments for value in values]
            return _around(
                [Point(at.x + x, at.y + y) for x, y in zip(flat[::2], flat[1::2], strict=True)], at
            )
        case Group():
            if item.clip is not None:
                return Rect(at.x, at.y, *item.clip)
            boxes = [bounds(p.item, at.moved(*p.at)) for p in item.items]
            corners = [box.corner for box in boxes]
            corners += [Point(box.right, box.bottom) for box in boxes]
            return _around(corners, at)


def _around(points: list[Point], at: Point) -> Rect:
    if not points:
        return Rect(at.x, at.y, 0.0, 0.0)
    left, top = min(p.x for p in points), min(p.y for p in points)
    right, bottom = max(p.x for p in points), max(p.y for p in points)
    return Rect(left, top, right - left, bottom - top)


def add_structure(
    document: pdf.Document,
    structure: Structure,
    leaf: dict[str, pdf.Value],
    page: bytes,
    height: float,
) -> None:
    """The tree of elements, and the way back from each marked content to its element (14.7).

    `page` refers to the `leaf`.
    """
    written = WrittenElements(document, page, height)
    root: dict[str, pdf.Value] = {"Type": "/StructTreeRoot", "ParentTreeNextKey": 1}
    reference = document.catalog["StructTreeRoot"] = document.reference(pdf.Indirect(root))
    root["K"] = written.add(structure.root, reference)
    parents = [written.references[id(each)] for each in structure.parents]
    root["ParentTree"] = {"Nums": [0, parents]}
    leaf |= {"StructParents": 0, "Tabs": "/S"}


class WrittenElements:
    """The elements of a tree in a document. (A function in itself would hold the document until the
    collector of cycles comes.)"""

    def __init__(self, document: pdf.Document, page: bytes, height: float) -> None:
        self.document, self.page, self.height = document, page, height
        self.references: dict[int, bytes] = {}
        """By the identity of the element."""

    def add(self, element: StructureElement, parent: bytes) -> bytes:
        entries: dict[str, pdf.Value] = {
            "Type": "/StructElem",
            "S": f"/{element.kind}",
            "P": parent,
            "Pg": self.page,
        }
        reference = self.document.reference(pdf.Indirect(entries))
        self.references[id(element)] = reference
        if element.kind == "Figure":
            entries["Alt"] = pdf.text_string(element.alt)
        if element.actual:
            entries["ActualText"] = pdf.text_string(element.actual)
        if element.title:
            entries["T"] = pdf.text_string(element.title)
        if element.scope:
            entries["A"] = f"<</O /Table /Scope /{element.scope}>>"
        if element.box is not None:
            box = element.box
            corner = Point(box.x, self.height - box.bottom)
            sides = numbers(*corner, corner.x + box.width, corner.y + box.height)
            entries["A"] = f"<</O /Layout /Placement /Block /BBox [{sides}]>>"
        entries["K"] = [
            child if isinstance(child, int) else self.add(child, reference)
            for child in element.children
        ]
        return reference
