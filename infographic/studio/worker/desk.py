"""What a worker keeps between jobs: of each view the pages that it drew last."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from infographic.composed import ComposedPage
from infographic.foundation.datum import Node, Source
from infographic.foundation.reach import within
from infographic.foundation.record import field, record
from infographic.loading.reading.source import read_file, read_json
from infographic.loading.sheet.layouts import read_layout
from infographic.options import DraftOptions, reach_for, read_story
from infographic.pipeline import draft, settled_layout
from infographic.studio.worker.sent import SentPages
from infographic.studio.worker.tuned import tuning_of

Given = Mapping[str, Any]
Tell = Callable[[object], None]
"""Sends a part of what a job makes, before it ends."""


@record(frozen=False)
class Shown:
    """What a view shows."""

    revision: int
    page: ComposedPage
    story: Node
    drawn: dict[Any, Any] = field(default_factory=dict)
    """What was drawn of it, by what `jobs` file it under."""


@record(frozen=False)
class Desk:
    root: Path
    """The studio's folder, a real path."""
    views: dict[str, Shown] = field(default_factory=dict)
    sent: SentPages = field(default_factory=SentPages)

    def story(self, given: Given) -> Node:
        """The story of a job: given["story"] is its path; given["text"], where it is not None, is
        what it holds though the disk may not have it yet. Raises `SpecError`."""
        path, text = Path(given["story"]), given.get("text")
        if text is None:
            return read_file(path, relaxed=False)
        source = Source(path.as_posix(), text.removeprefix("\ufeff"), path.parent.as_posix(), path)
        return read_json(source, relaxed=False)

    def options(self, given: Given) -> DraftOptions:
        options: DraftOptions = {"root": self.root}
        for name in ("press", "font_path", "allow"):
            if given.get(name):
                options[name] = given[name]
        if given.get("tuning"):
            with within(reach_for(given["story"], [given["layout"]], options)):
                settled = settled_layout(read_layout(given["layout"]))
            options["tuning"] = tuning_of(given["tuning"], settled.sheet.styles)
        return options

    def drafted(self, given: Given) -> tuple[Node, ComposedPage]:
        """The story, its data read, and its pages, though not everything fits. Raises
        `SpecError`."""
        options = self.options(given)
        with within(reach_for(given["story"], [given["layout"]], options)):
            node = read_story(self.story(given))
        return node, draft(node, given["layout"], **options)
