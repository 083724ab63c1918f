"""A page with everything a press may trip over, and the profiles it is made for."""

from __future__ import annotations

import hashlib
import io
import sys
from functools import cache
from pathlib import Path

from PIL import Image

from infographic.backends.pdf.write import Intent, pdf_bytes
from infographic.display.items import ImageFile, Picture, Stroke
from infographic.display.items import Path as Outline
from infographic.display.page import Page
from infographic.foundation.color import BLACK, WHITE, Color, Spot
from infographic.foundation.geometry import Rect, Size
from infographic.profiles import press_profile

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "backends"))
from hand_set import FIGURES, RED, SERIF, at, box, line, page, run

BLUE = Color("blue", (1.0, 0.6, 0.0, 0.0), (0.0, 0.3, 0.6))
LOGO = Color("logo", (0.0, 1.0, 0.9, 0.05), (0.8, 0.1, 0.2), Spot("专色 186", (0, 1.0, 0.9, 0.05)))
PROFILES = {"x4": "insert", "x1a": "newsprint-x1a"}


def image_file(path: Path) -> ImageFile:
    data = path.read_bytes()
    with Image.open(io.BytesIO(data)) as image:
        turned = image.getexif().get(0x0112, 1) >= 5
        width, height = image.size[::-1] if turned else image.size
    return ImageFile(path, hashlib.sha256(data).hexdigest(), width, height)


def whole(path: Path, width: float = 60, height: float = 40) -> Picture:
    return Picture(image_file(path), Rect(0, 0, 1, 1), Size(width, height))


def photograph(folder: Path, name: str = "photo.jpg", mode: str = "CMYK") -> Path:
    """A JPEG with an Exif block that names a place, and a comment."""
    path = folder / name
    tones = Image.linear_gradient("L").resize((120, 80))
    picture = Image.merge("RGB", (tones, tones.rotate(180), tones)).convert(mode)
    exif = Image.Exif()
    exif[0x010E] = "SECRET 45.1 N"
    exif.get_ifd(0x8825)[1] = "N"
    picture.save(path, quality=92, exif=exif, comment=b"SECRET")
    return path


def sample(folder: Path, *, spot: bool = True, **more: object) -> Page:
    clear = folder / "clear.png"
    Image.new("RGBA", (60, 40), (200, 30, 30, 120)).save(clear)
    return page(
        at(0, 0, box(300, 30, BLUE)),
        at(20, 20, line(run(SERIF, "白字", 12, WHITE))),
        at(20, 50, line(run(SERIF, "党建联盟"), run(FIGURES, "2,300", 30, RED))),
        at(20, 60, Outline((("M", (0, 0)), ("L", (99, 0))), stroke=Stroke(BLACK, 0.25))),
        at(20, 70, box(100, 20, LOGO.tinted(0.4) if spot else RED.tinted(0.4))),
        at(140, 60, whole(photograph(folder))),
        at(140, 110, whole(clear)),
        **more,  # type: ignore[arg-type]
    )


@cache
def clean(standard: str, folder: Path) -> bytes:
    """The sample as a file of this standard, without a fault."""
    one = sample(folder, spot=standard == "x4")
    return pdf_bytes(one, Intent.PRINT, press_profile(PROFILES[standard]))
