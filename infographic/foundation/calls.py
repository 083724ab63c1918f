"""What a program passes, where types cannot say that it is wrong: numbers, words of a choice."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import isfinite
from typing import Any

from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import SpecError, did_you_mean, worded

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


def no_file(message: str, hint: str = "") -> CallError:
    """The error of a file that cannot be written as it was asked for."""
    return CallError([worded("call-file", message, CALL, hint)])


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
    wanted = f"a number from {least:g}" if least else "a number above 0"
    message = f"{name} must be {wanted}, and is {value!r}"
    raise CallError([worded("call-number", message, CALL, _HINTS.get(name, ""))])


_HINTS = {
    "scale": "1 is the page's own size, 2 has twice as many pixels each way",
    "ppi": "150 shows a print page on a screen, 300 all that its pictures have",
    "height": "the most px that a platform takes: 1440",
}


def one_of(value: str, name: str, known: Collection[str]) -> str:
    """A word of a choice. Raises `CallError`."""
    if value in known:
        return value
    words = ", ".join(f"“{word}”" for word in known)
    message = f"{name} must be one of {words}, and is {value!r}"
    hint = did_you_mean(value, known) if isinstance(value, str) else ""
    hint = hint if hint.startswith("did") else ""
    raise CallError([worded("call-word", message, CALL, hint)])


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
            hint = did_you_mean(name, names)
            raise TypeError(f"{function}() got an unexpected keyword argument {name!r}; {hint}")
