"""What is aimed at: ratios to Typst in the same run, in CPU time, unless a unit is named."""

COLD, COLD_SQUARE = 3.0, 2.9
NUMBERS, WORDS = 1.8, 2.3
SQUARE_NUMBERS, SQUARE_WORDS = 1.0, 1.2
MEMORY = 1.3
LONG_ARTICLE = 4.0
LINEAR = 1.15
"""Of the time for a thousand characters of an article ten times as long, so much."""
SIZE_MB = 1.2
SQUARE_ON_SCREEN_MS, BROADSHEET_ON_SCREEN_MS = 60.0, 120.0
"""From a changed number to the picture that a preview shows."""
STUDIO_NUMBER_MS = {"square": 60.0, "broadsheet": 120.0}
STUDIO_WORDS_MS = {"square": 120.0, "broadsheet": 200.0}
"""From a changed number, or a story all of whose texts are new, to the pictures of what is new on
the page, in the studio's worker, in CPU time; of ten, nine are under half as much again. The rest
of 200 and 350 ms is for noticing the save, the line, and the browser."""
