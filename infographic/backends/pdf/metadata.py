"""What a PDF says of itself: title, dates and standard, the same in Info and XMP."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from infographic.backends.pdf import objects as pdf
from infographic.display.page import Page
from infographic.foundation.diagnostics import MachineError
from infographic.foundation.files import blake2b
from infographic.foundation.sayings import say

if TYPE_CHECKING:
    from infographic.press.profile import PressProfile

# The same page is the same file, so its date cannot be the clock's. It is SOURCE_DATE_EPOCH
# (reproducible-builds.org) where that is set, and else 1 January 2026, the year of this program.
FIXED_DATE = 1_767_225_600
PRODUCER = "infographic"
UNTITLED = "Untitled"
"""PDF/X wants a title."""


def date_of_making() -> time.struct_time:
    """In UTC. Raises `MachineError` where SOURCE_DATE_EPOCH is no date."""
    said = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    try:
        made = time.gmtime(int(said or FIXED_DATE))
    except (ValueError, OverflowError, OSError):
        made = None
    if made is None or not 1000 <= made.tm_year <= 9999:
        raise MachineError(say("machine/date", said=said))
    return made


def describe(
    document: pdf.Document,
    page: Page,
    made: time.struct_time,
    *,
    content: str,
    press: PressProfile | None = None,
    is_tagged: bool = False,
) -> None:
    """Title and dates, the same in Info and XMP, and which PDF/X this is.

    `content` is a digest of all that is drawn: the document's own identity.
    """
    date = pdf.text_string(time.strftime("D:%Y%m%d%H%M%SZ", made))
    title = clean(page.title).strip() or UNTITLED
    standard = press.standard_name if press is not None else ""
    info: dict[str, object] = {
        "Title": pdf.text_string(title),
        "Creator": pdf.text_string(PRODUCER),
        "Producer": pdf.text_string(PRODUCER),
        "CreationDate": date,
        "ModDate": date,
        "Trapped": "/False",
    }
    if standard.startswith("PDF/X-1a"):
        info["GTS_PDFXVersion"] = pdf.text_string(standard)
    document.info |= info
    catalog = document.catalog
    packet = _xmp(
        title, page.language, time.strftime("%Y-%m-%dT%H:%M:%SZ", made), content, standard
    )
    # Unpacked, so that programs that know no PDF find it.
    catalog["Metadata"] = pdf.Stream(packet, Type="/Metadata", Subtype="/XML")
    if is_tagged:
        catalog["MarkInfo"] = {"Marked": "true"}
        catalog["ViewerPreferences"] = {"DisplayDocTitle": "true"}


def _xmp(title: str, language: str, date: str, content: str, standard: str) -> bytes:
    text = XMP.format(
        title=escape(title),
        language=escape(clean(language)),
        date=date,
        producer=PRODUCER,
        document=uuid_of(f"document {content}"),
        instance=uuid_of(f"instance {date} {content}"),
        standard=STANDARDS.get(standard.partition(":")[0], "").format(standard=standard),
    )
    return text.encode("utf-8", "replace")


def uuid_of(text: str) -> str:
    """A UUID of version 8 (RFC 9562), the same for the same text.

    >>> uuid_of("a page")
    'uuid:a8354b4c-2670-88f4-8e34-c3e7d0ecf3e8'
    """
    digits = blake2b(text.encode(), digest_size=16).hexdigest()
    variant = "89ab"[int(digits[16], 16) % 4]
    parts = (
        digits[:8],
        digits[8:12],
        f"8{digits[13:16]}",
        f"{variant}{digits[17:20]}",
        digits[20:],
    )
    return f"uuid:{'-'.join(parts)}"


def clean(text: str) -> str:
    """Without the characters that XML cannot hold, so that Info and XMP can say the same.

    >>> clean("a\\x01b")
    'ab'
    """
    if text.isprintable():
        return text
    return "".join(
        c for c in text if (c >= " " or c in "\t\n\r") and c not in "\ufffe\uffff"
        and not "\ud800" <= c <= "\udfff"
    )  # fmt: skip


def escape(text: str) -> str:
    """As XML's character data (`xml.sax.saxutils` would take 15 ms to import for this)."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


STANDARDS = {
    "PDF/X-4": """\
<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<pdfxid:GTS_PDFXVersion>{standard}</pdfxid:GTS_PDFXVersion>
</rdf:Description>
""",
    "PDF/X-1a": """\
<rdf:Description rdf:about="" xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/">
<pdfx:GTS_PDFXVersion>{standard}</pdfx:GTS_PDFXVersion>
</rdf:Description>
""",
}

XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<xmpMM:DocumentID>{document}</xmpMM:DocumentID>
<xmpMM:InstanceID>{instance}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>
{standard}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
