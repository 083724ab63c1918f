"""Names of files on the command line, in which “{layout}” stands for a layout's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from infographic.foundation.diagnostics import near_word
from infographic.foundation.files import is_folder
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import say

PLACEHOLDERS = ("layout",)
_PART = late(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")


class FileName(click.ParamType):  # type: ignore[type-arg]
    """A file's name or a folder's, with “{layout}” in it or not; it stays a text.

    A placeholder that we do not know is a wrong call, or a file would be called so.
    """

    name = "path"

    def __init__(self, *endings: str) -> None:
        self.endings = endings
        """Those that the name must have one of; () for any."""

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        pattern = str(value)
        if not pattern:
            # A variable of the shell that is not set, as a rule.
            self.fail("the name is empty", param, ctx)
        try:
            path = expanded(pattern, "x")
        except ValueError as error:
            self.fail(f"{pattern}: {error}", param, ctx)
        if self.endings:
            if Path(path).suffix.lower() not in self.endings:
                wanted = " or ".join(self.endings)
                self.fail(f"{pattern}: the name must end in {wanted}", param, ctx)
            if is_folder(path):
                self.fail(f"{pattern} is a folder; give the file another name", param, ctx)
        return pattern


def expanded(pattern: str, layout: str) -> str:
    """A name with its placeholders filled in; “{{” and “}}” stand for a brace.

    Raises `ValueError` for an unknown placeholder or a brace alone.

    >>> expanded("out/{layout}-{{a}}.png", "modern/square")
    'out/modern-square-{a}.png'
    """

    def part(found: re.Match[str]) -> str:
        match found[0]:
            case "{{" | "}}":
                return found[0][0]
            case "{layout}":
                # Late: few names have it, and `icons` composes no page.
                from infographic.composed import file_name_of

                return file_name_of(layout)
            case "{" | "}":
                raise ValueError(f"a brace stands alone; write “{found[0] * 2}” for one in a name")
        is_near = near_word(found[1], PLACEHOLDERS) is not None
        mend = say("mend/placeholder-near" if is_near else "mend/placeholder")
        raise ValueError(str(say("phrase/no-such-placeholder", placeholder=found[0], mend=mend)))

    return _PART.sub(part, pattern)


def has_layout(pattern: str) -> bool:
    """Whether each layout gets a file of its own.

    >>> has_layout("{layout}.png"), has_layout("{{layout}}.png")
    (True, False)
    """
    return any(found[0] == "{layout}" for found in _PART.finditer(pattern))


def one_for_each(layouts: Sequence[str], *patterns: str | None) -> None:
    """Refuse a name that all of several layouts would be written to, one over the other.

    Raises `click.UsageError`.
    """
    for pattern in patterns:
        if pattern is not None and len(set(layouts)) > 1 and not has_layout(pattern):
            path = Path(pattern)
            hint = path.with_name("{layout}" + path.suffix)
            raise click.UsageError(
                f"{pattern}: {len(set(layouts))} layouts would be written over one another; "
                f"write {hint}"
            )
