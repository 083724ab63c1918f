"""Of SVG files: drawings, logos, icons."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "phrase/path-count": (
        "“{command}” at character {at} takes {wanted} numbers at a time; it has {found} in all"
    ),
    "phrase/path-far": "“{found}” at character {at} is farther than a drawing reaches (10 million)",
    "phrase/path-long": "it has more than {most} commands",
    "phrase/path-start": "it begins with “{found}”; a path begins with “M”",
    "phrase/path-unknown": "“{found}” at character {at} is no part of a path",
}
