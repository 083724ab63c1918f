"""What is wrong in a story that goes through several layouts: said once, before all of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from infographic.foundation.diagnostics import Diagnostic, Severity, SpecError
from infographic.foundation.record import replaced

if TYPE_CHECKING:
    from infographic.foundation.datum import Node
    from infographic.options import Options


def story_faults(story: Node, layouts: Sequence[str], options: Options) -> tuple[Diagnostic, ...]:
    """What is wrong in a story: an error where it stops one of the layouts, else a warning."""
    from infographic.bound_pages import read_and_bind
    from infographic.loading.decoded_story import decode_story
    from infographic.pipeline import read_files

    try:
        decode_story(story)
    except SpecError as error:
        wrong = error.diagnostics
    else:
        return ()
    stopping: set[Diagnostic] = set()
    for layout in layouts:
        try:
            read_and_bind(read_files(story, layout, options))
        except SpecError as error:
            stopping.update(error.diagnostics)
    return tuple(
        fault if fault in stopping else replaced(fault, severity=Severity.WARNING)
        for fault in wrong
    )


def doubtful_data(
    story: Node, options: Options, allowed: Collection[str]
) -> tuple[Diagnostic, ...]:
    """What charts would make believe by their data, of a story that no page is made of."""
    from infographic.loading.decoded_story import decode_story

    try:
        decoded = decode_story(story)
    except SpecError:
        return ()
    if not (decoded.story.charts or decoded.story.tables):
        return ()
    from infographic.chart_lint.rules import doubtful_charts

    return tuple(doubtful_charts(decoded.story, allowed))
