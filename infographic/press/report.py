"""What a preflight found: each fault with its place on the page, in lines, JSON or rings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Rect
from infographic.foundation.record import record, replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, found_of, label, wanted_of
from infographic.foundation.units import POINTS_PER

MM = 25.4 / 72
PLACES_TOLD = 200
"""A fault in every line of a page is still one fault."""


class FindingPlace(NamedTuple):
    """Where on the trimmed page, in points from its top left."""

    box: Rect
    page: int = 1

    def __str__(self) -> str:
        return self.said("mm")

    def said(self, unit: str) -> str:
        """The place in mm, of a page measured in px in px."""
        on = label("on-page", self.page) if self.page > 1 else ""
        size = POINTS_PER["px" if unit == "px" else "mm"]
        x, y = self.box.x / size, self.box.y / size
        return f"{on}{x:.0f} × {y:.0f} px" if unit == "px" else f"{on}{x:.1f} × {y:.1f} mm"


@record
class Finding(Diagnostic):
    """A broken rule: what was found, what the press wants, and every place of it."""

    places: tuple[FindingPlace, ...] = ()

    @property
    def found(self) -> str:
        """What was measured, in words; "" where the message says all."""
        return found_of(self.saying, self.unit)

    @property
    def wanted(self) -> str:
        """What the press asks for, in words; "" where the message says all."""
        return wanted_of(self.saying, self.unit)

    def as_dict(self) -> dict[str, object]:
        return {
            **Diagnostic.as_dict(self),
            "found": self.found,
            "wanted": self.wanted,
            "places": [
                {
                    "page": place.page,
                    "x_mm": round(place.box.x * MM, 2),
                    "y_mm": round(place.box.y * MM, 2),
                    "width_mm": round(place.box.width * MM, 2),
                    "height_mm": round(place.box.height * MM, 2),
                }
                for place in self.places
            ],
        }

    def details(self) -> Iterator[str]:
        if self.found:
            told = (
                ("found-wanted", self.found, self.wanted) if self.wanted else ("found", self.found)
            )
            yield f"  {label(*told)}"
        if self.places:
            others, first = len(self.places) - 1, self.places[0].said(self.unit)
            name = "place" if not others else "places" if others == 1 else "places-more"
            yield f"  {label(name, first, others)}"


def fault(
    saying: Saying, origin: Origin, box: Rect | None = None, *,
    severity: Severity = Severity.ERROR, page: int = 1,
) -> Finding:  # fmt: skip
    """One broken rule at one place."""
    places = () if box is None else (FindingPlace(box, page),)
    return Finding(saying, origin, severity=severity, places=places)


def gathered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The same fault in many places said once, errors before warnings, down the page."""
    listed, told = list(findings), dict[tuple[str, str], list[Saying]]()
    for one in listed:
        told.setdefault((one.saying.key, one.severity), []).append(one.saying)
    several = {key for key, said in told.items() if any(each != said[0] for each in said)}
    kept: dict[tuple[str, ...], list[Finding]] = {}
    for one in listed:
        # What reads the same is the same. Words are only made where they tell findings apart.
        key = one.saying.key, one.severity
        words = (one.message, one.found) if key in several else ()
        kept.setdefault((*key, *words), []).append(one)
    merged = []
    for alike in kept.values():
        places = dict.fromkeys(place for one in alike for place in one.places)
        merged.append(replaced(alike[0], places=tuple(places)[:PLACES_TOLD]))
    order = {severity: i for i, severity in enumerate(Severity)}
    return tuple(sorted(merged, key=lambda one: order[one.severity]))


def as_text(findings: Sequence[Finding], subject: str) -> str:
    """A report for a colleague: one paragraph a fault, and the count at its head."""
    counts = {severity: sum(one.severity is severity for one in findings) for severity in Severity}
    said = [f"{n} {severity}{'s' if n > 1 else ''}" for severity, n in counts.items() if n]
    head = f"{subject}: {', '.join(said) or 'nothing to say against it'}"
    numbered = (f"{i}. {one}" for i, one in enumerate(findings, 1))
    return "\n\n".join((head, *numbered)) + "\n"
