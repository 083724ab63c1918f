"""Of SVG files."""

from __future__ import annotations

CODES: dict[str, str] = {
    "svg-broken": """\
The file is no SVG that can be read.
An SVG is XML: every element is closed, every & is written &amp;, and the first element is “svg”.
Open it in the drawing program and save it again as plain SVG, not packed, in UTF-8.""",
    "svg-size": """\
The drawing does not say how large it is.
It needs a viewBox, its extent in its own units, or a width and a height:
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40">""",
    "svg-empty": """\
The drawing draws nothing: all of it is hidden, has no colour, or has no extent.""",
    "svg-color": """\
What is said of a drawing's colours does not fit the drawing.
“colors” maps colours of the drawing to colours of the layout: "colors": {"#b5121b": "accent"}.
“currentColor” is the drawing's own word for the colour it is given, “*” all that are not named.""",
    "svg-part": """\
Something in the drawing cannot be drawn, and a drawing is printed whole or not at all.
Drawn are paths, rectangles, circles, ellipses, lines, polygons, groups, uses and clip paths, with
plain fills and strokes. Text must be turned into paths; gradients, patterns, masks, filters,
markers, pictures, links, scripts and animations are refused. Every drawing program can flatten
them (Object to Path, Expand, Flatten Transparency).""",
    "svg-value": """\
A value in the drawing is not what it should be: a number that is none, a path that breaks off, a
colour that does not exist. Browsers draw such a file as far as they can; print wants all of it.
Save it again from the drawing program.""",
    "svg-style": """\
The drawing's styles are more than a reader of drawings understands.
Rules for elements, .classes and #ids are read, and “style” attributes. Let the drawing program
write “presentation attributes” instead of CSS.""",
    "svg-unsafe": """\
The file has what could do harm, or is larger than a drawing is.
Document types, entities, scripts, links and other files' parts are refused before anything of them
is read, and so is what nests or repeats itself without end. Save it again as plain SVG.""",
}
