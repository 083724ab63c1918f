"""Of the studio: its address, its folder, what is uploaded."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "studio-path": (
        "“{name}” is no file of the studio's folder",
        "copy the file into the folder, or start the studio in the folder that holds it",
    ),
}
