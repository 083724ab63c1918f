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
It is looked at before it is used, and a table that is not in order is named: it would be drawn
without its letters, or with others. A face that browsers take is taken here, too.
TrueType and OpenType (.ttf .otf .ttc) can. Type 1 must be converted first; of web fonts speaks
“font-web”, of fonts that hold pictures “font-pictures”.""",
    "font-doubtful": """\
A table of a font has another checksum than its file says.
A bad disk or a copy that was cut off and filled up leaves letters of another form, or elsewhere,
and nothing else tells. Some programs that change fonts forget the checksums: then all is well, and
the font is to be written anew.""",
    "font-large": """\
A font asks for more than a limit allows: bytes, faces, points of a glyph, glyphs of a character.
None that was made for reading does. docs/limits.md has the numbers; --limits raises them.""",
    "font-pictures": """\
A font holds its characters as pictures, and no outlines: Noto Color Emoji and its like.
A page is drawn from outlines, and printed in its own inks. For emoji a monochrome face ships,
“emoji”, which stands behind every role; any other must have outlines (glyf or CFF).""",
    "font-web": """\
A font file is a web font: WOFF or WOFF2, packed for browsers.
Unpack it once and name the .ttf. Its licence must allow embedding in a document: that of a web font
may not.
    pip install brotli
    python -m fontTools.ttLib.woff2 decompress -o paper.ttf paper.woff2""",
    "font-index": """\
A font collection has no face of this number. They are counted from 0.""",
    "font-axis": """\
A variable font lacks this axis, or it does not reach this far.""",
    "font-unembeddable": """\
The font's maker forbids embedding it in a document.
A press needs embedded fonts. Ask the maker for a version licensed for print, or use another.""",
}
