"""Rules on a page for screens: contrast, size, what the platforms cover, bytes, words for all."""

from __future__ import annotations

from collections.abc import Iterator

from infographic.display.items import Group, Role
from infographic.display.page import Page
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.diagnostics import Severity
from infographic.foundation.geometry import Insets, Rect
from infographic.press.preflight.painted import InkKind, Press, wrong
from infographic.press.preflight.text import within, worst_contrast
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


def text_has_contrast(press: Press) -> Findings:
    rules = press.profile.screen
    if rules is None:
        return
    for mark in press.of(InkKind.TEXT):
        least = rules.large_contrast if mark.size >= rules.large_type else rules.contrast
        contrast = worst_contrast(mark)
        if contrast < least - 0.005 and not mark.covered:
            ground = next((one.color.name for one in mark.grounds if one.kind is InkKind.AREA), "")
            yield wrong(
                "contrast-low", f"text in “{mark.color.name}” stands out too little", mark,
                found=f"{contrast:.2f} : 1 on {f'“{ground}”' if ground else 'white'}"
                f" at {mark.size / PX:.4g} px",
                wanted=f"{least:g} : 1 (WCAG 2)", hint="make it darker, or its ground lighter",
                is_doubt=True,
            )  # fmt: skip


def text_is_large_enough(press: Press) -> Findings:
    rules = press.profile.screen
    if rules is None:
        return
    for mark in press.of(InkKind.TEXT):
        if mark.size < rules.smallest_type - 0.01:
            yield wrong(
                "type-small", "text is too small for a phone", mark,
                found=f"{mark.size / PX:.4g} px in “{mark.color.name}”",
                wanted=f"at least {rules.smallest_type / PX:g} px", is_doubt=True,
            )  # fmt: skip


def words_stand_in_the_safe_area(press: Press) -> Findings:
    rules = press.profile.screen
    if rules is None:
        return
    trim = Rect(0, 0, *press.page.trim)
    asked = [(one.name, one.safe_area) for one in platforms_of(press.page, rules)]
    asked.append(("the layout", press.page.safe_area))
    for name, insets in asked:
        if insets == Insets():
            continue
        for mark in press.of(InkKind.TEXT):
            if not within(mark.box, trim, insets):
                top, right, bottom, left = (f"{side / PX:g}" for side in insets)
                yield wrong(
                    "safe-area", "words stand where the platform covers or crops the picture",
                    mark, found=f"“{mark.words[:20]}”",
                    wanted=f"inside {top} {right} {bottom} {left} px ({name})", is_doubt=True,
                )  # fmt: skip


def pictures_have_words(press: Press) -> Findings:
    if press.profile.screen is None:
        return
    for placed in press.page.walk():
        group = placed.item
        if isinstance(group, Group) and group.role is Role.FIGURE and not group.alt:
            box = Rect(*placed.at, *(group.clip or (0, 0)))
            yield fault(
                "alt-missing", "a picture has no words for those who cannot see it",
                placed.origin, box, hint="give the figure an “alt”: what it shows, in a sentence",
                severity=Severity.WARNING,
            )  # fmt: skip


def file_too_large(page: Page, profile: PressProfile, size: int) -> tuple[Finding, ...]:
    """Whether a written picture is more than a platform of its size takes."""
    if profile.screen is None:
        return ()
    found = []
    for platform in platforms_of(page, profile.screen):
        if platform.max_bytes and size > platform.max_bytes:
            found.append(
                fault(
                    "file-too-large",
                    f"the picture is too large a file for {platform.name}",
                    BUILT_IN,
                    found=f"{size / 1e6:.2f} MB",
                    wanted=f"at most {platform.max_bytes / 1e6:.2f} MB",
                    hint="fewer or smaller pictures, or a smaller --scale",
                    severity=Severity.WARNING,
                )
            )
    return tuple(found)


RULES = (
    text_has_contrast, text_is_large_enough, words_stand_in_the_safe_area, pictures_have_words,
)  # fmt: skip
