"""HTML in a text, as a web page's editor leaves it: tags, and characters written as references."""

from __future__ import annotations

import re
from collections.abc import Iterator

from infographic.copy_lint.findings import Finding, Words, found, name_of
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import Saying, say

# Without those that mathematics and angle quotes could mean by themselves: they want a pair.
_TAGS = (
    "address|article|aside|audio|big|blockquote|body|br|button|caption|center|cite|code|col|dd|del"
    "|details|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html"
    "|iframe|img|input|ins|label|li|link|main|mark|meta|nav|object|ol|option|p|param|pre|script"
    "|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td"
    "|textarea|tfoot|th|thead|title|tr|tt|ul|video|wbr|o:p|[vw]:\\w+"
)
_TAG = late(
    rf"<!--.*?(?:-->|$)|<!\w[^<>]*>|</?(?:{_TAGS})(?:\s[^<>]*+|/)?>"
    r"|<(?P<short>[abiqsu])(?:\s[^<>]*)?>|</[abiqsu]>",
    re.I | re.S,
)
_SHUT = late("</([abiqsu])>", re.I)
_BEFORE_HAN = late(r"(?<![a-z0-9])<[abiqsu]>(?=[^\s\x00-\x7f])", re.I)
"""Of those that want a pair, what is a tag without one."""
_REFERENCE = late(
    r"&(?:amp;)*(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});"
    r"|&(?:nbsp|amp|quot|[lr][ds]quo|hellip|[mn]dash|middot)(?![a-z0-9=])",
    re.I,
)
_BOLD = {"b", "strong"}
_BREAK = {"br", "br/"}


def tags(words: Words) -> Iterator[Finding]:
    """Tags, to be set as they stand: the words round them are what was meant."""
    matches = list(_tags_in(words.text))
    names = [re.sub(r"[<>\s].*", "", match[0][1:].lower(), flags=re.S) for match in matches]
    is_paired = names.count("b") == names.count("/b") and (
        names.count("strong") == names.count("/strong")
    )
    for match, name in zip(matches, names, strict=True):
        is_bold = is_paired and name.removeprefix("/").rstrip(">") in _BOLD
        is_break = name.rstrip(">") in _BREAK
        mend = "**" if is_bold else "\n" if is_break else ""
        yield found("tag", words, match.start(), match.end(), _shortened(match[0]), mend)


def _tags_in(text: str) -> Iterator[re.Match[str]]:
    # One look for all of them: one from each tag on takes a time that grows with their square.
    last_shut = {match[1].lower(): match.start() for match in _SHUT.finditer(text)}
    for match in _TAG.finditer(text):
        short = match["short"]
        is_shut = short is None or match.end() <= last_shut.get(short.lower(), -1)
        if is_shut or _BEFORE_HAN.match(text, match.start()):
            yield match


def _shortened(tag: str) -> str:
    return tag if len(tag) <= 24 else f"{tag[:22]}…"


def references(words: Words) -> Iterator[Finding]:
    """Characters written as &amp; or &#8220;, with what each stands for."""
    from html import unescape

    for match in _REFERENCE.finditer(words.text):
        written = match[0]
        meant = _meant(written)
        if meant == written and written.lower().startswith("&amp;"):
            written = written[:5]
            meant = "&"
        if meant == written or meant != unescape(meant):
            continue
        end = match.start() + len(written)
        shown = say("phrase/stands-for", written=written, meant=_named(meant))
        mend = " " if meant == "\u00a0" else meant
        yield found("reference", words, match.start(), end, shown, mend)


def _meant(written: str) -> str:
    """What a reference stands for, however often it was written over.

    >>> _meant("&amp;nbsp;"), _meant("&D;")
    ('\\xa0', '&D;')
    """
    from html import unescape

    text = written if written.endswith(";") else f"{written};"
    for _ in range(written.count("&") + written.count("amp;") + 1):
        text = unescape(text)
    return text


def _named(meant: str) -> str | Saying:
    if meant.isprintable() and not meant.isspace():
        return say("phrase/quoted", words=meant)
    return say("phrase/character", code=ord(meant[0]), name=name_of(meant[0]))
