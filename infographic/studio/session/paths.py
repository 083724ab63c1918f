"""Files that a browser names, by their path from the studio's folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from infographic.foundation.late_pattern import late
from infographic.foundation.reach import OutOfReachError, Reach, real_path, within
from infographic.foundation.sayings import say

LONGEST = 1000
_UNSEEN = late(r"[\x00-\x1f\x7f\\]")
_DRIVE = late(r"[A-Za-z]:")
_DEVICE = late(r"(?i)(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:[ .:].*)?")


def path_in(root: Path, file: str, *, on_windows: bool = os.name == "nt") -> Path:
    """The real path of a file of a folder, whether it is there or not; links are followed.

    `file` has “/” between its folders, whatever the system. Raises `OutOfReachError` for all that
    leads out of the folder, for hidden files, and for names that are none.
    """
    if not is_plain(file, on_windows=on_windows):
        raise outside(file)
    try:
        with within(Reach((root,))):
            return real_path(root / file, file)
    except (OutOfReachError, OSError, ValueError):
        # Whether a link in it leads nowhere or elsewhere is not told.
        raise outside(file) from None


def is_plain(file: str, *, on_windows: bool) -> bool:
    """Whether a text is a path down from a folder, as far as that is seen by the text.

    >>> is_plain("2026/粮食.json", on_windows=True), is_plain("../a.json", on_windows=True)
    (True, False)
    """
    if not isinstance(file, str) or not 0 < len(file) <= LONGEST or _UNSEEN.search(file):
        return False
    parts = file.split("/")
    if _DRIVE.match(file) or any(not part or part.startswith(".") for part in parts):
        return False
    return not on_windows or not any(
        ":" in part or part[-1] in " ." or _DEVICE.fullmatch(part) for part in parts
    )


def without_folder(root: Path, told: Any) -> Any:
    """What a browser is told, its files named from the studio's folder: where that lies is known to
    the studio's own machine alone.

    >>> without_folder(Path("/home/lin/desk"), {"message": "/home/lin/desk/a.json: full"})
    {'message': 'a.json: full'}
    """
    match told:
        case str():
            return told.replace(f"{root.as_posix()}/", "").replace(f"{root}{os.sep}", "")
        case list() | tuple():
            return [without_folder(root, one) for one in told]
        case dict():
            return {name: without_folder(root, one) for name, one in told.items()}
        case _:
            return told


def outside(file: object) -> OutOfReachError:
    """What is said of a name that leads out of the folder, or may."""
    return OutOfReachError(say("studio-path", name=str(file)[:200]))
