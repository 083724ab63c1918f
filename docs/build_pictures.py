"""Make every picture of README and docs anew, and the pages that galleries are.

    python docs/build_pictures.py [PART …]          # writes what is not in step
    python docs/build_pictures.py [PART …] --check  # says what is not, and changes nothing

The parts are `documents` (README and docs: galleries/documents.py says what each picture shows),
`devices` (gallery.md) and `layouts` (pages.md); all of them, unless some are named. A picture that
looks the same stays the same file.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from galleries import devices, documents, layouts
from galleries.made import ROOT, Made

PARTS: Mapping[str, Callable[[], Made]] = {
    "documents": documents.made,
    "devices": devices.made,
    "layouts": layouts.made,
}
MOST_BYTES = 12_000_000


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--check", action="store_true", help="change nothing")
    asked = parser.parse_args()
    if unknown := set(asked.parts) - PARTS.keys():
        parser.error(f"there is no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    code = 0
    for name in asked.parts or PARTS:
        made = PARTS[name]()
        stale = [path.relative_to(ROOT).as_posix() for path in made.stale()]
        total = sum(map(len, made.pictures.values()))
        if total > MOST_BYTES:
            sys.exit(f"the pictures of {name} have {total} bytes, more than {MOST_BYTES}")
        if not asked.check:
            made.write()
            print(f"{name}: {len(made.pictures)} pictures, {total} bytes; {len(stale)} files new")
        elif stale:
            code = 1
            print(f"{name}: not as made now: {', '.join(stale)}", file=sys.stderr)
            print(f"run: python docs/build_pictures.py {name}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
