"""What the program says: whole sentences of a catalogue, and the named values that stand in them.

A diagnostic carries a `Saying`, its key and values; its words are made only where they are shown,
in a language and in the unit of the page that is spoken of. `en/` and `zh/` hold the sentences, a
file an area, as `foundation/codes` has their explanations. English is spoken until somebody asks
for another language: `with using_language("zh"): …`.

    SAYINGS = {
        "overset/columns": (
            "the body is {over} characters ({rows:# line|# lines}) too long for its {count:# column"
            "|# columns} of {height:.1f pt}",
            "cut {over} characters, or give the article {more:.0f pt} more",
        ),
        "figure-missing/…": "a sentence without a mend",
        "text-small": Sentence("…", found="{size:.4g pt}", wanted="at least {least:g pt}"),
    }

The key of a diagnostic's sentence is its code, or its code, “/” and which of the code's sentences
it is. Phrases that stand in sentences (“a text”, “a number”) and mends that many share have keys
that begin with “phrase/” and “mend/”. A sentence is whole: nothing is put before or behind it.

What may follow a value's name (`writer.Writer`):

- nothing: a text, a number, a path as it is; a `Saying` in its own words; several, joined by “, ”,
  in Chinese by “、”
- `:# line|# lines`: by number, the first for 1; # is the number
- `:.1f pt`: a length in points, in the unit of the page (`pt`, `px`); what stands before is as in
  Python, and wanted; `:.1f pt mm` says it in mm too, in brackets, but on a page of pixels
- `:.1f mm`, `:g px`: a length in points, in that unit on every page
- `:.1f in pt`, `:.1f in mm`: its number alone, “3 × 4 mm”
- `:+.3f`: a number with its sign, which is a minus and no hyphen
- `:join 、`: several, joined by what follows “join ”
- `:list or`: several, the last behind the word: “a, b or c”, in Chinese `:list 或`: “a、b或c”
- `:term`: a word of a table of ours or of the system, as the language has it (`zh/terms`)
- any other format of Python's: `:.0%`, `:g`
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol, TypeAlias, Union

from infographic.foundation.record import field, record
from infographic.foundation.record.tuples import NamedTuple

if TYPE_CHECKING:
    from infographic.foundation.sayings.writer import Writer


class Place(Protocol):
    """Where a datum stands: written as “file:line:column”."""

    @property
    def pointer(self) -> str: ...
    def __str__(self) -> str: ...


Value: TypeAlias = Union[str, int, float, PurePath, "Saying", Place, Sequence["Value"]]
LANGUAGE = "en"
"""Where none is asked for."""
LANGUAGES = (LANGUAGE, "zh")
_SPOKEN: ContextVar[str] = ContextVar("language", default=LANGUAGE)


def spoken() -> str:
    """The language that is spoken now, one of `LANGUAGES`."""
    return _SPOKEN.get()


def speak(language: str) -> None:
    """Speak it from now on, to the end of the `using_language` around. Raises `ValueError`."""
    if language not in LANGUAGES:
        raise ValueError(f"{language!r} is none of {LANGUAGES}")
    _SPOKEN.set(language)


@contextmanager
def using_language(language: str) -> Iterator[None]:
    """Speak a language in what is done inside. Raises `ValueError` for one that we do not speak.

    It is of the words alone: nothing that is made or kept of a page depends on it.

    >>> with using_language("zh"):
    ...     str(say("mend/did-you-mean", near="caption"))
    '是不是“caption”？'
    """
    token = _SPOKEN.set(spoken())
    try:
        speak(language)
        yield
    finally:
        _SPOKEN.reset(token)


class Sentence(NamedTuple):
    """An entry of the catalogue, whole."""

    said: str
    mend: str = ""
    found: str = ""
    """Of a finding of the press: what was measured, “5 pt”."""
    wanted: str = ""
    """And what the press asks for, “at least 6 pt”."""


@record
class Saying:
    """A sentence of the catalogue and what stands in it, not yet in words.

    Lengths are in points.
    """

    key: str
    values: Mapping[str, Value] = field(default_factory=dict, hash=False)

    @property
    def code(self) -> str:
        """The code of a diagnostic that says it."""
        return self.key.partition("/")[0]

    @property
    def form(self) -> str:
        """Which of the code's sentences it is; "" where there is one."""
        return self.key.partition("/")[2]

    def __str__(self) -> str:
        return text_of(self)


def say(key: str, /, **values: Value) -> Saying:
    """A sentence by its key, with its values by name.

    `key` is written out where it is called, so that a test can see that the catalogue has it and
    that the values are those it names (tests/foundation/test_sayings.py).
    """
    return Saying(key, values)


def text_of(saying: Saying, unit: str = "pt", language: str = "") -> str:
    """The sentence in words; lengths in `unit`, one of `POINTS_PER`.

    `language`: one of `LANGUAGES`; "" for that which is spoken now.

    >>> text_of(say("mend/one-of", choices=("left", "right")))
    'one of: left, right'
    """
    return _written(saying, "said", unit, language or spoken())


def mend_of(saying: Saying, unit: str = "pt", language: str = "") -> str:
    """The mend that goes with the sentence; "" where it has none."""
    return _written(saying, "mend", unit, language or spoken())


def found_of(saying: Saying, unit: str = "pt", language: str = "") -> str:
    """What a finding of the press was made of; "" where the sentence says all."""
    return _written(saying, "found", unit, language or spoken())


def wanted_of(saying: Saying, unit: str = "pt", language: str = "") -> str:
    """What the press asks for; "" where the sentence says all."""
    return _written(saying, "wanted", unit, language or spoken())


def label(name: str, *values: object) -> str:
    """What stands round a sentence where it is told in lines, of `labels.LABELS`.

    >>> label("hint", "delete it")
    'hint: delete it'
    """
    # Late: many runs have nothing to tell.
    from infographic.foundation.sayings.labels import LABELS

    return LABELS[spoken()][name].format(*values)


def plain(value: Value) -> object:
    """A value for JSON: a `Saying` in its words, a path as a text, several as a list."""
    match value:
        case str() | int() | float():
            return value
        case Saying() | PurePath():
            return _writer().format_field(value, "")
        case Sequence():
            return [plain(each) for each in value]
        case _:
            return str(value)


def _written(saying: Saying, part: str, unit: str, language: str) -> str:
    sentence: str = getattr(_sentences(language)[saying.key], part)
    return _writer(unit, language).vformat(sentence, (), saying.values) if sentence else ""


def _writer(unit: str = "pt", language: str = "") -> Writer:
    # Late: most pages have nothing to say, and Python's `string` takes a millisecond.
    from infographic.foundation.sayings.writer import Writer

    return Writer(unit, language or spoken())


@cache
def _sentences(language: str) -> dict[str, Sentence]:
    """All sentences of a language, each with what goes with it.

    What it does not have yet is said in English: a sentence too many stops nobody's work. Tests
    see that none is wanting.
    """
    areas: Iterable[Mapping[str, str | tuple[str, str] | Sentence]] = import_module(
        f"{__name__}.{language}"
    ).AREAS
    own = {
        key: Sentence(said) if isinstance(said, str) else Sentence(*said)
        for area in areas
        for key, said in area.items()
    }
    return own if language == LANGUAGE else {**_sentences(LANGUAGE), **own}
