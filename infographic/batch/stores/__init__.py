"""Where files go: a folder, or what a URL names. Whole files only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

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
        # Late, an extra: most batches write to a disk.
        from infographic.batch.stores.objects import ObjectStore  # type: ignore[import-untyped]

        store: Store = ObjectStore(url)
        return store
    from infographic.batch.stores.folder import FolderStore

    return FolderStore(url)
