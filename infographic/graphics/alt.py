"""A chart in words, for who cannot see it: what it is, its extent, first, last, highest."""

from __future__ import annotations

from infographic.graphics.subject import Subject


def told(subject: Subject, kind: str) -> str:
    """The alternative text of a chart whose story has none."""
    title = subject.chart.title.text if subject.chart.title else ""
    words = [title] if title else []
    for number, series in enumerate(subject.series):
        known = [row for row, value in enumerate(series.values) if value is not None]
        if known:
            most = max(known, key=lambda row: series.values[row] or 0)
            words.append(f"{subject.names[most]}{subject.said(most, number).text}")
    return "；".join(words)
