"""Copy lint: what no editor meant in a story's texts, each with its place and mend.

A rule is a small generator over the words of a text. To add one: write it, name it in RULES with
the characters that it may look at, give its sentences to `foundation/sayings/en/copy_lint` and its
code to `foundation/codes/copy_lint`, and give tests/copy_lint a text that breaks it and one that
only looks as if it did. docs/copy-lint.md says what each finds.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

from infographic.copy_lint.characters import kinds_in
from infographic.copy_lint.texts import (
    StoryParts,
    numbers_without_label,
    parts_of,
    unmarked_with_places,
)
from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.record.tuples import NamedTuple

if TYPE_CHECKING:
    from infographic.copy_lint.findings import Finding, Words
    from infographic.display.page import Page
    from infographic.text.style import FontStack


class Rule(NamedTuple):
    """A rule on single texts."""

    code: str
    kinds: str
    """The kinds of character (`characters`) without which there is nothing for it to find."""
    where: str
    """Module and function. Few texts need any of them, so that each is imported when asked."""

    def find(self, words: Words) -> Iterator[Finding]:
        module, _, name = self.where.partition(".")
        rule: Callable[[Words], Iterator[Finding]] = getattr(
            import_module(f"infographic.copy_lint.{module}"), name
        )
        return rule(words)


RULES = (
    Rule("copy-html", "<", "html.tags"),
    Rule("copy-html", "&", "html.references"),
    Rule("copy-invisible", "i", "letters.unseen_characters"),
    Rule("copy-radical", "r", "letters.radicals"),
    Rule("copy-line-end", "e", "letters.line_ends"),
    Rule("copy-quote", "q", "marks.straight_quotes"),
    Rule("copy-doubled", "d", "marks.doubled"),
    Rule("copy-half-width", "m", "marks.half_width"),
    Rule("copy-doubled", " ", "marks.wide_spaces"),
    Rule("copy-full-width", "f", "letters.full_width"),
    Rule("copy-float", ".", "numbers.float_noise"),
)
"""In the order that they are asked in: what an earlier one found no later one says again."""

INLINE = frozenset("*{}\\")
"""What inline marks are made of."""
SHORTEST_NOISE = 10
"""Digits, sign and point of a number that no rounding left: it is not looked at."""
Found: TypeAlias = "tuple[tuple[str, tuple[Finding, ...]], ...]"
"""Codes with what was found under each."""


@lru_cache(maxsize=512)
def findings_in(text: str) -> Found:
    """What the rules on single texts find in a text as it is written.

    One pass over the text tells which kinds of character it has; a rule without its kind is not
    asked.
    """
    kinds = kinds_in(text)
    if not INLINE.isdisjoint(text):
        # Between inline marks stand characters that are neighbours once they are set.
        kinds |= kinds_in(unmarked_with_places(text)[0])
    asked = [rule for rule in RULES if not kinds.isdisjoint(rule.kinds)]
    if not asked:
        return ()
    words = _words_of(text)
    taken: set[int] = set()
    found: dict[str, list[Finding]] = {}
    for rule in asked:
        own = [one for one in rule.find(words) if taken.isdisjoint(range(one.start, one.end))]
        for one in own:
            taken.update(range(one.start, one.end))
        if own:
            found.setdefault(rule.code, []).extend(own)
    return tuple((code, tuple(sorted(own, key=_start))) for code, own in found.items())


def _words_of(text: str) -> Words:
    # Late: most texts have nothing that is looked at.
    from infographic.copy_lint.findings import Words

    return Words(*unmarked_with_places(text))


def _start(finding: Finding) -> int:
    return finding.start


def findings(
    story: Node, parts: StoryParts, off: Collection[str] = ()
) -> Iterator[tuple[Node, str, list[Finding]]]:
    """What is found in each text and number of a story: its node, a code, the findings."""
    for node in parts.texts:
        assert isinstance(node.value, str)
        for code, own in findings_in(node.value):
            if code not in off:
                yield node, code, list(own)
    if "copy-float" not in off:
        for node in parts.floats:
            if len(repr(node.value)) > SHORTEST_NOISE:
                from infographic.copy_lint.numbers import doubtful_float

                assert isinstance(node.value, float)
                doubt = doubtful_float(node.value)
                if doubt is not None:
                    yield node, "copy-float", [doubt]
    if "copy-traditional" not in off:
        yield from _mixed(story, parts.texts)


def _mixed(story: Node, texts: Iterable[Node]) -> Iterator[tuple[Node, str, list[Finding]]]:
    """Traditional Han among simplified, or the other way round, by the story's language."""
    language = _language_of(story)
    is_traditional = language.startswith(("zh-hant", "zh-tw", "zh-hk", "zh-mo"))
    odd = [node for node in texts if is_traditional or "t" in kinds_in(str(node.value))]
    if not odd or not language.startswith("zh"):
        return
    from infographic.copy_lint import scripts

    if scripts.is_traditional([str(node.value) for node in texts]) != is_traditional:
        return
    rule = scripts.simplified_characters if is_traditional else scripts.traditional_characters
    for node in odd:
        own = list(rule(_words_of(str(node.value))))
        if own:
            yield node, "copy-traditional", own


