"""The running text of a story through columns, with leads, subheads and blocks among them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Annotated

from infographic.blocks.column_fields import Columns
from infographic.display.frame import HERE, Frame, bare, together
from infographic.display.items import Role
from infographic.display.notes import Counted, EmptyFeet, Note, Tally, TextFrame
from infographic.flow.body_tally import Body, FitsCut
from infographic.flow.column_ends import Fragment
from infographic.flow.frame_columns import ColumnSet, Setting, first_above, gathered
from infographic.flow.leveling import (
    Leveled,
    empty_at_feet,
    filled,
    leveled,
    lines_in,
    lines_left,
    loosened,
    raggedness,
    spread,
)
from infographic.flow.line_rooms import ColumnRoom
from infographic.flow.passages import Passage, copy_of, crossed_styles, passages_of, with_copy
from infographic.flow.thread_slots import ThreadText, opening
from infographic.flow.tiers import TierSet, stand_tiers, tier_set
from infographic.flow.wide_words import words_too_wide
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Point, Size
from infographic.foundation.marks import Length, Range
from infographic.layout.block import Givens, Region
from infographic.layout.copyfit import Copyfitted, finished, fitted
from infographic.layout.fitting import scaled
from infographic.layout.framed import noted
from infographic.layout.notes import SharedSize
from infographic.layout.setting import TOLERANCE, faults_of
from infographic.layout.stacking import too_tall
from infographic.layout.tally import without_last
from infographic.story.model import Lead, Subhead
from infographic.text.copy import Copy
from infographic.text.paragraph import set_paragraph
from infographic.text.style import TextStyle


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Columns):
    """The story's body in columns."""

    body: tuple[Copy | Lead | Subhead, ...]
    """The paragraphs: {"$data": "/body"}."""
    style: TextStyle
    """The paragraphs' style; its leading is the line grid."""
    lead_style: TextStyle | None = None
    """Section leads."""
    subhead_style: TextStyle | None = None
    """Subheads; they take whole lines of the grid."""
    stretch: Annotated[float, Range(ge=1, le=1.5)] = 1.0
    """In a taller frame the leading may grow by this factor to fill it."""
    thread: str = ""
    """A name: its words run on into the `thread` blocks that say the same name."""
    jump_style: TextStyle | None = None
    """In a thread over several pages: sets 下转第N版 and 上接第N版; without it neither is set."""
    jump_to: str = "（下转第{page}版）"
    """Where it leaves a page; {page} stands for the number of the page it goes on on."""
    jump_from: str = "（上接第{page}版）"
    """Where it goes on; {page} stands for the number of the page it comes from."""
    breaks: tuple[Annotated[int, Range(ge=2)], ...] = ()
    """Paragraphs, counted from 1, that each begin a new column."""
    length: Length | None = None
    """How long the columns of a vertical style are, where the frame has no height; without it as
    short as its width allows. In a vertical style `columns` counts the tiers (栏), one below the
    other, and there are no insets."""
    origin: Origin = BUILT_IN

    @property
    def is_running_text(self) -> bool:
        return self.style.column is None

    def lay_out(self, region: Region) -> Frame:
        frame = self._lay_out(region)
        passages = self._passages()
        said = [*crossed_styles(passages, self.style, self.origin), *self._unused_breaks()]
        return replace(frame, faults=(*said, *frame.faults)) if said else frame

    def _unused_breaks(self) -> list[Diagnostic]:
        return [
            Diagnostic(
                "breaks-unused", f"no column begins at paragraph {number}: the body has "
                f"{len(self.body)}", self.origin / "breaks" / at, "", Severity.NOTE,
            )
            for at, number in enumerate(self.breaks) if number > len(self.body)
        ]  # fmt: skip

    def _lay_out(self, region: Region) -> Frame:
        if self.thread and self.style.column is None:
            return self._begin_thread(region)
        room = region.height if self.style.column else region.width
        narrow = None if room is None else self.too_narrow(room, self.style.size, self.origin)
        if narrow is not None:
            return Frame(Size(region.width, region.height or 0.0), faults=(narrow,))
        made, done = self._made_to_fit(region)
        fits_cut = None if done is None else partial(self._fits_cut, region)
        counted = _Counted(made, region, fits_cut)
        if done is not None and (done.rung.size > 1 or done.rung.leading > 1):
            # Type that was made larger to fill its frame comes down again for words that are added.
            counted = _Counted(replace(self, style=finished(self.style)), region)
        lay_out = made._lay_out_tiers if self.style.column else made._lay_out_columns
        frame = lay_out(region, counted)
        if done is None:
            return frame
        assert self.style.fit is not None
        frame = replace(frame, faults=(*frame.faults, *done.notes(self.style)))
        group = self.style.fit.group
        return noted(frame, SharedSize(group, done.rung.size)) if group else frame

    def _is_bounded(self, region: Region) -> bool:
        """Whether its words may be too many: a frame that is as tall as they need holds any."""
        return region.height is not None or (
            self.style.column is not None and self.length is not None
        )

    def _made_to_fit(self, region: Region) -> tuple[Article, Copyfitted | None]:
        """The article in the style that its frame leaves it, and what was done."""
        style = self.style
        if style.fit is None or not self.body or not self._is_bounded(region):
            return self, None
        copies = [copy_of(part) for part in self.body]

        def fits(words: Sequence[Copy], tried: TextStyle) -> bool:
            body = self._in_style(words, tried)._body(region)
            return body.fits(body.passages)

        shared = region.givens.shared.get(style.fit.group) if style.fit.group else None
        done = fitted(copies, style, fits, region.givens.smallest, shared=shared)
        return self._in_style(done.copies, done.style), done

    def _fits_cut(self, region: Region, count: int) -> bool:
        """Whether its style makes it fit without so many characters at its end."""
        copies = without_last(list(map(copy_of, self.body)), count)
        made, _ = self._in_style(copies, self.style)._made_to_fit(region)
        body = made._body(region)
        return body.fits(body.passages)

    def _in_style(self, copies: Sequence[Copy], style: TextStyle) -> Article:
        """The article in another style of its paragraphs; leads and subheads go with it."""
        before, factor = self.style, style.size / self.style.size

        def along(other: TextStyle | None) -> TextStyle | None:
            if other is None:
                return None
            made = scaled(other, factor)
            if abs(other.leading - before.leading) > TOLERANCE:
                return made
            return replace(made, plain=replace(made.plain, leading=style.leading))

        # Fewer copies than there are parts are those of a body cut at its end.
        body = tuple(map(with_copy, self.body, copies))
        return replace(
            self, body=body, style=style, lead_style=along(self.lead_style),
            subhead_style=along(self.subhead_style),
        )  # fmt: skip

    def _lines_down(self, region: Region, leading: float) -> int | None:
        """The grid lines that a frame has room for; None: as many as it needs."""
        if region.height is None:
            return None
        shift, _ = self._onto_grid(region)
        return max(int((region.height - shift + TOLERANCE) / leading), 0)

    def _lay_out_columns(self, region: Region, counted: _Counted) -> Frame:
        passages = self._passages()
        leading = self.style.leading
        columns = self.column_set(region, self.style, leading)
        faults = [*_faults(passages, columns.measure), *self.wrong_insets()]
        shift, slack = self._onto_grid(region)
        most = self._lines_down(region, leading)
        found, extra = self._stood(passages, columns, most, region.givens)
        poured, rows = found.poured, max(found.height, columns.lines_down(found.height, extra))
        faults += words_too_wide(passages, poured, columns.rooms(found.height, extra))
        if poured.left:
            bounded = most is not None and not region.givens.trial
            exact = self._body(region, counted.fits_cut).over() if bounded else None
            faults.append(self._overset(poured.left, region.height, exact))
        if most is not None and region.height is not None:
            if columns.lines_down(most, extra) > most:
                needed = columns.lines_down(most, extra) * leading
                faults.append(too_tall("the insets", needed, region.height, self.origin))
            elif rows and rows <= most and not slack and not poured.left and self.stretch > 1:
                # Text is never stretched past what the layout allows; the rest stays white.
                wider = leading * min(region.height / (rows * leading), self.stretch)
                columns = self.column_set(region, self.style, wider)
                taller = self._leveled(
                    passages, columns, extra, int(region.height / wider + TOLERANCE)
                )
                if not taller.poured.left:
                    found, poured, leading = taller, taller.poured, wider
                    rows = max(found.height, columns.lines_down(found.height, extra))
                else:
                    columns = self.column_set(region, self.style, leading)
        full, foot = None, max(self._lines_down(region, leading) or 0, rows)
        if (self.balance == "fill" or region.givens.spread) and not poured.left:
            full = spread(poured, columns.rooms(foot, extra))
        if full is not None:
            poured, rows = full, foot
        elif self.balance != "none" and not region.givens.trial:
            # Not in a trial: `fit` looks for a page that needs no empty lines.
            poured = loosened(poured, columns.rooms(rows, extra))
        setting = Setting(self.style, passages, leading)
        parts = [
            self.stand_insets(region, columns.insets(rows, extra), shift),
            setting.paragraphs(poured, range(self.columns), shift),
            bare(self.rules(columns, poured, range(self.columns), rows, extra, shift)),
        ]
        height = rows * leading + slack if region.height is None else region.height
        size, notes = Size(region.width, height), list[Note]()
        if most is not None:
            notes.append(TextFrame(size, counted))
        below = 0 if most is None else foot - rows
        empty = empty_at_feet(columns.rooms(rows, extra), poured, below)
        if empty:
            notes.append(EmptyFeet(empty))
        return self._made(size, parts, faults, notes)

    def _made(
        self, size: Size, parts: Sequence[Frame], faults: Sequence[Diagnostic],
        notes: Sequence[Note],
    ) -> Frame:  # fmt: skip
        made = together(size, [(HERE, part) for part in parts], faults)
        return noted(made.grouped(self.origin, Role.ARTICLE, "article"), *notes)

    def _text(self) -> ThreadText:
        def in_style(copies: Sequence[Copy], style: TextStyle) -> ThreadText:
            return self._in_style(copies, style)._text()

        return ThreadText(
            self._passages(), self.style, self.jump_style, self.jump_to, self.jump_from,
            self.origin, tuple(map(copy_of, self.body)), in_style, self.thread,
        )  # fmt: skip

    def _begin_thread(self, region: Region) -> Frame:
        text = self._text()
        frame = opening(self.thread, self, region, self.origin, 0, text)
        # What is too wide is known when it stands in its frames.
        faults = _faults(text.passages, math.inf)
        if self.style.fit is not None and self.style.fit.group:
            faults.append(
                Diagnostic(
                    "copyfit", f"style “{self.style.name}” shares a size with the group "
                    f"“{self.style.fit.group}”, and a thread goes by its own frames alone",
                    self.origin, "take the group from the style's “fit”", Severity.WARNING,
                )
            )  # fmt: skip
        return replace(frame, faults=tuple(faults))

    def _tally(self, region: Region, fits_cut: FitsCut = None) -> Tally:
        """How full its frame is."""
        body = self._body(region, fits_cut)
        if self.style.column:
            tiers = self._tiers(region)
            poured = tiers.stood(body.passages)
            return body.tally(bool(poured.left), tiers.spare(poured))
        columns = self.column_set(region, self.style, self.style.leading)
        most = self._lines_down(region, columns.leading) or 0
        found, extra = self._stood(body.passages, columns, most, region.givens)
        rooms = columns.rooms(most, extra)
        body = replace(body, lines=sum(map(lines_in, rooms)))
        return body.tally(bool(found.poured.left), sum(lines_left(rooms, found.poured)))

    def _body(self, region: Region, fits_cut: FitsCut = None) -> Body:
        """Its words, and whether such words fit a region."""
        if self.style.column:
            tiers = self._tiers(region)
            return Body(self._passages(), tiers.fits, tiers.count * tiers.rows, fits_cut)
        columns = self.column_set(region, self.style, self.style.leading)
        most = self._lines_down(region, columns.leading)

        def fits(passages: tuple[Passage, ...]) -> bool:
            if most is not None and columns.surely_overset(passages, most):
                return False
            return not self._fitted(passages, columns, most)[0].poured.left

        return Body(self._passages(), fits, fits_cut=fits_cut)

    def _passages(self) -> tuple[Passage, ...]:
        return passages_of(self.body, self.style, self.lead_style, self.subhead_style, self.breaks)

    def _fitted(
        self, passages: tuple[Passage, ...], columns: ColumnSet, most: int | None
    ) -> tuple[Leveled, tuple[int, ...]]:
        """The words level in their frame, and by how many lines its insets grew to fill it."""
        if most is None:
            extra = (0,) * len(self.insets)
        else:
            extra = columns.free_lines(
                most,
                lambda lines: (
                    not columns.surely_overset(passages, most)
                    and not self._leveled(passages, columns, lines, most).poured.left
                ),
            )
        return self._leveled(passages, columns, extra, most), extra

    def _stood(
        self, passages: tuple[Passage, ...], columns: ColumnSet, most: int | None, givens: Givens
    ) -> tuple[Leveled, tuple[int, ...]]:
        """The words as they stand: where their columns would not end level, blocks among them are
        a line or two taller, or lower, if that makes them."""
        found, extra = self._fitted(passages, columns, most)
        if self.balance == "none" or found.poured.left or raggedness(found)[0] <= 1:
            return found, extra
        if givens.trial or givens.spread:
            # `fit` makes the pictures as high as the page wants them.
            return found, extra
        for moved in columns.moved(extra):
            if most is None or columns.lines_down(most, moved) <= most:
                tried = self._leveled(passages, columns, moved, most)
                if not tried.poured.left and raggedness(tried)[0] <= 1:
                    return tried, moved
        return found, extra

    def _leveled(
        self, passages: tuple[Passage, ...], columns: ColumnSet, extra: tuple[int, ...],
        most: int | None,
    ) -> Leveled:  # fmt: skip
        def rooms(height: int) -> tuple[ColumnRoom, ...]:
            return columns.rooms(height, extra)

        if self.balance == "none" and most is not None:
            return Leveled(most, rooms(most), filled(passages, rooms(most), self.style.leading))
        return leveled(passages, rooms, self.style.leading, most)

    def _onto_grid(self, region: Region) -> tuple[float, float]:
        """How far down the text goes to stand on the page's grid, and the room kept for that.

        A text of another leading than the grid's keeps its own place.
        """
        if not region.grid or abs(self.style.leading - region.grid) > TOLERANCE:
            return 0.0, 0.0
        return -(region.y + first_above(self.style)) % region.grid, region.grid

    def _tiers(self, region: Region) -> TierSet:
        return tier_set(
            self._passages(), self.style, region, count=self.columns, gutter=self.gutter,
            length=self.length, whole=self.measure == "whole", balance=self.balance,
        )  # fmt: skip

    def _lay_out_tiers(self, region: Region, counted: _Counted) -> Frame:
        """Columns that run down, from right to left, in tiers."""
        passages, set_ = self._passages(), self._tiers(region)
        faults = _faults(passages, set_.measure)
        poured = set_.stood(passages)
        if poured.left:
            exact = None if region.givens.trial else self._body(region, counted.fits_cut).over()
            faults.append(self._too_wide(poured.left, region.width, exact))
        for is_there, message, hint in (
            (self.insets, "an article in columns that run down has no insets",
             "place the blocks beside the article"),
            (self.thread, "words in columns that run down do not run on in a thread",
             "take the thread from the article, or a horizontal style"),
        ):  # fmt: skip
            if is_there:
                faults.append(Diagnostic("style-vertical", message, self.origin, hint))
        parts = [gathered(stand_tiers(poured, passages, set_, region.width), passages)]
        if self.column_rule is not None:
            for tier in range(1, self.columns):
                start = Point(0, tier * set_.pitch - set_.gutter / 2)
                parts.append(bare(self.column_rule.across(start, region.width, self.origin)))
        size = Size(region.width, set_.height if region.height is None else region.height)
        bounded = self._is_bounded(region)
        notes = [TextFrame(size, counted)] if bounded else []
        return self._made(size, parts, faults, notes)

    def _too_wide(self, left: tuple[Fragment, ...], width: float, exact: int | None) -> Diagnostic:
        over = exact or sum(len(line.text.text) for entry in left for line in entry.lines)
        rows = sum(entry.rows for entry in left)
        more = math.ceil(rows / self.columns) * self.style.leading
        return Diagnostic(
            "overset",
            f"the body is {over} characters ({rows} columns) too long for its {self.columns} "
            f"tiers {width:.1f} pt wide",
            self._origin_of(left[0]),
            f"cut {over} characters, or give the article {more:.0f} pt more width",
        )

    def _origin_of(self, entry: Fragment) -> Origin:
        return self._passages()[entry.paragraph].origin

    def _overset(
        self, left: tuple[Fragment, ...], height: float | None, exact: int | None = None
    ) -> Diagnostic:
        over = exact or sum(len(line.text.text) for entry in left for line in entry.lines)
        rows = sum(entry.rows for entry in left)
        if height is None:
            # A frame of no height is as tall as its words, but for those that must head a column.
            return Diagnostic(
                "overset",
                f"the body begins more columns than its {self.columns}: {over} characters "
                f"({rows} lines) have none",
                self._origin_of(left[0]),
                "fewer “breaks” or “breaks_column”, or more columns",
            )
        return Diagnostic(
            "overset",
            f"the body is {over} characters ({rows} lines) too long for its {self.columns} "
            f"columns of {height:.1f} pt",
            self._origin_of(left[0]),
            f"cut {over} characters, or give the article "
            f"{math.ceil(rows / self.columns) * self.style.leading:.0f} pt more",
        )


@dataclass(frozen=True, slots=True)
class _Counted(Counted):
    article: Article
    region: Region
    fits_cut: FitsCut = None

    def tally(self) -> Tally:
        return self.article._tally(self.region, self.fits_cut)


def _faults(passages: tuple[Passage, ...], measure: float) -> list[Diagnostic]:
    """What is wrong with the words whatever their room: missing glyphs, words too wide."""
    found: list[Diagnostic] = []
    for passage in passages:
        paragraph = set_paragraph(passage.copy, passage.style, measure)
        found += faults_of(paragraph, passage.copy, passage.style)
    return found
