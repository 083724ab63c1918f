"""One page and no more, in a process of its own: what a small script with the tool costs.

    python once.py ENGINE KIND WORKSPACE STORY OUT

On stdout: the CPU seconds from the tool imported to the bytes made.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from pathlib import Path

from engines import ENGINES


def main() -> None:
    engine, kind, workspace, story, out = sys.argv[1:]
    tool = engine.partition("_")[0]
    importlib.import_module("infographic.pipeline" if engine == "infographic" else tool)
    begun = time.process_time()
    paint = ENGINES[engine](kind, Path(workspace))
    page = paint(json.loads(Path(story).read_text(encoding="utf-8")))
    seconds = time.process_time() - begun
    Path(out).write_bytes(page)
    print(seconds)


if __name__ == "__main__":
    main()
