"""What a kind of file is: its endings, its writer, and the options that it takes.

A writer is given what it writes as `Writable`, so that it knows nothing of who composed the page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import inf, isnan
from typing import TYPE_CHECKING, Any, Literal, Protocol

from infographic.foundation.calls import CallError, no_file
from infographic.foundation.diagnostics import nearest
from infographic.foundation.late_pattern import late
from infographic.foundation.record import field, record
from infographic.foundation.sayings import Saying, say

if TYPE_CHECKING:
    from infographic.display.page import Page
    from infographic.press.profile import PressProfile


IntentName = Literal["print", "screen"]
"""What a PDF is for: the press, in inks, or the screen, in sRGB and tagged."""


class Writable(Protocol):
    """What writers ask of a composed page."""

    @property
    def page(self) -> Page: ...

    @property
    def press(self) -> PressProfile: ...

    def pdf(self, intent: IntentName = "print", *, force: bool = False) -> bytes: ...


@record
class Option:
    """One option of a format: `--max-bytes` on the command line, `max_bytes` in Python."""

    name: str
    kind: Literal["flag", "number", "whole", "bytes"]
    help: str
    low: float = 0.0
    high: float = inf

    @property
    def flag(self) -> str:
        """As it is written on the command line.

        >>> Option("max_bytes", "bytes", "").flag
        '--max-bytes'
        """
        return "--" + self.name.replace("_", "-")

    def read(self, value: object) -> Any:
        """The option's value from a caller's or a command line's. Raises `CallError`."""
        match self.kind:
            case "flag":
                if isinstance(value, bool):
                    return value
                raise self._wrong(value)
            case "bytes":
                found: float | None = _bytes(value)
            case _:
                found = _number(value)
        if found is None or not self.low <= found <= self.high:
            raise self._wrong(value)
        if self.kind == "number":
            return found
        if found == inf or found != int(found):
            raise self._wrong(value)
        return int(found)

    def _wrong(self, value: object) -> CallError:
        return no_file(
            say("call-file/option-value", name=self.name, wanted=self.wanted, value=repr(value))
        )

    @property
    def wanted(self) -> Saying:
        """What it may be."""
        if self.kind == "flag":
            return say("phrase/true-or-false")
        if self.kind == "bytes":
            return say("phrase/size-in-bytes")
        is_whole = self.kind == "whole"
        return say(
            "phrase/whole-number-between" if is_whole else "phrase/number-between",
            low=self.low,
            high=self.high,
        )


_UNITS = {"": 1, "b": 1, "kb": 1_000, "mb": 1_000_000, "kib": 1024, "mib": 1024 * 1024}
_BYTES = late(r"\s*(\d+(?:\.\d+)?)\s*([a-zA-Z]*)\s*")


def _bytes(value: object) -> float | None:
    """A size in bytes; platforms count 1 MB as a million.

    >>> _bytes("2MB"), _bytes("1.5 kB"), _bytes("64KiB"), _bytes("2 GB")
    (2000000, 1500, 65536, None)
    """
    match = _BYTES.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        return _number(value) if not isinstance(value, str) else None
    unit = _UNITS.get(match[2].lower())
    size = 0.0 if unit is None else float(match[1]) * unit
    return None if unit is None or size == inf else int(size)


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return None if isnan(number) else number


@record
class Format:
    """One kind of file that a page is written to."""

    name: str
    """As messages and help texts call it: “JPEG”."""
    suffixes: tuple[str, ...]
    """The endings that ask for it, lower case, the usual one first."""
    about: str
    """What it is for, in a few words."""
    write: Callable[..., bytes] = field(repr=False)
    """`write(page, **options)`: the page as one file, whole. Options stand by their names."""
    options: tuple[Option, ...] = ()
    refused: tuple[tuple[str, Saying], ...] = ()
    """Options of other formats that must not be passed over in silence, each with why not."""
    is_picture: bool = False
    """Pixels, for posting: it may be cut into tiles, and platforms limit its size."""
    is_for_press: bool = False
    """Written only if the press takes the page."""
    by_default: frozenset[IntentName] = frozenset()
    """Pages of which media are written to it where only a folder is named."""

    def written(self, page: Writable, options: Mapping[str, object]) -> bytes:
        """The page as a file of this kind. Raises `CallError` for an option it does not take."""
        return self.write(page, **self.settled(options))

    def settled(self, options: Mapping[str, object]) -> dict[str, Any]:
        """The options read and checked. Raises `CallError`."""
        known = {option.name: option for option in self.options}
        for name in options:
            self.must_take(name)
        return {
            name: None if value is None else known[name].read(value)
            for name, value in options.items()
        }

    def must_take(self, name: str) -> None:
        """Raise `CallError` where the format has no such option."""
        why = dict(self.refused).get(name)
        names = [option.name for option in self.options]
        if why is None and name in names:
            return
        mend = why or nearest(name, names)
        raise no_file(say("call-file/option", format=self.name, name=name), mend)
