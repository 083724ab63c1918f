"""What happens at the edges of lines, between Han and Latin, and in justifying."""

from __future__ import annotations

from . import claims as c
from .clause import (
    CLREQ,
    EMS,
    GB,
    HAN,
    HOUSE,
    NEWS,
    OPEN,
    SHIPPED,
    START,
    Case,
    Clause,
    among,
    mixed,
    natural,
)

EDGES = (
    Clause(
        GB,
        "5.1.10",
        "A mark that ends a line takes half a cell",
        (Case(START, c.mark_at_line_end(0.5)), Case(NEWS, c.mark_at_line_end(0.5))),
        {"line_end": "full"},
        "line_end",
    ),
    Clause(
        CLREQ,
        "w3c/clreq#446",
        "“full”: it keeps its cell",
        (Case(mixed("，。；"), c.mark_at_line_end(1.0), {"line_end": "full"}),),
        {"line_end": "half"},
        "line_end",
        must=False,
    ),
    Clause(
        CLREQ,
        "w3c/clreq#446",
        "“needed”: it gives its half only to a line too long",
        (
            Case(
                "中国人民日报社会主，现代化建设改革",
                c.mark_at_line_end(1.0),
                {"line_end": "needed"},
                (10,),
            ),
            Case(
                "中国人民日报社会主义，现代化建设改革",
                c.stands_at("，", 9.5 + 0.5),
                {"line_end": "needed"},
                (10.5,),
            ),
        ),
        {"line_end": "half"},
        "line_end",
        must=False,
    ),
    Clause(
        CLREQ,
        "#punctuation_width_adjustment",
        "An opening mark is flush with its line's start",
        (Case(OPEN, c.opener_at_line_start(-0.5)), Case(NEWS, c.opener_at_line_start(-0.5))),
        {"trim_line_start": False},
        "trim_line_start",
        must=False,
    ),
    Clause(
        CLREQ,
        "#punctuation_width_adjustment",
        "… and keeps its cell where the style says so",
        (Case(OPEN, c.opener_at_line_start(0.0), {"trim_line_start": False}),),
        {"trim_line_start": True},
        "trim_line_start",
        must=False,
    ),
    Clause(
        CLREQ,
        "#punctuation_width_adjustment",
        "Behind an indent it is flush too",
        (
            Case("“中国人民”日报社会主义现代化", c.stands_at("“", 1.5), {"indent": 2}),
            Case("《中国人民》日报社会主义现代化", c.stands_at("中", 2.5), {"indent": 2}),
        ),
        {"trim_first_line_start": False},
        "trim_first_line_start",
        must=False,
    ),
    Clause(
        CLREQ,
        "#considerations_in_designing_type_area",
        "Ink stays inside the measure",
        (
            Case(NEWS, c.inside_the_measure),
            Case(START, c.inside_the_measure),
            Case(OPEN, c.inside_the_measure),
        ),
        {"hanging": True},
    ),
    Clause(
        CLREQ,
        "#handling_of_western_text",
        "No space at the edges; full lines end flush",
        (
            Case(NEWS, c.edges_are_flush, {}, EMS, SHIPPED),
            Case(
                "在GDP和iPad与C919和5G及AI之间的关系研究GDP中iPad也C919到5G了AI的",
                c.edges_are_flush,
                {},
                EMS,
                SHIPPED,
            ),
        ),
        {"align": "center"},
    ),
)

LATIN = "中文Word与2026年，AI、5G；iPad（A4）好。①X③80%的B超10月"
SPACES = (
    Clause(
        CLREQ,
        "#mixed_text_composition",
        "Han and Latin stand 0.25 em apart",
        (
            natural(
                LATIN,
                c.all_of(
                    c.gap("文", "W", 0.25),
                    c.gap("d", "与", 0.25),
                    c.gap("与", "2", 0.25),
                    c.gap("6", "年", 0.25),
                ),
            ),
            natural("中α国", c.all_of(c.gap("中", "α", 0.25), c.gap("α", "国", 0.25))),
            natural("在Ж国", c.gap("在", "Ж", 0.25)),
        ),
        {"autospace": 0.125},
        "autospace",
    ),
    Clause(
        CLREQ,
        "#mixed_text_composition",
        "… an eighth, or nothing, where the style says so",
        (
            natural(LATIN, c.gap("文", "W", 0.125), autospace=0.125),
            natural(LATIN, c.gap("文", "W", 0.0), autospace=0),
        ),
        {"autospace": 0.25},
        "autospace",
        must=False,
    ),
    Clause(
        CLREQ,
        "#mixed_text_composition",
        "None beside Chinese marks, or ① and its like",
        (
            natural(
                LATIN, c.all_of(c.gap("5", "G", 0.0), c.gap("①", "X", 0.0), c.gap("X", "③", 0.0))
            ),
            natural("好（A4）好", c.gap("4", "）", 0.0)),
            natural("说，AI。好", c.gap("I", "。", 0.0)),
            natural("有①中", c.gap("有", "①", 0.0)),
        ),
        {"code": "spaced_marks"},
    ),
    Clause(
        CLREQ,
        "#mixed_text_composition",
        "A typed space between Han and Latin is replaced",
        (
            natural("中 Word 国", c.all_of(c.gap("中", "W", 0.25), c.gap("d", "国", 0.25))),
            natural("有 2026 年", c.all_of(c.gap("有", "2", 0.25), c.gap("6", "年", 0.25))),
            natural("说， Word", c.gap("，", "W", 0.0)),
        ),
        {"code": "typed_spaces"},
    ),
    Clause(
        CLREQ,
        "w3c/clreq#630",
        "After % as after a digit",
        (natural("达80%的人", c.gap("%", "的", 0.25)),),
        {"autospace": 0},
        must=False,
    ),
)

