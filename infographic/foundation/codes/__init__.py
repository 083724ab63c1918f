"""Every diagnostic's code and what `infographic explain CODE` says of it, a file an area.

A code is for good: it may be retired, never given a new meaning. Texts are for the desk, not
for programmers: what happened, why it matters, how to mend it, and a small example, indented.
A code is the subject and what is wrong with it: “json-comma”, “image-missing”.
"""

from __future__ import annotations

from infographic.foundation.codes import (
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
    shaping,
    studio,
    svg,
    values,
)

AREAS = (
    copy_lint,
    data,
    shaping,
    graphics,
    maps,
    figure_check,
    running,
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
)

CODES: dict[str, str] = {code: text for area in AREAS for code, text in area.CODES.items()}

__all__ = ["AREAS", "CODES"]
