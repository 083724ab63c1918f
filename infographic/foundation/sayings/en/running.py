"""Of running text: articles, columns, insets, threads."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "overset/columns": (
        "the body is {over} characters ({rows} lines) too long for its {count} columns"
        " of {height:.1f pt}",
        "cut {over} characters, or give the article {more:.0f pt} more",
    ),
    "overset/columns-begun": (
        "the body begins more columns than its {count}: {over} characters ({rows} lines) have none",
        "fewer “breaks” or “breaks_column”, or more columns",
    ),
    "overset/tiers": (
        "the body is {over} characters ({rows} columns) too long for its {count} tiers"
        " {width:.1f pt} wide",
        "cut {over} characters, or give the article {more:.0f pt} more width",
    ),
    "overset/thread": (
        "the body is {over} characters ({rows} lines) too long for the {frames} frames"
        " of its thread",
        "cut {over} characters, give a frame more room, or add one to the thread",
    ),
    "columns-narrow/article": (
        "{count} columns {gutter:g pt} apart in {room:.1f pt} have no room for"
        " {fewest:a character|# characters} of {size:g pt} each",
        "fewer columns, a lesser “gutter”, or more room",
    ),
    "breaks-unused": "no column begins at paragraph {number}: the body has {paragraphs}",
    "thread-room": (
        "a frame of the thread is {height:.1f pt} high, less than a line: no words stand in it",
        "give it the height of its row, “1fr” or a length, or take it out",
    ),
    "thread-head/two": ("{heads} articles begin the thread “{thread}”", "give one another name"),
    "thread-head/none": (
        "no article begins the thread “{thread}”",
        'give the article that begins it "thread": "{thread}"',
    ),
    "value-choice/jump-line": ("“{word}” stands for nothing in a jump line", "write {{page}}"),
    "style-vertical/runs-across": (
        "the lines of style “{style}” run across the page, and the body's down",
        'give “{style}” the same "writing" as “{body}”',
    ),
    "style-vertical/runs-down": (
        "the lines of style “{style}” run down the page, and the body's across",
        'give “{style}” the same "writing" as “{body}”',
    ),
    "drop-cap": (
        "the first character is not set large: there is too little room or text beside it, or a"
        " mark stands over it",
        "give the text a wider column, or take “drop_cap” away",
    ),
    "style-vertical/drop-cap": (
        "text in columns that run down begins with no drop cap",
        "take “drop_cap” away",
    ),
    "style-vertical/insets": (
        "an article in columns that run down has no insets",
        "place the blocks beside the article",
    ),
    "style-vertical/relief": (
        "an article in columns that run down has no “relief”",
        "place pull-quotes beside the article",
    ),
    "style-vertical/thread": (
        "words in columns that run down do not run on in a thread",
        "take the thread from the article, or a horizontal style",
    ),
    "frame-outside/inset-columns": (
        "the inset covers columns {first} to {last}; the article has {count}",
        "correct its “first” or “span”",
    ),
    "frame-outside/inset-beside": (
        "the inset of {width:.1f pt} reaches {beyond:.1f pt} beside the article",
        "make its “width” less, or correct its “first”, “span” or “side”",
    ),
    "frame-outside/inset-on-another": (
        "the inset at “{at}” stands on the one at “{other}” ({place}), {lines:# line|# lines} deep",
        "correct its “at”, “row” or “first”, or give the article more height",
    ),
    "frame-outside/inset-on-another-unplaced": (
        "the inset at “{at}” stands on the one at “{other}”, {lines:# line|# lines} deep",
        "correct its “at”, “row” or “first”, or give the article more height",
    ),
    "value-range/contour": (
        "the contour's {corners} corners enclose nothing",
        "three corners or more, not on one line: [[0.5, 0], [1, 1], [0, 1]]",
    ),
}
