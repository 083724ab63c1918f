"""What `compose`, `draft`, `fit` and `check` are given: story, layout, and their options.

The story is read here too, since what replaces parts of it are options.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict

from infographic.composed import PathLike, stop_at
from infographic.copy_lint import ALL_CODES
from infographic.foundation.calls import must_be, must_be_known, one_of
from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.files import is_a_file
from infographic.foundation.reach import Reach, reach_of
from infographic.foundation.sayings import Saying, say
from infographic.loading.binding.merge import set_value
from infographic.loading.reading.source import read_file
from infographic.loading.sheet.layouts import LayoutSource
from infographic.loading.sheet.tuning import Tuning

if TYPE_CHECKING:
    from infographic.foundation.table import Table

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
    data: Iterable[tuple[str, PathLike]]
    """Files in place of those of the story's charts: ("/charts/0", "new.xlsx"), as --data does."""
    root: PathLike | None
    """Files that the story and the layout name (pictures, data, fonts …) are read from inside this
    folder only; from inside the project unless given (docs/security.md)."""
    allow: Collection[PathLike]
    """What is not to be looked for in the story's texts and charts, by code: ("copy-doubled",); and
    files and folders that may be read besides: ("../pictures",)."""
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


def _is_read_twice(value: object) -> bool:
    # What may be read and what is not looked for stand in one list: a generator is empty by then.
    return isinstance(value, Collection) and _is_list(value)


def _is_path(value: object) -> bool:
    return isinstance(value, str | os.PathLike)


def _are_paths(value: object) -> bool:
    return isinstance(value, Sequence) and _is_list(value) and all(map(_is_path, value))


_TYPES: Mapping[str, tuple[Callable[[Any], bool], Saying]] = {
    "font_path": (_are_paths, say("phrase/list-of-folders")),
    "values": (_is_list, say("phrase/list-of-pairs")),
    "data": (_is_list, say("phrase/list-of-files")),
    "allow": (_is_read_twice, say("phrase/list-of-codes")),
    "root": (lambda value: value is None or _is_path(value), say("phrase/a-path")),
    "press": (lambda value: value is None or _is_path(value), say("phrase/a-path")),
    "tuning": (lambda value: value is None or isinstance(value, Tuning), say("phrase/a-tuning")),
}
"""What is right for an option, and how it is said."""


class DraftOptions(ComposeOptions, total=False):
    """What `draft` takes."""

    trial: bool
    """What does not fit is not counted to the character."""


# The story, as the options have it


def read_story(
    story: StoryLike,
    values: Iterable[tuple[str, str]] = (),
    data: Iterable[tuple[str, PathLike]] = (),
) -> Node:
    """Read a story, lay `values` over it, and put the tables of its data into it.

    `data` are other files for its charts.
    """
    files = tuple(data)
    if isinstance(story, Node):
        node = story
    elif isinstance(story, Mapping):
        # Late: for programs alone.
        from infographic.loading.reading.values import node_of

        node = node_of(story, "<story>")
    else:
        must_be(isinstance(story, str | os.PathLike), "story", say("phrase/story-like"), story)
        node = read_file(os.fspath(story), relaxed=False)
    for pair in values:
        is_pair = isinstance(pair, tuple | list) and [*map(type, pair)] == [str, str]
        must_be(is_pair, "values", say("phrase/list-of-pairs"), pair)
        node = set_value(node, *pair)
    if not isinstance(node.value, dict):
        stop_at([Diagnostic(say("value-kind/story", found=node.kind), node.origin)])
    if files or _has_data(node):
        # Late: few stories have data.
        from infographic.loading.tables.attach import swapped, with_data

        for named in files:
            is_pair = isinstance(named, tuple | list) and len(named) == 2
            is_file = is_pair and all(isinstance(one, str | os.PathLike) for one in named)
            must_be(is_file, "data", say("phrase/list-of-files"), named)
        return with_data(swapped(node, files))
    return node


def story_of(story: StoryLike, options: Options) -> Node:
    """The same, as the options say."""
    return read_story(story, options.get("values", ()), options.get("data", ()))


def _has_data(story: Node) -> bool:
    return isinstance(story.value, dict) and any(name in story.value for name in WITH_DATA)


WITH_DATA = ("charts", "tables")
"""What of a story has data, which may stand in other files."""


def tables_of(story: Node) -> Iterable[Table]:
    """The tables that a story has its data in."""
    if not _has_data(story):
        return ()
    from infographic.loading.tables import attach

    return attach.tables_of(story)


def said_of_data(story: Node, gone: Sequence[Node]) -> list[Diagnostic]:
    """How data were read and what was done with them, but for what stands in the parts `gone`."""
    hidden = tuple(f"{node.origin.pointer}/" for node in gone)
    return [
        one
        for table in tables_of(story)
        if not f"{table.origin.pointer}/".startswith(hidden)
        for one in table.said
    ]


# What may be read


def reach_for(story: StoryLike, layouts: Iterable[LayoutLike], options: Options) -> Reach:
    """What the files of a run may name: inside the project of the story and the layouts that the
    caller names, or inside his `root`; in his folders of fonts; and what he allows."""
    root = options.get("root")
    return reach_of(
        _named(story, layouts, options),
        root=None if root is None else Path(root),
        font_path=map(Path, options.get("font_path", ())),
        allow=paths_allowed(options.get("allow", ())),
    )


def _named(story: StoryLike, layouts: Iterable[LayoutLike], options: Options) -> Iterator[Path]:
    """The files that a caller names, the story's first; without a file, one in the folder he stands
    in."""
    if isinstance(story, Node):
        yield Path(story.origin.source.folder, Path(story.origin.source.name).name)
    else:
        name = os.fspath(story) if isinstance(story, str | os.PathLike) else "-"
        yield Path("story" if name == "-" else name)
    press = options.get("press")
    for name in (*layouts, *(() if press is None else (press,))):
        if isinstance(name, LayoutSource):
            yield from (file for file, _, _ in name.stamps[:1])
        elif isinstance(name, Mapping):
            # What a dict names is found from where the program stands.
            yield Path("layout")
        elif isinstance(name, str | os.PathLike):
            # By its name a layout may be one of the folder that the caller stands in.
            path = Path(name if os.fspath(name).endswith(".json") else f"layouts/{name}.json")
            if is_a_file(path):
                yield path


def codes_allowed(allow: Iterable[PathLike]) -> Iterator[str]:
    """What is not to be looked for. Raises `CallError` for what is neither a code nor a path."""
    for one in allow:
        if one in ALL_CODES or not is_path(one):
            yield one_of(os.fspath(one), "allow", ALL_CODES)


def paths_allowed(allow: Iterable[PathLike]) -> Iterator[Path]:
    """The files and folders that may be read besides."""
    return (Path(one) for one in allow if one not in ALL_CODES and is_path(one))


def is_path(one: object) -> bool:
    """Whether what is allowed is a file or a folder: it looks like one, or is there.

    >>> is_path("copy-doubled"), is_path("../shared"), is_path(Path("fonts"))
    (False, True, True)
    """
    if isinstance(one, os.PathLike):
        return True
    if not isinstance(one, str):
        return False
    return bool({"/", os.sep, "."} & {*one}) or one in ("~",) or is_there(one)


def is_there(name: str) -> bool:
    """Whether there is such a file or folder."""
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return False
