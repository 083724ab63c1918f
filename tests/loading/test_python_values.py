"""What a program may hand over in a story given as a dict: pictures, exact numbers, dates."""

from __future__ import annotations

import io
import json
import pickle
import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from conftest import Limited
from pages import ROOT
from PIL import Image

from infographic import compose
from infographic.checked import check
from infographic.composed import ComposedPage
from infographic.display.items import Picture, TextLine
from infographic.foundation.calls import CallError
from infographic.foundation.diagnostics import SpecError
from infographic.loading.reading.edit import edited
from infographic.loading.reading.values import node_of
from infographic.pipeline import draft
from infographic.profiles import press_profile
from infographic.schemas import layout_schema, press_schema, story_schema
from infographic.subbing.rules import doubtful_figures

LAYOUT = {
    "extends": "families/daily",
    "page": {"width": "120mm", "height": "auto"},
    "body": {
        "type": "stack",
        "gap": "4mm",
        "children": [
            {"type": "headline", "text": {"$data": "/headline"}, "style": "headline"},
            {"$if": "/publication/date", "then":
                {"type": "text", "text": {"$data": "/publication/date"}, "style": "caption"}},
            {"$if": "/x-desk", "then":
                {"type": "text", "text": {"$data": "/x-desk"}, "style": "caption"}},
            {"$each": "/panels", "default": [], "do":
                {"type": "stats", "stats": {"$data": "./stats"}, "form": "stacked",
                 "style": "label", "value_style": "value", "sentence_style": "sentence"}},
            {"$each": "/figures", "default": [], "do":
                {"type": "figure", "figure": {"$data": "."}, "caption_style": "caption"}},
        ],
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def layout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("layout") / "all.json"
    path.write_text(json.dumps(LAYOUT), encoding="utf-8")
    return path


def picture(kind: str = "PNG", size: tuple[int, int] = (900, 600), **options: Any) -> bytes:
    file = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(file, kind, **options)
    return file.getvalue()


def words(page: ComposedPage) -> str:
    return "".join(p.item.text for p in page.page.walk() if isinstance(p.item, TextLine))


def pictures(page: ComposedPage) -> Iterator[Picture]:
    return (p.item for p in page.page.walk() if isinstance(p.item, Picture))


def with_stat(**stat: Any) -> dict[str, Any]:
    return {"headline": "标题", "panels": [{"stats": [stat]}]}


def with_picture(image: object) -> dict[str, Any]:
    return {"headline": "标题", "figures": [{"image": image, "caption": "图说", "alt": "一张图"}]}


# Pictures


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_given_as_bytes_is_set_as_its_file_is(
    kind: str, layout: Path, tmp_path: Path
) -> None:
    data = picture(kind)
    (tmp_path / "p").write_bytes(data)
    given = [data, bytearray(data), memoryview(data), io.BytesIO(data)]
    story = tmp_path / "story.json"
    story.write_text(json.dumps(with_picture("p")), encoding="utf-8")
    of_file = compose(story, layout)
    for image in given:
        page = compose(with_picture(image), layout)
        assert page.png(scale=0.3) == of_file.png(scale=0.3)
        assert page.pdf("screen") == of_file.pdf("screen")
        assert page.pdf() == of_file.pdf()


def test_a_file_object_can_be_given_again(layout: Path) -> None:
    file = io.BytesIO(b"before" + picture())
    file.seek(6)
    story = with_picture(file)
    first, again = compose(story, layout), compose(story, layout)
    assert first == again
    assert file.tell() == 6


def test_a_picture_given_as_bytes_is_never_looked_for_on_the_disk(
    layout: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "(bytes)").write_bytes(picture(size=(30, 30)))
    data = picture(size=(901, 600))
    page = compose(with_picture(data), layout)
    (found,) = pictures(page)
    assert (found.image.width, found.image.data) == (901, data)
    assert [path.name for path in page.inputs if "bytes" in path.name] == []
    assert page.preflight() == pickle.loads(pickle.dumps(page)).preflight()
    assert pickle.loads(pickle.dumps(page)).pdf() == page.pdf()


def test_a_picture_that_a_page_holds_does_not_show_in_its_repr(layout: Path) -> None:
    assert len(repr(next(pictures(compose(with_picture(picture()), layout))))) < 1000


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "image-cut-off"),
        (picture(size=(30, 20))[:-20], "image-cut-off"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "image-format"),
        (b"%PDF-1.7", "image-format"),
        (b"GIF87 no picture at all", "image-format"),
        (picture(size=(41, 21)), "image-too-large"),
        (io.BytesIO(picture() + bytes(60_000)), "image-too-large"),
    ],
)
def test_bytes_that_no_picture_may_have_are_refused_as_a_file_is(
    data: object, code: str, layout: Path, limited: Limited
) -> None:
    limited({"image-pixels": 860})
    limited({"image-bytes": 60_000})
    with pytest.raises(SpecError) as caught:
        compose(with_picture(data), layout)
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.origin.pointer) == (code, "/figures/0/image")
    assert "“(bytes)”" in fault.message


