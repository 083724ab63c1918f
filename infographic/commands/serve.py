"""`infographic serve`: pages made for other programs, over HTTP."""

from __future__ import annotations

from pathlib import Path

import click

from infographic.commands.shared.exit_codes import MADE
from infographic.commands.shared.options import FONT_PATH, LIMITS
from infographic.commands.shared.say import aside, tell
from infographic.foundation.diagnostics import MachineError
from infographic.foundation.sayings import say

PORT = 8000
EXTRA = ("starlette", "uvicorn", "python_multipart", "prometheus_client")
"""What the extra “serve” brings."""


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS",
              help="Where it listens; any but this machine's own only with --keys.")  # fmt: skip
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True,
              help="0 takes any that is free.")  # fmt: skip
@click.option("--workers", type=click.IntRange(1, 256), metavar="N",
              help="Processes that make pages, one each at a time; as many as there are processors "
              "unless given.")  # fmt: skip
@click.option("--queue", type=click.IntRange(0, 10_000), default=16, show_default=True, metavar="N",
              help="Requests that may wait for a worker; one more is answered 503.")  # fmt: skip
@click.option("--keys", type=click.Path(path_type=Path), metavar="FILE",
              help="Who may ask: lines name:key or name:sha256:HEX; read again when it "
              "changes.")  # fmt: skip
@click.option("--layouts", multiple=True, metavar="NAME|FILE|FOLDER",
              help="What requests may name; all shipped ones unless given; "
              "repeatable.")  # fmt: skip
@click.option("--inline-layouts", is_flag=True, help="Requests may bring layouts of their own.")
@click.option("--press", "profiles", multiple=True, metavar="NAME|FILE|FOLDER",
              help="Press profiles that requests may name, likewise.")  # fmt: skip
@FONT_PATH
@click.option("--callback-host", "callbacks", multiple=True, metavar="HOST[:PORT]|NETWORK",
              help="Where the end of a job may be told; a network that is none of the internet's "
              "(10.0.0.0/8) where such a host lies in it; repeatable.")  # fmt: skip
@click.option("--seconds", type=click.FloatRange(0.1, 3600), default=30.0, show_default=True,
              metavar="S", help="That a page may take.")  # fmt: skip
@click.option("--megabytes", type=click.IntRange(100, 1_000_000), default=1500, show_default=True,
              metavar="MB", help="That a worker may have.")  # fmt: skip
@LIMITS
def serve(
    host: str, port: int, workers: int | None, queue: int, keys: Path | None,
    layouts: tuple[str, ...], inline_layouts: bool, profiles: tuple[str, ...],
    font_path: tuple[Path, ...], callbacks: tuple[str, ...], seconds: float, megabytes: int,
) -> int:  # fmt: skip
    """Make pages for other programs over HTTP, such as a content system.

    POST a story, and get a PDF or a picture; GET / describes all it answers. For this machine's
    programs alone, unless there are --keys. It ends at SIGTERM or Ctrl-C, when what it has begun
    is made.
    """
    must_be_installed()
    from infographic.foundation.running.listening import in_address
    from infographic.serve.calling.hosts import callback_hosts
    from infographic.serve.run import listening, must_be_safe, service_of
    from infographic.serve.run import serve as run
    from infographic.serve.settings import Settings, layouts_of, profiles_of

    must_be_safe(host, keys)
    settings = Settings(
        layouts_of(layouts), profiles_of(profiles), inline_layouts,
        tuple(str(one.resolve()) for one in font_path), callback_hosts(callbacks), seconds,
        megabytes, queue,
    )  # fmt: skip
    listener = listening(host, port)
    service = service_of(settings, keys, workers)
    number = listener.getsockname()[1]
    tell(f"http://{in_address(host)}:{number}/")
    aside("Ctrl-C 结束。Ctrl-C ends it.")
    _flush()
    run(service, listener)
    return MADE


def must_be_installed() -> None:
    """Raises `MachineError` where a package of the extra “serve” is missing."""
    from importlib.util import find_spec

    for package in EXTRA:
        if find_spec(package) is None:
            raise MachineError(say("machine/no-serve", package=package))


def _flush() -> None:
    """Who reads the address through a pipe has it before the server begins."""
    import sys

    sys.stdout.flush()
