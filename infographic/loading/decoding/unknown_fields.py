"""What is said of fields that an object does not have, and which of its own are meant by them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import near_word, nearest
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.loading.decoding.forms import name_of
from infographic.story.other_names import own_name


class Unknown(NamedTuple):
    """What is wrong with an object's keys."""

    faults: tuple[tuple[str, Saying, Saying | None], ...]
    """A key whose place it is said at, what is said, and the mend."""
    meant: frozenset[str]
    """Fields that are meant by them, and so not missing."""


def unknown_fields(
    cls: str, fields: Iterable[str], keys: Sequence[str], parts: Mapping[str, Node]
) -> Unknown:
    """What is said of `keys`, which are no fields of a class; `parts` is all that the object has.

    Where several have a name of another system (`story/other_names`) it is one message, which
    says of each what it is called here.
    """
    known = set(fields)
    whole = _of_another_file(cls, keys) or _wrapped(cls, known, keys, parts)
    if whole is not None:
        return Unknown((whole,), frozenset(known))
    ours = {
        key: own
        for key in keys
        if (own := _own_name(cls, key, known)) and own.partition("/")[0] not in parts
    }
    meant = {own.partition("/")[0] for own in ours.values()}
    if len(ours) > 1:
        said = say(
            "field-unknown/another-system",
            keys=[say("phrase/quoted", words=key) for key in keys],
            type=name_of(cls),
            renamed=[_renamed(key, ours.get(key), known) for key in keys],
        )
        near = (near_word(key, known) for key in keys if key not in ours)
        meant |= {str(one.values["near"]) for one in near if one is not None}
        return Unknown(((keys[0], said, None),), frozenset(meant))
    faults = []
    for key in keys:
        mend = near_word(key, known)
        if key in ours:
            mend = say("mend/other-name", ours=_named(ours[key]))
        elif mend is not None:
            meant.add(str(mend.values["near"]))
        saying = say("field-unknown", key=key, type=name_of(cls))
        faults.append((key, saying, mend or nearest(key, known - set(parts))))
    return Unknown(tuple(faults), frozenset(meant))


def meant_by(key: str, classes: Iterable[str]) -> Saying | None:
    """A mend where a key is what another system calls a field of one of some classes."""
    own = next((own for cls in classes if (own := own_name(cls, key)) is not None), None)
    return None if own is None else say("mend/other-name", ours=_named(own))


OF_LAYOUTS = {"page", "styles", "colors", "fonts", "extends", "needs", "press", "pages"}


def _of_another_file(cls: str, keys: Sequence[str]) -> tuple[str, Saying, None] | None:
    """That a layout is given for a story, or a story for a layout."""
    if cls == "Story" and len(OF_LAYOUTS.intersection(keys)) > 1:
        return keys[0], say("field-unknown/layout"), None
    if cls == "LayoutFile" and "headline" in keys:
        return "headline", say("field-unknown/story"), None
    return None


def _wrapped(
    cls: str, known: set[str], keys: Sequence[str], parts: Mapping[str, Node]
) -> tuple[str, Saying, None] | None:
    """That the whole story stands inside a field, as what answers a request often has it."""
    if cls != "Story" or known.intersection(parts):
        return None
    for key in keys:
        inside = parts[key].value
        if isinstance(inside, dict) and any(
            own == "headline" or name == "headline"
            for name in inside
            for own in [_own_name(cls, name, known)]
        ):
            return key, say("field-unknown/wrapped", key=key), None
    return None


def _own_name(cls: str, key: str, known: Iterable[str]) -> str | None:
    """What a key is called here: in other letters, or by another name."""
    same = next((field for field in known if field.lower() == key.lower()), None)
    return same or own_name(cls, key)


def _renamed(key: str, own: str | None, known: set[str]) -> Saying:
    if own is not None:
        return say("phrase/renamed", theirs=key, ours=_named(own, _SHAPES))
    near = near_word(key, known)
    if near is not None:
        return say("phrase/renamed", theirs=key, ours=_named(str(near.values["near"]), _SHAPES))
    return say("phrase/renamed-none", theirs=key)


_SHAPES = {
    "body": say("phrase/field-body"),
    "figures": say("phrase/field-figures"),
    "panels": say("phrase/field-panels"),
}
"""What is a list here and may have been a text or an object there."""


def _named(own: str, shapes: Mapping[str, Saying] | None = None) -> Saying:
    outer, slash, field = own.partition("/")
    if slash:
        return say("phrase/field-in", field=field, outer=outer)
    return (shapes or {}).get(own) or say("phrase/quoted", words=own)
