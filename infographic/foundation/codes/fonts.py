"""Of fonts and their files."""

from __future__ import annotations

CODES: dict[str, str] = {
    "font-role-unknown": """\
There is no font role of this name in the layout's “fonts”.""",
    "font-missing": """\
A font file is not where the layout says.
Fonts are looked for beside the layout, in --font-path, and among the shipped ones; never among
the system's, so that a page looks the same on every machine. `infographic fonts` lists them.""",
    "font-folder": """\
A folder of --font-path is not there. Its path starts from the folder you stand in.""",
    "font-broken": """\
A font file is damaged or of a kind that cannot be used.
TrueType and OpenType (.ttf .otf .ttc) can. Convert WOFF and Type 1 first.""",
    "font-index": """\
A font collection has no face of this number. They are counted from 0.""",
    "font-axis": """\
A variable font lacks this axis, or it does not reach this far.""",
    "font-unembeddable": """\
The font's maker forbids embedding it in a document.
A press needs embedded fonts. Ask the maker for a version licensed for print, or use another.""",
}
