"""A service that runs until it is told to end."""

from __future__ import annotations

import logging
import os
import signal
import socket
from pathlib import Path
from types import FrameType

import uvicorn

from infographic.batch.engine import LostError
from infographic.batch.engine.pool import Pool
from infographic.foundation.diagnostics import MachineError
from infographic.foundation.limits import changed, using_limits
from infographic.foundation.running.listening import is_loopback, listening
from infographic.foundation.sayings import say
from infographic.serve.app import END_SECONDS, application
from infographic.serve.keys import Keys
from infographic.serve.lines import PatientProtocol
from infographic.serve.service import Service
from infographic.serve.settings import TIGHT, Settings

__all__ = ["listening", "must_be_safe", "serve", "service_of"]
BESIDE = 64
"""Connections besides those that wait for a page: who asks how it stands, and who is slow."""
WARMED = 4
"""Layouts that are read before the first request; any other when it is first asked for."""


def must_be_safe(host: str, keys: Path | None) -> None:
    """Raises `MachineError` where others than this machine could ask without a key."""
    if keys is None and not is_loopback(host):
        raise MachineError(say("machine/serve-open", host=host))


def pool_of(settings: Settings, workers: int | None) -> Pool:
    """Warm workers, with the limits of a service but for those that the caller has set."""
    named = list(settings.layouts.values())[:WARMED]
    with using_limits({**TIGHT, **changed()}):
        return Pool(
            workers, settings.seconds, settings.megabytes, preload=named,
            font_path=settings.font_path,
        )  # fmt: skip


class PatientServer(uvicorn.Server):
    """Told to end, it takes nothing more, makes what it has begun, and ends well: uvicorn would
    raise the signal anew, and a keeper would take that for a crash."""

    def __init__(self, config: uvicorn.Config, service: Service) -> None:
        super().__init__(config)
        self.service = service

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.service.desk.is_closing = True
        if self.should_exit and sig == signal.SIGINT:
            self.force_exit = True
        self.should_exit = True


def serve(service: Service, listener: socket.socket) -> None:
    # What it says of a form that is none is no line of JSON.
    logging.getLogger("python_multipart").setLevel(logging.CRITICAL)
    config = uvicorn.Config(
        application(service), log_level="error", access_log=False, lifespan="on", ws="none",
        http=PatientProtocol, proxy_headers=False, server_header=False, date_header=True,
        limit_concurrency=service.engine.width + service.settings.queue + BESIDE,
        h11_max_incomplete_event_size=32_768, timeout_keep_alive=5,
        timeout_graceful_shutdown=int(END_SECONDS),
    )  # fmt: skip
    PatientServer(config, service).run(sockets=[listener])


def service_of(settings: Settings, keys: Path | None, workers: int | None) -> Service:
    """With a worker that is there. Raises `MachineError`."""
    known = None if keys is None else Keys(keys)
    pool = pool_of(settings, workers)
    try:
        pool.submit(os.getpid).result()
    except LostError as error:
        pool.close()
        raise MachineError(
            say("machine/serve-worker", megabytes=settings.megabytes, reason=error.message)
        ) from None
    return Service(settings, pool, known)
