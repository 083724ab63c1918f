"""Every case there is, by what kind of file it is about."""

from __future__ import annotations

from hostile.case import Case
from hostile.cases import calls, drawings, layouts, maps, paths, press_files, syntax, tables, texts

CASES: tuple[Case, ...] = (
    *calls.CASES,
    *drawings.CASES,
    *layouts.CASES,
    *maps.CASES,
    *paths.CASES,
    *press_files.CASES,
    *syntax.CASES,
    *tables.CASES,
    *texts.CASES,
)
