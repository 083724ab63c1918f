"""Who does the jobs: processes of this machine (`pool`), a cluster (`cluster`), or this process
(`here`).

They are given functions of modules, by `submit`; `flow` hands them jobs, a few more than they can
do at once, and gives back what came of each.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Literal, Protocol, runtime_checkable

Lost = Literal["time", "memory", "crash", "cancelled"]


class LostError(Exception):
    """A call came to nothing because of its process; `message` is what that said last."""

    def __init__(self, why: Lost, message: str = "", tries: int = 1) -> None:
        super().__init__(why, message, tries)
        self.why: Lost = why
        self.message, self.tries = message, tries


class Engine(Protocol):
    """Processes that functions are called in. A context: it is closed at the end."""

    @property
    def width(self) -> int:
        """How many calls are done at once."""
        ...

    @property
    def is_here(self) -> bool:
        """Whether calls are done in this very process, and may use what is only in it."""
        ...

    def submit(self, function: Callable[..., Any], *arguments: Any) -> Future[Any]:
        """Have a function of a module called, with arguments that pickle. What it raises, the
        future raises; `LostError` where its process was lost, again after a second try.

        A future that has not begun can be cancelled.
        """
        ...

    def close(self) -> None:
        """End all processes at once; what waits or runs is cancelled."""
        ...


@runtime_checkable
class Sharing(Protocol):
    """An engine of several machines, each of which has disks of its own."""

    def share(self, folder: str) -> None:
        """Have files written under a folder only by those that see it. Raises `MachineError`."""
        ...
