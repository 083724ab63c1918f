"""A font file whose bytes are changed by chance is refused, or draws what it drew; else it says
that it is doubtful, or is another font that is whole."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from font_mutations import chance, spoilt
from font_use import used

FONTS = Path(__file__).resolve().parents[1] / "fonts"
WEIGHT = (("wght", 900.0),)
FACES = [("square.ttf", ()), ("square.otf", ()), ("variable.ttf", WEIGHT)]
SAID = ("font-broken", "font-large", "font-axis", "font-index", "font-unembeddable")


def ends_of(path: Path, files: list[bytes], axes: tuple[tuple[str, float], ...]) -> Counter[str]:
    """How many files end how."""
    ends: Counter[str] = Counter()
    for data in files:
        path.write_bytes(data)
        made = used(path, axes)
        ends[made.partition("/")[0] if isinstance(made, str) else "drawn"] += 1
    return ends


@pytest.mark.parametrize(("name", "axes"), FACES)
def test_a_font_with_bytes_changed_by_chance_is_refused_by_name_or_drawn(
    tmp_path: Path, name: str, axes: tuple[tuple[str, float], ...]
) -> None:
    files = list(chance((FONTS / name).read_bytes(), 120, seed=17))
    ends = ends_of(tmp_path / name, files, axes)
    assert ends.total() == 120
    assert set(ends) <= {"drawn", *SAID}
    assert ends["font-broken"] >= 30


def test_a_collection_with_bytes_changed_by_chance_is_refused_by_name_or_drawn(
    tmp_path: Path,
) -> None:
    whole, dice = (FONTS / "squares.ttc").read_bytes(), random.Random(17)
    ends = ends_of(tmp_path / "squares.ttc", [spoilt(whole, dice) for _ in range(120)], ())
    assert set(ends) <= {"drawn", *SAID}


@pytest.mark.parametrize(("name", "axes"), FACES)
def test_bytes_that_a_disk_has_changed_draw_nothing_else_without_a_word(
    tmp_path: Path, name: str, axes: tuple[tuple[str, float], ...]
) -> None:
    path, whole, dice = tmp_path / name, (FONTS / name).read_bytes(), random.Random(18)
    path.write_bytes(whole)
    right = used(path, axes)
    assert isinstance(right, tuple)
    for number in range(60):
        path.write_bytes(spoilt(whole, dice))
        made = used(path, axes)
        if isinstance(made, tuple):
            doubtful, *drawn = made
            assert doubtful or drawn == list(right[1:]), number
