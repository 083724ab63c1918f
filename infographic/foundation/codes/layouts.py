"""Of layout files and their tokens: page, columns, colours, styles, houses."""

from __future__ import annotations

CODES: dict[str, str] = {
    "layout-unknown": """\
There is no such layout.
A path ends in .json; a name without it is one of ours: `infographic layouts` lists them.""",
    "layout-form": """\
A layout file is not an object, or its “extends” is not a name.""",
    "extends-many": """\
A layout or press profile takes over more files than any needs, those that they take over counted.
Often one file names a family twice, or two name each other's through several others.""",
    "layout-circle": """\
Layouts extend each other in a circle, so that none of them can be read first.""",
    "alternatives-none": """\
A block offers several trees, each under a condition, and of none does it hold for this story.
The last of them should ask for nothing.
    {"type": "alternatives", "of": [{"$if": "/figures/0", "then": {…}}, {…}]}""",
    "layout-part": """\
A tree of blocks names a part of its layout that is not there, or one that stands in itself; or a
layout replaces a part that no tree of it takes, so that nothing would change.
What several pages have alike is written once, and taken by its name.
    "parts": {"head": {"type": "folio", …}},
    "pages": [{"body": {"type": "stack", "children": [{"$part": "head"}, …]}}]""",
    "layout-pages": """\
A layout says in two ways what its pages are, or in none, or numbers two of them alike.
One page has a "body"; several have "pages", each with a body and a number of its own.
    "pages": [{"number": "01", "body": {…}}, {"number": "04", "body": {…}}]
A page may say "if": of a story that none of these suits there is no page to make. One that says
"each" is made for each item of a list, a hundred times at the most.""",
    "page-size": """\
The page has no size, or one that cannot be made.
    "size": "四开"            or             "width": "1080px", "height": "auto\"""",
    "page-margins": """\
The margins leave no room between them. Check their units: 20mm or 20pt?""",
    "columns-narrow": """\
Columns of whole characters, or a page's columns, have too little room for their characters.
Fewer columns, a lesser gutter, smaller margins or a smaller style give them more.
    "page": {"columns": 5, "gutter": "5mm", "measure": "whole"}""",
    "columns-missing": """\
A block takes its gutter or columns from the page, and the page has no columns.
    "page": {"columns": 5, "gutter": "5mm"}      and in a block      "gutter": "page\"""",
    "color-value": """\
A colour is not written as one.
Each has its inks for the press and its sRGB for the screen; neither is computed from the other.
    "accent": {"cmyk": [0, 95, 85, 5], "srgb": "#b3121d"}      a tint of it: "accent 12%\"""",
    "color-spot": """\
A spot colour is not described as one.
It is an ink of its own: its name as the ink maker writes it, the process inks that stand for it in
proofs, and its sRGB. The same name is the same ink; a lighter one is a tint: “logo 40%”.
    "logo": {"spot": "PANTONE 186 C", "cmyk": [2, 100, 85, 6], "srgb": "#c8102e"}""",
    "color-unknown": """\
There is no colour of this name in the layout's “colors”.""",
    "style-unknown": """\
There is no style of this name in the layout's “styles”.""",
    "style-incomplete": """\
A style lacks its font or its size, and so do those it is based on.""",
    "house-unknown": """\
There is no house table of this name, or its file cannot be read.
    "house": "newspaper"      or      "house": "ourpaper.json"      beside the layout""",
    "house-table": """\
A house's own table of classes and priorities is not written as one.
It says only what differs from the table that it extends; docs/typography.md lists its members.
    {"extends": "newspaper", "defaults": {"hanging": true}}""",
    "drop-cap": """\
A text that asks for a drop cap begins as any other.
The large character wants two lines of text beside it at the least, six characters long, on grid
lines one below the other. A first character with a reading, dots or a line beside it stays as it
is.""",
    "style-vertical": """\
A style with "writing": "vertical" stands where lines must run across the page.
Text, headline and article blocks set columns that run down, and a figure its caption beside the
picture. An article in such columns has no insets.""",
    "style-circle": """\
Styles are based on each other in a circle, so that none of them can be settled first.""",
}
