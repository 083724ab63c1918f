"""`infographic init`: a folder to start from."""

from __future__ import annotations

from pathlib import Path

import click

from infographic.commands.shared.exit_codes import MADE
from infographic.commands.shared.say import aside


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path), default=".")
@click.option(
    "--layout", default="square", metavar="NAME", help="The shipped layout to start from."
)
def init(folder: Path, layout: str) -> int:
    """Make a starter FOLDER: a story, a layout of your own, the schemas. Nothing is overwritten."""
    from infographic.starter import start

    made, kept = start(folder, layout)
    for path in kept:
        aside(f"{path}  is there already, left as it is")
    for path in made:
        aside(f"{path}")
    story, mine = folder / "data.json", folder / "layouts" / "mine.json"
    aside(f"\nNow: infographic render {story} -l {mine}")
    return MADE
