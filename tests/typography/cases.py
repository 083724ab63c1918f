"""The clauses of the standards, each with its cases and with what must make them fail.

A case is a text, a style and a claim; it is set in every one of its measures and in three faces
(the shipped serif and sans, and the font of squares), and read back from the PDF.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from . import claims as c
from .claims import Claim

EMS = (9, 10, 11, 12, 13, 14.5, 16, 18, 20, 25)
"""The measures that a case is swept over unless it needs others."""
ONE = (30,)
FACES = ("serif", "sans", "square")


@dataclass(frozen=True, slots=True)
class Case:
    text: str
    claim: Claim
    style: dict[str, Any] = field(default_factory=dict)
    ems: Sequence[float] = EMS
    faces: Sequence[str] = FACES


@dataclass(frozen=True, slots=True)
class Clause:
    """One rule of a standard."""

    standard: str
    section: str
    rule: str
    cases: tuple[Case, ...] = ()
    control: dict[str, Any] = field(default_factory=dict)
    """A style under which the cases must fail. `house` in it is a mutated table, `code` names a
    rule that is taken out of the program (conftest.MUTATIONS)."""
    option: str = ""
    """The style option that decides it."""
    not_kept: str = ""
    """Why not."""
    must: bool = True


CLREQ, GB, UAX = "CLREQ", "GB/T 15834", "UAX #14"
HOUSE = "house"
NATURAL = {"align": "left"}
NOT_AT_START = "，、；：。．！？”’）》〉」』】〕〗］｝·／～"
HAN = "中国人民日报社会主义现代化建设改革开放发展经济文化教育科技农业"


def mixed(marks: str, step: int = 3, times: int = 3) -> str:
    """Han with the marks among them at uneven distances, so that every measure meets some."""
    words, at = [], 0
    for repeat in range(times):
        for number, mark in enumerate(marks):
            length = 1 + (number * 2 + repeat * step) % 5
            words.append("".join(HAN[(at + i) % len(HAN)] for i in range(length)) + mark)
            at += length
    return "".join(words) + "人民日报社"


START = mixed(NOT_AT_START.replace("’", "").replace("〉", "").replace("｝", ""))
OPEN = mixed("“（《〈「『【〔〖［｛", 2)
NEWS = (
    "全市召开（推进会），建立城市党建联盟2300余个；“办事更快了！”居民说。《意见》提出：到2027年，"
    "覆盖80%的社区、园区，服务GDP增长。C919大型客机飞抵上海——这是第5次；他问：“好不好？”大家说好。"
    "面向2038个村选派驻村干部5395人，实现“十四五”目标……"
)
NUMBERS = (
    ("1,234.56", "3～5", "63%～68%"), ("10:30", "2010—2020", "-3.5℃"), ("±0.5%", "80%", "5.2％"),
    ("36℃", "30°", "￥1,234"), ("$500", "128km", "C919"), ("5G", "F-35", "歼-20"),
    ("GDP", "2026/11/22", "2026-11-22"), ("m²", "3·15", "it’s"),
)  # fmt: skip
"""Separators, ranges, times, signs, per cent, degrees, prices, units, models, dates, words."""
WITH_UNITS = (("4000余户", "176.98万", "12.5亿元"), ("12.5个百分点", "5395人", "3,200万元"),
              ("3万～5万元", "5版", "30岁"))  # fmt: skip
DATES = ["2026年11月22日", "11月22日", "11月份"]
NOTES = {"业①": "报道的企业①和工厂，", "告[1]": "据这份报告[1]所说", "议〔2026〕": "发会议〔2026〕5号文"}
URL = "http://www.news.cn/a-b?c=1"


def among(piece: str) -> str:
    """The piece among Han, twice, so that it meets the lines' ends at many measures."""
    return f"中国人民日报社{piece}现代化建设改革开放的{piece}经济文化教育科技农业工业国防"


SHIPPED = ("serif", "sans")
"""Where a mark's ink matters that the squares fill the whole cell with."""


def natural(text: str, claim: Claim, faces: Sequence[str] = FACES, **style: Any) -> Case:
    return Case(text, claim, {**NATURAL, **style}, ONE, faces)


