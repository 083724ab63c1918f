"""Every rule of PDF/X is broken alone by a file and caught, and the clean file keeps them all."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pdfx_page_rules  # noqa: F401 - it adds its rules
import pdfx_paint_rules  # noqa: F401
import pikepdf
import pytest
from pdfx_rules import RULES, broken
from pikepdf import Array, Dictionary, Name, Pdf, String
from press_pages import PROFILES, clean

Fault = Callable[[Pdf], object]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("press")


@pytest.mark.parametrize("standard", PROFILES)
def test_a_clean_file_keeps_every_rule(standard: str, folder: Path) -> None:
    assert broken(clean(standard, folder), standard) == {}


def spoilt(data: bytes, fault: Fault, **options: Any) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fault(pdf)
        file = io.BytesIO()
        settings = {"fix_metadata_version": False, "preserve_pdfa": False, **options}
        settings.setdefault("object_stream_mode", pikepdf.ObjectStreamMode.disable)
        pdf.save(file, **settings)
    return file.getvalue()


def put(path: str, value: Any) -> Fault:
    """Set what stands at a path from the catalog, “page” or “info”; None deletes it."""

    def fault(pdf: Pdf) -> None:
        first, *steps = path.split(".")
        starts = {"root": pdf.Root, "info": pdf.trailer.get("/Info"), "page": pdf.pages[0].obj}
        place: Any = starts[first]
        *way, last = steps
        for step in way:
            place = place[int(step)] if step.isdecimal() else place[f"/{step}"]
        new = value(pdf) if callable(value) else value
        if new is None:
            del place[f"/{last}"]
        else:
            place[f"/{last}"] = new

    return fault


def xmp(old: str, new: str) -> Fault:
    def fault(pdf: Pdf) -> None:
        text = pdf.Root.Metadata.read_bytes().decode()
        assert re.search(old, text)
        pdf.Root.Metadata.write(re.sub(old, new, text).encode())

    return fault


def painted(before: bytes, where: bytes = b"") -> Fault:
    """Operators put at the content's start, or in place of others."""

    def fault(pdf: Pdf) -> None:
        content = pdf.pages[0].Contents
        data = content.read_bytes()
        if where:
            assert where in data
            content.write(data.replace(where, before, 1))
        else:
            content.write(before + b"\n" + data)

    return fault


def stream(data: bytes, **entries: Any) -> Callable[[Pdf], Any]:
    def make(pdf: Pdf) -> Any:
        made = pdf.make_stream(data)
        for key, value in entries.items():
            made[f"/{key}"] = value
        return made

    return make


def pictures_of(pdf: Pdf) -> list[Any]:
    return list(pdf.pages[0].Resources.XObject.values())


def first_image(pdf: Pdf) -> Any:
    return next(iter(pictures_of(pdf)))


def first_font(pdf: Pdf) -> Any:
    return pdf.pages[0].Resources.Font["/F1"]


def image(key: str, value: Any) -> Fault:
    return lambda pdf: first_image(pdf).__setitem__(f"/{key}", value)


def profile(at: int, new: bytes) -> Fault:
    def fault(pdf: Pdf) -> None:
        held = pdf.Root.OutputIntents[0].DestOutputProfile
        data = bytearray(held.read_bytes())
        data[at : at + len(new)] = new
        held.write(bytes(data))

    return fault


def with_exif(pdf: Pdf) -> None:
    held = next(i for i in pictures_of(pdf) if i.get("/Filter") == Name.DCTDecode)
    data = held.read_raw_bytes()
    held.write(data[:2] + b"\xff\xe1\x00\x08Exif\0\0" + data[2:], filter=Name.DCTDecode)


def second_page(pdf: Pdf) -> None:
    pdf.pages.append(pdf.pages[0])


def unembedded(pdf: Pdf) -> None:
    del first_font(pdf).DescendantFonts[0].FontDescriptor.FontFile2


def wider(pdf: Pdf) -> None:
    descendant = first_font(pdf).DescendantFonts[0]
    descendant.DW = 777
    descendant.W = Array()


TRIM, INTENT = "page.TrimBox", "root.OutputIntents.0"
BAD_STREAM = stream(b"!", Filter=Name.FlateDecode)
GROUP = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
RGB_LOOK = Array([Name.Separation, Name("/Logo"), Name.DeviceRGB, Dictionary(FunctionType=2)])

