"""What is asked of all the files of a run before the first of them is written."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import click

from infographic.foundation.files import spare


def guard(outputs: Iterable[Path], inputs: Iterable[Path]) -> None:
    """Every output is a file of its own, and none is a file that the run reads.

    Raises `click.UsageError` for one name given twice, `SpecError` for an input.
    """
    outputs = list(outputs)
    places: dict[str, Path] = {}
    for path in outputs:
        other = places.setdefault(os.path.normcase(os.path.realpath(path)), path)
        if other is not path:
            raise click.UsageError(
                f"two things would be written into {path}; give each a name of its own"
            )
    spare(inputs, outputs)
