"""The rules on paint, overprint and pictures; `pdfx_page_rules` has the others of pages."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from pdfx_content import Ink
from pdfx_rules import INTENTS, File, rule
from pikepdf import Array, Name, Stream

# Operators and overprint


@rule
def operators_are_defined(file: File) -> Iterator[str]:
    for content in file.contents:
        yield from content.unknown
        yield from content.missing
        yield from content.unbalanced
        yield from (intent for intent in content.intents if intent not in INTENTS)
        if content.deepest > 28:
            yield f"q {content.deepest} deep"


def is_black(ink: Ink) -> bool:
    return ink == Ink("DeviceCMYK", (0, 0, 0, 1)) or ink == Ink("DeviceGray", (0,))


def is_white(ink: Ink) -> bool:
    return not any(ink.values) if ink.space != "DeviceGray" else ink.values == (1,)


@rule
def black_text_and_hairlines_overprint(file: File) -> Iterator[str]:
    for content in file.contents:
        for one in content.painted:
            thin = one.kind == "text" or (one.kind in ("fill", "stroke") and one.weight <= 2)
            if thin and is_black(one.ink):
                if not one.overprints or one.mode != 1:
                    yield f"{one.kind} at {one.bounds[0]:.0f} {one.bounds[1]:.0f} knocks out"
                if one.ink.space == "DeviceGray":
                    yield f"{one.kind} in DeviceGray"


@rule
def all_else_knocks_out(file: File) -> Iterator[str]:
    for content in file.contents:
        for one in content.painted:
            if one.overprints and (one.kind == "image" or not is_black(one.ink)):
                yield f"{one.kind} {one.ink} overprints" + (" white" if is_white(one.ink) else "")


# Pictures


def images_of(file: File) -> Iterator[tuple[str, Stream]]:
    for path, one in file.objects:
        if isinstance(one, Stream) and one.get("/Subtype") == Name.Image:
            yield path, one


@rule
def pictures_are_in_inks(file: File) -> Iterator[str]:
    for path, image in images_of(file):
        space = image.get("/ColorSpace")
        if isinstance(space, Array) and str(space[0]) == "/DeviceN":
            yield from (f"{path} {what}" for what in _wrong_with_inks(space))
        elif str(space) not in ("/DeviceCMYK", "/DeviceGray"):
            yield f"{path} {space}"
        if str(image.get("/Intent", "/Perceptual")).lstrip("/") not in INTENTS:
            yield f"{path} intent"
        if image.get("/Interpolate", False):
            yield f"{path} is interpolated"


def _wrong_with_inks(space: Array) -> Iterator[str]:
    """DeviceN: each spot is said in full among the colorants, as PDF/A-2 wants it (6.2.4.4)."""
    names = [str(name) for name in space[1]]
    if len(set(names)) != len(names) or not 1 <= len(names) <= 32:
        yield f"inks {names}"
    if str(space[2]) != "/DeviceCMYK":
        yield f"looks like {space[2]}"
    function = space[3]
    if [len(function.Domain), len(function.Range)] != [2 * len(names), 8]:
        yield "its function takes or gives another number of inks"
    known = space[4].get("/Colorants", {}) if len(space) > 4 else {}
    for name in names:
        if name in ("/Cyan", "/Magenta", "/Yellow", "/Black"):
            continue
        own = known.get(name)
        if own is None or str(own[0]) != "/Separation" or str(own[1]) != name:
            yield f"does not say how {name} looks"


@rule
def pictures_have_all_their_samples(file: File) -> Iterator[str]:
    channels = {"/DeviceCMYK": 4, "/DeviceGray": 1, "/DeviceRGB": 3}
    for path, image in images_of(file):
        space = image.get("/ColorSpace")
        count = len(space[1]) if isinstance(space, Array) else channels.get(str(space), 0)
        if image.get("/Filter") == Name.DCTDecode:
            data = image.read_raw_bytes()
            frame = re.search(rb"\xff[\xc0\xc1\xc2]..\x08(..)(..)(.)", data, re.DOTALL)
            if frame is None:
                yield f"{path} has no frame of eight bits"
                continue
            height, width = (int.from_bytes(frame[i], "big") for i in (1, 2))
            if (width, height) != (image.Width, image.Height) or frame[3][0] != count:
                yield f"{path} is another size or has other channels than it says"
        elif image.get("/Filter") == Name.FlateDecode:
            row = (int(image.Width) * count * int(image.BitsPerComponent) + 7) // 8
            if len(zlib.decompress(image.read_raw_bytes())) != row * int(image.Height):
                yield f"{path} has another number of samples"


@rule
def pictures_keep_their_secrets(file: File) -> Iterator[str]:
    for path, image in images_of(file):
        if image.get("/Filter") == Name.DCTDecode:
            data = image.read_raw_bytes()
            for marker, what in ((b"\xff\xe1", "Exif"), (b"\xff\xed", "IPTC")):
                if marker in data[: data.find(b"\xff\xda")]:
                    yield f"{path} {what}"
