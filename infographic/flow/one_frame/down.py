"""A running text in columns that run down the page, from right to left, in tiers."""

from __future__ import annotations

import math
from collections.abc import Sequence

from infographic.display.frame import HERE, Frame, bare, together
from infographic.display.items import Role
from infographic.display.notes import Counted, Tally, TextFrame
from infographic.flow.body_tally import Body, FitsCut
from infographic.flow.column_ends import Fragment
from infographic.flow.frame_columns import gathered
from infographic.flow.one_frame.asked import Asked
from infographic.flow.tiers import TierSet, stand_tiers, tier_set
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import replaced
from infographic.foundation.sayings import say
from infographic.layout.framed import noted


def set_in_tiers(asked: Asked, counted: Counted, fits_cut: FitsCut) -> Frame:
    """The text in its tiers; `counted` says how full they are."""
    text, region, rule = asked.text, asked.region, asked.columns.rule
    tiers = _tiers(asked)
    faults = text.wrong_words(tiers.measure)
    poured = tiers.stood(text.passages)
    if poured.left:
        exact = None if not region.givens.counts else body_in_tiers(asked, fits_cut).over()
        faults.append(_too_wide(asked, poured.left, exact))
    pieces = stand_tiers(poured, text.passages, tiers, region.width)
    parts = [gathered(pieces, text.passages)]
    if rule is not None:
        for tier in range(1, asked.columns.count):
            start = Point(0, tier * tiers.pitch - tiers.gutter / 2)
            parts.append(bare(rule.across(start, region.width, text.origin)))
    size = Size(region.width, tiers.height if region.height is None else region.height)
    made = together(size, [(HERE, part) for part in parts], faults)
    made = made.grouped(text.origin, Role.ARTICLE, "article")
    return noted(made, TextFrame(size, counted)) if asked.is_bounded else made


def tally_in_tiers(asked: Asked, fits_cut: FitsCut, smaller: Body | None = None) -> Tally:
    """How full the frame is; `smaller` are the words in the smallest type of their style."""
    tiers, body = _tiers(asked), replaced(body_in_tiers(asked, fits_cut), smaller=smaller)
    poured = tiers.stood(body.passages)
    return body.tally(bool(poured.left), tiers.spare(poured))


def body_in_tiers(asked: Asked, fits_cut: FitsCut = None) -> Body:
    """The words, and whether such words fit the frame."""
    tiers = _tiers(asked)
    return Body(asked.text.passages, tiers.fits, tiers.count * tiers.rows, fits_cut)


def _tiers(asked: Asked) -> TierSet:
    wanted = asked.columns
    return tier_set(
        asked.text.passages, asked.text.style, asked.region, count=wanted.count,
        gutter=wanted.gutter, length=asked.length, whole=wanted.is_whole, balance=wanted.balance,
    )  # fmt: skip


def _too_wide(asked: Asked, left: Sequence[Fragment], exact: int | None) -> Diagnostic:
    text, count = asked.text, asked.columns.count
    over = exact or sum(len(line.text.text) for entry in left for line in entry.lines)
    rows = sum(entry.rows for entry in left)
    more = math.ceil(rows / count) * text.style.leading
    saying = say(
        "overset/tiers", over=over, rows=rows, count=count, width=asked.region.width, more=more
    )
    return Diagnostic(saying, text.passages[left[0].paragraph].origin)
