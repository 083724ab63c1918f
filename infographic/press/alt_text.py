"""A page in words, for those who cannot see its picture: headline, numbers, what pictures show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from infographic.display.blocks import PlacedBlock
from infographic.display.items import Group, Placed, Role, TextLine
from infographic.display.notes import ItemPath
from infographic.display.page import Page, whole

HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)
LINKED = ("", "article", "thread", "text", "list", "panel", "figure", "folio")
"""Kinds of blocks whose words a post links to: of these only headings and pictures are said. Of
any other kind all words are."""
LONGEST = 1000
"""Characters: what X and Mastodon take is between 1000 and 1500."""


def alt_text(page: Page, most: int = LONGEST) -> str:
    """The page's words for a post's “alt text”, at most so many characters, one thing a line.

    In reading order, block by block: headings, each stat, what each picture shows. Body text is
    left out: a post links to it. Whole lines are left out at the end where it would be longer.
    """
    lines = list(dict.fromkeys(line for line in _of_block(whole(page)) if line))
    said = "\n".join(lines or [page.title])
    while len(said) > most and len(lines) > 1:
        lines.pop()
        said = "\n".join(lines) + "\n…"
    return said + "\n"


def _of_block(block: PlacedBlock) -> Iterator[str]:
    inner = block.inner()
    if block.kind not in LINKED and not inner and not _is_parted(block.items):
        yield _flat(block.items)
    else:
        yield from _lines(block.items, (), inner, all_words=block.kind not in LINKED)


def _is_parted(items: Sequence[Placed]) -> bool:
    """Whether headings or pictures among them have lines of their own."""
    groups = [placed.item for placed in items if isinstance(placed.item, Group)]
    return any(
        group.role is Role.FIGURE or group.role in HEADINGS or _is_parted(group.items)
        for group in groups
    )


def _lines(
    items: Sequence[Placed], way: ItemPath, inner: Mapping[ItemPath, PlacedBlock], *,
    all_words: bool,
) -> Iterator[str]:  # fmt: skip
    for number, placed in enumerate(items):
        path, item = (*way, number), placed.item
        if path in inner:
            if path == inner[path].path:
                yield from _of_block(inner[path])
        elif isinstance(item, TextLine):
            if all_words:
                yield _flat((placed,))
        elif not isinstance(item, Group) or item.role is Role.ARTIFACT:
            continue
        elif item.role is Role.FIGURE:
            yield item.alt
        elif item.role in HEADINGS or (all_words and item.role is Role.PARAGRAPH):
            yield _flat(item.items)
        else:
            yield from _lines(item.items, path, inner, all_words=all_words)


def _flat(items: Sequence[Placed]) -> str:
    return " ".join(_words(items).split())


def _words(items: Sequence[Placed]) -> str:
    """The words of items: lines run on, groups are parted by a space."""
    parts = []
    for placed in items:
        match placed.item:
            case TextLine() as line:
                parts.append(line.text)
            case Group() as inner if inner.role is not Role.ARTIFACT:
                parts.append(f" {_words(inner.items)} ")
    return "".join(parts)
