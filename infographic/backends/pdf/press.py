"""What makes a PDF one for the press: output intent, separations, and the plan of its sheet.

PDF/X-4 is ISO 15930-7, PDF/X-1a:2003 ISO 15930-4; both are written at once, in one pass.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from infographic.backends.numbers import numbers
from infographic.backends.pdf import objects as pdf
from infographic.display.page import Page
from infographic.foundation import limits
from infographic.foundation.calls import CALL
from infographic.foundation.color import PROCESS_INKS, Cmyk, Spot
from infographic.foundation.diagnostics import Diagnostic, MachineError, SpecError
from infographic.foundation.files import PACKAGE
from infographic.foundation.geometry import Rect, Size
from infographic.foundation.record import record
from infographic.foundation.sayings import say

if TYPE_CHECKING:
    from infographic.backends.pictures.color_management import PrintingCondition
    from infographic.press.profile import PressProfile

VERSIONS = {"x4": (1, 6), "x1a": (1, 4), "none": (1, 6)}
"""The newest PDF each standard takes."""


@record
class SheetPlan:
    """A page on its sheet: the trim, the bleed round it, and room for marks round that."""

    trim: Size
    bleed: float = 0.0
    margin: float = 0.0
    unit: str = "pt"
    """The unit in which the page is measured, to say lengths in."""

    @property
    def offset(self) -> float:
        """From the sheet's edge to the trim."""
        return self.bleed + self.margin

    @property
    def size(self) -> Size:
        return Size(self.trim.width + 2 * self.offset, self.trim.height + 2 * self.offset)

    def boxes(self) -> dict[str, str]:
        """MediaBox, TrimBox and BleedBox, each inside the next by construction.

        Raises `SpecError` for a sheet larger than a PDF can be.
        """
        width, height = self.size
        if self.trim.height > limits.MAX_PAGE_POINTS:
            tall = say("sheet-too-large/tall", height=self.trim.height, most=limits.MAX_PAGE_POINTS)
            raise SpecError([Diagnostic(tall, CALL, unit=self.unit)])
        if max(width, height) > limits.MAX_PAGE_POINTS:
            saying = say(
                "sheet-too-large/sheet", width=width, height=height, most=limits.MAX_PAGE_POINTS,
                page_width=self.trim.width, page_height=self.trim.height, offset=self.offset,
            )  # fmt: skip
            raise SpecError([Diagnostic(saying, CALL, unit=self.unit)])
        trim = Rect(self.offset, self.offset, *self.trim)
        return {
            "MediaBox": f"[0 0 {numbers(width, height)}]",
            "TrimBox": _box(trim),
            "BleedBox": _box(trim.grown(self.bleed)),
        }


def _box(rect: Rect) -> str:
    return f"[{numbers(rect.x, rect.y, rect.right, rect.bottom)}]"


def plan_of(page: Page, margin: float = 0.0) -> SheetPlan:
    return SheetPlan(page.trim, page.bleed, margin, page.unit)


# The output intent


@lru_cache(maxsize=8)
def _read(path: Path, modified: int, size: int) -> tuple[bytes, bytes]:
    """A profile and its packed form; packing takes 6 ms for 120 kB, so ours are packed beforehand
    (`press/build_packed.py`)."""
    data, packed = path.read_bytes(), path.with_name(f"{path.name}.z")
    is_packed = path.parent == PACKAGE / "press" and packed.is_file()
    return data, packed.read_bytes() if is_packed else zlib.compress(data, 6)


def icc_of(press: PressProfile) -> tuple[bytes, bytes]:
    """The profile's bytes, bare and packed. Raises `MachineError` where they cannot be read."""
    path = press.icc_path
    assert path is not None, "the profile names no ICC file"
    try:
        status = path.stat()
        return _read(path, status.st_mtime_ns, status.st_size)
    except OSError as error:
        reason = error.strerror or str(error)
        raise MachineError(say("machine/icc-unread", file=path, reason=reason)) from error


def condition_of(press: PressProfile | None) -> PrintingCondition | None:
    """What pictures are converted for; None for our newsprint."""
    if press is None or press.icc_path is None:
        return None
    # Late: littlecms takes 15 ms to import.
    from infographic.backends.pictures import color_management

    icc, _ = icc_of(press)
    refuses = press.ink.pictures == "refuse"
    return color_management.condition(icc, press.ink.design / 100, keeps_inks=refuses)


