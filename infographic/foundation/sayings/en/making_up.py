"""Of making up: words in their frames, blocks, whole pages."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "overfull/blocks": (
        "{what} need {needed:.1f pt} of height and have {given:.1f pt}: {over:.1f pt mm} too much",
        "give it more height, take something out, or make a style or gap smaller",
    ),
    "overfull/rows": (
        "the rows need {needed:.1f pt} of height and have {given:.1f pt}: {over:.1f pt mm} too much"
        " (rows of {rows}, gaps of {gap:g pt})",
        "give it more height, take something out, or make a style or gap smaller",
    ),
    "overfull/artwork-tall": (
        "“{name}” needs {needed:.1f pt} of height and has {given:.1f pt}: {over:.1f pt mm} too"
        " much",
        "make its “height” or “width” smaller, or give it more height",
    ),
    "overfull/artwork-wide": (
        "“{name}” needs {needed:.1f pt} of width and has {given:.1f pt}: {over:.1f pt mm} too much",
        "make its “height” or “width” smaller, or give it more width",
    ),
    "overfull/icon-tall": (
        "the icon needs {needed:.1f pt} of height and has {given:.1f pt}: {over:.1f pt mm} too"
        " much",
        "make its “size” smaller, or give it more height",
    ),
    "overfull/icon-wide": (
        "the icon needs {needed:.1f pt} of width and has {given:.1f pt}: {over:.1f pt mm} too much",
        "make its “size” smaller, or give it more width",
    ),
    "overfull/qr-tall": (
        "the code needs {needed:.1f pt} of height and has {given:.1f pt}: {over:.1f pt mm} too"
        " much",
        "make its “size” smaller, or give it more height",
    ),
    "overfull/qr-wide": (
        "the code needs {needed:.1f pt} of width and has {given:.1f pt}: {over:.1f pt mm} too much",
        "make its “size” smaller, or give it more width",
    ),
    "qr-pale": (
        "the code is not clearly darker than its ground",
        "set “color” to a dark ink and “ground” to paper; a reversed code is not read everywhere",
    ),
    "qr-small/print": (
        "a code of {modules} modules with its quiet zone is {across} × 0.4 mm, {wanted:.1f mm},"
        " and has {size:.1f mm}",
        "give it that “size”, a shorter address, or a lower “error”",
    ),
    "qr-small/screen": (
        "a code of {modules} modules with its quiet zone is {across} × 4 px, {wanted:.0f px},"
        " and has {size:.0f px}",
        "give it that “size”, a shorter address, or a lower “error”",
    ),
    "qr-text": (
        "no code holds this text ({characters:# character|# characters}, {bytes} bytes) at error"
        " level “{error}”",
        "write an address in “text”, a short one; 2331 bytes are the most at “m”",
    ),
    "fact-box-empty": (
        "the fact box has neither facts with a style nor a block to hold",
        "give it “facts” and “style”, or “content”",
    ),
    "overfull/page": (
        "the page would be {height:.0f pt} tall; “max_height” allows {most:.0f pt}",
        "take something out, or raise “max_height”",
    ),
    "headline-long": (
        "{what} “{words}” leaves the rest of the page too little room, even at {size:.1f pt},"
        " the smallest it may be",
        "shorten it, or let it be smaller (“smallest”)",
    ),
    "headline-yields": "“{words}” is set in {size:.1f pt} in place of {liked:.1f pt},"
    " so that the rest of the page has room",
    "overfull/page-of-tiles": (
        "the page would be {height:.0f pt} tall; “max_height” allows {most:.0f pt}",
        "take something out, or raise “max_height” and cut the page into tiles (--tiles 4000): no"
        " PDF is so tall, and no picture made in one piece",
    ),
    "overset/words": (
        "“{words}” needs {needed:.1f pt}, the frame has {given:.1f pt}: {over} characters in {left}"
        " of {lines} lines do not fit",
        "cut {over} characters, make style “{style}” smaller, or give the frame {more:.1f pt} more",
    ),
    "overset/line-break": (
        "“{words}” needs {needed:.1f pt}, the frame has {given:.1f pt}: {over} characters in {left}"
        " of {lines} lines do not fit",
        "take the line break from its end, make style “{style}” smaller, or give the frame"
        " {more:.1f pt} more",
    ),
    "overset/lines": (
        "“{words}” makes {lines} lines of style “{style}” at {size:g pt} and may have {allowed}:"
        " {over} characters too many",
        "shorten it, or let the style be smaller or have more lines",
    ),
    "overset/words-in-width": (
        "“{words}” needs {needed:.1f pt} of width, the frame has {given:.1f pt}: {over} characters"
        " in {left} of {columns} columns do not fit",
        "cut {over} characters, make style “{style}” smaller, make the columns longer, or give the"
        " frame {more:.1f pt} more width",
    ),
    "overset/columns-long": (
        "the columns of “{words}” are {length:.1f pt} long, the frame has {height:.1f pt}:"
        " {over:.1f pt} too much",
        "give the frame more height, or make the columns or style “{style}” shorter",
    ),
    "overset-width/parted": (
        "“{words}” has a date or number wider than its measure of {measure:.1f pt}: it is parted"
        " where that reads best",
        "shorten it, widen the frame, or make style “{style}” smaller",
    ),
    "overset-width/at-sign": (
        "“{words}” has a piece wider than its measure of {measure:.1f pt}: it is broken after a"
        " sign in it, or before a unit",
        "shorten it, widen the frame, or make style “{style}” smaller",
    ),
    "overset-width/torn": (
        "“{words}” is {over:.1f pt} wider than its measure of {measure:.1f pt}: it is broken"
        " between two characters",
        "shorten it, widen the frame, or make style “{style}” smaller",
    ),
    "overset-width/stuck": (
        "“{words}” is {over:.1f pt} wider than its measure of {measure:.1f pt}, which is too narrow"
        " for a character of it",
        "widen the frame, or make style “{style}” smaller",
    ),
    "interlinear-tight": (
        "style “{style}” leaves {between:.1f pt} between its lines, too little for the dots, lines"
        " or readings that stand there",
        "give it a leading of {wanted:g} times its size",
    ),
    "script-unsupported": (
        "{script} letters cannot be set: “{characters}” ({codes})",
        "give them in Chinese or in Latin letters, or as a picture",
    ),
    "glyph-missing": (
        "no face of style “{style}” has “{characters}” ({codes}); looked in {faces}",
        "add a face that has it to the style's font role, or write another character",
    ),
    "glyph-missing/sequence": (
        "no face of style “{style}” has {found:join  and } as one picture ({named:join ; })",
        "write another emoji, or words; or add a face that has it to the style's font role",
    ),
    "number-plain": (
        "“{words}” is marked, and style “{style}” sets it as the words round it",
        "give the style “digits” or “strong”, or take the marks out",
    ),
    "copyfit/made": "style “{style}” made to fit: {done}",
    "copyfit/made-and-dropped": "style “{style}” made to fit: {done}; dropped {dropped}",
    "copyfit/dropped": "style “{style}” made to fit: dropped {dropped}",
    "copyfit/thread-group": (
        "style “{style}” shares a size with the group “{group}”, and a thread goes by its own"
        " frames alone",
        "take the group from the style's “fit”",
    ),
    "style-vertical/block": (
        "style “{style}” is vertical, and this block sets lines across the page",
        "use a text, headline or article block, or a horizontal style",
    ),
    "style-vertical/caption": (
        "style “{style}” is horizontal, and the caption stands beside the picture",
        'give it "writing": "vertical"',
    ),
    "section-color": (
        "a section has neither “color” nor “colors”",
        'write "color": "accent", or "colors": ["section-1", "section-2"] to take them in turn',
    ),
    "style-incomplete/fact-box": (
        "the fact box has “{part}” and no style to set it in",
        "give it “title_style”, a style's name",
    ),
    "style-incomplete/pull-quote": (
        "the pull-quote has “{part}” and no style to set it in",
        "give it “by_style”, a style's name",
    ),
    "style-incomplete/section": (
        "the section has “{part}” and no style to set it in",
        "give it “{part}_style”, a style's name",
    ),
    "style-incomplete/panel": (
        "the panel has “{part}” and no style to set it in",
        "give it “title_style” or “note_style”, a style's name",
    ),
    "grid-areas/row": (
        "row {row} of “areas” has {cells} cells, the first has {first}",
        "write one word a cell in every row, “.” for an empty one",
    ),
    "grid-areas/rectangle": (
        "area “{area}” is no rectangle",
        "an area's cells must form one rectangle",
    ),
    "grid-areas/auto-column": (
        "a column is never “auto”: only rows are as large as their content",
        'write a width or a share: "columns": ["40mm", "1fr"]',
    ),
    "grid-areas/child": "“{child}” is in “children” and in no row of “areas”",
    "frame-outside/grid": (
        "the columns and gutters are {across:.1f pt} wide, the grid {width:.1f pt}: {over:.1f pt}"
        " too much",
        "make a column narrower, or let one be “1fr”",
    ),
    "frame-outside/left-or-above": (
        "the frame lies wholly to the left of its area or above it",
        "correct its “x” or “y”",
    ),
    "frame-outside/right": (
        "the frame reaches {over:.1f pt} past the right edge of its area ({width:.1f pt} wide)",
        "move it left or make it narrower",
    ),
    "frame-outside/below": (
        "a frame reaches {over:.1f pt} below its area ({height:.1f pt})",
        "move it up, make it lower, or give the area more height",
    ),
    "value-kind/ratio": "expected a ratio such as “3:2” or “16:9”, found “{found}”",
    "contour-opaque": (
        "words run along a contour, and “{picture}” is not transparent round it",
        "give a PNG or TIFF cut out with transparency, or take the “contour” away",
    ),
    "picture-cropped": (
        "only {shown:.0%} of “{picture}” is shown: its shape is {own:.2f} : 1, the frame's"
        " {wanted:.2f} : 1",
        "choose a picture or a frame nearer in shape; “focus” says what stays in view",
    ),
    "picture-outset": (
        "“{picture}” has no transparency, and does not stand out of its frame",
        "give it cut out (a PNG, TIFF or WebP with transparency), or take “outset” away",
    ),
    "picture-treatment/colors": (
        "a duotone is in two colours, and the layout has no {names:list or}",
        "give “duotone” two of the layout's colours",
    ),
    "picture-treatment/drawing": (
        "“{picture}” is a drawing, and no “{treatment}” of it is made",
        "say what its colours become with “colors” of the figure",
    ),
    "cover-form/none": "the cover has no picture: its other form stands in its place",
    "cover-form/flat": (
        "the cover has no picture: its words stand on its band alone",
        "give the story a picture, or the cover an “otherwise”",
    ),
    "cover-form/shape": (
        "{kept:.0%} of “{picture}” would be shown, and {least:.0%} is the least",
        "give the cover another shape, fewer words or another picture, or an “otherwise”",
    ),
    "cover-form/credit": (
        "the credit “{credit}” is not set: the cover has no style for it",
        "give the cover a “credit_style”",
    ),
    "cover-measured/on-picture": "the words stand on “{picture}”, at its {end}: its lightness"
    " spreads there by {spread:.2f}, and their contrast is {contrast:.1f}; {kept:.0%} of it is"
    " kept",
    "cover-measured/on-band": "the words stand on a band at the {end}: on the {tried} of"
    " “{picture}” lightness spreads by {spread:.2f} (at most {most:g}), and their contrast is"
    " {contrast:.1f} (at least 4.5); {kept:.0%} of it is kept",
    "cover-measured/covered": "the words stand on a band at the {end}: on the {tried} of"
    " “{picture}” they would cover what it shows (lightness spreads there by {spread:.2f}, their"
    " contrast is {contrast:.1f}); {kept:.0%} of it is kept",
    "cover-measured/print": "the words stand on a band at the {end}, as always in print;"
    " {kept:.0%} of “{picture}” is kept",
    "must-left-out": (
        "“{layout}” has no place for {part}, which says “must”",
        "choose a larger layout, or let it be “should”",
    ),
    "charts-left-out": (
        "“{layout}” has no place for {count:# item|# items} of {list}: {items}",
        'choose a layout that has, or say that it may be left out with "priority": "may"',
    ),
    "items-left-out": (
        "“{layout}” has no room for {count:# item|# items} of {list}: {items}",
        'say which stay with "priority": "must" and which give way first with "may", or choose a'
        " larger layout",
    ),
    "numbers-left-out": (
        "the frame has no room for {count:# number|# numbers}: {items}",
        'say which stay with "priority": "must" and which give way first with "may", or give the'
        " block more room",
    ),
    "numbers-left-out/notes": (
        "the frame has no room for the second line of {count:# number|# numbers}: {items}",
        "give the block more room, or let it show fewer numbers",
    ),
    "underset": (
        "{empty} of {lines} lines of the {block} stand empty; “{layout}” allows {allowed}",
        "add about {spare} characters, or raise “underset”",
    ),
    "underset/page": (
        "{empty} of the {lines} lines that “{layout}” has for running words stand empty",
        "add words, or choose a smaller layout; `render --fit` fills a page as far as its layout's"
        " “fit” allows",
    ),
    "story-unused": "{part} does not appear in layout “{layout}”",
}
