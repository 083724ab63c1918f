"""What is wrong or doubtful in an author's files, said so that it can be mended."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import islice

from infographic.foundation.datum import Origin, Source
from infographic.foundation.record import record
from infographic.foundation.sayings import Saying, label, mend_of, plain, say, text_of


class Severity(StrEnum):
    ERROR = "error"
    """Nothing is written."""
    WARNING = "warning"
    """Written, and said; an error under --strict."""
    NOTE = "note"
    """Said by `check` only."""


@record
class Diagnostic:
    """One thing wrong, at one place in the author's files.

    It carries a sentence of the catalogue and its values (`foundation/sayings`); the words are
    made where they are shown.
    """

    saying: Saying
    origin: Origin
    mend: Saying | None = None
    """In place of the mend that goes with the sentence."""
    severity: Severity = Severity.ERROR
    layout: str = ""
    """The layout being made, where one story goes through several."""
    unit: str = "pt"
    """The unit in which the layout's page is measured; lengths are said in it."""

    @property
    def code(self) -> str:
        """One of `codes.CODES`; `explain CODE` tells more."""
        return self.saying.code

    @property
    def message(self) -> str:
        """What is wrong, in words."""
        return text_of(self.saying, self.unit)

    @property
    def hint(self) -> str:
        """What to try, in words; "" where there is nothing to say."""
        return text_of(self.mend, self.unit) if self.mend else mend_of(self.saying, self.unit)

    @property
    def limit(self) -> str:
        """The limit that was gone over, by its name in docs/limits.md; "" where there is none."""
        said: object = self.saying
        while isinstance(said, Saying) and "limit" not in said.values:
            # A sentence may hold another, which says why: “why”.
            said = said.values.get("why")
        return str(said.values["limit"]) if isinstance(said, Saying) else ""

    def as_dict(self) -> dict[str, object]:
        """For `--diagnostics json`: one object, stable keys.

        “values” are those of the sentence and of its mend, lengths in points; “form” is which of
        the code's sentences it is. A place in a workbook has “sheet” and “cell” too.
        """
        sheet = self.origin.source.sheet
        in_sheet = {"sheet": sheet, "cell": self.origin.cell} if sheet else {}
        own = {**self.saying.values, **(self.mend.values if self.mend else {})}
        return {
            "code": self.code,
            "severity": str(self.severity),
            "message": self.message,
            "file": self.origin.file,
            "pointer": self.origin.pointer,
            "line": self.origin.line,
            "column": self.origin.column,
            **in_sheet,
            "hint": self.hint,
            "layout": self.layout,
            "form": self.saying.form,
            "values": {name: plain(value) for name, value in own.items()},
        }

    def lines(self) -> Iterator[str]:
        """What it says, line by line."""
        at = label("at", self.origin.pointer) if self.origin.pointer else ""
        yield f"{self.origin}: {label(self.severity)}[{self.code}]: {self.message}{at}"
        yield from excerpt(self.origin)
        yield from self.details()
        hint = self.hint
        if hint:
            yield f"  {label('hint', hint)}"
        if self.limit:
            yield _named(self.limit)

    def details(self) -> Iterator[str]:
        """Lines of a kind of its own, under the author's line."""
        return iter(())

    def __str__(self) -> str:
        """For an eye: what no eye sees is written as its number, and makes no line of its own."""
        return "\n".join(map(one_line, self.lines()))


def warned(saying: Saying, origin: Origin) -> Diagnostic:
    """A warning without a mend of its own."""
    return Diagnostic(saying, origin, severity=Severity.WARNING)


class SpecError(Exception):
    """Everything wrong in the author's files that stops the work, all at once."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        # What it is made from and not its text, so that a copy from another process is the same.
        super().__init__(self.diagnostics)

    def __str__(self) -> str:
        return "\n".join(map(str, self.diagnostics))


class SayingError(Exception):
    """What cannot be done, said by who does not know the place in the author's files."""

    def __init__(self, saying: Saying, mend: Saying | None = None) -> None:
        """`mend`: in place of the one that goes with the sentence."""
        self.saying, self.mend = saying, mend
        # What it is made from and not its text, so that a copy from another process is the same.
        super().__init__(saying, mend)

    def at(self, origin: Origin) -> Diagnostic:
        """The same as a diagnostic of that place."""
        return Diagnostic(self.saying, origin, self.mend)

    @property
    def code(self) -> str:
        """One of `codes.CODES`."""
        return self.saying.code

    @property
    def message(self) -> str:
        """What is wrong, in words."""
        return text_of(self.saying)

    @property
    def hint(self) -> str:
        """What to try, in words."""
        return str(self.mend) if self.mend else mend_of(self.saying)

    def __str__(self) -> str:
        return self.message


