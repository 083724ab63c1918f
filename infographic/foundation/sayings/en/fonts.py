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
    "font-broken/cut": (
        "{file} is broken: its table “{table}” ends before what it says that it holds",
        "copy the file again from its source; if it is broken there, ask its maker",
    ),
    "font-broken/em": (
        "{file} is broken: by its table “{table}” an em is {upem} units, not {least} to {most}",
        "copy the file again from its source; if it is broken there, ask its maker",
    ),
    "font-broken/far": (
        "{file} is broken: it moves the glyphs of “{text}” far from where they stand (table “GPOS”"
        " or “hmtx”)",
        "use another face, or ask its maker",
    ),
    "font-broken/glyph": (
        "{file} is broken: glyph {glyph} of its table “{table}” cannot be drawn",
        "copy the file again from its source; if it is broken there, ask its maker",
    ),
    "font-broken/itself": (
        "{file} is broken: glyph {glyph} of its table “{table}” is a part of itself",
        "copy the file again from its source; if it is broken there, ask its maker",
    ),
    "font-broken/missing": (
        "{file} is broken: it has no table “{table}”",
        "copy the file again from its source; if it is broken there, ask its maker",
    ),
    "font-broken/order": (
        "{file} is broken: what must go up in its table “{table}” does not",
        "copy the file again from its source; if it is broken there, ask its maker",
    ),
    "font-broken/subset": (
        "{file} is broken: the glyphs of a page cannot be taken out of it (table “{table}”)",
        "copy the file again from its source; if it is broken there, ask its maker",
    ),
    "font-broken/unknown": (
        "{file} is broken: its table “{table}” holds what no font may hold",
        "copy the file again from its source; if it is broken there, ask its maker",
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
    "font-doubtful": (
        "{file} may be damaged: {tables} are not what it says that they are (checksums)",
        "copy the file again from its source; or have a font editor write it anew",
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
    "font-large/all": (
        "with {file} the layout's faces come to more than {most} bytes",
        "use fewer faces, subsets of them, or raise the limit",
    ),
    "font-large/bytes": (
        "{file} has {found} bytes in a face, more than {most}",
        "use a face of its own, a subset of it, or raise the limit",
    ),
    "font-large/characters": (
        "{file} has more than {most} characters in a list of its table “cmap”",
        "use another face",
    ),
    "font-large/depth": (
        "{file} has a glyph, {glyph}, whose parts have parts more than {most} times (table “glyf”)",
        "use another face, or ask its maker",
    ),
    "font-large/faces": (
        "{file} says that it holds {found} faces, more than {most}",
        "copy the file again from its source, or take the face out of it",
    ),
    "font-large/glyphs": (
        "{file} makes more than {most} glyphs a character of “{text}” (table “GSUB”)",
        "use another face, or ask its maker",
    ),
    "font-large/names": (
        "{file} has names of {found} bytes in its table “name”, more than {most}",
        "use another face, or ask its maker",
    ),
    "font-large/points": (
        "{file} has a glyph, {glyph}, of more than {most} points (table “{table}”)",
        "use another face, or ask its maker",
    ),
    "font-large/rules": (
        "{file} has more than {most} numbers to look at in its table “{table}”",
        "use another face, or ask its maker",
    ),
    "font-large/sequence": (
        "{file} makes {found} glyphs of one in its table “{table}”, more than {most}",
        "use another face, or ask its maker",
    ),
    "font-missing/beside": "there is no font file “{name}”",
    "font-missing/face": (
        "there is no face “{name}” beside the layout or among the shipped ones, and no --font-path"
        " was given",
        "`infographic fonts` lists the faces",
    ),
    "font-missing/face-in-folders": (
        "there is no face “{name}” beside the layout, among the shipped ones, or in {folders}",
        "`infographic fonts` lists the faces",
    ),
    "font-missing/file": (
        "the font file {path} cannot be read",
        "check the path in “fonts”, and whether the file may be read",
    ),
    "font-pictures": (
        "{file} holds its characters as pictures ({tables}) and has no outlines",
        "use a font with outlines; of emoji a monochrome one: “emoji” ships",
    ),
    "mend/font-path": "put it beside the layout, or name its folder: --font-path FOLDER",
    "font-web/woff": (
        "{file} is a web font (WOFF), packed for browsers; .ttf, .otf, .ttc and .otc are read",
        "unpack it once, in its folder: python -m fontTools.ttLib -o {made} {packed}",
    ),
    "font-web/woff2": (
        "{file} is a web font (WOFF2), packed for browsers; .ttf, .otf, .ttc and .otc are read",
        "unpack it once, in its folder: pip install brotli, then python -m fontTools.ttLib.woff2"
        " decompress -o {made} {packed}",
    ),
    "font-unembeddable/file": (
        "{file} forbids embedding in a document (fsType {fs_type})",
        "use another face, or obtain the version licensed for print",
    ),
}
