"""Of 核数, which reads the story's numbers against each other.

A number is named as “said (place)”, phrase/figure-at; the place it is said at is the diagnostic's.
"""

from __future__ import annotations

_TWO = "make them agree, or word them so that a reader sees that they are two quantities"
_THREE = "check the three numbers"
_WORD = "correct the word or one of the numbers"

SAYINGS: dict[str, str | tuple[str, str]] = {
    "phrase/figure-at": "“{said}” ({place})",
    "figures-unread": (
        "from here on no number is checked: the story has more than {most} {of}",
        "check its parts, each as a story of its own",
    ),
    "figure-differs": ("“{said}” here and {other} seem to state the same quantity", _TWO),
    "figure-differs/data": (
        "“{said}” here and “{other}” of “{name}” in the data ({column}, {place}) seem to state the"
        " same quantity",
        _TWO,
    ),
    "figure-percentage/column": (
        "“{said}” does not follow from {earlier} and {later} of its row: it is {right}",
        "check the three numbers; if it is at constant prices, say so in the chart’s `note`",
    ),
    "figure-share/column": ("{part} of {whole} is {right}, not “{said}”", _THREE),
    "figure-total/columns": (
        "{columns:list and} of “{row}” make {sum}, not the total “{said}”",
        "check the total and its parts",
    ),
    "figure-total/of-which": (
        "“{name}”, {part}, is a part of “{of}” and more than it, {whole}",
        "check both, or the row’s place in the table",
    ),
    "figure-total/rows": (
        "the {count} rows of “{column}” make {sum}, not the total “{said}”",
        "check the total and its parts",
    ),
    "figure-unit-jump": ("“{said}” here and {other} seem to state the same quantity", _TWO),
    "figure-direction/word": ("“{word}” does not go with “{said}”, for it was {earlier}", _WORD),
    "figure-direction/up": (
        "“{said}” is said to go up, but from {earlier} to {later} it goes down", _WORD,
    ),
    "figure-direction/down": (
        "“{said}” is said to go down, but from {earlier} to {later} it goes up", _WORD,
    ),
    "figure-percentage/change": (
        "“{said}” does not follow from {others:list and}: it is {right}", _THREE,
    ),
    "figure-percentage/doubled": (
        "“{said}” is {times} times {earlier}, not “{doubled}”", _THREE,
    ),
    "figure-percentage/share": ("{part} of {whole} is {right}, not “{said}”", _THREE),
    "figure-percentage/net": ("{more} less {fewer} is {right}, not “{said}”", _THREE),
    "figure-percentage/ratio": ("{one} to {other} is {right}, not “{said}”", _THREE),
    "figure-average": ("{whole} over {count} is {right}, not “{said}”", _THREE),
    "figure-grown-by/to": (
        "了 before “{said}” says by how much it changed from {earlier}; 到 would say to what",
        "write “到{said}” if that is what it is now",
    ),
    "figure-grown-by/all": (
        "nothing becomes less by “{said}”: all of it is 100%",
        "say what share is left (降至三分之一), or by what share it fell",
    ),
    "figure-total/part": (
        "{part} is more than the total “{said}”", "check the total and its parts",
    ),
    "figure-total/more": (
        "{parts:list and} make {sum}, which is more than the total “{said}”",
        "check the total and its parts",
    ),
    "figure-total/less": (
        "{parts:list and} make {sum}, which is less than the total “{said}”",
        "check the total and its parts",
    ),
    "figure-count": (
        "“{said}” are said to be listed, but there {count:is #|are #}, the last {last}",
        "correct the number, or the list",
    ),
    "figure-date/weekday": (
        "{date} is a {weekday}, not “{said}”", "look the day up, and correct one of them",
    ),
    "figure-date/no-day": ("there is no “{said}”", "correct the day or the month"),
    "figure-date/years": (
        "from {first} to {last} it is {right:# year|# years}, not “{said}”",
        "check the years and how many lie between",
    ),
    "figure-date/days": (
        "from {first} to {last} it is {right:# day|# days}, not “{said}”",
        "check the days and how many lie between",
    ),
    "figure-share/all": (
        "a share of “{said}” is more than the whole",
        "check the number, or say that it is a growth or a part of a plan",
    ),
    "figure-share/sum": (
        "“{said}” and {others:list and} make {sum}%, not the whole", "check the shares",
    ),
    "figure-missing/of": (
        "{name} is referred to, but the story has {count:# figure|# figures}, the last at {last}",
        "add the figure, or take the reference out",
    ),
    "figure-missing/none": (
        "{name} is referred to, but the story has no figures",
        "add the figure, or take the reference out",
    ),
    "mend/figures-meant": "nothing mentions {meant:join 、}: is it meant?",
    "phrase/figure-named": "{name} ({place})",
    "figure-unmentioned": (
        "{name} is never mentioned, though others are", "mention it in the text, or leave it",
    ),
    "figure-left-out": (
        "{name} is referred to, and layout “{layout}” does not show it",
        "take the reference out, or choose a layout with more figures",
    ),
}  # fmt: skip
