"""Of the studio: its address, its folder, what is uploaded."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "machine/no-studio": (
        "the studio is not installed: {package} is missing",
        "pip install 'infographic[studio]'",
    ),
    "machine/not-listening": (
        "{host}, port {port} cannot be listened on ({reason})",
        "another --port, or 0 for any that is free; --host is an address of this machine",
    ),
    "machine/no-studio-runs": (
        "{file}: no studio is open for its folder",
        "open one, and leave it open: infographic studio {folder}",
    ),
    "machine/no-browser": (
        "the studio of {folder} is open in no browser",
        "open it: {address}",
    ),
    "machine/studio-refuses": (
        "the studio of {folder} does not show it ({reason})",
        "end the studio with Ctrl-C, and start it again",
    ),
    "studio-path": (
        "“{name}” is no file of the studio's folder",
        "copy the file into the folder, or start the studio in the folder that holds it",
    ),
    # Edits of documents
    "edit-overtaken/value": (
        "“{pointer}” is {now} by now, not {was}: somebody else changed it, and it was left so",
        "look at what it is, and change that",
    ),
    "edit-overtaken/created": (
        "“{pointer}” is there by now, it is {now}: it was left so",
        "look at what it is, and change that",
    ),
    "edit-overtaken/gone": (
        "“{pointer}” is gone by now: it was {was}",
        "create it again, if it is wanted",
    ),
    "edit-overtaken/count": (
        "“{pointer}” has {now:# item|# items} by now, not {was}: nothing was put into it",
        "look at what it has, and put it in there",
    ),
    "edit-form/kind": (
        "“{kind}” is no edit of this file",
        "set, create, insert, delete, move or duplicate, of a table cells, paste, insert_rows,"
        " delete_rows, insert_columns or delete_columns",
    ),
    "edit-form/field": "“{field}” of the edit is to be {wanted}",
    "edit-form/value": "the edit has no “value”",
    "edit-form/none": "that is no edit, nor a list of edits",
    "edit-number": (
        "“{words}” is no number as JSON writes it",
        "digits, a point before the decimals, no commas between thousands: 2300.50",
    ),
    "edit-place/list": "“{pointer}” is {kind}, and only a list takes items",
    "edit-place/index": "there is no place {index} among {count:# item|# items}",
    "edit-place/itself": "“{pointer}” cannot be moved into itself, to “{to}”",
    "edit-place/whole": "the whole file cannot be deleted, moved or doubled here",
    "edit-form/alone": "“{kind}” is an edit of its own, not one of several",
    "edit-overtaken/rows": (
        "row {row} is another by now: no row was deleted",
        "look at the table, and delete what is to go",
    ),
    "table-form": (
        "“{pointer}” is {kind}, and no table that is edited by its cells",
        'columns and rows, {{"columns": […], "rows": [[…]]}}, a list of objects, an object of lists'
        " or a list of rows",
    ),
    "table-form/keys": (
        "the names of its columns are keys of the story: they are not changed with the cells",
        "change them in the story's file",
    ),
    "workbook-read-only": (
        "“{file}” is a workbook, which is shown here and never written",
        "change it in the program that made it: the page follows when it is saved; or save it as"
        " CSV",
    ),
    "edit-place/columns": "a table cannot lose all its columns",
    "csv-character": (
        "“{mark}” ({code}) cannot be written in {encoding}, the encoding of the file",
        "write another character, or have the file written in UTF-8",
    ),
    "csv-character/asked": (
        "the story says that the file is in {encoding}: written in UTF-8 it could not be read",
        "take “encoding” out of the story's data, then open the file again",
    ),
    "csv-inexact/encoding": (
        "the file has bytes that {encoding} writes in another way: it would not stay as it is",
        "save it in UTF-8 in the program that wrote it, then open it again",
    ),
    "csv-inexact/cells": (
        "the cells are parted by blanks, several for one: they are not edited here",
        "save it with commas or tabs between the cells",
    ),
    "document-large": (
        "the file has more than {most:g} MB",
        "split it, or leave out what the page does not show",
    ),
    # Their files
    "disk-conflict/both": (
        "“{pointer}” was changed here, to {ours}, and in the file, to {theirs}",
        "choose one of them; nothing is saved before",
    ),
    "disk-conflict/deleted": (
        "“{pointer}” was deleted here, and became {theirs} in the file",
        "choose one of them; nothing is saved before",
    ),
    "disk-conflict/gone": (
        "“{pointer}” was changed here, to {ours}, and deleted in the file",
        "choose one of them; nothing is saved before",
    ),
    "disk-broken": (
        "the file was changed elsewhere and cannot be read now ({count:# fault|# faults}): what"
        " you changed here is kept, and not saved over it",
        "mend the file where it was changed, then save again",
    ),
    "disk-busy": (
        "the file is written again and again by another program, so that it was not saved",
        "wait until it is done, then save again",
    ),
    "undo-overtaken": (
        "what was done at “{place}” cannot be taken back or made again: somebody else changed the"
        " same place since",
        "the step before it can be undone; change the place itself, if it is wrong",
    ),
    "no-conflict": "there is nothing to be chosen at “{pointer}”",
    # Uploads
    "upload-kind": (
        "“{name}” is not what its ending says, or of none of the kinds that are taken:"
        " {kinds:join , }",
        "save it as one of these kinds",
    ),
    "upload-large": (
        "“{name}” is larger than {most:.0f} MB",
        "save the picture with fewer pixels, or copy the file into the folder yourself",
    ),
    "upload-unread": (
        "“{name}” took more time or memory than one file may, and was not taken",
        "save the file again with the program that made it, smaller where that is possible",
    ),
    "upload-folder": (
        "“{folder}” is no folder of the studio's",
        "upload into the folder of the story",
    ),
    "upload-reduced": (
        "{name}: is kept with {width} × {height} pixels, as many as can be unpacked at once",
        "copy the file into the folder yourself, where every pixel is wanted",
    ),
    "starter-unknown": "no story to begin from is called “{name}”",
}
