"""Inputs that once went wrong, each the smallest of its kind, by what reads them."""

from __future__ import annotations

from base64 import b64decode

_FOUND: tuple[tuple[str, str], ...] = (
    # A cell of marks that might be grouped in many ways.
    (
        "table",
        "Y+W5tCzkuroKMjAyNCxhKioqKioqKioqKioqKioqKioqKioqKioqKioqKioqKioqKioqKioqKioqKioqKioqKioqKioqKioqKioq4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGg4pGgIwoyMDI1LDEK",
    ),
    # A cell of two lines, each a number.
    ("table", "YTtiDQoiMgowIjsyJQ0K"),
    # A JPEG that ends in the head of its scan.
    (
        "picture",
        "/9j/4AAA/+EAIkV4aWYAAElJKgAIAAAAAQASAwAB2wBDAAhWULhYBSgw/8AAEQjtFQEAAAAAAAAAACL5+v//2v/Z",
    ),
    # Letters that might be grouped in many ways, before a number.
    (
        "text",
        "KiphYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYe+8jDEqKg==",
    ),
    # A name of a letter and a number, whose hyphen is a word of its own where another mark begins.
    ("text", "KiotKioqKuS9qy0qKjA="),
)
FOUND: tuple[tuple[str, bytes], ...] = tuple((name, b64decode(text)) for name, text in _FOUND)
