"""A running text laid out in its frame, in the style that the frame leaves it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from infographic.display.frame import Frame
from infographic.display.notes import Counted, Tally
from infographic.flow.body_tally import Body, FitsCut
from infographic.flow.one_frame.asked import Asked
from infographic.flow.one_frame.columns import (
    body_in_columns,
    set_in_columns,
    stood_in_columns,
    tally_in_columns,
)
from infographic.foundation.geometry import Size
from infographic.foundation.record import record, replaced
from infographic.layout.copyfit import Copyfitted, copyfitted, ladder
from infographic.layout.framed import noted
from infographic.layout.notes import SharedSize
from infographic.text.copy import Copy
from infographic.text.style import TextStyle


def lay_out_text(asked: Asked) -> Frame:
    """The frame of a running text; what finds no room in it is a fault."""
    narrow = asked.too_narrow
    if narrow is not None:
        return Frame(Size(asked.region.width, asked.region.height or 0.0), faults=(narrow,))
    made, done = _made_to_fit(asked)
    if made.text.relief is not None and not asked.is_vertical:
        # Late: few layouts put anything among the paragraphs.
        from infographic.flow.relief import relieved

        made = made.with_text(relieved(made.text, partial(stood_in_columns, made)))
    fits_cut = None if done is None else partial(_fits_cut, asked)
    smaller = None if done is None else partial(_smallest, asked)
    counted = WordsInFrame(made, fits_cut, smaller)
    if done is not None and (done.rung.size > 1 or done.rung.leading > 1):
        # Type that was made larger to fill its frame comes down again for words that are added.
        counted = WordsInFrame(asked.with_text(asked.text.natural), None, smaller)
    fit = asked.text.style.fit
    if asked.is_vertical:
        # Late, here and below: few pages have type that runs down.
        from infographic.flow.one_frame.down import set_in_tiers

        frame = set_in_tiers(made, counted, fits_cut)
    else:
        frame = set_in_columns(made, counted, fits_cut)
    if done is None or fit is None:
        return frame
    frame = replaced(frame, faults=(*frame.faults, *done.notes(asked.text.style)))
    return noted(frame, SharedSize(fit.group, done.rung.size)) if fit.group else frame


@record
class WordsInFrame(Counted):
    """The words of a text in its one frame."""

    asked: Asked
    fits_cut: FitsCut = None
    smaller: Callable[[], Body] | None = None
    """The same as small as its style lets it be."""

    def tally(self) -> Tally:
        smaller = None if self.smaller is None else self.smaller()
        if not self.asked.is_vertical:
            return tally_in_columns(self.asked, self.fits_cut, smaller)
        from infographic.flow.one_frame.down import tally_in_tiers

        return tally_in_tiers(self.asked, self.fits_cut, smaller)


def _smallest(asked: Asked) -> Body:
    """The text as small as its style lets it be."""
    text = asked.text
    *_, last = ladder(text.copies, text.style, asked.region.givens.smallest)
    return _body(asked.in_style(last.copies, last.style))


def _made_to_fit(asked: Asked) -> tuple[Asked, Copyfitted | None]:
    """The text in the style that its frame leaves it, and what was done."""
    text, givens = asked.text, asked.region.givens
    fit = text.style.fit
    if fit is None or not text.body or not asked.is_bounded:
        return asked, None

    def fits(words: Sequence[Copy], tried: TextStyle) -> bool:
        return _fits(asked.in_style(words, tried))

    shared = givens.shared.get(fit.group) if fit.group else None
    done = copyfitted(text.copies, text.style, fits, givens.smallest, shared=shared)
    return asked.in_style(done.copies, done.style), done


def _fits(asked: Asked) -> bool:
    body = _body(asked)
    return body.fits(body.passages)


def _body(asked: Asked) -> Body:
    if not asked.is_vertical:
        return body_in_columns(asked)
    from infographic.flow.one_frame.down import body_in_tiers

    return body_in_tiers(asked)


def _fits_cut(asked: Asked, count: int) -> bool:
    """Whether its style makes it fit without so many characters at its end."""
    made, _ = _made_to_fit(asked.with_text(asked.text.cut(count)))
    return _fits(made)
