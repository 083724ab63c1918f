"""`infographic batch`: every row in every layout."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from infographic.commands.batch.binding import Paging, bind, must_go_together, paging_options
from infographic.commands.batch.local import LocalFile
from infographic.commands.batch.reporting import report
from infographic.commands.shared import options
from infographic.commands.shared.exit_codes import BAD_INPUT, MACHINE, MADE, SOME_FAILED
from infographic.commands.shared.format_options import (
    FormatRequest,
    endings,
    format_options,
    pictures,
)
from infographic.commands.shared.numbers import Bounded
from infographic.commands.shared.say import Say
from infographic.foundation.record import record

if TYPE_CHECKING:
    from infographic.batch.rows import Row
    from infographic.batch.run.running import Plan, Summary
    from infographic.commands.batch.engines import Work
    from infographic.commands.batch.rows import Editions
    from infographic.foundation.diagnostics import Diagnostic
    from infographic.options import Options

DEFAULT_OUTPUT = "out/{id}/{layout}.{ext}"


class BatchCommand(click.Command):
    """The command, and the one below it: “report” in place of ROWS. A file of that name is written
    ./report."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:  # fmt: skip
        if args[:1] == ["report"]:
            known = {one.name for one in report.params}
            # What every command has, the one below has too: --language.
            report.params += [
                one for one in self.params if one.name == "language" and one.name not in known
            ]
            return report.make_context("batch report", args[1:], parent, **extra)
        return super().make_context(info_name, args, parent, **extra)


def reading_options(command: Any) -> Any:
    """How the rows are read, as `infographic data` has it."""
    declare: Callable[..., Any] = click.option
    for option in reversed((
        declare("--sheet", default="", metavar="NAME|NUMBER",
                help="Of a workbook, the sheet; else the first that is not hidden."),
        declare("--range", "cells", default="", metavar="A3:F20", help="The cells that are read."),
        declare("--encoding", default="", help="“gb18030”, “big5”, where it is not found."),
        declare("--decimal", type=click.Choice([".", ","]), default=None,
                help="What stands before the decimals."),
        declare("--delimiter", default="", help="What stands between the cells of a line of CSV."),
        declare("--header", type=click.IntRange(0, 20), default=None, metavar="ROWS",
                help="How many rows the header has; 0: none."),
        declare("--text-column", "texts", multiple=True, metavar="COLUMN",
                help="A column of words, though they look like numbers; repeatable."),
        declare("--turned", is_flag=True, help="Rows become columns, and columns rows."),
        declare("--query", default="", metavar="SQL", help="Of a database: one SELECT."),
        declare("--totals", is_flag=True, help="Rows of totals (合计, 全省) are made too."),
        declare("--limit", type=click.IntRange(1), default=None, metavar="N",
                help="The first N rows alone."),
    )):  # fmt: skip
        command = option(command)
    return command


def working_options(command: Any) -> Any:
    """Who makes the pages, and what they may take."""
    declare: Callable[..., Any] = click.option
    for option in reversed((
        declare("--workers", type=click.IntRange(0, 256), default=None, metavar="N",
                help="So many processes; as many as there are processors unless given. 0: this "
                "one alone, without bounds."),
        declare("--dask", default="", metavar="URL",
                help="A Dask scheduler, tls://… (tcp:// on this machine alone), in place of "
                "processes here."),
        declare("--tls-ca", default="", metavar="FILE", help="Of --dask: who signed."),
        declare("--tls-cert", default="", metavar="FILE", help="Of --dask: our certificate."),
        declare("--tls-key", default="", metavar="FILE", help="Of --dask: its key."),
        declare("--seconds", type=Bounded(0.1, 86_400), default=60.0, show_default=True,
                help="That a page may take."),
        declare("--megabytes", type=click.IntRange(100, 1_000_000), default=1500,
                show_default=True, help="That a process may have."),
    )):  # fmt: skip
        command = option(command)
    return command


@record
class Asked:
    """What is asked of a batch beside its rows."""

    template: str
    layouts: tuple[str, ...]
    outputs: tuple[str, ...]
    copy: tuple[str, ...]
    only: tuple[str, ...]
    ranges: str
    checks: bool
    skips: bool
    resumes: bool
    manifest: Path | None
    fits: bool
    strict: bool
    as_events: bool
    font_path: tuple[Path, ...]
    root: Path | None
    allow: tuple[str, ...]
    press: str | None


@click.command("batch", cls=BatchCommand)
@click.argument("rows", type=click.Path(path_type=str, readable=False))
@click.option("-t", "--template", default="", metavar="STORY",
              help="The story whose values take columns (docs/templates.md); a folder of stories "
              "needs none.")  # fmt: skip
@click.option("-l", "--layout", "layouts", multiple=True, required=True, metavar="NAME|PATH",
              help="A shipped layout's name or a .json file; repeatable.")  # fmt: skip
@click.option("-o", "--output", "outputs", multiple=True, metavar="PATTERN",
              help=f"Names of files, on a disk or by URL (s3://…): {{id}} and other columns, "
              f"{{layout}}, {{row}}, {{ext}} ({endings()}). Repeatable. "
              f"Default: {DEFAULT_OUTPUT}")  # fmt: skip
