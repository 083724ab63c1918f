"""What `check` and `render` do at the press's gate: pages before they are written, PDF files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from infographic.commands.shared.names import expanded
from infographic.foundation.diagnostics import Severity, errors
from infographic.foundation.files import write_whole
from infographic.foundation.sayings import label

if TYPE_CHECKING:
    from infographic.composed import ComposedPage
    from infographic.press.report import Finding

PROOF_PPI = 120.0


def passes(composed: ComposedPage, say: Any, strict: bool, proof: str | None) -> bool:
    """Say what the press will not take of a page; whether it may be written."""
    passed = True
    for page, target in zip(composed.pages, files_of(composed, proof), strict=True):
        findings = page.preflight()
        say.diagnostics(findings)
        if target is not None:
            ppi = page.page.ppi if page.press.screen is not None else PROOF_PPI
            write_proof(target, page.png(ppi=ppi), findings, ppi, say)
        passed = passed and not stopped(findings, strict)
    return passed


def files_of(composed: ComposedPage, pattern: str | None) -> list[Path | None]:
    """A file for each page: “{layout}” stands for the layout's name, and -1, -2 … are added where
    there are several."""
    if pattern is None:
        return [None] * len(composed.pages)
    return [*composed.files_of(Path(expanded(pattern, composed.layout)))]


def stopped(findings: Sequence[Finding], strict: bool) -> bool:
    if strict:
        return any(one.severity is not Severity.NOTE for one in findings)
    return bool(errors(findings))


def counted(findings: Sequence[Finding]) -> str:
    """How many errors and warnings, in words.

    >>> counted([])
    'no faults'
    """
    counts = [
        (sum(one.severity is severity for one in findings), severity)
        for severity in (Severity.ERROR, Severity.WARNING)
    ]
    said = [
        label(f"{severity}{'s' if count > 1 else ''}-counted", count)
        for count, severity in counts
        if count
    ]
    return label("comma").join(said) or label("no-faults")


def write_proof(
    target: Path, picture: bytes, findings: Sequence[Finding], ppi: float, say: Any
) -> None:  # fmt: skip
    from infographic.backends.overlay.rings import ringed

    write_whole(target, ringed(picture, findings, ppi))
    say.progress(f"{target}")