def cells(
    marks: str, width: float, faces: Sequence[str] = FACES, **style: Any
) -> tuple[Case, ...]:
    """Each row of marks between two Han, five rows to a line."""
    rows = marks.split()
    return tuple(
        natural(
            "".join(f"中国{row}人民" for row in rows[at : at + 5]),
            c.all_of(*(c.takes(width, row) for row in rows[at : at + 5])),
            faces,
            **style,
        )
        for at in range(0, len(rows), 5)
    )


def swept(pieces: Sequence[str], ems: Sequence[float] = (*EMS, 17, 19, 22)) -> Case:
    """Each piece among Han, at distances that bring it to the lines' ends at many measures."""
    gaps = ("中国人民日报社", "现代化建设改革开放的", "经济文化教育", "科技农业工业国防")
    text = "".join(f"{gap}{piece}" for gap, piece in zip(gaps * 2, pieces * 2, strict=False))
    fitting = [em for em in ems if em >= 12 or len(max(pieces, key=len)) < 8]
    return Case(text + gaps[0], c.whole(*pieces), {}, fitting)


NO_GLUE = {"code": "kept_together"}
FULL_LINE = {"line_end": "full"}

KINSOKU = (
    Clause(CLREQ, "#prohibition_rules_for_line_start_end", "Stops, pauses, closing marks, · ／ and "
           "connectors start no line",
           (Case(START, c.no_line_starts_with(NOT_AT_START)),
            Case(START, c.no_line_starts_with(NOT_AT_START), {"kinsoku": "basic"}),
            Case(START, c.no_line_starts_with(NOT_AT_START), {"align": "left"}),
            Case(START, c.no_line_starts_with(NOT_AT_START), {"punctuation": "kaiming"})),
           {"kinsoku": "none"}, "kinsoku"),
    Clause(CLREQ, "#prohibition_rules_for_line_start_end", "Opening marks end no line",
           (Case(OPEN, c.no_line_ends_with(c.OPENERS)),
            Case(OPEN, c.no_line_ends_with(c.OPENERS), {"kinsoku": "basic"}),
            Case(OPEN, c.no_line_ends_with(c.OPENERS), {"punctuation": "banjiao"})),
           {"kinsoku": "none"}, "kinsoku"),
    Clause(GB, "5.1.9", "The solidus stands at neither end of a line",
           (Case(mixed("／" * 9), c.all_of(c.no_line_ends_with("／/"), c.no_line_starts_with("／/"))),
            Case(mixed("/" * 9), c.all_of(c.no_line_ends_with("／/"), c.no_line_starts_with("／/")))),
           {"kinsoku": "none"}, "kinsoku"),
    Clause(GB, "5.1.6", "Connectors — – ～ start no line",
           (Case(mixed("—–～" * 4), c.no_line_starts_with("—–～-")),
            Case(mixed("-" * 9), c.no_line_starts_with("-"))),
           {"kinsoku": "none"}, "kinsoku"),
    Clause(GB, "5.1.7", "The middle dot starts no line",
           (Case(mixed("·" * 9), c.no_line_starts_with("·")),
            Case(mixed("・‧•" * 3), c.no_line_starts_with("·・‧•"))),
           {"kinsoku": "none"}, "kinsoku"),
    Clause(CLREQ, "#prohibition_rules_for_line_start_end", "“strict”: —— and …… start no line either",
           (Case(mixed("—，——，……，" * 1).replace("—，——", "——") * 2,
                 c.no_line_starts_with("—…"), {"kinsoku": "strict"}),
            Case(among("——") + among("……"), c.no_line_starts_with("—…"), {"kinsoku": "strict"})),
           {"kinsoku": "gb"}, "kinsoku", must=False),
    Clause(CLREQ, "#prohibition_rules_for_line_start_end", "“none” forbids nothing",
           (Case("中国人民日报社会主义，现代化", c.some(c.no_line_starts_with("，")),
                 {"kinsoku": "none", "line_end": "full"}, (10,)),),
           {"kinsoku": "gb"}, "kinsoku", must=False),
    Clause(UAX, "LB23a, LB25", "％ ℃ ‰ % start no line; ￥ $ № end none",
           (Case(mixed("％℃‰%°", 2), c.no_line_starts_with("％℃‰%°")),
            Case(mixed("￥$№€£", 2), c.no_line_ends_with("￥$№€£"))),
           {"kinsoku": "none"}, "kinsoku"),
    Clause(UAX, "LB21, NS", "々 and small kana start no line",
           (Case(mixed("々" * 9), c.no_line_starts_with("々")),), {"kinsoku": "none"}),
)

