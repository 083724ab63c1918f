"""What a press takes: the press profile, a JSON file of its own.

These classes are the file's format, settled: lengths are in points, inks in per cent of one solid
ink. `infographic.profiles` finds, reads and checks the files; the shipped ones lie in `profiles/`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from infographic.foundation.color import COATED, NEWSPRINT, Luminance, on_screen
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.fields import Length, Range
from infographic.foundation.geometry import Insets
from infographic.foundation.record import record

Standard = Literal["x4", "x1a", "none"]
CoverageLimit = Annotated[float, Range(ge=0, le=400)]
Fineness = Annotated[float, Range(ge=0, le=2400)]
Ratio = Annotated[float, Range(ge=1, le=21)]
MEASURED = {"IFRA26S_2004_newsprint.icc": NEWSPRINT, "FOGRA39L_coated.icc": COATED}
"""What the papers and inks of the shipped printing conditions give back."""


@record(kw_only=True)
class IntentSpec:
    """The printing condition that the colours are meant for, as the PDF names it."""

    identifier: str
    """The reference name: “IFRA26”, “FOGRA39”; a house's own name where none is registered."""
    registry: str = ""
    """Who registered it: “http://www.color.org”; "" for a house's own condition."""
    condition: str = ""
    """The condition in words: paper, process, tone value increase."""
    info: str = ""
    """More in words; without a registry it must be given."""
    origin: Origin = BUILT_IN


@record(kw_only=True)
class InkLimits:
    """Sums of the inks at one place, in per cent (four solid inks are 400)."""

    design: CoverageLimit = 400.0
    """What a colour should keep to; above it a warning. Pictures are converted to keep to it."""
    hard: CoverageLimit = 400.0
    """What no area may pass; above it an error."""
    window: Annotated[float, Range(gt=0, le=10_000)] = 15.0
    """Ink is measured as the mean of a square of so many mm² (GWG: 15, a side of 3.87 mm)."""
    pictures: Literal["limit", "refuse"] = "limit"
    """What is done with a picture in inks that has too much: “limit” takes cyan, magenta and yellow
    where there is more than `design`, and says so; “refuse” changes nothing, and is an error above
    `hard`."""
    origin: Origin = BUILT_IN

    @property
    def window_side(self) -> float:
        """The square's side in points.

        >>> round(InkLimits().window_side, 2)
        10.98
        """
        return float(self.window**0.5) * 72 / 25.4


@record(kw_only=True)
class BlackRules:
    """Where black ink must stand alone."""

    text: bool = False
    """Black and grey text is K only; four inks out of register blur it."""
    solids: bool = False
    """Black and grey areas are K only."""
    text_inks: Annotated[int, Range(ge=1, le=4)] = 4
    """Text has at most so many inks."""
    highest: Annotated[float, Range(ge=0, le=100)] = 100.0
    """The highest tone below a solid, in per cent: what lies between fills in."""
    lowest: Annotated[float, Range(ge=0, le=100)] = 0.0
    """The lowest tone that still prints, in per cent."""
    origin: Origin = BUILT_IN


@record(kw_only=True)
class TypeSizes:
    """The smallest type that prints; 0 for no limit."""

    positive: Length = 0.0
    """In one ink on paper or on a light tint."""
    reversed: Length = 0.0
    """White on a ground."""
    multi_ink: Length = 0.0
    """In more than one ink."""
    tinted: Length = 0.0
    """In tints alone: no solid ink draws its edges."""
    colored: Length = 0.0
    """In a colour: smaller words and figures are black, or paper on a ground."""
    contrast: Ratio = 1.0
    """Of words to their ground, as this paper and its inks give back light; 1 for no limit."""
    large_contrast: Ratio = 1.0
    """There of large words."""
    large_type: Length = 12.0
    """From this size on bold words are large; of any weight at twice the size."""
    safety: Length = 0.0
    """From the trim: no words stand nearer, so that a cut takes none."""
    origin: Origin = BUILT_IN


@record(kw_only=True)
class LineWeights:
    """The thinnest lines that print; 0 for no limit."""

    positive: Length = 0.0
    """In one ink."""
    reversed: Length = 0.0
    """White on a ground, or in more than one ink."""
    origin: Origin = BUILT_IN


