"""Of charts and other devices that stand for values."""

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
}
