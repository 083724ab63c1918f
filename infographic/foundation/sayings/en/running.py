"""Of running text: articles, columns, threads."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "overset/columns": (
        "the body is {over} characters ({rows} lines) too long for its {count} columns"
        " of {height:.1f pt}",
        "cut {over} characters, or give the article {more:.0f pt} more",
    ),
    "overset/columns-begun": (
        "the body begins more columns than its {count}: {over} characters ({rows} lines) have none",
        "fewer “breaks” or “breaks_column”, or more columns",
    ),
    "overset/tiers": (
        "the body is {over} characters ({rows} columns) too long for its {count} tiers"
        " {width:.1f pt} wide",
        "cut {over} characters, or give the article {more:.0f pt} more width",
    ),
}
