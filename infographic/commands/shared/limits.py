"""`--limits`: names with numbers, or files of them."""

from __future__ import annotations

from collections.abc import Sequence

import click

from infographic.commands.shared.guard import reads
from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic, SpecError, nearest
from infographic.foundation.limits import TABLE
from infographic.foundation.sayings import say
from infographic.loading.reading.source import read_file


def limits_of(ctx: click.Context, given: Sequence[str]) -> dict[str, int]:
    """The limits that are given, the last of a name. Raises `SpecError`, `click.UsageError`."""
    found: dict[str, int] = {}
    for one in given:
        if one.endswith(".json") and "=" not in one:
            found |= _of_file(one)
            reads(ctx, one)
        else:
            found |= _of_words(one)
    return found


def _of_words(given: str) -> dict[str, int]:
    found = {}
    for pair in given.split(","):
        name, equals, number = pair.strip().partition("=")
        if not equals:
            raise click.UsageError(f"--limits wants NAME=NUMBER or FILE.json, not “{given}”")
        if name not in TABLE:
            near = nearest(name, TABLE)
            raise click.UsageError(f"there is no limit “{name}”; {near or 'see docs/limits.md'}")
        try:
            found[name] = int(number)
        except ValueError:
            found[name] = -1
        if found[name] < 0:
            raise click.UsageError(f"--limits wants a whole number from 0 up, not “{number}”")
    return found


def _of_file(file: str) -> dict[str, int]:
    node = read_file(file, relaxed=True)
    if not isinstance(node.value, dict):
        raise SpecError([Diagnostic(say("limit-unknown/object", found=node.kind), node.origin)])
    wrong = [fault for name, one in node.value.items() if (fault := _fault(name, one, node))]
    if wrong:
        raise SpecError(wrong)
    return {name: one.value for name, one in node.value.items() if isinstance(one.value, int)}


def _fault(name: str, one: Node, whole: Node) -> Diagnostic | None:
    if name not in TABLE:
        at = whole.keys.get(name, one.origin) if whole.keys else one.origin
        return Diagnostic(say("limit-unknown", name=name), at, nearest(name, TABLE))
    if isinstance(one.value, bool) or not isinstance(one.value, int) or one.value < 0:
        return Diagnostic(say("limit-unknown/number", name=name, value=str(one.kind)), one.origin)
    return None
