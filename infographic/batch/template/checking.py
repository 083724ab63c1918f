"""All rows of a table looked over before the first page is made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from infographic.batch.rows import Row, Rows
from infographic.batch.template.binding import bound
from infographic.batch.template.bound import light, scope_of
from infographic.batch.template.named import columns_named
from infographic.batch.template.reading import Template
from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import Diagnostic, Severity, SpecError, errors, nearest
from infographic.foundation.reach import within
from infographic.foundation.record import field, record, replaced
from infographic.foundation.sayings import say
from infographic.loading.alike import alike
from infographic.loading.binding.needs import missing_needs
from infographic.loading.decoded_story import decode_story
from infographic.loading.reading.pointer import is_filled
from infographic.loading.settled import SettledLayout
from infographic.loading.sheet.layouts import read_layout
from infographic.options import LayoutLike, Options, StoryLike, reach_for, story_of
from infographic.pipeline import settled_layout

ALIKE = 10
"""So many faults of one kind at one place of the template are told row by row; the others are
counted."""


@record(frozen=False, eq=False)
class Checked:
    """What was found, in the order of the rows."""

    template: Template
    rows: Rows
    layouts: Sequence[LayoutLike]
    settled: Sequence[SettledLayout]
    options: Options
    faults: list[Diagnostic] = field(default_factory=list)
    wrong: set[int] = field(default_factory=set)
    """The numbers of the rows that no page can be made of."""
    told: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    used: set[str] = field(default_factory=set)
    of_all: dict[tuple[str, str, str], list[Diagnostic]] = field(default_factory=dict)
    """Of a fault at the template that a row may have, the fault itself and what was told of it."""
    misread: frozenset[tuple[str, str, int, int]] = frozenset()
    """The cells that the table's reader could not read, and has said so (`_cell_of`)."""


def faults_of(
    template: Template,
    rows: Rows,
    layouts: Sequence[LayoutLike] = (),
    options: Options | None = None,
) -> list[Diagnostic]:
    """What is wrong in the rows, or in what the template makes of them for these layouts."""
    return checked(template, rows, layouts, options).faults


def checked(
    template: Template,
    rows: Rows,
    layouts: Sequence[LayoutLike] = (),
    options: Options | None = None,
    on_row: Callable[[], None] = lambda: None,
) -> Checked:
    """Look over all rows: each is put into the template, and read as a story is, with its pictures
    and data; what the layouts need of it is looked for. Nothing is set or drawn.

    Raises `SpecError` where a layout cannot be read.
    """
    own: Options = {} if options is None else options
    settled = [settled_layout(read_layout(one), own.get("font_path", ())) for one in layouts]
    misread = frozenset(_cell_of(name, one.origin) for name, one in rows.wrong)
    found = Checked(template, rows, layouts, settled, own, misread=misread)
    columns = [one.name for one in rows.columns]
    unknown = [(name, at) for name, at in template.named if name not in columns]
    unknown += [
        (name, template.node.origin)
        for name in template.copy
        if name not in columns and name not in dict(unknown)
    ]
    for name, at in unknown:
        found.faults.append(Diagnostic(say("row-column", name=name), at, nearest(name, columns)))
    for name, at in columns_named(template.node):
        if name not in columns:
            fault = Diagnostic(say("row-column", name=name), at, nearest(name, columns))
            found.faults += [fault] * (not found.told[_key_of(fault, is_template=True)])
            # No row tells it again.
            found.told[_key_of(fault, is_template=True)] = 1
    for row in rows.rows:
        before = len(found.faults), sum(found.told.values())
        _check(found, row)
        on_row()
        if (len(found.faults), sum(found.told.values())) != before:
            found.wrong.add(row.number)
    # A column of which a cell is wrong does no harm where the template does not use it.
    found.faults += [one for name, one in rows.wrong if name in found.used]
    _tell_of_all(found)
    found.faults += _counted(found)
    return found


def _tell_of_all(found: Checked) -> None:
    """What every row lacks the template lacks: it is told once, at its place there."""
    count = len(found.rows.rows)
    for key, (fault, *told) in found.of_all.items():
        if count > 1 and found.told[key] == count:
            rest = [one for one in found.faults if one not in told[1:]]
            found.faults[:] = [fault if one == told[0] else one for one in rest]
            found.told[key] = 1


