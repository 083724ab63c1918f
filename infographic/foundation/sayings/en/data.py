"""Of the data of charts and tables."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "data-form": (
        "a chart's data are a file's name or an object of columns and rows, found {found}",
        "write the name of a file beside the story, or {{“columns”: […], “rows”: [[…]]}}",
    ),
}
