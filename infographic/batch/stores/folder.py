"""A folder as a store."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path, PureWindowsPath

from infographic.batch.digests import digest_of
from infographic.batch.stores import Named
from infographic.foundation.calls import CALL, CallError
from infographic.foundation.diagnostics import Diagnostic, MachineError
from infographic.foundation.files import spare, write_all
from infographic.foundation.record import record
from infographic.foundation.sayings import say


@record
class FolderStore:
    """Files under a folder; the folders of their names are made."""

    url: str
    """The folder's path; "" for the one we stand in."""

    def path(self, name: str) -> Path:
        """Where a file stands."""
        return Path(self.url, name)

    def put_all(self, files: Sequence[Named], inputs: Sequence[str] = ()) -> None:
        if self.url:
            self._must_hold([name for name, _ in files])
        named = [(self.path(name), data) for name, data in files]
        spare(map(Path, inputs), [path for path, _ in named])
        write_all(named)

    def _must_hold(self, names: Sequence[str]) -> None:
        """Raises `CallError` for a name that leads out of the folder: names may be cells of a
        table. Where no folder was named they are paths, and go where they say."""
        for name in names:
            path = PureWindowsPath(name)
            if path.anchor or ".." in path.parts:
                raise CallError([Diagnostic(say("store-url/name", url=self.url, name=name), CALL)])

    def get(self, name: str) -> bytes | None:
        try:
            return self.path(name).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            reason = os.strerror(error.errno) if error.errno else str(error)
            raise MachineError(say("machine/not-read", file=name, reason=reason)) from error

    def digest(self, name: str) -> str | None:
        data = self.get(name)
        return None if data is None else digest_of(data)
