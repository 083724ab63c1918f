"""`infographic init`: a folder to start from."""

from __future__ import annotations

from pathlib import Path

import click

from infographic.commands.shared.exit_codes import MADE
from infographic.commands.shared.say import aside
from infographic.foundation.sayings import say


@click.command("init")
@click.argument("folder", type=click.Path(path_type=str), default=".")
@click.option(
    "--layout", default="square", metavar="NAME", help="The shipped layout to start from."
)
def init(folder: str, layout: str) -> int:
    """Make a starter FOLDER: a story, a layout of your own, the schemas. Nothing is overwritten."""
    from infographic.starter import start

    if not folder:
        # A variable of the shell that is not set, as a rule.
        raise click.UsageError("the folder's name is empty; write . for the one you stand in")
    made, kept = start(Path(folder), layout)
    for path in kept:
        aside(str(say("phrase/start-kept", file=path)))
    for path in made:
        aside(f"{path}")
    story, mine = Path(folder, "data.json"), Path(folder, "layouts", "mine.json")
    aside("\n" + str(say("phrase/start-studio", command=f"infographic studio {story}")))
    aside(str(say("phrase/start-render", command=f"infographic render {story} -l {mine}")))
    return MADE