KEPT = (
    Clause(GB, "5.1.4", "—— is never broken", (Case(among("——"), c.whole("——")),
           Case(among("——"), c.whole("——"), {"kinsoku": "none"})), {"code": "pairs"}),
    Clause(GB, "5.1.5", "…… is never broken", (Case(among("……"), c.whole("……")),
           Case(among("⋯⋯"), c.whole("……"))), {"code": "pairs"}),
    Clause(GB, "5.1.5", "Twelve dots stand on a line of their own",
           (Case(HAN[:20] + "…………" + HAN[:19], lambda lines, ems: "" if any(
               line.text == "…………" for line in lines) else "not alone"),
            Case(HAN[:20] + "“…………”" + HAN[:19], lambda lines, ems: "" if any(
               line.text == "“…………”" for line in lines) else "not alone")), {"kinsoku": "basic"}),
    Clause(UAX, "LB25", "Numbers with separators, signs, units and ranges are never broken",
           tuple(swept(pieces) for pieces in NUMBERS), NO_GLUE),
    Clause(CLREQ, "w3c/clreq#262", "A number stays with its unit, 万 and 亿",
           tuple(swept(pieces) for pieces in WITH_UNITS), {"keep_number_unit": False},
           "keep_number_unit", must=False),
    Clause(CLREQ, "w3c/clreq#262", "A date is never broken", (swept(DATES, (15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25)),),
           {"keep_dates": False, "keep_number_unit": False}, "keep_dates", must=False),
    Clause(CLREQ, "w3c/clreq#262", "A note's mark stays with the words before it",
           tuple(Case(f"中国人民日报社{text}现代化建设{text}改革开放发展",
                      c.whole(piece), {}, (*EMS[1:], 15))
                 for piece, text in NOTES.items()), NO_GLUE, must=False),
    Clause(UAX, "LB13", "An address is broken only where it is longer than a line",
           (Case(among(URL), c.whole(URL), {}, (16, 17, 18, 19, 20, 21, 23, 24, 27, 30),
                 ("serif", "sans")),), {"code": "addresses"}),
    Clause(HOUSE, "no-break span", "{~李抑堃~} is never broken",
           (Case("中国人民日报社{~李抑堃同志~}现代化建设改革开{~李抑堃同志~}放发展经济文化",
                 c.whole("李抑堃同志")),
            Case("中国人民日报社李\u2060抑\u2060堃现代化建设改革李\u2060抑\u2060堃放发展经济文化",
                 c.whole("李抑堃"))), {"code": "groups"}),
    Clause(HOUSE, "hard break", "A break in the text is a break on the page",
           (Case("中国人民日报\n社会主义", lambda lines, ems: "" if lines[0].text == "中国人民日报"
                 else "no break"),), {"code": "hard_breaks"}),
)

