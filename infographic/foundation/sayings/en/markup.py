"""Of texts and their inline marks, and of a stat's parts."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "figures-full-width": (
        "figures as wide as Han are set in half width: {changes}",
        "write them so; figures are half-width in a Chinese text (GB/T 15835-2011)",
    ),
    "number-unread": (
        "“{words}” is marked and no number that is understood; it is set as one all the same",
        "mark the number alone: **2300**余个; a name (C919) stands without marks",
    ),
    "markup-unclosed/never": (
        "“{mark}” is opened and never closed",
        "close it: {marks}; the character itself is “\\{first}”",
    ),
    "markup-unclosed/crossed": (
        "“{mark}” is not closed before the marks round it",
        "close it first ({marks})",
    ),
    "markup-empty/ruby": (
        "ruby needs both its words and their reading",
        "write {{汉字|hàn zì}}",
    ),
    "markup-empty/marks": (
        "nothing stands between the marks {marks}",
        "put the words between them, or take the marks out",
    ),
    "markup-stray": (
        "“{mark}” is no mark here",
        "for the character itself write “\\{last}”",
    ),
    "markup-control": (
        "U+{code:04X} ({name}) cannot be set",
        "delete it; only line breaks and tabs are allowed",
    ),
    "stat-form/no-place": (
        "a stat with “{form}” has no place for “{odd}”",
        "put the words of the others into its “label” or “note”, or make it two stats",
    ),
    "stat-form/which": (
        "a stat has “text”, or “value”, or “from” and “to”; this one has {found}",
        "put the words of the others into its “label” or “note”, or make it two stats",
    ),
    "stat-form/none": (
        "a stat has “text”, or “value”, or “from” and “to”; this one has none of them",
        "put the words of the others into its “label” or “note”, or make it two stats",
    ),
    "stat-form/empty": ("a stat that says nothing", "write its number, or take it out"),
    "stat-form/text": "“value” is the text “{value}”, which “{asked}” cannot reckon with",
}
