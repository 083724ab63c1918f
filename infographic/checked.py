"""Everything wrong or doubtful with a story in a layout, as `infographic check` says it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from infographic.composed import ComposedPage
from infographic.foundation.calls import CallError
from infographic.foundation.diagnostics import Diagnostic, Severity, SpecError, errors
from infographic.foundation.reach import within
from infographic.foundation.record import record
from infographic.options import (
    ComposeOptions,
    LayoutLike,
    StoryLike,
    must_be_right,
    reach_for,
    story_of,
)
from infographic.pipeline import draft
from infographic.subbing.rules import doubtful_figures

if TYPE_CHECKING:
    from infographic.looks import PageLook


@record
class Checked:
    """What `check` found. It sets nothing right and writes nothing."""

    diagnostics: tuple[Diagnostic, ...]
    """Errors first, then warnings, then notes; () where nothing is to be said."""
    page: ComposedPage | None
    """As `draft` makes it, though not everything fits; None where the files allow no page."""
    looks: tuple[PageLook, ...] = ()
    """Of `look`: the measures of each page's look."""

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """Why `compose`, or the file for the press, would be refused."""
        return errors(self.diagnostics)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        return tuple(one for one in self.diagnostics if one.severity is Severity.WARNING)

    @property
    def passes(self) -> bool:
        """Whether everything fits and the press takes it."""
        return not self.errors


def check(
    story: StoryLike, layout: LayoutLike, *, look: bool = False, **options: Unpack[ComposeOptions]
) -> Checked:
    """Say everything wrong or doubtful with a story in a layout; the options are `compose`'s.

    That is: what is wrong in the files, what does not fit, what the layout leaves out, what the
    press will not take (its preflight; only where everything fits), and where the story's numbers
    go against each other (核数); with `look`, as notes, what of each page's look does not hold to
    the grammar of docs/design.md. What is wrong in the files is answered, not raised;
    `MachineError` is raised as everywhere.
    """
    must_be_right(options, ComposeOptions, "check")
    found: list[Diagnostic] = []
    page: ComposedPage | None = None
    looks: tuple[PageLook, ...] = ()
    try:
        with within(reach_for(story, [layout], options)):
            node = story_of(story, options)
        found += doubtful_figures(node)
        # The values and data lie over the story already.
        others: ComposeOptions = {**options, "values": (), "data": ()}
        page = draft(node, layout, **others)
        found += page.diagnostics
        unread = [fault for one in page.pages for fault in one.picture_faults()]
        found += unread
        if not unread and not errors(page.diagnostics):
            for one in page.pages:
                found += one.preflight()
        if look:
            # Late: few checks ask for it.
            from infographic.looks import looks_of

            looks = looks_of(page, node)
            found += (note for one in looks for note in one.notes)
    except CallError:
        raise
    except SpecError as error:
        found += error.diagnostics
    order = list(Severity)
    found.sort(key=lambda one: order.index(one.severity))
    return Checked(tuple(dict.fromkeys(found)), page, looks)
