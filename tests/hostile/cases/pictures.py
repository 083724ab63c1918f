"""Pictures: cut off, lying about their size, packed, of odd kinds, with odd things beside pixels."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping

from PIL import Image

from hostile.case import Case
from hostile.cases.paths import figure

CALL = ("render", "story.json", "-l", "small.json", "-o")
HEAD = b"\x89PNG\r\n\x1a\n"
GREY, GREY_16, COLOR, INDEXED, ALPHA = 0, 0, 2, 3, 6
Made = bytes | Callable[[], bytes]


def chunk(kind: bytes, data: bytes, crc: int | None = None) -> bytes:
    code = zlib.crc32(kind + data) if crc is None else crc
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", code)


def png(
    width: int,
    height: int,
    *more: bytes,
    depth: int = 8,
    color: int = GREY,
    data: bytes | None = None,
    interlaced: int = 0,
) -> bytes:
    """A PNG of zeros, whatever it says of its size; `more` are chunks before its pixels."""
    head = struct.pack(
        ">IIBBBBB", width & 0xFFFFFFFF, height & 0xFFFFFFFF, depth, color, 0, 0, interlaced
    )
    if data is None:
        channels = {COLOR: 3, ALPHA: 4}.get(color, 1)
        packed = zlib.compressobj(9)
        row = bytes(1 + (width * channels * depth + 7) // 8)
        data = b"".join(packed.compress(row) for _ in range(height)) + packed.flush()
    return HEAD + chunk(b"IHDR", head) + b"".join(more) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def pixels(kind: str, size: tuple[int, int] = (60, 40), mode: str = "RGB", **how: object) -> bytes:
    """A sound picture of a kind that Pillow writes."""
    file = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert(mode).save(file, kind, **how)
    return file.getvalue()


def exif(value: bytes, kind: int = 3, count: int = 1, following: int = 0) -> bytes:
    """EXIF with an orientation of this type and value."""
    entry = struct.pack("<HHI4s", 0x0112, kind, count, value.ljust(4, b"\0"))
    return b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<H", 1) + entry + struct.pack("<I", following)


def turned(value: bytes, kind: int = 3, count: int = 1, following: int = 0) -> bytes:
    return pixels("JPEG", exif=exif(value, kind, count, following))


def jpeg_of_size(width: int, height: int) -> bytes:
    """A JPEG whose head lies."""
    made = bytearray(pixels("JPEG"))
    at = made.find(b"\xff\xc0")
    made[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(made)


def tiff(*entries: tuple[int, int, int, int], following: int = 0) -> bytes:
    """A TIFF of these tags (tag, type, count, value), its next directory at `following`."""
    told = b"".join(struct.pack("<HHII", *entry) for entry in sorted(entries))
    return (
        b"II*\0\x08\0\0\0"
        + struct.pack("<H", len(entries))
        + told
        + struct.pack("<I", following)
        + bytes(64)
    )


SIZED = (
    (256, 4, 1, 8),
    (257, 4, 1, 8),
    (258, 3, 1, 8),
    (262, 3, 1, 1),
    (273, 4, 1, 8),
    (278, 4, 1, 8),
    (279, 4, 1, 64),
)


def resized(width: int, height: int) -> tuple[tuple[int, int, int, int], ...]:
    return ((256, 4, 1, width), (257, 4, 1, height), *SIZED[2:])


def animated(kind: str, frames: int, size: tuple[int, int] = (20, 20)) -> bytes:
    file = io.BytesIO()
    each = [Image.new("L", size, n % 256) for n in range(frames)]
    each[0].save(file, kind, save_all=True, append_images=each[1:], duration=10)
    return file.getvalue()


def scans(times: int) -> bytes:
    """A progressive JPEG with its last scan many times over."""
    made = pixels("JPEG", (640, 640), progressive=True)
    last = made.rindex(b"\xff\xda")
    return made[:last] + made[last:-2] * times + b"\xff\xd9"


BOMB = zlib.compress(bytes(50_000_000), 9)
REFUSED: Mapping[str, Made] = {
    "empty.png": b"",
    "words.png": b"a picture",
    "page.png": b"<html><body>404</body></html>",
    "head-alone.png": HEAD,
    "head-alone.jpg": b"\xff\xd8\xff",
    "scan-without-a-head.jpg": pixels("JPEG").partition(b"\xff\xda")[0] + b"\xff\xda\xff\xd9",
    "head-alone.gif": b"GIF89a",
    "head-alone.webp": b"RIFF\x10\0\0\0WEBPVP8 ",
    "head-alone.bmp": b"BM" + bytes(20),
    "head-alone.tif": b"II*\0",
    "cut-off.jpg": pixels("JPEG", (900, 900))[:-600],
    "cut-off.tif": pixels("TIFF")[:-900],
    "cut-off.webp": pixels("WEBP", (900, 900))[:-200],
    "cut-off.bmp": pixels("BMP")[:-900],
    "pixels-broken.png": png(60, 60, data=b"\x78\x9c" + b"\xff" * 90),
    "pixels-too-few.png": png(60, 60, data=zlib.compress(bytes(99))),
    "pixels-none.png": HEAD
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 9, 9, 8, 0, 0, 0, 0))
    + chunk(b"IEND", b""),
    "wide-of-nothing.png": png(0, 9, data=b""),
    "wide-of-2147483647.png": png(2**31 - 1, 2**31 - 1, data=b""),
    "wide-below-0.png": png(-5, 9, data=b""),
    "wide-of-65535.jpg": jpeg_of_size(65_535, 65_535),
    "wide-of-2147483647.bmp": b"BM"
    + struct.pack("<IHHIIiiHH", 64, 0, 0, 54, 40, 2**31 - 1, 9, 1, 24)
    + bytes(64),
    "wide-of-4000000000.tif": tiff(*resized(4_000_000_000, 9)),
    "wide-of-65535.gif": b"GIF89a\xff\xff\xff\xff\xf0\0\0"
    + bytes(6)
    + b",\0\0\0\0\xff\xff\xff\xff\0\x02\x02L\x01\0;",
    "depth-3.png": png(9, 9, depth=3),
    "color-of-no-kind.png": png(9, 9, color=5),
    "palette-missing.png": png(9, 9, color=INDEXED),
    "strips-nowhere.tif": tiff(*SIZED[:4], (273, 4, 1, 2**31), (278, 4, 1, 8), (279, 4, 1, 2**31)),
    "tags-none.tif": tiff(),
    "samples-60000.tif": tiff(*SIZED, (277, 3, 1, 60_000)),
    "program.png": b"\x7fELF" + bytes(99),
    "postscript.png": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(/etc/passwd) (r) file run\n",
    "postscript.eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nshowpage\n",
    "document.png": b"%PDF-1.6\n1 0 obj\n<< >>\nendobj\n",
    "photoshop.png": b"8BPS\0\x01" + bytes(40),
    "heic.jpg": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(64),
    "icon.png": pixels("ICO"),
    "pcx.png": pixels("PCX"),
    "windows-metafile.png": b"\xd7\xcd\xc6\x9a" + bytes(80),
    "text-of-pixels.png": b"P3 99999 99999 255\n" + b"9 " * 99,
    "x-bitmap.png": b"#define a_width 99999\n#define a_height 99999\nstatic char a[] = {0x00};",
    "flic.png": struct.pack("<IHHHH", 128, 0xAF11, 9, 9, 9) + bytes(118),
}
TAKEN: Mapping[str, Made] = {
    "cut-off-late.png": pixels("PNG")[:-14],
    "cut-off.gif": pixels("GIF", (300, 300))[:-50],
    "crc-wrong.png": png(9, 9, chunk(b"gAMA", b"\0\0\xb1\x8f", 1)),
    "zeros-behind.png": png(9, 9) + bytes(100_000),
    "archive-behind.jpg": pixels("JPEG") + b"PK\x03\x04" + bytes(500),
    "one-pixel.png": png(1, 1),
    "high-as-nothing.png": png(20_000, 1),
    "wide-as-nothing.png": png(1, 20_000),
    "bits.png": png(64, 64, depth=1),
    "sixteen-bits.png": png(64, 64, depth=16),
    "sixteen-bits-color.png": png(64, 64, depth=16, color=COLOR),
    "interlaced.png": pixels("PNG"),
    "gamma-of-nothing.png": png(9, 9, chunk(b"gAMA", bytes(4))),
    "gamma-of-100000.png": png(9, 9, chunk(b"gAMA", b"\xff\xff\xff\xff")),
    "resolution-of-nothing.png": png(9, 9, chunk(b"pHYs", bytes(9))),
    "transparency-odd.png": png(9, 9, chunk(b"tRNS", bytes(900))),
    "text-packed.png": png(9, 9, chunk(b"zTXt", b"a\0\0" + BOMB)),
    "text-packed-international.png": png(9, 9, chunk(b"iTXt", b"a\0\x01\0\0\0" + BOMB)),
    "profile-packed.png": png(9, 9, chunk(b"iCCP", b"a\0\0" + BOMB)),
    "profile-broken.png": png(9, 9, chunk(b"iCCP", b"a\0\0" + zlib.compress(b"no profile"))),
    "profile-of-zeros.jpg": pixels("JPEG", icc_profile=bytes(500)),
    "profile-cut-off.jpg": pixels(
        "JPEG",
        icc_profile=b"\0\0\x0c\x48appl\x02\x10\0\0mntrRGB XYZ " + bytes(16) + b"acsp" + bytes(20),
    ),
    "profile-of-others.jpg": pixels(
        "JPEG",
        mode="L",
        icc_profile=b"\0\0\x01\0    \x04\x40\0\0prtrCMYKLab " + bytes(16) + b"acsp" + bytes(216),
    ),
    "animated-control-odd.png": png(
        9, 9, chunk(b"acTL", b"\xff" * 8), chunk(b"fcTL", b"\xff" * 26)
    ),
    "turned-9.jpg": turned(b"\x09\0"),
    "turned-0.jpg": turned(b"\0\0"),
    "turned-by-a-word.jpg": turned(b"abc", 2, 4),
    "turned-by-a-share.jpg": turned(b"\0\0\0\0", 5, 9),
    "turned-many-times.jpg": turned(b"\x06\0\x06\0", 3, 2),
    "turned-2000000000-times.jpg": turned(b"\x06\0", 3, 2_000_000_000),
    "exif-in-a-ring.jpg": turned(b"\x06\0", following=8),
    "exif-of-noise.jpg": pixels("JPEG", exif=b"Exif\0\0" + bytes(n * 97 % 256 for n in range(900))),
    "directories-in-a-ring.tif": tiff(*SIZED, following=8),
    "floats.tif": pixels("TIFF", mode="F"),
    "thirty-two-bits.tif": pixels("TIFF", mode="I"),
    "cmyk.jpg": pixels("JPEG", mode="CMYK"),
    "lab.tif": pixels("TIFF", mode="LAB"),
    "wrong-ending.jpg": pixels("PNG"),
    "no-ending": pixels("PNG"),
    "capitals.PNG": pixels("PNG"),
    "two-pages.tif": animated("TIFF", 2),
    "two-frames.gif": animated("GIF", 2),
    "two-frames.webp": animated("WEBP", 2),
    "two-frames.png": animated("PNG", 2),
}
LARGE: Mapping[str, Callable[[], bytes]] = {
    "of-64-megapixels.png": lambda: png(8_000, 8_000),
    "of-200-megapixels.png": lambda: png(20_000, 10_000, color=COLOR),
    "of-289-megapixels-alpha.png": lambda: png(17_000, 17_000, color=ALPHA),
    "of-400-megapixels.png": lambda: png(20_000, 20_000),
    "of-900-megapixels-bits.png": lambda: png(30_000, 30_000, depth=1),
    "of-100-megapixels-16-bits.png": lambda: png(10_000, 10_000, depth=16, color=ALPHA),
    "of-200-megapixels.jpg": lambda: pixels("JPEG", (20_000, 10_000), "L", quality=20),
    "of-100-megapixels-progressive.jpg": lambda: pixels(
        "JPEG", (10_000, 10_000), "L", progressive=True, quality=20
    ),
    "scans-4000.jpg": lambda: scans(4_000),
    "frames-3000.gif": lambda: animated("GIF", 3_000),
    "frames-1000.webp": lambda: animated("WEBP", 1_000),
    "pages-3000.tif": lambda: animated("TIFF", 3_000),
    "texts-100000.png": lambda: png(9, 9, *[chunk(b"tEXt", b"a\0b")] * 100_000),
    "texts-packed-200.png": lambda: png(9, 9, *[chunk(b"zTXt", b"a\0\0" + BOMB)] * 200),
    "segments-60000.jpg": lambda: b"\xff\xd8" + b"\xff\xfe\0\x03a" * 60_000 + pixels("JPEG")[2:],
    "strips-1000000.tif": lambda: (
        tiff(*SIZED[:4], (273, 4, 1_000_000, 200), (278, 4, 1, 1), (279, 4, 1_000_000, 200))
        + bytes(4_000_000)
    ),
    "data-behind-100-megabytes.png": lambda: png(9, 9) + bytes(100_000_000),
}


def _case(name: str, made: Made, ends: int | tuple[int, ...], output: str = "page.pdf") -> Case:
    files = {name: made, **figure(name)}
    return Case(
        f"picture-{name}", files, (*CALL, output), ends, makes=(output,), heavy=callable(made)
    )


def _cases() -> Iterator[Case]:
    for name, made in REFUSED.items():
        yield _case(name, made, 3)
    for number, (name, made) in enumerate(TAKEN.items()):
        yield _case(name, made, (0, 3), ("page.pdf", "page.png", "page.svg")[number % 3])
    for name, made in LARGE.items():
        yield _case(name, made, (0, 3), "page.png")
    # One broken picture of two withholds no other layout, and is said at its place.
    files = {
        **figure("a.png"),
        "a.png": REFUSED["pixels-broken.png"],
        "b.json": {**figure("")["small.json"], "body": {"type": "spacer", "height": "9pt"}},
    }
    yield Case(
        "picture-of-one-layout-of-two",
        files,
        ("render", "story.json", "-l", "small.json", "-l", "b.json", "-o", "{layout}.png"),
        1,
        leaves=("b.png",),
    )


CASES = tuple(_cases())
