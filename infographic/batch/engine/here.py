"""This process as an engine: for debugging, and where no other can be begun."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any


class InProcess:
    """Each call is done as it is submitted. Nothing bounds its time and memory, and its crash is
    the program's."""

    width = 1
    is_here = True

    def submit(self, function: Callable[..., Any], *arguments: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_running_or_notify_cancel()
        try:
            future.set_result(function(*arguments))
        except Exception as error:
            future.set_exception(error)
        return future

    def close(self) -> None:
        """Nothing was begun."""
