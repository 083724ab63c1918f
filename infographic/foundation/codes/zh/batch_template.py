"""Of templates: a story whose values are the columns of a table."""

from __future__ import annotations

CODES: dict[str, str] = {
    "row-column": """\
模板写了数据表没有的列。
列名就是表头；表头有几行的，各行连写，中间空一格。`infographic data FILE`列出所有列。""",
    "row-item": """\
“.”和“./名称”是一项的一部分，这里没有这样的项。
它们写在“$each”的“do”里，“$each”逐项走过一个列表（JSON行才有）。""",
    "row-empty": """\
文字要用的格，或模板必需的格，是空的。
句子缺一块总不是本意：用“$if”写明空着就不要这段文字。“$row”遇到空格，该项略去，或用“default”。""",
    "row-number": """\
这一格要与数字相比，或按数字的写法写，它却不是数字。
格里写数字。数据表读作文字的（编码、日期）没有数字的写法。""",
    "row-words": """\
文字里用的格既不是文字也不是数字。
JSON行的格可以是列表、对象、真假：写明要其中哪一项，或用“$if”来问。""",
    "row-list": """\
“$each”走过的格应为列表，这一格不是。
只有JSON和JSON行的格里有列表。""",
    "row-object": """\
这一格是对象，模板只取文字、数字和它们的列表。
对象会成为填表的人写出来的稿件，而不是写模板的人的。写明要其中哪几项。""",
    "row-condition": """\
模板的条件写得不对。
“gdp”：这一格不空。{"column": "gdp", "above": 0, "most": 100}，还可写“below”“least”
“is”（一个值，或几个值的列表）；{"not": C}，{"any": [C, …]}，{"all": [C, …]}。""",
    "row-form": """\
模板的指令写得不对。
“$row”“$if”“$join”“$each”“$columns”见docs/templates.md，文字里的数可以怎么写也在那里。""",
    "row-settings": """\
模板的“$batch”写得不对。
它写列名：“id”是区分各期的一列，“copy”是可以带标记的列，“required”是不能空的列。""",
    "row-story": """\
模板加上这一行不成稿件，或不合这个版式。
位置是这一行；错在哪里与任何稿件同样说明。可以单试这一行：`--only ID`。""",
    "row-more": """\
许多行有同样的错。
每种的前十处逐一说明，其余只计数。""",
}
