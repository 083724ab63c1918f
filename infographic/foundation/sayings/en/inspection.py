"""Of a written PDF that is held against its press."""

from __future__ import annotations

from infographic.foundation.sayings import Sentence

INKS = "DeviceCMYK, DeviceGray or a spot colour"

SAYINGS: dict[str, str | tuple[str, str] | Sentence] = {
    "pdf-action": Sentence(
        "the file acts when it is opened or clicked",
        found="{action}",
    ),
    "pdf-annotation": Sentence(
        "a note or link lies on the page",
        "print it without comments, links and form fields",
        found="{kind}",
        wanted="none inside the bleed",
    ),
    "pdf-black-gray": Sentence(
        "small black text is DeviceGray",
        found="DeviceGray",
        wanted="DeviceCMYK 0 0 0 1, which can overprint",
    ),
    "pdf-black-knocks-out/mode-0": Sentence(
        "small black text knocks out",
        found="overprint mode 0",
        wanted="overprint with mode 1",
    ),
    "pdf-black-knocks-out/plain": Sentence(
        "small black text knocks out",
        found="no overprint",
        wanted="overprint with mode 1",
    ),
    "pdf-bleed/not-taken": Sentence(
        "the page bleeds, and this press takes none",
        found="{bleed:.1f mm}",
        wanted="exactly the trim",
    ),
    "pdf-bleed/short": Sentence(
        "the page does not bleed far enough",
        found="{bleed:.1f mm}",
        wanted="{least:.1f mm}",
    ),
    "pdf-blend-space/missing": Sentence(
        "a transparent page does not say where its colours are mixed",
        found="no /Group with /CS",
        wanted="DeviceCMYK",
    ),
    "pdf-blend-space/other": Sentence(
        "colours are mixed in another space than the press's",
        found="{space}",
        wanted="DeviceCMYK",
    ),
    "pdf-boxes": Sentence(
        "the {inner} reaches out of the {outer}",
        found="{inside}",
        wanted="inside {outside}",
    ),
    "pdf-broken/file": Sentence(
        "the file cannot be read as a PDF",
        found="{reason}",
    ),
    "pdf-broken/object": Sentence(
        "an object in the file is damaged",
        found="{reason}",
    ),
    "pdf-color/no-inks": Sentence(
        "a {kind} is not in inks",
        "convert it with the press's profile where it is made",
        found="{space}",
        wanted=INKS,
    ),
    "pdf-color/not-yet": Sentence(
        "a {kind} is not in inks yet",
        "the press's own software would convert it",
        found="{space}",
        wanted=INKS,
    ),
    "pdf-content/cut-off": Sentence(
        "the page cannot be read to its end",
        found="{reason}",
    ),
    "pdf-content/not-in-pairs": "the page's q and Q are not in pairs",
    "pdf-crop": Sentence(
        "the CropBox hides a part of the sheet",
        found="{crop}",
        wanted="{sheet}",
    ),
    "pdf-empty": "nothing stands on the page",
    "pdf-encrypted/file": (
        "the file is encrypted",
        "save it without a password and without restrictions",
    ),
    "pdf-encrypted/password": (
        "the file wants a password",
        "save it without a password and without restrictions",
    ),
    "pdf-external": Sentence(
        "the file is not all there",
        "embed it: the press has this one file only",
        found="{what}",
    ),
    "pdf-filter": Sentence(
        "a stream is packed in a way the standard bans",
        found="{filter}",
        wanted="Flate, DCT or CCITT",
    ),
    "pdf-font-widths": Sentence(
        "a font's written widths are not its glyphs'",
        "the press may set the line at another width",
        found="{font}: {written:g} for code {character}, and {more} more",
        wanted="{own:g}",
    ),
    "pdf-font/not-embedded": Sentence(
        "a font is not embedded",
        found="{font}",
    ),
    "pdf-font/unread": Sentence(
        "the embedded program cannot be read",
        found="{font}",
    ),
    "pdf-form": "the file is a form to fill in",
    "pdf-glyph-missing": Sentence(
        "an empty box is set for a character",
        found="{font}",
    ),
    "pdf-icc-cmyk": Sentence(
        "inks are tied to a profile",
        found="ICCBased, 4 inks",
        wanted="DeviceCMYK",
    ),
    "pdf-id": Sentence(
        "the file has no /ID",
        wanted="two strings",
    ),
    "pdf-image-data": Sentence(
        "a picture has not the samples it says",
        found="{held}",
        wanted="{wanted}",
    ),
    "pdf-image-ink": Sentence(
        "a picture has too much ink",
        "convert it with the press's own profile, which keeps to its limit",
        found="{coverage:.0f} % in a square of {window:g} mm²",
        wanted="at most {most:g} %",
    ),
    "pdf-image-ppi": Sentence(
        "a picture is too coarse",
        "send the picture larger, or set it smaller",
        found="{ppi:.0f} ppi",
        wanted="at least {least:g} ppi",
    ),
    "pdf-ink": Sentence(
        "a {kind} has too much ink",
        found="{coverage:.0f} % ({inks})",
        wanted="at most {most:g} %",
    ),
    "pdf-ink-stack": Sentence(
        "a {layer} overprints a {ground}: together they cannot dry",
        "let it knock out, or lighten the ground",
        found="{total:.0f} % ({below:.0f} % of {ground} and {above:join  and }) over about"
        " {area:.0f} mm²; {mean:.0f} % as the mean of {window:g} mm²",
        wanted="at most {most:g} % as the mean of {window:g} mm²",
    ),
    "pdf-intent": Sentence(
        "the file does not say what press it is for",
        found="{count} output intents of PDF/X",
        wanted="one",
    ),
    "pdf-intent-condition/missing": "the output intent names no condition",
    "pdf-intent-condition/own": Sentence(
        "a condition of one's own is not explained",
        found="“{name}” without a registry",
        wanted="an embedded profile and /Info",
    ),
    "pdf-intent-other": Sentence(
        "the file is made for another press",
        "ask for it made anew: changing the name does not change its colours",
        found="{name}",
        wanted="{asked}",
    ),
    "pdf-intent-profile": Sentence(
        "the output intent's ICC profile is not embedded",
        found="{name}",
    ),
    "pdf-intent-profile-kind/old": Sentence(
        "the output intent's ICC profile is not a press's",
        found="{wrong}",
        wanted="a whole printer profile, CMYK, version 2",
    ),
    "pdf-intent-profile-kind/version-4": Sentence(
        "the output intent's ICC profile is not a press's",
        found="{wrong}",
        wanted="a whole printer profile, CMYK, version 2 or 4",
    ),
    "pdf-layers/banned": Sentence(
        "the file has layers",
        wanted="none in {standard}",
    ),
    "pdf-layers/moving": Sentence(
        "the file's layers may show differently at the press",
        found="{entry}",
        wanted="one fixed state",
    ),
    "pdf-line-art-ppi": Sentence(
        "a black-and-white picture is too coarse",
        found="{ppi:.0f} ppi",
        wanted="{least:g} ppi",
    ),
    "pdf-line-thin/inks": Sentence(
        "a line in {count} inks is too thin",
        found="{weight:.3g pt}",
        wanted="at least {least:g pt}",
    ),
    "pdf-line-thin/one-ink": Sentence(
        "a line is too thin",
        found="{weight:.3g pt}",
        wanted="at least {least:g pt}",
    ),
    "pdf-line-thin/white": Sentence(
        "a white line is too thin",
        found="{weight:.3g pt}",
        wanted="at least {least:g pt}",
    ),
    "pdf-metadata": Sentence(
        "Info and XMP say different things of {property}",
        found="“{info}” and “{xmp}”",
        wanted="the same",
    ),
    "pdf-object-streams": Sentence(
        "objects are packed in streams, which came with PDF 1.5",
        found="{kind}",
        wanted="none in {standard}",
    ),
    "pdf-operator/blend-mode": Sentence(
        "a blend mode is unknown",
        found="{name}",
    ),
    "pdf-operator/intent": Sentence(
        "a rendering intent is unknown",
        found="{names:join  }",
    ),
    "pdf-operator/unknown": Sentence(
        "the page uses operators that no standard defines",
        found="{operators:join  }",
    ),
    "pdf-pages": Sentence(
        "the file is not exactly one page",
        found="{count}",
        wanted="1",
    ),
    "pdf-resource": Sentence(
        "the page names things that it does not have",
        found="{names:join  }",
    ),
    "pdf-rotated": Sentence(
        "the page is turned",
        found="{degrees}°",
        wanted="0°",
    ),
    "pdf-spots": Sentence(
        "the page wants more plates than the press has",
        "set them in the four process inks",
        found="{names}",
        wanted="{most} spot colours",
    ),
    "pdf-stream": "a stream cannot be unpacked",
    "pdf-text-cut": Sentence(
        "words reach out of the trim",
        wanted="all words inside it",
    ),
    "pdf-text-inks": Sentence(
        "text has too many inks",
        found="{inks}",
        wanted="at most {most}",
    ),
    "pdf-text-rich-black": Sentence(
        "black text has other inks too",
        found="{inks}",
        wanted="K 100 alone",
    ),
    "pdf-text-small-inks": Sentence(
        "text in {count} inks is too small",
        found="{size:.4g pt}",
        wanted="at least {least:g pt}",
    ),
    "pdf-text-small/black": Sentence(
        "text is too small",
        found="{size:.4g pt}",
        wanted="at least {least:g pt}",
    ),
    "pdf-text-small/white": Sentence(
        "white text is too small",
        found="{size:.4g pt}",
        wanted="at least {least:g pt}",
    ),
    "pdf-title-dates": Sentence(
        "the file does not say its title and its dates",
        found="without {missing}",
        wanted="all in {place}",
    ),
    "pdf-transfer": Sentence(
        "the file changes the press's own screening or tones",
        found="{what}",
        wanted="none",
    ),
    "pdf-transparency": Sentence(
        "the page is transparent in places",
        "flatten it where it is made",
        found="{what}",
        wanted="none in {standard}",
    ),
    "pdf-trapped/missing": Sentence(
        "the file does not say whether it is trapped",
        found="nothing",
        wanted="True or False, alike in Info and XMP",
    ),
    "pdf-trapped/unclear": Sentence(
        "the file does not say whether it is trapped",
        found="{said:join  and }",
        wanted="True or False, alike in Info and XMP",
    ),
    "pdf-trim/missing": Sentence(
        "the page does not say what is cut",
        found="neither TrimBox nor ArtBox",
        wanted="one TrimBox",
    ),
    "pdf-trim/several": Sentence(
        "the page does not say what is cut",
        found="{boxes:join  and }",
        wanted="one TrimBox",
    ),
    "pdf-user-unit": Sentence(
        "the page is measured in units of its own",
        found="{said}",
        wanted="1",
    ),
    "pdf-version": Sentence(
        "the file is of too new a PDF version",
        "save it as PDF/X anew; a changed version number alone proves nothing",
        found="{version}",
        wanted="at most {newest} for {standard}",
    ),
    "pdf-viewer-box": Sentence(
        "{entry} would cut the page",
        found="{said}",
        wanted="{boxes:join  or }",
    ),
    "pdf-white-overprint": Sentence(
        "a white {kind} overprints, and vanishes",
        found="{ink}",
        wanted="white knocks out",
    ),
    "pdf-x-version/missing": Sentence(
        "the file does not say that it is {standard}",
        found="nothing",
        wanted="{standard} in {place}",
    ),
    "pdf-x-version/other": Sentence(
        "the file does not say that it is {standard}",
        found="“{said}”",
        wanted="{standard} in {place}",
    ),
    "pdf-xmp-id": Sentence(
        "the XMP metadata does not name the document",
        found="without {missing}",
    ),
    "pdf-xmp/missing": Sentence(
        "the file has no XMP metadata that can be read",
        found="none",
    ),
    "pdf-xmp/no-xml": Sentence(
        "the file has no XMP metadata that can be read",
        found="one that is no XML",
    ),
    "pdf-xmp/packed": Sentence(
        "the XMP metadata cannot be found by scanning the file",
        wanted="unpacked, in an xpacket wrapper",
    ),
}
