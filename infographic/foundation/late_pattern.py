"""Patterns that are made when they are first asked.

To compile one takes up to six milliseconds, and few texts need all of them. Nor are they compiled
then: `build_patterns.py` has done it for the Pythons it was run with (3.11 to 3.13 make the same of
them), and what it wrote is read: 26 ms of a cold page became 2. Any other Python compiles them.
"""

from __future__ import annotations

import marshal
import re
import sys
from functools import cache
from pathlib import Path
from typing import Any, AnyStr, cast

FILE = Path(__file__).with_name("patterns.bin")
Codes = dict[tuple[Any, int], tuple[Any, ...]]
"""By a pattern and its flags what Python's engine is given."""


class _Late:
    def __init__(self, pattern: Any, flags: int) -> None:
        self._said = pattern, int(flags)

    def __getattr__(self, name: str) -> Any:
        found = getattr(compiled(*self._said), name)
        # From now on this is asked no more.
        setattr(self, name, found)
        return found


def late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, made at its first use.

    >>> number = late(r"[0-9]+")
    >>> "search" in vars(number), number.search("共2300户")[0], "search" in vars(number)
    (False, '2300', True)
    """
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))


def compiled(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
    """What `re.compile` gives."""
    code = _codes().get((pattern, flags))
    if code is None:
        return re.compile(pattern, flags)
    # Python's own engine, which has no stubs.
    import _sre  # type: ignore[import-not-found]
    from array import array

    known, words, *rest = code
    made: re.Pattern[Any] = _sre.compile(pattern, known, array("I", words).tolist(), *rest)
    return made


@cache
def _codes() -> Codes:
    if sys.byteorder != "little" or not FILE.is_file():
        return {}
    import _sre

    engines, codes = marshal.loads(FILE.read_bytes())
    return cast(Codes, codes) if (_sre.MAGIC, _sre.CODESIZE) in engines else {}
