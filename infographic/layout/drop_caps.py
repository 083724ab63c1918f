"""Drop caps as layouts ask for them: `text/initials` sets them."""

from __future__ import annotations

from infographic.display.frame import Frame
from infographic.display.items import TextLine, walk
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Point
from infographic.foundation.sayings import say
from infographic.text.initials import set_with_initial, with_initial
from infographic.text.style import Initial, Part, TextStyle


def initial_of(lines: int, style: TextStyle, own: TextStyle | None) -> Initial | None:
    """How a text begins whose layout asks for a character of so many lines; 0 asks for none."""
    if not lines or style.column is not None:
        return None
    large = own.plain if own is not None else style.of(Part.STRONG)
    return Initial(lines, large, set_with_initial)


def opened(style: TextStyle, lines: int, own: TextStyle | None) -> TextStyle:
    """The style of a paragraph that begins so."""
    initial = initial_of(lines, style, own)
    return style if initial is None else with_initial(style, initial)


def doubts(frame: Frame, style: TextStyle, origin: Origin) -> list[Diagnostic]:
    """That a drop cap was asked for and is not set."""
    if style.column is not None:
        return [Diagnostic(say("style-vertical/drop-cap"), origin)]
    if _has_initial(frame, style):
        return []
    return [Diagnostic(say("drop-cap"), origin, severity=Severity.WARNING)]


def _has_initial(frame: Frame, style: TextStyle) -> bool:
    """Whether a character of the frame is larger than its lines and stands below its first one."""
    return any(
        run.ys and run.ys[0] < 0 and run.size > style.size * 1.2
        for placed in walk(frame.items, Point(0, 0))
        if isinstance(placed.item, TextLine)
        for _, run in placed.item.runs[:1]
    )
