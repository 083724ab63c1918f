"""Of decoding: the values that fields hold, and the fields that objects have."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    # Values
    "value-kind": "expected {wanted}, found {found}",
    "value-kind/color": "expected a colour's name, found {found}",
    "value-kind/edges": (
        "expected {wanted}, found {found}",
        "[top and bottom, left and right] or [top, right, bottom, left]",
    ),
    "value-kind/icon": "expected an icon's name, found {found}",
    "value-kind/object": "expected an object with {wanted}",
    "value-kind/map": (
        "expected a base map's path, found {found}",
        'write “file”: “map/province.geojson”, or {{"path": …, "names": …, "layer": …}}',
    ),
    "value-kind/map-part": (
        "“{name}” is no part of a base map's file",
        "a base map's file has “path”, “names” and “layer”",
    ),
    "value-kind/picture": "expected a picture's path, found {found}",
    "value-kind/story": (
        "a story is an object, and this is {found}",
        "a file holds one story: {{…}}; `infographic init` makes one to start from",
    ),
    "value-kind/style": "expected a style's name, found {found}",
    "list-long": (
        "the list has more than {most} {of}",
        "leave out those that no page has room for",
    ),
    "names-many": (
        "this has more than {most} entries",
        "leave out those that nothing names",
    ),
    "value-choice": "expected {wanted}, found {found}",
    "value-range": "expected {wanted}, found {found}",
    "value-range/large": "{found} is too large",
    "value-range/list-from": "expected a list of at least {low}, found {found}",
    "value-range/list-from-to": "expected a list of at least {low} and up to {high}, found {found}",
    "value-range/list-up-to": "expected a list of up to {high}, found {found}",
    "length-form": (
        "expected {wanted}, found {found}",
        "units: mm, cm, in, pt, px; or a 字号",
    ),
    "length-form/track": (
        "expected “auto”, a share such as “2fr”, “rest”, “rest 80mm” (at least that), a length such"
        " as “40mm”, or a per cent such as “30%”, found {found}"
    ),
    "length-unit": (
        "the length {number} has no unit",
        'add its unit: "{number}mm", "{number}pt" or "{number}px"',
    ),
    "mend/in-quotes": 'put it in quotes: "{words}"',
    "mend/without-quotes": "write it without quotes: {number}",
    "mend/in-brackets": "put it in square brackets: […]",
    "mend/items-in-brackets": "write {count} values in square brackets: [{items:join , }]",
    "mend/item-in-brackets": "put {item} in square brackets: […]",
    # Fields
    "field-missing": ("{type} wants a “{key}”", 'add "{key}": {wanted}'),
    "field-unknown": "“{key}” is not a field of {type}",
    "field-unknown/another-system": (
        "{keys:list and} are not fields of {type}: they are those of another system",
        "here: {renamed:join ; }",
    ),
    "field-unknown/layout": (
        "this is a layout, given for a story",
        "name the story first, and the layout with -l",
    ),
    "field-unknown/story": (
        "this is a story, given for a layout",
        "-l names the layout; `infographic layouts` lists the shipped ones",
    ),
    "field-unknown/wrapped": (
        "“{key}” is not a field of Story: the story stands inside it",
        "hand over what stands in it alone",
    ),
    "phrase/renamed": "“{theirs}” → {ours}",
    "phrase/renamed-none": "“{theirs}” → “x-{theirs}”, or take it out",
    "phrase/field-in": "“{field}” in “{outer}”",
    "phrase/field-body": "“body”, a list of paragraphs",
    "phrase/field-figures": '“figures”, a list of {{"image": "a.jpg", "caption": "…"}}',
    "phrase/field-panels": '“panels”, a list of {{"title": "…", "stats": […]}}',
    "mend/other-name": "did you mean {ours}?",
    "block-type": "{found} is no block",
    "block-type/missing": "a block without “type”",
    "mend/color-form": (
        'write {{"cmyk": [0, 95, 85, 5], "srgb": "#b3121d"}}, inks in per cent, or {{"k": 60}}'
    ),
    "mend/figure-form": 'write {{"image": "a.jpg", "caption": "…"}}',
    "mend/lint-form": 'write {{"off": ["copy-emoji"]}}: the codes that are not to be said',
    "mend/panel-form": 'write {{"title": "…", "stats": ["…"]}}',
    "mend/publication-form": 'write {{"name": "…", "date": "…"}}',
    "phrase/a-quoted-text": '"…"',
    "phrase/a-bracketed-list": "[…]",
    "block-type/article": (
        "an illustrated text wants an article",
        '"text": {{"type": "article", "body": {{"$data": "/body"}}, "style": "body"}}',
    ),
    "mend/not-null": "null is “not given”, and this cannot be left out: write it",
    "mend/block": 'a block is an object: {{"type": "text", …}}',
    "columns-missing": (
        "“page” is what the page's columns have, and the page has no “columns”",
        'say how many: "page": {{"columns": 5, "gutter": "5mm"}}, or write a value here',
    ),
    # What is wanted
    "phrase/whole-number": "a whole number",
    "phrase/value": "a value",
    "phrase/length": "a length such as “3mm”, “12pt”, “40px” or “小五”",
    "phrase/edges": "a length, or a list of two or four",
    "phrase/list-of": "a list of {count}",
    "phrase/written": "{value}",
    "phrase/quoted-start": "“{words}…”",
    "phrase/all-of": "{parts:list and}",
    "phrase/or": "{kinds:list or}",
    "phrase/from": "{kind} from {low:g}",
    "phrase/from-to": "{kind} from {low:g} to {high:g}",
    "phrase/above": "{kind} above {low:g}",
    "phrase/up-to": "{kind} up to {high:g}",
    "phrase/below": "{kind} below {high:g}",
    # Types with readers of their own
    "phrase/block": "a block",
    "phrase/color": "a color",
    "phrase/copy": "a text",
    "phrase/a-figure": "a figure",
    "phrase/drawing-file": "a drawing's file (an SVG)",
    "phrase/image-file": "an image file",
    "phrase/text-style": "a text style",
    "phrase/data-of-story": "data of the story, which $data points to",
    "phrase/track": "a track",
    "phrase/type": "{name}",
}