@pytest.mark.parametrize("place", ["headline", "language"])
def test_bytes_are_no_words(place: str, layout: Path) -> None:
    with pytest.raises(SpecError, match="expected a text, found bytes"):
        compose({"headline": "标题", place: b"abc"}, layout)


def test_a_file_that_gives_text_is_no_picture(layout: Path) -> None:
    with pytest.raises(SpecError, match='open it with mode "rb"'):
        compose(with_picture(io.StringIO("abc")), layout)


# Numbers and dates


@pytest.mark.parametrize(
    ("stat", "shown"),
    [
        ({"value": Decimal("2300.50")}, "2300.50"),
        ({"value": Decimal("0.00")}, "0.00"),
        ({"value": Decimal("1E+3")}, "1000"),
        ({"value": Decimal("-12.10"), "grouping": True}, "−12.10"),
        ({"value": Decimal("1769800.00"), "as": "万"}, "176.98"),
        ({"value": Decimal("0.1234567890123456789012345678901")},
         "0.1234567890123456789012345678901"),
        ({"value": Decimal("12345.675"), "decimals": 2}, "12345.68"),
        ({"value": 2300.50}, "2300.5"),
        ({"value": 0}, "0"),
    ],
)  # fmt: skip
def test_a_decimal_is_set_exactly_as_it_is_written(
    stat: dict[str, Any], shown: str, layout: Path
) -> None:
    story = with_stat(**stat, label="党员", unit="名")
    assert shown + stat.get("as", "") + "名" in words(draft(story, layout))


def test_a_decimal_takes_part_in_the_figure_check() -> None:
    labels = {"男": "1.5", "女": "2.5", "合计": "9"}
    stats = [{"value": Decimal(value), "unit": "万人", "label": label}
             for label, value in labels.items()]  # fmt: skip
    doubts = doubtful_figures(node_of({"headline": "标题", "panels": [{"stats": stats}]}, "s"))
    assert [doubt.origin.pointer for doubt in doubts] == ["/panels/0/stats/2/value"]


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), Decimal("1E+9999")])
def test_a_decimal_that_no_page_can_show_is_refused(value: Decimal, layout: Path) -> None:
    with pytest.raises(SpecError) as caught:
        compose(with_stat(value=value), layout)
    assert [fault.code for fault in caught.value.diagnostics] == ["python-value"]


@pytest.mark.parametrize(
    ("language", "said"),
    [({}, "2026年11月2日"), ({"language": "en"}, "2 November 2026"),
     ({"language": "fr"}, "2026-11-02")],
)  # fmt: skip
def test_a_date_is_written_as_the_language_has_it(
    language: dict[str, str], said: str, layout: Path
) -> None:
    story = {"headline": "A", "publication": {"date": date(2026, 11, 2)}, **language}
    assert said in words(compose(story, layout))


def test_a_date_with_a_time_is_refused_with_its_mend(layout: Path) -> None:
    with pytest.raises(SpecError, match=r"hint: pass its \.date\(\)"):
        compose({"headline": "A", "publication": {"date": datetime(2026, 11, 2, 8)}}, layout)


# The caller's own keys


OWN = {"x-id": 7, "x-deep": {"from": "**1**个", "to": "**2**个", "priority": "must", "value": 3}}


