"""The manifest of a batch: one SQLite file that says what was made, from what, and how it went.

A file that stands is written before its row, and a job's old row is gone before its files are
written anew: so whenever a run is killed, the manifest claims nothing that is not there. What
stands without a row is made again. `writing` is the one writer, `reading` what reports read,
`schema` the tables, `lock` keeps a second writer out, `secrets` keeps passwords out.
"""
