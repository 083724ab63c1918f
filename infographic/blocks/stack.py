"""Blocks one under the other."""

from __future__ import annotations

from typing import Literal

from infographic.blocks.rule import Rule
from infographic.blocks.spacer import Spacer
from infographic.display.frame import HERE, Frame, bare, together
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.fields import Length
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import record, replaced
from infographic.foundation.sayings import say
from infographic.layout.block import Block, Region, is_running_text, lay_out
from infographic.layout.setting import TOLERANCE
from infographic.layout.snap import below_grid
from infographic.layout.stacking import too_tall
from infographic.layout.tracks import AUTO, Track, resolve


@record
class Stack:
    """Blocks one under the other, with even gaps."""

    children: tuple[Block, ...]
    gap: Length = 0.0
    """Between two blocks."""
    rows: tuple[Track, ...] = ()
    """The blocks' heights, “auto”, “2fr” or a length, in turn; those not named are auto."""
    rule: Rule | None = None
    """In the middle of each gap."""
    spare: Literal["bottom", "top", "between", "around"] = "bottom"
    """In a taller frame, where the height that is left over goes (spacers take it first)."""
    snap: bool = False
    """Each block begins on a line of the page's baseline grid; gaps grow for it."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        factor = region.givens.spacing
        spaced = self if factor == 1 else replaced(self, gap=self.gap * factor)
        return spaced._lay_out(region)

    def _lay_out(self, region: Region) -> Frame:
        tracks = [self._track(i, child) for i, child in enumerate(self.children)]
        free = region.part(region.width)
        wants = [
            None if track.unit in ("pt", "rest") and region.height is not None
            else lay_out(child, free)
            for track, child in zip(tracks, self.children, strict=True)
        ]  # fmt: skip
        natural = [frame.size.height if frame else 0.0 for frame in wants]
        heights = resolve(tracks, natural, region.height, self.gap)
        gaps = max(len(heights) - 1, 0)
        heights = self._with_words_cut(heights, region)
        kept = region.grid * len(heights) if self.snap else 0.0
        needed = sum(heights) + self.gap * gaps + kept
        gap, y = self.gap, 0.0
        faults = []
        if region.height is not None:
            left = region.height - needed
            if left < -TOLERANCE:
                faults.append(too_tall(say("phrase/blocks"), needed, region.height, self.origin))
            elif self.spare == "between" and gaps:
                gap += left / gaps
            elif self.spare == "around":
                gap += left / (gaps + 2)
                y = left / (gaps + 2)
            elif self.spare == "top":
                y = left
        parts = []
        baseline = 0.0
        for number, (child, height) in enumerate(zip(self.children, heights, strict=True)):
            if self.snap:
                y += below_grid(region.y + y, region.grid)
            if number and self.rule is not None:
                rule = self.rule.across(Point(0, y - gap / 2), region.width, self.origin)
                parts.append((HERE, bare(rule)))
            wanted = wants[number]
            changed = height != natural[number]
            if wanted is None or changed or region.grid:
                wanted = lay_out(child, region.part(region.width, height, y))
            parts.append((Point(0, y), wanted))
            baseline = baseline or y + wanted.baseline
            y += height + gap
        height = needed if region.height is None else region.height
        return together(Size(region.width, height), parts, faults, baseline)

    def _with_words_cut(self, heights: tuple[float, ...], region: Region) -> tuple[float, ...]:
        """Heights too tall for the stack, less what a block of running words is too tall: the
        words then say by how many characters."""
        if region.height is None:
            return heights
        over = sum(heights) + self.gap * max(len(heights) - 1, 0) - region.height
        cut = list(heights)
        for number, child in enumerate(self.children):
            if over > TOLERANCE and is_running_text(child):
                less = min(over, cut[number])
                cut[number] -= less
                over -= less
        return tuple(cut)

    def _track(self, number: int, child: Block) -> Track:
        if number < len(self.rows):
            return self.rows[number]
        if isinstance(child, Spacer) and child.grow:
            return Track(child.grow, "fr")
        return AUTO
