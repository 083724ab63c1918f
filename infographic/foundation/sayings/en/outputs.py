"""Of what is written, and of what the machine will not do."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "machine/date": (
        "SOURCE_DATE_EPOCH is “{said}”; it must be seconds since 1970",
        "take it out of the environment, or set it: SOURCE_DATE_EPOCH=$(date +%s)",
    ),
    "machine/export-folder": (
        "there is no place for exported files ({reason})",
        "make room on the disk of the system's folder for temporary files",
    ),
    "machine/export-large": (
        "the files of one export are more than {most:g} MB together",
        "export fewer layouts at a time, or at a smaller scale",
    ),
    "machine/file-object": (
        "the file object cannot be written ({reason})",
        "make sure that it is open for writing, and that its disk has room",
    ),
    "machine/folder-busy": (
        "{folder}: another run (process {process}) has been writing here for too long",
        "wait until it has ended, or write into another folder",
    ),
    "machine/folder-busy-by-another": (
        "{folder}: another run has been writing here for too long",
        "wait until it has ended, or write into another folder",
    ),
    "machine/here": (
        "the folder that you stand in has been deleted",
        "go into another folder: cd",
    ),
    "machine/icc-unread": (
        "{file}: cannot be read ({reason})",
        "have its permissions changed, or name another file as the press profile's “icc”",
    ),
    "file-outside": (
        "“{name}” lies outside what may be read: the project, {folder}",
        "copy it into the project, or allow it: --allow PATH (docs/security.md)",
    ),
    "mend/allow": "copy it into the project, or allow it: --allow {path} (docs/security.md)",
    "mend/allow-link": (
        "a link in the project leads there; copy the file into the project, or allow it: --allow"
        " {path} (docs/security.md)"
    ),
    "limit-unknown": ("there is no limit “{name}”", "docs/limits.md lists them"),
    "limit-unknown/object": (
        "limits are an object of names and numbers, not {found}",
        'write {{"image-pixels": 400000000}}',
    ),
    "limit-unknown/number": (
        "the limit “{name}” is {value}, not a whole number from 0 up",
        "give it a whole number: {name}=1000",
    ),
    "over-limit": (
        "this asks for more than {most:,} {of}",
        "ask for less of it, or raise the limit where the file is to be trusted",
    ),
    "machine/memory": (
        "there is not enough memory",
        "ask for less (--scale, --ppi, --tiles), or have more memory allowed (ulimit -v)",
    ),
    "machine/stdout": (
        "standard output cannot be written ({reason})",
        "make room where it goes",
    ),
    "machine/system": (
        "{file}: {reason}",
        "see whether it is there, and may be read and written",
    ),
    "machine/no-plates": (
        "the PDF cannot be taken apart into plates: {why}",
        "`check` the file: a PDF for a press has inks alone",
    ),
    "machine/not-written": (
        "{file}: cannot be written ({reason})",
        "write to another folder",
    ),
    "machine/page-pixels": (
        "a page of {width:.0f in pt} × {height:.0f pt} at {ppi:g} ppi is more than {most:,} pixels",
        "ask for fewer pixels an inch (--ppi)",
    ),
    "machine/pdf-not-drawn": (
        "the PDF cannot be drawn ({reason})",
        "`check` the file, or write it again",
    ),
    "machine/picture-pixels": (
        "a picture of {width} × {height} pixels is more than {most:,}",
        "ask for a smaller scale or ppi, or cut a long page into tiles",
    ),
    "machine/plate-pixels": (
        "plates of {width} × {height} pixels are more than {most:,}",
        "ask for fewer pixels an inch (--ppi)",
    ),
    "mend/damaged-disk": "look after the disk, and write to another one",
    "mend/disk-full": "make room on the disk, or write to another one",
    "mend/file-in-path": ("a file stands where a folder of this path should be; give another path"),
    "mend/file-size": "have the largest size of a file raised (ulimit -f), or make it smaller",
    "mend/name-of-a-file": "give a name that a file can have",
    "mend/name-of-a-folder": "a folder has this name; give the file another",
    "mend/open-files": "have more files opened at once (ulimit -n)",
    "mend/permissions": "write to a folder that is yours, or have its permissions changed",
    "mend/quota": "make room within your quota, or write to another disk",
    "mend/read-only-disk": "write to a disk that is not read-only",
    "mend/shorter-name": "give a shorter name",
    "output-is-input/another-name": (
        "this is the same file as {read_as}, which is read to make the page, and would be written"
        " over",
        "give what is written a name of its own",
    ),
    "output-is-input/itself": (
        "this file is read to make the page, and would be written over",
        "give what is written a name of its own",
    ),
    "phrase/blend-and-mask": "the blend mode {blend}, soft mask {mask}",
    "phrase/color-space": "the colour space {space}",
    "phrase/form-or-mask": "a form or a mask among the pictures",
    "phrase/picture-in-space": "a picture in {space}",
    "phrase/rgb": "RGB",
    "picture-over-limit/asked": (
        "the {format} has {kb:,.1f} kB even at quality {quality} (of {top} at the most);"
        " --max-bytes allows {limit:,.1f} kB",
        "a smaller --scale or --ppi, --tiles, fewer pictures, a higher --max-bytes, or --quality to"
        " write it at its size",
    ),
    "picture-over-limit/platform": (
        "the {format} has {kb:,.1f} kB even at quality {quality} (of {top} at the most); the"
        " platform “{platform}” allows {limit:,.1f} kB",
        "a smaller --scale or --ppi, --tiles, fewer pictures, a higher --max-bytes, or --quality to"
        " write it at its size",
    ),
    "picture-too-long": (
        "a {format} has at most {longest:,} pixels a side, not {width:,} × {height:,}",
        "cut it into tiles (--tiles), make it at most {scale:g} times as large (--scale), or write"
        " a {other}",
    ),
    "set-left": (
        "{count:# file|# files} of an earlier set of more pages {count:stands|stand} beside"
        " the new one: {files}",
        "take them away, if nobody wants them: nothing is deleted for you",
    ),
    "too-deep": (
        "something in the files stands inside itself too many times over",
        "put fewer things into one another",
    ),
    "sheet-too-large/tall": (
        "the page is {height:.0f pt} tall: no PDF can be taller than {most:.0f pt}, nor a picture"
        " made in one piece",
        "cut it into tiles (--tiles 4000), or make it shorter",
    ),
    "sheet-too-large/sheet": (
        "a sheet of {width:.0f in pt} × {height:.0f pt} is larger than a PDF can be ({most:.0f pt}"
        " a side); the page has {page_width:.0f in pt} × {page_height:.0f in pt}, bleed and marks"
        " {offset:.0f in pt} on each side",
        "make the page smaller, or take a press profile without marks, or no bleed",
    ),
}
