"""Compiles the program's patterns for `late_pattern`: python …/build_patterns.py [PYTHON…]

For the Python that runs it, and for each other PYTHON that is named (it needs no packages) and
makes the same of them. With --check it only says whether the file is current.
"""

from __future__ import annotations

import json
import marshal
import subprocess
import sys
from array import array
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("patterns.bin")
Engine = tuple[int, int]
"""The version of its code, and of how many bytes each word of it is."""
Said = list[tuple[str, bool, int]]
"""A pattern, whether it is of bytes, and its flags."""


def said() -> Said:
    """Every late pattern of the program."""
    import importlib
    import pkgutil

    from infographic.foundation import late_pattern

    # By its name: the foundation imports nothing of ours.
    program = importlib.import_module("infographic")
    found = set()
    made = late_pattern._Late.__init__

    def heard(late: Any, pattern: Any, flags: int) -> None:
        made(late, pattern, flags)
        text = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
        found.add((text, isinstance(pattern, bytes), int(flags)))

    late_pattern._Late.__init__ = heard  # type: ignore[assignment,method-assign]
    for module in pkgutil.walk_packages(program.__path__, "infographic."):
        if not module.name.endswith("__main__") and ".build_" not in module.name:
            importlib.import_module(module.name)
    return sorted(found)


def codes_of(patterns: Said) -> tuple[Engine, bytes]:
    """This Python's engine, and what it is given for each."""
    import _sre  # type: ignore[import-not-found]
    import re._compiler as compiler  # type: ignore[import-not-found]

    given: list[tuple[Any, ...]] = []

    class Listening:
        def __getattr__(self, name: str) -> Any:
            return getattr(_sre, name)

        def compile(self, pattern: Any, flags: int, code: list[int], *rest: Any) -> Any:
            given.append((flags, array("I", code).tobytes(), *rest))
            return _sre.compile(pattern, flags, code, *rest)

    compiler._sre = Listening()
    codes = {}
    for text, is_bytes, flags in patterns:
        pattern = text.encode("latin-1") if is_bytes else text
        compiler.compile(pattern, flags)
        codes[pattern, flags] = given[-1]
    # Version 2 writes equal things alike, however often each is referred to.
    return (_sre.MAGIC, _sre.CODESIZE), marshal.dumps(codes, 2)


def engines_alike(patterns: Said, pythons: list[str]) -> tuple[list[Engine], bytes]:
    """The engines that make the same of the patterns, this Python's first, and what they make."""
    own, codes = codes_of(patterns)
    engines = [own]
    for python in pythons:
        command = [python, __file__, "--compile"]
        done = subprocess.run(command, input=json.dumps(patterns).encode(), capture_output=True)
        engine, others = marshal.loads(done.stdout)
        if others != codes:
            sys.exit(f"{python} makes something else of the patterns")
        engines.append(engine)
    return engines, codes


def main(arguments: list[str]) -> None:
    if "--compile" in arguments:
        sys.stdout.buffer.write(marshal.dumps(codes_of(json.load(sys.stdin)), 2))
    elif "--check" in arguments:
        engines, codes = marshal.loads(FILE.read_bytes())
        own, made = codes_of(said())
        if own in engines and marshal.dumps(codes, 2) != made:
            sys.exit(f"{FILE.name} is old: run {Path(__file__).name} with Python 3.11 to 3.13")
    else:
        engines, codes = engines_alike(said(), arguments)
        FILE.write_bytes(marshal.dumps((engines, marshal.loads(codes)), 2))


if __name__ == "__main__":
    main(sys.argv[1:])
