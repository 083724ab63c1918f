"""Why a file cannot be written, and what a user can do about it."""

from __future__ import annotations

import errno
from pathlib import Path

from infographic.foundation.diagnostics import MachineError
from infographic.foundation.sayings import Saying, say

_MENDS = {
    errno.ENOSPC: say("mend/disk-full"),
    errno.EDQUOT: say("mend/quota"),
    errno.EFBIG: say("mend/file-size"),
    errno.EROFS: say("mend/read-only-disk"),
    errno.ENAMETOOLONG: say("mend/shorter-name"),
    errno.EISDIR: say("mend/name-of-a-folder"),
    errno.ENOTDIR: say("mend/file-in-path"),
    errno.EEXIST: say("mend/file-in-path"),
    errno.EMFILE: say("mend/open-files"),
    errno.ENFILE: say("mend/open-files"),
    errno.EIO: say("mend/damaged-disk"),
}


def not_written(path: Path, error: OSError | ValueError) -> MachineError:
    """That a file cannot be written, and why."""
    reason = getattr(error, "strerror", None) or str(error)
    return MachineError(say("machine/not-written", file=path, reason=reason), _mend_of(error))


def _mend_of(error: OSError | ValueError) -> Saying | None:
    """What a user can do about a file that cannot be written; None for the usual mend."""
    if not isinstance(error, OSError):
        return say("mend/name-of-a-file")
    if isinstance(error, PermissionError):
        return say("mend/permissions")
    return _MENDS.get(error.errno or 0)
