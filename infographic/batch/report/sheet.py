"""The contact sheet: HTML with its own style, no script, and nothing that is fetched."""

from __future__ import annotations

import base64
import os
import string
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from pathlib import Path

from infographic.batch.job import Failure, Output
from infographic.batch.manifest.reading import Kept, Run
from infographic.batch.report.table import place_of
from infographic.batch.report.thumbnails import State, shown_of, thumbnail
from infographic.batch.stores import Store
from infographic.batch.stores.folder import FolderStore
from infographic.composed import file_name_of
from infographic.foundation.diagnostics import visible
from infographic.foundation.files import PACKAGE
from infographic.foundation.record import record
from infographic.foundation.sayings import label, spoken

PAGE = 200
"""Jobs of one file: some 6 MB of thumbnails."""
MOST_SAID = 5
"""Faults that are told of one job, each; the table has all."""
UNRESERVED = frozenset(b"/-._~" + string.ascii_letters.encode() + string.digits.encode())
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'"
"""Whatever got past the escaping could still do nothing."""


@record
class Sheet:
    """What all files of a contact sheet are made of."""

    run: Run
    layouts: Sequence[tuple[str, Failure, int]]
    """How many jobs of each layout came to what; "" was made."""
    wrong: Sequence[Kept]
    """The jobs that failed, as many as are told; on the first file."""
    names: Sequence[str]
    """Of its files."""
    store: Store
    folder: Path
    """Where its files stand: pictures lead to what they show from there."""


def page(sheet: Sheet, jobs: Sequence[Kept], number: int) -> str:
    """The sheet's file of this number, from 1, with these jobs."""
    run, names = sheet.run, sheet.names
    title = label("batch-report")
    parts = [
        "<!doctype html>",
        f'<html lang="{"zh-Hans" if spoken() == "zh" else "en"}">',
        '<head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{text(title)} · {text(_name(run))}</title>",
        f"<style>{_style()}</style></head>",
        f"<body><header><h1>{text(title)}</h1>",
        f'<p class="of">{text(_of(run))}</p></header>',
    ]
    if number == 1:
        parts += [_sums(run), _layouts(sheet.layouts), *_failures(sheet)]
    parts.append(f"<h2>{text(_where(number, len(names)))}</h2><main class=sheet>")
    parts += [_card(job, sheet) for job in jobs]
    parts.append(f"</main>{_links(number, names)}</body></html>\n")
    return "\n".join(parts)


def text(given: str) -> str:
    """A text as HTML: marks are letters, and what no eye sees is its number."""
    return escape(visible(given))


@cache
def _style() -> str:
    path = PACKAGE / "batch" / "report" / "style.css"
    return path.read_text(encoding="utf-8")


def _of(run: Run) -> str:
    ended = _hour(run.ended) if run.ended else label("batch-not-ended")
    return f"{_name(run)} · {_hour(run.begun)} – {ended} · infographic {run.version}"


def _name(run: Run) -> str:
    """What the rows are called: who gets a sheet need not know our folders."""
    return run.rows if "://" in run.rows else Path(run.rows).name


def _hour(moment: str) -> str:
    return f"{moment[:10]} {moment[11:19]} UTC"


def _where(number: int, count: int) -> str:
    return label("batch-page", number, count) if count > 1 else label("batch-jobs")


def _sums(run: Run) -> str:
    told = [("news", str(run.made), label("batch-made"))]
    told.append(("wrong" if run.failed else "", str(run.failed), label("batch-wrong")))
    told.append(("", _size(run.size), label("batch-files")))
    items = [
        f'<div class="{kind}"><dt>{text(name)}</dt><dd>{text(value)}</dd></div>'
        for kind, value, name in told
    ]
    return f'<dl class="sums">{"".join(items)}</dl>'


