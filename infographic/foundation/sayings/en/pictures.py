"""Of picture files that a story names."""

from __future__ import annotations

AGAIN = "copy it again from its source; it was cut off or damaged on its way"
SMALLER = "save it smaller; 300 dpi at the size it is printed is enough"

SAYINGS: dict[str, str | tuple[str, str]] = {
    "image-cut-off/damaged": ("“{name}” is damaged ({reason})", AGAIN),
    "image-cut-off/early": ("“{name}” ends too early", AGAIN),
    "image-cut-off/empty": ("“{name}” is empty", AGAIN),
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
    "image-too-large/bytes": ("“{name}” has {mb:.0f} MB, more than {most:.0f}", SMALLER),
    "image-too-large/pixels": (
        "“{name}” has {width} × {height} pixels, more than {most:g} million",
        SMALLER,
    ),
    "image-unreadable": "“{file}” cannot be read ({reason})",
    "mend/export-vectors": "export it as SVG, or as PNG or TIFF at 300 dpi or more",
    "mend/formats": "pictures are {known} files",
    "mend/jpeg-or-png": "save it as JPEG or PNG",
    "mend/most-compatible": "save it as JPEG; phones can be set to “most compatible”",
    "mend/named-svg": "give its name the ending “.svg”",
    "mend/no-folder": "there is no folder {folder}",
    "mend/path-from-file": "the path starts from the folder of the file that names it",
    "mend/save-a-copy": "save a copy as TIFF or JPEG",
    "mend/slashes": "write folders with / on every system",
    "phrase/avif": "an AVIF",
    "phrase/eps": "an EPS",
    "phrase/heic": "an HEIC photo",
    "phrase/heif": "an HEIF photo",
    "phrase/illustrator": "an Illustrator file",
    "phrase/photoshop": "a Photoshop file",
    "phrase/svg": "an SVG",
    "phrase/unknown-kind": "no picture of a known kind",
}
