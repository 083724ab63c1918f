"""Of templates: a story whose values are the columns of a table."""

from __future__ import annotations

CODES: dict[str, str] = {
    "row-column": """\
A template names a column that the table does not have.
Columns are called as their headings are; of several rows of headings, by all of them with a blank
between. `infographic data FILE` lists them.""",
    "row-item": """\
“.” and “./name” are parts of an item, and there is none.
They stand inside the “do” of a “$each”, which goes through a cell that is a list, as JSON lines
have it.""",
    "row-empty": """\
A cell is empty that a text is made of, or that the template requires.
A sentence with a hole is never meant: leave the text out where the cell is empty, by an “$if”. A
“$row” whose cell is empty is left out of its object, or is its “default”.""",
    "row-number": """\
A cell is compared with a number, or written in a form of numbers, and is none.
Write a number into it. What the table reads as words (a code, a date) has no form.""",
    "row-words": """\
A cell that is neither words nor a number stands in a text.
Of JSON lines a cell may be a list, an object, true or false: name its parts, or ask for it by an
“$if”.""",
    "row-list": """\
A “$each” goes through a cell that is a list, and this is none.
Only JSON and JSON lines have lists in cells.""",
    "row-object": """\
A cell is an object, and a template takes words, numbers and lists of them.
An object would be a part of the story that whoever wrote the table has written, and not who wrote
the template. Name its parts.""",
    "row-condition": """\
A condition of a template is not one.
“gdp”: its cell is filled. {"column": "gdp", "above": 0, "most": 100}, also “below”, “least”, “is”
(a value, or a list of values); {"not": C}, {"any": [C, …]}, {"all": [C, …]}.""",
    "row-form": """\
A directive of a template is not written as it has to be.
“$row”, “$if”, “$join”, “$each” and “$columns” are told in docs/templates.md, with the forms that a
number may have in a text.""",
    "row-settings": """\
A template's “$batch” is not written as it has to be.
It names columns: “id” the one that tells an edition from the others, “copy” those that are written
with marks, “required” those that may not be empty.""",
    "row-story": """\
What a template makes of a row is no story, or not one for the layout.
The place is the row; what is wrong is told as of any story. Try the row alone: `--only ID`.""",
    "row-more": """\
The same is wrong in many rows.
The first ten of a kind are told one by one, the others counted.""",
}
