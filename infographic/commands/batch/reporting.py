"""`infographic batch report`: what a manifest says, as a contact sheet, a table or JSON."""

from __future__ import annotations

from pathlib import Path

import click

from infographic.commands.batch.local import LocalFile
from infographic.commands.shared.exit_codes import MADE
from infographic.commands.shared.say import Say


@click.command("report")
@click.argument("manifest", type=click.Path(path_type=Path, readable=False))
@click.option("-o", "--output", "outputs", multiple=True, required=True,
              type=LocalFile(path_type=Path, dir_okay=False), metavar="FILE",
              help=".html: a contact sheet, 200 pages a file (report-2.html …); .csv: a table for "
              "Excel; .json. Repeatable.")  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="Say errors only.")
def report(manifest: Path, outputs: tuple[Path, ...], quiet: bool) -> int:
    """Sum up a batch by its MANIFEST, or the folder that it stands in: failures first, then every
    page."""
    from infographic.batch.report.writing import written
    from infographic.batch.run.plan import MANIFEST
    from infographic.foundation.files import is_folder

    if is_folder(manifest):
        manifest = manifest / MANIFEST
    say = Say(quiet, False, False)
    for output in outputs:
        for path in written(manifest, output):
            say.progress(str(path))
    return MADE
