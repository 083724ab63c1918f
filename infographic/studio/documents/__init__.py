"""Open documents: edits kept in the file as a person wrote it, undo, merging, tables.

Names only; each module is imported when its name is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from infographic.studio.documents.history import History, Step
    from infographic.studio.documents.json_document import JsonDocument
    from infographic.studio.documents.splices import Splice
    from infographic.studio.documents.tables.csv_document import CsvDocument
    from infographic.studio.documents.tables.pasted import pasted
    from infographic.studio.documents.tables.workbooks import SheetDocument
    from infographic.studio.documents.text_document import (
        Change,
        Conflict,
        DiskChange,
        TextDocument,
    )

__all__ = [
    "Change",
    "Conflict",
    "CsvDocument",
    "DiskChange",
    "History",
    "JsonDocument",
    "SheetDocument",
    "Splice",
    "Step",
    "TextDocument",
    "pasted",
]

_PLACES = {
    "Change": "text_document",
    "Conflict": "text_document",
    "CsvDocument": "tables.csv_document",
    "DiskChange": "text_document",
    "History": "history",
    "JsonDocument": "json_document",
    "SheetDocument": "tables.workbooks",
    "Splice": "splices",
    "Step": "history",
    "TextDocument": "text_document",
    "pasted": "tables.pasted",
}


# Type checkers know the names above, and must not take any other for one of them.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in _PLACES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
