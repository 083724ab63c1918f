"""What groups mean to who cannot see them, in SVG's words (WAI-ARIA 1.2)."""

from __future__ import annotations

from infographic.backends.svg.markup import escaped
from infographic.display.items import DataTable, Group, Role, TextLine
from infographic.foundation.record import record

_ROLES = {
    Role.SECTION: "group",
    Role.ARTICLE: "article",
    Role.HEADING_1: "heading",
    Role.HEADING_2: "heading",
    Role.HEADING_3: "heading",
    Role.PARAGRAPH: "paragraph",
    Role.CAPTION: "caption",
    Role.LIST: "list",
    Role.LIST_ITEM: "listitem",
}
_LEVELS = {Role.HEADING_1: 1, Role.HEADING_2: 2, Role.HEADING_3: 3}


@record
class Reading:
    """What a group round it has settled for those inside."""

    keeps_text: bool
    """Words are text; otherwise shapes, which a group says in its label."""
    is_said: bool = False
    """A group round it says its words already, or none are to be said."""


def attributes(group: Group, reading: Reading) -> tuple[str, Reading]:
    """A group's role and label, and what holds inside it."""
    if group.role is None or reading.is_said:
        return "", reading
    if group.role is Role.ARTIFACT:
        return ' aria-hidden="true"', Reading(reading.keeps_text, True)
    if group.role is Role.FIGURE:
        label = f' aria-label="{escaped(group.alt)}"' if group.alt else ""
        return f' role="img"{label}', Reading(reading.keeps_text, True)
    role, within, label = _ROLES.get(group.role, ""), reading, ""
    if not reading.keeps_text and _holds_lines(group):
        # A paragraph of shapes is a picture of its words; paragraphs may have no label.
        role = "heading" if group.role in _LEVELS else "img"
        label = f' aria-label="{escaped(words_of(group).strip())}"'
        within = Reading(False, True)
    if not role:
        return "", within
    level = f' aria-level="{_LEVELS[group.role]}"' if group.role in _LEVELS else ""
    return f' role="{role}"{level}{label}', within


def data_said(data: DataTable) -> str:
    """The data behind a figure as words, a row a line."""
    rows = ["\t".join(row) for row in (data.header, *data.rows)]
    return "\n".join([*rows, data.more] if data.more else rows)


def _holds_lines(group: Group) -> bool:
    """Whether words stand in the group itself, and not only in groups that say them."""
    return any(
        bool(placed.item.text)
        if isinstance(placed.item, TextLine)
        else isinstance(placed.item, Group)
        and placed.item.role in (None, Role.RUBY, Role.RUBY_BASE)
        and _holds_lines(placed.item)
        for placed in group.items
    )


def words_of(group: Group) -> str:
    """The group's words, lines run on; readings and decoration are left out."""
    parts = []
    for placed in group.items:
        match placed.item:
            case TextLine() as line:
                parts.append(line.text)
            case Group() as inner if inner.role not in (Role.ARTIFACT, Role.RUBY_TEXT):
                apart = inner.role not in (None, Role.RUBY, Role.RUBY_BASE)
                parts.append(f" {words_of(inner)} " if apart else words_of(inner))
    return "".join(parts)
