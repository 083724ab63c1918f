"""How numbers are written: one grammar for emphasis, setting, breaking and values."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infographic.foundation.color import grey
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.layout.setting import faults_of
from infographic.loading.sheet.layouts import all_layouts, read_layout
from infographic.pipeline import settled_layout
from infographic.story.model import Stat
from infographic.story.stat import notes_of, value_of
from infographic.text.classes import classify, load_house
from infographic.text.copy import Copy
from infographic.text.markup import read_markup
from infographic.text.paragraph import set_paragraph
from infographic.text.style import ColumnRules, Part, TextStyle
from infographic.text.written import figures_in, house_figures, rigid_in
from tests.text.square_style import PLAIN, square

# What is marked, or a stat's value; and its parts: [digits], (unit), {qualifier}.
FORMS = {
    # Full width
    "１７６．９８": "[176.98]",
    "９２．５％": "[92.5](%)",
    "92.5％": "[92.5](%)",
    "2，300": "[2,300]",
    "１，２３４": "[1,234]",
    "３：１": "[3:1]",
    "＋5": "[+5]",
    "－8": "[-8]",
    # Thousands
    "1,769,800": "[1,769,800]",
    "1 234 567": "[1 234 567]",
    "39\u2009218": "[39\u2009218]",
    "39\u202f218": "[39\u202f218]",
    "39\u00a0218户": "[39\u00a0218](户)",
    # Signs
    "≥8": "[≥8]",
    "≤5%": "[≤5](%)",
    ">100": "[>100]",
    "<0.5‰": "[<0.5](‰)",
    "±0.5": "[±0.5]",
    "≈20": "[≈20]",
    "～30": "{～}[30]",
    "−3.5℃": "[−3.5](℃)",
    "零下20℃": "{零下}[20](℃)",
    # Ranges
    "63%～68%": "[63](%～)[68](%)",
    "3—5万": "[3](—)[5](万)",
    "3–5": "[3–5]",
    "10至20人": "[10](至)[20](人)",
    "1.2亿—1.5亿元": "[1.2](亿—)[1.5](亿元)",
    # About
    "100多": "[100]{多}",
    "2300余": "[2300]{余}",
    "近300": "{近}[300]",
    "超1万": "{超}[1](万)",
    "约3成": "{约}[3](成)",
    "8成多": "[8](成){多}",
    "2个多月": "[2](个){多}(月)",
    "100+": "[100]{+}",
    "不到5%": "{不到}[5](%)",
    "十几": "[十几]",
    "上百": "[上百]",
    "三百二十": "[三百二十]",
    "三分之一": "[三分之一]",
    "近八成": "{近}[八](成)",
    "几十": "[几十]",
    "不少于30%": "{不少于}[30](%)",
    "2个月": "[2](个月)",
    "70周年": "[70](周年)",
    "全国第1": "{全国}(第)[1]",
    "↑5.6%": "{↑}[5.6](%)",
    "IV级": "[IV](级)",
    # Shares, ratios and scores
    "1/3": "[1/3]",
    "⅓": "[⅓]",
    "1½": "[1½]",
    "105.6∶100": "[105.6∶100]",
    "3∶1": "[3∶1]",
    "21:19": "[21:19]",
    "3比1": "[3比1]",
    # Money
    "US$165": "(US$)[165]",
    "37.5 ℃": "[37.5]( ℃)",
    "HK$20亿": "(HK$)[20](亿)",
    "￥5000": "(￥)[5000]",
    "165€": "[165](€)",
    "RMB 500": "(RMB )[500]",
    "-US$5.5亿": "[-](US$)[5.5](亿)",
    "1.5万亿元": "[1.5](万亿元)",
    # Names of numbers
    "No.1": "(No.)[1]",
    "第3": "(第)[3]",
    "1.0版": "[1.0](版)",
    "Ⅲ": "[Ⅲ]",
    "Ⅲ级": "[Ⅲ](级)",
    # Dates and times
    "2025-11-22": "[2025-11-22]",
    "2025/11/22": "[2025/11/22]",
    "2025年11月22日": "[2025](年)[11](月)[22](日)",
    "11月22日": "[11](月)[22](日)",
    "9:30": "[9:30]",
    "9时30分": "[9](时)[30](分)",
    "12′30″": "[12′30″]",
    "2个半小时": "[2](个半小时)",
    # Science
    "1.2×10⁶": "[1.2×10⁶]",
    "10⁻⁶": "[10⁻⁶]",
    "1e6": "[1e6]",
    "5000元/平方米": "[5000](元/平方米)",
}
# What is marked as a number and is none that is understood: set as one, and noted.
ODD = {
    "C919": "[C919]",
    "5G": "[5G]",
    "5马赫": "[5](马赫)",
    "N+1": "[N+1]",
    "AG600M": "[AG600M]",
}
BRACKETS = {Part.DIGITS: "[]", Part.UNIT: "()", Part.QUALIFIER: "{}", Part.PLAIN: "__"}


def told(copy: Copy) -> str:
    return "".join(f"{BRACKETS[s.part][0]}{s.text}{BRACKETS[s.part][1]}" for s in copy.spans)


def marked(text: str) -> tuple[Copy, tuple[Diagnostic, ...]]:
    return read_markup(text, BUILT_IN)


@pytest.mark.parametrize("form", FORMS)
def test_a_marked_number_is_told_into_its_parts(form: str) -> None:
    copy, notes = marked(f"**{form}**")
    assert told(copy) == FORMS[form]
    narrow = "".join(span.text for span in copy.spans)
    assert [note.code for note in notes] == (["figures-full-width"] if narrow != form else [])
    assert len({span.group for span in copy.spans}) == 1 and copy.spans[0].group


@pytest.mark.parametrize("form", FORMS)
def test_a_stats_value_is_told_into_the_same_parts(form: str) -> None:
    stat = Stat(value=form)
    assert told(value_of(stat)) == FORMS[form]
    assert [note.code for note in notes_of(stat)] == [
        note.code for note in marked(f"**{form}**")[1]
    ]


@pytest.mark.parametrize("form", ODD)
def test_what_is_marked_as_a_number_and_not_understood_is_set_as_one_and_noted(form: str) -> None:
    copy, notes = marked(f"共**{form}**。")
    assert told(copy) == f"_共_{ODD[form]}_。_"
    assert [(note.code, note.severity) for note in notes] == [("number-unread", Severity.NOTE)]
    assert [note.code for note in notes_of(Stat(value=form))] == ["number-unread"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("总产**１７６．９８**万吨", "_总产_[176.98](万吨)"),
        ("带动**100多**万人次", "_带动_[100]{多}(万人次)"),
        ("新增**≥8**万吨", "_新增_[≥8](万吨)"),
        ("新增≥**8**万吨", "_新增_[≥8](万吨)"),
        ("订单**2，300**余户", "_订单_[2,300]{余}(户)"),
        ("增**十几**个村", "_增_[十几](个)_村_"),
        ("出口US$**165**", "_出口_(US$)[165]"),
        ("第**3**届", "(第)[3](届)"),
        ("（**“2300”。**）", "_（“_[2300]_”。）_"),
        ("**达300万**吨", "{达}[300](万吨)"),
        ("**3个、5个**", "[3](个、)[5](个)"),
        ("**负3.5**%", "{负}[3.5](%)"),
    ],
)
def test_what_stands_round_the_marks_belongs_to_their_number(text: str, expected: str) -> None:
    assert told(marked(text)[0]) == expected


@pytest.mark.parametrize("words", ["三农", "五条", "十四五", "3大工程", "4000余户企业", "城市党建"])
def test_words_stay_words(words: str) -> None:
    copy, notes = marked(f"**{words}**")
    assert [(span.text, span.part) for span in copy.spans] == [(words, Part.STRONG)]
    assert notes == ()


def styles_with_digits() -> dict[TextStyle, str]:
    """Every shipped layout's styles that set digits apart, equal ones once, each with a name."""
    return {
        style: f"{layout}/{name}"
        for layout in all_layouts()
        for name, style in settled_layout(read_layout(layout)).sheet.styles.items()
        if style.of(Part.DIGITS) != style.plain
    }


