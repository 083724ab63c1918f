"""What a program passes, where types cannot say that it is wrong: numbers, words of a choice."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import isfinite
from typing import Any

from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError, near_word, nearest
from infographic.foundation.sayings import Saying, say

CALL = Origin(Source("(call)"))


class CallError(SpecError, ValueError):
    """A page was asked for something that cannot be: `png(scale=-1)`.

    A `SpecError` with its diagnostic, and a `ValueError` for who expects one.
    """

    @property
    def said(self) -> str:
        """What is wrong and its mend in one line, for a command line that has no other place."""
        return "; ".join(
            part for one in self.diagnostics for part in (one.message, one.hint) if part
        )


def no_file(saying: Saying, mend: Saying | None = None) -> CallError:
    """The error of a file that cannot be written as it was asked for: “call-file/…”."""
    return CallError([Diagnostic(saying, CALL, mend)])


def positive(value: float, name: str, least: float = 0.0) -> float:
    """A measure that must be a number above 0, or from `least`. Raises `CallError`.

    >>> positive(1.5, "scale")
    1.5
    """
    try:
        number = float(value) if not isinstance(value, str | bool) else 0.0
    except (TypeError, ValueError, OverflowError):
        number = 0.0
    if isfinite(number) and number > 0 and number >= least:
        return number
    if least:
        saying = say("call-number/from", name=name, least=least, value=repr(value))
    else:
        saying = say("call-number/above", name=name, value=repr(value))
    raise CallError([Diagnostic(saying, CALL, _MENDS.get(name))])


_MENDS = {
    "scale": say("mend/scale"),
    "ppi": say("mend/ppi"),
    "height": say("mend/tile-height"),
}


def must_be(is_right: bool, name: str, wanted: Saying, value: object) -> None:
    """Raise `CallError` where a value that a program passes is of another type.

    >>> must_be(True, "root", say("phrase/a-path"), ".")
    """
    if not is_right:
        saying = say("call-type", name=name, wanted=wanted, value=repr(value)[:60])
        raise CallError([Diagnostic(saying, CALL)])


def one_of(value: str, name: str, known: Collection[str]) -> str:
    """A word of a choice. Raises `CallError`."""
    if value in known:
        return value
    saying = say("call-word", name=name, known=tuple(known), value=repr(value))
    mend = near_word(value, known) if isinstance(value, str) else None
    raise CallError([Diagnostic(saying, CALL, mend)])


def must_be_known(options: Mapping[str, Any], known: type, function: str) -> None:
    """Raise `TypeError`, as Python does, for a keyword that a TypedDict does not have.

    >>> must_be_known({"fonts": ()}, type("Known", (), {"__annotations__": {"root": str}}), "fit")
    Traceback (most recent call last):
    ...
    TypeError: fit() got an unexpected keyword argument 'fonts'; one of: root
    """
    names = {name for cls in known.__mro__ for name in getattr(cls, "__annotations__", ())}
    for name in options:
        if name not in names:
            mend = nearest(name, names) or ""
            raise TypeError(f"{function}() got an unexpected keyword argument {name!r}; {mend}")
