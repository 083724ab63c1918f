"""How workers are begun: forked from a warm server, or each by itself."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from contextlib import suppress
from threading import Lock
from typing import Literal, Protocol

from infographic.batch.engine.pool.children import PATIENCE, Child, ForkedChild, SpawnedChild, Words
from infographic.batch.engine.pool.server import FORK, READY
from infographic.batch.engine.pool.setup import Setup
from infographic.foundation.files import PACKAGE
from infographic.foundation.record import replaced
from infographic.foundation.running import frames

Start = Literal["fork", "spawn"]
WARM_SECONDS = 60.0
"""That a server may take to read what it is to have read. One that takes longer, or ends of it, is
begun again without: whoever has a job for it is told what is wrong."""


def best_start() -> Start:
    """How workers are begun on this system. macOS has libraries that do not bear a fork."""
    if sys.platform == "darwin" or not hasattr(os, "fork") or not hasattr(socket, "send_fds"):
        return "spawn"
    return "fork"


class Beginner(Protocol):
    """Who begins workers; from several threads at once."""

    def begin(self) -> Child:
        """A new worker. Raises `OSError` where the system has none to give."""
        ...

    def close(self) -> None: ...


def beginner(start: Start, setup: Setup) -> Beginner:
    return ForkServer(setup) if start == "fork" else Spawner(setup)


def _command(module: str, *arguments: str) -> list[str]:
    # Of the modules in the folder that the user stands in (-P) none is ours, whatever its name.
    name = f"infographic.batch.engine.pool.{module}"
    return [sys.executable, "-P", "-m", name, *arguments]


def _settings() -> dict[str, str]:
    paths = [str(PACKAGE.parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


class Spawner:
    """Each worker reads all for itself."""

    def __init__(self, setup: Setup) -> None:
        self.setup = frames.packed(setup)

    def begin(self) -> Child:
        process = subprocess.Popen(
            _command("worker"), env=_settings(),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        return SpawnedChild(process, self.setup)

    def close(self) -> None:
        """Nothing but the workers was begun."""


class ForkServer:
    """The server's side of `server`; begun when the first worker is asked for, and again where it
    was lost."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.lock = Lock()
        self.process: subprocess.Popen[bytes] | None = None
        self.control: socket.socket | None = None
        self.is_closed = False

    def begin(self) -> Child:
        line, its_line = socket.socketpair()
        life, its_life = socket.socketpair()
        reading, writing = os.pipe()
        words = Words(reading)
        try:
            with its_line, its_life, self.lock:
                control = self._control()
                files = [its_line.fileno(), writing, its_life.fileno()]
                socket.send_fds(control, [FORK], files)
        except OSError:
            line.close()
            life.close()
            raise
        finally:
            os.close(writing)
        return ForkedChild(line, life, words)

    def close(self) -> None:
        self.is_closed = True
        process = self.process
        if process is not None and self.control is None:
            # It still reads layouts: who waits for it holds the lock.
            process.kill()
        with self.lock:
            self._close()

    def _close(self) -> None:
        if self.control is not None:
            # The other end of it may be held by a process that the program has forked.
            with suppress(OSError):
                self.control.shutdown(socket.SHUT_RDWR)
            self.control.close()
        if self.process is not None:
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.control = self.process = None

    def _control(self) -> socket.socket:
        """The line to a server that lives. Raises `OSError`."""
        if self.is_closed:
            raise OSError("the pool has been closed")
        if self.process is not None and self.process.poll() is not None:
            self._close()
        if self.control is None:
            try:
                self.control = self._begun(self.setup)
            except OSError:
                if self.is_closed or not self.setup.preload:
                    raise
                self.setup = replaced(self.setup, preload=())
                self.control = self._begun(self.setup)
        return self.control

    def _begun(self, setup: Setup) -> socket.socket:
        control, its_control = socket.socketpair()
        with its_control:
            self.process = subprocess.Popen(
                _command("server", str(its_control.fileno())),
                env=_settings(), pass_fds=[its_control.fileno()],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            )  # fmt: skip
        assert self.process.stderr
        words = Words(self.process.stderr)
        try:
            control.sendall(frames.packed(setup))
            control.settimeout(WARM_SECONDS)
            if control.recv(1) != READY:
                raise OSError(words.last() or "the fork server ended as it began")
        except OSError:
            self.process.kill()
            self.process.wait()
            self.process = None
            control.close()
            raise
        control.settimeout(None)
        return control
