"""Annotations are worked out as the library does it."""

from __future__ import annotations

import typing

import pytest

from infographic.blocks import CATALOGUE
from infographic.loading.decoding.forms import hints_of
from infographic.loading.sheet.layout_file import LayoutFile, StyleSpec
from infographic.press.profile import PressProfile
from infographic.story.model import Story


@pytest.mark.parametrize("cls", [LayoutFile, PressProfile, Story, StyleSpec, *CATALOGUE.values()])
def test_annotations_come_to_what_the_library_says(cls: type) -> None:
    assert hints_of(cls) == typing.get_type_hints(cls, include_extras=True)
