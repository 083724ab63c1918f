"""Why a base file cannot be used, and where in it."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.foundation.base_map import Step
from infographic.foundation.diagnostics import SayingError
from infographic.foundation.sayings import Saying


class MapError(SayingError):
    """Why a base file cannot be used, and where in the file: places are looked up only for this."""

    def __init__(
        self, saying: Saying, path: Sequence[Step] = (), mend: Saying | None = None
    ) -> None:
        super().__init__(saying, mend)
        self.path = tuple(path)
        # What it is made from, so that a copy from another process is the same.
        self.args = (saying, self.path, mend)