FAULTS: list[tuple[str, str, Fault]] = [
    ("trailer_has_an_id", "x4", lambda pdf: None),
    ("nothing_is_encrypted", "x4", lambda pdf: None),
    ("x1a_has_a_plain_table_of_objects", "x1a", lambda pdf: None),
    ("the_file_ends_after_its_end", "x4", lambda pdf: None),
    ("header_is_of_the_standards_version", "x4", put("root.Version", Name("/1.7"))),
    ("header_is_of_the_standards_version", "x1a", put("root.Version", Name("/1.5"))),
    ("nothing_lies_outside_the_file", "x4", put("page.AF", Array())),
    ("nothing_lies_outside_the_file", "x1a", image("Alternates", Array())),
    ("filters_are_allowed", "x4", lambda pdf: None),
    ("streams_are_as_long_as_they_say", "x4", put("root.Odd", BAD_STREAM)),
    ("info_has_title_and_dates", "x1a", put("info.Title", None)),
    ("info_has_title_and_dates", "x4", put("info.ModDate", String("yesterday"))),
    ("trapped_is_known", "x1a", put("info.Trapped", Name.Unknown)),
    ("trapped_is_known", "x4", xmp("<pdf:Trapped>False", "<pdf:Trapped>True")),
    ("xmp_is_a_whole_packet", "x4", put("root.Metadata", None)),
    ("xmp_has_title_and_dates", "x4", xmp("<xmp:MetadataDate>[^<]*", "<xmp:MetadataDate>")),
    ("xmp_names_the_document", "x4", xmp("<xmpMM:VersionID>1", "<xmpMM:VersionID>")),
    ("xmp_names_the_document", "x4", xmp("<xmpMM:DocumentID>uuid", "<xmpMM:DocumentID>mine")),
    ("the_standard_is_named", "x4", xmp("PDF/X-4", "PDF/X-5")),
    ("the_standard_is_named", "x1a", put("info.GTS_PDFXVersion", String("PDF/X-1:2001"))),
    ("info_and_xmp_agree", "x4", put("info.Producer", String("another"))),
    ("info_and_xmp_agree", "x1a", put("info.CreationDate", String("D:20250101000000Z"))),
    ("there_is_one_output_intent", "x4", put("root.OutputIntents", Array())),
    ("there_is_one_output_intent", "x1a",
     lambda pdf: pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])),
    ("the_condition_is_named", "x4", put(f"{INTENT}.OutputConditionIdentifier", String(""))),
    ("the_condition_is_named", "x1a", put(f"{INTENT}.RegistryName", String("our plant"))),
    ("the_profile_is_a_printers", "x4", put(f"{INTENT}.DestOutputProfile", None)),
    ("the_profile_is_a_printers", "x4", profile(12, b"mntr")),
    ("the_profile_is_a_printers", "x1a", profile(8, b"\x04")),
    ("there_is_one_page_with_something_on_it", "x4", second_page),
    ("boxes_lie_in_each_other", "x4", put(TRIM, None)),
    ("boxes_lie_in_each_other", "x4", put(TRIM, Array([-9, 0, 100, 100]))),
    ("boxes_lie_in_each_other", "x1a", put("page.ArtBox", Array([0, 0, 9, 9]))),
    ("boxes_lie_in_each_other", "x1a", put("page.CropBox", Array([0, 0, 9, 9]))),
    ("a_point_is_a_point", "x4", put("page.UserUnit", 2)),
    ("viewers_show_the_whole_sheet", "x4",
     put("root.ViewerPreferences", Dictionary(PrintArea=Name.TrimBox))),
    ("there_are_no_annotations", "x4", put("page.Annots", Array([Dictionary(Subtype=Name.Link)]))),
    ("nothing_acts", "x4", put("root.OpenAction", Dictionary(S=Name.Named))),
    ("nothing_acts", "x1a", put("root.AcroForm", Dictionary())),
    ("nothing_is_optional", "x1a", put("root.OCProperties", Dictionary())),
    ("nothing_is_optional", "x4", put("root.OCProperties", Dictionary(Configs=Array([1])))),
    ("fonts_are_embedded", "x4", unembedded),
    ("fonts_are_embedded", "x1a", lambda pdf: first_font(pdf).__setitem__("/BaseFont", Name.Song)),
    ("widths_agree_with_the_glyphs", "x4", wider),
    ("every_glyph_is_a_character", "x4", painted(b"BT /F1 9 Tf 1 0 0 0 k <0000> Tj ET")),
    ("colors_are_the_presss", "x1a", painted(b"0 0 1 rg 5 5 9 9 re f")),
    ("colors_are_the_presss", "x4", put("page.Resources.ColorSpace.DefaultCMYK", Name.DeviceCMYK)),
    ("separations_say_how_they_look", "x4", put("page.Resources.ColorSpace.S9", RGB_LOOK)),
    ("registration_color_stays_outside_the_bleed", "x4",
     painted(b"/S2 cs 1 scn 200 100 9 9 re f")),
    ("states_leave_tones_alone", "x4", put("page.Resources.ExtGState.GO.TR", Name.Identity)),
    ("states_leave_tones_alone", "x1a", put("page.Resources.ExtGState.GO.HT", Name.Default)),
    ("transparency_is_for_x4", "x1a", put("page.Resources.ExtGState.GK.ca", 0.5)),
    ("transparency_is_for_x4", "x1a", put("page.Resources.ExtGState.GK.BM", Name.Multiply)),
    ("transparency_is_for_x4", "x4", put("page.Group", GROUP)),
    ("transparency_blends_in_inks", "x4", put("page.Resources.ExtGState.GK.ca", 0.5)),
    ("operators_are_defined", "x4", painted(b"5 5 foo")),
    ("operators_are_defined", "x4", painted(b"/Nowhere gs")),
    ("operators_are_defined", "x1a", painted(b"q")),
    ("operators_are_defined", "x1a", painted(b"/Fancy ri")),
    ("black_text_and_hairlines_overprint", "x4", painted(b"0 0 0 1 k 5 5 9 1 re f")),
    ("black_text_and_hairlines_overprint", "x1a", put("page.Resources.ExtGState.GO.OPM", 0)),
    ("all_else_knocks_out", "x4", painted(b"/GO gs 0 0 0 0 k 50 50 9 9 re f /GK gs")),
    ("pictures_are_in_inks", "x1a", image("ColorSpace", Name.DeviceRGB)),
    ("pictures_have_all_their_samples", "x4", image("Width", 7)),
    ("pictures_keep_their_secrets", "x4", with_exif),
]  # fmt: skip
BY_BYTES: dict[str, Callable[[bytes], bytes]] = {
    # qpdf would unpack LZW in saving.
    "filters_are_allowed": lambda data: data.replace(
        b"/Filter /FlateDecode", b"/Filter /LZWDecode ", 1
    ),
    "trailer_has_an_id": lambda data: data.replace(b"/ID", b"/Id"),
    "nothing_is_encrypted": lambda data: spoilt(
        data, lambda pdf: None, encryption=pikepdf.Encryption(owner="o", user="")
    ),
    "x1a_has_a_plain_table_of_objects": lambda data: spoilt(
        data, lambda pdf: None, object_stream_mode=pikepdf.ObjectStreamMode.generate
    ),
    "the_file_ends_after_its_end": lambda data: data + b"and on\n",
}
# A picture said to be RGB is no longer as long as it says; a cut box is not the media's.
ALONG = {
    "pictures_are_in_inks": {"pictures_have_all_their_samples"},
    "x1a_has_a_plain_table_of_objects": {"header_is_of_the_standards_version"},
    "streams_are_as_long_as_they_say": {"the_file_ends_after_its_end"},
    "xmp_is_a_whole_packet": {
        "xmp_has_title_and_dates", "xmp_names_the_document", "the_standard_is_named",
    },
    "there_is_one_output_intent": {"the_condition_is_named"},
    "info_has_title_and_dates": {"info_and_xmp_agree"},
    "pictures_have_all_their_samples": {"streams_are_as_long_as_they_say"},
    "filters_are_allowed": {"streams_are_as_long_as_they_say"},
    "nothing_is_encrypted": {"xmp_is_a_whole_packet", "header_is_of_the_standards_version"},
    "operators_are_defined": {"streams_are_as_long_as_they_say"},
}  # fmt: skip


@pytest.mark.parametrize(("name", "standard", "fault"), FAULTS)
def test_a_seeded_fault_is_caught_by_its_rule(
    name: str, standard: str, fault: Fault, folder: Path
) -> None:
    data = clean(standard, folder)
    data = BY_BYTES[name](data) if name in BY_BYTES else spoilt(data, fault)
    found = broken(data, standard)
    assert name in found
    assert set(found) - {name} <= ALONG.get(name, set())


def test_every_rule_has_a_fault_that_breaks_it() -> None:
    assert set(RULES) - {name for name, _, _ in FAULTS} == set()
