"""Of what a program or a command line asks for."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "call-file/closed": (
        "a {kind} that is closed or has no “write”",
        "pass a path, or a file object open for writing bytes",
    ),
    "call-file/no-ending": (
        "{file}: the name has no ending",
        "a page is written as {known:list or}",
    ),
    "call-file/no-name": (
        "a file object has no name",
        "say its format: save(file, “png”)",
    ),
    "call-file/not-taken": "{flag} is for {takers:list or}; this run writes {kinds:list and}",
    "call-file/option": (
        "{format} takes no “{name}”",
        "it has no options",
    ),
    "call-file/option-value": "{name} must be {wanted}, and is {value}",
    "call-file/several-pages": (
        "one file object for the {count} pages of the layout",
        "save each of `pages` into its own",
    ),
    "call-file/takes-text": (
        "the file object takes text, not bytes",
        "open it with mode “wb”",
    ),
    "call-file/unknown-ending": (
        "{file}: no format has the ending “{ending}”",
        "a page is written as {known:list or}",
    ),
    "call-number/above": "{name} must be a number above 0, and is {value}",
    "call-number/from": "{name} must be a number from {least:g}, and is {value}",
    "call-type": "{name} must be {wanted}, and is {value}",
    "phrase/a-dict": "a dict",
    "phrase/tuple-of-names": 'a tuple of names: ("card.png",)',
    "phrase/dask-client": "a client of Dask",
    "phrase/jobs": "a list of jobs, or an iterator",
    "phrase/a-path": "a path",
    "phrase/list-of-folders": 'a list of folders: ["fonts"]',
    "phrase/list-of-files": 'a list of pairs, a pointer and a file: [("/charts/0", "new.xlsx")]',
    "phrase/list-of-pairs": 'a list of pairs, a pointer and a text: [("/headline", "…")]',
    "phrase/list-of-codes": 'a list of codes: ["copy-html"]',
    "phrase/a-tuning": "a Tuning, as `fit` finds it",
    "phrase/story-like": "a path or a dict",
    "phrase/layout-like": "a name, a path or a dict",
    "call-word": "{name} must be one of “{known:join ”, “}”, and is {value}",
    "layout-needs/none-shipped": (
        "the story fits none of the shipped layouts; `infographic check` says why"
    ),
    "layout-unknown/shipped": "there is no shipped layout “{name}”",
    "mend/ending": "{nearest} a page is written as {known:list or}",
    "mend/list-of-codes": "`infographic explain` lists them",
    "mend/no-transparency": "it has no transparent pixels; write .png, .webp or .svg",
    "mend/placeholder": "known is {{layout}}; write “{{{{” and “}}}}” for braces in a name",
    "mend/placeholder-near": "did you mean “{{layout}}”?",
    "mend/ppi": "150 shows a print page on a screen, 300 all that its pictures have",
    "mend/scale": "1 is the page's own size, 2 has twice as many pixels each way",
    "mend/tile-height": "the most px that a platform takes: 1440",
    "phrase/limit": "At most {most:,} {of}.",
    "phrase/limits": "A file that asks for more is refused; docs/limits.md has all limits.",
    "phrase/raised": (
        "infographic render story.json --limits {name}={more}    for files that you trust"
    ),
    "phrase/no-such-code": "there is no code “{code}”; {mend}",
    "phrase/no-such-icon": "no icon has “{word}” in a name; {mend}",
    "mend/all-icons": "`infographic icons` lists them all",
    "phrase/no-such-placeholder": "there is no placeholder {placeholder}; {mend}",
    "phrase/number-between": "a number from {low:g} to {high:g}",
    "phrase/size-in-bytes": "a size such as 300kB, 2MB or 2000000",
    "phrase/whole-number-between": "a whole number from {low:g} to {high:g}",
    "wrong-call": "{words}",
}
