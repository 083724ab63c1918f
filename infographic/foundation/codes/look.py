"""Of a page's look: what of the grammar in docs/design.md can be measured. Notes, never errors."""

from __future__ import annotations

CODES: dict[str, str] = {
    "look-news": """\
The story's news is no figure of the page.
The news is the stat with `lead`, else the first change, else the first stat of the most important
panel. A reader who sees one number should see that one.
    {"type": "stat", "stat": {"$data": "news"}, …}""",
    "look-rank": """\
No figure leads: the news is less than 2.2 times as tall as the next figure.
Figures of one size shout alike, and nothing is seen first. The digits' height is measured, so that
faces of different build can be compared.""",
    "look-headline": """\
The headline is not clearly larger than the ordinary figures.
Its type is to have at least 1.15 times the size of the largest figure that is not the news; else
a page of numbers has no head.""",
    "look-accent": """\
The accent is used for more than the news.
It says where to look first; in five places it says nothing. Words and ordinary figures are ink.
The marks of charts, and figures in them, may have it, and the paper's name.""",
    "look-sentences": """\
One region has more than four sentences with a number in them.
Each is a line that the eye scans by itself. Set four at most; the rest as a grid of figures, as a
chart or as a list.""",
    "look-hole": """\
A rectangle of more than a fifth of the page holds nothing.
Type, pictures and marks fill a page; a flat ground does not. Of a long image as much is looked at
as a phone shows, and what a platform covers is left out.""",
    "look-band": """\
From side to side, more than a fifth of the height holds nothing but rules.
A sparse page takes a larger device or another form, not larger gaps.""",
    "look-masses": """\
Pictures, grounds and marks cover less than a fifth of the page.
At 180 pixels type is grey, and masses are what is left of a page. A wash under 1.2 : 1 to white is
no mass.""",
    "look-type": """\
Type is too small where the page is seen.
A canvas is seen on a phone 375 pt wide: data have 9.7 pt there (28 px of 1080), sources and imprint
8.3 (24 px). In print the press profile's smallest type counts.""",
    "look-crop": """\
A frame keeps less than 55 % of a picture.
Choose the frame by the picture's shape: portraits stand upright.""",
    "look-caption": """\
A caption's lines hold more than 35 characters.
25 to 35 are read at a glance; set a wide picture's caption in a column beside it, or in two.""",
    "look-relief": """\
Down a column of a printed page nothing breaks up the text for more than 10 cm.
Subheads, leads, pull-quotes, initials and blocks do. A story marks sentences that may be repeated,
{! … !}, and `relief` of an article places them (docs/layouts.md).""",
    "look-order": """\
Pictures do not stand in the order of their numbers.
The words name them by number (见图②), and readers look for them in order: down, then across.""",
    "look-stamp": """\
A picture has less than a sixth of the largest one's area.
So small beside another it is a postage stamp: nobody sees what it shows.""",
}