WIDTHS = (
    Clause(CLREQ, "#punctuation_width_adjustment", "Marks take 1 em",
           cells("， 、 ； ： 。 ． ！ ？ “ ” 《 》 〈 〉 「 」 『 』 【 】 〔 〕 （ ） ［ ］", 1.0),
           {"punctuation": "banjiao"}, "punctuation"),
    Clause(GB, "5.1.7", "· takes half an em and stands in its middle",
           (*cells("·", 0.5), *(natural(f"中国{dot}人民", c.takes(0.5, "·")) for dot in "・‧•"),
            natural("李·白", c.centred("·"), indent=1),
            natural("列奥纳多·达·芬奇", c.all_of(c.takes(0.5, "·"), c.centred("·")))),
           {"house": {"cell": {"MID": 1}}}),
    Clause(GB, "5.1.9", "／ and / between Han take half an em",
           (*cells("/", 0.5, SHIPPED), natural("中国／人民", c.takes(0.5, "／"), SHIPPED),
            natural("中国/人民", c.centred("/"))),
           {"house": {"cell": {"SOL": 1}}}),
    Clause(GB, "5.1.6", "– and - take half an em, — and ～ one",
           (*cells("– -", 0.5, SHIPPED), *cells("— ～", 1.0), natural("中国–人民", c.centred("–"))),
           {"house": {"half_cell": "～—"}}),
    Clause(GB, "5.1.4, 5.1.5", "—— and …… take two em",
           (*cells("—— ……", 2.0), natural("中国⋯⋯人民", c.takes(2.0, "……")),
            natural("中国⸺人民", c.all_of(c.stands_at("人", 4.0), c.unbroken_stroke)),
            natural("中国——人民", c.unbroken_stroke)), {"code": "dash_cells"}),
    Clause(CLREQ, "#punctuation_width_adjustment", "％ ℃ ① take one em",
           cells("％ ℃ ① ⑳ ￥", 1.0), {"house": {"cell": {"POST": 0.7, "ENUM": 0.7, "PRE": 0.7}}}),
    Clause(CLREQ, "w3c/clreq#534", "“ ” ‘ ’ among Han are 1 em, even round a Latin word",
           (natural("他说“AI”好", c.all_of(c.gap("说", "“", 0.0), c.gap("”", "好", 0.0))),
            natural("他说“中”好", c.stands_at("好", 5.0)),
            natural("他说‘中’好", c.stands_at("好", 5.0))), {"house": {"cell": {"OP": 0.7, "CL": 0.7}}}),
    Clause(CLREQ, "w3c/clreq#534", "The apostrophe of a Latin word is proportional",
           (Case("中it’s中", lambda lines, ems: "" if lines[0].at("’").advance < 0.5
                 else "1 em", NATURAL, ONE, ("serif", "sans")),
            Case("It’s “good” news", lambda lines, ems: "" if lines[0].at("“").advance < 0.6
                 else "1 em", {**NATURAL, "language": "en"}, ONE, ("serif", "sans"))),
           {"code": "apostrophes"}),
    Clause(GB, "5.1.2", "？！ and their like share one cell; three marks take two",
           (*cells("？！ ！？ ！！ ？？", 1.0), *cells("！！！ ？？？ ？！！", 2.0)),
           {"house": {"one_cell_pairs": ""}}),
)

PAIRS_15 = "。” ，” ？” ！” ”。 ”， ）。 》， 》（ ”“ 》《 ，“ ：“ 、《 ；（ 。“ ！（ （《 “‘ “《 ”） ）”"
PAIRS = (
    Clause(CLREQ, "#punctuation_width_adjustment", "Two marks with a blank between them: 1.5 em",
           cells(PAIRS_15, 1.5), {"adjacent_pairs": 2}, "adjacent_pairs"),
    Clause(CLREQ, "#punctuation_width_adjustment", "Three and four: each junction once",
           (*cells("。”） ，“《 》）。 ”，“ ：“（", 2.0), *cells("。”）， 》”（《", 2.5)),
           {"adjacent_pairs": 2}),
    Clause(CLREQ, "ctex-kit#488", "An opening mark before its closing one: nothing to trim",
           cells("（） “” 《》 （。", 2.0), {"code": "open_close"}),
    Clause(CLREQ, "#punctuation_width_adjustment", "The tighter style: 1 em where both are blank",
           (*cells("》（ ”“ ，“ ：“ 。（", 1.0, adjacent_pairs=1),
            *cells("。” ）， （《", 1.5, adjacent_pairs=1)), {"adjacent_pairs": 1.5},
           "adjacent_pairs", must=False),
    Clause(CLREQ, "#punctuation_width_adjustment", "No compression at all",
           cells("。” 》（ ，“ （《", 2.0, adjacent_pairs=2), {"adjacent_pairs": 1.5},
           "adjacent_pairs", must=False),
    Clause(CLREQ, "#h-punctuation_adjustment_style", "开明: sentence ends 1 em, the rest half",
           (*cells("。 ！ ？", 1.0, punctuation="kaiming"),
            *cells("， 、 ； ： “ ” （ ） 《 》", 0.5, punctuation="kaiming"),
            *cells("。” ，“", 1.0, punctuation="kaiming")),
           {"punctuation": "quanjiao"}, "punctuation", must=False),
    Clause(CLREQ, "#h-punctuation_adjustment_style", "半角: every mark half an em",
           (*cells("。 ！ ？ ， 、 ； ： “ ” （ ） 《 》", 0.5, punctuation="banjiao"),
            *cells("。” ，“ ？！", 1.0, punctuation="banjiao")),
           {"punctuation": "quanjiao"}, "punctuation", must=False),
)

