"""A picture in the best quality that fits into so many bytes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from infographic.foundation.datum import BUILT_IN
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.sayings import Value, say
from infographic.outputs.format import Writable

if TYPE_CHECKING:
    from infographic.display.page import Page
    from infographic.press.profile import Platform, PressProfile

USUAL_QUALITY = 90
"""Where neither a quality nor a limit is said: type has clean edges, a photograph no blocks."""


def within_limit(
    encode: Callable[[int], bytes],
    qualities: range,
    what: tuple[Writable, str],
    quality: int | None,
    max_bytes: int | None,
) -> bytes:
    """The picture at `quality`, or in the best quality within `max_bytes`.

    With both, `quality` is the highest that is tried. With neither, the usual quality, or less
    where a platform of the page's press profile takes no more bytes. `what` is the page and the
    format's name, for the message. Raises `SpecError` where even the lowest of `qualities` is
    too large.
    """
    page, name = what
    limit, platform_name, origin = max_bytes, "", BUILT_IN
    if quality is None and limit is None:
        platform = tightest(page.page, page.press)
        if platform is not None:
            limit, platform_name = platform.max_bytes, platform.name
            origin = platform.origin
        quality = USUAL_QUALITY
    top = qualities[-1] if quality is None else quality
    if limit is None:
        return encode(top)
    found = best_within(encode, range(min(qualities[0], top), top + 1), limit)
    if isinstance(found, bytes):
        return found
    values: dict[str, Value] = {
        "format": name, "kb": found / 1e3, "limit": limit / 1e3,
        "quality": min(qualities[0], top), "top": top,
    }  # fmt: skip
    if platform_name:
        saying = say("picture-over-limit/platform", platform=platform_name, **values)
    else:
        saying = say("picture-over-limit/asked", **values)
    raise SpecError([Diagnostic(saying, origin)])


def best_within(encode: Callable[[int], bytes], qualities: range, limit: int) -> bytes | int:
    """The file of the highest quality with at most `limit` bytes; its least size where none fits.

    Halves the qualities between the best and the lowest: nine encodings at the most for a
    hundred. Sizes rise with quality but for a byte here and there; what is answered always fits.
    """
    best = encode(qualities[-1])
    if len(best) <= limit:
        return best
    if len(qualities) == 1:
        return len(best)
    lowest = encode(qualities[0])
    if len(lowest) > limit:
        return len(lowest)
    found, low, high = lowest, qualities[0], qualities[-1]
    while high - low > 1:
        middle = (low + high) // 2
        tried = encode(middle)
        if len(tried) <= limit:
            found, low = tried, middle
        else:
            high = middle
    return found


def tightest(page: Page, profile: PressProfile) -> Platform | None:
    """The platform that takes the fewest bytes of a page of this size; None where none limits."""
    from infographic.press.preflight.screen import platforms_of

    if profile.screen is None:
        return None
    limited = [one for one in platforms_of(page, profile.screen) if one.max_bytes]
    return min(limited, key=lambda one: one.max_bytes, default=None)
