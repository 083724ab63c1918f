"""What `compose`, `draft`, `fit` and `check` are given: story, layout, and their options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypedDict

from infographic.composed import PathLike
from infographic.foundation.datum import Node
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


class DraftOptions(ComposeOptions, total=False):
    """What `draft` takes."""

    trial: bool
    """What does not fit is not counted to the character."""