LOOSE = "中国人民日报社会2026主义现代GDP化建设改革开放iPad发展经济A文化教育科5技农业工业国防"
FILL = (
    Clause(
        CLREQ,
        "#line_adjustment",
        "Lines give and take in CLREQ's order, alike inside a step",
        (
            Case(NEWS, c.in_order),
            Case(LOOSE, c.in_order),
            Case(START, c.in_order),
            Case(NEWS, c.in_order, {"indent": 2}),
        ),
        {"house": {"shrink_together": [["word_space", "OP", "CL", "STI", "autospace", "STE"]]}},
    ),
    Clause(
        CLREQ,
        "#line_adjustment",
        "先挤进后推出: a mark is pulled in before a Han is pushed out",
        (
            Case("中国，人民日报社会主，义现代化建设改革", c.stands_at("主", 8.5), {}, (10,)),
            Case(
                "中（国）人民日报社会，义现代化建设改革",
                lambda lines, ems: "" if lines[0].text.endswith("会，") else lines[0].text,
                {},
                (10,),
            ),
        ),
        {
            "house": {
                "shrink": [{"site": "word_space", "to": 0.25}, {"site": "autospace", "to": 0.25}]
            }
        },
    ),
    Clause(
        CLREQ,
        "#line_adjustment",
        "Brackets give before pauses, pauses before stops",
        (
            Case(
                "中）国，人。民日报社会主义现代化建设",
                c.all_of(c.stands_at("国", 1.5), c.stands_at("人", 3.5)),
                {},
                (9.5,),
            ),
        ),
        {
            "house": {
                "shrink": [
                    {"site": "word_space", "to": 0.25},
                    {"site": "STE", "by": 0.5},
                    {"site": "autospace", "to": 0.125},
                    {"site": "STI", "by": 0.5},
                    {"site": "OP", "by": 0.5},
                    {"site": "CL", "by": 0.5},
                ]
            }
        },
    ),
    Clause(
        CLREQ,
        "#line_adjustment",
        "Stops keep their cells where the style says so",
        (
            Case(
                mixed("。" * 9),
                lambda lines, ems: (
                    ""
                    if all(room > 0.49 for line in lines for room in c.sites(line).get("stop", []))
                    else "a stop gave"
                ),
                {"shrink_stops": False},
            ),
        ),
        {"shrink_stops": True},
        "shrink_stops",
        must=False,
    ),
    Clause(
        CLREQ,
        "#line_adjustment",
        "Nothing opens round connectors and ／, inside numbers and units",
        (
            Case(
                mixed("—／～" * 3) + "￥5元36℃" * 3,
                c.all_of(
                    c.nothing_opens("￥5", "6℃", "36"),
                    c.closed_round("—～", 1.0),
                    c.closed_round("／", 0.5),
                ),
            ),
            Case(among("——") * 2, c.unbroken_stroke),
        ),
        {"code": "even"},
    ),
    Clause(
        HOUSE,
        "joints without a mark",
        "They open first: nothing does after an opening mark or before a closing one",
        (Case(NEWS, c.marks_keep_close), Case(START, c.marks_keep_close)),
        {"marks_keep_close": False},
        "marks_keep_close",
        must=False,
    ),
    Clause(
        CLREQ,
        "#line_adjustment",
        "The last line is natural",
        (
            Case("中国人民日报社会主义现代化建设改革开放发展经济文化教育科技", c.natural_last_line),
            Case(NEWS, c.natural_last_line),
        ),
        {"code": "last_line"},
    ),
    Clause(
        CLREQ,
        "#considerations_in_designing_type_area",
        "n em hold n Han, adjusted by nothing",
        (Case(HAN * 4, c.every_line(int), {}, tuple(range(8, 30, 2))),),
        {"tracking": 0.02},
    ),
    Clause(
        CLREQ,
        "#considerations_in_designing_type_area",
        "“whole_ems”: the rest is left empty",
        (
            Case(
                HAN * 4,
                c.every_line(int),
                {"whole_ems": True},
                (8.4, 9.9, 10.1, 11.5, 12.7, 14.2, 16.3, 18.8, 20.6, 23.5),
            ),
        ),
        {"whole_ems": False},
        "whole_ems",
        must=False,
    ),
    Clause(
        CLREQ,
        "#grid",
        "Baselines keep the grid whatever the lines hold",
        (Case(NEWS, c.on_the_grid), Case(OPEN, c.on_the_grid)),
        {"leading": "31pt"},
    ),
)
