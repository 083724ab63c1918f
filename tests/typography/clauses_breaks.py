"""Where a line may start and end, and what is never broken."""

from __future__ import annotations

from dataclasses import replace

from . import claims as c
from .clause import (
    AT_A_PRICE,
    CLREQ,
    DATES,
    EMS,
    GB,
    HAN,
    HOUSE,
    NOT_AT_START,
    NOTES,
    NUMBERS,
    OPEN,
    SHIPPED,
    START,
    UAX,
    URL,
    WITH_UNITS,
    Case,
    Clause,
    among,
    mixed,
    swept,
)

NO_GLUE = {"code": "glue"}

KINSOKU = (
    Clause(
        CLREQ,
        "#prohibition_rules_for_line_start_end",
        "Stops, pauses, closing marks, · ／ and connectors start no line",
        (
            Case(START, c.no_line_starts_with(NOT_AT_START)),
            Case(START, c.no_line_starts_with(NOT_AT_START), {"kinsoku": "basic"}),
            Case(START, c.no_line_starts_with(NOT_AT_START), {"align": "left"}),
            Case(START, c.no_line_starts_with(NOT_AT_START), {"punctuation": "kaiming"}),
        ),
        {"kinsoku": "none"},
        "kinsoku",
    ),
    Clause(
        CLREQ,
        "#prohibition_rules_for_line_start_end",
        "Opening marks end no line",
        (
            Case(OPEN, c.no_line_ends_with(c.OPENERS)),
            Case(OPEN, c.no_line_ends_with(c.OPENERS), {"kinsoku": "basic"}),
            Case(OPEN, c.no_line_ends_with(c.OPENERS), {"punctuation": "banjiao"}),
        ),
        {"kinsoku": "none"},
        "kinsoku",
    ),
    Clause(
        GB,
        "5.1.9",
        "The solidus stands at neither end of a line",
        (
            Case(
                mixed("／" * 9), c.all_of(c.no_line_ends_with("／/"), c.no_line_starts_with("／/"))
            ),
            Case(
                mixed("/" * 9), c.all_of(c.no_line_ends_with("／/"), c.no_line_starts_with("／/"))
            ),
        ),
        {"kinsoku": "none"},
        "kinsoku",
    ),
    Clause(
        GB,
        "5.1.6",
        "Connectors — – ～ start no line",
        (
            Case(mixed("—–～" * 4), c.no_line_starts_with("—–～-")),
            Case(mixed("-" * 9), c.no_line_starts_with("-")),
        ),
        {"kinsoku": "none"},
        "kinsoku",
    ),
    Clause(
        GB,
        "5.1.7",
        "The middle dot starts no line",
        (
            Case(mixed("·" * 9), c.no_line_starts_with("·")),
            Case(mixed("・‧•" * 3), c.no_line_starts_with("·・‧•")),
        ),
        {"kinsoku": "none"},
        "kinsoku",
    ),
    Clause(
        CLREQ,
        "#prohibition_rules_for_line_start_end",
        "“strict”: —— and …… start no line either",
        (
            Case(
                mixed("—，——，……，" * 1).replace("—，——", "——") * 2,
                c.no_line_starts_with("—…"),
                {"kinsoku": "strict"},
            ),
            Case(among("——") + among("……"), c.no_line_starts_with("—…"), {"kinsoku": "strict"}),
        ),
        {"kinsoku": "gb"},
        "kinsoku",
        must=False,
    ),
    Clause(
        CLREQ,
        "#prohibition_rules_for_line_start_end",
        "“none” forbids nothing",
        (
            Case(
                "中国人民日报社会主义，现代化",
                c.some(c.no_line_starts_with("，")),
                {"kinsoku": "none", "line_end": "full"},
                (10,),
            ),
        ),
        {"kinsoku": "gb"},
        "kinsoku",
        must=False,
    ),
    Clause(
        UAX,
        "LB23a, LB25",
        "％ ℃ ‰ % start no line; ￥ $ № end none",
        (
            Case(mixed("％℃‰%°", 2), c.no_line_starts_with("％℃‰%°")),
            Case(mixed("￥$№€£", 2), c.no_line_ends_with("￥$№€£")),
        ),
        {"kinsoku": "none"},
        "kinsoku",
    ),
    Clause(
        UAX,
        "LB21, NS",
        "々 and small kana start no line",
        (Case(mixed("々" * 9), c.no_line_starts_with("々")),),
        {"kinsoku": "none"},
    ),
)

