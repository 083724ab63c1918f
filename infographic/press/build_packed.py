"""Packs the shipped ICC profiles as a PDF has them: python infographic/press/build_packed.py"""

from __future__ import annotations

import zlib
from pathlib import Path

LEVEL = 6

if __name__ == "__main__":
    for profile in Path(__file__).parent.glob("*.icc"):
        profile.with_name(f"{profile.name}.z").write_bytes(
            zlib.compress(profile.read_bytes(), LEVEL)
        )
