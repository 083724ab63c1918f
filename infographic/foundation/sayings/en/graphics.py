"""Of charts and other devices that stand for values."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "graphic-kind": "{what} is drawn as “{kind}”: {why}",
    "graphic-dwarfed": (
        "the longest bar is {times} times as long as the second, more than {most} times: the others"
        " are read from their figures"
    ),
    "graphic-left-out/chart": (
        "{what} is left out: the height of {height:.1f pt} is too little for it",
        "give the graphics more height, or the chart fewer rows",
    ),
    "graphic-left-out/field": "the chart’s “{field}” is not shown: “{kind}” has no place for it",
    "graphic-left-out/figures": (
        "{count:# figure of a small part has|# figures of small parts have} no room on the part or"
        " under it",
        "give the graphic more width, or fewer parts",
    ),
    "graphic-left-out/columns": (
        "{count:# column has|# columns have} no room in the table: {names:list and}",
        "give the table more width, or name in `highlight` the columns that are to stay",
    ),
    "graphic-left-out/many-columns": (
        "a table shows {most} columns here and no more: {count:# is|# are} left out,"
        " {names:list and}",
        "name in `highlight` the columns that are to stay, or take some out",
    ),
    "graphic-left-out/table-rows": (
        "of {rows} rows {count:# is|# are} not in the table: the height is too little for all",
        "give the table more height, or the chart fewer rows",
    ),
    "graphic-left-out/rows": (
        "of {rows} rows {count:# has|# have} no mark: the height is too little for all",
        "give the graphic more height, or the chart fewer rows",
    ),
    "graphic-otherwise": (
        "{what} is not drawn, and what the layout has in its place is shown: {why}",
        "give the graphic more room, or the chart fewer rows or shorter names",
    ),
    "graphic-left-out/details": (
        "{count:# event has|# events have} no room for what is said below {count:it|them}",
        "give the graphic more height, or write less",
    ),
    "graphic-left-out/events": (
        "{count:# event has|# events have} no room: {events:list and}",
        "give the graphic more height, or let fewer events stand",
    ),
    "graphic-left-out/many-figures": (
        "{count:# value is|# values are} not shown: {most} plain figures are the most",
        "draw a histogram, a line or a table, or take the rows that matter with `top` or `where`",
    ),
    "graphic-left-out/span": (
        "the span from “{key}” to “{other}” is not shaded: the axis is one of values, and these are"
        " none",
        "write two values, or draw a line or columns",
    ),
    "graphic-left-out/stats": (
        "{count:# other number is|# other numbers are} not shown here: a lead figure is one"
    ),
    "graphic-simpler": "{what} is drawn as “{instead}” and not as “{kind}”: {why}",
    "graphic-kind-unknown": "there is no device “{kind}”",
    "icon-some/events": (
        "{have} of {all} events have an icon: they are shown without",
        "give each of them an icon, or none",
    ),
    "icon-some": (
        "{have} of {all} numbers of a set have an icon: the set is shown without",
        "give each of them an icon, or none",
    ),
    "graphic-suits/asked": "it is asked for by name",
    "graphic-suits/change": "it is an earlier and a later value",
    "graphic-suits/chronicle": "it has times and words",
    "graphic-suits/process": "its first column names steps",
    "graphic-suits/two-sides": "it has two sides beside the names of its rows",
    "graphic-suits/columns": "it has several columns of numbers",
    "graphic-suits/daily": "it has a value for each of many days",
    "graphic-suits/events": "there are events",
    "graphic-suits/few-periods": "it has the amounts of a few periods",
    "graphic-suits/flow": "it says how much goes from where to where",
    "graphic-suits/groups": "each of its names has a few values of one unit",
    "graphic-suits/icon": "it names an icon to be counted in",
    "graphic-suits/last": "no other device shows it",
    "graphic-suits/many-series": "it has more lines than one field shows",
    "graphic-suits/pairs": "it has two measures of many things",
    "graphic-suits/part": "it is a part of a whole",
    "graphic-suits/places": "there are places",
    "graphic-suits/population": "it has ages and two sides",
    "graphic-suits/preferred": "the layout prefers it",
    "graphic-suits/ranking": "it has one value for each of its names",
    "graphic-suits/ranges": "it has a low and a high value for each of its names",
    "graphic-suits/running-total": "it goes from what there was at first to what there is at last",
    "graphic-suits/one-number": "it is one number",
    "graphic-suits/unlike": "its numbers count different things",
    "graphic-suits/sample": "it has many values without names",
    "graphic-suits/signed": "it has values below 0",
    "graphic-suits/simpler": "it is simpler",
    "graphic-suits/table": "it is a table of the story",
    "graphic-suits/trend": "it has a value for each of its times",
    "graphic-suits/two-times": "it has an earlier and a later value for each of its names",
    "graphic-suits/units": "its columns have different units",
    "graphic-suits/whole": "its percentages make a whole",
    "graphic-suits/wholes": "the percentages of each row make a whole",
    "icon-unknown": (
        "there is no icon “{name}”",
        "`infographic icons` lists them; `infographic icons 粮` finds those with 粮 in a name",
    ),
    "graphic-refuses/gap": "each step begins where the last one ended, and “{row}” is missing",
    "graphic-no-such-time": (
        "the span from “{key}” to “{other}” is not shaded: no row has these names or times"
    ),
    "graphic-note/no-value": "the note “{words}” is not set: no value stands at “{at}”",
    "graphic-note/too-many-marks": (
        "the note “{words}” is not set: there are marks for {most} notes and no more",
        "say it in the chart’s `note`",
    ),
    "graphic-note/too-many": (
        "the note “{words}” is not set: a line has no more than {most} notes",
        "say it in the chart’s title or in the text",
    ),
    "graphic-words-left-out": (
        "“{words}” has no place at its value without standing on others: it is not set",
        "give the graphic more room, or write less",
    ),
    "graphic-refuses/height": "it wants {least:.1f pt} of height and has {given:.1f pt}",
    "graphic-refuses/negative": "it shows no values below 0",
    "graphic-refuses/negative-parts": "a part of a whole is never below 0",
    "graphic-refuses/no-values": "there are no values",
    "graphic-refuses/one-value": "all its values are the same",
    "graphic-refuses/one-series": "it shows one column of numbers, and there {count:is #|are #}",
    "graphic-refuses/not-added": (
        "it adds up its columns, and rates, means or prices ({unit}) are not to be added"
    ),
    "graphic-refuses/fraction": "it counts whole things, and {value} is none",
    "graphic-refuses/not-counted": (
        "it counts things, and rates, means or prices ({unit}) are not counted"
    ),
    "graphic-refuses/signs": "it has {most} signs at most, and wants {count}",
    "graphic-refuses/growth": (
        "it shows a part of a whole, and by its words the percentage is a change or a rate"
    ),
    "graphic-refuses/no-part": (
        "it shows one share of a whole: per cent, per mille, a fraction, or a value with its “of”"
    ),
    "graphic-refuses/over-whole": "the share is {share}, more than it shows",
    "graphic-refuses/under-a-cell": "the share is less than 1 %, and a cell is that",
    "graphic-refuses/no-lead": (
        "it shows one number as the news: a stat with one, or the highlighted row of one column"
    ),
    "graphic-refuses/inexact": "a ring shows no range and no “about”",
    "graphic-refuses/one-claimed": (
        "it is drawn round one part that the title is about, and {count} are highlighted"
    ),
    "graphic-refuses/parts": "it shows 2 to {most} parts of a whole, and there {count:is #|are #}",
    "graphic-refuses/sum": "its parts should make {whole} and make {sum}: {added}",
    "graphic-refuses/range": (
        "it draws from low to high, and “{row}” goes from {low} to {high}: the lower column stands"
        " first"
    ),
    "graphic-refuses/series-two": "it shows two columns of numbers, and there {count:is #|are #}",
    "graphic-refuses/rows": "it shows at most {most} rows, and there {count:is #|are #}",
    "graphic-refuses/series": (
        "it shows {least} to {most} columns of numbers, and there {count:is #|are #}"
    ),
    "graphic-refuses/shares": "the shares of “{row}” make {sum} % and not 100 %",
    "graphic-refuses/running-total": "“{row}” says {stated}, and the steps before it make {made}",
    "graphic-refuses/units": "it has one scale, and its columns have the units {units:list and}",
    "graphic-refuses/unlike-rows": "it has one scale, and its rows are counted in {units:list and}",
    "graphic-refuses/unlike": (
        "it has one scale, and its numbers count different things: {units:list and}"
    ),
    "graphic-refuses/log": "it begins at 0, and a logarithmic scale has none",
    "graphic-refuses/no-date": (
        "a timeline wants to know when, and “{when}” of “{what}” is no date that can be read"
    ),
    "graphic-refuses/no-events": "there are no events, nor rows of times and words",
    "graphic-refuses/one-step": "one step makes no process",
    "graphic-refuses/sides": (
        "it compares two columns beside one of names and one of units, and there {count:is #|are #}"
        " in all"
    ),
    "event-date/none": (
        "“{what}” has no date, and other events have one: they are no timeline",
        "give it a date, or take the dates of the others away",
    ),
    "event-date/unread": (
        "“{when}” of “{what}” is no date that can be read",
        "write it as 2026-06-18, 2026年6月, 2026年初 or 1999",
    ),
    "graphic-refuses/flow": (
        "a flow wants three columns, from, to and how much, or one of names and one for each place"
        " that it goes to"
    ),
    "graphic-refuses/one-event": "one event makes no timeline",
    "graphic-refuses/undated": "a timeline wants to know when, and “{what}” has no date",
    "graphic-refuses/pair": "it wants an earlier and a later value of one thing, both known",
    "graphic-refuses/slopes": "it shows {most} slopes at most, and there {count:is #|are #}",
    "graphic-refuses/two-times": "it wants two times: two columns, or two rows",
    "graphic-refuses/days": "each of its rows is a day, {least} at least, and {count} are",
    "graphic-refuses/years": "it shows {most} days at most, and its times span {count}",
    "graphic-refuses/mixed": (
        "fields side by side are of one kind, and “{one}” would be {kind}, “{other}” {otherwise}"
    ),
    "graphic-refuses/fields": "it has {least} to {most} fields, and there {count:is #|are #}",
    "graphic-refuses/points": "it wants {least:# value|# values} at least and has {count}",
    "graphic-refuses/names": (
        "columns stand over {most} names at most, and there {count:is #|are #} that are no times"
    ),
    "graphic-unequal-periods": (
        "“{long}” is longer than “{short}”: its amount looks greater for that alone"
    ),
    "graphic-refuses/width": "it wants {least:.1f pt} of width and has {given:.1f pt}",
    "phrase/graphic": "the graphic's parts",
}
