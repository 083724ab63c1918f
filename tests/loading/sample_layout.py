"""A small file format that has every kind of field, for the decoder and its schema."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Any, Literal, Protocol

from infographic.foundation.datum import BUILT_IN, Node, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.fields import (
    ColumnCount,
    Gutter,
    Length,
    PageField,
    PositiveLength,
    Range,
    SignedLength,
)
from infographic.foundation.fields import Range as Meta
from infographic.foundation.geometry import Insets
from infographic.foundation.sayings import say
from infographic.loading.decoding.decode import Reader
from infographic.loading.decoding.values import Report


class Block(Protocol):
    def lay_out(self) -> None: ...


class Edge(StrEnum):
    TOP = "top"
    BOTTOM = "bottom"


@dataclass(frozen=True)
class Ink:
    """A type with a reader of its own."""

    name: str


@dataclass(frozen=True)
class Lead:
    lead: str


@dataclass(frozen=True)
class Subhead:
    subhead: str
    origin: Origin = BUILT_IN


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words set as paragraphs.

    More of it.
    """

    text: str
    """The words to
    set."""
    ink: Ink = Ink("black")
    align: Literal["left", "right"] = "left"
    origin: Origin = BUILT_IN


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """Blocks one above the other."""

    children: Annotated[tuple[Block, ...], Range(min_length=1)]
    """The blocks, from the top."""
    gutter: Length = 6.0
    """Between them."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page."""

    width: PositiveLength
    """From edge to edge."""
    body: Block | None = None
    name: str = ""
    count: int = 0
    share: Annotated[float, Meta(ge=0, le=1)] = 0.5
    above: Annotated[int, Range(gt=2, lt=9)] = 3
    visible: bool = True
    shift: SignedLength = 0.0
    margins: Insets = field(default_factory=Insets)
    edge: Edge = Edge.TOP
    focus: tuple[Annotated[float, Meta(ge=0, le=1)], float] | None = None
    notes: tuple[str | Lead | Subhead, ...] = ()
    inks: dict[str, Ink] = field(default_factory=dict)
    height: Length | Literal["auto"] = "auto"
    gutter: Gutter = 4.0
    columns: ColumnCount = 1
    value: int | float | str | None = None
    from_: str = ""
    """Where it comes from."""
    raw: Node | None = None
    origin: Origin = BUILT_IN


CATALOGUE: dict[str, type] = {"text": Text, "stack": Stack}
INKS = ("black", "red")


def read_ink(node: Node, report: Report) -> Ink | None:
    if node.value not in INKS:
        report(Diagnostic(say("color-unknown", name=str(node.plain())), node.origin))
        return None
    return Ink(str(node.value))


READERS: dict[Any, Reader] = {
    Ink: read_ink,
    PageField("gutter"): lambda node, report: 7.0,
    PageField("count"): lambda node, report: 5,
}
