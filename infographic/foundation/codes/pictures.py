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
    "image-too-large": """\
The picture is larger than can be read safely.
300 dpi at the printed size is all that the press can show: 4600 pixels for the width of a 对开.""",
    "image-unreadable": """\
The system will not let the picture be read: a permission, or a name it does not take.""",
}
