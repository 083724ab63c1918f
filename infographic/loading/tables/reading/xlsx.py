"""XLSX: the workbook's sheets, shared texts and number formats, and one sheet's cells."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from infographic.foundation.datum import Origin
from infographic.foundation.sayings import say
from infographic.loading.tables.options import ReadOptions
from infographic.loading.tables.reading.archive import Archive, Attributes, attribute, whole
from infographic.loading.tables.reading.number_formats import (
    BUILT_IN,
    NumberFormat,
    number_format,
)
from infographic.loading.tables.reading.sheets import OpenSheet, Sheet, chosen, sheet_origin
from infographic.loading.tables.reading.xlsx_sheet import SheetReader, Workbook

RAISED = str.maketrans("0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")


def xlsx_sheet(data: bytes, file: Origin, options: ReadOptions, at: Origin) -> OpenSheet:
    """One sheet of a workbook. Raises `SpecError`."""
    archive = Archive(data, file)
    main = _main_part(archive)
    listed, is_1904, is_stale = _sheets(archive, main)
    targets, shared = _targets(archive, main)
    sheets = [sheet for sheet in listed if targets.get(sheet.part, "") in archive.names]
    sheet, said = chosen(sheets, options, file, at)
    strings = _strings(archive, shared.get("sharedStrings", ""))
    formats = _formats(archive, shared.get("styles", ""))
    book = Workbook(strings, formats, is_1904, is_stale)
    reader = SheetReader(book, sheet_origin(file, sheet.name))
    archive.parse(targets[sheet.part], reader.start, None, reader.text)
    return OpenSheet(reader.cells(), sheet, sheets, reader.sheet, said)


def _main_part(archive: Archive) -> str:
    """The workbook's own part, as the package names it."""
    found: list[str] = []

    def start(name: str, attributes: Attributes) -> None:
        if name == "Relationship" and attributes.get("Type", "").endswith("/officeDocument"):
            found.append(attributes.get("Target", "").lstrip("/"))

    if "_rels/.rels" in archive.names:
        archive.parse("_rels/.rels", start)
    name = found[0] if found else "xl/workbook.xml"
    if name not in archive.names:
        raise archive.fault(say("data-damaged", reason=f"no {name}"))
    return name


def _sheets(archive: Archive, main: str) -> tuple[list[Sheet], bool, bool]:
    """Its sheets, whether its days count from 1904, and whether its formulas wait to be worked
    out when it is opened."""
    sheets: list[Sheet] = []
    flags = {"1904": False, "stale": False}

    def start(name: str, attributes: Attributes) -> None:
        if name == "sheet":
            is_hidden = attributes.get("state", "visible") != "visible"
            sheets.append(Sheet(attributes.get("name", ""), attribute(attributes, "id"), is_hidden))
        elif name == "workbookPr":
            flags["1904"] = attributes.get("date1904", "0") in ("1", "true")
        elif name == "calcPr":
            flags["stale"] = attributes.get("fullCalcOnLoad", "0") in ("1", "true")

    archive.parse(main, start)
    return sheets, flags["1904"], flags["stale"]


def _targets(archive: Archive, main: str) -> tuple[dict[str, str], dict[str, str]]:
    """The parts that the workbook is related to, by their ids, and by what they are to it."""
    folder, name = posixpath.split(main)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    targets: dict[str, str] = {}
    kinds: dict[str, str] = {}

    def start(element: str, attributes: Attributes) -> None:
        if element == "Relationship":
            target = attributes.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(
                posixpath.join(folder, target)
            )  # fmt: skip
            kind = posixpath.basename(attributes.get("Type", ""))
            kinds[kind] = path
            # Charts of their own are no sheets of cells.
            if kind != "chartsheet":
                targets[attributes.get("Id", "")] = path

    if rels in archive.names:
        archive.parse(rels, start)
    return targets, kinds


class _Strings:
    """Shared texts; raised digits of a rich text stay raised."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.parts: list[str] = []
        self.is_text = self.is_raised = False
        self.phonetic = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "t":
            self.is_text = not self.phonetic
        elif name == "si":
            self.parts = []
        elif name == "r":
            self.is_raised = False
        elif name == "rPh":
            self.phonetic += 1
        elif name == "vertAlign":
            self.is_raised = attributes.get("val") == "superscript"

    def end(self, name: str) -> None:
        if name == "t":
            self.is_text = False
        elif name == "si":
            self.found.append("".join(self.parts))
        elif name == "r":
            self.is_raised = False
        elif name == "rPh":
            self.phonetic -= 1

    def text(self, words: str) -> None:
        if self.is_text:
            self.parts.append(words.translate(RAISED) if self.is_raised else words)


def _strings(archive: Archive, part: str) -> Sequence[str]:
    strings = _Strings()
    if part in archive.names:
        archive.parse(part, strings.start, strings.end, strings.text)
    return strings.found


def _formats(archive: Archive, part: str) -> Sequence[NumberFormat]:
    """The number format of each cell style."""
    codes = dict(BUILT_IN)
    styles: list[int] = []
    inside: list[str] = []

    def start(name: str, attributes: Attributes) -> None:
        if name == "numFmt" and (number := whole(attributes.get("numFmtId"))):
            codes[number] = attributes.get("formatCode", "")
        elif name == "xf" and inside[-1:] == ["cellXfs"]:
            styles.append(whole(attributes.get("numFmtId")))
        inside.append(name)

    def end(name: str) -> None:
        inside.pop()

    if part in archive.names:
        archive.parse(part, start, end)
    return [number_format(codes.get(number, "")) for number in styles]
