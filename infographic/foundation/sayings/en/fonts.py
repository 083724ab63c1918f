"""Of font files and the folders that they lie in."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "font-axis/range": (
        "axis “{axis}” of {file} cannot be {value:g}",
        "from {low:g} to {high:g}",
    ),
    "font-axis/static": (
        "{file} has no variable axis “{axis}”",
        "its axes: none, it is a static font",
    ),
    "font-axis/unknown": (
        "{file} has no variable axis “{axis}”",
        "its axes: {known}",
    ),
    "font-broken/not-whole": (
        "{file} is not a whole TrueType or OpenType font",
        "copy the file again from its source",
    ),
    "font-broken/type-1": (
        "{file} is a Type 1 font, which is not read",
        "ask its maker for the OpenType font, or convert it to OTF",
    ),
    "font-broken/table": (
        "{file} cannot be read whole ({reason})",
        "copy the file again from its source",
    ),
    "font-folder/file": (
        "this is a file, not a folder of fonts",
        "name the folder that the fonts lie in, from the one you stand in",
    ),
    "font-folder/missing": (
        "there is no such folder of fonts",
        "name the folder that the fonts lie in, from the one you stand in",
    ),
    "font-index": (
        "{file} holds {count} faces; there is no face {index}",
        "an index from 0 to {last}",
    ),
    "font-missing/face": (
        "there is no face “{name}” (looked among the shipped faces and in: no --font-path was"
        " given)",
        "`infographic fonts` lists the faces",
    ),
    "font-missing/face-in-folders": (
        "there is no face “{name}” (looked among the shipped faces and in: {folders})",
        "`infographic fonts` lists the faces",
    ),
    "font-missing/file": (
        "the font file {path} cannot be read",
        "check the path in “fonts”",
    ),
    "font-pictures": (
        "{file} holds its characters as pictures ({tables}) and has no outlines",
        "use a font with outlines; of emoji a monochrome one: “emoji” ships",
    ),
    "font-web/woff": (
        "{file} is a web font (WOFF), packed for browsers",
        "unpack it once: python -m fontTools.ttLib -o {made} {file}",
    ),
    "font-web/woff2": (
        "{file} is a web font (WOFF2), packed for browsers",
        "unpack it once: pip install brotli, then python -m fontTools.ttLib.woff2 decompress"
        " -o {made} {file}",
    ),
    "font-unembeddable/file": (
        "{file} forbids embedding in a document (fsType {fs_type})",
        "use another face, or obtain the version licensed for print",
    ),
}
