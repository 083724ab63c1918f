"""`infographic fonts`: the shipped faces, and what stands in a font file."""

from __future__ import annotations

from pathlib import Path

import click

from infographic.commands.shared.exit_codes import MADE
from infographic.commands.shared.say import tell
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import SpecError


@click.command("fonts")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, readable=False))
def fonts(files: tuple[Path, ...]) -> int:
    """List the shipped faces, or what stands in font FILES."""
    if files:
        _describe(files)
        return MADE
    from infographic.loading.assets.fontbook import shipped_faces

    for face in shipped_faces().values():
        tell(
            f"{face.id:<28}{face.family} {face.style}, {face.characters} characters, {face.licence}"
        )
    return MADE


def _describe(files: tuple[Path, ...]) -> None:
    """Print what stands in each file. Raises `SpecError` with all that are no fonts."""
    from infographic.foundation.font import FontError
    from infographic.loading.assets.fontinfo import describe

    wrong = []
    for file in files:
        try:
            for line in describe(file).split("\n"):
                tell(line)
        except FontError as error:
            wrong.append(error.at(Origin(Source(file.as_posix()))))
    if wrong:
        raise SpecError(wrong)
