"""Of a page's look, held against the grammar of docs/design.md."""

from __future__ import annotations

from infographic.foundation.sayings import Sentence

SAYINGS: dict[str, str | tuple[str, str] | Sentence] = {
    "look-news": (
        "the story’s news, {pointer}, is no figure of the page",
        "show `news` first, as the largest figure",
    ),
    "look-rank": Sentence(
        "“{first}” leads the figures too little: the next is “{second}”",
        "make the news larger, or the other figures smaller",
        found="{ratio:.2f} : 1, digits of {tall:.1f pt} and of {next:.1f pt}",
        wanted="at least {least:g} : 1",
    ),
    "look-headline": Sentence(
        "the headline is too small beside the figure “{figure}”",
        "make the headline larger, or the ordinary figures smaller",
        found="{ratio:.2f} : 1, type of {size:.1f pt} and of {other:.1f pt}",
        wanted="at least {least:g} : 1",
    ),
    "look-accent": Sentence(
        "the accent is used for more than the news",
        "set them in ink: the accent is for the news and the marks of charts",
        found="{count:# other thing|# other things} in it: {words:join , }",
        wanted="none",
    ),
    "look-sentences": Sentence(
        "one region has too many sentences with a number in them: each is a line to scan",
        "set some as a grid of figures, as a chart or as a list",
        found="{count}",
        wanted="at most {most}",
    ),
    "look-hole": Sentence(
        "a part of the page stands empty",
        "give the picture, the chart or the figures beside it that room, or take another form",
        found="{width:.0f pt} × {height:.0f pt}, {share:.0%} of what is seen",
        wanted="at most {most:.0%}",
    ),
    "look-band": Sentence(
        "a band from side to side stands empty",
        "give what stands above or below it that room, or take another form",
        found="{height:.0f pt} of height, {share:.0%} of what is seen",
        wanted="at most {most:.0%}",
    ),
    "look-masses": Sentence(
        "too little of the page is a mass: seen small it is grey",
        "give it a picture, a ground that is seen, or larger marks",
        found="{share:.0%} of the page in pictures, grounds and marks",
        wanted="at least {least:.0%}",
    ),
    "look-type/phone": Sentence(
        "“{words}” is too small on a phone",
        "give its style, or its part (“unit”, “digits” …), a larger size in a layout that extends"
        " this one, or choose a layout with more room",
        found="{size:.1f} pt on a phone 375 pt wide ({own:.0f px} here)",
        wanted="at least {least:.1f} pt ({wanted:.0f px})",
    ),
    "look-type/print": Sentence(
        "“{words}” is smaller than the press prints type",
        "give its style, or its part (“unit”, “digits” …), a larger size in a layout that extends"
        " this one, or choose a layout with more room",
        found="{size:.1f pt}",
        wanted="at least {least:g pt}",
    ),
    "look-crop": Sentence(
        "too much of “{picture}” is cut off",
        "choose a layout or a picture of the other shape, or give it a frame of its own shape:"
        ' "ratio": "auto"',
        found="{share:.0%} of it is kept",
        wanted="at least {least:.0%}",
    ),
    "look-caption": Sentence(
        "a caption runs in lines that are too long",
        "set it in a column of 25 to 35 characters",
        found="{count:.0f} characters in a line",
        wanted="at most {most:g}",
    ),
    "look-relief": Sentence(
        "a column is plain text for too long",
        "mark a sentence {{! … !}} that its article may repeat, or set a subhead",
        found="{depth:.0f pt}",
        wanted="at most {most:.0f pt}",
    ),
    "look-order": Sentence(
        "picture {later} stands before picture {earlier}",
        "let the pictures stand in the order of their numbers",
        found="{count:# pair|# pairs} out of order",
        wanted="none",
    ),
    "look-stamp": Sentence(
        "picture {number} is a postage stamp beside the largest",
        "make it larger, or leave it out",
        found="{share:.1%} of the largest one’s area",
        wanted="at least {least:.1%}",
    ),
}
