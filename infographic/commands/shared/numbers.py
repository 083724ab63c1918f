"""Numbers on the command line."""

from __future__ import annotations

from math import isnan
from typing import Any

import click


class Bounded(click.FloatRange):
    """A number in a range; click's own lets NaN into every range."""

    def convert(self, value: Any, param: Any, ctx: Any) -> float:
        number = float(super().convert(value, param, ctx))
        if isnan(number):
            self.fail(f"{value} is no number from {self.min:g} to {self.max:g}.", param, ctx)
        return number
