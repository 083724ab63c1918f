"""English, as the author reads it: plain, lower case, curly quotes round the author's words."""

from __future__ import annotations

from infographic.foundation.sayings.en import phrases, running

AREAS = (phrases.SAYINGS, running.SAYINGS)
