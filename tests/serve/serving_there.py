"""A service as a process of its own, on loopback, for tests that are rude to it."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

SECONDS = 60.0
"""That anything here may take before a test fails."""


class There:
    def __init__(self, process: subprocess.Popen[bytes], port: int, log: Path) -> None:
        self.process, self.port, self.log = process, port, log

    def line(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), SECONDS)

    def lines(self) -> list[dict[str, Any]]:
        """What the service wrote down."""
        written = self.log.read_text().splitlines()
        return [json.loads(line) for line in written if line.startswith("{")]

    def end(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(SECONDS)


@contextmanager
def service(folder: Path, *options: str, preface: str = "") -> Iterator[There]:
    """One that listens on a port of its own; `preface`: what its process does before."""
    program = f"import sys\nfrom infographic.cli import run\n{preface}\nsys.exit(run(sys.argv[1:]))"
    log = folder / "service.log"
    temporary = folder / "temporary"
    temporary.mkdir()
    with log.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-c", program, "serve", "--port", "0", *options],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=file, cwd=folder,
            env={**os.environ, "TMPDIR": str(temporary),
                 "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[2]), *sys.path])},
        )  # fmt: skip
    try:
        assert process.stdout is not None
        address = process.stdout.readline().decode().strip()
        port = urlsplit(address).port
        assert port, log.read_text()
        yield There(process, port, log)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(SECONDS)
        assert process.stdout is not None
        process.stdout.close()


def request(body: bytes, *heads: str, path: str = "/render", length: int | None = None) -> bytes:
    lines = [
        f"POST {path} HTTP/1.1", "Host: 127.0.0.1", "Content-Type: application/json",
        f"Content-Length: {len(body) if length is None else length}", *heads,
    ]  # fmt: skip
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def answer(line: socket.socket) -> bytes:
    """All that comes until the other side ends."""
    came = bytearray()
    line.settimeout(SECONDS)
    try:
        while chunk := line.recv(1 << 16):
            came += chunk
    except ConnectionError:
        pass
    return bytes(came)
