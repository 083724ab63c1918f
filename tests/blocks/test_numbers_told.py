"""What the cells of a grid of numbers say: sentences as label and number, devices below them."""

from __future__ import annotations

from number_grids import fact, grid, page_of, stats_on
from small_pages import groups, lines, near, paths, sizes, words

from infographic.display.items import Role

# Words


def test_every_sentence_is_told_as_a_label_and_a_number() -> None:
    page = page_of(grid("国人**23**个月日", "国**14**座", news=None))
    assert {line.text for line in lines(page)} == {"国人月日", "23个", "国", "14座"}


def test_words_stand_above_all_numbers_where_one_of_them_leads_up_to_its_own() -> None:
    def order(*facts: str) -> list[bool]:
        page = page_of(grid(*facts, news=None, columns=1), 300, 400)
        rows = {line.text: line.y for line in lines(page)}
        return [rows["国人"] < rows["23个"], rows["月日在"] < rows["80个"]]

    assert order("国人**23**个", "月日在**80**个") == [True, True]
    found = page_of(grid("国人**23**个", news=None), 300, 400)
    assert [line.text for line in lines(found)] == ["23个", "国人"]


def test_english_words_that_lead_up_to_their_number_stand_above_it() -> None:
    page = page_of(grid("Not **10** but one of **25**", news=None), 600, 400)
    assert [line.text.strip() for line in lines(page)] == ["Not 10 but one of", "25"]


def test_no_word_of_letters_is_parted_for_a_column_more() -> None:
    names = [{"value": 10 + n, "unit": "个", "label": "Metasequoiagly"} for n in range(6)]
    page = page_of(grid(*names, news=None), 330, 400)
    found = [line.text for line in lines(page)]
    assert found.count("Metasequoiagly") == len(names)


def test_a_sentence_that_parts_into_clauses_is_a_fact_for_each() -> None:
    page = page_of(grid("国人**12**个，国人月**34**户", news=None))
    assert len(stats_on(page)) == 2
    assert sizes(page)["12"] == sizes(page)["34"]


def test_a_sentence_with_several_numbers_is_told_at_its_last() -> None:
    page = page_of(grid("国**12**个人国**34**户", news=None))
    found = sizes(page)
    assert found["34"] > 2 * found["国12个人国"]


def test_facts_of_many_words_stand_below_as_rows_their_words_beside_their_numbers() -> None:
    long = "国人" * 12 + "**77**个"
    page = page_of(grid(long, *map(fact, range(6)), columns=3, news_at="top"))
    *_, last = stats_on(page)
    assert near(last.box.width) == 600
    by_text = {line.text: line for line in lines(page)}
    number = by_text["77个"]
    words_beside = [line for line in lines(page) if line.text.startswith("国人国人")]
    assert all(line.x > number.x + 20 for line in words_beside)
    assert number.y > max(line.y for text, line in by_text.items() if text in ("10个", "15个"))


def test_a_text_without_a_number_stands_as_it_is() -> None:
    assert "国人月日国人" in words(page_of(grid("国人月日国人", fact(0))))


# Devices

CHANGE = {"label": "国人", "from": "由**20**个", "to": "增至**40**个", "when": ["月", "日"]}


def test_a_change_has_its_two_bars_and_says_by_how_much() -> None:
    page = page_of(grid(fact(0), news=CHANGE, label="below"))
    ((_, _, figure),) = groups(page, "change")
    assert figure.role is Role.FIGURE
    assert figure.alt
    bars = sorted(box.width for box in paths(page) if box.height > 12 and box.width > 0)
    assert near(bars[-1] / bars[0]) == 2
    assert "+20个" in words(page)


def test_without_devices_a_change_is_told_in_words() -> None:
    page = page_of(grid(fact(0), news=CHANGE, devices=False))
    assert groups(page, "change") == []
    assert "由20个增至40个" in words(page)


def test_a_share_has_its_bar_and_in_much_room_its_hundred_cells() -> None:
    share = {"value": 75, "unit": "%", "label": "国人"}
    low = page_of(grid(*map(fact, range(3)), news=share), 600, 420)
    assert len(groups(low, "share-bar")) == 1
    tall = page_of(grid(news=share), 400, 700)
    ((_, _, cells),) = groups(tall, "unit-grid")
    # A hundred, and the frames of those that are not filled.
    assert len(cells.items) == 125


def test_the_share_of_one_clause_is_not_drawn_for_another() -> None:
    page = page_of(grid("国人**12**个，国人月**34%**", news=None))
    assert groups(page, "share-bar") == []
