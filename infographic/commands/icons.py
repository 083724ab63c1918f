"""`infographic icons`: the shipped icons by Chinese and English name, and a sheet of them."""

from __future__ import annotations

from pathlib import Path

import click

from infographic.commands.shared import options
from infographic.commands.shared.exit_codes import MADE
from infographic.commands.shared.guard import guard
from infographic.commands.shared.names import FileName
from infographic.commands.shared.say import aside, tell, tell_as_json


@click.command("icons")
@click.argument("word", required=False)
@click.option(
    "-o",
    "--output",
    type=FileName(".pdf", ".png", ".svg"),
    metavar="FILE",
    help="Write them as a contact sheet, in black: .pdf, .png or .svg.",
)
@options.diagnostics("the list on stdout")
def icons(word: str | None, output: str | None, diagnostics: str) -> int:
    """List the shipped icons, or those with WORD in a Chinese or English name."""
    from infographic.foundation.sayings import say
    from infographic.graphics.icons import matching, nearest

    found = matching(word or "")
    if not found and word:
        saying = say("phrase/no-such-icon", word=word, mend=nearest(word) or say("mend/all-icons"))
        raise click.UsageError(str(saying))
    if output is not None:
        from infographic.commands.icon_sheet import sheet

        path = Path(output)
        guard([path], [])
        sheet(found).save(path)
        aside(str(path))
    if diagnostics == "json":
        rows = [{"name": one.name, "zh": one.zh, "en": one.en, "source": one.source}
                for one in found]  # fmt: skip
        tell_as_json(rows)
    elif output is None:
        for one in found:
            tell(f"{one.name:<18}{'、'.join(one.zh)}  {', '.join(one.en)}".rstrip())
    return MADE
