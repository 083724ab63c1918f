"""Stories to begin from: the short one of `infographic init`, and those that travel along."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from infographic.foundation.files import is_a_file, shipped
from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.starter import STORY
from infographic.studio.session.paths import is_plain

SHORT, PAGE = "starter", "page"
SCHEMA = "schema/story.schema.json"
LAYOUT = "square"
"""Every one of them fits it."""
BESIDE = ("SOURCES.md", "LICENCE", "LICENSE")
"""What has to travel with pictures."""
_SCHEMA_LINE = late(r'[ \t]*"\$schema"[ \t]*:[ \t]*"[^"\n]*"[ \t]*,?[ \t]*\r?\n')


class Starter(NamedTuple):
    name: str
    title: str
    text: str
    folder: Path | None = None
    """Where the files lie that it names."""
    files: tuple[str, ...] = ()
    """Those, by their paths from there."""

    def as_dict(self) -> dict[str, Any]:
        return {"name": self.name, "title": self.title, "layout": LAYOUT, "files": len(self.files)}


@cache
def starters() -> dict[str, Starter]:
    """By their names, the shortest first."""
    short = json.dumps(STORY, ensure_ascii=False, indent=2) + "\n"
    found = [Starter(SHORT, str(STORY["headline"]), short)]
    examples = shipped("examples")
    page = shipped("layouts").parent / "data.json"
    found += [_starter(PAGE, page)] if is_a_file(page) else []
    found += [_starter(file.parent.name, file) for file in sorted(examples.glob("*/story.json"))]
    return {one.name: one for one in found}


def _starter(name: str, file: Path) -> Starter:
    text = file.read_bytes().decode()
    story = json.loads(text)
    named = dict.fromkeys(one for one in _texts(story) if _is_file(file.parent, one))
    folders = {(file.parent / one).parent for one in named}
    beside = [folder / one for folder in sorted(folders) for one in BESIDE]
    told = [one.relative_to(file.parent).as_posix() for one in beside if is_a_file(one)]
    files = tuple(dict.fromkeys([*named, *told]))
    return Starter(name, story["headline"], text, file.parent, files)


def _is_file(folder: Path, name: str) -> bool:
    return is_plain(name, on_windows=True) and is_a_file(folder / name)


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for one in value:
                yield from _texts(one)
        case dict():
            for one in value.values():
                yield from _texts(one)


def text_for(starter: Starter, schema: str) -> str:
    """Its text with another path of its schema, or without one where that is "".

    >>> text_for(Starter("", "", '{\\n  "$schema": "x",\\n  "headline": "a"\\n}\\n'), "")
    '{\\n  "headline": "a"\\n}\\n'
    """
    line = f'  "$schema": {json.dumps(schema)},\n' if schema else ""
    return _SCHEMA_LINE.sub(lambda _: line, starter.text, count=1)
