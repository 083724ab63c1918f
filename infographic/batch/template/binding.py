"""A template and a row become a story: each directive is replaced by what it names.

    {"$row": "gdp", "default": …}              the cell: a number as a number, words as words
    "…{{gdp}}…{{growth|abs}}"                  cells in a text
    {"$if": C, "then": …, "else": …}           one or the other (`conditions`)
    {"$join": [part, …], "with": "，"}         one text of several; empty ones are skipped
    {"$each": "towns", "do": …}                for each item of a cell that is a list: “.”, “./name”
    {"$columns": "GDP *", "as": ["year", "GDP"]}   data of a chart from columns: the names' rest at
                                               the “*”, and the cells; or a list of columns

A directive that comes to nothing (an empty cell, an `$if` without `else`) is left out of its object
or list. Nothing in a cell is ever read as a directive. Values from cells have the cell's place in
the table, and the pointer that they have in the story.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from infographic.batch.template.conditions import holds
from infographic.batch.template.scope import Scope
from infographic.batch.template.words import (
    FORMS,
    PLAIN_FIELDS,
    SHOWN,
    as_typed,
    in_words,
    joined,
    places_in,
)
from infographic.foundation.datum import OWN, Node, Origin
from infographic.foundation.diagnostics import nearest
from infographic.foundation.sayings import say
from infographic.loading.reading.pointer import is_filled

DIRECTIVES: Mapping[str, frozenset[str]] = {
    "$row": frozenset({"default", "form"}),
    "$if": frozenset({"then", "else"}),
    "$join": frozenset({"with"}),
    "$each": frozenset({"do"}),
    "$columns": frozenset({"as"}),
}
SETTINGS = "$batch"
"""The template's own object at its top: what it says of its columns (`reading`)."""


def bound(template: Node, scope: Scope) -> Node:
    """The story of a row; what is wrong is in `scope.faults`."""
    story = _Binder(scope, template).value(template, "", "", None)
    return story if story is not None else Node({}, template.origin)


