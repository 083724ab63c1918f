"""Of the studio: its address, its folder, what is uploaded."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "machine/no-studio": (
        "the studio is not installed: {package} is missing",
        "pip install 'infographic[studio]'",
    ),
    "machine/not-listening": (
        "the studio cannot listen on {host}, port {port} ({reason})",
        "another --port, or 0 for any that is free; --host is an address of this machine",
    ),
    "studio-path": (
        "“{name}” is no file of the studio's folder",
        "copy the file into the folder, or start the studio in the folder that holds it",
    ),
}
