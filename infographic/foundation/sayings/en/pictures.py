"""Of picture files that a story names."""

from __future__ import annotations

AGAIN = "copy it again from its source; it was cut off or damaged on its way"
SMALLER = "save it smaller; 300 dpi at the size it is printed is enough"

SAYINGS: dict[str, str | tuple[str, str]] = {
    "image-changed": (
        "“{name}” changed while it was read",
        "run again when nothing writes to it any more",
    ),
    "image-cut-off/damaged": ("“{name}” is damaged ({reason})", AGAIN),
    "image-cut-off/early": ("“{name}” ends too early", AGAIN),
    "image-cut-off/empty": ("“{name}” is empty", AGAIN),
    "image-format/depth": (
        "“{name}” has tones of 32 bits, of which nothing says which is white",
        "save it with 8 or 16 bits a channel",
    ),
    "image-format/kind": "“{name}” is {kind}",
    "image-format/not-set": "“{name}” is {kind}, which cannot be set",
    "image-format/no-drawing": (
        "“{name}” is a picture of pixels; a drawing is an SVG",
        "export it from the drawing program as SVG, or show it by a figure",
    ),
    "image-missing/address": (
        "“{name}” is an address, not a file",
        "nothing is fetched from a network: save the picture beside the story",
    ),
    "image-missing/file": "there is no picture “{name}”",
    "image-missing/folder": "“{name}” is a folder or device, not a picture",
    "image-note/frames": "“{name}” has {count} frames; the first is taken",
    "image-note/further": "“{name}” holds {count} pictures; the first is taken",
    "image-note/gain-map": (
        "“{name}” has a gain map for HDR screens; its picture for all others is taken"
    ),
    "image-note/gamma": (
        "“{name}” gives a gamma or primaries and no ICC profile; its colours are taken as sRGB",
        "save it with its profile, or in sRGB",
    ),
    "image-note/hdr": (
        "“{name}” is coded for HDR screens; its colours are taken as sRGB",
        "save it in sRGB",
    ),
    "image-note/many-frames": "“{name}” has more than {count} frames; the first is taken",
    "image-note/many-pages": "“{name}” has more than {count} pages; the first is taken",
    "image-note/pages": "“{name}” has {count} pages; the first is taken",
    "image-note/suffix": (
        "“{name}” is a {kind}, whatever its name ends in, and is taken as one",
        "rename it",
    ),
    "image-profile/damaged": (
        "the colour profile in “{name}” is damaged; its colours are taken as {space}",
        "save it again with its profile",
    ),
    "image-profile/other": (
        "the colour profile in “{name}” is not for such pixels; its colours are taken as {space}",
        "save it again with its own profile",
    ),
    "image-too-large/bytes": ("“{name}” has {mb:.0f} MB, more than {most:.0f}", SMALLER),
    "image-too-large/decoded": (
        "“{name}”, {width} × {height} pixels, takes {mb:.0f} MB when it is unpacked, more than "
        "{most:g}",
        "save it smaller (300 dpi at the size it is printed is enough), or as JPEG",
    ),
    "image-too-large/held": (
        "“{name}”, {width} × {height} pixels, is a progressive JPEG: held whole while it is "
        "decoded it takes {mb:.0f} MB, more than {most:g}",
        "save it as a JPEG that is not progressive, or smaller",
    ),
    "image-too-large/metadata": (
        "“{name}” says {mb:.0f} MB of itself beside its pixels, more than {most:g}",
        "export it without metadata",
    ),
    "image-too-large/parts": (
        "the file “{name}” is cut into more than {most:,} parts",
        "save it again",
    ),
    "image-too-large/passes": (
        "“{name}” is drawn in {count} passes, together more than {most:g} million pixels",
        "save it as a JPEG that is not progressive, or smaller",
    ),
    "image-too-large/pixels": (
        "“{name}” has {width} × {height} pixels, more than {most:g} million",
        SMALLER,
    ),
    "image-unreadable": (
        "“{file}” cannot be read ({reason})",
        "see whether it is there, whole, and may be read",
    ),
    "mend/export-vectors": "export it as SVG, or as PNG or TIFF at 300 dpi or more",
    "mend/formats": "pictures are {known} files",
    "mend/jpeg-or-png": "save it as JPEG or PNG",
    "mend/most-compatible": "save it as JPEG; phones can be set to “most compatible”",
    "mend/named-svg": "give its name the ending “.svg”",
    "mend/no-address": "write the path alone, without “file://”",
    "mend/no-folder": "there is no folder {folder}",
    "mend/no-home": "“~” is not taken for your home: write the path from the file that names it",
    "mend/path-from-file": "the path starts from the folder of the file that names it",
    "mend/save-a-copy": "save a copy as TIFF or JPEG",
    "mend/slashes": "write folders with / on every system",
    "phrase/avif": "an AVIF",
    "phrase/eps": "an EPS",
    "phrase/heic": "an HEIC photo",
    "phrase/heif": "an HEIF photo",
    "phrase/illustrator": "an Illustrator file",
    "phrase/grey-as-is": "the screen's greys",
    "phrase/inks-as-is": "the press's own inks",
    "phrase/photoshop": "a Photoshop file",
    "phrase/srgb": "sRGB",
    "phrase/svg": "an SVG",
    "phrase/unknown-kind": "no picture of a known kind",
}
