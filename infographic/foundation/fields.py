"""What a field's type says beyond Python's types: that a number is a length, or has bounds.

gutter: Length
columns: Annotated[int, Range(ge=1, le=12)]
"""

from __future__ import annotations

from typing import Annotated

from infographic.foundation.record.tuples import NamedTuple


class LengthField(NamedTuple):
    """The float is a length in points; files write it with its unit: “3mm”, “小五”."""


class UnitField(NamedTuple):
    """The text is a length or more, “100mm” or “auto”: a bare number lacks its unit."""


class PageField(NamedTuple):
    """The value may be written “page”: it is then what the page's columns have."""

    part: str
    """“gutter”, “count”, or “tracks”: as many equal shares."""


class ShortField(NamedTuple):
    """The object may be written as the value of one of its fields alone, which is all it has."""

    field: str


class LaterField(NamedTuple):
    """The value is of a class whose module is imported when a file has one."""

    path: str
    """“module:Class”."""


class NamedField(NamedTuple):
    """The text is a name of something that is known by names; a reader looks it up."""

    kind: str
    """What is named: “icon”."""


class AssetField(NamedTuple):
    """The value is what a file holds; the reader of its kind knows the class and the file's name.

    So a class that few stories need is imported only when one does.
    """

    kind: str
    """“map”."""


class Range(NamedTuple):
    """Bounds of a number (of a length: in points), or how many items a list has."""

    ge: float | None = None
    gt: float | None = None
    le: float | None = None
    lt: float | None = None
    min_length: int | None = None
    max_length: int | None = None


Length = Annotated[float, LengthField(), Range(ge=0)]
"""A length that is not negative: a gutter, a width."""
SignedLength = Annotated[float, LengthField()]
"""A length in either direction: an offset."""
PositiveLength = Annotated[float, LengthField(), Range(gt=0)]
LengthText = Annotated[str, UnitField()]
"""A length that is read later, with its words kept."""
Gutter = Annotated[float, LengthField(), Range(ge=0), PageField("gutter")]
"""A gutter: a length, or “page” for the page's own."""
ColumnCount = Annotated[int, Range(ge=1, le=12), PageField("count")]
"""How many columns, or “page” for as many as the page has."""
Share = Annotated[float, Range(ge=0, le=1)]
IconName = Annotated[str, NamedField("icon")]
"""A shipped icon's Chinese or English name; read as its own name."""
