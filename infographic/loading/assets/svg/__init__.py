"""SVG files as drawings: read with suspicion, drawn whole or refused by name.

`read` is the way in: a file's bytes become a `Drawn`. What may stand in a file is in `known`;
`xml` reads it, `css` and `looks` say how its parts are painted, `forms` their outlines, `paint`
draws the tree.
"""
