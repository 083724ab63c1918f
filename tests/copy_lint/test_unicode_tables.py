"""The tables of strays and emoji against the Unicode Consortium's (Debian `unicode-data`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from unicodedata import category

import pytest

from infographic.text.emoji import FLAG, PICTURE, sequences
from infographic.text.strays import IGNORABLE, hans

TABLES = Path("/usr/share/unicode")
pytestmark = pytest.mark.skipif(
    not (TABLES / "emoji/emoji-data.txt").exists(), reason="Debian's unicode-data is not installed"
)


def rows(name: str) -> Iterator[tuple[str, str]]:
    """Each line's first two fields."""
    for line in (TABLES / name).read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in line.partition("#")[0].split(";")]
        if len(fields) > 1:
            yield fields[0], fields[1]


def codes(span: str) -> range:
    first, _, last = span.partition("..")
    return range(int(first, 16), int(last or first, 16) + 1)


def having(name: str, wanted: str) -> set[int]:
    return {code for span, value in rows(name) if value == wanted for code in codes(span)}


def matched(pattern: str) -> set[int]:
    one = re.compile(f"[{pattern}]")
    return {code for code in range(0x110000) if one.match(chr(code))}


def test_what_has_no_ink_is_what_unicode_says() -> None:
    wanted = having("DerivedCoreProperties.txt", "Default_Ignorable_Code_Point")
    assert matched(IGNORABLE) == wanted


def test_radicals_have_the_han_that_unicode_gives_them() -> None:
    table = {
        chr(code): chr(int(han, 16))
        for span, han in rows("EquivalentUnifiedIdeograph.txt")
        for code in codes(span)
        if 0x2E80 <= code < 0x2FE0
    }
    assert {one: hans().get(one) for one in table} == table
    assert {one for one in hans() if "\u2e80" <= one < "\u2fe0"} == set(table)


def test_a_character_is_an_emoji_by_itself_where_unicode_shows_it_as_one() -> None:
    shown = having("emoji/emoji-data.txt", "Emoji_Presentation")
    assert shown <= matched(f"{PICTURE}{FLAG}")
    # The blocks hold other symbols, too, and room for new ones.
    others = matched(PICTURE) - shown
    assert {category(chr(code)) for code in others} <= {"So", "Cn"}


@pytest.mark.parametrize("name", ["emoji-sequences", "emoji-zwj-sequences"])
def test_every_sequence_is_one(name: str) -> None:
    written = (span for span, _ in rows(f"emoji/{name}.txt") if ".." not in span)
    texts = ["".join(chr(int(code, 16)) for code in span.split()) for span in written]
    assert len(texts) > 1000
    assert [text for text in texts if not sequences().fullmatch(text)] == []
