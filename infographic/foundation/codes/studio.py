"""Of the studio."""

from __future__ import annotations

CODES: dict[str, str] = {
    "studio-path": """\
The studio reads and writes files of its folder alone, links followed, and none whose name begins
with a point. The folder is the project (the nearest folder above with an `infographic.toml`), or
the one that was named.
    infographic studio ../desk                             the folder that holds all of it""",
    # Documents
    "edit-overtaken": """\
A value was to be changed in the studio, and had become another since the page showed it: somebody
changed it in another browser or in an editor. His is kept, and yours is still in your form.""",
    "edit-form": """\
A program asked the studio for an edit that is none. A browser never does.""",
    "edit-number": """\
A number was typed in a way that JSON does not write: with commas, spaces, full-width digits.
    2300.50        not 2,300.50 nor ２３００.５０; what is to be shown so is a text""",
    "edit-place": """\
Something was to be put, moved or deleted where that cannot be: into what is no list, behind the end
of one, into itself.""",
    "table-form": """\
The data of a chart stand in the story in a form that has no cells to be edited one by one. The form
for JSON can change them; or write them as columns and rows.
    "data": {"columns": ["年份", "产量"], "rows": [[2024, 852]]}""",
    "workbook-read-only": """\
A cell of a workbook (XLSX, ODS) was to be changed in the studio. It would lose what the studio
does not know of: formulas, formats, charts. Change it where it was made and save it; the page
follows.""",
    "csv-character": """\
A cell was to have a character that the file's encoding has not: a “ķ” in Big5. The studio keeps a
file's encoding, since other programs of the desk expect it. GB18030 and UTF-8 have all.""",
    "csv-inexact": """\
A table's file cannot be edited in the studio so that all the rest of it stays byte for byte what it
is. It is shown and drawn as before.""",
    "document-large": """\
A file is larger than the studio opens, or would be after an edit. docs/limits.md has the limits of
stories and of files of data.""",
    "disk-conflict": """\
A value was changed in the studio, and meanwhile in the file by an editor. Both are kept: the
studio shows them side by side, and saves again when one of them is chosen.""",
    "disk-broken": """\
A file with changes that are not saved yet was changed by another program, and cannot be read
since. The studio does not write over it. When it is mended, both are put together.""",
    "disk-busy": """\
Another program wrote the file each time that the studio was about to. Nothing is lost: what was
changed is in the studio, and saved when the other is done.""",
    "undo-overtaken": """\
A step was to be undone, or made again, whose place was changed since in the file by an editor. It
is left as it is, and the step before it is the next to be undone.""",
    "no-conflict": """\
Of two versions one was to be chosen where there are no longer two: another browser has chosen.""",
    "upload-kind": """\
A file that was uploaded is of a kind that no story can show, or is not what its ending says. Taken
are pictures (JPEG, PNG, WebP, TIFF; a GIF or BMP becomes a PNG), drawings (SVG) and data (CSV, TSV,
XLSX, ODS). Pictures are known by what is in them, whatever their ending.""",
    "upload-large": """\
A file that was uploaded has more bytes than `upload-bytes`. What is copied into the story's folder
by hand is under the limits of pictures alone (docs/limits.md).""",
    "upload-unread": """\
A file that was uploaded is looked into by a process of its own, in 30 seconds and a gigabyte of
memory. This one needs more, or ended the process: it is damaged, or made to do harm.""",
    "upload-folder": """\
A file was to be uploaded into a folder that is not there, or is none of the studio's.""",
    "upload-reduced": """\
A photograph that was uploaded has more pixels than may be unpacked at once (`image-decoded-bytes`).
It is kept with half as many across and down, or a quarter: more than any page prints.""",
    "starter-unknown": """\
A new story was to begin from one that does not travel with the program. The studio lists those
that do.""",
}
