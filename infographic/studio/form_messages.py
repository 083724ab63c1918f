"""What the browser's forms and messages ask; answers are told in `session/handlers/forms.py`."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict


class Fields(TypedDict):
    """What forms are made of; answered by {"classes", "areas"}: `studio/fields.py`, and of each
    code of a diagnostic the area that it is shown under. “icons” and “devices” are asked alike."""

    type: Literal["fields", "icons", "devices"]
    id: int


class Explain(TypedDict):
    """What a diagnostic's code means; answered by {"text"}."""

    type: Literal["explain"]
    id: int
    code: str


class ValuesAt(TypedDict):
    """What stands at places of a JSON file; answered by [{"pointer", "offset"}]."""

    type: Literal["values_at"]
    id: int
    file: str
    places: list[tuple[int, int]]
    """Lines and columns, from 1."""


class PlaceOf(TypedDict):
    """Where a value stands in its file; answered by {"line", "column"}."""

    type: Literal["place_of"]
    id: int
    file: str
    pointer: str
    offset: NotRequired[int]
