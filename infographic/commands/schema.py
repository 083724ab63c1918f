"""`infographic schema`: the JSON Schemas of the files that authors write."""

from __future__ import annotations

from pathlib import Path

import click

from infographic.commands.shared.exit_codes import MADE
from infographic.commands.shared.say import aside

KINDS = ("story", "layout", "press", "sheet")


@click.command("schema")
@click.argument("kind", type=click.Choice(KINDS), required=False)
@click.option("-o", "--output", "folder", type=click.Path(path_type=Path),
              help="Write the files NAME.schema.json into this folder.")  # fmt: skip
def schema(kind: str | None, folder: Path | None) -> int:
    """Print the JSON Schema of a story, layout, press profile or sheet, or write all with -o."""
    from infographic.foundation.files import write_whole
    from infographic.schemas import schema_text

    if folder is not None:
        for name in (kind,) if kind else KINDS:
            path = folder / f"{name}.schema.json"
            write_whole(path, schema_text(name).encode())
            aside(str(path))
        return MADE
    if kind is None:
        raise click.UsageError(
            "which schema: story, layout, press or sheet? (or give -o FOLDER for all)"
        )
    click.echo(schema_text(kind), nl=False)
    return MADE
