"""Of marks inside a text."""

from __future__ import annotations

CODES: dict[str, str] = {
    "figures-full-width": """\
A number is written with full-width digits, signs or commas; it is set with half-width ones.
Newsroom systems and input methods write １７６．９８ and 2，300. Figures in a Chinese text are
half-width (GB/T 15835-2011), so 176.98 and 2,300 are set, copied and searched for. A note: nothing
needs to be done. A list of numbers that full-width commas part (101，102，103) is left alone.""",
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
    "number-unread": """\
A marked text holds digits and is not understood as a number with its sign, unit and qualifier.
It is set as a number all the same: its digits in the style's “digits”, short words before them as
a qualifier, behind them as a unit. A note.
    "载客**C919**"             is set as a number, though it is a name
    "时速**5马赫**"            马赫 is no unit that is known; it is set as one""",
}
