"""English, as the author reads it: plain, lower case, curly quotes round the author's words."""

from __future__ import annotations

from infographic.foundation.sayings.en import (
    binding,
    making_up,
    markup,
    phrases,
    reading,
    running,
)

AREAS = (
    phrases.SAYINGS,
    reading.SAYINGS,
    binding.SAYINGS,
    markup.SAYINGS,
    making_up.SAYINGS,
    running.SAYINGS,
)
