"""What is done, in counts: the same on a busy machine, so that a test sees what a clock would not.

INFOGRAPHIC_COUNT=1 infographic render story.json

with counting() as counts:
    compose(story, layout)
assert counts.broken <= 1.1 * len(counts.paragraphs)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator
from contextlib import contextmanager

from infographic.foundation import memo


class Counts:
    """What is counted; `kept` when the counting has ended."""

    def __init__(self) -> None:
        self.broken = 0
        """Calls of the line breaker."""
        self.paragraphs: set[Hashable] = set()
        """What it was called for: words of a size in a measure."""
        self.lay_outs: Counter[str] = Counter()
        """How often blocks of each kind were laid out, on trial or to stand."""
        self.searches = 0
        """Of the best arrangement of a set of numbers."""
        self.weighed = 0
        """Arrangements of them weighed at a size."""
        self.kept: dict[str, tuple[int, int]] = {}
        """Hits and misses of each store that was asked."""

    def breaks(self, paragraph: Hashable) -> None:
        self.broken += 1
        self.paragraphs.add(paragraph)

    def __str__(self) -> str:
        kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(self.lay_outs.items()))
        stores = [f"  {name:<32}{hits:>8}{misses:>8}" for name, (hits, misses) in self.kept.items()]
        return "\n".join([
            f"line breaker: {self.broken} calls for {len(self.paragraphs)} paragraphs",
            f"blocks laid out: {kinds or 'none'}",
            f"sets of numbers: {self.searches} searches, {self.weighed} arrangements weighed",
            f"  {'kept':<32}{'hits':>8}{'misses':>8}",
            *stores,
        ])  # fmt: skip


@contextmanager
def counting() -> Iterator[Counts]:
    """Count what all threads do until the end; one at a time."""
    counts, before = Counts(), _asked()
    memo.counting = counts
    try:
        yield counts
    finally:
        memo.counting = None
        since = {name: (now, before.get(name, (0, 0))) for name, now in _asked().items()}
        counts.kept = {
            name: (now[0] - then[0], now[1] - then[1])
            for name, (now, then) in sorted(since.items())
            if now != then
        }


def _asked() -> dict[str, tuple[int, int]]:
    """Hits and misses of every store since the process began."""
    found = {name: (store.hits, store.misses) for name, store in memo.STORES.items()}
    return found | {name: cache.asked() for name, cache in memo.CACHES.items()}
