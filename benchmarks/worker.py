"""A tool kept warm: it paints the stories it is sent, one a line, and says what each took.

    python worker.py ENGINE KIND WORKSPACE

In: a story as JSON. Out: a `Reply` as JSON. The clock runs from the story as a dict in memory to
the page as bytes in memory.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from engines import ENGINES


def main() -> None:
    engine, kind, workspace = sys.argv[1:]
    paint = ENGINES[engine](kind, Path(workspace))
    for line in sys.stdin:
        story = json.loads(line)
        wall, cpu = time.perf_counter(), time.process_time()
        page = paint(story)
        reply = {
            "seconds": time.perf_counter() - wall,
            "cpu": time.process_time() - cpu,
            "bytes": len(page),
            **_memory(),
        }
        sys.stdout.write(json.dumps(reply) + "\n")
        sys.stdout.flush()


def _memory() -> dict[str, float]:
    """This process's resident memory, now and at its highest, in MB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    lines = dict(line.split(":", 1) for line in status.splitlines())
    return {
        "rss": int(lines["VmRSS"].split()[0]) / 1000,
        "peak": int(lines["VmHWM"].split()[0]) / 1000,
    }


if __name__ == "__main__":
    main()