def test_every_form_keeps_its_look_in_every_shipped_style_that_sets_numbers_apart() -> None:
    styles = styles_with_digits()
    assert len(styles) > 40
    copies = {form: marked(f"**{form}**")[0] for form in (*FORMS, *ODD)}
    for style, name in styles.items():
        for form, copy in copies.items():
            paragraph = set_paragraph(copy, style, float("inf"))
            digits = style.of(Part.DIGITS)
            looks = {
                (run.size, run.color, run.face in digits.fonts.figures or run.face.name)
                for line in paragraph.lines
                for _, run in line.text.runs
                if any(text.isdigit() and text.isascii() for text in run.texts)
            }
            assert looks <= {(digits.size, digits.color, True)}, (name, form)


# Running text


@pytest.mark.parametrize(
    ("text", "set_as"),
    [
        ("总产１７６．９８万吨", "总产176.98万吨"),
        ("达９２．５％，比分３：１", "达92.5%，比分3:1"),
        ("电话０１０－１２３４", "电话010-1234"),
        ("共2，300户", "共2,300户"),
        # Three in a row are as often a list.
        ("住101，102，103室", "住101，102，103室"),
        ("分1，2两批", "分1，2两批"),
    ],
)
def test_full_width_figures_are_set_in_half_width_and_noted(text: str, set_as: str) -> None:
    copy, notes = marked(text)
    assert copy.text == set_as
    assert {note.code for note in notes} == ({"figures-full-width"} if text != set_as else set())