def with_own_keys(value: Any) -> Any:
    """A story with keys of the caller's own in every object of it."""
    if isinstance(value, dict):
        return {**{key: with_own_keys(part) for key, part in value.items()}, **OWN}
    return [with_own_keys(part) for part in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", ["broadsheet", "square"])
def test_keys_of_the_callers_own_change_nothing_at_any_level(name: str, tmp_path: Path) -> None:
    story = json.loads((ROOT / "data.json").read_text(encoding="utf-8"))
    story["panels"][0]["stats"].append({"value": 5, "unit": "个", "label": "新"})
    own = with_own_keys(story)
    for each, file in ((story, "plain.json"), (own, "own.json")):
        (tmp_path / file).write_text(json.dumps(each), encoding="utf-8")
    plain, marked = (draft(tmp_path / file, name) for file in ("plain.json", "own.json"))
    said = [
        [(d.code, d.message, d.origin.pointer) for d in page.diagnostics]
        for page in (plain, marked)
    ]
    assert said[0] == said[1]
    assert marked.png(scale=0.1) == plain.png(scale=0.1)


def test_keys_of_the_callers_own_are_not_figures_to_be_checked() -> None:
    own = {"x-was": {"value": 3, "unit": "名", "label": "党员总数"}}
    stat = {"value": 4, "unit": "名", "label": "党员总数", **own}
    assert doubtful_figures(node_of({"headline": "标题", "panels": [{"stats": [stat]}]}, "s")) == []


def test_the_schema_of_a_story_lets_them_pass_and_still_finds_a_slip() -> None:
    story = json.loads((ROOT / "data.json").read_text(encoding="utf-8"))
    check = jsonschema.Draft202012Validator(story_schema())
    assert check.is_valid(with_own_keys(story))
    assert not check.is_valid({**story, "xheadline": 1})
    with pytest.raises(SpecError, match="“xheadline” is not a field"):
        compose({**story, "xheadline": 1}, "square")


def test_under_a_key_of_the_callers_own_stands_what_no_file_could_hold(layout: Path) -> None:
    story = {
        "headline": "标题",
        "x-id": uuid.uuid4(),
        "x-when": datetime(2026, 1, 1),
        "x-n": {1: 2},
    }
    assert compose(story, layout).diagnostics == compose({"headline": "标题"}, layout).diagnostics


def test_keys_of_the_callers_own_change_nothing_in_a_layout(layout: Path) -> None:
    plain = {"extends": "square", "page": {"width": "1000px"}, "styles": {"label": {"tracking": 0}}}
    own = {**plain, "x-id": 7, "page": {"width": "1000px", "x-deep": {"from": 1}},
           "styles": {"label": {"tracking": 0, "x-id": [1]}}}  # fmt: skip
    body = {"type": "text", "text": "字", "style": "caption"}
    for each, more in ((plain, body), (own, {**body, "x-id": 7})):
        page = compose(ROOT / "data.json", {**each, "body": more}).page
        assert (words(compose(ROOT / "data.json", {**each, "body": more})), page.trim.width) == (
            "字", 750,
        )  # fmt: skip
    check = jsonschema.Draft202012Validator(layout_schema())
    assert check.is_valid({**own, "body": {**body, "x-id": 7}})
    with pytest.raises(SpecError, match="“xid” is not a field"):
        compose(ROOT / "data.json", {**own, "xid": 7})


def test_keys_of_the_callers_own_change_nothing_in_a_press_profile(tmp_path: Path) -> None:
    own = {"extends": "newsprint", "x-id": 7, "ink": {"x-deep": {"hard": 1}}}
    (tmp_path / "own.json").write_text(json.dumps(own), encoding="utf-8")
    profile, plain = press_profile(str(tmp_path / "own.json")), press_profile("newsprint")
    assert replace(profile.ink, origin=plain.ink.origin) == plain.ink
    assert profile.black == plain.black
    assert jsonschema.Draft202012Validator(press_schema()).is_valid(own)
    (tmp_path / "own.json").write_text(json.dumps({**own, "xid": 7}), encoding="utf-8")
    with pytest.raises(SpecError, match="“xid” is not a field"):
        press_profile(str(tmp_path / "own.json"))


def test_a_layout_may_name_a_key_of_the_callers_own(layout: Path) -> None:
    assert "夜班" in words(compose({"headline": "标题", "x-desk": "夜班"}, layout))


# What else a program passes


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("font_path", 5, "a list of folders"),
        ("font_path", "fonts", "a list of folders"),
        ("font_path", [5], "a list of folders"),
        ("values", "a", "a list of pairs"),
        ("values", {"/headline": "大"}, "a list of pairs"),
        ("values", [("/headline", 3)], "a list of pairs"),
        ("values", [("/headline", "a", "b")], "a list of pairs"),
        ("tuning", {"figures": 1}, "a Tuning"),
        ("root", 4, "a path"),
        ("press", 4, "a path"),
        ("allow", "copy-html", "a list of codes"),
    ],
)
@pytest.mark.parametrize("function", [compose, check])
def test_an_option_of_another_type_is_said(
    name: str, value: object, wanted: str, function: Any, layout: Path
) -> None:
    with pytest.raises(CallError) as caught:
        function({"headline": "大"}, layout, **{name: value})
    (fault,) = caught.value.diagnostics
    assert fault.code == "call-type"
    assert fault.message.startswith(f"{name} must be {wanted}")


def test_a_story_or_layout_of_another_type_is_said(layout: Path) -> None:
    for story, given in ((5, layout), ({"headline": "大"}, 5)):
        with pytest.raises(CallError, match="call-type"):
            compose(story, given)  # type: ignore[arg-type]


@pytest.mark.parametrize("key", ["\ud800", "a\0b"])
def test_a_key_that_no_file_can_hold_is_refused(key: str, layout: Path) -> None:
    with pytest.raises(SpecError, match="python-value"):
        edited('{"a": 1}', "/a", {key: 1})
    with pytest.raises(SpecError, match="python-value"):
        compose({"headline": "大", "panels": [{key: 1}]}, layout)


def test_what_a_layout_without_a_page_lacks_is_said_of_the_layout() -> None:
    for body in (0, {"type": "text", "text": "大", "style": "s"}):
        with pytest.raises(SpecError) as caught:
            compose({"headline": "大"}, {"body": body})
        assert [fault.origin.file for fault in caught.value.diagnostics] == ["<layout>"]
        assert "/page" in {fault.origin.pointer for fault in caught.value.diagnostics}
