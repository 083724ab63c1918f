"""Rows packed for a PNG are the same rows, whichever of them are alike."""

from __future__ import annotations

import io
import zlib
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from infographic.backends.encoders import packing
from infographic.backends.encoders.packing import packed
from infographic.backends.encoders.png import png
from infographic.backends.raster import Mode, Raster


def raster(lines: list[bytes], mode: Mode = "RGB") -> Raster:
    width = len(lines[0]) // len(mode)
    return Raster(width, len(lines), mode, 96, bytearray(b"".join(b"\0" + one for one in lines)))


def read(data: bytes) -> tuple[str, bytes]:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image.mode, image.tobytes()


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(1, 40)), min_size=1, max_size=8),
    st.integers(1, 30),
    st.sampled_from(["RGB", "RGBA"]),
)
def test_another_reader_finds_every_pixel(
    stretches: list[tuple[int, int]], width: int, mode: Mode
) -> None:
    looks = [Random(seed).randbytes(width * len(mode)) for seed in range(4)]
    lines = [looks[look] for look, count in stretches for _ in range(count)]
    assert read(png(raster(lines, mode))) == (mode, b"".join(lines))


def test_a_long_stream_ends_in_the_checksum_of_what_is_in_it() -> None:
    random = Random(1)
    lines = [line for _ in range(40) for line in [random.randbytes(3000)] * random.randint(1, 70)]
    rows = b"".join(b"\0" + one for one in lines)
    # zlib itself refuses a stream whose checksum is another.
    whole = zlib.decompress(packed(rows, 3001))
    assert len(whole) == len(rows)
    assert read(png(raster(lines)))[1] == b"".join(lines)


@pytest.fixture
def given_to_zlib(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many bytes each call gave zlib to pack."""
    sizes = []
    own = packing._packer

    class Counted:
        def __init__(self, level: int) -> None:
            self.packer = own(level)
            self.flush = self.packer.flush

        def compress(self, data: bytes) -> bytes:
            sizes.append(len(data))
            return self.packer.compress(data)

    monkeypatch.setattr(packing, "_packer", Counted)
    return sizes


def test_rows_like_the_one_above_are_not_packed_again(given_to_zlib: list[int]) -> None:
    random = Random(2)
    lines = [random.randbytes(300), *[bytes(300)] * 400, random.randbytes(300), *[bytes(300)] * 500]
    data = png(raster(lines))
    # Four rows that are like none before them, and the blocks that stand for the others.
    assert sum(given_to_zlib) <= (4 + sum(packing.BLOCKS)) * 301
    assert len(data) < 4000


def test_few_rows_alike_do_not_start_zlib_anew(given_to_zlib: list[int]) -> None:
    random = Random(3)
    lines = [line for _ in range(50) for line in [random.randbytes(300)] * packing.FEWEST]
    png(raster(lines))
    assert len(given_to_zlib) == len(packing.BLOCKS) + 1
