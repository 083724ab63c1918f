"""Hostile, broken and odd files, and what becomes of each by the command line.

`cases/` makes them, none is kept as a file; `launch` runs them, a process each; `judge` says what
is wrong with what came of one. README.md says how to add one.
"""
