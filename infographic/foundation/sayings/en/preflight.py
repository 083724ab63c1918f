"""Of a page that is held against its press."""

from __future__ import annotations

from infographic.foundation.sayings import Sentence

STACK = (
    "{total:.0f} % ({below:.0f} % of {ground_inks} and {above:join  and }) over about {area:.0f}"
    " mm²; {mean:.0f} % as the mean of {window:g} mm²"
)
MEAN = "at most {most:g} % as the mean of {window:g} mm²"
KNOCKS_OUT = "set it in white, which knocks out, or lighten the ground"

SAYINGS: dict[str, str | tuple[str, str] | Sentence] = {
    "alt-missing": (
        "a picture has no words for those who cannot see it",
        "give the figure an “alt”: what it shows, in a sentence",
    ),
    "black-mixed": Sentence(
        "black “{color}” has other inks too",
        "out of register it is blurred; K 100 is as black as newsprint can be",
        found="{inks}",
        wanted="K alone",
    ),
    "bleed-missing": Sentence(
        "a shape ends at the trim where it should bleed",
        "draw it on past the trim",
        found="{past:.1f mm} past the trim",
        wanted="{bleed:.1f mm}",
    ),
    "contrast-low/on-color": Sentence(
        "text in “{color}” stands out too little",
        "make it darker, or its ground lighter",
        found="{contrast:.2f} : 1 on “{ground}” at {size:.4g px}",
        wanted="{least:g} : 1 (WCAG 2)",
    ),
    "contrast-low/on-white": Sentence(
        "text in “{color}” stands out too little",
        "make it darker, or its ground lighter",
        found="{contrast:.2f} : 1 on white at {size:.4g px}",
        wanted="{least:g} : 1 (WCAG 2)",
    ),
    "contrast-low/on-paper": Sentence(
        "text in “{color}” stands out too little as it is printed",
        "black has {black:.2f} : 1 there; from {large:.4g pt} on bold words want {large_least:g}",
        found="{contrast:.2f} : 1 on the bare paper at {size:.4g pt}",
        wanted="{least:g} : 1",
    ),
    "contrast-low/on-print": Sentence(
        "text in “{color}” stands out too little as it is printed",
        "black has {black:.2f} : 1 there; from {large:.4g pt} on bold words want {large_least:g}",
        found="{contrast:.2f} : 1 on “{ground}” at {size:.4g pt}",
        wanted="{least:g} : 1",
    ),
    "cutout-on-spot": Sentence(
        "a cut-out picture stands on a spot colour",
        "the edge of the rectangle will be seen: take “spot” from the ground's colour",
        found="{spot} is left out under its whole rectangle, C{c:g} M{m:g} Y{y:g} K{k:g} stands for"
        " it",
        wanted="a ground in process inks, or a picture without clear parts",
    ),
    "file-too-large": Sentence(
        "the picture is too large a file for {platform}",
        "fewer or smaller pictures, or a smaller --scale",
        found="{mb:.2f} MB",
        wanted="at most {most:.2f} MB",
    ),
    "font-unembeddable/face": Sentence(
        "{face} may not be embedded",
        found="fsType {fs_type}",
    ),
    "grey-mixed": Sentence(
        "grey “{color}” is mixed of colours",
        'write {{"k": 60}}: a mixed grey turns red or green on the press',
        found="{inks}",
        wanted="K alone",
    ),
    "ink-limit": Sentence(
        "colour “{color}” has too much ink to dry",
        "take out the smallest inks, or replace C, M and Y by K",
        found="{coverage:.0f} % ({inks})",
        wanted="at most {most:g} %",
    ),
    "ink-stack/broad": Sentence(
        "large black type overprints a heavy ground",
        "set it in white, or lighten the ground",
        found="{total:.0f} % on {inks}",
        wanted="at most {most:g} %",
    ),
    "ink-stack/line": Sentence(
        "a line in “{color}” overprints {ground}, and together they cannot dry",
        KNOCKS_OUT,
        found=STACK,
        wanted=MEAN,
    ),
    "ink-stack/words": Sentence(
        "“{words}” overprints {ground}, and together they cannot dry",
        KNOCKS_OUT,
        found=STACK,
        wanted=MEAN,
    ),
    "line-hairline": Sentence(
        "a line has no weight",
        "a width of 0 is one dot of the device: nothing at the platesetter",
        found="{weight:.3g pt}",
        wanted="at least {least:g pt}",
    ),
    "line-thin": Sentence(
        "a line is too thin to print",
        found="{weight:.3g pt}",
        wanted="at least {least:g pt}",
    ),
    "line-thin-inks": Sentence(
        "a line is thin for its inks",
        found="{weight:.3g pt} in {inks}",
        wanted="at least {least:g pt}, or one ink",
    ),
    "line-thin-reversed": Sentence(
        "a line on a darker ground is too thin",
        found="{weight:.3g pt}",
        wanted="at least {least:g pt}",
    ),
    "page-empty": (
        "nothing stands on the page",
        "give the story words that have ink, or the layout a block that shows what it has",
    ),
    "phrase/color-by-name": "“{name}”",
    "phrase/line": "“{words}”",
    "phrase/line-in-block": "“{words}” ({kind})",
    "phrase/share-of-ink": "{share:.0f} % {ink}",
    "phrase/the-layout": "the layout",
    "phrase/the-picture": "the picture “{name}”",
    "picture-coarse": Sentence(
        "a picture is too coarse for its size",
        "set it at most {widest:.0f mm} wide, or ask for one of {pixels:.0f} pixels",
        found="{ppi:.0f} ppi at {width:.0f in mm} × {height:.0f mm}",
        wanted="at least {least:g} ppi",
    ),
    "picture-ink/limited": Sentence(
        "a picture has too much ink, and is limited: C, M and Y give way to K",
        "bring it as RGB, or converted with the press's own profile, to choose what is taken",
        found="{coverage:.0f} % in a square of {window:g} mm² of “{name}”; {taken:.0f} % are taken",
        wanted="at most {most:g} %",
    ),
    "picture-ink/refused": Sentence(
        "a picture has too much ink to dry",
        "bring it as RGB, or converted with the press's own profile, to choose what is taken",
        found="{coverage:.0f} % in a square of {window:g} mm² of “{name}”",
        wanted="at most {most:g} %",
    ),
    "picture-line-art": Sentence(
        "a black-and-white picture is too coarse",
        found="{ppi:.0f} ppi",
        wanted="at least {least:g} ppi",
    ),
    "picture-to-come/print": Sentence(
        "a picture is still to come",
        "give the figure its “image”",
        found="a placeholder",
        wanted="{width:.0f in mm} × {height:.0f mm}",
    ),
    "picture-to-come/screen": Sentence(
        "a picture is still to come",
        "give the figure its “image”",
        found="a placeholder",
        wanted="{width:.0f in px} × {height:.0f px}",
    ),
    "picture-unreadable": Sentence(
        "a picture cannot be read",
        found="{why}",
    ),
    "press-opacity": Sentence(
        "“{color}” lets what is below it show through, which PDF/X-1a does not know",
        "give it a lighter colour without opacity, or choose a press that takes PDF/X-4",
        found="an opacity of {opacity:.0%}",
        wanted="100%",
    ),
    "press-rgb": (
        "the colour {color} is given for screens alone: it has no inks that a press could print",
        "say which colour of the layout it is, where the drawing is named:"
        ' "colors": {{"{color}": "accent"}}',
    ),
    "press-spots/plates": Sentence(
        "the page has more spot colours than the press has plates for",
        "take “spot” from the colour to print it in process inks, or choose another press",
        found="{count} (“{names:join ”、“}”)",
        wanted="at most {most}",
    ),
    "safe-area": Sentence(
        "words stand where the platform covers or crops the picture",
        found="“{words}”",
        wanted="inside {top:g in px} {right:g in px} {bottom:g in px} {left:g px} ({whose})",
    ),
    "text-covered": Sentence(
        "words lie under something painted over them",
        found="“{words}”",
    ),
    "text-cut": Sentence(
        "a frame's edge cuts off words",
        found="“{words}”",
    ),
    "text-color": Sentence(
        "text in “{color}” is small for a colour",
        "set small words in black, on a ground in “paper”: colour is for marks and large figures",
        found="{size:.4g pt} in {inks}",
        wanted="at least {least:g pt}, or black alone",
    ),
    "text-faint": Sentence(
        "words cannot be told from their ground",
        found="{inks}, contrast {contrast:.2f}",
        wanted="at least {least:g}",
    ),
    "text-inks": Sentence(
        "text in “{color}” has too many inks",
        "take the smallest ink out of the colour",
        found="{count} ({inks})",
        wanted="at most {most}",
    ),
    "text-loose": Sentence(
        "“{words}” is spread until it has holes",
        "add or take a few words before what begins the next line, which found no room in this one",
        found="{gap:.2f} em between its characters",
        wanted="at most {most:g} em",
    ),
    "text-loose/short": Sentence(
        "“{words}” stands short in justified text",
        "add or take a few words before what begins the next line, which found no room in this one",
        found="{short:.1f pt} of its measure empty",
        wanted="a full line",
    ),
    "text-near-edge": Sentence(
        "words stand so near the edge that a cut may take them",
        found="{near:.1f mm}",
        wanted="at least {least:.1f mm}",
    ),
    "text-on-picture": Sentence(
        "words stand on a picture",
        "whether they can be read only an eye can tell: look, or lay a tint between",
        found="“{words}”",
    ),
    "text-outside": Sentence(
        "words reach out of the page",
        found="“{words}” {reach:.1f mm} outside",
        wanted="inside the trim",
    ),
    "text-over-text": Sentence(
        "two lines of type stand on one another",
        "give one of them more room, or the style more leading",
        found="{first} and {second}",
    ),
    "text-small": Sentence(
        "text in “{color}” is too small to print",
        found="{size:.4g pt}",
        wanted="at least {least:g pt}",
    ),
    "text-small-inks": Sentence(
        "text in “{color}” is small for its {count} inks",
        "plates are never exactly in register: small type gets coloured edges",
        found="{size:.4g pt} in {inks}",
        wanted="at least {least:g pt}, or one ink",
    ),
    "text-small-reversed": Sentence(
        "text in “{color}” on a darker ground is too small",
        "the ground's ink runs into thin strokes",
        found="{size:.4g pt}",
        wanted="at least {least:g pt}",
    ),
    "text-small-tint": Sentence(
        "text in “{color}” is small for a tint",
        "a coarse screen has no dots for its thin strokes",
        found="{size:.4g pt} in {inks}",
        wanted="at least {least:g pt}, or a solid ink",
    ),
    "tone-filled": Sentence(
        "a tint in “{color}” prints as a solid",
        found="{tone:g} %",
        wanted="at most {most:g} %, or 100",
    ),
    "tone-lost": Sentence(
        "a tint in “{color}” is too light to print",
        found="{tone:g} %",
        wanted="0 or at least {least:g} %",
    ),
    "type-small": Sentence(
        "text is too small for a phone",
        found="{size:.4g px} in “{color}”",
        wanted="at least {least:g px}",
    ),
}
