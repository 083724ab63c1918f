"""The catalogue in Chinese, held against the English one, and how a language is chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from infographic.blocks.devices import KINDS
from infographic.cli import run
from infographic.commands.explain import first_sentence
from infographic.foundation import codes
from infographic.foundation.codes import zh as chinese_codes
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, MachineError, nearest
from infographic.foundation.geometry import Rect
from infographic.foundation.limits import TABLE
from infographic.foundation.memo import forget
from infographic.foundation.sayings import (
    Sentence,
    say,
    speak,
    spoken,
    text_of,
    using_language,
)
from infographic.foundation.sayings.en import AREAS as ENGLISH_AREAS
from infographic.foundation.sayings.labels import LABELS
from infographic.foundation.sayings.zh import AREAS
from infographic.foundation.sayings.zh.terms import TERMS
from infographic.press.report import fault


def sentences(areas: object) -> dict[str, Sentence]:
    """A language's own sentences, without what it has from another."""
    assert isinstance(areas, tuple)
    return {
        key: Sentence(said) if isinstance(said, str) else Sentence(*said)
        for area in areas
        for key, said in area.items()
    }


ENGLISH, CHINESE = sentences(ENGLISH_AREAS), sentences(AREAS)


def parts() -> Iterator[tuple[str, str, str]]:
    """A key, a part of its sentence in English, the same in Chinese."""
    for key in ENGLISH.keys() & CHINESE.keys():
        for english, chinese in zip(ENGLISH[key], CHINESE[key], strict=True):
            yield key, english, chinese


def named_in(sentence: str) -> dict[str, str]:
    return {name: spec or "" for _, name, spec, _ in Formatter().parse(sentence) if name}


def bare(sentence: str) -> str:
    """A sentence without its values, what is quoted in it, and what is typed as it stands."""
    words = "".join(
        text + ("□" if name else "") for text, name, _, _ in Formatter().parse(sentence)
    )
    return re.sub(r"“[^”]*”|`[^`]*`|\{.*\}|\[[^\]]*\]|\"[^\"]*\"(: *\S+)?", "□", words)


def test_what_is_said_in_english_is_said_in_chinese() -> None:
    assert sorted(ENGLISH.keys() ^ CHINESE.keys()) == []
    assert sorted(LABELS["en"].keys() ^ LABELS["zh"].keys()) == []


def test_a_mend_is_said_wherever_there_is_one_in_english() -> None:
    assert [key for key, english, chinese in parts() if bool(english) != bool(chinese)] == []


def test_a_sentence_names_the_same_values() -> None:
    wrong = []
    for key, english, chinese in parts():
        wanted, given = named_in(english), named_in(chinese)
        # “take {count:it|them} out” needs no number in Chinese.
        lost = {name for name, spec in wanted.items() if name not in given and "|" not in spec}
        if lost or given.keys() - wanted.keys():
            wrong.append(key)
    assert wrong == []


def test_lengths_and_percentages_are_said_as_exactly() -> None:
    for key, english, chinese in parts():
        given = named_in(chinese)
        for name, spec in named_in(english).items():
            if re.match(r"[+,.\d]*[gf%]", spec):
                assert given[name] == spec, key


TYPED = re.compile(r"--[a-z][\w-]*|“[a-z$*][\w.*-]*”|`[\w.-]+`|\"[a-z_$]\w*\"|[\w/]+\.md")


def test_what_is_to_be_typed_is_the_same_in_both() -> None:
    lost = []
    for key, english, chinese in parts():
        typed = [word.strip('“”"`') for word in TYPED.findall(english)]
        lost += [(key, word) for word in typed if word not in chinese and word != "about"]
    assert lost == []


def test_no_english_is_left_among_the_words() -> None:
    words = re.compile(r"\b(the|is|are|was|of|and|or|to|with|without|it|this|has|have|than|be)\b")
    assert [
        key for key, text in CHINESE.items() if any(words.search(bare(one)) for one in text)
    ] == []


def test_marks_are_full_width_and_no_space_parts_han_from_latin() -> None:
    odd = re.compile(
        r"[一-鿿][,;:?!]|[,;:?!][一-鿿]|[一-鿿] [A-Za-z0-9□]|[A-Za-z0-9%□] [一-鿿]|\.$|。$"
    )
    said = {
        key: text for key, text in CHINESE.items() if key not in ("phrase/limit", "phrase/limits")
    }
    assert [key for key, text in said.items() if any(odd.search(bare(one)) for one in text)] == []


def test_a_word_of_a_table_is_said_in_chinese() -> None:
    assert [limit.of for limit in TABLE.values() if limit.of not in TERMS] == []
    assert [kind for kind in KINDS if kind not in TERMS] == []
    over = say("over-limit", most=9, of=TABLE["data-rows"].of, limit="data-rows")
    assert text_of(over, language="zh") == "表的行数超过9"
    chart = say("chart-zero/log", kind="columns")
    assert text_of(chart, language="zh").startswith("柱形图的长短从0算起")
    unread = MachineError(say("machine/system", file="稿件.json", reason="Permission denied"))
    with using_language("zh"):
        assert unread.message == "稿件.json：没有权限"


