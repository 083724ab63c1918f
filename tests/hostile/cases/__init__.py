"""Every case there is, by what kind of file it is about."""

from __future__ import annotations

from hostile.case import Case
from hostile.cases import layouts, syntax, texts

CASES: tuple[Case, ...] = (*syntax.CASES, *texts.CASES, *layouts.CASES)
