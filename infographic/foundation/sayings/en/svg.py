"""Of SVG files: drawings, logos, icons."""

from __future__ import annotations

OUTLINES = "in the drawing program, turn it into paths (Object to Path, Expand), and save again"
PLAIN = "save it from the drawing program as plain SVG 1.1, with no more than shapes and colours"
HARM = "use the drawing only if you know where it is from; save it again as plain SVG"

SAYINGS: dict[str, str | tuple[str, str]] = {
    "phrase/path-count": (
        "“{command}” at character {at} takes {wanted} numbers at a time; it has {found} in all"
    ),
    "phrase/path-far": "“{found}” at character {at} is farther than a drawing reaches (10 million)",
    "phrase/path-long": "it has more than {most} lines and curves",
    "phrase/path-start": "it begins with “{found}”; a path begins with “M”",
    "phrase/path-unknown": "“{found}” at character {at} is no part of a path",
    "phrase/svg-aspect": "wanted is “none”, or “xMidYMid” and its like with “meet” or “slice”",
    "phrase/svg-color": "wanted is a colour: #d7332c, rgb(215, 51, 44), red, currentColor or none",
    "phrase/svg-dashes": "it has more than {most} lengths",
    "phrase/svg-far": "it is farther than a drawing reaches (10 million)",
    "phrase/svg-least": "wanted is {least:g} or more",
    "phrase/svg-number": "wanted is a number",
    "phrase/svg-numbers": "wanted are numbers, parted by spaces or commas",
    "phrase/svg-paint": "only plain colours are drawn: no gradients and no patterns",
    "phrase/svg-pairs": "its numbers come in pairs, an x and a y; there are {count}",
    "phrase/svg-transform": (
        "wanted are matrix(a b c d e f), translate(x y), scale(x y), rotate(a x y), skewX(a)"
        " and skewY(a)"
    ),
    "phrase/svg-transforms": "it has more than {most} parts",
    "phrase/svg-unit": "“{unit}” is no unit of a length; known are {known}",
    "phrase/svg-view": "wanted are four numbers, x, y, width and height, the last two not negative",
    "phrase/svg-word": "one of: {known}",
    "svg-broken": ("the file is no XML that can be read: {reason}", PLAIN),
    "svg-broken/encoding": (
        "the file's encoding cannot be read: {reason}",
        "save it as UTF-8",
    ),
    "svg-broken/packed": (
        "the file is a packed SVG (.svgz)",
        "unpack it, or save it as plain SVG",
    ),
    "svg-broken/root": ("the file begins with “{found}”; an SVG begins with “svg”", PLAIN),
    "svg-color/key": (
        "“{key}” is no colour that a drawing could have",
        'write a colour of the drawing, “currentColor”, or “*” for all others: "#b5121b": "accent"',
    ),
    "svg-color/pixels": (
        "“{name}” is a picture of pixels, in which no colours are exchanged",
        "take “colors” away, or give the picture as an SVG",
    ),
    "svg-color/unused": (
        "“{name}” has no colour {key}",
        "its colours are {has:join , }",
    ),
    "svg-empty": (
        "“{name}” draws nothing",
        "look whether its parts are hidden, without a colour, or without an extent",
    ),
    "svg-part/attribute": ("“{name}” is no attribute of “{element}” that can be drawn", PLAIN),
    "svg-part/circle": (
        "“{name}” is drawn inside itself",
        "draw it once, and leave the reference to itself out",
    ),
    "svg-part/clip": ("“{value}” cuts by something else than a clip path of this file", OUTLINES),
    "svg-part/clip-of-clip": (
        "a shape of a clip path has a clip path of its own",
        "give the clip path itself the second one, or cut the shape by hand",
    ),
    "svg-part/clip-union": (
        "the shapes of a clip path lie on one another, and their areas cannot be added up",
        "join them into one path in the drawing program (Union)",
    ),
    "svg-part/clip-units": (
        "a clip path is measured in shares of what it cuts (objectBoundingBox)",
        "let the drawing program cut the shapes by hand, or write it in userSpaceOnUse",
    ),
    "svg-part/element": ("“{name}” cannot be drawn from an SVG", PLAIN),
    "svg-part/image": (
        "a picture of pixels stands in the drawing, which is read as outlines alone",
        "place it as a figure of its own, or trace it",
    ),
    "svg-part/missing": ("there is no “{name}” in the file that could stand here", PLAIN),
    "svg-part/nested": (
        "“{name}” is a drawing inside the drawing, which is not read",
        "in the drawing program, release symbols and nested drawings into groups",
    ),
    "svg-part/opacity": (
        "an opacity lies on parts that lie on one another, or on a fill and its stroke together",
        "give each part its own fill-opacity, or join them into one shape (Union)",
    ),
    "svg-part/outside": (
        "“{href}” lies outside the file, and nothing but the file is read",
        "draw it in the file itself",
    ),
    "svg-part/property": ("“{name}: {value}” cannot be drawn from an SVG", PLAIN),
    "svg-part/switch": (
        "the file has parts for some readers and others for the rest (“switch”)",
        "save it without the drawing program's own data (for Illustrator: without “Preserve”)",
    ),
    "svg-part/text": (
        "“{name}” is text, which would need the drawing's own typefaces",
        f"{OUTLINES}; or set the words in the layout",
    ),
    "svg-size/none": (
        "the drawing has no size: neither a viewBox nor a width and a height",
        'write its size at its head: <svg viewBox="0 0 120 40" …>',
    ),
    "svg-size/zero": (
        "the drawing is 0 wide or high",
        'write its size at its head: <svg viewBox="0 0 120 40" …>',
    ),
    "svg-style/rest": ("“{found}” is no CSS rule that a drawing has", PLAIN),
    "svg-style/selector": (
        "“{found}” is a CSS selector that is not read",
        "known are elements, .classes and #ids alone; or write styles as attributes",
    ),
    "svg-style/type": ("the style sheet is written in something else than CSS", PLAIN),
    "svg-unsafe/active": ("“{name}” acts or brings in what is no drawing", HARM),
    "svg-unsafe/deep": ("its parts stand in one another more than {most} deep", HARM),
    "svg-unsafe/doctype": (
        "the file has a document type of its own (<!DOCTYPE … [ … ]>), which is not read",
        f"{HARM} (in Illustrator: without “Preserve Illustrator Editing Capabilities”)",
    ),
    "svg-unsafe/drawn": (
        "it draws more than {most} {what}",
        "simplify its paths, or use a picture",
    ),
    "svg-unsafe/elements": ("it has more than {most} elements", "simplify it, or use a picture"),
    "svg-unsafe/entity": ("the file has entities or names other files, which are not read", HARM),
    "svg-unsafe/handler": ("“{name}” runs a script", HARM),
    "svg-unsafe/large": (
        "the file has {mb:.1f} MB, more than {most:.0f}",
        "simplify its paths, or use a picture",
    ),
    "svg-unsafe/link": (
        "the drawing has a link (“a”), which a printed page cannot follow",
        "release what is in it from the link",
    ),
    "svg-unsafe/stylesheet": (
        "the file takes a style sheet from elsewhere, and nothing but the file is read",
        "write the styles into the file itself",
    ),
    "svg-value": ("“{value}” is no value of “{name}”: {why}", PLAIN),
    "svg-value/dashes": (
        "a line has more than {most} dashes",
        "make the dashes longer, or the line whole",
    ),
    "svg-value/far": (
        "its matrices bring it farther than a drawing reaches",
        "in the drawing program, apply the transformations and save again",
    ),
}
