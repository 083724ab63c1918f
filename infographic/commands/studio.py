"""`infographic studio`: a story's pages in a browser, set anew while they are written."""

from __future__ import annotations

from pathlib import Path

import click
from click.core import ParameterSource

from infographic.commands.shared.exit_codes import MADE
from infographic.commands.shared.say import aside, tell
from infographic.foundation.diagnostics import MachineError
from infographic.foundation.reach import is_broad, project_of
from infographic.foundation.sayings import say

PORT = 8420
EXTRA = ("starlette", "uvicorn", "watchfiles", "websockets")
"""What the extra “studio” brings."""
WIDE = """\
注意：同一网络里的其他人，只要有这个网址，就能看到并修改这个文件夹里的稿件，也能上传图片和数据；不能读写别的文件夹。
网址里的口令没有加密，请只在可信的网络里使用，用完按 Ctrl-C 关掉。
Note: whoever has this address, anywhere on this network, can read and change the stories of this
folder, and upload pictures and data; no other folder can be read or written. The token travels
unencrypted: open it to a network that you trust, and end it with Ctrl-C."""


@click.command("studio")
@click.argument("place", default=".", type=click.Path(path_type=Path), metavar="[FOLDER|STORY]")
@click.option("-l", "--layout", default="square", show_default=True, metavar="NAME|PATH",
              help="The layout that is shown first.")  # fmt: skip
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS",
              help="Where it listens; 0.0.0.0 opens it to the network.")  # fmt: skip
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True,
              help="0 takes any that is free; where this one is taken and was not asked for, the "
              "next.")  # fmt: skip
@click.option("--browser/--no-browser", default=True, help="Open the page in a browser.")
@click.option("--language", type=click.Choice(["zh", "en"]),
              help="Of the interface; as the browser has it unless given.")  # fmt: skip
@click.option("--root", type=click.Path(path_type=Path, exists=True, file_okay=False),
              metavar="FOLDER", help="The folder whose files may be read and written; the project "
              "unless given.")  # fmt: skip
@click.option(
    "--polling",
    is_flag=True,
    help="Look at the files again and again: for network shares that tell of no change.",
)
@click.pass_context
def studio(
    context: click.Context, place: Path, layout: str, host: str, port: int, browser: bool,
    language: str | None, root: Path | None, polling: bool,
) -> int:  # fmt: skip
    """See the pages of a FOLDER or STORY in a browser while you write them, and change what you
    click.

    FOLDER, or the folder of STORY, is opened with the whole project that it belongs to. The page is
    for this machine's browsers alone, unless --host says otherwise.
    """
    folder, story = opened(place, root)
    must_be_installed()
    from infographic.studio.server.run import NEXT, addresses, door_of, listening, serve
    from infographic.studio.session.studio import Studio

    asked = context.get_parameter_source("port") is not ParameterSource.DEFAULT
    listener = listening(host, port, tries=1 if asked else NEXT)
    door = door_of(host, listener)
    if not asked and door.port != port:
        aside(f"端口 {port} 已被占用，改用 {door.port}。Port {port} is taken: {door.port} is used.")
    for address in addresses(host, door, door.keys.token):
        tell(address)
    if door.is_wide:
        aside(WIDE, "yellow")
    aside("Ctrl-C 结束。Ctrl-C ends it.")
    _flush()
    if browser:
        _open(addresses(host, door, door.keys.ticket())[0])
    made = Studio(folder, story, layout, language or "", polling, say_unsaved)
    serve(made, listener, door, host)
    return MADE


def say_unsaved(file: str) -> None:
    aside(f"{file} 有改动没有保存。{file} had changes that were not saved.", "red")


def opened(place: Path, root: Path | None) -> tuple[Path, str]:
    """The studio's folder, and the story in it that is shown first; "" for the first that is found.

    Raises `click.UsageError`.
    """
    try:
        real = place.resolve(strict=True)
        near = real if real.is_dir() else real.parent
        folder = root.resolve() if root else project_of(near) or near
    except (OSError, ValueError, RuntimeError) as error:
        raise click.UsageError(f"{place}: there is no such folder or story") from error
    if not real.is_relative_to(folder):
        raise click.UsageError(f"{place} lies outside {folder}, the studio's folder (--root)")
    if root is None and is_broad(folder):
        raise click.UsageError(
            f"{folder} holds the files of more than a project: name a folder in it, or give it"
            " as --root"
        )
    if not real.is_dir() and real.suffix.lower() != ".json":
        raise click.UsageError(f"{place}: a story is a JSON file")
    inside = real.relative_to(folder)
    if any(part.startswith(".") for part in inside.parts):
        raise click.UsageError(f"{place}: hidden files are no part of a studio")
    return folder, _first_in(folder, inside) if real.is_dir() else inside.as_posix()


def _first_in(folder: Path, inside: Path) -> str:
    """The first story of a folder in the project; "" where that is the project."""
    if inside == Path():
        return ""
    from infographic.studio.session.catalogue import stories_in

    begin = f"{inside.as_posix()}/"
    names = (str(story["file"]) for story in stories_in(folder))
    return next((name for name in names if name.startswith(begin)), "")


def must_be_installed() -> None:
    """Raises `MachineError` where a package of the extra “studio” is missing."""
    from importlib.util import find_spec

    for package in EXTRA:
        # Not by importing: one of them is wanted only when the first browser comes.
        if find_spec(package) is None:
            raise MachineError(say("machine/no-studio", package=package))


def _flush() -> None:
    """Who reads the address through a pipe has it before the server begins."""
    import sys

    sys.stdout.flush()


def _open(address: str) -> None:
    """In the user's browser; where there is none, the address stands in the terminal."""
    import webbrowser

    if not webbrowser.open(address):
        aside("没有找到浏览器，请自己打开上面的网址。No browser was found: open the address above.")
