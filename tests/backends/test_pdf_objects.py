"""The objects of a PDF as its file has them, by a reader that did not write it."""

import io
import re
import subprocess
import sys

import pikepdf
import pytest

from infographic.backends.pdf.objects import Document, Indirect, Stream, name, text_string


def document(**info: object) -> Document:
    made = Document((1, 6), "zh-Hans")
    made.info |= info
    made.add_page({"MediaBox": "[0 0 10 20]", "Resources": {}, "Contents": Stream(b"0 g")})
    return made


def test_a_reader_finds_each_object_where_the_file_says() -> None:
    data = document(Title=text_string("标题 (a)")).to_bytes()
    start = int(re.findall(rb"startxref\n(\d+)", data)[0])
    assert data[start : start + 5] == b"xref\n"
    places = [int(place) for place in re.findall(rb"(\d{10}) 00000 n ", data)]
    for number, place in enumerate(places, 1):
        assert data[place:].startswith(b"%d 0 obj\n" % number)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert str(pdf.docinfo["/Title"]) == "标题 (a)"
        assert str(pdf.Root.Lang) == "zh-Hans"
        assert pdf.pages[0].Contents.read_bytes() == b"0 g"


def test_an_object_is_numbered_when_it_is_first_referred_to() -> None:
    made = document()
    first, second = Stream(b"first"), Indirect(["/DeviceN", 1])
    assert (made.reference(second), made.reference(first)) == (b"4 0 R", b"5 0 R")
    assert made.reference(second) == b"4 0 R"
    data = made.to_bytes()
    assert b"4 0 obj\n[ /DeviceN 1 ]\nendobj\n5 0 obj\n<<\n/Length 5\n>>\nstream\nfirst\n" in data


def test_an_object_met_only_in_writing_is_written_after_those_before_it() -> None:
    made = document(Inner=Indirect({"Nested": [Stream(b"innermost")]}))
    with pikepdf.open(io.BytesIO(made.to_bytes())) as pdf:
        assert pdf.docinfo["/Inner"].Nested[0].read_bytes() == b"innermost"
        assert pdf.docinfo["/Inner"].is_indirect


def test_names_of_any_writing_are_keys() -> None:
    with pikepdf.open(io.BytesIO(document(**{"金 C(1)": "/Here"}).to_bytes())) as pdf:
        assert pdf.docinfo["/金 C(1)"] == "/Here"
    assert name("金") == "/#E9#87#91"


def test_the_same_objects_are_the_same_file_and_others_have_another_id() -> None:
    one, same, other = (document(Title=title).to_bytes() for title in ("(a)", "(a)", "(b)"))
    assert one == same
    ids = [re.findall(rb"/ID \[<(\w{32})> <(\w{32})>\]", data)[0] for data in (one, other)]
    assert ids[0][0] == ids[0][1]
    assert ids[0] != ids[1]


def test_what_is_drawn_at_once_has_no_id_of_its_own() -> None:
    data = document().drawn()
    assert b"/ID" not in data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.pages[0].Contents.read_bytes() == b"0 g"


def test_what_is_no_object_is_refused() -> None:
    with pytest.raises(TypeError, match="no PDF object: None"):
        document(Title=None).to_bytes()


LIBRARIES = """
import sys
from infographic import compose
assert compose("data.json", "square").png().startswith(b"\\x89PNG")
print({"PIL", "reportlab", "pikepdf", "fontTools"} & set(sys.modules))
"""


def test_a_card_of_words_needs_no_library_but_for_shaping_and_pixels() -> None:
    done = subprocess.run([sys.executable, "-c", LIBRARIES], capture_output=True, text=True)
    assert done.stdout == "set()\n", done.stderr
