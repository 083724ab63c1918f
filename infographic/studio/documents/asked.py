"""What the fields of an edit say, which a browser sends: each is looked at before it is used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import Saying, say

EDIT = Origin(Source("(edit)"))
"""Of an edit that is none."""
_NUMBER = late(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?")
LONGEST_NUMBER = 400


def refusal(saying: Saying, at: Origin = EDIT) -> SpecError:
    """What is raised where an edit cannot be made."""
    return SpecError([Diagnostic(saying, at)])


def refused(saying: Saying, at: Origin = EDIT) -> NoReturn:
    """Raise it."""
    raise refusal(saying, at)


def edit_list(edits: object) -> list[Mapping[str, Any]]:
    """One edit, or several, as a list. Raises `SpecError` for anything else, and for none."""
    listed = [edits] if isinstance(edits, Mapping) else edits
    if not isinstance(listed, list | tuple) or not listed:
        refused(say("edit-form/none"))
    if not all(isinstance(one, Mapping) for one in listed):
        refused(say("edit-form/none"))
    return list(listed)


def asked_text(edit: Mapping[str, Any], field: str) -> str:
    """A field that is a text. Raises `SpecError` for another, or none."""
    value = edit.get(field)
    if not isinstance(value, str):
        refused(say("edit-form/field", field=field, wanted=say("phrase/text")))
    return value


def asked_whole(edit: Mapping[str, Any], field: str, default: int | None = None) -> int:
    """A field that is a whole number from 0 up. Raises `SpecError` for another, or none."""
    value = edit.get(field, default)
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        refused(say("edit-form/field", field=field, wanted=say("phrase/number")))
    return value


def asked_index(edit: Mapping[str, Any], field: str, count: int, at: Origin) -> int:
    """A place among `count` items, `count` itself behind all; that where none is given."""
    index = asked_whole(edit, field, count)
    if index > count:
        refused(say("edit-place/index", index=index, count=count), at)
    return index


def asked_value(edit: Mapping[str, Any]) -> object:
    """The new value. Raises `SpecError` where there is none."""
    if "value" not in edit:
        refused(say("edit-form/value"))
    return edit["value"]


def asked_number(edit: Mapping[str, Any]) -> str:
    """A number as it was typed. Raises `SpecError` where JSON does not write it so."""
    words = asked_text(edit, "number").strip()
    if len(words) > LONGEST_NUMBER or not _NUMBER.fullmatch(words):
        refused(say("edit-number", words=words[:60]))
    return words
