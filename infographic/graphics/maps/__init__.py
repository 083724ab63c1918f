"""Maps: a desk's own base file becomes outlines on the page, areas true to each other.

`geojson`, `topojson` and `svg_base` read a base; `arcs` finds the borders that two shapes share;
`projection` and `outlines` bring them onto the page; `names` finds the shape that a word means.
"""
