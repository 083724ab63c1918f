"""Of marks inside a text."""

from __future__ import annotations

CODES: dict[str, str] = {
    "markup-control": """\
A character without a shape stands among the words.
It comes with text copied from web pages and old word processors. Delete it; a text may hold line
breaks and tabs, and no other control characters.""",
    "markup-empty": """\
A pair of marks holds no words.
    "建立联盟****个"           should be      "建立联盟**2300**个\"""",
    "markup-stray": """\
A brace or the end of a mark stands where it means nothing.
For the character itself write it with a backslash, which JSON wants doubled: "\\\\{".""",
    "markup-unclosed": """\
A mark is opened and never closed.
The marks are **number or strong words**, {~never broken~}, {.with dots.}, {_a name_}, {=a title=}
and {汉字|hàn zì}.
    "建立联盟**2300个"         should be      "建立联盟**2300**个\"""",
}
