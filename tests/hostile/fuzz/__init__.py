"""Fuzzers: every reader of somebody's file, given bytes by chance.

`targets` says what is read and from what seeds; `chance` changes bytes, the same each time;
`findings` are the inputs that once went wrong. `python -m hostile.fuzz` runs one, by atheris where
it is there.
"""