EDGES = (
    Clause(GB, "5.1.10", "A mark that ends a line takes half a cell",
           (Case(START, c.mark_at_line_end(0.5)), Case(NEWS, c.mark_at_line_end(0.5))),
           {"line_end": "full"}, "line_end"),
    Clause(CLREQ, "w3c/clreq#446", "“full”: it keeps its cell",
           (Case(mixed("，。；"), c.mark_at_line_end(1.0), {"line_end": "full"}),),
           {"line_end": "half"}, "line_end", must=False),
    Clause(CLREQ, "w3c/clreq#446", "“needed”: it gives its half only to a line too long",
           (Case("中国人民日报社会主，现代化建设改革", c.mark_at_line_end(1.0),
                 {"line_end": "needed"}, (10,)),
            Case("中国人民日报社会主义，现代化建设改革", c.stands_at("，", 9.5 + 0.5),
                 {"line_end": "needed"}, (10.5,))), {"line_end": "half"}, "line_end", must=False),
    Clause(CLREQ, "#punctuation_width_adjustment", "An opening mark is flush with its line's start",
           (Case(OPEN, c.opener_at_line_start(-0.5)), Case(NEWS, c.opener_at_line_start(-0.5))),
           {"trim_line_start": False}, "trim_line_start", must=False),
    Clause(CLREQ, "#punctuation_width_adjustment", "… and keeps its cell where the style says so",
           (Case(OPEN, c.opener_at_line_start(0.0), {"trim_line_start": False}),),
           {"trim_line_start": True}, "trim_line_start", must=False),
    Clause(CLREQ, "#punctuation_width_adjustment", "Behind an indent it is flush too",
           (Case("“中国人民”日报社会主义现代化", c.stands_at("“", 1.5), {"indent": 2}),
            Case("《中国人民》日报社会主义现代化", c.stands_at("中", 2.5), {"indent": 2})),
           {"trim_first_line_start": False}, "trim_first_line_start", must=False),
    Clause(CLREQ, "#considerations_in_designing_type_area", "Ink stays inside the measure",
           (Case(NEWS, c.inside_the_measure), Case(START, c.inside_the_measure),
            Case(OPEN, c.inside_the_measure)), {"hanging": True}),
    Clause(CLREQ, "#handling_of_western_text", "No space at the edges; full lines end flush",
           (Case(NEWS, c.edges_are_flush, {}, EMS, SHIPPED),
            Case("在GDP和iPad与C919和5G及AI之间的关系研究GDP中iPad也C919到5G了AI的", c.edges_are_flush,
                 {}, EMS, SHIPPED)),
           {"align": "center"}),
)

