"""Small pictures that are broken, odd or meant to harm, each with what is to come of it."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from PIL import Image, ImageCms

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
BOMB = zlib.compress(bytes(30_000_000), 9)
LONGER = zlib.compress(bytes(40_000_000), 9)
TAKEN = ""
DEFLATE = "tiff_deflate"


def tones(mode: str = "RGB", size: tuple[int, int] = (48, 32)) -> Image.Image:
    return Image.linear_gradient("L").resize(size).convert(mode)


def saved(kind: str, image: Image.Image | None = None, **how: Any) -> bytes:
    file = io.BytesIO()
    (tones() if image is None else image).save(file, kind, **how)
    return file.getvalue()


# PNG


def chunk(kind: bytes, data: bytes, check: int | None = None) -> bytes:
    check = zlib.crc32(kind + data) if check is None else check
    return struct.pack(">I", len(data)) + kind + data + check.to_bytes(4, "big")


def png(*more: bytes, size: tuple[int, int] = (9, 9), color: int = 2, depth: int = 8,
        data: bytes | None = None, interlaced: int = 0) -> bytes:  # fmt: skip
    """Black, with further chunks before its pixels."""
    head = struct.pack(">IIBBBBB", *size, depth, color, 0, 0, interlaced)
    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[color]
    if data is None:
        row = bytes(1 + (size[0] * channels * depth + 7) // 8)
        data = zlib.compress(row * size[1])
    parts = (chunk(b"IHDR", head), *more, chunk(b"IDAT", data), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


# JPEG


def segment(marker: int, data: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data


def jpeg(*more: bytes, **how: Any) -> bytes:
    """With further segments at its start."""
    data = saved("JPEG", **how)
    return data[:2] + b"".join(more) + data[2:]


def jpeg_of(width: int, height: int, data: bytes | None = None) -> bytes:
    """One that says to be of another size."""
    made = bytearray(data or jpeg())
    at = max(made.find(b"\xff\xc0"), made.find(b"\xff\xc2"))
    made[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(made)


def scans(times: int) -> bytes:
    """Progressive, its last scan many times over."""
    made = saved("JPEG", tones(size=(640, 640)), progressive=True)
    last = made.rindex(b"\xff\xda")
    return made[:last] + made[last:-2] * times + b"\xff\xd9"


def exif(value: bytes, kind: int = 3, count: int = 1, tag: int = 0x0112) -> bytes:
    """EXIF of one field."""
    entry = struct.pack("<HHI4s", tag, kind, count, value.ljust(4, b"\0"))
    return b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<H", 1) + entry + bytes(4)


def exif_bomb() -> bytes:
    """Fields that all point to the same 60 kB."""
    count = 2_000
    entries = b"".join(struct.pack("<HHII", 40_000 + n, 7, 60_000, 0) for n in range(count))
    block = b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<H", count) + entries + bytes(4)
    return segment(0xE1, block.ljust(65_000, b"\0"))


def further_pictures(count: int) -> bytes:
    """Multi-Picture Format (CIPA DC-007) that says to have so many."""
    entry = struct.pack("<HHII", 0xB001, 4, 1, count)
    block = b"MPF\0II*\0\x08\0\0\0" + struct.pack("<H", 1) + entry + bytes(4)
    return segment(0xE2, block)


# TIFF


def tiff(
    fields: Mapping[int, tuple[int, int, int]], body: bytes = bytes(256), following: int = 0
) -> bytes:
    """One directory of fields (type, count, value or place); then `body`, whose place is 500."""
    entries = b"".join(struct.pack("<HHII", tag, *fields[tag]) for tag in sorted(fields))
    head = b"II*\0\x08\0\0\0" + struct.pack("<H", len(fields)) + entries
    return (head + struct.pack("<I", following)).ljust(500, b"\0") + body


PLAIN = {
    256: (4, 1, 8), 257: (4, 1, 8), 258: (3, 1, 8), 259: (3, 1, 1), 262: (3, 1, 1),
    273: (4, 1, 500), 278: (4, 1, 8), 279: (4, 1, 64),
}  # fmt: skip


def frames(kind: str, count: int) -> bytes:
    each = [Image.new("L", (9, 9), 80 * n % 256) for n in range(count)]
    return saved(kind, each[0], save_all=True, append_images=each[1:], duration=9)


def bmp(width: int, height: int, bits: int, packing: int, data: bytes) -> bytes:
    palette = bytes(4 << bits) if bits <= 8 else b""
    start = 54 + len(palette)
    head = b"BM" + struct.pack("<IHHI", start + len(data), 0, 0, start)
    sizes = struct.pack("<IiiHHIIiiII", 40, width, height, 1, bits, packing, len(data), 0, 0, 0, 0)
    return head + sizes + palette + data


def webp_of(width: int, height: int) -> bytes:
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    sound = saved("WEBP")[12:]
    body = b"WEBPVP8X\x0a\0\0\0\0\0\0\0" + size + sound
    return b"RIFF" + struct.pack("<I", len(body)) + body


EARLY, DAMAGED = "image-cut-off/early", "image-cut-off/damaged"
DEPTH, KIND = "image-format/depth", "image-format/kind"
PIXELS, DECODED = "image-too-large/pixels", "image-too-large/decoded"
PARTS, METADATA, PASSES = (
    "image-too-large/parts", "image-too-large/metadata", "image-too-large/passes",
)  # fmt: skip
FRAMES, PAGES, SUFFIX = "image-note/frames", "image-note/pages", "image-note/suffix"
GAMMA, BROKEN, OTHER = "image-note/gamma", "image-profile/damaged", "image-profile/other"

JPEGS: Mapping[str, tuple[bytes, str]] = {
    "as-it-should-be.jpg": (jpeg(), TAKEN),
    "empty.jpg": (b"", "image-cut-off/empty"),
    "start-alone.jpg": (b"\xff\xd8\xff", EARLY),
    "no-frame.jpg": (b"\xff\xd8\xff\xda\0\x08\x01\x01\0\0\x3f\0\xff\xd9", DAMAGED),
    "frame-cut-off.jpg": (b"\xff\xd8\xff\xc0\0\x04\x08\0", DAMAGED),
    "end-in-its-head.jpg": (b"\xff\xd8\xff\xd9", EARLY),
    "of-65535-and-no-data.jpg": (jpeg_of(65_535, 65_535), EARLY),
    "of-3000-and-little-data.jpg": (jpeg_of(3_000, 3_000), EARLY),
    "high-as-nothing.jpg": (jpeg_of(48, 0), DAMAGED),
    "tables-missing.jpg": (jpeg().replace(b"\xff\xdb", b"\xff\xfe"), DAMAGED),
    "twelve-bits.jpg": (jpeg().replace(b"\xff\xc0\0\x11\x08", b"\xff\xc0\0\x11\x0c"), DAMAGED),
    "noise-between-segments.jpg": (jpeg(segment(0xFE, b"a") + b"noise"), TAKEN),
    "bytes-behind-its-end.jpg": (jpeg() + bytes(5_000), TAKEN),
    "comments-many.jpg": (jpeg(segment(0xFE, b"a") * 20_000), TAKEN),
    "comments-more-than-parts.jpg": (jpeg(segment(0xFE, b"a") * 200_001), PARTS),
    "exif-of-33-megabytes.jpg": (jpeg(segment(0xE1, b"Exif\0\0" + bytes(65_000)) * 520), METADATA),
    "exif-that-swells.jpg": (jpeg(exif_bomb()), TAKEN),
    "exif-of-noise.jpg": (jpeg(segment(0xE1, b"Exif\0\0" + bytes(range(256)) * 9)), TAKEN),
    "xmp-of-noise.jpg": (
        jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta \xff")), TAKEN,
    ),
    "passes-6000.jpg": (scans(6_000), PASSES),
    "pictures-2.jpg": (jpeg(further_pictures(2)), "image-note/further"),
    "pictures-4294967295.jpg": (jpeg(further_pictures(2**32 - 1)), "image-note/further"),
    "gain-map.jpg": (
        jpeg(segment(0xE1, b'http://ns.adobe.com/xap/1.0/\0<a hdrgm:Version="1.0"/>')),
        "image-note/gain-map",
    ),
    "profile-sound.jpg": (jpeg(icc_profile=SRGB), TAKEN),
    "profile-of-zeros.jpg": (jpeg(icc_profile=bytes(500)), BROKEN),
    "profile-cut-off.jpg": (jpeg(icc_profile=SRGB[:300]), BROKEN),
    "profile-without-tables.jpg": (
        jpeg(icc_profile=SRGB[:128] + bytes(4) + bytes(len(SRGB) - 132)), BROKEN,
    ),
    "profile-part-missing.jpg": (jpeg(segment(0xE2, b"ICC_PROFILE\0\x01\x02" + SRGB)), BROKEN),
    "profile-of-colours-in-greys.jpg": (saved("JPEG", tones("L"), icc_profile=SRGB), OTHER),
    "a-png.jpg": (png(), SUFFIX),
}  # fmt: skip
PNGS: Mapping[str, tuple[bytes, str]] = {
    "as-it-should-be.png": (saved("PNG"), TAKEN),
    "head-alone.png": (b"\x89PNG\r\n\x1a\n", EARLY),
    "pixels-none.png": (png().replace(b"IDAT", b"iDAT"), DAMAGED),
    "pixels-of-noise.png": (png(data=b"\x78\x9c" + b"\xff" * 90), DAMAGED),
    "pixels-too-few.png": (png(data=zlib.compress(bytes(9))), DAMAGED),
    "pixels-changed.png": (saved("PNG").replace(b"IDAT\x78", b"IDAT\x79"), DAMAGED),
    "wide-as-nothing.png": (png(size=(0, 9)), DAMAGED),
    "of-2147483647.png": (png(size=(2**31 - 1, 2**31 - 1), data=b""), PIXELS),
    "of-289-megapixels.png": (png(size=(17_000, 17_000), color=6, data=b""), DECODED),
    "of-81-megapixels.png": (png(size=(9_000, 9_000), data=b""), DECODED),
    "palette-missing.png": (png(color=3), DAMAGED),
    "depth-of-3.png": (png(depth=3), DAMAGED),
    "length-too-long.png": (png()[:8] + b"\x7f\xff\xff\xffIHDR" + png()[16:], EARLY),
    "text-that-swells.png": (png(chunk(b"zTXt", b"a\0\0" + BOMB)), TAKEN),
    "texts-that-swell.png": (png(chunk(b"iTXt", b"a\0\x01\0\0\0" + BOMB) * 99), TAKEN),
    "text-with-a-wrong-check.png": (png(chunk(b"tEXt", b"a\0b", 1)), TAKEN),
    "profile-that-swells.png": (png(chunk(b"iCCP", b"a\0\0" + LONGER)), BROKEN),
    "profile-of-noise.png": (png(chunk(b"iCCP", b"a\0\0noise")), BROKEN),
    "profile-sound.png": (png(chunk(b"iCCP", b"a\0\0" + zlib.compress(SRGB))), TAKEN),
    "parts-200001.png": (png(chunk(b"tEXt", b"") * 200_001), PARTS),
    "gamma-of-a-mac.png": (png(chunk(b"gAMA", (55_556).to_bytes(4, "big"))), GAMMA),
    "gamma-of-srgb.png": (png(chunk(b"gAMA", (45_455).to_bytes(4, "big"))), TAKEN),
    "gamma-beside-srgb.png": (png(chunk(b"sRGB", b"\0"), chunk(b"gAMA", bytes(4))), TAKEN),
    "primaries-of-adobe.png": (
        png(chunk(b"cHRM", struct.pack(">8I", *(31_270, 32_900, 64_000, 33_000),
                                       *(21_000, 71_000, 15_000, 6_000)))), GAMMA,
    ),
    "hdr.png": (png(chunk(b"cICP", b"\x09\x10\0\x01")), "image-note/hdr"),
    "frames-3.png": (frames("PNG", 3), FRAMES),
    "bytes-behind-its-end.png": (png() + bytes(5_000), TAKEN),
    "a-jpeg.png": (jpeg(), SUFFIX),
    "words.png": (b"no picture", KIND),
}  # fmt: skip
OTHERS: Mapping[str, tuple[bytes, str]] = {
    "as-it-should-be.tif": (saved("TIFF"), TAKEN),
    "hand-made.tif": (tiff(PLAIN), TAKEN),
    "fields-none.tif": (tiff({}), DAMAGED),
    "fields-in-no-file.tif": (b"II*\0\xff\xff\xff\x7f" + bytes(99), DAMAGED),
    "pixels-nowhere.tif": (tiff({t: f for t, f in PLAIN.items() if t != 273}), DAMAGED),
    "strips-past-its-end.tif": (tiff({**PLAIN, 273: (4, 1, 90_000)}), EARLY),
    "strips-too-few.tif": (tiff({**PLAIN, 257: (4, 1, 9_000_000)}), EARLY),
    "tiles-too-few.tif": (
        tiff({**PLAIN, 256: (4, 1, 99), 322: (4, 1, 16), 323: (4, 1, 16), 324: (4, 1, 500),
              325: (4, 1, 256)}), EARLY,
    ),
    "strips-200001.tif": (tiff({**PLAIN, 273: (4, 200_001, 500)}, bytes(900_000)), PARTS),
    "fields-that-swell.tif": (
        tiff({**PLAIN, **{40_000 + n: (7, 900_000, 0) for n in range(28)}}, bytes(900_000)), TAKEN,
    ),
    "fields-of-40-megabytes.tif": (
        tiff({**PLAIN, **{40_000 + n: (7, 2_000_000, 0) for n in range(20)}}), METADATA,
    ),
    "tile-of-65000.tif": (
        tiff({**PLAIN, 322: (4, 1, 65_000), 323: (4, 1, 65_000), 324: (4, 1, 500),
              325: (4, 1, 64)}), DECODED,
    ),
    "of-4000000000.tif": (tiff({**PLAIN, 256: (4, 1, 4_000_000_000)}), PIXELS),
    "directories-in-a-ring.tif": (tiff(PLAIN, following=8), TAKEN),
    "pages-3.tif": (frames("TIFF", 3), PAGES),
    "pages-1002.tif": (frames("TIFF", 1_002), "image-note/many-pages"),
    "floats.tif": (saved("TIFF", tones("F")), DEPTH),
    "thirty-two-bits.tif": (saved("TIFF", tones("I")), DEPTH),
    "samples-of-noise.tif": (saved("TIFF", compression=DEFLATE).replace(b"x\x9c", b"xx"), DAMAGED),
    "as-it-should-be.gif": (saved("GIF"), TAKEN),
    "frames-3.gif": (frames("GIF", 3), FRAMES),
    "frames-1002.gif": (frames("GIF", 1_002), "image-note/many-frames"),
    "colours-missing.gif": (saved("GIF")[:13] + b";", EARLY),
    "frame-missing.gif": (b"GIF89a\x01\0\x01\0\0\0\0;", DAMAGED),
    "noise-between-parts.gif": (saved("GIF").replace(b"\0;", b"\0x;"), DAMAGED),
    "of-65535.gif": (
        b"GIF89a\xff\xff\xff\xff\xf0\0\0" + bytes(6)
        + b",\0\0\0\0\xff\xff\xff\xff\0\x02\x02L\x01\0;", PIXELS,
    ),
    "comments-200001.gif": (b"GIF89a\x01\0\x01\0\0\0\0!\xfe" + b"\x01a" * 200_001, PARTS),
    "as-it-should-be.webp": (saved("WEBP"), TAKEN),
    "frames-3.webp": (frames("WEBP", 3), FRAMES),
    "of-16384.webp": (webp_of(16_384, 16_384), DAMAGED),
    "as-it-should-be.bmp": (saved("BMP"), TAKEN),
    "rows-missing.bmp": (bmp(2_000, 2_000, 24, 0, bytes(60)), EARLY),
    "of-2147483647.bmp": (bmp(2**31 - 1, 9, 24, 0, bytes(60)), EARLY),
    "runs.bmp": (bmp(4, 2, 8, 1, b"\x04\x01\0\0\x04\x02\0\0\0\x01"), TAKEN),
    "runs-too-few.bmp": (bmp(40, 20, 8, 1, b"\x04\x01\0\x01"), DAMAGED),
    "runs-of-40-megapixels.bmp": (bmp(40_000, 1_000, 8, 1, b"\0\x02\xff\xff" * 9), DECODED),
    "runs-of-4-megabytes.bmp": (bmp(4, 2, 8, 1, b"\x01\0" * 2_000_000), PARTS),
}  # fmt: skip


def every() -> Iterator[tuple[str, bytes, str]]:
    """A file's name, its bytes, and the key of what is said of it; "" where nothing is."""
    for group in (JPEGS, PNGS, OTHERS):
        for name, (data, key) in group.items():
            yield name, data, key
