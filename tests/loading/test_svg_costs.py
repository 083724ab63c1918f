"""What a drawing asks for is counted as it is drawn, and refused by the name of its limit."""

from __future__ import annotations

import pytest
from conftest import Limited
from test_svg_refused import BOX, faults, svg

from infographic.loading.assets.svg import inked, paint

CURVES = "M0 0" + "C9 9 3 4 5 6" * 90


def limits_of(content: str) -> list[str]:
    return [fault.limit for fault in faults(svg(content)) if fault.limit]


def test_a_stroke_under_a_skewing_matrix_is_refused_before_it_is_made(
    limited: Limited, monkeypatch: pytest.MonkeyPatch
) -> None:
    limited({"svg-segments": 1000})
    monkeypatch.setattr(inked, "covered_by", None)
    line = f'<path d="{CURVES}" stroke="#000" fill="none" transform="scale(1 2)"/>'
    assert limits_of(line) == ["svg-segments"]


def test_arcs_count_for_the_curves_that_they_become(limited: Limited) -> None:
    limited({"svg-segments": 100})
    assert limits_of('<path d="M0 0' + "a9 9 0 1 0 1 1" * 40 + '"/>') == ["svg-segments"]
    assert limits_of('<polygon points="' + "1,2 " * 200 + '"/>') == ["svg-segments"]


def test_of_many_faults_some_are_told(limited: Limited) -> None:
    limited({"svg-faults": 7})
    strange = " ".join(f'q{number}="1"' for number in range(500))
    assert len(faults(svg(f"<rect width='9' height='9' {strange}/>"))) == 7
    assert len(faults(svg("<blob/>" * 500))) == 7


@pytest.mark.parametrize(
    "content",
    [
        "<style>.a{" + "fill:red;" * 60 + "}</style>" + BOX,
        "<style>.a{" + "fill:red;" * 20 + "}</style>"
        + "".join(f'<rect class="a" id="r{n}" width="9" height="9"/>' for n in range(9)),
        '<rect width="9" height="9" style="' + "fill:red;" * 60 + '"/>',
    ],
)  # fmt: skip
def test_declarations_are_counted_where_they_are_read_and_given(
    limited: Limited, content: str
) -> None:
    assert limits_of(content) == []
    limited({"svg-declarations": 50})
    assert limits_of(content) == ["svg-declarations"]


def test_selectors_are_counted_before_they_are_rules(limited: Limited) -> None:
    limited({"svg-rules": 50})
    assert limits_of("<style>" + ",".join(["a"] * 60) + "{fill:red}</style>" + BOX) == ["svg-rules"]


def test_a_pattern_of_dashes_is_short(limited: Limited) -> None:
    line = '<path d="M0 0L9 0" stroke="#000" stroke-dasharray="{}"/>'
    assert limits_of(line.format("1 " * 32)) == []
    assert limits_of(line.format("1 " * 33)) == ["dash-lengths"]
    limited({"dashes": 10})
    assert limits_of(line.format("0.1")) == ["dashes"]


def test_what_stands_in_many_clips_is_measured_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    extent = paint.extent
    monkeypatch.setattr(paint, "extent", lambda one: asked.append(1) or extent(one))
    boxes = "".join(f'<rect x="{n}" width="9" height="9"/>' for n in range(50))
    clip = '<clipPath id="c"><path d="M0 0L9 0L5 9z"/></clipPath>'
    nested = clip + '<g clip-path="url(#c)">' * 40 + boxes + "</g>" * 40
    assert faults(svg(nested)) == ()
    assert len(asked) <= 50 + 40
