"""English, as the author reads it: plain, lower case, curly quotes round the author's words."""

from __future__ import annotations

from infographic.foundation.sayings.en import (
    binding,
    calls,
    copy_lint,
    data,
    figure_check,
    fonts,
    graphics,
    inspection,
    inspection_phrases,
    making_up,
    markup,
    outputs,
    phrases,
    pictures,
    preflight,
    press_profiles,
    reading,
    running,
    sheet,
    values,
)

AREAS = (
    binding.SAYINGS,
    calls.SAYINGS,
    copy_lint.SAYINGS,
    data.SAYINGS,
    figure_check.SAYINGS,
    fonts.SAYINGS,
    graphics.SAYINGS,
    inspection.SAYINGS,
    inspection_phrases.SAYINGS,
    making_up.SAYINGS,
    markup.SAYINGS,
    outputs.SAYINGS,
    phrases.SAYINGS,
    pictures.SAYINGS,
    preflight.SAYINGS,
    press_profiles.SAYINGS,
    reading.SAYINGS,
    running.SAYINGS,
    sheet.SAYINGS,
    values.SAYINGS,
)
