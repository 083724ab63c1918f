"""What is wrong with what came of a case."""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator, Mapping
from pathlib import Path

from hostile.case import SECRET, Case, digests, set_up
from hostile.launch import Launcher, Result

MOST_MEMORY = 500_000_000
BAD_INPUT, BUG = 3, 5
REFUSAL = re.compile(
    r"^(?:\[[^]]*\] )?.+?(?::\d+)*: (?:error|warning|note)\[(?P<code>[\w-]+)\]: "
    r'|^ +"code": "(?P<json>[\w-]+)"',
    re.M,
)
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
MEND = re.compile(r'^ +(?:hint: |limit: |found |\| +\^|"(?:hint|limit)": ".)', re.M)
"""What to do, what to raise, what is wanted in place of what was found, or the very place."""


def tried(case: Case, folder: Path, launcher: Launcher, *, alone: bool = False) -> list[str]:
    """All that is wrong with a case, [] where nothing is. `folder` is empty."""
    project = set_up(case, folder)
    before = digests(folder)
    result = launcher.run(folder, case.call, stdin=case.stdin, reads=case.reads, alone=alone)
    return [*faults(case, project, result), *changes(case, before, digests(folder), result.code)]


def faults(case: Case, project: Path, result: Result) -> Iterator[str]:
    said = result.out + result.err
    allowed = case.ends if isinstance(case.ends, tuple) else (case.ends,)
    if result.code < 0:
        name = signal.Signals(-result.code).name
        yield f"killed by {name} after {result.cpu:.1f} s of CPU with {result.peak:,} bytes"
    elif result.code == BUG or result.code not in allowed:
        yield f"ended in {result.code}, not {case.ends}: {_last(said)}"
    if "Traceback" in said:
        yield f"a traceback: {_last(said)}"
    if found := CONTROLS.search(said):
        yield f"a control character is said: {found[0]!r}"
    if SECRET in said:
        yield "the secret is said"
    if result.peak > MOST_MEMORY:
        yield f"took {result.peak:,} bytes of memory"
    yield from (f"outside: {what}" for what in result.touched)
    codes = [found["code"] or found["json"] for found in REFUSAL.finditer(said)]
    if case.says and case.says not in codes:
        yield f"did not say {case.says}, but {codes}: {_last(said)}"
    if result.code == BAD_INPUT:
        if not codes:
            yield f"refused without a code: {_last(said)}"
        if not MEND.search(said):
            yield f"refused without a mend: {_last(said)}"
        names = (case.names,) if case.names else tuple(path.name for path in project.iterdir())
        if not any(name in said for name in names):
            yield f"names none of {names}: {_last(said)}"


def changes(
    case: Case, before: Mapping[str, str], after: Mapping[str, str], code: int
) -> Iterator[str]:
    for name, digest in before.items():
        if name not in after:
            yield f"{name} is gone"
        elif after[name] != digest:
            yield f"{name} is changed"
    made = case.makes if code == 0 else case.leaves
    may = {f"project/{name}" for name in made}
    for name in after.keys() - before.keys():
        if not name.startswith("home/.cache") and name not in may:
            yield f"left behind: {name}"
    yield from (f"did not write {name}" for name in may - after.keys())


def _last(said: str) -> str:
    return said.strip()[-600:]
