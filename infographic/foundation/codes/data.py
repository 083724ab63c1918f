"""Of the data of charts and tables."""

from __future__ import annotations

CODES: dict[str, str] = {
    "data-form": """\
The data of a chart or table are neither a file nor columns with rows.
Name a file beside the story, or write the data in the story:

    "data": "harvest.xlsx"
    "data": {"columns": ["县", "产量/万吨"], "rows": [["榆树", 367.2], ["农安", 301.4]]}""",
}
