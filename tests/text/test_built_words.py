"""The words and patterns of `infographic/text/data` are written as their readers want them."""

from __future__ import annotations

from pathlib import Path

from build_words import Sources, hyphens, read_jieba, read_news, read_terms, words

from infographic.text.words import LONGEST, WordList, packed, word_list

JIEBA = "青禾 60 ns\n收购 30 vn\n粮食 30 n\n粮食收购 3 l\nA股 9 n\n"
NEWS = '["A股", 9]\n["收购", 5000],\n["粮食", 2500],\n["再添", 2500]\n'


def sources(folder: Path, terms: str = "") -> Sources:
    for name, text in (("dict.txt", JIEBA), ("news.json", NEWS), ("terms.txt", terms)):
        (folder / name).write_text(text, encoding="utf-8")
    jieba, news = read_jieba(folder / "dict.txt"), read_news(folder / "news.json")
    return Sources(jieba, news, read_terms(folder / "terms.txt"))


def test_a_word_costs_what_newspapers_say_and_is_of_jieba_s_kind(tmp_path: Path) -> None:
    found = words(sources(tmp_path))
    # -4 ln(1/2) and -4 ln(1/4); 青禾, in no newspaper, by jieba's own count: -4 ln(60/123).
    assert found["收购"] == (3, "g")
    assert found["粮食"] == (6, "n")
    assert found["青禾"] == (3, "s")
    assert "A股" not in found


def test_a_rare_phrase_is_left_out_and_the_house_s_own_terms_are_not(tmp_path: Path) -> None:
    found = words(sources(tmp_path, "# ours\ng 粮食收购\n"))
    assert "粮食收购" not in words(sources(tmp_path))
    assert found["粮食收购"][1] == "g"


def test_packed_words_are_found_by_their_first_character() -> None:
    known = WordList(packed({"人民": (30, "n"), "人": (20, "n"), "民": (90, "n")}))
    assert known.beginning_with("人") == {"": (20, "n"), "民": (30, "n")}
    assert known.beginning_with("民") == {"": (90, "n")}
    assert known.beginning_with("国") == known.beginning_with("A") == {}


def test_the_shipped_words_have_that_form() -> None:
    for character in "一中不龥":
        own = word_list().beginning_with(character)
        assert {kind for _, kind in own.values()} <= set("nstvgadpcumqfrbi")
        assert max(map(len, own), default=0) < LONGEST
    assert len(word_list().beginning_with("中")) > 800


def test_patterns_for_dashes_and_ligatures_are_left_out(tmp_path: Path) -> None:
    source = tmp_path / "hyph.dic"
    source.write_text("UTF-8\nLEFTHYPHENMIN 2\n.ab4i\n1'2\n4ﬁ\nz3a\n", encoding="utf-8")
    assert hyphens(source) == ".ab4i\nz3a"
