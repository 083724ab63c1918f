"""Each rule taken out, the proof fails: marks too long, moved, missing; words on words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lies import DRAWN, RULES, Rule, all_lies, colored_words, drawn_wrong, thin_lines
from test_devices_in_the_file import PROOFS, prove
from test_devices_on_the_press import passes

from infographic.foundation.diagnostics import SpecError
from infographic.foundation.memo import forget

SAMPLE = (
    ("stretched", "bars"), ("stretched", "donut"), ("moved", "scatter"), ("gone", "columns"),
    ("colliding", "line"), ("outside", "grouped-bars"),
)  # fmt: skip
WITHOUT_MARKS = ("figures", "place-list", "steps")
"""Devices of words: no mark of theirs says a value."""


@pytest.fixture(autouse=True)
def nothing_is_kept() -> Iterator[None]:
    """A frame that was made before is not drawn again, by whichever rules: none is kept."""
    forget()
    yield
    forget()


def is_caught(name: str, kind: str, patch: pytest.MonkeyPatch) -> bool:
    changed = drawn_wrong(patch, kind, DRAWN[name])
    try:
        prove(kind, 6)
    except (AssertionError, SpecError, ValueError, KeyError, IndexError, StopIteration):
        return True
    return not changed[0]


@pytest.mark.parametrize(("name", "kind"), SAMPLE)
def test_a_drawing_made_wrong_fails_its_proof(
    name: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_caught(name, kind, monkeypatch)


@pytest.mark.full
@pytest.mark.parametrize(("name", "kind"), list(all_lies(sorted(PROOFS))))
def test_every_drawing_made_wrong_fails_its_proof(
    name: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if kind in WITHOUT_MARKS and name not in ("colliding", "outside"):
        pytest.skip("a device of words")
    assert is_caught(name, kind, monkeypatch)


@pytest.mark.parametrize(("rule", "kind"), RULES)
def test_a_device_without_a_rule_fails_its_proof(
    rule: Rule, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule(monkeypatch)
    with pytest.raises((AssertionError, SpecError, ValueError, IndexError)):
        prove(kind, 8)


@pytest.mark.parametrize("rule", [colored_words, thin_lines])
def test_words_in_colour_and_hairlines_fail_on_the_press(
    rule: Rule, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule(monkeypatch)
    with pytest.raises((AssertionError, SpecError)):
        passes("bars", ("newsprint-x1a",), 2)
