"""How the pages of a layout look: the measures of each, with its story's news and its press."""

from __future__ import annotations

from infographic.composed import ComposedPage
from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.record import record, replaced
from infographic.loading.binding.news import ranking_of
from infographic.look.measure import Measure
from infographic.look.measured import measured


@record
class PageLook:
    """The measures of one page."""

    layout: str
    """The layout's name; of several pages with the page's number."""
    measures: tuple[Measure, ...]
    """Those that the page has something for, in the order of docs/design.md."""
    unit: str = "pt"

    @property
    def notes(self) -> tuple[Diagnostic, ...]:
        """What is said of the measures that do not hold."""
        return tuple(
            replaced(one.note, layout=self.layout, unit=self.unit)
            for one in self.measures
            if not one.passes
        )

    @property
    def said(self) -> str:
        """“square: 9 of 11 measures of its look hold”."""
        held = sum(one.passes for one in self.measures)
        return f"{self.layout}: {held} of {len(self.measures)} measures of its look hold"

    def as_dict(self) -> dict[str, object]:
        """For `--diagnostics json`."""
        return {"layout": self.layout, "measures": [one.as_dict() for one in self.measures]}


def looks_of(composed: ComposedPage, story: Node) -> tuple[PageLook, ...]:
    """Of every page of a layout. Raises `SpecError` for a press profile that cannot be read."""
    news = ranking_of(story).news
    return tuple(
        PageLook(
            f"{one.layout} page {one.number}" if one.number else one.layout,
            measured(
                one.page,
                news.node.origin if news is not None else None,
                is_first=number == 0,
                printed=one.press.type.positive,
            ),
            one.page.unit,
        )
        for number, one in enumerate(composed.pages)
    )
