"""The texts, numbers and words of a JSON file, and what people write for them."""

from __future__ import annotations

import re
from math import isinf

from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import Saying, say
from infographic.loading.reading.scanner import Scanner, StoppedError

_CHUNK = late(r'[^"\\\x00-\x1f]*+')
_HEX = r"[0-9A-Fa-f]{4}"
_CURLY = r"[“”„＂「『]([^“”„＂」』\"\n]*)[“”＂」』\"]"
_SINGLE = r"['‘’]([^'‘’\\\n]*)['‘’]"
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_MEANT = {"none": "null", "nil": "null", "undefined": "null", "yes": "true", "no": "false"}


class Words(Scanner):
    """Reads what has no parts."""

    def number(self, word: str, at: int) -> int | float:
        if word.lstrip("-").isdigit():
            if len(word) <= 400:
                return int(word)
        elif not isinf(number := float(word)):
            return number
        shown = word if len(word) <= 24 else word[:20] + "…"
        self.fault(say("json-overflow", number=shown), at)
        return 0

    def bare_word(self, word: str, at: int) -> None:
        """Note what is wrong with a word or number that is none in JSON."""
        plain = word.lstrip("+-")
        if plain.lower() in ("nan", "inf", "infinity"):
            self.fault(say("json-not-finite", word=word), at)
        elif not plain[:1].isdigit() and plain[:1] != ".":
            meant = _MEANT.get(plain.lower(), plain.lower())
            if meant not in WORDS:
                raise self.unquoted(word, at)
            self.fault(say("json-word/meant", word=word, meant=meant), at)
        else:
            self.fault(say("json-number", word=word[:30]), at, _mend(word))

    def unquoted(self, word: str, at: int) -> StoppedError:
        """Words without quotes, up to what ends a value or the line."""
        from infographic.loading.reading.as_json import quoted

        rest = re.compile(r"[^,}\]\n]*").match(self.text, at)
        text = quoted((rest[0] if rest else word).strip()[:60])
        self.fault(say("json-word/unquoted", word=word[:30], text=text), at)
        return StoppedError()

    def number_with_more(self, at: int, end: int) -> StoppedError:
        """A number with a sign or thousands behind it: 5%, 39,218. It ends before `end`."""
        word = self.text[at:end]
        self.fault(say("json-number", word=word[:30]), at, _mend(word))
        return StoppedError()

    def string(self, at: int) -> tuple[str, int]:
        """A text with escapes or with something wrong in it."""
        start, text, parts = at, self.text, []
        self.open.append((start, "text"))
        at += 1
        while True:
            chunk = _CHUNK.match(text, at)
            if chunk is not None:
                parts.append(chunk[0])
                at = chunk.end()
            mark = text[at : at + 1]
            if mark == '"':
                self.open.pop()
                return "".join(parts), at + 1
            if mark == "\\":
                word, at = self.escape(at)
                parts.append(word)
            elif not mark:
                raise self.cut_off()
            elif mark in "\r\n":
                place, curly = self.place(start), re.search("[”＂」]", text[start:at])
                if curly:
                    raise self.stop(say("json-line-break/curly", place=place, mark=curly[0]), at)
                raise self.stop(say("json-line-break", place=place), at)
            else:
                is_tab = mark == "\t"
                self.fault(
                    say("json-control/tab") if is_tab else say("json-control", code=ord(mark)), at
                )
                at += 1

    def escape(self, at: int) -> tuple[str, int]:
        text = self.text
        mark = text[at + 1 : at + 2]
        if mark in _ESCAPES and mark:
            return _ESCAPES[mark], at + 2
        if not mark:
            raise self.cut_off()
        digits = re.compile(_HEX).match(text, at + 2)
        if mark != "u" or digits is None:
            shown = text[at : at + 6].split('"')[0] if mark == "u" else text[at : at + 2]
            self.fault(say("json-escape", escape=shown), at)
            return mark, at + 2
        code, end = int(digits[0], 16), digits.end()
        if 0xD800 <= code < 0xDC00 and text.startswith("\\u", end):
            low = re.compile(_HEX).match(text, end + 2)
            if low is not None and 0xDC00 <= int(low[0], 16) < 0xE000:
                return chr(0x10000 + (code - 0xD800 << 10) + int(low[0], 16) - 0xDC00), low.end()
        if 0xD800 <= code < 0xE000:
            self.fault(say("json-surrogate", escape=text[at:end]), at)
            return "\ufffd", end
        if code == 0:
            self.fault(say("json-control", code=code), at)
        return chr(code), end

    def odd_quotes(self, at: int) -> tuple[str, int] | None:
        """A text in quotes that are not JSON's, and where it ends."""
        if match := re.compile(_CURLY).match(self.text, at):
            self.full_width(at, '"')
        elif match := re.compile(_SINGLE).match(self.text, at):
            self.fault(say("json-quotes/single"), at)
        elif self.text[at] in "“”„＂「『'‘’":
            raise self.stop(say("json-quotes/odd", mark=self.text[at]), at)
        else:
            return None
        return match[1], match.end()


def _mend(word: str) -> Saying:
    """How a number that JSON cannot read is written."""
    # Late: few files have one.
    from infographic.loading.reading.as_json import number_meant, quoted

    number = number_meant(word)
    if number is None:
        return say("mend/plain-number", text=quoted(word[:30]))
    return say("mend/number", number=number)
