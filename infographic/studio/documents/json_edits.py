"""Edits of a JSON document: from what a form asks for to changes of the text.

An edit is a dict as JSON has them, its “op” one of:

- {"op": "set", "pointer": "/headline", "value": "…"}: another value in place of one that is
  there; "number": "2300.50" in place of “value” for a number as it was typed
- {"op": "create", "pointer": "/panels/0/note", "value": "…"}: a field that an object has not;
  objects that are missing on the way are made, too
- {"op": "insert", "pointer": "/stats", "index": 2, "value": {…}}: into a list, at its end where
  no index is given; “values” in place of “value”: a list of items, one behind the other
- {"op": "delete", "pointer": "/stats/2"}: a field or an item
- {"op": "move", "pointer": "/stats/2", "to": "/stats", "index": 0}: an item, within its list or
  into another, pointed to as it is before; the index as it is afterwards
- {"op": "duplicate", "pointer": "/stats/2"}: an item, behind itself

“was” is the value that stood at the pointer when the edit was asked for (of an insert: “count”, how
many items). Where another stands there by now, the edit is refused: `edit-overtaken`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NoReturn, Protocol

from infographic.foundation.datum import Node, Source
from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.loading.reading.pointer import NotFound, follow, steps_of
from infographic.loading.reading.values import node_of
from infographic.studio.documents.asked import (
    asked_index,
    asked_number,
    asked_text,
    asked_value,
    refused,
)
from infographic.studio.documents.habits import (
    Rendering,
    colon_of,
    habits_of,
    parent_of,
    quoted,
    requoted,
)
from infographic.studio.documents.same import is_same, shown
from infographic.studio.documents.seats import seat_in, take
from infographic.studio.documents.splices import Splice, Splices, applied, in_a_row
from infographic.studio.documents.written import Written, read_written

Edit = Mapping[str, Any]


class Order(Protocol):
    """The names of the fields that an object may have, in the order of its schema."""

    def __call__(self, tree: object, pointer: str) -> Sequence[str]: ...


class Edited(NamedTuple):
    """What an edit comes to."""

    splices: Splices
    """() where the text has it already."""
    pointer: str
    """Where what was changed stands afterwards; of what was deleted, what held it."""


def edited_json(found: Written, edit: Edit, order: Order) -> Edited:
    """The changes of a text that an edit asks for.

    Raises `SpecError` where it cannot be done, or was overtaken.
    """
    kind = asked_text(edit, "op")
    makers = {"set": _set, "create": _create, "insert": _insert, "delete": _delete,
              "duplicate": _duplicate}  # fmt: skip
    pointer = asked_text(edit, "pointer")
    if kind == "move":
        return _moved(found, edit, pointer)
    if kind not in makers:
        refused(say("edit-form/kind", kind=kind))
    return makers[kind](found, edit, pointer, order)


def batches(edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    """Edits in runs that can be made of one reading of the text: each of another place, none of
    which holds another."""
    batch: list[Edit] = []
    places: set[str] = set()
    above: set[str] = set()
    for edit in edits:
        place, kind = edit.get("pointer"), edit.get("op")
        is_plain = isinstance(place, str) and kind in ("set", "insert", "delete")
        if is_plain and kind == "delete":
            place = str(place).rpartition("/")[0]
        steps = str(place).split("/")
        holders = {"/".join(steps[:end]) for end in range(1, len(steps))}
        if batch and (not is_plain or place in places or place in above or holders & places):
            yield batch
            batch, places, above = [], set(), set()
        batch.append(edit)
        places.add(str(place) if is_plain else "")
        above |= holders | ({str(place)} if is_plain else {""})
        if not is_plain:
            yield batch
            batch, places, above = [], set(), set()
    if batch:
        yield batch


def _set(found: Written, edit: Edit, pointer: str, order: Order) -> Edited:
    node = _as_seen(found, edit, pointer)
    before = found.at(pointer)
    words = _words(found, edit, pointer, node, before)
    if words == before:
        return Edited((), pointer)
    return Edited((Splice(found.spans[pointer][0], before, words),), pointer)


def _words(found: Written, edit: Edit, pointer: str, node: Node, before: str) -> str:
    """What is written in place of a value."""
    if "number" in edit:
        return asked_number(edit)
    value = asked_value(edit)
    if is_same(value, node.plain(), exactly=True):
        return before
    habits = habits_of(found)
    if isinstance(value, str) and isinstance(node.value, str):
        return requoted(before, value, habits)
    start = found.spans[pointer][0]
    is_in_lines = bool(found.line_end(0, start))
    new = node_of(value, "<value>", is_file=True)
    return Rendering(found, habits).value(new, found.indent(start), pointer, may_spread=is_in_lines)


def _create(found: Written, edit: Edit, pointer: str, order: Order) -> Edited:
    found.whole()
    if not pointer.startswith("/"):
        found.node(pointer)
        _overtaken_by(found, edit, pointer)
    value = _new_value(edit)
    missed = follow(found.whole(), pointer)
    if not isinstance(missed, NotFound):
        _overtaken_by(found, edit, pointer)
    steps = steps_of(pointer)
    depth = len(steps_of(missed.pointer))
    # What is missing on the way down, from the innermost outwards.
    for step in reversed(steps[depth + 1 :]):
        if step in ("0", "-"):
            value = Node((value,), value.origin)
        else:
            value = Node({step: value}, value.origin)
    parent, step = missed.pointer, steps[depth]
    if isinstance(missed.node.value, tuple):
        if step not in ("-", str(len(missed.node.value))):
            found.node(pointer)
        return _put(found, parent, len(missed.node.value), [value], pointer)
    if not isinstance(missed.node.value, dict):
        # Says that a text has no parts.
        found.node(pointer)
    keys = list(missed.node.value) if isinstance(missed.node.value, dict) else []
    index = _place_of(step, keys, order(found.whole().plain(), parent))
    return _put(found, parent, index, [value], pointer, step)


def _place_of(key: str, keys: Sequence[str], order: Sequence[str]) -> int:
    """Where a new key stands among those of an object: behind the nearest that the schema has
    before it, else before the nearest that it has behind it, else at the end.

    >>> _place_of("deck", ["//", "headline", "body"], ["headline", "deck", "body"])
    2
    """
    if key not in order:
        return len(keys)
    rank = order.index(key)
    ranks = {order.index(one): place for place, one in enumerate(keys) if one in order}
    before = [one for one in ranks if one < rank]
    if before:
        return ranks[max(before)] + 1
    return ranks[min(ranks)] if ranks else len(keys)


def _put(
    found: Written,
    parent: str,
    index: int,
    values: Sequence[Node],
    pointer: str,
    key: str | None = None,
) -> Edited:
    habits = habits_of(found)
    seat = seat_in(found, parent, index, habits)
    like = _like(found, parent, index) if key is None else None
    write = Rendering(found, habits)
    words = [write.value(one, seat.indent, like, may_spread=seat.is_spread) for one in values]
    if key is not None:
        colon = colon_of(found, parent) or habits.colon
        words = [f"{quoted(key, habits)}{colon}{one}" for one in words]
    return Edited(in_a_row(seat.splices(seat.joined(words, habits))), pointer)


def _like(found: Written, parent: str, index: int) -> str | None:
    """The item of a list that a new one takes its form from: the one before, else the first."""
    count = len(found.members(parent))
    return f"{parent}/{min(max(index - 1, 0), count - 1)}" if count else None


def _insert(found: Written, edit: Edit, pointer: str, order: Order) -> Edited:
    items = _list_at(found, pointer)
    count = len(items)
    if "count" in edit and edit["count"] != count:
        saying = say("edit-overtaken/count", pointer=pointer, now=count, was=str(edit["count"]))
        refused(saying, found.node(pointer).origin)
    index = asked_index(edit, "index", count, found.node(pointer).origin)
    values = []
    if "values" not in edit:
        values.append(_new_value(edit))
    else:
        listed = edit["values"]
        if not isinstance(listed, list) or not listed:
            refused(say("edit-form/field", field="values", wanted=say("phrase/list")))
        values = [node_of(one, "<value>", is_file=True) for one in listed]
    return _put(found, pointer, index, values, f"{pointer}/{index}")


def _delete(found: Written, edit: Edit, pointer: str, order: Order) -> Edited:
    _as_seen(found, edit, pointer)
    parent, index = _seat_of(found, pointer)
    return Edited(in_a_row(take(found, parent, index).splices), parent)


def _seat_of(found: Written, pointer: str) -> tuple[str, int]:
    """What holds a value, and its number in there."""
    node = found.node(pointer)
    if not pointer:
        refused(say("edit-place/whole"), node.origin)
    parent, step = parent_of(pointer)
    holder = found.node(parent).value
    return parent, list(holder).index(step) if isinstance(holder, dict) else int(step)


def _duplicate(found: Written, edit: Edit, pointer: str, order: Order) -> Edited:
    _as_seen(found, edit, pointer)
    parent, index = _item_at(found, pointer)
    seat = seat_in(found, parent, index + 1, habits_of(found))
    words = found.at(pointer)
    return Edited(in_a_row(seat.splices(words)), f"{parent}/{index + 1}")


def _item_at(found: Written, pointer: str) -> tuple[str, int]:
    """The list of an item, and its number in there. Raises `SpecError` for a field."""
    parent, index = _seat_of(found, pointer)
    _list_at(found, parent)
    return parent, index


def _list_at(found: Written, pointer: str) -> tuple[Node, ...]:
    node = found.node(pointer)
    if not isinstance(node.value, tuple):
        refused(say("edit-place/list", pointer=pointer, kind=node.kind), node.origin)
    return node.value


def _moved(found: Written, edit: Edit, pointer: str) -> Edited:
    _as_seen(found, edit, pointer)
    parent, index = _item_at(found, pointer)
    to = asked_text(edit, "to") if "to" in edit else parent
    target = _list_at(found, to)
    if to == pointer or to.startswith(f"{pointer}/"):
        refused(say("edit-place/itself", pointer=pointer, to=to), found.node(to).origin)
    count = len(target) - (to == parent)
    place = asked_index(edit, "index", count, found.node(to).origin)
    if to == parent and place == index:
        return Edited((), pointer)
    taken = take(found, parent, index)
    out = in_a_row(taken.splices)
    start = found.spans[pointer][0]
    indent = found.indent(start)
    source = found.whole().origin.source
    left = reread(found, applied(source.text, out))
    to = _after_removal(to, parent, index)
    seat = seat_in(left, to, place, habits_of(found))
    words = _set_in(taken.words, indent, seat.indent) if seat.is_spread else taken.words
    put = in_a_row(seat.splices(words, taken.comment))
    return Edited((*out, *put), f"{to}/{place}")


def reread(found: Written, text: str) -> Written:
    """A text that was made of another, read with the places of its values."""
    old = found.whole().origin.source
    return read_written(Source(old.name, text, old.folder, old.path), relaxed=True)


def _after_removal(pointer: str, parent: str, index: int) -> str:
    """A pointer when item `index` of the list at `parent` is gone.

    >>> _after_removal("/panels/3/stats", "/panels", 1)
    '/panels/2/stats'
    """
    if not pointer.startswith(f"{parent}/"):
        return pointer
    step, slash, rest = pointer.removeprefix(f"{parent}/").partition("/")
    number = int(step) - (int(step) > index)
    return f"{parent}/{number}{slash}{rest}"


_LINES = late(r"(\r\n|\n|\r)([ \t]*)")


def _set_in(words: str, old: str, new: str) -> str:
    """A value of several lines, its lines set in as its new place is."""
    if old == new or not _LINES.search(words):
        return words
    # Line ends stand between values alone: within texts they are written as \n.
    return _LINES.sub(
        lambda line: line[1] + (new + line[2][len(old) :] if line[2].startswith(old) else line[2]),
        words,
    )


# What was seen


def _as_seen(found: Written, edit: Edit, pointer: str) -> Node:
    """The value at a pointer, if it is the one that was seen."""
    missed = follow(found.whole(), pointer) if "was" in edit else None
    if isinstance(missed, NotFound):
        saying = say("edit-overtaken/gone", pointer=pointer, was=shown(edit["was"]))
        refused(saying, missed.node.origin)
    node = found.node(pointer)
    if "was" in edit and not is_same(edit["was"], node.plain()):
        now, was = shown(node.plain()), shown(edit["was"])
        refused(say("edit-overtaken/value", pointer=pointer, now=now, was=was), node.origin)
    return node


def _overtaken_by(found: Written, edit: Edit, pointer: str) -> NoReturn:
    """That a field that was to be created is there by now."""
    node = found.node(pointer)
    saying = say("edit-overtaken/created", pointer=pointer, now=shown(node.plain()))
    refused(saying, node.origin)


def _new_value(edit: Edit) -> Node:
    if "number" in edit:
        return node_of(Decimal(asked_number(edit)), "<value>", is_file=True)
    return node_of(asked_value(edit), "<value>", is_file=True)
