"""Of editions bound into one PDF."""

from __future__ import annotations

CODES: dict[str, str] = {
    "pages-file": """\
Editions were to be bound into a file that is no PDF.
    --pages yearbook.screen.pdf    tagged, in sRGB, for screens
    --pages yearbook.pdf           in inks, as the press profile says""",
    "pages-none": """\
No row is left to be bound: the table is empty, or `--only` and `--range-of-rows` take none.""",
    "pages-many": """\
A PDF of editions would have more pages than the limit “batch-pages”. It is made in memory, and a
reader opens it whole. Bind ranges of rows into several files, or raise the limit.""",
    "pages-overset": """\
A row does not fit its layout, and this cell of it is longer than the same column is in any row that
does: what to cut, and by how many characters. It is told beside what the layout itself says.""",
    "pages-press": """\
A press profile takes one page a file, as newspapers do: a page or an advertisement each.
Of the shipped ones “insert” and “proof” take several; a house's own says "pages": "several".""",
    "pages-sheet": """\
Records do not stand on the sheet as its file asks: they do not fit between its margins, are not
all of one size, or the first place is none of the sheet's. docs/batch-pages.md shows the file.""",
    "pages-group": """\
Bookmarks were to stand under the words of a column that the rows do not have.""",
    "pages-range": """\
A range of rows is not one. Rows are counted from 1, headings not counted: 1-20,35,40-.""",
}
