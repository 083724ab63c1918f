"""Of a batch that is run: its manifest, what is left from earlier runs, reports."""

from __future__ import annotations

CODES: dict[str, str] = {
    "manifest-file": """\
A file that was named as a batch's manifest, and cannot be taken for one.
A manifest is one SQLite file that says what a batch made, from what, and how it went. It stands
beside the files, as .infographic-batch.sqlite, unless --manifest names another. A file that is
another program's, broken, or of another version is left as it is. Move it away, or name another;
without a manifest all is made anew.""",
    "manifest-slow": """\
The disk that a batch's manifest lies on cannot have SQLite's write-ahead log, as a rule because it
is a network's. All goes on, and is as safe; each job waits until the disk has written. Put the
manifest on a disk of this machine with --manifest.""",
    "batch-left": """\
Files that an earlier run of the same batch made, and that no row of the table asks for any more.
They are never deleted: a row may have been taken out by mistake. Delete what is not wanted.""",
    "batch-stopped": """\
A batch was stopped: the disk or the store refused many jobs in a row, as a full disk does.
Every file that stands is whole, and the manifest says which. Make room and run it again with
--resume: what was made is not made again.""",
    "batch-only": """\
`--only` names a row that the table does not have.
It is a row's id, as the names of its files have it.""",
    "batch-several-stores": """\
The files of one batch were to be written to several places, such as a disk and a bucket.
A job's files are written together, all of them or none, and no two stores can promise that. Run
it once for each place.""",
    "batch-no-template": """\
A table of editions was given, and no template to make stories of its rows: `-t story.json`.
A folder of stories needs none.""",
    "batch-template-of-stories": """\
A folder of stories was given, and a template as well. The stories are made as they are; leave out
the template, or give it a table of rows.""",
    "batch-none": """\
A batch has nothing to make: the table has no row, or --only and --limit leave none.""",
    "batch-local": """\
Pages of a batch go to a disk or by URL (-o); its manifest, its report and the one PDF of --pages
are written to a disk of this machine.
    infographic batch report .infographic-batch.sqlite -o report.html""",
    "batch-report-name": """\
The report of a batch is a contact sheet (.html), a table (.csv) or JSON (.json), by the ending of
its name.""",
}
