"""The library's public surface: what is exported, layouts as dicts, saving, checking, mistakes."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest
from pages import ROOT

import infographic
from infographic import (
    CallError,
    ComposedPage,
    MachineError,
    Severity,
    SpecError,
    check,
    compose,
    draft,
    fit,
    layouts,
)
from infographic.backends.pdf.write import Intent
from infographic.foundation.codes import CODES
from infographic.loading.sheet.layouts import all_layouts
from infographic.options import ComposeOptions, DraftOptions, Options
from infographic.outputs import FORMATS

STORY = ROOT / "data.json"
SHORT = {"headline": "短讯", "body": ["一句话。"]}
TWO_PAGES = {
    "page": {"width": "100mm", "height": "60mm"},
    "fonts": {"b": "serif-regular"},
    "styles": {"b": {"font": "b", "size": "9pt", "leading": "13pt"}},
    "pages": [
        {"body": {"type": "article", "thread": "t", "style": "b", "body": {"$data": "/body"}}},
        {"body": {"type": "thread", "thread": "t"}},
    ],
}


@pytest.fixture(scope="module")
def square() -> ComposedPage:
    return compose(STORY, "square")


# What is exported


def test_every_name_is_there_and_is_listed() -> None:
    names = infographic.__all__
    assert len(names) == len(set(names))
    assert set(names) <= set(dir(infographic))
    assert set(infographic._PLACES) == set(names) - {"__version__"}
    for name in names:
        assert getattr(infographic, name) is not None
    with pytest.raises(AttributeError, match="has no attribute 'composed_page'"):
        _ = infographic.composed_page


def test_to_import_it_brings_nothing_heavy() -> None:
    code = (
        "import infographic, sys; print(*(m for m in sys.modules if m.startswith('infographic')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["infographic"]


def test_the_literals_name_what_there_is() -> None:
    endings = [ending.lstrip(".") for each in FORMATS for ending in each.suffixes]
    assert sorted(get_args(infographic.FormatName)) == sorted(endings)
    assert set(get_args(infographic.IntentName)) == set(Intent)


# Options


@pytest.mark.parametrize("function", [compose, draft, check, fit])
def test_an_unknown_option_is_refused_as_python_refuses_it(function: Any) -> None:
    with pytest.raises(TypeError, match=r"'font_paths'; did you mean “font_path”\?") as caught:
        function(STORY, "square", font_paths=())
    assert str(caught.value).startswith(f"{function.__name__}() got an unexpected keyword")


def test_each_function_takes_its_own_options_alone() -> None:
    with pytest.raises(TypeError, match=r"compose\(\) got an unexpected keyword argument 'trial'"):
        compose(STORY, "square", trial=True)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match=r"fit\(\) got an unexpected keyword argument 'tuning'"):
        fit(STORY, "square", tuning=None)  # type: ignore[call-arg]
    assert set(Options.__annotations__) < set(ComposeOptions.__annotations__)
    assert set(ComposeOptions.__annotations__) < set(DraftOptions.__annotations__)


def test_options_reach_the_page(tmp_path: Path) -> None:
    values = iter([("/headline", "改过的标题")])
    found = check(STORY, "panel", values=values, press="proof", root=ROOT)
    assert found.page is not None
    assert "改过的标题" in found.page.page.title
    assert found.page.press.name == "proof"
    with pytest.raises(SpecError, match="file-outside"):
        compose(ROOT / "examples" / "twelve-stats" / "story.json", "broadsheet", root=tmp_path)


# A layout as a dict


def test_a_layout_as_a_dict_is_set_as_its_file_is(tmp_path: Path) -> None:
    layout = {"extends": "square", "colors": {"accent": {"cmyk": [85, 20, 70, 5],
              "srgb": "#14795a"}}}  # fmt: skip
    (tmp_path / "mine.json").write_text(json.dumps(layout), encoding="utf-8")
    given, read = compose(STORY, layout), compose(STORY, tmp_path / "mine.json")
    assert given.png() == read.png()
    assert given.png() != compose(STORY, "square").png()
    assert given.layout == "<layout>"


def test_a_dict_that_is_changed_is_another_layout() -> None:
    accent = {"cmyk": [0, 95, 85, 5], "srgb": "#b3121d"}
    layout = {"extends": "square", "colors": {"accent": accent}}
    before = compose(STORY, layout)
    accent["srgb"] = "#14795a"
    assert compose(STORY, layout).png(scale=0.1) != before.png(scale=0.1)


def test_a_layout_as_a_dict_extends_files_from_where_the_program_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("house.json").write_text('{"extends": "square"}', encoding="utf-8")
    assert compose(STORY, {"extends": "./house.json"}).layout == "<layout>"
    Path("house.json").write_text('{"extends": "square", "title": 3}', encoding="utf-8")
    with pytest.raises(SpecError, match=r"^house\.json:1:32: error\[value-kind\]"):
        compose(STORY, {"extends": "./house.json"})


@pytest.mark.parametrize(
    ("layout", "mend"),
    [
        ("weekend/square", '"extends": ["square", "families/weekend"]'),
        ("daily/square", "did you mean “square”?"),
        ("gala/sqare", "did you mean “gala/square”?"),
    ],
)
def test_a_canvas_that_a_family_has_not_is_told_how_to_lay_it_over_one(
    layout: str, mend: str
) -> None:
    with pytest.raises(SpecError) as caught:
        compose(STORY, layout)
    (fault,) = caught.value.diagnostics
    assert mend in str(fault.hint)


@pytest.mark.parametrize(
    ("layout", "code", "pointer"),
    [
        ({"extends": "sqare"}, "layout-unknown", "/extends"),
        ({"extends": ["square", 3]}, "layout-form", "/extends/1"),
        ({"extends": "square", "styles": {"headline": {"siz": "9pt"}}}, "field-unknown",
         "/styles/headline/siz"),
        ({"extends": "square", "body": {"type": "txt"}}, "block-type", "/body/type"),
        ({"extends": "square", "page": {"width": object()}}, "python-value", "/page/width"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_dict_is_said_of_the_layout(
    layout: dict[str, Any], code: str, pointer: str
) -> None:
    found = check(STORY, layout)
    assert found.page is None
    assert [(d.code, d.origin.file, d.origin.pointer) for d in found.errors][:1] == [
        (code, "<layout>", pointer)
    ]


def test_a_page_can_be_filled_by_a_layout_given_as_a_dict() -> None:
    filled = fit(SHORT, {**TWO_PAGES, "pages": TWO_PAGES["pages"][:1]})
    assert filled.fits
    assert filled.page.layout == "<layout>"


# check


def test_check_answers_what_is_wrong_and_raises_nothing(tmp_path: Path) -> None:
    (tmp_path / "story.json").write_text('{"headline": "标题",}', encoding="utf-8")
    found = check(tmp_path / "story.json", "square")
    assert ([one.code for one in found.errors], found.page) == (["json-trailing-comma"], None)
    assert not found.passes


def test_check_tells_what_does_not_fit_with_the_page_to_look_at() -> None:
    layout = {**TWO_PAGES, "pages": TWO_PAGES["pages"][:1]}
    found = check({"headline": "标题", "body": ["很长的一段正文。" * 200]}, layout)
    assert [one.code for one in found.errors] == ["overset"]
    assert found.page is not None
    assert found.page.overlay().startswith(b"\x89PNG")


def test_check_reads_the_numbers_and_holds_the_preflight_too() -> None:
    stats = [{"value": value, "unit": "万人", "label": label}
             for label, value in {"男": 1.5, "女": 2.5, "合计": 9}.items()]  # fmt: skip
    heavy = {"cmyk": [90, 90, 90, 90], "srgb": "#000000"}
    layout = {"extends": "panel", "colors": {"ink": heavy}}
    story = {"headline": "标题", "panels": [{"title": "数", "stats": stats}]}
    found = check(story, layout)
    codes = {one.code for one in found.diagnostics}
    assert {"figure-total", "ink-limit"} <= codes
    order = [list(Severity).index(one.severity) for one in found.diagnostics]
    assert order == sorted(order)


def test_check_tells_once_of_spot_inks_that_the_press_has_no_plates_for() -> None:
    layout = {"extends": "panel", "colors": {"accent": {"spot": "PANTONE 186 C",
              "cmyk": [0, 95, 85, 5], "srgb": "#b3121d"}}}  # fmt: skip
    assert [one.code for one in check(STORY, layout).errors] == ["press-spots"]


# layouts


def test_the_shipped_layouts_are_listed_with_their_kind_and_size() -> None:
    found = {each.name: each for each in layouts()}
    assert tuple(found) == all_layouts()
    assert (found["square"].size, found["square"].kind) == ("1080 × 1080 px", "screen")
    assert (found["broadsheet"].size, found["broadsheet"].kind) == ("390 × 540 mm", "print")
    assert (found["long-image"].height, found["long-image"].width) == (None, 810)
    assert all(each.title and each.description for each in found.values())
    assert {found[name].pages for name in ("square", "broadsheet", "long-image")} == {1}
    # Of a set, whose cards hang on the story, the most.
    assert (found["weibo"].pages, found["modern/carousel"].pages) == (9, 10)


# Saving


def test_a_page_is_saved_into_a_file_object(square: ComposedPage, tmp_path: Path) -> None:
    file = io.BytesIO(b"")
    assert square.save(file, "png", scale=0.5) is None
    assert file.getvalue() == square.png(scale=0.5)
    with (tmp_path / "page.bin").open("wb") as real:
        square.save(real, "screen.pdf")
    assert (tmp_path / "page.bin").read_bytes() == square.pdf("screen")


def test_a_format_goes_before_the_name(square: ComposedPage, tmp_path: Path) -> None:
    path = square.save(tmp_path / "page.of.mine", format="png", scale=0.5)
    assert path.read_bytes() == square.png(scale=0.5)


@pytest.mark.parametrize(
    ("file", "name", "message"),
    [
        (io.BytesIO(), None, "say its format"),
        (io.StringIO(), "png", "takes text, not bytes"),
        (io.BytesIO(), "pgn", "no format has the ending “.pgn”\n.*did you mean “.png”"),
    ],
)
def test_a_file_object_that_cannot_be_written_so_is_refused(
    square: ComposedPage, file: Any, name: Any, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        square.save(file, name)


def test_several_pages_do_not_go_into_one_file_object() -> None:
    with pytest.raises(ValueError, match="2 pages of the layout"):
        compose(SHORT, TWO_PAGES).save(io.BytesIO(), "png")


@pytest.mark.parametrize("options", [{"scale": -1}, {"quality": 3}, {"ppi": float("nan")}])
def test_an_option_that_a_format_does_not_take_is_a_clear_error(
    square: ComposedPage, options: dict[str, Any], tmp_path: Path
) -> None:
    with pytest.raises(CallError) as caught:
        square.save(tmp_path / "card.png", **options)
    assert [each.code for each in caught.value.diagnostics] == ["call-file"]
    assert list(tmp_path.iterdir()) == []


def test_a_file_object_that_fails_is_the_machines_fault(square: ComposedPage) -> None:
    class Full(io.BytesIO):
        def write(self, data: Any) -> int:
            raise OSError(28, "No space left on device")

    with pytest.raises(MachineError, match="No space left"):
        square.save(Full(), "png", scale=0.1)


def test_a_file_object_that_takes_a_part_at_a_time_gets_all(square: ComposedPage) -> None:
    class Narrow(io.BytesIO):
        def write(self, data: Any) -> int:
            return super().write(data[:1000])

    narrow, whole = Narrow(), io.BytesIO()
    square.save(narrow, "png", scale=0.1)
    square.save(whole, "png", scale=0.1)
    assert narrow.getvalue() == whole.getvalue()


def test_what_is_closed_or_no_file_is_a_clear_error(square: ComposedPage) -> None:
    closed = io.BytesIO()
    closed.close()
    for target in (closed, 3):
        with pytest.raises(CallError, match="closed or has no “write”"):
            square.save(target, "png")  # type: ignore[call-overload, arg-type, unused-ignore]


@pytest.mark.parametrize("size", [float("inf"), 10**400, "9" * 400], ids=["inf", "int", "text"])
def test_a_size_beyond_all_numbers_is_a_clear_error(square: ComposedPage, size: Any) -> None:
    with pytest.raises(CallError, match="max_bytes must be a size"):
        square.save(io.BytesIO(), "jpg", max_bytes=size)


def test_a_signaling_nan_is_no_number_of_a_story() -> None:
    with pytest.raises(SpecError, match="no number that can be set"):
        infographic.edited('{"a": 1}', "/a", Decimal("sNaN"))


# What a page is asked for


ODD = [-1, 0, -0.0, float("nan"), float("inf"), -float("inf"), "2", True, None, [1]]


@pytest.mark.parametrize("value", ODD, ids=repr)
def test_a_measure_that_is_no_number_above_0_is_a_clear_error(
    square: ComposedPage, value: Any
) -> None:
    calls: list[tuple[str, Any]] = [
        ("scale", lambda: square.png(scale=value)),
        ("height", lambda: square.tiles(value)),
        ("ppi", lambda: square.plates(value)),
        ("ppi", lambda: square.soft_proof(value)),
    ]
    if value is not None:
        calls += [
            ("ppi", lambda: square.png(ppi=value)),
            ("ppi", lambda: square.overlay(value)),
        ]
    for name, call in calls:
        with pytest.raises(CallError) as caught:
            call()
        (diagnostic,) = caught.value.diagnostics
        assert diagnostic.code == "call-number"
        assert diagnostic.message.startswith(f"{name} must be a number ")
        assert repr(value) in diagnostic.message
        assert isinstance(caught.value, SpecError)
        assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize("value", [1e5, 1e200, 10**400 // 10**100])
def test_more_pixels_than_the_machine_holds_are_refused_before_they_are_drawn(
    square: ComposedPage, value: float
) -> None:
    for call in (
        lambda: square.png(scale=value),
        lambda: square.png(ppi=value),
        lambda: square.plates(value),
    ):
        with pytest.raises(MachineError, match="pixels"):
            call()


def test_a_tile_is_at_least_a_pixel_high(square: ComposedPage) -> None:
    with pytest.raises(CallError, match=r"from 1, and is 0\.5"):
        square.tiles(0.5)


def test_an_unknown_intent_is_a_clear_error(square: ComposedPage) -> None:
    with pytest.raises(CallError, match="intent must be one of “print”, “screen”, and is 'scren'"):
        square.pdf("scren")  # type: ignore[arg-type]
    assert {"call-number", "call-word"} <= set(CODES)


def test_what_is_allowed_is_no_generator_since_it_is_read_twice() -> None:
    with pytest.raises(CallError, match="allow must be a list of codes"):
        compose(SHORT, TWO_PAGES, allow=(code for code in ["copy-doubled"]))  # type: ignore[arg-type]
    assert compose(SHORT, TWO_PAGES, allow={"copy-doubled"})
