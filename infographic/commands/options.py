"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

SET = click.option(
    "--set", "values", multiple=True, metavar="/POINTER=VALUE",
    help="Replace a part of the story: --set /stats/0=2301.",
)  # fmt: skip
FONT_PATH = click.option(
    "--font-path", multiple=True, type=click.Path(path_type=Path),
    help="A folder of the paper's own fonts; repeatable.",
)  # fmt: skip
ROOT = click.option(
    "--root", type=click.Path(path_type=Path),
    help="Pictures are read from inside this folder only (default: the story's).",
)  # fmt: skip
PRESS = click.option(
    "--press", metavar="NAME|PATH",
    help="The press profile, in place of the layout's; `infographic press` lists them.",
)  # fmt: skip
