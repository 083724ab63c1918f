"""Texts and marks: unclosed, inside one another, without end, of odd characters."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hostile.case import Case, Tree, layout, stack

ARTICLE = layout(
    stack(
        {"type": "headline", "text": {"$data": "/headline"}, "style": "s"},
        {"type": "article", "body": {"$data": "/body", "default": []}, "style": "s"},
    )
)
CALL = ("check", "story.json", "-l", "article.json")


def body(
    name: str, text: str | Callable[[], str], says: str = "", ends: tuple[int, ...] = (0, 3)
) -> Case:
    """A story whose one paragraph is this text."""

    def story() -> Tree:
        return {"headline": "大事", "body": [text() if callable(text) else text]}

    return Case(f"text-{name}", {"story.json": story, "article.json": ARTICLE}, CALL, ends, says)


MARKS: tuple[tuple[str, str, str], ...] = (
    ("strong-unclosed", "a**2300", "markup-unclosed"),
    ("strong-empty", "a****b", ""),
    ("stars-five", "*****", ""),
    ("brace-alone", "{", ""),
    ("brace-closed-alone", "}", ""),
    ("span-unclosed", "{~大事", "markup-unclosed"),
    ("span-unopened", "大事~}", ""),
    ("span-crossed", "{.大{_事.}件_}", ""),
    ("span-of-unknown-kind", "{@大事@}", ""),
    ("reading-without-base", "{|hàn}", ""),
    ("reading-without-reading", "{汉|}", ""),
    ("reading-of-readings", "{汉{字|zì}|hàn}", ""),
    ("bars-three", "{汉|a|b|c}", ""),
    ("raised-empty", "m{^}", ""),
    ("backslash-at-the-end", "大事\\", ""),
    ("backslashes", "\\" * 9, ""),
    ("may-drop-all", "{?{??{?a?}??}?}", ""),
)
ODD: tuple[tuple[str, str], ...] = (
    ("control-c0", "a\x01\x02\x07\x08b"),
    ("control-c1", "a\x80\x9b31mb"),
    ("bidi-overrides", "a\u202e\u202d\u2066b\u2069"),
    ("zero-widths", "大\u200b\u200c\u200d\u2060\ufeff事" * 50),
    ("combining-1000", "a" + "\u0301" * 1_000),
    ("combining-alone", "\u0301\u20dd\u0489"),
    ("variation-selectors", "葛" + "\U000e0100" * 100),
    ("emoji-joined", "👨‍👩‍👧‍👦" * 100),
    ("flags-odd", "🇨" * 33),
    ("arabic", "مرحبا بالعالم" * 10),
    ("indic", "क्ष्म्य" * 50),
    ("private-use", "\ue000\uf8ff\U000f0000\U0010ffff"),
    ("noncharacters", "\ufffe\uffff\U0001ffff"),
    ("unassigned", "\u0378\U000e0fff"),
    ("tag-characters", "".join(chr(0xE0020 + n) for n in range(95))),
    ("line-separators", "a\u2028b\u2029c\x0b\x0cd\x85e"),
    ("breaks-alone", "\n" * 200),
    ("spaces-alone", " \u3000\u00a0\u2003" * 100),
    ("hangul-jamo", "\u1100\u1161\u11a8" * 200),
    ("html", "<script>alert(1)</script>&#x202e;"),
    ("template", "${7*7}{{7*7}}%s%n{0.__class__}"),
    ("xml", "]]><!ENTITY x SYSTEM 'file:///etc/passwd'>&x;"),
    ("pdf-operators", ") Tj ET Q /JS (app.alert) endstream endobj"),
    ("postscript", "\\) (r) file run %!PS"),
)
LONG: tuple[tuple[str, Callable[[], str]], ...] = (
    ("spans-unclosed-100000", lambda: "{~" * 100_000),
    ("spans-closed-50000", lambda: "{~大~}" * 50_000),
    ("braces-open-100000", lambda: "{" * 100_000),
    ("braces-nested-2000", lambda: "{." * 2_000 + "大" + ".}" * 2_000),
    ("readings-8000", lambda: "{汉|hàn}" * 8_000),
    ("dots-8000", lambda: "{.重.}" * 8_000),
    ("names-8000", lambda: "{_专_}" * 8_000),
    ("titles-8000", lambda: "{=书=}" * 8_000),
    ("raised-8000", lambda: "m{^2}" * 8_000),
    ("numbers-8000", lambda: "**2300**余个，" * 8_000),
    ("may-drop-8000", lambda: "{?据悉，?}" * 8_000),
    ("stars-200000", lambda: "*" * 200_000),
    ("word-of-100000", lambda: "a" * 100_000),
    ("han-of-100000", lambda: "大" * 100_000),
    ("digits-of-100000", lambda: "9" * 100_000),
    ("marks-of-100000", lambda: "，" * 100_000),
    ("quotes-of-50000", lambda: "“" * 50_000 + "”" * 50_000),
    ("hyphens-100000", lambda: "a-" * 50_000),
    ("solidus-100000", lambda: "1/" * 50_000),
    ("percentages-20000", lambda: "增长5%、" * 20_000),
    ("dates-10000", lambda: "2025年11月22日" * 10_000),
    ("spaces-100000", lambda: "a" + " " * 100_000 + "b"),
    ("zero-widths-100000", lambda: "大" + "\u200b" * 100_000),
    ("combining-100000", lambda: "a" + "\u0301" * 100_000),
    ("breaks-50000", lambda: "大\n" * 50_000),
    ("million-characters", lambda: "大事发生，" * 200_000),
)


def _cases() -> Iterator[Case]:
    for name, text, says in MARKS:
        yield body(name, text, says)
    for name, text in ODD:
        yield body(f"odd-{name}", text)
        files = {"story.json": {"headline": text}}
        yield Case(f"text-headline-{name}", files, ends=(0, 3))
    for name, long in LONG:
        yield body(name, long)._replace(heavy=True)
    for name in ("spans-unclosed-100000", "word-of-100000", "numbers-8000", "combining-100000"):
        made = dict(LONG)[name]
        files = {"story.json": lambda made=made: {"headline": made()}, "article.json": ARTICLE}
        yield Case(f"text-headline-{name}", files, CALL, (0, 3), heavy=True)
    yield _joins()
    call = ("render", "story.json", "-l", "article.json", "-o")
    story = {"headline": "大事", "body": [text for _, text in ODD]}
    for name in ("page.pdf", "page.screen.pdf", "page.svg", "page.txt", "page.png"):
        files = {"story.json": story, "article.json": ARTICLE}
        yield Case(f"text-all-odd-{name}", files, (*call, name), (0, 3), makes=(name,))


def _joins() -> Case:
    """A text of ten kilobytes that a layout joins two thousand times."""
    text = {"$join": [{"$data": "/lead"}] * 2_000, "with": ""}
    joined = layout({"type": "text", "text": text, "style": "s"})
    story = {"headline": "大", "lead": "一" * 10_000}
    files = {"story.json": story, "article.json": joined}
    return Case("text-joined-2000-times", files, CALL, (0, 3), heavy=True)


CASES = tuple(_cases())
