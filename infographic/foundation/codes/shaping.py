"""Of what is done with the data of charts and tables."""

from __future__ import annotations

CODES: dict[str, str] = {
    "data-column": """\
A chart's or table's `data` name a column that is not there, or not of the kind that is wanted.
Names are those of the file's header without the unit, as `infographic data FILE` lists them. A
column that was renamed keeps its old name until the last step.""",
    "data-unit": """\
A unit cannot be had from another: 元 and 美元, 户 and 人 are of different kinds, and the tool knows
no rates of exchange. 万元, 亿元 and 元, 吨 and 公斤, 亩 and 公顷 are of one kind:

    "unit": "亿元"
    "unit": {"产值": "亿元", "产量": "万吨"}

Where a number would have no end (亩 in 公顷) say where it is cut: "decimals": 2.""",
    "data-growth": """\
A growth (同比, 环比, 定基), an index or a share cannot be worked out. 同比 compares a period with
the same one of the year before, totals with totals. 环比 compares with the period right before:
nothing is compared with months that were published as one (1—2月), and a total from the year's
beginning (1—6月) has no period before it; take "undo_totals" first. A base of 0 or less gives no
growth: the cell is missing, and it is said.""",
    "data-adds": """\
Amounts add up (万吨, 亿元, 人); rates, means, prices and indices do not. So a rate has no share in
a whole, there is no sum of 其余 n 项 of it, and no month of it can be had from totals.""",
    "data-rows": """\
No row is left, or a value that is asked for stands in no row. Values are written as the file has
them; a time may be written otherwise (2024 is 2024年):

    "where": {"地区": ["长春", "吉林"], "年份": {"from": 2020}, "产量": {"above": 100}}""",
    "data-form-twice": """\
Two rows would stand in one cell of the wide form, since all their other columns are alike. Take
only the rows that are meant with "where" in a step before, or drop the column in which
they differ.""",
    "data-totals": """\
"undo_totals" takes totals from the year's beginning (1—2月, 1—3月 …) apart into what each period
added. Every row must be such a total. 1—2月 stays as it is: nothing in the data parts the two.
Where a month is missing the next one holds both. A total smaller than the one before was revised,
or is no total.""",
    "data-step": """\
What was done with data before they were drawn, so that nobody has to guess: another unit, fewer
places, rows of totals left out.""",
    "data-none": """\
`infographic data` was given a story that has no charts and no tables.""",
    "data-stats": """\
Stats are drawn by their numbers. A sentence is one row, named by its words without the number; one
with several numbers is told apart only where each stands in a clause of its own.""",
    "data-swap": """\
`--data` names no chart and no table of the story. It gives one of them another file, and what is
done with the data stays:

    infographic render story.json --data /charts/0=new.xlsx""",
}
