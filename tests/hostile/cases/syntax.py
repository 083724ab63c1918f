"""JSON that is broken, odd or large: the story's, and what takes it as a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hostile.case import Case, Content, Tree, layout

STORY = ("check", "story.json", "-l", "small.json")


def story(name: str, text: Content, says: str = "", ends: int | tuple[int, ...] = 3) -> Case:
    return Case(f"json-{name}", {"story.json": text}, STORY, ends, says)


BROKEN: tuple[tuple[str, Content, str], ...] = (
    ("empty", "", "json-empty"),
    ("spaces-alone", " \n\t ", "json-empty"),
    ("mark-alone", b"\xef\xbb\xbf", "json-empty"),
    ("nul-alone", "\0", ""),
    ("nul-in-text", '{"headline": "a\0b"}', "json-control"),
    ("escape-in-text", '{"headline": "a\x1b[31mb"}', "json-control"),
    ("cut-off-object", '{"headline": "大事"', "json-cut-off"),
    ("cut-off-text", '{"headline": "大事', ""),
    ("cut-off-escape", '{"headline": "\\u12', ""),
    ("cut-off-character", '{"headline": "大"}'.encode()[:15], ""),
    ("bracket-of-other-kind", '{"body": ["a"}', "json-bracket"),
    ("two-documents", '{"headline": "a"}{"headline": "b"}', "json-after-end"),
    ("comma-behind-last", '{"headline": "a",}', "json-trailing-comma"),
    ("comma-missing", '{"headline": "a" "deck": "b"}', ""),
    ("colon-missing", '{"headline" "a"}', "json-colon"),
    ("key-bare", '{headline: "a"}', "json-key"),
    ("key-number", '{1: "a"}', "json-key"),
    ("key-twice", '{"headline": "a", "headline": "b"}', "json-duplicate-key"),
    ("quotes-curly", "{“headline”: “a”}", ""),
    ("quotes-single", "{'headline': 'a'}", "json-quotes"),
    ("quote-inside", '{"headline": "他说"好"。"}', ""),
    ("line-break-in-text", '{"headline": "a\nb"}', "json-line-break"),
    ("escape-unknown", '{"headline": "\\x41"}', "json-escape"),
    ("escape-of-five", '{"headline": "\\u{1F600}"}', "json-escape"),
    ("surrogate-alone", '{"headline": "\\ud800"}', "json-surrogate"),
    ("surrogates-turned", '{"headline": "\\udc00\\ud800"}', "json-surrogate"),
    ("surrogate-in-key", '{"\\udfff": "a"}', "json-surrogate"),
    ("surrogate-in-bytes", b'{"headline": "\xed\xa0\x80"}', ""),
    ("overlong-slash", b'{"headline": "\xc0\xaf"}', ""),
    ("past-unicode", b'{"headline": "\xf4\x90\x80\x80"}', ""),
    ("latin-1", '{"headline": "café"}'.encode("latin-1"), ""),
    ("gb18030", '{"headline": "大事发生"}'.encode("gb18030"), ""),
    ("utf-7", '{"headline": "+ZSI-"'.encode("ascii"), ""),
    ("number-nan", '{"panels": [{"stats": [{"value": NaN}]}]}', "json-not-finite"),
    ("number-infinity", '{"panels": [{"stats": [{"value": -Infinity}]}]}', "json-not-finite"),
    ("number-1e999", '{"panels": [{"stats": [{"value": 1e999}]}]}', "json-overflow"),
    ("number-leading-zero", '{"a": 007}', "json-number"),
    ("number-hex", '{"a": 0x1f}', "json-number"),
    ("number-plus", '{"a": +1}', ""),
    ("number-minus-alone", '{"a": -}', "json-word"),
    ("number-dot-alone", '{"a": .5}', ""),
    ("word-unknown", '{"a": undefined}', "json-word"),
    ("word-capital", '{"a": True}', "json-word"),
    ("comment-unclosed", '{"headline": "a" /* }', ""),
    ("number-of-a-million-digits", '{"a": %s}' % ("9" * 1_000_000), ""),
    ("exponent-of-a-million-digits", '{"a": 1e' + "9" * 1_000_000 + "}", ""),
    ("brackets-a-million-open", "[" * 1_000_000, "json-nesting"),
    ("braces-100000-deep", '{"a":' * 100_000 + "1" + "}" * 100_000, "json-nesting"),
    ("comments-a-million", "/**/" * 1_000_000, ""),
    ("quotes-a-million", '"' * 1_000_000, ""),
    ("backslashes-a-million", '{"headline": "' + "\\" * 999_999, ""),
    ("text-for-object", '"大事"', ""),
    ("list-for-object", "[]", ""),
    ("null-for-object", "null", ""),
    ("number-for-object", "1", ""),
    ("image-for-story", b"\x89PNG\r\n\x1a\n" + bytes(64), ""),
    ("zip-for-story", b"PK\x03\x04" + bytes(64), ""),
    ("random-bytes", bytes(n * 167 % 256 for n in range(4096)), ""),
    ("past-20-megabytes", lambda: '{"headline": "' + "a" * 20_000_000 + '"}', "json-too-large"),
)


def stat(value: str) -> str:
    return f'{{"headline": "大", "panels": [{{"stats": [{{"label": "a", "value": {value}}}]}}]}}'


LARGE: dict[str, Callable[[], Tree]] = {
    "unknown-fields-a-million": lambda: {f"f{n}": 0 for n in range(1_000_000)},
    "keys-alike-100000": lambda: {f"headlin{n}": 1 for n in range(100_000)},
    "nulls-a-million": lambda: {"headline": "大", "body": [None] * 1_000_000},
    "empty-objects-a-million": lambda: {"headline": "大", "body": [{}] * 1_000_000},
    "texts-a-million": lambda: {"headline": "大", "body": ["a"] * 1_000_000},
    "stats-100000": lambda: {"headline": "大", "panels": [{"stats": ["国**2**个"] * 100_000}]},
    "panels-100000": lambda: {"headline": "大", "panels": [{"title": "a"}] * 100_000},
    "key-of-ten-million-twice": lambda: '{"%s": 1, "%s": 1}' % (("k" * 9_000_000,) * 2),
}


def _cases() -> Iterator[Case]:
    yield from (story(name, text, says) for name, text, says in BROKEN)
    # What may be taken as it is.
    yield story("utf-16", '{"headline": "大事发生"}'.encode("utf-16"), ends=(0, 3))
    yield story("utf-32", '{"headline": "大事发生"}'.encode("utf-32"), ends=(0, 3))
    yield story("mark-before", b"\xef\xbb\xbf" + '{"headline": "大事"}'.encode(), ends=0)
    yield story("carriage-returns", '{\r"headline":\r"大事"\r}', ends=0)
    yield story(
        "unknown-fields-9999",
        lambda: {"panels": [{f"f{n}": [] for n in range(9_999)}]},
        "field-unknown",
    )
    yield story("key-of-a-million", lambda: {"a" * 1_000_000: 1, "headline": "大"}, "field-unknown")
    yield story("control-in-a-key", {"headline": "大", "\x1b]0;a\x07": 1}, "field-unknown")
    yield story("bidi-in-a-key", {"headline": "大", "\u202ekcart": 1}, "field-unknown")
    yield story("digits-by-thousands", stat("1" + "0" * 5_000), ends=(0, 3))
    yield story("exponents-that-cancel", stat("0." + "0" * 5_000 + "1e5001"), ends=(0, 3))
    yield story("largest-number", stat("1e308"), ends=(0, 3))
    yield story("smallest-number", stat("-5e-324"), ends=(0, 3))
    for name, tree in LARGE.items():
        yield story(name, tree, "", (0, 3))._replace(heavy=True)
    for name, text, _ in BROKEN[:4]:
        yield Case(f"json-layout-{name}", {"small.json": text}, STORY)
    for name, tree in (("list", []), ("text", "a"), ("null", None)):
        body = layout({"type": "text", "text": "a", "style": "s"}, colors=tree, page={"ppi": tree})
        yield Case(f"json-layout-{name}-for-object", {"small.json": body}, STORY, (0, 3))
    yield Case("json-limits-file-broken", {"limits.json": "{"}, (*STORY, "--limits", "limits.json"))
    yield Case(
        "json-limits-file-of-texts",
        {"limits.json": {"pages": "9"}},
        (*STORY, "--limits", "limits.json"),
    )
    yield Case(
        "json-limits-file-of-others",
        {"limits.json": {"pagse": 9}},
        (*STORY, "--limits", "limits.json"),
        says="limit-unknown",
    )


CASES = tuple(_cases())
