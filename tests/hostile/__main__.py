"""`PYTHONPATH=tests python -m hostile [NAME …]`: try the cases whose names hold one of these words,
all without any, and print what is wrong. `--alone` starts the program anew for each.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from hostile.case import take_down
from hostile.cases import CASES
from hostile.judge import tried
from hostile.launch import Launcher


def main(words: list[str]) -> int:
    alone = "--alone" in words
    words = [word for word in words if word != "--alone"]
    cases = [case for case in CASES if not words or any(word in case.name for word in words)]
    wrong = 0
    with Launcher() as launcher:
        for case in cases:
            folder = Path(tempfile.mkdtemp())
            found = tried(case, folder, launcher, alone=alone)
            take_down(folder)
            wrong += bool(found)
            for each in found:
                print(f"{case.name}: {each}", flush=True)
    print(f"{len(cases) - wrong} of {len(cases)} hold")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
