"""Every diagnostic's code and what `infographic explain CODE` says of it.

A code is for good: it may be retired, never given a new meaning. Texts are for the desk, not
for programmers: what happened, why it matters, how to mend it, and a small example, indented.
A code is the subject and what is wrong with it: “json-comma”, “image-missing”.
"""

from __future__ import annotations

from infographic.foundation.press_codes import PRESS_CODES

CODES: dict[str, str] = {
    # 核数: the story's numbers
    "figure-differs": """\
The same quantity seems to be stated with two values.
The second place is marked and the first named; either may be wrong. If they are two quantities,
word them so that a reader sees it: another year, another county, “新增” rather than the total.
    党建联盟2300余个 … 党建联盟2030余个""",
    "figure-direction": """\
The word says up where the numbers go down, or the other way round.
Either the word is wrong or one of the numbers, often with two digits exchanged.
    由58.6%增至41.3%        perhaps      由41.3%增至58.6%""",
    "figure-grown-by": """\
“增长了” is followed by a number that looks like what it grew to, or something became less by more
than all of it.
了 says by how much, 到 says to what; what falls by 100% is nothing, so it cannot fall by twice.
    由120个增加了180个        perhaps      由120个增加到180个
    能耗下降了2倍              perhaps      能耗降至三分之一""",
    "figure-left-out": """\
A text on the page refers to a figure that the story has and this layout does not show.
The reader would look for it in vain. Take the reference out for this layout, or show the figure.
    （见图④）  on a page of three pictures""",
    "figure-missing": """\
The text refers to a figure that the story does not have.
Figures are counted in the order of “figures”, or by their own “number”. The hint names those that
nothing mentions: one of them may be meant.
    （见图④）  in a story of three figures""",
    "figure-percentage": """\
A growth, a share or a multiple does not follow from the two numbers beside it.
The right value is given, to the places that were printed and one more. What rounding explains is
not doubted. 增长了3倍 is four times as much, 翻一番 is twice.
    由100吨增至150吨，增长40%        it is 50%
    由80万增长了3倍，达到240万        it has grown by 2倍""",
    "figure-share": """\
A share is more than the whole, or the shares of men and women do not make the whole.
A rate that may be over 100% (增长率, 完成率, 负债率 …) is not doubted.
    城镇人口占比达120%
    男性占56%，女性占46%""",
    "figure-total": """\
The parts of a total add up to more than it, or, where all parts are named, to less.
Parts that overlap (党员, 35岁以下, 本科以上 …) are not added.
    共100人，其中男性60人、女性50人""",
    "figure-unit-jump": """\
The same digits stand in two places with different magnitudes or units.
One of them has lost or gained a 万 or 亿, or its unit is another.
    128.6万吨 … 128.6亿吨
    3200公顷 … 3200亩""",
    "figure-unmentioned": """\
A figure is never mentioned in the text, though others are.
Only `check` says so; the page is made. Mention it, or leave it if its caption says enough.
    见图①。  in a story of two figures: nothing leads to 图②""",
    "must-left-out": """\
A part of the story that must appear has no place in the layout.
A stat, panel or figure with "priority": "must" is never left out silently: where a layout has no
place for it, nothing is written. A layout that takes only some of a list keeps “must” before
“should” before “may”. Choose a layout with more room, or lower the priority.
    {"value": 2300, "label": "党建联盟", "priority": "should"}""",
    # Reading a JSON file
    "json-after-end": """\
The file goes on after its value has ended.
A story or a layout is one object, from the first { to the } that closes it. Usually a } too many
closes it early, or a second object was pasted behind the first.""",
    "json-bracket": """\
A bracket of one kind is closed by the other kind.
The message says where the open one stands. Close the inner one first.
    [{"caption": "合影"]      should be      [{"caption": "合影"}]""",
    "json-chinese-punctuation": """\
Chinese punctuation stands where JSON wants a mark of its own.
It happens when the input method is left in Chinese. Inside a text every mark is allowed; outside,
only the half-width , : " { } [ ] are.
    “headline”：“两千人”，     should be      "headline": "两千人",""",
    "json-colon": """\
Between a key and its value a colon is missing, or the value is.
    "headline" "两千人"       should be      "headline": "两千人\"""",
    "json-comma": """\
A comma is missing between two values, or one stands where none belongs.
The place shown is where the comma goes: behind the value that ends there.
    ["一" "二"]               should be      ["一", "二"]""",
    "json-comment": """\
A comment stands where none may.
Layouts may hold comments, // to the end of the line and /* … */. Stories may not, because other
programs of the newsroom read them too. A key that begins with // is ignored in both.
    {"//": "numbers from the county's report", "headline": "…"}""",
    "json-control": """\
An invisible control character stands inside a text.
It would have no shape in print. Tabs come from pasted tables, others from old word processors:
delete it, or write \\t for a tab and \\n for a line break.""",
    "json-cut-off": """\
The file ends while something is still open.
Either it was not copied whole, or a closing } ] or " is missing. The message says what is open and
where it was opened, the innermost first.""",
    "json-duplicate-key": """\
A key is given twice in one object.
Only one of the two values could be used, and the other would be lost in silence. Delete one, or
give it its right name.""",
    "json-empty": """\
The file is empty.
The smallest story is {"headline": "…"}.""",
    "json-encoding": """\
The file is not UTF-8.
Old Windows programs save Chinese as GBK, Excel and Notepad sometimes as UTF-16. Open the file in
an editor, choose “save with encoding” and UTF-8. Where only one place is damaged, retype it.""",
    "json-escape": """\
A backslash in a text begins none of JSON's escapes.
They are \\" \\\\ \\/ \\n \\t \\r \\b \\f and \\u with four hexadecimal digits. Folders are
written with /.
    "pics\\市场.jpg"           should be      "pics/市场.jpg\"""",
    "json-key": """\
A key is missing, or stands without double quotes.
    {headline: "两千人"}      should be      {"headline": "两千人"}""",
    "json-line-break": """\
A line ends inside a text.
Either its closing quote is missing, or the text really has two lines: write \\n for a line break.
    "第一行\\n第二行\"""",
    "json-nesting": """\
Brackets are nested deeper than any story or layout needs.
The file is damaged, or was made by a program that went wrong.""",
    "json-not-finite": """\
NaN or Infinity stands for a number.
A spreadsheet writes them for an empty or failed cell. They cannot be printed: correct the sum, or
leave the value out.""",
    "json-not-text": """\
The file is no text file but a document, a table or a picture.
Save the words and numbers as JSON; `infographic init` makes a folder to start from.""",
    "json-number": """\
A number is written in a way that JSON does not know.
No leading zeros, no plus sign, no thousands separators, no unit, and digits on both sides of the
point. What must look just so is a text, in quotes.
    007  +5  1,200  .5  12个   should be     7  5  1200  0.5  "12个\"""",
    "json-overflow": """\
A number is larger than can be reckoned with.
Write it as a text if it is to be printed as it stands.""",
    "json-quote-inside": """\
A text ends at a quote inside it.
JSON takes the second " for the end. In a text, write Chinese quotes, or \\" for a straight one.
    "所谓"联盟"已经建立"      should be      "所谓“联盟”已经建立\"""",
    "json-quotes": """\
A text stands in quotes other than the straight double ones.
    'headline'                should be      "headline\"""",
    "json-space": """\
A space that is not an ordinary one stands between values.
Full-width and invisible spaces come with a Chinese input method or from web pages. Delete it.""",
    "json-surrogate": """\
An escape such as \\ud83d is one half of a character.
The other half is missing, so that nothing could be printed. Write the character itself.""",
    "json-too-large": """\
The file is larger than any story or layout.
Pictures are files of their own; a story names them.""",
    "json-trailing-comma": """\
A comma stands behind the last value, before the closing bracket.
Layouts allow it; stories do not. Delete it.""",
    "json-value": """\
A value is missing, or something else stands in its place.
    "value": ,                should be      "value": null,""",
    "json-word": """\
A word stands without quotes.
Only true, false and null do, in small letters. Every other word is a text in double quotes.""",
    "python-value": """\
A value handed over from Python is none that a story or layout can hold.
Use dict with text keys, list, str, int, float that is finite, bool and None.""",
    # A layout and a story become one
    "bind-directive": """\
An object's $… is no directive, or has a field beside it that does not belong there.
The directives are $data, $each, $if, $join and $index. Each is an object of its own:
    {"$data": "/headline", "default": "…"}
    {"$each": "/panels/0/stats", "do": {"type": "stat", "stat": {"$data": "."}}}
    {"$if": "/deck", "then": {…}, "else": {…}}
    {"$join": [{"$data": "/byline"}, {"$data": "/source"}], "with": "　"}""",
    "bind-form": """\
A directive holds a value of the wrong kind.
A pointer is a text; “do” must be there; “take” and “skip” are whole numbers; $each goes through
a list.""",
    "bind-missing": """\
A layout asks for something that the story does not have.
The message says how far the pointer led. Correct the pointer, give the story what is missing, give
a “default”, or set the block only where there is something, with $if.
    {"$if": "/deck", "then": {"type": "text", "text": {"$data": "/deck"}}}""",
    "bind-pointer": """\
A pointer is not written as one, or points into an item where there is none.
From the story's top it begins with /. Inside the “do” of a $each, “.” is the item and “./label” a
part of it. Items of a list are counted from 0.
    "/panels/0/stats/2\"""",
    "bind-too-many": """\
A $each makes more blocks than a page can hold.
Two lists, one inside the other, multiply. Bound them with “take”.""",
    "set-pointer": """\
--set names a place that the file does not have.
A new key can be added to an object that is there; “-” adds to the end of a list.
    --set /headline=两千人下基层      --set /panels/0/stats/0/value=2300""",
    "layout-needs": """\
The story lacks what the layout needs, or has more than it can take.
The layout says so under “needs”. Choose another layout (`infographic check STORY` lists those
that fit), or complete the story.""",
    "needs-form": """\
A layout's “needs” are not written as needs.
    "needs": {"/headline": true, "/figures": {"min": 1}, "/body": {"min_characters": 400}}""",
    # Values and fields
    "field-unknown": """\
An object has a field that means nothing there.
Its value would be lost in silence. Mostly it is a slip of spelling: “did you mean” names the
nearest field. A key that begins with // is a comment and ignored.""",
    "field-missing": """\
An object lacks a field that it cannot do without.
The hint names the field and what it holds.""",
    "value-kind": """\
A value is of another kind than the field wants: a text for a number, one value for a list.
Numbers stand without quotes, texts with them, lists in square brackets.
    "value": "2300"           should be      "value": 2300""",
    "value-choice": """\
A word is none of those that the field knows. The message names them all.""",
    "file-missing": """\
A file that was named is not there.
A path starts from the folder you stand in, and one in a file from that file's folder.""",
    "file-unreadable": """\
A file that was named cannot be read: it is a folder, or permission is lacking.""",
    "machine": """\
The machine will not do it: the disk is full, or a file may not be written.""",
    "wrong-call": """\
The command was not called as it wants to be. `infographic COMMAND --help` says how.""",
    "value-range": """\
A number is too large or too small for its field, or a list too long or too short.""",
    "length-form": """\
A length is not written as one.
A number and its unit, mm, cm, in, pt or px, or a 字号 such as 小五.
    "3mm"   "10.5pt"   "小五"   "32px\"""",
    "length-unit": """\
A length has no unit.
3 mm, 3 pt and 3 px are very different: write which. Only 0 needs none.
    "gutter": 4               should be      "gutter": "4mm\"""",
    "length": """\
A length is not written as one.
A number and its unit, mm, cm, in, pt or px, or a 字号 such as 小五.""",
    "block-type": """\
A block has no “type”, or one that does not exist.
The type says what is set: text, headline, stat, figure … and comes first.
    {"type": "text", "text": {"$data": "/lead"}, "style": "body"}""",
    "stat-form": """\
A stat is none of the three things it can be, or more than one of them.
A sentence with its numbers marked, a value spelled out, or a change. Set all the same it would lose
a part, or print a 0 that nobody wrote.
    {"text": "建立城市党建联盟**2300**余个"}
    {"value": 2300, "qualifier": "余", "unit": "个", "label": "城市党建联盟"}
    {"from": "从十年前的**158.89**万名", "to": "到如今的**176.98**万名"}""",
    # Marks inside a text
    "markup-control": """\
A character without a shape stands among the words.
It comes with text copied from web pages and old word processors. Delete it; a text may hold line
breaks and tabs, and no other control characters.""",
    "markup-empty": """\
A pair of marks holds no words.
    "建立联盟****个"           should be      "建立联盟**2300**个\"""",
    "markup-stray": """\
A brace or the end of a mark stands where it means nothing.
For the character itself write it with a backslash, which JSON wants doubled: "\\\\{".""",
    "markup-unclosed": """\
A mark is opened and never closed.
The marks are **number or strong words**, {~never broken~}, {.with dots.}, {_a name_}, {=a title=}
and {汉字|hàn zì}.
    "建立联盟**2300个"         should be      "建立联盟**2300**个\"""",
    # Pictures
    "image-missing": """\
The picture's file is not there.
A path starts from the folder of the file that names it. Capitals count, also in .JPG. An address
on the web is never fetched: save the picture beside the story.""",
    "image-outside": """\
The picture lies outside the project folder.
So that a story from elsewhere cannot read your disk, only files inside the folder are opened, and
links that lead out of it are not followed. Copy the picture in, or name a wider --root.""",
    "image-format": """\
The file is no picture that can be set.
JPEG, PNG, TIFF, WebP, GIF and BMP can. Export EPS, AI, SVG and PDF as PNG or TIFF at 300 dpi or
more; save a copy of a PSD as TIFF. The name's ending does not decide, the content does.""",
    "image-cut-off": """\
The picture's file is damaged, or ends before the picture does.
It was probably cut off on its way: a chat program, a full disk. Copy it again from its source.""",
    "image-too-large": """\
The picture is larger than can be read safely.
300 dpi at the printed size is all that the press can show: 4600 pixels for the width of a 对开.""",
    "image-unreadable": """\
The system will not let the picture be read: a permission, or a name it does not take.""",
    # Layout files and their tokens
    "layout-unknown": """\
There is no such layout.
A path ends in .json; a name without it is one of ours: `infographic layouts` lists them.""",
    "layout-form": """\
A layout file is not an object, or its “extends” is not a name.""",
    "layout-circle": """\
Layouts extend each other in a circle, so that none of them can be read first.""",
    "layout-pages": """\
A layout says in two ways what its pages are, or in none, or numbers two of them alike.
One page has a "body"; several have "pages", each with a body and a number of its own.
    "pages": [{"number": "01", "body": {…}}, {"number": "04", "body": {…}}]""",
    "page-size": """\
The page has no size, or one that cannot be made.
    "size": "四开"            or             "width": "1080px", "height": "auto\"""",
    "page-margins": """\
The margins leave no room between them. Check their units: 20mm or 20pt?""",
    "columns-narrow": """\
Columns of whole characters, or a page's columns, have too little room for their characters.
Fewer columns, a lesser gutter, smaller margins or a smaller style give them more.
    "page": {"columns": 5, "gutter": "5mm", "measure": "whole"}""",
    "columns-missing": """\
A block takes its gutter or columns from the page, and the page has no columns.
    "page": {"columns": 5, "gutter": "5mm"}      and in a block      "gutter": "page\"""",
    "color-value": """\
A colour is not written as one.
Each has its inks for the press and its sRGB for the screen; neither is computed from the other.
    "accent": {"cmyk": [0, 95, 85, 5], "srgb": "#b3121d"}      a tint of it: "accent 12%\"""",
    "color-spot": """\
A spot colour is not described as one.
It is an ink of its own: its name as the ink maker writes it, the process inks that stand for it in
proofs, and its sRGB. The same name is the same ink; a lighter one is a tint: “logo 40%”.
    "logo": {"spot": "PANTONE 186 C", "cmyk": [2, 100, 85, 6], "srgb": "#c8102e"}""",
    "color-unknown": """\
There is no colour of this name in the layout's “colors”.""",
    "style-unknown": """\
There is no style of this name in the layout's “styles”.""",
    "style-incomplete": """\
A style lacks its font or its size, and so do those it is based on.""",
    "house-unknown": """\
There is no house table of this name, or its file cannot be read.
    "house": "newspaper"      or      "house": "ourpaper.json"      beside the layout""",
    "house-table": """\
A house's own table of classes and priorities is not written as one.
It says only what differs from the table that it extends; docs/typography.md lists its members.
    {"extends": "newspaper", "defaults": {"hanging": true}}""",
    "style-vertical": """\
A style with "writing": "vertical" stands where lines must run across the page.
Text, headline and article blocks set columns that run down, and a figure its caption beside the
picture. An article in such columns has no insets.""",
    "style-circle": """\
Styles are based on each other in a circle, so that none of them can be settled first.""",
    # Making up the page
    "overset": """\
Words do not fit where they are to stand.
Nothing is ever cut off or made smaller in silence. The message counts the characters and lines too
many: shorten the text, give it more room, or set it in a smaller style.""",
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
A word or number is wider than its column and cannot be broken.
Shorten it, widen the column, or use a smaller style.""",
    "overfull": """\
The blocks need more height than there is.
The message says how much. Take something out, give them more height, or make gaps and styles
smaller.""",
    "underset": """\
A frame of words has more empty lines than its layout allows.
The layout says how many may stand empty; under --strict nothing is written. `check -l` lists how
full each frame is. Add words, take a smaller frame, or allow more.
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
    "areas": ["lead lead", "left right"]""",
    "glyph-missing": """\
No font of the style has a character, so it would print as an empty box.
Add a face that has it to the style's font role; rare characters in names are often the cause.""",
    "script-unsupported": """\
A text holds letters of a script that cannot be set: one that runs from right to left, such as
Arabic and Hebrew, or whose letters join and stack, such as Tibetan, Mongolian and Thai.
Set as they stand they would be wrong. Give the words in Chinese or Latin letters, or a picture.""",
    "interlinear-tight": """\
Dots, lines or readings stand between lines that are too close for them.
They never push lines apart. Dots and lines want a leading of 1.5 times the size, readings 1.6.""",
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
    "breaks-unused": """\
An article's “breaks” name a paragraph that its story does not have, so no column begins there.
Paragraphs, leads and subheads are counted from 1. A shorter story may be why.""",
    # Fonts
    "font-role-unknown": """\
There is no font role of this name in the layout's “fonts”.""",
    "font-missing": """\
A font file is not where the layout says.
Fonts are looked for beside the layout, in --font-path, and among the shipped ones; never among
the system's, so that a page looks the same on every machine. `infographic fonts` lists them.""",
    "font-folder": """\
A folder of --font-path is not there. Its path starts from the folder you stand in.""",
    "font-broken": """\
A font file is damaged or of a kind that cannot be used.
TrueType and OpenType (.ttf .otf .ttc) can. Convert WOFF and Type 1 first.""",
    "font-index": """\
A font collection has no face of this number. They are counted from 0.""",
    "font-axis": """\
A variable font lacks this axis, or it does not reach this far.""",
    "font-unembeddable": """\
The font's maker forbids embedding it in a document.
A press needs embedded fonts. Ask the maker for a version licensed for print, or use another.""",
    # Press profiles
    "press-unknown": """\
There is no such press profile.
A path ends in .json; a name without it is one of ours: `infographic press` lists them. A layout
names its profile in “press”; --press names another for once.""",
    "press-profile": """\
A press profile lacks something, or says two things that cannot both be.
PDF/X wants the printing condition by name and its ICC profile. The shortest profile of a house:
    {"extends": "newsprint", "ink": {"design": 230, "hard": 240}}""",
    "press-icc": """\
The ICC profile of a press profile cannot be used.
It must be a printer's CMYK profile (class “prtr”), whole, and of version 2 for PDF/X-1a. Ask the
plant for it, or take a shipped one: IFRA26S_2004_newsprint.icc, FOGRA39L_coated.icc.""",
    **PRESS_CODES,
}
