"""Phrases that stand in sentences, and mends that many share."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "mend/did-you-mean": "did you mean “{near}”?",
    "mend/joined-number": (
        'a number of the data becomes words in the layout: {{"$join": [{{"$data": "…"}}, "万吨"]}}'
    ),
    "mend/or-fit": "{mend}; or `infographic render --fit`, which changes what the “fit” of"
    " “{layout}” allows",
    "mend/one-of": "one of: {choices}",
    "mend/no-quotes": "write the number without quotes: {number}",
    "mend/no-quotes-and-parts": "write the number without quotes: {number}, with {parts}",
    "mend/no-quotes-or-no-part": "write a number without quotes, or take “{part}” out",
    "phrase/quoted": "“{words}”",
    "phrase/field": '"{name}": "{words}"',
    "phrase/row": "{height:.0f}",
    "phrase/row-for": "{height:.0f} for “{area}”",
    "phrase/tracking": "tracking {tracking:+.3f} em",
    "phrase/leading-to": "leading {own:.4g} → {fitted:.4g} pt",
    "phrase/size-to": "size {own:.4g} → {fitted:.4g} pt",
    "phrase/insets": "the insets",
    "phrase/numbers": "the numbers",
    "phrase/pull-quote": "the pull-quote's parts",
    "phrase/section": "the section's parts",
    "phrase/cover": "the words of the cover",
    "phrase/panel": "the panel's parts",
    "phrase/blocks": "the blocks",
    "phrase/figure": "the figure and its caption",
    "phrase/stat": "the stat's parts",
    "phrase/paragraphs": "the paragraphs",
    "phrase/words": "the words",
    "phrase/words-and-rules": "the words and rules",
    "phrase/items": "the list's items",
    "phrase/headline": "the headline",
    "phrase/deck": "the deck",
    "phrase/whole-story": "the whole story",
    # Kinds of values
    "phrase/null": "null",
    "phrase/true-or-false": "true or false",
    "phrase/number": "a number",
    "phrase/bytes": "bytes",
    "phrase/text": "a text",
    "phrase/map-file": "a base map's file",
    "phrase/list": "a list",
    "phrase/object": "an object",
    # What was named or opened before
    "phrase/the-story": "the story",
    "phrase/the-file": "the file",
    "phrase/the-whole-text": "the text",
    "phrase/the-object": "the object",
    "phrase/the-list": "the list",
    "phrase/the-text": "the text",
    "phrase/watch-written": "{files} in {milliseconds} ms",
    "phrase/watch-left": "not written: what was written before stays",
    "phrase/watch-begun": "{count:# file is|# files are} watched; Ctrl-C ends it",
}
