"""A few pages as text: what stands where, in what type. Read the diff before you update it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from pages import page_or_faults

from infographic.composed import ComposedPage

GOLDENS = [
    ("wechat-cover", "data"),
    ("panel", "data"),
    ("square", "single-panel"),
    ("modern/link-preview", "single-panel"),
]


def places_named_alike(dump: str) -> str:
    """Files by their names alone, wherever the repository lies."""
    return re.sub(r"(<- )\S*?/([^/ ]+\.json)", r"\1\2", dump)


@pytest.mark.parametrize(("layout", "story"), GOLDENS, ids=[":".join(g) for g in GOLDENS])
def test_a_page_stands_as_it_stood(
    golden: Callable[[str, str], None], layout: str, story: str
) -> None:
    page = page_or_faults(layout, story)
    assert isinstance(page, ComposedPage)
    golden(f"{layout.replace('/', '-')}.{story}.txt", places_named_alike(page.dump()))
