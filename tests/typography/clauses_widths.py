"""How wide marks are, alone and in rows."""

from __future__ import annotations

from . import claims as c
from .clause import CLREQ, GB, NATURAL, ONE, SHIPPED, Case, Clause, cells, natural

WIDTHS = (
    Clause(
        CLREQ,
        "#punctuation_width_adjustment",
        "Marks take 1 em",
        cells("， 、 ； ： 。 ． ！ ？ “ ” 《 》 〈 〉 「 」 『 』 【 】 〔 〕 （ ） ［ ］", 1.0),
        {"punctuation": "banjiao"},
        "punctuation",
    ),
    Clause(
        GB,
        "5.1.7",
        "· takes half an em and stands in its middle",
        (
            *cells("·", 0.5),
            *(natural(f"中国{dot}人民", c.takes(0.5, "·")) for dot in "・‧•"),
            natural("李·白", c.centred("·"), indent=1),
            natural("列奥纳多·达·芬奇", c.all_of(c.takes(0.5, "·"), c.centred("·"))),
        ),
        {"house": {"cell": {"MID": 1}}},
    ),
    Clause(
        GB,
        "5.1.9",
        "／ and / between Han take half an em",
        (
            *cells("/", 0.5, SHIPPED),
            natural("中国／人民", c.takes(0.5, "／"), SHIPPED),
            natural("中国/人民", c.centred("/")),
        ),
        {"house": {"cell": {"SOL": 1}}},
    ),
    Clause(
        GB,
        "5.1.6",
        "– and - take half an em, — and ～ one",
        (*cells("– -", 0.5, SHIPPED), *cells("— ～", 1.0), natural("中国–人民", c.centred("–"))),
        {"house": {"half_cell": "～—"}},
    ),
    Clause(
        GB,
        "5.1.4, 5.1.5",
        "—— and …… take two em",
        (
            *cells("—— ……", 2.0),
            natural("中国⋯⋯人民", c.takes(2.0, "……")),
            natural("中国⸺人民", c.all_of(c.stands_at("人", 4.0), c.unbroken_stroke)),
            natural("中国——人民", c.unbroken_stroke),
        ),
        {"code": "dash_cells"},
    ),
    Clause(
        CLREQ,
        "#punctuation_width_adjustment",
        "％ ℃ ① take one em",
        cells("％ ℃ ① ⑳ ￥", 1.0),
        {"house": {"cell": {"POST": 0.7, "ENUM": 0.7, "PRE": 0.7}}},
    ),
    Clause(
        CLREQ,
        "w3c/clreq#534",
        "“ ” ‘ ’ among Han are 1 em, even round a Latin word",
        (
            natural("他说“AI”好", c.all_of(c.gap("说", "“", 0.0), c.gap("”", "好", 0.0))),
            natural("他说“中”好", c.stands_at("好", 5.0)),
            natural("他说‘中’好", c.stands_at("好", 5.0)),
        ),
        {"house": {"cell": {"OP": 0.7, "CL": 0.7}}},
    ),
    Clause(
        CLREQ,
        "w3c/clreq#534",
        "The apostrophe of a Latin word is proportional",
        (
            Case(
                "中it’s中",
                lambda lines, ems: "" if lines[0].at("’").advance < 0.5 else "1 em",
                NATURAL,
                ONE,
                ("serif", "sans"),
            ),
            Case(
                "It’s “good” news",
                lambda lines, ems: "" if lines[0].at("“").advance < 0.6 else "1 em",
                {**NATURAL, "language": "en"},
                ONE,
                ("serif", "sans"),
            ),
        ),
        {"code": "apostrophes"},
    ),
    Clause(
        GB,
        "5.1.2",
        "？！ and their like share one cell; three marks take two",
        (*cells("？！ ！？ ！！ ？？", 1.0), *cells("！！！ ？？？ ？！！", 2.0)),
        {"house": {"one_cell_pairs": ""}},
    ),
)

PAIRS_15 = (
    "。” ，” ？” ！” ”。 ”， ）。 》， 》（ ”“ 》《 ，“ ：“ 、《 ；（ 。“ ！（ （《 “‘ “《 ”） ）”"
)
PAIRS = (
    Clause(
        CLREQ,
        "#punctuation_width_adjustment",
        "Two marks with a blank between them: 1.5 em",
        cells(PAIRS_15, 1.5),
        {"adjacent_pairs": 2},
        "adjacent_pairs",
    ),
    Clause(
        CLREQ,
        "#punctuation_width_adjustment",
        "Three and four: each junction once",
        (*cells("。”） ，“《 》）。 ”，“ ：“（", 2.0), *cells("。”）， 》”（《", 2.5)),
        {"adjacent_pairs": 2},
    ),
    Clause(
        CLREQ,
        "ctex-kit#488",
        "An opening mark before its closing one: nothing to trim",
        cells("（） “” 《》 （。", 2.0),
        {"code": "open_close"},
    ),
    Clause(
        CLREQ,
        "#punctuation_width_adjustment",
        "The tighter style: 1 em where both are blank",
        (
            *cells("》（ ”“ ，“ ：“ 。（", 1.0, adjacent_pairs=1),
            *cells("。” ）， （《", 1.5, adjacent_pairs=1),
        ),
        {"adjacent_pairs": 1.5},
        "adjacent_pairs",
        must=False,
    ),
    Clause(
        CLREQ,
        "#punctuation_width_adjustment",
        "No compression at all",
        cells("。” 》（ ，“ （《", 2.0, adjacent_pairs=2),
        {"adjacent_pairs": 1.5},
        "adjacent_pairs",
        must=False,
    ),
    Clause(
        CLREQ,
        "#h-punctuation_adjustment_style",
        "开明: sentence ends 1 em, the rest half",
        (
            *cells("。 ！ ？", 1.0, punctuation="kaiming"),
            *cells("， 、 ； ： “ ” （ ） 《 》", 0.5, punctuation="kaiming"),
            *cells("。” ，“", 1.0, punctuation="kaiming"),
        ),
        {"punctuation": "quanjiao"},
        "punctuation",
        must=False,
    ),
    Clause(
        CLREQ,
        "#h-punctuation_adjustment_style",
        "半角: every mark half an em",
        (
            *cells("。 ！ ？ ， 、 ； ： “ ” （ ） 《 》", 0.5, punctuation="banjiao"),
            *cells("。” ，“ ？！", 1.0, punctuation="banjiao"),
        ),
        {"punctuation": "quanjiao"},
        "punctuation",
        must=False,
    ),
)