def _check(found: Checked, row: Row) -> None:
    template = found.template
    scope = scope_of(light(row, template.text.here().folder), template.copy)
    scope.used.update(template.required)
    for name in template.required:
        cell = scope.cells.get(name)
        if cell is not None and not is_filled(cell) and not _is_misread(found, name, cell):
            _tell(found, row, Diagnostic(say("row-empty", name=name), cell.origin))
    story = bound(template.node, scope)
    found.used |= scope.used
    misread = {
        one for one in scope.used & scope.cells.keys() if _is_misread(found, one, scope.cells[one])
    }
    if misread:
        # Said already, of the cell itself: that it is empty would be untrue.
        found.wrong.add(row.number)
        scope.faults[:] = [one for one in scope.faults if not _is_of_misread(one, misread)]
    for fault in dict.fromkeys(scope.faults):
        _tell(found, row, fault)
    if not scope.faults and not misread:
        wrong = faults_of_story(story, found.layouts, found.settled, found.options)
        for fault in dict.fromkeys(wrong):
            _tell(found, row, fault, scope.left)


def _cell_of(name: str, origin: Origin) -> tuple[str, str, int, int]:
    return name, origin.source.sheet, origin.line, origin.column


def _is_misread(found: Checked, name: str, cell: Node) -> bool:
    return bool(found.misread) and _cell_of(name, cell.origin) in found.misread


def _is_of_misread(fault: Diagnostic, names: Collection[str]) -> bool:
    return fault.code == "row-empty" and fault.saying.values["name"] in names


def faults_of_story(
    story: StoryLike,
    layouts: Sequence[LayoutLike],
    settled: Sequence[SettledLayout],
    options: Options,
) -> Iterator[Diagnostic]:
    """What is wrong in a story, or missing for a layout; nothing is set or drawn."""
    try:
        with within(reach_for(story, layouts, options)):
            node, places = alike(story_of(story, options))
            with places.told():
                for layout in settled:
                    if layout.needs is not None:
                        yield from (
                            replaced(need, layout=layout.name)
                            for need in errors(missing_needs(layout.needs, node))
                        )
                decode_story(node)
    except SpecError as error:
        yield from errors(error.diagnostics)


NONE_LEFT: Mapping[str, tuple[str, Origin]] = {}


def _tell(
    found: Checked, row: Row, fault: Diagnostic,
    left: Mapping[str, tuple[str, Origin]] = NONE_LEFT,
) -> None:  # fmt: skip
    """Keep a fault, at its cell; one of the template itself once. `left`: `Scope.left`."""
    is_template = fault.origin.source.name == found.template.text.name
    key = _key_of(fault, is_template=is_template)
    found.told[key] += 1
    if found.told[key] > (1 if is_template and fault.code in OF_TEMPLATE else ALIKE):
        return
    if is_template and fault.code not in OF_TEMPLATE:
        # What is missing has no cell, unless it is missing for an empty one: the row is its place.
        why, place = fault.saying, fault.origin
        same = found.of_all.setdefault(key, [fault])
        if place.pointer in left:
            name, at = left[place.pointer]
            saying = say("row-story/empty", number=row.number, why=why, place=place, name=name)
            at = _with_text(found.rows, at, row)
        else:
            saying, at = say("row-story", number=row.number, why=why, place=place), row.origin
        fault = replaced(fault, saying=saying, mend=fault.mend, origin=at)
        same.append(fault)
    elif not is_template:
        fault = replaced(fault, origin=_with_text(found.rows, fault.origin, row))
    found.faults.append(fault)


def _key_of(fault: Diagnostic, *, is_template: bool) -> tuple[str, str, str]:
    """What tells a fault from others: of the template's own, what is said as well."""
    own = f"{fault.layout}\n{fault.message}" if is_template else fault.layout
    return fault.saying.key, fault.origin.pointer, own


OF_TEMPLATE = frozenset({"row-column", "row-form", "row-condition", "row-item"})
"""What is wrong in the template whatever the row is."""


def _with_text(rows: Rows, origin: Origin, row: Row) -> Origin:
    """A cell's place in the table as it was read, whose line can be quoted."""
    if origin.source.name != row.origin.source.name:
        return origin
    return Origin(row.origin.source, origin.pointer, origin.line, origin.column)


def _counted(found: Checked) -> Iterable[Diagnostic]:
    """How many faults of each kind were not told one by one."""
    for (key, pointer, _), count in found.told.items():
        more = count - ALIKE
        if more > 0 and key.partition("/")[0] not in OF_TEMPLATE:
            yield Diagnostic(
                say("row-more", count=more, code=key.partition("/")[0], pointer=pointer),
                found.template.node.origin, severity=Severity.ERROR,
            )  # fmt: skip
