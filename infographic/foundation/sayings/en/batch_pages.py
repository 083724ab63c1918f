"""Of editions bound into one PDF."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "pages-file": (
        "{file} is no PDF: editions are bound into one",
        "name it FILE.pdf for a press, or FILE.screen.pdf for screens",
    ),
    "pages-none": (
        "there is no edition to bind",
        "look at the table, and at the rows that were asked for",
    ),
    "pages-many": (
        "the file would have more than {most:,} pages",
        "bind a part of the rows at a time, or raise the limit “batch-pages”",
    ),
    "pages-overset": (
        "“{column}” has {count:# character|# characters}, {over} more than in any row that fits",
        "cut {over:# character|# characters}, or give it more room in the layout",
    ),
    "pages-press": (
        "the press profile “{press}” takes one page a file",
        "write FILE.screen.pdf, take a profile that takes several (--press insert), or make a file"
        " of each edition",
    ),
    "pages-press/other": (
        "one layout is for the press “{press}”, the ones before for “{first}”: a file is for one"
        " press",
        "name one for all (--press {first})",
    ),
    "pages-sheet/full": (
        "{columns} × {rows} records of {width:.1f in pt} × {height:.1f pt} do not fit between the"
        " sheet's margins, which leave {room:.1f in pt} × {down:.1f pt}",
        "take fewer, a smaller gap, narrower margins or a larger sheet",
    ),
    "pages-sheet/start": (
        "the first record is to take place {start} of a sheet that has {count}",
        "give “start” a number from 1 to {count}",
    ),
    "pages-sheet/sizes": (
        "the page of {id} is {width:.1f in pt} × {height:.1f pt}, that of {first}"
        " {wide:.1f in pt} × {high:.1f pt}: the places of a sheet are all of one size",
        "take a layout whose page has a fixed height, the same for all",
    ),
    "pages-group": (
        "the rows have no column “{column}” to group by; they have {columns}",
        "name a column as its heading has it",
    ),
    "pages-range": (
        "“{said}” in “{whole}” is no range of rows",
        "rows are counted from 1, as in 1-20,35,40-",
    ),
}
