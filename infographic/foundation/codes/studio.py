"""Of the studio."""

from __future__ import annotations

CODES: dict[str, str] = {
    "studio-path": """\
The studio reads and writes files of its folder alone, links followed, and none whose name begins
with a point. The folder is the project (the nearest folder above with an `infographic.toml`), or
the one that was named.
    infographic studio ../desk                             the folder that holds all of it""",
}
