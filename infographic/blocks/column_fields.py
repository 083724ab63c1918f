"""Columns of running words, with blocks among them; shared by `article` and `thread`."""

from __future__ import annotations

from typing import Annotated, Literal

from infographic.blocks.inset import Inset
from infographic.blocks.rule import Rule
from infographic.flow.columns_wanted import ColumnRule, ColumnsWanted
from infographic.flow.leveling import Balance
from infographic.foundation.fields import ColumnCount, Gutter, Range
from infographic.foundation.record import record


@record(kw_only=True)
class Columns:
    """Columns of running words; shared by `article` and `thread`."""

    columns: ColumnCount = 1
    """“page”: as many as the page has."""
    gutter: Gutter = 18.0
    """Between columns; “page”: the page's gutter."""
    measure: Literal["even", "whole"] = "even"
    """“whole”: its columns (栏) are whole characters of its style, and what is left goes to the
    gutters (of a single column it stays empty beside the lines)."""
    column_rule: Rule | None = None
    """In the middle of each gutter."""
    insets: tuple[Inset, ...] = ()
    """Blocks among the columns, which the words run round."""
    balance: Balance = "level"
    """“none”: each column is filled before the next. “level”: their ends are level. “fill”: level,
    and lines left empty go above headings, leads and paragraphs, so that all reach the foot."""
    narrowest: Annotated[float, Range(ge=2, le=40)] = 6.0
    """Beside an inset no line is narrower than so many characters; it stays empty."""

    @property
    def wanted(self) -> ColumnsWanted:
        rule = self.column_rule
        return ColumnsWanted(
            count=self.columns,
            gutter=self.gutter,
            is_whole=self.measure == "whole",
            balance=self.balance,
            narrowest=self.narrowest,
            insets=tuple(inset.wanted for inset in self.insets),
            rule=None if rule is None else ColumnRule(rule.across, rule.down, rule.origin),
        )
