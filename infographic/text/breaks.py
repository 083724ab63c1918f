"""Where a line may end, and what stands between two neighbours.

A `Joint` says for a pair of classes all that does not depend on sizes; it is worked out once for
each house and style and looked up by the two letters. What holds together whatever its classes (a
number and its unit) is found by `glue`.
"""

from __future__ import annotations

from functools import lru_cache

from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.text.classes import HAN, LATIN, MARKS, SPACED, House, load_house


class Joint(NamedTuple):
    """What lies between two boxes. Lengths in em of the box they are taken from."""

    cut_before: float
    """Taken from the blank of the mark before the joint."""
    cut_after: float
    is_autospace: bool
    """Han beside Latin."""
    shrink_before: tuple[int, float] | None
    """(step, amount) still to be had from the mark before."""
    shrink_after: tuple[int, float] | None
    is_even: bool
    """Takes its share when a line is spread."""
    is_close: bool
    """Would, but that it lies beside a mark's ink: only where no other joint can."""
    may_break: bool
    may_break_at_space: bool
    """Where a space was typed here."""
    swallows_space: bool
    """A typed space beside a Chinese mark is a slip: its blank is there already."""


class Joints(dict[str, Joint]):
    """Joints by the class letters of the two boxes."""

    def __init__(
        self,
        house: House,
        kinsoku: str,
        adjacent_pairs: float,
        shrink_stops: bool,
        marks_keep_close: bool,
    ) -> None:
        super().__init__()
        self.house = house
        self.marks_keep_close = marks_keep_close
        self.pair_cut = max(2.0 - adjacent_pairs, 0.0)
        self.shrink = {
            site: step for site, step in house.shrink.items() if shrink_stops or site != "e"
        }
        self.not_at_start = house.not_at_start[kinsoku]
        self.not_at_end = house.not_at_end[kinsoku]

    def __missing__(self, pair: str) -> Joint:
        joint = self[pair] = self._make(pair[0], pair[1])
        return joint

    def _make(self, a: str, b: str) -> Joint:
        house = self.house
        if a == "g":  # what was typed to indent a line stays with its first word
            return Joint(0.0, 0.0, False, None, None, False, False, False, False, False)
        blank_a = house.blank.get(a) == "right"
        blank_b = house.blank.get(b) == "left"
        marks = house.blank.keys()
        # A pair of marks: one blank of half an em goes, the first's where it has one; in the
        # tighter style the other one too.
        is_pair = a.lower() in marks and b.lower() in marks
        cut_a = min(self.pair_cut, 0.5) if is_pair and blank_a else 0.0
        cut_b = min(self.pair_cut - cut_a, 0.5) if is_pair and blank_b else 0.0
        is_latin = a in LATIN and b in LATIN
        opens = not is_latin and not ({a, b} & house.no_even_stretch) and a + b not in TIED
        is_close = opens and self.marks_keep_close and (a in OPENING or b in CLOSING)
        kinsoku = b not in self.not_at_start and a not in self.not_at_end
        return Joint(
            cut_before=cut_a,
            cut_after=cut_b,
            # % is the last digit of its number; alone before a Han it is a sign (clreq#630).
            is_autospace=(a in HAN and b in SPACED) or (a in AFTER_SPACED and b in HAN),
            shrink_before=self._left_over(a, cut_a) if blank_a else None,
            shrink_after=self._left_over(b, cut_b) if blank_b else None,
            is_even=opens and not is_close,
            is_close=is_close,
            may_break=kinsoku and not is_latin and not (a in LATIN and b == "r"),
            # Between Latin words only brackets and stops forbid it (UAX #14, LB13 and LB14).
            may_break_at_space=kinsoku if not is_latin else a != "b" and b != "a",
            swallows_space=a in MARKS - {"n", "s", "m"} or b in MARKS - {"n", "s", "m"},
        )

    def _left_over(self, letter: str, cut: float) -> tuple[int, float] | None:
        """What a mark may still be shrunk by once its pair has cut it."""
        site = self.shrink.get(letter)
        return (site[0], site[1] - cut) if site and site[1] > cut else None


OPENING, CLOSING = frozenset("oOb"), frozenset("cCiIeEa")
"""Marks with their ink beside what follows them, and beside what stands before them."""
AFTER_SPACED = SPACED | {"f"}
TIED = frozenset(f"{a}{b}" for a in "rt" for b in "ldt") | frozenset(("dp", "lp", "EE"))
"""￥5, 5℃ and ？！ in one cell: nothing opens inside."""


@lru_cache(maxsize=64)
def joints_of(
    house: str,
    kinsoku: str,
    adjacent_pairs: float = 1.5,
    shrink_stops: bool = True,
    marks_keep_close: bool = True,
) -> Joints:
    return Joints(load_house(house), kinsoku, adjacent_pairs, shrink_stops, marks_keep_close)


_SENSIBLE = late(r"(?<=[^\W\d_][^\W\d_]-)(?=[^\W\d_]{2})|(?<=[^\W\d_]—)(?=[^\W\d_])")
_ADDRESS = late(r"://|www\.|@|[a-z]\.[a-z]{2,}[/:]")
# Not inside 192.168 or 12:30, which are numbers in an address too.
_LAST_RESORT = late(r"(?<=[/?&=.:_\-#])(?=[^/?&=.:_\-#])(?!(?<=[\d.,:][.:])\d)")


def inner_breaks(word: str) -> list[int]:
    """Where a Latin word may be broken: after a hyphen between two parts of two letters.

    >>> inner_breaks("long-term"), inner_breaks("F-35"), inner_breaks("http://a-b.cn")
    ([5], [], [])
    """
    if ("-" not in word and "—" not in word) or _ADDRESS.search(word):
        return []
    return [match.start() for match in _SENSIBLE.finditer(word)]


def is_address(word: str) -> bool:
    """Whether a word is an address, which may be broken after its signs.

    >>> is_address("www.news.cn"), is_address("news.cn/2026"), is_address("2026/11/22")
    (True, True, False)
    """
    return _ADDRESS.search(word) is not None


def last_resort_breaks(word: str) -> list[int]:
    """Where an address too long for the line is best broken.

    >>> last_resort_breaks("www.news.cn/2026")
    [4, 9, 12]
    >>> last_resort_breaks("http://10.0.0.1:80/a-b")
    [7, 19, 21]
    """
    return [match.start() for match in _LAST_RESORT.finditer(word)]
