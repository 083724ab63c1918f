"""Of reading a file of JSON, or a value from Python."""

from __future__ import annotations

CODES: dict[str, str] = {
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
The file is no JSON but a table (CSV, Excel), a document, a web page or a picture.
A table's rows are the stats of a story's panel. Save the words and numbers as JSON;
`infographic init` makes a folder to start from.""",
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
    "faults-many": """\
So much is wrong in a file that no more is looked for.
What many faults have in common is often one: a file of another kind, a bracket that is missing, a
field that a program names otherwise. Mend what is told and check again; `--limits faults=NUMBER`
looks for more.""",
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
Use dict with text keys, list, str, int, float that is finite, Decimal, date, bool and None; for a
picture bytes, or a file that is open for reading bytes.""",
}