@record(kw_only=True)
class PictureFineness:
    """Pixels an inch at the size a picture is printed; 0 for no limit."""

    error: Fineness = 0.0
    """Below this a picture is refused."""
    warning: Fineness = 0.0
    """Below this it is doubtful."""
    target: Fineness = 300.0
    """Finer pictures are brought down to this."""
    line_art: Fineness = 0.0
    """Below this a picture of two levels, black and white, is doubtful."""
    origin: Origin = BUILT_IN


@record(kw_only=True)
class Platform:
    """One place where a picture is posted."""

    name: str
    width: Annotated[int, Range(ge=0)] = 0
    """The picture's size in pixels that these rules are for; 0 for any."""
    height: Annotated[int, Range(ge=0)] = 0
    max_bytes: Annotated[int, Range(ge=0)] = 0
    """A larger file is refused or packed again; 0 for no limit."""
    safe_area: Insets = Insets()
    """What the platform's own buttons and crops cover at each edge."""
    origin: Origin = BUILT_IN


@record(kw_only=True)
class ScreenRules:
    """What a picture on a screen must keep to."""

    contrast: Ratio = 1.0
    """Of text to its ground (WCAG 2: 4.5)."""
    large_contrast: Ratio = 1.0
    """Of large text to its ground (WCAG 2: 3)."""
    large_type: Length = 18.0
    """From this size on text is large."""
    smallest_type: Length = 0.0
    platforms: tuple[Platform, ...] = ()
    origin: Origin = BUILT_IN


@record(kw_only=True)
class PressProfile:
    """A press profile: what the PDF must be, and what the preflight checks."""

    title: str = ""
    """What `infographic press` calls it."""
    description: str = ""
    """What it is for, in a sentence."""
    standard: Standard = "none"
    """“x4” PDF/X-4, “x1a” PDF/X-1a:2003, “none” a plain PDF."""
    intent: IntentSpec | None = None
    """The printing condition; PDF/X wants one."""
    icc: str = ""
    """The condition's ICC profile: a file's path from the profile's folder, or a shipped one's
    name. Read: the whole path."""
    ink: InkLimits = InkLimits()
    black: BlackRules = BlackRules()
    type: TypeSizes = TypeSizes()
    lines: LineWeights = LineWeights()
    pictures: PictureFineness = PictureFineness()
    spots: Annotated[int, Range(ge=0, le=32)] = 0
    """How many spot colours are allowed."""
    bleed: Length | None = None
    """How far ink reaches past the trim; without it, as the layout says."""
    marks: bool = False
    """Crop and register marks outside the bleed."""
    color_bar: bool = False
    """Patches of the inks outside the bleed."""
    slug: bool = False
    """A line outside the bleed: paper, page, plates, time."""
    watermark: str = ""
    """Words set large outside the trim, such as “样张 PROOF”."""
    pages: Literal["one", "several"] = "one"
    """Whether a file has one page, as a newspaper takes it, or may have several: a catalogue,
    sheets of cards."""
    checks: bool = True
    """Whether the preflight stops what breaks the rules above."""
    screen: ScreenRules | None = None
    """For pictures on screens; None for a press."""
    origin: Origin = BUILT_IN

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return Path(self.origin.file).stem

    @property
    def is_pdfx(self) -> bool:
        return self.standard != "none"

    @property
    def takes_several(self) -> bool:
        """Whether a file may have several pages."""
        return self.pages == "several"

    @property
    def standard_name(self) -> str:
        """As the PDF says it; "" for none."""
        return {"x4": "PDF/X-4", "x1a": "PDF/X-1a:2003", "none": ""}[self.standard]

    @property
    def known_light(self) -> Luminance | None:
        """How much light colours give back on this screen, or on the paper and in the inks of a
        shipped condition; None where the house's own ICC profile has to be asked."""
        if self.screen is not None:
            return on_screen
        known = NEWSPRINT if not self.icc else MEASURED.get(Path(self.icc).name)
        return None if known is None else known.of

    @property
    def icc_path(self) -> Path | None:
        return Path(self.icc) if self.icc else None
