"""A body of words in its styles, before it stands in any frame."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from math import inf

from infographic.flow.passages import (
    Passage,
    ReliefWanted,
    copy_of,
    crossed_styles,
    passages_of,
    with_copy,
)
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.record import record, replaced
from infographic.foundation.sayings import say
from infographic.layout.copyfit import finished
from infographic.layout.scaling import scaled
from infographic.layout.setting import TOLERANCE, faults_of, tight_between
from infographic.layout.tally import without_last
from infographic.story.model import BodyPart
from infographic.text.copy import Copy
from infographic.text.paragraph import set_paragraph
from infographic.text.set_lines import SetLine
from infographic.text.style import Initial, TextStyle


@record(slots=False)
class RunningText:
    """A story's body, the styles it is set in, and where the author breaks its columns."""

    body: tuple[BodyPart, ...]
    style: TextStyle
    """The paragraphs'; its leading is the line grid."""
    lead_style: TextStyle | None = None
    subhead_style: TextStyle | None = None
    breaks: tuple[int, ...] = ()
    """The numbers, from 1, of the paragraphs that each begin a new column."""
    origin: Origin = BUILT_IN
    initial: Initial | None = None
    """How its first paragraph begins: a drop cap."""
    relief: ReliefWanted | None = None
    """What stands among its paragraphs besides."""

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        return passages_of(self.body, self.style, self.lead_style, self.subhead_style, self.breaks,
                           self.initial, self.relief)  # fmt: skip

    @property
    def copies(self) -> tuple[Copy, ...]:
        """Its words as copyfitting takes them."""
        return tuple(map(copy_of, self.body))

    @property
    def natural(self) -> RunningText:
        """In its own sizes, with nothing left to fit."""
        return replaced(self, style=finished(self.style))

    def in_style(self, copies: Sequence[Copy], style: TextStyle) -> RunningText:
        """Other words in another style of the paragraphs; leads and subheads go with it."""
        before, factor = self.style, style.size / self.style.size

        def along(other: TextStyle | None) -> TextStyle | None:
            if other is None:
                return None
            made = scaled(other, factor)
            if abs(other.leading - before.leading) > TOLERANCE:
                return made
            return replaced(made, plain=replaced(made.plain, leading=style.leading))

        # Fewer copies than there are parts are those of a body cut at its end.
        body = tuple(map(with_copy, self.body, copies))
        return replaced(
            self, body=body, style=style, lead_style=along(self.lead_style),
            subhead_style=along(self.subhead_style),
        )  # fmt: skip

    def cut(self, count: int) -> RunningText:
        """Without so many characters at its end."""
        return self.in_style(without_last(self.copies, count), self.style)

    def wrong(self) -> list[Diagnostic]:
        """What is wrong or in vain with it, whatever its frames."""
        unused = [
            Diagnostic(
                say("breaks-unused", number=number, paragraphs=len(self.body)),
                self.origin / "breaks" / at, severity=Severity.NOTE,
            )
            for at, number in enumerate(self.breaks) if number > len(self.body)
        ]  # fmt: skip
        return [*crossed_styles(self.passages, self.style, self.origin), *unused]

    def wrong_words(self, measure: float) -> list[Diagnostic]:
        """What is wrong with its words in lines of a measure: missing glyphs, words too wide."""
        found: list[Diagnostic] = []
        last: tuple[SetLine, ...] = ()
        for passage in self.passages:
            if passage.block is not None:
                last = ()
                continue
            paragraph = set_paragraph(passage.copy, passage.style, measure)
            faults = faults_of(paragraph, passage.copy, passage.style)
            found += faults
            if measure != inf and not any(fault.code == "interlinear-tight" for fault in faults):
                # The marks of a paragraph's last line, and the next one's first line.
                pair = (*last, *paragraph.lines[:1])
                found += tight_between(pair, passage.style, passage.copy.origin)
            last = paragraph.lines[-1:]
        return found
