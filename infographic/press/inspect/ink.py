"""Rules on a PDF's ink: colours, overprint, small type, thin lines, pictures."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf

from infographic.foundation.diagnostics import Severity
from infographic.foundation.geometry import Rect
from infographic.press.inspect.document import names_of
from infographic.press.inspect.file import PdfLeaf, PressFile
from infographic.press.inspect.layers import inks_in, layers_of
from infographic.press.inspect.paint import Paint
from infographic.press.picture_ink import ROUNDING, heaviest
from infographic.press.report import Finding
from infographic.press.stacks.measure import wet_squares

Findings = Iterator[Finding]
NEVER = {"DeviceRGB", "CalRGB"}
SMALL_BLACK = 12.0
"""Black type up to this size overprints: out of register, a knocked-out edge shows."""
SLACK = 0.01


def _each(file: PressFile, *kinds: str) -> Iterator[tuple[PdfLeaf, Paint]]:
    """Every paint of these kinds that the press sees: on the trim or its bleed."""
    for leaf in file.leaves:
        bleed = leaf.on_trim(leaf.boxes.get("BleedBox", leaf.trim))
        for paint in leaf.seen.paints:
            box = paint.box
            is_seen = (
                box.x < bleed.right and bleed.x < box.right + SLACK
                and box.y < bleed.bottom and bleed.y < box.bottom + SLACK
            )  # fmt: skip
            if is_seen and paint.kind in kinds:
                yield leaf, paint


KINDS = ("fill", "stroke", "text", "image", "shading")


def colors_are_the_press_s(file: PressFile) -> Findings:  # 24
    if file.profile.screen is not None or not file.profile.checks:
        return
    for leaf in file.leaves:
        for paint in leaf.seen.paints:
            ink = paint.ink
            space = ink.alternate if ink.space == "Pattern" else ink.space
            is_calibrated = space in ("Lab", "CalGray") or (
                space == "ICCBased" and ink.components != 4
            )
            if space in NEVER or (is_calibrated and file.standard == "x1a"):
                yield _at(file, leaf, paint, "pdf-color", f"a {paint.kind} is not in inks",
                          found=space, wanted="DeviceCMYK, DeviceGray or a spot colour",
                          hint="convert it with the press's profile where it is made")  # fmt: skip
            elif is_calibrated:
                yield _at(
                    file, leaf, paint, "pdf-color", f"a {paint.kind} is not in inks yet",
                    found=space, wanted="DeviceCMYK, DeviceGray or a spot colour",
                    severity=Severity.WARNING, hint="the press's own software would convert it",
                )  # fmt: skip


def inks_are_no_profile_s(file: PressFile) -> Findings:  # 25
    if not file.is_pdfx:
        return
    for leaf in file.leaves:
        for paint in leaf.seen.paints:
            if paint.ink.space == "ICCBased" and paint.ink.components == 4:
                yield _at(file, leaf, paint, "pdf-icc-cmyk", "inks are tied to a profile",
                          found="ICCBased, 4 inks", wanted="DeviceCMYK")  # fmt: skip


def spots_are_allowed(file: PressFile) -> Findings:
    names = sorted({n for leaf in file.leaves for p in leaf.seen.paints for n in p.ink.spots})
    if len(names) > file.profile.spots:
        yield file.wrong(
            "pdf-spots", "the page wants more plates than the press has",
            found=", ".join(names), wanted=f"{file.profile.spots} spot colours",
            hint="set them in the four process inks",
        )  # fmt: skip


def ink_can_dry(file: PressFile) -> Findings:
    for leaf, paint in _each(file, "fill", "stroke", "text"):
        if paint.ink.pattern is not None:
            continue
        coverage, limits = paint.ink.coverage, file.profile.ink
        if coverage > limits.design + SLACK:
            is_error = coverage > limits.hard + SLACK
            yield _at(
                file, leaf, paint, "pdf-ink", f"a {paint.kind} has too much ink",
                found=f"{coverage:.0f} % ({paint.ink})",
                wanted=f"at most {limits.hard if is_error else limits.design:g} %",
                severity=Severity.ERROR if is_error else Severity.WARNING,
            )  # fmt: skip


def overprinting_ink_can_dry(file: PressFile) -> Findings:
    limits = file.profile.ink
    if limits.hard >= 400:
        return
    for leaf in file.leaves:
        trim = Rect(0, 0, *leaf.trim.size)
        layers = layers_of(leaf.seen.paints)
        for one in wet_squares(layers, trim, limits.hard / 100, limits.window_side):
            above, ground = one.stack.layer.subject, one.ground.subject
            on = "a picture" if ground.kind == "image" else f"a {ground.kind} of {ground.ink}"
            size = f" of {above.size:.4g} pt" if above.kind == "text" else ""
            yield file.wrong(
                "pdf-ink-stack",
                f"a {above.kind}{size} in {above.ink} overprints {on}: together they cannot dry",
                f"page {leaf.number}", box=one.square, page=leaf.number,
                found=one.arithmetic(on.removeprefix("a "), limits.window),
                wanted=f"at most {limits.hard:g} % as the mean of {limits.window:g} mm²",
                hint="let it knock out, or lighten the ground",
            )  # fmt: skip


def white_is_not_overprinted(file: PressFile) -> Findings:  # 29
    for leaf, paint in _each(file, "text", "fill", "stroke"):
        ink = paint.ink
        vanishes = ink.is_white and paint.overprints and (
            paint.mode == 1 or ink.space in ("DeviceGray", "Separation", "DeviceN")
        )  # fmt: skip
        if vanishes:
            yield _at(
                file, leaf, paint, "pdf-white-overprint",
                f"a white {paint.kind} overprints, and vanishes", found=str(ink),
                wanted="white knocks out",
                severity=Severity.ERROR if paint.kind == "text" else Severity.WARNING,
            )  # fmt: skip


def black_overprints(file: PressFile) -> Findings:
    if not file.is_pdfx or not file.profile.black.text:
        return
    for leaf, paint in _each(file, "text"):
        if paint.size > SMALL_BLACK or not paint.ink.is_black_alone:
            continue
        if paint.ink.space == "DeviceGray":
            yield _at(
                file, leaf, paint, "pdf-black-gray", "small black text is DeviceGray",
                found="DeviceGray", wanted="DeviceCMYK 0 0 0 1, which can overprint",
                severity=Severity.WARNING,
            )  # fmt: skip
        elif not paint.overprints or (paint.mode != 1 and paint.ink.space == "DeviceCMYK"):
            yield _at(
                file, leaf, paint, "pdf-black-knocks-out", "small black text knocks out",
                found="no overprint" if not paint.overprints else "overprint mode 0",
                wanted="overprint with mode 1", severity=Severity.WARNING,
            )  # fmt: skip


def text_can_be_read(file: PressFile) -> Findings:
    limits, black = file.profile.type, file.profile.black
    for leaf, paint in _each(file, "text"):
        ink = paint.ink
        if ink.amounts is None:
            continue
        inks = len(ink.inks)
        least, what = (
            (limits.reversed, "white text") if ink.is_white
            else (limits.multi_ink, f"text in {inks} inks") if inks > 1
            else (limits.positive, "text")
        )  # fmt: skip
        if paint.size < least - SLACK:
            code = "pdf-text-small" if inks < 2 else "pdf-text-small-inks"
            yield _at(
                file, leaf, paint, code, f"{what} is too small",
                found=f"{paint.size:.4g} pt", wanted=f"at least {least:g} pt",
                severity=Severity.ERROR if inks < 2 else Severity.WARNING,
            )  # fmt: skip
        amounts = ink.amounts
        if black.text and inks > 1 and amounts.get("Black", 0) > 84.5:
            yield _at(file, leaf, paint, "pdf-text-rich-black", "black text has other inks too",
                      found=str(ink), wanted="K 100 alone",
                      severity=Severity.WARNING)  # fmt: skip
        elif inks > black.text_inks:
            yield _at(file, leaf, paint, "pdf-text-inks", "text has too many inks",
                      found=str(ink), wanted=f"at most {black.text_inks}",
                      severity=Severity.WARNING)  # fmt: skip


def lines_hold(file: PressFile) -> Findings:
    limits = file.profile.lines
    for leaf, paint in _each(file, "stroke"):
        inks = len(paint.ink.inks)
        least = limits.positive if inks == 1 else limits.reversed
        what = {0: "a white line", 1: "a line"}.get(inks, f"a line in {inks} inks")
        if paint.ink.amounts is not None and paint.size < least - SLACK:
            yield _at(
                file, leaf, paint, "pdf-line-thin", f"{what} is too thin",
                found=f"{paint.size:.3g} pt", wanted=f"at least {least:g} pt",
                severity=Severity.ERROR if inks == 1 else Severity.WARNING,
            )  # fmt: skip


def pictures_are_fine_enough(file: PressFile) -> Findings:
    limits = file.profile.pictures
    for leaf, paint in _each(file, "image"):
        if min(paint.pixels) < 2:
            continue
        is_line_art = int(paint.image.get("/BitsPerComponent", 8)) == 1 or paint.image.get(
            "/ImageMask", False
        )
        if is_line_art and paint.ppi < limits.line_art:
            yield _at(
                file, leaf, paint, "pdf-line-art-ppi", "a black-and-white picture is too coarse",
                found=f"{paint.ppi:.0f} ppi", wanted=f"{limits.line_art:g} ppi",
                severity=Severity.WARNING,
            )  # fmt: skip
        elif not is_line_art and paint.ppi < max(limits.error, limits.warning) - 0.5:
            is_error = paint.ppi < limits.error - 0.5
            least = limits.error if is_error else limits.warning
            yield _at(
                file, leaf, paint, "pdf-image-ppi", "a picture is too coarse",
                found=f"{paint.ppi:.0f} ppi", wanted=f"at least {least:g} ppi",
                severity=Severity.ERROR if is_error else Severity.WARNING,
                hint="send the picture larger, or set it smaller",
            )  # fmt: skip


SAMPLES = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4}


def pictures_are_whole(file: PressFile) -> Findings:
    for leaf, paint in _each(file, "image"):
        if not isinstance(paint.image, pikepdf.Stream):
            continue  # Inline: the page itself would not be readable.
        held, wanted = _samples(paint)
        if held != wanted:
            yield _at(file, leaf, paint, "pdf-image-data", "a picture has not the samples it says",
                      found=held, wanted=wanted)  # fmt: skip


def _samples(paint: Paint) -> tuple[str, str]:
    """What a picture holds and what it should; "" twice where that cannot be said simply."""
    from PIL import Image

    stream, filters = paint.image, names_of(paint.image)
    try:
        if filters == {"/DCTDecode"}:
            with Image.open(io.BytesIO(stream.read_raw_bytes()), formats=("JPEG",)) as image:
                return _across(image.size), _across(paint.pixels)
        count = SAMPLES.get(str(stream.get("/ColorSpace", ""))[1:])
        if filters <= {"/FlateDecode"} and count is not None:
            row = (paint.pixels[0] * count * int(stream.get("/BitsPerComponent", 8)) + 7) // 8
            held, wanted = len(stream.read_bytes()), row * paint.pixels[1]
            return (f"{held} bytes", f"{wanted} bytes") if held < wanted else ("", "")
    except (OSError, SyntaxError, ValueError, RuntimeError):
        return "nothing that can be read", _across(paint.pixels)
    return "", ""


def _across(pixels: tuple[int, int]) -> str:
    return f"{pixels[0]} × {pixels[1]} pixels"


def pictures_can_dry(file: PressFile) -> Findings:
    limits = file.profile.ink
    if limits.design >= 400:
        return
    for leaf, paint in _each(file, "image"):
        image = inks_in(paint.image, paint.ink.space) if paint.ink.space == "DeviceCMYK" else None
        if image is None:
            continue
        side = limits.window_side
        most, x, y = heaviest(image, (paint.box.width / side, paint.box.height / side))
        if most > limits.design + ROUNDING:
            is_error = most > limits.hard + ROUNDING
            at = Rect(paint.box.x + x * paint.box.width - side / 2,
                      paint.box.y + y * paint.box.height - side / 2, side, side)  # fmt: skip
            yield file.wrong(
                "pdf-image-ink", "a picture has too much ink", f"page {leaf.number}", box=at,
                page=leaf.number, found=f"{most:.0f} % in a square of {limits.window:g} mm²",
                wanted=f"at most {limits.hard if is_error else limits.design:g} %",
                severity=Severity.ERROR if is_error else Severity.WARNING,
                hint="convert it with the press's own profile, which keeps to its limit",
            )  # fmt: skip


def _at(
    file: PressFile, leaf: PdfLeaf, paint: Paint, code: str, message: str, *, found: str = "",
    wanted: str = "", hint: str = "", severity: Severity = Severity.ERROR,
) -> Finding:  # fmt: skip
    return file.wrong(
        code, message, f"page {leaf.number}", found=found, wanted=wanted, hint=hint,
        severity=severity, box=paint.box, page=leaf.number,
    )  # fmt: skip


RULES = (
    colors_are_the_press_s, inks_are_no_profile_s, spots_are_allowed, ink_can_dry,
    overprinting_ink_can_dry, white_is_not_overprinted, black_overprints, text_can_be_read,
    lines_hold, pictures_are_fine_enough, pictures_are_whole, pictures_can_dry,
)  # fmt: skip
