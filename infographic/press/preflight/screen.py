"""Rules on a page for screens: contrast, size, what the platforms cover, bytes, words for all."""

from __future__ import annotations

from collections.abc import Iterator

from infographic.display.items import Group
from infographic.display.page import Page
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.diagnostics import Severity
from infographic.foundation.geometry import Insets, Rect
from infographic.foundation.sayings import Value, say
from infographic.press.preflight.rules import InkKind, InkPiece, Press, by_look, wrong
from infographic.press.preflight.text import within
from infographic.press.profile import Platform, PressProfile, ScreenRules
from infographic.press.report import Finding, fault

Findings = Iterator[Finding]
PX = 0.75
"""Points of a CSS pixel: social pages are measured in px."""


def platforms_of(page: Page, rules: ScreenRules) -> tuple[Platform, ...]:
    """The platforms that take a picture of this size."""
    width, height = (round(side / PX) for side in page.trim)
    return tuple(
        one for one in rules.platforms
        if one.width in (0, width) and one.height in (0, height)
    )  # fmt: skip


@by_look(InkKind.TEXT)
def text_is_large_enough(press: Press, mark: InkPiece) -> Findings:
    rules = press.profile.screen
    if rules is not None and mark.size < rules.smallest_type - 0.01:
        least = rules.smallest_type
        saying = say("type-small", size=mark.size, color=mark.color.name, least=least)
        yield wrong(saying, mark, is_doubt=True)


def words_stand_in_the_safe_area(press: Press) -> Findings:
    rules = press.profile.screen
    if rules is None:
        return
    trim = Rect(0, 0, *press.page.trim)
    asked: list[tuple[Value, Insets]] = [
        (one.name, one.safe_area) for one in platforms_of(press.page, rules)
    ]
    asked.append((say("phrase/the-layout"), press.page.safe_area))
    for whose, insets in asked:
        if insets == Insets():
            continue
        for mark in press.of(InkKind.TEXT):
            if not within(mark.box, trim, insets):
                top, right, bottom, left = insets
                saying = say(
                    "safe-area", words=mark.words[:20], whose=whose,
                    top=top, right=right, bottom=bottom, left=left,
                )  # fmt: skip
                yield wrong(saying, mark, is_doubt=True)


def pictures_have_words(press: Press) -> Findings:
    if press.profile.screen is None:
        return
    for placed in press.seen.figures:
        group = placed.item
        assert isinstance(group, Group)
        if not group.alt:
            box = Rect(*placed.at, *(group.clip or (0, 0)))
            yield fault(say("alt-missing"), placed.origin, box, severity=Severity.WARNING)


def file_too_large(page: Page, profile: PressProfile, size: int) -> tuple[Finding, ...]:
    """Whether a written picture is more than a platform of its size takes."""
    if profile.screen is None:
        return ()
    found = []
    for platform in platforms_of(page, profile.screen):
        if platform.max_bytes and size > platform.max_bytes:
            most = platform.max_bytes / 1e6
            saying = say("file-too-large", platform=platform.name, mb=size / 1e6, most=most)
            found.append(fault(saying, BUILT_IN, severity=Severity.WARNING))
    return tuple(found)


RULES = (
    text_is_large_enough, words_stand_in_the_safe_area, pictures_have_words,
)  # fmt: skip
