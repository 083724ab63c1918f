"""Every case there is, by what kind of file it is about."""

from __future__ import annotations

from hostile.case import Case
from hostile.cases import drawings, layouts, maps, syntax, tables, texts

CASES: tuple[Case, ...] = (
    *syntax.CASES,
    *texts.CASES,
    *layouts.CASES,
    *drawings.CASES,
    *tables.CASES,
    *maps.CASES,
)
