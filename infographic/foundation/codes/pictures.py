"""Of picture files."""

from __future__ import annotations

CODES: dict[str, str] = {
    "image-missing": """\
The picture's file is not there.
A path starts from the folder of the file that names it. Capitals count, also in .JPG. An address
on the web is never fetched: save the picture beside the story.""",
    "image-format": """\
The file is no picture that can be set.
JPEG, PNG, TIFF, WebP, GIF and BMP can, and SVG as a drawing. Export EPS, AI and PDF as SVG, or as
PNG or TIFF at 300 dpi or more; save a copy of a PSD as TIFF. The name's ending does not decide, the
content does.""",
    "image-cut-off": """\
The picture's file is damaged, or ends before the picture does.
It was probably cut off on its way: a chat program, a full disk. Copy it again from its source.""",
    "image-changed": """\
The picture's file is another than when the story was read.
Something wrote to it meanwhile: a synchronised folder, an export that was not done. Nothing is made
of half of one and half of the other.""",
    "image-note": """\
Not all that the picture's file says is taken.
Of several frames, pages or pictures the first is; a gamma without a profile and light for HDR
screens are left out.""",
    "image-profile": """\
The picture's colour profile cannot be used.
It is damaged, or for other pixels (of greys, in a picture of colours), so that the picture counts
as one without: RGB as sRGB, greys as the screen's, CMYK as the press's own inks.""",
    "image-too-large": """\
The picture is larger than can be read safely.
300 dpi at the printed size is all that the press can show: 4600 pixels for the width of a 对开.
A JPEG is made smaller while it is read, every other format is unpacked whole, for which 75 million
pixels in colours take as much memory as may be (`--limits`, docs/limits.md).""",
    "image-unreadable": """\
The system will not let the picture be read: a permission, or a name it does not take.""",
}
