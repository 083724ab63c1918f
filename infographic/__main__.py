"""`python -m infographic` is the command `infographic`."""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]  # `signal` takes a millisecond
import os


def main() -> None:
    """The command; who is interrupted while it is still imported sees no traceback."""
    if _signal.getsignal(_signal.SIGINT) != _signal.SIG_IGN:
        _signal.signal(_signal.SIGINT, lambda number, _: os._exit(128 + number))
    from infographic.cli import main as command

    command()


if __name__ == "__main__":
    main()
