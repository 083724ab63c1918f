"""Inputs that once went wrong, each the smallest of its kind, by what reads them."""

from __future__ import annotations

from base64 import b64decode

_FOUND: tuple[tuple[str, str], ...] = ()
FOUND: tuple[tuple[str, bytes], ...] = tuple((name, b64decode(text)) for name, text in _FOUND)