@click.option("--copy", multiple=True, metavar="COLUMN",
              help="A column of copy: its marks (**…**) are marks; repeatable.")  # fmt: skip
@click.option("--only", multiple=True, metavar="ID", help="This row alone; repeatable.")
@click.option("--range-of-rows", "ranges", default="", metavar="1-20,35",
              help="These rows alone, counted from 1, headings not.")  # fmt: skip
@click.option("--check", "checks", is_flag=True,
              help="Look over all rows and draw nothing.")  # fmt: skip
@click.option("--skip-faulty", "skips", is_flag=True,
              help="Make the right rows where some are wrong, else nothing.")  # fmt: skip
@click.option("--resume", "resumes", is_flag=True,
              help="Make only what is missing or changed, by the manifest.")  # fmt: skip
@click.option("--manifest", type=LocalFile(path_type=Path, dir_okay=False), metavar="FILE",
              help="What was made of what (SQLite). Default: .infographic-batch.sqlite, in the "
              "folder that -o begins with.")  # fmt: skip
@click.option("--fit", "fits", is_flag=True,
              help="Change each layout, as its “fit” allows, until it is filled.")  # fmt: skip
@click.option("--events", "as_events", is_flag=True,
              help="Print what is done as JSON, an object a line (docs/batch-events.md).",
              )  # fmt: skip
@click.option("--alt-text", is_flag=True,
              help=f"{pictures()}: its words beside it, in NAME.alt.txt.")  # fmt: skip
@click.option("--tiles", type=click.IntRange(100, 20000), metavar="PX",
              help=f"{pictures()}: cut into tiles of at most this height.")  # fmt: skip
@format_options
@reading_options
@working_options
@paging_options
@options.PRESS
@options.STRICT
@options.FONT_PATH
@options.ROOT
@options.ALLOW
@options.LIMITS
@options.diagnostics()
@options.QUIET
@options.VERBOSE
def batch(rows: str, diagnostics: str, quiet: bool, verbose: bool, **given: Any) -> int:
    """Make every row of a table, or every story of a folder, in every layout; sum it up.

    ROWS is a table (CSV, XLSX, ODS, JSON lines, - for JSON lines on standard input), a database
    with --query, or a folder of stories. All rows are looked over before the first page is made.
    `infographic batch report MANIFEST -o report.html` sums up what came of it.
    """
    from infographic.batch.rows.options import RowOptions
    from infographic.commands.batch.engines import Work
    from infographic.foundation.record import names_of

    paging = Paging(**{name: given.pop(name) for name in names_of(Paging)})
    asked = Asked(**{name: given.pop(name) for name in names_of(Asked)})
    sheet = given.pop("sheet")
    reading = RowOptions(
        int(sheet) if sheet.isdigit() else sheet, given.pop("cells"), given.pop("encoding"),
        given.pop("delimiter"), given.pop("decimal") or "", given.pop("header"),
        given.pop("texts"), given.pop("turned"), given.pop("query"), given.pop("totals"),
        given.pop("limit"),
    )  # fmt: skip
    certificates = tuple(given.pop(f"tls_{name}") for name in ("ca", "cert", "key"))
    work = Work(
        given.pop("workers"), given.pop("dask"), given.pop("seconds"), given.pop("megabytes"),
        certificates,
    )  # fmt: skip
    wanted = FormatRequest.of(given)
    of_formats = [("--" + name.replace("_", "-"), True) for name in wanted.options]
    must_go_together(
        paging,
        (("-o", bool(asked.outputs)), ("--resume", asked.resumes), ("--events", asked.as_events),
         ("--manifest", asked.manifest is not None), *of_formats),
    )  # fmt: skip
    if asked.as_events and diagnostics == "json":
        raise click.UsageError("--events and --diagnostics json both want stdout: choose one")
    say = Say(quiet, verbose, diagnostics == "json")
    from infographic.commands.batch.rows import editions_of
    from infographic.foundation.calls import CallError

    try:
        editions = editions_of(rows, asked.template, reading, asked.copy)
        say.diagnostics(editions.rows.said)
        return _made(editions, asked, wanted, work, say, reading.limit is None, paging)
    except CallError as error:
        # Of the command line, not of the author's files.
        raise click.UsageError(error.said) from error


