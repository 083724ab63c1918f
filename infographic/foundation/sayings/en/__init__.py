"""English, as the author reads it: plain, lower case, curly quotes round the author's words."""

from __future__ import annotations

from infographic.foundation.sayings.en import making_up, markup, phrases, running

AREAS = (
    phrases.SAYINGS,
    markup.SAYINGS,
    making_up.SAYINGS,
    running.SAYINGS,
)
