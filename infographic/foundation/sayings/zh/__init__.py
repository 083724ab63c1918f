"""Chinese, as a newspaper's desk says it: short, what is wrong and then what to do.

The words are those of docs/glossary.md, one for a thing. Marks are full-width, quotes are curly
round the author's words, and no space stands between Han and Latin letters or digits; what the
author types (keys, names of files, codes, JSON) stays as it is typed.
"""

from __future__ import annotations

from infographic.foundation.sayings.zh import (
    batch_rows,
    batch_stores,
    batch_template,
    binding,
    calls,
    chart_lint,
    copy_lint,
    data,
    figure_check,
    fonts,
    graphics,
    inspection,
    inspection_phrases,
    look,
    making_up,
    maps,
    markup,
    outputs,
    phrases,
    pictures,
    preflight,
    press_profiles,
    reading,
    running,
    serve,
    shaping,
    sheet,
    studio,
    svg,
    values,
)

AREAS = (
    batch_rows.SAYINGS,
    batch_stores.SAYINGS,
    batch_template.SAYINGS,
    binding.SAYINGS,
    calls.SAYINGS,
    chart_lint.SAYINGS,
    copy_lint.SAYINGS,
    data.SAYINGS,
    figure_check.SAYINGS,
    fonts.SAYINGS,
    graphics.SAYINGS,
    inspection.SAYINGS,
    inspection_phrases.SAYINGS,
    look.SAYINGS,
    making_up.SAYINGS,
    maps.SAYINGS,
    markup.SAYINGS,
    outputs.SAYINGS,
    phrases.SAYINGS,
    pictures.SAYINGS,
    preflight.SAYINGS,
    press_profiles.SAYINGS,
    reading.SAYINGS,
    running.SAYINGS,
    serve.SAYINGS,
    shaping.SAYINGS,
    sheet.SAYINGS,
    studio.SAYINGS,
    svg.SAYINGS,
    values.SAYINGS,
)