def _made(
    editions: Editions, asked: Asked, wanted: FormatRequest, work: Work, say: Say, is_all: bool,
    paging: Paging,
) -> int:  # fmt: skip
    from infographic.batch.naming.names import Naming
    from infographic.batch.run.plan import Making, chosen, in_ranges
    from infographic.commands.batch.rows import faults_in, no_rows, without
    from infographic.foundation.diagnostics import errors
    from infographic.foundation.record import replaced
    from infographic.foundation.sayings import label

    store, patterns = _store_and_patterns(asked.outputs or (DEFAULT_OUTPUT,))
    naming = Naming.of(
        patterns, asked.layouts, editions.rows, font_path=asked.font_path,
        id_column=editions.template.id if editions.template is not None else "",
        has_tiles="tiles" in wanted.options,
    )  # fmt: skip
    rows = in_ranges(chosen(editions.rows.rows, asked.only, naming.id_of), asked.ranges)
    if not rows:
        raise no_rows()
    looked_at = replaced(editions.rows, rows=rows)
    faults: list[Diagnostic] = (
        # One file of all has a name already.
        list(naming.faults(looked_at, asked.layouts)) if paging.pages is None else []
    )
    found, bad = faults_in(editions, looked_at, asked.layouts, _composing(asked))
    faults += found
    say.diagnostics(faults)
    if wrong := errors(faults):
        right = without(looked_at, bad, wrong)
        if count := len(looked_at.rows) - len(right) if right else len(bad):
            say.progress(label("batch-rows-wrong", count, len(looked_at.rows)))
        rows = right if asked.skips else ()
        if not rows:
            if right:
                say.progress(label("batch-others", len(right)))
            say.finish()
            return BAD_INPUT
    if asked.checks:
        say.report(label("batch-checked", len(rows), len(asked.layouts)))
        say.finish()
        return MADE if not wrong else SOME_FAILED
    if paging.pages is not None:
        making = Making(asked.layouts, _composing(asked), {}, asked.fits, asked.strict)
        bound_rows = replaced(looked_at, rows=rows)
        return bind(
            bound_rows, editions.story, naming.id_of, making, paging, say, skips=asked.skips
        )
    plan = _plan(editions, rows, naming, asked, wanted, store, patterns, is_all and not wrong)
    summary = _run(plan, asked, work, say)
    return code_of(summary, bool(wrong))


def _store_and_patterns(outputs: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The store of all outputs, and the patterns of names in it. Raises `CallError`."""
    from infographic.batch.stores.urls import parted
    from infographic.foundation.calls import CALL, CallError
    from infographic.foundation.diagnostics import Diagnostic
    from infographic.foundation.sayings import say

    found = [parted(one) for one in outputs]
    first = found[0][0]
    for store, _ in found:
        if store != first:
            saying = say("batch-several-stores", first=first or ".", second=store or ".")
            raise CallError([Diagnostic(saying, CALL)])
    return first, tuple(pattern for _, pattern in found)


def _plan(
    editions: Editions, rows: Any, naming: Any, asked: Asked, wanted: FormatRequest, store: str,
    patterns: tuple[str, ...], is_all: bool,
) -> Plan:  # fmt: skip
    from infographic.batch.engine.fingerprint import fingerprint
    from infographic.batch.run.plan import Making, jobs_of
    from infographic.batch.run.running import Plan
    from infographic.outputs import format_of

    names: Callable[[Row, str], tuple[str, ...]] = naming.names
    files = [name for layout in asked.layouts for name in names(rows[0], layout)]
    wanted.must_be_taken([format_of(name) for name in files])
    making = Making(asked.layouts, _composing(asked), wanted.options, asked.fits, asked.strict)
    jobs = jobs_of(rows, making, editions.story, names, naming.id_of)
    return Plan(
        jobs, len(rows) * len(asked.layouts), store, fingerprint().digest, editions.rows.name,
        patterns, asked.resumes, is_all and not asked.only and not asked.ranges,
    )  # fmt: skip


def _composing(asked: Asked) -> Options:
    """The options of `compose` that were given."""
    given: Options = {}
    if asked.font_path:
        given["font_path"] = asked.font_path
    if asked.root is not None:
        given["root"] = asked.root
    if asked.press is not None:
        given["press"] = asked.press
    if asked.allow:
        given["allow"] = asked.allow
    return given


def _run(plan: Plan, asked: Asked, work: Work, say: Say) -> Summary:
    from infographic.batch.manifest.writing import Manifest
    from infographic.batch.run.plan import place_of_manifest
    from infographic.batch.run.running import run_batch
    from infographic.batch.stores import store_of
    from infographic.commands.batch.engines import engine_of, said_of
    from infographic.commands.batch.telling import Telling, of_the_manifest

    patterns = plan.patterns if not plan.store else (plan.store,)
    path = asked.manifest or place_of_manifest(patterns)
    with Manifest(path) as manifest:
        say.diagnostics(of_the_manifest(manifest))
        with engine_of(work, asked.layouts, asked.font_path) as engine:
            say.diagnostics(said_of(engine))
            telling = Telling(plan, say, asked.as_events)
            with telling.interruptible():
                summary = run_batch(plan, engine, store_of(plan.store), manifest, telling.result)
            say.diagnostics(said_of(engine))
        telling.end(summary)
    return summary


def code_of(summary: Summary, has_wrong_rows: bool = False) -> int:
    """What the command ends with."""
    from infographic.batch.job import AGAIN

    if summary.is_stopped:
        return MACHINE
    if not summary.failures:
        return SOME_FAILED if has_wrong_rows else MADE
    if summary.made or summary.current:
        return SOME_FAILED
    return MACHINE if AGAIN.issuperset(summary.failed) else BAD_INPUT
