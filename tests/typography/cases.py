"""The clauses of the standards, each with its cases and with what must make them fail."""

from __future__ import annotations

from .clause import EMS, Case, Clause
from .clauses_breaks import KEPT, KINSOKU
from .clauses_lines import EDGES, FILL, SPACES
from .clauses_paragraphs import ENDS, NOT_KEPT
from .clauses_widths import PAIRS, WIDTHS

__all__ = ["CLAUSES", "EMS", "GROUPS", "Case", "Clause"]

GROUPS: dict[str, tuple[Clause, ...]] = {
    "Line start and line end": KINSOKU,
    "Never broken": KEPT,
    "Widths": WIDTHS,
    "Rows of marks, and styles": PAIRS,
    "Line edges": EDGES,
    "Han and Latin": SPACES,
    "Justification": FILL,
    "Paragraphs": ENDS,
    "Not kept": NOT_KEPT,
}
CLAUSES = tuple(clause for group in GROUPS.values() for clause in group)
