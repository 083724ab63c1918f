"""Check the stories that a change touches, and say what is wrong as annotations of GitHub.

What it is told stands in the environment (action.yml); the change is read from Git. It ends as
`infographic check` does, and with 0 where the change touches no story.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

COMMANDS = ("error", "warning")
"""Of the runner, as severities are called; notes (a headline that is smaller) are for who asks."""
MOST = 10
"""Annotations of a kind that GitHub shows of a step; the summary has the others."""
MOST_SUMMED = 200
NO_COMMIT = "0" * 40
"""What a push says was there before, of a branch that is new."""


def main(given: Mapping[str, str]) -> int:
    stories = changed(given)
    if not stories:
        print("No story was touched.")
        return 0
    told, code = checked(stories, given)
    found = told.get("diagnostics", [])
    for line in annotations(found):
        print(line)
    if given.get("GITHUB_STEP_SUMMARY"):
        with Path(given["GITHUB_STEP_SUMMARY"]).open("a", encoding="utf-8") as summary:
            summary.write("\n".join(summed(stories, found, code)) + "\n")
    return code


def changed(given: Mapping[str, str]) -> list[str]:
    """The stories that stand in the folder and that the change touches; all where that is asked
    for, or where what was there before cannot be had."""
    paths = [line.strip() for line in given["STORIES"].splitlines() if line.strip()]
    before = "" if given.get("ALL") == "true" else before_of(given)
    if before and not _git("cat-file", "-e", f"{before}^{{commit}}"):
        # Of a checkout without history; without credentials where the repository is public.
        _git("fetch", "-q", "--no-tags", "--depth=1", "origin", before)
    if before and _git("cat-file", "-e", f"{before}^{{commit}}"):
        names = _names("diff", "--name-only", "--diff-filter=d", "-z", before, "HEAD", "--", *paths)
    else:
        names = _names("ls-files", "-z", "--", *paths)
    return sorted(name for name in names if Path(name).is_file())


def before_of(given: Mapping[str, str]) -> str:
    """The commit that the change begins from; "" where there is none."""
    event: Any = {}
    if given.get("GITHUB_EVENT_PATH"):
        event = json.loads(Path(given["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    told = event.get("pull_request", {}).get("base", {}).get("sha") or event.get("before") or ""
    return told if told != NO_COMMIT and len(told) in (40, 64) and told.isalnum() else ""


def checked(stories: Sequence[str], given: Mapping[str, str]) -> tuple[dict[str, Any], int]:
    """What `infographic check` says of the stories, and what it ends with."""
    layouts = [line.strip() for line in given.get("LAYOUTS", "").splitlines() if line.strip()]
    command = [sys.executable, "-P", "-m", "infographic", "check", "--diagnostics", "json"]
    command += [f"--layout={name}" for name in layouts]
    command += ["--strict"] if given.get("STRICT") == "true" else []
    # `./`: a name that begins with a hyphen is no option.
    command += ["--", *(f"./{name}" for name in stories)]
    ran = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    return (json.loads(ran.stdout) if ran.stdout.strip() else {}), ran.returncode


def annotations(found: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """A line for each of the first diagnostics of a kind, as GitHub's runner reads them."""
    said = dict.fromkeys(COMMANDS, 0)
    for one in found:
        kind = one["severity"]
        if kind not in COMMANDS:
            continue
        said[kind] += 1
        if said[kind] > MOST:
            continue
        where = {"file": name_of(one), "line": one["line"], "col": one["column"],
                 "title": one["code"]}  # fmt: skip
        told = ",".join(f"{key}={_property(value)}" for key, value in where.items() if value)
        text = "\n".join(filter(None, (one["message"], one["hint"])))
        yield f"::{kind} {told}::{_escaped(text)}"


def name_of(one: Mapping[str, Any]) -> str:
    """The file as the repository has it."""
    return str(one["file"]).removeprefix("./")


def summed(
    stories: Sequence[str], found: Sequence[Mapping[str, Any]], code: int
) -> Iterator[str]:  # fmt: skip
    """The job's summary, in Markdown."""
    worst = [one for one in found if one["severity"] in COMMANDS]
    counted = f"{len(stories)} {'story' if len(stories) == 1 else 'stories'}"
    yield f"### infographic check: {counted}, {'right' if code == 0 else 'wrong'}\n"
    if worst:
        yield "| | place | what |\n|---|---|---|"
    for one in worst[:MOST_SUMMED]:
        place = f"{name_of(one)}:{one['line']}:{one['column']}"
        yield f"| {one['severity']} | {_cell(place)} | {_cell(one['message'])} |"
    if len(worst) > MOST_SUMMED:
        yield f"\n… {len(worst) - MOST_SUMMED} more"


def _escaped(text: object) -> str:
    """Words that begin no command of the runner and end no line."""
    return str(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: object) -> str:
    return _escaped(value).replace(":", "%3A").replace(",", "%2C")


def _cell(text: str) -> str:
    """Words of a story in a table: no link, picture, HTML or further cell comes of them."""
    return "".join(f"&#{ord(one)};" if one in "|<>&[]()!`*_~\\:@#\r\n" else one for one in text)


def _git(*arguments: str) -> bool:
    return subprocess.run(["git", *arguments], check=False, capture_output=True).returncode == 0


def _names(*arguments: str) -> list[str]:
    ran = subprocess.run(["git", *arguments], check=True, stdout=subprocess.PIPE)
    return [os.fsdecode(name) for name in ran.stdout.split(b"\0") if name]


if __name__ == "__main__":
    sys.exit(main(os.environ))