class FontError(SayingError):
    """A font file that cannot be used: unreadable, broken, or not allowed to be embedded."""


class PictureError(SayingError):
    """Why a picture cannot be used."""


class MachineError(SayingError):
    """The machine will not do it: a full disk, no permission, more pixels than it can hold.

    Its sentence, “machine/…”, names the file or the thing, its mend what a user can do.
    """

    def __str__(self) -> str:
        said = one_line(self.message)
        hint = f"\n  {label('hint', one_line(self.hint))}" if self.hint else ""
        (told,) = self.diagnostics
        return said + hint + (f"\n{_named(told.limit)}" if told.limit else "")

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What it says as a diagnostic, “machine”, as `SpecError` has them."""
        return (self.at(MACHINE),)


MACHINE = Origin(Source("(machine)"))


def _named(limit: str) -> str:
    return f"  {label('limit', limit, limit)}"


EXCERPT_CELLS = 96


def excerpt(origin: Origin) -> list[str]:
    """The author's line and a caret under the place; [] where there is no text.

    A long line is cut round the caret; Han count two cells so that the caret stands right.
    """
    at = max(origin.column - 1, 0)
    start = max(0, at - EXCERPT_CELLS // 3)
    # No more than is shown: a file may be one line of megabytes.
    text = origin.source.part(origin.line, start, start + 2 * EXCERPT_CELLS).replace("\t", " ")
    if not text.strip() and not (start and origin.source.part(origin.line, 0, start).strip()):
        return []
    shown = visible(text[:EXCERPT_CELLS])
    head = "…" if start else ""
    while cells(head + shown) > EXCERPT_CELLS:
        shown = shown[:-1]
    gutter = f"{origin.line:>5} | "
    under = " " * cells(head + visible(text[: at - start]))
    return [f"{gutter}{head}{shown}", f"{' ' * (len(gutter) - 2)}| {under}^"]


_UNSEEN = {
    code: f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
    for code in (
        *range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0),
        0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A),
    )
}  # fmt: skip
"""What moves a terminal's pen, colours it or turns its reading direction; no tab, no line's end."""
_ENDS = {**_UNSEEN, 0x0A: "\\n"}


def visible(text: str) -> str:
    """A text for a terminal: what a hostile file or name holds is shown, and obeyed by nobody.

    >>> visible("a\\x1b[31mred")
    'a\\\\x1b[31mred'
    """
    return text.translate(_UNSEEN)


def one_line(text: str) -> str:
    """The same in a line: no name can make a line of its own.

    >>> one_line("a\\nerror: b")
    'a\\\\nerror: b'
    """
    return text.translate(_ENDS)


def cells(text: str) -> int:
    """Width in terminal cells.

    >>> cells("图1")
    3
    """
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def nearest(word: str, known: Iterable[str]) -> Saying | None:
    """A mend naming the nearest known word, or the known words where they are few.

    >>> str(nearest("captoin", ["caption", "credit"]))
    'did you mean “caption”?'
    """
    choices = _few_enough(known)
    few = say("mend/one-of", choices=choices) if 0 < len(choices) <= 24 else None
    return near_word(word, choices) or few


def near_word(word: str, known: Iterable[str]) -> Saying | None:
    """A mend naming the nearest known word; None where none is near.

    >>> near_word("x", ["caption", "credit"])
    """
    choices = _few_enough(known)
    if not choices or len(word) > LONGEST_WORD:
        return None
    # Late: few files have a word that is not known.
    from difflib import get_close_matches

    # Of two words that differ in their capitals alone: “photo.jpg” for PHOTO.JPG.
    near = [one for one in choices if one.casefold() == word.casefold()]
    near = near or get_close_matches(word, choices, n=1, cutoff=0.6)
    return say("mend/did-you-mean", near=near[0]) if near else None


MOST_CHOICES, LONGEST_WORD = 2_000, 200
"""Among more words the nearest is not looked for, nor that of a longer one: it takes long, and is
asked for at each fault of a file."""


def _few_enough(known: Iterable[str]) -> list[str]:
    """The known words in order; [] where they are too many to compare."""
    choices = set(islice(known, MOST_CHOICES + 1))
    return sorted(choices) if len(choices) <= MOST_CHOICES else []


def errors(diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Those that stop the work."""
    return tuple(d for d in diagnostics if d.severity is Severity.ERROR)
