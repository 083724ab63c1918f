"""Of charts and other devices that stand for values, and of what they would make believe."""

from __future__ import annotations

CODES: dict[str, str] = {
    "graphic-kind": """\
Which device a chart is drawn as, and why.
A layout may leave the choice to the data and the room: `check` says what was chosen. Write
`"kind"` in the layout's block to have one of your own.""",
    "graphic-dwarfed": """\
One bar is more than twelve times as long as any other.
All bars keep one scale and none is broken: so the others are too short to be compared by eye, and
their figures say what they are. Another unit does not change that; leaving the longest row out, and
saying so in the chart's `note`, does.""",
    "event-date": """\
When an event was cannot be read.
A timeline is drawn in true time and wants a date of each event: days, months, quarters, years, or
年初, 6月底, 春季. Without one the events are shown as steps, in the story's order.""",
    "graphic-left-out": """\
Something that the chart has is not shown.
Rows that have no room are named as the rest, by the order of their values. What a device has no
place for, such as a line to compare with on shares of 100 %, is left out.""",
    "graphic-otherwise": """\
A chart has too little room for any device but plain figures, and the layout has something else
for its place: `otherwise` of the `graphic`. A chart that says “must” is shown by its figures even
so.""",
    "graphic-simpler": """\
A chart is drawn as a simpler device than was asked for.
Each device has data that it can show without lying, and a least size. Where one of them is not
there it gives way to the next simpler one, in the end to plain figures.""",
    "graphic-no-such-time": """\
A shaded span's ends are no times of the chart.
Write them as the data have them, or as any time between their first and last: “2020年”,
“2024年6月”; on the axis of values, as two numbers.""",
    "graphic-note": """\
A note of a chart is not set.
Its `at` names a row by its words or its time; that row must have a value. A line has three notes at
most: more of them hide it.""",
    "graphic-words-left-out": """\
A note or a figure has no place in the chart.
Words never stand on each other, on a line or outside: they move, then wrap, then stand on a leader,
and then give way, the last first.""",
    "graphic-unequal-periods": """\
Columns of amounts stand for stretches of time of different lengths.
The two months 1—2月 have about twice the amount of one. Say so in the chart's `note`, or draw rates
or the amounts since the year's beginning.""",
    "graphic-kind-unknown": """\
There is no device of that name.
docs/charts.md lists them.""",
    "icon-unknown": """\
No icon has that name.
Icons have Chinese names and English ones; any of them will do. docs/icons.md shows how to find one:
    infographic icons 粮
    {"value": 2300, "unit": "万吨", "label": "粮食产量", "icon": "粮食"}""",
    "icon-some": """\
Some numbers of a set have an icon and others have none: the set is shown without.
A sign before one label and none before its neighbour looks like a mistake. Give each number of the
set an icon, or none.""",
    "chart-units": """\
Values of different units stand on one axis.
12,000 人 beside 350 个 looks splendid and is false: they have no common length. Units are read
from the headers, from a column “单位”, and behind the names: 党员（人）, 支部（个）.""",
    "chart-zero": """\
Bars, columns and areas begin at 0, and something asks for another beginning.
Their length is the value. A logarithmic axis has no 0; ticks that begin high up make the axis
look cut. Where small differences are the news, draw a line or a dot-plot: their axis may be cut,
and says so.""",
    "chart-shares": """\
Shares of one whole do not make 100, or a part is more than its whole.
They are added where the chart says that they are all parts: by its kind (donut, stacked-100), by
a row 其他 or a total of 100, by 占比, 构成. Half of the last place is allowed for each of them.
Answers that may overlap (多选) are not added.""",
    "chart-rates": """\
Rates are shown as totals, or totals as rates.
Rates, means, prices and indices do not add up, so they are neither stacked nor circles on a map; a
map’s colours show rates, for in totals a large place is seen most of all.""",
    "chart-source": """\
A chart or table says nothing of where its data are from.
A reader who cannot look them up has only the paper’s word. It is asked for once a chart: the
chart’s own `source`, the story’s, or the line 数据来源 in the file is enough.""",
    "chart-series": """\
More columns of numbers, or more of them highlighted, than a reader tells apart.
Four lines, four bars side by side, five parts of a bar; what is highlighted is one or two.""",
    "chart-colour": """\
Two series differ in hue alone: in a grey copy, and to many readers, they are one.
Their lightness is compared as the press profile's paper shows it; a hatch or a line round the marks
is enough. Change a colour of the layout, or draw a field for each.""",
    "chart-contrast": """\
A mark hardly stands out from its ground.
It is measured through the press profile: on newsprint black has 4.9 to paper, red 2.96, a grey of
25 % 1.55 and a wash of 3 % 1.05. Of words the preflight asks for more (`contrast-low`,
`text-color`).""",
    "chart-cut": """\
The axis of a line or of dots does not begin at 0.
That is right where small changes are the news, and the chart says so itself (a note). Where no word
on the page does, it is a warning: a reader takes the height for the value.""",
    "chart-labels": """\
A bar, dot or line stands on the page and its name does not.
Nobody knows then what it is. Names move, then wrap, then give way: more room, or short `names`, let
them stay.""",
    "chart-names": """\
A chart names a row or a column that its data do not have, or two of its rows have one name.
What `highlight`, `notes`, `spans`, `forecast`, `names` and `bars` name is written as the data have
it, a time in any form. Where the data changed overnight, so may names: nothing is highlighted.
Two rows of one name are mostly one that was pasted twice.""",
    "chart-direction": """\
A fall would be read as a rise, or the title says the opposite of the values.
Time goes from left to right: the earlier column stands first, as the earlier of a stat’s `when`
does. A title’s word (增长, 下降) is held against values that go one way throughout.""",
}