class _Binder:
    def __init__(self, scope: Scope, template: Node) -> None:
        self.scope = scope
        self.template = template

    def value(self, node: Node, pointer: str, field: str, item: Node | None) -> Node | None:
        """A node with its directives replaced; None where it is left out. `field`: the name of the
        story's field that it is in."""
        if isinstance(node.value, str):
            return self.text(node, pointer, field, item)
        if isinstance(node.value, tuple):
            parts: list[Node] = []
            for part in node.value:
                parts += self.elements(part, pointer, field, len(parts), item)
            return Node(tuple(parts), self.at(node.origin, pointer))
        if not isinstance(node.value, dict):
            return self.moved(node, pointer)
        name = self.directive(node)
        if not name:
            return self.object(node, node.value, pointer, field, item)
        made = [*self.replaced(name, node, node.value, pointer, field, 0, item)]
        if name == "$each":
            return Node(tuple(made), self.at(node.origin, pointer))
        return made[0] if made else None

    def elements(
        self, node: Node, pointer: str, field: str, number: int, item: Node | None
    ) -> Iterator[Node]:
        """What stands in a list for one of its nodes, the first as its item `number`."""
        name = self.directive(node) if isinstance(node.value, dict) else ""
        if name in ("$each", "$if"):
            assert isinstance(node.value, dict)
            yield from self.replaced(name, node, node.value, pointer, field, number, item, True)
            return
        made = self.value(node, f"{pointer}/{number}", field, item)
        if made is not None:
            yield made

    def replaced(
        self, name: str, node: Node, fields: Mapping[str, Node], pointer: str, field: str,
        number: int, item: Node | None, in_list: bool = False,
    ) -> Iterator[Node]:  # fmt: skip
        """What a directive comes to: nothing, a node, or several in a list."""
        found: Node | None = None
        match name:
            case "$row":
                found = self.row(fields, pointer, field, item)
            case "$join":
                found = self.join(node, fields, pointer, field, item)
            case "$columns":
                found = self.columns(node, fields, pointer, item)
            case "$each":
                yield from self.each(fields, pointer, field, number, item)
            case "$if":
                branch = fields.get("then" if holds(self.scope, fields["$if"], item) else "else")
                if "then" not in fields and "else" not in fields:
                    self.scope.fault(say("row-form/branch"), node.origin)
                elif branch is not None and in_list:
                    yield from self.elements(branch, pointer, field, number, item)
                elif branch is not None:
                    found = self.value(branch, pointer, field, item)
        if found is not None:
            yield found

    def object(
        self, node: Node, fields: Mapping[str, Node], pointer: str, field: str, item: Node | None
    ) -> Node:
        made: dict[str, Node] = {}
        for key, part in fields.items():
            if key == SETTINGS and node is self.template:
                continue
            step = key.replace("~", "~0").replace("/", "~1")
            # Inside data all is plain, whatever a column is called.
            inner = field if field == "data" or field.startswith(OWN) else key
            found = self.value(part, f"{pointer}/{step}", inner, item)
            if found is not None:
                made[key] = found
        return Node(made, self.at(node.origin, pointer), node.keys)

    def directive(self, node: Node) -> str:
        """The directive that an object is; "" for none."""
        assert isinstance(node.value, dict)
        marked = [key for key in node.value if key[:1] == "$" and key not in (SETTINGS, "$schema")]
        if not marked:
            return ""
        name = next((key for key in marked if key in DIRECTIVES), "")
        allowed = {name, *DIRECTIVES.get(name, ())}
        for key in node.value:
            if key not in allowed and not key.startswith("//"):
                place = node.keys.get(key, node.origin)
                known = DIRECTIVES if key[:1] == "$" else [*DIRECTIVES.get(name, ())]
                self.scope.fault(say("row-form/directive", key=key), place, nearest(key, known))
        return name

    # The directives

    def row(
        self, fields: Mapping[str, Node], pointer: str, field: str, item: Node | None
    ) -> Node | None:
        name = fields["$row"].value
        if not isinstance(name, str):
            self.scope.fault(say("row-form/name", found=fields["$row"].kind), fields["$row"].origin)
            return None
        cell = self.scope.cell(name, item, fields["$row"].origin)
        if cell is None:
            return None
        shown = self.shown(fields, name)
        if shown is not None:
            cell = Node(shown, cell.origin)
        if not is_filled(cell) and cell.value is not False:
            default = fields.get("default")
            if default is None:
                self.scope.left.setdefault(pointer.rpartition("/")[0], (name, cell.origin))
            return None if default is None else self.value(default, pointer, field, item)
        if "form" in fields and fields["form"].value != SHOWN:
            words = self.words(name, cell, str(fields["form"].value), fields["form"].origin, field)
            return Node(words, self.at(cell.origin, pointer))
        return self.of_cell(cell, pointer, field, is_copy=name in self.scope.copy)

    def shown(self, fields: Mapping[str, Node], name: str) -> str | None:
        """A cell as its file shows it, where that is asked for and more than its value."""
        asked = "form" in fields and fields["form"].value == SHOWN
        return self.scope.shown.get(name) if asked else None

    def of_cell(self, cell: Node, pointer: str, field: str, *, is_copy: bool) -> Node:
        """A cell where it stands in the story, with all that is in it."""
        value, at = cell.value, self.at(cell.origin, pointer)
        if isinstance(value, str):
            return Node(value if is_copy or field in PLAIN_FIELDS else as_typed(value), at)
        if isinstance(value, tuple):
            items = (
                self.of_cell(one, f"{pointer}/{number}", field, is_copy=is_copy)
                for number, one in enumerate(value)
            )
            return Node(tuple(items), at)
        if isinstance(value, dict):
            # An object of a cell would be a part of the story that no template has written.
            self.scope.fault(say("row-object"), cell.origin)
            return Node(None, at)
        return Node(value, at)

    def text(self, node: Node, pointer: str, field: str, item: Node | None) -> Node:
        text = node.value
        assert isinstance(text, str)
        if "{{" not in text:
            return self.moved(node, pointer)
        made, end, first = "", 0, None
        for place in places_in(text):
            made += text[end : place.start()]
            end = place.end()
            cell = self.scope.cell(place["column"], item, node.origin)
            if cell is None:
                continue
            form = place["form"] or ""
            if form == SHOWN:
                cell = Node(self.scope.shown.get(place["column"], cell.value), cell.origin)
                form = ""
            if not is_filled(cell):
                self.scope.fault(say("row-empty", name=place["column"]), cell.origin)
                continue
            first = first or cell.origin
            words = self.words(place["column"], cell, form, node.origin, field)
            made = joined(made, words)
        return Node(made + text[end:], self.at(first or node.origin, pointer))

    def words(self, name: str, cell: Node, form: str, at: Origin, field: str) -> str:
        """A cell as words of a text."""
        value = cell.value
        if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
            try:
                return in_words(value, form)
            except ValueError as error:
                self.scope.fault(say("row-form/form", form=str(error), known=list(FORMS)), at)
                return ""
        if form:
            self.scope.fault(say("row-number", name=name, found=cell.kind), cell.origin)
            return ""
        if not isinstance(value, str):
            self.scope.fault(say("row-words", name=name, found=cell.kind), cell.origin)
            return ""
        return value if name in self.scope.copy or field in PLAIN_FIELDS else as_typed(value)

    def join(
        self, node: Node, fields: Mapping[str, Node], pointer: str, field: str, item: Node | None
    ) -> Node | None:
        parts, between = fields["$join"].value, fields.get("with")
        if not isinstance(parts, tuple) or not (between is None or isinstance(between.value, str)):
            self.scope.fault(say("row-form/join"), node.origin)
            return None
        texts, first = [], None
        for part in parts:
            for made in self.elements(part, pointer, field, 0, item):
                if not is_filled(made):
                    continue
                if isinstance(made.value, str):
                    texts.append(made.value)
                else:
                    texts.append(self.words("", made, "", part.origin, field))
                if first is None and made.origin.source is not self.template.origin.source:
                    first = made.origin
        if not texts:
            return None
        whole = (str(between.value) if between is not None else "").join(texts)
        return Node(whole, self.at(first or node.origin, pointer))

    def each(
        self, fields: Mapping[str, Node], pointer: str, field: str, number: int, item: Node | None
    ) -> Iterator[Node]:
        name = fields["$each"].value
        if not isinstance(name, str) or "do" not in fields:
            self.scope.fault(say("row-form/each"), fields["$each"].origin)
            return
        cell = self.scope.cell(name, item, fields["$each"].origin)
        if cell is None or cell.value is None:
            return
        if not isinstance(cell.value, tuple):
            self.scope.fault(say("row-list", name=name, found=cell.kind), cell.origin)
            return
        for one in cell.value:
            for made in self.elements(fields["do"], pointer, field, number, one):
                number += 1
                yield made

    def columns(
        self, node: Node, fields: Mapping[str, Node], pointer: str, item: Node | None
    ) -> Node | None:
        """A chart's data: a row of it for each column, its name (or what of it is not the same in
        all) and its cell."""
        names = self.names_of(fields["$columns"])
        titles = fields.get("as")
        if names is None or (titles is not None and not _are_two_texts(titles)):
            self.scope.fault(say("row-form/columns"), node.origin)
            return None
        at = self.at(node.origin, pointer)
        heads = titles if titles is not None else Node((Node("", at), Node("", at)), at)
        rows = []
        for number, (name, label) in enumerate(names):
            cell = self.scope.cell(name, item, node.origin)
            if cell is not None:
                place = f"{pointer}/rows/{number}"
                value = self.of_cell(cell, f"{place}/1", "data", is_copy=True)
                label_node = Node(label, self.at(cell.origin, f"{place}/0"))
                rows.append(Node((label_node, value), self.at(cell.origin, place)))
        made = {
            "columns": self.value(heads, f"{pointer}/columns", "data", item) or heads,
            "rows": Node(tuple(rows), self.at(node.origin, f"{pointer}/rows")),
        }
        return Node(made, at)

    def names_of(self, asked: Node) -> Sequence[tuple[str, str]] | None:
        """The columns that are asked for, each with what it is called in the data."""
        value = asked.value
        if isinstance(value, str) and value.count("*") == 1:
            before, after = value.split("*")
            found = [
                (name, name[len(before) : len(name) - len(after)].strip())
                for name in self.scope.cells
                if len(name) > len(before + after)
                and name.startswith(before)
                and name.endswith(after)
            ]
            if not found:
                self.scope.fault(
                    say("row-column", name=value), asked.origin, nearest(value, self.scope.cells)
                )
            return found
        if isinstance(value, tuple) and all(isinstance(one.value, str) for one in value):
            return [(str(one.value), str(one.value)) for one in value]
        return None

    # Places

    def at(self, origin: Origin, pointer: str) -> Origin:
        return Origin(origin.source, pointer, origin.line, origin.column)

    def moved(self, node: Node, pointer: str) -> Node:
        if node.origin.pointer == pointer:
            return node
        return Node(node.value, self.at(node.origin, pointer))


def _are_two_texts(node: Node) -> bool:
    value = node.value
    return isinstance(value, tuple) and [type(one.value) for one in value] == [str, str]
