"""A running text in one column, with pictures and other blocks between its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from infographic.blocks.article import Article
from infographic.display.frame import Frame
from infographic.flow.illustrated import Wanted, places
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.fields import Length
from infographic.foundation.record import record, replaced
from infographic.foundation.sayings import say
from infographic.layout.block import Block, Region, lay_out
from infographic.layout.stacking import pile
from infographic.text.copy import Copy


@record(kw_only=True)
class Illustrated:
    """A running text with blocks between its paragraphs.

    A figure that the words name (图②, 见图2) stands after the paragraph that names it; the other
    blocks are spread evenly, figures in their order. None stands between a subhead and its text.
    """

    text: Block
    """An `article` block with all of the body; it is set in as many parts as the blocks make."""
    blocks: tuple[Block, ...]
    """What stands between its paragraphs: {"$each": "/figures", "do": {"type": "figure", …}}."""
    gap: Length = 12.0
    """Above and below each block."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        if not isinstance(self.text, Article):
            fault = Diagnostic(say("block-type/article"), self.origin / "text")
            return replaced(lay_out(self.text, region), faults=(fault,))
        parts = list(self._parts(self.text))
        gap, y = self.gap * region.givens.spacing, 0.0
        frames = []
        for part in parts:
            frame = lay_out(part, region.part(region.width, None, y))
            frames.append(frame)
            y += frame.size.height + gap
        return pile(frames, region.width, gap, region.height, self.origin, say("phrase/blocks"))

    def _parts(self, text: Article) -> Iterator[Block]:
        """The text in parts, and the blocks between them."""
        wanted = [Wanted(_figure_of(block)) for block in self.blocks]
        stands = places(text.body, wanted)
        done = 0
        for after, block in sorted(zip(stands, self.blocks, strict=True), key=lambda pair: pair[0]):
            if after > done:
                part = text.body[done:after]
                yield replaced(text, body=part)
                if any(isinstance(one, Copy) for one in part):
                    text = replaced(text, drop_cap=0)
                done = after
            yield block
        if done < len(text.body):
            yield replaced(text, body=text.body[done:])


def _figure_of(block: Block) -> int:
    """The number of the figure that a block shows, in a panel or not; 0 for none."""
    figure = getattr(block, "figure", None)
    if figure is not None:
        return int(figure.number)
    content = getattr(block, "content", None)
    return 0 if content is None else _figure_of(content)
