"""Of values and fields."""

from __future__ import annotations

CODES: dict[str, str] = {
    "field-unknown": """\
An object has a field that means nothing there.
Its value would be lost in silence. Mostly it is a slip of spelling: “did you mean” names the
nearest field. A story that another system exported has fields of other names: one message then says
which field is which. A key that begins with // is a comment and ignored; one that begins with x- is
your own.
    {"title": "…", "content": "…"}      should be      {"headline": "…", "body": ["…"]}""",
    "field-missing": """\
An object lacks a field that it cannot do without.
The hint names the field and what it holds.""",
    "value-kind": """\
A value is of another kind than the field wants: a text for a number, one value for a list.
Numbers stand without quotes, texts with them, lists in square brackets.
    "value": "2300"           should be      "value": 2300""",
    "value-choice": """\
A word is none of those that the field knows. The message names them all.""",
    "value-range": """\
A number is too large or too small for its field, or a list too long or too short.""",
    "length-form": """\
A length is not written as one.
A number and its unit, mm, cm, in, pt or px, or a 字号 such as 小五.
    "3mm"   "10.5pt"   "小五"   "32px\"""",
    "length-unit": """\
A length has no unit.
3 mm, 3 pt and 3 px are very different: write which. Only 0 needs none.
    "gutter": 4               should be      "gutter": "4mm\"""",
    "block-type": """\
A block has no “type”, or one that does not exist.
The type says what is set: text, headline, stat, figure … and comes first.
    {"type": "text", "text": {"$data": "/lead"}, "style": "body"}""",
    "list-long": """\
A list has more items than any page has room for.
A program that writes stories gives what is to be printed. `--limits list-items=NUMBER` allows more;
tracks of a grid, insets and corners of a contour have limits of their own (docs/limits.md).""",
    "names-many": """\
A table of colours, fonts, styles or parts has more entries than any layout needs.
A program that writes layouts names what its pages use. `--limits names=NUMBER` allows more.""",
    "stat-form": """\
A stat is none of the three things it can be, or more than one of them.
A sentence with its numbers marked, a value spelled out, or a change. Set all the same it would lose
a part, or print a 0 that nobody wrote.
    {"text": "建立城市党建联盟**2300**余个"}
    {"value": 2300, "qualifier": "余", "unit": "个", "label": "城市党建联盟"}
    {"from": "从十年前的**158.89**万名", "to": "到如今的**176.98**万名"}""",
}
