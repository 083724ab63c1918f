"""A story decoded once for all the pages that show it, and what is wrong in it."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import chain
from pathlib import Path

from infographic.display.items import PictureFile
from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic, Severity, SpecError
from infographic.foundation.late_pattern import late
from infographic.foundation.memo import Memo
from infographic.foundation.reach import reach_now
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.loading.decoding.decode import Decoder
from infographic.loading.decoding.kept import Known, Once
from infographic.loading.decoding.readers import STORY_KINDS, VOLATILE, story_readers
from infographic.loading.decoding.values import Failed
from infographic.story.model import Story
from infographic.story.stat import fault_of, notes_of
from infographic.text.copy import StoryWords
from infographic.text.markup import unmarked
from infographic.text.phrases import Phrases
from infographic.text.segment import terms_in


class DecodedStory(NamedTuple):
    """A story, decoded once for all the pages that show it."""

    story: Story
    doubts: tuple[Diagnostic, ...]
    once: Once
    """What its nodes came to, for the blocks that they are bound to."""

    @property
    def pictures(self) -> tuple[Path, ...]:
        """The files of all pictures looked into so far, the blocks' own too."""
        return tuple(
            value.path
            for _, value, _ in self.once.values.values()
            if isinstance(value, PictureFile) and value.data is None
        )


_REACHES: Memo[Known] = Memo("story readers", 64)
_WORDS: Memo[StoryWords] = Memo("story words", 64)


def decode_story(node: Node, phrases: Callable[[], Iterable[Phrases]] = tuple) -> DecodedStory:
    """Decode a whole story, or raise `SpecError` with everything that is wrong in it.

    `phrases` are those of the styles that it is set in, by which terms are found in short texts.
    """
    nodes = [*node.walk()]
    words = _words_of(nodes)

    def are_alike(text: str, was: StoryWords, now: StoryWords) -> bool:
        known = [*phrases()]
        return bool(known) and all(
            terms_in(text, was, one) == terms_in(text, now, one) for one in known
        )

    known = _REACHES.made(reach_now(), lambda: Known(VOLATILE))
    once = Once(STORY_KINDS, known, words, are_alike, frozenset(map(id, nodes)))
    decoder = Decoder(story_readers(once, words), once=once)
    story = decoder.decode(node, Story)
    if isinstance(story, Failed):
        raise SpecError(decoder.diagnostics)
    stats = [stat for panel in story.panels for stat in panel.stats]
    wrong = [fault for fault in map(fault_of, stats) if fault is not None]
    if not story.headline.text.strip():
        wrong.insert(0, Diagnostic(say("story-empty"), story.headline.origin))
    if wrong:
        raise SpecError(wrong)
    notes = chain.from_iterable(map(notes_of, stats))
    return DecodedStory(story, (*decoder.diagnostics, *notes), once)


def _words_of(nodes: Iterable[Node]) -> StoryWords:
    """All words of a story: the same object for two stories that differ in numbers alone, since
    no number is a term."""
    texts = [part.value for part in nodes if isinstance(part.value, str)]
    words = StoryWords(unmarked("\n".join(texts)))
    return _WORDS.made((_NUMBER.sub("0", words.text), words.quoted), lambda: words)


_NUMBER = late("[0-9]+")


OF_THE_PAGE = ("/headline", "/language", "/publication")
"""What a page has of its story though no block shows it: its title, language and slug."""


def decode_shown(node: Node, wrong: Sequence[Diagnostic], used: frozenset[str]) -> DecodedStory:
    """The same of a story in which something is `wrong`, for pages that show what is in `used`.

    Where nothing wrong is shown the story is decoded without it, and it is a warning. Raises
    `SpecError` where something is.
    """
    # Late: few stories are wrong.
    from infographic.loading.binding.left_out import unused

    # A story of which nothing is shown is still read as a whole.
    hidden = {part.origin.pointer for part in unused(node, used) if part.origin.pointer}
    said = [_as_warning(fault) if _is_in(hidden, fault) else fault for fault in wrong]
    if all(fault.severity is not Severity.ERROR for fault in said):
        dropped = {part for fault in wrong for part in _round(fault.origin.pointer)} & hidden
        try:
            story = decode_story(_without(node, dropped))
        except SpecError:
            # What is left out is wanted by the story itself.
            raise SpecError(wrong) from None
        return story._replace(doubts=(*said, *story.doubts))
    raise SpecError(said)


def _is_in(hidden: Set[str], fault: Diagnostic) -> bool:
    """Whether what a fault is of stands in a part that is not shown.

    A field that is not known is no part of its own: it might have been one that is shown.
    """
    pointer = fault.origin.pointer
    if fault.code == "field-unknown":
        pointer = pointer.rpartition("/")[0]
    if pointer.startswith(OF_THE_PAGE) or pointer.endswith("/priority"):
        # The page's own; or what says whether its part may be left out at all.
        return False
    return not hidden.isdisjoint(_round(pointer))


def _round(pointer: str) -> Iterator[str]:
    """A pointer, and those of all that hold what stands there."""
    while pointer:
        yield pointer
        pointer = pointer.rpartition("/")[0]


def _as_warning(fault: Diagnostic) -> Diagnostic:
    return replaced(fault, severity=Severity.WARNING) if fault.severity is Severity.ERROR else fault


def _without(node: Node, pointers: set[str]) -> Node:
    """A tree without some of its parts; what holds none of them is the same node."""
    if isinstance(node.value, dict):
        fields = {
            key: _without(part, pointers)
            for key, part in node.value.items()
            if part.origin.pointer not in pointers
        }
        are_same = len(fields) == len(node.value) and all(
            fields[key] is part for key, part in node.value.items()
        )
        return node if are_same else replaced(node, value=fields)
    if isinstance(node.value, tuple):
        kept = [part for part in node.value if part.origin.pointer not in pointers]
        items = tuple(_without(part, pointers) for part in kept)
        are_same = len(items) == len(node.value) and all(map(operator.is_, items, kept))
        return node if are_same else replaced(node, value=items)
    return node
