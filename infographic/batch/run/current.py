"""Which files of an earlier run need not be made again."""

from __future__ import annotations

from infographic.batch.digests import digest_of_file
from infographic.batch.manifest.writing import Kept
from infographic.batch.stores import Store


def is_current(kept: Kept | None, key: str, store: Store) -> bool:
    """Whether a job's files stand as they were made, of what they would be made of now.

    That is: the same was asked, every file that it was made from has the same bytes, and every file
    that was made stands with the bytes that it was made with. Raises `MachineError` where the store
    does not answer.
    """
    if kept is None or kept.key != key or not kept.outputs:
        return False
    if any(_digest_of_input(one.path) != one.digest or not one.digest for one in kept.inputs):
        return False
    return all(store.digest(one.name) == one.digest for one in kept.outputs)


def _digest_of_input(path: str) -> str:
    if "://" not in path:
        return digest_of_file(path)
    # Late: most inputs are files.
    from infographic.batch.stores.inputs import digest_of_input

    return digest_of_input(path)
