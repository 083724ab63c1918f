"""The names of a batch's files: a pattern, a row and a layout; refused before anything is made.

`patterns` reads a pattern, `safe` says what no file may be called, `names` gives the names and
finds those that are one file on some disk.
"""
