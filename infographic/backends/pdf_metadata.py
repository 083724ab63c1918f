"""What a PDF says of itself: title, author and dates, the same in Info and XMP."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from infographic.display.items import Page
from infographic.foundation.diagnostics import MachineError

if TYPE_CHECKING:
    from infographic.backends import pdf_objects as pdf

# The same page is the same file, so its date cannot be the clock's. It is SOURCE_DATE_EPOCH
# (reproducible-builds.org) where that is set, and else 1 January 2026, the year of this program.
FIXED_DATE = 1_767_225_600
PRODUCER = "infographic"


def date_of_making() -> time.struct_time:
    """In UTC. Raises `MachineError` where SOURCE_DATE_EPOCH is no date."""
    said = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    try:
        made = time.gmtime(int(said or FIXED_DATE))
    except (ValueError, OverflowError, OSError):
        made = None
    if made is None or not 1000 <= made.tm_year <= 9999:
        raise MachineError(f"SOURCE_DATE_EPOCH is “{said}”; it must be seconds since 1970")
    return made


def describe(
    document: pdf.Document, page: Page, made: time.struct_time, *, is_tagged: bool
) -> None:
    """Title, author and dates, the same in Info and XMP."""
    from infographic.backends import pdf_objects as pdf

    date = pdf.text_string(time.strftime("D:%Y%m%d%H%M%SZ", made))
    info: dict[str, object] = {
        "Title": pdf.text_string(page.title),
        "Creator": pdf.text_string(PRODUCER),
        "Producer": pdf.text_string(PRODUCER),
        "CreationDate": date,
        "ModDate": date,
        "Trapped": "/False",
    }
    if page.author:
        info["Author"] = pdf.text_string(page.author)
    document.info = pdf.Indirect(info)
    catalog = document.Catalog
    catalog.Metadata = pdf.Stream(
        _xmp(page, time.strftime("%Y-%m-%dT%H:%M:%SZ", made)), Type="/Metadata", Subtype="/XML"
    )
    if is_tagged:
        catalog.MarkInfo = pdf.Dictionary({"Marked": "true"})
        catalog.ViewerPreferences = pdf.Dictionary({"DisplayDocTitle": "true"})


def _xmp(page: Page, date: str) -> bytes:
    author = (
        f"<dc:creator><rdf:Seq><rdf:li>{escape(page.author)}</rdf:li></rdf:Seq></dc:creator>"
        if page.author
        else ""
    )
    text = XMP.format(
        title=escape(page.title),
        language=escape(page.language),
        author=author,
        date=date,
        producer=PRODUCER,
    )
    return text.encode("utf-8", "replace")


def escape(text: str) -> str:
    """As XML's character data (`xml.sax.saxutils` would take 15 ms to import for this)."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
{author}
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
