"""`infographic explain`: what an error's code means."""

from __future__ import annotations

import re

import click

from infographic.commands.shared.exit_codes import MADE
from infographic.commands.shared.say import tell
from infographic.foundation.diagnostics import near_word
from infographic.foundation.sayings import say


@click.command("explain")
@click.argument("code", required=False)
def explain(code: str | None) -> int:
    """Explain an error's CODE; without one, list them all."""
    from infographic.foundation.codes import CODES

    if code is None:
        room = max(map(len, CODES)) + 2
        for name, text in sorted(CODES.items()):
            tell(f"{name:<{room}}{first_sentence(text)}")
        return MADE
    if code not in CODES:
        mend = near_word(code, CODES) or say("mend/list-of-codes")
        raise click.UsageError(str(say("phrase/no-such-code", code=code, mend=mend)))
    for line in (code, "", *CODES[code].strip().split("\n")):
        tell(line)
    return MADE


def first_sentence(text: str) -> str:
    """A text's first sentence, in one line.

    >>> first_sentence("A picture that is not\\nthere: page.png. Its path")
    'A picture that is not there: page.png.'
    """
    return re.split(r"(?<=\.)\s", " ".join(text.split()), maxsplit=1)[0]
