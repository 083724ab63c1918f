"""Where files go: a folder, or what a URL names. Whole files only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from infographic.foundation.calls import CALL, CallError
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.sayings import say

Named = tuple[str, bytes]
"""A file's name in its store, and its bytes."""


class Store(Protocol):
    """Where a batch writes. Each process builds its own, by `store_of`: credentials do not
    travel."""

    @property
    def url(self) -> str:
        """What `store_of` makes it from: no credential is in it."""
        ...

    def put_all(self, files: Sequence[Named], inputs: Sequence[str] = ()) -> None:
        """Write files, each whole or not at all, as far as the store can all or none.

        `inputs` are paths that none of them may be written over. Raises `MachineError`, and
        `SpecError` for a file that is an input.
        """
        ...

    def get(self, name: str) -> bytes | None:
        """A file's bytes; None where there is none. Raises `MachineError`."""
        ...

    def digest(self, name: str) -> str | None:
        """The digest of a file's bytes as they are now (`digests.digest_of`); None where there is
        none."""
        ...


def store_of(url: str) -> Store:
    """The store of a folder's path or of a URL. Raises `CallError` and `MachineError`."""
    if "://" in url:
        # Late: most batches write to a disk.
        from infographic.batch.stores.urls import local_path

        path = local_path(url)
        if path is None:
            from infographic.batch.stores.objects import opened

            return opened(url)
        url = path
    from infographic.batch.stores.folder import FolderStore

    return FolderStore(url)


def must_be_shared(url: str) -> None:
    """Raise `CallError` for a store that is of one process alone: memory://."""
    if url.startswith("memory://"):
        raise CallError([Diagnostic(say("store-url/memory", url=url), CALL)])


def must_answer(url: str) -> None:
    """Ask a store of objects for one, before work that it could not take. Raises `MachineError`
    where it has no such bucket, knows nobody by our credentials, or does not answer."""
    from infographic.batch.stores.objects import must_answer

    must_answer(url)
