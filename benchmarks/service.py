"""The service under load, on loopback: how long a page takes where so many ask at once.

    python benchmarks/service.py [--workers 2] [--clients 8] [--seconds 10] [--layout square]

Each client asks for the next page when it has the last, with a number changed in each, so that
nothing is found made. A 503 is counted, and asked again after its Retry-After.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--queue", type=int, default=16)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--layout", default="square")
    parser.add_argument("--format", default="png")
    given = parser.parse_args()
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "infographic", "serve", "--port", "0",
             "--workers", str(given.workers), "--queue", str(given.queue),
             "--layouts", given.layout],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        try:
            assert process.stdout is not None
            port = urlsplit(process.stdout.readline().decode().strip()).port
            assert port, "the service did not begin"
            load(port, given.clients, 2.0, given)
            times, statuses = load(port, given.clients, given.seconds, given)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(60)
    report(times, statuses, given)


def load(port: int, clients: int, seconds: float, given: Any) -> tuple[list[float], Counter[int]]:
    """The seconds of each page, and the statuses."""
    times: list[float] = []
    statuses: Counter[int] = Counter()
    until = time.perf_counter() + seconds

    def ask(number: int) -> None:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        count = 0
        while time.perf_counter() < until:
            count += 1
            body = json.dumps(page(given, f"{number}.{count}"))
            begun = time.perf_counter()
            line.request("POST", "/render", body, {"Content-Type": "application/json"})
            answer = line.getresponse()
            answer.read()
            statuses[answer.status] += 1
            if answer.status == 200:
                times.append(time.perf_counter() - begun)
            elif answer.status == 503:
                time.sleep(min(float(answer.headers["Retry-After"]), 1.0))
        line.close()

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times, statuses


def page(given: Any, number: str) -> dict[str, Any]:
    """A story with numbers of its own."""
    story = json.loads((ROOT / "data.json").read_text(encoding="utf-8"))
    story["headline"] = f"{story['headline']} {number}"
    return {"story": story, "layout": given.layout, "format": given.format}


def report(times: list[float], statuses: Counter[int], given: Any) -> None:
    times.sort()
    p50, p99 = (times[min(int(len(times) * share), len(times) - 1)] for share in (0.5, 0.99))
    print(
        f"{given.layout}.{given.format}, {given.workers} workers, {given.clients} clients,"
        f" {given.seconds:g} s: {len(times) / given.seconds:.1f} pages/s,"
        f" p50 {p50 * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms, statuses {dict(statuses)}"
    )


if __name__ == "__main__":
    main()
