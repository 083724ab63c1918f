"""How findings are said: once for all of a kind in one text, with the place of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from infographic.copy_lint.findings import Finding
from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.places import place_in
from infographic.foundation.sayings import Saying, Value, say

SEVERITIES = {
    "copy-radical": Severity.NOTE,
    "copy-line-end/trimmed": Severity.NOTE,
    "copy-invisible/kept": Severity.NOTE,
}
"""By code, or by code and sentence; all others are warnings, which are errors under --strict."""
MOST_SHOWN, MOST_PLACES = 6, 8


def severity_of(code: str, form: str) -> Severity:
    return SEVERITIES.get(f"{code}/{form}", SEVERITIES.get(code, Severity.WARNING))


SAYINGS: dict[str, Callable[[dict[str, Value]], Saying]] = {
    "copy-html/tag": lambda told: say("copy-html/tag", **told),
    "copy-html/reference": lambda told: say("copy-html/reference", **told),
    "copy-invisible/removed": lambda told: say("copy-invisible/removed", **told),
    "copy-invisible/kept": lambda told: say("copy-invisible/kept", **told),
    "copy-radical/han": lambda told: say("copy-radical/han", **told),
    "copy-line-end/trimmed": lambda told: say("copy-line-end/trimmed", **told),
    "copy-line-end/odd": lambda told: say("copy-line-end/odd", **told),
    "copy-quote/pair": lambda told: say("copy-quote/pair", **told),
    "copy-quote/alone": lambda told: say("copy-quote/alone", **told),
    "copy-half-width/marks": lambda told: say("copy-half-width/marks", **told),
    "copy-doubled/marks": lambda told: say("copy-doubled/marks", **told),
    "copy-doubled/spaces": lambda told: say("copy-doubled/spaces", **told),
    "copy-full-width/letters": lambda told: say("copy-full-width/letters", **told),
    "copy-emoji/print": lambda told: say("copy-emoji/print", **told),
    "copy-face/headline": lambda told: say("copy-face/headline", **told),
    "copy-float/long": lambda told: say("copy-float/long", **told),
    "copy-float/number": lambda told: say("copy-float/number", **told),
    "copy-traditional/traditional": lambda told: say("copy-traditional/traditional", **told),
    "copy-traditional/simplified": lambda told: say("copy-traditional/simplified", **told),
}


def diagnostic(node: Node, code: str, form: str, found: Sequence[Finding]) -> Diagnostic:
    """What is said of the findings of one kind in a text, at the first of them.

    “found” are the different ones, “count” is how many there are, “places” is where they stand:
    line and column, or which character of the text where that stands in no file.
    """
    shown: list[Value] = list({str(one.shown): one.shown for one in found}.values())
    first = place_in(node.origin, found[0].start)
    places = [_place(node, one) for one in found[:MOST_PLACES]]
    if len(found) > MOST_PLACES:
        places.append(say("phrase/and-more", count=len(found) - MOST_PLACES))
    told: dict[str, Value] = {
        "found": shown[:MOST_SHOWN] + ["…"] * (len(shown) > MOST_SHOWN),
        "count": len(found),
        "places": places,
    }
    return Diagnostic(SAYINGS[f"{code}/{form}"](told), first, severity=severity_of(code, form))


def _place(node: Node, finding: Finding) -> Value:
    place = place_in(node.origin, finding.start)
    if place.line and (place is not node.origin or not isinstance(node.value, str)):
        return f"{place.line}:{place.column}"
    return say("phrase/nth-character", number=finding.start + 1)
