"""Words to be set: the author's text with its marks read, no geometry yet."""

from __future__ import annotations

from collections.abc import Collection

from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.late_pattern import late
from infographic.foundation.record import field, record, replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.text.style import Part


@record
class Span:
    """Characters that are set alike.

    Spans with the same `group` (not 0) stand in a row and hold together: a number, at a price (see
    `glue`), all others always.
    A hard break is "\\n" inside the text.
    """

    text: str
    part: Part = Part.PLAIN
    group: int = 0
    kept: bool = False
    """Its group is never broken, be it a number or not."""
    dots: bool = False
    """Emphasis dots."""
    ruby: str = ""
    """The reading; with as many syllables as the text has Han, each has its own."""
    script: int = 0
    """1: small and raised, -1: small and lowered. Characters that are so by themselves (² ₂) are
    neither: every style sets them as what they are."""
    name: int = 0
    """Which proper name it is part of, 0 for none: a line runs along each; likewise `title`."""
    title: int = 0
    """Which book's title; a wavy line."""
    optional: int = 0
    """Which words that may be dropped where room is short, 0 for words that must stand; below 0:
    those that are dropped first."""
    pulled: int = 0
    """Which words may be repeated as a pull-quote, 0 for none; they are set as all others."""


_QUOTED = late("[“‘「『《〈]([^“”‘’「」『』《》〈〉，。！？；：、]{2,14})[”’」』》〉]")


@record
class StoryWords:
    """All words of a story, for what is a term in it."""

    text: str = field(repr=False)
    quoted: frozenset[str] = field(init=False, compare=False, repr=False)
    """Names and terms that stand in quotes or 《》 somewhere.

    >>> sorted(StoryWords("“村超”火了，读《江河志》，“办得好，办得快！”").quoted)
    ['村超', '江河志']
    """

    def __post_init__(self) -> None:
        object.__setattr__(self, "quoted", frozenset(_QUOTED.findall(self.text)))


class Terms(NamedTuple):
    """What of a text its story has as terms, each once, in the text's order."""

    quoted: tuple[str, ...] = ()
    """In quotes or 《》 somewhere."""
    repeated: tuple[str, ...] = ()
    """Two words that stand together again and again."""


NO_TERMS = Terms()


@record
class Copy:
    """A paragraph's words. Equal copies are set alike, wherever they came from."""

    spans: tuple[Span, ...]
    origin: Origin = field(default=BUILT_IN, compare=False)
    story: StoryWords | None = field(default=None, compare=False)
    """The story of a short text, which may be a headline, where its terms are looked up."""
    terms: Terms = NO_TERMS
    """Those that were found: words are set alike in two stories that have the same."""

    def __hash__(self) -> int:
        # Paragraphs are looked up by their copy, in every pass over a page. Few that differ begin
        # with the same span, and a string knows its hash.
        return hash((len(self.spans), self.spans[0].text if self.spans else ""))

    @property
    def text(self) -> str:
        """The words without their marks."""
        spans = self.spans
        return spans[0].text if len(spans) == 1 else "".join([span.text for span in spans])

    @property
    def has_marks(self) -> bool:
        """Whether something stands between the lines: dots, a reading, a name's or title's line."""
        return any(span.dots or span.ruby or span.name or span.title for span in self.spans)

    def first(self, count: int) -> Copy:
        """Its first so many characters, set as they were.

        >>> Copy((Span("人民"), Span("2300", Part.DIGITS, 1))).first(4).text
        '人民23'
        """
        spans: list[Span] = []
        for span in self.spans:
            if count <= 0:
                break
            spans.append(span if len(span.text) <= count else _cut(span, count))
            count -= len(span.text)
        return replaced(self, spans=tuple(spans))

    def followed_by(self, text: str) -> Copy:
        """With plain words added at its end.

        >>> Copy((Span("人民"),)).followed_by("国").text
        '人民国'
        """
        if not text:
            return self
        last = self.spans[-1] if self.spans else Span("")
        if last == Span(last.text):
            return replaced(self, spans=(*self.spans[:-1], Span(last.text + text)))
        return replaced(self, spans=(*self.spans, Span(text)))

    @property
    def optional(self) -> tuple[int, ...]:
        """Its words that may be dropped, by number, in the order that they are: the last before
        the first, and before all others those that are to be dropped first."""
        numbers = {span.optional for span in self.spans} - {0}
        return tuple(sorted(numbers, key=lambda number: (number > 0, -abs(number))))

    def without(self, numbers: Collection[int]) -> Copy:
        """Without the words of these numbers."""
        return replaced(self, spans=tuple(s for s in self.spans if s.optional not in numbers))

    @property
    def pulled(self) -> tuple[Copy, ...]:
        """Its words that may be repeated as pull-quotes, each as a text of its own.

        >>> Copy((Span("他说："), Span("稳了。", pulled=1))).pulled[0].text
        '稳了。'
        """
        numbers = dict.fromkeys(span.pulled for span in self.spans if span.pulled)
        return tuple(
            Copy(
                tuple(replaced(span, pulled=0) for span in self.spans if span.pulled == number),
                self.origin,
            )
            for number in numbers
        )

    @property
    def unpulled(self) -> Copy:
        """The same without what marks words to be repeated, so that it is set as if none were."""
        if not any(span.pulled for span in self.spans):
            return self
        spans: list[Span] = []
        for span in self.spans:
            plain = replaced(span, pulled=0)
            if (
                spans
                and not plain.ruby
                and replaced(spans[-1], text="") == replaced(plain, text="")
            ):
                spans[-1] = replaced(plain, text=spans[-1].text + plain.text)
            else:
                spans.append(plain)
        return replaced(self, spans=tuple(spans))

    def words_of(self, number: int) -> str:
        """The optional words of a number."""
        return "".join(span.text for span in self.spans if span.optional == number)


def _cut(span: Span, count: int) -> Span:
    """A span's first characters; with a syllable for each, their syllables."""
    syllables = span.ruby.split()
    each = len(syllables) == len(span.text)
    return replaced(
        span,
        text=span.text[:count],
        ruby=" ".join(syllables[:count]) if each else span.ruby,
    )
