"""Every case there is, by what kind of file it is about."""

from __future__ import annotations

from hostile.case import Case
from hostile.cases import (
    calls,
    drawings,
    fonts,
    layouts,
    maps,
    paths,
    pictures,
    press_files,
    secrets,
    syntax,
    tables,
    texts,
)

CASES: tuple[Case, ...] = (
    *calls.CASES,
    *drawings.CASES,
    *fonts.CASES,
    *layouts.CASES,
    *maps.CASES,
    *paths.CASES,
    *pictures.CASES,
    *press_files.CASES,
    *secrets.CASES,
    *syntax.CASES,
    *tables.CASES,
    *texts.CASES,
)
