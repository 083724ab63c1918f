"""The contact sheet: HTML with its own style, no script, and nothing that is fetched."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from pathlib import Path

from infographic.batch.manifest.reading import Kept, Run
from infographic.batch.report.table import place_of
from infographic.batch.report.thumbnails import State, shown_of, thumbnail
from infographic.batch.stores import Store
from infographic.foundation.diagnostics import visible
from infographic.foundation.files import PACKAGE
from infographic.foundation.sayings import label, spoken

PAGE = 200
"""Jobs of one file: some 4 MB of thumbnails."""
MOST_SAID = 5
"""Faults that are told of one job, each; the table has all."""
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'"
"""Whatever got past the escaping could still do nothing."""


def page(
    run: Run, jobs: Sequence[Kept], wrong: Sequence[Kept], number: int, names: Sequence[str],
    store: Store,
) -> str:  # fmt: skip
    """One file of the sheet, of `names`; `wrong` are the jobs that failed, told on the first."""
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
        parts += [_sums(run), *_failures(wrong)]
    parts.append(f"<h2>{text(_where(number, len(names)))}</h2><main class=sheet>")
    parts += [_card(job, store) for job in jobs]
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


def _failures(wrong: Sequence[Kept]) -> Iterator[str]:
    if not wrong:
        return
    yield f"<h2>{text(label('batch-failures'))}</h2>"
    for job in wrong:
        yield (
            f'<section class="failure"><h3>{text(job.id)}<small>{text(job.layout)} · '
            f"{text(job.failure)}</small></h3>{_said(job)}</section>"
        )


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


def _card(job: Kept, store: Store) -> str:
    output = shown_of(job.outputs)
    picture: bytes = b""
    state: State = ""
    if output is not None:
        picture, state = thumbnail(output, store)
    names = "".join(f"<p>{text(one.name)}</p>" for one in job.outputs[:3])
    if len(job.outputs) > 3:
        names += f"<p>{text(label('and-more', len(job.outputs) - 3))}</p>"
    warnings = sum(one.get("severity") == "warning" for one in job.diagnostics)
    if warnings:
        key = "warning-counted" if warnings == 1 else "warnings-counted"
        names += f"<p>{text(label(key, warnings))}</p>"
    return (
        f'<article class="card">{_picture(job, picture, state)}'
        f"<h3>{text(job.id)}<small>{text(job.layout)}</small></h3>{names}</article>"
    )


def _picture(job: Kept, picture: bytes, state: State) -> str:
    said = {"missing": "batch-file-missing", "changed": "batch-file-changed",
            "unread": "batch-file-unread", "": ""}[state]  # fmt: skip
    told = f'<p class="state">{text(label(said))}</p>' if said else ""
    if not picture:
        what = label(said) if said else Path(job.outputs[0].name).suffix
        return f'<div class="none">{text(what)}</div>'
    code = base64.b64encode(picture).decode("ascii")
    words = text(f"{job.id} {job.layout}")
    return f'<img alt="{words}" src="data:image/jpeg;base64,{code}">{told}'


def _links(number: int, names: Sequence[str]) -> str:
    if len(names) < 2:
        return ""
    from urllib.parse import quote

    links = [
        f"<b>{at}</b>" if at == number else f'<a href="{quote(name)}">{at}</a>'
        for at, name in enumerate(names, 1)
    ]
    return f"<nav>{''.join(links)}</nav>"
