"""Every clause in every case, face and measure, read back from the PDF; and its control."""

from __future__ import annotations

import json
from contextlib import nullcontext
from pathlib import Path

import pytest

from infographic.foundation.diagnostics import SpecError

from . import reader
from .cases import CLAUSES, GROUPS, Case, Clause
from .mutations import forget, without
from .reader import set_text

PROVED = [clause for clause in CLAUSES if clause.cases]
ALL = [
    pytest.param(case, face, id=f"{clause.standard}-{clause.section}-{number}-{face}")
    for clause in PROVED
    for number, case in enumerate(clause.cases)
    for face in case.faces
]


def wrong_in(case: Case, face: str, **style: object) -> list[str]:
    """What is wrong, measure by measure."""
    found = []
    for ems in case.ems:
        wrong = case.claim(set_text(case.text, ems, face, **{**case.style, **style}), ems)
        if wrong:
            found.append(f"at {ems} em: {wrong}")
    return found


@pytest.mark.parametrize(("case", "face"), ALL)
def test_the_clause_holds(case: Case, face: str) -> None:
    assert not wrong_in(case, face), case.text


@pytest.mark.parametrize("clause", PROVED, ids=[c.rule[:40] for c in PROVED])
def test_the_proof_would_notice(clause: Clause, tmp_path: Path) -> None:
    """With its rule mutated, at least one case of the clause fails."""
    style = {name: value for name, value in clause.control.items() if name != "code"}
    if isinstance(style.get("house"), dict):
        table = tmp_path / "house.json"
        table.write_text(json.dumps(style["house"], ensure_ascii=False), encoding="utf-8")
        style["house"] = str(table)
    rule = clause.control.get("code")
    reader._pdf.cache_clear()
    with without(rule) if rule else nullcontext():
        assert any(fails(case, face, style) for case in clause.cases for face in case.faces)
    reader._pdf.cache_clear()
    if rule:
        forget()


def fails(case: Case, face: str, style: dict[str, object]) -> bool:
    try:
        return bool(wrong_in(case, face, **style))
    except (ValueError, IndexError, SpecError):
        return True  # what the claim looks for is not there any more, or the page is refused


def test_there_are_enough_assertions() -> None:
    count = sum(len(case.ems) * len(case.faces) for clause in PROVED for case in clause.cases)
    measures = {ems for clause in PROVED for case in clause.cases for ems in case.ems}
    assert count >= 200
    assert len(measures) >= 10
    assert all(clause.control for clause in PROVED)
    assert all(bool(clause.cases) != bool(clause.not_kept) for clause in CLAUSES)
    assert len(GROUPS) == 9
