"""Of templates: a story whose values are the columns of a table."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "row-column": ("the table has no column “{name}”", "see `infographic data` for its columns"),
    "row-item": (
        "“{name}” is a part of an item, and stands in no “do” of a “$each”",
        "name a column of the table",
    ),
    "row-empty": (
        "the cell of “{name}” is empty, and a text has a hole without it",
        "fill it in, or leave the text out where it is empty: {{“$if”: “{name}”, “then”: “…”}}",
    ),
    "row-number": ("“{name}” should be a number here, found {found}", "write a number into it"),
    "row-words": ("“{name}” should be words or a number here, found {found}", ""),
    "row-list": ("“{name}” should be a list here, found {found}", ""),
    "row-object": (
        "a cell is an object, which no template has written",
        "name its parts: a “$each” over a list, and “./name” in it",
    ),
    "row-condition": (
        "a condition over a row is a column's name, {{“column”: …}}, “not”, “any” or “all”; "
        "found {found}",
        "for one that is above nought write {{“column”: “growth”, “above”: 0}}",
    ),
    "row-condition/field": ("a condition has no field “{key}”", ""),
    "row-condition/number": ("“{key}” wants a number, found {found}", ""),
    "row-form/branch": ("an “$if” has “then” or “else”", ""),
    "row-form/directive": ("“{key}” is no directive of a template, or not beside this one", ""),
    "row-form/name": ("“$row” names a column, found {found}", ""),
    "row-form/form": (
        "“{form}” is no form of a number in a text",
        "one of these: {known}",
    ),
    "row-form/join": ("“$join” is a list of texts, and “with” a text", ""),
    "row-form/each": ("“$each” names a column that holds a list, with “do” for each item", ""),
    "row-form/columns": (
        "“$columns” is a list of columns, or one name with a * in it; “as” is two texts",
        "write {{“$columns”: “GDP *”, “as”: [“year”, “GDP”]}}",
    ),
    "row-settings": ("“$batch” is an object, found {found}", ""),
    "row-settings/key": ("“$batch” has no field “{key}”", ""),
    "row-settings/names": ("“{key}” of “$batch” names columns", ""),
    "row-story": ("row {number}: {why} ({place})", ""),
    "row-story/empty": (
        "row {number}: {why} ({place})",
        "the cell of “{name}” is empty: fill it in, or give its “$row” a “default”",
    ),
    "row-more": ("{count:one more row|# more rows} with “{code}” at {pointer}", ""),
}
