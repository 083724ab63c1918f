"""What rules are given: a page's pieces of ink; and how a rule is asked of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Protocol

from infographic.display.collisions import Ink
from infographic.display.items import GlyphRun, Path, Picture, Placed
from infographic.display.page import Page
from infographic.display.painted import PlacedOutline, StandingLine
from infographic.foundation.color import WHITE, Color, Luminance, on_screen
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Severity
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.record import record
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying
from infographic.press.profile import PressProfile
from infographic.press.report import Finding, fault

if TYPE_CHECKING:
    from infographic.press.stacks.layers import InkPixels


class InkKind(StrEnum):
    TEXT = "text"
    LINE = "line"
    AREA = "area"
    PICTURE = "picture"


class InkPiece(NamedTuple):
    """One piece of ink."""

    kind: InkKind
    box: Rect
    """What its ink covers, from the trim's top left."""
    origin: Origin
    color: Color = WHITE
    """Of a picture nothing."""
    size: float = 0.0
    """Of type its size, of a line its weight."""
    grounds: tuple[InkPiece, ...] = ()
    """What lies directly under it, the topmost first: areas and pictures; () for bare paper."""
    words: str = ""
    run: GlyphRun | None = None
    picture: Picture | None = None
    covered: bool = False
    """Something painted later hides it."""
    with_digits: float = 0.0
    """Of type, the largest size in its face and colour on its line: a % goes with its digits."""
    cut: bool = False
    """A clip takes a part of it away."""
    shape: Path | None = None
    at: Point = Point(0, 0)
    opacity: float = 1.0
    """Under 1.0 its colour is what is seen of it on its ground."""
    outlines: tuple[PlacedOutline, ...] = ()
    """What else cuts it off."""
    is_outline: bool = False
    """A line along a shape that is not filled, as letters have that stand on a map."""

    @property
    def inks(self) -> int:
        """How many inks print it."""
        if self.color.spot is not None:
            return 1
        return sum(ink > 0.004 for ink in self.color.cmyk)

    @property
    def is_on_picture(self) -> bool:
        return any(ground.kind is InkKind.PICTURE for ground in self.grounds)

    @property
    def is_reversed(self) -> bool:
        """Lighter than what it stands on."""
        grounds = [ground for ground in self.grounds if ground.kind is InkKind.AREA]
        if self.is_on_picture:
            return luminance(self.color) > 0.5
        return bool(grounds) and luminance(self.color) > luminance(grounds[0].color) + 0.02

    @property
    def is_overprinting(self) -> bool:
        """As the writer does it: type in solid black alone."""
        return self.kind is InkKind.TEXT and self.color.is_black_alone


class Seen(NamedTuple):
    """A page, looked at once."""

    pieces: tuple[InkPiece, ...]
    """In the order of painting, each knowing its grounds."""
    looks: dict[InkKind, list[list[int]]]
    """The numbers of the pieces that look alike: of one colour and size on the same grounds, and
    of type in one face."""
    lines: Sequence[StandingLine]
    """All lines of type."""
    inks: Sequence[Ink]
    """Of those that are read."""
    figures: Sequence[Placed]
    """The groups that are figures."""


@lru_cache(maxsize=1024)
def luminance(color: Color) -> float:
    """Relative luminance on a screen (WCAG 2).

    >>> luminance(WHITE)
    1.0
    """
    return on_screen(color)


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


def inks_of(color: Color) -> str:
    """A colour's inks in words.

    >>> inks_of(Color("accent", (0, 0.95, 0.85, 0), (0.8, 0, 0)))
    '“accent” C0 M95 Y85 K0'
    """
    if color.spot is not None:
        return f"“{color.name}” {color.spot.name} {color.strength * 100:g} %"
    c, m, y, k = (round(100 * ink, 1) for ink in color.cmyk)
    return f"“{color.name}” C{c:g} M{m:g} Y{y:g} K{k:g}"
