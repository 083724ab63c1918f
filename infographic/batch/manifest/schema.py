"""The tables of a manifest."""

from __future__ import annotations

APPLICATION = 0x696E666F
"""“info”: what tells our SQLite file from any other (PRAGMA application_id)."""
VERSION = 1
"""Of the tables (PRAGMA user_version): a file of another is refused, never changed."""

TABLES = """
CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    begun TEXT NOT NULL,          -- UTC, ISO 8601
    ended TEXT,                   -- NULL: it runs still, or was killed
    version TEXT NOT NULL,        -- of the program
    mark TEXT NOT NULL,           -- fingerprint of what bytes depend on
    rows TEXT NOT NULL,           -- what the table of editions is called, without a password
    store TEXT NOT NULL,          -- a URL, or a folder's whole path
    batch TEXT NOT NULL,          -- digest of the patterns of names: which runs are one batch
    jobs INTEGER NOT NULL         -- how many were asked for
);
CREATE TABLE job (
    id INTEGER PRIMARY KEY,
    batch TEXT NOT NULL,          -- its run's
    place INTEGER,                -- of the run's jobs, from 1; NULL: asked for no more
    files TEXT NOT NULL UNIQUE,   -- JSON: the names that were asked for, which tell jobs apart
    edition TEXT NOT NULL,        -- a row's id
    layout TEXT NOT NULL,
    key TEXT NOT NULL,            -- digest of all that was asked
    run INTEGER NOT NULL REFERENCES run(id),
    failure TEXT NOT NULL,        -- "" where it was made
    message TEXT NOT NULL,
    seconds REAL NOT NULL,
    worker TEXT NOT NULL,
    tries INTEGER NOT NULL
);
CREATE INDEX job_batch ON job(batch);
CREATE TABLE input (
    job INTEGER NOT NULL REFERENCES job(id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (job, path)
) WITHOUT ROWID;
CREATE TABLE output (
    job INTEGER NOT NULL REFERENCES job(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,           -- in the store
    size INTEGER NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (job, position)
) WITHOUT ROWID;
CREATE TABLE diagnostic (
    job INTEGER NOT NULL REFERENCES job(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    told TEXT NOT NULL,           -- JSON, as `--diagnostics json` has it
    PRIMARY KEY (job, position)
) WITHOUT ROWID;
"""
