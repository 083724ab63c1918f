"""The reference of both files' fields, written from the code that reads them.

    python -m infographic.reference > docs/fields.md
    python -m infographic.reference limits > docs/limits.md

A test keeps both in step.
"""

from __future__ import annotations

import sys

from infographic.blocks import CATALOGUE
from infographic.blocks.change import Arrow
from infographic.blocks.frames import FrameAt
from infographic.blocks.inset import Inset
from infographic.display.items import DrawingFile, PictureFile
from infographic.foundation.color import Color
from infographic.foundation.limits import GROUPS
from infographic.foundation.record import MISSING
from infographic.foundation.table import Table
from infographic.layout.block import Block
from infographic.layout.tracks import Track
from infographic.loading.decoding.forms import (
    OfPage,
    OneOf,
    Record,
    form_of,
    name_of,
    record_of,
    resolved,
    wanted,
)
from infographic.loading.decoding.schema import field_descriptions, summary
from infographic.loading.sheet import layout_file as layout
from infographic.loading.sheet import tuning as fill
from infographic.loading.tables import spec
from infographic.story import chart
from infographic.story import model as story
from infographic.text.copy import Copy
from infographic.text.style import TextStyle

SAID = {
    Copy: "a text",
    Color: "a colour's name, or a tint: “accent 12%”",
    TextStyle: "a style's name",
    story.ColorName: "a colour's name, or a tint: “accent 12%”",
    PictureFile: "a picture's path",
    DrawingFile: "an SVG's path",
    Table: "a file's name, or a Data object",
    Track: "a track: “1fr”, “rest”, “40mm”, “30%” (of rows “auto” too)",
    Block: "a block",
}

STORY: tuple[type, ...] = (
    story.Story, story.Publication, story.Panel, story.Stat, story.Figure, story.Lead,
    story.Subhead, story.Quote, chart.Chart, chart.Measure, chart.PointNote, chart.ReferenceLine,
    chart.ShadedSpan, spec.DataSpec, spec.ColumnSpec,
    spec.PeriodsSpec, spec.LongSpec, spec.WideSpec, spec.GrowthSpec, spec.ShareSpec, spec.IndexSpec,
    spec.WhereSpec, spec.SortSpec, spec.TopSpec, chart.Event, chart.Place, chart.Base,
)  # fmt: skip
LAYOUT: tuple[type, ...] = (
    layout.LayoutFile, layout.PageSpec, layout.ColorSpec, layout.RoleSpec, layout.FaceSpec,
    layout.StyleSpec, layout.PartSpec, layout.FitSpec, fill.FillSpec,
    fill.FitStyleSpec, fill.TuneSpec, fill.TuneStyleSpec,
    layout.LintSpec, layout.PagePart, layout.EachSpec,
)  # fmt: skip
PARTS: tuple[type, ...] = (Inset, FrameAt, Arrow)


def reference() -> str:
    """The whole page, in Markdown."""
    lines = [
        "# Fields of the story and the layout",
        "",
        "Written by `python -m infographic.reference`; do not edit. Lengths carry their unit:",
        "“3mm”, “12pt”, “40px”, “小五”. A field without a default must be given.",
        "",
        "## The story file",
    ]
    for cls in STORY:
        lines += _table(cls, name_of(cls.__name__))
    lines += ["", "## The layout file"]
    for cls in LAYOUT:
        lines += _table(cls, name_of(cls.__name__))
    lines += ["", "## Blocks"]
    for name, cls in CATALOGUE.items():
        lines += _table(cls, f"`{name}`")
    lines += ["", "## What stands inside blocks"]
    for cls in PARTS:
        lines += _table(cls, cls.__name__)
    return "\n".join(lines) + "\n"


def _table(cls: type, title: str) -> list[str]:
    record = record_of(cls)
    described = field_descriptions(cls)
    lines = [
        "",
        f"### {title}",
        "",
        summary(cls),
        "",
        "| field | value | default |",
        "|---|---|---|",
    ]
    for key, field in record.fields.items():
        said = described.get(field.name, "").replace("\n", " ").replace("|", "\\|")
        value = _said(field.hint)
        default = "" if field.required else _default(field.default)
        text = f"{said} *{value}*" if said else f"*{value}*"
        lines.append(f"| `{key}` | {text} | {default} |")
    return lines


def _said(hint: object) -> str:
    """What a field may hold, in words."""
    form = form_of(hint)
    if isinstance(form, OfPage):
        return f"{_said(form.hint)} or “page”"
    members = form.members if isinstance(form, OneOf) else getattr(hint, "__args__", ())
    for custom, words in SAID.items():
        if hint is custom:
            return words
        if custom in members:
            others = [m for m in members if m is not custom and m is not type(None)]
            if getattr(hint, "__origin__", None) is tuple:
                return f"a list, each {words}"
            if getattr(hint, "__origin__", None) is dict:
                return f"an object, each {words}"
            return " or ".join([words, *(_said(other) for other in others)])
    form = resolved(hint)
    return "an object" if isinstance(form, Record) else str(wanted(form))


def _default(value: object) -> str:
    if value is MISSING or value in (None, "", ()):
        return "–"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float | str):
        return f"{value:g}" if isinstance(value, float) else str(value)
    return "its own"


LIMITS = """\
# Limits

Written by `python -m infographic.reference limits`; do not edit.

A small file can ask for much: a layout that takes over two that take over two, a drawing that uses
itself, a workbook that unpacks to gigabytes. What can grow so has a limit. Limits count what is
read or the work it asks for, never seconds, so that a file is taken on every machine or on none.
One that goes over is refused (exit 3), and the message names the limit.

`infographic explain NAME` tells one. For files that you trust, raise one; for those of strangers,
lower some:

    infographic render story.json --limits image-pixels=400000000
    infographic render story.json --limits limits.json

where the file holds an object, `{"image-pixels": 400000000, "pages": 200}`; a later one goes over
an earlier. In Python: `with infographic.using_limits({"image-pixels": 400_000_000}): …`, round all
that is made of the pages, their files too.

Not in the table, since it is not ours to raise: a page is at most 14 400 pt (200 inches) long, as
much as PDF allows.
"""


def limits_reference() -> str:
    """The table of limits, in Markdown."""
    lines = [LIMITS]
    for group, limits in GROUPS.items():
        lines += [f"## {group}", "", "| limit | at most | of |", "| --- | ---: | --- |"]
        lines += [f"| `{name}` | {one.most:,} | {one.of} |" for name, one in limits.items()]
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(limits_reference() if "limits" in sys.argv[1:] else reference())
