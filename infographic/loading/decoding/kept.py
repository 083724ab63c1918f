"""What nodes came to, kept: by the node from page to page, and of one page whatever it reads twice.

Nodes are the same objects from page to page (`loading/alike`), and so are the values that are read
from them: all that is made of a block that did not change is then known by the block itself.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path, PurePath

from infographic.foundation.datum import Node, Origin
from infographic.foundation.memo import Memo
from infographic.foundation.record import is_record, names_of
from infographic.foundation.record.tuples import NamedTuple
from infographic.text.copy import Copy, StoryWords


class Known:
    """Under which readers, catalogue and block nodes are read: these must be the same each time."""

    def __init__(self, volatile: frozenset[object]) -> None:
        self.volatile = volatile
        """Annotations whose readers look at other files."""
        self.later: frozenset[type] = frozenset()
        """Kinds of a story's own values that were met, beside those that every story has."""


class Read(NamedTuple):
    """What a node came to."""

    value: object
    words: StoryWords | None
    """The story whose terms its short texts have; None where it has none."""
    is_passing: bool
    """Something was said of it, or another file looked at: it is read again for each page."""
    hint: object


# A new text brings 130.
DECODED: Memo[Read] = Memo("decoded nodes", 2_500)


class Once:
    """What nodes came to while one page is made, so that each is decoded, and doubted, once.

    However many blocks show a text, a number or a picture of the story, its value is one. Only of
    `kinds`: types that are read alike everywhere. Nodes are compared by identity; what could not
    be read is not kept, so that every block that shows it says so.
    """

    def __init__(
        self,
        kinds: frozenset[type],
        known: Known | None = None,
        words: StoryWords | None = None,
        are_alike: Callable[[str, StoryWords, StoryWords], bool] | None = None,
        nodes: frozenset[int] = frozenset(),
    ) -> None:
        self.kinds = kinds if known is None else kinds | known.later
        self.known = known
        self.words = words
        self.nodes = nodes
        """The identities of the story's own nodes, which it holds."""
        self.are_alike = are_alike
        """Whether a short text has the same terms in two stories."""
        self.values: dict[tuple[int, type], tuple[Node, object, bool]] = {}
        """The node is held, so that no other takes its identity; last, whether it is passing."""
        self.files: list[Path] = []
        """Files that were read for them, beside the pictures."""

    def forget(self, count: int) -> None:
        """Forget all but the first `count` values: they were read on trial."""
        while len(self.values) > count:
            self.values.popitem()

    def same(self, was: object, now: object) -> bool:
        """Whether two readings of a node came to the same, so that the first may stand for both."""
        if was is now:
            return True
        if type(was) is not type(now):
            return False
        if isinstance(was, Copy) and isinstance(now, Copy):
            return was.spans == now.spans and self._are_alike(was, now)
        if is_record(type(was)):
            names = names_of(type(was))
            return all(_is_one(getattr(was, name), getattr(now, name)) for name in names)
        return _is_one(was, now)

    def _are_alike(self, was: Copy, now: Copy) -> bool:
        if was.story is now.story:
            return True
        if was.story is None or now.story is None or self.are_alike is None:
            return False
        return self.are_alike(now.text, was.story, now.story)


def _is_one(was: object, now: object) -> bool:
    """Whether a part of a value is the same: what holds others by being the very same."""
    if was is now:
        return True
    if isinstance(was, Origin) and isinstance(now, Origin):
        return was == now and was.source is now.source
    if isinstance(was, dict) and isinstance(now, dict):
        return [*was] == [*now] and all(map(_is_one, was.values(), now.values()))
    if type(was) is tuple and type(now) is tuple:
        return len(was) == len(now) and all(map(_is_one, was, now))
    return (
        type(was) is type(now)
        and isinstance(was, str | int | float | PurePath | Enum)
        and was == now
    )
