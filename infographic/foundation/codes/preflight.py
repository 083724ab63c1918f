"""Of the preflight of a page, before it is written.

Numbers are the press profile's: `infographic press NAME` shows them, and a profile of one's own
may say others.
"""

from __future__ import annotations

CODES: dict[str, str] = {
    # A page's ink
    "ink-limit": """\
A colour has more ink than the paper takes.
Newsprint dries by sinking in: above 220 to 240 % in sum it smears, and shows through. Take out the
smallest inks, or replace cyan, magenta and yellow by black.
    [60, 50, 50, 100] is 260 %         [0, 0, 0, 100] is 100 % and no less black""",
    "ink-stack": """\
Black overprints a ground that is heavy already, and more ink lies there than the paper takes.
What overprints adds to what is below it: [80, 60, 60, 0] and K 100 are 300 %. It is an error where
the mean of a small square (the profile's “window”) is over its “hard” limit; where only the broad
stems of large type are, a warning. Set the words in white, or lighten the ground.""",
    "tone-lost": """\
A tint is too light to print: its dots are lost on the plate.
Below 3 % (the profile's “lowest”) newsprint shows bare paper. Take 0, or a little more.""",
    "tone-filled": """\
A tint is so dark that it prints as a solid.
Dots grow by a quarter on newsprint; above the profile's “highest” they run together. Take 100, or
a lighter tint.""",
    "black-mixed": """\
A black has other inks beside black.
Out of register by a tenth of a millimetre it is blurred, and it dries slowly. On newsprint K 100
alone is as black as can be: write {"k": 100}.""",
    "grey-mixed": """\
A grey is mixed of cyan, magenta and yellow.
The least change in one ink turns it red or green across the page. Write it as black ink alone:
    "soft": {"k": 60}""",
    "press-rgb": """\
A drawing (an SVG) has a colour that is given in sRGB alone, and no press prints that.
Say which of the layout's colours it is, beside the drawing's name in the story's figure or in the
layout's block: "colors": {"#b5121b": "accent"}; "*" stands for all that are not named. Greys need
nothing: they are printed in black ink. On screens a colour that is not named is shown as it is.""",
    "press-opacity": """\
Something lets what lies below it show through, and the press takes PDF/X-1a, which has no
transparency.
Give the part of the drawing a lighter colour and take its “opacity” away, or choose a press that
takes PDF/X-4 (--press newsprint).""",
    "press-spots": """\
The page has more spot colours than the press has plates for.
Newspapers print with the four process inks; write the colour's “cmyk” without “spot”, or give a
press profile with “spots” that allows them. --force writes the file all the same.""",
    # A page's type and lines
    "text-small": """\
Type is too small to print.
Newsprint holds 6 pt in one ink; smaller strokes break or fill in. Set it larger.""",
    "text-small-reversed": """\
Light type on a darker ground is too small.
The ground's ink runs into its strokes: 8 pt at least, and bold rather than regular.""",
    "text-small-inks": """\
Small type is printed in more than one ink.
Plates are never exactly in register, and small letters get coloured edges. From 10 pt on nobody
sees it; below, set it in black alone.""",
    "text-small-tint": """\
Small type is printed in a tint.
A tint is dots, 40 to the centimetre on newsprint: too few to draw a thin stroke. Set it in a solid
ink, or from 12 pt on.""",
    "text-color": """\
Words or figures in a colour are smaller than the press profile's `colored`, 24 pt on newsprint.
Plates are out of register by a tenth of a millimetre or two, and red on newsprint has less contrast
than grey. Set them in black (on a ground in the paper's own colour) and keep the colour for marks
and for large figures; a % goes with the digits beside it.""",
    "text-inks": """\
Type has more inks than can be kept in register.
Two are safe, three can be had. Take the smallest out of the colour: 8 % cyan in a red is seen by
nobody, and is one more plate.""",
    "text-outside": """\
Words reach out of the page.
They would be cut off. The place is where the ink is, not the frame.""",
    "text-near-edge": """\
Words stand so near the trim that a cut may take them.
Folding and cutting are never exact; keep the profile's “safety” between.""",
    "text-cut": """\
The edge of a frame cuts off words.
What is clipped (a picture's frame) shows nothing outside itself. Give the frame more room.""",
    "text-covered": """\
Words lie under something that is painted over them.
They would be lost in silence. Later children of a block lie on top of earlier ones.""",
    "text-faint": """\
Words have nearly the colour of what they stand on.
White on bare paper, or a red on the same red: nobody would see that there are words.""",
    "text-on-picture": """\
Words stand on a picture.
Whether they can be read there depends on the picture, and no rule can tell. Look at it at full
size, or lay a plain ground between.""",
    "text-over-text": """\
Two lines of type stand on one another.
Blocks placed over each other, or a leading smaller than the type. Give one of them more room.""",
    "text-loose": """\
A justified line is spread to its measure until it has holes, or stands short of it.
What begins the next line is never broken and found no room in this one: a long number, a name.
Dates, and numbers with their units, are broken before that, where the style does not forbid it.
Add or take a few words before it, or give the text a wider column.""",
    "line-thin": """\
A line is too thin to print: it breaks.
Newsprint holds 0.25 pt in one ink.""",
    "line-thin-reversed": """\
A light line on a darker ground is too thin: the ground's ink closes it.
Newsprint holds 0.5 pt.""",
    "line-thin-inks": """\
A thin line is printed in more than one ink.
Out of register it becomes two lines. Take one ink, or 0.5 pt.""",
    "line-hairline": """\
A line has a weight of 0.
That is the thinnest the device can draw: seen on a screen and in an office print, and gone at the
platesetter's 2400 dots an inch.""",
    # A page's pictures, and the page
    "picture-coarse": """\
A picture has too few pixels for the size it is printed at.
Newsprint shows 200 an inch; below 150 edges are seen as steps. The hint says how wide it may be,
and how many pixels are wanted. Enlarging it in a program adds no pixels that show anything.""",
    "picture-line-art": """\
A picture of two levels, black and white, has too few pixels.
Its edges are not softened by a screen: 600 an inch.""",
    "picture-ink": """\
A picture in CMYK has more ink than the paper takes, as the mean of a small square.
Where the profile's “ink” says "pictures": "limit", it is printed with what is too much taken from
its cyan, magenta and yellow; where "refuse", nothing of it is changed, and above “hard” it is an
error. Bring it in RGB, or converted with the press's own profile.
One with the profile of another press is converted, and judged as it then is.""",
    "cutout-on-spot": """\
A picture with clear parts stands on a spot colour.
Print has no transparency: what shows through is mixed into the picture in process inks, and the
spot is left out under its whole rectangle, whose edge will be seen. Set the ground in process
inks (without “spot”), or give the picture a ground of its own.""",
    "picture-to-come": """\
A placeholder still stands where a picture is wanted.
It prints as it looks: a tint with a number. Give the figure its “image”.""",
    "picture-unreadable": """\
A picture's file cannot be read to its end.
It was probably cut off on its way. Copy it again from its source.""",
    "bleed-missing": """\
A shape ends at the trim, where the press wants it to go on past it.
A cut is never exact, and white would show. Rectangles, rules and pictures are drawn on by
themselves; a curved shape must be made larger.""",
    "page-empty": """\
Nothing stands on the page.""",
    # A page for screens
    "contrast-low": """\
Type stands out too little from its ground.
WCAG 2 wants 4.5 : 1, and 3 : 1 for large type, for readers with weak eyes and for all readers in
the sun. On screens colours are compared as sRGB. In print they are compared as the press profile's
paper and inks give back light: black on newsprint has 4.9 : 1, red 2.96, black on K25 3.07, white
on red 2.9. There words want the profile's `contrast` of 4 : 1, bold ones from 12 pt on, and any
from 24 pt on, 2.8 : 1. Make the type darker, or the ground lighter.""",
    "type-small": """\
Type is too small to be read on a phone.
A picture 1080 px wide is shown at a third of its size. A number or note that made itself fit may
have become too small: take something out, or choose a taller layout.""",
    "safe-area": """\
Words stand where a platform's own buttons cover the picture, or its crop takes them away.
The area is the press profile's for pictures of this size, or the layout's:
    "page": {"size": "…", "safe_area": ["180px", "48px", "300px", "48px"]}""",
    "alt-missing": """\
A picture has no words for those who cannot see it.
Screen readers say the figure's “alt”; --alt-text writes all words of a card into a file beside it.
    {"image": "market.jpg", "alt": "村民在市集上挑选种子"}""",
    "file-too-large": """\
A picture is a larger file than a platform of its size takes.
Photographs make a PNG large. Write a .jpg or .webp, which keep to the platform's limit, take fewer
or smaller pictures, or a smaller --scale.""",
    "picture-over-limit": """\
A JPEG or WebP does not fit into the bytes allowed, even at the lowest quality that can be read.
The limit is that of --max-bytes or, where neither it nor --quality is given, that of the press
profile's platform. Make the picture smaller, or cut it into tiles; --quality writes it at any size.
    infographic render s.json -l long-image -o a.webp --max-bytes 300kB --scale 0.5""",
    "picture-too-long": """\
A picture has more pixels a side than its format can say: a WebP 16,383, a JPEG 65,535.
Cut a long page into tiles, write it smaller, or in a format that takes it.
    infographic render s.json -l long-image -o a.webp --tiles 4000""",
    "sheet-too-large": """\
A page, or a page with its bleed and marks, is larger than 200 inches (5080 mm, 19,200 px), and no
PDF can be; a picture is drawn from one. Cut a long picture into tiles: each is a page of its own.
Else make the page smaller; a press profile without “marks” takes less room.
    infographic render s.json -l long-image -o long.png --tiles 4000""",
}
