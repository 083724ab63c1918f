"""Make the six pictures of this story: invented scenes, drawn with numpy and Pillow.

Run it from anywhere; it writes `pictures/` beside itself, the same bytes each time for the same
Pillow and numpy. Each scene is painted in linear light and each file has one trait that a
careless reader gets wrong:

    snow-ridge.jpg    landscape, sRGB
    wind-farm.jpg     stored lying on its side; EXIF orientation 6 stands it up
    wheat.jpg         CMYK with an Adobe marker (inverted values) and a press profile
    bridge.jpg        Display P3: the reds lie outside sRGB
    city-night.jpg    portrait, sRGB
    emblem.png        transparent, with half-transparent parts
"""

from __future__ import annotations

import argparse
import io
import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms
from scenes.bridge import bridge
from scenes.city_night import city_night
from scenes.emblem import emblem
from scenes.light import picture_of
from scenes.snow_ridge import snow_ridge
from scenes.wheat import wheat
from scenes.wind_farm import wind_farm

PICTURES = Path(__file__).resolve().parent / "pictures"


def display_p3() -> bytes:
    """A Display P3 profile (ICC 4): three primaries under D65 and the curve of sRGB."""

    def xyz_of(x: float, y: float) -> NDArray[np.float64]:
        return np.array([x / y, 1.0, (1 - x - y) / y])

    d65, d50 = xyz_of(0.3127, 0.3290), np.array([0.9642, 1.0, 0.8249])
    primaries = np.stack([xyz_of(0.680, 0.320), xyz_of(0.265, 0.690), xyz_of(0.150, 0.060)], 1)
    to_xyz = primaries * np.linalg.solve(primaries, d65)
    bradford = np.array(
        [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]]
    )
    adapt = np.linalg.inv(bradford) @ np.diag((bradford @ d50) / (bradford @ d65)) @ bradford

    def fixed(*numbers: float) -> bytes:
        return struct.pack(f">{len(numbers)}i", *(round(n * 65536) for n in numbers))

    def words(text: str) -> bytes:
        return struct.pack(">4sIII2s2sII", b"mluc", 0, 1, 12, b"en", b"US", len(text) * 2, 28) + (
            text.encode("utf-16-be")
        )

    curve = struct.pack(">4sIHH", b"para", 0, 3, 0)
    curve += fixed(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
    columns = (adapt @ to_xyz).T
    tags = [
        (b"desc", words("Display P3")),
        (b"cprt", words("CC0")),
        (b"wtpt", b"XYZ \0\0\0\0" + fixed(*d50)),
        *(
            (name, b"XYZ \0\0\0\0" + fixed(*column))
            for name, column in zip((b"rXYZ", b"gXYZ", b"bXYZ"), columns, strict=True)
        ),
        *((name, curve) for name in (b"rTRC", b"gTRC", b"bTRC")),
        (b"chad", b"sf32\0\0\0\0" + fixed(*adapt.ravel())),
    ]
    table, data, start = struct.pack(">I", len(tags)), b"", 128 + 4 + 12 * len(tags)
    placed: dict[bytes, int] = {}
    for name, body in tags:
        if body not in placed:
            placed[body] = start + len(data)
            data += body + bytes(-len(body) % 4)
        table += struct.pack(">4sII", name, placed[body], len(body))
    header = struct.pack(
        ">I4sI4s4s4s6H4s4sI4sIQI3i4s16s28x",
        start + len(data),
        b"\0\0\0\0",
        0x04000000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
        2026,
        1,
        1,
        0,
        0,
        0,
        b"acsp",
        b"\0\0\0\0",
        0,
        b"\0\0\0\0",
        0,
        0,
        0,
        round(0.9642 * 65536),
        65536,
        round(0.8249 * 65536),
        b"\0\0\0\0",
        bytes(16),
    )
    return header + table + data


def press_profile(given: Path | None) -> bytes:
    """The CMYK profile: from a file, or the one inside the picture made last time."""
    if given:
        return given.read_bytes()
    with Image.open(PICTURES / "wheat.jpg", formats=["JPEG"]) as made_last_time:
        return bytes(made_last_time.info["icc_profile"])


def separated(picture: Image.Image, profile: bytes) -> Image.Image:
    result = ImageCms.profileToProfile(
        picture,
        ImageCms.createProfile("sRGB"),
        ImageCms.ImageCmsProfile(io.BytesIO(profile)),
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        "CMYK",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    assert result is not None
    return result


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("names", nargs="*", help="which pictures (default: all)")
    parser.add_argument("--press-profile", type=Path, help="CMYK ICC profile for wheat.jpg")
    asked = parser.parse_args()
    PICTURES.mkdir(exist_ok=True)

    def save(name: str, make: Callable[[], Image.Image], **extra: object) -> None:
        if not asked.names or name in asked.names:
            picture = make()
            kind = "PNG" if name.endswith("png") else "JPEG"
            picture.save(PICTURES / name, kind, optimize=True, **extra)
            print(name, *picture.size, picture.mode, (PICTURES / name).stat().st_size)

    on_its_side = Image.Exif()
    on_its_side[0x0112] = 6  # turn a quarter clockwise to see it upright
    save("snow-ridge.jpg", lambda: picture_of(snow_ridge()), quality=78)
    save(
        "wind-farm.jpg",
        lambda: picture_of(wind_farm()).transpose(Image.Transpose.ROTATE_90),
        quality=76,
        exif=on_its_side,
    )
    profile = press_profile(asked.press_profile)
    save(
        "wheat.jpg",
        lambda: separated(
            picture_of(wheat()).resize((1680, 1120), Image.Resampling.LANCZOS), profile
        ),
        quality=56,
        icc_profile=profile,
    )
    save("bridge.jpg", lambda: picture_of(bridge()), quality=78, icc_profile=display_p3())
    save("city-night.jpg", lambda: picture_of(city_night()), quality=70)
    save("emblem.png", emblem)


if __name__ == "__main__":
    main()
