"""Places put right: what was made of an earlier reading of a story, told where it stands now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.late_pattern import late
from infographic.foundation.memo import Memo
from infographic.foundation.record import replaced
from infographic.foundation.sayings import Saying, Value


class Places:
    """The way from places of earlier readings of a file to those of the last one."""

    def __init__(self, moved: Sequence[tuple[Origin, Origin]] = ()) -> None:
        """`moved`: places as they were, each with where the same stands now."""
        self._exact = {
            (was.pointer, was.line, was.column, id(was.source)): now for was, now in moved
        }
        self._by_pointer = {
            (was.pointer, id(was.source)): (was, now) for was, now in reversed(moved)
        }
        self._sources = {id(was.source) for was, _ in moved}
        self._known: dict[int, tuple[Origin, Origin]] = {}

    def __bool__(self) -> bool:
        """Whether anything stands elsewhere."""
        return bool(self._exact)

    def of(self, origin: Origin) -> Origin:
        """Where a datum stands now."""
        if id(origin.source) not in self._sources:
            return origin
        known = self._known.get(id(origin))
        if known is None:
            known = self._known[id(origin)] = origin, self._found(origin)
        return known[1]

    def _found(self, origin: Origin) -> Origin:
        source = id(origin.source)
        exact = self._exact.get((origin.pointer, origin.line, origin.column, source))
        if exact is not None:
            return exact
        # A character inside a text, a cell of a list of rows: it moved with what holds it.
        pointer = origin.pointer
        while (pair := self._by_pointer.get((pointer, source))) is None:
            if not pointer:
                return origin
            pointer = pointer.rpartition("/")[0]
        was, now = pair
        line, column = now.line + origin.line - was.line, origin.column
        if origin.line == was.line:
            column += now.column - was.column
            columns = columns_in(was) if pointer == origin.pointer else []
            if origin.column in columns:
                # The same text may be written with other escapes.
                found = columns_in(now)[columns.index(origin.column) :]
                column = found[0] if found else column
        return Origin(now.source, origin.pointer, line, column)

    def saying(self, saying: Saying) -> Saying:
        """A sentence, the places that stand in it put right."""
        values = {name: self._value(value) for name, value in saying.values.items()}
        is_same = all(values[name] is value for name, value in saying.values.items())
        return saying if is_same else Saying(saying.key, values)

    def _value(self, value: Value) -> Value:
        if isinstance(value, Origin):
            return self.of(value)
        if isinstance(value, Saying):
            return self.saying(value)
        if isinstance(value, tuple | list):
            parts = [self._value(part) for part in value]
            return value if all(a is b for a, b in zip(parts, value, strict=True)) else parts
        return value

    def diagnostics(self, said: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """What is said, each where it is now."""
        return tuple(map(self.diagnostic, said)) if self else tuple(said)

    def diagnostic(self, one: Diagnostic) -> Diagnostic:
        origin, saying = self.of(one.origin), self.saying(one.saying)
        mend = one.mend and self.saying(one.mend)
        if origin is one.origin and saying is one.saying and mend is one.mend:
            return one
        return replaced(one, origin=origin, saying=saying, mend=mend)

    @contextmanager
    def told(self) -> Iterator[None]:
        """What stops the work inside is said where it stands now."""
        try:
            yield
        except SpecError as error:
            if not self:
                raise
            raise SpecError(self.diagnostics(error.diagnostics)) from error.__cause__


NOWHERE_ELSE = Places()


def columns_in(origin: Origin) -> list[int]:
    """The column of each character of a text, and of the quote behind it, where `origin` is the
    place of its JSON string; [] where it is another's.

    The string is read over again, since an escape (\\n, \\u4e00) is longer than its character;
    once for all that is said of one text.
    """
    key = id(origin.source), origin.line, origin.column
    return _COLUMNS.made(key, lambda: _columns_in(origin), origin.source)


_COLUMNS: Memo[list[int]] = Memo("columns of a text", 1)


def _columns_in(origin: Origin) -> list[int]:
    raw, column = origin.source.line(origin.line), origin.column
    if not column or raw[column - 1 : column] != '"':
        return []
    columns = [column + 1]
    while raw[columns[-1] - 1 : columns[-1]] not in ('"', ""):
        escape = ESCAPE.match(raw, columns[-1] - 1)
        columns.append(columns[-1] + (len(escape[0]) if escape else 1))
    return columns


def place_in(origin: Origin, at: int) -> Origin:
    """The place of a text's character `at`, where `origin` is its JSON string's."""
    columns = columns_in(origin)
    if at >= len(columns):
        return origin
    return Origin(origin.source, origin.pointer, origin.line, columns[at])


ESCAPE = late(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")


def place_of(character: str, origin: Origin) -> Origin:
    """The place of a character or several, where nothing stands among them in the author's file."""
    raw, columns = origin.source.line(origin.line), columns_in(origin)
    if columns:
        text = "".join(_read(raw[a - 1 : b - 1]) for a, b in pairwise(columns))
        at = text.find(character)
        column = columns[at] if at >= 0 else 0
    else:
        column = raw.find(character, max(origin.column - 1, 0)) + 1
    if not origin.column or not column:
        return origin
    return Origin(origin.source, origin.pointer, origin.line, column)


def _read(written: str) -> str:
    """A character as it is, though it is written as an escape."""
    if written[0] != "\\":
        return written
    # Late: few are.
    import json

    try:
        return str(json.loads(f'"{written}"'))
    except ValueError:
        # A quoted cell of a CSV.
        return written[-1]
