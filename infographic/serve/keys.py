"""Who may ask: names and keys, from a file that is read again when it changes."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import time
from collections.abc import Mapping
from hmac import compare_digest
from pathlib import Path

from infographic.foundation.diagnostics import MachineError
from infographic.foundation.record import record
from infographic.foundation.sayings import say

SHORTEST = 16
"""Characters of a key."""
LOOK = 1.0
"""Seconds between two looks at the file."""
HASHED = "sha256:"
MOST = 1_000_000
"""Bytes of the file."""


@record
class Key:
    """Whose it is, and what is known of it: never the key."""

    name: str
    digest: str
    """SHA-256 of the key, in hexadecimal digits. It is the secret of signatures, too."""


class Keys:
    """The keys of a file, each line “name:key” or “name:sha256:HEX”; lines that begin with “#” are
    passed over. Raises `MachineError` for a file that cannot be read, that others of the machine
    can read, or that has a line of another form."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.keys, self.stamp = _read(path)
        self.looked_at = time.monotonic()
        self.fault: MachineError | None = None
        """Why the file is not taken as it is now; the keys that were read last hold."""

    def of(self, given: str) -> Key | None:
        """The key that is given, in a time that does not tell how much of it is right."""
        self._look()
        digest = digest_of_key(given)
        found = None
        for key in self.keys.values():
            if compare_digest(key.digest, digest):
                found = key
        return found

    def _look(self) -> None:
        now = time.monotonic()
        if now - self.looked_at < LOOK:
            return
        self.looked_at = now
        try:
            if _stamp(self.path) == self.stamp:
                return
            self.keys, self.stamp = _read(self.path)
            self.fault = None
        except (MachineError, OSError) as error:
            if not isinstance(error, MachineError):
                error = _unreadable(self.path, error)
            self.fault = error


def digest_of_key(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


Stamp = tuple[int, int, int]


def _stamp(path: Path) -> Stamp:
    status = path.stat()
    return status.st_ino, status.st_size, status.st_mtime_ns


def _unreadable(path: Path, error: OSError) -> MachineError:
    return MachineError(
        say("machine/serve-keys", file=str(path), reason=error.strerror or str(error))
    )


def _read(path: Path) -> tuple[Mapping[str, Key], Stamp]:
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            if os.name != "nt" and status.st_mode & (stat.S_IROTH | stat.S_IWOTH):
                raise MachineError(say("machine/serve-keys-open", file=str(path)))
            if status.st_size > MOST:
                # Of a file that is cut off, the last key would be a shorter one.
                raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
            text = file.read(MOST).decode()
    except OSError as error:
        raise _unreadable(path, error) from error
    except UnicodeDecodeError as error:
        raise MachineError(say("machine/serve-keys-line", file=str(path), line=1)) from error
    found: dict[str, Key] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        key = _key(line.strip())
        if key is None or key.name in found:
            raise MachineError(say("machine/serve-keys-line", file=str(path), line=number))
        found[key.name] = key
    if not found:
        raise MachineError(say("machine/serve-keys-none", file=str(path)))
    return found, (status.st_ino, status.st_size, status.st_mtime_ns)


def _key(line: str) -> Key | None:
    """What a line says; None where it is of another form."""
    name, _, key = line.partition(":")
    name, key = name.strip(), key.strip()
    if not name or len(name) > 64 or not name.isprintable() or not key.isascii():
        return None
    if key.startswith(HASHED):
        digest = key.removeprefix(HASHED).lower()
        is_digest = len(digest) == 64 and set(digest) <= set("0123456789abcdef")
        return Key(name, digest) if is_digest else None
    return Key(name, digest_of_key(key)) if len(key) >= SHORTEST and key.isprintable() else None
