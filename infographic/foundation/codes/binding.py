"""Of binding: a layout and a story become one."""

from __future__ import annotations

CODES: dict[str, str] = {
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
    "edit-pointer": """\
A JSON text has no value at a pointer, so that none can be found or changed there.
A pointer is empty or begins with “/”: /panels/0/stats/1/value. What is to be new in an object is
added by changing the whole object; the studio has an edit of its own for it, “create”.""",
    "layout-needs": """\
The story lacks what the layout needs, or has more than it can take.
The layout says so under “needs”. Choose another layout (`infographic check STORY` lists those
that fit), or complete the story.""",
    "needs-form": """\
A layout's “needs” are not written as needs.
    "needs": {"/headline": true, "/figures": {"min": 1}, "/body": {"min_characters": 400}}""",
}
