"""Of making up the page: words, frames and pictures that do not suit their room."""

from __future__ import annotations

CODES: dict[str, str] = {
    "charts-left-out": """\
A layout has no place for a chart or table of the story.
Choose a layout with a `graphic` for it, or say that it may give way:
    {"title": "…", "data": "gdp.csv", "priority": "may"}""",
    "items-left-out": """\
A layout shows some items of a list, and has no room for the others.
“must” makes sure of one, “may” says which give way first, and nothing is said of these. What a
layout has no place for at all is a note, “story-unused”.
    {"value": 12, "label": "…", "priority": "may"}""",
    "numbers-left-out": """\
A grid of numbers has more of them than its frame holds at their smallest size.
Second lines give way first, then the last of those that say “may”, then the last of the others;
what says “must” stays. A larger frame, a smaller `smallest`, or fewer numbers help.
    {"value": 12, "label": "…", "priority": "must"}""",
    "overset": """\
Words do not fit where they are to stand.
Nothing is ever cut off or made smaller in silence. The message counts the characters and lines too
many: shorten the text, give it more room, or set it in a smaller style.""",
    "qr-small": """\
A QR code's modules would be too small to be read.
In print a module is 0.4 mm or more, on a canvas 4 px; the quiet zone of four modules on every side
counts. A shorter address makes fewer and larger modules.""",
    "qr-pale": """\
A QR code is not dark on light.
Phones look for dark modules on a light ground; set it in black on paper.""",
    "qr-text": """\
A QR code has nothing to say, or more than a code holds.
A code is for an address. The higher its error level, the less it holds.""",
    "section-color": """\
A section's tab and rule have no colour.
It is the section's own, `color`, or one of `colors` by its `number`: 1 has the first, and after the
last comes the first again.""",
    "fact-box-empty": """\
A fact box holds nothing.
Give it `facts` with a `style`, or any block as its `content`.
    {"type": "fact_box", "color": "accent", "facts": ["…"], "style": "note"}""",
    "thread-head": """\
A thread has no beginning, or two.
One article begins it and has its words; `thread` blocks anywhere are its further frames.
    {"type": "article", "thread": "main", "body": …}      {"type": "thread", "thread": "main"}""",
    "thread-room": """\
A frame of a thread is too low for a line, so that the words pass it by.
A thread's frame is as high as its row or its “height” says; in a row that is “auto” it has none.
    "rows": ["auto", "1fr"]        {"type": "thread", "thread": "main", "height": "90mm"}""",
    "copyfit": """\
Words were made to fit as their style's “fit” says, and this is what was done.
`check` says it, so that no caption is set smaller in silence. To set them as they are, shorten
them, give them more room, or take “fit” from the style.""",
    "overset-width": """\
A word, name or number is wider than its column and may not be broken.
First its type is made smaller, where a “smallest” or a style's “fit” allows that. Then it is broken
after a sign in it or before a unit (a note: “·”, “/”, a comma), else between two characters (a
warning, an error under --strict). A measure too narrow for a single character is an error.
Shorten the words, widen the column, or use a smaller style.""",
    "overfull": """\
The blocks need more height than there is.
The message says how much. Take something out, give them more height, or make gaps and styles
smaller.""",
    "headline-long": """\
A headline takes room that the rest of the page needs, though it is set in its smallest size.
Headlines give way where a page has no room, as far as their “smallest” lets them; pictures and
numbers that take what is left have given way before. Shorten the headline, or let it be smaller.
    {"type": "headline", "text": {"$data": "/headline"}, "style": "headline", "smallest": 0.4}""",
    "headline-yields": """\
A headline is set smaller than its style, because the rest of the page needs the room.
`check` says it, so that no headline becomes smaller in silence. To set it as large as its style,
shorten it, take something out, or let `infographic fit` change other things of the page.""",
    "underset": """\
A frame of words has more empty lines than its layout allows.
The layout says how many may stand empty; where it does not, a page with a third of the lines of its
running words empty is warned of. Under --strict nothing is written. `check -l` lists how full each
frame is. Add words, take a smaller frame, or allow more.
    "underset": 2""",
    "frame-outside": """\
A frame reaches out of the area it is placed in. Move it, or make it smaller.""",
    "contour-opaque": """\
Words run along an inset's “contour”, into the box of a picture that has no transparency: they
would stand on it. Give the picture cut out (a PNG, TIFF or WebP with transparency), or take the
“contour” away, so that words run round its box.""",
    "grid-areas": """\
A grid's “areas” do not describe a grid, or do not name the same blocks as its “children”.
Every row has as many names as there are columns, and one name fills a rectangle; “.” stays empty.
A row may be as tall as its content (“auto”), a column has a width or a share.
    "areas": ["lead lead", "left right"]""",
    "number-plain": """\
A marked number stands in a style that sets nothing apart, and looks as the words round it.
A style's “digits” sets marked numbers; where it has none its “strong” does. “strong” sets marked
words, also those that hold a number (**3大工程**). A note: a layout may want it so.""",
    "glyph-missing": """\
No font of the style has a character, so it would print as an empty box.
Add a face that has it to the style's font role; rare characters in names are often the cause.""",
    "script-unsupported": """\
A text holds letters of a script that cannot be set: one that runs from right to left, such as
Arabic and Hebrew, or whose letters join and stack, such as Tibetan, Mongolian and Thai.
Set as they stand they would be wrong. Give the words in Chinese or Latin letters, or a picture.""",
    "interlinear-tight": """\
Dots, lines or readings stand between lines that are too close for them.
They never push lines apart. Dots and lines want a leading of 1.5 times the size, readings 1.6, more
where the next line's readings stand under dots or lines: docs/typography-marks.md.""",
    "story-empty": """\
A story says nothing where it must: its headline is empty.""",
    "story-unused": """\
A part of the story does not appear in this layout.
That may be as wanted: a square card holds less than a page. `check` says it so that no figure is
lost by mistake.""",
    "picture-cropped": """\
A frame of another shape cuts more than half of a picture off.
“focus” of the figure says what stays in view. A free picture's height follows the words: another
layout, or `fit`, may give it a better shape; "crop": "contain" shows all of it.""",
    "picture-outset": """\
A figure's “outset” lets a cut-out stand out of its frame, and this picture has no transparency: it
would cover what lies round it. It stays in its frame.""",
    "picture-treatment": """\
A picture cannot be printed as its figure's “treatment” says.
“black” and “duotone” are of pictures of pixels; a drawing's colours are named by “colors”. A
duotone is in the layout's “ink” and “accent” where it does not name two colours.
    {"type": "figure", "treatment": "duotone", "duotone": ["ink", "accent"], …}""",
    "cover-form": """\
A cover stands in another form than a picture with words, or lacks a part.
It shows at least 55 % of its picture (“keep”). Where the picture's shape does not allow that beside
the words, or there is no picture yet, its “otherwise” stands in its place. A picture's credit must
be printed: “credit_style” gives it a place in the picture's corner.
    {"type": "cover", "figure": {"$data": "/figures/0", "default": null},
     "content": {…}, "otherwise": {…}, "credit_style": "credit"}""",
    "cover-measured": """\
A note: what was measured under the words of a cover.
On screens words stand on a picture where its lightness spreads by 0.12 at most (the standard
deviation of what a screen shows, 0 to 1) in their zone and in every square under a line, where they
have a contrast of 4.5 to all but the worst twentieth of it, and where its focus stays in view.
Else, and always in print, they stand on a flat band, the picture beside it. docs/pictures.md.""",
    "breaks-unused": """\
An article's “breaks” name a paragraph that its story does not have, so no column begins there.
Paragraphs, leads and subheads are counted from 1. A shorter story may be why.""",
}
