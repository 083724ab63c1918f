"""Of the preflight of a written PDF.

Numbers are the press profile's, as in `preflight`.
"""

from __future__ import annotations

CODES: dict[str, str] = {
    # A written PDF: what it is and says
    "pdf-broken": """\
The file, or an object in it, cannot be read as the standard says.
It was cut off on its way, or is another kind of file.""",
    "pdf-version": """\
The file is of a newer PDF version than its standard allows.
PDF/X-4 is PDF 1.6 at most, PDF/X-1a and X-3 are PDF 1.4. Export it as PDF/X anew.""",
    "pdf-id": """\
The file has no /ID, by which presses tell files apart. Every PDF/X has one: two strings.""",
    "pdf-encrypted": """\
The file is encrypted, or wants a password.
A press must be able to open and change it. Save it without a password and without restrictions.""",
    "pdf-object-streams": """\
Objects are packed in streams, which came with PDF 1.5.
Old workflows, and PDF/X-1a and X-3, cannot read them. Save it as PDF 1.4.""",
    "pdf-external": """\
The file is not all there: it names other files, or holds PostScript or a picture for printing only.
The press gets this one file. Embed what it names.""",
    "pdf-filter": """\
A stream is packed in a way that the standard bans.
LZW and Crypt always; JPEG 2000 and JBIG2 in PDF/X-1a, JPEG 2000 in X-3. Export it anew.""",
    "pdf-title-dates": """\
The file does not say its title, when it was made, and when it was changed.
PDF/X-4 wants them in XMP, X-1a and X-3 in Info.""",
    "pdf-trapped": """\
The file does not say whether it is trapped, or says it in two ways.
The press must know whether to trap it: True or False, never Unknown.""",
    "pdf-x-version": """\
The file does not say that it is the PDF/X that the press takes.
Only a program that makes PDF/X should say so: the mark alone changes nothing.""",
    "pdf-xmp": """\
The file's XMP metadata is missing, broken or packed.
PDF/X-4 says in it what it is; it stands unpacked in an xpacket wrapper.""",
    "pdf-xmp-id": """\
The XMP metadata does not name the document: DocumentID, VersionID and RenditionClass.""",
    "pdf-metadata": """\
Info and XMP say different things of the same file.
A program changed one and forgot the other.""",
    "pdf-intent": """\
The file does not say what printing condition it is for, or says it more than once.
Colours in ink mean nothing without it. It is the “output intent”, of kind GTS_PDFX.""",
    "pdf-intent-condition": """\
The output intent does not name its condition so that a press could know it.
A registered one has a reference name (IFRA26, FOGRA39) and http://www.color.org; a house's own has
its ICC profile embedded and is explained in Info.""",
    "pdf-intent-other": """\
The file is made for another printing condition than this press's.
A page made for coated paper has too much ink for newsprint. Ask for it made anew.""",
    "pdf-intent-profile": """\
The output intent's ICC profile is not embedded; PDF/X-4 wants it in the file.""",
    "pdf-intent-profile-kind": """\
The output intent's ICC profile is not a press's.
It must be a whole printer profile (class “prtr”) for CMYK; in PDF/X-1a and X-3 of version 2.""",
    "pdf-action": """\
The file acts when it is opened or clicked: links, scripts, jumps. PDF/X has none.""",
    "pdf-form": """\
The file is a form to fill in. Print it into a new PDF, with what is filled in as plain text.""",
    "pdf-layers": """\
The file has layers, which PDF/X-1a and X-3 do not know, or layers that change by themselves.
What the press shows may not be what you see. Flatten them.""",
    "pdf-pages": """\
The file is not exactly one page. A newspaper takes one page, or one advertisement, in a file.
A press profile with "pages": "several" takes more.""",
    "pdf-viewer-box": """\
The file tells viewers to show or print another box than its sheet.""",
    # A written PDF: its pages
    "pdf-trim": """\
The page does not say where it is cut: it has no TrimBox, or an ArtBox beside it.""",
    "pdf-boxes": """\
The page's boxes do not lie in each other: trim in bleed, bleed in the sheet.""",
    "pdf-user-unit": """\
The page is measured in units of its own; most presses would print it in the wrong size.""",
    "pdf-crop": """\
The CropBox hides a part of the sheet: what you see is not what the press gets.""",
    "pdf-rotated": """\
The page is turned by an entry that some presses pass over. Turn its content instead.""",
    "pdf-bleed": """\
The page does not bleed as the press wants: too little, or at all where none is taken.
Newspapers print advertisements exactly as booked; inserts want 3 mm on every side.""",
    "pdf-annotation": """\
A note, a link or a form field lies on the page. Some presses print it, others do not.""",
    "pdf-font": """\
A font is not embedded, or its program is damaged.
The press would set the words in another one. Export with all fonts embedded.""",
    "pdf-font-widths": """\
A font's widths as written are not those of its glyphs.
Lines would be set wider or narrower than you see. The program that made the file has a fault.""",
    "pdf-transfer": """\
The file brings its own screening or tone curves.
They would be laid over the press's own, and all tones would be wrong.""",
    "pdf-transparency": """\
Something is transparent, and the standard knows no transparency.
Flatten it where it is made, or deliver PDF/X-4.""",
    "pdf-blend-space": """\
Transparent colours are mixed in another space than the press's.
They would change when they are flattened. Set the document's blend space to CMYK.""",
    "pdf-operator": """\
The page uses an operator, a blend mode or a rendering intent that no standard defines.""",
    "pdf-content": """\
The page's content cannot be read to its end; what comes after the fault may be missing.""",
    "pdf-stream": """\
A part of the file cannot be unpacked: it was damaged on its way. Ask for the file again.""",
    "pdf-resource": """\
The page names a font, a picture or a colour that the file does not have.
What it was for is missing in print. Export the file anew.""",
    "pdf-glyph-missing": """\
A character that its font does not have is set as an empty box (.notdef).
Look for boxes in the text, and set it in a font that has the character.""",
    "pdf-image-data": """\
A picture has fewer samples than its size says: it was cut off.""",
    "pdf-empty": """\
Nothing stands on the page.""",
    "pdf-text-cut": """\
Words reach out of the trim, and would be cut.""",
    # A written PDF: its ink
    "pdf-color": """\
Something is coloured in RGB, or in a space that the press would have to convert.
What colour it prints in would be the press's choice. Convert it to CMYK where it is made; black
text in RGB turns into four inks.""",
    "pdf-icc-cmyk": """\
Inks are tied to an ICC profile; they must be plain DeviceCMYK.
The press would convert inks to inks, and a black of one ink would become four.""",
    "pdf-spots": """\
The file has more spot colours than the press has plates for.""",
    "pdf-ink": """\
A colour has more ink than the paper takes; see ink-limit.""",
    "pdf-ink-stack": """\
Something overprints a ground, and together they have more ink than the paper takes; see ink-stack.
The page was drawn small, ink by ink, with what overprints and what knocks out.""",
    "pdf-white-overprint": """\
Something white is set to overprint: it vanishes, for there is no white ink.
Viewers that do not simulate overprinting show it all the same. Let it knock out.""",
    "pdf-black-gray": """\
Small black text is DeviceGray, which cannot overprint in many workflows. Take 0 0 0 1 in CMYK.""",
    "pdf-black-knocks-out": """\
Small black text knocks out what is under it, or overprints in mode 0.
Out of register, white shows beside it. Let it overprint, with mode 1.""",
    "pdf-text-small": """\
Type is too small to print; see text-small and text-small-reversed.""",
    "pdf-text-small-inks": """\
Small type is printed in more than one ink; see text-small-inks.""",
    "pdf-text-rich-black": """\
Black text has other inks too; see black-mixed.""",
    "pdf-text-inks": """\
Type has too many inks; see text-inks.""",
    "pdf-line-thin": """\
A line is too thin to print; see line-thin, line-thin-reversed and line-thin-inks.""",
    "pdf-image-ppi": """\
A picture has too few pixels for its size; see picture-coarse.""",
    "pdf-line-art-ppi": """\
A black-and-white picture has too few pixels; see picture-line-art.""",
    "pdf-image-ink": """\
A picture has too much ink; see picture-ink.""",
}
