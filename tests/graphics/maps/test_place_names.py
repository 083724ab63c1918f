"""A name finds its shape with and without what kind of place it is, and never by a guess."""

from __future__ import annotations

import pytest
from bases import box, collection, feature

from infographic.graphics.maps.names import gazetteer
from infographic.graphics.maps.read import read_base

NAMES = (
    "青河县", "恩施土家族苗族自治州", "沙县", "吉林省", "吉林市", "新疆维吾尔自治区",
    "延边朝鲜族自治州", "朝阳区", "Shire", "浦东",
)  # fmt: skip
BASE = read_base(
    collection(*(feature(name, [box(n, 0, n + 1, 1)]) for n, name in enumerate(NAMES)))
)
BOOK = gazetteer(BASE.shapes)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("青河县", "青河县"), ("青河", "青河县"), ("恩施", "恩施土家族苗族自治州"),
        ("恩施州", "恩施土家族苗族自治州"), ("沙县", "沙县"),
        ("恩施自治州", "恩施土家族苗族自治州"),
        ("新疆", "新疆维吾尔自治区"), ("延边州", "延边朝鲜族自治州"), ("吉林市", "吉林市"),
        ("浦东新区", "浦东"), ("shire", "Shire"), (" 青 河 ", "青河县"),
    ],
)  # fmt: skip
def test_a_name_is_found_with_and_without_its_kind(word: str, name: str) -> None:
    assert BOOK.find(word) == ([NAMES.index(name)], None, None)


def test_a_short_name_of_two_places_is_asked_about() -> None:
    found, saying, _ = BOOK.find("吉林")
    assert found == []
    assert saying is not None
    assert (saying.key, saying.values["known"]) == ("map-place/several", ["吉林省", "吉林市"])


@pytest.mark.parametrize(("word", "near"), [("青河区", "青河县"), ("清河县", "青河县")])
def test_a_name_that_is_only_like_one_is_a_question(word: str, near: str) -> None:
    found, saying, mend = BOOK.find(word)
    assert found == []
    assert saying is not None
    assert saying.key == "map-place/unknown"
    assert near in str(mend)


def test_shapes_of_one_name_are_one_place_unless_their_codes_differ() -> None:
    parts = [feature("甲岛", [box(n, 0, n + 1, 1)]) for n in (0, 3)]
    assert gazetteer(read_base(collection(*parts)).shapes).find("甲岛")[0] == [0, 1]
    twins = [
        feature("城关区", [box(n, 0, n + 1, 1)], adcode=code)
        for n, code in ((0, 620102), (3, 540102))
    ]
    book = gazetteer(read_base(collection(*twins)).shapes)
    found, saying, _ = book.find("城关区")
    assert found == []
    assert saying is not None
    assert saying.key == "map-place/several-codes"
    assert book.find("540102")[0] == [1]
