"""A document's file: read and written inside the reach it was opened in, and never over somebody
else's work."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from infographic.foundation import limits
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, MachineError, SpecError
from infographic.foundation.files import is_folder, write_all
from infographic.foundation.reach import OutOfReachError, reach_now, real_path, within
from infographic.foundation.sayings import Saying, say
from infographic.foundation.writing.faults import not_written
from infographic.foundation.writing.folder_lock import locked
from infographic.loading.reading.source import bytes_of


class MovedOnError(Exception):
    """The file holds something else than was last read from it."""


class DiskFile:
    """One file. A link is followed to what it leads to, and stays a link."""

    def __init__(self, path: Path, limit: str, name: str) -> None:
        """`limit`: how large it may be, by its name in the table; `name`: what messages call it."""
        self.path, self.limit, self.name = path, limit, name
        self.reach = reach_now()
        """What may be read, as it was when the file was opened: a link may be changed later."""
        self.origin = Origin(Source(name, "", path.parent.as_posix(), path))

    def read(self) -> bytes:
        """What is in it. Raises `SpecError` where it is not there, out of reach, or too large."""
        real = self._real()
        try:
            if not stat.S_ISREG(real.stat().st_mode):
                # A pipe would be waited for.
                self._refuse_to_read(os.strerror(errno.EISDIR))
        except (OSError, ValueError):
            # Said below, with the names that are near.
            pass
        data = bytes_of(self.path, limits.most(self.limit) + 1, real)
        if len(data) > limits.most(self.limit):
            most = limits.most(self.limit)
            saying = say("document-large", most=most / 1e6, limit=self.limit)
            raise SpecError([Diagnostic(saying, self.origin)])
        return data

    def there(self) -> bytes | None:
        """The same; None where there is no file."""
        try:
            if not os.path.lexists(self._real()):
                return None
        except ValueError:
            return None
        return self.read()

    def write(self, data: bytes, before: bytes | None) -> None:
        """Write it whole, if it still holds what it did `before`; None for no file.

        Raises `MovedOnError` where it does not, `MachineError` where it cannot be written,
        `SpecError` where a link leads out of reach by now. Of two studios one waits for the other.
        """
        real = self._real()
        if not is_folder(real.parent):
            # A folder that was deleted is not made again behind its owner's back.
            error = FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
            raise not_written(Path(self.name), error)

        def must_be_as_before() -> None:
            if self.there() != before:
                raise MovedOnError

        try:
            with locked([real.parent]):
                must_be_as_before()
                # Once more when it is written and has no name yet: who knows no lock of ours has a
                # moment's time, and no more.
                write_all([(real, data)], last_look=must_be_as_before)
        except MachineError as error:
            raise self._called_by_name(error) from error

    def _called_by_name(self, error: MachineError) -> MachineError:
        """The same without the machine's own path of the file: a browser is told."""
        values = dict(error.saying.values)
        if "file" in values:
            values["file"] = self.name
        if "folder" in values:
            values["folder"] = Path(self.name).parent
        return MachineError(Saying(error.saying.key, values), error.mend)

    def _real(self) -> Path:
        with within(self.reach):
            try:
                return real_path(self.path)
            except OutOfReachError as error:
                raise SpecError([error.at(self.origin)]) from None
            except (OSError, ValueError) as error:
                self._refuse_to_read(getattr(error, "strerror", None) or str(error))
        raise AssertionError

    def _refuse_to_read(self, reason: str) -> None:
        saying = say("file-unreadable", reason=reason)
        raise SpecError([Diagnostic(saying, self.origin)])
