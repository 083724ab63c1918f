"""Rules on a PDF's ink: colours, overprint, small type, thin lines, pictures."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf

from infographic.foundation.diagnostics import Severity
from infographic.foundation.geometry import Rect
from infographic.foundation.sayings import Saying, Value, say
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
                yield _at(file, leaf, paint, say("pdf-color/no-inks", kind=paint.kind, space=space))
            elif is_calibrated:
                saying = say("pdf-color/not-yet", kind=paint.kind, space=space)
                yield _at(file, leaf, paint, saying, Severity.WARNING)


def inks_are_no_profile_s(file: PressFile) -> Findings:  # 25
    if not file.is_pdfx:
        return
    for leaf in file.leaves:
        for paint in leaf.seen.paints:
            if paint.ink.space == "ICCBased" and paint.ink.components == 4:
                yield _at(file, leaf, paint, say("pdf-icc-cmyk"))


def spots_are_allowed(file: PressFile) -> Findings:
    names = sorted({n for leaf in file.leaves for p in leaf.seen.paints for n in p.ink.spots})
    if len(names) > file.profile.spots:
        yield file.wrong(say("pdf-spots", names=names, most=file.profile.spots))


def ink_can_dry(file: PressFile) -> Findings:
    for leaf, paint in _each(file, "fill", "stroke", "text"):
        if paint.ink.pattern is not None:
            continue
        coverage, limits = paint.ink.coverage, file.profile.ink
        if coverage > limits.design + SLACK:
            is_error = coverage > limits.hard + SLACK
            saying = say(
                "pdf-ink", kind=paint.kind, coverage=coverage, inks=str(paint.ink),
                most=limits.hard if is_error else limits.design,
            )  # fmt: skip
            yield _at(file, leaf, paint, saying, Severity.ERROR if is_error else Severity.WARNING)


def overprinting_ink_can_dry(file: PressFile) -> Findings:
    limits = file.profile.ink
    if limits.hard >= 400:
        return
    for leaf in file.leaves:
        trim = Rect(0, 0, *leaf.trim.size)
        layers = layers_of(leaf.seen.paints)
        for one in wet_squares(layers, trim, limits.hard / 100, limits.window_side):
            above, ground = one.stack.layer.subject, one.ground.subject
            saying = say(
                "pdf-ink-stack", layer=_above(above), ground=_below(ground), most=limits.hard,
                window=limits.window, **one.arithmetic(),
            )  # fmt: skip
            at = f"page {leaf.number}"
            yield file.wrong(saying, at, box=one.square, page=leaf.number)


def _above(paint: Paint) -> Saying:
    if paint.kind == "text":
        return say("phrase/text-above", size=paint.size, ink=str(paint.ink))
    return say("phrase/paint-above", kind=paint.kind, ink=str(paint.ink))


def _below(paint: Paint) -> Saying:
    if paint.kind == "image":
        return say("phrase/picture")
    return say("phrase/paint-below", kind=paint.kind, ink=str(paint.ink))


def white_is_not_overprinted(file: PressFile) -> Findings:  # 29
    for leaf, paint in _each(file, "text", "fill", "stroke"):
        ink = paint.ink
        vanishes = ink.is_white and paint.overprints and (
            paint.mode == 1 or ink.space in ("DeviceGray", "Separation", "DeviceN")
        )  # fmt: skip
        if vanishes:
            severity = Severity.ERROR if paint.kind == "text" else Severity.WARNING
            saying = say("pdf-white-overprint", kind=paint.kind, ink=str(ink))
            yield _at(file, leaf, paint, saying, severity)


def black_overprints(file: PressFile) -> Findings:
    if not file.is_pdfx or not file.profile.black.text:
        return
    for leaf, paint in _each(file, "text"):
        if paint.size > SMALL_BLACK or not paint.ink.is_black_alone:
            continue
        if paint.ink.space == "DeviceGray":
            yield _at(file, leaf, paint, say("pdf-black-gray"), Severity.WARNING)
        elif not paint.overprints or (paint.mode != 1 and paint.ink.space == "DeviceCMYK"):
            saying = say(
                "pdf-black-knocks-out/mode-0" if paint.overprints else "pdf-black-knocks-out/plain"
            )
            yield _at(file, leaf, paint, saying, Severity.WARNING)


def text_can_be_read(file: PressFile) -> Findings:
    limits, black = file.profile.type, file.profile.black
    for leaf, paint in _each(file, "text"):
        ink = paint.ink
        if ink.amounts is None:
            continue
        inks, size = len(ink.inks), paint.size
        if ink.is_white:
            least = limits.reversed
            saying = say("pdf-text-small/white", size=size, least=least)
        elif inks > 1:
            least = limits.multi_ink
            saying = say("pdf-text-small-inks", count=inks, size=size, least=least)
        else:
            least = limits.positive
            saying = say("pdf-text-small/black", size=size, least=least)
        if size < least - SLACK:
            yield _at(file, leaf, paint, saying, Severity.ERROR if inks < 2 else Severity.WARNING)
        amounts = ink.amounts
        if black.text and inks > 1 and amounts.get("Black", 0) > 84.5:
            yield _at(
                file, leaf, paint, say("pdf-text-rich-black", inks=str(ink)), Severity.WARNING
            )
        elif inks > black.text_inks:
            saying = say("pdf-text-inks", inks=str(ink), most=black.text_inks)
            yield _at(file, leaf, paint, saying, Severity.WARNING)


def lines_hold(file: PressFile) -> Findings:
    limits = file.profile.lines
    for leaf, paint in _each(file, "stroke"):
        inks = len(paint.ink.inks)
        least = limits.positive if inks == 1 else limits.reversed
        if paint.ink.amounts is not None and paint.size < least - SLACK:
            if inks > 1:
                saying = say("pdf-line-thin/inks", count=inks, weight=paint.size, least=least)
            else:
                saying = say(
                    "pdf-line-thin/one-ink" if inks else "pdf-line-thin/white",
                    weight=paint.size,
                    least=least,
                )
            yield _at(file, leaf, paint, saying, Severity.ERROR if inks == 1 else Severity.WARNING)


def pictures_are_fine_enough(file: PressFile) -> Findings:
    limits = file.profile.pictures
    for leaf, paint in _each(file, "image"):
        if min(paint.pixels) < 2:
            continue
        is_line_art = int(paint.image.get("/BitsPerComponent", 8)) == 1 or paint.image.get(
            "/ImageMask", False
        )
        if is_line_art and paint.ppi < limits.line_art:
            saying = say("pdf-line-art-ppi", ppi=paint.ppi, least=limits.line_art)
            yield _at(file, leaf, paint, saying, Severity.WARNING)
        elif not is_line_art and paint.ppi < max(limits.error, limits.warning) - 0.5:
            is_error = paint.ppi < limits.error - 0.5
            least = limits.error if is_error else limits.warning
            saying = say("pdf-image-ppi", ppi=paint.ppi, least=least)
            yield _at(file, leaf, paint, saying, Severity.ERROR if is_error else Severity.WARNING)


SAMPLES = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4}


def pictures_are_whole(file: PressFile) -> Findings:
    for leaf, paint in _each(file, "image"):
        if not isinstance(paint.image, pikepdf.Stream):
            continue  # Inline: the page itself would not be readable.
        held, wanted = _samples(paint)
        if held != wanted:
            yield _at(file, leaf, paint, say("pdf-image-data", held=held, wanted=wanted))


def _samples(paint: Paint) -> tuple[Value, Value]:
    """What a picture holds and what it should; "" twice where that cannot be said simply."""
    from PIL import Image

    stream, filters = paint.image, names_of(paint.image)
    try:
        if filters == {"/DCTDecode"}:
            with Image.open(io.BytesIO(stream.read_raw_bytes()), formats=("JPEG",)) as image:
                return _across(image.size), _across(paint.pixels)
        named = len(paint.ink.names) or None
        count = SAMPLES.get(str(stream.get("/ColorSpace", ""))[1:], named)
        if filters <= {"/FlateDecode"} and count is not None:
            row = (paint.pixels[0] * count * int(stream.get("/BitsPerComponent", 8)) + 7) // 8
            held, wanted = len(stream.read_bytes()), row * paint.pixels[1]
            if held < wanted:
                return say("phrase/count-of-bytes", count=held), say(
                    "phrase/count-of-bytes", count=wanted
                )
    except (OSError, SyntaxError, ValueError, RuntimeError):
        return say("phrase/nothing-readable"), _across(paint.pixels)
    return "", ""


def _across(pixels: tuple[int, int]) -> Saying:
    return say("phrase/pixels", width=pixels[0], height=pixels[1])


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
            saying = say(
                "pdf-image-ink", coverage=most, window=limits.window,
                most=limits.hard if is_error else limits.design,
            )  # fmt: skip
            severity, place = Severity.ERROR if is_error else Severity.WARNING, leaf.number
            yield file.wrong(saying, f"page {place}", box=at, page=place, severity=severity)


def _at(
    file: PressFile, leaf: PdfLeaf, paint: Paint, saying: Saying,
    severity: Severity = Severity.ERROR,
) -> Finding:  # fmt: skip
    at = f"page {leaf.number}"
    return file.wrong(saying, at, severity=severity, box=paint.box, page=leaf.number)


RULES = (
    colors_are_the_press_s, inks_are_no_profile_s, spots_are_allowed, ink_can_dry,
    overprinting_ink_can_dry, white_is_not_overprinted, black_overprints, text_can_be_read,
    lines_hold, pictures_are_fine_enough, pictures_are_whole, pictures_can_dry,
)  # fmt: skip
