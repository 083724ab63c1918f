"""Every diagnostic's code and what `infographic explain CODE` says of it, a file an area.

A code is for good: it may be retired, never given a new meaning. Texts are for the desk, not
for programmers: what happened, why it matters, how to mend it, and a small example, indented.
A code is the subject and what is wrong with it: “json-comma”, “image-missing”. `zh/` has the same
in Chinese.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from infographic.foundation.codes import (
    batch_names,
    batch_pages,
    batch_rows,
    batch_run,
    batch_stores,
    batch_template,
    binding,
    copy_lint,
    data,
    figure_check,
    fonts,
    graphics,
    inspection,
    layouts,
    look,
    making_up,
    maps,
    markup,
    pictures,
    preflight,
    press_profiles,
    reading,
    running,
    serve,
    shaping,
    studio,
    svg,
    values,
)
from infographic.foundation.sayings import LANGUAGE, spoken

AREAS = (
    batch_names,
    batch_pages,
    batch_rows,
    batch_run,
    copy_lint,
    data,
    shaping,
    graphics,
    maps,
    figure_check,
    running,
    serve,
    reading,
    binding,
    values,
    markup,
    pictures,
    svg,
    layouts,
    making_up,
    fonts,
    press_profiles,
    preflight,
    inspection,
    look,
    studio,
    batch_stores,
    batch_template,
)

CODES: dict[str, str] = {code: text for area in AREAS for code, text in area.CODES.items()}


def explanations() -> Mapping[str, str]:
    """What each code means, in the language that is spoken.

    >>> from infographic.foundation.sayings import using_language
    >>> with using_language("zh"):
    ...     explanations()["page-empty"]
    '版面上什么也没有。'
    """
    return _in(spoken())


@cache
def _in(language: str) -> Mapping[str, str]:
    """What a language does not have yet is said in English, as sentences are; a test sees it."""
    if language == LANGUAGE:
        return CODES
    areas = import_module(f"{__name__}.{language}").AREAS
    return {**CODES, **{code: text for area in areas for code, text in area.CODES.items()}}


__all__ = ["AREAS", "CODES", "explanations"]
