"""`PYTHONPATH=.:tests python -m hostile.fuzz TARGET [--seconds N] [--corpus FOLDER] [--by-chance]`.

By atheris, which looks at what code an input reaches; where it is not installed, or not asked for,
by chance alone. Every new way of going wrong is printed, and its input written into the folder
where it runs, as crash-TARGET-…; it then ends in 1.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from itertools import count
from pathlib import Path
from random import Random
from types import TracebackType

Run = Callable[[bytes], None]


class Watched:
    """A target that goes on when it has gone wrong, and keeps one input of each kind."""

    def __init__(self, name: str, run: Run) -> None:
        self.name, self.run = name, run
        self.kinds: set[tuple[object, ...]] = set()

    def __call__(self, data: bytes) -> None:
        try:
            self.run(data)
        except Exception as error:
            kind = (type(error), *_place(error.__traceback__))
            if kind not in self.kinds:
                self.kinds.add(kind)
                digest = hashlib.sha256(data).hexdigest()[:12]
                path = Path(f"crash-{self.name}-{digest}").absolute()
                path.write_bytes(data)
                print(f"\n{path}: {data[:200]!r}", file=sys.stderr)
                traceback.print_exception(error)


def _place(trace: TracebackType | None) -> tuple[str, int]:
    last = traceback.extract_tb(trace)[-1]
    return last.filename, last.lineno or 0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m hostile.fuzz")
    parser.add_argument("target")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--corpus", type=Path, help="where inputs that reach new code are kept")
    parser.add_argument("--by-chance", action="store_true")
    given = parser.parse_args()
    try:
        if given.by_chance:
            raise ImportError
        import atheris
    except ImportError:
        return by_chance(given.target, given.seconds)
    # Before ours is imported: what it is to look into is compiled anew.
    with atheris.instrument_imports(include=["infographic"]):
        from hostile.fuzz.seeds import WORDS
        from hostile.fuzz.targets import TARGETS
    target = TARGETS[given.target]
    folder = given.corpus or Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds()):
        (folder / f"seed-{number}").write_bytes(seed)
    words = Path(tempfile.mkdtemp()) / "words"
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in WORDS[given.target]))
    flags = [
        f"-max_total_time={given.seconds}", f"-max_len={target.longest}", f"-dict={words}",
        f"-artifact_prefix=crash-{given.target}-", "-timeout=20", "-rss_limit_mb=2048",
    ]  # fmt: skip
    watched = Watched(given.target, target.run)
    atheris.Setup([sys.argv[0], *flags, str(folder)], watched)
    try:
        atheris.Fuzz()
    finally:
        # It ends the process itself, in 0.
        if watched.kinds:
            os._exit(1)
    return 0


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word)


def by_chance(name: str, seconds: int) -> int:
    from hostile.fuzz.chance import changed
    from hostile.fuzz.seeds import WORDS
    from hostile.fuzz.targets import TARGETS

    target = TARGETS[name]
    watched = Watched(name, target.run)
    seeds, end = list(target.seeds()), time.monotonic() + seconds
    for number in count():
        dice = Random(number)
        watched(changed(dice.choice(seeds), dice, WORDS[name], seeds))
        if time.monotonic() > end:
            print(f"{name}: {number + 1} inputs")
            break
    return 1 if watched.kinds else 0


if __name__ == "__main__":
    sys.exit(main())
