"""Names of PNGs on the command line that may stand for a file of each layout."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click


class PngName(click.Path):
    """A PNG's name; anything else would be a PNG under a wrong name."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        path = super().convert(value, param, ctx)
        if Path(str(path)).suffix.lower() != ".png":
            self.fail(f"{value}: the name must end in .png", param, ctx)
        return path


def one_for_each(layouts: Sequence[str], *names: Path | None) -> None:
    """Refuse a name that all of several layouts would be written to, one over the other.

    Raises `click.UsageError`.
    """
    for name in names:
        if name is not None and len(set(layouts)) > 1 and "{layout}" not in str(name):
            hint = name.with_name("{layout}" + name.suffix)
            raise click.UsageError(
                f"{name}: {len(set(layouts))} layouts would be written over one another; "
                f"write {hint}"
            )
