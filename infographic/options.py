"""What `compose`, `draft`, `fit` and `check` are given: story, layout, and their options."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypedDict

from infographic.composed import PathLike
from infographic.foundation.calls import must_be, must_be_known
from infographic.foundation.datum import Node
from infographic.foundation.sayings import Saying, say
from infographic.loading.sheet.layouts import LayoutSource
from infographic.loading.sheet.tuning import Tuning

StoryLike = PathLike | Mapping[str, Any] | Node
"""A story's file, or the story as a dict."""
LayoutLike = PathLike | Mapping[str, Any] | LayoutSource
"""A shipped layout's name, the path of a file that ends in “.json”, or a layout as a dict."""


class Options(TypedDict, total=False):
    """What all of them take."""

    font_path: Sequence[PathLike]
    """Folders with faces beside the shipped ones."""
    values: Iterable[tuple[str, str]]
    """Replaces parts of the story: ("/panels/0/title", "…"), as --set does."""
    root: PathLike | None
    """Pictures are read from inside this folder only; the story's own unless given."""
    allow: Iterable[str]
    """What is not to be looked for in the story's texts, by code: ("copy-doubled",)."""
    press: PathLike | None
    """A shipped press profile's name or a file's path, in place of the layout's."""


class ComposeOptions(Options, total=False):
    """What `compose` and `check` take."""

    tuning: Tuning | None
    """Changes the layout for this story, in place of the change that it has in it; `fit` finds
    one."""


def must_be_right(options: Mapping[str, Any], known: type, function: str) -> None:
    """Raise `TypeError` for an option that is not known, `CallError` for one of another type."""
    must_be_known(options, known, function)
    for name, (is_right, wanted) in _TYPES.items():
        if name in options:
            must_be(is_right(options[name]), name, wanted, options[name])


def _is_list(value: object) -> bool:
    # A text is a row of letters, and a dict one of its keys.
    return isinstance(value, Iterable) and not isinstance(value, str | bytes | Mapping)


def _is_path(value: object) -> bool:
    return isinstance(value, str | os.PathLike)


def _are_paths(value: object) -> bool:
    return isinstance(value, Sequence) and _is_list(value) and all(map(_is_path, value))


_TYPES: Mapping[str, tuple[Callable[[Any], bool], Saying]] = {
    "font_path": (_are_paths, say("phrase/list-of-folders")),
    "values": (_is_list, say("phrase/list-of-pairs")),
    "allow": (_is_list, say("phrase/list-of-codes")),
    "root": (lambda value: value is None or _is_path(value), say("phrase/a-path")),
    "press": (lambda value: value is None or _is_path(value), say("phrase/a-path")),
    "tuning": (lambda value: value is None or isinstance(value, Tuning), say("phrase/a-tuning")),
}
"""What is right for an option, and how it is said."""


class DraftOptions(ComposeOptions, total=False):
    """What `draft` takes."""

    trial: bool
    """What does not fit is not counted to the character."""