@given(st.text(st.sampled_from("0129０１９．，％＋－：／1万个。A ∶≥～—"), max_size=16))
@settings(deadline=None)
def test_every_place_in_a_text_stays_what_it_is(text: str) -> None:
    assert len(house_figures(text)[0]) == len(text)
    for start, end in rigid_in(text):
        assert 0 <= start < end <= len(text)
    for start, end in figures_in(text):
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    "number",
    [
        "105.6∶100", "1∶50000", "21:19", "3比1", "1/3", "39 218", "39\u2009218", "2025-11-22",
        "2025/11/22", "≥8", "±0.5", "US$165", "No. 1", "1.2×10⁶", "12′30″", "92.5%", "92.5％",
        "2，300", "男∶女", "1∶2∶3", "US$ 165", "NT$ 20", "5 %", "37.5 ℃",
    ],
)  # fmt: skip
@pytest.mark.parametrize("column", [False, True])
def test_no_line_ends_inside_what_is_rigid(number: str, column: bool) -> None:
    style = square(column=ColumnRules()) if column else square()
    copy = marked(f"人民人民{number}户人民")[0]
    whole = copy.text[4:-3]
    for ems in range(5, 14):
        lines = [line.text.text for line in set_paragraph(copy, style, ems * 10.0).lines]
        if set_paragraph(copy, style, ems * 10.0).overrun:
            continue
        assert sum(whole in line for line in lines) == 1, (ems, lines)
        assert not any(line.strip().startswith("∶") or line.endswith("∶") for line in lines)


def test_a_space_between_thousands_is_never_stretched() -> None:
    copy = marked("人民39 218户人民人民")[0]
    style = square()
    line = set_paragraph(copy, style, 125.0).lines[0]
    run = next(run for _, run in line.text.runs if " " in run.texts)
    nine = run.texts.index("9")
    assert run.xs[nine + 2] - run.xs[nine] == pytest.approx(2.0)


def test_the_ratio_of_figures_is_set_from_their_face_and_that_of_words_in_a_cell() -> None:
    house = load_house("newspaper")
    assert classify("比105.6∶100，男∶女，≥8", house, "quanjiao") == "hdddadydddihuhiyd"


def faults_in(text: str, style: TextStyle) -> list[str]:
    copy = marked(text)[0]
    return [fault.code for fault in faults_of(set_paragraph(copy, style, 500.0), copy, style)]


def test_a_marked_number_that_looks_as_the_words_round_it_is_noted() -> None:
    strong = replace(PLAIN, color=grey(0.5))
    apart = square(parts=((Part.DIGITS, strong),))
    assert faults_in("共**2300**个", square()) == ["number-plain"]
    assert faults_in("共**2300**个", apart) == []
    assert faults_in("共**3大工程**", apart) == ["number-plain"]
    assert faults_in("共**三大工程**", square()) == []
