"""One open JSON file: its text as its author wrote it, and edits that keep it so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

from infographic.foundation import limits
from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.sayings import say
from infographic.loading.reading.source import text_of
from infographic.studio.documents.asked import edit_list, refused
from infographic.studio.documents.field_order import FieldOrder, no_order
from infographic.studio.documents.json_edits import Edit, Order, batches, edited_json
from infographic.studio.documents.merging import Clash, Merge
from infographic.studio.documents.splices import Splice, Splices, applied, in_a_row
from infographic.studio.documents.tables.inline_tables import OPS, inline_cells, inline_edits
from infographic.studio.documents.text_document import MARK, Change, TextDocument
from infographic.studio.documents.written import Written, read_written

Kind = Literal["story", "layout", "press", "other"]
"""What a file is: stories are strict, others may have comments; the first three have schemas."""


SAFE = 2**53
"""Whole numbers up to it are exact in JavaScript."""


def _is_plain(number: str) -> bool:
    """Whether JavaScript writes a number as it is written here.

    >>> [_is_plain(one) for one in ("2300", "0.5", "2300.50", "1e3", "9007199254740993")]
    [True, True, False, False, False]
    """
    if number.lstrip("-").isdigit():
        return abs(int(number)) <= SAFE and number != "-0"
    return "e" not in number.lower() and repr(float(number)) == number and number[-2:] != ".0"


OF_LAYOUTS = {
    "page", "pages", "styles", "fonts", "colors", "tune", "parts", "needs", "page_counts",
}  # fmt: skip
OF_PRESS = {"icc", "intent", "ink"}


def kind_of(path: Path, tree: Node | None) -> Kind:
    """What a JSON file is, by its fields; one that cannot be read by its folder: a story, unless
    that is called “layouts”."""
    fields = tree.value if tree is not None else None
    if not isinstance(fields, dict):
        return "layout" if path.parent.name == "layouts" else "story"
    if "headline" in fields:
        return "story"
    body = fields.get("body")
    if OF_LAYOUTS & fields.keys() or (body is not None and isinstance(body.value, dict)):
        return "layout"
    if OF_PRESS & fields.keys():
        return "press"
    return "layout" if "extends" in fields else "story"


class JsonDocument(TextDocument):
    """A story, layout or press profile that is open. One thread at a time.

    `text` is what the file has, byte order mark and line ends with it; `body` the same without the
    mark: places of splices count characters of `body`.
    """

    most_bytes = "file-bytes"

    def __init__(
        self, path: Path, kind: Kind | None = None, *, name: str = "", data: bytes | None = None
    ) -> None:
        """As `TextDocument`. Without a `kind` it is found (`kind_of`). One that is UTF-8 and no
        JSON is opened: `value()` is None, `faults()` says why."""
        self.kind: Kind = kind or "other"
        super().__init__(path, name=name, data=data)
        if kind is None:
            self.kind = kind_of(path, self._written.tree)
            self._take_reading(self._read(self.body))
        self.order: Order = no_order if self.kind == "other" else FieldOrder(self.kind)

    @classmethod
    def open(cls, path: Path, kind: Kind | None = None, *, name: str = "") -> JsonDocument:
        """Open a file in reach. Raises `SpecError`, also where there is none or it is no UTF-8."""
        return cls(path, kind, name=name)

    # As it is now

    @property
    def written(self) -> Written:
        """Its values and where each stands."""
        return self._written

    def value(self) -> Any:
        """The whole file as plain dicts, lists, texts and numbers; None while it is broken."""
        tree = self._written.tree
        return None if tree is None else tree.plain()

    def node(self) -> Node | None:
        """The same with places, as pages are made from it."""
        return self._written.tree

    def faults(self) -> tuple[Diagnostic, ...]:
        """Why it cannot be read; () where it can."""
        return self._written.faults

    def numbers(self) -> dict[str, str]:
        """By pointer, the numbers that JavaScript would write otherwise, as they are written:
        {"/charts/0/of": "1.50"}."""
        found = {}
        for pointer, (start, end) in self._written.spans.items():
            words = self._written.text[start:end]
            if words[0] in "-0123456789" and not _is_plain(words):
                found[pointer] = words
        return found

    def words(self, pointer: str) -> str:
        """A value as it is written: “2300.50”, a text with its quotes. Raises `SpecError`."""
        return self._written.at(pointer)

    def cells(self, pointer: str) -> list[list[str]]:
        """The rows of a table that stands in the story (`inline_tables`), as texts; the first is
        the header. Raises `SpecError` where there is none."""
        return inline_cells(self._written, pointer)

    def place(self, pointer: str) -> tuple[int, int]:
        """From where to where a value stands in `body`. Raises `SpecError`."""
        self._written.node(pointer)
        return self._written.spans[pointer]

    # Changes

    def apply(self, edits: Edit | Sequence[Edit]) -> Change:
        """Make one edit (`json_edits`; of a table in the story one of `csv_edits`, with the
        “pointer” of its data), or several as one change: all of them or none.

        Raises `SpecError` for what cannot be done, was overtaken, or would make a file that cannot
        be read; then nothing has changed.
        """
        listed = edit_list(edits)
        found, pointer = self._written, ""
        splices: list[Splice] = []
        for batch in batches(list(self._plain(listed))):
            made = [edited_json(found, edit, self.order) for edit in batch]
            now = made[0].splices
            if len(made) > 1:
                # All count in the same text: from its end, none moves another.
                now = in_a_row(one for each in made for one in each.splices)
            splices += now
            pointer = made[-1].pointer
            found = self._after(found, now)
        change = Change(tuple(splices), str(listed[0].get("op")), pointer)
        if splices:
            self._take(found.text, change.splices, found)
        return change

    def _plain(self, edits: Sequence[Edit]) -> Iterator[Edit]:
        """Those of tables in the story as the edits of JSON that they come to."""
        for edit in edits:
            if edit.get("op") not in OPS:
                yield edit
            elif len(edits) > 1:
                # The next would find another table than it was asked for.
                refused(say("edit-form/alone", kind=str(edit["op"])))
            else:
                yield from inline_edits(self._written, edit)

    def _after(self, found: Written, splices: Splices) -> Written:
        """The text after an edit, read. Raises `SpecError` where it cannot be."""
        text = applied(found.text, splices)
        if text == found.text:
            return found
        most = limits.most("file-bytes")
        if len(text) > most // 4 and len(text.encode()) > most:
            refused(say("document-large", most=most / 1e6, limit="file-bytes"), self.disk.origin)
        made = self._read(text)
        made.whole()
        return made

    # What `TextDocument` asks for

    def _decoded(self, data: bytes) -> tuple[str, str]:
        try:
            text = data.decode()
        except UnicodeDecodeError:
            # Says what it is instead.
            text = text_of(data, self.name)
        return (MARK, text[1:]) if text.startswith(MARK) else ("", text)

    def _encoded(self, body: str) -> bytes:
        return (self.mark + body).encode()

    def _read(self, body: str) -> Written:
        return read_written(self._origin(body), relaxed=self.kind != "story")

    def _take_reading(self, reading: Written) -> None:
        self._written = reading
        self._pointers: dict[int, str] | None = None

    def _faults_of(self, reading: Written) -> tuple[Diagnostic, ...]:
        return reading.faults

    def _merged(self, base: Written, ours: Written, theirs: Written) -> tuple[str, list[Clash]]:
        merge = Merge(base.exact(), ours.exact(), theirs.exact())
        found = theirs
        for edit in merge.edits:
            found = self._after(found, edited_json(found, edit, self.order).splices)
        return found.text, merge.clashes

    def _start_of(self, pointer: str) -> int:
        return self.place(pointer)[0]

    def _pointer_at(self, at: int, depth: int) -> str | None:
        if self._pointers is None:
            self._pointers = {start: one for one, (start, _) in self._written.spans.items()}
        return self._pointers.get(at)

    def _settled(self, pointer: str, value: Any, *, delete: bool) -> Change:
        if delete:
            return self.apply({"op": "delete", "pointer": pointer})
        return self.apply({"op": "set", "pointer": pointer, "value": value})
