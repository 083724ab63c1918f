"""A page in words, for those who cannot see its picture: headline, numbers, what pictures show."""

from __future__ import annotations

from collections.abc import Iterator

from infographic.display.items import Group, Page, Placed, Role, TextLine

HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)
LONGEST = 1000
"""Characters: what X and Mastodon take is between 1000 and 1500."""


def alt_text(page: Page, most: int = LONGEST) -> str:
    """The page's words for a post's “alt text”, at most so many characters, one thing a line.

    In reading order: headings, each stat, what each picture shows. Body text is left out: a post
    links to it. Whole lines are left out at the end where it would be longer.
    """
    lines = list(dict.fromkeys(line for line in _lines(page.items) if line))
    said = "\n".join(lines or [page.title])
    while len(said) > most and len(lines) > 1:
        lines.pop()
        said = "\n".join(lines) + "\n…"
    return said + "\n"


def _lines(items: tuple[Placed, ...]) -> Iterator[str]:
    for placed in items:
        group = placed.item
        if not isinstance(group, Group):
            continue
        if group.role is Role.FIGURE:
            yield group.alt
        elif group.role in HEADINGS or group.name == "stat":
            yield " ".join(_words(group).split())
        elif group.role is not Role.ARTIFACT:
            yield from _lines(group.items)


def _words(group: Group) -> str:
    """A group's words: lines run on, blocks inside it are parted by a space."""
    parts = []
    for placed in group.items:
        match placed.item:
            case TextLine() as line:
                parts.append(line.text)
            case Group() as inner if inner.role is not Role.ARTIFACT:
                parts.append(f" {_words(inner)} ")
    return "".join(parts)
