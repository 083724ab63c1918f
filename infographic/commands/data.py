"""`infographic data`: what was read of a file of data, or of all the data of a story."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from infographic.commands.shared import options
from infographic.commands.shared.exit_codes import BAD_INPUT, MADE
from infographic.commands.shared.say import Say, tell_as_json
from infographic.foundation.diagnostics import Diagnostic, SpecError, errors
from infographic.foundation.reach import within
from infographic.foundation.record.tuples import NamedTuple

if TYPE_CHECKING:
    from infographic.foundation.datum import Node
    from infographic.foundation.table import Table
    from infographic.loading.tables.options import ReadOptions


class _Read(NamedTuple):
    """A table, where it was asked for, and what is wrong in it."""

    where: str
    """The file, or the pointer of a story's chart."""
    table: Table | None
    wrong: tuple[Diagnostic, ...] = ()


@click.command("data")
@click.argument("file", type=click.Path(path_type=str, readable=False))
@click.option("--sheet", default="", metavar="NAME|NUMBER",
              help="Of a workbook, the sheet; else the first that is not hidden.")  # fmt: skip
@click.option("--range", "cells", default="", metavar="A3:F20", help="The cells that are read.")
@click.option("--encoding", default="", help="“gb18030”, “big5”, where it is not found.")
@click.option("--decimal", type=click.Choice([".", ","]), default=None,
              help="What stands before the decimals.")  # fmt: skip
@click.option("--delimiter", default="", help="What stands between the cells of a line of CSV.")
@click.option("--header", type=click.IntRange(0, 20), default=None, metavar="ROWS",
              help="How many rows the header has; 0: none.")  # fmt: skip
@click.option("--text", "texts", multiple=True, metavar="COLUMN",
              help="A column of words, though they look like numbers; repeatable.")  # fmt: skip
@click.option("--turned", is_flag=True, help="Rows become columns, and columns rows.")
@click.option("--rows", type=click.IntRange(0, 1000), default=8, show_default=True,
              help="How many rows are shown.")  # fmt: skip
@click.option("--json", "as_snippet", is_flag=True,
              help="Print what a story's chart says for it: “data”, “measure”.")  # fmt: skip
@options.DATA
@options.ROOT
@options.ALLOW
@options.LIMITS
@options.diagnostics("what was read, as one object on stdout")
def data(
    file: str, sheet: str, cells: str, encoding: str, decimal: str | None, delimiter: str,
    header: int | None, texts: tuple[str, ...], turned: bool, rows: int, as_snippet: bool,
    data: options.Values, root: Path | None, allow: tuple[str, ...], diagnostics: str,
) -> int:  # fmt: skip
    """Say what is read of FILE (CSV, TSV, XLSX, ODS, JSON), or of all data of a story.

    That is: encoding, sheet, header, units, times, missing values, rows left out and why, and the
    devices that can draw it.
    """
    from infographic.loading.tables.options import ReadOptions
    from infographic.table_told import snippet, told

    given = ReadOptions(
        int(sheet) if sheet.isdigit() else sheet,
        cells, encoding, decimal or "", delimiter, header, texts, turned,
    )  # fmt: skip
    story = _story_in(file)
    if story is not None and (given != ReadOptions() or as_snippet):
        raise click.UsageError(
            "--json, --sheet, --range and the like are of one file of data, and not of a story"
        )
    if story is None and data:
        raise click.UsageError("--data is of a story's charts: name the new file itself")
    found = [_of_file(file, given)] if story is None else _of_story(story, data, root, allow)
    if as_snippet:
        (only,) = found
        if only.table is None or only.wrong:
            raise SpecError(only.wrong)
        tell_as_json(snippet(only.table, file, given))
        return MADE
    say = Say(False, True, diagnostics == "json")
    all_told = [told(one.where, one.table, rows) for one in found if one.table is not None]
    for n, one in enumerate(all_told):
        for line in ("", *one.lines()) if n else one.lines():
            say.report(line)
    if say.as_json:
        say.diagnostics(fault for one in found if one.table for fault in one.table.said)
    wrong = [fault for one in found for fault in one.wrong]
    say.diagnostics(wrong)
    say.finish(tables=[one.as_dict() for one in all_told])
    return BAD_INPUT if errors(wrong) else MADE


def _story_in(file: str) -> Node | None:
    """The story that a file is; None for a file of data."""
    if not file.lower().endswith(".json") and file != "-":
        return None
    from infographic.loading.reading.source import read_file

    node = read_file(file, relaxed=False)
    fields = node.value if isinstance(node.value, dict) else {}
    return node if file == "-" or {"headline", "charts", "tables"}.intersection(fields) else None


def _of_file(file: str, given: ReadOptions) -> _Read:
    from infographic.loading.tables.data import read_named

    read = read_named(file, given)
    return _Read(file, read.table, tuple(fault for _, fault in read.wrong))


def _of_story(
    story: Node, data: options.Values, root: Path | None, allow: tuple[str, ...]
) -> list[_Read]:
    """Each chart's and table's data as they are drawn, after all that is done with them."""
    from infographic.foundation.sayings import say
    from infographic.foundation.table import Table
    from infographic.loading.tables.attach import data_in
    from infographic.options import reach_for, read_story

    with within(reach_for(story, (), {"root": root, "allow": allow})):
        whole = read_story(story, data=data)
    found = []
    for node in data_in(whole):
        pointer = node.origin.pointer
        value = node.value
        if isinstance(value, Table):
            found.append(_Read(pointer, value))
        else:
            found.append(_Read(pointer, None, getattr(value, "faults", ())))
    if not found:
        raise SpecError([Diagnostic(say("data-none"), story.origin)])
    return found
