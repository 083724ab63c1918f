"""What was made, kept for a while: by its digest, for those who asked for it."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

from infographic.foundation.limits import most
from infographic.foundation.record import field, record

SECONDS = 3600.0


@record(frozen=False, eq=False)
class Kept:
    data: bytes
    kind: str
    """Of media: “image/png”."""
    until: float
    owners: set[str] = field(default_factory=set)


class Store:
    """Bounded by bytes (`serve-kept`) and by age; the oldest goes first."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.kept: OrderedDict[str, Kept] = OrderedDict()
        self.bytes = 0

    def put(self, digest: str, data: bytes, kind: str, owner: str) -> None:
        old = self._take(digest)
        if len(data) > most("serve-kept"):
            return
        owners = {owner} | (old.owners if old else set())
        self.kept[digest] = Kept(data, kind, self.clock() + SECONDS, owners)
        self.bytes += len(data)
        while self.bytes > most("serve-kept"):
            self._take(next(iter(self.kept)))

    def get(self, digest: str, owner: str) -> Kept | None:
        """None where there is none, or none of this owner's."""
        found = self.kept.get(digest)
        if found is not None and found.until < self.clock():
            self._take(digest)
            return None
        return found if found is not None and owner in found.owners else None

    def _take(self, digest: str) -> Kept | None:
        old = self.kept.pop(digest, None)
        if old is not None:
            self.bytes -= len(old.data)
        return old