EXAMPLES, PAGES = re.compile(r"^    \S", re.M), re.compile(r"docs/[\w-]+\.md")


def test_what_a_code_means_is_explained_in_chinese() -> None:
    for english, chinese in zip(codes.AREAS, chinese_codes.AREAS, strict=True):
        assert english.CODES.keys() == chinese.CODES.keys()
    for code, english in codes.CODES.items():
        with using_language("zh"):
            text = codes.explanations()[code]
        assert "。" in first_sentence(text), code
        assert EXAMPLES.findall(english) == [] or EXAMPLES.findall(text) != [], code
        assert set(PAGES.findall(english)) <= set(PAGES.findall(text)), code
    assert codes.explanations() is codes.CODES


def test_an_authors_own_word_is_never_translated() -> None:
    """“text” and “columns” are words of tables, too."""
    said = say("layout-unknown", name="columns")
    assert text_of(said, language="zh") == "没有版式“columns”"


OVERSET = say("overset/columns", over=37, rows=2, count=3, height=75.0, more=15.0)


def test_a_diagnostic_speaks_the_language_that_is_spoken() -> None:
    fault = Diagnostic(OVERSET, Origin(Source("story.json"), "/body/2", 9, 5), unit="px")
    english = fault.as_dict()
    with using_language("zh"):
        chinese = fault.as_dict()
        assert fault.hint == "删37字，或给文章增加20 px"
        assert str(fault) == (
            "story.json:9:5: 错误[overset]: 正文超37字（2行），3栏、每栏高100.0 px排不下"
            "（/body/2）\n  改法：删37字，或给文章增加20 px"
        )
    assert chinese["message"] == "正文超37字（2行），3栏、每栏高100.0 px排不下"
    assert {**chinese, "message": "", "hint": ""} == {**english, "message": "", "hint": ""}
    assert fault.as_dict() == english


def test_lists_and_mends_within_sentences_speak_it_too() -> None:
    with using_language("zh"):
        assert str(nearest("headlin", ["headline", "deck"])) == "是不是“headline”？"
        assert str(say("mend/one-of", choices=("left", "right"))) == "可用的有：left、right"
        whole = say("figure-total/more", parts=("3人", "4人", "5人"), sum="12", said="10人")
        assert str(whole) == "3人、4人和5人合计12，大于总数“10人”"


def test_a_finding_says_where_it_stands_and_what_is_wanted() -> None:
    small = say("text-small", color="墨", size=4.0, least=5.5)
    with using_language("zh"):
        told = str(fault(small, Origin(Source("a.json")), Rect(72, 36, 10, 10), page=2))
    assert "实际：4 pt；要求：至少5.5 pt" in told
    assert "位置：第2页，25.4 × 12.7 mm（从成品左上角量）" in told


def test_a_language_is_left_as_it_was_whatever_happens_inside() -> None:
    with pytest.raises(KeyError), using_language("zh"):
        speak("en")
        raise KeyError
    assert spoken() == "en"
    with pytest.raises(ValueError, match="klingon"), using_language("klingon"):
        raise AssertionError
    assert spoken() == "en"


def test_which_layouts_fit_is_said_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    story = str(Path(__file__).parents[2] / "data.json")
    run(["check", story, "-l", "square", "--language", "zh"])
    assert capsys.readouterr().out.startswith("square：")
    run(["check", story, "-l", "square"])
    assert capsys.readouterr().out.startswith("square: fits\n")
    forget()


@pytest.mark.parametrize(
    ("before", "behind"), [(["--language", "zh"], []), ([], ["--language", "zh"])]
)
def test_the_command_line_speaks_the_language_that_is_asked_for(
    before: list[str], behind: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*before, "check", *behind, "nothing.json"]) == 3
    assert capsys.readouterr().err == (
        "nothing.json: 错误[file-missing]: 没有这个文件\n  改法：路径从当前文件夹算起\n"
    )
    assert run(["check", "nothing.json"]) == 3
    assert "there is no such file" in capsys.readouterr().err


def test_the_environment_says_the_language_and_the_command_line_another(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("INFOGRAPHIC_LANGUAGE", "zh")
    run(["check", "nothing.json"])
    assert "没有这个文件" in capsys.readouterr().err
    run(["check", "nothing.json", "--language", "en"])
    assert "there is no such file" in capsys.readouterr().err
    monkeypatch.setenv("INFOGRAPHIC_LANGUAGE", "tlh")
    assert run(["check", "nothing.json"]) == 2


def test_each_area_has_the_sentences_of_the_english_one() -> None:
    """So that who changes one finds the other."""
    for english, chinese in zip(ENGLISH_AREAS, AREAS, strict=True):
        assert english.keys() == chinese.keys()
