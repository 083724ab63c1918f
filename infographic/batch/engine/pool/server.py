"""The fork server: a process of one thread that has read what all pages need, and forks workers.

Nothing is forked from the program itself: that has threads and locks, and its main module would
have to be begun again.

Over its control socket come a `Setup`, then requests for a worker, a byte each, with three files:
its line, the pipe that takes what it prints, and the server's end of its *life*. Over that goes its
number when it lives and its exit status when it does not; when the other end of it is closed, the
worker is ended. So whatever becomes of the program, its workers end with it.
"""

from __future__ import annotations

import gc
import os
import selectors
import signal
import socket
import sys
from contextlib import suppress

from infographic.batch.engine.pool.setup import Setup, prepare
from infographic.batch.engine.pool.worker import forked, ignore_interrupts
from infographic.foundation.running import frames

READY = b"R"
FORK = b"F"
NUMBER = 4
"""Bytes of a number over a life."""


def main(arguments: list[str]) -> None:
    """`python -m infographic.batch.engine.pool.server SOCKET`."""
    ignore_interrupts()
    control = socket.socket(fileno=int(arguments[0]))
    with control.makefile("rb") as reading:
        # Nothing follows it before we are ready: nothing is read too early.
        setup: Setup = frames.read(reading)
    prepare(setup)
    gc.collect()
    gc.freeze()
    control.sendall(READY)
    Server(control, setup).serve()


class Server:
    """Forks, and buries."""

    def __init__(self, control: socket.socket, setup: Setup) -> None:
        self.control, self.setup = control, setup
        self.lives: dict[int, socket.socket] = {}
        """Of each worker that is not buried, by its number."""
        self.woken, self.waking = os.pipe()
        for end in (self.woken, self.waking):
            os.set_blocking(end, False)
        self.selector = selectors.DefaultSelector()

    def serve(self) -> None:
        """Until the program is gone."""
        signal.set_wakeup_fd(self.waking)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        self.selector.register(self.control, selectors.EVENT_READ)
        self.selector.register(self.woken, selectors.EVENT_READ)
        while True:
            for key, _ in self.selector.select():
                if key.fileobj is self.control:
                    self._asked()
                elif key.fileobj == self.woken:
                    self._bury()
                elif key.data in self.lives:
                    self._end(key.data)

    def _asked(self) -> None:
        try:
            message, files, _, _ = socket.recv_fds(self.control, 1, 3)
        except OSError:
            message, files = b"", []
        if not message:
            for number in self.lives:
                os.kill(number, signal.SIGKILL)
            os._exit(0)
        line, words, end = files
        life = socket.socket(fileno=end)
        server = os.getpid()
        try:
            number = os.fork()
        except OSError as error:
            print(error.strerror, file=sys.stderr, flush=True)
            number = -1
        if not number:
            self._be_a_worker(line, words, life, server)
        os.close(line)
        os.close(words)
        if number < 0:
            life.close()
            return
        self.lives[number] = life
        self.selector.register(life, selectors.EVENT_READ, number)
        _tell(life, number)

    def _be_a_worker(self, line: int, words: int, life: socket.socket, server: int) -> None:
        code = 1
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            self.selector.close()
            for one in (self.control, life, *self.lives.values()):
                one.close()
            os.close(self.woken)
            os.close(self.waking)
            forked(line, words, self.setup, server)
            code = 0
        except OSError:
            code = 0
        finally:
            # Nothing of the server's is done a second time.
            os._exit(code)

    def _end(self, number: int) -> None:
        """Whoever had a worker has let it go."""
        self.selector.unregister(self.lives[number])
        # It is ours until it is buried: no other process has its number.
        os.kill(number, signal.SIGKILL)

    def _bury(self) -> None:
        with suppress(BlockingIOError):
            os.read(self.woken, 1024)
        while self.lives:
            number, status = os.waitpid(-1, os.WNOHANG)
            if not number:
                return
            life = self.lives.pop(number)
            with suppress(KeyError):
                self.selector.unregister(life)
            _tell(life, os.waitstatus_to_exitcode(status))
            life.close()


def _tell(life: socket.socket, number: int) -> None:
    with suppress(OSError):
        life.sendall(number.to_bytes(NUMBER, "big", signed=True))


if __name__ == "__main__":
    main(sys.argv[1:])
