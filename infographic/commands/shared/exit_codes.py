"""The numbers that a command ends with."""

MADE = 0
"""All that was asked for was made, or is right."""
SOME_FAILED = 1
"""Some of several layouts were made, and some were not."""
WRONG_CALL = 2
"""The command line itself: an unknown option, a name of no known kind, two things to be
written into one file. Nothing was written."""
BAD_INPUT = 3
"""The author's files: missing, faulty, with what does not fit or must not be printed, or where an
output would be written over one of them."""
MACHINE = 4
"""The machine will not do it: no permission, a full disk."""
BUG = 5
"""A bug of ours."""
INTERRUPTED = 130
"""Stopped from the keyboard; 128 and the signal's number, as shells have it: 143 for SIGTERM."""
