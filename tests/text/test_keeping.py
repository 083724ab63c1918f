"""What is set is kept for the page in the making, however long its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from small_pages import composed
from square_style import PLAIN, square

from infographic.foundation.record import replaced
from infographic.text import paragraph, runaround
from infographic.text.house import MOST_OWN, OwnHouse, load_house, own_house
from infographic.text.interned import interned_style
from infographic.text.keeping import for_one_page, kept
from infographic.text.style import Part, TextStyle

PARAGRAPHS = 3_000
MOST_CALLS = 1.1
"""Of the line breaker, for each paragraph of an article."""


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter[str]]:
    """How many times each text was broken into lines."""
    calls: Counter[str] = Counter()
    for module, name in ((paragraph, "break_lines"), (runaround, "break_runaround")):
        plain = getattr(module, name)

        def counted(galley: Any, *args: Any, _plain: Any = plain, **more: Any) -> Any:
            calls[galley.text] += 1
            return _plain(galley, *args, **more)

        monkeypatch.setattr(module, name, counted)
    yield calls


def bodies(mark: str) -> list[str]:
    """Short paragraphs, no two of them alike, of two lines of ten characters."""
    digits = str.maketrans("0123456789", "零一二三四五六七八九")
    return [f"{mark}国家建设之路第{n:04}号".translate(digits) for n in range(PARAGRAPHS)]


def per_paragraph(calls: Counter[str]) -> float:
    assert len(calls) >= PARAGRAPHS
    return calls.total() / PARAGRAPHS


def test_each_of_3000_paragraphs_in_columns_is_broken_once(broken: Counter[str]) -> None:
    article = {"type": "article", "body": bodies("栏"), "style": "body", "columns": 6,
               "gutter": "10pt"}  # fmt: skip
    composed(article, 650, page={"max_height": "14400pt"})
    assert per_paragraph(broken) <= MOST_CALLS


def test_each_of_3000_paragraphs_in_a_thread_is_broken_once(broken: Counter[str]) -> None:
    head = {"type": "article", "body": bodies("续"), "style": "body", "columns": 4,
            "gutter": "10pt", "thread": "main"}  # fmt: skip
    more = {"type": "thread", "thread": "main", "columns": 4, "gutter": "10pt"}
    places = [
        {"x": f"{x}pt", "y": "0pt", "width": "430pt", "height": "9600pt", "block": block}
        for x, block in ((0, head), (440, more))
    ]
    composed({"type": "frames", "children": places}, 870, 9600)
    assert per_paragraph(broken) <= MOST_CALLS


def test_a_function_is_asked_once_on_a_page_however_many_values_it_has() -> None:
    made: list[int] = []

    @kept(between_pages=2)
    def doubled(number: int) -> int:
        made.append(number)
        return 2 * number

    with for_one_page():
        for _ in range(3):
            assert [doubled(n) for n in range(5)] == [0, 2, 4, 6, 8]
    assert made == [0, 1, 2, 3, 4]
    # The page is done: only the last two are left.
    assert [doubled(n) for n in (4, 3, 0)] == [8, 6, 0]
    assert made == [0, 1, 2, 3, 4, 0]


def test_what_a_page_keeps_is_gone_after_an_error_too() -> None:
    made: list[int] = []

    @kept(between_pages=1)
    def noted(number: int) -> int:
        made.append(number)
        return number

    with pytest.raises(ZeroDivisionError), for_one_page():
        noted(1)
        noted(2)
        raise ZeroDivisionError
    noted(1)
    assert made == [1, 2, 1]


def test_a_page_inside_another_keeps_for_the_outer_one() -> None:
    made: list[int] = []

    @kept(between_pages=1)
    def noted(number: int) -> int:
        made.append(number)
        return number

    with for_one_page():
        with for_one_page():
            noted(1)
            noted(2)
        noted(1)
    assert made == [1, 2]


def test_a_page_keeps_no_more_than_it_may() -> None:
    made: list[int] = []

    @kept(between_pages=1, on_page=4)
    def noted(number: int) -> int:
        made.append(number)
        return number

    with for_one_page():
        for number in (0, 1, 2, 3, 4, 2, 3, 4, 0):
            noted(number)
    # The older half made room for 4; 0 was in it.
    assert made == [0, 1, 2, 3, 4, 0]


def test_a_thread_has_a_page_of_its_own() -> None:
    made: list[int] = []

    @kept(between_pages=1)
    def noted(number: int) -> int:
        made.append(number)
        return number

    with for_one_page(), ThreadPoolExecutor(1) as other:
        noted(1)
        noted(2)
        other.submit(noted, 1).result()
    assert made == [1, 2, 1]


def test_a_papers_own_tables_are_not_kept_without_end_but_whoever_uses_one_has_it() -> None:
    first = own_house("papers/first@1", {"extends": "newspaper", "cell": {"MID": 1}})
    for number in range(MOST_OWN + 1):
        own_house(f"papers/other@{number}", {"extends": "newspaper"})
    with pytest.raises(FileNotFoundError):
        load_house("papers/first@1")
    assert isinstance(first, OwnHouse)
    assert load_house(first).cell["m"] == 1


def test_a_case_does_not_keep_its_cells_and_words_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("infographic.text.shaping.MOST_CELLS", 3)
    monkeypatch.setattr("infographic.text.learnt.MOST_WORDS", 3)
    case = next(iter(interned_style(square()).cases.values()))
    for number, text in enumerate("一二三四五六七八九十"):
        assert case.cell(text, "h").texts == (text,)
        assert case.word(f"a{number}", is_figures=False)
    assert len(case.cells) <= 4
    assert len(case.words) <= 4


def test_all_cases_together_do_not_keep_words_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A number stands in a case of each size that it was tried in."""
    monkeypatch.setattr("infographic.text.learnt.MOST_WORDS", 30)
    cases = [
        interned_style(TextStyle("square", replaced(PLAIN, size=10 + number))).cases[Part.PLAIN]
        for number in range(10)
    ]
    for number in range(20):
        for case in cases:
            assert case.word(f"b{number}", is_figures=True)[0].texts == ("b", *str(number))
    assert sum(len(case.words) for case in cases) <= 40
