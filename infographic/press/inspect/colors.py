"""Colours in a PDF: which space, which inks, how much of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pikepdf

from infographic.foundation.record import field, record

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
DEVICE = {"/G": "DeviceGray", "/RGB": "DeviceRGB", "/CMYK": "DeviceCMYK", "/I": "Indexed"}
"""What inline images call them."""


@record
class Ink:
    """A colour as it is set. `space` is the family; `inside` what an Indexed or a pattern is of."""

    space: str
    values: tuple[float, ...]
    names: tuple[str, ...] = ()
    """Of a Separation or DeviceN, its inks."""
    components: int = 0
    profile: Any = field(default=None, compare=False)
    """Of an ICCBased space, its stream."""
    pattern: Any = field(default=None, compare=False)
    alternate: str = ""

    @property
    def amounts(self) -> Mapping[str, float] | None:
        """Each ink in per cent; None where no inks are said (RGB, Lab)."""
        match self.space:
            case "DeviceCMYK":
                return dict(zip(PROCESS, (100 * v for v in self.values), strict=False))
            case "DeviceGray":
                return {"Black": 100 * (1 - self.values[0])} if self.values else {}
            case "Separation" | "DeviceN":
                amounts = zip(self.names, (100 * v for v in self.values), strict=False)
                return {name: amount for name, amount in amounts if name != "None"}
        return None

    @property
    def coverage(self) -> float:
        amounts = self.amounts or {}
        if "All" in amounts:
            return 4 * amounts["All"]
        return sum(amounts.values())

    @property
    def inks(self) -> tuple[str, ...]:
        """The names of those of which there is any."""
        return tuple(name for name, amount in (self.amounts or {}).items() if amount > 0.5)

    @property
    def is_white(self) -> bool:
        return self.amounts is not None and self.coverage < 0.5

    @property
    def is_black_alone(self) -> bool:
        amounts = self.amounts or {}
        return self.inks == ("Black",) and amounts["Black"] > 99.5

    @property
    def spots(self) -> tuple[str, ...]:
        """Colours of their own plate; “All” and “None” name no ink."""
        return tuple(name for name in self.names if name not in (*PROCESS, "All", "None"))

    def __str__(self) -> str:
        amounts = self.amounts
        if amounts is None:
            return self.space + "".join(f" {value:.3g}" for value in self.values)
        if self.space == "DeviceCMYK":
            return "C{:.0f} M{:.0f} Y{:.0f} K{:.0f}".format(*amounts.values())
        return " ".join(f"{name} {amount:.0f}" for name, amount in amounts.items())


def black_gray() -> Ink:
    """What a page begins with (ISO 32000-1, table 52)."""
    return Ink("DeviceGray", (0.0,), components=1)


def initial_ink(space: Any, resources: Any, depth: int = 0) -> Ink:
    """The colour that selecting a space sets: its family and its components."""
    if isinstance(space, pikepdf.Name | str):
        name = str(space)
        if name in ("/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/G", "/RGB", "/CMYK"):
            return _device(DEVICE.get(name, name[1:]), resources)
        if name == "/Pattern":
            return Ink("Pattern", ())
        shelf = resources.get("/ColorSpace") if resources is not None else None
        found = shelf.get(name) if shelf is not None else None
        return initial_ink(found, resources, depth + 1) if found is not None and depth < 9 else (
            Ink(name[1:], ())
        )  # fmt: skip
    if space is None or not len(space):
        return Ink("none", ())
    family = DEVICE.get(str(space[0]), str(space[0])[1:])
    match family:
        case "DeviceGray" | "DeviceRGB" | "DeviceCMYK":
            return _device(family, resources)
        case "ICCBased":
            count = int(space[1].get("/N", 0))
            return Ink(family, (0.0,) * count, components=count, profile=space[1])
        case "Separation":
            name = str(space[1])[1:]
            alternate = initial_ink(space[2], resources, depth + 1).space
            return Ink(family, (1.0,), (name,), 1, alternate=alternate)
        case "DeviceN":
            names = tuple(str(name)[1:] for name in space[1])
            alternate = initial_ink(space[2], resources, depth + 1).space
            return Ink(family, (1.0,) * len(names), names, len(names), alternate=alternate)
        case "Indexed" | "Pattern" if len(space) > 1 and depth < 9:
            inner = initial_ink(space[1], resources, depth + 1)
            return inner if family == "Indexed" else Ink("Pattern", (), alternate=inner.space)
        case "CalRGB" | "Lab":
            return Ink(family, (0.0,) * 3, components=3)
        case "CalGray":
            return Ink(family, (0.0,), components=1)
    return Ink(family, ())


def _device(name: str, resources: Any) -> Ink:
    """A device's space, or what the resources say stands for it (8.6.5.6)."""
    shelf = resources.get("/ColorSpace") if resources is not None else None
    default = shelf.get(f"/Default{name[6:]}") if shelf is not None else None
    if isinstance(default, pikepdf.Array) and str(default[0]) == "/ICCBased":
        return initial_ink(default, None)
    count = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4}[name]
    values = (0.0,) * (count - 1) + (1.0,) if count == 4 else (0.0,) * count
    return Ink(name, values, components=count)


def ink_of(operator: str, values: list[Any], resources: Any, before: Ink) -> Ink:
    """The colour after g, rg, k, sc or scn."""
    name = {"g": "/DeviceGray", "rg": "/DeviceRGB", "k": "/DeviceCMYK"}.get(operator)
    pattern = None
    if values and isinstance(values[-1], pikepdf.Name):
        shelf = resources.get("/Pattern")
        pattern = shelf.get(str(values.pop())) if shelf is not None else None
    numbers = tuple(float(value) for value in values)
    if name is not None:
        space = initial_ink(pikepdf.Name(name), resources)
        return Ink(space.space, numbers, components=space.components, profile=space.profile)
    return Ink(
        *(before.space, numbers, before.names, before.components, before.profile),
        pattern=pattern, alternate=before.alternate,
    )  # fmt: skip
