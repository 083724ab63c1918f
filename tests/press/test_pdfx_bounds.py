"""What a PDF may ask for is counted before it is opened, and as its pages are read."""

from __future__ import annotations

import io
import random
import zlib

import pikepdf
import pytest
from conftest import Limited
from PIL import Image
from PIL.TiffImagePlugin import TiffImageFile

from infographic.press.inspect import pieces
from infographic.press.inspect.run import inspect
from infographic.press.picture_ink import inks_of_samples
from infographic.press.report import Finding
from infographic.profiles import press_profile

NEWSPRINT = press_profile("newsprint")
INK = b"0 0 0 1 k 10 10 100 100 re f "


def pdf_of(content: bytes, forms: int = 0, per: int = 2) -> bytes:
    """A page; each of so many forms draws the next one `per` times."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 200))
        inner = None
        for _ in range(forms):
            drawn = b"/F Do " * per if inner is not None else INK
            form = pdf.make_stream(drawn, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form,
                                   BBox=[0, 0, 200, 200])  # fmt: skip
            if inner is not None:
                form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=inner))
            inner = form
        page.Contents = pdf.make_stream(content)
        if inner is not None:
            page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=inner))
        out = io.BytesIO()
        pdf.save(out, compress_streams=True)
    return out.getvalue()


def over(data: bytes) -> list[str]:
    """The limits that a file goes over."""
    found: tuple[Finding, ...] = inspect(data, "a.pdf", NEWSPRINT)
    return [one.limit for one in found if one.limit]


def test_a_plain_page_is_within_all_limits() -> None:
    assert over(pdf_of(INK)) == []


def test_streams_are_unpacked_before_the_file_is_opened(
    limited: Limited, monkeypatch: pytest.MonkeyPatch
) -> None:
    limited({"pdf-unpacked": 1_000_000})
    data = pdf_of(INK + b" " * 3_000_000)
    assert len(data) < 10_000
    monkeypatch.setattr(pikepdf, "open", None)
    assert over(data) == ["pdf-unpacked"]


def test_what_is_packed_twice_is_not_unpacked(limited: Limited) -> None:
    twice = zlib.compress(zlib.compress(INK + b" " * 100_000, 9), 9)
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 200))
        page.Contents = pikepdf.Stream(pdf, b"")
        filters = [pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode]
        page.Contents.write(twice, filter=pikepdf.Array(filters))
        out = io.BytesIO()
        pdf.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    assert over(out.getvalue()) == ["pdf-unpacked"]


def test_forms_that_double_are_counted_as_often_as_they_are_drawn(limited: Limited) -> None:
    limited({"pdf-content": 20_000})
    assert over(pdf_of(b"/F Do", forms=4)) == []
    assert "pdf-content" in over(pdf_of(b"/F Do", forms=20))


def test_objects_without_end_are_refused(limited: Limited) -> None:
    limited({"pdf-objects": 5})
    assert over(pdf_of(b"/F Do", forms=6)) == ["pdf-objects"]


def lzw(data: bytes) -> bytes:
    """Packed as TIFFs are, which is as PDF has it."""
    tiff = io.BytesIO()
    Image.frombytes("L", (len(data), 1), data).save(tiff, "TIFF", compression="tiff_lzw")
    tiff.seek(0)
    with TiffImageFile(tiff) as image:
        start, count = image.tag_v2[273][0], image.tag_v2[279][0]
    return tiff.getvalue()[start : start + count]


def with_picture(packed: bytes, filter_: str) -> bytes:
    with pikepdf.open(io.BytesIO(pdf_of(INK + b"/I Do"))) as pdf:
        picture = pdf.make_stream(b"", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image,
                                  Width=1, Height=1, ColorSpace=pikepdf.Name.DeviceGray,
                                  BitsPerComponent=8)  # fmt: skip
        picture.write(packed, filter=pikepdf.Name(filter_))
        pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=picture))
        out = io.BytesIO()
        pdf.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()


NOISE = random.Random(1).randbytes(300_000)


@pytest.mark.parametrize(
    ("packed", "filter_"),
    [(lzw(NOISE), "/LZWDecode"),
     (b"".join(b"\x7f" + NOISE[at : at + 128] for at in range(0, 25_600, 128)) * 200,
      "/RunLengthDecode")],
)  # fmt: skip
def test_a_picture_that_an_old_program_packed_is_counted_for_what_it_comes_to(
    packed: bytes, filter_: str
) -> None:
    found = inspect(with_picture(packed, filter_), "a.pdf", NEWSPRINT)
    assert not [one.limit for one in found if one.limit]
    assert ("pdf-filter" in {one.code for one in found}) is (filter_ == "/LZWDecode")


@pytest.mark.parametrize(
    ("packed", "filter_"),
    [(lzw(bytes(3_000_000)), "/LZWDecode"), (b"\x81\0" * 24_000, "/RunLengthDecode")],
)
def test_what_grows_a_thousandfold_by_an_old_filter_is_refused(
    packed: bytes, filter_: str, limited: Limited
) -> None:
    assert over(with_picture(packed, filter_)) == []
    limited({"pdf-unpacked": 2_900_000})
    assert over(with_picture(packed, filter_)) == ["pdf-unpacked"]


@pytest.mark.parametrize("size", [(65535, 65535), (10**9, 10**9), (-5, 10), (0, 0), (10, 11)])
def test_a_picture_that_only_says_that_it_is_large_takes_no_room(size: tuple[int, int]) -> None:
    data = b"\0" * 400
    assert inks_of_samples(data, "FlateDecode", "DeviceCMYK", 8, size, is_turned=False) is None
    held = inks_of_samples(data, "FlateDecode", "DeviceCMYK", 8, (10, 10), is_turned=False)
    assert held is not None and held.size == (10, 10)


def test_long_content_is_parsed_in_pieces_of_whole_instructions(
    limited: Limited, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = (INK + b"BT (q S f \\) ( n ) ET) Tj ET % S f\n /A <</B <41 S >>> BDC EMC ") * 60
    monkeypatch.setattr(pieces, "WHOLE", 1000)
    parsed: list[int] = []
    once = pikepdf.parse_content_stream

    def counted(stream: pikepdf.Stream) -> object:
        parsed.append(len(found := once(stream)))
        return found

    monkeypatch.setattr(pikepdf, "parse_content_stream", counted)
    assert over(pdf_of(content)) == []
    assert len(parsed) > 5 and sum(parsed) == 60 * 8
    limited({"pdf-operators": 100})
    assert "pdf-operators" in over(pdf_of(content))


def test_what_all_pages_paint_is_counted_together(limited: Limited) -> None:
    with pikepdf.open(io.BytesIO(pdf_of(INK * 6))) as pdf:
        for _ in range(9):
            pdf.pages.append(pdf.pages[0])
        out = io.BytesIO()
        pdf.save(out)
    limited({"pdf-paints": 50})
    assert over(pdf_of(INK * 6)) == []
    assert "pdf-paints" in over(out.getvalue())
