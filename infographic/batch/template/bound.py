"""A template with a row in it, as it travels to whoever makes the page."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from infographic.batch.digests import digest_of
from infographic.batch.rows import Row
from infographic.batch.stores.urls import is_url
from infographic.batch.template.binding import bound
from infographic.batch.template.scope import Scope
from infographic.foundation.datum import Node, Origin, Source
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.record import record, replaced
from infographic.loading.reading.source import read_json


@record
class TemplateText:
    """A template's file as it was read, so that all pages of a batch are made of the same."""

    name: str
    """What messages call it."""
    text: str
    folder: str
    """Where the paths in it start from, those too that come out of cells; by URL, a URL."""
    path: str
    """Its file, or its URL; "" where it is neither."""
    copy: tuple[str, ...] = ()

    def read(self) -> Node:
        """Its nodes, read once in a process. Raises `SpecError`."""
        one = self.here()
        return _read(one.name, one.text, one.folder, one.path)

    def here(self) -> TemplateText:
        """The same with paths of this machine: what one by URL names is fetched from now on, by
        whatever process asks this."""
        if not is_url(self.folder):
            return self
        # Late: most templates are files.
        from infographic.batch.stores.inputs import copy_of, folder_here

        folder, path = folder_here(self.folder), copy_of(self.path)
        return replaced(self, folder=str(folder), path=str(path))


@lru_cache(8)
def _read(name: str, text: str, folder: str, path: str) -> Node:
    return read_json(Source(name, text, folder, Path(path) if path else None), relaxed=True)


@record
class BoundStory:
    """A `StoryMaker`: the template and the cells of a row, without the rest of the table."""

    template: TemplateText
    row: Row

    def story(self) -> Node:
        """The story. Raises `SpecError`."""
        here = self.template.here()
        row = self.row if here is self.template else light(self.row, here.folder)
        scope = scope_of(row, here.copy)
        story = bound(here.read(), scope)
        if scope.faults:
            raise SpecError(dict.fromkeys(scope.faults))
        return story

    def digest(self) -> str:
        """Of all that the story is made from, but not of where it stands: a row that was moved is
        the same."""
        template, row = self.template, self.row
        cells = {name: [cell.plain(), row.shown.get(name)] for name, cell in row.cells.items()}
        folder = (
            template.folder if is_url(template.folder) else str(Path(template.folder).absolute())
        )
        told = [template.text, folder, sorted(template.copy), cells]
        # `repr`, by which Decimal("5") is not the word “5”: it makes another page.
        return digest_of(json.dumps(told, sort_keys=True, default=repr).encode("utf-8", "replace"))


def scope_of(row: Row, copy: tuple[str, ...]) -> Scope:
    return Scope(row.cells, row.shown, copy, row.origin)


def light(row: Row, folder: str) -> Row:
    """A row without its table's text; the paths in its cells start from `folder`."""
    sources: dict[int, Source] = {}

    def place(origin: Origin) -> Origin:
        source = sources.get(id(origin.source))
        if source is None:
            was = origin.source
            source = sources[id(was)] = Source(was.name, "", folder, None, was.sheet)
        return Origin(source, origin.pointer, origin.line, origin.column)

    def node(was: Node) -> Node:
        value: Any = was.value
        if isinstance(value, tuple):
            value = tuple(map(node, value))
        elif isinstance(value, dict):
            value = {key: node(one) for key, one in value.items()}
        return Node(value, place(was.origin))

    cells = {name: node(cell) for name, cell in row.cells.items()}
    return Row(row.number, cells, place(row.origin), row.shown)
