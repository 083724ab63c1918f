"""Of what is done with the data of charts and tables."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "data-column": "there is no column “{name}” in {file}",
    "data-column/no-numbers": "the column “{name}” has no numbers, and they are wanted here",
    "data-column/no-times": (
        "{kind} of “{of}” needs a column of times, and there is none",
        "check with `infographic data` how the times are read; “periods” tells what they leave out",
    ),
    "data-column/no-time": (
        "“{text}” in the column “{name}” is no time that can be read",
        "write it as 2024年6月, 2024-06, 一季度 or 1—2月; of a 财年, say its first month: "
        '"periods": {{"fiscal": 4}}',
    ),
    "data-column/taken": (
        "two columns would be called “{name}”",
        'give one of them another name: "as": "…"',
    ),
    "data-column/none": "no column of {file} has numbers",
    "data-unit": (
        "“{column}” is in {unit}, which is of another kind than {wanted}",
        "take a unit of its kind, or leave it as it is",
    ),
    "data-unit/said": (
        "the data say that “{column}” is in {unit}, and “unit_of” that it is in {wanted}",
        "to have it in another unit, write “unit” in place of “unit_of”",
    ),
    "data-unit/none": (
        "the data do not say the unit of “{column}”, so that it cannot be changed to {wanted}",
        'say it first: "unit_of": {{"{column}": "…"}}',
    ),
    "data-unit/no-column": (
        "no column can be had in {wanted}; the units are {units}",
        "take a unit of the same kind as one of them",
    ),
    "data-unit/no-units": (
        "no column has a unit that can be changed to {wanted}",
        "write the unit into the column's header: “产值（万元）”",
    ),
    "data-unit/endless": (
        "“{column}” in {wanted} would have no end: {unit} does not go into it evenly",
        'say how many places are wanted: "decimals": 2',
    ),
    "data-unit/unlike": (
        "“{one}” is in {a} and “{two}” in {b}: they are not compared",
        "bring them to one unit first",
    ),
    "data-growth/nothing": (
        "no row of “{of}” has one that its {kind} could be against",
        "take the rows of the time before as well; “where” comes after it and can leave them out",
    ),
    "data-growth/first": (
        "the {kind} of “{of}” is missing in {count:# row|# rows} that have none before"
    ),
    "data-growth/no-base": (
        "定基 of “{of}” needs the period that it is against",
        'add "against": "2015年"',
    ),
    "data-growth/no-row": "there is no row “{base}” to compare with",
    "data-growth/total": (
        "{period} is a total from the year's beginning, which no period comes before: it has no "
        "环比",
        "take the totals apart first with “undo_totals”, or take 同比",
    ),
    "data-growth/merged": (
        "{period} was published as one period, and has no 环比: nothing before it is as long",
        "leave the row as it is, or take 同比",
    ),
    "data-growth/after-merged": (
        "the 环比 of {period} would be against a part of {merged}, which was published as one",
        "leave the row as it is, or take 同比",
    ),
    "data-growth/zero": "“{of}” of {row} is compared with 0, which gives no growth: it is missing",
    "data-growth/negative": (
        "“{of}” of {row} is compared with {base}: a growth from below 0 says nothing, it is missing"
    ),
    "data-growth/twice": (
        "“{row}” stands in two rows, at {one} and {two}, so that it is not clear what is compared",
        "take one of them with “where”, or name the columns that tell them apart in “within”",
    ),
    "data-adds/share": (
        "“{of}” ({unit}) does not add up to a whole, so that it has no shares",
        "take shares of the amounts themselves",
    ),
    "data-adds/no-whole": "no row of “{of}” has a whole that is more than 0",
    "data-adds/missing": (
        "the whole of “{of}” lacks {count:# value|# values}, the first that of “{row}”",
        'state the whole: "whole": 1234.5',
    ),
    "data-adds/rest": (
        "“{of}” ({unit}) does not add up, so that there is no sum of the rest",
        'leave "rest" out',
    ),
    "data-adds/rest-missing": "“{of}” does not add up: it is missing in the row of the rest",
    "data-adds/rest-lacks": (
        "the rest of “{of}” lacks {count:# value that is missing|# values that are missing}"
    ),
    "data-adds/totals": (
        "“{of}” ({unit}) does not add up from month to month, so that none can be had from totals",
        "take it out of “undo_totals”",
    ),
    "data-rows": (
        "none of the {count:# row|# rows} meets all of “where”",
        "take the conditions out one by one to see which leaves none",
    ),
    "data-rows/no-value": "no row has “{value}” in “{column}”",
    "data-rows/no-number": "“{column}” has numbers, and “{value}” is none to compare them with",
    "data-rows/no-time": "“{column}” has times, and “{value}” is none that can be read",
    "data-rows/no-order": (
        "“{column}” has words, which are not more or less than others",
        "say which are wanted: “in”, “not” or “contains”",
    ),
    "data-form-twice": (
        "“{row}” has two values, at {one} and {two}, for one cell",
        "take the rows that are meant with “where” first, in a step of “then”",
    ),
    "data-totals": (
        "{period} is no total from the year's beginning, and “undo_totals” wants nothing else",
        "take those rows out, or leave “undo_totals” out",
    ),
    "data-totals/merged": (
        "a total is missing, so that {period} could not be parted and stays one period"
    ),
    "data-totals/fell": (
        "the total of “{of}” in {row} is smaller than the one before it: what it added is below 0"
    ),
    "data-step/unit": "“{column}” is changed from {unit} to {wanted}",
    "data-step/rounded": ("“{column}” is rounded half up from {had:# place|# places} to {places}"),
    "data-step/totals": "left out, since others add up to them or hold them: {names:join 、}",
    "data-step/tie": (
        "{names:list and} have the same value, and only one of them is among the {count} that are "
        "taken",
        "take one more, or one fewer",
    ),
    "data-step/not-of-months": "left out, since they are not told by month: {columns:join 、}",
    "data-none": (
        "the story has no charts and no tables, and so no data",
        "name a file of data, or a story that has “charts” or “tables”",
    ),
    "data-stats": (
        "“{words}” has no number that says exactly how many, so that nothing can be drawn of it",
        "mark its number with **…**, or write it as a value",
    ),
    "data-stats/several": (
        "“{words}” has {count} numbers, and it is not clear which is compared",
        "write the number that is meant as a value with a label",
    ),
    "data-stats/none": "there are no stats to draw",
    "data-swap/nothing": (
        "--data names {pointer}, and {why}",
        "write “charts” or “tables” into the story first; --data changes where their values are",
    ),
    "data-swap/no-chart": (
        "--data names {pointer}, which is no chart and no table of the story",
        "name one: /charts/0, /tables/0",
    ),
}
