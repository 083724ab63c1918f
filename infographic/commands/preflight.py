"""What `check` and `render` do at the press's gate: pages before they are written, PDF files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from infographic.foundation.diagnostics import MachineError, Severity, errors
from infographic.foundation.files import write_whole

if TYPE_CHECKING:
    from infographic.composed import ComposedPage
    from infographic.press.report import Finding

MADE, BAD_INPUT = 0, 3
PROOF_PPI = 120.0
DEFAULT_PRESS = "newsprint"


def is_pdf(path: str) -> bool:
    return path.lower().endswith(".pdf")


def check_file(
    name: str, press: str | None, proof: Path | None, say: Any, strict: bool
) -> int:  # fmt: skip
    """Say everything wrong or doubtful in a PDF for its press. Raises `MachineError`."""
    from infographic.press.inspect.run import inspect
    from infographic.profiles import press_profile

    profile = press_profile(press or DEFAULT_PRESS)
    path = Path(name)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise MachineError(f"{name}: cannot be read ({error.strerror or error})") from error
    findings = inspect(data, name, profile)
    say.diagnostics(findings)
    if proof is not None:
        _write_proof(proof, _picture_of_file(data), findings, PROOF_PPI, say)
    passed = not stopped(findings, strict)
    said = "may be printed" if passed else "must not be printed"
    say.progress(f"{name}: {said} ({profile.name}; {counted(findings)})")
    say.finish(press=profile.name, passed=passed)
    return MADE if passed else BAD_INPUT


def _picture_of_file(data: bytes) -> bytes:
    from infographic.press.inspect.file import sheet_and_trim
    from infographic.press.report_rings import picture_of

    sheet, trim = sheet_and_trim(data)
    return picture_of(data, trim, sheet, PROOF_PPI)


def passes(composed: ComposedPage, say: Any, strict: bool, proof: Path | None) -> bool:
    """Say what the press will not take of a page; whether it may be written."""
    passed = True
    for page, target in zip(composed.pages, files_of(composed, proof), strict=True):
        findings = page.preflight()
        say.diagnostics(findings)
        if target is not None:
            ppi = page.page.ppi if page.press.screen is not None else PROOF_PPI
            _write_proof(target, page.png(ppi=ppi), findings, ppi, say)
        passed = passed and not stopped(findings, strict)
    return passed


def files_of(composed: ComposedPage, pattern: Path | None) -> list[Path | None]:
    """A file for each page: “{layout}” stands for the layout's name, and -1, -2 … are added where
    there are several."""
    from infographic.composed import numbered

    if pattern is None:
        return [None] * len(composed.pages)
    file = Path(str(pattern).replace("{layout}", composed.layout.replace("/", "-")))
    if not composed.further:
        return [file]
    return [file.with_name(numbered(file, n + 1)) for n in range(len(composed.pages))]


def stopped(findings: Sequence[Finding], strict: bool) -> bool:
    if strict:
        return any(one.severity is not Severity.NOTE for one in findings)
    return bool(errors(findings))


def summarised(composed: ComposedPage, say: Any) -> None:
    """In `render`: that there are warnings, and who lists them."""
    findings = [one for page in composed.pages for one in page.preflight()]
    doubts = [one for one in findings if one.severity is Severity.WARNING]
    if doubts:
        codes = ", ".join(dict.fromkeys(one.code for one in doubts))
        say.progress(
            f"{composed.layout}: {counted(doubts)} for press “{composed.press.name}” ({codes}); "
            "`infographic check` tells more"
        )


def counted(findings: Sequence[Finding]) -> str:
    """How many errors and warnings, in words.

    >>> counted([])
    'no faults'
    """
    counts = [
        (sum(one.severity is severity for one in findings), severity)
        for severity in (Severity.ERROR, Severity.WARNING)
    ]
    said = [f"{count} {severity}{'s' if count > 1 else ''}" for count, severity in counts if count]
    return ", ".join(said) or "no faults"


def after_png(composed: ComposedPage, file: Path, say: Any, alt_text: bool) -> None:
    """Whether the platforms take a written PNG; and its words beside it, if asked for."""
    from infographic.press.preflight.screen import file_too_large

    found = file_too_large(composed.page, composed.press, file.stat().st_size)
    say.diagnostics([replace(one, layout=composed.layout) for one in found])
    if alt_text:
        beside = file.with_suffix(".alt.txt")
        write_whole(beside, composed.alt_text().encode())
        say.progress(str(beside))


def _write_proof(
    target: Path, picture: bytes, findings: Sequence[Finding], ppi: float, say: Any
) -> None:  # fmt: skip
    from infographic.press.report_rings import ringed

    write_whole(target, ringed(picture, findings, ppi))
    say.progress(f"{target}")
