"""Of what no editor meant in a story's texts: leftovers of other programs, and slips of typing."""

from __future__ import annotations

CODES: dict[str, str] = {
    "copy-doubled": """\
Marks follow each other that never do, or there are several spaces where one does.
Found are ，， 。。 、， ，。 and their like; ！！, ？！ and …… are right, 。。。 is meant to be ……
    全线贯通，，共有12座车站        全线贯通，共有12座车站""",
    "copy-emoji": """\
A page for a press has emoji.
On screens they are set in one colour, from a face that travels with the program; a newspaper has
none in print. Write words. A page whose press profile is a screen's says nothing.
    点赞👍        点赞""",
    "copy-face": """\
Some characters are not in the face that is to set them and come from another, of another design or
weight: of the headline, or of any words where the face is a paper's own.
In large type everybody sees it. Name a face for the headline that has them (`infographic fonts`
lists what ships; a paper's own is given with --font-path), or write the word with others.
    罕见字“㵘” in a headline in serif-black        from sans-full""",
    "copy-float": """\
A number has the digits that a computer's rounding leaves behind.
A spreadsheet that shows 5941.38 may hand over 5941.380000000001, and one that shows 33.3 may hand
over 33.333333333333336. Write it as it was meant, or say how many "decimals" the stat has.
    {"value": 5941.380000000001}        {"value": 5941.38}""",
    "copy-full-width": """\
Latin letters are as wide as Han, as a Chinese keyboard can type them.
They are set in the Chinese face, one to a cell. Write them half-width. (Digits alone are set as
the house sets digits.)
    ＡＰＥＣ会议        APEC会议""",
    "copy-half-width": """\
Half-width marks stand among Han, as a keyboard in English mode types them.
Chinese text has full-width marks (GB/T 15834). Numbers (2,300; 14:30; 3.5), English words, and
addresses of the web and of mail are left alone. `infographic check --mend` writes the story with
the right ones.
    他说,今年再种!        他说，今年再种！""",
    "copy-html": """\
HTML is left among the words: a tag, or a character written as a reference.
Nothing interprets it; it is printed as it stands. `infographic check --mend` writes the characters
that were meant, and takes the tags out (** … ** for bold words, a line break for <br>).
R&D, AT&T and a < b are no HTML.
    A&amp;B公司<br>签约        A&B公司 签约""",
    "copy-invisible": """\
A character without ink was pasted along: a soft hyphen, a zero-width space, a mark of direction.
It is left out of the page and its copied text. U+00AD inside a Latin word stays, and may divide it
at a line's end; so do U+200B inside an address, and U+2060 between two letters, which no line's end
parts.""",
    "copy-line-end": """\
A text ends in line breaks, or has line ends of another program.
Breaks at its ends set nothing, and only `check` says so. U+2028, U+2029 and a lone \\r are taken
for line breaks: make sure that one was meant.""",
    "copy-no-label": """\
A stat is a number, and no words say what it counts.
    {"value": 2300, "unit": "个"}
    {"value": 2300, "unit": "个", "label": "党建联盟"}""",
    "copy-quote": """\
Straight quotes stand round Chinese words.
Chinese has “ ”, and ‘ ’ inside them (GB/T 15834, 4.8). It's, 5'30" and quotes round English words
in an English text are left alone. `infographic check --mend` writes the story with the right ones;
of a quote whose other half is missing only you know where it belongs.
    把"绿水青山"守好        把“绿水青山”守好""",
    "copy-radical": """\
A radical or a compatibility ideograph stands in place of a Han.
Text copied out of many PDFs has them: ⽂ (U+2F42) looks like 文 and is another character, which
most faces lack and no search for 文 finds. The page is set with the Han that Unicode gives for it;
only the story still has the other.""",
    "copy-traditional": """\
Traditional characters stand in a simplified story, or simplified ones in a traditional.
A story's "language" says which it is. Characters that both have (乾隆) or names keep (後藤) are
left alone, and so is a quotation in “ ” or 《 》 that is in the other script throughout.
    推進会议        推进会议""",
}