def _language_of(story: Node) -> str:
    """The story's language, in lower case."""
    fields = story.value if isinstance(story.value, dict) else {}
    node = fields.get("language")
    return node.value.lower() if node is not None and isinstance(node.value, str) else "zh-hans"


def doubtful_copy(story: Node, off: Collection[str] = ()) -> list[Diagnostic]:
    """Everything in a story that no editor meant, but for the codes that are switched off.

    A text that has several of a kind is said once, with the place of each.
    """
    return _doubtful(story, parts_of(story), off)


def _doubtful(story: Node, parts: StoryParts, off: Collection[str]) -> list[Diagnostic]:
    said: list[Diagnostic] = []
    for node, code, own in findings(story, parts, off):
        from infographic.copy_lint.said import diagnostic

        said += [
            diagnostic(node, code, form, [one for one in own if one.form == form])
            for form in dict.fromkeys(one.form for one in own)
        ]
    if "copy-no-label" not in off:
        said += numbers_without_label(parts.stats)
    return sorted(said, key=lambda one: (one.origin.line, one.origin.column))


def doubtful_on_pages(
    story: Node,
    off: Collection[str],
    pages: Sequence[Page],
    *,
    stacks: Collection[FontStack],
    is_print: Callable[[], bool],
) -> list[Diagnostic]:
    """The same of a story that is set, with what depends on where it is.

    `stacks`: the faces of the layout's styles; `is_print`: whether the pages are for a press, which
    is asked of few stories.
    """
    parts = parts_of(story)
    said = _doubtful(story, parts, off)
    if "copy-emoji" not in off:
        emoji = _emoji_in(parts.texts)
        said += emoji if emoji and is_print() else []
    headline = story.value["headline"] if isinstance(story.value, dict) else story
    han = [c for c in str(headline.value) if c == "〇" or (c >= "\u3400" and c.isalpha())]
    faces = {stack.han[0] for stack in stacks}
    if "copy-face" not in off and not all(face.covers_all(han) for face in faces):
        from infographic.copy_lint.faces import headline_in_other_faces

        said += headline_in_other_faces(headline, pages)
    return said + _of_own_faces(stacks, headline, pages, off)


def _of_own_faces(
    stacks: Collection[FontStack], headline: Node, pages: Sequence[Page], off: Collection[str]
) -> list[Diagnostic]:
    """What is said of faces that did not travel with the program."""
    faces = {face for stack in stacks for face in (*stack.han, *stack.latin)}
    if all(face.guard is None for face in faces):
        return []
    from infographic.copy_lint.faces import doubtful_faces, faces_that_give_way

    said = doubtful_faces(stacks, pages)
    return said if "copy-face" in off else said + faces_that_give_way(stacks, headline, pages)


def _emoji_in(texts: Iterable[Node]) -> list[Diagnostic]:
    """The emoji of a story, which have no place in print: said of a page for a press."""
    odd = [node for node in texts if "p" in kinds_in(str(node.value))]
    said: list[Diagnostic] = []
    for node in odd:
        from infographic.copy_lint.letters import emoji
        from infographic.copy_lint.said import diagnostic

        own = list(emoji(_words_of(str(node.value))))
        if own:
            said.append(diagnostic(node, "copy-emoji", "print", own))
    return said
