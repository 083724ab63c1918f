"""An option that is a file on a disk of this machine."""

from __future__ import annotations

from typing import Any

import click


class LocalFile(click.Path):
    """A file's path. A URL is refused: as a path it would be a folder called “s3:”, and who asked
    for it would look for his file in the bucket."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if "://" in str(value):
            from infographic.foundation.calls import no_file
            from infographic.foundation.sayings import say

            raise click.UsageError(no_file(say("batch-local", file=str(value))).said)
        return super().convert(value, param, ctx)
