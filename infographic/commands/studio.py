"""`infographic studio`: a story's pages in a browser, set anew while they are written."""

from __future__ import annotations

from pathlib import Path

import click

from infographic.commands.shared.exit_codes import MADE
from infographic.commands.shared.say import aside, tell


@click.command("studio")
@click.argument(
    "place", default=".", type=click.Path(path_type=Path, exists=True), metavar="[FOLDER|STORY]"
)
@click.option("-l", "--layout", default="square", show_default=True, metavar="NAME|PATH",
              help="The layout that is shown first.")  # fmt: skip
@click.option("--port", type=click.IntRange(0, 65535), default=8420, show_default=True,
              help="0 takes any that is free.")  # fmt: skip
@click.option("--browser/--no-browser", default=True, help="Open the page in a browser.")
@click.option(
    "--language",
    type=click.Choice(["zh", "en"]),
    help="Of the interface; as the browser has it unless given.",
)
def studio(place: Path, layout: str, port: int, browser: bool, language: str | None) -> int:
    """See a story's pages while you write it: click a number and change it."""
    from infographic.studio.server.run import listening, serve
    from infographic.studio.session.studio import Studio

    real = place.resolve()
    root, story = (real, "") if real.is_dir() else (real.parent, real.name)
    listener = listening("127.0.0.1", port)
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    tell(address)
    aside("Ctrl-C ends it.")
    if browser:
        import webbrowser

        webbrowser.open(address)
    serve(Studio(root, story, layout, language or ""), listener)
    return MADE
