"""A view that is closed."""

from __future__ import annotations

from infographic.studio.worker.desk import Desk, Given, Tell


def run(desk: Desk, given: Given, tell: Tell) -> None:
    """given: view."""
    desk.views.pop(given["view"], None)
    desk.sent.forget(given["view"])
