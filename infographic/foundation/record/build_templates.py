"""Writes `templates.py`: python infographic/foundation/record/build_templates.py [--check]"""

from __future__ import annotations

import sys
from pathlib import Path

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
FILE = Path(__file__).with_name("templates.py")
FEW = 2
"""As in `methods`."""
MOST, MOST_COMPARED = 40, 16
"""What few records have: more fields, and so many of one that is compared. Their methods are
written out and compiled when they are used."""

HEAD = '''"""The methods of a record of so many fields, by `build_templates.py`; see `methods`."""
# fmt: off
# mypy: ignore-errors
# ruff: noqa: E501, E701, E702, E741, F821, N803
'''


def methods(count: int) -> str:
    names = LETTERS[:count]
    mine, others = (f"({''.join(f'{it}.{name}, ' for name in names)})" for it in ("self", "other"))
    equal = f"{mine} == {others} if other.__class__ is self.__class__ else NotImplemented"
    lines = [f"def init_{count}(self, {', '.join(names)}):"]
    if count <= FEW:
        lines[0] += " " + "; ".join(f"set_{name}(self, {name})" for name in names)
    else:
        sets = "; ".join(f"self.{name} = {name}" for name in names)
        lines += [
            " try: become(self, draft)",
            f" except TypeError: fill(self, {', '.join(names)}); return",
            f" {sets}; self.__class__ = record",
        ]
    if count <= MOST_COMPARED:
        taken = f"({''.join(f'{name}, ' for name in names)})"
        lines += [
            f"def new_{count}(cls, {', '.join(names)}): return tuple_new(cls, {taken})",
            f"def eq_{count}(self, other): return self is other or ({equal})",
            f"def hash_{count}(self): return hash({mine})",
        ]
    return "\n\n" + "\n".join(lines) + "\n"


def text() -> str:
    return HEAD + "".join(methods(count) for count in range(1, MOST + 1))


if __name__ == "__main__":
    if "--check" not in sys.argv:
        FILE.write_text(text(), encoding="utf-8")
    elif FILE.read_text(encoding="utf-8") != text():
        sys.exit(f"{FILE.name} is not what {Path(__file__).name} writes")