def add_output_intent(document: pdf.Document, press: PressProfile) -> None:
    """The printing condition by name, with its ICC profile embedded (ISO 32000-1, 14.11.5)."""
    intent = press.intent
    if intent is None or not press.is_pdfx:
        return
    _, packed = icc_of(press)
    profile = pdf.Stream(packed, N=4, Filter="/FlateDecode")
    entries: dict[str, object] = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFX",
        "OutputConditionIdentifier": pdf.text_string(intent.identifier),
        "DestOutputProfile": document.reference(profile),
    }
    for key, text in (
        ("RegistryName", intent.registry),
        ("OutputCondition", intent.condition),
        ("Info", intent.info),
    ):
        if text.strip():
            entries[key] = pdf.text_string(text)
    document.catalog["OutputIntents"] = [document.reference(pdf.Indirect(entries))]


# Spot colours


class InkShelf:
    """A page's Separation colour spaces, by the names its content calls them."""

    def __init__(self, document: pdf.Document) -> None:
        self.document = document
        self.entries: dict[str, object] = {}
        self._made: dict[Spot, tuple[str, object]] = {}

    def place(self, spot: Spot) -> str:
        made = self._made.get(spot)
        if made is None:
            made = self._made[spot] = f"S{len(self._made) + 1}", self._separation(spot)
        name, self.entries[name] = made
        return name

    def place_all(self, colorants: Sequence[Spot]) -> list[Spot]:
        """The spots among inks, each placed."""
        spots = [one for one in colorants if one.name not in PROCESS_INKS]
        for spot in spots:
            self.place(spot)
        return spots

    def turn(self) -> None:
        """Go on with another page, which calls what is there by the same names."""
        self.entries = {}

    def several(self, colorants: Sequence[Spot]) -> object:
        """The space of pictures in several inks, a process ink by its name (8.6.6.5).

        Its spots have Separations in the page's resources, where their plates are looked for.
        """
        names = [pdf.name(one.name) for one in colorants]
        known = {one.name: self._made[one][1] for one in self.place_all(colorants)}
        program = _mixed([one.cmyk for one in colorants]).encode()
        function = pdf.Stream(
            program,
            FunctionType=4,
            Domain="[" + " ".join(["0 1"] * len(colorants)) + "]",
            Range="[0 1 0 1 0 1 0 1]",
        )
        space = ["/DeviceN", names, "/DeviceCMYK", self.document.reference(function)]
        # Each spot said in full, as ISO 19005-2, 6.2.4.4 wants it of a DeviceN.
        attributes = self.document.reference(pdf.Indirect({"Colorants": known}))
        return self.document.reference(pdf.Indirect([*space, attributes]))

    def _separation(self, spot: Spot) -> object:
        """A tint of the ink is the same share of its look in process inks (8.6.6.4)."""
        function = pdf.Indirect(
            {
                "FunctionType": 2,
                "Domain": "[0 1]",
                "C0": "[0 0 0 0]",
                "C1": f"[{numbers(*spot.cmyk)}]",
                "N": 1,
            }
        )
        space = ["/Separation", pdf.name(spot.name), "/DeviceCMYK"]
        return self.document.reference(pdf.Indirect([*space, self.document.reference(function)]))


def _mixed(looks: Sequence[Cmyk]) -> str:
    """A program from the shares of inks to their look in process inks, summed (7.10.5).

    >>> _mixed([(0, 0, 0, 1), (0, 1, 0.9, 0.25)])[:46]
    '{1 index 0 mul 1 index 0 mul add 2 index 0 mul'
    """
    count, made = len(looks), []
    for channel in range(4):
        for number, look in enumerate(looks):
            # Below: the channels made so far, one more while they are being added up.
            depth = count - 1 + channel + (1 if number else 0) - number
            made.append(f"{depth} index {numbers(look[channel])} mul")
            if number:
                made.append("add")
    return "{" + " ".join(made) + f" {count + 4} 4 roll" + " pop" * count + "}"
