"""Of a batch that is run: its manifest, what is up to date, reports."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "manifest-file/none": (
        "there is no manifest {file}",
        "`infographic batch` writes it beside its files, as .infographic-batch.sqlite",
    ),
    "manifest-file/empty": ("no run has begun in the manifest {file}", "make a batch first"),
    "manifest-file/other": (
        "{file} is another program's file, and no manifest",
        "name another file: --manifest FILE; this one is left as it is",
    ),
    "manifest-file/broken": (
        "the manifest {file} is broken: {reason}",
        "move it away, and run again: all is made anew; this one is left as it is",
    ),
    "manifest-file/version": (
        "the manifest {file} has tables of version {found}, and this program knows {known}",
        "use the program that wrote it, or move it away: all is made anew",
    ),
    "manifest-slow": (
        "the disk of {file} cannot have a write-ahead log: each job waits for it",
        "put the manifest on a disk of this machine: --manifest FILE",
    ),
    "machine/manifest": (
        "the manifest {file} cannot be written or read: {reason}",
        "look at the disk, or name another file: --manifest FILE",
    ),
    "machine/manifest-busy": (
        "process {process} is making a batch with the manifest {file}",
        "wait until it has ended, or name another file: --manifest FILE",
    ),
    "batch-left": (
        "{count:a file of an earlier run is|# files of earlier runs are} asked for by no row any "
        "more, and left where {count:it is|they are}: {files}",
        "delete what is not wanted",
    ),
    "batch-stopped": (
        "the disk or store refused {count} jobs in a row: the others were not tried",
        "make room, or look at what was said, and go on with --resume",
    ),
    "batch-only": ("no row has the id “{id}”", "the table's ids are {ids}"),
    "batch-several-stores": (
        "the files of -o lie in {first} and in {second}",
        "write to one place at a time, and run again for the other",
    ),
    "batch-no-template": (
        "a table of editions needs a template",
        "name it: -t story.json; a folder of stories needs none",
    ),
    "batch-template-of-stories": (
        "the stories of a folder are written already, and need no template",
        "leave out -t",
    ),
    "batch-none": ("there is no row to make", "look at --only and --limit"),
    "batch-local": (
        "{file}: this file is written to a disk, and not by URL",
        "give it a path, and copy it from there",
    ),
    "batch-report-name": (
        "{file}: a report of that ending is unknown",
        "call it .html, .csv or .json",
    ),
}
