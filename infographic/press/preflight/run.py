"""Preflight of a page before it is written: every rule of its press profile, in one pass.

A rule is a small generator named for what the printer wants to be true; it yields what breaks it.
To add one: write it, with `by_look` before it where it goes by a piece's look alone, name it in its
module's RULES, write its sentence in foundation/sayings/en/preflight.py, explain its code in
foundation/codes/preflight.py, and give it a page that breaks it alone in
tests/press/test_preflight.py.
"""

from __future__ import annotations

from functools import lru_cache

from infographic.display.page import Page
from infographic.foundation.color import NEWSPRINT, Luminance
from infographic.foundation.running import collector_paused
from infographic.press.preflight import page as preflight_page
from infographic.press.preflight import text as preflight_text
from infographic.press.preflight.painted import seen_on
from infographic.press.preflight.rules import Press, Printed, Rule
from infographic.press.profile import PressProfile
from infographic.press.report import Finding, gathered

ON_SCREENS = (
    preflight_text.text_stands_on_the_page,
    preflight_text.text_can_be_seen,
    preflight_text.text_has_contrast,
    preflight_text.text_stands_on_no_picture,
    preflight_text.text_stands_on_no_text,
    preflight_text.lines_are_close_enough,
    preflight_page.pictures_have_come,
    preflight_page.page_is_not_empty,
    preflight_page.page_is_no_taller_than_a_pdf,
)
"""After those for screens alone."""


def rules_for(profile: PressProfile) -> tuple[Rule, ...]:
    """The rules of a press, or of screens."""
    # Late: each knows nothing of the other's.
    if profile.screen is None:
        from infographic.press.preflight import ink as preflight_ink

        return (*preflight_text.RULES, *preflight_ink.RULES, *preflight_page.RULES)
    from infographic.press.preflight import screen as preflight_screen

    return (*preflight_screen.RULES, *ON_SCREENS)


_KEPT: list[tuple[Page, PressProfile, tuple[Finding, ...]]] = []
"""The last few answers: a page is asked for its faults when it is checked and when it is written.
Pages are compared by identity; to compare two would take as long as the rules."""


@collector_paused()
def preflight(
    page: Page, profile: PressProfile, printed: Printed, light: Luminance | None = None
) -> tuple[Finding, ...]:
    """Everything wrong or doubtful on a page for this press; () where nothing is.

    `printed` gives pictures as the writer leaves them, `light` how much light a colour gives back
    on its paper; without it what is known of a shipped printing condition counts. Errors come
    first. A profile without checks (a proof) finds nothing.
    """
    if not profile.checks:
        return ()
    for known, asked, findings in _KEPT:
        if known is page and asked is profile:
            return findings
    light = light or profile.known_light or NEWSPRINT.of
    # A page has few colours and thousands of words.
    press = Press(page, profile, seen_on(page), printed, lru_cache(maxsize=256)(light))
    findings = gathered(finding for rule in rules_for(profile) for finding in rule(press))
    _KEPT.append((page, profile, findings))
    del _KEPT[:-4]
    return findings
