"""Font files of users, read with bounds: nothing asks HarfBuzz or fontTools about a table that has
not been looked at here.

What is wrong is refused by the table's name (`font-broken`): HarfBuzz takes a table that it cannot
make sense of for an empty one, and would draw a page without its letters. The file is read once
(`tables`), and the face is made of what was read. Once a face: `metrics`, `characters` (cmap),
`glyphs` (loca and where outlines stand), `variations`, `rules` (GSUB, GPOS). Once a glyph that a
page uses: `guard`. The shipped faces are not looked at.
"""
