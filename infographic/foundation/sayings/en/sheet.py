"""Of a layout's page, tokens and styles, and of house tables."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    # The page
    "page-margins/height": (
        "the margins at head and foot take {margins:.0f pt}, and the page is {length:.0f pt} tall",
        "make them smaller: [top and bottom, left and right] or [top, right, bottom, left]",
    ),
    "page-margins/width": (
        "the margins at left and right take {margins:.0f pt}, and the page is {length:.0f pt} wide",
        "make them smaller: [top and bottom, left and right] or [top, right, bottom, left]",
    ),
    "page-size/height": (
        "the page's height of {length:.0f pt} cannot be made",
        "from {least:.0f pt} to {most:.0f pt} ({most:.0f mm})",
    ),
    "page-size/half": (
        "the page has a {has} alone",
        "give it “width” and “height” (“auto”: as tall as its content), or a “size”",
    ),
    "page-size/none": ("the page has no size", "give it “size”, or “width” and “height”"),
    "page-size/unknown": "there is no paper size “{name}”",
    "page-size/width": (
        "the page's width of {length:.0f pt} cannot be made",
        "from {least:.0f pt} to {most:.0f pt} ({most:.0f mm})",
    ),
    "columns-narrow/page": (
        "{count} columns {gutter:g pt} apart leave {characters:.3g} characters of {size:g pt} to a"
        " column; the type area is {width:.1f pt} wide",
        "fewer columns, a lesser “gutter” or smaller margins: {least} characters at least",
    ),
    "alternatives-none": (
        "of the “alternatives” none is left for this story",
        "let the last of them stand without a $if",
    ),
    "layout-part": "the layout has no part “{name}”",
    "layout-part/circle": (
        "the part “{name}” stands in itself",
        "one of the parts between must not name it",
    ),
    "layout-part/deep": (
        "parts inside one another make this more than {most} brackets deep",
        "take a part less deep inside another",
    ),
    "layout-part/name": ("$part wants a part's name, found {kind}", 'write {{"$part": "head"}}'),
    "layout-part/none": (
        "$part, but the layout has no “parts”",
        'write "parts": {{"head": {{…}}}} beside “body” or “pages”',
    ),
    "layout-part/unused": (
        "nothing in the layout takes the part “{name}”",
        'its trees take no parts: write a “body”, or take it there: {{"$part": "{name}"}}',
    ),
    "layout-pages/body-too": (
        "the layout has a “body” and “pages”",
        "one page has a “body”, several have “pages”",
    ),
    "layout-pages/empty": ("“pages” is empty", "add a page"),
    "layout-pages/many": (
        "of this story the layout “{layout}” would make {count} pages; {most} is the most",
        "let “each” take fewer items, or put several on a page with “by”",
    ),
    "layout-pages/none": (
        "of this story the layout “{layout}” makes no page: the “if” of none of them holds",
        "give the story what one of them asks for, or choose another layout",
    ),
    "layout-pages/number": (
        "two pages have the number “{number}”",
        "give each its own “number”: 下转第N版 names it",
    ),
    "field-missing/body": (
        "Layout wants a “body”",
        'add "body": a block, or "pages": […]',
    ),
    "story-empty": (
        "the headline is empty",
        "write it; a layout without a headline still names its page by it",
    ),
    # Colours
    "color-unknown": "there is no colour “{name}”",
    "color-unknown/hex": (
        "“{name}” is no colour's name",
        'give it one: "colors": {{"mine": {{"cmyk": [0, 95, 85, 5], "srgb": "{name}"}}}}, with inks'
        " chosen for the press, and write “mine” here",
    ),
    "color-spot/name": (
        "“{name}” cannot be the name of a spot colour",
        "reserved: {reserved}",
    ),
    "color-spot/no-cmyk": (
        "the spot colour “{name}” wants “cmyk”",
        "how its solid looks in process inks: [0, 95, 85, 5]",
    ),
    "color-spot/two": (
        "“{name}” is two inks: its “cmyk” differs",
        "one ink has one look; a lighter one is a tint: “name 40%”",
    ),
    "color-value/no-ink": (
        "colour “{name}” wants “cmyk” or “k”",
        'write {{"cmyk": [0, 95, 85, 5], "srgb": "#b3121d"}} or {{"k": 60}}',
    ),
    "color-value/no-srgb": (
        "colour “{name}” has inks but no “srgb”",
        "the screen's colour is chosen, not computed: add “srgb”",
    ),
    "color-value/srgb": (
        "“{srgb}” is not an sRGB colour",
        'write six hex digits: "srgb": "#b3121d"',
    ),
    "color-value/tint": ("“{text}” is not a tint", 'write a share of the colour: "{name} 12%"'),
    # Styles
    "font-role-unknown": "there is no font role “{role}”",
    "style-circle": ("styles in a circle: {names:join  → }", "base one of them on none"),
    "style-incomplete/font": ("the style has no font", "give it “font”, a role's name"),
    "style-incomplete/size": (
        "style “{name}” has no size",
        "give it “size”, or base it on a style that has one",
    ),
    "style-unknown": "there is no style “{name}”",
    "style-unknown/fitted": "there is no style “{name}” to be fitted",
    "style-unknown/measure": (
        "there is no style “{name}” whose characters the columns could count"
    ),
    "style-unknown/tuned": "there is no style “{name}” to be tuned",
    "length-form/no-length": (
        "“{text}” is no length",
        "write a length such as “3mm”, “12pt”, “40px” or “小五”",
    ),
    "value-range/ceiling-below": (
        "a ceiling of {ceiling:g pt} is smaller than the style's own size of {size:g pt}",
        'write a length, or a share of the size: "ceiling": {share}',
    ),
    "value-range/floor": ("a floor of {floor:g pt} is no size", "a size is above 0"),
    "value-range/floor-above": (
        "a floor of {floor:g pt} is larger than the style's own size of {size:g pt}",
        'write a length, or a share of the size: "floor": {share}',
    ),
    "value-range/leading": (
        "a leading of {leading:g pt} is too little for type of {size:g pt}",
        "from half the size; text wants 1.5 times",
    ),
    "value-range/leading-negative": "a leading of {leading:g pt} is less than nothing",
    "value-range/least-and-most": (
        "the least, {least:g}, is more than the most, {most:g}",
        "write the least first",
    ),
    "value-range/size": ("type of {size:g pt} cannot be set", "a size is above 0"),
    # House tables
    "house-unknown": "there is no house “{name}”",
    "house-unknown/unreadable": ("the house table {path} cannot be read", "{reason}"),
    "house-table/blank": "expected “left” or “right”",
    "house-table/cell": "expected a width in em, more than 0 and at most 2",
    "house-table/characters": "expected the characters as one string",
    "house-table/class": "there is no class “{name}” here",
    "house-table/classes": "expected a list of classes",
    "house-table/cost": (
        "expected a number from {least} to {most}: what a line's end costs",
        "a break between two words costs 14",
    ),
    "house-table/default": "{value} cannot be the default of “{key}”",
    "house-table/extends": "there is no house “{name}”",
    "house-table/form": ("a house table is an object", "start it with {{"),
    "house-table/joint": (
        "“{pair}” is no pair of kinds of words",
        "two letters of {kinds}, or one and *: “nv” is a noun before a verb",
    ),
    "house-table/key": "“{key}” is not known here",
    "house-table/member": "“{name}” is no member of a house table",
    "house-table/missing": "“{side}” is missing",
    "house-table/object": "expected an object",
    "house-table/site": "expected an object with a “site”",
    "house-table/site-length": "expected “site” and “{key}”, a length in em",
    "house-table/sites": "expected a list of sites",
    "house-table/term": (
        "expected a name or term of 2 to {most} characters",
        "mark a longer one in the story: {{~…~}}",
    ),
    "house-table/terms": "expected a list of names and terms",
    "house-table/words": "expected words in one string, parted by spaces",
    "house-table/twice": "“{character}” stands in {other} too",
}
