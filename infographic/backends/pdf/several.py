"""Several pages as one PDF: faces, pictures and inks stand in it once, however many pages use them.

Pages are written as they come, and no more of one is held than its bytes: a page is forgotten
before the next is made. The same pages give the same bytes.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

from infographic.backends.pdf import objects as pdf
from infographic.backends.pdf.bleed import bled
from infographic.backends.pdf.font import DOWN
from infographic.backends.pdf.metadata import date_of_making, describe
from infographic.backends.pdf.outline import Bookmark, add_labels, add_outline
from infographic.backends.pdf.paint import Painter, glyphs_in, lines_in
from infographic.backends.pdf.press import VERSIONS, InkShelf, SheetPlan, add_output_intent, plan_of
from infographic.backends.pdf.press_marks import margin_of, press_marks
from infographic.backends.pdf.shared_font import SharedFonts
from infographic.backends.pdf.tags import Structure, StructureElement, WrittenElements
from infographic.backends.pdf.write import (
    PRINT_PPI,
    SCREEN_PPI,
    Intent,
    PdfRequest,
    PictureShelf,
    font_object,
    leaf_of,
    running_down,
)
from infographic.display.page import Page
from infographic.foundation.files import blake2b
from infographic.foundation.font import Face
from infographic.foundation.geometry import Point, Size
from infographic.press.profile import PressProfile


class PdfPages:
    """A PDF as its pages come: `add` each, then `to_bytes` once."""

    def __init__(
        self, intent: Intent, press: PressProfile | None = None, *, title: str, language: str
    ) -> None:
        self._press = press if intent is Intent.PRINT else None
        self._is_print = intent is Intent.PRINT
        self._title, self._language = title, language
        self._made = date_of_making()
        version = VERSIONS[press.standard if press else "none"] if self._is_print else (1, 7)
        self._document = pdf.Document(version, language)
        self._fonts, self._down = SharedFonts(), set[Face]()
        self._inks = InkShelf(self._document)
        self._pictures: PictureShelf | None = None
        self._kids: list[pdf.Value] = []
        self._tree = pdf.Indirect({"Type": "/Pages", "Kids": self._kids})
        # Its number; the first of the document's objects.
        self._open = {1}
        self._tree_reference = self._referred(self._tree)
        self._tags = None if self._is_print else _Tags(self._document)
        if self._tags is not None:
            self._open |= self._tags.still_open
        self._settled = 0
        self._digest = blake2b(digest_size=16)
        self._bookmarks: list[tuple[Bookmark, bytes, Point]] = []
        self._labels: list[str] = []

    @property
    def count(self) -> int:
        """How many pages it has."""
        return len(self._kids)

    def _referred(self, one: pdf.Indirect) -> bytes:
        reference = self._document.reference(one)
        self._open.add(one.number)
        return reference

    def add(self, page: Page, bookmarks: Sequence[Bookmark] = (), label: str = "") -> None:
        """Write a page; `bookmarks` point to places on it, `label` is what viewers call it.

        Raises `SpecError` and `MachineError` as `write.pdf_bytes` does.
        """
        page, wanted = self._asked(page)
        items = (*page.items, *wanted.marks)
        for placed in items:
            for face, pairs in glyphs_in(placed).items():
                self._fonts.add(face, pairs)
        columns = [line for line in lines_in(items) if line.vertical]
        self._down |= running_down(columns)
        shelf = self._shelf_for(page, wanted)
        self._inks.turn()
        structure = None
        if self._tags is not None:
            # What it is called is for who steps through a long file from record to record.
            title = bookmarks[-1].title if len(bookmarks) == 1 else ""
            structure = Structure(StructureElement("Sect", title=title))
        painter = Painter(
            page,
            inks=wanted.inks,
            plan=wanted.plan,
            fonts=self._fonts.shown,
            names=self._fonts.names,
            place_picture=shelf.place,
            place_spot=self._inks.place,
            structure=structure,
            copyable=True,
            has_columns=bool(columns),
        )
        content = painter.paint(ground=True, marks=wanted.marks)
        self._digest.update(content)
        stream = pdf.Stream.deflating(content)
        leaf = leaf_of(self._document, wanted, stream, shelf, self._inks, painter.state.opacities)
        leaf |= {"Type": "/Page", "Parent": self._tree_reference}
        reference = self._document.reference(pdf.Indirect(leaf))
        if structure is not None and self._tags is not None:
            self._tags.add(structure, leaf, reference, page.trim.height)
        corner = Point(wanted.plan.offset, wanted.plan.size.height - wanted.plan.offset)
        self._bookmarks += [(one, reference, corner) for one in bookmarks]
        self._labels.append(label)
        self._kids.append(reference)
        self._settled = self._document.settle(self._settled, self._open)

    def _asked(self, page: Page) -> tuple[Page, PdfRequest]:
        """The page with its bleed, and how it is written."""
        press = self._press
        if not self._is_print:
            plan = SheetPlan(page.trim, unit=page.unit)
            return page, PdfRequest(inks=False, plan=plan, ppi=SCREEN_PPI, tags=True)
        page = bled(page, page.bleed if press is None or press.bleed is None else press.bleed)
        plan = plan_of(page, margin_of(press) if press else 0.0)
        marks = press_marks(page, press, self._made) if press and plan.margin else ()
        ppi = (press.pictures.target if press else 0) or PRINT_PPI
        return page, PdfRequest(inks=True, plan=plan, ppi=ppi, press=press, marks=marks)

    def _shelf_for(self, page: Page, wanted: PdfRequest) -> PictureShelf:
        if self._pictures is None:
            self._pictures = PictureShelf(self._document, wanted, page, self._inks)
        self._pictures.turn_to(page)
        return self._pictures

    def to_bytes(self) -> bytes:
        """The whole file. Raises `SpecError` where a face cannot be taken apart."""
        document = self._document
        assert isinstance(self._tree.content, dict)
        self._tree.content["Count"] = len(self._kids)
        document.catalog["Pages"] = self._tree_reference
        for face, font in self._fonts.embedded().items():
            name = self._fonts.names[face]
            made = font_object(document, font, deflated=True)
            document.fonts[name] = document.reference(pdf.Indirect(made))
            if face in self._down:
                down = pdf.Indirect({**made, "Encoding": "/Identity-V"})
                document.fonts[name + DOWN] = document.reference(down)
            self._digest.update(font.name.encode())
        for key in self._pictures.keys if self._pictures else ():
            self._digest.update(key.encode())
        add_outline(document, self._bookmarks)
        add_labels(document, self._labels)
        self._describe(self._made)
        if self._press is not None:
            add_output_intent(document, self._press)
        if self._tags is None:
            return document.to_bytes()
        self._tags.end()
        return document.packed()

    def _describe(self, made: time.struct_time) -> None:
        described = Page(Size(0, 0), (), self._title, self._language)
        describe(
            *(self._document, described, made),
            content=self._digest.hexdigest(),
            press=self._press,
            is_tagged=self._tags is not None,
        )


class _Tags:
    """The tree of a document's tags: a section for each page, in their order."""

    def __init__(self, document: pdf.Document) -> None:
        self._document = document
        self._parents: list[pdf.Value] = []
        self._sections: list[pdf.Value] = []
        root = pdf.Indirect({"Type": "/StructTreeRoot"})
        whole = pdf.Indirect({"Type": "/StructElem", "S": "/Document"})
        tree = document.catalog["StructTreeRoot"] = document.reference(root)
        self._whole = document.reference(whole)
        assert isinstance(root.content, dict) and isinstance(whole.content, dict)
        self._root = root.content
        self._root["K"], whole.content["P"], whole.content["K"] = self._whole, tree, self._sections
        self.still_open = {root.number, whole.number}

    def add(
        self, structure: Structure, leaf: dict[str, pdf.Value], page: bytes, height: float
    ) -> None:
        number = len(self._parents) // 2
        written = WrittenElements(self._document, page, height)
        self._sections.append(written.add(structure.root, self._whole))
        parents: list[pdf.Value] = [written.references[id(one)] for one in structure.parents]
        self._parents += [number, self._document.reference(pdf.Indirect(parents))]
        leaf |= {"StructParents": number, "Tabs": "/S"}

    def end(self) -> None:
        self._root["ParentTree"] = {"Nums": self._parents}
        self._root["ParentTreeNextKey"] = len(self._parents) // 2