LATIN = "中文Word与2026年，AI、5G；iPad（A4）好。①X③80%的B超10月"
SPACES = (
    Clause(CLREQ, "#mixed_text_composition", "Han and Latin stand 0.25 em apart",
           (natural(LATIN, c.all_of(c.gap("文", "W", 0.25), c.gap("d", "与", 0.25),
                                    c.gap("与", "2", 0.25), c.gap("6", "年", 0.25))),
            natural("中α国", c.all_of(c.gap("中", "α", 0.25), c.gap("α", "国", 0.25))),
            natural("在Ж国", c.gap("在", "Ж", 0.25))),
           {"autospace": 0.125}, "autospace"),
    Clause(CLREQ, "#mixed_text_composition", "… an eighth, or nothing, where the style says so",
           (natural(LATIN, c.gap("文", "W", 0.125), autospace=0.125),
            natural(LATIN, c.gap("文", "W", 0.0), autospace=0)), {"autospace": 0.25},
           "autospace", must=False),
    Clause(CLREQ, "#mixed_text_composition", "None beside Chinese marks, or ① and its like",
           (natural(LATIN, c.all_of(c.gap("5", "G", 0.0), c.gap("①", "X", 0.0), c.gap("X", "③", 0.0))),
            natural("好（A4）好", c.gap("4", "）", 0.0)),
            natural("说，AI。好", c.gap("I", "。", 0.0)), natural("有①中", c.gap("有", "①", 0.0))),
           {"code": "spaced_marks"}),
    Clause(CLREQ, "#mixed_text_composition", "A typed space between Han and Latin is replaced",
           (natural("中 Word 国", c.all_of(c.gap("中", "W", 0.25), c.gap("d", "国", 0.25))),
            natural("有 2026 年", c.all_of(c.gap("有", "2", 0.25), c.gap("6", "年", 0.25))),
            natural("说， Word", c.gap("，", "W", 0.0))), {"code": "typed_spaces"}),
    Clause(CLREQ, "w3c/clreq#630", "After % as after a digit",
           (natural("达80%的人", c.gap("%", "的", 0.25)),), {"autospace": 0}, must=False),
)

LOOSE = "中国人民日报社会2026主义现代GDP化建设改革开放iPad发展经济A文化教育科5技农业工业国防"
FILL = (
    Clause(CLREQ, "#line_adjustment", "Lines give and take in CLREQ's order, alike inside a step",
           (Case(NEWS, c.in_order), Case(LOOSE, c.in_order), Case(START, c.in_order),
            Case(NEWS, c.in_order, {"indent": 2})),
           {"house": {"shrink_together": [["word_space", "OP", "CL", "STI", "autospace", "STE"]]}}),
    Clause(CLREQ, "#line_adjustment", "先挤进后推出: a mark is pulled in before a Han is pushed out",
           (Case("中国，人民日报社会主，义现代化建设改革", c.stands_at("主", 8.5),
                 {}, (10,)),
            Case("中（国）人民日报社会，义现代化建设改革", lambda lines, ems: ""
                 if lines[0].text.endswith("会，") else lines[0].text, {}, (10,))), {"house": {"shrink": [
               {"site": "word_space", "to": 0.25}, {"site": "autospace", "to": 0.25}]}}),
    Clause(CLREQ, "#line_adjustment", "Brackets give before pauses, pauses before stops",
           (Case("中）国，人。民日报社会主义现代化建设", c.all_of(
               c.stands_at("国", 1.5), c.stands_at("人", 3.5) ), {}, (9.5,)),),
           {"house": {"shrink": [
               {"site": "word_space", "to": 0.25}, {"site": "STE", "by": 0.5},
               {"site": "autospace", "to": 0.125}, {"site": "STI", "by": 0.5},
               {"site": "OP", "by": 0.5}, {"site": "CL", "by": 0.5}]}}),
    Clause(CLREQ, "#line_adjustment", "Stops keep their cells where the style says so",
           (Case(mixed("。"*9), lambda lines, ems: "" if all(
               room > 0.49 for line in lines for room in c.sites(line).get("stop", []))
               else "a stop gave", {"shrink_stops": False}),), {"shrink_stops": True},
           "shrink_stops", must=False),
    Clause(CLREQ, "#line_adjustment", "Nothing opens round connectors and ／, inside numbers and units",
           (Case(mixed("—／～" * 3) + "￥5元36℃" * 3,
                 c.all_of(c.nothing_opens("￥5", "6℃", "36"), c.closed_round("—～", 1.0),
                          c.closed_round("／", 0.5))),
            Case(among("——") * 2, c.unbroken_stroke)), {"code": "even"}),
    Clause(CLREQ, "#line_adjustment", "The last line is natural",
           (Case("中国人民日报社会主义现代化建设改革开放发展经济文化教育科技", c.natural_last_line),
            Case(NEWS, c.natural_last_line)), {"code": "last_line"}),
    Clause(CLREQ, "#considerations_in_designing_type_area", "n em hold n Han, adjusted by nothing",
           (Case(HAN * 4, c.every_line(int), {}, tuple(range(8, 30, 2))),), {"tracking": 0.02}),
    Clause(CLREQ, "#considerations_in_designing_type_area", "“whole_ems”: the rest is left empty",
           (Case(HAN * 4, c.every_line(int), {"whole_ems": True},
                 (8.4, 9.9, 10.1, 11.5, 12.7, 14.2, 16.3, 18.8, 20.6, 23.5)),), {"whole_ems": False},
           "whole_ems", must=False),
    Clause(CLREQ, "#grid", "Baselines keep the grid whatever the lines hold",
           (Case(NEWS, c.on_the_grid), Case(OPEN, c.on_the_grid)),
           {"leading": "31pt"}),
)

