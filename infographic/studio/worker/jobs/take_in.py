"""A file that was uploaded, looked into and made ready for the folder; nothing is written here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from infographic.display.items import DrawingFile, ImageFile
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, Severity, SpecError
from infographic.foundation.pictures.door import open_in
from infographic.foundation.pictures.source import Source as PictureSource
from infographic.foundation.pictures.source import placed_at
from infographic.foundation.record import replaced
from infographic.foundation.sayings import Saying, say
from infographic.loading.assets.images import GIVEN, image_in
from infographic.loading.assets.svg.read import read_drawing
from infographic.loading.tables.files import ZIP, read_grid
from infographic.loading.tables.options import ReadOptions
from infographic.loading.tables.table_of import table_of
from infographic.studio.worker.desk import Desk, Given, Tell
from infographic.studio.worker.reencoded import reencoded

DATA = (".csv", ".tsv", ".xlsx", ".ods")
BOOKS = (".xlsx", ".ods")
KINDS = ("JPEG", "PNG", "WebP", "TIFF", "SVG", "CSV", "TSV", "XLSX", "ODS")
ENDINGS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "TIFF": ".tif"}


def run(desk: Desk, given: Given, tell: Tell) -> dict[str, Any]:
    """given: name, data. Answers {"data", "ending", "folder": “pictures” or “data”, "kind",
    "width", "height", "notes": diagnostics}: of data, columns and rows. Raises `SpecError`."""
    name, data = given["name"], given["data"]
    ending = Path(name).suffix.lower()
    if ending in DATA:
        return {**_table(name, ending, data), "folder": "data"}
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"<") and b"<svg" in data[:65536]:
        return {**_drawing(name, data), "folder": "pictures"}
    return {**_picture(name, data), "folder": "pictures"}


def _picture(name: str, data: bytes) -> dict[str, Any]:
    origin, said = Origin(Source(name)), list[Diagnostic]()
    found = image_in(data, origin, said.append)
    said = [_named(one, name) for one in said]
    if found is None:
        raise SpecError([one for one in said if one.severity is Severity.ERROR])
    assert isinstance(found, ImageFile)
    with placed_at(origin):
        one = open_in(PictureSource(len(data), data), name)
        made, kind, (width, height) = reencoded(one)
    if (width, height) != (found.width, found.height):
        saying = say("upload-reduced", name=name, width=width, height=height)
        said.append(Diagnostic(saying, origin, severity=Severity.NOTE))
    return {
        "data": made, "ending": ENDINGS[kind], "kind": kind, "width": width, "height": height,
        "notes": [one.as_dict() for one in said],
    }  # fmt: skip


def _named(one: Diagnostic, name: str) -> Diagnostic:
    """What is said of bytes, said of the file that they are of."""
    values = one.saying.values
    if values.get("name") != GIVEN.name:
        return one
    return replaced(one, saying=Saying(one.saying.key, {**values, "name": name}))


def _drawing(name: str, data: bytes) -> dict[str, Any]:
    """As it is, where all of it is on the list of what a drawing may hold."""
    found, said = read_drawing(data, name, Path(name))
    if found is None:
        raise SpecError(said)
    assert isinstance(found, DrawingFile)
    return {
        "data": data, "ending": ".svg", "kind": "SVG",
        "width": found.width, "height": found.height,
        "notes": [one.as_dict() for one in said],
    }  # fmt: skip


def _table(name: str, ending: str, data: bytes) -> dict[str, Any]:
    """As it is, where a table can be read of it."""
    if data.startswith(ZIP) != (ending in BOOKS):
        saying = say("upload-kind", name=name, kinds=KINDS)
        raise SpecError([Diagnostic(saying, Origin(Source(name)))])
    options = ReadOptions()
    read = table_of(read_grid(data, options, name=name), options)
    return {
        "data": data, "ending": ending, "kind": ending[1:].upper(),
        "width": len(read.table.columns), "height": read.table.count,
        "notes": [one.as_dict() for one in read.table.said],
    }  # fmt: skip
