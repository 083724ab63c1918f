"""How well 核数 finds what is planted in the corpora, and how often it is wrong.

`python -m tests.subbing.score` prints the tables. corpus.json is ours, in one manner; the other
was written apart from the rules, in many: corpus_open.json, by which they were made, and
corpus_held_out.json, which nobody who made them has read. Of that only two figures are ever
printed: what it misses is not to be looked at. corpus_further.json was written part by part, each
before the rules were mended with it. In a corpus 〔…〕 stands round each place that a
finding must name; the marks are taken off before a story is read. What of corpus.json is
"held_out" was written before the rules were and they were never tuned on it. Of “tuned on”, the
last thirty of the planted and the last hundred of the clean were written while they were tuned.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from infographic.foundation.datum import Node, Source
from infographic.foundation.diagnostics import Diagnostic
from infographic.loading.reading.source import read_json
from infographic.subbing.rules import doubtful_figures

CORPUS = Path(__file__).with_name("corpus.json")
OPEN = Path(__file__).with_name("corpus_open.json")
HELD_OUT = Path(__file__).with_name("corpus_held_out.json")
FURTHER = Path(__file__).with_name("corpus_further.json")
_MARKED = re.compile("〔([^〕]*)〕")


@dataclass(frozen=True, slots=True)
class Entry:
    """One story of the corpus, read."""

    kind: str
    codes: frozenset[str]
    held_out: bool
    text: str
    story: Node
    places: frozenset[tuple[int, int]]
    """Each line and column that a finding may name."""
    marks: int


@dataclass(frozen=True, slots=True)
class Result:
    entry: Entry
    findings: tuple[Diagnostic, ...]

    @property
    def is_found(self) -> bool:
        return any(self._tells(finding) for finding in self.findings)

    @property
    def false_alarms(self) -> tuple[Diagnostic, ...]:
        return tuple(f for f in self.findings if f.code not in self.entry.codes)

    def _tells(self, finding: Diagnostic) -> bool:
        """Whether a finding is the planted one and names both of its places."""
        if finding.code not in self.entry.codes or not finding.hint:
            return False
        if self.entry.kind == "unmentioned":
            return finding.origin.pointer.startswith("/figures/")
        here = (finding.origin.line, finding.origin.column)
        named = {(int(m[1]), int(m[2])) for m in re.finditer(r":(\d+):(\d+)", finding.message)}
        others = self.entry.places - {here}
        return here in self.entry.places and (self.entry.marks == 1 or bool(named & others))


@dataclass(frozen=True, slots=True)
class Score:
    planted: int
    found: int
    false_alarms: int

    @property
    def recall(self) -> float:
        return self.found / self.planted if self.planted else 1.0

    @property
    def precision(self) -> float:
        said = self.found + self.false_alarms
        return self.found / said if said else 1.0


def corpus(path: Path = CORPUS) -> list[Entry]:
    given = json.loads(path.read_text(encoding="utf-8"))
    return [_entry(one) for one in (given["entries"] if isinstance(given, dict) else given)]


def _entry(given: dict[str, Any]) -> Entry:
    marked = json.dumps(given["story"], ensure_ascii=False, indent=1)
    text = marked.replace("〔", "").replace("〕", "")
    story = read_json(Source("story.json", text), relaxed=False)
    places: set[tuple[int, int]] = set()
    marks = 0
    for number, line in enumerate(marked.split("\n"), 1):
        for before, match in enumerate(_MARKED.finditer(line)):
            start = match.start() + 1 - 2 * before
            places |= {(number, start + step) for step in range(len(match[1]))}
            marks += 1
    for node in story.walk():
        if node.origin.pointer in given.get("places", []):
            places.add((node.origin.line, node.origin.column))
            marks += 1
    return Entry(
        given["kind"], frozenset(given["codes"]), given["held_out"], text, story,
        frozenset(places), marks,
    )  # fmt: skip


def results(path: Path = CORPUS) -> list[Result]:
    return [Result(entry, tuple(doubtful_figures(entry.story))) for entry in corpus(path)]


def score_of(some: Iterable[Result]) -> Score:
    some = list(some)
    planted = [result for result in some if result.entry.codes]
    return Score(
        len(planted),
        sum(result.is_found for result in planted),
        sum(len(result.false_alarms) for result in some),
    )


def kinds(some: Sequence[Result]) -> list[str]:
    return list(dict.fromkeys(result.entry.kind for result in some))


def table(some: Sequence[Result]) -> str:
    """By kind and in all: what was found of what was planted, and false alarms; held out apart.

    A false alarm is counted where it is raised: of “clean” there is nothing to find.
    """
    rows = [
        "             tuned on                   held out",
        "kind         found of recall  false     found of recall  false",
    ]
    groups = [(kind, [r for r in some if r.entry.kind == kind]) for kind in kinds(some)]
    for name, group in [*groups, ("all", list(some))]:
        parts = []
        for held_out in (False, True):
            score = score_of(r for r in group if r.entry.held_out is held_out)
            recall = f"{score.recall:.3f}" if score.planted else "-"
            parts.append(
                f"{score.found:>5} {score.planted:>2} {recall:>6} {score.false_alarms:>6}"
                if score.planted
                else f"{'-':>5} {'-':>2} {recall:>6} {score.false_alarms:>6}"
            )
        rows.append(f"{name:<12} {parts[0]:<25} {parts[1]}".rstrip())
    tuned, held = (score_of(r for r in some if r.entry.held_out is part) for part in (False, True))
    whole = score_of(some)
    rows.append(
        f"precision    tuned on {tuned.precision:.3f}, held out {held.precision:.3f}, "
        f"all {whole.precision:.3f}; recall of all {whole.recall:.3f}"
    )
    return "\n".join(rows)


def manners_table(opened: Sequence[Result]) -> str:
    """By kind what was found of the open half."""
    rows = ["kind          found of recall  false"]
    for kind in kinds(opened):
        score = score_of(result for result in opened if result.entry.kind == kind)
        found = f"{score.found:>5} {score.planted:>2}" if score.planted else "    -  -"
        recall = f"{score.recall:.3f}" if score.planted else "-"
        rows.append(f"{kind:<13} {found} {recall:>6} {score.false_alarms:>6}")
    return "\n".join([*rows, in_short("open", opened)])


def in_short(name: str, half: Sequence[Result]) -> str:
    """A half's two figures: all that is ever said of the held-out one."""
    score = score_of(half)
    return (
        f"{name:<9} {len(half)} stories, {score.planted} with an error: "
        f"recall {score.recall:.3f}, precision {score.precision:.3f}"
    )


def main(arguments: Sequence[str]) -> None:
    some, opened, further = results(), results(OPEN), results(FURTHER)
    print(table(some), "", manners_table(opened), in_short("further", further), sep="\n")
    print(in_short("held out", results(HELD_OUT)))
    if "--missed" not in arguments:
        return
    # What is held out stays unseen: to read its misses is to tune on them.
    for result in (*some, *opened, *further):
        if result.entry.held_out:
            continue
        if result.entry.codes and not result.is_found:
            print("missed", sorted(result.entry.codes), result.entry.text)
            print(*(f"  said {f.code}: {f.message} @{f.origin}" for f in result.findings), sep="\n")
        for finding in result.false_alarms:
            print("false", finding.code, finding.message, result.entry.text)


if __name__ == "__main__":
    main(sys.argv[1:])
