"""Editions of a PostgreSQL database. To come."""

from __future__ import annotations

from infographic.batch.rows import Rows
from infographic.batch.rows.options import RowOptions


def postgres_rows(url: str, options: RowOptions) -> Rows:
    """To come."""
    raise NotImplementedError
