"""What rules are given, and how one is asked of a whole page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import TYPE_CHECKING, Protocol

from infographic.display.items import Picture
from infographic.display.page import Page
from infographic.foundation.color import Luminance, on_screen
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.diagnostics import Severity
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.record import record
from infographic.foundation.sayings import Saying
from infographic.press.preflight.painted import InkKind, InkPiece, Seen
from infographic.press.profile import PressProfile
from infographic.press.report import Finding, fault

if TYPE_CHECKING:
    from infographic.press.stacks.layers import InkPixels


class Printed(Protocol):
    """A picture at its place as the writer leaves it, or before it takes ink from it."""

    def __call__(self, picture: Picture, at: Point, *, limited: bool = True) -> InkPixels | None:
        """None where it is not in inks. Raises `MachineError` where its file cannot be read."""
        ...


@record
class Press:
    """A page and the press it is for."""

    page: Page
    profile: PressProfile
    seen: Seen
    printed: Printed
    light: Luminance = on_screen
    """How much light a colour gives back on its paper, or on a screen."""

    @property
    def pieces(self) -> tuple[InkPiece, ...]:
        return self.seen.pieces

    @property
    def bleed(self) -> float:
        return self.page.bleed if self.profile.bleed is None else self.profile.bleed

    @property
    def ground(self) -> tuple[InkPiece, ...]:
        """The page's own; () for bare paper."""
        paper, area = self.page.paper, Rect(0, 0, *self.page.trim)
        return () if paper is None else (InkPiece(InkKind.AREA, area, BUILT_IN, paper),)

    def of(self, *kinds: InkKind) -> Iterator[InkPiece]:
        return (piece for piece in self.pieces if piece.kind in kinds)

    def firsts(self, *kinds: InkKind) -> Iterator[InkPiece]:
        """The first of those that look alike."""
        first = sorted(look[0] for kind in kinds for look in self.seen.looks.get(kind, ()))
        return (self.pieces[number] for number in first)


def by_look(*kinds: InkKind, with_ground: bool = False) -> Callable[[LookRule], Rule]:
    """A rule on single pieces that goes by their look: colour, size, face, grounds, and whether
    they are cut or covered.

    A page has hundreds of pieces and few looks: the rule is asked about the first of each, and
    about the others only where that breaks it. `with_ground`: before all about the page's own.
    """

    def by_piece(rule: LookRule) -> Rule:
        @wraps(rule)
        def by_looks(press: Press) -> Iterator[Finding]:
            for ground in press.ground if with_ground else ():
                yield from rule(press, ground)
            broken = [
                number
                for kind in kinds for look in press.seen.looks.get(kind, ())
                if any(True for _ in rule(press, press.pieces[look[0]]))
                for number in look
            ]  # fmt: skip
            for number in sorted(broken):
                yield from rule(press, press.pieces[number])

        return by_looks

    return by_piece


Rule = Callable[[Press], Iterator[Finding]]
LookRule = Callable[[Press, InkPiece], Iterator[Finding]]


def wrong(saying: Saying, piece: InkPiece, *, is_doubt: bool = False) -> Finding:
    """A rule broken by one piece; `is_doubt`: a warning."""
    severity = Severity.WARNING if is_doubt else Severity.ERROR
    return fault(saying, piece.origin, piece.box, severity=severity)
