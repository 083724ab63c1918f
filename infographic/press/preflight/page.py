"""Rules on a page's pictures, its bleed and the page itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from infographic.display.items import Group, Path, Picture
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.diagnostics import Severity
from infographic.foundation.geometry import Rect
from infographic.foundation.limits import MAX_PAGE_POINTS
from infographic.foundation.sayings import say
from infographic.press.preflight.rules import InkKind, Press, wrong
from infographic.press.report import Finding, fault

Findings = Iterator[Finding]
AT_EDGE = 0.05


def pictures_are_fine_enough(press: Press) -> Findings:
    limits = press.profile.pictures
    for mark in press.of(InkKind.PICTURE):
        picture = mark.picture
        assert picture is not None
        # Late: many pages have no pictures.
        from infographic.press.picture_ink import mode_of

        ppi = fineness(picture)
        if mode_of(picture.image) == "1":
            if ppi < limits.line_art - 0.5:
                saying = say("picture-line-art", ppi=ppi, least=limits.line_art)
                yield wrong(saying, mark, is_doubt=True)
            continue
        is_error = ppi < limits.error - 0.5
        least = limits.error if is_error else limits.warning
        if ppi < least - 0.5:
            width, height = picture.size
            saying = say(
                "picture-coarse", ppi=ppi, width=width, height=height, least=least,
                widest=width * ppi / least, pixels=width / 72 * least / picture.window.width,
            )  # fmt: skip
            yield wrong(saying, mark, is_doubt=not is_error)


def fineness(picture: Picture) -> float:
    """Its pixels an inch at the size it is printed."""
    across = picture.image.width * picture.window.width / picture.size.width
    down = picture.image.height * picture.window.height / picture.size.height
    return min(across, down) * 72


def pictures_have_come(press: Press) -> Findings:
    """All that are to come are one finding, which says the room of the first."""
    saying = None
    for placed in press.seen.figures:
        group = placed.item
        assert isinstance(group, Group)
        if group.name == "picture" and not _holds_picture(group):
            size = group.clip
            box = Rect(*placed.at, *size) if size else Rect(*placed.at, 0, 0)
            is_printed = press.profile.screen is None
            saying = saying or say(
                "picture-to-come/print" if is_printed else "picture-to-come/screen",
                width=box.width,
                height=box.height,
            )
            yield fault(saying, placed.origin, box, severity=Severity.WARNING)


def _holds_picture(group: Group) -> bool:
    return group.name == "drawing" or any(
        isinstance(one.item, Picture) or (isinstance(one.item, Group) and _holds_picture(one.item))
        for one in group.items
    )


def grounds_bleed(press: Press) -> Findings:
    """The writer draws plain shapes and pictures on to the bleed's edge; the others must be."""
    bleed, (width, height) = press.bleed, press.page.trim
    if not bleed:
        return
    for mark in press.of(InkKind.AREA):
        box = mark.box
        reaches = (-box.x, -box.y, box.right - width, box.bottom - height)
        short = [r for r in reaches if -AT_EDGE < r < bleed - AT_EDGE]
        if short and mark.shape is not None and not _is_straight(mark.shape):
            yield wrong(say("bleed-missing", past=max(min(short), 0), bleed=bleed), mark)


def _is_straight(path: Path) -> bool:
    points = [values for kind, values in path.segments if kind != "Z"]
    if any(kind not in "MLZ" for kind, _ in path.segments) or not 2 <= len(points) <= 5:
        return False
    return all(abs(a[0] - b[0]) < 1e-6 or abs(a[1] - b[1]) < 1e-6 for a, b in pairwise(points))


def page_is_not_empty(press: Press) -> Findings:
    if not press.pieces:
        yield fault(say("page-empty"), BUILT_IN)


def page_is_no_taller_than_a_pdf(press: Press) -> Findings:
    height = press.page.trim.height
    if height > MAX_PAGE_POINTS:
        saying = say("sheet-too-large/tall", height=height, most=MAX_PAGE_POINTS)
        on_screen = press.profile.screen is not None
        yield fault(saying, BUILT_IN, severity=Severity.WARNING if on_screen else Severity.ERROR)


RULES = (
    pictures_are_fine_enough,
    pictures_have_come,
    grounds_bleed,
    page_is_not_empty,
    page_is_no_taller_than_a_pdf,
)
