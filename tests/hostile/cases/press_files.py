"""PDFs of others, given to `check`: broken, looping, locked, packed."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping

from hostile.case import Case

CALL = ("check", "page.pdf", "--press", "newsprint")


def pdf(*objects: str | bytes, trailer: str = "/Root 1 0 R", head: bytes = b"%PDF-1.6\n") -> bytes:
    """A file of these objects, numbered from 1, with a right table of places."""
    data, places = bytearray(head), []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        inner = content.encode("latin-1") if isinstance(content, str) else content
        data += b"%d 0 obj\n%b\nendobj\n" % (number, inner)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<< /Size %d %b >>\n" % (len(places) + 1, trailer.encode())
    return bytes(data + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(content: bytes, more: str = "") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), more.encode(), content)


CATALOG = "<< /Type /Catalog /Pages 2 0 R >>"
PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << {} >> >>"


def page(content: bytes, resources: str = "", more: str = "", *objects: str | bytes) -> bytes:
    return pdf(CATALOG, PAGES, PAGE.format(resources), stream(content, more), *objects)


def packed(size: int) -> bytes:
    return zlib.compress(b" " * size, 9)


FORM = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>"
FLATE = "/Filter /FlateDecode"
FILES: Mapping[str, bytes | Callable[[], bytes]] = {
    "empty": b"",
    "head-alone": b"%PDF-1.6\n",
    "bytes": bytes(n * 89 % 256 for n in range(5_000)),
    "cut-off": page(b"0 0 9 9 re f")[:-200],
    "pages-of-themselves": pdf(CATALOG, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"),
    "pages-a-billion": pdf(CATALOG, "<< /Type /Pages /Kids [] /Count 1000000000 >>"),
    "parent-of-itself": pdf("<< /Type /Catalog /Pages 1 0 R /Kids [1 0 R] /Parent 1 0 R >>"),
    "root-missing": pdf(CATALOG, PAGES, trailer=""),
    "previous-itself": page(b"").replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev 9"),
    "length-lied": page(b"0 0 9 9 re f").replace(b"/Length 12", b"/Length 99999999"),
    "length-below-0": page(b"0 0 9 9 re f").replace(b"/Length 12", b"/Length -1"),
    "form-of-itself": page(b"/F Do", "/XObject << /F 5 0 R >>", "", stream(b"/F Do /F Do", FORM)),
    "operands-odd": page(b"1e400 nan -- << /a [ ( } > re f Q Q Q \x00\xff BI ID EI"),
    "graphics-states-100000": page(b"q " * 100_000),
    "dash-of-nearly-0": page(b"[0.0001] 0 d 0 0 m 199 199 l S"),
    "box-of-1e300": page(b"0 0 9 9 re f").replace(b"200 200", b"1e300 1e300"),
    "box-of-texts": page(b"0 0 9 9 re f").replace(b"200 200", b"(a) null"),
    "locked": page(b"").replace(
        b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O () /U () /P -4 >>"
    ),
    "launching": pdf(
        "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (/bin/sh) >> >>",
        PAGES,
        PAGE,
        stream(b"0 0 9 9 re f"),
    ),
    "stream-elsewhere": page(b"", "", "/F (../outside/secret.txt)"),
    "filter-unknown": page(b"abc", "", "/Filter /Nobody"),
    "filters-100": page(b"abc", "", f"/Filter [{'/ASCIIHexDecode ' * 100}]"),
    "controls-in-names": page(b"", "/Font << /#1b[31m 5 0 R >>", "", "<< /Type /Font >>"),
    "no-pdf": b"{}",
    "picture-65535-wide": page(
        b"/I Do",
        "/XObject << /I 5 0 R >>",
        "",
        stream(
            b"",
            "/Type /XObject /Subtype /Image /Width 65535 /Height 65535 /ColorSpace /DeviceCMYK /BitsPerComponent 8",
        ),
    ),
    "bomb-of-1-gigabyte": lambda: page(packed(1_000_000_000), "", FLATE),
    "bomb-in-a-bomb": lambda: page(
        zlib.compress(packed(1_000_000_000), 9), "", "/Filter [/FlateDecode /FlateDecode]"
    ),
    "rectangles-500000": lambda: page(zlib.compress(b"0 0 9 9 re f\n" * 500_000), "", FLATE),
    "arrays-nested-100000": lambda: pdf(CATALOG, PAGES, "[" * 100_000),
    "forms-doubling": lambda: doubling(30),
    "pages-50000": lambda: pdf(
        CATALOG,
        f"<< /Type /Pages /Kids [{'3 0 R ' * 50_000}] /Count 50000 >>",
        PAGE.format(""),
        stream(b"0 0 9 9 re f"),
    ),
}


def doubling(depth: int) -> bytes:
    """Forms that draw the next two times."""
    head = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F {} 0 R >> >>"
    forms = [stream(b"/F Do /F Do", head.format(6 + n)) for n in range(depth)]
    last = stream(b"0 0 9 9 re f", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    return page(b"/F Do", "/XObject << /F 5 0 R >>", "", *forms, last)


def _cases() -> Iterator[Case]:
    for name, data in FILES.items():
        yield Case(f"pdf-{name}", {"page.pdf": data}, CALL, (0, 3), heavy=callable(data))


CASES = tuple(_cases())
