"""Patterns that are compiled when they are first asked.

To compile one takes up to six milliseconds, and few texts need all of them.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    def __init__(self, pattern: str, flags: int) -> None:
        self._said = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._said), name)
        # From now on this is asked no more.
        setattr(self, name, found)
        return found


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, compiled at its first use.

    >>> number = late(r"[0-9]+")
    >>> "search" in vars(number), number.search("共2300户")[0], "search" in vars(number)
    (False, '2300', True)
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))