ENDS = (
    Clause(CLREQ, "#widow_orphan", "孤字: a last line holds two characters at least",
           (Case((HAN * 2)[:41] + "。", c.last_line_holds(2)), Case((HAN * 2)[:37], c.last_line_holds(2)),
            Case((HAN * 2)[:49] + "！”", c.last_line_holds(2))), {"orphan_control": False},
           "orphan_control", must=False),
    Clause(CLREQ, "#paragraph_adjustment", "A first line is indented by two em",
           (Case(HAN, c.all_of(c.stands_at("中", 2.0), c.natural_last_line), {"indent": 2}),), {"indent": 1}, "indent"),
    Clause(CLREQ, "#paragraph_adjustment", "A typed indent of U+3000 gives way to the style's",
           (Case("\u3000\u3000" + HAN, c.stands_at("中", 2.0), {"indent": 2}),
            Case("\u3000\u3000“" + HAN, c.stands_at("“", 1.5), {"indent": 2})), {"indent": 0}),
    Clause(CLREQ, "#hanging_punctuation", "A stop that does not fit hangs past the line's end",
           (Case("中国人民日报社会主义，现代化建设改革开放", c.stands_at("，", 10.0), {"hanging": True}, (10,)),
            Case("中国人民日报社会主义。现代化建设改革开放", c.stands_at("。", 10.0), {"hanging": True}, (10,))),
           {"hanging": False}, "hanging", must=False),
    Clause(CLREQ, "#hanging_punctuation", "… no bracket does, no mark of a row, none that fits",
           (Case("中国人民日报社会主义）现代化建设改革开放", c.inside_the_measure, {"hanging": True}, (10,)),
            Case("中国人民日报社会主”。现代化建设改革开放", c.inside_the_measure, {"hanging": True}, (10,)),
            Case("中国人民日报社会主，现代化建设改革开放", c.inside_the_measure, {"hanging": True}, (10,))),
           {"house": {"hanging": "。，）”"}}, "hanging", must=False),
)

NOT_KEPT = (
    Clause(CLREQ, "#prohibition_rules_for_line_start_end", "The third of three marks may start a line",
           not_kept="a permission, not a rule: the marks are pulled in or a Han is pushed out", must=False),
    Clause(CLREQ, "#line_adjustment", "Step 3, the sides of ·, when closing up",
           not_kept="there is nothing to take: GB/T 15834, 5.1.7 sets it in half an em from the start"),
    Clause(CLREQ, "#hanging_punctuation", "Closing quotes may hang too",
           not_kept="contested (w3c/clreq#388, #639)", must=False),
    Clause(GB, "5.1.8", "着重号 and 专名号", not_kept="not of this proof: the interlinear tests hold them"),
    Clause(CLREQ, "#vertical_writing_mode", "Vertical setting", not_kept="not of this proof: its own tests hold it"),
    Clause(CLREQ, "#widow_orphan", "孤行: a paragraph's last line heads no column",
           not_kept="not of this proof, which sets one block: the column tests hold it"),
)

GROUPS: dict[str, tuple[Clause, ...]] = {
    "Line start and line end": KINSOKU,
    "Never broken": KEPT,
    "Widths": WIDTHS,
    "Rows of marks, and styles": PAIRS,
    "Line edges": EDGES,
    "Han and Latin": SPACES,
    "Justification": FILL,
    "Paragraphs": ENDS,
    "Not kept": NOT_KEPT,
}
CLAUSES = tuple(clause for group in GROUPS.values() for clause in group)
