"""A worker as the program holds it: what it is asked, what it answers, and what it said last."""

from __future__ import annotations

import io
import os
import signal
import socket
import subprocess
import threading
from collections import deque
from contextlib import suppress
from typing import IO, Any, BinaryIO

from infographic.batch.engine import Lost
from infographic.batch.engine.pool.server import NUMBER
from infographic.foundation.running import frames
from infographic.foundation.running.bounds import is_of_memory

MOST_SAID = 50
"""Lines of what a worker said last."""
PATIENCE = 2.0
"""Seconds that a process has to be gone in, when its line has ended or it was killed."""


class Words:
    """What a process prints, read as it comes, so that it never waits; the last lines are kept."""

    def __init__(self, pipe: int | IO[bytes]) -> None:
        self._lines: deque[str] = deque(maxlen=MOST_SAID)
        stream = os.fdopen(pipe, "rb") if isinstance(pipe, int) else pipe
        self._thread = threading.Thread(target=self._read, args=(stream,), daemon=True)
        self._thread.start()

    def _read(self, stream: IO[bytes]) -> None:
        with suppress(OSError, ValueError), stream:
            while line := stream.readline(1000):
                self._lines.append(line.decode(errors="replace").rstrip())

    def clear(self) -> None:
        self._lines.clear()

    def last(self) -> str:
        """The last lines of a process that has ended."""
        self._thread.join(PATIENCE)
        return "\n".join(line for line in self._lines if line)


class Child:
    """One worker. `ask` it from one thread, `kill` it from any."""

    def __init__(self, reading: BinaryIO, writing: BinaryIO, words: Words) -> None:
        """Raises `OSError` where the worker ends before it has said that it is there."""
        self.reading, self.writing, self.words = reading, writing, words
        self.calls = 0
        self.resident = 0
        """Bytes of memory after the last call."""
        self.killed: Lost | None = None
        """Why it was killed, by whoever holds it."""

    def begun(self) -> None:
        """Wait until it is there. Raises `OSError`."""
        try:
            self.number: int = frames.read(self.reading)
        except EOFError:
            raise OSError(self.words.last() or "a worker ended as it began") from None

    def ask(self, call: bytes) -> tuple[str, Any]:
        """“done” and a value, or “raised” and an exception. Raises `EOFError` or `OSError` where
        the process ends; what unpickling the answer raises."""
        self.words.clear()
        self.calls += 1
        self.writing.write(frames.framed(call))
        self.writing.flush()
        kind, self.resident, value = frames.read(self.reading)
        return kind, value

    def kill(self, why: Lost) -> None:
        """End it at once: who waits for it sees its line end."""
        self.killed = self.killed or why
        self._kill()

    def why_gone(self) -> tuple[Lost, str]:
        """Why it ended, and how, with what it said last."""
        code = self._exit_code()
        last = self.words.last()
        if self.killed is not None:
            return self.killed, last
        why: Lost = "memory" if is_of_memory(code, last) else "crash"
        return why, "\n".join(filter(None, [_how(code), last]))

    @property
    def is_gone(self) -> bool:
        """Whether it was killed, or ended by itself while nobody asked it anything."""
        return self.killed is not None or self._has_ended()

    def close(self) -> None:
        """Let it go, and whatever is held of it."""
        self.kill("cancelled")
        for stream in (self.reading, self.writing):
            with suppress(OSError):
                stream.close()

    def _kill(self) -> None:
        raise NotImplementedError

    def _has_ended(self) -> bool:
        raise NotImplementedError

    def _exit_code(self) -> int | None:
        raise NotImplementedError


def _how(code: int | None) -> str:
    if code is None:
        return ""
    if code < 0:
        with suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"


class ForkedChild(Child):
    """One of a fork server."""

    def __init__(self, line: socket.socket, life: socket.socket, words: Words) -> None:
        super().__init__(line.makefile("rb"), line.makefile("wb"), words)
        self.line, self.life = line, life
        # Whether there is a process at all, or the server could make none.
        _number(life)
        self.begun()

    def _has_ended(self) -> bool:
        try:
            self.life.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
        except BlockingIOError:
            return False
        except OSError:
            pass
        return True

    def _kill(self) -> None:
        for one in (self.life, self.line):
            with suppress(OSError):
                one.shutdown(socket.SHUT_WR if one is self.life else socket.SHUT_RDWR)

    def _exit_code(self) -> int | None:
        self.life.settimeout(PATIENCE)
        try:
            return _number(self.life)
        except OSError:
            return None

    def close(self) -> None:
        super().close()
        self.line.close()
        self.life.close()


def _number(life: socket.socket) -> int:
    """What the server says next of a worker. Raises `OSError` where it says nothing."""
    data = life.recv(NUMBER, socket.MSG_WAITALL)
    if len(data) < NUMBER:
        raise OSError("no process can be begun")
    return int.from_bytes(data, "big", signed=True)


class SpawnedChild(Child):
    """One begun by itself."""

    def __init__(self, process: subprocess.Popen[bytes], setup: bytes) -> None:
        assert process.stdin and process.stdout and process.stderr
        super().__init__(_reader(process.stdout), _writer(process.stdin), Words(process.stderr))
        self.process = process
        self.writing.write(setup)
        self.writing.flush()
        self.begun()

    def _has_ended(self) -> bool:
        return self.process.poll() is not None

    def _kill(self) -> None:
        with suppress(OSError):
            self.process.kill()

    def _exit_code(self) -> int | None:
        with suppress(subprocess.TimeoutExpired):
            return self.process.wait(PATIENCE)
        return None

    def close(self) -> None:
        super().close()
        self._exit_code()


def _reader(stream: Any) -> BinaryIO:
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)


def _writer(stream: Any) -> BinaryIO:
    return stream if isinstance(stream, io.BufferedWriter) else io.BufferedWriter(stream)