KEPT = (
    Clause(
        GB,
        "5.1.4",
        "—— is never broken",
        (Case(among("——"), c.whole("——")), Case(among("——"), c.whole("——"), {"kinsoku": "none"})),
        {"code": "pairs"},
    ),
    Clause(
        GB,
        "5.1.5",
        "…… is never broken",
        (Case(among("……"), c.whole("……")), Case(among("⋯⋯"), c.whole("……"))),
        {"code": "pairs"},
    ),
    Clause(
        GB,
        "5.1.5",
        "Twelve dots stand on a line of their own",
        (
            Case(
                HAN[:20] + "…………" + HAN[:19],
                lambda lines, ems: (
                    "" if any(line.text == "…………" for line in lines) else "not alone"
                ),
            ),
            Case(
                HAN[:20] + "“…………”" + HAN[:19],
                lambda lines, ems: (
                    "" if any(line.text == "“…………”" for line in lines) else "not alone"
                ),
            ),
        ),
        {"kinsoku": "basic"},
    ),
    Clause(
        UAX,
        "LB25",
        "Numbers with separators and signs, ratios and scores are never broken",
        tuple(swept(pieces) for pieces in NUMBERS),
        NO_GLUE,
    ),
    Clause(
        CLREQ,
        "w3c/clreq#262",
        "A number is parted from its unit, a date, a range, 国发〔2025〕3号 only against holes",
        tuple(Case(text, c.no_holes, {}, ems, SHIPPED) for text, ems in AT_A_PRICE.items()),
        {"keep_dates": "forbid", "keep_number_unit": "forbid"},
        "keep_number_unit",
    ),
    Clause(
        CLREQ,
        "w3c/clreq#262",
        "“forbid”: a number stays with its unit, 万 and 亿",
        tuple(
            replace(swept(pieces), style={"keep_number_unit": "forbid"}) for pieces in WITH_UNITS
        ),
        {"keep_number_unit": False},
        "keep_number_unit",
        must=False,
    ),
    Clause(
        CLREQ,
        "w3c/clreq#262",
        "“forbid”: a date is never broken",
        (
            replace(
                swept(DATES, (15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25)),
                style={"keep_dates": "forbid"},
            ),
        ),
        {"keep_dates": False, "keep_number_unit": False},
        "keep_dates",
        must=False,
    ),
    Clause(
        CLREQ,
        "w3c/clreq#262",
        "A note's mark stays with the words before it",
        tuple(
            Case(
                f"中国人民日报社{text}现代化建设{text}改革开放发展",
                c.whole(piece),
                {},
                (*EMS[1:], 15),
            )
            for piece, text in NOTES.items()
        ),
        NO_GLUE,
        must=False,
    ),
    Clause(
        UAX,
        "LB13",
        "An address is broken only where it is longer than a line",
        (
            Case(
                among(URL),
                c.whole(URL),
                {},
                (16, 17, 18, 19, 20, 21, 23, 24, 27, 30),
                ("serif", "sans"),
            ),
        ),
        {"code": "addresses"},
    ),
    Clause(
        HOUSE,
        "no-break span",
        "{~李抑堃~} is never broken",
        (
            Case(
                "中国人民日报社{~李抑堃同志~}现代化建设改革开{~李抑堃同志~}放发展经济文化",
                c.whole("李抑堃同志"),
            ),
            Case(
                "中国人民日报社李\u2060抑\u2060堃现代化建设改革李\u2060抑\u2060堃放发展经济文化",
                c.whole("李抑堃"),
            ),
        ),
        {"code": "groups"},
    ),
    Clause(
        HOUSE,
        "unbroken names",
        "Names and terms of the house table are never broken",
        (
            Case(
                "中国人民日报社习近平现代化建设改革开习近平放发展经济文化习近平",
                c.whole("习近平"),
            ),
        ),
        {"house": {"unbroken": []}},
        "house table",
    ),
    Clause(
        HOUSE,
        "hard break",
        "A break in the text is a break on the page",
        (
            Case(
                "中国人民日报\n社会主义",
                lambda lines, ems: "" if lines[0].text == "中国人民日报" else "no break",
            ),
        ),
        {"code": "hard_breaks"},
    ),
)
