"""`python -m infographic` is the command `infographic`."""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]  # `signal` takes a millisecond
import os


def main() -> None:
    """The command; who is interrupted while it is still imported sees no traceback."""
    if _signal.getsignal(_signal.SIGINT) != _signal.SIG_IGN:
        _signal.signal(_signal.SIGINT, lambda number, _: os._exit(128 + number))
    take_standard_streams()
    try:
        from infographic.cli import main as command

        command()
    except (MemoryError, ImportError) as error:
        # Nothing is left to say it by: not even what says it could be imported.
        if isinstance(error, ImportError) and "failed to map segment" not in str(error):
            raise
        os.write(2, b"infographic: there is not enough memory\n")
        os._exit(4)


def take_standard_streams() -> None:
    """Where a standard stream is closed, put the null device in its place.

    The next file that is opened would have its number, and get what is said for the stream.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            # The lowest number that is free is this one.
            os.open(os.devnull, os.O_RDWR)


if __name__ == "__main__":
    main()