def _size(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{size / 1e3:.0f} kB"


def _layouts(counts: Sequence[tuple[str, Failure, int]]) -> str:
    """How each layout fared, where there are several or something failed."""
    if len(counts) < 2:
        return ""
    reasons = [*dict.fromkeys(failure for _, failure, _ in counts if failure)]
    heads = [label("batch-made"), *map(reason, reasons)]
    found: dict[tuple[str, str], int] = {
        (layout, failure): count for layout, failure, count in counts
    }
    lines = []
    for layout in dict.fromkeys(layout for layout, _, _ in counts):
        figures = [found.get((layout, one), 0) for one in ("", *reasons)]
        cells = "".join(f"<td>{one or '–'}</td>" for one in figures)
        lines.append(f"<tr><th scope=row>{text(layout)}</th>{cells}</tr>")
    head = "".join(f"<th scope=col>{text(one)}</th>" for one in heads)
    return f"<table><tr><td></td>{head}</tr>{''.join(lines)}</table>"


def reason(failure: Failure) -> str:
    """Why a job failed, in words."""
    return label(f"batch-failed-{failure}")


def _failures(sheet: Sheet) -> Iterator[str]:
    if not sheet.wrong:
        return
    yield f"<h2>{text(label('batch-failures'))}</h2>"
    for job in sheet.wrong:
        yield (
            f'<section class="failure"><h3>{text(job.id)}<small>{text(job.layout)} · '
            f"{text(reason(job.failure))}</small></h3>{_said(job)}</section>"
        )
    if sheet.run.failed > len(sheet.wrong):
        more = label("and-more", sheet.run.failed - len(sheet.wrong))
        yield f'<p class="of">{text(more)}</p>'


def _said(job: Kept) -> str:
    wrong = [one for one in job.diagnostics if one.get("severity") == "error"]
    wrong = wrong or list(job.diagnostics)
    items = []
    for one in wrong[:MOST_SAID]:
        hint = f'<span class="at">{text(str(one["hint"]))}</span>' if one.get("hint") else ""
        items.append(
            f'<li>{text(str(one.get("message", "")))}<span class="at">{text(place_of(one))}'
            f" · {text(str(one.get('code', '')))}</span>{hint}</li>"
        )
    if len(wrong) > MOST_SAID:
        items.append(f"<li>{text(label('and-more', len(wrong) - MOST_SAID))}</li>")
    said = f"<ul>{''.join(items)}</ul>" if items else ""
    return said + (f"<pre>{text(job.message)}</pre>" if job.message else "")


def _card(job: Kept, sheet: Sheet) -> str:
    output = shown_of(job.outputs)
    picture: bytes = b""
    state: State = ""
    if output is not None:
        picture, state = thumbnail(output, sheet.store)
    names = "".join(f"<p>{text(way_to(one, sheet) or one.name)}</p>" for one in job.outputs[:3])
    if len(job.outputs) > 3:
        names += f"<p>{text(label('and-more', len(job.outputs) - 3))}</p>"
    warnings = sum(one.get("severity") == "warning" for one in job.diagnostics)
    if warnings:
        key = "warning-counted" if warnings == 1 else "warnings-counted"
        names += f"<p>{text(label(key, warnings))}</p>"
    return (
        f'<article class="card">{_picture(job, picture, state, link_to(output, sheet))}'
        f"<h3>{text(job.id)}<small>{text(file_name_of(job.layout))}</small></h3>{names}</article>"
    )


def link_to(output: Output | None, sheet: Sheet) -> str:
    """Where a picture leads: to its file, seen from the sheet's folder; "" where it is in a store
    that no browser reads."""
    if output is None or not isinstance(sheet.store, FolderStore):
        return ""
    # Quoted with its colons: a folder “javascript:” is a folder.
    way = way_to(output, sheet)
    return quoted(way) if way else sheet.store.path(output.name).absolute().as_uri()


def way_to(output: Output, sheet: Sheet) -> str:
    """A file seen from the sheet's folder; "" of one in a store, or on another drive of Windows."""
    if not isinstance(sheet.store, FolderStore):
        return ""
    file = sheet.store.path(output.name).absolute()
    try:
        return Path(os.path.relpath(file, sheet.folder.absolute())).as_posix()
    except ValueError:
        return ""


def quoted(path: str) -> str:
    """A path as a part of a URL (RFC 3986, 2.1).

    >>> quoted("板桥/a b:1.png")
    '%E6%9D%BF%E6%A1%A5/a%20b%3A1.png'
    """
    return "".join(
        chr(one) if one in UNRESERVED else f"%{one:02X}" for one in os.fsencode(path)
    )  # fmt: skip


def _picture(job: Kept, picture: bytes, state: State, link: str) -> str:
    said = {"missing": "batch-file-missing", "changed": "batch-file-changed",
            "unread": "batch-file-unread", "": ""}[state]  # fmt: skip
    told = f'<p class="state">{text(label(said))}</p>' if said else ""
    if not picture:
        what = label(said) if said else "".join(Path(one.name).suffix for one in job.outputs[:1])
        return f'<div class="none">{text(what)}</div>'
    code = base64.b64encode(picture).decode("ascii")
    words = text(f"{job.id} {job.layout}")
    shown = f'<img alt="{words}" src="data:image/jpeg;base64,{code}">'
    return (f'<a href="{escape(link)}">{shown}</a>' if link else shown) + told


def _links(number: int, names: Sequence[str]) -> str:
    if len(names) < 2:
        return ""
    links = [
        f"<b>{at}</b>" if at == number else f'<a href="{quoted(name)}">{at}</a>'
        for at, name in enumerate(names, 1)
    ]
    return f"<nav>{''.join(links)}</nav>"
