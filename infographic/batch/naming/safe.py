"""What a file may be called on every disk and in every store."""

from __future__ import annotations

import unicodedata

from infographic.foundation.sayings import Saying, say

FORBIDDEN = '<>:"/\\|?*'
"""What Windows takes in no name; “/” and “\\” part folders."""
DEVICES = frozenset(
    [
        *("con", "prn", "aux", "nul", "conin$", "conout$"),
        *(f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"),
    ]
)
"""Names that Windows keeps for devices, whatever their ending (“Naming Files, Paths, and
Namespaces”)."""
LONGEST = 255
"""Bytes of a name, of most file systems."""
LONGEST_PATH = 1024
"""Bytes of an object's name in a store (S3, “Creating object key names”)."""
ROOM = 16
"""Of them for the number of a page or tile, and for .alt.txt."""


def why_not_in_name(words: str) -> Saying | None:
    """Why words of a cell cannot be a part of a file's name; None where they can."""
    if not words.strip():
        return say("phrase/name-empty")
    for character in words:
        if character in FORBIDDEN:
            return say("phrase/name-character", character=character)
        if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
            return say("phrase/name-unseen", code=f"U+{ord(character):04X}")
    return None


def why_not_a_path(path: str) -> Saying | None:
    """Why a name, with “/” between its folders, cannot be one; None where it can."""
    parts = path.removeprefix("/").split("/")
    for part in parts:
        if part in ("", ".", ".."):
            return say("phrase/name-part", part=part)
        if part[-1] in ". " or part[0] == " ":
            return say("phrase/name-end", part=part)
        if part.partition(".")[0].strip().casefold() in DEVICES:
            return say("phrase/name-device", part=part)
        if len(part.encode("utf-8", "replace")) > LONGEST - ROOM:
            return say("phrase/name-long", part=part[:24], most=LONGEST - ROOM)
    if len(path.encode("utf-8", "replace")) > LONGEST_PATH - ROOM:
        return say("phrase/name-long", part=path[:24], most=LONGEST_PATH - ROOM)
    return None


def folded(path: str) -> str:
    """What two names share that are one file on a disk that does not mind the case of letters, or
    how an accent is written.

    >>> folded("straße") == folded("STRASSE"), folded("é") == folded("e\u0301")
    (True, True)
    """
    # Twice: folding may take a name out of its normal form (Unicode, section 5.18, D145).
    once = unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", once).casefold())
