"""Of what no editor meant in a story's texts."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "copy-html/tag": (
        "HTML among the words, which is set as it stands: “{found:join ”, “}” ({places})",
        "take it out: ** … ** makes words bold, and \\n breaks a line",
    ),
    "copy-html/reference": (
        "character references among the words, which are set as they stand: {found} ({places})",
        "write the characters themselves",
    ),
    "copy-invisible/removed": (
        "{count:a character|# characters} without ink, which no page shows: {found} ({places})",
        "take {count:it|them} out",
    ),
    "copy-invisible/kept": (
        "a line may end there, and nothing shows where none does: {found} ({places})",
        "take it out where it was not meant",
    ),
    "copy-radical/han": (
        "radicals or compatibility ideographs, set as the Han they stand for: {found} ({places})",
        "write the Han, so that a search in the story finds the words",
    ),
    "copy-line-end/trimmed": (
        "the text ends in {count:a line break|# line breaks}, of which nothing is set ({places})",
        "take {count:it|them} out",
    ),
    "copy-line-end/odd": (
        "a line end of another program, taken for a line break: {found} ({places})",
        "write \\n, or take it out",
    ),
    "copy-quote/pair": (
        "{count} straight quotes round Chinese words: {found} ({places})",
        "write curly ones, ‘ ’ inside “ ” (GB/T 15834, 4.8)",
    ),
    "copy-quote/alone": (
        "a straight quote beside Chinese words, and no other that belongs to it ({places})",
        "write “ or ”, and the other half where it is missing",
    ),
    "copy-half-width/marks": (
        "{count:a half-width mark|# half-width marks} among Han: {found} ({places})",
        "write full-width marks (GB/T 15834, 5.1)",
    ),
    "copy-doubled/marks": (
        "marks that do not follow each other: {found} ({places})",
        "write the one that is meant",
    ),
    "copy-doubled/spaces": (
        "spaces in a row, of which one is set: {found} ({places})",
        "write one; a wide one is U+3000",
    ),
    "copy-full-width/letters": (
        "Latin letters as wide as Han: {found} ({places})",
        "write them half-width",
    ),
    "copy-emoji/print": (
        "emoji for a press, which prints them in one colour: {found} ({places})",
        "write words, or keep them for screens",
    ),
    "copy-face/headline": (
        "characters of the headline come from another face than the rest: {found} ({places})",
        "choose a face that has them, or write others",
    ),
    "copy-face/words": (
        "{count:# character is|# characters are} not in {own}, and {face} stands in: {found}",
        'name a face that has them under "fallback", or write others',
    ),
    "copy-float/long": (
        "a number that was never rounded, and is set with all its digits: {found} ({places})",
        'write as many as are to be read, or give the stat its "decimals"',
    ),
    "copy-float/number": (
        "a number as a program's rounding leaves it: {found} ({places})",
        "write it as it was meant",
    ),
    "copy-traditional/traditional": (
        "traditional Han in a simplified story: {found} ({places})",
        "write the simplified ones, or set a quotation of them in “ ”",
    ),
    "copy-traditional/simplified": (
        "simplified Han in a traditional story: {found} ({places})",
        "write the traditional ones, or set a quotation of them in 「 」",
    ),
    "copy-no-label": (
        "a number, and no words say of what",
        "write what it counts, 建成**2300**公里, or a “label”:"
        ' {{"value": 2300, "unit": "个", "label": "党建联盟"}}',
    ),
    "phrase/stands-for": "“{written}” for {meant}",
    "phrase/in-place-of": "{found} for {meant}",
    "phrase/character": "U+{code:04X} ({name})",
    "phrase/from-face": "{found} from {face}",
    "phrase/emoji": "{emoji} ({name})",
    "phrase/times": "{count}",
    "phrase/nth-character": "character {number}",
    "phrase/and-more": "and {count} more",
}
