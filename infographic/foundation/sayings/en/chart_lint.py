"""Of what charts would make a reader believe that their data do not say."""

from __future__ import annotations

_SHARES = "correct the shares, or say in the chart’s `note` why they make no whole"

SAYINGS: dict[str, str | tuple[str, str]] = {
    "chart-units/columns": (
        "{kind} have one scale, and the columns are in {units:list and}",
        "draw a chart of each, or show them as a table",
    ),
    "chart-units/rows": (
        "this row is counted in {unit} and the first in {other}: on one axis the longer bar would"
        " say nothing",
        "draw only rows of one unit, or show them as a table or as stats",
    ),
    "chart-zero/log": (
        "{kind} are as long as their values, from 0, and a logarithmic axis has no 0",
        "take `scale` out, or draw a line",
    ),
    "chart-zero/no-log": (
        "a logarithmic axis has no place for {value}, so that the axis is an even one",
        "take `scale` out; or the values, lines and spans that are not above 0",
    ),
    "chart-zero/ticks": (
        "the ticks go from {first} to {last}, as if the axis began there, and {kind} begin at 0",
        "give ticks from 0 on, or none; where differences are small, draw a dot-plot or a line",
    ),
    "chart-shares/more": (
        "a part of {part} is more than the whole, {whole}", "check the part, or the chart’s `of`",
    ),
    "chart-shares/of": (
        "the parts make {sum}, which is more than the whole, {whole}",
        "check the parts, or the chart’s `of`",
    ),
    "chart-shares/sum": (
        "the {count} shares of “{column}” make {sum}% and not 100%: {off} off, and rounding"
        " explains {slack} at most",
        _SHARES,
    ),
    "chart-shares/row": (
        "the shares of “{row}” make {sum}% and not 100%: {off} off, and rounding explains {slack}"
        " at most",
        _SHARES,
    ),
    "chart-rates/added": (
        "“{column}” are rates or means, and {kind} read as their sum",
        "draw bars or a line, or show the amounts",
    ),
    "chart-rates/colours": (
        "“{column}” are totals ({unit}), and a map’s colours show rates: a large place would look"
        " like a dense one",
        "draw a circle-map, or show the amounts per head, per km² or as shares",
    ),
    "chart-rates/circles": (
        "“{column}” are rates, and a map’s circles show totals", "draw a value-map",
    ),
    "chart-rates/sum": (
        "the total of “{column}”, {total}, is the sum of {count} rates, and rates do not add up",
        "give the rate of the whole, or leave the total out",
    ),
    "chart-source": (
        "nothing says where its data are from",
        "write a `source` in the chart or the story, or a line “数据来源：…” below the table",
    ),
    "chart-series/many": (
        "it has {count} columns of numbers side by side, and a reader tells {most} apart",
        "choose those that the title is about with `columns`, or draw small-multiples or a table",
    ),
    "chart-series/highlight": (
        "all {count} rows are highlighted, so that none is",
        "highlight the one or two that the title is about",
    ),
    "chart-colour": (
        "“{one}” and “{other}” differ in hue alone: {color} and {second} have a contrast of"
        " {contrast:.2f} to each other, and {least:g} is wanted",
        "give one of them a lighter or darker colour in the layout, or draw small-multiples",
    ),
    "chart-contrast/marks": (
        "{count:# mark has|# marks have} too little contrast: {color} to {ground} has"
        " {contrast:.2f}, and {least:g} is wanted",
        "choose a darker colour in the layout: accent, graphic-rest, or the ground",
    ),
    "chart-cut/not-said": (
        "its axis does not begin at 0, and no word on the page says so: a difference of"
        " {change:.1%} takes {share:.0%} of it",
        "show the graphic’s foot, or draw bars",
    ),
    "chart-cut/said": (
        "its axis does not begin at 0, which it says: a difference of {change:.1%} takes"
        " {share:.0%} of it",
        "where that is too much, draw bars or columns, which begin at 0",
    ),
    "chart-labels": (
        "{count:# name|# names} of what is drawn cannot be read on the chart: {names:join 、}",
        "give the graphic more room, or the chart short `names`",
    ),
    "chart-names": "“{key}”, which `{field}` names, is no row and no column of the data",
    "chart-names/twice": (
        "two rows are called “{name}”, the first at {first}: a reader cannot tell them apart",
        "give each a name of its own, or take one of them out",
    ),
    "chart-direction/reversed": (
        "on its axis more is lower, or farther left: a rise looks like a fall",
        "draw it as another kind, and tell us: no device of ours does that",
    ),
    "chart-direction/columns": (
        "“{first}” stands before “{last}”: drawn from left to right a fall looks like a rise",
        "name the columns in the order of their times, with `columns`",
    ),
    "chart-direction/twice": (
        "the time “{name}” stands twice, the first is at {first}: the rows are drawn in the order"
        " of the data, and not of their times",
        "take one of them with `where`, make columns of what differs with `wide`, or say with"
        " `periods` what the times leave out",
    ),
    "chart-direction/when": (
        "“{first}”, the first of its two times, is later than “{last}”",
        "write the earlier time first, and `from` and `to` in the same order",
    ),
    "chart-direction/falls": (
        "the title says “{word}”, and the values go down throughout, from {first} to {last}",
        "correct the title, or the data",
    ),
    "chart-direction/rises": (
        "the title says “{word}”, and the values go up throughout, from {first} to {last}",
        "correct the title, or the data",
    ),
}  # fmt: skip
