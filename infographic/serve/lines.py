"""Connections that do not go on: ended, so that a few rude clients do not hold all of them."""

from __future__ import annotations

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 10.0
"""That a request's head may take."""
SEND_SECONDS = 30.0
"""That a client may take none of what is sent to it."""


class PatientProtocol(H11Protocol):
    """Uvicorn's own, with an end to its patience."""

    _head: asyncio.TimerHandle | None = None
    _sending: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._await_head()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        for timer in (self._head, self._sending):
            if timer is not None:
                timer.cancel()
        super().connection_lost(exc)

    def _await_head(self) -> None:
        """A clock runs from the first byte of a head, or the connection's begin, to its end."""
        if self.conn.their_state is h11.IDLE:
            if self._head is None:
                self._head = self.loop.call_later(HEAD_SECONDS, self.transport.abort)
        elif self._head is not None:
            self._head.cancel()
            self._head = None

    def pause_writing(self) -> None:
        super().pause_writing()
        self._sending = self.loop.call_later(SEND_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._sending is not None:
            self._sending.cancel()
            self._sending = None
