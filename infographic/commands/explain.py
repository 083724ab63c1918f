"""`infographic explain`: what an error's code means."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from infographic.commands.shared.exit_codes import MADE
from infographic.commands.shared.say import tell
from infographic.foundation.codes import CODES, explanations
from infographic.foundation.diagnostics import near_word
from infographic.foundation.limits import TABLE
from infographic.foundation.sayings import say


@click.command("explain")
@click.argument("code", required=False)
def explain(code: str | None) -> int:
    """Explain an error's CODE, or a limit's name; without one, list all codes."""
    if code is None:
        room = max(map(len, CODES)) + 2
        for name, text in sorted(explanations().items()):
            tell(f"{name:<{room}}{first_sentence(text)}")
        return MADE
    if code not in CODES and code not in TABLE:
        mend = near_word(code, [*CODES, *TABLE]) or say("mend/list-of-codes")
        raise click.UsageError(str(say("phrase/no-such-code", code=code, mend=mend)))
    for line in (code, *_told(code)):
        tell(line)
    return MADE


def _told(name: str) -> Iterator[str]:
    """What is said of a code, and of a limit: some of both have one name."""
    if name in CODES:
        yield from ("", *explanations()[name].strip().split("\n"))
    if name in TABLE:
        most, of = TABLE[name]
        yield from ("", str(say("phrase/limit", most=most, of=of)), str(say("phrase/limits")))
        yield f"    {say('phrase/raised', name=name, more=2 * most)}"


def first_sentence(text: str) -> str:
    """A text's first sentence, in one line.

    >>> first_sentence("A picture that is not\\nthere: page.png. Its path")
    'A picture that is not there: page.png.'
    >>> first_sentence("版面上什么\\n也没有。补上。")
    '版面上什么也没有。'
    """
    # Between Han a line's end is no space.
    line = re.sub(r"(?<=[\u3000-\uffef])\n(?=[\u3000-\uffef])", "", text)
    return re.split(r"(?<=\.)\s|(?<=。)", " ".join(line.split()), maxsplit=1)[0]
