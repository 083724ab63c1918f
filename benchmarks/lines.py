"""What was measured, a line a figure, and how it is said: as text or as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from measure import Spread

UNITS = {"ms": "{:.1f}", "MB": "{:.2f}", "kB": "{:.1f}", "pages/s": "{:.1f}", "×": "{:.2f}"}
HEADINGS = ("", "infographic", "Typst", "× Typst", "bar", "met", "WeasyPrint", "")
PARTS = {
    "cold": "Cold: a process from nothing to a file",
    "warm": "Warm: one process, one story after another",
    "preview": "Preview: from a changed number to its picture on the screen",
    "studio": "Studio: from a changed text to the pictures of what is new",
    "desk": "Pages that no peer makes, warm",
    "size": "Size",
    "growth": "Growth: an article alone, for 1,000 characters",
    "memory": "Memory",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of each tool, in the unit named, and ours as a multiple of Typst's.

    The ratio is the median of those of neighbours: each of our runs by the run of Typst's that
    stood next to it.
    """

    part: str
    what: str
    unit: str
    ours: Spread
    typst: Spread | None = None
    weasyprint: Spread | None = None
    ratio: Spread | None = None
    bar: float | None = None
    """The ratio that is aimed at; a figure of ours where there is no ratio."""
    note: str = ""

    @property
    def is_met(self) -> bool | None:
        if self.bar is None:
            return None
        return (self.ratio or self.ours).median <= self.bar


def line(
    part: str,
    what: str,
    unit: str,
    ours: Sequence[float],
    typst: Sequence[float] = (),
    weasyprint: Sequence[float] = (),
    *,
    bar: float | None = None,
    note: str = "",
) -> Line:
    """A line of measurements made in turn: the n-th of each tool were neighbours."""
    return Line(
        part, what, unit,
        Spread.of(ours),
        Spread.of(typst) if typst else None,
        Spread.of(weasyprint) if weasyprint else None,
        Spread.of([a / b for a, b in zip(ours, typst, strict=True)]) if typst else None,
        bar, note,
    )  # fmt: skip


def table(lines: Sequence[Line]) -> str:
    """The lines as text, a part after the other: median (least–most)."""
    rows: list[tuple[str, ...]] = [HEADINGS]
    for part, entries in _by_part(lines):
        rows.append((part.upper(),))
        rows += [_row(entry) for entry in entries]
    widths = [max(len(row[at]) for row in rows if len(row) > at) for at in range(len(HEADINGS))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip()
        for row in rows
    )


def markdown(lines: Sequence[Line]) -> str:
    """The medians as the table of docs/benchmarks.md."""
    rows = [
        ("", "infographic", "Typst", "× Typst", "bar", "WeasyPrint"),
        ("---",) * 6,
    ]
    for part, entries in _by_part(lines):
        head, _, rest = PARTS[part].partition(":")
        rows.append((f"**{head}**" + (f":{rest}" if rest else ""), "", "", "", "", ""))
        rows += [_cells(entry) for entry in entries]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _by_part(lines: Sequence[Line]) -> list[tuple[str, list[Line]]]:
    """In the order of `PARTS`."""
    found = [(part, [entry for entry in lines if entry.part == part]) for part in PARTS]
    return [(part, entries) for part, entries in found if entries]


def _row(entry: Line) -> tuple[str, ...]:
    form = UNITS[entry.unit]
    bar = "" if entry.bar is None else f"≤ {entry.bar:g}"
    met = {None: "", True: "yes", False: "NO"}[entry.is_met]
    return (
        f"  {entry.what} [{entry.unit}]",
        _spread(entry.ours, form),
        _spread(entry.typst, form),
        _spread(entry.ratio, "{:.2f}"),
        bar,
        met,
        _spread(entry.weasyprint, form),
        entry.note,
    )


def _spread(spread: Spread | None, form: str) -> str:
    if spread is None:
        return "–"
    median, least, most = (form.format(v) for v in (spread.median, spread.least, spread.most))
    return median if least == most else f"{median} ({least}–{most})"


def _cells(entry: Line) -> tuple[str, ...]:
    form = f"{UNITS[entry.unit]} {entry.unit}"
    bar = ""
    if entry.bar is not None:
        unit = "" if entry.ratio else f" {entry.unit}"
        bar = f"≤ {entry.bar:g}{unit} {'✓' if entry.is_met else '**missed**'}"
    values = [
        form.format(spread.median) if spread else ""
        for spread in (entry.ours, entry.typst, entry.weasyprint)
    ]
    ratio = f"{entry.ratio.median:.2f}" if entry.ratio else ""
    return entry.what, values[0], values[1], ratio, bar, values[2]
